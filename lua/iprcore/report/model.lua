--- The report's model: sections of blocks, made from figures and words, the same for every
-- output. Renderers know blocks, not keys; own sections are made with the same functions.
--
--   section = { id, title, blocks }          block.type is one of
--   prose    { sentences }                   sentences of one paragraph each
--   figures  { items }                       the key results: figure objects, see R:figure
--   table    { caption, columns, rows }      columns { label, numeric? }, rows of texts
--   chart    { kind, title, desc, labels, series, unit }  kind bar, line, stacked, share;
--                                            series { name, values (nil: no bar), texts? }
--   terms    { items }                       { term, text } pairs
--   note     { text }                        a remark set apart
local blocks = require "iprcore.report.blocks"
local errors = require "iprcore.errors"
local figures = require "iprcore.report.figures"
local output = require "iprcore.output"
local words = require "iprcore.report.words"

local M = {}

local R = {}
R.__index = R
M.Report = R

--- Blocks, for standard and own sections alike.
for _, verb in ipairs(blocks.verbs) do
  R[verb] = function(_, t) return blocks[verb](t) end
end

--- Facets of these keys are people and firms: counted, never listed, unless internal.
function R:is_party(base)
  local kpi = self.kpis[base]
  local of = kpi and kpi.facet_is
  return of == "party" or of == "seller" or of == "notifier"
    or base:match("^notifier_") ~= nil or base:match("^seller_") ~= nil
end

--- Splits lines into those a reader may see and the number of parties left out.
local function without_parties(self, lines)
  local out, seen, parties = {}, {}, 0
  for _, line in ipairs(lines) do
    local base, facet = figures.split(line.key or "")
    if facet and self:is_party(base) then
      if not seen[facet] then
        seen[facet] = true
        parties = parties + 1
      end
    else
      out[#out + 1] = line
    end
  end
  return out, parties
end

--- A new, empty report. lines: figures; opts as report.annual has them.
function M.new(lines, opts)
  local self = setmetatable({ year = opts.year, last = opts.year - 1, opts = opts,
    words = words.load(opts.lang, opts.words), kpis = opts.kpis or {},
    internal = opts.internal or false, quality = opts.quality or {}, sections = {} }, R)
  local shown, parties = without_parties(self, lines)
  self.parties = parties
  self.set = figures.set(self.internal and lines or shown)
  if opts.published then
    self.published = figures.set(self.internal and opts.published
      or without_parties(self, opts.published))
  end
  self.title = opts.title or self.words:ui "title"
  self.subtitle = self.words:ui("subtitle", { year = opts.year })
  return self
end

--- Words of the interface, shorter for sections.
function R:ui(name, vars) return self.words:ui(name, vars) end

local capital = output.capital

-- A template's optional part that stayed empty leaves its blank behind.
local function close_up(self, text)
  text = text:gsub(" +([%.,;])%f[%s%z]", "%1"):gsub(" +$", "")
  return self.words.pack.format.singular(text)
end

-- A key's template. A facet has a sentence only where the words name it (a currency stands in
-- the value): "had 53 members" of Europe's members would be wrong.
local function template_of(w, fig, name, default)
  local row = w:figure(fig.base)
  local template = row and row[name]
  local plain = not fig.facet or (fig.line and fig.line.unit == "currency")
  if plain then return template or default end
  if template then return template:find("{facet}", 1, true) and template or nil end
  return default
end

local function level_sentence(self, fig)
  local w, line = self.words, fig.line
  if not line or line.value == nil then return nil end
  local template = template_of(w, fig, "level", w.pack.ui.plain_level)
  if not template then return nil end
  return close_up(self, w:fill(template, {
    When = w:period(line.period, line.period_type, "When"),
    when = w:period(line.period, line.period_type, "when"), value = fig.value_text,
    parts = fig.parts_text, label = fig.label, facet = fig.facet_text or "",
  }))
end

