--- Reads a saved web page as text: what a reader sees, with the way back to the page's own
-- bytes. Scripts, styles, comments, hidden parts and menus are left out, block tags end
-- paragraphs, data tables keep their cells apart by bars. One pass, linear in the bytes; no
-- tag is trusted to be closed.
local cards = require "iprcore.metrics.cards"
local entities = require "iprcore.metrics.entities"
local pieces = require "iprcore.metrics.pieces"

local M = {}

local function set(words)
  local out = {}
  for w in words:gmatch("%S+") do out[w] = true end
  return out
end

local RAW = set "script style textarea title iframe noembed noframes xmp"
local DROPPED = set([[template noscript svg math nav button select object canvas audio video del
  s strike]])
local VOID = set "area base br col embed hr img input link meta param source track wbr"
local BLOCK = set([[address article aside blockquote body caption center dd details dialog dl dt
  div fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend main menu
  p pre section summary]])
local LINE = set "br ul ol tbody tfoot thead"

local SUPERSCRIPT = { ["0"] = "⁰", ["1"] = "¹", ["2"] = "²", ["3"] = "³", ["4"] = "⁴",
  ["5"] = "⁵", ["6"] = "⁶", ["7"] = "⁷", ["8"] = "⁸", ["9"] = "⁹" }

local Reader = {}
Reader.__index = Reader

-- What is owed before the next visible text: a blank, a line end, a paragraph's end, or what
-- stands between a term and its definition.
local OWED = { " ", "\n", "\n\n", ": " }

function Reader:owe(n)
  if self.cell and n > 1 then n = 1 end
  if n > self.gap then self.gap = n end
end

function Reader:pay(at)
  local put = self.gap > 0 and self.started and not self.fresh
  if put then self.out:put(OWED[self.gap], at, at) end
  if put and self.gap == 3 or not self.started then self:block() end
  self.gap, self.started, self.fresh = 0, true, false
  self.last_depth, self.low_depth = self.depth, self.depth
end

-- Keeps where a block of text begins: how deep the block tags around it fell since the text
-- before, and how many opened since.
function Reader:block()
  local n = self.out.n
  self.blocks[#self.blocks + 1] = { sep = self.started and n or 0, first = n + 1,
    drop = self.last_depth - self.low_depth, opens = self.depth - self.low_depth }
end

function Reader:nest(slash)
  self.depth = self.depth + (slash == "" and 1 or -1)
  self.low_depth = math.min(self.low_depth, self.depth)
end

--- Visible text of ours that stands for bytes first..last.
function Reader:say(text, first, last)
  self:pay(first)
  self.out:put(text, first, last)
end

function Reader:copy(first, last)
  if last < first then return end
  self:pay(first)
  self.out:copy(first, last)
end

