--- `iprcore audit`: each claim of a report against events, figures, other reports and itself.
local documents = require "iprcore.cli.documents"
local errors = require "iprcore.errors"
local events = require "iprcore.cli.events"
local input = require "iprcore.input"
local output = require "iprcore.output"

local M = {}

M.usage = "REPORT.txt [EVENTS…] [--against REPORT.txt]… [--figures FIGURES.csv] "
  .. "--format jsonl|table|html"
M.help = [[
Tests every claim of a report: against events as `iprcore tally` reads them,
against a file of figures (key, period, value …), against other reports, and
inside the report: parts that should sum to 100 %, a change against its two
levels, a rate against its counts, directions stated without a figure.
Verdicts: agrees, rounds_to, differs, not_in_data. The exit code is 0 whatever
the verdicts.]]

M.options = events.options({
  { "against", "list", "another report to compare with; may repeat", value = "REPORT.txt" },
  { "figures", "text", "a file of figures", value = "FIGURES.csv" },
  documents.PACK,
  { "format", "choice", "what to write", default = "table",
    values = { "jsonl", "table", "html" } },
  { "out", "text", "write to this file instead of stdout", value = "FILE" },
  { "doc-date", "text", "when the report was published, for \"last year\"", value = "DATE" },
}, events.asking, events.reading)

function M.run(opts, args)
  if #args == 0 then errors.raise("usage", "audit needs a report, e.g. REPORT.txt") end
  local text = input.text(args[1])
  local files, against = { table.unpack(args, 2) }, {}
  for i, path in ipairs(opts.against) do against[i] = input.text(path) end
  local result = require("iprcore.audit")(text, {
    tally = #files > 0 and require("iprcore.cli.report").source(files, opts) or nil,
    figures = opts.figures and events.figures(opts.figures), against = against,
    doc_date = opts["doc-date"], pack = documents.pack(opts, true),
  })
  output.save(opts.out, result:render(opts.format))
  return 0
end

return M
