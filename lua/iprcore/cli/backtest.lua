--- iprcore backtest: how right a rule set is on labelled listings.
local backtest = require "iprcore.backtest"
local errors = require "iprcore.errors"
local job = require "iprcore.cli.scoring"
local labels = require "iprcore.labels"
local output = require "iprcore.output"
local render = require "iprcore.backtest_text"

return {
  usage = "[OPTIONS] --labels LABELS LISTINGS",
  examples = {
    "iprcore backtest --labels worksheet.csv --precision 0.95 feed.csv",
  },
  help = [[
Scores the listings and compares with the labels (id, decision, basis, by, date, weight): precision
and recall of each action and rule with 95 % Wilson intervals, the precision-recall curve, and what
the precision would be where 5, 1 and 0.1 % of listings are counterfeit. grey_market and
other_infringement count as not counterfeit, unclear is left out.]],
  options = job.options {
    { "labels", "text", "decisions, e.g. a filled worksheet of `iprcore sample`", value = "FILE" },
    { "labels-delimiter", "delimiter", "between the fields of the labels: ';' (default: ,)",
      value = "C" },
    { "precision", "number", "name the threshold that keeps this precision, e.g. 0.95" },
    { "svg", "text", "write the precision-recall curve there", value = "FILE" },
    { "format", "choice", "output form", values = { "text", "jsonl" }, default = "text" },
  },
  run = function(opts, args)
    if #args ~= 1 or not opts.labels then
      errors.raise("usage", "give --labels FILE and one file of listings")
    elseif opts.precision and not (opts.precision > 0 and opts.precision <= 1) then
      errors.raise("usage", "--precision is above 0 and at most 1")
    end
    local decided = labels.load(opts.labels, { delimiter = opts["labels-delimiter"] })
    local b = backtest.run(job.scorer(opts), args[1], decided, { input = opts.input })
    if opts.svg then output.save(opts.svg, render.svg(b)) end
    local sink = output.open()
    sink:write((opts.format == "text" and render.text or render.json)(b, opts.precision))
    sink:close()
    return 0
  end,
}
