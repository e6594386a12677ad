-- Sets this year's report against last year's and prints what may be said of it, with the place
-- to look up; what may not be compared is named with the reason.
--   lua5.4 lua/examples/compare_reports.lua REPORT-2018.html REPORT-2019.txt [PUBLISHER]
local ipr = require "iprcore"

local before = ipr.metrics.load(arg[1], { publisher = arg[3] })
local now = ipr.metrics.load(arg[2], { publisher = arg[3] })

local function cite(m)
  return ("%s, line %d: \"%s\""):format(m.source, m.line, m.sentence)
end

for _, row in ipairs(ipr.metrics.compare { before, now }) do
  if row.comparable == "no" then
    print(("%s: not comparable (%s)"):format(row.label, row.reason))
  else
    local c, unit = row.change, row.change.unit == "percent" and "%" or " points"
    local said = not c.value and "an open figure" or c.within_rounding and "no more than rounding"
      or ("%+.1f%s, from %+.1f to %+.1f"):format(c.value, unit, c.low, c.high)
    print(("%s: %s"):format(row.label, said))
    print("  " .. cite(row.a))
    print("  " .. cite(row.b))
    if row.reason then print("  check first: " .. row.reason) end
  end
end
