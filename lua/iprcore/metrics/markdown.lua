--- Reads Markdown as text, with the way back to its bytes: marks of emphasis, links, quotes and
-- headings are left out, code, front matter, comments and link targets too; lines of one
-- paragraph are joined. Tables and lists stay as they are: the parser reads their marks.
local entities = require "iprcore.metrics.entities"
local pieces = require "iprcore.metrics.pieces"

local M = {}

local NEAR = 1000 -- bytes looked at for the end of a link or tag

local Reader = {}
Reader.__index = Reader

-- Where `sign` stands next, from byte i of the line that ends at `last`; nil if it is not near.
local function next_sign(src, sign, i, last)
  local e = src:sub(i, math.min(last, i + NEAR)):find(sign, 1, true)
  return e and i + e - 1
end

-- The end of a link's target "(…)" or "[…]" that begins at byte i; nil if there is none.
local function target_end(src, i, last)
  local sign = src:sub(i, i)
  local close = sign == "(" and ")" or sign == "[" and "]"
  return close and next_sign(src, close, i + 1, last)
end

local inline = {}

inline["\\"] = function(self, i, last)
  if i < last and self.src:find("^%p", i + 1) then
    self.out:copy(i + 1, i + 1)
    return i + 2
  end
end

-- Emphasis stands at a word's edge; a sign between blanks or inside a word is text.
local function emphasis(self, i)
  local src = self.src
  local _, e, run = src:find("^(%*+)", i)
  if not e then
    _, e, run = src:find("^(_+)", i)
  end
  if not e then
    _, e, run = src:find("^(~~)", i)
  end
  if e and #run > 3 then
    self.out:copy(i, e)
    return e + 1
  elseif not e then
    return nil
  end
  local before = i > 1 and src:sub(i - 1, i - 1) or " "
  local after = src:sub(e + 1, e + 1)
  local digits = before:find("%d") and after:find("%d")
  if (before:find("%s") and (after == "" or after:find("%s"))) or digits then return nil end
  if run:find("_", 1, true) and before:find("%w") and after:find("%w") then return nil end
  return e + 1
end
inline["*"], inline["_"], inline["~"] = emphasis, emphasis, emphasis

inline["`"] = function(self, i)
  local _, e = self.src:find("^`+", i)
  return e + 1
end

inline["!"] = function(self, i, last)
  local e = self.src:sub(i + 1, i + 1) == "[" and next_sign(self.src, "]", i + 2, last)
  local close = e and target_end(self.src, e + 1, last)
  return close and close + 1
end

inline["["] = function(self, i, last)
  local src = self.src
  local e = src:sub(i + 1, i + 1) == "^" and next_sign(src, "]", i + 2, last)
  if e and src:find("^[^%]%s]+%]", i + 2) then -- a footnote's mark
    return e + (src:sub(e + 1, e + 1) == ":" and 2 or 1)
  end
  return i + 1 -- the link's words follow
end

inline["]"] = function(self, i, last)
  local close = target_end(self.src, i + 1, last)
  return (close or i) + 1
end

inline["<"] = function(self, i, last)
  local e = self.src:find("^<[/%a]", i) and next_sign(self.src, ">", i, last)
  if not e then return nil end
  if self.src:find("^<[bB][rR]", i) then self.out:put(" ", i, e) end
  return e + 1
end

inline["&"] = function(self, i, last)
  local text, e = entities.read(self.src, i)
  if not text or e > last then return nil end
  self.out:put(text, i, e)
  return e + 1
end

function Reader:inline(first, last)
  local src, i = self.src, first
  local line = src:sub(first, last)
  while i <= last do
    local s = line:find("[\\*_~`!%[%]<&]", i - first + 1)
    s = s and s + first - 1
    self.out:copy(i, (s or last + 1) - 1)
    if not s then return end
    local behind = inline[src:sub(s, s)](self, s, last)
    if not behind then
      self.out:copy(s, s)
      behind = s + 1
    end
    i = behind
  end
end

-- What a line is: its kind, and where its own text begins.
local function kind_of(src, i, last)
  local line = src:sub(i, math.min(last, i + 400))
  local body = line:match("^[ \t>]*()")
  local rest = line:sub(body)
  if rest == "" then return "blank" end
  if rest:find("^```") or rest:find("^~~~") then return "fence" end
  if rest:find("^[=-]+%s*$") or rest:find("^[%*_%- ]+$") then return "rule" end
  if rest:find("^|?[ :|-]+|[ :|-]*$") and rest:find("-", 1, true) then return "rule" end
  if rest:find("^%[[^%]^]+%]:") then return "target" end
  local head = rest:match("^#+[ \t]+()")
  if head then return "head", i + body + head - 2 end
  local mark = rest:match("^[%*+-][ \t]+()") or rest:match("^%d%d?%d?[.)][ \t]+()")
  if mark then return "item", i + body - 1, i + body + mark - 2 end
  if rest:find("|", 1, true) and rest:find("^|") then return "row", i + body - 1 end
  return "text", i + body - 1
end

-- What stands between a line and the one before it.
local function separator(before, kind)
  if before == nil then return "" end
  if before == "blank" or before == "head" or kind == "head" then return "\n\n" end
  if kind == "text" and (before == "text" or before == "item") then return " " end
  return "\n"
end

function Reader:line(i, last)
  local kind, first, words = kind_of(self.src, i, last)
  if kind == "fence" then self.code = not self.code end
  if self.code or kind == "fence" or kind == "rule" or kind == "target" or kind == "blank" then
    local in_table = kind == "rule" and self.before == "row"
    if self.before and not in_table then self.before = "blank" end
    return
  end
  self.out:put(separator(self.before, kind), first, first)
  self.before = kind
  if kind == "item" then
    if self.src:find("^%d", first) then self.out:copy(first, words - 1)
    else self.out:put("- ", first, words - 1) end
    first = words
  end
  self:inline(first, last)
end

-- The byte behind a front matter ("---" … "---" on the first lines), or `first`.
local function front_matter(src, first)
  if not src:find("^%-%-%-%s*\n", first) then return first end
  local _, e = src:find("\n%-%-%-[ \t]*\r?\n", first + 3)
  return e and e + 1 or first
end

--- The text as pieces of the source.
function M.read(src, first)
  local self = setmetatable({ src = src, out = pieces.new(src) }, Reader)
  local i = front_matter(src, first or 1)
  while i <= #src do
    if src:find("^<!%-%-", i) then
      local _, e = src:find("-->", i, true)
      i = (e or #src) + 1
    else
      local s, e = src:find("[\r\n]", i)
      if not s then s, e = #src + 1, #src end
      if src:find("^\r\n", s) then e = s + 1 end
      self:line(i, s - 1)
      i = e + 1
    end
  end
  return self.out
end

return M
