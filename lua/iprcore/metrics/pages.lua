--- Reads text made from a PDF (pdftotext): pages are cut by form feeds. Page heads, feet and
-- page numbers are left out, words broken at line ends are joined, footnotes are moved out of
-- the sentence that a page's end cuts, and a paragraph goes on across pages.
local pieces = require "iprcore.metrics.pieces"

local M = {}

local EDGE = 3 -- lines at a page's top and bottom that may be its head and foot
local NOTE_LINES = 15 -- lines at a page's bottom that may be footnotes

--- Lines of the source as { first, last (without its line end), page }.
local function lines_of(src, i)
  local lines, page = {}, 1
  while i <= #src do
    local s, e = src:find("[\r\n\f]", i)
    lines[#lines + 1] = { i, (s or #src + 1) - 1, page = page }
    if not s then break end
    if src:find("^\r\n", s) then e = s + 1 end
    if src:byte(s) == 12 then page = page + 1 end
    i = e + 1
  end
  return lines, page
end

local function pages_of(src, lines, n)
  local pages = {}
  for p = 1, n do pages[p] = { n = p } end
  for _, l in ipairs(lines) do
    local first = src:find("[^ \t\v]", l[1])
    l.blank = not first or first > l[2]
    table.insert(pages[l.page], l)
  end
  return pages
end

-- What a running line looks like on every page: itself, or itself with one number that counts
-- the pages.
local function looks(src, l)
  local line = src:sub(l[1], math.min(l[2], l[1] + 300))
  line = line:gsub("%s+", " "):gsub("^ ", ""):gsub(" $", "")
  local out = { line }
  for s, digits, e in line:gmatch("()(%d+)()") do
    if #digits <= 4 and #out < 6 then
      out[#out + 1] = ("%s#%d#%s"):format(line:sub(1, s - 1), tonumber(digits) - l.page,
        line:sub(e))
    end
  end
  return out
end

-- The lines at a page's edge, from the outside in.
local function edge(page, from, to, step)
  local out = {}
  for i = from, to, step do
    if not page[i].blank then
      out[#out + 1] = page[i]
      if #out == EDGE then break end
    end
  end
  return out
end

local function count_looks(src, edges)
  local pages = {}
  for _, lines in ipairs(edges) do
    local seen = {}
    for _, l in ipairs(lines) do
      l.looks = looks(src, l)
      for _, look in ipairs(l.looks) do
        if not seen[look] then pages[look] = (pages[look] or 0) + 1 end
        seen[look] = true
      end
    end
  end
  return pages
end

-- A running head on the first page is the title: it stays there.
local function is_title(src, l, page, way)
  return page.n == 1 and way == "top" and src:sub(l[1], l[2]):find("%a%a") ~= nil
end

--- Marks heads and feet; returns how many lines they are.
local function drop_furniture(src, pages)
  local dropped = 0
  for _, way in ipairs { "top", "bottom" } do
    local edges, used = {}, 0
    for p, page in ipairs(pages) do
      edges[p] = way == "top" and edge(page, 1, #page, 1) or edge(page, #page, 1, -1)
      if #edges[p] > 0 then used = used + 1 end
    end
    local on = count_looks(src, edges)
    for p, lines in ipairs(edges) do
      for _, l in ipairs(lines) do
        local often = 0
        for _, look in ipairs(l.looks) do often = math.max(often, on[look]) end
        if often < 2 or often * 4 < used then break end
        if not is_title(src, l, pages[p], way) then
          if not l.out then dropped = dropped + 1 end
          l.out = true
        end
      end
    end
  end
  return dropped
end

-- Footnotes: the lines of a page from the first one that begins with a mark that the page's
-- text carries behind a word, to its end.
local function find_notes(src, page)
  local last = #page
  while last > 0 and (page[last].blank or page[last].out) do last = last - 1 end
  local top
  for i = last, math.max(1, last - NOTE_LINES + 1), -1 do
    local l = page[i]
    local s, e, mark = src:find("^[ \t]*(%d%d?)[ \t]+%f[%a\"]", l[1])
    if s and e <= l[2] and page[1][1] < l[1] then
      local body = src:sub(page[1][1], l[1] - 1)
      if body:find("[%a.,;%)\"\x80-\xBF]" .. mark .. "%f[%D]") then
        top = i
        l.mark = e
      end
    end
  end
  for i = top or 1, top and last or 0 do page[i].note = true end
end

local function word_set(src)
  local words = {}
  for w in src:lower():gmatch("[%a\x80-\xFF][%a\x80-\xFF-]*") do words[w] = true end
  return words
end

-- A word broken at the end of line l and going on in line b: the bytes kept of l, and whether
-- its hyphen stays. The rest of the text says how the word is written; without that, two words
-- that also stand alone keep their hyphen.
local function broken(src, words, l, b)
  local line = src:sub(math.max(l[1], l[2] - 80), l[2])
  local left, hyphen = line:match("([%a\x80-\xFF-]-)(%-)[ \t]*$")
  if not left then
    left, hyphen = line:match("([%a]+)(\xC2\xAD)[ \t]*$")
  end
  left = left and left:match("[%a\x80-\xFF-]+$")
  local first, _, right = src:find("^[ \t]*()%l", b[1])
  if not left or not left:find("%a$") or not first or right > b[2] then return nil end
  local rest = src:match("^[%a\x80-\xFF]+", right)
  local a, z = left:lower(), rest:lower()
  local cut = l[2] - #line:match("[ \t]*$") - #hyphen
  if hyphen ~= "-" or words[a .. z] then return cut, right end
  local apart = words[a .. "-" .. z] or a:find("-", 1, true) or (words[a] and words[z])
  return apart and cut + 1 or cut, right
end

local function ends_sentence(src, l)
  local tail = src:sub(math.max(l[1], l[2] - 8), l[2]):gsub("[%s\"')%]]+$", "")
  return tail:find("[.!?:;]$") or tail:find("。$") or tail:find("！$") or tail:find("？$")
    or tail:find("”$") or tail:find("：$")
end

-- Does the paragraph of line l end before line b, with `blank` lines between them?
local function parted(src, l, b, blank)
  if l.page == b.page then return blank end
  return ends_sentence(src, l) or not src:find("^[ \t]*[%l%d\xC3-\xF4]", b[1])
end

-- Body lines in order, each with `gap`: a paragraph begins. Notes are kept in notes[line],
-- the line that they stand behind.
local function body_of(src, pages)
  local body, notes = {}, {}
  for _, page in ipairs(pages) do
    local blank = false
    for _, l in ipairs(page) do
      local last = body[#body]
      if l.blank then
        blank = true
      elseif l.note and last then
        notes[last] = notes[last] or {}
        table.insert(notes[last], l)
      elseif not l.out then
        l.gap = last and parted(src, last, l, blank)
        body[#body + 1] = l
        blank = false
      end
    end
  end
  return body, notes
end

local function put_notes(out, notes)
  for i = 1, #notes do
    local l = notes[i]
    out:put(l.mark and "\n\n" or "\n", l[1], l[1])
    out:copy((l.mark or l[1] - 1) + 1, l[2])
    notes[i] = nil
  end
end

local function write(src, body, notes)
  local out, words, pending, done = pieces.new(src), word_set(src), {}, nil
  for i, l in ipairs(body) do
    local b = body[i + 1]
    done = done or l[1]
    for _, note in ipairs(notes[l] or {}) do pending[#pending + 1] = note end
    local cut, from
    if b and not b.gap then cut, from = broken(src, words, l, b) end
    out:copy(done, cut or l[2])
    done = from
    if not b or b.gap then put_notes(out, pending) end
    if b and not cut then out:put(b.gap and "\n\n" or "\n", b[1], b[1]) end
  end
  return out
end

--- The text as pieces of the source, and how many lines of heads and feet were left out.
function M.read(src, first)
  local pages = pages_of(src, lines_of(src, first or 1))
  local dropped = drop_furniture(src, pages)
  for _, page in ipairs(pages) do find_notes(src, page) end
  local body, notes = body_of(src, pages)
  return write(src, body, notes), dropped
end

return M