-- Letters and single blanks are copied; runs of blanks and line ends are one blank.
function Reader:words(first, last)
  if last < first then return end
  if self.pre then return self:copy(first, last) end
  local run, p = self.src:sub(first, last), 1
  if self.sup and run:find("^%d+$") then
    return self:say((run:gsub("%d", SUPERSCRIPT)), first, last)
  end
  while p <= #run do
    local s, e = run:find("[ \t\r\n\f]+", p)
    self:copy(first + p - 1, first + (s or #run + 1) - 2)
    if not s then break end
    if s == e and s > 1 and e < #run and run:byte(s) == 32 then
      self:copy(first + s - 1, first + s - 1)
    else
      self:owe(1)
    end
    p = e + 1
  end
end

-- The byte of the ">" that ends the tag at i; quotes may hold one. nil: never.
function Reader:tag_end(i)
  local p = i
  while true do
    local at, _, sign = self.src:find("([>\"'])", p)
    if not at then return nil end
    if sign == ">" then return at end
    local close = not self.unclosed[sign] and self.src:find(sign, at + 1, true)
    if not close then
      self.unclosed[sign] = true
      return self.src:find(">", at, true)
    end
    p = close + 1
  end
end

-- The byte behind the element whose content begins at i, by counting its own tags; nil where
-- nothing closes it.
function Reader:skip(name, i)
  if self.endless[name] then return nil end
  local depth, p, low = 1, i, self.low
  while depth > 0 do
    local s, e, slash = low:find("<(/?)" .. name .. "%f[^%w:-]", p)
    if not s then
      self.endless[name] = true
      return nil
    end
    depth = depth + (slash == "" and 1 or -1)
    p = e + 1
  end
  return (low:find(">", p, true) or #low) + 1
end

local function hidden(attributes)
  return attributes:find("%shidden%f[%s=/\0]") and not attributes:find("hidden%s*=%s*[\"']?until")
    or attributes:find("aria%-hidden%s*=%s*[\"']?true")
    or attributes:find("display%s*:%s*none")
end

-- Is the table whose content begins at i one of data? Others hold the page's layout.
function Reader:is_data(i, attributes)
  local inner = self.low:find("<table%f[%s>]", i) or #self.low + 1
  local close = self.low:sub(i, inner - 1):find("</table", 1, true)
  if not close or attributes:find("presentation", 1, true) then return false end
  local slice = self.low:sub(i, i + close - 2)
  local function count(pattern) return select(2, slice:gsub(pattern, "")) end
  local cells = count("<t[dh]%f[%s>]")
  return cells > count("<tr%f[%s>]") and count("<p%f[%s>]") <= cells
end

local open, close = {}, {}

function open.table(self, _, attributes, behind)
  self.cell = false
  self:owe(3)
  self.tables[#self.tables + 1] = self:is_data(behind, attributes)
end

function close.table(self)
  self:row_end()
  self.tables[#self.tables] = nil
  self:owe(3)
end

function Reader:row_end()
  if self.in_row then self.out:put(" |", self.row_at, self.row_at) end
  self.in_row, self.cell = false, false
end

function open.tr(self)
  self:row_end()
  self:owe(2)
end
function close.tr(self) open.tr(self) end

function open.td(self, at, attributes)
  if not self.tables[#self.tables] then return self:owe(3) end
  local span = tonumber(attributes:match("colspan%s*=%s*[\"']?(%d%d?)%f[%D]")) or 1
  if self.in_row then self.gap = 0 end
  for _ = 1, math.max(span, 1) do
    self.cell = false
    self:say(self.in_row and " | " or "| ", at, at)
    self.in_row, self.cell, self.row_at = true, true, at
  end
  self.fresh = true -- blanks at a cell's start are layout
end
open.th = open.td
function close.td(self) if not self.tables[#self.tables] then self:owe(3) end end
close.th = close.td

function open.li(self, at)
  self:owe(2)
  self:say("- ", at, at)
  self.fresh = true
end
function close.li(self) self:owe(2) end

function open.dd(self)
  self:owe(self.term and 4 or 3)
  self.term = false
end
function close.dd(self) self:owe(3) end
function open.dt(self)
  self:owe(3)
  self.term = true
end

function open.pre(self)
  self:owe(3)
  self.pre = true
end
function close.pre(self)
  self.pre = false
  self:owe(3)
end
function open.sup(self) self.sup = true end
function close.sup(self) self.sup = false end

-- A tag at i, its name known; returns the byte to go on at.
function Reader:tag(i, slash, name)
  local stop = self:tag_end(i + 1)
  if not stop then return #self.src + 1 end
  local attributes = self.low:sub(i + 1 + #name, stop - 1)
  if slash == "" and RAW[name] then
    if name == "title" then self:owe(3) end
    local s = self.low:find("</" .. name, stop + 1, true)
    return s and (self.src:find(">", s, true) or #self.src) + 1 or #self.src + 1
  end
  if slash == "" and not VOID[name] and (DROPPED[name] or hidden(attributes .. "\0")) then
    local behind = attributes:sub(-1) ~= "/" and self:skip(name, stop + 1)
    if behind then return behind end
  end
  local act = (slash == "" and open or close)[name]
  if BLOCK[name] and name ~= "hr" then self:nest(slash) end
  if act then
    act(self, i, attributes, stop + 1)
  elseif BLOCK[name] then
    self:owe(3)
  elseif LINE[name] then
    self:owe(2)
  end
  return stop + 1
end

-- "<" at i: a tag, a comment, or a plain sign.
function Reader:angle(i)
  local slash, name = self.low:match("^<(/?)(%a[%w:-]*)", i)
  if name then return self:tag(i, slash, name) end
  if self.src:find("^<!%-%-", i) then
    local _, e = self.src:find("-->", i + 2, true)
    return (e or #self.src) + 1
  end
  if self.src:find("^<[!?/]", i) then return (self.src:find(">", i, true) or #self.src) + 1 end
  self:say("<", i, i)
  return i + 1
end

function Reader:entity(i)
  local text, last = entities.read(self.src, i)
  if not text then
    self:say("&", i, i)
    return i + 1
  end
  if text ~= "" then self:say(text, i, last) end
  return last + 1
end

--- The page's visible text as pieces of the source (bytes, a byte order mark first or not).
function M.read(src, first)
  local self = setmetatable({ src = src, low = src:lower(), out = pieces.new(src), gap = 0,
    unclosed = {}, endless = {}, tables = {}, blocks = {}, depth = 0, low_depth = 0,
    last_depth = 0 }, Reader)
  local i = first or 1
  while i <= #src do
    local s, _, sign = src:find("([<&])", i)
    self:words(i, (s or #src + 1) - 1)
    if not s then break end
    i = sign == "<" and self:angle(s) or self:entity(s)
  end
  self:row_end()
  cards.join(self.blocks, self.out)
  return self.out
end

return M
