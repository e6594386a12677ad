--- iprcore prices: usual prices by brand, category, condition and currency from catalogues.
local errors = require "iprcore.errors"
local prices = require "iprcore.prices"

return {
  usage = "CATALOGUE… [--columns brand=…,price=…,category=…] [--currency C] > PRICES.tsv",
  examples = {
    "iprcore prices --columns brand=Maker,price=RRP shop.csv > prices.tsv",
    "iprcore score --prices prices.tsv feed.csv",
  },
  help = [[
Reads catalogues (CSV, TSV, JSON Lines) and writes for each brand, category, condition and
currency how many prices there are, their median and the median absolute deviation of their
logarithm. An empty cell means all. Where a row names no category, the kind of goods that its
title says stands for one. Prices that are ranges, placeholders or of no known currency are left
out.]],
  options = {
    { "columns", "map", "which column is brand, price, title, category, condition, currency",
      value = "brand=NAME,…" },
    { "currency", "text", "the currency of prices that name none", value = "C" },
    { "input", "choice", "the catalogues' form, else by suffix",
      values = { "csv", "tsv", "jsonl" } },
    { "delimiter", "delimiter", "between the fields of a CSV file: ';' (default: ,)", value = "C" },
  },
  run = function(opts, args)
    if #args == 0 then errors.raise("usage", "give at least one catalogue") end
    prices.from(args, {
      columns = opts.columns, currency = opts.currency, input = opts.input,
      delimiter = opts.delimiter,
    }):write(nil)
    return 0
  end,
}
