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
({"id","text","doc_date"?,"form"?}) and gets one line each, with an "error" where it is none;
any other file is one document: .html and .htm a saved web page, .md Markdown, else text; text
with form feeds is read as pages of a PDF (page heads, feet and hyphens at line ends left out).
- is stdin (--input says what it holds; text by default). Offsets are bytes of the file as it is.
csv: one metric a row with its citation. highlight: the text with its metrics marked, for the
terminal, or as a web page with --html or --out FILE.html.]],
  options = {
    { "format", "choice", "what to print", values = { "jsonl", "csv", "table", "highlight" },
      default = "jsonl" },
    { "input", "choice", "what the files hold (default: by suffix)",
      values = documents.FORMS },
    { "doc-date", "text", "date of publication, YYYY-MM-DD, for texts without one",
      value = "DATE" },
    documents.PACK,
    { "publisher", "text", "who published the reports, for their citation", value = "NAME" },
    { "html", "flag", "highlight as a web page" },
    { "color", "choice", "colours of highlight", values = { "auto", "always", "never" },
      default = "auto" },
    { "no-header", "flag", "csv without its header line" },
    { "out", "text", "write to a file instead of the terminal", value = "FILE" },
    { "strict", "flag", "end with exit code 2 if a line was no document" },
    { "max-errors", "number", "end with exit code 2 beyond so many of them" },
  },
}

local function refuse(id, message, code, offset)
  errors.raise(code, message, { path = documents.name(id), offset = offset })
end

-- Of each format: each(id, report), finish() or nil, and quick(line) or nil, which answers a line
-- of JSON Lines in one step if that can be.
local writers = {}

function writers.jsonl(out, opts)
  local function quick(line)
    local answer = metrics._line(line, opts["doc-date"])
    return answer and out:write(answer)
  end
  local function each(id, report)
    local list, skipped, code, offset = metrics.json(report, { pack = opts.pack })
    if not list then refuse(id, skipped, code, offset) end
    -- numbers beyond 1e300 are no metrics, those beside bad bytes may be cut: say so
    local note = skipped > 0 and (',"skipped":%d'):format(skipped) or ""
    if report.bad_bytes > 0 then note = note .. (',"bad_bytes":%d'):format(report.bad_bytes) end
    out:write('{"id":', json.encode(id), ',"metrics":', list, note, "}\n")
  end
  return each, nil, not opts.pack and quick
end

local function rows(id, report, pack)
  local list, message, code, offset = metrics.table(report, { pack = pack })
  if not list then refuse(id, message, code, offset) end
  return list
end

function writers.csv(out, opts)
  local show = require "iprcore.metrics.show"
  if not opts["no-header"] then out:write(show.csv_header()) end
  return function(id, report)
    for _, row in ipairs(rows(id, report, opts.pack)) do out:write(show.csv(row)) end
  end
end

function writers.table(out, opts)
  local show = require "iprcore.metrics.show"
  return function(id, report)
    local list = rows(id, report, opts.pack)
    out:write(output.visible(show.clean(documents.name(id) or "")), "\n\n", show.head())
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

function writers.highlight(out, opts, many)
  local highlight = require "iprcore.metrics.highlight"
  local docs, colour, n = {}, on_terminal(opts), 0
  local as_html = opts.html or (opts.out or ""):lower():find("%.html?$")
  local function each(id, report)
    local list, message, code, offset = metrics.parse(report.text,
      { doc_date = report.doc_date, pack = opts.pack })
    if not list then refuse(id, message, code, offset) end
    local name = documents.name(id) or ""
    n = n + 1
    if not as_html then
      if n > 1 or many then out:write(n > 1 and "\n" or "", output.visible(name), "\n\n") end
      return out:write(highlight.terminal(report.text, list, colour))
    end
    docs[#docs + 1] = { name = name, text = report.text, list = list }
  end
  return each, function()
    if as_html then out:write(highlight.html(docs)) end
  end
end

local wrong = json.shape { "code", "message", "line" }

-- What to do with a line that is no document: an answer in JSON lines, else a message.
local function complain(out, opts, failed)
  return function(id, e)
    failed.n = failed.n + 1
    if opts.format == "jsonl" then
      out:write('{"id":', json.encode(id), ',"metrics":[],"error":',
        json.encode(wrong { code = e.code, message = e.message, line = e.line }), "}\n")
    else
      io.stderr:write(("%s:%d: %s [%s]\n"):format(e.path, e.line, e.message, e.code))
    end
  end
end

-- What parsing finds wrong with a line of JSON goes where what reading finds goes.
local function guarded(each, bad, path)
  return function(id, report, place)
    local ok, e = pcall(each, id, report)
    if ok then return end
    if not place or not errors.is(e) or e.code == "io" then error(e, 0) end
    bad(id, { code = e.code, message = e.message, path = path, line = place.line })
  end
end

local function read_all(opts, args, out)
  local failed = { n = 0 }
  local each, finish, quick = writers[opts.format](out, opts, #args > 1)
  local bad = complain(out, opts, failed)
  for _, path in ipairs(args) do
    documents.each(path, opts, guarded(each, bad, path), bad, quick)
  end
  if finish then finish() end
  return failed.n
end

function M.run(opts, args)
  if #args == 0 then args = { "-" } end
  if opts.html and opts.format ~= "highlight" then
    errors.raise("usage", "--html goes with --format highlight")
  end
  local date = opts["doc-date"]
  if date and not date:find("^%d%d%d%d%-?%d?%d?%-?%d?%d?$") then
    errors.raise("usage", ("--doc-date takes a date like 2020-01-22, not %q"):format(date))
  end
  opts.pack = documents.pack(opts)
  local out = output.open(opts.out)
  local ok, failed = pcall(read_all, opts, args, out)
  if not ok then
    out:abandon()
    error(failed, 0)
  end
  out:close()
  local most = (opts.strict or opts.format ~= "jsonl") and 0 or opts["max-errors"]
  return most and failed > most and 2 or 0
end

return M
