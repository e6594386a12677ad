--- `iprcore parse`: the metrics of reports, as JSON lines.
local errors = require "iprcore.errors"
local input = require "iprcore.input"
local json = require "iprcore.json"
local metrics = require "iprcore.metrics"
local output = require "iprcore.output"

local M = {
  usage = "[--format jsonl] [--input jsonl|text] FILE…",
  help = [[
Reads documents and prints their metrics. A .jsonl file holds one document a line
({"id","text","doc_date"?}); any other file is one text; - is stdin (--input says what
it holds; text by default).]],
  options = {
    { "format", "choice", "what to print", values = { "jsonl" }, default = "jsonl" },
    { "input", "choice", "what the files hold (default: by suffix)", values = { "jsonl", "text" } },
    { "doc-date", "text", "date of publication, YYYY-MM-DD, for texts without one", value = "DATE" },
  },
}

local function form(opts, path)
  if opts.input then return opts.input end
  return path:find("%.jsonl$") and "jsonl" or path:find("%.ndjson$") and "jsonl" or "text"
end

--- Calls each(id, text, doc_date) for every document of a file.
local function documents(opts, path, each)
  if form(opts, path) == "text" then
    return each(path, input.text(path), opts["doc-date"])
  end
  for line, n in input.lines(path) do
    if line:find("%S") then
      local doc, message, code, offset = json.decode(line)
      if type(doc) ~= "table" or type(doc.text) ~= "string" then
        errors.raise(code or "bad_json", message or "a document is an object with a text",
          { path = path, line = n, offset = offset })
      end
      each(doc.id, doc.text, doc.doc_date or opts["doc-date"])
    end
  end
end

local function jsonl(out)
  return function(id, text, doc_date)
    local list, message, code, offset = metrics.json(text, { doc_date = doc_date })
    if not list then errors.raise(code, message, { path = tostring(id), offset = offset }) end
    out:write('{"id":', json.encode(id), ',"metrics":', list, "}\n")
  end
end

function M.run(opts, args)
  if #args == 0 then args = { "-" } end
  local out = output.open()
  local each = jsonl(out)
  for _, path in ipairs(args) do documents(opts, path, each) end
  out:close()
  return 0
end

return M
