-- What comes from the data is text in every output: never markup, a formula, a terminal
-- command or an invisible mark.
local ipr = require "iprcore"

local HOSTILE = {
  "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>', "</style></svg><b>", "=cmd|' /C calc'!A0",
  "@SUM(A1)", "+1+1", "\27[31mred\27[0m", "\226\128\174txt.exe", "a\226\128\139b", "a|b\n| c",
  "[x](javascript:alert(1))", "{value}", "*bold* _it_ `code`", "&amp;&lt;",
}

local function lines_with(names)
  local out = { { key = "arrests", period = "2019", value = 3, unit = "count" } }
  for i, name in ipairs(names) do
    out[#out + 1] = { key = "region_share[" .. name .. "]", period = "2019", value = i,
      unit = "percent" }
    out[#out + 1] = { key = name, period = "2019", value = i, unit = "count" }
    out[#out + 1] = { key = "own" .. i, period = "2019", unit = "count", reason = name }
    for m = 1, 12 do
      out[#out + 1] = { key = name, period = ("2019-%02d"):format(m), value = m, unit = "count" }
    end
  end
  return out
end

local function render(format)
  local lines = lines_with(HOSTILE)
  local own = function(r)
    return { title = HOSTILE[1], blocks = { r:note(HOSTILE[2]), r:prose { HOSTILE[3] },
      r:terms { { HOSTILE[1], HOSTILE[7] } },
      r:chart { kind = "line", title = HOSTILE[1], desc = HOSTILE[2], labels = { HOSTILE[1],
        HOSTILE[3] },
        series = { { name = HOSTILE[2], values = { 1, 2 } } }, unit = "count",
          label_head = HOSTILE[1] },
      r:chart { kind = "bar", title = "bars", labels = { HOSTILE[2] }, unit = "count",
        series = { { name = HOSTILE[3], values = { 3 } } } },
      r:chart { kind = "stacked", title = "parts", labels = { HOSTILE[1] }, unit = "count",
        series = { { name = HOSTILE[3], values = { 3 } }, { name = HOSTILE[2],
          values = { 4 } } } } } }
  end
  local sections = { "key_results", "proactive", "requests", "consumers", "offline", "alliance",
    "other", "months", "quality", "method", own }
  return ipr.report.annual(lines, { year = 2019, title = HOSTILE[1], sections = sections,
    quality = { { text = HOSTILE[2], n = 1 } } }):render(format)
end

describe("a report of hostile names", function()
  it("is HTML with no element, attribute or script of theirs", function()
    local page = render "html"
    assert.is_nil(page:find("<script", 1, true))
    assert.is_nil(page:find("<img", 1, true))
    assert.is_nil(page:find("<b>", 1, true))
    assert.equal(1, select(2, page:gsub("</style>", "")))
    assert.equal(select(2, page:gsub("<svg ", "")), select(2, page:gsub("</svg>", "")))
    for attributes in page:gmatch("<%w+([^<>]*)>") do
      assert.is_nil(attributes:gsub('"[^"]*"', ""):find("onerror", 1, true))
    end
    assert.is_nil(page:find("\27", 1, true))
    assert.is_nil(page:find("\226\128\174", 1, true))
    assert.is_nil(page:find("https?://"))
  end)

  it("is balanced: every element that opens is closed in order", function()
    local stack = {}
    local page = render("html"):gsub("^<!DOCTYPE html>", ""):gsub("<style>.-</style>", "")
    for close, tag in page:gmatch("<(/?)(%w+)") do
      if close == "/" then
        assert.equal(table.remove(stack), tag)
      elseif tag ~= "meta" then
        stack[#stack + 1] = tag
      end
    end
    assert.equal(0, #stack)
  end)

  it("is terminal text without escapes, controls or bidi marks", function()
    local said = render "text"
    assert.is_nil(said:find("[%z\1-\9\11-\31\127]"))
    assert.is_nil(said:find("\226\128\174", 1, true))
    assert.is_nil(said:find("\226\128\139", 1, true))
    assert.truthy(said:find("⟨U+001B⟩", 1, true))
  end)

  it("is Markdown without links, HTML or broken tables of theirs", function()
    local md = render "md"
    assert.is_nil(md:find("[^\\]<script"))
    assert.is_nil(md:find("[^\\]%]%("))
    assert.is_nil(md:find("[^\\]`code"))
    local columns
    for line in md:gmatch("([^\n]*)\n") do
      if line:find("^|") then
        local n = select(2, line:gsub("\\|", ""):gsub("|", ""))
        columns = columns or n
        assert.equal(columns, n, line)
      else
        columns = nil
      end
    end
  end)

  it("is CSV whose cells no spreadsheet runs", function()
    for line in render("csv"):gmatch("[^\n]+") do
      for cell in (line .. ","):gmatch("([^,]*),") do
        assert.is_nil(cell:find('^"?[=+@]'), cell)
      end
    end
  end)

  it("is JSON that reads back with the names as they were", function()
    local doc = require("iprcore.json").decode(render "json")
    assert.equal(HOSTILE[1], doc.title)
  end)
end)
