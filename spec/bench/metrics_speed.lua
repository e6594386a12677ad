-- Speed of the metric parser's core, without Lua tables or JSON, on the texts of a JSONL
-- file repeated to 64 MB, and on texts made to be slow; with MB only so much of the former.
-- usage: metrics_speed.lua BUILD FILE [MB]
local build, path, mb = arg[1], arg[2], tonumber(arg[3])
package.path = "lua/?.lua;lua/?/init.lua;" .. package.path
package.cpath = build .. "/?.so;" .. package.cpath
local json, metrics = require "iprcore.json", require "iprcore.metrics"

-- The median of five scans; one before them makes the room for the records, which is kept.
local function timed(name, text)
  local seconds, n = {}, metrics._scan(text)
  for i = 1, 5 do
    local t = os.clock()
    metrics._scan(text)
    seconds[i] = os.clock() - t
  end
  table.sort(seconds)
  print(("%-28s %6.1f MB/s  %d metrics"):format(name, #text / 1e6 / seconds[3], n))
end

local t = os.clock()
metrics._scan("x")
print(("%-28s %6.1f ms"):format("pack compiled in", (os.clock() - t) * 1000))
local texts = {}
for line in io.lines(path) do texts[#texts + 1] = json.decode(line).text end
local all = table.concat(texts, "\n\n") .. "\n\n"
timed("the file's texts", all:rep(math.ceil((mb or 64) * 1e6 / #all)))
if mb then return end
for _, hard in ipairs { "a", "7", ",", "(", "1,", "1 ", "a-", "in 2019 1 " } do
  timed(("%q repeated"):format(hard), hard:rep(4000000 // #hard))
end
