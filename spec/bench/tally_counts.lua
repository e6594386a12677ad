-- Two counts by month of a file of events, without its cases: what a tally costs at least. Prints
-- the lines. usage: tally_counts.lua EVENTS.csv
local ipr = require "iprcore"

local M = {}

M.kpis = {
  { key = "removed_rows", of = "listing_removed", events = true, facet = "source" },
  { key = "created_rows", of = "listing_created", events = true },
}

if ... ~= "bench.tally_counts" then
  local tally = ipr.tally { kpis = M.kpis, cases = false }
  tally:read(arg[1])
  for _, line in ipairs(tally:lines { period = "month" }) do
    print(line.key, line.period, line.value)
  end
end

return M
