-- `make bench-tally`: events a second of counting KPIs, and of the whole programme with all
-- cases, beside mawk and plain Lua on the same file in the same run. One thread each.
local core = require "iprcore.core"
local counts = require "bench.tally_counts"
local ipr = require "iprcore"

local n = tonumber(arg[1]) or 1000000
local folder = arg[2] or "build"
local events = ("%s/bench-events-%d.csv"):format(folder, n)
local lua = arg[-1] or "lua"

local f = io.open(events, "rb")
if not f then
  assert(os.execute(("%s spec/bench/tally_events.lua %d > %s"):format(lua, n, events)))
  f = assert(io.open(events, "rb"))
end
local bytes = f:seek "end"
f:close()
print(("%d events, %.0f MB, %.0f bytes a row"):format(n, bytes / 1e6, bytes / n))

-- Best of three, in wall-clock seconds of a child for others, CPU seconds for ourselves.
local function best(run)
  local least
  for _ = 1, 3 do
    local s = run()
    least = least and math.min(least, s) or s
  end
  return least
end

local function say(what, seconds, note)
  print(("%-44s %6.2f s  %6.2f M events/s  %s"):format(what, seconds, n / seconds / 1e6,
    note or ""))
end

local function own(opts)
  local note
  local seconds = best(function()
    collectgarbage()
    local from = os.clock()
    local t = ipr.tally(opts)
    t:read(events)
    local lines = t:lines { period = "month" }
    local spent = os.clock() - from
    note = ("%d lines, %.1f MB of state"):format(#lines, t:bytes() / 1e6)
    return spent
  end)
  return seconds, note
end

-- CPU seconds of a shell command, by the shell's own times.
local function other(command)
  return best(function()
    local p = assert(io.popen(("bash -c 'TIMEFORMAT=\"%%U %%S\"; time %s > /dev/null' 2>&1")
      :format(command)))
    local user, system = p:read("a"):match("([%d.]+) ([%d.]+)%s*$")
    p:close()
    return tonumber(user) + tonumber(system)
  end)
end

print("core " .. core.version)
say("iprcore, counting KPIs (rows by month, source)", own { kpis = counts.kpis, cases = false })
say("iprcore, the programme with all cases", own {})
if os.execute "command -v mawk > /dev/null" then
  say("mawk, rows by month, kind, source", other(('mawk -F, "NR > 1 { k = substr(\\$1, 1, 7)'
    .. ' FS \\$2 FS \\$4; c[k]++ } END { for (k in c) print k, c[k] }" %s'):format(events)))
end
say("plain Lua, rows by month, kind, source",
  other(("%s spec/bench/tally_plain.lua %s"):format(lua, events)))
