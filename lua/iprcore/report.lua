--- The annual report: from a tally or from figures alone to HTML, Markdown, terminal text,
-- CSV and JSON.
--   ipr.report.annual(tally, { year = 2019 }):write "report.html"
local blocks = require "iprcore.report.blocks"
local check_options = require "iprcore.check_options"
local errors = require "iprcore.errors"
local figures = require "iprcore.report.figures"
local model = require "iprcore.report.model"
local output = require "iprcore.output"
local sections = require "iprcore.report.sections"

local M = {}

local R = model.Report

M.formats = { "html", "md", "text", "csv", "json" }
local RENDERERS = { html = "html", md = "markdown", markdown = "markdown", text = "text",
  txt = "text", csv = "csv", json = "json" }

local OPTIONS = { year = "number", lang = "string|table", words = "table",
  published = "string|table", internal = "boolean", title = "string", sections = "table",
  as_of = "string", kpis = "table", quality = "table" }

local function check(source, opts)
  errors.expect("report.annual", source, "table|userdata", "a tally or an array of figures")
  local year = check_options("report.annual", opts, OPTIONS).year
  if not year or year % 1 ~= 0 or year < 1000 or year > 9999 then
    errors.raise("usage", "report.annual needs a year, e.g. { year = 2019 }")
  end
end

-- The years that have a figure, in words.
local function years_of(lines)
  local seen, out = {}, {}
  for _, line in ipairs(lines) do
    local year = line.kind == "level" and line.period and line.period:match("^%d%d%d%d")
    if year and not seen[year] then
      seen[year] = true
      out[#out + 1] = year
    end
  end
  table.sort(out)
  return #out > 0 and "there are figures for " .. table.concat(out, ", ") or "there are none at all"
end

-- What a tally knows beside its lines; absent when figures alone were given.
local function from_tally(tally, opts)
  local lines = tally:report_lines { year = opts.year, parties = opts.internal or nil }
  return lines.lines, lines
end

local function read_published(published)
  if type(published) == "string" then return figures.read(published) end
  return published and figures.check("report.annual: published", published)
end

local function build_sections(report, order)
  for i, entry in ipairs(order) do
    local make = entry
    if type(entry) == "string" then
      make = rawget(sections, entry)
      if type(make) ~= "function" then
        errors.raise("unknown_name", ("there is no report section %q"):format(entry))
      end
    else
      errors.expect(("report.annual: section %d"):format(i), entry, "function",
        "the name of a section or a function")
    end
    local section = make(report)
    if section then
      blocks.section(("report.annual: section %d"):format(i), section)
      section.id = section.id or (type(entry) == "string" and entry or "own-" .. i)
      report.sections[#report.sections + 1] = section
    end
  end
end

--- Builds a year's report. source: a tally, or an array of figures (lines as `tally` prints
-- them). Options: year; lang ("en", "zh" or a pack), words (replacements for the pack),
-- title, sections (names of standard sections and functions that make own ones), published
-- (last year's published figures: array or file), internal, as_of, kpis, quality.
function M.annual(source, opts)
  check(source, opts)
  local given = { published = read_published(opts.published) }
  for k, v in pairs(opts) do given[k] = given[k] or v end
  given.year = math.tointeger(opts.year)
  local lines = source
  if type(source) == "userdata" or source.report_lines then
    local known
    lines, known = from_tally(source, given)
    given.kpis, given.quality = given.kpis or known.kpis, given.quality or known.quality
    given.as_of = given.as_of or known.as_of and known.as_of:match("^%d+%-%d+%-%d+")
  end
  local report = model.new(figures.check("report.annual", lines), given)
  report.as_of = given.as_of
  if #report.set:keys(tostring(given.year)) == 0 then
    errors.raise("empty", ("there is no figure for %d; %s"):format(given.year,
      years_of(report.set.lines)))
  end
  build_sections(report, given.sections or sections.order)
  return report
end

--- The report's figures: every line of the year and of last year, without parties.
function R:lines()
  local out = {}
  for _, line in ipairs(self.set.lines) do
    local year = tonumber(line.period and line.period:match("^(%d%d%d%d)"))
    if year == self.year or year == self.last then out[#out + 1] = line end
  end
  return out
end

--- The report as one text. format: html, md, text, csv, json.
function R:render(format)
  local name = RENDERERS[format or "html"]
  if not name then
    errors.raise("usage", ("no report format %q; there are %s")
      :format(tostring(format), table.concat(M.formats, ", ")))
  end
  return require("iprcore.report." .. name).render(self)
end

--- Writes the report to a path (beside, then renamed); the format comes from the suffix or
-- from opts.format. Without a path, or with "-", it goes to stdout.
function R:write(path, opts)
  if type(path) == "table" then path, opts = path.path, path end
  errors.expect("report:write", path or "-", "string", "the path of a file")
  local format = opts and opts.format or path and path:match("%.(%w+)$") or "text"
  output.save(path, self:render(format))
  return self
end

return M
