--- An audit as one self-contained HTML page: the report's own text with every claim marked
-- by its verdict, and a table of claims that links to their places.
local markup = require "iprcore.report.markup"
local style = require "iprcore.report.style"
local words = require "iprcore.audit.table"

local el, raw = markup.el, markup.raw
local M = {}

local STYLE = [[
.text{white-space:pre-wrap;overflow-wrap:anywhere;max-width:46rem;font:1rem/1.75 var(--serif)}
mark{color:inherit;border-radius:3px;padding:.05em .2em;border-bottom:2px solid}
mark sup{font:600 .65em var(--sans)}mark sup a{text-decoration:none;color:inherit}
.agrees,.rounds_to{background:var(--good)}.differs{background:var(--bad);font-weight:600}
.not_in_data{background:var(--none)}
td.p{white-space:nowrap}td .v,.key span{padding:.05rem .5rem;border-radius:99px;white-space:nowrap}
.key{display:flex;flex-wrap:wrap;gap:.5rem;font-size:.9rem}
]]

-- The text cut at the claims' spans; overlapping claims share the first one's mark.
local function marked(result)
  local out, at = {}, 1
  for i, c in ipairs(result.claims) do
    if c.first >= at then
      local about, _, stated, found, says = words.cells(result, c)
      out[#out + 1] = result.text:sub(at, c.first - 1)
      out[#out + 1] = el("mark", { class = c.verdict, id = "m" .. i,
        title = ("%s: %s, %s"):format(about, says, found ~= "" and found or stated) },
        result.text:sub(c.first, c.last),
        el("sup", nil, el("a", { href = "#c" .. i, ["aria-label"] = "claim " .. i .. ", " .. says },
          tostring(i))))
      at = c.last + 1
    end
  end
  out[#out + 1] = result.text:sub(at)
  return el("div", { class = "text" }, out)
end

local RANK = { differs = 1, not_in_data = 2, rounds_to = 3, agrees = 3 }

-- What a reader must look at first stands first; within a rank, text order.
local function claim_rows(result)
  local rows, order = {}, {}
  for i in ipairs(result.claims) do order[i] = i end
  table.sort(order, function(a, b)
    local x, y = RANK[result.claims[a].verdict], RANK[result.claims[b].verdict]
    if x ~= y then return x < y end
    return a < b
  end)
  for n, i in ipairs(order) do
    local c = result.claims[i]
    local about, period, stated, found, says = words.cells(result, c)
    rows[n] = el("tr", { id = "c" .. i }, el("td", nil, el("a", { href = "#m" .. i }, tostring(i))),
      el("td", nil, el("span", { class = "v " .. c.verdict }, says)),
      el("th", { scope = "row" }, about), el("td", { class = "p" }, period),
      el("td", nil, stated), el("td", nil, found))
  end
  return rows
end

local function finding_rows(result)
  local rows = {}
  for i, f in ipairs(result.findings) do
    rows[i] = el("tr", nil, el("th", { scope = "row" }, f.detail),
      el("td", nil, el("span", { class = "v " .. (f.ok and "agrees" or "differs") },
        f.ok and "ok" or "wrong")))
  end
  return rows
end

local function table_of(caption, heads, rows)
  local cells = {}
  for i, h in ipairs(heads) do cells[i] = el("th", { scope = "col" }, h) end
  return el("div", { class = "scroll", tabindex = 0, role = "region", ["aria-label"] = caption },
    el("table", nil, el("caption", nil, caption), el("thead", nil, el("tr", nil, cells)),
      el("tbody", nil, rows)))
end

--- The whole audit as an HTML page.
function M.render(result)
  local key = {}
  for i, v in ipairs { "agrees", "rounds_to", "differs", "not_in_data" } do
    key[i] = el("span", { class = v }, words.says[v])
  end
  local head = el("head", nil, el("meta", { charset = "utf-8" }),
    el("meta", { name = "viewport", content = "width=device-width, initial-scale=1" }),
    el("meta", { ["http-equiv"] = "Content-Security-Policy",
      content = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'" }),
    el("meta", { name = "color-scheme", content = "light dark" }),
    el("title", nil, "Audit of a report"), el("style", nil, raw(style), raw(STYLE)))
  local findings = finding_rows(result)
  local body = el("body", nil,
    el("header", nil, el("h1", nil, "Audit of a report"), el("p", { class = "lead" },
      words.summary(result)), el("p", { class = "key", ["aria-label"] = "verdicts" }, key)),
    el("main", nil,
      el("section", nil, el("h2", nil, "Claims"), table_of("Every claim and its verdict",
        { "No.", "Verdict", "Figure", "Period", "Stated", "Found" }, claim_rows(result))),
      #findings > 0 and el("section", nil, el("h2", nil, "Inside the report"),
        table_of("Sums, changes and rates", { "Check", "Verdict" }, findings)),
      el("section", nil, el("h2", nil, "The text"), marked(result))))
  return "<!DOCTYPE html>\n" .. tostring(el("html", { lang = "en" }, head, body)) .. "\n"
end

return M
