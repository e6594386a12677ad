--- Which names were meant: for the messages about unknown ones. Runs in rule files' states too.

-- Edits between two names; two letters in the other order are one.
local function distance(a, b)
  local rows = { [0] = {} }
  for j = 0, #b do rows[0][j] = j end
  for i = 1, #a do
    local row, last, before = { [0] = i }, rows[i - 1], rows[i - 2]
    for j = 1, #b do
      local same = a:byte(i) == b:byte(j)
      row[j] = math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same and 0 or 1))
      if before and j > 1 and a:byte(i) == b:byte(j - 1) and a:byte(i - 1) == b:byte(j) then
        row[j] = math.min(row[j], before[j - 2] + 1)
      end
    end
    rows[i] = row
  end
  return rows[#a][#b]
end

--- "; did you mean a or b?" for the names nearest to `name`, or "". most: the edits allowed (a
-- third of a name's letters); sign: what stands before a name where it is written ("--").
local function nearest(name, names, most, sign)
  local found = {}
  for _, n in ipairs(names) do
    local d = distance(tostring(name), n)
    if d <= (most or math.max(1, #n // 3)) then found[#found + 1] = { d, n } end
  end
  table.sort(found, function(x, y)
    return x[1] < y[1] or x[1] == y[1] and x[2] < y[2]
  end)
  local near = {}
  for i = 1, math.min(3, #found) do
    if found[i][1] <= found[1][1] + 1 then near[#near + 1] = (sign or "") .. found[i][2] end
  end
  return #near > 0 and "; did you mean " .. table.concat(near, " or ") .. "?" or ""
end

return nearest
