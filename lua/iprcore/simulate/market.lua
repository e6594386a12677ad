--- The people and things of a simulated marketplace: sellers who stay themselves from one
-- listing to the next, things with a usual price, article numbers, titles, money.
local random = require "iprcore.simulate.random"
local words = require "iprcore.simulate.words"

local M = {}

-- units of a currency for a thousand US dollars; decimals of its prices
local MONEY = { USD = { 1000, 2 }, EUR = { 910, 2 }, GBP = { 780, 2 }, CNY = { 7000, 2 },
  BRL = { 4100, 2 }, JPY = { 110000, 0 } }
local CURRENCIES = { en = { { 88, "USD" }, { 12, "GBP" } }, de = { { 70, "EUR" }, { 30, "USD" } },
  fr = { { 70, "EUR" }, { 30, "USD" } }, es = { { 60, "EUR" }, { 40, "USD" } },
  it = { { 70, "EUR" }, { 30, "USD" } }, pt = { { 60, "BRL" }, { 40, "USD" } },
  ru = { { 1, "USD" } }, zh = { { 50, "CNY" }, { 50, "USD" } },
  ja = { { 60, "JPY" }, { 40, "USD" } } }

--- A currency that listings of a language are priced in.
function M.currency(r, lang)
  return r:weighted(CURRENCIES[lang])[2]
end

--- A price in US cents as a shop would write it in a currency.
function M.price(cents, currency)
  local money = MONEY[currency]
  local n = cents * money[1] // 1000
  if money[2] == 0 then return ("%d"):format(n // 1000 * 10) end
  if n > 20000 then n = n // 100 * 100 elseif n > 500 then n = n // 100 * 100 + 99 end
  return ("%d.%02d"):format(n // 100, n % 100)
end

--- The check digit of a GTIN's other digits.
local function check_digit(digits)
  local sum = 0
  for i = 1, #digits do
    local d = digits:byte(-i) - 48
    sum = sum + (i % 2 == 1 and 3 * d or d)
  end
  return (10 - sum % 10) % 10
end

--- A GTIN-13 of a brand's own prefix; wrong: one whose check digit does not fit.
function M.gtin(r, brand, wrong)
  local prefix = 4000000 + random.stream(brand.at, "prefix"):below(900000)
  local digits = ("%07d%05d"):format(prefix, r:below(100000))
  local digit = check_digit(digits)
  if wrong then digit = (digit + r:between(1, 9)) % 10 end
  return digits .. digit
end

--- The hash of a picture, 64 bits in hexadecimal.
function M.picture(r)
  return ("%08x%08x"):format(r:below(1 << 32), r:below(1 << 32))
end

-- Sellers are numbers from which all else follows. Distinct numbers give distinct ids.
local SHOP, FRESH = 1 << 23, 1 << 22

local function seller(world, number)
  local r = random.stream(world.people + number, "seller")
  return r, { id = ("S%08d"):format(10000000 + (number * 1812433253 & 0xFFFFFF)),
    name = r:pick(words.SHOPS) .. " " .. r:pick(words.SHOP_KINDS), strikes = 0,
    from = r:pick(words.COUNTRIES) }
end

--- A seller of ordinary goods; a few are new, a few have a strike.
function M.honest(r, world)
  local own, s = seller(world, r:below(world.crowd))
  s.age = own:chance(50) and own:between(1, 40) or own:between(60, 4500)
  s.strikes = own:chance(40) and 1 or 0
  return s
end

--- The shop a brand runs or authorises.
function M.authorised(world, brand)
  local own, s = seller(world, SHOP + brand.at)
  s.name, s.age = brand[1] .. " Official Store", own:between(1200, 4000)
  return s
end

--- A seller of copies, never met before; mostly new.
function M.fresh(world, oldest)
  world.fresh = world.fresh + 1
  local own, s = seller(world, FRESH + world.fresh % FRESH)
  s.age = own:below(oldest or (own:chance(700) and 90 or 900))
  s.strikes = own:chance(250) and own:between(1, 3) or 0
  return s
end

local BRANDS = {}
for i, brand in ipairs(words.BRANDS) do
  BRANDS[i] = setmetatable({ at = i }, { __index = brand })
end

--- Something with a brand: brand, goods, model, usual price in US cents, language, colour.
-- fits: optional test of brand and goods.
function M.thing(r, fits)
  repeat
    local brand = r:pick(BRANDS)
    local goods = brand[r:between(2, #words.BRANDS[brand.at])]
    if not fits or fits(brand, goods) then
      local lang = r:weighted(words.LANGUAGES)[2]
      return { brand = brand, name = brand[1], kind = goods[1], usual = goods[2] * 100, lang = lang,
        model = goods[r:between(3, #goods)], colour = r:pick(words.COLOURS[lang]) }
    end
  until false
end

--- A thing's title, with its brand written as shown and extra words where they belong.
function M.title(r, t, shown, extra)
  local noun = words.GOODS[t.kind][t.lang]
  local local_name = t.brand[t.lang]
  if shown == t.name and local_name and r:chance(500) then
    shown = r:chance(500) and local_name or shown .. " " .. local_name
  end
  if t.lang == "zh" or t.lang == "ja" then
    return ("%s %s %s%s"):format(shown, t.model, t.colour, noun) .. (extra and " " .. extra or "")
  end
  if extra and r:chance(300) then
    return ("%s %s %s %s, %s"):format(shown, t.model, noun, t.colour, extra)
  end
  return ("%s %s %s%s %s"):format(shown, t.model, noun, extra and " " .. extra or "", t.colour)
end

--- A percentage of a price, drawn between two.
function M.part(r, cents, low, high)
  return math.max(100, cents * r:between(low, high) // 100)
end

return M
