--- `iprcore brands`: which brand each title names, and how it is written.
local brands = require "iprcore.brands"
local errors = require "iprcore.errors"
local output = require "iprcore.output"

local M = {
  usage = "[--lexicon FILE]… [--format jsonl] TITLES.jsonl",
  examples = {
    "iprcore brands --lexicon default --lexicon own.tsv titles.jsonl",
    [[echo '{"id":1,"title":"G u c c i belt"}' | iprcore brands -]],
  },
  help = [[
Reads JSON Lines {"id","title","description"?,"brand"?} ("-": stdin), or CSV and TSV with the
columns of a feed (by the file's suffix or --input), and writes one line each:
{"id","brand","trick","class","field","start","end","surface","others"}; brand is null if the
listing names none. --lexicon replaces the shipped list; --lexicon default adds it.
A record that cannot be read is answered with an "error".]],
  options = {
    { "lexicon", "list", "a list of brands, TSV or CSV; may be given again", value = "FILE" },
    { "format", "choice", "the output", values = { "jsonl" } },
    { "input", "choice", "form of the input (default: by suffix; jsonl where it says nothing)",
      values = { "jsonl", "csv", "tsv" } },
    { "delimiter", "delimiter", "between the fields of a CSV file: ';' (default: ,)", value = "C" },
    { "strict", "flag", "end with exit code 2 if a line could not be read" },
    { "max-errors", "number", "end with exit code 2 beyond so many unreadable lines" },
  },
}

local function form(opts, path)
  local suffix = (path:match("%.(%w+)$") or ""):lower()
  return opts.input or (suffix == "csv" or suffix == "tsv") and suffix or "jsonl"
end

function M.run(opts, args)
  if #args ~= 1 then errors.raise("usage", "one file of titles is needed; - is stdin") end
  local lexicon = brands.load(opts.lexicon[1] and opts.lexicon or nil)
  local reader = lexicon:_open(args[1], form(opts, args[1]), opts.strict, opts.delimiter)
  local out, failed = output.open(), 0
  while true do
    local text, _, bad = reader:next(args[1])
    if not text then break end
    failed = bad
    out:write(text)
    out:flush()
  end
  reader:close()
  out:close()
  local most = opts.strict and 0 or opts["max-errors"]
  return most and failed > most and 2 or 0
end

return M
