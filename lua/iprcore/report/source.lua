--- Every line a tally has, of years, quarters and months: what claims are looked up in.
local M = {}

function M.lines(tally)
  local out = {}
  for _, period in ipairs { "year", "quarter", "month" } do
    for _, line in ipairs(tally:lines { period = period }) do out[#out + 1] = line end
  end
  return out
end

return M
