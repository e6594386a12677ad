---@meta

---Draws listings from every band of scores, for people to decide on.
---@class iprcore.sample
local sample = {}

---@class iprcore.SampleRow
---@field listing table   a copy of the listing's columns
---@field result table    the scorer's result
---@field band string     "pass, no score", "pass, some score", or an action
---@field weight number   listings of the band / rows drawn from it

---Draws at most `each` rows (default 20) from each band; the same seed draws the same rows,
---whatever the feed's order. Rows come by band, lowest first, then in the feed's order.
---@param scorer table  ipr.scorer{…}
---@param path string
---@param opts? { each?: integer, seed?: integer, input?: "csv"|"tsv"|"jsonl" }
---@return iprcore.SampleRow[]
function sample.draw(scorer, path, opts) end

return sample
