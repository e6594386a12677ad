--- Finds `or` between conditions in a rule file's text. `a or b` never builds b, so it cannot
-- be found by watching what is built; `and` and `not` can (see cond.lua).
local M = {}

local OPENS = { ["function"] = true, ["if"] = true, ["do"] = true, ["repeat"] = true }
local CLOSES = { ["end"] = true, ["until"] = true }

-- Iterator over tokens: kind ("name", "text", "other"), token, line. Comments are left out.
local function tokens(bytes)
  local i, line = 1, 1
  local function take(to)
    local piece = bytes:sub(i, to)
    i = to + 1
    local _, n = piece:gsub("\n", "")
    line = line + n
    return piece
  end
  local function long(at)
    local level = bytes:match("^%[(=*)%[", at)
    if not level then return nil end
    local _, to = bytes:find("]" .. level .. "]", at, true)
    return to or #bytes
  end
  local function quoted(quote)
    local j = i + 1
    while j <= #bytes and bytes:sub(j, j) ~= quote do
      j = j + (bytes:sub(j, j) == "\\" and 2 or 1)
    end
    return math.min(j, #bytes)
  end
  return function()
    while i <= #bytes do
      local at, char = line, bytes:sub(i, i)
      if char:find("%s") then
        take(i)
      elseif bytes:sub(i, i + 1) == "--" then
        local to = long(i + 2) or (bytes:find("\n", i, true) or #bytes + 1) - 1
        take(math.max(to, i + 1))
      elseif char == '"' or char == "'" then
        take(quoted(char))
        return "text", char, at
      elseif long(i) then
        take(long(i))
        return "text", "[[", at
      elseif char:find("[%a_]") then
        local _, to = bytes:find("^[%w_]+", i)
        return "name", take(to), at
      else
        return "other", take(i), at
      end
    end
  end
end

-- Whether the operand that begins at token k builds a condition: it calls a verb, or ends in
-- the name of a true-or-false field.
local function builds(list, k, verbs, bools)
  local depth = 0
  while list[k] do
    local t = list[k]
    if t.token == "(" or t.token == "{" then
      depth = depth + 1
    elseif t.token == ")" or t.token == "}" then
      depth = depth - 1
    end
    if depth < 0 or depth == 0 and (t.token == "," or t.token == ";" or t.token == "=") then
      return false
    end
    local before, after = list[k - 1], list[k + 1]
    if t.kind == "name" and before and after then
      local call = after.token == "(" or after.token == "{" or after.kind == "text"
      if before.token == ":" and verbs[t.token] and call then return true end
      if before.token == "." and bools[t.token] and after.token ~= "." then return true end
    end
    k = k + 1
  end
  return false
end

--- The line of the first `or` outside functions whose right side builds a condition, or nil.
-- verbs, bools: sets of names.
function M.find_or(bytes, verbs, bools)
  local list, stack, inside = {}, {}, 0
  for kind, token, line in tokens(bytes) do
    list[#list + 1] = { kind = kind, token = token, line = line }
  end
  for k, t in ipairs(list) do
    if t.kind == "name" and OPENS[t.token] then
      stack[#stack + 1] = t.token
      if t.token == "function" then inside = inside + 1 end
    elseif t.kind == "name" and CLOSES[t.token] then
      if table.remove(stack) == "function" then inside = inside - 1 end
    elseif t.kind == "name" and t.token == "or" and inside == 0
        and builds(list, k + 1, verbs, bools) then
      return t.line
    end
  end
end

return M
