--- What a printed figure leaves open: 96 % may be 95.5 up to 96.5, "more than 500" is open
-- above, "about 5,000" is known to its last digit that is not zero. Counts written in full are
-- exact. Half units, as rounding leaves them.
local M = {}

--- A result without the dust of binary fractions: 12 digits.
function M.tidy(x)
  if x == nil or x == 0 or x ~= x or x == math.huge or x == -math.huge then return x end
  local scale = 10.0 ^ (11 - math.floor(math.log(math.abs(x), 10)))
  if scale == math.huge or scale == 0 or x * scale == math.huge then return x end
  return math.floor(x * scale + 0.5) / scale
end

-- The value of one unit of the last digit written, before scale: "95.6" 0.1, "1,045" 1.
local function last_place(surface)
  local digits = surface:match("%d[%d,.%s']*%d") or surface:match("%d")
  if not digits then return nil end
  local tail = digits:match("[.,](%d+)$")
  -- a mark before three digits groups them ("1,045"), unless only zero stands before ("0.125")
  if not tail or (#tail == 3 and not digits:find("^0[.,]")
      and not digits:find("%d[.,]%d+[.,]%d+$") and digits:find(",%d%d%d$")) then
    return 1, digits
  end
  if #tail == 3 and digits:find("%d,%d%d%d,%d%d%d$") then return 1, digits end
  return 10.0 ^ -#tail, digits
end

-- How many times the value is the number written: 1000000 for "4.1 million".
local function scale_of(m, digits, place)
  local plain = digits:gsub("%s", "")
  if place < 1 then
    plain = plain:gsub("[.,](%d+)$", "\0%1"):gsub("[.,']", ""):gsub("%z", ".")
  else
    plain = plain:gsub("[.,']", "")
  end
  local written = tonumber(plain)
  if not written or written == 0 or m.value == 0 then return 1 end
  return m.value / written
end

-- Half the last place that is not zero of a whole number: 5,000 -> 500, 1,045 -> 0.5.
local function half_of_zeros(value)
  local place = 1
  while value % (place * 10) == 0 and place < value do place = place * 10 end
  return place / 2
end

local function half(m)
  local place, digits = last_place(m.surface or "")
  if not place then return 0 end
  local scale = scale_of(m, digits, place)
  if m.comparator == "~" and place == 1 then return half_of_zeros(m.value / scale) * scale end
  if m.unit == "count" and place == 1 and math.abs(scale - 1) < 1e-9 then return 0 end
  return place * scale / 2
end

--- The interval of a metric: low, high (nil where it is open), and whether the end that a
-- comparator gives is left out ("more than 500": low 500, which it is not).
function M.of(m)
  local h, c = half(m), m.comparator or "="
  if c == "range" then
    return M.tidy(m.value - h), M.tidy((m.value_high or m.value) + h), false
  end
  if c == ">" or c == ">=" then return m.value, nil, c == ">" end
  if c == "<" or c == "<=" then return nil, m.value, c == "<" end
  return M.tidy(math.max(m.value - h, 0)), M.tidy(m.value + h), false
end

--- The change from interval a to interval b: in percent of a, or the plain difference where
-- `points`. Returns low, high (nil where open).
function M.change(a, b, points)
  local function part(x, base)
    if x == nil or base == nil then return nil end
    if points then return M.tidy(x - base) end
    if base <= 0 then return nil end
    return M.tidy(100 * (x - base) / base)
  end
  return part(b.low, a.high), part(b.high, a.low)
end

return M
