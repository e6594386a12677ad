--- The text of a report with its metrics marked: for a terminal (colours, else brackets) and
-- as one self-contained HTML page.
local citation = require "iprcore.metrics.citation"
local markup = require "iprcore.report.markup"
local output = require "iprcore.output"
local show = require "iprcore.metrics.show"

local el, raw = markup.el, markup.raw
local M = {}

--- What a mark says: "Arrests: 4,125, 2019".
function M.note(m)
  local out = { (citation.label(m) or "no figure known") .. ": " .. show.value(m) }
  if m.qualifier then out[#out + 1] = m.qualifier end
  out[#out + 1] = m.period or "no period"
  return table.concat(out, ", ")
end

-- Calls each(text, metric|nil) for the runs of a text; a metric that begins inside the one
-- before it is left to that one.
local function runs(text, list, each)
  local at = 1
  for _, m in ipairs(list) do
    if m.first >= at then
      if m.first > at then each(text:sub(at, m.first - 1)) end
      each(text:sub(m.first, m.last), m)
      at = m.last + 1
    end
  end
  if at <= #text then each(text:sub(at)) end
end

-- Line ends as they are meant, tabs as gaps, everything else that hides made visible.
local function plain(text)
  text = text:gsub("\r\n?", "\n"):gsub("\t", "    "):gsub("\f", "\n\n")
  return output.visible(text, true)
end

local COLOUR = { level = "\27[1;36m", change = "\27[1;35m", claim = "\27[1;33m" }

--- For a terminal, broken at blanks to 80 columns. colour: true marks by colours, false by
-- brackets.
function M.terminal(text, list, colour)
  local out = {}
  runs(text, list, function(run, m)
    run = plain(run)
    if not m then
      out[#out + 1] = run
    elseif colour then
      out[#out + 1] = ("%s%s\27[0m\27[2m {%s}\27[0m"):format(COLOUR[m.kind], run, plain(M.note(m)))
    else
      out[#out + 1] = ("[%s {%s}]"):format(run, plain(M.note(m)))
    end
  end)
  local lines = {}
  for line in (table.concat(out):gsub("\n$", "") .. "\n"):gmatch("(.-)\n") do
    local folded = output.fold(line, 80, line:match("^%s*"))
    table.move(folded, 1, #folded, #lines + 1, lines)
  end
  return table.concat(lines, "\n") .. "\n"
end

local STYLE = [[
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1c2733;--muted:#5c6975;
--rule:#e2ded5;--level:#d3e9ef;--change:#f6dfc0;--none:#e6e8ea;--line:#1d6a85;--warm:#9a5a10}
@media (prefers-color-scheme:dark){:root{--paper:#12181e;--card:#1a222a;--ink:#e6ebef;
--muted:#9dabb7;--rule:#2e3a44;--level:#1d4656;--change:#54401d;--none:#38434d;--line:#6cc0da;
--warm:#e8ab57}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.65 system-ui,-apple-system,
"Segoe UI",Roboto,"Helvetica Neue",Arial,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",
sans-serif}
main{max-width:60rem;margin:0 auto;padding:2.2rem 1.25rem 4rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .3rem;overflow-wrap:anywhere}
h2{font-size:1.05rem;margin:2.4rem 0 .6rem;overflow-wrap:anywhere}
.sum,.legend{color:var(--muted);font-size:.92rem;margin:.2rem 0}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;padding:0;list-style:none}
.text{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--card);font:inherit;
border:1px solid var(--rule);border-radius:10px;padding:1.3rem 1.5rem;margin:1rem 0}
mark{color:inherit;background:var(--none);border-bottom:2px dotted var(--muted);border-radius:3px;
padding:.05em .2em}
mark.level{background:var(--level);border-bottom:2px solid var(--line)}
mark.change{background:var(--change);border-bottom:2px dashed var(--warm)}
mark:focus-visible,a:focus-visible,.scroll:focus-visible,mark:target{outline:3px solid var(--line);
outline-offset:2px}
a{color:var(--line)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:.4rem .9rem .4rem 0;
border-bottom:1px solid var(--rule);overflow-wrap:anywhere;min-width:4.5rem}
thead th{color:var(--muted);font-weight:600}
@media print{.text{border:0;padding:0}}
]]

local function class(m) return m.key and m.kind or "unknown" end

local function mark(m, run, id)
  local note = M.note(m)
  return el("mark", { class = class(m), id = id, tabindex = 0, title = note,
    ["aria-label"] = run .. " – " .. note }, plain(run))
end

local function figures(list, prefix)
  local rows = {}
  for i, m in ipairs(list) do
    rows[i] = el("tr", nil,
      el("td", nil, m.marked and el("a", { href = "#" .. prefix .. i }, m.surface) or m.surface),
      el("td", nil, citation.label(m) or "no figure known"), el("td", nil, show.value(m)),
      el("td", nil, m.period or "–"), el("td", nil, m.qualifier or ""))
  end
  local heads = {}
  for i, h in ipairs { "In the text", "Figure", "Value", "Period", "Only" } do
    heads[i] = el("th", { scope = "col" }, h)
  end
  return el("div", { class = "scroll", tabindex = 0, role = "region", ["aria-label"] = "Figures" },
    el("table", nil, el("thead", nil, el("tr", nil, heads)), el("tbody", nil, rows)))
end

local function section(doc, n)
  local prefix, out = ("d%dm"):format(n), {}
  for i, m in ipairs(doc.list) do m.id = prefix .. i end
  runs(doc.text, doc.list, function(run, m)
    if m then m.marked = true end
    out[#out + 1] = m and mark(m, run, m.id) or plain(run)
  end)
  return el("section", nil, el("h2", nil, doc.name),
    el("div", { class = "text", lang = doc.lang }, out),
    #doc.list > 0 and figures(doc.list, prefix) or el("p", { class = "sum" }, "No figure found."))
end

local function summary(docs)
  local n, known = 0, 0
  for _, doc in ipairs(docs) do
    for _, m in ipairs(doc.list) do
      n = n + 1
      if m.key then known = known + 1 end
    end
  end
  return ("%d number%s read; %d of them as a known figure."):format(n, n == 1 and "" or "s", known)
end

--- One page for documents: array of { name, text, list (spans of that text) }.
function M.html(docs)
  local sections = {}
  for i, doc in ipairs(docs) do sections[i] = section(doc, i) end
  local title = #docs == 1 and "Figures in " .. docs[1].name or "Figures in the reports"
  local head = el("head", nil, el("meta", { charset = "utf-8" }),
    el("meta", { name = "viewport", content = "width=device-width, initial-scale=1" }),
    el("meta", { ["http-equiv"] = "Content-Security-Policy",
      content = "default-src 'none'; style-src 'unsafe-inline'" }),
    el("title", nil, title), el("style", nil, raw(STYLE)))
  local legend = el("ul", { class = "legend", ["aria-label"] = "Legend" },
    el("li", nil, el("mark", { class = "level" }, "a level")),
    el("li", nil, el("mark", { class = "change" }, "a change")),
    el("li", nil, el("mark", { class = "unknown" }, "a number of no known figure")))
  local body = el("body", nil, el("main", nil, el("h1", nil, title),
    el("p", { class = "sum" }, summary(docs) .. " Point at a mark, or move to it, to see how it "
      .. "was read."), legend, sections))
  return "<!DOCTYPE html>\n" .. tostring(el("html", { lang = "en" }, head, body)) .. "\n"
end

return M
