-- Scores, caps, actions and explanations of single listings and of feeds.
local cli = require "support.cli"
local ipr = require "iprcore"
local rule, L = ipr.rule, ipr.field

local function names(result)
  local out = {}
  for i, s in ipairs(result.symbols) do out[i] = s.name .. "=" .. s.score end
  return table.concat(out, " ")
end

local function rules_of(body)
  return ipr.rules.parse('local ipr = require "iprcore"\n'
    .. "local rule, L = ipr.rule, ipr.field\n" .. body)
end

describe("ipr.scorer", function()
  local cheap = rule "cheap" { weight = 2, group = "price", when = L.price:ramp(10, 0) }
  local short = rule "short" { weight = 1.5, group = "text", when = L.title.words:below(3) }

  it("adds weight × strength, largest symbol first", function()
    local r = ipr.scorer { rules = { cheap, short } }:score { price = 5, title = "a b" }
    assert.equal(2.5, r.score)
    assert.equal("short=1.5 cheap=1", names(r):gsub("%.0", ""))
    assert.equal("pass", r.action)
    assert.is_true(r.complete)
  end)

  it("lays weights over the rules', caps groups, caps the score", function()
    local two = rule "two" { weight = 3, group = "price", when = L.price:present() }
    local on = { price = 0.5, title = "a" }
    assert.equal(11.5, ipr.scorer({ rules = { short, two }, weights = { two = 10 } })
      :score(on).score)
    assert.equal(3.5, ipr.scorer({ rules = { cheap, short, two }, groups = { price = 2 } })
      :score(on).score)
    assert.equal(1, ipr.scorer({ rules = { short, two }, max_score = 1 }):score(on).score)
  end)

  it("gives the same whatever the order of rules", function()
    local a = rule "a" { weight = 1, group = "g", when = L.title:present() }
    local b = rule "b" { weight = 2, group = "g", when = L.title:present() }
    local c = rule "c" { weight = -0.5, when = L.title:present() }
    local want
    for _, order in ipairs { { a, b, c }, { c, b, a }, { b, a, c } } do
      local r = ipr.scorer { rules = order, groups = { g = 2.5 } }:score { title = "x" }
      want = want or names(r) .. r.score
      assert.equal(want, names(r) .. r.score)
    end
  end)

  it("asks for corroboration, and says so", function()
    local scorer = ipr.scorer {
      rules = { rule "big" { weight = 9, group = "price", when = L.price:present() }, short },
      actions = { review = 3, remove = { at = 7, groups = 2 } },
    }
    local alone = scorer:score { price = 1, title = "a b c d" }
    assert.equal("review", alone.action)
    assert.truthy(tostring(alone:explain()):find("too few groups", 1, true))
    assert.equal("remove", scorer:score({ price = 1, title = "a" }).action)
  end)

  it("asks for one of the named groups", function()
    local scorer = ipr.scorer {
      rules = { rule "p" { weight = 5, group = "price", when = L.price:present() },
        rule "s" { weight = 5, group = "seller", when = L.seller_id:present() },
        rule "w" { weight = 5, group = "wording", when = L.title:present() } },
      actions = { review = 3, remove = { at = 7, groups = 2, one_of = { "wording" } } },
    }
    assert.equal("review", scorer:score({ price = 1, seller_id = "x" }).action)
    assert.equal("remove", scorer:score({ price = 1, title = "x" }).action)
  end)

  it("fires unless; an unless that cannot be checked is said", function()
    local r = rule "r" { when = L.price:below(5), unless = L.condition:is("used") }
    local scorer = ipr.scorer { rules = { r } }
    assert.equal("", names(scorer:score { price = 1, condition = "used" }))
    local open = scorer:score { price = 1 }
    assert.equal("r=1.0", (names(open):gsub("=1$", "=1.0")))
    assert.truthy(tostring(open:explain()):find(
      "could not check `unless`: condition is missing", 1, true))
  end)

  it("shows other suspicions apart, without score", function()
    local r = ipr.scorer { rules = { rule "parallel" { weight = 9, suspects = "grey_market",
      when = L.title:contains("import") } } }:score { title = "direct import" }
    assert.equal(0, r.score)
    assert.same({}, r.symbols)
    assert.equal("parallel", r.also[1].name)
    assert.equal("grey_market", r.also[1].suspects)
  end)

  it("forces and allows, explicitly", function()
    local force = rule "denied" { weight = 0, when = L.seller_id:is("bad"), force = "remove" }
    local allow = rule "friend" { weight = 0, when = L.seller_id:is("good"), allow = true }
    local scorer = ipr.scorer { rules = { force, allow, rule "p" { weight = 5,
      when = L.price:present() } } }
    assert.equal("remove", scorer:score({ seller_id = "bad" }).action)
    local r = scorer:score { seller_id = "good", price = 1 }
    assert.equal("pass", r.action)
    assert.truthy(tostring(r:explain()):find("allowed by friend", 1, true))
  end)

  it("holds back by exceptions until their last day", function()
    local function on(date)
      return ipr.scorer { rules = { cheap }, date = date, exceptions = {
        { rule = "cheap", seller_id = "s1", ["until"] = "2020-06-30", reason = "sale",
          by = "ann" } } }
        :score { price = 2.5, seller_id = "s1" }
    end
    assert.equal(0, on("2020-06-30").score)
    assert.equal(1.5, on("2020-07-01").score)
    assert.truthy(tostring(on("2020-06-30"):explain()):find("sale (by ann)", 1, true))
    local all = ipr.scorer { rules = { cheap }, exceptions = { { rule = "*", brand = "X" } } }
    assert.equal(1.5, all:score({ price = 2.5, brand = "y" }).score)
    assert.equal(0, all:score({ price = 2.5, brand = "x" }).score)
  end)

  it("runs composites over symbols, whatever their order", function()
    local rules = rules_of [[
      return { rules = { rule "a" { when = L.price:present() },
          rule "b" { when = L.title:present() } },
        composites = {
          rule "c2" { weight = 10, when = L.fired "c1" },
          rule "c1" { weight = 5, when = L.fired "a" & L.group "b" } } }]]
    assert.equal(17, ipr.scorer({ rules = rules }):score({ price = 1, title = "x" }).score)
    assert.equal(1, ipr.scorer({ rules = rules }):score({ price = 1 }).score)
  end)

  it("refuses composites that ask in a circle, and names one", function()
    local rules = rules_of [[
      return { rules = {}, composites = { rule "c1" { when = L.fired "c2" },
        rule "c2" { when = L.fired "c1" } } }]]
    local ok, e = pcall(ipr.scorer, { rules = rules })
    assert.is_false(ok)
    assert.truthy(tostring(e):find('"c1" asks for itself in a circle', 1, true), tostring(e))
    assert.equal(3, e.line)
  end)

  it("refuses what does not fit, with the nearest name", function()
    local function said(options)
      local ok, e = pcall(ipr.scorer, options)
      assert.is_false(ok)
      return tostring(e)
    end
    assert.truthy(said({ rule = {} }):find("did you mean rules", 1, true))
    assert.truthy(said({ rules = { cheap }, weights = { cheep = 1 } }):find("cheep", 1, true))
    assert.truthy(said({ rules = { cheap }, actions = { a = 1, b = 1 } })
      :find('"a" and "b" have the same threshold, 1', 1, true))
    assert.truthy(said({ rules = { cheap }, groups = { cheep = 1 } }):find("cheep", 1, true))
    assert.truthy(said({ rules = { cheap }, actions = { pass = 1 } }):find("pass", 1, true))
    assert.truthy(said({ rules = { rule "f" { when = L.price:present(), force = "burn" } } })
      :find("forces an action", 1, true))
    assert.truthy(said({ rules = { cheap, cheap } }):find("twice", 1, true))
  end)
end)

