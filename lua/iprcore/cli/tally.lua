--- `iprcore tally`: the figures of a programme from its events.
local errors = require "iprcore.errors"
local input = require "iprcore.input"
local json = require "iprcore.json"
local kpis = require "iprcore.kpis"
local output = require "iprcore.output"
local tallies = require "iprcore.tally"

local M = {}

M.usage = "EVENTS… [--period year|quarter|month] [--kpis FILE.lua] [--as-of DATE] --format jsonl"
M.help = [[
Counts events into key figures: levels by period, with "n of N", what is open
and what is not known, and changes against a year earlier. EVENTS are CSV, TSV
or JSON lines with the columns of the event table, packed tallies (--pack), or,
with --map, exports that have one row a case.]]

M.options = {
  { "period", "choice", "the length of a period", default = "year",
    values = { "year", "quarter", "month" } },
  { "kpis", "text", "KPI definitions in Lua instead of the standard ones", value = "FILE.lua" },
  { "as-of", "text", "what happened later does not count (default: the last event)",
    value = "DATE" },
  { "map", "text", "how a row of an export with one row a case becomes events",
    value = "MAP.lua" },
  { "offset", "text", "where days begin, e.g. +08:00 (default UTC)", value = "ZONE" },
  { "calendar", "text", "working days and hours for business clocks (a Lua table)",
    value = "FILE.lua" },
  { "sketches", "flag", "distinct counts and quantiles in bounded memory, marked ≈" },
  { "parties", "flag", "list the figures of single notifiers too" },
  { "quality", "flag", "write what was unusual in the events instead of the figures" },
  { "pack", "text", "write the packed tally to this file instead", value = "FILE" },
  { "format", "choice", "what to write", default = "jsonl", values = { "jsonl", "csv" } },
  { "out", "text", "write to this file instead of stdout", value = "FILE" },
  { "input", "choice", "form of the input", values = { "csv", "tsv", "jsonl" } },
  { "strict", "flag", "end with exit code 2 if a row could not be used" },
  { "max-errors", "number", "end with exit code 2 beyond so many such rows", value = "N" },
}

-- A table from a Lua file that can call nothing.
local function table_of(path)
  local chunk, message = load(input.text(path), "@" .. path, "t", {})
  local ok, found = false, message
  if chunk then ok, found = pcall(chunk) end
  if not ok or type(found) ~= "table" then
    errors.raise("bad_value", ok and "the file returns no table" or tostring(found),
      { path = path })
  end
  return found
end

local function is_packed(path)
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

--- A tally of the files, made as the options say; if the first is packed, as that one was made.
-- Shared with merge.
function M.tally(paths, opts)
  local made = { kpis = opts.kpis and kpis.load(opts.kpis), as_of = opts["as-of"],
    offset = opts.offset, sketches = opts.sketches,
    calendar = opts.calendar and table_of(opts.calendar) }
  local packed = is_packed(paths[1])
  local tally = packed and unpack_file(paths[1], made) or tallies(made)
  for i = packed and 2 or 1, #paths do
    if is_packed(paths[i]) then
      tally:merge(unpack_file(paths[i]))
    else
      tally:read(paths[i], { input = opts.input, map = opts.map })
    end
  end
  return tally
end

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

-- Rows that could not be used, by the code under which data quality tells them.
local UNUSED = { unreadable = true, extra_fields = true, bad_time = true, unknown_kind = true }

local function check_unused(tally, opts)
  local most, unused = opts.strict and 0 or opts["max-errors"], 0
  for _, row in ipairs(most and tally:quality() or {}) do
    if UNUSED[row.code] then unused = unused + row.n end
  end
  if most and unused > most then
    errors.raise("limit", ("%d rows could not be used; --quality says why"):format(unused))
  end
end

function M.run(opts, args)
  if #args == 0 then errors.raise("usage", "tally needs at least one file of events") end
  local tally = M.tally(args, opts)
  check_unused(tally, opts)
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
