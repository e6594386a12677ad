--- A backtest in words and as a picture: terminal text, JSON shape, SVG curve.
local json = require "iprcore.json"
local output = require "iprcore.output"

local M = {}

local function percent(x)
  return x and ("%.1f %%"):format(100 * x) or "-"
end

local function share(s)
  if not s then return "none" end
  return ("%s (%s to %s)"):format(percent(s.value), percent(s.low), percent(s.high))
end

local function heading(b, out)
  local l = b.labels
  out[#out + 1] = l.weighted and "weighted to the whole feed by the labels' weights"
    or "on the labelled rows only: they are no sample of the feed (see iprcore sample)"
  out[#out + 1] = ("%d labelled listings: %d counterfeit, %d not; %d unclear, %d of other feeds, "
    .. "%d open"):format(#b.rows, b.all.hit.n, b.all.miss.n, b.unclear, b.unknown, l.open)
  if #l.contradictory > 0 then
    out[#out + 1] = l:contradictions() .. "; they count as unclear"
  end
  local auc = b:auc()
  out[#out + 1] = auc and ("area under the ROC curve: %.3f"):format(auc)
    or "one class is empty: nothing separates, and no area under the ROC curve can be given"
end

local function actions(b, out)
  for _, f in ipairs(b:by_actions()) do
    out[#out + 1] = ""
    out[#out + 1] = ("%s and above: %d listings"):format(f.action, f.n)
    out[#out + 1] = "  precision  " .. share(f.precision)
    out[#out + 1] = "  recall     " .. share(f.recall)
    for _, r in ipairs(f.restated) do
      out[#out + 1] = ("  where %s are counterfeit, the precision would be %s")
        :format(percent(r.prevalence), percent(r.precision))
    end
  end
end

local function rules(b, out)
  out[#out + 1] = ""
  out[#out + 1] = ("%-32s %6s  %s"):format("rule", "rows", "precision")
  for _, f in ipairs(b:by_rules()) do
    out[#out + 1] = ("%-32s %6d  %s"):format(f.rule, f.n, share(f.precision))
  end
end

-- At most `most` points, evenly along the curve, with the last.
local function thin(points, most)
  if #points <= most then return points end
  local out = {}
  for i = 1, most do out[i] = points[1 + (i - 1) * (#points - 1) // (most - 1)] end
  return out
end

local function curve(b, out)
  out[#out + 1] = ""
  out[#out + 1] = "threshold  precision  recall"
  for _, p in ipairs(thin(b:curve(), 12)) do
    out[#out + 1] = ("%9.3f  %9s  %6s  %s"):format(p.threshold, percent(p.precision),
      percent(p.recall), ("#"):rep(math.floor(p.recall * 30 + 0.5)))
  end
end

--- The report for a terminal. precision: a wanted precision, to name its threshold.
function M.text(b, precision)
  local out = {}
  heading(b, out)
  if precision then
    local threshold, point = b:threshold(precision)
    out[#out + 1] = threshold
      and ("a precision of %s is kept from a score of %.3f on; recall there %s")
        :format(percent(precision), threshold, percent(point.recall))
      or ("no threshold has a precision of %s"):format(percent(precision))
  end
  actions(b, out)
  rules(b, out)
  curve(b, out)
  return table.concat(out, "\n") .. "\n"
end

local function plain(s)
  return s and json.shape { "value", "low", "high" } {
    value = s.value, low = s.low, high = s.high } or nil
end

local ACTION = json.shape { "action", "n", "precision", "recall", "restated[]" }
local RESTATED = json.shape { "prevalence", "precision" }
local RULE = json.shape { "rule", "n", "precision", "recall" }
local WHOLE = json.shape { "weighted", "labelled", "counterfeit", "unclear", "unknown", "open",
  "contradictory[]", "auc", "threshold", "actions[]", "rules[]" }

--- One JSON object.
function M.json(b, precision)
  local by_action, by_rule = {}, {}
  for i, f in ipairs(b:by_actions()) do
    local restated = {}
    for k, r in ipairs(f.restated) do restated[k] = RESTATED(r) end
    by_action[i] = ACTION { action = f.action, n = f.n, precision = plain(f.precision),
      recall = plain(f.recall), restated = restated }
  end
  for i, f in ipairs(b:by_rules()) do
    by_rule[i] = RULE { rule = f.rule, n = f.n, precision = plain(f.precision),
      recall = plain(f.recall) }
  end
  return json.encode(WHOLE {
    weighted = b.labels.weighted, labelled = #b.rows, counterfeit = b.all.hit.n,
    unclear = b.unclear, unknown = b.unknown, open = b.labels.open,
    contradictory = b.labels.contradictory, auc = b:auc(),
    threshold = precision and b:threshold(precision) or nil, actions = by_action,
    rules = by_rule,
  }) .. "\n"
end

--- The precision-recall curve as one SVG.
function M.svg(b)
  local path = {}
  for i, p in ipairs(b:curve()) do
    path[i] = (i == 1 and "M" or "L") .. output.number("%.1f", 50 + 300 * p.recall) .. " "
      .. output.number("%.1f", 260 - 230 * p.precision)
  end
  return ([[
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 370 300" role="img" font-family="sans-serif"
 font-size="11"><title>Precision by recall, %d labelled listings</title>
<path d="M50 30V260H350" fill="none" stroke="#666"/>
<text x="200" y="290" text-anchor="middle">recall, 0 to 100 %%</text>
<text x="16" y="145" text-anchor="middle"
 transform="rotate(-90 16 145)">precision, 0 to 100 %%</text>
<path d="%s" fill="none" stroke="#1a6faf" stroke-width="2"/></svg>
]]):format(#b.rows, table.concat(path))
end

return M
