---@meta

---Reads metrics out of prose: reports, news, bullet lists, tables; English and Chinese.
---@class iprcore.metrics
local metrics = {}

---One metric. Spans are bytes, 1-based inclusive: text:sub(m.first, m.last). Absent is nil.
---@class iprcore.Metric
---@field first integer            first byte of the value mention
---@field last integer             its last byte
---@field surface string           the mention as it stands in the text
---@field value number             with its scale applied, never negative; the low end of a range
---@field value_high? number       the high end of a range
---@field exact? string            all decimal digits, where the double is not the exact value
---@field unit "count"|"percent"|"percentage_points"|"ratio"|"currency"|"duration"|"mass"|"volume"
---@field subunit? string          ISO 4217 code, or the unit of time, mass or volume
---@field comparator "="|"~"|">"|">="|"<"|"<="|"range"
---@field kind "level"|"change"|"claim"  change: the size of a change; claim: see metrics.claims
---@field direction? "increase"|"decrease"
---@field basis? "yoy"|"hoh"|"qoq"|"period"
---@field versus? string           the period compared with, where basis is "period"
---@field period? string           2019, FY2019, 2019-H1, 2019-Q1, 2019-01, 2019-01-31, a/b, a/..
---@field period_type? "duration"|"instant"
---@field key? string              canonical key, a facet in brackets: origin_share[China]
---@field row? integer             number of the key row that decided
---@field subject? string          what is measured, in the text's words
---@field head? string             its head
---@field qualifier? string        a restriction in the text's words
---@field base? boolean            true for the base of a comparison ("from 30")
---@field sentence_first integer   first byte of the sentence
---@field sentence_last integer    its last byte
---@field segment integer          number of the paragraph, list item or table row, from 1

---A direction stated without a figure; a Metric without value and unit.
---@class iprcore.Claim: iprcore.Metric
---@field metrics integer[]        indices in the returned list of the figures it speaks of
---@field keys string[]            their keys, in text order

---A report as its reader has it, made by metrics.report or metrics.load. Wherever a text is
---taken, a report is too; all spans then are those of its bytes as they came.
---@class iprcore.ReportText
---@field bytes string             as given
---@field text string              as read: without markup, page heads and feet
---@field form "text"|"pdf"|"html"|"markdown"
---@field name? string             what a citation calls it: its path, or opts.source
---@field publisher? string
---@field doc_date? string
---@field dropped integer          lines of page heads and feet left out
---@field bad_bytes integer        places that are not UTF-8, and NULs: numbers there may be cut

---@class iprcore.ReportOptions
---@field form? "text"|"pdf"|"html"|"markdown"  absent: text; with form feeds pages of a PDF
---@field publisher? string
---@field source? string           name, address
---@field doc_date? string         YYYY-MM-DD

---@class iprcore.MetricOptions
---@field form? "text"|"pdf"|"html"|"markdown"  how to read a text; absent: as it stands
---@field doc_date? string         date of publication, YYYY-MM-DD: resolves "last year"
---@field pack? iprcore.MetricPack from metrics.pack; absent: English and Chinese

---The metrics of a text in text order; `skipped` in the result counts numbers beyond 1e300.
---Invalid UTF-8 is passed over. Nil, message, "utf16" for UTF-16 by mistake. Raises usage for
---an unknown option or no text, bad_value for a doc_date that is no date.
---@param text string|iprcore.ReportText
---@param opts? iprcore.MetricOptions
---@return iprcore.Metric[]? list
---@return string? message
---@return string? code
---@return integer? offset
function metrics.parse(text, opts) end

