--- Where a report's and an audit's figures come from when events are given: one tally.
local M = {}

--- Reads event files into a tally. opts: the command's options (kpis, as-of, input).
function M.tally(paths, opts)
  local ipr = require "iprcore"
  local kpis = opts.kpis and require("iprcore.kpis").load(opts.kpis) or nil
  local tally = ipr.tally { kpis = kpis, as_of = opts["as-of"] }
  for _, path in ipairs(paths) do tally:read(path, { input = opts.input }) end
  return tally
end

--- Every line a tally has, of years, quarters and months: what claims are looked up in.
function M.lines(tally)
  local out = {}
  for _, period in ipairs { "year", "quarter", "month" } do
    for _, line in ipairs(tally:lines { period = period }) do out[#out + 1] = line end
  end
  return out
end

return M
