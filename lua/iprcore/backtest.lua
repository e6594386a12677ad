--- Measures a rule set on labelled listings: precision and recall of each action and rule
-- with intervals, the precision-recall curve, the threshold for a wanted precision, and what
-- the precision would be where counterfeits are rarer.
local check = require "iprcore.check_options"
local errors = require "iprcore.errors"
local statistics = require "iprcore.statistics"

local M = {}

local PREVALENCES = { 0.05, 0.01, 0.001 }

local Backtest = {}
Backtest.__index = Backtest

local function cell()
  return { hit = statistics.count(), miss = statistics.count() } -- counterfeits, others
end

local function note(c, label)
  statistics.add(label.truth == 1 and c.hit or c.miss, label.weight)
end

-- Keeps a labelled row: { score, truth, weight }.
local function keep(self, result, label)
  self.rows[#self.rows + 1] = { result.score, label.truth, label.weight }
  note(self.all, label)
  for i, action in ipairs(self.actions) do
    if (self.rank[result.action] or 0) >= i then note(self.by_action[action], label) end
  end
  for _, symbol in ipairs(result.symbols) do
    self.by_rule[symbol.name] = self.by_rule[symbol.name] or cell()
    note(self.by_rule[symbol.name], label)
  end
end

local function rest_of(all, part)
  return { n = all.n - part.n, w = all.w - part.w, w2 = math.max(0, all.w2 - part.w2) }
end

-- Precision, recall and the share of others of a cell.
local function figures(self, c)
  local recall = statistics.share(c.hit, rest_of(self.all.hit, c.hit))
  local wrong = statistics.share(c.miss, rest_of(self.all.miss, c.miss))
  return { precision = statistics.share(c.hit, c.miss), recall = recall, wrong = wrong,
    n = c.hit.n + c.miss.n }
end

-- One point a distinct score, highest first: threshold, precision, recall.
local function curve(self)
  table.sort(self.rows, function(a, b) return a[1] > b[1] end)
  local out, hit, all, i = {}, 0, 0, 1
  while i <= #self.rows do
    local score = self.rows[i][1]
    while i <= #self.rows and self.rows[i][1] == score do
      all = all + self.rows[i][3]
      hit = hit + (self.rows[i][2] == 1 and self.rows[i][3] or 0)
      i = i + 1
    end
    out[#out + 1] = { threshold = score, precision = hit / all,
      recall = self.all.hit.w > 0 and hit / self.all.hit.w or 0 }
  end
  return out
end

--- The lowest threshold from which on the labelled rows have this precision; nil if none has.
function Backtest:threshold(precision)
  errors.expect("backtest:threshold", precision, "number", "the wanted precision, 0 to 1")
  local best
  for _, point in ipairs(self:curve()) do
    if point.precision >= precision then best = point end
  end
  return best and best.threshold, best
end

--- The precision-recall curve, highest threshold first.
function Backtest:curve()
  self.points = self.points or curve(self)
  return self.points
end

--- Area under the ROC curve, or nil without both classes.
function Backtest:auc()
  return statistics.auc({ table.unpack(self.rows) })
end

--- Figures by action (lowest first), with the precision restated for rarer counterfeits.
function Backtest:by_actions()
  local out = {}
  for i, action in ipairs(self.actions) do
    local f = figures(self, self.by_action[action])
    f.action, f.restated = action, {}
    for k, prevalence in ipairs(PREVALENCES) do
      f.restated[k] = { prevalence = prevalence, precision = f.recall and f.wrong
        and statistics.at_prevalence(prevalence, f.recall.value, f.wrong.value) or nil }
    end
    out[i] = f
  end
  return out
end

--- Figures by rule, most labelled rows first.
function Backtest:by_rules()
  local out = {}
  for name, c in pairs(self.by_rule) do
    local f = figures(self, c)
    f.rule = name
    out[#out + 1] = f
  end
  table.sort(out, function(a, b) return a.n > b.n or a.n == b.n and a.rule < b.rule end)
  return out
end

local OPTIONS = { input = "string" }

--- backtest.run(scorer, path, labels [, { input = }]): scores a feed against labels.
function M.run(scorer, path, labels, opts)
  errors.expect("backtest.run", scorer, "iprcore.scorer", "a scorer")
  errors.expect("backtest.run", labels, "iprcore.labels", "labels: ipr.labels.load(path)")
  opts = check("backtest.run", opts, OPTIONS)
  local self = setmetatable({ rows = {}, by_rule = {}, by_action = {}, rank = {},
    actions = scorer:actions(), all = cell(), labels = labels }, Backtest)
  for i, action in ipairs(self.actions) do
    self.by_action[action], self.rank[action] = cell(), i
  end
  local counts = labels:match(scorer, path, opts, function(_, result, label)
    keep(self, result, label)
  end)
  self.unclear, self.unknown = counts.unclear, counts.unknown
  return self
end

return M
