--- Metrics as rows that can be cited: who says it, where it stands, in which words.
local check_options = require "iprcore.check_options"
local document = require "iprcore.metrics.document"
local errors = require "iprcore.errors"

local M = {}

--- The columns of a row, in their order.
M.COLUMNS = { "publisher", "source", "page", "line", "label", "value", "value_high", "unit",
  "subunit", "comparator", "kind", "direction", "basis", "versus", "period", "period_type", "key",
  "subject", "qualifier", "surface", "sentence", "first", "last" }

local OPTIONS = { publisher = "string", source = "string", doc_date = "string", form = "string",
  pack = "table", lang = "string", text = "string|table" }

local words = {}

--- The words of a key ("Processed within 24 hours"), the subject's where it has no key.
function M.label(m, lang)
  lang = lang or "en"
  words[lang] = words[lang] or require("iprcore.report.words").load(lang)
  if not m.key then return m.subject end
  local base, facet = m.key:match("^([^%[]+)%[(.*)%]$")
  return words[lang]:label(base or m.key, facet)
end

local function flat(text) return text and (text:gsub("%s+", " ")) end

local function row(doc, m, opts)
  local line, page = doc:place(m.first)
  local out = { publisher = doc.publisher, source = doc.name, page = page, line = line,
    label = M.label(m, opts.lang),
    sentence = flat(m.sentence or doc.bytes:sub(m.sentence_first, m.sentence_last)) }
  for _, k in ipairs(M.COLUMNS) do
    if out[k] == nil then out[k] = m[k] end
  end
  return out
end

local function reports(metrics, found, opts)
  local report = document.is(found) and found or opts.text or found
  if type(report) == "table" and not document.is(report) then
    errors.raise("usage", "metrics.table: a list of metrics needs its text: { text = … }")
  end
  if document.is(report) then
    if not (opts.publisher or opts.source) then return report end
    local copy = setmetatable({}, getmetatable(report))
    for k, v in pairs(report) do copy[k] = v end
    copy.publisher, copy.name = opts.publisher or report.publisher, opts.source or report.name
    return copy
  end
  return metrics.report(report, { form = opts.form or "text", publisher = opts.publisher,
    source = opts.source, doc_date = opts.doc_date })
end

--- Rows of a text, a report or a list of metrics (then opts.text is their text). Nil, message,
-- code, offset for a text that cannot be read.
function M.rows(metrics, found, opts)
  opts = check_options("metrics.table", opts, OPTIONS)
  errors.expect("metrics.table", found, "string|table", "a text, a report or metrics")
  local doc = reports(metrics, found, opts)
  local list = type(found) == "table" and not document.is(found) and found
  if not list then
    local message, code, offset
    list, message, code, offset = metrics.parse(doc, { pack = opts.pack, doc_date = opts.doc_date })
    if not list then return nil, message, code, offset end
  end
  local out = { skipped = list.skipped }
  for i, m in ipairs(list) do out[i] = row(doc, m, opts) end
  return out
end

return M
