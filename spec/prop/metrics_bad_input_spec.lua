-- Whatever the bytes are: no crash, spans on character boundaries of the bytes as they came,
-- no number that is not in the text without a notice.
local metrics = require "iprcore.metrics"

local FORMS = { "text", "pdf", "html", "markdown" }

local PIECES = { "\0", "\xFF", "\xC3", "\xE4\xB8", "\xF0\x9F\x98\x80", "\r", "\r\n", "\f",
  "\xEF\xBB\xBF", "%", "1,", "9", "999999999999", "e308", "1e400", "$", "万", "亿", "<b>", "</p>",
  "<table><tr><td>", "&nbsp;", "&#0;", "|", "**", "](", "-\n", "约", " to ", "—", "\u{202E}",
  "\u{AD}", "½", "²", "<!--", "```\n" }

-- A generator of its own, so that every run sees the same texts.
local function numbers(seed)
  return function(n)
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed // 65536 % n + 1
  end
end

local function mutate(text, random)
  text = text:sub(random(#text)):sub(1, random(700))
  for _ = 1, random(10) do
    local at, what = random(#text + 1), random(4)
    local before, behind = text:sub(1, at - 1), text:sub(at)
    if what == 1 then text = before .. behind:sub(random(9))
    elseif what == 2 then text = before .. PIECES[random(#PIECES)] .. behind
    elseif what == 3 then text = before .. string.char(random(256) - 1) .. behind:sub(2)
    else text = before .. random(1000000) .. behind end
  end
  return text
end

-- Does byte i begin a character (or lie behind the text)? A stray byte is one of its own.
local function begins_character(text, i)
  local byte = text:byte(i)
  if not byte or byte < 0x80 or byte > 0xBF then return true end
  for back = 1, 3 do
    local lead = text:byte(i - back)
    if not lead or lead < 0x80 then return true end
    if lead > 0xBF then
      local long = lead >= 0xF0 and 4 or lead >= 0xE0 and 3 or 2
      return back >= long or not utf8.len(text:sub(i - back, i - back + long - 1))
    end
  end
  return true
end

local function check(text, form)
  local list, _, code = metrics.parse(metrics.report(text, { form = form }))
  if not list then return assert.equal("utf16", code) end
  for _, m in ipairs(list) do
    local where = ("%s %q"):format(form, text)
    assert.truthy(1 <= m.first and m.first <= m.last and m.last <= #text, where)
    assert.truthy(m.sentence_first <= m.sentence_last, where)
    assert.truthy(m.value >= 0 and m.value <= 1e300, where)
    for _, at in ipairs { m.first, m.last + 1, m.sentence_first, m.sentence_last + 1 } do
      assert.truthy(begins_character(text, at), where)
    end
  end
end

describe("any bytes", function()
  local f = assert(io.open("spec/data/report-2019.txt", "rb"))
  local report = f:read("a")
  f:close()

  for n, form in ipairs(FORMS) do
    it("keep spans on character boundaries, read as " .. form, function()
      local random = numbers(n)
      for _ = 1, 600 do check(mutate(report, random), form) end
    end)
  end

  it("may be none at all", function()
    for _, form in ipairs(FORMS) do
      for _, text in ipairs { "", " ", "\n\n", "\f\f", "\0", "\xEF\xBB\xBF", "\xFF", "\r" } do
        assert.equal(0, #metrics.parse(metrics.report(text, { form = form })))
      end
    end
  end)
end)

describe("bytes that are not UTF-8", function()
  it("are counted, and numbers elsewhere stand", function()
    local report = metrics.report("Caf\xE9: police made 35 arrests.\0 \xFF\xFE")
    assert.equal(4, report.bad_bytes)
    assert.equal(35, metrics.parse(report)[1].value)
    assert.equal(0, metrics.report("Café").bad_bytes)
  end)

  it("are refused with what to do where they are UTF-16", function()
    for _, text in ipairs { "\xFF\xFE3\0005\0", "\xFE\xFF\0003\0005", "3\0005\0 \0a\0r\0r\0" } do
      local list, message, code = metrics.parse(text)
      assert.is_nil(list)
      assert.equal("utf16", code)
      assert.truthy(message:find("iconv", 1, true))
    end
  end)
end)

describe("line ends", function()
  it("of any kind give the same figures and lines", function()
    local text = "In 2019\n\nPolice made\n35 arrests.\nComplaints fell by 5%.\n"
    local want
    for _, mark in ipairs { "\n", "\r\n", "\r" } do
      local got = {}
      for i, row in ipairs(metrics.table((text:gsub("\n", mark)))) do
        got[i] = { row.value, row.line, row.unit, row.period, row.direction or "" }
      end
      want = want or got
      assert.same(want, got)
    end
    assert.same({ 35, 4 }, { want[1][1], want[1][2] })
  end)
end)

describe("numbers of any length", function()
  local function one(digits)
    return metrics.parse("Police made " .. digits .. " arrests.")
  end

  it("are left out and counted beyond 1e300", function()
    for _, digits in ipairs { ("9"):rep(1000), "1" .. (",000"):rep(200), ("9"):rep(299)
      .. " million" } do
      local list = one(digits)
      assert.same({ 0, 1 }, { #list, list.skipped })
    end
    assert.same({ 1, 0 }, { #one "1,045", one("1,045").skipped })
  end)

  it("are read right below that", function()
    local m = one("1." .. ("3"):rep(1000))[1]
    assert.truthy(math.abs(m.value - 4 / 3) < 1e-9)
    m = one("1" .. ("0"):rep(299))[1]
    assert.truthy(math.abs(m.value / 1e299 - 1) < 1e-12)
  end)

  it("give every digit where the double cannot", function()
    assert.equal("12345678901234567890", one("12345678901234567890")[1].exact)
    assert.equal("18446744073709551616", one("18446744073709551616")[1].exact)
    assert.equal("12345678901234567890123", one("12,345,678,901,234,567,890,123")[1].exact)
    assert.equal("9007199254740993", one("9007199254740993")[1].exact)
    assert.is_nil(one("9007199254740991")[1].exact)
  end)
end)
