--- What an audit looks figures up in: events or figures first, then other reports, and the
-- audited report's own levels where a change needs them. Facets match by their words,
-- periods by what they cover, units by conversion; what cannot be matched is not found.
local figures = require "iprcore.report.figures"
local words = require "iprcore.report.words"

local M = {}

local Data = {}
Data.__index = Data

local function plain(text) return (words.plain_facet(text):lower():gsub("[%p%s]", "")) end

local function same_facet(a, b)
  a, b = plain(a), plain(b)
  return a ~= "" and b ~= "" and (a:find(b, 1, true) or b:find(a, 1, true)) ~= nil
end

M.same_facet = same_facet

--- sets: array of figure sets, most trusted first.
function M.new(sets)
  return setmetatable({ sets = sets }, Data)
end

local function usable(line, subunit)
  return line and line.value ~= nil and (not subunit or not line.subunit or line.subunit == subunit)
end

local MONTHS = { H1 = { 1, 6 }, H2 = { 7, 12 }, Q1 = { 1, 3 }, Q2 = { 4, 6 }, Q3 = { 7, 9 },
  Q4 = { 10, 12 } }

-- A count over a half, a quarter or a year from its months, if all of them are known.
local function from_months(set, key, period)
  local year, part = period:match("^(%d%d%d%d)%-([HQ]%d)$")
  local from_to = part and MONTHS[part]
  if not from_to then return nil end
  local sum, unit = 0, nil
  for m = from_to[1], from_to[2] do
    local line = set:level(key, ("%s-%02d"):format(year, m))
    if not usable(line) or line.unit ~= "count" or line.period_type == "instant" then return nil end
    sum, unit = sum + line.value, line.unit
  end
  return { key = key, period = period, kind = "level", value = sum, unit = unit }
end

-- The keys a claimed key may stand under: itself, then facets that share its words.
local function candidates(set, key, period, subunit)
  local base, facet = figures.split(key)
  local out = { key }
  if not facet and subunit then out[2] = base .. "[" .. subunit .. "]" end
  if facet then
    local like = {}
    for _, line in ipairs(set:facets(base, period)) do
      local _, f = figures.split(line.key)
      if same_facet(f, facet) then like[#like + 1] = line.key end
    end
    -- words that fit several facets say none
    if #like == 1 then out[2] = like[1] end
  end
  return out
end

local function periods_of(period)
  local out = { period }
  local year = period:match("^(%d%d%d%d)%-01/%1%-12$") or period:match("^(%d%d%d%d)/%1$")
  if year then out[2] = year end
  local day = period:match("^(%d%d%d%d%-%d%d)%-%d%d$")
  if day then out[#out + 1] = day end -- an instant inside a month: the month's end
  return out
end

--- The level line of a key in a period, from the first set that knows it; nil else.
function Data:level(key, period, subunit)
  if not key or not period then return nil end
  for _, set in ipairs(self.sets) do
    for _, p in ipairs(periods_of(period)) do
      for _, k in ipairs(candidates(set, key, p, subunit)) do
        local line = set:level(k, p)
        if usable(line, subunit) then return line end
        line = from_months(set, k, p)
        if line then return line end
      end
    end
  end
end

--- A stated change line, where a set has one.
function Data:stated_change(key, period, subunit)
  for _, set in ipairs(self.sets) do
    for _, k in ipairs(candidates(set, key, period, subunit)) do
      local line = set.at[table.concat({ "change", k, figures.period(period) }, "\0")]
      if usable(line, subunit) then return line end
    end
  end
end

--- Both levels of a change: now, before (either may be nil). versus: the base period, else
-- the year before.
function Data:levels(key, period, versus, subunit)
  local earlier = versus or (period and figures.year_before(period))
  return self:level(key, period, subunit), self:level(key, earlier, subunit)
end

--- The latest year the first set has figures for: what a claim without a period speaks of.
function Data:year()
  local best
  for _, set in ipairs(self.sets) do
    for _, line in ipairs(set.lines) do
      local y = line.period and line.period:match("^(%d%d%d%d)$")
      if y and (not best or y > best) then best = y end
    end
    if best then return best end
  end
end

local SECONDS = { second = 1, minute = 60, hour = 3600, day = 86400, week = 604800,
  month = 2629746, year = 31556952 }

--- A value in another unit, or nil where the two do not speak of the same thing. A line
-- without a unit is taken in the claim's.
function M.convert(value, unit, subunit, to, to_subunit)
  if not unit then return value end
  if unit == to then
    if unit == "duration" and subunit ~= to_subunit and subunit and to_subunit then
      return value * SECONDS[subunit] / SECONDS[to_subunit]
    end
    if subunit and to_subunit and subunit ~= to_subunit then return nil end
    return value
  elseif unit == "percent" and to == "ratio" then
    return value / 100
  elseif unit == "ratio" and to == "percent" then
    return value * 100
  elseif (unit == "ratio" and to == "count") or (unit == "count" and to == "ratio") then
    return value
  end
end

return M
