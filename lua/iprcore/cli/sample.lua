--- iprcore sample: a worksheet with listings of every band of scores, to be decided by people.
local errors = require "iprcore.errors"
local job = require "iprcore.cli.scoring"
local output = require "iprcore.output"
local queue = require "iprcore.cli.queue"
local sample = require "iprcore.sample"

local HEADER = { "id", "band", "weight", "score", "action", "seller_id", "url", "title", "price",
  "words", "decision", "basis", "by", "date" }

return {
  usage = "[OPTIONS] LISTINGS > WORKSHEET.csv",
  examples = {
    "iprcore sample --each 30 --prices prices.tsv feed.csv > worksheet.csv",
  },
  help = [[
Draws listings at random from every band of scores, pass included, as a worksheet. Fill in
decision (counterfeit, genuine, grey_market, other_infringement, unclear), basis (test_buy,
rights_holder, documents, admission, visual), by and date, and give it to `iprcore backtest
--labels`: the weight says how many listings of the feed a row stands for.]],
  options = job.options {
    { "each", "number", "rows to draw from each band", default = 20 },
    { "seed", "number", "another seed draws other rows", default = 1 },
  },
  run = function(opts, args)
    if #args ~= 1 then errors.raise("usage", "give one file of listings") end
    local rows = sample.draw(job.scorer(opts), args[1], { each = opts.each, seed = opts.seed,
      input = opts.input })
    local sink = output.open()
    sink:write(output.csv(HEADER))
    for _, row in ipairs(rows) do
      local l, r = row.listing, row.result
      sink:write(output.csv({ l.id, row.band, output.number("%.6g", row.weight),
        output.number("%.6g", r.score), r.action, l.seller_id, l.url, l.title, l.price,
        queue.words_of(r) },
        { n = #HEADER, spreadsheet = true }))
    end
    sink:close()
    return 0
  end,
}
