-- The rule language: three-valued logic, verbs, and slips that are told with their line.
local ipr = require "iprcore"
local L = ipr.field

local function state(condition, listing)
  local answer = condition:test(listing)
  return answer == nil and "?" or answer and "T" or "F"
end

describe("three-valued conditions", function()
  -- true, false and unknown by a number that is there, or not
  local T, F, U = L.quantity:above(0), L.quantity:below(0), L.seller_age_days:above(0)
  local listing = { quantity = 1 }

  it("and, or, not follow strong Kleene's tables", function()
    local value = { T = T, F = F, ["?"] = U }
    local tables = {
      { "T", "T", "T", "T" }, { "T", "F", "F", "T" }, { "T", "?", "?", "T" },
      { "F", "T", "F", "T" }, { "F", "F", "F", "F" }, { "F", "?", "F", "?" },
      { "?", "T", "?", "T" }, { "?", "F", "F", "?" }, { "?", "?", "?", "?" },
    }
    for _, row in ipairs(tables) do
      local a, b = value[row[1]], value[row[2]]
      assert.equal(row[3], state(a & b, listing), row[1] .. " & " .. row[2])
      assert.equal(row[4], state(a | b, listing), row[1] .. " | " .. row[2])
    end
    assert.equal("F", state(~T, listing))
    assert.equal("T", state(~F, listing))
    assert.equal("?", state(~U, listing))
  end)

  it("all, any and none are the same over many", function()
    assert.equal("T", state(ipr.all {}, listing))
    assert.equal("F", state(ipr.any {}, listing))
    assert.equal("T", state(ipr.none { F, F }, listing))
    assert.equal("F", state(ipr.none { F, T, U }, listing))
    assert.equal("?", state(ipr.none { F, U }, listing))
  end)

  it("grades: & is the smaller, | the larger strength, ~ what is missing to one", function()
    local a, b = L.price:ramp(10, 0), L.quantity:ramp(0, 10)
    local on = { price = 2, quantity = 3 }
    assert.same({ true, 0.8 }, { a:test(on) })
    assert.same({ true, 0.3 }, { (a & b):test(on) })
    assert.same({ true, 0.8 }, { (a | b):test(on) })
    assert.same({ true, 0.2 }, { (~a):test(on) })
    assert.same({ true, 0.3 }, { (b | U):test(on) })
    assert.is_nil((b & U):test(on))
  end)

  it("keeps De Morgan's laws, unknown included", function()
    local parts = { T, F, U, L.quantity:ramp(0, 4) }
    for _, a in ipairs(parts) do
      for _, b in ipairs(parts) do
        for _, pair in ipairs { { ~(a & b), ~a | ~b }, { ~(a | b), ~a & ~b } } do
          local left, strength = pair[1]:test(listing)
          local right, same = pair[2]:test(listing)
          assert.equal(left, right)
          assert.equal(strength, same)
        end
      end
    end
  end)
end)

