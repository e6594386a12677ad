-- Prices as people write them are one amount or none, with the reason.
local money = require("iprcore").money

describe("money.parse", function()
  it("reads amount, currency and minor units", function()
    assert.same({ amount = 84.99, currency = "USD", minor = 8499 }, money.parse("US $84.99/ea"))
    assert.same({ amount = 1234.56, currency = "EUR", minor = 123456 }, money.parse("1.234,56 €"))
    assert.same({ amount = 1280 }, money.parse("￥1,280"))
    assert.same({ amount = 1280, currency = "JPY", minor = 1280 },
      money.parse("￥1,280", { currency = "JPY" }))
  end)

  it("answers nil with the reason where there is no single amount", function()
    local value, message, code, offset, state = money.parse("$10 - $20")
    assert.is_nil(value)
    assert.equal("a range or a from-price, not one amount", message)
    assert.same({ "bad_value", 0, "range" }, { code, offset, state })
    assert.equal("empty", select(3, money.parse("")))
    assert.equal("ambiguous", select(5, money.parse("1.234")))
  end)

  it("takes the style a column shows", function()
    assert.equal("comma", money.style { "1.234", "12,50" })
    assert.is_nil(money.style { "1.234" })
    assert.equal(1234, money.parse("1.234", { style = "comma" }).amount)
    assert.equal(1.234, money.parse("1.234", { style = "dot" }).amount)
  end)

  it("raises on an unknown option", function()
    assert.error_matches(function() money.parse("5", { currancy = "USD" }) end,
      "no option currancy")
  end)

  it("knows ISO 4217's minor units", function()
    assert.equal(0, money.minor_units("JPY"))
    assert.equal(3, money.minor_units("kwd"))
    assert.is_nil(money.minor_units("QQQ"))
  end)
end)
