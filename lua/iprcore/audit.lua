--- The audit of a report: every claim of a text against events, figures and other reports,
-- and the report against itself.
--   print(ipr.audit(text, { tally = tally }))
local claims = require "iprcore.audit.claims"
local data = require "iprcore.audit.data"
local errors = require "iprcore.errors"
local figures = require "iprcore.report.figures"
local inside = require "iprcore.audit.inside"

local M = {}

local Result = {}
Result.__index = Result

M.verdicts = { "agrees", "rounds_to", "differs", "not_in_data" }

local OPTIONS = { tally = true, figures = true, against = true, doc_date = true,
  metrics = true, directions = true }

local function check_options(opts)
  for name in pairs(opts) do
    if not OPTIONS[name] then
      errors.raise("unknown_name", ("audit has no option %q"):format(tostring(name)))
    end
  end
end

local function parse(text, opts)
  local parser = require "iprcore.metrics"
  local metrics, message, code = parser.parse(text, { doc_date = opts.doc_date })
  if not metrics then errors.raise(code or "bad_value", "the report: " .. tostring(message)) end
  return metrics
end

-- Metrics as figure lines, for looking up in them. own: they are the audited report's.
local function as_lines(metrics, own)
  local lines = {}
  for _, m in ipairs(metrics) do
    if m.key and m.period and (m.comparator or "=") == "=" then
      lines[#lines + 1] = { key = m.key, period = m.period, period_type = m.period_type,
        kind = claims.is_change(m) and "change" or "level", direction = m.direction,
        value = m.value, unit = m.unit, subunit = m.subunit, own = own }
    end
  end
  return lines
end

local function lines_of(source)
  if type(source) == "string" then return figures.read(source) end
  if type(source) == "userdata" or source.lines and not source[1] then
    return require("iprcore.report.source").lines(source)
  end
  return source
end

-- Sets to look up in: events, figures, other reports, in this order.
local function sets_of(opts)
  local sets = {}
  if opts.tally then sets[1] = figures.set(lines_of(opts.tally)) end
  if opts.figures then sets[#sets + 1] = figures.set(lines_of(opts.figures)) end
  for _, other in ipairs(opts.against or {}) do
    local metrics = type(other) == "string" and parse(other, {}) or other
    sets[#sets + 1] = figures.set(as_lines(metrics))
  end
  return sets
end

local function overlaps(m, list)
  for _, r in ipairs(list) do
    for _, p in ipairs { r.num, r.den } do
      if m.first <= p.last and p.first <= m.last then return true end
    end
  end
  return false
end

-- Metrics that are no claim of their own ("n of N" in brackets) left out; keyless ones apart.
local function sort_out(metrics, rates)
  local keyed, keyless = {}, {}
  for _, m in ipairs(metrics) do
    if not overlaps(m, rates) then
      if m.key then keyed[#keyed + 1] = m else keyless[#keyless + 1] = m end
    end
  end
  return keyed, keyless
end

local function surfaces(text, metrics)
  for _, m in ipairs(metrics) do
    m.surface = m.surface or text:sub(m.first, m.last)
  end
  return metrics
end

local function judge_all(keyed, rates, directions, d, own)
  local out = {}
  for _, m in ipairs(keyed) do out[#out + 1] = claims.judge(m, d, own) end
  for _, r in ipairs(rates) do
    if r.share.key then
      for _, part in ipairs { "num", "den" } do
        local claim = claims.judge_part(r[part], r.share, part, d)
        -- counts the data do not hold are tested inside the report, against their rate
        if claim.verdict ~= "not_in_data" then out[#out + 1] = claim end
      end
    end
  end
  for _, c in ipairs(directions) do out[#out + 1] = claims.judge_direction(c, d, own) end
  for i, c in ipairs(out) do c.order = i end
  table.sort(out, function(a, b)
    if a.first ~= b.first then return a.first < b.first end
    return a.order < b.order
  end)
  return out
end

local function run(text, opts)
  opts = opts or {}
  check_options(opts)
  local metrics = surfaces(text, opts.metrics or parse(text, opts))
  local directions = opts.directions
    or require("iprcore.metrics").claims(text, { doc_date = opts.doc_date })
  local rates = inside.rates(text, metrics)
  local keyed, keyless = sort_out(metrics, rates)
  local d = data.new(sets_of(opts))
  local own = data.new { figures.set(as_lines(keyed, true)) }
  return setmetatable({ text = text, keyless = keyless,
    claims = judge_all(keyed, rates, directions, d, own),
    findings = inside.check(keyed, rates, directions) }, Result)
end

--- How many claims have each verdict, and how many findings are not ok.
function Result:counts()
  local out = { agrees = 0, rounds_to = 0, differs = 0, not_in_data = 0, wrong_inside = 0 }
  for _, c in ipairs(self.claims) do out[c.verdict] = out[c.verdict] + 1 end
  for _, f in ipairs(self.findings) do
    if not f.ok then out.wrong_inside = out.wrong_inside + 1 end
  end
  return out
end

--- Iterator over claims, then findings, as `audit --format jsonl` prints them (Lua spans).
function Result:rows()
  local i, n = 0, #self.claims
  return function()
    i = i + 1
    return self.claims[i] or self.findings[i - n]
  end
end

--- The result as text. format: "table" (80 columns), "jsonl" or "html".
function Result:render(format)
  local names = { table = "table", jsonl = "jsonl", html = "html" }
  if not names[format or "table"] then
    errors.raise("usage",
      ("no audit format %q; there are table, jsonl, html"):format(tostring(format)))
  end
  return require("iprcore.audit." .. (format or "table")).render(self)
end

Result.__tostring = function(self) return self:render "table" end

--- Audits a text. Options: tally (a tally or its lines), figures (lines or a file), against
-- (texts of other reports), doc_date. Returns the result: claims, findings, rows(),
-- counts(), render(format), and text by tostring.
return setmetatable(M, { __call = function(_, text, opts) return run(text, opts) end })
