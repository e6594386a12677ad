--- Renders a report's figures as CSV: one line a figure, in the form that `audit --figures`
-- and `report --figures` read again, with label and definition beside it.
local figures = require "iprcore.report.figures"
local output = require "iprcore.output"

local M = {}

M.columns = { "key", "period", "period_type", "kind", "direction", "basis", "value", "unit",
  "subunit", "num", "den", "open", "unknown", "reason", "label", "definition", "marked" }

-- Numbers as the shortest decimal that reads back, as JSON writes them.
local function cell(value)
  if type(value) == "number" then return require("iprcore.json").encode(value) end
  return value
end

--- The whole report's figures as CSV text; cells are safe for spreadsheets.
function M.render(report)
  local words = report.words
  local options = { n = #M.columns, spreadsheet = true }
  local out = { output.csv(M.columns, options) }
  for _, line in ipairs(report:lines()) do
    local base, facet = figures.split(line.key)
    local row = {}
    for i, name in ipairs(M.columns) do row[i] = cell(line[name]) end
    row[#M.columns - 2] = words:label(base, facet, report.kpis[base])
    row[#M.columns - 1] = words:define(base, report.kpis[base])
    row[#M.columns] = report.internal and words:ui "marked" or nil
    out[#out + 1] = output.csv(row, options)
  end
  return table.concat(out)
end

return M
