---@meta

---What changes between two rule sets.
---@class iprcore.diff
local diff = {}

---@class iprcore.DiffRow
---@field id string
---@field title? string
---@field before string        action by the old rules
---@field after string
---@field score_before number
---@field score_after number
---@field rules { rule: string, before: number, after: number }[]  largest change first

---Iterates over the listings whose action differs between two scorers.
---@param old table  ipr.scorer{…}
---@param new table
---@param path string
---@param opts? { input?: "csv"|"tsv"|"jsonl" }
---@return fun(): iprcore.DiffRow?
function diff.each(old, new, path, opts) end

return diff
