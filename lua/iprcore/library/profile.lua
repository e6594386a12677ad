---@meta

---Where a rule set spends its time.
---@class iprcore.profile
local profile = {}

---Scores up to `most` (2000) listings with each rule alone, three times, and keeps the least
---time over a pass without rules. Rules that share a feature each show its whole cost.
---@param rules table                    of ipr.rules.load or standard
---@param make fun(rules: table): table  gives a scorer for a rule set, with the lists wanted
---@param path string
---@param opts? { most?: integer, input?: "csv"|"tsv"|"jsonl" }
---@return { rule: string, seconds: number, hits: integer, listings: integer }[] rows slowest first
---@return { bare: number, all: number, listings: integer } total  seconds
function profile.run(rules, make, path, opts) end

return profile
