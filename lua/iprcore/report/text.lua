--- Renders a report for a terminal: 80 columns, Unicode blocks for bars, wide (CJK)
-- characters counted as two columns, control and invisible characters made visible.
local output = require "iprcore.output"

local M = { width = 80 }

local function wide(cp)
  return cp >= 0x1100 and (cp <= 0x115F or (cp >= 0x2E80 and cp <= 0xA4CF)
    or (cp >= 0xAC00 and cp <= 0xD7A3) or (cp >= 0xF900 and cp <= 0xFAFF)
    or (cp >= 0xFE30 and cp <= 0xFE6F) or (cp >= 0xFF00 and cp <= 0xFF60)
    or (cp >= 0xFFE0 and cp <= 0xFFE6) or (cp >= 0x1F300 and cp <= 0x1FAFF)
    or (cp >= 0x20000 and cp <= 0x3FFFD))
end

--- Columns a text takes in a terminal.
function M.columns(text)
  local n = 0
  for _, cp in utf8.codes(text) do
    n = n + ((cp >= 0x300 and cp <= 0x36F) and 0 or wide(cp) and 2 or 1)
  end
  return n
end

-- Texts come from data as well: make them harmless, and UTF-8, before they are measured.
local function safe(text) return output.visible((tostring(text):gsub("%s+", " "))) end

