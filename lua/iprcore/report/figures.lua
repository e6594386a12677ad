--- Figures: the lines that `iprcore tally` prints, read from a tally, a table or a file,
-- indexed by key and period, with the arithmetic that reports and audits share. A line is
--   { key, period, period_type, kind, direction, basis, value, unit, subunit?, num?, den?,
--     open?, unknown?, reason? }    with value nil where it cannot be known.
local errors = require "iprcore.errors"

local M = {}

--- Rounds half away from zero at `digits` decimals (negative: tens, hundreds …). The
-- small allowance undoes binary noise, so that 0.25 and 1.005 round as written.
function M.round(x, digits)
  if x % 1 == 0 and (digits or 0) >= 0 then return math.tointeger(x) or x end
  local scale = 10.0 ^ (digits or 0)
  local y = math.abs(x) * scale
  local n = math.floor(y + 0.5 + 1e-9 * math.max(1, y * 1e-6)) / scale
  if (digits or 0) <= 0 then n = math.tointeger(n) or n end
  return x < 0 and -n or n
end

--- "region_share[Europe]" -> "region_share", "Europe"; facet nil where there is none.
function M.split(key)
  local base, facet = key:match("^(.-)%[(.*)%]$")
  return base or key, facet
end

--- A period and its type in one written form: an instant at a year's last day is the year.
function M.period(period)
  return period and (period:gsub("^(%d%d%d%d)%-12%-31$", "%1")) or nil
end

