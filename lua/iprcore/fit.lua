--- Fits the weights of a rule set to labelled listings: logistic regression on the rules'
-- strengths, held back by a ridge, each weight keeping its sign, and put on the scale on
-- which `review` is an even chance. Whole sources are left out in turn to see what holds.
local check = require "iprcore.check_options"
local errors = require "iprcore.errors"
local statistics = require "iprcore.statistics"

local M = {}

local ROUNDS = 200

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

-- Coordinate descent on the penalised log-likelihood: intercept and weight by rule.
local function solve(rows, names, signs, ridge)
  local intercept, beta, z, total = 0, {}, {}, 0
  for i, row in ipairs(rows) do z[i], total = 0, total + row.w end
  for _, name in ipairs(names) do beta[name] = 0 end
  local function step(name)
    local gradient, curvature = 0, 1e-9
    for i, row in ipairs(rows) do
      local x = name == nil and 1 or row.x[name]
      if x then
        local p = chance(z[i])
        local w = row.w / total * #rows
        gradient = gradient + w * x * (row.y - p)
        curvature = curvature + w * x * x * p * (1 - p)
      end
    end
    local old = name == nil and intercept or beta[name]
    local penalty = name == nil and 0 or ridge
    local new = old + (gradient - penalty * old) / (curvature + penalty)
    new = math.max(old - 2, math.min(old + 2, new))
    if name ~= nil and new * signs[name] < 0 then new = 0 end
    for i, row in ipairs(rows) do
      local x = name == nil and 1 or row.x[name]
      if x then z[i] = z[i] + x * (new - old) end
    end
    if name == nil then intercept = new else beta[name] = new end
    return math.abs(new - old)
  end
  for _ = 1, ROUNDS do
    local most = step(nil)
    for _, name in ipairs(names) do most = math.max(most, step(name)) end
    if most < 1e-5 then break end
  end
  return intercept, beta
end

local function logit(row, intercept, beta)
  local z = intercept
  for name, x in pairs(row.x) do z = z + x * (beta[name] or 0) end
  return z
end

-- Area under the ROC curve of rows scored by a model that never saw their source.
local function left_out(rows, names, signs, ridge)
  local sources, scored = {}, {}
  for _, row in ipairs(rows) do sources[row.source] = true end
  local n = 0
  for source in pairs(sources) do
    n = n + 1
    local rest = {}
    for _, row in ipairs(rows) do
      if row.source ~= source then rest[#rest + 1] = row end
    end
    if #rest > 0 then
      local intercept, beta = solve(rest, names, signs, ridge)
      for _, row in ipairs(rows) do
        if row.source == source then
          scored[#scored + 1] = { logit(row, intercept, beta), row.y, row.w }
        end
      end
    end
  end
  return n > 1 and statistics.auc(scored) or nil, n
end

local OPTIONS = { input = "string", ridge = "number" }

--- fit.run(scorer, path, labels [, { ridge = 1, input = }]): { weights, names, unseen, auc,
-- sources, rows, warning }.
function M.run(scorer, path, labels, opts)
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
  local intercept, beta = solve(rows, names, signs, ridge)
  local review = scorer.handle:actions()[1]
  local scale = intercept < -0.1 and review and review.at / -intercept or 1
  local weights = {}
  for _, name in ipairs(names) do
    weights[name] = math.floor(beta[name] * scale * 10 + 0.5) / 10
  end
  local auc, sources = left_out(rows, names, signs, ridge)
  return {
    weights = weights, names = names, unseen = unseen, auc = auc, sources = sources, rows = #rows,
    warning = not labels.weighted and "the labels are no weighted sample: these weights fit the "
      .. "labelled rows, not the feed (see iprcore sample)" or nil,
  }
end

return M
