--- iprcore context: counts over a feed that single listings cannot show.
local context = require "iprcore.context"
local errors = require "iprcore.errors"

return {
  usage = "FEED… > CONTEXT",
  examples = {
    "iprcore context monday.csv > monday.ctx",
    "iprcore context monday.ctx tuesday.csv > context.txt",
    "iprcore score --context context.txt tuesday.csv",
  },
  help = [[
Counts listings, brands and the busiest day of each seller, the brands on each article number
and the sellers that use each title, for `iprcore score --context`. Files that this command wrote
are merged; any order and any split of the feeds gives the same bytes. It holds about 400 bytes for
each seller, article number and title of four words or more.]],
  options = {
    { "lexicon", "list", "brand list, TSV or CSV; replaces the shipped one; \"default\" is that",
      value = "FILE" },
    { "input", "choice", "form of the feeds (default: by suffix)",
      values = { "csv", "tsv", "jsonl" } },
    { "delimiter", "delimiter", "between the fields of a CSV file: ';' (default: ,)", value = "C" },
  },
  run = function(opts, args)
    if #args == 0 then errors.raise("usage", "give at least one feed or context file") end
    local counts = context.new()
    local brands = require("iprcore").brands
    local lexicon = brands.load(#opts.lexicon > 0 and opts.lexicon or nil)
    for _, path in ipairs(args) do
      if context.is_context(path) then
        counts:merge(path)
      else
        counts:add(path, { input = opts.input, delimiter = opts.delimiter, brands = lexicon })
      end
    end
    counts:write(nil)
    return 0
  end,
}
