--- The generator's own account of what it made happen, year by year, and the lines of
-- truth.json. It is filled while events are made and never looks at the events again.
local calendar = require "iprcore.simulate.calendar"
local json = require "iprcore.json"
local planning = require "iprcore.simulate.plan"

local M = {}

local line = json.shape { "key", "period", "period_type", "kind", "direction", "basis", "value",
  "unit", "subunit?", "num?", "den?", "open?", "unknown?", "reason?" }

local Truth = {}
Truth.__index = Truth

--- An empty account of years first to last; the alliance has members from year began.
function M.new(first, last, began)
  return setmetatable({
    first = first, last = last, began = began, counts = {}, parts = {}, moves = {}, samples = {},
  }, Truth)
end

local function add(book, key, year, n)
  local years = book[key]
  if not years then
    years = {}
    book[key] = years
  end
  years[year] = (years[year] or 0) + n
end

--- n more of key at a time.
function Truth:count(key, time, n)
  add(self.counts, key, calendar.year(time), n or 1)
end

--- One more case of a share's denominator at a time, and of its numerator if hit.
function Truth:part(key, time, hit)
  local year = calendar.year(time)
  add(self.parts, key .. "/den", year, 1)
  add(self.parts, key .. "/num", year, hit and 1 or 0)
end

--- One more case of a share that is neither decided nor late.
function Truth:open(key, time)
  add(self.parts, key .. "/open", calendar.year(time), 1)
end

