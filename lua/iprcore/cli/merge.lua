--- `iprcore merge`: packed tallies into one.
local errors = require "iprcore.errors"
local events = require "iprcore.cli.events"
local output = require "iprcore.output"

local M = {}

M.usage = "TALLY… --out FILE"
M.help = [[
Merges packed tallies (iprcore tally --pack), and event files, into one packed
tally. The result is the same whatever their order and however the events were
split over them.]]

M.options = events.options({
  { "out", "text", "the file to write", value = "FILE" },
}, events.reading)

function M.run(opts, args)
  if #args == 0 then errors.raise("usage", "merge needs at least one packed tally") end
  if not opts.out then errors.raise("usage", "merge needs --out FILE; the result is not text") end
  output.save(opts.out, events.tally(args, opts):pack())
  return 0
end

return M
