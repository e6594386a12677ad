-- Lists that a rule file brings along: read once by the scorer, under the caller's own.
local cli = require "spec.support.cli"
local folder = require "spec.support.folder"
local ipr = require "iprcore"

local HEAD = 'local ipr = require "iprcore"\nlocal rule, L = ipr.rule, ipr.field\n'

describe("lists of a rule file", function()
  local place

  local function file(name, text)
    local f = assert(io.open(place .. "/" .. name, "w"))
    f:write(text)
    f:close()
    return place .. "/" .. name
  end

  local function named(scorer, title)
    local symbol = scorer:score { title = title }.symbols[1]
    return symbol and symbol.evidence[1].says
  end

  setup(function()
    place = folder.new()
    file("brands.tsv", "brand\thigh_risk\nZorblax\t1\n")
    file("other.tsv", "brand\nQuuxly\n")
    file("prices.tsv", "brand\tcategory\tcondition\tcurrency\tn\tmedian\tmad_log\n"
      .. "Zorblax\t\t\tUSD\t20\t100\t0.1\n")
    file("sellers.tsv", "seller_id\tbrand\tlist\treason\tby\ns1\t*\twatch\tr\tb\n")
    file("terms.tsv", "term\tlanguage\tkind\tstrength\nfrobbed\ten\tdeclares_copy\t0.9\n")
  end)

  teardown(function() folder.remove(place) end)

  it("are used by the scorer", function()
    local rules = ipr.rules.load(file("all.lua", HEAD .. [[
      return {
        brands = ipr.brands.load "brands.tsv", prices = ipr.prices.load "prices.tsv",
        sellers = ipr.sellers.load "sellers.tsv", terms = ipr.terms.load "terms.tsv",
        rules = {
          rule "named" { when = L.brand_named:present() },
          rule "cheap" { weight = 2, when = L.price_ratio:below(0.5) },
          rule "watched" { weight = 3, when = L.seller_watch },
          rule "copy" { weight = 4, when = L.replica:above(0.5) },
        },
      }]]))
    local result = ipr.scorer { rules = rules }:score { title = "Zorblax mug frobbed",
      price = "20", currency = "USD", seller_id = "s1" }
    assert.equal(10, result.score)
    assert.equal(0, ipr.scorer { rules = rules }:score { title = "Nike replica" }.score)
  end)

  it("stand under the caller's own", function()
    local rules = ipr.rules.load(file("brands.lua", HEAD .. [[
      return { brands = ipr.brands.load { "brands.tsv", "default" },
        rules = { rule "named" { when = L.brand_named:present() } } }]]))
    assert.equal("Zorblax", named(ipr.scorer { rules = rules }, "Zorblax mug"))
    assert.equal("Nike", named(ipr.scorer { rules = rules }, "Nike shoe"))
    local own = ipr.scorer { rules = rules, brands = ipr.brands.load(place .. "/other.tsv") }
    assert.is_nil(named(own, "Zorblax mug"))
    assert.equal("Quuxly", named(own, "Quuxly mug"))
  end)

  it("work in a script's own rule set too", function()
    local scorer = ipr.scorer { rules = { brands = ipr.brands.load(place .. "/brands.tsv"),
      rules = { ipr.rule "named" { when = ipr.field.brand_named:present() } } } }
    assert.equal("Zorblax", named(scorer, "Zorblax mug"))
  end)

  local function slip(name, body, wanted)
    it(name, function()
      local ok, e = pcall(ipr.rules.load, file("slip.lua", HEAD .. body))
      assert.is_false(ok)
      assert.equal("bad_rule", e.code)
      assert.truthy(tostring(e):find(wanted, 1, true), tostring(e))
    end)
  end
  slip("loaded and not returned are a slip", 'ipr.brands.load "brands.tsv"\nreturn {}',
    ":3: the list ipr.brands.load \"brands.tsv\" is built here and never used; return it")
  slip("in a condition are a slip that names ipr.list.load",
    'return { rule "a" { when = L.title:has(ipr.brands.load "brands.tsv") } }', "ipr.list.load")
  slip("of another noun are a slip",
    'return { brands = ipr.sellers.load "sellers.tsv", rules = {} }',
    "brands is what ipr.brands.load")
  slip("must lie below the folder", 'return { brands = ipr.brands.load "/etc/passwd", rules = {} }',
    ":3: /etc/passwd lies outside")

  it("are there for check and profile too, on every worker", function()
    local rules = file("work.lua", HEAD .. [[
      return { brands = ipr.brands.load "brands.tsv", actions = { review = 1 }, rules = {
        rule "named" { when = L.brand_named:present() },
        rule "asked" { when = function(l) return l.brand_named == "Zorblax" end } } }]])
    local feed = { "id,title" }
    for i = 1, 400 do feed[#feed + 1] = i .. ",Zorblax mug " .. i end
    local path = file("feed.csv", table.concat(feed, "\n") .. "\n")
    local one = cli.run(("score --rules %s %s"):format(rules, path)).out
    local two = cli.run(("score --threads 2 --block-size 1000 --rules %s %s"):format(rules, path))
    assert.equal(one, two.out)
    local _, fired = one:gsub('"name":"asked"', "")
    assert.equal(400, fired)
    assert.equal(0, cli.run(("check %s --feed %s"):format(rules, path)).code)
    local profile = cli.run(("profile --rules %s %s"):format(rules, path))
    assert.truthy(profile.out:find("named +[%d.]+ +400\n"), profile.out .. profile.err)
  end)

  it("are part of what --stamp digests", function()
    local rules = file("stamp.lua", HEAD .. [[
      return { brands = ipr.brands.load "stamped.tsv",
        rules = { rule "named" { when = L.brand_named:present() } } }]])
    local function stamp()
      return cli.run("score --stamp --rules " .. rules .. " -", { stdin = "id,title\n1,x\n" }).out
        :match('"sha256":"(%x+)"')
    end
    file("stamped.tsv", "brand\nZorblax\n")
    local first = stamp()
    file("stamped.tsv", "brand\nQuuxly\n")
    assert.equal(64, #first)
    assert.not_equal(first, stamp())
    file("stamp.lua", HEAD .. [[
      return { rule "slang" { when = L.title:has(ipr.list.load "slang.txt") } }]])
    file("slang.txt", "zorb\n")
    first = stamp()
    file("slang.txt", "quux\n")
    assert.not_equal(first, stamp())
  end)
end)
