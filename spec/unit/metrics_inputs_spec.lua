-- Reports as their readers have them: spans are those of the bytes as they came.
local metrics = require "iprcore.metrics"

-- value, surface in the bytes, of every metric of `text` read as `form`
local function read(text, form)
  local out = {}
  for i, m in ipairs(metrics.parse(metrics.report(text, { form = form }))) do
    out[i] = { m.value, text:sub(m.first, m.last) }
  end
  return out
end

local function said(text, form) return metrics.report(text, { form = form }).text end

describe("metrics.report, html", function()
  it("gives spans of the page's own bytes", function()
    assert.same({ { 1045, "1,0<b>45" }, { 96, "96&nbsp;%" } }, read(
      "<p>In 2019 police got 1,0<b>45</b> leads.</p><p>96&nbsp;% of requests passed.", "html"))
  end)

  it("leaves out scripts, styles, comments, menus and hidden parts", function()
    assert.equal("Police made 35 arrests.", said([[<!DOCTYPE html><head><title>9 things</title>
      <style>p{width:12px}</style></head><body><nav><ul><li>3 new</ul></nav>
      <script>var a = "<p>41 arrests</p>"</script><!-- 77 arrests --><p hidden>5 arrests</p>
      <div style="display: none">6<div>7</div></div><p>Police made <s>34</s> 35 arrests.</p>]],
      "html"))
  end)

  it("ends sentences at blocks and keeps the cells of a table apart", function()
    assert.equal("In 2019\n\nLeads\n\n| Year | 2018 | 2019 |\n| Leads | 1,634 | 1,045 |\n\n- a"
      .. "\n- b",
      said("<h2>In 2019</h2><div>Leads</div><table><tr><th>Year<th>2018<th>2019<tr><td>Leads"
        .. "<td><p>1,634</p></td><td>1,045</table><ul><li>a<li>b</ul>", "html"))
  end)

  it("reads a table that only lays the page out as prose", function()
    assert.equal("Menu\n\nIn 2019 there were 41 arrests.",
      said("<table><tr><td>Menu</td><td><table><tr><td>In 2019 there were 41 arrests.</td></tr>"
        .. "</table></td></tr></table>", "html"))
  end)

  it("joins a number set as a card with its words, where the tags leave no doubt", function()
    local function card(a, b) return ("<div><p>%s</p><p>%s</p></div>"):format(a, b) end
    assert.equal("4,125 arrests\n\nUSD 3.2 million seized",
      said(card("4,125", "arrests") .. card("<b>USD 3.2</b> million", "seized"), "html"))
    assert.equal("Arrests: 57\n\nRaids: 12", said(card("Arrests", "57") .. card("Raids", "12"),
      "html"))
    assert.equal("Brands: 31\n\nMembers: 22",
      said("<dl><dt>Brands</dt><dd>31</dd><dt>Members<dd>22</dl>", "html"))
    assert.equal("Arrests\n\n4\n\nRaids\n\n5",
      said("<p>Arrests</p><p>4</p><p>Raids</p><p>5</p>", "html"))
    assert.equal("12 raids\n\nIn 2019", said(card("12 raids", "In 2019"), "html"))
  end)

  it("keeps the rows of one table together", function()
    assert.equal("| A | 2019 |\n| B | 7 |", said("<table><thead><tr><th>A</th><th>2019</th></tr>"
      .. "</thead><tbody><tr><td>B</td><td>7</td></tr></tbody></table>", "html"))
  end)

  it("decodes entities, keeps a raised number apart, drops soft hyphens", function()
    assert.equal("R&D – €5 & ½, holders¹, list & x < y &nosuch; \u{FFFD}",
      said("R&amp;D &#8211; &#x20AC;5 & &frac12;, hold&shy;ers<sup>1</sup>, list &#38; x < y "
        .. "&nosuch; &#xD800;", "html"))
  end)

  it("goes on where nothing is closed", function()
    for _, text in ipairs { "<p", "<p class='", "<!-- 5", "<script>5", "<nav>5 arrests", "&", "&#;",
      "<table><td>5 arrests", "<", "</", "<p>5 arrests</p", "<p title='a>5 arrests" } do
      assert.is_string(said(text, "html"))
    end
    assert.equal("5 arrests", said("<nav>5 arrests", "html"))
  end)

  it("refuses a page in another encoding and says what to do", function()
    local ok, e = pcall(said, '<meta charset="gb2312"><p>\xB5\xD8 5', "html")
    assert.is_false(ok)
    assert.equal("bad_utf8", e.code)
    assert.truthy(e.message:find("iconv -f gb2312", 1, true))
  end)
end)

