--- An audit as a table for a terminal, 80 columns: every claim with its words, what was
-- found, and the verdict; then what the report disagrees on with itself.
local figures = require "iprcore.report.figures"
local words = require "iprcore.report.words"
local text = require "iprcore.report.text"

local M = {}

M.says = { agrees = "agrees", rounds_to = "agrees, rounded", differs = "DIFFERS",
  not_in_data = "not in data" }

local FACTORS = { factor = true, divisor = true }

local english

--- A claim in short words: what it is about, what it states, what was found. Shared with html.
function M.cells(result, c)
  english = english or words.load "en"
  local base, facet = figures.split(c.key or "")
  local m = c.metric
  local about = english:label(base, facet)
  if c.what == "num" or c.what == "den" then
    about = about .. (c.what == "num" and " (counted)" or " (out of)")
  end
  if c.again then about = about .. " (again)" end
  local stated = c.what == "direction" and (c.direction or "no change")
    or result.text:sub(c.first, c.last)
  local comparator = m and m.comparator or "="
  if comparator ~= "=" and comparator ~= "range" then stated = comparator .. " " .. stated end
  if c.what == "change" and c.direction then stated = stated .. " " .. c.direction end
  local found = ""
  if c.found then
    if c.what == "direction" or c.what == "change" then
      local size = m and english:in_form(m, math.abs(c.found))
        or english:value(math.abs(c.found), c.unit or "percent")
      local other = c.direction == "increase" and "decrease" or "increase"
      local way = m and FACTORS[words.form(m)] and "" or c.found < 0 and other or c.direction or ""
      found = (size .. " " .. way):gsub(" $", "")
    else
      found = english:in_form(m, c.found)
    end
  end
  return about, c.period or "", stated, found, M.says[c.verdict]
end

local WIDTHS = { 21, 10, 15, 15 }

local function row(cells)
  local wrapped, height, out = {}, 1, {}
  for i = 1, 4 do
    wrapped[i] = text.wrap(cells[i] or "", WIDTHS[i])
    height = math.max(height, #wrapped[i])
  end
  for n = 1, height do
    local parts = {}
    for i = 1, 4 do parts[i] = text.pad(wrapped[i][n] or "", WIDTHS[i]) end
    parts[5] = n == 1 and cells[5] or ""
    out[n] = (table.concat(parts, " "):gsub(" +$", ""))
  end
  return table.concat(out, "\n")
end

--- One sentence that sums the audit up. Shared with html.
function M.summary(result)
  local n = result:counts()
  local again = n.again > 0 and (", of them stated again: %d"):format(n.again) or ""
  local out = { ("Claims: %d%s. Agree: %d; agree when rounded: %d; differ: %d; ")
    :format(#result.claims, again, n.agrees, n.rounds_to, n.differs)
    .. ("not in the data: %d."):format(n.not_in_data) }
  if #result.findings > 0 then
    out[2] = ("Checks inside the report: %d; wrong: %d."):format(#result.findings, n.wrong_inside)
  end
  if #result.keyless > 0 then
    out[#out + 1] = ("Numbers of no known figure, not tested: %d."):format(#result.keyless)
  end
  return table.concat(out, " ")
end

--- The whole audit as text with a final line end.
function M.render(result)
  local out = { row { "Figure", "Period", "Stated", "Found", "Verdict" },
    ("─"):rep(80) }
  for _, c in ipairs(result.claims) do out[#out + 1] = row { M.cells(result, c) } end
  if #result.findings > 0 then
    out[#out + 1] = ""
    out[#out + 1] = "Inside the report"
    out[#out + 1] = ("─"):rep(80)
    for _, f in ipairs(result.findings) do
      local mark = f.ok and "ok      " or "WRONG   "
      for i, line in ipairs(text.wrap(f.detail, 72)) do
        out[#out + 1] = (i == 1 and mark or (" "):rep(8)) .. line
      end
    end
  end
  out[#out + 1] = ""
  for _, line in ipairs(text.wrap(M.summary(result), 80)) do out[#out + 1] = line end
  return table.concat(out, "\n") .. "\n"
end

return M
