-- The standard packs do what their examples say, and plain goods never reach removal.
local ipr = require "iprcore"

local set = ipr.rules.standard().set
local scorer = ipr.scorer {}

local function fires(name, listing)
  local copy = { id = "1" }
  for k, v in pairs(listing) do copy[k] = v end
  local result = scorer:score(copy)
  for _, list in ipairs { result.symbols, result.also or {} } do
    for _, symbol in ipairs(list) do
      if symbol.name == name then return true end
    end
  end
  return false
end

describe("the standard packs", function()
  for _, rule in ipairs(set.rules) do
    it("fire as the examples of " .. rule.name .. " say", function()
      for _, listing in ipairs(rule.examples.hits or {}) do
        assert.is_true(fires(rule.name, listing), "hit: " .. (listing.title or "?"))
      end
      for _, listing in ipairs(rule.examples.misses or {}) do
        assert.is_false(fires(rule.name, listing), "miss: " .. (listing.title or "?"))
      end
      assert.is_true(#rule.description > 0)
    end)
  end

  it("never propose removal for price, seller, plain brand and missing fields together", function()
    local denied = ipr.sellers.list { { seller_id = "s9", list = "deny" } }
    local listing = { id = "1", title = "Rolex Submariner watch", price = "90.00",
      currency = "USD", seller_id = "s9", seller_age_days = 0, seller_strikes = 9 }
    local result = ipr.scorer { sellers = denied }:score(listing)
    assert.equal("review", result.action)
    assert.is_true(result.score >= 7)
  end)

  it("do not propose removal because a wrong number is added to them", function()
    local result = scorer:score { id = "1", title = "Rolex Submariner watch", price = "90.00",
      currency = "USD", seller_age_days = 0, seller_strikes = 9, gtin = "2000000000015" }
    assert.equal("review", result.action)
  end)

  it("propose removal where the words and the price agree", function()
    local result = scorer:score { id = "1", title = "Rolex Submariner 1:1 super clone",
      price = "90.00", currency = "USD" }
    assert.equal("remove", result.action)
  end)

  it("keep words for other channels out of the score", function()
    local result = scorer:score { id = "1", title = "Canon camera, parallel import" }
    assert.equal("pass", result.action)
    assert.equal("parallel_import", result.also[1].name)
  end)

  it("say nothing of a country", function()
    local listing = { id = "1", title = "Nike shoes", price = "20.00", currency = "USD" }
    local before = scorer:score(listing).score
    listing.ship_from = "CN"
    assert.equal(before, scorer:score(listing).score)
  end)
end)
