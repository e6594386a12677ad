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

--- The option for keys and words of one's own, and the pack it makes, with the keys of a
-- programme's own report behind them if it says so or `programme` does; nil where there are none.
M.PACK = { "pack", "list", "keys and words of your own, a Lua table (lua/examples/own_keys.lua); "
  .. "\"programme\" are those of a programme's own report", value = "FILE.lua" }
function M.pack(opts, programme)
  local tables = {}
  for _, path in ipairs(opts.pack) do
    if path == "programme" then
      programme = true
    else
      local own = input.table(path)
      own.name = own.name or path
      tables[#tables + 1] = own
    end
  end
  if programme then tables[#tables + 1] = require "iprcore.lang.programme" end
  if #tables > 0 then return metrics.pack(tables) end
end

local MEMBERS = { id = true, text = true, form = true, doc_date = true, publisher = true }

--- An id as text, whatever JSON value it is; nil for none.
function M.name(id)
  if type(id) == "table" then return json.encode(id) end
  return id ~= nil and tostring(id) or nil
end

-- One line of JSON as a document: id, report; or id, nil and what is wrong with it.
local function read_line(line, place, opts)
  if place.code then return nil, nil, { code = place.code, message = place.message } end
  local doc, message, code, offset = json.decode(line, MEMBERS)
  if type(doc) ~= "table" then
    return nil, nil, { code = code or "bad_json", offset = offset,
      message = message or "a document is an object with a text" }
  end
  if type(doc.text) ~= "string" then
    return doc.id, nil, { code = "bad_value", message = "a document needs a text" }
  end
  local ok, report = pcall(metrics.report, doc.text, { form = doc.form or "text",
    source = M.name(doc.id),
    doc_date = doc.doc_date or opts["doc-date"], publisher = doc.publisher or opts.publisher })
  if ok then return doc.id, report end
  return doc.id, nil, type(report) == "table" and report
    or { code = "bad_value", message = tostring(report) }
end

local function look_at(path, line, place, opts, each, bad)
  local id, report, wrong = read_line(line, place, opts)
  if report then return each(id, report, place) end
  local where = { path = path, line = place.line, offset = wrong.offset }
  if not bad then errors.raise(wrong.code, wrong.message, where) end
  where.code, where.message = wrong.code, wrong.message
  bad(id, where)
end

--- Calls each(id, report) for every document of a file. opts: input (a form or "jsonl"),
-- doc-date, publisher. A line that is no document goes to bad(id, { code, message, path,
-- line, offset? }); without `bad` it raises. A line that quick(line) is true for is done with.
function M.each(path, opts, each, bad, quick)
  local wanted = form(opts, path)
  if wanted ~= "jsonl" then
    return each(path, metrics.load(path, { form = wanted, doc_date = opts["doc-date"],
      publisher = opts.publisher }))
  end
  for line, place in input.lines(path) do
    if place.code or not quick or not quick(line) then
      look_at(path, line, place, opts, each, bad)
    end
  end
end

return M