-- Pieces that a line may break between: words with the blank before them, or one wide
-- character. Punctuation of wide text stays with what it follows.
local CLOSING = "，。；：）、！？」”"
local function pieces(text)
  local out, word = {}, ""
  local function flush()
    if word ~= "" then out[#out + 1] = word end
    word = ""
  end
  for _, cp in utf8.codes(text) do
    local char = utf8.char(cp)
    if char == " " then
      flush()
      word = " "
    elseif wide(cp) and CLOSING:find(char, 1, true) and (word ~= "" or #out > 0) then
      if word == "" then word = table.remove(out) end
      word = word .. char
      flush()
    elseif wide(cp) then
      flush()
      out[#out + 1] = char
    else
      word = word .. char
    end
  end
  flush()
  return out
end

--- Breaks a text into lines of at most `width` columns; a piece longer than a line stays whole.
function M.wrap(text, width)
  local lines, line, used = {}, "", 0
  for _, piece in ipairs(pieces(safe(text))) do
    local n = M.columns(piece)
    if used > 0 and used + n > width then
      lines[#lines + 1] = line
      line, used = "", 0
    end
    if used == 0 then piece = piece:gsub("^ ", "") end
    line, used = line .. piece, used + M.columns(piece)
  end
  lines[#lines + 1] = line
  return lines
end

-- Pads to a width; cuts with … what is longer.
local function pad(text, width, right)
  local n = M.columns(text)
  if n > width then
    local cut, used = {}, 0
    for _, cp in utf8.codes(text) do
      local w = wide(cp) and 2 or 1
      if used + w > width - 1 then break end
      cut[#cut + 1], used = utf8.char(cp), used + w
    end
    text, n = table.concat(cut) .. "…", used + 1
  end
  local blanks = (" "):rep(width - n)
  return right and blanks .. text or text .. blanks
end
M.pad = pad

local function put(out, indent, text, first)
  local width = M.width - M.columns(indent)
  for i, line in ipairs(M.wrap(text, width)) do
    out[#out + 1] = (i == 1 and first or indent) .. line
  end
end

-- The longest word of a text: a head may be broken between words, never inside one.
local function longest_word(text)
  local n = 0
  for _, piece in ipairs(pieces(safe(text))) do n = math.max(n, M.columns((piece:gsub("^ ",
    "")))) end
  return n
end

-- Widths of a table's columns: as wide as their cells and the words of their head; the first
-- column takes what is left and is wrapped. Second result: whether the table fits at all.
local function widths_of(block)
  local w, total = {}, 0
  for c, column in ipairs(block.columns) do
    local head = M.columns(safe(column.label))
    w[c] = c == 1 and head or math.max(longest_word(column.label), math.min(head, 8))
    for _, row in ipairs(block.rows) do w[c] = math.max(w[c], M.columns(safe(row[c] or ""))) end
    if c > 1 then total = total + w[c] + 2 end
  end
  local room = M.width - 2 - total
  w[1] = math.min(w[1], room)
  return w, room >= 12 or w[1] == room
end

-- A table too wide for the terminal: one block of "label: value" lines a row.
local function stacked_rows(out, block)
  for _, row in ipairs(block.rows) do
    put(out, "  ", row[1] or "", "  ")
    for c = 2, #block.columns do
      if (row[c] or "") ~= "" then
        put(out, "      ", block.columns[c].label .. ": " .. row[c], "    ")
      end
    end
  end
end

-- One row of a table, its cells wrapped; heads stand on the row's last line, cells on its first.
local function table_row(out, block, w, cells, is_head)
  local wrapped, height = {}, 1
  for c = 1, #block.columns do
    wrapped[c] = M.wrap(cells[c] or "", w[c])
    height = math.max(height, #wrapped[c])
  end
  for i = 1, height do
    local parts = {}
    for c, column in ipairs(block.columns) do
      local n = is_head and i - (height - #wrapped[c]) or i
      parts[c] = pad(wrapped[c][n] or "", w[c], column.numeric)
    end
    out[#out + 1] = "  " .. (table.concat(parts, "  "):gsub(" +$", ""))
  end
end

local blocks = {}

function blocks.table(out, block)
  local w, fits = widths_of(block)
  if not fits then return stacked_rows(out, block) end
  local heads, rule = {}, {}
  for c, column in ipairs(block.columns) do
    heads[c], rule[c] = column.label, ("─"):rep(w[c])
  end
  table_row(out, block, w, heads, true)
  out[#out + 1] = "  " .. table.concat(rule, "  ")
  for _, row in ipairs(block.rows) do table_row(out, block, w, row) end
end

function blocks.prose(out, block)
  for i, sentence in ipairs(block.sentences) do
    if i > 1 then out[#out + 1] = "" end
    put(out, "  ", sentence, "  ")
  end
end

function blocks.note(out, block) put(out, "  │ ", block.text, "  │ ") end

function blocks.figures(out, block, words)
  for _, fig in ipairs(block.items) do
    put(out, "    ", words:join(fig.sentences), "  • ")
  end
end

function blocks.terms(out, block)
  for _, item in ipairs(block.items) do put(out, "      ", item[1] .. ": " .. item[2], "  • ") end
end

local EIGHTHS = { "▏", "▎", "▍", "▌", "▋", "▊", "▉" }

--- A bar of `share` (0…1) of `width` columns, in eighths; something above zero always shows.
function M.bar(share, width)
  local n = math.floor(math.max(0, math.min(1, share)) * width * 8 + 0.5)
  if share > 0 and n == 0 then n = 1 end
  return ("█"):rep(n // 8) .. (EIGHTHS[n % 8] or "")
end

-- How wide a chart's labels, names and values are, and its largest value.
local function measure(block, words)
  local label_w, name_w, value_w, max = 0, 0, 0, 0
  for _, l in ipairs(block.labels) do label_w = math.max(label_w, M.columns(safe(l))) end
  for _, s in ipairs(block.series) do
    name_w = math.max(name_w, #block.series > 1 and M.columns(safe(s.name)) or 0)
    for i = 1, #block.labels do
      local v = s.values[i]
      max = math.max(max, v or 0)
      if v then
        value_w = math.max(value_w, M.columns(words:value(v, block.unit, block.subunit)))
      end
    end
  end
  return math.min(label_w, 34), math.min(name_w, 20), value_w, max
end

local SHADES = { "█", "▒", "░", "▚" }

-- Parts on one bar a label, told apart by shade; the values stand in the table.
local function stacked_chart(out, block)
  local max, label_w, key = 0, 0, {}
  for i, label in ipairs(block.labels) do
    local sum = 0
    for _, s in ipairs(block.series) do sum = sum + (s.values[i] or 0) end
    max, label_w = math.max(max, sum), math.max(label_w, M.columns(safe(label)))
  end
  local room = M.width - 2 - label_w - 2
  for n, s in ipairs(block.series) do
    key[n] = SHADES[(n - 1) % #SHADES + 1] .. " " .. s.name
  end
  put(out, "  ", table.concat(key, "   "), "  ")
  for i, label in ipairs(block.labels) do
    local bar, sum, drawn = {}, 0, 0
    for n, s in ipairs(block.series) do
      sum = sum + (s.values[i] or 0)
      local upto = max > 0 and math.floor(sum / max * room + 0.5) or 0
      bar[n] = SHADES[(n - 1) % #SHADES + 1]:rep(upto - drawn)
      drawn = upto
    end
    out[#out + 1] = ("  " .. pad(safe(label), label_w) .. "  " .. table.concat(bar)):gsub(" +$", "")
  end
end

-- A chart is one bar a label and series, with its value; no bar where there is no value.
function blocks.chart(out, block, words)
  put(out, "  ", block.title, "  ")
  if block.kind == "stacked" and #block.series > 1 then return stacked_chart(out, block) end
  local label_w, name_w, value_w, max = measure(block, words)
  local room = M.width - 2 - label_w - 2 - (name_w > 0 and name_w + 2 or 0) - value_w - 2
  for i, label in ipairs(block.labels) do
    for n, s in ipairs(block.series) do
      local v = s.values[i]
      local line = "  " .. pad(n == 1 and safe(label) or "", label_w) .. "  "
      if name_w > 0 then line = line .. pad(safe(s.name), name_w) .. "  " end
      line = line .. pad(words:value(v, block.unit, block.subunit), value_w, true) .. "  "
      out[#out + 1] = (line .. (v and max > 0 and M.bar(v / max, room) or "")):gsub(" +$", "")
    end
  end
end

local function heading(out, text, rule)
  out[#out + 1] = safe(text)
  out[#out + 1] = rule:rep(math.min(M.width, M.columns(safe(text))))
end

--- The whole report as text.
function M.render(report)
  local out, words = {}, report.words
  heading(out, words:ui("titled", { title = report.title, year = report.year }), "═")
  local mark = report.internal and words:ui "internal"
  if mark then put(out, "", mark, "") end
  if report.as_of then put(out, "", words:ui("as_of", { date = report.as_of }), "") end
  for _, section in ipairs(report.sections) do
    out[#out + 1] = ""
    heading(out, section.title .. (mark and " [" .. words:ui "marked" .. "]" or ""), "─")
    for i, block in ipairs(section.blocks) do
      if i > 1 then out[#out + 1] = "" end
      blocks[block.type](out, block, words)
    end
  end
  out[#out + 1] = ""
  put(out, "", words:ui "footer", "")
  return table.concat(out, "\n") .. "\n"
end

return M
