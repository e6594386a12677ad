--- Random numbers that are the same on every machine and Lua: SplitMix64 over Lua's
-- 64-bit integers. Every part of a simulation draws from a stream of its own name, so
-- that asking for more listings changes no event.
local M = {}

local STEP = 0x9E3779B97F4A7C15

local function mix(z)
  z = (z ~ (z >> 30)) * 0xBF58476D1CE4E5B9
  z = (z ~ (z >> 27)) * 0x94D049BB133111EB
  return z ~ (z >> 31)
end

local Stream = {}
Stream.__index = Stream

--- A stream for an integer seed and a name.
function M.stream(seed, name)
  local state = mix(seed + STEP)
  for i = 1, #name do state = mix(state ~ name:byte(i)) + STEP end
  return setmetatable({ state = state }, Stream)
end

--- The next 63 bits, as an integer >= 0.
function Stream:bits()
  local s = self.state + STEP
  self.state = s
  return mix(s) >> 1
end

--- An integer from 0 to n - 1.
function Stream:below(n)
  return self:bits() % n
end

--- An integer from low to high, both included.
function Stream:between(low, high)
  return low + self:bits() % (high - low + 1)
end

--- True permille times in a thousand.
function Stream:chance(permille)
  return self:bits() % 1000 < permille
end

--- One of an array's values.
function Stream:pick(list)
  return list[self:bits() % #list + 1]
end

--- One of an array of { weight, value, … } rows by weight; returns the row.
function Stream:weighted(rows)
  local total = rows.total
  if not total then
    total = 0
    for _, row in ipairs(rows) do total = total + row[1] end
    rows.total = total
  end
  local at = self:bits() % total
  for _, row in ipairs(rows) do
    at = at - row[1]
    if at < 0 then return row end
  end
end

--- Puts an array into random order, in place; returns it.
function Stream:shuffle(list)
  for i = #list, 2, -1 do
    local j = self:bits() % i + 1
    list[i], list[j] = list[j], list[i]
  end
  return list
end

--- An array of n integers >= 0 that add up to total: everyone's part drawn evenly.
function Stream:split(total, n)
  local out = {}
  for i = 1, n do out[i] = 0 end
  for _ = 1, total do
    local i = self:bits() % n + 1
    out[i] = out[i] + 1
  end
  return out
end

return M
