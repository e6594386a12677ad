--- `iprcore tally`: the figures of a programme from its events.
local errors = require "iprcore.errors"
local events = require "iprcore.cli.events"
local json = require "iprcore.json"
local output = require "iprcore.output"

local M = {}

M.usage = "EVENTS… [--period year|quarter|month] [--kpis FILE.lua] [--as-of DATE] --format jsonl"
M.help = [[
Counts events into key figures: levels by period, with "n of N", what is open
and what is not known, and changes against a year earlier. EVENTS are CSV, TSV
or JSON lines with the columns of the event table, packed tallies (--pack), or,
with --map, exports that have one row a case.]]

M.options = events.options({
  { "period", "choice", "the length of a period", default = "year",
    values = { "year", "quarter", "month" } },
  { "parties", "flag", "list the figures of single notifiers too" },
  { "quality", "flag", "write what was unusual in the events instead of the figures" },
  { "pack", "text", "write the packed tally to this file instead", value = "FILE" },
  { "format", "choice", "what to write", default = "jsonl", values = { "jsonl", "csv" } },
  { "out", "text", "write to this file instead of stdout", value = "FILE" },
}, events.asking, events.reading)

local CSV = { "key", "period", "period_type", "kind", "direction", "basis", "value", "unit",
  "subunit", "num", "den", "open", "unknown", "reason" }

local function write_lines(sink, lines, format)
  if format == "csv" then
    sink:write(output.csv(CSV))
    for _, line in ipairs(lines) do
      local cells = {}
      for i, name in ipairs(CSV) do
        local v = line[name]
        cells[i] = v == nil and "" or type(v) == "number" and json.encode(v) or v
      end
      sink:write(output.csv(cells, { spreadsheet = true }))
    end
    return
  end
  for _, line in ipairs(lines) do sink:write(json.encode(line), "\n") end
end

local quality_shape = json.shape { "code", "text", "what?", "n" }

function M.run(opts, args)
  if #args == 0 then errors.raise("usage", "tally needs at least one file of events") end
  local tally = events.tally(args, opts)
  if opts.pack then
    output.save(opts.pack, tally:pack())
    return 0
  end
  local sink = output.open(opts.out)
  if opts.quality then
    for _, row in ipairs(tally:quality()) do sink:write(json.encode(quality_shape(row)), "\n") end
  else
    write_lines(sink, tally:lines { period = opts.period, parties = opts.parties }, opts.format)
  end
  sink:close()
  return 0
end

return M
