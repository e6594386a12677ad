-- The closures of spec/bench/functions.lua in a plain Lua loop over tables that are filled
-- already: what calling them costs at least. usage: functions_plain.lua LISTINGS.csv ROWS ROUNDS
-- prints nanoseconds a listing.
local core = require "iprcore.core"
local path, rows, rounds = arg[1], tonumber(arg[2]), tonumber(arg[3])

local functions = {}
package.loaded.iprcore = { rule = function()
  return function(t) functions[#functions + 1] = t.when end
end }
dofile "spec/bench/functions.lua"

local NUMBERS = { price = tonumber, seller_age_days = math.tointeger }
local reader = require("iprcore.input").records(path)
local listings = {}
for record in reader do
  local l = {}
  for _, name in ipairs { "price", "currency", "seller_age_days", "gtin", "category", "ship_from",
    "brand" } do
    local value = record[name]
    if NUMBERS[name] then value = NUMBERS[name](tonumber(value)) end
    l[name] = value
  end
  listings[#listings + 1] = l
  if #listings == rows then break end
end
assert(#listings > 0 and #functions == 20 and core)

local fired, from = 0, os.clock()
for _ = 1, rounds do
  for i = 1, #listings do
    local l = listings[i]
    for k = 1, #functions do
      if functions[k](l) then fired = fired + 1 end
    end
  end
end
io.write(("%.1f %d\n"):format((os.clock() - from) / rounds / #listings * 1e9, fired))
