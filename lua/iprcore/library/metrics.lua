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

---@class iprcore.MetricOptions
---@field doc_date? string         date of publication, YYYY-MM-DD: resolves "last year"
---@field pack? iprcore.MetricPack from metrics.pack; absent: English and Chinese

---The metrics of a text in text order; `skipped` in the result counts numbers beyond 1e300.
---Invalid UTF-8 is passed over. Nil, message, "utf16" for UTF-16 by mistake. Raises usage for
---an unknown option.
---@param text string
---@param opts? iprcore.MetricOptions
---@return iprcore.Metric[]? list
---@return string? message
---@return string? code
---@return integer? offset
function metrics.parse(text, opts) end

---As metrics.parse, with claims among the metrics: directions stated without a figure ("a
---significant increase from the year before"), each with the figures it speaks of.
---@param text string
---@param opts? iprcore.MetricOptions
---@return (iprcore.Metric|iprcore.Claim)[]? list
---@return string? message
---@return string? code
---@return integer? offset
function metrics.claims(text, opts) end

---The metrics as a JSON array in the form of `iprcore parse`: keys always present, spans
---start,end as 0-based half-open bytes.
---@param text string
---@param opts? iprcore.MetricOptions
---@return string? json
---@return string? message
---@return string? code
---@return integer? offset
function metrics.json(text, opts) end

---@class iprcore.MetricPack

---The shipped packs with an analyst's tables added: words, nouns, marks, verbs, units,
---currencies, keys … as in lua/iprcore/lang/en.lua and keys.lua. Key rows given here come
---first. Raises bad_pack, naming table and row.
---@param t table
---@return iprcore.MetricPack
function metrics.pack(t) end

return metrics
