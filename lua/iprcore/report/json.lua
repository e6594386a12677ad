--- Renders a report as one JSON object: what it is, its figures as `tally` prints them with
-- label, definition and sentences, and its sections as they are shown.
local figures = require "iprcore.report.figures"
local json = require "iprcore.json"

local M = {}

local document = json.shape { "title", "year", "lang", "as_of", "internal", "notice?", "figures[]",
  "sections[]" }
local figure = json.shape { "key", "period", "period_type", "kind", "direction", "basis", "value",
  "unit", "subunit?", "num?", "den?", "open?", "unknown?", "reason?", "label", "definition",
  "sentences[]" }
local section = json.shape { "id", "title", "notice?", "blocks[]" }
local column = json.shape { "label", "numeric" }
local chart_series = json.shape { "name", "values[]" }

local blocks = {}

blocks.prose = function(b) return json.shape { "type", "sentences[]" } {
  type = "prose", sentences = b.sentences } end
blocks.note = function(b) return json.shape { "type", "text" } { type = "note", text = b.text } end

function blocks.figures(b)
  local keys = {}
  for i, fig in ipairs(b.items) do keys[i] = fig.key end
  return json.shape { "type", "keys[]" } { type = "figures", keys = keys }
end

function blocks.terms(b)
  local items = {}
  for i, item in ipairs(b.items) do
    items[i] = json.shape { "term", "text" } { term = item[1], text = item[2] }
  end
  return json.shape { "type", "items[]" } { type = "terms", items = items }
end

function blocks.table(b)
  local columns, rows = {}, {}
  for c, col in ipairs(b.columns) do
    columns[c] = column { label = col.label, numeric = col.numeric or false }
  end
  for i, row in ipairs(b.rows) do
    local cells = {}
    for c = 1, #columns do cells[c] = row[c] or "" end
    rows[i] = json.array(cells)
  end
  return json.shape { "type", "caption", "columns[]", "rows[]" } {
    type = "table", caption = b.caption, columns = columns, rows = rows }
end

function blocks.chart(b)
  local series = {}
  for i, s in ipairs(b.series) do
    local values = {}
    for n = 1, #b.labels do
      values[n] = s.values[n] == nil and json.null or s.values[n]
    end
    series[i] = chart_series { name = s.name, values = values }
  end
  return json.shape { "type", "kind", "title", "desc", "unit", "subunit?", "labels[]",
    "series[]" } {
    type = "chart", kind = b.kind, title = b.title, desc = b.desc, unit = b.unit,
    subunit = b.subunit, labels = b.labels, series = series }
end

local function figure_object(report, line)
  local base, facet = figures.split(line.key)
  local o = {}
  for k, v in pairs(line) do o[k] = v end
  o.label = report.words:label(base, facet, report.kpis[base])
  o.definition = report.words:define(base, report.kpis[base])
  o.sentences = {}
  if line.kind == "level" and figures.period(line.period) == tostring(report.year) then
    o.sentences = report:figure(line.key).sentences
  end
  return figure(o)
end

--- The whole report as JSON text with a final line end.
function M.render(report)
  local notice = report.internal and report.words:ui "internal" or nil
  local out = { title = report.title, year = report.year, lang = report.words.code,
    as_of = report.as_of, internal = report.internal, notice = notice, figures = {},
    sections = {} }
  for i, line in ipairs(report:lines()) do out.figures[i] = figure_object(report, line) end
  for i, s in ipairs(report.sections) do
    local made = {}
    for n, b in ipairs(s.blocks) do made[n] = blocks[b.type](b) end
    out.sections[i] = section { id = s.id, title = s.title, notice = notice, blocks = made }
  end
  return json.encode(document(out)) .. "\n"
end

return M
