--- `iprcore compare`: the figures of reports side by side, and which may be compared.
local documents = require "iprcore.cli.documents"
local errors = require "iprcore.errors"
local metrics = require "iprcore.metrics"
local output = require "iprcore.output"
local show = require "iprcore.metrics.show_compare"

local M = {
  usage = "[--format table|csv|jsonl] [--against first|previous] A B …",
  help = [[
Lines up the figures of reports by key, period and qualifier. Each pair says whether it may be
compared (yes, check, no) and why not: another qualifier, requests against listings, a level
against a change, another publisher, another unit. No change is computed where the answer is no;
where there is one, it carries the interval that rounding leaves.
Files are read as by `iprcore parse`; a .jsonl file may hold several reports.]],
  options = {
    { "format", "choice", "what to print", values = { "table", "csv", "jsonl" },
      default = "table" },
    { "against", "choice", "which report each later one is set against",
      values = { "first", "previous" }, default = "first" },
    { "publisher", "list", "who published the reports: once for all, or once a report",
      value = "NAME" },
    { "input", "choice", "what the files hold (default: by suffix)", values = documents.FORMS },
    { "doc-date", "text", "date of publication, YYYY-MM-DD, for texts without one",
      value = "DATE" },
    documents.PACK,
    { "lang", "choice", "language of the labels", values = { "en", "zh" }, default = "en" },
    { "no-header", "flag", "csv without its header line" },
    { "out", "text", "write to a file instead of the terminal", value = "FILE" },
  },
}

local function reports(opts, args)
  local out, names = {}, opts.publisher
  for _, path in ipairs(args) do
    documents.each(path, { input = opts.input, ["doc-date"] = opts["doc-date"] },
      function(_, report) out[#out + 1] = report end)
  end
  if #out < 2 then errors.raise("usage", "compare takes two reports or more") end
  if #names > 1 and #names ~= #out then
    errors.raise("usage", ("%d publishers for %d reports"):format(#names, #out))
  end
  for i, report in ipairs(out) do
    report.publisher = names[i] or names[1] or report.publisher
    report.name = report.name or ("report %d"):format(i)
  end
  return out
end

local writers = {}

function writers.jsonl(out, rows)
  for _, row in ipairs(rows) do out:write(show.jsonl(row)) end
end

function writers.csv(out, rows, _, opts)
  if not opts["no-header"] then out:write(show.csv_header()) end
  for _, row in ipairs(rows) do out:write(show.csv(row)) end
end

-- The rows of each pair of reports, in order.
local function by_pair(rows)
  local out, last = {}, nil
  for _, row in ipairs(rows) do
    local now = row.reports[1] .. ":" .. row.reports[2]
    if now ~= last then out[#out + 1] = { a = row.reports[1], b = row.reports[2] } end
    last = now
    table.insert(out[#out], row)
  end
  return out
end

function writers.table(out, rows, all)
  for i, pair in ipairs(by_pair(rows)) do
    out:write(i > 1 and "\n" or "", show.head(all[pair.a].name, all[pair.b].name))
    for _, row in ipairs(pair) do
      if row.a and row.b then out:write(show.line(row)) end
    end
    local first, second = show.only(pair, "a", "first"), show.only(pair, "b", "second")
    out:write("\n", first or "", second or "")
  end
  out:write(show.summary(rows))
end

function M.run(opts, args)
  local all = reports(opts, args)
  local rows = metrics.compare(all, { against = opts.against, lang = opts.lang,
    pack = documents.pack(opts) })
  local out = output.open(opts.out)
  local ok, e = pcall(writers[opts.format], out, rows, all, opts)
  if not ok then
    out:abandon()
    error(e, 0)
  end
  out:close()
  return 0
end

return M
