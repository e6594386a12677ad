--- A report as its reader has it: plain text, text of a PDF, a saved web page, Markdown. The
-- parser reads `text`; every offset that leaves is one of `bytes`, the bytes as they came.
local core = require "iprcore.core"
local errors = require "iprcore.errors"

local M = {}

M.FORMS = { "text", "pdf", "html", "markdown" }

local SUFFIXES = { html = "html", htm = "html", xhtml = "html", md = "markdown",
  markdown = "markdown" }

--- The form of a file: `wanted` if given, else by its suffix, else "text".
function M.form(path, wanted)
  if wanted then return wanted end
  local suffix = path:match("%.(%w+)$")
  return suffix and SUFFIXES[suffix:lower()] or "text"
end

local Document = {}
Document.__index = Document

local readers = {}

function readers.html(source, first)
  return require("iprcore.metrics.html").read(source, first)
end
function readers.markdown(source, first)
  return require("iprcore.metrics.markdown").read(source, first)
end
function readers.pdf(source, first)
  return require("iprcore.metrics.pages").read(source, first)
end

-- Bytes in another encoding would lose signs in silence: a page that names one is refused.
local function check_charset(bytes)
  local head = bytes:sub(1, 2048):lower()
  local charset = head:match("<meta[^>]-charset%s*=%s*[\"']?([%w_-]+)")
    or head:match("^<%?xml[^>]-encoding%s*=%s*[\"']([%w_-]+)")
  if charset and charset ~= "utf-8" and charset ~= "utf8" and not utf8.len(bytes) then
    errors.raise("bad_utf8", ("the page is written in %s; convert it: iconv -f %s -t UTF-8 FILE")
      :format(charset, charset))
  end
end

--- A document from the bytes of a report. form: one of FORMS; nil reads text, and text with
-- form feeds as "pdf". Raises bad_utf8 for a page in another encoding, usage for an unknown form.
function M.new(bytes, form)
  local first = bytes:find("^\xEF\xBB\xBF") and 4 or 1
  if not form or form == "text" then
    form = not form and bytes:find("\f", 1, true) and "pdf" or "text"
  elseif not readers[form] then
    errors.raise("usage", ("no form %q of a report; there are %s"):format(tostring(form),
      table.concat(M.FORMS, ", ")))
  end
  local self = setmetatable({ bytes = bytes, form = form, dropped = 0,
    bad_bytes = core.metric.bad_bytes(bytes) }, Document)
  if form == "html" then check_charset(bytes) end
  if readers[form] then
    self.map, self.dropped = readers[form](bytes, first)
    self.dropped = self.dropped or 0
    self.text = self.map:text()
  elseif first > 1 then
    self.text, self.shift = bytes:sub(first), first - 1
  else
    self.text = bytes
  end
  return self
end

--- The span of the bytes that the text's bytes first..last stand for.
function Document:origin(first, last)
  if self.map then return self.map:origin(first, last) end
  local shift = self.shift or 0
  return first + shift, last + shift
end

local function by_place(a, b)
  if a.first ~= b.first then return a.first < b.first end
  return a.last < b.last
end

--- Turns the spans of a list of metrics (of self.text) into spans of the bytes; each then
-- carries its sentence as read. Keeps the list's order unless `sort`.
function Document:locate(list, sort)
  if not self.map and not self.shift then return list end
  for _, m in ipairs(list) do
    m.sentence = self.text:sub(m.sentence_first, m.sentence_last)
    m.first, m.last = self:origin(m.first, m.last)
    m.sentence_first, m.sentence_last = self:origin(m.sentence_first, m.sentence_last)
  end
  if sort then table.sort(list, by_place) end
  return list
end

-- First bytes of the lines of a text, and of its pages.
local function starts(text, pattern)
  local out, i = { 1 }, 1
  while true do
    local s, e = text:find(pattern, i)
    if not s then return out end
    if text:find("^\r\n", s) then e = s + 1 end
    out[#out + 1] = e + 1
    i = e + 1
  end
end

local function rank(list, at)
  local low, high = 1, #list
  while low < high do
    local mid = (low + high + 1) // 2
    if list[mid] <= at then low = mid else high = mid - 1 end
  end
  return low
end

--- Line and page (nil where the bytes have no form feed) of byte `at` of the bytes, from 1.
function Document:place(at)
  self.lines = self.lines or starts(self.bytes, "[\r\n]")
  self.pages = self.pages or starts(self.bytes, "\f")
  return rank(self.lines, at), #self.pages > 1 and rank(self.pages, at) or nil
end

--- Is x a document made by M.new?
function M.is(x) return getmetatable(x) == Document end

return M
