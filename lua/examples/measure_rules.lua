-- From a feed to a worksheet, to decisions, to a backtest, to a changed weight, to what
-- would change: the week of an analyst who tunes the standard packs.
--   lua5.4 lua/examples/measure_rules.lua FEED.csv [DECIDED.csv]
-- Without DECIDED.csv it writes worksheet.csv to be filled in; with it, it measures.
local ipr = require "iprcore"

local feed, decided = arg[1], arg[2]
local standard = ipr.scorer {}

if not decided then
  local sheet = assert(io.open("worksheet.csv", "w"))
  sheet:write("id,weight,title,decision,basis,by,date\n")
  for _, row in ipairs(ipr.sample.draw(standard, feed, { each = 25 })) do
    local title = (row.listing.title or ""):gsub('"', '""')
    sheet:write(('%s,%.4f,"%s",,,,\n'):format(row.listing.id, row.weight, title))
  end
  sheet:close()
  print("fill in decision, basis, by and date in worksheet.csv, then give it as second argument")
  return
end

local labels = ipr.labels.load(decided)

-- The standard packs with one rule weighed otherwise.
local changed = ipr.scorer { weights = { says_copy = 6 } }

for _, one in ipairs { { "standard", standard }, { "changed", changed } } do
  local name, b = one[1], ipr.backtest.run(one[2], feed, labels)
  for _, row in ipairs(b:by_actions()) do
    local p, r = row.precision, row.recall
    print(("%s, %s: precision %s, recall %s"):format(name, row.action,
      p and ("%.2f (%.2f to %.2f)"):format(p.value, p.low, p.high) or "none",
      r and ("%.2f"):format(r.value) or "none"))
  end
end

for row in ipr.diff.each(standard, changed, feed) do
  print(("%s: %s -> %s because of %s"):format(row.id, row.before, row.after, row.rules[1].rule))
end
