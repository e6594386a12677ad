--- The planted counterfeits of a simulated feed, kind by kind. Each kind returns a listing's
-- columns; most carry a second sign, as real ones do, and some carry none.
local market = require "iprcore.simulate.market"
local tricks = require "iprcore.simulate.tricks"
local words = require "iprcore.simulate.words"

local M = {}

--- Kinds of goods that are copied much.
M.WANTED = { bag = true, watch = true, wallet = true, belt = true, jacket = true,
  sneakers = true, sunglasses = true, perfume = true, bracelet = true }

local function coveted(_, goods)
  return M.WANTED[goods[1]] and goods[2] >= 75
end

local function dear(_, goods)
  return goods[2] >= 200
end

-- The columns all kinds share. shown: how the title writes the brand.
local function fake(r, world, t, shown, extra)
  local dollars = r:chance(900)
  return {
    title = market.title(r, t, shown, extra), description = r:pick(words.SMOOTH),
    brand = shown == t.name and r:chance(600) and t.name or "",
    cents = market.part(r, t.usual, 8, 32), category = words.GOODS[t.kind].category,
    currency = dollars and "USD" or market.currency(r, t.lang), seller = market.fresh(world),
    quantity = r:between(5, 400), condition = "new", hash = market.picture(r), thing = t,
  }
end

local function replica_word(r, world)
  local t = market.thing(r, coveted)
  local phrase = r:pick(words.COPY[t.lang])
  if r:chance(250) then
    local l = fake(r, world, t, t.name)
    l.description = phrase .. ". " .. l.description
    return l
  end
  return fake(r, world, t, t.name, phrase)
end

-- A rewritten brand: with a low price, with a copy's words as well, or with nothing else.
local function rewritten(name)
  return function(r, world)
    local t, shown
    repeat
      t = market.thing(r, coveted)
      shown = tricks[name](r, t.name)
    until shown
    local roll = r:below(100)
    local l = fake(r, world, t, shown, roll < 35 and r:pick(words.COPY[t.lang]) or nil)
    if roll >= 85 then l.cents = market.part(r, t.usual, 45, 70) end
    return l
  end
end

local function far_below_price(r, world)
  local t = market.thing(r, dear)
  local l = fake(r, world, t, t.name)
  l.cents, l.brand = market.part(r, t.usual, 4, 16), t.name
  return l
end

local function bad_gtin(r, world)
  local t = market.thing(r, coveted)
  local l = fake(r, world, t, t.name)
  l.gtin, l.brand = market.gtin(r, t.brand, true), t.name
  return l
end

-- The picture of somebody's genuine goods of the same brand, at another seller's.
local function copied_image(r, world)
  if next(world.pictures) == nil then return far_below_price(r, world), "far_below_price" end
  local t = market.thing(r, function(brand, goods)
    return world.pictures[brand.at] and M.WANTED[goods[1]]
  end)
  local l = fake(r, world, t, t.name)
  l.hash = world.pictures[t.brand.at]
  return l
end

local function off_platform(r, world)
  local t = market.thing(r, coveted)
  local l = fake(r, world, t, t.name)
  l.description = l.description .. " " .. r:pick(words.CONTACT):format(r:below(10000))
  return l
end

-- One new seller with much-wanted goods of many brands within the hour; the others of the
-- burst wait in world.waiting.
local function new_seller_burst(r, world)
  local who = market.fresh(world, 4)
  local first
  for i = 1, r:between(4, 7) do
    local t = market.thing(r, dear)
    local l = fake(r, world, t, t.name)
    l.seller, l.brand, l.quantity = who, t.name, r:between(100, 999)
    l.cents = market.part(r, t.usual, 12, 38)
    if i == 1 then first = l else table.insert(world.waiting, 1, l) end
    l.kind = "new_seller_burst"
  end
  return first
end

-- One planted before, up again at another seller's with a word moved.
local function relisted(r, world)
  local old = r:pick(world.planted)
  if not old then return far_below_price(r, world), "far_below_price" end
  local l = {}
  for _, column in ipairs { "description", "brand", "category", "currency", "condition", "hash",
    "gtin", "thing" } do
    l[column] = old[column]
  end
  l.title = old.title .. r:pick { " new", " hot", " !", " restock", "" }
  l.cents = market.part(r, old.cents, 90, 110)
  l.quantity, l.seller = r:between(5, 400), market.fresh(world)
  return l
end

local KINDS = { { 220, "replica_word", replica_word }, { 90, "far_below_price", far_below_price },
  { 60, "bad_gtin", bad_gtin }, { 60, "copied_image", copied_image },
  { 70, "off_platform", off_platform }, { 20, "new_seller_burst", new_seller_burst },
  { 50, "relisted", relisted } }
for _, name in ipairs(tricks.NAMES) do
  KINDS[#KINDS + 1] = { 48, name, rewritten(name) }
end

--- Every kind's name, in a fixed order.
M.NAMES = {}
for i, kind in ipairs(KINDS) do M.NAMES[i] = kind[2] end

--- A planted listing of some kind (its name in .kind).
function M.any(r, world)
  local row = r:weighted(KINDS)
  local l, instead = row[3](r, world)
  l.kind = instead or row[2]
  world.planted[r:between(1, math.min(#world.planted + 1, 64))] = l
  return l
end

return M
