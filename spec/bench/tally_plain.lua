-- The baseline in plain Lua for `make bench-tally`: rows by month, kind and source.
local counts, n = {}, 0
local lines = io.lines(arg[1])
lines()
for line in lines do
  local time, event, _, source = line:match("^([^,]*),([^,]*),([^,]*),([^,]*)")
  local key = time:sub(1, 7) .. "|" .. event .. "|" .. source
  counts[key] = (counts[key] or 0) + 1
  n = n + 1
end
local keys = {}
for key in pairs(counts) do keys[#keys + 1] = key end
table.sort(keys)
for _, key in ipairs(keys) do print(key, counts[key]) end
