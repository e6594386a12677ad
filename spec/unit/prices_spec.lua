-- Usual prices from catalogues: which prices count, in which cell, in which currency.
local prices = require("iprcore").prices
local cli = require "spec.support.cli"
local shared = require "spec.support.shared"

local CATALOGUE = [[
Brand,Category,Price,Currency,Condition
Acme,Shoes,90,USD,New
Acme,Shoes,100,USD,New
Acme,Shoes,US $110.00,USD,New
Acme,Shoes,120,USD,New
Acme,Shoes,80.00,USD,New
Acme,Shoes,20,USD,Pre-owned
Acme,Shoes,10 - 20,USD,New
Acme,Shoes,0.00,USD,New
Acme,Shoes,5000,,New
]]

describe("a list that is not named", function()
  it("is a usage error for every noun, not an empty list", function()
    local ipr = require "iprcore"
    for _, noun in ipairs { "prices", "sellers", "images", "removed", "context", "rules", "labels",
      "kpis" } do
      for _, path in ipairs { false, 5 } do
        local ok, e = pcall(ipr[noun].load, path or nil)
        assert.is_false(ok)
        assert.equal("usage", type(e) == "table" and e.code or e, noun)
      end
    end
    assert.is_false(pcall(prices.from))
  end)
end)

describe("prices.from", function()
  it("makes a reference a brand, category, condition and currency", function()
    local path = cli.file(CATALOGUE, ".csv")
    local p = prices.from(path)
    assert.same({ 100, false }, { p:look { brand = "ACME", category = "shoes", currency = "USD" } })
    assert.same({ 95, false }, { p:look { brand = "Acme", category = "Shoes",
      condition = "used", currency = "USD" } })
    assert.same({ nil, "no_cell" }, { p:look { brand = "Acme", category = "hats",
      currency = "USD" } })
    assert.same({ nil, "other_money" }, { p:look { brand = "Acme", category = "shoes",
      currency = "INR" } })
    os.remove(path)
  end)

  it("takes the kind of goods from the title where there is no category", function()
    local rows = { "brand,name,price,currency" }
    for i = 1, 6 do
      rows[#rows + 1] = ("Acme,Acme runner shoes %d,%d,USD"):format(i, 100)
      rows[#rows + 1] = ("Acme,Acme wool socks %d,%d,USD"):format(i, 10)
    end
    local path = cli.file(table.concat(rows, "\n") .. "\n", ".csv")
    local p = prices.from(path)
    os.remove(path)
    local function usual(kind)
      return (p:look { brand = "Acme", category = kind, currency = "USD" })
    end
    assert.same({ 100, 10 }, { usual "shoes", usual "socks" })
    local ipr = require "iprcore"
    local scorer = ipr.scorer { prices = p, rules = { ipr.rule "cheap" {
      when = ipr.field.price_ratio:below(0.5) } } }
    local function cheap(title)
      return scorer:score { title = title, brand = "Acme", price = "10", currency = "USD" }.score
    end
    assert.same({ 1, 0 }, { cheap "Acme trail shoes", cheap "Acme socks" })
    assert.equal(0, cheap "Acme cap", "a kind that the catalogue does not know has no usual price")
  end)

  it("writes what it loads", function()
    local path, copy = cli.file(CATALOGUE, ".csv"), os.tmpname()
    local p = prices.from(path)
    p:write(copy)
    local rows, again = {}, {}
    for r in p:rows() do rows[#rows + 1] = r end
    for r in prices.load(copy):rows() do again[#again + 1] = r end
    assert.equal(#rows, #again)
    assert.equal(rows[1].median, again[1].median)
    os.remove(path)
    os.remove(copy)
  end)

  it("names the column it misses", function()
    local path = cli.file("name,cost\nx,1\n", ".csv")
    assert.error_matches(function() prices.from(path) end, "no column for brand")
    os.remove(path)
  end)
end)

describe("prices.typical", function()
  it("knows usual prices of much-copied brands by kind of goods", function()
    local p = prices.typical()
    assert.is_true(p:look { brand = "Rolex", category = "watch", currency = "USD" } > 3000)
    assert.is_nil((p:look { brand = "Rolex", category = "watch", currency = "INR" }))
    assert.is_nil((p:look { brand = "Nike", category = "", currency = "USD" }))
  end)
end)

describe("iprcore prices", function()
  it("writes the fixed table", function()
    local path = cli.file("brand,price\nA,1.50\nA,2.50\nA,4\n", ".csv")
    local r = cli.run("prices --currency USD " .. path)
    assert.equal("", r.err)
    assert.equal("brand\tcategory\tcondition\tcurrency\tn\tmedian\tmad_log\n"
      .. "A\t\t\tUSD\t3\t2.5\t0.470004\n", r.out)
    assert.equal(0, r.code)
    os.remove(path)
  end)

  it("says what to do where no price names its currency, and which columns there are", function()
    local path = cli.file("brand,price\nA,10\nA,11\n", ".csv")
    local r = cli.run("prices " .. path)
    assert.same({ 2, "" }, { r.code, r.out })
    assert.truthy(r.err:find("none of 2 prices names its currency.-%-%-currency USD"), r.err)
    assert.truthy(cli.run("prices --currency USD " .. path).out:find("A\t\t\tUSD\t2\t", 1, true))
    r = cli.run("prices --columns colour=x " .. path)
    assert.equal(1, r.code)
    assert.truthy(r.err:find("brand, price, category", 1, true))
    os.remove(path)
  end)

  it("takes a map of columns", function()
    local path = cli.file("maker,cost\nA,15\n", ".csv")
    local r = cli.run("prices --currency EUR --columns brand=maker,price=cost " .. path)
    assert.equal("A\t\t\tEUR\t1\t15\t0.000000", r.out:match("\n(.-)\n"))
    assert.equal(1, cli.run("prices").code)
    assert.equal(2, cli.run("prices " .. path).code)
    os.remove(path)
  end)

  shared.with("data/listings/catalog/zappos_running.csv", function(path)
    it("reads a real catalogue", function()
      local r = cli.run("prices --currency USD " .. path)
      assert.equal(0, r.code)
      assert.is_truthy(r.out:find("\nHoka One One\t\t\tUSD\t%d+\t1"))
    end)
  end)
end)
