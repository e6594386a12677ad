-- Writes N events to stdout for `make bench-tally`: two years of listings created and removed
-- in the order of time, about 64 bytes a row, the same on every machine.
local n = tonumber(arg[1]) or 1000000
local out, at = {}, 0
local SOURCES = { "own_initiative", "article_16", "consumer_report", "trusted_flagger" }
local state = 7
local function random(k)
  state = (state * 1103515245 + 12345) % 2147483648
  return state // 65536 % k + 1
end

local days, months = {}, { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }
for year = 2018, 2019 do
  for m = 1, 12 do
    for d = 1, months[m] do days[#days + 1] = ("%d-%02d-%02d"):format(year, m, d) end
  end
end

local function time_of(seconds)
  local day, rest = seconds // 86400, seconds % 86400
  return ("%sT%02d:%02d:%02dZ"):format(days[math.min(day + 1, #days)], rest // 3600,
    rest // 60 % 60, rest % 60)
end

local function put(line)
  at = at + 1
  out[at] = line
  if at == 4096 then
    io.write(table.concat(out, "\n", 1, at), "\n")
    at = 0
  end
end

put "time,event,id,source,party"
local step = 63072000 / (n / 2)
for i = 1, n // 2 do
  local t = math.floor((i - 1) * step)
  put(("%s,listing_created,L%d,,s%d"):format(time_of(t), i, random(20000)))
  -- removed within the hour; every hundredth from an older listing
  local of = i % 100 == 0 and i // 2 or i
  put(("%s,listing_removed,L%d,%s,s%d"):format(time_of(t + random(3600)), of,
    SOURCES[random(4)], random(20000)))
end
io.write(table.concat(out, "\n", 1, at), "\n")
