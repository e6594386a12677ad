-- A listing put up again is found, one that shares a product's name alone is not.
local removed = require("iprcore").removed
local cli = require "spec.support.cli"

describe("removed.load", function()
  local path = cli.file("id,title,description,price,currency,seller_id\n"
    .. "r1,Acme tote brown,calf leather with gold zip and inside pocket dust bag and card "
    .. "ships in two days from our studio,US $50.00,,s1\n", ".csv")
  local bank = removed.load(path)
  os.remove(path)

  it("finds a listing that was put up again", function()
    local m = bank:look { id = "n", title = "ACME tote, brown", price = 50, seller_id = "s1",
      description = "Calf leather with gold zip and inside pocket, dust bag and card, "
        .. "ships in two days from our studio!" }
    assert.equal("r1", m.id)
    assert.equal(1, m.score)
    assert.is_true(m.same_seller and m.same_price)
  end)

  it("is not led by a product's name alone", function()
    local m = bank:look { id = "n", title = "Acme tote brown" }
    assert.is_true(m == nil or m.score < 0.3)
    assert.is_nil(bank:look { id = "n", title = "wholly different goods" })
  end)

  it("names the row it cannot take", function()
    local bad = cli.file("id,title,image_hash\nr1,x,nothex\n", ".csv")
    local _, e = pcall(removed.load, bad)
    assert.equal("bad_list", e.code)
    os.remove(bad)
  end)
end)