---As metrics.parse, with claims among the metrics: directions stated without a figure ("a
---significant increase from the year before"), each with the figures it speaks of. Raises as
---metrics.parse.
---@param text string|iprcore.ReportText
---@param opts? iprcore.MetricOptions
---@return (iprcore.Metric|iprcore.Claim)[]? list
---@return string? message
---@return string? code
---@return integer? offset
function metrics.claims(text, opts) end

---The metrics as a JSON array in the form of `iprcore parse`: keys always present, spans
---start,end as 0-based half-open bytes. Raises as metrics.parse.
---@param text string|iprcore.ReportText
---@param opts? iprcore.MetricOptions
---@return string? json
---@return string|integer message  beside the JSON how many numbers beyond 1e300 were left out
---@return string? code
---@return integer? offset
function metrics.json(text, opts) end

---A report from a text. html: scripts, styles, comments, menus and hidden parts are left out,
---block tags end paragraphs, table cells stay apart. markdown: marks, code and link targets
---are left out. pdf (pdftotext): heads and feet that come back on other pages and page numbers
---are left out, words broken at line ends joined, footnotes moved behind the paragraph. Raises
---bad_utf8 for a page that names another encoding, usage for an unknown option or form.
---@param text string
---@param opts? iprcore.ReportOptions
---@return iprcore.ReportText
function metrics.report(text, opts) end

---A report from a file; its form by the suffix (.html .htm .md) unless given. Raises io, utf16,
---bad_value for a PDF, and what metrics.report raises.
---@param path string
---@param opts? iprcore.ReportOptions
---@return iprcore.ReportText
function metrics.load(path, opts) end

---A metric that can be cited.
---@class iprcore.CitedMetric: iprcore.Metric
---@field publisher? string
---@field source? string
---@field page? integer            from 1, where the bytes have form feeds
---@field line integer             from 1, of the bytes
---@field label? string            the key in words; the subject where there is no key
---@field sentence string          on one line

---@class iprcore.TableOptions: iprcore.ReportOptions
---@field text? string|iprcore.ReportText  the text that a list of metrics was found in
---@field lang? "en"|"zh"          language of the labels
---@field pack? iprcore.MetricPack

---One row a metric, in text order, each with its citation. `skipped` in the result counts
---numbers beyond 1e300. Nil, message, code, offset as metrics.parse. Raises as
---metrics.parse, and usage for a list without its text.
---@param found string|iprcore.ReportText|iprcore.Metric[]
---@param opts? iprcore.TableOptions
---@return iprcore.CitedMetric[]? rows
---@return string? message
---@return string? code
---@return integer? offset
function metrics.table(found, opts) end

---One pair of figures. `a` is of the earlier report in the array, `b` of the later one; one of
---them is absent where only the other report has the figure.
---@class iprcore.Compared
---@field key string
---@field label string
---@field qualifier? string
---@field comparable "yes"|"check"|"no"
---@field reasons { code: string, text: string }[]  codes: level_against_change, other_unit,
---other_currency, other_basis, no_direction, counts_other, other_qualifier, no_period,
---other_period, other_publisher, only_in_one
---@field reason? string           the texts in one
---@field a? iprcore.CitedMetric   with low, high: what rounding and comparator leave open
---@field b? iprcore.CitedMetric
---@field change? iprcore.ComparedChange  absent where comparable is "no"
---@field reports integer[]        the two reports' places in the array

---The change from a to b: percent for counts, money and durations; percentage points for shares
---and for changes.
---@class iprcore.ComparedChange
---@field value? number            absent where a figure is a bound or a range
---@field low? number              with the rounding of both at its worst; absent where open
---@field high? number
---@field unit "percent"|"percentage_points"
---@field direction? "increase"|"decrease"  where the whole interval agrees
---@field within_rounding? boolean rounding alone may make the difference

---@class iprcore.CompareOptions
---@field against? "first"|"previous"  which report each later one is set against; first
---@field lang? "en"|"zh"          language of the labels
---@field pack? iprcore.MetricPack

---Lines up the figures of two reports or more by key, period and qualifier: figures of one
---period first, else the latest earlier one. Figures of near keys that one report alone has
---(requests against listings) are paired and marked "no". Raises usage for fewer than two
---reports or an unknown option, utf16 for a text that cannot be read.
---@param reports (string|iprcore.ReportText)[]
---@param opts? iprcore.CompareOptions
---@return iprcore.Compared[]
function metrics.compare(reports, opts) end

---The key row that decided for a metric, from the pack it was parsed with.
---@class iprcore.MetricExplanation
---@field key string
---@field pack string      name of the pack the row stands in
---@field row integer      its number in that pack's keys
---@field fields table     the row itself: units, heads, verbs, with, near, without, facet

---Which key row decided for a metric; tostring() of it is one line for people. Nil without a key.
---@param metric iprcore.Metric
---@param opts? { pack: iprcore.MetricPack }
---@return iprcore.MetricExplanation?
function metrics.explain(metric, opts) end

---@class iprcore.MetricPack

---The shipped packs with an analyst's tables added: words, nouns, marks, verbs, units,
---currencies, keys … as in lua/iprcore/lang/en.lua and keys.lua. Key rows given here come
---first. Raises bad_pack, naming table and row; also for more names of nouns, marks and verbs
---than there is room for (about 90 beside the shipped ones).
---@param t table|table[]  one pack, or an array of packs
---@return iprcore.MetricPack
function metrics.pack(t) end

---The shipped packs with the keys of a protection programme's own report beyond the shared list:
---counter_notices, listings_restored, takedown_processing_time_p95 … An audit reads with it.
---@return iprcore.MetricPack
function metrics.programme() end

return metrics