local function change_sentence(self, fig)
  local w, change = self.words, fig.change
  if not change or not change.value or (fig.line and not fig.line.value) then return nil end
  local template = template_of(w, fig, "subject", output.uncapital(fig.label))
  if not template then return nil end
  local subject = w:fill(template, { facet = fig.facet_text or "" })
  local name = not change.direction and "change_none"
    or change.direction == "increase" and "change_rise" or "change_fall"
  local before = fig.before and fig.before.value
  if not before and change.direction then name = name .. "_alone" end
  return close_up(self, w:ui(name, { When = w:period(change.period, "duration", "When"),
    when = w:period(change.period, "duration", "when"), subject = subject,
    Subject = capital(subject),
    change = w:value(change.value, change.unit, change.subunit),
    before = before and w:counted(before, fig.before, fig.base),
    last = before and w:period(fig.before.period, fig.before.period_type, "when") }))
end

--- A figure of a key in a period (default: the report's year), with everything a reader is
-- told about it; nil if there is no line for it. Fields: key, label, definition, line, change,
-- before (last year's line), value_text, parts_text, change_text, direction, sentences.
function R:figure(key, period)
  errors.expect("report:figure", key, "string", "the key of a figure")
  period = period or tostring(self.year)
  local line = self.set:level(key, period)
  local change = self.set:change(key, period)
  if not line and not change then return nil end
  local w = self.words
  local base, facet = figures.split(key)
  local earlier = figures.year_before(period)
  local fig = { key = key, base = base, facet = facet, line = line, change = change,
    before = earlier and self.set:level(key, earlier), facet_text = facet and w:said_facet(facet),
    label = w:label(base, facet, self.kpis[base]), definition = w:define(base, self.kpis[base]) }
  fig.value_text = line and w:value(line.value, line.unit, line.subunit) or ""
  fig.parts_text = line and w:parts(line) or ""
  fig.change_text = w:change(change)
  fig.direction = change and change.direction
  fig.known = line ~= nil and line.value ~= nil
  fig.sentences = { level_sentence(self, fig), nil }
  fig.sentences[#fig.sentences + 1] = change_sentence(self, fig)
  if line and line.value == nil then
    fig.sentences[#fig.sentences + 1] = w:ui("not_known",
      { label = capital(fig.label), reason = line.reason or w:ui "no_reason" })
  end
  return fig
end

-- Largest first; money of different currencies has no order but its key's.
local function by_size(lines)
  table.sort(lines, function(a, b)
    local x, y = a.value or -1, b.value or -1
    if a.unit ~= "currency" and x ~= y then return x > y end
    return a.key < b.key
  end)
  return lines
end

--- The figures of these keys that have a line; with facets, a base name stands for all its
-- facets too.
function R:figures_of(keys, facets)
  local out = {}
  for _, key in ipairs(keys) do
    local fig = self:figure(key)
    if fig then out[#out + 1] = fig end
    if facets and not key:find("[", 1, true) then
      for _, line in ipairs(by_size(self.set:facets(key, tostring(self.year)))) do
        out[#out + 1] = self:figure(line.key)
      end
    end
  end
  return out
end

local function last_year_text(self, fig)
  local b = fig.before
  return b and self.words:value(b.value, b.unit, b.subunit) or ""
end

local function counted(n) return n and words.number(n) or "" end

--- The table of figures: this year, last year, change, and what was left out.
function R:figure_table(caption, figs)
  local open, unknown = false, false
  for _, f in ipairs(figs) do
    open = open or (f.line and f.line.open or 0) > 0
    unknown = unknown or (f.line and f.line.unknown or 0) > 0
  end
  local columns = { { label = self:ui "figure" },
    { label = self:ui("this_year", { year = self.year }), numeric = true },
    { label = self:ui("last_year", { year = self.last }), numeric = true },
    { label = self:ui "change", numeric = true } }
  if open then columns[#columns + 1] = { label = self:ui "open", numeric = true } end
  if unknown then columns[#columns + 1] = { label = self:ui "not_counted", numeric = true } end
  local rows = {}
  for i, f in ipairs(figs) do
    local row = { f.label, f.value_text, last_year_text(self, f), f.change_text or "" }
    if open then row[#row + 1] = counted(f.line and f.line.open) end
    if unknown then row[#row + 1] = counted(f.line and f.line.unknown) end
    rows[i] = row
  end
  return blocks.table { caption = caption, columns = columns, rows = rows }
end

--- Bars of this year against last for counts of one size; nil with fewer than two bars.
function R:compare_chart(title, keys)
  local labels, now, before, facts = {}, {}, {}, {}
  for _, key in ipairs(keys) do
    local f = self:figure(key)
    if f and f.known then
      labels[#labels + 1] = f.label
      now[#labels] = f.line.value
      before[#labels] = f.before and f.before.value
      facts[#facts + 1] = self:ui("fact", { label = f.label, value = f.value_text })
    end
  end
  if #labels == 0 then return nil end
  local series = { { name = tostring(self.year), values = now } }
  if next(before) then table.insert(series, 1, { name = tostring(self.last), values = before }) end
  local vars = { label = title, year = self.year, last = self.last,
    facts = table.concat(facts, " ") }
  return blocks.chart { kind = "bar", labels = labels, series = series, unit = "count",
    title = self:ui(#series > 1 and "compared" or "shares", vars),
    desc = self:ui(#series > 1 and "compared_desc" or "facts_desc", vars),
    label_head = self:ui "figure" }
end

local function extremes(self, values, unit, subunit)
  local low, high
  for m = 1, 12 do
    local v = values[m]
    if v and (not low or v < values[low]) then low = m end
    if v and (not high or v > values[high]) then high = m end
  end
  local names, w = self.words.pack.months, self.words
  return { low = w:value(values[low], unit, subunit), low_month = names[low],
    high = w:value(values[high], unit, subunit), high_month = names[high] }
end

--- A chart over the year's months of one or more keys; kind "line" or "stacked". Keys with
-- fewer than three known months are left out; nil if none is left.
function R:month_chart(kind, title, keys)
  local series, unit, subunit, total = {}, nil, nil, {}
  for _, key in ipairs(keys) do
    local lines, n = self.set:months(key, self.year)
    if n >= 3 then
      local values = {}
      for m = 1, 12 do
        local l = lines[m]
        values[m] = l and l.value
        if l and l.value then
          unit, subunit = l.unit, l.subunit
          total[m] = (total[m] or 0) + l.value
        end
      end
      local base, facet = figures.split(key)
      series[#series + 1] = { key = key, values = values,
        name = self.words:label(base, facet, self.kpis[base]) }
    end
  end
  if #series == 0 then return nil end
  local vars = extremes(self, total, unit, subunit)
  return blocks.chart { kind = kind, series = series, labels = self.words.pack.months, unit = unit,
    subunit = subunit, label_head = self:ui "month",
    title = self:ui("by_month", { label = title, year = self.year }),
    desc = self:ui("by_month_desc", vars) }
end

--- One bar divided by the facets of a share key, largest first; nil without facets.
function R:share_chart(title, base)
  local lines = self.set:facets(base, tostring(self.year))
  local labels, values, facts = {}, {}, {}
  by_size(lines)
  for _, line in ipairs(lines) do
    if line.value then
      local _, facet = figures.split(line.key)
      labels[#labels + 1] = self.words:facet(facet)
      values[#values + 1] = line.value
      facts[#facts + 1] = self:ui("fact", { label = labels[#labels],
        value = self.words:value(line.value, line.unit) })
    end
  end
  if #labels < 2 then return nil end
  return blocks.chart { kind = "share", labels = labels, unit = lines[1].unit,
    series = { { name = self:ui "share", values = values } }, label_head = self:ui "region",
    title = self:ui("shares", { label = title, year = self.year }),
    desc = self:ui("shares_desc", { facts = table.concat(facts, " ") }) }
end

return M