describe("metrics.report, pdf", function()
  local function page(n, text)
    return ("Annual Report 2019\n\n%s\n\n%d | Example Group\n"):format(text, n)
  end
  local text = page(11, "The platform removed 1,045 list-\nings on re-\nquest. It then")
    .. "\f" .. page(12, "removed 31 shops. The anti-\ncounterfeiting unit has 9 staff.")
    .. "\f" .. page(13, "Anti-counterfeiting costs USD 5 million.")

  it("leaves heads, feet and page numbers out and goes on across pages", function()
    local report = metrics.report(text)
    assert.equal("pdf", report.form)
    assert.equal(5, report.dropped) -- the first head is the title
    assert.equal("Annual Report 2019\n\n"
      .. "The platform removed 1,045 listings on request. It then\nremoved 31 shops. "
      .. "The anti-counterfeiting unit has 9 staff.\n\nAnti-counterfeiting costs USD 5 million.",
      report.text)
  end)

  it("gives spans of the file's own bytes", function()
    local found = metrics.parse(metrics.report(text))
    local surfaces = {}
    for i, m in ipairs(found) do surfaces[i] = text:sub(m.first, m.last) end
    assert.same({ "1,045", "31", "9", "USD 5 million" }, surfaces)
  end)

  it("keeps figures at a page's edge that only look alike", function()
    local report = metrics.report("Seized goods: 40\f\nSeized goods: 55\f\nSeized goods: 71")
    assert.equal(0, report.dropped)
  end)

  it("moves a footnote out of the sentence that the page's end cuts", function()
    local report = metrics.report("Leads1 came from rights holders and\n\n1 See section 3.\n\f"
      .. "led to 35 arrests.\n\nNext.")
    assert.equal("Leads1 came from rights holders and\nled to 35 arrests.\n\nSee section 3.\n\n"
      .. "Next.",
      report.text)
  end)

  it("reads any line end", function()
    assert.equal("It rose\nby 5%.\n\nIt fell.", said("It rose\r\nby 5%.\r\n\r\nIt fell.\f", "pdf"))
    assert.equal("It rose\nby 5%.\n\nIt fell.", said("It rose\rby 5%.\r\rIt fell.\f", "pdf"))
  end)
end)

describe("metrics.report, markdown", function()
  it("leaves marks, targets, code and comments out", function()
    assert.equal("In 2019\n\nThe team made 35 arrests [now] on 2*3 days.\n\n- 12 raids",
      said("---\ntitle: 7\n---\n# In 2019\n\nThe **team** made [35](http://x/41) _arrests_ "
        .. "\\[now\\]\non 2*3 days.\n\n```\n9 lines\n```\n<!-- 8 -->\n* 12 ![3](4.png)raids[^5]\n",
        "markdown"))
  end)

  it("keeps tables and drops their rule", function()
    assert.equal("| Year | Leads |\n| 2018 | 1,634 |", said("| Year | Leads |\n|---|---:|\n"
      .. "| 2018 | **1,634** |\n", "markdown"))
  end)

  it("gives spans of the file's own bytes", function()
    assert.same({ { 35, "35" } }, read("> The *team* made **35** arrests.", "markdown"))
  end)
end)

describe("metrics.report", function()
  it("counts a byte order mark in its spans", function()
    local text = "\xEF\xBB\xBFPolice made 35 arrests."
    local m = metrics.parse(metrics.report(text))[1]
    assert.equal("35", text:sub(m.first, m.last))
  end)

  it("raises on a form and an option it does not know", function()
    assert.has_error(function() metrics.report("x", { form = "docx" }) end)
    assert.has_error(function() metrics.report("x", { publishr = "x" }) end)
  end)

  it("brings its date of publication along", function()
    local report = metrics.report("Police made 35 arrests last year.", { doc_date = "2020-01-22" })
    assert.equal("2019", metrics.parse(report)[1].period)
  end)
end)

describe("metrics.table", function()
  it("cites publisher, source, page, line and sentence", function()
    local rows = metrics.table("Title\n\fIn 2019 police\nmade 35 arrests.",
      { publisher = "Police", source = "a.txt", form = "pdf" })
    local row = rows[1]
    assert.same({ "Police", "a.txt", 2, 3, "Arrests", "In 2019 police made 35 arrests.", 35 },
      { row.publisher, row.source, row.page, row.line, row.label, row.sentence, row.value })
  end)

  it("takes a list with its text, and names keys in Chinese", function()
    local text = "In 2019 police made 35 arrests."
    local row = metrics.table(metrics.parse(text), { text = text, lang = "zh" })[1]
    assert.is_nil(row.page)
    assert.equal(1, row.line)
    assert.truthy(row.label:find("[\x80-\xFF]"))
    assert.has_error(function() metrics.table(metrics.parse(text)) end)
  end)

  it("answers UTF-16 with nil and a code", function()
    local rows, _, code = metrics.table("\255\254a\0b\0")
    assert.is_nil(rows)
    assert.equal("utf16", code)
  end)
end)
