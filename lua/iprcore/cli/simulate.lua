--- `iprcore simulate`: a programme's years and a feed that never were, with their truth.
local errors = require "iprcore.errors"
local simulate = require "iprcore.simulate"

local M = {
  usage = "--seed N --years 2018-2019 [--listings N] --out DIR",
  help = [[
Writes DIR/events.csv (a protection programme's events), DIR/listings.csv (a marketplace
feed with planted counterfeits) and DIR/truth.json (the figures the events hold and the ids
that were planted, known from making them). The same seed gives the same bytes anywhere.]],
  options = {
    { "seed", "number", "an integer; another seed, another world" },
    { "years", "text", "the years of the events, 2018-2019 or 2019", value = "YEARS" },
    { "listings", "number", "how many listings the feed has", default = 3000 },
    { "out", "text", "the folder to write into, made if it is not there", value = "DIR" },
    { "shape", "choice", "source: the last two years as in the 2019 report; free: any",
      values = { "source", "free" }, default = "source" },
    { "scale", "number", "N times the events of listings, requests and reports", default = 1 },
  },
}

function M.run(opts, args)
  if #args > 0 then errors.raise("usage", "simulate reads no files: " .. args[1]) end
  for _, name in ipairs { "seed", "years", "out" } do
    if opts[name] == nil then errors.raise("usage", "--" .. name .. " is needed") end
  end
  simulate.run { seed = opts.seed, years = opts.years, listings = opts.listings,
    out = opts.out, shape = opts.shape, scale = opts.scale }
  return 0
end

return M
