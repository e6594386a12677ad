--- `iprcore rows`: a CSV file's records as JSON arrays, to see how a feed is read.
local input = require "iprcore.input"
local json = require "iprcore.json"
local output = require "iprcore.output"

local M = {
  usage = "[--strict] [--delimiter C] FILE",
  examples = {
    "iprcore rows --delimiter ';' feed.csv | head -3",
  },
  help = [[
Prints one JSON array of texts for every record of a CSV file ("-": stdin). A record that
cannot be read is reported on stderr with its line and byte, and reading goes on.]],
  options = {
    { "strict", "flag", "report stray quotes, open quotes and bytes that are not UTF-8" },
    { "delimiter", "delimiter", "between fields, one byte; \\t for a tab (default: by suffix)",
      value = "C" },
  },
}

function M.run(opts, args)
  if #args ~= 1 then
    require("iprcore.errors").raise("usage", "one FILE is needed; - is stdin")
  end
  local path, bad = args[1], 0
  local out = output.open()
  for row in input.rows(path, {
    strict = opts.strict, delimiter = opts.delimiter or input.form(path) == "tsv" and "\t" or nil,
    broken = not opts.strict,
  }) do
    if row.code then
      bad = bad + 1
      out:flush()
      io.stderr:write(("%s:%d: byte %d: %s [%s]\n"):format(path, row.line,
        row.offset + (row.at or 0), row.message, row.code))
    else
      out:write(json.encode(json.array(table.move(row, 1, row.n, 1, {}))), "\n")
    end
  end
  out:close()
  return bad > 0 and 2 or 0
end

return M
