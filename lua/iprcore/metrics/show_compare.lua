--- A comparison of reports as JSON lines, CSV, or a table for a terminal of 80 columns.
local json = require "iprcore.json"
local number = require("iprcore.report.words").number
local output = require "iprcore.output"
local show = require "iprcore.metrics.show"
local text = require "iprcore.report.text"

local M = {}

-- What is said of each side. Spans as in `iprcore parse`.
local SIDE = { "publisher", "source", "page", "line", "start", "end", "surface", "value",
  "value_high", "low", "high", "unit", "subunit", "comparator", "kind", "direction", "basis",
  "period", "qualifier", "sentence" }
local side_shape = json.shape(SIDE)
local change_shape = json.shape { "value", "low", "high", "unit", "direction", "within_rounding?" }
local row_shape = json.shape { "key", "label", "qualifier", "comparable", "reasons[]", "reason",
  "a", "b", "change" }

local function side(m)
  if not m then return nil end
  local out = {}
  for _, k in ipairs(SIDE) do out[k] = m[k] end
  out.start, out["end"] = m.first - 1, m.last
  return out
end

--- A row as one JSON object on a line.
function M.jsonl(row)
  local codes, seen = {}, {}
  for _, r in ipairs(row.reasons) do
    if not seen[r.code] then codes[#codes + 1] = r.code end
    seen[r.code] = true
  end
  return json.encode(row_shape { key = row.key, label = row.label, qualifier = row.qualifier,
    comparable = row.comparable, reasons = codes, reason = row.reason,
    a = row.a and side_shape(side(row.a)), b = row.b and side_shape(side(row.b)),
    change = row.change and change_shape(row.change) }) .. "\n"
end

local CSV = { "key", "label", "qualifier", "comparable", "reason" }
local CHANGE = { "value", "low", "high", "unit", "direction" }

--- The header of the CSV.
function M.csv_header()
  local out = { table.unpack(CSV) }
  for _, k in ipairs(CHANGE) do out[#out + 1] = k == "value" and "change" or "change_" .. k end
  for _, s in ipairs { "a_", "b_" } do
    for _, k in ipairs(SIDE) do out[#out + 1] = s .. k end
  end
  return output.csv(out)
end

local function cell(v) return math.type(v) == "float" and json.encode(v) or show.clean(v) end

--- A row as a CSV line, safe to open in a spreadsheet.
function M.csv(row)
  local out, n = {}, 0
  local function add(t, names)
    for _, k in ipairs(names) do
      n = n + 1
      out[n] = t and cell(t[k])
    end
  end
  add(row, CSV)
  add(row.change, CHANGE)
  add(side(row.a), SIDE)
  add(side(row.b), SIDE)
  return output.csv(out, { n = n, spreadsheet = true })
end

local WIDTHS = { 25, 17, 17, 18 }

local function figure(m)
  if not m then return "–" end
  return show.value(m) .. (m.period and " (" .. m.period .. ")" or "")
end

local function signed(x) return (x < 0 and "−" or "+") .. number(math.abs(x), 1) end

-- "▼ 36%", "+5.6 points (+5.1 to +6.2)".
local function change(c)
  local sign = c.unit == "percent" and "%" or " points"
  local low, high = c.low and signed(c.low) or nil, c.high and signed(c.high) or nil
  local span = low and high and low .. " to " .. high or low and "at least " .. low
    or high and "at most " .. high
  if not c.value then return span and span .. sign or "unknown: open ends" end
  local said = signed(c.value) .. sign
  if c.within_rounding then said = said .. ", within rounding" end
  return c.low ~= c.high and said .. " (" .. span .. ")" or said
end

--- The head of a pair's table. a, b: names of the reports.
function M.head(a, b)
  return ("First:  %s\nSecond: %s\n\n"):format(output.visible(a), output.visible(b))
    .. show.lay({ "Figure", "First", "Second", "Change" }, WIDTHS) .. ("─"):rep(80) .. "\n"
end

--- A row as lines of the table.
function M.line(row)
  local label = row.label .. (row.qualifier and " · " .. row.qualifier or "")
  local said = row.comparable == "no" and "not comparable" or change(row.change)
  local out = show.lay({ label, figure(row.a), figure(row.b), said }, WIDTHS)
  if row.reason then
    for i, line in ipairs(text.wrap((row.comparable == "check" and "check: " or "")
      .. output.visible(row.reason), 74)) do
      out = out .. (i == 1 and "    ↳ " or "      ") .. line .. "\n"
    end
  end
  return out
end

--- The figures that only one report has (which: "a" or "b"), as a paragraph, or nil.
function M.only(rows, which, name)
  local out = {}
  for _, row in ipairs(rows) do
    local m = not (row.a and row.b) and row[which]
    if m then out[#out + 1] = row.label .. " " .. figure(m) end
  end
  if #out == 0 then return nil end
  local lines = text.wrap(output.visible(show.clean(("Only in the %s: %s."):format(name,
    table.concat(out, "; ")))), 80)
  return table.concat(lines, "\n") .. "\n"
end

--- One sentence that sums a comparison up.
function M.summary(rows)
  local n, n_pairs = { yes = 0, check = 0, no = 0 }, 0
  for _, row in ipairs(rows) do
    if row.a and row.b then
      n_pairs = n_pairs + 1
      n[row.comparable] = n[row.comparable] + 1
    end
  end
  return ("%d pairs: %d comparable, %d to check, %d not comparable.\n"):format(n_pairs, n.yes,
    n.check, n.no)
end

return M
