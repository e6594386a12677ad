--- What tally, merge, report and audit share: their options for event files, one way to make a
-- tally of event files and packed tallies, and one to read files of figures.
local errors = require "iprcore.errors"
local figures = require "iprcore.report.figures"
local input = require "iprcore.input"
local kpis = require "iprcore.kpis"
local output = require "iprcore.output"
local tallies = require "iprcore.tally"

local M = {}

--- How event files are read.
M.reading = {
  { "map", "text", "how a row of an export with one row a case becomes events",
    value = "MAP.lua" },
  { "offset", "text", "where days begin, e.g. +08:00 (default UTC)", value = "ZONE" },
  { "sketches", "flag", "distinct counts and quantiles in bounded memory, marked ≈" },
  { "input", "choice", "form of the event files", values = { "csv", "tsv", "jsonl" } },
  { "delimiter", "delimiter", "what parts the fields of a CSV file, e.g. ;", value = "C" },
  { "strict", "flag", "end with exit code 2 if a row could not be used" },
  { "max-errors", "number", "end with exit code 2 beyond so many such rows" },
}

--- What is asked of them.
M.asking = {
  { "kpis", "text", "KPI definitions in Lua instead of the standard ones", value = "FILE.lua" },
  { "as-of", "text", "what happened later does not count (default: the last event)",
    value = "DATE" },
  { "calendar", "text", "working days and hours for business clocks (a Lua table)",
    value = "FILE.lua" },
}

--- A command's own options, and those of the lists behind them.
function M.options(own, ...)
  for _, list in ipairs { ... } do table.move(list, 1, #list, #own + 1, own) end
  return own
end

--- Whether a file is a packed tally.
function M.is_packed(path)
  if path == "-" then return false end
  local f = io.open(path, "rb")
  local head = f and f:read(8)
  if f then f:close() end
  return head == "IPRTALLY"
end

local function unpack_file(path, opts)
  local f = io.open(path, "rb")
  local tally, message, code, at = tallies.unpack(f:read "a", opts)
  f:close()
  if not tally then errors.raise(code, message, { path = path, offset = at }) end
  return tally
end

-- Rows that could not be used end the command where the options say so, else one line tells.
local function check_unused(tally, opts)
  local most = opts.strict and 0 or opts["max-errors"]
  local _, unused = tally:rows()
  if unused == 0 then return end
  local message = ("%d row%s could not be used; iprcore tally --quality says why"):format(
    unused, unused == 1 and "" or "s")
  if most and unused > most then errors.raise("limit", message) end
  if not opts.quality then io.stderr:write(message, "\n") end
end

--- A tally of the files, made as the options say; if the first is packed, as that one was made.
function M.tally(paths, opts)
  local made = { kpis = opts.kpis and kpis.load(opts.kpis), as_of = opts["as-of"],
    offset = opts.offset, sketches = opts.sketches,
    calendar = opts.calendar and input.table(opts.calendar) }
  local packed = M.is_packed(paths[1])
  local tally = packed and unpack_file(paths[1], made) or tallies(made)
  for i = packed and 2 or 1, #paths do
    if M.is_packed(paths[i]) then
      tally:merge(unpack_file(paths[i]))
    else
      tally:read(paths[i], { input = opts.input, map = opts.map, delimiter = opts.delimiter })
    end
  end
  check_unused(tally, opts)
  return tally
end

--- The lines of a file of figures; what is doubtful in it is told on stderr.
function M.figures(path, opts)
  local lines, doubts = figures.read(path, { input = opts and opts.input,
    delimiter = opts and opts.delimiter })
  for _, doubt in ipairs(doubts) do io.stderr:write(output.visible(doubt), "\n") end
  return lines
end

return M
