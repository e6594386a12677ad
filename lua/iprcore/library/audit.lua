---@meta
--- The audit of a report: `ipr.audit(text, { tally = tally })` tests each claim of a text against
--- events, figures and other reports, and the report against itself. Calling the module audits.

---@class iprcore.audit_options
---@field tally? iprcore.tally|iprcore.figure_line[]    what is trusted most
---@field figures? string|iprcore.figure_line[]         a file of figures, or its lines
---@field against? (string|table[])[]                   texts (or metrics) of other reports
---@field doc_date? string                              ISO date; "last year" resolves against it
---@field pack? iprcore.MetricPack                      what to read with; metrics.programme()
---@field metrics? table[]                              the text's metrics, where already parsed
---@field directions? table[]                           directions without figures, likewise

---@class iprcore.audit_claim
---@field key string
---@field period? string
---@field claimed? number     nil for a direction without a figure
---@field found? number       in the claim's unit and form; a change: below zero is a move the other
---                           way, but factors ("tripled") have no sign
---@field verdict "agrees"|"rounds_to"|"differs"|"not_in_data"
---@field direction? "increase"|"decrease"
---@field first integer       span in the text, 1-based inclusive
---@field last integer
---@field again boolean       states again what an earlier claim did

---@class iprcore.audit_finding
---@field check "rate"|"parts"|"change"|"direction"|"repeat"
---@field detail string
---@field first integer
---@field last integer
---@field ok boolean

---@class iprcore.audit_result
---@field claims iprcore.audit_claim[]      in text order
---@field findings iprcore.audit_finding[]  inside the report, in text order
local result = {}

---How many claims have each verdict, and how many state again what an earlier one did;
---wrong_inside counts findings that are not ok.
---@return {agrees: integer, rounds_to: integer, differs: integer, not_in_data: integer, again: integer, wrong_inside: integer}
function result:counts() end

---Iterates over claims, then findings.
---@return fun(): iprcore.audit_claim|iprcore.audit_finding|nil
function result:rows() end

---The result as text; tostring gives the table. Raises usage for another format.
---@param format? "table"|"jsonl"|"html"
---@return string
function result:render(format) end

---@class iprcore.audit_module
---@field verdicts string[]
---@overload fun(text: string, options?: iprcore.audit_options): iprcore.audit_result
local M = {}

return M
