--- How sellers of copies write a brand so that a search for it finds nothing, and a buyer
-- still reads it. Each trick takes a stream and the brand's name; it returns nil where the
-- name leaves it nothing to do.
local M = {}

local HOMOGLYPHS = { a = "а", c = "с", e = "е", i = "і", o = "о", p = "р", x = "х", y = "у",
  A = "А", B = "В", C = "С", E = "Е", H = "Н", K = "К", M = "М", O = "О", P = "Р", S = "Ѕ",
  T = "Т", X = "Х" }
local LEET = { a = "4", e = "3", i = "1", o = "0", s = "5", A = "4", E = "3", I = "1", O = "0",
  S = "5", B = "8" }
local HIDDEN = { "\u{200B}", "\u{200C}", "\u{2060}", "\u{FEFF}" }

-- Replaces about half of the letters that the table knows, the first of them always.
local function swap(table_)
  return function(r, name)
    local done = false
    local out = name:gsub("%a", function(c)
      local other = table_[c]
      if other and (not done or r:chance(400)) then
        done = true
        return other
      end
    end)
    return done and out or nil
  end
end

M.homoglyph = swap(HOMOGLYPHS)
M.leet = swap(LEET)

-- Puts a mark between the letters of every word.
local function between(mark)
  return function(_, name)
    local out = name:gsub("%a+", function(word)
      return (word:gsub(".", "%0" .. mark):sub(1, -1 - #mark))
    end)
    return #name > 3 and out or nil
  end
end

function M.spacing(_, name)
  if #name <= 3 or name:find(" ", 1, true) then return nil end
  return between(" ")(nil, name)
end

function M.punctuation(r, name)
  return between(r:pick { ".", "-", "*", "_" })(r, name)
end

function M.zero_width(r, name)
  local at = r:between(2, #name - 1)
  return name:sub(1, at) .. r:pick(HIDDEN) .. name:sub(at + 1)
end

function M.fullwidth(_, name)
  return (name:gsub("[%w]", function(c) return utf8.char(c:byte() + 0xFEE0) end))
end

--- Leaves the vowels inside words out, where enough of the name remains.
function M.vowel_drop(_, name)
  local out = name:gsub("(%a)(%a*)", function(first, tail)
    return first .. tail:gsub("[aeiou]", "")
  end)
  return #out >= 3 and out ~= name and out or nil
end

--- Writes one letter of the longest word two or three times too often.
M["repeat"] = function(r, name)
  local at = r:between(2, #name)
  local c = name:sub(at, at)
  if not c:find "%a" then return nil end
  return name:sub(1, at) .. c:rep(r:between(2, 3)) .. name:sub(at + 1)
end

--- Exchanges two neighbouring letters.
function M.misspelling(r, name)
  if #name < 5 then return nil end
  local at = r:between(2, #name - 2)
  local a, b = name:sub(at, at), name:sub(at + 1, at + 1)
  if a == b or not (a .. b):find "^%l%l$" then return nil end
  return name:sub(1, at - 1) .. b .. a .. name:sub(at + 2)
end

--- The tricks' names, in a fixed order.
M.NAMES = { "homoglyph", "leet", "spacing", "punctuation", "zero_width", "fullwidth",
  "vowel_drop", "repeat", "misspelling" }

return M
