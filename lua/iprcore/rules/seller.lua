--- Sellers: how long they are there and what was enforced against them before.
local ipr = require "iprcore"
local rule, L = ipr.rule, ipr.field

return {
  rule "seller_new" {
    weight = 1, group = "seller", description = "the seller's account is younger than a month",
    when = L.seller_age_days:ramp(30, 3),
    examples = { hits = { { seller_age_days = 2 } }, misses = { { seller_age_days = 400 }, {} } },
  },
  rule "seller_strikes" {
    weight = 2.5, group = "seller", description = "earlier enforcement against the seller",
    when = L.seller_strikes:ramp(0, 3),
    examples = { hits = { { seller_strikes = 2 } }, misses = { { seller_strikes = 0 }, {} } },
  },
}