--- One more duration, in seconds, of a case that belongs to a time.
function Truth:sample(key, time, seconds)
  local year = calendar.year(time)
  local list = self.samples[year] or {}
  self.samples[year] = list
  list[#list + 1] = seconds
  list.key = key
end

--- A stock (members, accounts) changes by delta at a time.
function Truth:move(key, time, delta)
  add(self.moves, key, calendar.year(time), delta)
end

--- What was counted under key in a year.
function Truth:counted(key, year)
  return self.counts[key] and self.counts[key][year] or 0
end

--- What stood under key at a year's end.
function Truth:stood(key, year)
  local n = 0
  for y, delta in pairs(self.moves[key] or {}) do
    if y <= year then n = n + delta end
  end
  return n
end

local function level(key, year, value, unit, more)
  local t = { key = key, period = tostring(year), period_type = "duration", kind = "level",
    value = value, unit = unit }
  for k, v in pairs(more or {}) do t[k] = v end
  return t
end

local function share(key, year, num, den, more)
  if den == 0 then return nil end
  local t = level(key, year, 100 * num / den, "percent", more)
  t.num, t.den = num, den
  return t
end

-- What each key counts and how its line is made: a function of truth, key and year to a line.
local function counts(truth, key, year)
  return level(key, year, truth:counted(key, year), "count")
end

-- A share whose cases the account holds. more: what else stands in its lines.
local function parts(more)
  return function(truth, key, year)
    local function part(name)
      return truth.parts[key .. name] and truth.parts[key .. name][year] or 0
    end
    local t = share(key, year, part "/num", part "/den", more)
    if t and t.open then t.open = part "/open" end
    return t
  end
end

-- The share that what is counted under one key has in what is counted under another.
local function share_of(num, den, more)
  return function(truth, key, year)
    return share(key, year, truth:counted(num, year), truth:counted(den, year), more)
  end
end

local function stands(truth, key, year)
  if key ~= "ipp_registered_users" and year < truth.began then return nil end
  return level(key, year, truth:stood(key, year), "count",
    { period = year .. "-12-31", period_type = "instant" })
end

-- The smallest value that q hundredths of an ordered list do not pass.
local function quantile(list, q)
  return list[math.max(1, (#list * q + 99) // 100)]
end

local function hours(q)
  return function(truth, key, year)
    local list = truth.samples[year]
    if not list then return nil end
    table.sort(list)
    return level(key, year, quantile(list, q) / 3600, "duration", { subunit = "hour",
      open = truth:counted("undecided", year), unknown = 0 })
  end
end

local KNOWN, DECIDED = { unknown = 0 }, { open = 0, unknown = 0 }

-- key, how its line is made, and true where the year before the first is known too
local LINES = {
  { "proactive_removals", counts },
  { "proactive_removed_before_sale", parts(KNOWN) },
  { "proactive_removal_share", share_of("proactive_removals", "listings_removed") },
  { "listings_removed", counts },
  { "listings_blocked", counts },
  { "listings_restored", counts },
  { "relisting_rate", share_of("relisted", "listings_removed", KNOWN) },
  { "takedown_requests", counts },
  { "takedown_processed_within_24h", parts(DECIDED) },
  { "takedown_processing_time", hours(50) },
  { "takedown_processing_time_p95", hours(95) },
  { "takedown_success_rate", parts(DECIDED) },
  { "takedown_rejected_share", parts(DECIDED) },
  { "counter_notices", counts },
  { "counter_notice_success_rate", parts(DECIDED) },
  { "ipp_registered_users", stands, true },
  { "consumer_reports", counts },
  { "consumer_report_removals", counts },
  { "consumer_report_success_rate", parts(DECIDED) },
  { "enforcement_leads", counts },
  { "arrests", counts },
  { "arrests_per_lead", function(truth, key, year)
    local num, den = truth:counted("arrests", year), truth:counted("enforcement_leads", year)
    return den > 0 and level(key, year, num / den, "ratio", { num = num, den = den }) or nil
  end },
  { "facilities_closed", counts },
  { "convictions", counts },
  { "aaca_members", stands, true },
  { "brands_represented", stands, true },
}

-- What is divided by currency or region has lines only where there is something. Money is
-- counted in cents.
for _, code in ipairs { "CNY", "EUR", "GBP", "USD" } do
  local sums, cases = "case_value[" .. code .. "]", "cases[" .. code .. "]"
  LINES[#LINES + 1] = { sums, function(truth, key, year)
    local sum = truth:counted(key, year) / 100
    return sum > 0 and level(key, year, sum, "currency", { subunit = code }) or nil
  end }
  LINES[#LINES + 1] = { "value_per_case[" .. code .. "]", function(truth, key, year)
    local num, den = truth:counted(sums, year) / 100, truth:counted(cases, year)
    return den > 0 and level(key, year, num / den, "currency",
      { subunit = code, num = num, den = den }) or nil
  end }
end
for _, region in ipairs(planning.REGIONS) do
  local members = "aaca_members[" .. region .. "]"
  local function some(truth, key, year)
    return truth:stood(key, year) > 0 and stands(truth, key, year) or nil
  end
  LINES[#LINES + 1] = { members, some, true }
  LINES[#LINES + 1] = { "brands_represented[" .. region .. "]", some, true }
  LINES[#LINES + 1] = { "region_share[" .. region .. "]", function(truth, key, year)
    local n = truth:stood(members, year)
    return n > 0 and share(key, year, n, truth:stood("aaca_members", year),
      { period = year .. "-12-31", period_type = "instant" }) or nil
  end, true }
end

-- The year-on-year change between two level lines of the same key, or nil where there is
-- none to state. Between shares it is the difference in percentage points.
local function change(old, new, year)
  if not old or not new or old.value == 0 then return nil end
  local rise = new.value - old.value
  local points = new.unit == "percent"
  return line { key = new.key, period = tostring(year), period_type = "duration",
    kind = "change", basis = "yoy", unit = points and "percentage_points" or "percent",
    direction = rise > 0 and "increase" or rise < 0 and "decrease" or nil,
    value = points and math.abs(rise) or 100 * math.abs(rise) / old.value }
end

--- Hands fn every line of the account: the levels of each year, then the changes against
-- the year before where that is known.
function Truth:lines(fn)
  for year = self.first, self.last do
    for _, row in ipairs(LINES) do
      local key, make = row[1], row[2]
      local new = make(self, key, year)
      if new then fn(line(new)) end
      local old = new and (year > self.first or row[3]) and make(self, key, year - 1)
      local moved = old and change(old, new, year)
      if moved then fn(moved) end
    end
  end
end

return M
