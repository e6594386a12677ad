--- What calls the functions of a rule set for a listing: code made for these very functions and
-- the fields that they read, as Lua sets a field or calls a function in a fraction of the time
-- that either takes from C.
local M = {}

local ROOM, LOCALS = 240, 190 -- values and names that a Lua function has room for
local CODE = [[
local %s = ...
return function(l%s)
%s%sreturn %s%s
end]]

local function lines(n, line, joint)
  local out = {}
  for i = 1, n do out[i] = line(i) end
  return table.concat(out, joint)
end

-- function(listing, value…): sets the listing's fields called names, calls n functions behind
-- `before` and returns their answers, or with `words` pairs of answer and words, and at last
-- whether a field is not what it was. A missing field's value is nil: it is not there to be set.
-- flags: which of the fields may be false.
local function piece(functions, before, n, names, flags, words)
  local code = CODE:format(
    lines(n, function(i) return "f" .. i end, ", "),
    lines(#names, function(i) return ", v" .. i end),
    lines(#names, function(i) return ("if v%d then l[%q] = v%d end\n"):format(i, names[i], i) end),
    words and lines(n, function(i) return ("local a%d, s%d = f%d(l)\n"):format(i, i, i) end) or "",
    lines(n, function(i) return (words and "a%d, s%d, " or "(f%d(l)), "):format(i, i) end),
    #names == 0 and "false" or lines(#names, function(i)
      return ("v%d%s and l[%q] ~= v%d"):format(i, flags[i] and " ~= nil" or "", names[i], i)
    end, " or "))
  return load(code, "=functions", "t")(table.unpack(functions, before + 1, before + n))
end

local function pieces(functions, names, flags, words)
  local out = {}
  local room = ROOM - #names
  local most = words and room // 4 or math.min(room, LOCALS)
  for before = 0, #functions - 1, most do
    local n = math.min(most, #functions - before)
    out[#out + 1] = piece(functions, before, n, names, flags, words)
  end
  return out
end

--- of(functions): function(names, flags), which gives pieces that call all functions, such with
-- their words, and one that calls functions[0] with its words.
function M.of(functions)
  local picked = { function(l) return functions[0](l) end }
  return function(names, flags)
    return pieces(functions, names, flags, false), pieces(functions, names, flags, true),
      pieces(picked, names, flags, true)
  end
end

return M
