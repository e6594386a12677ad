-- A verb called with what it does not take says so at the caller's line, in the same words for
-- all verbs, so that a slip is never passed over nor shown as a fault inside iprcore.
local check_options = require "iprcore.check_options"
local cli = require "spec.support.cli"
local ipr = require "iprcore"
local nearest = require "iprcore.nearest"
local rule, L = ipr.rule, ipr.field

local HERE = debug.getinfo(1, "S").short_src

local function scorer()
  return ipr.scorer { rules = { rule "low" { weight = 1,
    when = L.price:below(3) & L.column("Colour"):present() } } }
end

-- What own sections are made with: the report is handed to a section's function.
local function report()
  local given
  ipr.report.annual({ { key = "arrests", period = "2019", kind = "level", value = 1,
    unit = "count" } }, { year = 2019, sections = { function(r) given = r end } })
  return given
end

local function raises(pattern, f, ...)
  local ok, e = pcall(f, ...)
  assert.is_false(ok)
  assert.truthy(tostring(e):find(pattern), tostring(e))
  return e
end

describe("misuse", function()
  local shop, own = scorer(), report()
  local feed = cli.file("id,price\n1,2\n", ".csv")
  local decided = cli.file("id,decision,basis\n1,counterfeit,visual\n", ".csv")
  local labels = ipr.labels.load(decided)
  local backtest = ipr.backtest.run(shop, feed, labels)
  os.remove(feed)
  os.remove(decided)
  local tally, bank, counts = ipr.tally(), ipr.images.bank {}, ipr.context.new()
  -- who: the verb, then arguments that it does not take
  local calls = {
    { "metrics.parse", ipr.metrics.parse }, { "metrics.claims", ipr.metrics.claims, 1 },
    { "metrics.json", ipr.metrics.json, {} }, { "metrics.report", ipr.metrics.report },
    { "metrics.load", ipr.metrics.load }, { "metrics.table", ipr.metrics.table },
    { "metrics.explain", ipr.metrics.explain }, { "metrics.pack", ipr.metrics.pack, "x" },
    { "metrics.compare", ipr.metrics.compare, "a", "b" },
    { "metrics.compare", ipr.metrics.compare, "a" }, { "money.parse", ipr.money.parse },
    { "money.style", ipr.money.style, "1" }, { "money.minor_units", ipr.money.minor_units },
    { "gtin.check", ipr.gtin.check, {} }, { "gtin.is_valid", ipr.gtin.is_valid },
    { "gtin.digit", ipr.gtin.digit }, { "images.bank", ipr.images.bank },
    { "images.distance", ipr.images.distance, "00" }, { "sellers.list", ipr.sellers.list },
    { "tally.unpack", ipr.tally.unpack }, { "context.is_context", ipr.context.is_context },
    { "backtest.run", ipr.backtest.run, {} }, { "fit.run", ipr.fit.run, shop, "x", {} },
    { "sample.draw", ipr.sample.draw, {} }, { "diff.each", ipr.diff.each, shop, {} },
    { "profile.run", ipr.profile.run, {}, "x" }, { "rules.parse", ipr.rules.parse },
    { "audit", ipr.audit }, { "audit", ipr.audit, "text", "events.csv" },
    { "scorer:score", shop.score, shop, "x" }, { "scorer:score", shop.score, shop },
    { "scorer:score", shop.score, shop, { title = {} } },
    { "scorer:score", shop.score, shop, { "a title" } },
    { "cond:test", function() return L.price:present():test() end },
    { "terms:find", function() return ipr.terms.standard():find() end },
    { "tally:add", function() return ipr.tally():add() end },
    { "lexicon:find", function() return ipr.brands.standard():find("Rolex") end },
    { "prices:look", function() return ipr.prices.typical():look("Rolex") end },
    { "prices:look", function() return ipr.prices.typical():look { currency = "USD" } end },
    { "prices:look", function() return ipr.prices.typical():look { brand = "Rolex" } end },
    { "gtin.digit", ipr.gtin.digit, "629104 150021" }, { "gtin.digit", ipr.gtin.digit, "" },
    { "brands", ipr.scorer, { rules = {}, brands = { "Rolex" } } },
    { "report:figure", own.figure, own }, { "report:write", own.write, own, 5 },
    { "report.annual: figure 2", ipr.report.annual, { { key = "a" }, 1 }, { year = 2019 } },
    { "report.annual: published", ipr.report.annual, {}, { year = 2019, published = { 1 } } },
    { "report.annual: section 1", ipr.report.annual, { { key = "arrests", period = "2019" } },
      { year = 2019, sections = { 3 } } },
    { "audit", ipr.audit, "text", { figures = { 1 } } },
    { "audit", ipr.audit, "text", { tally = { { key = 3 } } } },
    { "audit: against", ipr.audit, "text", { against = { 1 } } },
    { "audit: metrics", ipr.audit, "text", { metrics = { 1 } } },
    { "scorer:each: delimiter", shop.each, shop, "x.csv", { delimiter = ";;" } },
    { "scorer:run: delimiter", shop.run, shop, "x.csv", { delimiter = "" } },
    { "tally:read: delimiter", function()
      return ipr.tally():read("x.csv", { delimiter = "\"" })
    end },
    { "labels.load: delimiter", ipr.labels.load, "x.csv", { delimiter = ";;" } },
    { "labels:match", labels.match, labels },
    { "labels:match", labels.match, labels, shop, "x.csv" },
    { "labels:match", labels.match, labels, shop, "x.csv", {} },
    { "backtest:threshold", function() return backtest:threshold() end },
    { "tally calendar", ipr.tally, { calendar = { days = {} } } },
    { "prices.from", ipr.prices.from, "x.csv", { columns = { brand = 1 } } },
    { "prices.from: delimiter", ipr.prices.from, "x.csv", { delimiter = "\n" } },
    { "typical", ipr.scorer, { rules = {}, typical = ipr.sellers.list {} } },
    { "prices", ipr.scorer, { rules = {}, prices = ipr.sellers.list {} } },
    { "sellers", ipr.scorer, { rules = {}, sellers = ipr.tally() } },
    { "context", ipr.scorer, { rules = {}, context = ipr.context.new() } },
    { "brands", function()
      return L.brand_named:present():test({}, { brands = ipr.images.bank {} })
    end },
    { "ipr.scorer", ipr.scorer, { rules = {}, columns = { "Benennung" } } },
    { "ipr.scorer", ipr.scorer, { rules = {}, columns = { title = {} } } },
    { "exceptions[1]", ipr.scorer, { rules = {}, exceptions = { "low" } } },
    { "exceptions[1]", ipr.scorer, { rules = {}, exceptions = { { seller_id = "s" } } } },
    { "exceptions[2]", ipr.scorer, { rules = { rule "low" { when = L.price:below(3) } },
      exceptions = { { rule = "low", id = "1" }, { rule = "low", id = 2 } } } },
    { "a file is named", ipr.labels.load }, { "brands.load", ipr.brands.load, {} },
    { "prices.load", ipr.prices.load }, { "prices.from", ipr.prices.from },
    { "removed:look", function()
      return ipr.removed.load("spec/data/demo/listings.csv"):look()
    end },
    { "metrics.parse", ipr.metrics.parse, "x", { pack = { keys = {} } } },
    { "metrics.json", ipr.metrics.json, "x", { pack = {} } },
    { "metrics.explain", ipr.metrics.explain, {}, { pack = {} } },
    { "period is", tally.lines, tally, { period = "week" } },
    { "sellers:find", function() return ipr.sellers.list({}):find("s", { list = "denied" }) end },
    { "tally:merge", tally.merge, tally, tally }, { "tally:merge", tally.merge, tally, {} },
    { "images:nearest", bank.nearest, bank, "00", 1.5 },
    { "images:nearest", bank.nearest, bank, "00", "many" },
    { "context:add", counts.add, counts, "x.csv", { brand = {} } },
    { "context:add", counts.add, counts, "x.csv", { brands = {} } },
    { "context:add", counts.add, counts:list(), "x.csv" },
    { "context:merge", counts.merge, counts:list(), "x.csv" },
    { "context:write", counts.write, counts:list() },
    { "context:list", counts.list, counts:list() },
    { "scorer:run", shop.run, shop, "x.csv", { block = -1 } },
    { "scorer:run", shop.run, shop, "x.csv", { max_errors = 0 / 0 } },
    { "scorer:run", shop.run, shop, "x.csv", { format = "xml" } },
    { "scorer:run", shop.run, shop, "x.csv", { with = { {} } } },
  }
  for i, call in ipairs(calls) do
    it(("of %s is told (%d)"):format(call[1], i), function()
      local e = raises((call[1]:gsub("%p", "%%%0")) .. "[ :]", function()
        local _ = call[2](table.unpack(call, 3, #call)) -- no tail call: this line is the caller
      end)
      assert.equal("usage", e.code)
      assert.equal(HERE, e.path)
      assert.equal("number", type(e.line))
    end)
  end
end)

describe("a listing", function()
  it("whose text is not UTF-8 is refused by the name of the column", function()
    local ok, e = pcall(function() local _ = scorer():score { title = "\xFF" } end)
    assert.is_false(ok)
    assert.same({ "bad_utf8", "title is not UTF-8" }, { e.code, e.message })
  end)
end)

describe("a block of an own section", function()
  local own = report()
  local function chart(t)
    local out = { title = "t", labels = { "a" }, unit = "count",
      series = { { name = "s", values = { 1 } } } }
    for k, v in pairs(t) do out[k] = v end
    return out
  end
  -- verb, what it does not take, what is said of it
  local blocks = {
    { "prose", nil, "sentences is missing, not an array" },
    { "prose", "One.", "sentences is a string, not an array" },
    { "prose", { "One.", {} }, "sentences[2] is a table, not a text" },
    { "prose", { one = "One." }, 'sentences["one"] is a name, not a place in an array' },
    { "note", nil, "text is missing, not a text" },
    { "table", { columns = {}, rows = {} }, "t.caption is missing, not a text" },
    { "table", { caption = "c", columns = { "a" }, rows = {} },
      "t.columns[1] is a string, not a table" },
    { "table", { caption = "c", columns = { { label = "a" } }, rows = { "x" } },
      "t.rows[1] is a string, not an array" },
    { "table", { caption = "c", columns = { { label = "a" } }, rows = { { true } } },
      "t.rows[1][1] is a boolean, not a text" },
    { "chart", chart { kind = "pie" },
      't.kind is "pie"; there are bar, line, stacked and share' },
    { "chart", chart { series = { { name = "s", values = { "1" } } } },
      "t.series[1].values[1] is a string, not a number" },
    { "terms", { { "term" } }, "items[1][2] is missing, not a text" },
  }
  for i, b in ipairs(blocks) do
    it(("of report:%s says what is wrong where it is made (%d)"):format(b[1], i), function()
      local ok, e = pcall(function() local _ = own[b[1]](own, b[2]) end)
      assert.is_false(ok)
      assert.same({ "usage", ("report:%s: %s"):format(b[1], b[3]), HERE },
        { e.code, e.message, e.path })
    end)
  end

  it("is refused where a section gives another thing, with the section's number", function()
    local function annual(section)
      local _, e = pcall(function()
        local _ = ipr.report.annual({ { key = "arrests", period = "2019", kind = "level",
          value = 1, unit = "count" } }, { year = 2019, sections = { "key_results", section } })
      end)
      assert.same({ "usage", HERE }, { e.code, e.path })
      return e.message
    end
    assert.equal("report.annual: section 2: its answer is a number, not a table",
      annual(function() return 3 end))
    assert.equal("report.annual: section 2: its title is missing, not a text",
      annual(function() return { blocks = {} } end))
    assert.equal("report.annual: section 2: its blocks[1] is not what report:prose, report:table, "
      .. "report:chart or report:note gave",
      annual(function() return { title = "t", blocks = { { type = "image" } } } end))
  end)
end)

describe("an unknown option", function()
  local cases = {
    { "scorer:each", "delimiter", function() scorer():each("x.csv", { delimter = ";" }) end },
    { "scorer:run", "threads", function() scorer():run("x.csv", { thread = 2 }) end },
    { "ipr.scorer", "weights", function() ipr.scorer { weigths = {} } end },
    { "report.annual", "year", function() ipr.report.annual({}, { yaer = 2019 }) end },
    { "audit", "figures", function() ipr.audit("x", { figure = "f" }) end },
    { "metrics.parse", "doc_date", function() ipr.metrics.parse("x", { docdate = "2019" }) end },
    { "metrics.report", "form", function() ipr.metrics.report("x", { from = "text" }) end },
    { "metrics.table", "source", function() ipr.metrics.table("x", { sorce = "s" }) end },
    { "metrics.compare", "against", function()
      ipr.metrics.compare({ "x", "y" }, { agianst = "first" })
    end },
    { "rules.load", "defines", function() ipr.rules.load("x.lua", { define = {} }) end },
  }
  for _, case in ipairs(cases) do
    it("of " .. case[1] .. " is named with the one that was meant", function()
      local e = raises("did you mean " .. case[2], case[3])
      assert.equal("usage", e.code)
      assert.equal(1, e.message:find(case[1], 1, true))
      assert.equal(HERE, e.path)
    end)
  end

  it("far from every name gets the list of all", function()
    local e = raises("it takes a, b", check_options, "verb", { zzzz = 1 }, { a = "any", b = "any" })
    assert.equal("usage", e.code)
  end)

  it("of a wrong type is named with the types it may have", function()
    raises("a is a number or string, not a table", check_options, "verb", { a = {} },
      { a = "number|string" })
    assert.same({ a = "x" }, check_options("verb", { a = "x" }, { a = "number|string" }))
  end)
end)

describe("a listing's column", function()
  it("that nothing reads and is near one it lacks is a slip", function()
    raises('no column "titel"; did you mean title', scorer().score, scorer(), { titel = "x" })
    raises('no column "prise"; did you mean price', function()
      local _ = L.price:below(3):test { prise = 2 }
    end)
  end)

  it("that a rule, an alias or nothing near stands for is none", function()
    local s = scorer()
    assert.equal(1, s:score({ price = 2, colour = "red", title = "x", title2 = "y",
      product_type = "z", warehouse = "w" }).score)
  end)
end)

describe("the nearest name", function()
  it("is at most a third of its letters away, swapped ones counted once", function()
    assert.equal("; did you mean title?", nearest("titel", { "title", "brand" }))
    assert.equal("; did you mean --format?", nearest("fromat", { "format", "offset" }, nil, "--"))
    assert.equal("", nearest("offset", { "format" }))
    assert.equal("", nearest("map", { "lang", "max" .. "imum" }))
  end)

  it("is never told for a number that is none", function()
    raises(":below takes a number, not NaN", function() return L.price:below(0 / 0) end)
  end)
end)

describe("conditions joined in a loop", function()
  local function joined(n, sign)
    local c = L.price:present()
    for i = 2, n do
      local term = L.title:contains("w" .. i)
      c = sign == "&" and c & term or sign == "|" and c | term or error(sign)
    end
    return c
  end

  it("are one branch however many, and print as they were written", function()
    for _, sign in ipairs { "&", "|" } do
      local s = ipr.scorer { rules = { rule "many" { weight = 1, when = joined(3000, sign) } } }
      assert.equal(sign == "|" and 1 or 0, s:score({ price = 1, title = "w2" }).score)
    end
    local c = joined(4, "|") & ~L.used & ipr.all { L.price:below(3), L.brand:present() }
    local want = '((((%sprice:present() | %stitle:contains("w2")) | %stitle:contains("w3")) | '
      .. '%stitle:contains("w4")) & ~%sused) & (%sprice:below(3) & %sbrand:present()))'
    want = "(" .. want
    assert.equal((want:gsub("%%s", "L.")), tostring(c))
    local s = ipr.scorer { rules = { rule "few" { weight = 1, when = c } } }
    assert.equal((want:gsub("%%s", "")), s:score({ price = 1 }):explain():rows()[1].when)
  end)

  it("cost what their number costs", function()
    local function kilobytes(n)
      collectgarbage()
      local before = collectgarbage "count"
      collectgarbage "stop"
      local _ = joined(n, "&")
      local grown = collectgarbage "count" - before
      collectgarbage "restart"
      return grown
    end
    joined(10, "&")
    assert.truthy(kilobytes(4000) < 3 * kilobytes(2000))
  end)

  it("that nest on the right are told how to be joined", function()
    local c = L.price:present()
    for i = 1, 200 do c = i % 2 == 0 and L.used & c or L.used | c end
    raises("max_depth; join many with ipr.all or ipr.any", function()
      ipr.scorer { rules = { rule "deep" { weight = 1, when = c } } }
    end)
  end)
end)
