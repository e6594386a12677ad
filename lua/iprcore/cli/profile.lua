--- iprcore profile: time and hits by rule.
local errors = require "iprcore.errors"
local ipr = require "iprcore"
local job = require "iprcore.cli.scoring"
local output = require "iprcore.output"
local profile = require "iprcore.profile"

return {
  usage = "[OPTIONS] LISTINGS",
  examples = {
    "iprcore profile --rules luxury.lua --most 5000 feed.csv",
  },
  help = [[
Scores the listings with each rule alone and prints its time, features and lists included, over a
pass without rules. Rules that share a feature each show its whole cost, so the parts come to
more than the whole.]],
  options = job.options {
    { "most", "number", "listings to look at", default = 2000 },
  },
  run = function(opts, args)
    if #args ~= 1 then errors.raise("usage", "give one file of listings") end
    local rules = job.rules(opts) or ipr.rules.standard()
    local lists = job.scorer(opts).options
    local function make(set)
      local options = {}
      for k, v in pairs(lists) do options[k] = v end
      options.rules = set
      return ipr.scorer(options)
    end
    local rows, total = profile.run(rules, make, args[1],
      { most = opts.most, input = opts.input })
    if total.listings == 0 then errors.raise("empty", "no listing could be read") end
    local sink = output.open()
    local function micro(s) return s * 1e6 / total.listings end
    sink:write(("%d listings; reading %.2f us each, with all rules %.2f us\n"):format(
      total.listings, micro(total.bare), micro(total.all)))
    sink:write(("%-32s %10s %8s\n"):format("rule alone", "us each", "hits"))
    for _, r in ipairs(rows) do
      sink:write(("%-32s %10.2f %8d\n"):format(r.rule, micro(r.seconds), r.hits))
    end
    sink:close()
    return 0
  end,
}
