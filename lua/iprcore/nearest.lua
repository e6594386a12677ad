--- Which names were meant: for the messages about unknown ones. Runs in rule files' states too.

-- Edits between two names.
local function distance(a, b)
  local row = {}
  for j = 0, #b do row[j] = j end
  for i = 1, #a do
    local diagonal = row[0]
    row[0] = i
    for j = 1, #b do
      local cost = a:byte(i) == b:byte(j) and 0 or 1
      diagonal, row[j] = row[j], math.min(row[j] + 1, row[j - 1] + 1, diagonal + cost)
    end
  end
  return row[#b]
end

--- "; did you mean a or b?" for the names nearest to `name`, or ""; most: the edits allowed.
local function nearest(name, names, most)
  local found = {}
  for _, n in ipairs(names) do
    local d = distance(tostring(name), n)
    if d <= (most or math.max(2, #n // 2)) then found[#found + 1] = { d, n } end
  end
  table.sort(found, function(x, y)
    return x[1] < y[1] or x[1] == y[1] and x[2] < y[2]
  end)
  local near = {}
  for i = 1, math.min(3, #found) do
    if found[i][1] <= found[1][1] + 1 then near[#near + 1] = found[i][2] end
  end
  return #near > 0 and "; did you mean " .. table.concat(near, " or ") .. "?" or ""
end

return nearest
