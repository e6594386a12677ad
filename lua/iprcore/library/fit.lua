---@meta

---Fits the weights of a rule set to labelled listings.
---@class iprcore.fit
local fit = {}

---@class iprcore.Fit
---@field weights table<string, number>  by rule, to one decimal; none changes its sign
---@field names string[]                 the rules that fired, in their order
---@field unseen string[]                rules that fired on no labelled listing: left as they are
---@field rows integer                   labelled listings used
---@field sources integer                sources among them
---@field auc? number      on sources left out in turn; nil with one source or one class
---@field warning? string  where the labels are no weighted sample

---Logistic regression on the rules' strengths with a ridge (default 1), scaled so that the first
---action's threshold is an even chance. Raises empty where the labels are all of one kind.
---@param scorer table           ipr.scorer{…}
---@param path string
---@param labels iprcore.Labels  a column `source` (else the seller) says what to leave out whole
---@param opts? { ridge?: number, input?: "csv"|"tsv"|"jsonl" }
---@return iprcore.Fit
function fit.run(scorer, path, labels, opts) end

return fit
