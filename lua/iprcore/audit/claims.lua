--- Gives each claim of a text its verdict: levels, changes, and directions stated without
-- a figure. Claims are metric tables as metrics.parse makes them.
local data = require "iprcore.audit.data"
local figures = require "iprcore.report.figures"
local verdict = require "iprcore.audit.verdict"
local words = require "iprcore.report.words"

local M = {}

--- Whether a metric states a change (20% more) and not a level (grew to 170).
function M.is_change(m)
  if m.unit == "percentage_points" then return true end
  return m.kind == "change"
end

local function usual(m, what)
  return { key = m.key, period = m.period, claimed = m.value, first = m.first, last = m.last,
    direction = m.direction, metric = m, what = what }
end

-- The size of a change in the claim's unit or form, signed: above zero is an increase. Factors
-- have no sign: above 1 is what is claimed.
local function size(a, b, unit, level_unit)
  if unit == "percent" then
    return b ~= 0 and 100 * (a - b) / math.abs(b) or nil
  elseif unit == "part" then
    return b ~= 0 and (a - b) / math.abs(b) or nil
  elseif unit == "percentage_points" then
    return level_unit == "percent" and a - b or nil
  elseif unit == "factor" then
    return b ~= 0 and a / b or nil
  elseif unit == "divisor" then
    return a ~= 0 and b / a or nil
  end
  return a - b
end

-- The change between two levels; where they are printed figures, also the least and the
-- most it can be.
local function change_between(now, before, unit)
  local found = size(now.value, before.value, unit, now.unit)
  if not found or not (now.low or before.low) then return found end
  local n1, n2 = now.low or now.value, now.high or now.value
  local b1, b2 = before.low or before.value, before.high or before.value
  if b1 <= 0 then return found end
  return found, size(n1, b2, unit, now.unit), size(n2, b1, unit, now.unit)
end

-- A verdict where what was found is itself rounded: two printed figures agree if some value
-- rounds to both.
local function of_printed(m, found, low, high)
  local v = verdict.of(m, found)
  local exact = (m.comparator or "=") == "=" or m.comparator == "~"
  if v ~= "differs" or not low or not exact then return v end
  local c1, c2 = verdict.interval(m)
  return c1 <= high + 1e-9 and low <= c2 + 1e-9 and "rounds_to" or v
end

local SIGN = { increase = 1, decrease = -1 }

-- What the data say of a claimed change, signed; factors ("doubled") are none.
local function found_change(m, d, own)
  local period = m.period or d:year()
  if not period then return nil end
  local subunit = m.unit == "currency" and m.subunit or m.currency
  local now, before = d:levels(m.key, period, m.versus, subunit)
  now = now or own:level(m.key, period, subunit)
  before = before or own:level(m.key, m.versus or figures.year_before(period), subunit)
  local yoy = not m.versus or m.versus == figures.year_before(period)
  local line = yoy and d:stated_change(m.key, period, subunit)
  local form = words.form(m)
  if line and form and form ~= "part" then
    if words.form(line) == form then return line.value end
  elseif line and (line.unit == m.unit and words.form(line) == form or not line.unit) then
    local sign = SIGN[line.direction] or (line.value == 0 and 0 or 1)
    if sign < 0 and line.low then return -line.value, -line.high, -line.low end
    return sign * line.value, line.low, line.high
  end
  -- two levels of the audited report alone are for the inner checks, not for a verdict
  if not now or not before or (now.own and before.own) then return nil end
  return change_between(now, before, form or m.unit)
end

local function judge_change(claim, m, d, own)
  local signed, low, high = found_change(m, d, own)
  if not signed then
    claim.verdict = "not_in_data"
    return claim
  end
  local sign = SIGN[m.direction]
  local form = words.form(m)
  if form and form ~= "part" then
    claim.found = signed
    claim.verdict = sign and signed < 1 and "differs" or verdict.of(m, signed)
    return claim
  end
  -- found is in the claim's own direction: below zero is a move the other way
  claim.found = sign and signed * sign or math.abs(signed)
  if low and (sign or 1) < 0 then low, high = -high, -low end
  claim.verdict = of_printed(m, claim.found, low, high)
  return claim
end

-- The direction of a level claim ("grew to 170") against the data, where they know it.
local function contrary(m, d, own)
  local sign = SIGN[m.direction]
  if not sign then return false end
  local signed = found_change({ key = m.key, period = m.period, versus = m.versus,
    unit = "percent", subunit = m.subunit }, d, own)
  return signed ~= nil and signed * sign < 0 and math.abs(signed) > 1e-9
end

local function judge_level(claim, m, d, own)
  local period = m.period or d:year()
  local line = d:level(m.key, period, m.unit == "currency" and m.subunit or nil)
  local found = line and data.convert(line.value, line.unit, line.subunit, m.unit, m.subunit)
  if found == nil then
    claim.verdict = "not_in_data"
    return claim
  end
  claim.found = found
  local function part(v) return v and data.convert(v, line.unit, line.subunit, m.unit,
    m.subunit) end
  claim.verdict = contrary(m, d, own) and "differs"
    or of_printed(m, found, part(line.low), part(line.high))
  return claim
end

--- The verdict on a metric. d: what is looked up in; own: the audited report's own levels.
function M.judge(m, d, own)
  local claim = usual(m, M.is_change(m) and "change" or "level")
  if claim.what == "change" then return judge_change(claim, m, d, own) end
  return judge_level(claim, m, d, own)
end

--- The verdict on one part ("11,520" or "12,000") of a share's "n of N".
function M.judge_part(m, share, part, d)
  local line = d:level(share.key, share.period or d:year())
  local claim = usual(m, part)
  claim.key, claim.period = share.key, share.period
  claim.found = line and line[part]
  claim.verdict = claim.found and verdict.of(m, claim.found) or "not_in_data"
  return claim
end

--- The verdict on a direction claimed without a figure: { key, direction, period, versus?,
-- first, last }.
function M.judge_direction(c, d, own)
  local claim = { key = c.key, period = c.period, direction = c.direction, first = c.first,
    last = c.last, what = "direction" }
  local signed, unit
  for _, u in ipairs { "percent", "percentage_points" } do
    signed = signed or found_change({ key = c.key, period = c.period, versus = c.versus,
      unit = u }, d, own)
    unit = unit or signed and u
  end
  if not signed then
    claim.verdict = "not_in_data"
    return claim
  end
  local sign = SIGN[c.direction]
  if not sign then -- "remained stable"
    claim.found = math.abs(signed)
    claim.verdict = claim.found < 5 and "agrees" or "differs"
    return claim
  end
  claim.found, claim.unit = signed * sign, unit
  claim.verdict = claim.found > 0 and "agrees" or "differs"
  return claim
end

--- Sorts claims or findings by their first byte; those of one place stay as they were.
function M.in_text_order(list)
  for i, c in ipairs(list) do c.order = i end
  table.sort(list, function(a, b)
    if a.first ~= b.first then return a.first < b.first end
    return a.order < b.order
  end)
  return list
end

return M
