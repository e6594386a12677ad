--- A simulated marketplace's feed: mostly honest listings, among them used goods,
-- accessories, reductions, authorised shops and harmless things that sound wrong, and about
-- six in a hundred planted counterfeits.
local calendar = require "iprcore.simulate.calendar"
local fakes = require "iprcore.simulate.fakes"
local market = require "iprcore.simulate.market"
local output = require "iprcore.output"
local words = require "iprcore.simulate.words"

local M = {}

M.COLUMNS = { "id", "title", "description", "brand", "price", "currency", "category",
  "seller_id", "seller_name", "seller_age_days", "seller_strikes", "quantity", "condition",
  "gtin", "mpn", "image_hash", "url", "ship_from", "created_at" }

-- New goods of a brand. extra_of: by language a word for the title and a description;
-- fits: which goods.
local function new_goods(r, world, extra_of, fits)
  local t = market.thing(r, fits)
  local extra = extra_of and extra_of[t.lang]
  local l = {
    title = market.title(r, t, t.name, extra and extra[1]),
    description = r:pick(words.NEW[t.lang]), brand = r:chance(850) and t.name or "",
    cents = market.part(r, t.usual, 72, 118), category = words.GOODS[t.kind].category,
    currency = market.currency(r, t.lang), seller = market.honest(r, world),
    quantity = r:between(1, 25), condition = "new", hash = market.picture(r), thing = t,
  }
  if extra then l.description = extra[2] end
  if r:chance(600) then l.gtin = market.gtin(r, t.brand) end
  if r:chance(300) then
    l.mpn = t.name:sub(1, 2):upper() .. "-" .. r:between(10000, 99999)
  end
  if fakes.WANTED[t.kind] then world.pictures[t.brand.at] = l.hash end
  return l
end

local function used(r, world)
  local l = new_goods(r, world, words.USED)
  l.cents = market.part(r, l.thing.usual, 22, 68)
  l.condition, l.quantity, l.gtin = r:chance(80) and "refurbished" or "used", 1, nil
  return l
end

local function reduced(r, world)
  local l = new_goods(r, world, words.SALE)
  l.cents = market.part(r, l.thing.usual, 35, 65)
  return l
end

local function authorised(r, world)
  local l = new_goods(r, world)
  l.seller, l.brand = market.authorised(world, l.thing.brand), l.thing.name
  l.cents = market.part(r, l.thing.usual, 95, 105)
  l.gtin = market.gtin(r, l.thing.brand)
  return l
end

local WITH_ACCESSORIES = { watch = true, earphones = true, sunglasses = true, bag = true,
  sneakers = true, controller = true, speaker = true, drill = true }

local function accessory(r, world)
  local l = new_goods(r, world, nil, function(_, goods) return WITH_ACCESSORIES[goods[1]] end)
  local t = l.thing
  l.title = r:pick(words.ACCESSORY[t.lang]):format(t.name .. " " .. t.model)
  l.cents, l.category, l.brand = r:between(490, 3900), "Accessories", ""
  l.gtin, l.mpn = nil, nil
  return l
end

local function plain(r, world)
  local row = r:pick(words.PLAIN)
  return { title = row[1], description = "", brand = "", category = row[2], currency = "USD",
    cents = market.part(r, row[3] * 100, 70, 140), seller = market.honest(r, world),
    quantity = r:between(1, 60), condition = "new", hash = market.picture(r) }
end

local function lookalike(r, world)
  local row = r:pick(words.LOOKALIKES)
  return { title = row[1], description = row[2], brand = row[3], category = row[4],
    cents = market.part(r, row[5] * 100, 85, 115), currency = "USD",
    seller = market.honest(r, world), quantity = r:between(1, 40), condition = "new",
    hash = market.picture(r) }
end

local HONEST = { { 450, new_goods }, { 140, plain }, { 130, used }, { 90, reduced },
  { 70, authorised }, { 70, accessory }, { 50, lookalike } }

-- Fifty-five starts in a thousand give sixty rows, because a burst is several.
local function next_listing(r, world)
  if #world.waiting > 0 and r:chance(500) then return table.remove(world.waiting) end
  if r:chance(55) then return fakes.any(r, world) end
  return r:weighted(HONEST)[2](r, world)
end

local function row_of(l, id, time)
  local s = l.seller
  return { id, l.title, l.description, l.brand, market.price(l.cents, l.currency), l.currency,
    l.category, s.id, s.name, s.age, s.strikes, l.quantity, l.condition, l.gtin, l.mpn, l.hash,
    "https://market.example/item/" .. id, s.from, calendar.text(time) }
end

--- Writes a feed of n listings to sink: the last quarter of a year, in order of time.
-- planted(id, kind) is called for each counterfeit.
function M.write(r, sink, n, year, planted)
  local world = { people = r:bits(), crowd = math.min(1 << 22, n // 6 + 40), fresh = 0,
    pictures = {}, planted = {}, waiting = {} }
  local from = calendar.days(year, 10, 1) * calendar.DAY
  local quarter = calendar.year_start(year + 1) - from
  sink:write(output.csv(M.COLUMNS))
  for i = 1, n do
    local l = next_listing(r, world)
    local id = ("A%07d"):format(i)
    sink:write(output.csv(row_of(l, id, from + (i - 1) * quarter // n), { n = #M.COLUMNS }))
    if l.kind then planted(id, l.kind) end
  end
end

return M
