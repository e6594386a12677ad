--- `iprcore report`: the year's report from events, or from figures alone.
local errors = require "iprcore.errors"
local events = require "iprcore.cli.events"
local figures = require "iprcore.report.figures"
local input = require "iprcore.input"

local M = {}

M.usage = "EVENTS… --year Y [--lang en|zh] --format html|md|text|csv|json"
M.help = [[
Writes the annual report of a programme: key results, year-on-year changes,
breakdowns, method and data quality. EVENTS are event files and packed tallies as
`iprcore tally` reads them, or files of figures (JSON lines as `iprcore tally` prints them, or
CSV with key, period and value).]]

M.options = events.options({
  { "year", "number", "the year reported" },
  { "lang", "choice", "the report's language", default = "en", values = { "en", "zh" } },
  { "format", "choice", "what to write", default = "text",
    values = { "html", "md", "text", "csv", "json" } },
  { "out", "text", "write to this file instead of stdout", value = "FILE" },
  { "published", "text", "last year's published figures, to show restatements", value = "FILE" },
  { "title", "text", "the report's title", value = "TEXT" },
  { "internal", "flag", "list parties, and mark every page as internal" },
  { "words", "text", "replacements for the report's words (a Lua table)", value = "FILE.lua" },
}, events.asking, events.reading)

-- Figures have a key and a value where events have an event.
local function holds_figures(path, opts)
  if path == "-" or opts.map or events.is_packed(path) then return false end
  local next_record = input.records(path, { input = opts.input, delimiter = opts.delimiter })
  local record = next_record()
  local line = record and figures.renamed(record)
  return line and line.key ~= nil and line.period ~= nil and record.event == nil
end

--- What the files hold: a tally of events, or an array of figures. Shared with `audit`.
function M.source(paths, opts)
  local lines, others = {}, {}
  for _, path in ipairs(paths) do
    if holds_figures(path, opts) then
      local read = events.figures(path, opts)
      table.move(read, 1, #read, #lines + 1, lines)
    else
      others[#others + 1] = path
    end
  end
  if #others == 0 then return lines end
  if #lines > 0 then
    errors.raise("usage", "give either events or figures, not both: " .. table.concat(paths, ", "))
  end
  return events.tally(others, opts)
end

function M.run(opts, args)
  if #args == 0 then errors.raise("usage", "report needs at least one file of events") end
  if not opts.year then errors.raise("usage", "report needs --year, e.g. --year 2019") end
  local source = M.source(args, opts)
  local report = require("iprcore.report").annual(source, { year = opts.year, lang = opts.lang,
    title = opts.title, internal = opts.internal,
    published = opts.published and events.figures(opts.published),
    as_of = opts["as-of"], words = opts.words and input.table(opts.words) })
  report:write(opts.out, { format = opts.format })
  return 0
end

return M
