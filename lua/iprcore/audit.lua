--- The audit of a report: every claim of a text against events, figures and other reports,
-- and the report against itself.
--   print(ipr.audit(text, { tally = tally }))
local check_options = require "iprcore.check_options"
local claims = require "iprcore.audit.claims"
local data = require "iprcore.audit.data"
local errors = require "iprcore.errors"
local figures = require "iprcore.report.figures"
local inside = require "iprcore.audit.inside"
local tables = require "iprcore.audit.tables"
local verdict = require "iprcore.audit.verdict"

local M = {}

local Result = {}
Result.__index = Result

M.verdicts = { "agrees", "rounds_to", "differs", "not_in_data" }

local OPTIONS = { tally = "table|userdata", figures = "string|table", against = "table",
  doc_date = "string", metrics = "table", directions = "table", pack = "table" }

local function parse(text, opts)
  local parser = require "iprcore.metrics"
  local metrics, message, code = parser.parse(text,
    { doc_date = opts.doc_date, pack = opts.pack or parser.programme() })
  if not metrics then errors.raise(code or "bad_value", "the report: " .. tostring(message)) end
  return metrics
end

-- Directions stated without a figure ("a significant increase"): one a key spoken of.
local function directions_of(text, opts)
  local parser = require "iprcore.metrics"
  local list = parser.claims(text,
    { doc_date = opts.doc_date, pack = opts.pack or parser.programme() })
  local out = {}
  for _, c in ipairs(list or {}) do
    if c.kind == "claim" and c.direction then
      for _, key in ipairs(c.keys or { c.key }) do
        out[#out + 1] = { key = key, direction = c.direction, period = c.period,
          versus = c.versus, first = c.first, last = c.last }
      end
    end
  end
  return out
end

-- Metrics as figure lines, for looking up in them: a printed figure stands for all values from
-- low to high that round to it. own: they are the audited report's.
local function as_lines(metrics, own)
  local lines = {}
  for _, m in ipairs(metrics) do
    if m.key and m.period and (m.comparator or "=") == "=" then
      local low, high = verdict.interval(m)
      lines[#lines + 1] = { key = m.key, period = m.period, period_type = m.period_type,
        kind = claims.is_change(m) and "change" or "level", direction = m.direction,
        value = m.value, low = low, high = high, unit = m.unit, subunit = m.subunit, own = own }
    end
  end
  return lines
end

local function lines_of(source)
  if type(source) == "string" then return figures.read(source) end
  if type(source) == "userdata" or source.lines and not source[1] then
    return require("iprcore.report.source").lines(source)
  end
  return figures.check("audit", source)
end

-- Answers, for metrics asked in text order, whether one begins or lies in a span of the list
-- (sorted, disjoint): one pass over both.
local function sweeper(spans)
  local i = 1
  return function(m)
    while spans[i] and spans[i].last < m.first do i = i + 1 end
    return spans[i] ~= nil and m.last >= spans[i].first
  end
end

-- The spans of the counts in brackets, in text order.
local function parts_of(rates)
  local out = {}
  for _, r in ipairs(rates) do
    table.insert(out, r.num)
    table.insert(out, r.den)
  end
  table.sort(out, function(a, b) return a.first < b.first end)
  return out
end

-- "within 24 hours" restricts what is counted; it is no figure of its own.
local function restricts(text, m)
  if m.unit ~= "duration" or m.from_table then return false end
  local before, after = text:sub(math.max(1, m.first - 12), m.first - 1), text:sub(m.last + 1,
    m.last + 6)
  return before:find("[Ww]ithin%s+$") ~= nil or after:find("^%s*内") ~= nil
    or after:find("^之内") ~= nil
end

