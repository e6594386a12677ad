--- The lines of a tally: KPI plans are run over the state, their integers made into figures
-- with period, unit, "n of N", open, unknown and reasons, and changes against a year earlier.
local json = require "iprcore.json"
local kpis = require "iprcore.kpis"

local M = {}

local shaped = json.shape { "key", "period", "period_type", "kind", "direction", "basis", "value",
  "unit", "subunit?", "num?", "den?", "open?", "unknown?", "reason?" }

local STEPS = { year = 1, quarter = 4, month = 12 }
local SHARES = { outcome = true, within = true, before = true, after = true, where = true }
local SHOWS_OPEN = { outcome = true, within = true, quantile = true }
local LEAPS = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

local function month_days(y, m)
  local leap = m == 2 and (y % 4 == 0 and y % 100 ~= 0 or y % 400 == 0)
  return leap and 29 or LEAPS[m]
end

--- A period's number as text: "2019", "2019-Q1", "2019-03".
local function period_text(period, n)
  local per = STEPS[period]
  local y, part = n // per, n % per + 1
  if period == "year" then return ("%04d"):format(y) end
  return (period == "quarter" and "%04d-Q%d" or "%04d-%02d"):format(y, part)
end

--- The last day of a period; or the day of as_of, where that was given and comes before.
local function period_end(tally, period, n, run)
  local per = STEPS[period]
  local y, m = n // per, (n % per + 1) * (12 // per)
  local text = ("%04d-%02d-%02d"):format(y, m, month_days(y, m))
  local day = run.as_of_text:sub(1, 10)
  return tally.given_as_of and n == run.last and day < text and day or text
end

local function empty() return { num = 0, den = 0, open = 0, unknown = 0 } end

-- Sums end at FULL, as the core's do: what stands there is too large to be known.
local FULL = math.maxinteger
local TOO_LARGE = "the sum is too large to be known"

local function sum(a, b)
  return (a == FULL or b == FULL or b > 0 and a > FULL - b) and FULL or a + b
end

local function add(into, row)
  for _, k in ipairs { "num", "den", "open", "unknown" } do into[k] = sum(into[k], row[k]) end
end

