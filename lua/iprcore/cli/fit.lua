--- iprcore fit: weights for the rules from labelled listings.
local errors = require "iprcore.errors"
local fit = require "iprcore.fit"
local job = require "iprcore.cli.scoring"
local labels = require "iprcore.labels"
local output = require "iprcore.output"

return {
  usage = "[OPTIONS] --labels LABELS LISTINGS > WEIGHTS.lua",
  examples = {
    "iprcore fit --labels worksheet.csv feed.csv > weights.lua",
  },
  help = [[
Fits the rules' weights to the labels by logistic regression and writes them as a Lua table, to
be read, doubted and copied into `weights = {…}` of a rule file: on their scale a score of the
lowest action is an even chance. A column `source` in the labels (else the seller) is left out
whole, in turn, to see what holds elsewhere.]],
  options = job.options {
    { "labels", "text", "decisions, e.g. a filled worksheet of `iprcore sample`", value = "FILE" },
    { "labels-delimiter", "delimiter", "between the fields of the labels: ';' (default: ,)",
      value = "C" },
    { "ridge", "number", "how strongly weights are held back", default = 1 },
  },
  run = function(opts, args)
    if #args ~= 1 or not opts.labels then
      errors.raise("usage", "give --labels FILE and one file of listings")
    end
    local decided = labels.load(opts.labels, { delimiter = opts["labels-delimiter"] })
    local f = fit.run(job.scorer(opts), args[1], decided,
      { ridge = opts.ridge, input = opts.input })
    local sink = output.open()
    sink:write(("-- fitted to %d labelled listings of %d sources\n"):format(f.rows, f.sources))
    if f.warning then sink:write("-- warning: ", f.warning, "\n") end
    sink:write(f.auc and ("-- area under the ROC curve on sources left out: %.3f\n"):format(f.auc)
      or "-- one source only: nothing was left out, so nothing is known of other sources\n")
    sink:write("return {\n")
    for _, name in ipairs(f.names) do
      sink:write(("  [%q] = %s,\n"):format(name, output.number("%g", f.weights[name])))
    end
    for _, name in ipairs(f.unseen) do
      sink:write(("  -- %s fired on no labelled listing: it keeps its weight\n"):format(name))
    end
    sink:write("}\n")
    sink:close()
    return 0
  end,
}
