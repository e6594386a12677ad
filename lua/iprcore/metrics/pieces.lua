--- A text put together from pieces of another one, with the way back: which bytes of the
-- source a span of the text stands for. Used by the readers of HTML, Markdown and pages.
local M = {}

local Pieces = {}
Pieces.__index = Pieces

--- An empty text made from `source`.
function M.new(source)
  return setmetatable({ source = source, said = {}, from = {}, upto = {}, n = 0 }, Pieces)
end

-- said[n]: a text of ours, false where the source's own bytes stand.
local function add(self, said, first, last)
  local n = self.n + 1
  self.n = n
  self.said[n], self.from[n], self.upto[n] = said, first, last
end

--- Appends the source's bytes first..last as they are.
function Pieces:copy(first, last)
  local n = self.n
  if last < first then return end
  if n == 0 or self.said[n] or self.upto[n] + 1 ~= first then
    return add(self, false, first, last)
  end
  self.upto[n] = last
end

--- Appends a text that stands for the source's bytes first..last.
function Pieces:put(text, first, last)
  if text ~= "" then add(self, text, first, last) end
end

--- The text of piece n.
function Pieces:piece(n) return self.said[n] or self.source:sub(self.from[n], self.upto[n]) end

--- The text so far.
function Pieces:text()
  local out = {}
  for n = 1, self.n do out[n] = self:piece(n) end
  return table.concat(out)
end

-- First byte in the text of every piece, once all of them are there.
local function places(self)
  local at, i = {}, 1
  for n = 1, self.n do
    at[n] = i
    i = i + (self.said[n] and #self.said[n] or self.upto[n] - self.from[n] + 1)
  end
  return at
end

-- Index of the piece that holds byte i of the text.
local function holding(self, i)
  local low, high = 1, self.n
  while low < high do
    local mid = (low + high + 1) // 2
    if self.at[mid] <= i then low = mid else high = mid - 1 end
  end
  return low
end

--- The span of the source that the text's bytes first..last stand for; nothing is appended
-- after the first call. Parts of the text may
-- have changed their order (footnotes): the span then covers both ends.
function Pieces:origin(first, last)
  if self.n == 0 then return first, last end
  self.at = self.at or places(self)
  local a, b = holding(self, first), holding(self, last)
  local from = self.from[a] + (self.said[a] and 0 or first - self.at[a])
  local upto = self.said[b] and self.upto[b] or self.from[b] + last - self.at[b]
  return math.min(from, upto), math.max(from, upto)
end

return M
