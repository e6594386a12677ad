--- `iprcore merge`: packed tallies into one.
local errors = require "iprcore.errors"
local output = require "iprcore.output"

local M = {}

M.usage = "TALLY… --out FILE"
M.help = [[
Merges packed tallies (iprcore tally --pack), and event files, into one packed
tally. The result is the same whatever their order and however the events were
split over them.]]

M.options = {
  { "out", "text", "the file to write", value = "FILE" },
  { "offset", "text", "where days begin, as in the tallies (default UTC)", value = "ZONE" },
  { "sketches", "flag", "keep sketches, as the tallies do" },
  { "input", "choice", "form of event files", values = { "csv", "tsv", "jsonl" } },
}

function M.run(opts, args)
  if #args == 0 then errors.raise("usage", "merge needs at least one packed tally") end
  if not opts.out then errors.raise("usage", "merge needs --out FILE; the result is not text") end
  output.save(opts.out, require("iprcore.cli.tally").tally(args, opts):pack())
  return 0
end

return M
