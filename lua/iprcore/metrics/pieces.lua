--- A text put together from pieces of another one, with the way back: which bytes of the
-- source a span of the text stands for. Used by the readers of HTML, Markdown and pages.
local M = {}

local Pieces = {}
Pieces.__index = Pieces

--- An empty text made from `source`.
function M.new(source)
  return setmetatable({ source = source, said = {}, at = {}, from = {}, upto = {}, n = 0,
    length = 0 }, Pieces)
end

-- said[n]: a text of ours, false where the source's own bytes stand.
local function add(self, said, first, last)
  local n = self.n + 1
  self.n = n
  self.said[n], self.at[n] = said, self.length + 1
  self.from[n], self.upto[n] = first, last
  self.length = self.length + (said and #said or last - first + 1)
end

--- Appends the source's bytes first..last as they are.
function Pieces:copy(first, last)
  local n = self.n
  if last < first then return end
  if n == 0 or self.said[n] or self.upto[n] + 1 ~= first then
    return add(self, false, first, last)
  end
  self.upto[n] = last
  self.length = self.length + last - first + 1
end

--- Appends a text that stands for the source's bytes first..last.
function Pieces:put(text, first, last)
  if text ~= "" then add(self, text, first, last) end
end

--- The text so far.
function Pieces:text()
  local out = {}
  for n = 1, self.n do
    out[n] = self.said[n] or self.source:sub(self.from[n], self.upto[n])
  end
  return table.concat(out)
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

--- The span of the source that the text's bytes first..last stand for. Parts of the text may
-- have changed their order (footnotes): the span then covers both ends.
function Pieces:origin(first, last)
  if self.n == 0 then return first, last end
  local a, b = holding(self, first), holding(self, last)
  local from = self.from[a] + (self.said[a] and 0 or first - self.at[a])
  local upto = self.said[b] and self.upto[b] or self.from[b] + last - self.at[b]
  return math.min(from, upto), math.max(from, upto)
end

return M
