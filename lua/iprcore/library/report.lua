---@meta
--- The annual report: from a tally, or from figures alone, to HTML, Markdown, terminal text,
--- CSV and JSON. Used as `ipr.report.annual(tally, { year = 2019 }):write "report.html"`.

---A figure, as `iprcore tally --format jsonl` prints one; the facet stands in the key's brackets.
---@class iprcore.figure_line
---@field key string            e.g. "arrests", "region_share[Europe]"
---@field period string         "2019", "2019-03", "2019-Q1", "2019-12-31"
---@field period_type? string   "duration" or "instant"
---@field kind? string          "level" (default) or "change"
---@field direction? string     "increase" or "decrease", on changes
---@field basis? string         "yoy" …
---@field value? number         nil where it cannot be known
---@field unit? string          as in the metric parser: count, percent, ratio, currency, duration …
---@field subunit? string       currency code or unit of time
---@field num? integer
---@field den? integer
---@field open? integer         cases not yet decided
---@field unknown? integer      cases left out because nothing says what happened
---@field reason? string        why value is nil

---@class iprcore.report_options
---@field year integer                            the year reported
---@field lang? "en"|"zh"|table                   a language, or a pack in the shape of lang/report_en.lua
---@field words? table                            laid over the pack: { terms=, ui=, figures=, sections= }
---@field title? string
---@field published? string|iprcore.figure_line[] last year's published figures, or their file
---@field internal? boolean                       list parties; marks every page
---@field sections? (string|fun(report: iprcore.report): table?)[] order; functions make own sections
---@field as_of? string                           ISO date shown as the date of the data
---@field kpis? table                             by key: { label=, definition=, facet_is= }
---@field quality? table[]                        { code=, text=, n= }: what was unusual in the events

---@class iprcore.report
---@field year integer
---@field title string
---@field sections table[]
local report = {}

---The report as one text.
---@param format? "html"|"md"|"text"|"csv"|"json"  default html
---@return string
function report:render(format) end

---Writes the report, beside its place and then renamed. The format comes from the suffix, or
---from options.format; without a path it goes to stdout. Raises io errors.
---@param path? string|{path?: string, format?: string}
---@param options? {format?: string}
---@return iprcore.report
function report:write(path, options) end

---Every figure of the report's year and the year before; parties are left out unless internal.
---@return iprcore.figure_line[]
function report:lines() end

---One figure with everything a reader is told about it (label, value_text, parts_text,
---change_text, sentences, definition, line, change, before), or nil. For own sections.
---@param key string
---@param period? string  default: the report's year
---@return table?
function report:figure(key, period) end

---Blocks for own sections: a section function returns { title = …, blocks = { … } }.
---@param sentences string[]
---@return table
function report:prose(sentences) end

---@param t {caption: string, columns: {label: string, numeric?: boolean}[], rows: string[][]}
---@return table
function report:table(t) end

---@param t {kind: "bar"|"line"|"stacked"|"share", title: string, desc?: string, labels: string[], series: {name: string, values: number[]}[], unit: string, subunit?: string}
---@return table
function report:chart(t) end

---@param text string
---@return table
function report:note(text) end

---@class iprcore.report_module
local M = {}

---Builds a year's report. Raises usage (no year, an option that is none or of another type), empty
---(no figure of that year), unknown_name (a section, or a {name} in a template).
---@param source iprcore.tally|iprcore.figure_line[]
---@param options iprcore.report_options
---@return iprcore.report
function M.annual(source, options) end

return M
