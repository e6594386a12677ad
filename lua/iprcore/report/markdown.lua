--- Renders a report as Markdown (CommonMark with pipe tables). Every text is escaped, so
-- that a name from the data can be neither markup nor a link nor HTML.
local output = require "iprcore.output"

local M = {}

--- Text as Markdown shows it literally.
function M.escape(text)
  text = output.visible((tostring(text):gsub("%s+", " ")))
  text = text:gsub("[\\`*_%[%]<>|~#&!{}]", "\\%0")
  -- what makes a list, a heading or a quote only at a line's start
  return (text:gsub("^([-+=])", "\\%1"):gsub("^(%d+)([.)]) ", "%1\\%2 "))
end
local esc = M.escape

local blocks = {}

function blocks.prose(out, block)
  for _, sentence in ipairs(block.sentences) do
    out[#out + 1] = esc(sentence)
    out[#out + 1] = ""
  end
end

function blocks.note(out, block)
  out[#out + 1] = "> " .. esc(block.text)
  out[#out + 1] = ""
end

function blocks.figures(out, block, words)
  for _, fig in ipairs(block.items) do
    out[#out + 1] = "- " .. esc(words:join(fig.sentences))
  end
  out[#out + 1] = ""
end

function blocks.terms(out, block)
  for _, item in ipairs(block.items) do
    out[#out + 1] = "- **" .. esc(item[1]) .. "**: " .. esc(item[2])
  end
  out[#out + 1] = ""
end

local function row(cells, n)
  local parts = {}
  for c = 1, n do parts[c] = esc(cells[c] or "") end
  return "| " .. table.concat(parts, " | ") .. " |"
end

function blocks.table(out, block)
  local heads, rule = {}, {}
  for c, column in ipairs(block.columns) do
    heads[c], rule[c] = column.label, column.numeric and "---:" or "---"
  end
  out[#out + 1] = row(heads, #heads)
  out[#out + 1] = "| " .. table.concat(rule, " | ") .. " |"
  for _, cells in ipairs(block.rows) do out[#out + 1] = row(cells, #heads) end
  out[#out + 1] = ""
end

--- The table behind a chart: a column of labels, then one a series.
function M.chart_table(block, words)
  local columns, rows = { { label = block.label_head } }, {}
  for s, series in ipairs(block.series) do
    columns[s + 1] = { label = series.name, numeric = true }
  end
  for i, label in ipairs(block.labels) do
    rows[i] = { label }
    for s, series in ipairs(block.series) do
      local v = series.values[i]
      rows[i][s + 1] = v and words:value(v, block.unit, block.subunit) or ""
    end
  end
  return { type = "table", caption = block.title, columns = columns, rows = rows }
end

function blocks.chart(out, block, words)
  out[#out + 1] = "**" .. esc(block.title) .. "**"
  out[#out + 1] = ""
  blocks.table(out, M.chart_table(block, words))
end

--- The whole report as Markdown.
function M.render(report)
  local words = report.words
  local mark = report.internal and "**" .. esc(words:ui "internal") .. "**"
  local out = { "# " .. esc(report.title), "", esc(report.subtitle), "" }
  if mark then
    out[#out + 1] = mark
    out[#out + 1] = ""
  end
  if report.as_of then
    out[#out + 1] = esc(words:ui("as_of", { date = report.as_of }))
    out[#out + 1] = ""
  end
  for _, section in ipairs(report.sections) do
    out[#out + 1] = "## " .. esc(section.title)
    out[#out + 1] = ""
    if mark then
      out[#out + 1] = mark
      out[#out + 1] = ""
    end
    for _, block in ipairs(section.blocks) do blocks[block.type](out, block, words) end
  end
  out[#out + 1] = esc(words:ui "footer")
  return table.concat(out, "\n") .. "\n"
end

return M