--- Answers, of metrics asked in text order, whether one states again what an earlier one did:
-- the same value of a key and period, where an instant at a year's last day is the year.
function M.repeats()
  local seen = {}
  return function(m)
    if not m.key or not m.period then return false end
    local id = {}
    for i, name in ipairs { "key", "kind", "value", "value_high", "comparator", "unit", "subunit",
      "versus" } do id[i] = tostring(m[name]) end
    id[#id + 1] = m.kind == "change" and tostring(m.direction) or ""
    id[#id + 1] = M.period(m.period)
    local s = table.concat(id, "\0")
    local before = seen[s]
    seen[s] = true
    return before ~= nil
  end
end

--- The same period one year earlier: "2019" -> "2018", "2019-03" -> "2018-03"; nil if unreadable.
function M.year_before(period)
  local prefix, year, rest = period:match("^(FY)(%d%d%d%d)(.*)$")
  if not prefix then year, rest = period:match("^(%d%d%d%d)(.*)$") end
  if not year or rest:find("/", 1, true) then return nil end
  return (prefix or "") .. ("%04d"):format(tonumber(year) - 1) .. rest
end

--- The change from old to new as a change line has it: value (never negative), unit,
-- direction. Percentages change by percentage points. nil if there is no base.
function M.change(old, new, unit)
  if not old or not new then return nil end
  local diff, out = new - old, "percentage_points"
  if unit ~= "percent" then
    if old == 0 then return nil end
    diff, out = 100 * diff / math.abs(old), "percent"
  end
  if math.abs(diff) < 1e-12 then return 0, out, nil end
  return math.abs(diff), out, diff > 0 and "increase" or "decrease"
end

local NUMBERS = { "value", "num", "den", "open", "unknown" }

--- A copy of a line in the one form everything here reads: numbers as numbers, empty
-- texts gone, a negative change as a decrease, kind and period filled in.
function M.tidy(line)
  local t = {}
  for k, v in pairs(line) do
    if v ~= "" and v ~= require("iprcore.json").null then t[k] = v end
  end
  for _, k in ipairs(NUMBERS) do
    local n = tonumber(t[k])
    -- neither NaN nor an infinity is a figure
    t[k] = n and n == n and math.abs(n) < math.huge and n or nil
  end
  t.kind = t.kind or "level"
  t.period = t.period and tostring(t.period)
  if t.kind == "change" and t.value and t.value < 0 then
    t.value, t.direction = -t.value, "decrease"
  end
  return t
end

local Set = {}
Set.__index = Set

local function slot(kind, key, period)
  return table.concat({ kind, key, M.period(period) or "" }, "\0")
end

local DAYS = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

-- The month that an instant at its last day stands for, as years do.
local function month_of(line)
  local y, m, d = line.period:match("^(%d%d%d%d)%-(%d%d)%-(%d%d)$")
  if not y or line.period_type ~= "instant" then return nil end
  local year, month = tonumber(y), tonumber(m)
  local leap = year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)
  local last = month == 2 and (leap and 29 or 28) or DAYS[month]
  return tonumber(d) == last and y .. "-" .. m or nil
end

--- The lines, if they are an array of such; else usage.
function M.check(who, lines)
  errors.expect(who, lines, "table", "an array of figures")
  for i, line in ipairs(lines) do
    if type(line) ~= "table" or type(line.key or "") ~= "string" then
      errors.misuse(("%s: figure %d is no line { key = …, period = …, value = … }"):format(who, i))
    end
  end
  return lines
end

--- An indexed set of figures. The first line of a kind, key and period counts.
function M.set(lines)
  local self = setmetatable({ lines = {}, at = {} }, Set)
  for _, raw in ipairs(lines) do
    local line = M.tidy(raw)
    self.lines[#self.lines + 1] = line
    if type(line.key) == "string" and line.period then
      local s = slot(line.kind, line.key, line.period)
      self.at[s] = self.at[s] or line
      local month = month_of(line)
      if month then
        s = slot(line.kind, line.key, month)
        self.at[s] = self.at[s] or line
      end
    end
  end
  return self
end

--- The level of a key in a period (the line, its value may be nil), or nil.
function Set:level(key, period) return self.at[slot("level", key, period)] end

--- The change line of a key in a period: as given, else from the two levels, else nil.
function Set:change(key, period)
  local line = self.at[slot("change", key, period)]
  if line then return line end
  local now, before = self:level(key, period), nil
  local earlier = M.year_before(period)
  if earlier then before = self:level(key, earlier) end
  if not now or not before then return nil end
  local value, unit, direction = M.change(before.value, now.value, now.unit)
  if not value then return nil end
  return { key = key, period = period, period_type = now.period_type, kind = "change",
    direction = direction, basis = "yoy", value = value, unit = unit, computed = true }
end

--- The level lines of a key's facets in a period, in the order of the input.
function Set:facets(base, period)
  local out, seen = {}, {}
  for _, line in ipairs(self.lines) do
    local b, facet = M.split(line.key or "")
    if facet and b == base and line.kind == "level" and not seen[line.key]
      and M.period(line.period) == M.period(period) then
      seen[line.key] = true
      out[#out + 1] = line
    end
  end
  return out
end

--- The twelve levels of a key in a year's months; a month without a line is nil. Second
-- result: how many months have a value.
function Set:months(key, year)
  local out, n = {}, 0
  for m = 1, 12 do
    out[m] = self:level(key, ("%04d-%02d"):format(year, m))
    if out[m] and out[m].value then n = n + 1 end
  end
  return out, n
end

--- Level keys that have a line in this period, in the order of the input.
function Set:keys(period)
  local out, seen = {}, {}
  for _, line in ipairs(self.lines) do
    if line.kind == "level" and line.key and not seen[line.key]
      and M.period(line.period) == M.period(period) then
      seen[line.key] = true
      out[#out + 1] = line.key
    end
  end
  return out
end

-- Column names that figures files use for ours.
local ALIAS = { year = "period", currency = "subunit", amount = "value", figure = "value",
  metric = "key", kpi = "key" }

--- A record of a figures file with our names for its columns.
function M.renamed(record)
  local line = {}
  for name, value in pairs(record) do
    local lower = name:lower():gsub("^%s+", ""):gsub("%s+$", "")
    line[ALIAS[lower] or lower] = value
  end
  return line
end

-- What a figure must not have: a number that is none.
local function check_numbers(line, place)
  for _, name in ipairs(NUMBERS) do
    local given = line[name]
    if given ~= nil and given ~= "" and given ~= require("iprcore.json").null
      and not M.tidy({ [name] = given })[name] then
      errors.raise("bad_value", ("the %s of %s in %s is no number: %s"):format(name, line.key,
        line.period, tostring(given)), place)
    end
  end
end

-- One figure given twice must be the same; seen: what was read before.
local function check_repeated(line, seen, place)
  local t = M.tidy(line)
  local id = slot(t.kind, t.key, t.period) .. "\0" .. (t.subunit or "") .. "\0" .. (t.basis or "")
  local before = seen[id]
  seen[id] = before or { value = t.value, direction = t.direction, line = place.line }
  if before and (before.value ~= t.value or before.direction ~= t.direction) then
    errors.raise("bad_value", ("%s in %s is %s, and in line %d it was %s"):format(t.key, t.period,
      tostring(t.value), before.line, tostring(before.value)), place)
  end
end

-- Every key that a report has words for or a KPI counts, as an array.
local function known_keys()
  local out = {}
  for key in pairs(require("iprcore.lang.report_en").figures) do out[key] = true end
  for _, kpi in ipairs(require("iprcore.kpis").programme) do out[kpi.key] = true end
  local keys = {}
  for key in pairs(out) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys, out
end

-- An own key is none of ours; one that is nearly ours may be a slip.
local function doubts(lines, places)
  local keys, known = known_keys()
  local out, seen = {}, {}
  for i, line in ipairs(lines) do
    local base = M.split(line.key)
    local near = not known[base] and not seen[base]
      and require "iprcore.nearest"(base, keys, math.min(2, #base // 4)) or ""
    seen[base] = true
    if near ~= "" then
      out[#out + 1] = ("%s:%d: %s is no known key%s"):format(places[i].path, places[i].line, base,
        near)
    end
  end
  return out
end

--- Reads a figures file: JSON lines as `tally` prints them, or CSV or TSV with a header that
-- has key, period and value (unit, subunit, kind, direction … where there). Raises where a
-- number is none and where a figure comes again as another. opts: input, delimiter. Second
-- result: an array of what is doubtful, a key that is nearly a known one.
function M.read(path, opts)
  local lines, places, seen = {}, {}, {}
  for record, place in require("iprcore.input").records(path, opts) do
    if not record then
      errors.raise(place.code, place.message, { path = path, row = place.row, line = place.line })
    end
    local line = M.renamed(record)
    if not line.key or not line.period then
      errors.raise("bad_header", "a line of figures needs key, period and value",
        { path = path, row = place.row, line = place.line })
    end
    line.key = tostring(line.key)
    local at = { path = path, row = place.row, line = place.line }
    check_numbers(line, at)
    check_repeated(line, seen, at)
    lines[#lines + 1], places[#places + 1] = line, at
  end
  return lines, doubts(lines, places)
end

return M