-- Results of plans that make one part: rows[period][facet], facets in order, first period.
local function gather(results)
  local part = { rows = {}, facets = {}, covered = false, kind_rows = 0 }
  local seen = {}
  for _, result in ipairs(results) do
    part.kind_rows = part.kind_rows + result.rows
    part.covered = part.covered or result.covered
    for _, row in ipairs(result) do
      local at = part.rows[row.period] or {}
      part.rows[row.period] = at
      at[row.facet] = at[row.facet] or empty()
      add(at[row.facet], row)
      if not part.first or row.period < part.first then part.first = row.period end
      if not part.last or row.period > part.last then part.last = row.period end
      if not seen[row.facet] then
        seen[row.facet] = true
        part.facets[#part.facets + 1] = row.facet
      end
    end
  end
  table.sort(part.facets)
  return part
end

-- Running sums of a stock: afterwards each period has every facet's level.
local function accumulate(part, last)
  local level = {}
  for _, facet in ipairs(part.facets) do level[facet] = 0 end
  for p = part.first or last + 1, last do
    local at = part.rows[p] or {}
    part.rows[p] = at
    for _, facet in ipairs(part.facets) do
      level[facet] = sum(level[facet], at[facet] and at[facet].num or 0)
      at[facet] = empty()
      at[facet].num = level[facet]
    end
  end
end

-- All rows of a period in one.
local function sum_of(part, p)
  local all = empty()
  for _, row in pairs(part.rows[p] or {}) do add(all, row) end
  return all
end

local function unit_of(kpi, measure)
  if kpi.unit or kpi.combine then return kpi.unit or "count", nil end
  if SHARES[measure] or kpi.facet_share then return "percent" end
  if measure == "quantile" then return "duration", "hour" end
  return kpi.sum == "amount" and "currency" or "count"
end

-- Builds one level line; `row` has num, den, open, unknown; value nil needs a reason.
local function level(q, p, facet, value, row, reason)
  local line = { key = facet and ("%s[%s]"):format(q.kpi.key, facet) or q.kpi.key,
    kind = "level", unit = q.unit, subunit = q.subunit, value = value }
  line.period_type = q.stock and "instant" or "duration"
  line.period = q.stock and period_end(q.tally, q.period, p, q.run) or period_text(q.period, p)
  if q.unit == "currency" then line.subunit = facet end
  if q.is_share then line.num, line.den = row.num, row.den end
  if q.shows_open then line.open = row.open end
  if q.shows_unknown then line.unknown = row.unknown end
  line.reason = value == nil and reason or value ~= nil and q.about or nil
  return shaped(line)
end

local function kinds_text(v) return type(v) == "table" and table.concat(v, ", ") or v end

-- A share's value from num of den, or the reason why there is none.
local function share(q, row)
  if row.den > 0 then return 100 * row.num / row.den end
  local absent = q.kpi.without or q.kpi.followed_by
  if absent and row.unknown > 0 then
    return nil, q.part.covered
      and ("outside the coverage of %s"):format(kinds_text(absent))
      or ("no coverage says that every %s was recorded"):format(kinds_text(absent))
  end
  return nil, row.open > 0 and "none is decided yet" or row.unknown > 0
    and "what would decide it is not known" or "there was none in this period"
end

-- The value of a row of a period, or nil and why it cannot be known.
local function value_of(q, row, p)
  local m = q.measure
  if row.num == FULL then return nil, TOO_LARGE end
  if p > q.last and not q.stock then
    return nil, ("no %s in this period, and no coverage says there was none")
      :format(kinds_text(q.plans[1].plan.of))
  elseif q.hollow and row.den > 0 then
    row.num, row.den, row.unknown = 0, 0, row.unknown + row.den
    return nil, ("%s is declared complete, but there is not one among the events")
      :format(kinds_text(q.kpi.without))
  end
  if SHARES[m] then return share(q, row) end
  if m == "quantile" then
    if row.den == 0 then return share(q, row) end
    return row.num / 3600
  end
  if q.kpi.distinct and not q.tally.sketches then
    local n = 0
    for party in pairs(q.part.rows[p] or {}) do n = n + (party ~= "" and 1 or 0) end
    return n
  end
  if q.kpi.sum == "amount" then return row.num / 1000 end
  return row.num
end

-- A KPI made of parts: its own function gives num and den.
local function combined(q, p, facet)
  local parts = {}
  for name, part in pairs(q.parts) do
    parts[name] = part.rows[p] or {}
    for f, one in pairs(parts[name]) do
      if one.num == FULL and (not facet or f == facet) then return nil, empty(), TOO_LARGE end
    end
  end
  local num, den = q.kpi.combine(parts, facet)
  local row = empty()
  if num == nil then return nil, row, den or "it cannot be known" end
  row.num, row.den = num, den or 0
  if q.unit == "currency" then
    num = num / 1000
    row.num = num
  end
  if den == nil then return num, row end
  if den == 0 then return nil, row, "there was none to divide by in this period" end
  return q.unit == "percent" and 100 * num / den or num / den, row
end

-- One facet's or the total's lines over the periods, as { [period] = line }.
local function levels_of(q, facet, from, to)
  local lines = {}
  for p = from, to do
    local value, row, reason
    if q.kpi.combine then
      value, row, reason = combined(q, p, facet)
    elseif q.never then
      value, row, reason = nil, empty(), q.never
    else
      row = facet and (q.part.rows[p] or {})[facet] or not facet and sum_of(q.part, p) or empty()
      if q.kpi.facet_share then
        row = { num = row.num, den = sum_of(q.part, p).num, open = 0, unknown = 0 }
        if row.den == FULL then row, reason = empty(), TOO_LARGE
        elseif row.den > 0 then value = 100 * row.num / row.den else reason = "there was none" end
      else
        value, reason = value_of(q, row, p)
      end
    end
    lines[p] = level(q, p, facet, value, row, reason)
  end
  return lines
end

-- The change of a line against the same period a year before.
local function change(q, p, now, before)
  local line = { key = now.key, period = period_text(q.period, p), period_type = "duration",
    kind = "change", basis = "yoy",
    unit = q.unit == "percent" and "percentage_points" or "percent" }
  local a, b = before.value, now.value
  if a == nil or b == nil then
    line.reason = b == nil and now.reason or "the year before is not known"
  elseif q.unit ~= "percent" and a == 0 then
    line.reason = "the year before had none"
  else
    local diff = b - a
    line.value = q.unit == "percent" and math.abs(diff) or 100 * math.abs(diff) / math.abs(a)
    line.direction = diff > 0 and "increase" or diff < 0 and "decrease" or nil
  end
  return shaped(line)
end

local function put(out, q, facet, from, to)
  local lines, per = levels_of(q, facet, from, to), STEPS[q.period]
  for p = from, to do
    out[#out + 1] = lines[p]
    if lines[p - per] then out[#out + 1] = change(q, p, lines[p], lines[p - per]) end
  end
end

-- The first period in which a facet occurs.
local function facet_first(q, facet, from, to)
  for p = from, to do
    for _, part in pairs(q.parts) do
      if part.rows[p] and part.rows[p][facet] then return p end
    end
  end
end

local function facets_of(q)
  local seen, out = {}, {}
  for _, part in pairs(q.parts) do
    for _, facet in ipairs(part.facets) do
      if facet ~= "" and not seen[facet] then
        seen[facet] = true
        out[#out + 1] = facet
      end
    end
  end
  table.sort(out)
  return out
end

-- The periods a KPI can speak about: from its first case, or where its kinds are covered, to
-- the last such.
local function span_of(q)
  local first, last
  local function see(from, to)
    if from and (not first or from < first) then first = from end
    if to and (not last or to > last) then last = to end
  end
  for _, part in pairs(q.parts) do see(part.first, part.last) end
  for _, p in ipairs(q.plans) do
    for _, kind in ipairs(p.plan.of) do see(q.tally.state:covered(kind, q.period)) end
  end
  return first, last
end

-- Everything about one KPI that its lines need.
local function question(tally, period, run, entry)
  local q = { tally = tally, period = period, run = run, kpi = entry.kpi, plans = entry.plans,
    parts = {} }
  q.measure = entry.plans[1].plan.measure
  q.stock = q.measure == "stock"
  for name, results in pairs(entry.results) do
    q.parts[name] = gather(results)
    if q.stock then accumulate(q.parts[name], run.last) end
  end
  q.part = q.parts.main
  q.about = tally.sketches and (q.kpi.distinct and "≈, standard error 1.6%"
    or q.measure == "quantile" and "≈, within 1.6%") or nil
  q.unit, q.subunit = unit_of(q.kpi, q.measure)
  q.is_share = not q.kpi.combine and SHARES[q.measure] or q.kpi.facet_share
    or q.kpi.combine and q.unit ~= "count"
  q.shows_open = not q.kpi.combine and SHOWS_OPEN[q.measure]
  q.shows_unknown = not q.kpi.combine and (SHARES[q.measure] or q.measure == "quantile")
    and q.measure ~= "where"
  q.first, q.last = span_of(q)
  -- what is declared to be complete but has not one such event is no evidence either
  q.hollow = q.kpi.without and q.part.kind_rows == 0
  return q
end

local function put_kpi(out, q, parties)
  local from, to = q.first, q.run.last
  if not from then
    if q.kpi.facet_only or q.kpi.facet_share then return end
    q.never = ("no %s among the events, and no coverage says there was none")
      :format(kinds_text(q.plans[1].plan.of))
    if q.kpi.combine then q.kpi = { key = q.kpi.key } end
    from = q.run.first
  end
  if from > to then return end
  if not q.kpi.facet_only and not q.kpi.facet_share then put(out, q, nil, from, to) end
  if q.kpi.facet_is and not parties then return end
  for _, facet in ipairs(q.kpi.facet and facets_of(q) or {}) do
    local first = q.stock and from or facet_first(q, facet, from, to)
    if first then put(out, q, facet, first, to) end
  end
end

-- Runs the plans of all KPIs at once and hands the results back to each.
local function run_all(tally, period, as_of)
  local plans, entries = {}, {}
  for i, kpi in ipairs(tally.kpis) do
    local entry = { kpi = kpi, plans = kpis._plans(kpi, tally), results = {} }
    entries[i] = entry
    for _, p in ipairs(entry.plans) do plans[#plans + 1] = p.plan end
  end
  local results, last = tally.state:run(plans, period, as_of)
  local n = 0
  for _, entry in ipairs(entries) do
    for _, p in ipairs(entry.plans) do
      n = n + 1
      local of = entry.results[p.name] or {}
      entry.results[p.name] = of
      of[#of + 1] = results[n]
    end
  end
  return entries, last
end

--- All lines of a tally for one kind of period; none if it is empty.
function M.lines(tally, period, parties)
  local out = json.array {}
  local as_of_text = tally:as_of()
  local first, last = tally.state:span()
  if not first then return out end
  local as_of = tally.given_as_of or last
  local entries, last_period = run_all(tally, period, as_of)
  local run = { last = last_period, first = last_period, as_of_text = as_of_text }
  local questions = {}
  for i, entry in ipairs(entries) do
    questions[i] = question(tally, period, run, entry)
    local q = questions[i]
    if q.first and not q.stock and q.first < run.first then run.first = q.first end
  end
  for _, q in ipairs(questions) do put_kpi(out, q, parties) end
  return out
end

return M
