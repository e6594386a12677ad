--- May two figures be set against each other? Every doubt is a reason with a code; the worst
-- one decides. Also what change lies between them, with the interval that rounding leaves.
local counted = require "iprcore.metrics.counted"
local interval = require "iprcore.metrics.interval"

local M = {}

-- Units of time and mass in their smallest; months and years are no fixed number of days.
local FACTORS = { second = 1, minute = 60, hour = 3600, day = 86400, week = 604800,
  kilogram = 1, tonne = 1000 }

local function folded(text)
  return text and (text:lower():gsub("[%s%p]+", " "):gsub("^ ", ""):gsub(" $", ""))
end

--- A key with its facet made comparable: "origin_share[the Americas]" -> "origin_share[americas]".
function M.key(key)
  local base, facet = key:match("^([^%[]+)%[(.*)%]$")
  if not facet then return key end
  return base .. "[" .. folded(facet):gsub("^the ", "") .. "]"
end

local GRAINS = { { "/", "interval" }, { "^FY", "fiscal year" }, { "%-H%d$", "half-year" },
  { "%-Q%d$", "quarter" }, { "^%d+%-%d%d%-%d%d$", "day" }, { "^%d+%-%d%d$", "month" } }

local function grain(period)
  for _, g in ipairs(GRAINS) do
    if period:find(g[1]) then return g[2] end
  end
  return "year"
end

-- A year's last day, as of, is that year.
local function settled(m)
  if m.period_type == "instant" and m.period and m.period:find("%-12%-31$") then
    return m.period:sub(1, 4), "year"
  end
  return m.period, m.period and grain(m.period)
end

--- The period a figure is lined up by.
function M.period(m) return (settled(m)) end

local doubts = {}

function doubts.kind(a, b)
  if a.kind ~= b.kind then return "no", "level_against_change", "level against change" end
end

local function money(m) return m.unit == "currency" end
local function share(m) return m.unit == "percent" or m.unit == "ratio" end

function doubts.unit(a, b)
  if a.unit ~= b.unit then
    if share(a) and share(b) and a.kind == "level" then
      return "check", "other_unit", "other unit: percent against ratio"
    end
    return "no", "other_unit", ("other unit: %s against %s"):format(a.unit, b.unit)
  elseif a.subunit ~= b.subunit then
    local fixed = FACTORS[a.subunit] and FACTORS[b.subunit]
    if money(a) or not fixed then
      local what = money(a) and "currency" or "unit"
      return "no", "other_" .. what, ("other %s: %s against %s"):format(what, a.subunit or "none",
        b.subunit or "none")
    end
  end
end

function doubts.basis(a, b)
  if a.kind ~= "change" or b.kind ~= "change" then return end
  if a.basis and b.basis and a.basis ~= b.basis then
    return "no", "other_basis", ("other basis: %s against %s"):format(a.basis, b.basis)
  elseif not a.direction or not b.direction then
    return "no", "no_direction", "a change without its direction"
  elseif a.basis ~= b.basis then
    return "check", "other_basis", "one change does not say against what"
  end
end

function doubts.counted(a, b)
  local x, y = counted.of(a), counted.of(b)
  if x and y and x ~= y then return "no", "counts_other", x .. " against " .. y end
  if money(a) and x ~= y then
    return "check", "counts_other", "only one says at which price: " .. (x or y)
  end
end

function doubts.qualifier(a, b)
  local x, y = folded(a.qualifier), folded(b.qualifier)
  if x == y then return end
  if not x or not y then
    return "check", "other_qualifier", ('only one is restricted: "%s"'):format(a.qualifier
      or b.qualifier)
  end
  return x:find(y, 1, true) and "check" or y:find(x, 1, true) and "check" or "no",
    "other_qualifier", ('other qualifier: "%s" against "%s"'):format(a.qualifier, b.qualifier)
end

function doubts.period(a, b)
  local p, g = settled(a)
  local q, h = settled(b)
  if not p or not q then return "check", "no_period", "a figure without its period" end
  if p == q or (a.period_type == "instant" and b.period_type == "instant") then return end
  if a.period_type ~= b.period_type and (g == "day" or h == "day") then
    return "check", "other_period", "as of a day against over a period"
  elseif g == h and g ~= "interval" then
    return
  end
  local years = (g == "year" or g == "fiscal year") and (h == "year" or h == "fiscal year")
  local mild = years or share(a)
  return mild and "check" or "no", "other_period", ("%s against %s"):format(g, h)
end

function doubts.publisher(a, b)
  local x, y = folded(a.publisher), folded(b.publisher)
  if x and y and x ~= y then
    return "check", "other_publisher", "other publisher: definitions may differ"
  end
end

local ORDER = { "kind", "unit", "basis", "counted", "qualifier", "period", "publisher" }

--- "yes", "check" or "no", and the reasons: array of { code, text }.
function M.judge(a, b)
  local worst, reasons = "yes", {}
  for _, name in ipairs(ORDER) do
    local verdict, code, text = doubts[name](a, b)
    if verdict then
      reasons[#reasons + 1] = { code = code, text = text }
      if verdict == "no" or worst == "yes" then worst = verdict end
    end
  end
  return worst, reasons
end

-- A figure's value and interval in a unit both share; changes carry their sign.
local function measured(m, both)
  local factor = m.subunit ~= both.subunit and FACTORS[m.subunit] or 1
  if m.unit == "ratio" and both.unit == "percent" then factor = 100 end
  local low, high = interval.of(m)
  local out = { value = m.value * factor, low = low and low * factor, high = high and high * factor,
    open = m.comparator == "range" or not low or not high }
  if m.kind == "change" and m.direction == "decrease" then
    out.value, out.low, out.high = -out.value, out.high and -out.high, out.low and -out.low
  end
  return out
end

local function sign(low, high)
  if low and low > 0 then return "increase" end
  if high and high < 0 then return "decrease" end
end

--- The change from a to b of two figures that may be compared: { value?, low?, high?, unit,
-- direction?, within_rounding? }. value is nil where an end is open; direction only where the
-- whole interval agrees on it.
function M.change(a, b)
  local x, y = measured(a, b), measured(b, a)
  local points = a.kind == "change" or a.unit == "percent" or b.unit == "percent"
  local out = { unit = points and "percentage_points" or "percent" }
  out.low, out.high = interval.change(x, y, points)
  if not x.open and not y.open and (points or x.value > 0) then
    out.value = interval.tidy(points and y.value - x.value
      or 100 * (y.value - x.value) / x.value)
  end
  out.direction = sign(out.low, out.high)
  if out.low and out.high and not out.direction and out.low ~= out.high then
    out.within_rounding = true
  end
  return out
end

return M
