--- Metrics for people and spreadsheets: CSV with a citation a row, and a table that fits a
-- terminal of 80 columns.
local citation = require "iprcore.metrics.citation"
local json = require "iprcore.json"
local output = require "iprcore.output"
local text = require "iprcore.report.text"

local M = {}

--- Text as UTF-8 that every reader takes: bad bytes and NUL become U+FFFD.
function M.clean(s)
  if type(s) ~= "string" or (utf8.len(s) and not s:find("\0", 1, true)) then return s end
  return (json.decode(json.encode(s)):gsub("%z", "\u{FFFD}"))
end

local CSV = {}
for i, name in ipairs(citation.COLUMNS) do
  CSV[i] = name == "first" and "start" or name == "last" and "end" or name
end

--- The header of the CSV.
function M.csv_header() return output.csv(CSV) end

local function cell(row, name)
  local v = row[name]
  if name == "first" then return v - 1 end
  if math.type(v) == "float" then return json.encode(v) end
  return M.clean(v)
end

--- A row of metrics.table as a CSV line, safe to open in a spreadsheet.
function M.csv(row)
  local cells = {}
  for i, name in ipairs(citation.COLUMNS) do cells[i] = cell(row, name) end
  return output.csv(cells, { n = #citation.COLUMNS, spreadsheet = true })
end

local english

--- A metric's value in words: "> 1,045", "▼ 57% yoy" (a change), "170 ▲" (a level that rose),
-- "▲ × 3" (tripled), "USD 1.2 billion to USD 2 billion".
function M.value(m)
  english = english or require("iprcore.report.words").load "en"
  if not m.value then return m.direction or "" end
  local function words(v)
    if m.unit == "mass" or m.unit == "volume" then
      return english:value(v, "count") .. " " .. (m.subunit or "")
    elseif v >= 1e15 then
      return json.encode(v) .. (m.unit == "percent" and "%" or "")
    end
    return english:in_form(m, v)
  end
  local out = words(m.value)
  if m.value_high then out = out .. " to " .. words(m.value_high) end
  if m.comparator ~= "=" and m.comparator ~= "range" then out = m.comparator .. " " .. out end
  local mark = m.direction and (m.direction == "increase" and "▲" or "▼")
  if mark then out = m.kind == "change" and mark .. " " .. out or out .. " " .. mark end
  return m.basis and m.basis ~= "period" and out .. " " .. m.basis
    or m.versus and out .. " against " .. m.versus or out
end

local WIDTHS = { 7, 33, 22, 15 }

--- Cells laid side by side, wrapped to WIDTHS (80 columns with the gaps).
function M.lay(cells, widths)
  local wrapped, height, out = {}, 1, {}
  for i, w in ipairs(widths) do
    wrapped[i] = text.wrap(output.visible(M.clean(cells[i] or "")), w)
    height = math.max(height, #wrapped[i])
  end
  for n = 1, height do
    local parts = {}
    for i, w in ipairs(widths) do parts[i] = text.pad(wrapped[i][n] or "", w) end
    out[n] = (table.concat(parts, " "):gsub(" +$", "")) .. "\n"
  end
  return table.concat(out)
end

--- "p3 l41" or "l41": where a row stands.
function M.where(row)
  return (row.page and ("p%d l%d"):format(row.page, row.line) or ("l%d"):format(row.line))
end

--- The head of the table.
function M.head()
  return M.lay({ "Where", "Figure", "Value", "Period" }, WIDTHS) .. ("─"):rep(80) .. "\n"
end

--- A row of metrics.table as lines of the table.
function M.line(row)
  local figure = row.label or "(no figure known)"
  if row.qualifier then figure = figure .. " · " .. row.qualifier end
  return M.lay({ M.where(row), figure, M.value(row), row.period or "" }, WIDTHS)
end

return M
