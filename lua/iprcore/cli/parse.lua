--- `iprcore parse`: the metrics of reports, as JSON lines, CSV, a table, or marked in the text.
local documents = require "iprcore.cli.documents"
local errors = require "iprcore.errors"
local json = require "iprcore.json"
local metrics = require "iprcore.metrics"
local output = require "iprcore.output"

local M = {
  usage = "[--format jsonl|csv|table|highlight] [--input FORM] FILE…",
  help = [[
Reads documents and prints their metrics. A .jsonl file holds one document a line
({"id","text","doc_date"?,"form"?}); any other file is one document: .html and .htm a saved
web page, .md Markdown, else text; text with form feeds is read as pages of a PDF (page heads,
feet and hyphens at line ends left out). - is stdin (--input says what it holds; text by
default). Offsets are bytes of the file as it is.
csv: one metric a row with its citation. highlight: the text with its metrics marked, for the
terminal, or as a web page with --html or --out FILE.html.]],
  options = {
    { "format", "choice", "what to print", values = { "jsonl", "csv", "table", "highlight" },
      default = "jsonl" },
    { "input", "choice", "what the files hold (default: by suffix)",
      values = documents.FORMS },
    { "doc-date", "text", "date of publication, YYYY-MM-DD, for texts without one",
      value = "DATE" },
    { "publisher", "text", "who published the reports, for their citation", value = "NAME" },
    { "html", "flag", "highlight as a web page" },
    { "color", "choice", "colours of highlight", values = { "auto", "always", "never" },
      default = "auto" },
    { "no-header", "flag", "csv without its header line" },
    { "out", "text", "write to a file instead of the terminal", value = "FILE" },
  },
}

local function refuse(id, message, code, offset)
  errors.raise(code, message, { path = id ~= nil and tostring(id) or nil, offset = offset })
end

local writers = {}

function writers.jsonl(out)
  return function(id, report)
    local list, skipped, code, offset = metrics.json(report)
    if not list then refuse(id, skipped, code, offset) end
    -- numbers beyond 1e300 are no metrics, those beside bad bytes may be cut: say so
    local note = skipped > 0 and (',"skipped":%d'):format(skipped) or ""
    if report.bad_bytes > 0 then note = note .. (',"bad_bytes":%d'):format(report.bad_bytes) end
    out:write('{"id":', json.encode(id), ',"metrics":', list, note, "}\n")
  end
end

local function rows(id, report)
  local list, message, code, offset = metrics.table(report)
  if not list then refuse(id, message, code, offset) end
  return list
end

function writers.csv(out, opts)
  local show = require "iprcore.metrics.show"
  if not opts["no-header"] then out:write(show.csv_header()) end
  return function(id, report)
    for _, row in ipairs(rows(id, report)) do out:write(show.csv(row)) end
  end
end

function writers.table(out)
  local show = require "iprcore.metrics.show"
  return function(id, report)
    local list = rows(id, report)
    out:write(output.visible(show.clean(tostring(id))), "\n\n", show.head())
    for _, row in ipairs(list) do out:write(show.line(row)) end
    out:write(("\n%d number%s read."):format(#list, #list == 1 and "" or "s"))
    if report.dropped > 0 then
      out:write((" %d lines of page heads and feet left out."):format(report.dropped))
    end
    if (list.skipped or 0) > 0 then
      out:write((" %d numbers beyond 1e300 left out."):format(list.skipped))
    end
    if report.bad_bytes > 0 then
      out:write((" %d places are not UTF-8: numbers there may be cut."):format(report.bad_bytes))
    end
    out:write("\n\n")
  end
end

local function on_terminal(opts)
  if opts.color ~= "auto" then return opts.color == "always" end
  return not opts.out and not os.getenv("NO_COLOR") and os.execute("test -t 1 2>/dev/null") == true
end

function writers.highlight(out, opts)
  local highlight = require "iprcore.metrics.highlight"
  local docs, colour = {}, on_terminal(opts)
  local as_html = opts.html or (opts.out or ""):lower():find("%.html?$")
  local function each(id, report)
    local list, message, code, offset = metrics.parse(report.text, { doc_date = report.doc_date })
    if not list then refuse(id, message, code, offset) end
    if not as_html then return out:write(highlight.terminal(report.text, list, colour)) end
    docs[#docs + 1] = { name = tostring(id), text = report.text, list = list }
  end
  return each, function()
    if as_html then out:write(highlight.html(docs)) end
  end
end

function M.run(opts, args)
  if #args == 0 then args = { "-" } end
  if opts.html and opts.format ~= "highlight" then
    errors.raise("usage", "--html goes with --format highlight")
  end
  local out = output.open(opts.out)
  local ok, e = pcall(function()
    local each, finish = writers[opts.format](out, opts)
    for _, path in ipairs(args) do documents.each(path, opts, each) end
    if finish then finish() end
  end)
  if not ok then
    out:abandon()
    error(e, 0)
  end
  out:close()
  return 0
end

return M
