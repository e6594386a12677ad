-- Seller lists hold for their brand and until their last day.
local sellers = require("iprcore").sellers
local cli = require "spec.support.cli"

describe("sellers.load", function()
  local path = cli.file("seller_id\tbrand\tlist\tuntil\treason\tby\n"
    .. "s1\tLevi's\tauthorised\t2026-12-31\tcontract 7\tanna\n"
    .. "s2\t*\tdeny\t\ttest buy\tben\n")
  local list = sellers.load(path)
  os.remove(path)

  it("holds for its brand, by letters and digits", function()
    assert.equal("contract 7", list:find("s1", { brand = "LEVIS" }).reason)
    assert.is_nil(list:find("s1", { brand = "Nike" }))
    assert.is_nil(list:find("s1"))
  end)

  it("ends after its last day", function()
    assert.is_table(list:find("s1", { brand = "Levi's", date = "2026-12-31" }))
    assert.is_nil(list:find("s1", { brand = "Levi's", date = "2027-01-01" }))
  end)

  it("keeps the lists apart", function()
    assert.equal("*", list:find("s2", { list = "deny", brand = "Nike" }).brand)
    assert.is_nil(list:find("s2", { list = "watch" }))
    assert.equal(2, list:count())
  end)

  it("counts of several rows for one seller, list and brand the one that holds longest", function()
    local file = cli.file("seller_id\tbrand\tlist\tuntil\treason\n"
      .. "s\tNike\tdeny\t2026-01-31\tshort\ns\tNIKE\tdeny\t2026-03-31\tlong\n"
      .. "s\tnike\tdeny\t2026-02-28\tbetween\ns\t*\twatch\t2026-01-31\ta while\n"
      .. "s\t\twatch\t\tfor good\n")
    local several = sellers.load(file)
    os.remove(file)
    local function reason(date, which)
      local row = several:find("s", { list = which, brand = "Nike", date = date })
      return row and row.reason
    end
    assert.equal("long", reason("2026-01-01", "deny"))
    assert.equal("long", reason("2026-03-31", "deny"))
    assert.is_nil(reason("2026-04-01", "deny"))
    assert.equal("for good", reason("2026-04-01", "watch"))
    assert.equal(5, several:count())
  end)

  it("takes the first row of the list where several brands hold", function()
    local file = cli.file("seller_id\tbrand\tlist\treason\ns\tNike\tdeny\tfirst\n"
      .. "s\t*\tdeny\tsecond\n")
    local several = sellers.load(file)
    os.remove(file)
    assert.equal("first", several:find("s", { list = "deny", brand = "Nike" }).reason)
    assert.equal("second", several:find("s", { list = "deny", brand = "Gucci" }).reason)
  end)

  it("names the line of a wrong row", function()
    local bad = cli.file("seller_id\tlist\ns\tauthorised\ns\tfriends\n")
    local _, e = pcall(sellers.load, bad)
    assert.same({ "bad_list", 3 }, { e.code, e.line })
    os.remove(bad)
  end)
end)
