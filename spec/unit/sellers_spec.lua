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

  it("names the line of a wrong row", function()
    local bad = cli.file("seller_id\tlist\ns\tauthorised\ns\tfriends\n")
    local _, e = pcall(sellers.load, bad)
    assert.same({ "bad_list", 3 }, { e.code, e.line })
    os.remove(bad)
  end)
end)
