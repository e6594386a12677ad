-- Twenty rules of the kind analysts write as functions, for measuring what calling them costs:
--   iprcore score --rules spec/bench/functions.lua --format csv LISTINGS.csv
-- spec/bench/functions_plain.lua calls the same closures in a plain loop.
local ipr = require "iprcore"

local MARKETS = { CN = true, HK = true, TR = true }
local functions = {
  function(l) return l.price ~= nil and l.price < 5 end,
  function(l) return l.price ~= nil and l.price > 4000 end,
  function(l) return l.seller_age_days ~= nil and l.seller_age_days < 3 end,
  function(l) return MARKETS[l.ship_from] and l.price ~= nil and l.price < 20 or false end,
  function(l) return l.category == "luxury" and (l.seller_age_days or 99) < 60 end,
  function(l) return l.currency == "XXX" end,
  function(l) return l.gtin == nil and l.category == "electronics" end,
  function(l) return l.gtin ~= nil and #l.gtin ~= 13 end,
  function(l) return l.brand == nil and l.category == "luxury" end,
  function(l) return l.brand ~= nil and #l.brand < 4 end,
  function(l)
    if l.price == nil then return nil end
    return math.max(0, math.min(1, (20 - l.price) / 20))
  end,
  function(l)
    local age = l.seller_age_days
    if age == nil then return nil end
    return age < 7, age .. " days old"
  end,
  function(l) return l.price ~= nil and l.price % 1 == 0 end,
  function(l) return l.currency == "TRY" and l.ship_from ~= "TR" end,
  function(l) return l.ship_from == "US" and l.currency ~= "USD" end,
  function(l) return l.brand ~= nil and l.brand:sub(1, 1) == "Z" end,
  function(l) return l.gtin ~= nil and l.gtin:sub(1, 1) == "9" end,
  function(l) return l.category == "watches" and l.price ~= nil and l.price < 30 end,
  function(l) return l.category == "bags" and l.price ~= nil and l.price < 30 end,
  function(l) return l.category == "cosmetics" and (l.price or 0) > 500 end,
}

local rules = {}
for i, f in ipairs(functions) do
  rules[i] = ipr.rule("function_" .. i) { weight = 1, group = "functions", when = f }
end
return rules
