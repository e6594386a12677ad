--- Writing: checked sinks, and text made safe for where it goes (CSV, spreadsheets,
-- terminals, HTML).
local core = require "iprcore.core"
local errors = require "iprcore.errors"

local M = {}

local Sink = {}
Sink.__index = Sink

--- What a sink raises when its reader has gone; the command line ends quietly on it.
M.CLOSED_PIPE = setmetatable({}, { __tostring = function() return "the reader has gone" end })

-- A closed pipe is quiet: the reader has seen enough. Everything else is an error.
local function check(self, ok, message, gone)
  if ok then return self end
  if gone then error(M.CLOSED_PIPE, 0) end
  errors.raise("io", "cannot write: " .. message, { path = self.path })
end

--- Writes texts, in whole lines; raises io errors.
function Sink:write(...) return check(self, self.core:write(...)) end

--- Hands everything written so far to the system.
function Sink:flush() check(self, self.core:flush()) end

--- Ends writing. A file gets its name only now, so a reader never sees half of it.
function Sink:close()
  if self.done then return end
  self.done = true
  check(self, self.core:close())
end

--- Drops what was written to a file and leaves an older one as it was.
function Sink:abandon()
  self.done = true
  self.core:abandon()
end

--- A sink to path, or to stdout where path is nil or "-". Files are written beside their
-- place and renamed by close(), or gone if that is not reached; a device or a pipe is written
-- as it is.
function M.open(path)
  return setmetatable({ core = core.sink.open(path), path = path or "stdout" }, Sink)
end

--- Writes a whole text to path (or stdout), beside and renamed.
function M.save(path, text)
  local sink = M.open(path)
  local ok, e = pcall(sink.write, sink, text)
  if not ok then
    sink:abandon()
    error(e, 0)
  end
  sink:close()
end

local function columns(text)
  text = text:gsub("\27%[[%d;]*m", "")
  return utf8.len(text) or #text
end

--- The lines (an array) that a line is broken into at its blanks so that none is wider than
-- width, where words allow it; all but the first begin with `hang`. Colours take no room.
function M.fold(line, width, hang)
  local out, now, used = {}, "", 0
  for gap, word in line:gmatch("(%s*)(%S+)") do
    local n = columns(gap .. word)
    if used > 0 and used + n > width then
      out[#out + 1] = now
      gap, n, now, used = "", columns(word), hang, columns(hang)
    end
    now, used = now .. gap .. word, used + n
  end
  out[#out + 1] = now
  return out
end

--- A number by a format of string.format, with a point also where a host program has set a
-- locale that writes a comma.
function M.number(format, value)
  return (format:format(value):gsub("[^%w%+%-%s]+", "."))
end

--- The text with its first letter a capital, or (uncapital) a small one. ASCII letters alone,
-- whatever locale a host has set.
function M.capital(text)
  return (text:gsub("^[a-z]", function(c) return string.char(c:byte() - 32) end))
end

function M.uncapital(text)
  return (text:gsub("^[A-Z]", function(c) return string.char(c:byte() + 32) end))
end

--- One field of a CSV line, quoted where it must be. With spreadsheet, a text that a
-- spreadsheet would run as a formula (= + - @, tab or CR first) gets a ' in front; plain
-- numbers and a sign alone (a comparator) stay as they are.
function M.cell(value, spreadsheet)
  if value == nil then return "" end
  local text = math.type(value) == "float" and M.number("%s", value) or tostring(value)
  if spreadsheet and text:find("^[=+%-@\t\r].") and not text:find("^[+-]?%d*%.?%d+$") then
    text = "'" .. text
  end
  return core.sink.quoted(text)
end

--- A CSV line with its line end. values: array; options: n (count, where values has holes),
-- spreadsheet.
function M.csv(values, options)
  local out = {}
  for i = 1, options and options.n or #values do
    out[i] = M.cell(values[i], options and options.spreadsheet)
  end
  return table.concat(out, ",") .. "\n"
end

-- Code points a terminal obeys or hides: controls, format characters, bidi marks,
-- variation selectors, tags, private and invisible spaces. Ranges, ascending.
local HIDDEN = {
  { 0x00, 0x1F }, { 0x7F, 0x9F }, { 0xAD, 0xAD }, { 0x34F, 0x34F }, { 0x61C, 0x61C },
  { 0x115F, 0x1160 }, { 0x17B4, 0x17B5 }, { 0x180B, 0x180F }, { 0x200B, 0x200F },
  { 0x2028, 0x202E }, { 0x2060, 0x206F }, { 0x3164, 0x3164 }, { 0xFE00, 0xFE0F },
  { 0xFEFF, 0xFEFF }, { 0xFFA0, 0xFFA0 }, { 0xFFF0, 0xFFFB }, { 0x1BCA0, 0x1BCA3 },
  { 0x1D173, 0x1D17A }, { 0xE0000, 0xE0FFF },
}

local function hidden(cp)
  for _, r in ipairs(HIDDEN) do
    if cp < r[1] then return false end
    if cp <= r[2] then return true end
  end
  return false
end

--- Text for a terminal: control, bidi and invisible characters as ⟨U+200B⟩, invalid bytes
-- as ⟨0xFF⟩. With keep_lines, line ends stay.
function M.visible(text, keep_lines)
  if not text:find("[^\x20-\x7E]") then return text end
  local out, i = {}, 1
  while i <= #text do
    local good_end = utf8.len(text, i, i) and i or nil
    local char = text:match("^[%z\1-\x7F\xC2-\xF4][\x80-\xBF]*", i)
    if good_end == nil or not char or not utf8.len(char) then
      out[#out + 1] = ("⟨0x%02X⟩"):format(text:byte(i))
      i = i + 1
    else
      local cp = utf8.codepoint(char)
      local keep = not hidden(cp) or (keep_lines and cp == 10)
      out[#out + 1] = keep and char or ("⟨U+%04X⟩"):format(cp)
      i = i + #char
    end
  end
  return table.concat(out)
end

local ENTITIES = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;",
  ["'"] = "&#39;" }

--- Text for HTML and SVG, in content and in attributes.
function M.html(text)
  return (tostring(text):gsub("[&<>\"']", ENTITIES))
end

return M
