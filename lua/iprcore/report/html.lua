--- Renders a report as one self-contained HTML page: no script, no network (a policy in the
-- page forbids both), charts as inline SVG with real tables behind them, light and dark by
-- the reader's setting, print and phone by the style sheet.
local markup = require "iprcore.report.markup"
local chart_table = require("iprcore.report.markdown").chart_table
local style = require "iprcore.report.style"
local svg = require "iprcore.report.svg"

local el, raw = markup.el, markup.raw
local M = {}

local blocks = {}

function blocks.prose(block)
  local out = {}
  for i, sentence in ipairs(block.sentences) do out[i] = el("p", nil, sentence) end
  return el("div", { class = "prose" }, out)
end

function blocks.note(block) return el("p", { class = "note" }, block.text) end

function blocks.terms(block, page)
  local out = {}
  for i, item in ipairs(block.items) do
    out[i] = el("div", nil, el("dt", nil, item[1]), el("dd", nil, item[2]))
  end
  return { el("h3", nil, page.words:ui "definitions"), el("dl", nil, out) }
end

-- One key result: what, how much, out of how many, against last year, and what it means.
local function tile(fig, page)
  local w, before = page.words, fig.before and fig.before.value
  local against = fig.change_text and el("p", { class = "against" },
    el("span", { class = "chip" }, fig.change_text), el("span", nil, w:ui "yoy"),
    before and el("span", nil, w:ui("was", { value = w:value(before, fig.before.unit,
      fig.before.subunit), period = w:period(fig.before.period, fig.before.period_type, "name") })))
  return el("li", nil, el("h3", nil, fig.label),
    el("p", { class = "value" }, fig.known and fig.value_text
      or not fig.line and fig.change_text or w:ui "unknown",
      fig.parts_text ~= "" and el("span", { class = "parts" }, " ", fig.parts_text)),
    against, not fig.known and fig.line and fig.line.reason
      and el("p", { class = "define" }, fig.line.reason),
    fig.definition and el("p", { class = "define" }, fig.definition))
end

function blocks.figures(block, page)
  local tiles, said = {}, {}
  for i, fig in ipairs(block.items) do
    tiles[i] = tile(fig, page)
    said[i] = el("li", nil, page.words:join(fig.sentences))
  end
  return { el("ul", { class = "tiles" }, tiles), el("details", nil,
    el("summary", nil, page.words:ui "in_words"), el("ul", { class = "said" }, said)) }
end

local function table_of(block)
  local heads, rows = {}, {}
  for c, column in ipairs(block.columns) do
    heads[c] = el("th", { scope = "col", class = column.numeric and "n" }, column.label)
  end
  for i, cells in ipairs(block.rows) do
    local out = {}
    for c, column in ipairs(block.columns) do
      out[c] = c == 1 and el("th", { scope = "row" }, cells[1] or "")
        or el("td", { class = column.numeric and "n" }, cells[c] or "")
    end
    rows[i] = el("tr", nil, out)
  end
  return el("div", { class = "scroll", tabindex = 0, role = "region",
    ["aria-label"] = block.caption }, el("table", nil,
    el("caption", nil, block.caption), el("thead", nil, el("tr", nil, heads)),
    el("tbody", nil, rows)))
end

function blocks.table(block) return table_of(block) end

function blocks.chart(block, page)
  page.charts = page.charts + 1
  return el("figure", nil, el("figcaption", nil, block.title),
    svg.draw(block, page.words, "chart" .. page.charts),
    el("details", nil, el("summary", nil, page.words:ui "data_table"),
      table_of(chart_table(block, page.words))))
end

-- Charts that follow each other stand side by side where there is room; a single one stands
-- beside the prose before it.
local function blocks_of(section, page)
  local out, i, list = {}, 1, section.blocks
  while i <= #list do
    local made, j = blocks[list[i].type](list[i], page), i + 1
    local row = list[i].type == "chart" and { made } or {}
    while list[j] and list[j].type == "chart" do
      row[#row + 1] = blocks.chart(list[j], page)
      j = j + 1
    end
    if list[i].type == "prose" and #row == 1 then
      out[#out + 1] = el("div", { class = "charts" }, made, row)
    else
      if list[i].type ~= "chart" then out[#out + 1] = made end
      if #row > 0 then out[#out + 1] = el("div", { class = "charts" }, row) end
    end
    i = j
  end
  return out
end

local function head(report)
  return el("head", nil, el("meta", { charset = "utf-8" }),
    el("meta", { name = "viewport", content = "width=device-width, initial-scale=1" }),
    el("meta", { ["http-equiv"] = "Content-Security-Policy",
      content = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'" }),
    el("meta", { name = "color-scheme", content = "light dark" }),
    el("title", nil,
      report.words:ui("titled", { title = report.title, year = report.year })), el("style", nil,
        raw(style)))
end

local function banner(report, page)
  return report.internal and el("p", { class = "internal", role = "note" },
    page.words:ui "internal")
end

--- The whole report as an HTML page.
function M.render(report)
  local page = { words = report.words, charts = 0 }
  local links, made = {}, {}
  for i, section in ipairs(report.sections) do
    local id = "s" .. i
    links[i] = el("li", nil, el("a", { href = "#" .. id }, section.title))
    made[i] = el("section", { id = id, ["aria-labelledby"] = id .. "-h" },
      el("h2", { id = id .. "-h" }, section.title), blocks_of(section, page))
  end
  local w = report.words
  local body = el("body", { class = report.internal and "is-internal" },
    el("a", { class = "skip", href = "#s1" }, w:ui "skip"), banner(report, page),
    el("header", nil, el("h1", nil, report.title), el("p", { class = "lead" }, report.subtitle),
      report.as_of and el("p", { class = "as-of" }, w:ui("as_of", { date = report.as_of }))),
    el("nav", { ["aria-label"] = w:ui "contents" }, el("ol", nil, links)),
    el("main", nil, made), el("footer", nil, el("p", nil, w:ui "footer")))
  return "<!DOCTYPE html>\n" .. tostring(el("html", { lang = w.pack.html_lang or w.code },
    head(report), body)) .. "\n"
end

return M
