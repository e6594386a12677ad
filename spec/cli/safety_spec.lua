-- What sellers and publishers write stays text in every sink of the command line: no formula in
-- a spreadsheet, no order to a terminal, no markup in a page, no broken line of JSON.
local cli = require "spec.support.cli"
local json = require "iprcore.json"

local HOSTILE = {
  "=cmd|' /C calc'!A0", "+1+HYPERLINK(1)", "-2+3", "@SUM(A1)", "\tx=1", "=1,2\"\n=3",
  "<script>alert(1)</script>", '"><svg onload=alert(1)>', "</title><b>", "\27[2J\27]0;owned\7",
  "\u{9B}31m", "\u{202E}fdp.exe", "a\u{200B}b",
}

local function quoted(text) return '"' .. text:gsub('"', '""') .. '"' end

-- Each hostile text once in every column that a seller fills in.
local function feed()
  local lines = { "id,title,description,price,currency,seller_id,seller_name,category,url\n" }
  for i, bad in ipairs(HOSTILE) do
    local q = quoted(bad)
    lines[#lines + 1] = table.concat({ quoted(bad .. i), quoted(bad .. " Nike replica AAA"), q,
      "10", "USD", q, q, q, q }, ",") .. "\n"
  end
  return cli.file(table.concat(lines), ".csv")
end

local function events()
  local lines = { "time,event,id,region,party,reason\n" }
  for i, bad in ipairs(HOSTILE) do
    local q = quoted(bad)
    lines[#lines + 1] = ("2019-03-%02d,request_received,r%d,%s,%s,%s\n"):format(i, i, q, q, q)
    lines[#lines + 1] = ("2019-03-%02d,request_decided,r%d,%s,%s,%s\n"):format(i + 1, i, q, q, q)
  end
  return cli.file(table.concat(lines), ".csv")
end

local function report()
  local lines = {}
  for _, bad in ipairs(HOSTILE) do
    lines[#lines + 1] = "In 2019 police made 35 arrests in " .. bad:gsub("\n", " ")
      .. " and seized 7 million fake goods, 40% from " .. bad:gsub("\n", " ") .. ".\n"
  end
  return cli.file(table.concat(lines), ".txt")
end

local FILES = { FEED = feed(), EVENTS = events(), REPORT = report(), RULES = cli.file([[
local ipr = require "iprcore"
return { ipr.rule "replica" { weight = 3, when = ipr.field.replica:at_least(0.1) } }
]], ".lua") }

teardown(function()
  for _, path in pairs(FILES) do os.remove(path) end
end)

local function written(words)
  local r = cli.run((words:gsub("%u%u%u%u+", FILES)))
  assert.equal(0, r.code, r.err)
  assert.is_true(#r.out > 100, words)
  return r.out
end

-- Every cell of a CSV text.
local function cells(text)
  local out, i = {}, 1
  while i <= #text do
    local cell, stop
    if text:sub(i, i) == '"' then
      cell, i = "", i + 1
      repeat
        local part, after = text:match('([^"]*)"()', i)
        local twice = text:sub(after, after) == '"'
        cell, i = cell .. part .. (twice and '"' or ""), after + (twice and 1 or 0)
      until not twice
      stop = i
    else
      cell, stop = text:match("([^,\n]*)()", i)
    end
    out[#out + 1], i = cell, stop + 1
  end
  return out
end

describe("no cell is a formula", function()
  for _, words in ipairs {
    "score --format csv --with title,seller_id,seller_name,category,url FEED",
    "score --format queue FEED", "sample FEED", "tally --format csv EVENTS",
    "report --year 2019 --format csv EVENTS", "parse --format csv REPORT",
    "compare --format csv REPORT REPORT",
  } do
    it("of " .. words, function()
      local found = cells(written(words))
      assert.is_true(#found > 10)
      for _, cell in ipairs(found) do
        -- a sign alone, a comparator, is no formula: it has nothing to work out
        if cell:find("^[=+%-@\t\r].") then assert.truthy(tonumber(cell), cell) end
      end
    end)
  end
end)

describe("no character orders a terminal about or hides", function()
  for _, words in ipairs {
    "explain FEED", "diff --format text --against RULES FEED", "parse --format table REPORT",
    "parse --format highlight REPORT", "compare --format table REPORT REPORT",
    "audit --format table REPORT", "report --year 2019 --format text EVENTS",
    "report --year 2019 --format md EVENTS", "profile FEED",
  } do
    it("of " .. words, function()
      local text = written(words)
      assert.is_nil(text:find("[%z\1-\8\11-\31\127]"))
      for _, bad in ipairs { "\u{9B}", "\u{202E}", "\u{200B}" } do
        assert.is_nil(text:find(bad, 1, true))
      end
    end)
  end

  it("of what is said of a broken input or a wrong word", function()
    local path = cli.file("\27[2J,\u{202E}\n1,2\n", ".csv")
    for _, words in ipairs {
      "score " .. path, "tally " .. path, "rows '\27[2J\u{202E}'", "score --format '\27[2J' x",
      "'\27[2J'", "score --with '\27[2J' FEED", "score '--\27[2J'",
    } do
      local r = cli.run((words:gsub("FEED", FILES)))
      assert.is_nil(r.err:find("[%z\1-\8\11-\31\127]"), words)
      assert.is_nil(r.err:find("\u{202E}", 1, true), words)
    end
    os.remove(path)
  end)
end)

describe("no element or attribute comes in", function()
  for _, words in ipairs {
    "audit --format html REPORT", "report --year 2019 --format html EVENTS",
    "parse --format highlight --html REPORT",
  } do
    it("of " .. words, function()
      local page = written(words)
      assert.is_nil(page:find("<script", 1, true))
      assert.is_nil(page:find("<svg onload", 1, true))
      assert.is_nil(page:find("</title><b>", 1, true))
      for attributes in page:gmatch("<%w+([^<>]*)>") do
        assert.is_nil(attributes:gsub('"[^"]*"', ""):find("onload", 1, true))
      end
      for _, bad in ipairs { "\27", "\u{9B}", "\u{202E}" } do
        assert.is_nil(page:find(bad, 1, true))
      end
    end)
  end
end)

describe("every line is JSON whose texts are as they came", function()
  for _, words in ipairs {
    "score FEED", "brands FEED", "explain --format jsonl FEED", "tally EVENTS",
    "parse --format jsonl REPORT",
  } do
    it("of " .. words, function()
      local text = written(words)
      assert.is_nil(text:find("[%z\1-\9\11-\31]"))
      for line in text:gmatch("[^\n]+") do assert.equal("table", type(json.decode(line))) end
    end)
  end

  it("with the id that the feed gave", function()
    local i = 0
    for line in written("score FEED"):gmatch("[^\n]+") do
      i = i + 1
      assert.equal(HOSTILE[i] .. i, json.decode(line).id)
    end
    assert.equal(#HOSTILE, i)
  end)
end)
