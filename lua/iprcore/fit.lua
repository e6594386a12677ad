--- Fits the weights of a rule set to labelled listings: logistic regression on the rules'
-- strengths, held back by a ridge, each weight keeping its sign, and put on the scale on
-- which `review` is an even chance. Whole sources are left out in turn (many of them together)
-- to see what holds.
local check = require "iprcore.check_options"
local errors = require "iprcore.errors"
local statistics = require "iprcore.statistics"

local M = {}

local ROUNDS = 200
local FOLDS = 20 -- parts that are left out in turn, so that many sources take no longer

local function chance(x)
  if x < -30 then return 9.4e-14 elseif x > 30 then return 1 - 9.4e-14 end
  return 1 / (1 + math.exp(-x))
end

-- Rows { x = { rule -> strength }, y, w, source } of a feed's labelled listings.
local function collect(scorer, path, labels, opts)
  local rows, positives = {}, 0
  labels:match(scorer, path, opts, function(listing, result, label)
    local x = {}
    for _, s in ipairs(result.symbols) do x[s.name] = s.strength end
    rows[#rows + 1] = { x = x, y = label.truth, w = label.weight,
      source = label.source or listing.seller_id or "" }
    positives = positives + label.truth
  end)
  if positives == 0 or positives == #rows then
    errors.raise("empty", ("fitting needs counterfeits and others; the %d labelled listings are "
      .. "all of one kind"):format(#rows), { path = path })
  end
  return rows
end

local ALL = {} -- stands for the intercept, which every row has

local function logit(row, names, beta)
  local z = beta[ALL]
  for _, name in ipairs(names) do z = z + (row.x[name] or 0) * beta[name] end
  return z
end

-- For the intercept and each rule, the rows on which it counts: { row's number, strength }.
local function columns_of(rows, names)
  local columns = { [ALL] = {} }
  for _, name in ipairs(names) do columns[name] = {} end
  for i, row in ipairs(rows) do
    table.insert(columns[ALL], { i, 1 })
    for name, x in pairs(row.x) do
      if columns[name] then table.insert(columns[name], { i, x }) end
    end
  end
  return columns
end

-- Coordinate descent on the penalised log-likelihood: weights by rule, the intercept as ALL. It
-- begins at `from`, such weights, where they are given.
local function solve(rows, names, signs, ridge, from)
  local columns, beta, z, w, total = columns_of(rows, names), {}, {}, {}, 0
  for name in pairs(columns) do beta[name] = from and from[name] or 0 end
  for _, row in ipairs(rows) do total = total + row.w end
  for i, row in ipairs(rows) do z[i], w[i] = logit(row, names, beta), row.w / total * #rows end
  local function step(name)
    local gradient, curvature, penalty = 0, 1e-9, name == ALL and 0 or ridge
    for _, cell in ipairs(columns[name]) do
      local i, x = cell[1], cell[2]
      local p = chance(z[i])
      gradient = gradient + w[i] * x * (rows[i].y - p)
      curvature = curvature + w[i] * x * x * p * (1 - p)
    end
    local old = beta[name]
    local new = old + (gradient - penalty * old) / (curvature + penalty)
    new = math.max(old - 2, math.min(old + 2, new))
    if name ~= ALL and new * signs[name] < 0 then new = 0 end
    for _, cell in ipairs(columns[name]) do z[cell[1]] = z[cell[1]] + cell[2] * (new - old) end
    beta[name] = new
    return math.abs(new - old)
  end
  for _ = 1, ROUNDS do
    local most = step(ALL)
    for _, name in ipairs(names) do most = math.max(most, step(name)) end
    if most < 1e-5 then break end
  end
  return beta
end

-- Which of at most FOLDS parts each source is in: every source is in one part alone.
local function folds_of(rows)
  local names, fold = {}, {}
  for _, row in ipairs(rows) do
    if not fold[row.source] then
      fold[row.source], names[#names + 1] = 0, row.source
    end
  end
  table.sort(names)
  for i, name in ipairs(names) do fold[name] = i % FOLDS end
  return fold, #names
end

-- Area under the ROC curve of rows scored by a model that never saw their source.
local function left_out(rows, names, signs, ridge, whole)
  local fold, sources = folds_of(rows)
  local scored = {}
  for part = 0, FOLDS - 1 do
    local rest, held = {}, {}
    for _, row in ipairs(rows) do
      local into = fold[row.source] == part and held or rest
      into[#into + 1] = row
    end
    if #rest > 0 and #held > 0 then
      local model = solve(rest, names, signs, ridge, whole)
      for _, row in ipairs(held) do
        scored[#scored + 1] = { logit(row, names, model), row.y, row.w }
      end
    end
  end
  return sources > 1 and statistics.auc(scored) or nil, sources
end

local OPTIONS = { input = "string", ridge = "number" }

--- fit.run(scorer, path, labels [, { ridge = 1, input = }]): { weights, names, unseen, auc,
-- sources, rows, warning }.
function M.run(scorer, path, labels, opts)
  errors.expect("fit.run", scorer, "iprcore.scorer", "a scorer")
  errors.expect("fit.run", labels, "iprcore.labels", "labels: ipr.labels.load(path)")
  opts = check("fit.run", opts, OPTIONS)
  local ridge = opts.ridge or 1
  if not (ridge > 0 and ridge < 1e6) then errors.raise("usage", "ridge is a number above zero") end
  local rows = collect(scorer, path, labels, opts)
  local fires, names, unseen, signs = {}, {}, {}, {}
  for _, row in ipairs(rows) do
    for name in pairs(row.x) do fires[name] = true end
  end
  for _, rule in ipairs(scorer.set.rules) do
    if rule.weight ~= 0 and rule.suspects == "counterfeit" then
      local list = fires[rule.name] and names or unseen
      list[#list + 1] = rule.name
      signs[rule.name] = rule.weight > 0 and 1 or -1
    end
  end
  local beta = solve(rows, names, signs, ridge)
  local review = scorer.handle:actions()[1]
  local scale = beta[ALL] < -0.1 and review and review.at / -beta[ALL] or 1
  local weights = {}
  for _, name in ipairs(names) do
    weights[name] = math.floor(beta[name] * scale * 10 + 0.5) / 10
  end
  local auc, sources = left_out(rows, names, signs, ridge, beta)
  return {
    weights = weights, names = names, unseen = unseen, auc = auc, sources = sources, rows = #rows,
    warning = not labels.weighted and "the labels are no weighted sample: these weights fit the "
      .. "labelled rows, not the feed (see iprcore sample)" or nil,
  }
end

return M
