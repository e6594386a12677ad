--- Reads figures out of a text's tables and text charts, where no sentence says what a
-- number is: by the label of its row, the head of its column and the years in them, in the
-- words of the report packs. The metric parser reads sentences; spans found here are taken
-- from it.
--
-- A table is heads, a rule line, and rows up to an empty line: columns cut by the rule's
-- gaps (terminal text) or by "|" (Markdown). A chart is a title and lines with block bars.
local text = require "iprcore.report.text"
local words = require "iprcore.report.words"

local M = {}

local function trim(s) return (s:gsub("^%s+", ""):gsub("%s+$", "")) end

-- Labels of every figure in every shipped language: label -> key, and how to undo facets.
local index
local function labels()
  if index then return index end
  index = { key = {}, facet = {}, month = {}, change = {}, open = {}, unknown = {}, now = {},
    titles = {}, region = {} }
  for _, lang in ipairs { "en", "zh" } do
    local w = words.load(lang)
    for key in pairs(w.pack.figures) do index.key[w:label(key)] = key end
    for plain, said in pairs(w.pack.facets) do index.facet[said] = plain end
    for m, name in ipairs(w.pack.months) do index.month[name] = m end
    index.change[w:ui "change"], index.open[w:ui "open"] = true, true
    index.unknown[w:ui "not_counted"], index.now[w:ui "now"] = true, true
    index.titles[#index.titles + 1] = w
  end
  return index
end

local own = {} -- label -> key of the KPIs of the audit at hand

-- Labels of KPIs that the packs do not know, from a tally's definitions.
local function own_labels(definitions)
  own = {}
  for key, d in pairs(definitions or {}) do
    for _, label in pairs(type(d.label) == "table" and d.label or { d.label }) do
      own[label] = key
    end
  end
end

--- The key a label stands for ("Members by region, Europe"), or nil.
function M.key_of(label)
  local l = labels()
  if l.key[label] or own[label] then return l.key[label] or own[label] end
  local base, facet = label:match("^(.+), ([^,]+)$")
  if not base then base, facet = label:match("^(.+)（(.+)）$") end
  if base and l.key[base] then return ("%s[%s]"):format(l.key[base], l.facet[facet] or facet) end
end

-- Lines with the byte at which each begins.
local function lines_of(whole)
  local out, at = {}, 1
  for line in (whole .. "\n"):gmatch("([^\n]*)\n") do
    out[#out + 1] = { text = (line:gsub("\r$", "")), first = at }
    at = at + #line + 1
  end
  return out
end

-- A rule line's columns as { from, upto } in terminal columns, or nil.
local function rule_columns(line)
  local plain = line:gsub("─", "-")
  if not plain:find("^%s*%-%-%-[%- ]*$") or not plain:find("%S%s+%S") then return nil end
  local out = {}
  for from, upto in plain:gmatch("()%-+()") do out[#out + 1] = { from, upto - 1 } end
  return out
end

local function cell_at(line, column, last)
  local used, first, upto = 0, nil, nil
  if not utf8.len(line.text) then return nil end
  for p, cp in utf8.codes(line.text) do
    local char = utf8.char(cp)
    used = used + text.columns(char)
    if used >= column[1] and (last or used <= column[2]) and char ~= " " then
      first, upto = first or p, p + #char - 1
    end
  end
  if not first then return { text = "" } end
  return { text = line.text:sub(first, upto), first = line.first + first - 1,
    last = line.first + upto - 1 }
end

-- Markdown cells between unescaped bars.
local function pipe_cells(line)
  local out, from = {}, nil
  local p = 1
  while p <= #line.text do
    local c = line.text:sub(p, p)
    if c == "\\" then
      p = p + 1
    elseif c == "|" then
      if from then
        local raw = line.text:sub(from, p - 1)
        local lead = #raw:match("^%s*")
        local cell = trim(raw)
        out[#out + 1] = { text = (cell:gsub("\\(.)", "%1")), first = line.first + from - 1 + lead,
          last = line.first + from - 2 + lead + #cell }
      end
      from = p + 1
    end
    p = p + 1
  end
  return out
end

local function join_heads(heads, cells)
  for c, cell in ipairs(cells) do
    if cell and cell.text ~= "" then
      local glue = heads[c] and heads[c] ~= "" and heads[c]:find("[%w]$") and " " or ""
      heads[c] = (heads[c] or "") .. glue .. cell.text
    end
  end
end

-- The table around rule line i: heads, rows of cells, first and last line.
local function text_table(lines, i)
  local columns = rule_columns(lines[i].text)
  if not columns then return nil end
  local function cells(line)
    local out = {}
    for c, column in ipairs(columns) do out[c] = cell_at(line, column, c == #columns) end
    return #out == #columns and out or nil
  end
  local top = i - 1
  while top >= 1 and lines[top].text:find("%S") do top = top - 1 end
  local heads, rows, n = {}, {}, i + 1
  for k = top + 1, i - 1 do join_heads(heads, cells(lines[k]) or {}) end
  while lines[n] and lines[n].text:find("%S") do
    local row = cells(lines[n])
    local before = rows[#rows]
    local only_label = row and row[1].text ~= ""
    for c = 2, row and #row or 0 do only_label = only_label and row[c].text == "" end
    if row and only_label and before and lines[n].text:find("^%s%s") then
      local wide = not before[1].text:find("[%w,]$")
      before[1].text = before[1].text .. (wide and "" or " ") .. row[1].text
    elseif row then
      rows[#rows + 1] = row
    end
    n = n + 1
  end
  return { heads = heads, rows = rows, from = top + 1, upto = n - 1 }
end

local function pipe_table(lines, i)
  if not lines[i].text:find("^|[%s:|-]+|%s*$") or i == 1 then return nil end
  local heads, rows, n = {}, {}, i + 1
  join_heads(heads, pipe_cells(lines[i - 1]))
  while lines[n] and lines[n].text:find("^|") do
    rows[#rows + 1] = pipe_cells(lines[n])
    n = n + 1
  end
  return { heads = heads, rows = rows, from = i - 1, upto = n - 1 }
end

-- Metrics of one cell: the parser reads its value, the table says what it is of.
local function values_in(cell, parse)
  local out = {}
  for _, m in ipairs(parse(cell.text)) do
    if m.value and #out == 0 then
      m.first, m.last = cell.first + m.first - 1, cell.first + m.last - 1
      m.surface, m.direction = nil, nil
      out[1] = m
    end
  end
  return out[1]
end

local function claim(m, key, period, kind)
  m.key, m.period, m.kind, m.basis, m.versus = key, period, kind, nil, nil
  m.from_table = true
  return m
end

local function change_of(cell, parse)
  local m = values_in(cell, parse)
  if not m then return nil end
  m.direction = cell.text:find("▲", 1, true) and "increase"
    or cell.text:find("▼", 1, true) and "decrease" or nil
  if m.unit ~= "percentage_points" and (cell.text:find("point", 1, true)
    or cell.text:find("百分点", 1, true)) then
    m.unit = "percentage_points"
  end
  return m
end

local function year_in(s) return s:match("^(%d%d%d%d)$") or s:match("^(%d%d%d%d)年$") end

-- What a column holds: a year's levels, changes, a key by month, or parts left out.
local function columns_of(heads, year)
  local l, out, latest = labels(), {}, nil
  for c, head in ipairs(heads) do
    local y = year_in(head)
    if y then
      out[c] = { year = y }
      if not latest or y > latest then latest = y end
    elseif l.change[head] then
      out[c] = { change = true }
    elseif l.open[head] or l.unknown[head] then
      out[c] = { part = l.open[head] and "open" or "unknown" }
    elseif l.now[head] and year then
      out[c] = { year = ("%d"):format(tonumber(year) - 1) }
    elseif M.key_of(head) then
      out[c] = { key = M.key_of(head) }
    end
  end
  return out, latest
end

local function read_cell(out, cell, column, key, year, parse)
  local month = not key and column.month
  if column.key and month then
    local m = values_in(cell, parse)
    if m then out[#out + 1] = claim(m, column.key, ("%s-%02d"):format(year, month), "level") end
  elseif key and column.year then
    local m = values_in(cell, parse)
    if m then out[#out + 1] = claim(m, key, column.year, "level") end
  elseif key and column.change and year then
    local m = change_of(cell, parse)
    if m then out[#out + 1] = claim(m, key, year, "change") end
  elseif key and column.part and year then
    local m = values_in(cell, parse)
    if m then
      claim(m, key, year, "level")
      m.part = column.part
      out[#out + 1] = m
    end
  end
end

local function read_table(out, grid, year, parse)
  local columns, latest = columns_of(grid.heads, year)
  for _, head in ipairs(grid.heads) do
    -- in a table of restatements the change is not from year to year
    if labels().now[head] then
      for c, column in pairs(columns) do
        if column.change then columns[c] = nil end
      end
    end
  end
  for _, row in ipairs(grid.rows) do
    local label = row[1] and row[1].text or ""
    local key, month = M.key_of(label), labels().month[label]
    for c = 2, #row do
      local column, cell = columns[c], row[c]
      if column and cell.first and (key or month) then
        column.month = month
        read_cell(out, cell, column, key, latest or year, parse)
      end
    end
  end
end

-- What a chart's title says it shows: { key, kind "months"|"compare"|"shares" }.
local function chart_of(title, year)
  for _, w in ipairs(labels().titles) do
    for key in pairs(w.pack.figures) do
      local label = w:label(key)
      if title == w:ui("by_month", { label = label, year = year }) then
        return { key = key, kind = "months" }
      elseif title == w:ui("shares", { label = label, year = year }) then
        return { key = key, kind = "shares" }
      end
    end
    for _, name in pairs(w.pack.sections) do
      local last = ("%d"):format(tonumber(year) - 1)
      if title == w:ui("compared", { label = name, year = year, last = last }) then
        return { kind = "compare" }
      end
    end
  end
end

local BAR = "[█▏▎▍▌▋▊▉▒░▚]"
local function has_bar(line)
  local p = line:find("\226\150[\128-\159]")
  return p and line:find(BAR) and p or nil
end

-- The cells of a chart's line: what stands before the bar, cut at two blanks.
local function bar_cells(line, bar)
  local out = {}
  local head = line.text:sub(1, (bar or #line.text + 1) - 1)
  local p = 1
  while true do
    local from = head:find("%S", p)
    if not from then break end
    local upto = head:find("  ", from, true) or #head + 1
    local cell = trim(head:sub(from, upto - 1))
    out[#out + 1] = { text = cell, first = line.first + from - 1,
      last = line.first + from - 2 + #cell }
    p = upto
  end
  return out
end

local function read_chart_line(out, chart, cells, label, year, parse)
  local l, cell = labels(), cells[#cells]
  local key, period
  if chart.kind == "months" then
    local m = l.month[label]
    key, period = m and chart.key, m and ("%s-%02d"):format(year, m)
  elseif chart.kind == "shares" then
    key, period = ("%s[%s]"):format(chart.key, l.facet[label] or label), year
  else
    key, period = M.key_of(label), #cells >= 2 and cells[#cells - 1].text:match("^%d%d%d%d$")
  end
  local m = key and period and values_in(cell, parse)
  if m then out[#out + 1] = claim(m, key, period, "level") end
end

-- A chart from the first line with a bar on: its title is the line before.
local function read_chart(out, lines, i, year, parse)
  local title, n = i > 1 and trim(lines[i - 1].text) or "", i
  local chart, label = year and chart_of(title, year), nil
  while lines[n] and lines[n].text:find("%S") do
    local cells = bar_cells(lines[n], has_bar(lines[n].text))
    local own_label = cells[1] and (chart and chart.kind ~= "compare" or #cells >= 3)
    if own_label then label = cells[1].text end
    if chart and #cells >= 2 and label then
      read_chart_line(out, chart, cells, label, year, parse)
    end
    n = n + 1
  end
  return n - 1
end

-- Sections that define and explain: their numbers are no claims.
local function is_method(line)
  local title = trim(line.text:gsub("^#+", ""):gsub("%[.-%]%s*$", ""))
  for _, w in ipairs(labels().titles) do
    if title == w.pack.sections.method then return true end
  end
  return false
end

local function is_heading(lines, i)
  return lines[i].text:find("^##? ") or (lines[i + 1] and lines[i].text:find("^%S")
    and lines[i + 1].text:gsub("─", "-"):find("^%-%-%-+$"))
end

local function method_end(lines, i)
  local n = i + 2
  while lines[n] and not is_heading(lines, n) do n = n + 1 end
  return n - 1
end

--- The figures of all tables and charts: metrics in text order, and the spans { first, last }
-- they were read from. parse: reads one cell's value; year: the report's; definitions: of a
-- tally's KPIs, by key.
function M.read(whole, parse, year, definitions)
  own_labels(definitions)
  local lines, out, spans, i = lines_of(whole), {}, {}, 1
  while i <= #lines do
    local grid = text_table(lines, i) or pipe_table(lines, i)
    local from, upto
    if is_heading(lines, i) and is_method(lines[i]) then
      from, upto = i, math.min(method_end(lines, i), #lines)
    elseif grid and #grid.rows > 0 then
      read_table(out, grid, year, parse)
      from, upto = grid.from, grid.upto
    elseif has_bar(lines[i].text) then
      from, upto = i, read_chart(out, lines, i, year, parse)
    end
    if upto then
      spans[#spans + 1] = { first = lines[from].first,
        last = lines[upto].first + #lines[upto].text - 1 }
      i = upto
    end
    i = i + 1
  end
  return out, spans
end

return M
