--- The few statistics that measuring rules needs; none of them ever gives NaN.
local M = {}

--- The 95 % Wilson interval of a share p seen in n (may be fractional): low, high; the whole
-- range where nothing was seen.
function M.wilson(p, n)
  if not n or n <= 0 or not p then return 0, 1 end
  local z = 1.959964
  local middle = p + z * z / (2 * n)
  local half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
  local scale = 1 + z * z / n
  return math.max(0, (middle - half) / scale), math.min(1, (middle + half) / scale)
end

--- A weighted count: add(weight); share of another; what it is worth as a sample.
function M.count()
  return { n = 0, w = 0, w2 = 0 }
end

function M.add(c, weight)
  c.n, c.w, c.w2 = c.n + 1, c.w + weight, c.w2 + weight * weight
end

--- The share of weight that `part` has in `part` and `rest`, with its Wilson interval on the
-- effective size of both (Kish); nil where both are empty.
function M.share(part, rest)
  local w = part.w + rest.w
  if w <= 0 then return nil end
  local p = part.w / w
  local low, high = M.wilson(p, w * w / (part.w2 + rest.w2))
  return { value = p, low = low, high = high, n = part.n + rest.n }
end

--- Precision where `prevalence` of all listings are counterfeit, from the shares of
-- counterfeits and of others that are proposed; nil where neither is.
function M.at_prevalence(prevalence, recall, false_share)
  local hits = prevalence * recall
  local all = hits + (1 - prevalence) * false_share
  return all > 0 and hits / all or nil
end

--- Area under the ROC curve of { score, truth, weight } rows; nil without both classes.
function M.auc(rows)
  table.sort(rows, function(a, b) return a[1] < b[1] end)
  local below, area, positive, negative, i = 0, 0, 0, 0, 1
  while i <= #rows do
    local j, up, down = i, 0, 0
    while j <= #rows and rows[j][1] == rows[i][1] do
      if rows[j][2] == 1 then up = up + rows[j][3] else down = down + rows[j][3] end
      j = j + 1
    end
    area = area + up * (below + down / 2)
    below, positive, negative, i = below + down, positive + up, negative + down, j
  end
  if positive == 0 or negative == 0 then return nil end
  return area / (positive * negative)
end

return M