-- Metrics that are no claim of their own ("n of N" in brackets) left out; keyless ones apart.
local function sort_out(text, metrics, rates)
  local keyed, keyless, in_rate = {}, {}, sweeper(parts_of(rates))
  for _, m in ipairs(metrics) do
    if not in_rate(m) and not restricts(text, m) then
      if m.key then keyed[#keyed + 1] = m else keyless[#keyless + 1] = m end
    end
  end
  return keyed, keyless
end

-- The year a report is of: the first one it names, as a rule in its title.
local function year_of(text)
  return (" " .. text .. " "):match("%f[%d]([12][09]%d%d)%f[%D]")
end

local function definitions_of(tally)
  return type(tally) == "table" and tally.definitions and tally:definitions() or nil
end

-- Metrics of sentences, with those of tables and charts in place of what the parser made of
-- them, in text order.
local function with_tables(text, metrics, opts)
  local read, spans = tables.read(text, function(cell) return parse(cell, opts) end,
    year_of(text), definitions_of(opts.tally))
  local out, in_table = {}, sweeper(spans)
  for _, m in ipairs(metrics) do
    if not in_table(m) then out[#out + 1] = m end
  end
  for _, m in ipairs(read) do out[#out + 1] = m end
  table.sort(out, function(a, b) return a.first < b.first end)
  return out
end

-- What a figure takes over from its sentence: a base ("from 30") the key of its change, a
-- change in a value of money its currency.
local function from_sentence(metrics)
  for i, m in ipairs(metrics) do
    for k = math.max(1, i - 3), math.min(#metrics, i + 3) do
      local other = metrics[k]
      local near = k ~= i and m.segment and other.segment == m.segment
      if near and m.base and k < i and other.key and claims.is_change(other) then
        m.key = other.key
      elseif near and claims.is_change(m) and not m.subunit and other.unit == "currency"
        and other.key == m.key then
        m.currency = other.subunit
      end
    end
  end
  return metrics
end

local function surfaces(text, metrics)
  for _, m in ipairs(metrics) do
    m.surface = m.surface or text:sub(m.first, m.last)
  end
  return metrics
end

local function judge_all(keyed, rates, directions, d, own)
  local out = {}
  for _, m in ipairs(keyed) do
    out[#out + 1] = m.part and claims.judge_part(m, m, m.part, d) or claims.judge(m, d, own)
  end
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
  claims.in_text_order(out)
  local again = figures.repeats()
  for _, c in ipairs(out) do
    c.again = c.metric ~= nil and (c.what == "level" or c.what == "change") and again(c.metric)
  end
  return out
end

-- What a text claims: figures with a key, figures without, rates with their counts.
local function read(text, opts)
  local metrics = surfaces(text, opts.metrics or with_tables(text, parse(text, opts), opts))
  from_sentence(metrics)
  local rates = inside.rates(text, metrics)
  local keyed, keyless = sort_out(text, metrics, rates)
  return keyed, keyless, rates
end

-- Sets to look up in: events, figures, other reports, in this order.
local function sets_of(opts)
  local sets = {}
  if opts.tally then sets[1] = figures.set(lines_of(opts.tally)) end
  if opts.figures then sets[#sets + 1] = figures.set(lines_of(opts.figures)) end
  for _, other in ipairs(opts.against or {}) do
    local metrics = type(other) == "string" and read(other, { pack = opts.pack })
      or figures.check("audit: against", other)
    sets[#sets + 1] = figures.set(as_lines(metrics))
  end
  return sets
end

local function run(text, opts)
  errors.expect("audit", text, "string", "the text of a report")
  opts = check_options("audit", opts, OPTIONS)
  if opts.metrics then figures.check("audit: metrics", opts.metrics) end
  local keyed, keyless, rates = read(text, opts)
  local directions = opts.directions or directions_of(text, opts)
  local d = data.new(sets_of(opts))
  local own = data.new { figures.set(as_lines(keyed, true)) }
  return setmetatable({ text = text, keyless = keyless,
    claims = judge_all(keyed, rates, directions, d, own),
    findings = inside.check(keyed, rates, directions) }, Result)
end

--- How many claims have each verdict, how many state again what an earlier one did, and how many
-- findings are not ok.
function Result:counts()
  local out = { agrees = 0, rounds_to = 0, differs = 0, not_in_data = 0, again = 0,
    wrong_inside = 0 }
  for _, c in ipairs(self.claims) do
    out[c.verdict] = out[c.verdict] + 1
    out.again = out.again + (c.again and 1 or 0)
  end
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
-- (texts of other reports), doc_date, pack (what to read with; metrics.programme() if none).
-- Returns the result: claims, findings, rows(), counts(), render(format), and text by tostring.
return setmetatable(M, { __call = function(_, text, opts) return run(text, opts) end })
