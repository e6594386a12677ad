--- Lines up the figures of reports: by key, period and qualifier, each pair with the verdict
-- whether it may be compared and why not; no change is computed where it may not.
local check_options = require "iprcore.check_options"
local citation = require "iprcore.metrics.citation"
local comparable = require "iprcore.metrics.comparable"
local counted = require "iprcore.metrics.counted"
local document = require "iprcore.metrics.document"
local errors = require "iprcore.errors"
local interval = require "iprcore.metrics.interval"

local M = {}

local OPTIONS = { against = "string", lang = "string", pack = "table" }

-- A figure said twice is one figure.
local function identity(row)
  return table.concat({ comparable.key(row.key), row.kind, comparable.period(row) or "",
    row.qualifier or "", row.unit, row.subunit or "", row.comparator, tostring(row.value),
    tostring(row.value_high), row.direction or "" }, "\0")
end

-- The figures of a report by key: { order = keys by first place, [key] = rows }.
local function figures(metrics, report, opts)
  if not document.is(report) then report = metrics.report(report, { form = "text" }) end
  local rows, message, code, offset = citation.rows(metrics, report, { pack = opts.pack,
    lang = opts.lang })
  if not rows then errors.raise(code, message, { path = report.name, offset = offset }) end
  local out, seen = { order = {}, report = report }, {}
  for _, row in ipairs(rows) do
    if row.key and not seen[identity(row)] then
      seen[identity(row)] = true
      local key = comparable.key(row.key)
      if not out[key] then
        out[key] = {}
        table.insert(out.order, key)
      end
      row.low, row.high, row.exclusive = interval.of(row)
      table.insert(out[key], row)
    end
  end
  return out
end

-- How near two figures of one key are; more is nearer.
local function nearness(a, b)
  local score = 0
  if a.kind == b.kind then score = score + 64 end
  if a.unit == b.unit and a.subunit == b.subunit then score = score + 32 end
  if (a.qualifier or "") == (b.qualifier or "") then score = score + 16 end
  local x, y = counted.of(a), counted.of(b)
  if x and y then score = score + (x == y and 8 or -24) end
  local p, q = comparable.period(a), comparable.period(b)
  if p and p == q then return score + 12 end
  if p and q and #p == #q then score = score + 4 end
  if p and q and p < q then score = score + 4 end
  return score + (a.base and 0 or 2)
end

-- Of several earlier figures the latest: a later period wins among equals.
local function nearest(list, b)
  local best, score
  for _, a in ipairs(list) do
    local s = nearness(a, b)
    local later = best and s == score and (a.period or "") > (best.period or "")
    if not best or s > score or later then best, score = a, s end
  end
  return best
end

local function pair(a, b)
  local verdict, reasons = comparable.judge(a, b)
  return { key = a.key, label = a.label, qualifier = b.qualifier or a.qualifier, a = a, b = b,
    comparable = verdict, reasons = reasons,
    change = verdict ~= "no" and comparable.change(a, b) or nil }
end

local function lone(row, side, text)
  return { key = row.key, label = row.label, qualifier = row.qualifier, comparable = "no",
    [side] = row, reasons = { { code = "only_in_one", text = text } } }
end

-- Figures of near keys that only one report has: they invite the wrong comparison.
local function cousins(left, right, out)
  for _, a in ipairs(left) do
    local fam, near = counted.family(a.key), {}
    for _, b in ipairs(right) do
      local same = counted.family(b.key) == fam and a.kind == b.kind and a.unit == b.unit
      if fam and same and not b.met then near[#near + 1] = b end
    end
    local b = nearest(near, a)
    if b then
      local row = pair(a, b)
      row.comparable, row.change = "no", nil
      table.insert(row.reasons, 1, { code = "counts_other",
        text = ("other figures: %s against %s"):format(a.label, b.label) })
      out[#out + 1] = row
      a.met, b.met = true, true
    end
  end
end

-- The rows of one report b against one report a.
local function two(a, b, out)
  local only_a, only_b = {}, {}
  for _, key in ipairs(a.order) do
    local met = {}
    for _, row in ipairs(b[key] or {}) do
      local best = nearest(a[key], row)
      met[best] = true
      out[#out + 1] = pair(best, row)
    end
    for _, row in ipairs(a[key]) do
      if not met[row] then only_a[#only_a + 1] = row end
    end
  end
  for _, key in ipairs(b.order) do
    for _, row in ipairs(not a[key] and b[key] or {}) do only_b[#only_b + 1] = row end
  end
  for _, row in ipairs(only_a) do row.met = nil end
  cousins(only_a, only_b, out)
  for _, row in ipairs(only_a) do
    if not row.met then out[#out + 1] = lone(row, "a", "only in the first report") end
  end
  for _, row in ipairs(only_b) do
    if not row.met then out[#out + 1] = lone(row, "b", "only in the second report") end
    row.met = nil
  end
  for _, row in ipairs(only_a) do row.met = nil end
end

--- Rows of every later report against the first (or, opts.against = "previous", against the one
-- before it).
function M.run(metrics, reports, opts)
  opts = check_options("metrics.compare", opts, OPTIONS)
  if type(reports) ~= "table" or document.is(reports) or #reports < 2 then
    errors.misuse("metrics.compare takes an array of two reports or more")
  end
  local out, read = {}, {}
  for i, report in ipairs(reports) do read[i] = figures(metrics, report, opts) end
  for i = 2, #read do
    local from = #out + 1
    two(read[opts.against == "previous" and i - 1 or 1], read[i], out)
    for n = from, #out do
      out[n].reports = { opts.against == "previous" and i - 1 or 1, i }
      local texts = {}
      for k, r in ipairs(out[n].reasons) do texts[k] = r.text end
      out[n].reason = #texts > 0 and table.concat(texts, "; ") or nil
    end
  end
  return out
end

return M