describe("the verbs", function()
  local HASHES = ipr.list { "ffff000000000000" }
  local MAKERS = ipr.list { "rolex", "zenith watch", "omega", "swatch group" }
  local cases = {
    { L.title:present(), { title = "x" }, "T" }, { L.title:present(), {}, "F" },
    { L.title:missing(), {}, "T" }, { L.price:below(5), { price = 4.99 }, "T" },
    { L.price:below(5), { price = 5 }, "F" }, { L.price:at_most(5), { price = 5 }, "T" },
    { L.price:at_least(5), { price = 5 }, "T" }, { L.price:above(5), { price = 5 }, "F" },
    { L.price:between(1, 2), { price = 2 }, "T" }, { L.price:is(2), { price = "2.00" }, "T" },
    { L.price:below("5 USD"), { price = "4 USD" }, "T" },
    { L.price:below("5 USD"), { price = "4 EUR" }, "?" },
    { L.price:below("5 USD"), { price = "4" }, "?" },
    { L.title:is("NIKE"), { title = "nike" }, "T" },
    { L.title.raw:is("NIKE"), { title = "nike" }, "F" },
    { L.title:is_any { "a", "b" }, { title = "B" }, "T" },
    { L.title:contains("ike"), { title = "Ｎｉｋｅ" }, "T" },
    { L.title:contains("cafe"), { title = "Café" }, "T" },
    { L.title:starts("air"), { title = "Air Max" }, "T" },
    { L.title:ends("max"), { title = "Air Max" }, "T" },
    { L.title:has { "max" }, { title = "Air Maxi" }, "F" },
    { L.title:has { "air max" }, { title = "AIR-MAX 90" }, "T" },
    { L.title:count { "a", "b", "c" }:at_least(2), { title = "a b b" }, "T" },
    { L.title:count { "a", "b", "c" }:at_least(2), { title = "a a a" }, "F" },
    { L.title.words:is(3), { title = "one two three" }, "T" },
    { L.title.length:is(4), { title = "café" }, "T" },
    { L.title.leet:contains("nike"), { title = "n1ke" }, "T" },
    { L.title.skeleton:contains("nike"), { title = "Νіке" }, "T" },
    { L.created_at:before "2020-01-02", { created_at = "2020-01-01" }, "T" },
    { L.created_at:after "2020-01-02", { created_at = "2020-01-01" }, "F" },
    { L.created_at:after "2020-01-02", { created_at = "soon" }, "?" },
    { L.image_hash:near(HASHES, 2), { image_hash = "fffe000000000000" }, "T" },
    { L.image_hash:near(HASHES, 2), { image_hash = "0000000000000000" }, "F" },
    { L.title.joined:has(MAKERS), { title = "n.e.w R O L E X" }, "F" }, -- one row of letters
    { L.title.joined:has(MAKERS), { title = "new R O L E X" }, "T" },
    { L.title.joined:contains("ab"), { title = "size A B" }, "F" }, -- two letters are no row
    { L.title.leet:reveals(MAKERS), { title = "r0lex" }, "T" },
    { L.title.leet:reveals(MAKERS), { title = "rolex" }, "F" },
    { L.title.leet:reveals(MAKERS), { title = "r0lex rolex" }, "F" },
    { L.title.leet:reveals(MAKERS), { title = "r0lex omega" }, "T" },
    { L.title.leet:reveals(MAKERS), { title = "rоlex" }, "F" }, -- Cyrillic о: the skeleton says so
    { L.title.skeleton:reveals(MAKERS), { title = "rоlex" }, "T" },
    { L.title.joined:reveals(MAKERS), { title = "r o l 3x" }, "F" },
    { L.title.joined:reveals(MAKERS), { title = "r.o.l.e.x" }, "T" },
    { L.title.joined:reveals(MAKERS), { title = "r0lex" }, "T" },
    { L.title.leet:reveals(MAKERS), {}, "?" },
    { L.title:near(MAKERS), { title = "a rolx" }, "F" }, -- four letters are too few
    { L.title:near(MAKERS), { title = "a ralex" }, "T" },
    { L.title:near(MAKERS), { title = "a relox" }, "F" }, -- two letters off, seven or fewer
    { L.title:near(MAKERS), { title = "a rolex" }, "F" }, -- it is the term
    { L.title:near(MAKERS), { title = "zenit watch" }, "F" }, -- terms of one word only
    { L.title:near(MAKERS), {}, "?" },
    { L.title:has(L.brand), { title = "New ACME-Works shoe", brand = "acme works" }, "T" },
    { L.title:has(L.brand), { title = "acme shoe works", brand = "acme works" }, "F" },
    { L.title:has(L.brand), { title = "acmeworks", brand = "acme" }, "F" },
    { L.title:has(L.brand), { title = "acme", brand = "--" }, "F" },
    { L.title:has(L.brand), { title = "acme" }, "?" },
    { L.title:has(L.column "Maker"), { title = "an Acme", maker = "ACME" }, "T" },
    { L.title:has_char "A-Z", { title = "nike" }, "F" },
    { L.title:has_char "A-Z", { title = "Nike" }, "T" },
    { L.title:has_char "а-я", { title = "Nikе" }, "T" },
    { L.title:has_char "\u{1F300}-\u{1FFFF}", { title = "hot 🔥" }, "T" },
    { L.title:has_char "x-", { title = "a-b" }, "T" },
    { L.title:has_char "x-", { title = "ay" }, "F" },
    { L.price:per(L.quantity):below(5), { price = 9, quantity = 2 }, "T" },
    { L.price:per(L.quantity):below(4), { price = 9, quantity = 2 }, "F" },
    { L.price:per(L.quantity):below(5), { price = 9, quantity = 0 }, "?" },
    { L.price:per(L.quantity):below(5), { price = 9 }, "?" },
    { L.title.length:per(L.title.words):above(3), { title = "abcd efgh" }, "T" },
    { L.column "Colour":is("red"), { colour = "Red" }, "T" },
    { L.column "Colour":present(), {}, "F" },
    { L.condition:is("used"), { condition = "Pre-owned" }, "T" },
  }
  for i, c in ipairs(cases) do
    it(("%d: %s"):format(i, tostring(c[1])), function()
      assert.equal(c[3], state(c[1], c[2]))
    end)
  end
end)

describe("has_char", function()
  it("wants the smaller character of a range first", function()
    local ok, e = pcall(function() return L.title:has_char "z-a":test { title = "x" } end)
    assert.is_false(ok)
    assert.truthy(tostring(e):find("the smaller first", 1, true), tostring(e))
  end)
end)

