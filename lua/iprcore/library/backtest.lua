---@meta

---Measures a rule set on labelled listings. grey_market and other_infringement count as not
---counterfeit; unclear and contradicted labels are left out and counted.
---@class iprcore.backtest
local backtest = {}

---@class iprcore.Share
---@field value number  0 to 1
---@field low number    lower end of the 95 % Wilson interval (on the effective size where weighted)
---@field high number
---@field n integer     labelled rows behind it

---@class iprcore.BacktestRow
---@field action? string
---@field rule? string
---@field n integer              labelled rows proposed
---@field precision? iprcore.Share  nil where nothing was proposed
---@field recall? iprcore.Share     nil where no label says counterfeit
---@field wrong? iprcore.Share      share of the others that was proposed
---@field restated? { prevalence: number, precision?: number }[]  for 5, 1 and 0.1 %

---@class iprcore.Backtest
---@field unclear integer  listings whose label does not decide
---@field unknown integer  labels of listings that the feed does not have
local Backtest = {}

---Figures of each action and all above it, lowest first.
---@return iprcore.BacktestRow[]
function Backtest:by_actions() end

---Figures of each rule that fired, most rows first.
---@return iprcore.BacktestRow[]
function Backtest:by_rules() end

---The precision-recall curve, highest threshold first.
---@return { threshold: number, precision: number, recall: number }[]
function Backtest:curve() end

---The lowest score from which on this precision holds on the labelled rows; nil if none.
---@param precision number  0 to 1
---@return number? threshold
---@return table? point
function Backtest:threshold(precision) end

---Area under the ROC curve; nil without both classes.
---@return number?
function Backtest:auc() end

---Scores a feed against labels. Raises empty where no label decides on a listing of it.
---@param scorer table           ipr.scorer{…}
---@param path string
---@param labels iprcore.Labels
---@param opts? { input?: "csv"|"tsv"|"jsonl" }
---@return iprcore.Backtest
function backtest.run(scorer, path, labels, opts) end

return backtest
