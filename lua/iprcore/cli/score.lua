--- `iprcore score`: a feed of listings, scored; one line out for each record in.
local errors = require "iprcore.errors"
local job = require "iprcore.cli.scoring"

local M = {
  usage = "[OPTIONS] --format jsonl|csv|queue LISTINGS",
  examples = {
    "iprcore score --prices prices.tsv --format csv feed.csv > scores.csv",
    "iprcore score --rules luxury.lua --format queue feed.csv > worksheet.csv",
    "iprcore score --threads 2 --input jsonl - < feed.jsonl",
  },
  help = [[
Scores every listing of a CSV, TSV or JSON Lines file ("-": stdin) and writes one line for each,
in the same order. Without --rules the standard packs are used. A row that cannot be read becomes
a line with an error. --format queue writes a worksheet of what a person should look at.]],
  options = job.options {
    { "format", "choice", "output form", values = { "jsonl", "csv", "queue" }, default = "jsonl" },
    { "with", "text", "input columns carried along: url,title", value = "COLUMNS" },
    { "threads", "number", "workers", default = 1 },
    { "stamp", "flag", "add the version and a SHA-256 of rules, lists and defines to each line" },
    { "no-header", "flag", "CSV output without its header" },
    { "max-errors", "number", "stop with exit code 2 once more rows than this are bad" },
    { "strict", "flag", "report stray quotes; exit code 2 if a row could not be read" },
    { "block-size", "number", "bytes read at a time; the output does not depend on it" },
  },
}

-- What a line of output has by itself; --with cannot add it again.
local OWN = { id = true, score = true, action = true, complete = true, symbols = true, also = true,
  error = true, rules = true }

local function split(text)
  local out, seen = {}, {}
  for name in (text or ""):gmatch("[^,]+") do
    if OWN[name] or seen[name] then
      errors.raise("usage", ("--with %s: the output has a column %q already"):format(text, name))
    end
    seen[name] = true
    out[#out + 1] = name
  end
  return #out > 0 and out or nil
end

local function whole(value, name, least)
  if value and (value % 1 ~= 0 or value < least or value > 1e9) then
    errors.raise("usage", ("--%s takes a whole number from %d"):format(name, least))
  end
  return value and math.floor(value)
end

function M.run(opts, args)
  if #args ~= 1 then errors.raise("usage", "one file of LISTINGS is needed; - is stdin") end
  local threads, max = whole(opts.threads, "threads", 1), whole(opts["max-errors"], "max-errors", 0)
  local with = split(opts.with)
  if with and opts.format == "queue" then
    errors.raise("usage", "--with goes with jsonl and csv; a queue has the columns people need")
  end
  local scorer = job.scorer(opts)
  local stamp = opts.stamp and job.stamp(opts, scorer) or nil
  if opts.format == "queue" then
    return require("iprcore.cli.queue").write(scorer, args[1], opts, stamp)
  end
  local counts = scorer:run(args[1], {
    format = opts.format, input = opts.input, threads = threads, with = with, stamp = stamp,
    header = opts.format == "csv" and not opts["no-header"], strict = opts.strict,
    max_errors = max, block = whole(opts["block-size"], "block-size", 1),
    watch = true,
  })
  if counts.too_many then
    errors.raise("limit", ("more than %d rows could not be read"):format(max), { path = args[1] })
  end
  return opts.strict and counts.errors > 0 and 2 or 0
end

return M
