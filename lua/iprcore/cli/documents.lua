--- The documents that `parse` and `compare` read: files of one report, or JSON lines.
local errors = require "iprcore.errors"
local input = require "iprcore.input"
local json = require "iprcore.json"
local metrics = require "iprcore.metrics"

local M = {}

--- What --input may say.
M.FORMS = { "jsonl", "text", "pdf", "html", "markdown" }

local function form(opts, path)
  if opts.input then return opts.input end
  return path:find("%.jsonl$") and "jsonl" or path:find("%.ndjson$") and "jsonl" or nil
end

--- Calls each(id, report) for every document of a file. opts: input (a form or "jsonl"),
-- doc-date, publisher.
function M.each(path, opts, each)
  local wanted = form(opts, path)
  if wanted ~= "jsonl" then
    return each(path, metrics.load(path, { form = wanted, doc_date = opts["doc-date"],
      publisher = opts.publisher }))
  end
  for line, n in input.lines(path) do
    local place = { path = path, line = n.line }
    local doc, message, code, offset = json.decode(line)
    if n.code then errors.raise(n.code, n.message, place) end
    if type(doc) ~= "table" or type(doc.text) ~= "string" then
      place.offset = offset
      errors.raise(code or "bad_json", message or "a document is an object with a text", place)
    end
    each(doc.id, metrics.report(doc.text, { form = doc.form or "text",
      source = doc.id ~= nil and tostring(doc.id) or nil,
      doc_date = doc.doc_date or opts["doc-date"], publisher = doc.publisher or opts.publisher }))
  end
end

return M