describe("lists", function()
  local folder = require "support.folder"
  local here
  setup(function() here = folder.new() end)
  teardown(function() folder.remove(here) end)
  local function listed(text, options)
    local f = assert(io.open(here .. "/list.tsv", "wb"))
    f:write(text)
    f:close()
    return ipr.list.load(here .. "/list.tsv", options)
  end

  it("of many texts are looked up, and mean what short ones mean", function()
    local texts = {}
    for i = 1, 3000 do texts[i] = "Maker " .. i end
    local any = L.brand:is_any(texts)
    assert.equal("T", state(any, { brand = "maker 1" }))
    assert.equal("T", state(any, { brand = "MAKER 3000" }))
    assert.equal("F", state(any, { brand = "maker 3001" }))
    assert.equal("F", state(any, { brand = "maker" }))
    assert.equal("?", state(any, {}))
  end)

  it("carry values: the largest of the terms found", function()
    local usual = listed("# maker\tprice\nrolex\t8000\nomega\t5e3\nrolex\t1\n", { value = 2 })
    local share = L.price:per(L.title:most(usual))
    assert.equal("T", state(share:below(0.2), { title = "Rolex, Omega", price = 1599 }))
    assert.equal("F", state(share:below(0.2), { title = "Rolex, Omega", price = 1600 }))
    assert.equal("T", state(share:is(0.2), { title = "omega", price = 1000 }))
    assert.equal("?", state(share:below(0.2), { title = "Seiko", price = 10 }))
    assert.equal("T", state(L.title:most(usual):above(5000), { title = "rolex" }))
  end)

  it("stop at the number of rows asked for", function()
    local two = listed("one\n\ntwo\r\nthree\n", { rows = 2 })
    assert.equal("F", state(L.title:has(two), { title = "three" }))
    assert.equal("T", state(L.title:has(two), { title = "two" }))
  end)

  it("say what is wrong with them", function()
    local function fails(text, options, wanted)
      local ok, e = pcall(listed, text, options)
      assert.is_false(ok)
      assert.truthy(tostring(e):find(wanted, 1, true), tostring(e))
    end
    fails("a\t1\nb\tx\n", { value = 2 }, "list.tsv:2: column 2 is no number")
    fails("a\n", { colum = 2 }, "list.load takes value")
    fails("a\n", { rows = 0.5 }, "list.load takes value")
    fails("# nothing\n", nil, "the list is empty")
  end)
end)

local function load_error(text, options)
  local ok, e = pcall(ipr.rules.parse, text, options)
  assert.is_false(ok)
  return tostring(e), e
end

local HEAD = 'local ipr = require "iprcore"\nlocal rule, L = ipr.rule, ipr.field\n'

describe("slips of the language", function()
  local function slip(name, body, wanted, line)
    it(name, function()
      local text, e = load_error(HEAD .. body)
      assert.equal("bad_rule", e.code)
      assert.truthy(text:find(wanted, 1, true), text)
      assert.equal(line, e.line, text)
    end)
  end
  slip("a misspelt field", "return { rule 'a' { when = L.prise:below(1) } }",
    "did you mean price", 3)
  slip("and between conditions", "return { rule 'a' {\n when = L.price:below(1) and\n"
    .. " L.title:present() } }", "write & for and", 4)
  slip("or between conditions", "return { rule 'a' {\n when = L.price:below(1) or\n"
    .. " L.title:present() } }", "`or` between conditions", 4)
  slip("not before a condition", "return { rule 'a' { when = not L.price:below(1) } }",
    "~ for not", 3)
  slip("== on a field", "return { rule 'a' { when = L.brand == 'x' } }", ":is(x)", 3)
  slip("< on a field", "return { rule 'a' { when = L.price < 5 } }", "L.price:below(x)", 3)
  slip("a number field as a condition", "return { rule 'a' { when = L.price } }",
    "say what about it", 3)
  slip("a verb that does not fit", "return { rule 'a' { when = L.title:below(1) } }",
    "L.title is a text", 3)
  slip("a misspelt verb", "return { rule 'a' { when = L.price:bellow(1) } }",
    "did you mean below", 3)
  slip("a view that is none for reveals", "return { rule 'a' { when = L.title:reveals { 'x' } } }",
    "L.title.skeleton, .leet, .joined", 3)
  slip("a list without values for most",
    "return { rule 'a' { when = L.title:most { 'x' }:above(1) } }", "a list with values", 3)
  slip("a text to divide by", "return { rule 'a' { when = L.price:per(L.title):above(1) } }",
    "a field that is a number", 3)
  slip("a misspelt key", "return { rule 'a' { wen = L.title:present() } }", "did you mean when", 3)
  slip("no condition", "return { rule 'a' { weight = 1 } }", "needs a condition", 3)
  slip("four decimals", "return { rule 'a' { weight = 0.1234, when = L.title:present() } }",
    "three decimals", 3)
  slip("a built and forgotten condition",
    "local c = L.price:below(1)\nreturn { rule 'a' { when = L.title:present() } }",
    "never used", 3)
  slip("a syntax error", "return { rule 'a' { when = }", "unexpected symbol", 3)
  slip("equal names", "return { rule 'a' { when = L.title:present() },\n"
    .. "rule 'a' { when = L.title:present() } }", "is there twice", 4)

  it("in the set as a whole name the file", function()
    local text = load_error(HEAD .. "return { rules = {}, weights = { b = 1 } }")
    assert.equal('rules: weights: there is no rule "b" [bad_rule]', text)
  end)

  it("accepts a file without slips", function()
    local rules = ipr.rules.parse(HEAD .. [[
      local cheap = L.price:below(5)
      return { rule "a" { when = cheap & L.title:present() }, rule "b" { when = ~cheap } }]])
    assert.equal(2, #rules.set.rules)
  end)
end)