describe("a rule file's state", function()
  local function fails(body, wanted)
    local ok, e = pcall(rules_of, body)
    assert.is_false(ok, body)
    assert.truthy(tostring(e):find(wanted, 1, true), tostring(e))
  end

  it("has no way out", function()
    for _, name in ipairs { "os", "io", "debug", "load", "loadstring", "dofile", "loadfile",
      "collectgarbage", "coroutine", "package", "rawset", "rawget", "setmetatable",
      "getmetatable", "next", "print", "arg" } do
      rules_of(("assert(%s == nil, '%s is there')\nreturn {}"):format(name, name))
    end
    rules_of "assert(string.dump == nil and math.random == nil)\nreturn {}"
    fails('local x = require "os"\nreturn {}', 'require "os"')
    fails('local x = require "iprcore.core"\nreturn {}', "a rule file has")
    fails('local x = require("iprcore.rules.../../x")\nreturn {}', "a rule file has")
    fails('string.find = nil\nreturn {}', "string is read-only")
    fails('local s = ("x").y.z\nreturn {}', "attempt to index")
    fails('ipr.rule = nil\nreturn {}', "iprcore is read-only")
    fails('ipr.list.load "/etc/passwd"\nreturn {}', "outside")
    fails('ipr.list.load "../../../../../../../etc/passwd"\nreturn {}', "outside")
    fails('ipr.prices.load "/etc/passwd"\nreturn {}', "outside")
    fails('local t = ("x"):rep(1e9)\nreturn {}', "rep would make more")
    fails('return load("x")', "nil value")
    fails("\27Lua", "unexpected symbol")
  end)

  it("is bounded in memory", function()
    local ok, e = pcall(ipr.rules.parse, "local t = {} for i = 1, 1e9 do t[i] = {} end return {}",
      { memory = 4000000 })
    assert.is_false(ok)
    assert.truthy(tostring(e):find("memory", 1, true), tostring(e))
  end)

  it("reads lists below its folder and what defines name", function()
    local list = cli.file("# terms\nreplica\n1:1\n", ".txt")
    local folder = list:match("^(.*)/")
    local path = cli.file([[local ipr = require "iprcore"
      local list = ipr.list.load "]] .. list .. [["
      return { ipr.rule "r" { when = ipr.field.title:has(list) } }]], ".lua")
    local r = ipr.scorer({ rules = ipr.rules.load(path) }):score { title = "a 1:1 Replica" }
    assert.equal(1, r.score)
    assert.truthy(folder)
    os.remove(list)
    os.remove(path)
  end)

  it("iterates in the order of keys and prints no addresses", function()
    rules_of [[
      local out = {}
      for k in pairs { b = 1, a = 2, [2] = 3, [1] = 4 } do out[#out + 1] = tostring(k) end
      assert(table.concat(out, " ") == "1 2 a b")
      assert(tostring({}) == "table" and ("%s"):format({}) == "table")
      return {}]]
  end)
end)

describe("scorer:each", function()
  local path = cli.file("id,title,seller_age_days\n1,a,3\n,b,4\n3,c,\n", ".csv")

  it("gives listings and results, and error rows as results", function()
    local scorer = ipr.scorer { rules = { rule "r" { when = L.seller_age_days:below(7) } } }
    local out, kept = {}, nil
    for listing, result in scorer:each(path) do
      out[#out + 1] = ("%s %s %s"):format(listing.id, result.score,
        result.error and result.error.code)
      kept = kept or listing
    end
    assert.same({ "1 1 nil", "nil nil no_id", "3 0 nil" }, out)
    local ok, e = pcall(function() return kept.title end)
    assert.is_false(ok)
    assert.truthy(tostring(e):find("listing:copy()", 1, true))
    assert.truthy(scorer:summary():find("3 listings, 1 could not be read", 1, true))
  end)

  it("gives numbers as numbers, and copies that last", function()
    local scorer, copy = ipr.scorer { rules = {} }, nil
    for listing in scorer:each(path) do
      copy = copy or listing:copy()
      assert.is_false(pcall(function() listing.title = "x" end))
    end
    assert.same({ id = "1", title = "a", seller_age_days = 3 }, copy)
  end)
end)

describe("lua/examples", function()
  local feed = cli.file("id,title,price,seller_age_days\n"
    .. "1,Rolex Submariner 1:1 super clone,89.00 USD,3\n2,Cotton socks,5.00 USD,900\n", ".csv")

  it("luxury.lua fires where it should, without a condition column", function()
    local scorer = ipr.scorer { rules = ipr.rules.load "lua/examples/luxury.lua" }
    local r = scorer:score { title = "Rolex Submariner 1:1 super clone", price = "89 USD",
      seller_age_days = 3, category = "watches" }
    assert.truthy(names(r):find("says_it_is_a_copy", 1, true), names(r))
    assert.truthy(names(r):find("new_shop", 1, true), names(r))
    assert.equal(0, scorer:score({ title = "AAA battery, 8 pack" }).score)
  end)

  it("score_feed.lua prints what to look at", function()
    local build = os.getenv("IPR_BUILD") or "build/5.4"
    local p = io.popen(("LUA_PATH='lua/?.lua;lua/?/init.lua' LUA_CPATH='%s/?.so' lua%s "
      .. "lua/examples/score_feed.lua lua/examples/luxury.lua %s 2>&1")
      :format(build, _VERSION:match("%d%.%d"), feed))
    local text = p:read("a")
    p:close()
    assert.truthy(text:find("Submariner", 1, true), text)
    assert.is_nil(text:find("socks", 1, true))
    assert.truthy(text:find("2 listings", 1, true), text)
  end)
end)
