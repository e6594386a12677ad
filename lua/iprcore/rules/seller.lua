--- Sellers: how long they are there, what was enforced against them before, and the
-- caller's own list. No country is suspicious by itself.
local ipr = require "iprcore"
local rule, L = ipr.rule, ipr.field

return {
  rule "seller_new" {
    weight = 1, group = "seller",
    description = "the seller's account is younger than a month",
    when = L.seller_age_days:ramp(30, 3),
    unless = L.authorised,
    examples = { hits = { { seller_age_days = 2 } }, misses = { { seller_age_days = 400 }, {} } },
  },
  rule "seller_strikes" {
    weight = 2.5, group = "seller",
    description = "earlier enforcement against the seller",
    when = L.seller_strikes:ramp(0, 3),
    unless = L.authorised,
    examples = { hits = { { seller_strikes = 2 } }, misses = { { seller_strikes = 0 }, {} } },
  },
  rule "seller_watched" {
    weight = 1.5, group = "seller_list",
    description = "the seller is on the watch list",
    when = L.seller_watch,
    examples = { misses = { { seller_id = "s1" }, {} } },
  },
  rule "seller_denied" {
    weight = 3, group = "seller_list",
    description = "the seller is on the deny list",
    when = L.seller_deny,
    examples = { misses = { { seller_id = "s1" }, {} } },
  },
  rule "seller_breadth" {
    weight = 1, group = "seller",
    description = "a seller with more much-copied brands than a shop has at hand",
    when = L.seller_brands:ramp(8, 30) & L.brand_high_risk,
    unless = L.authorised | L.used,
    examples = { misses = { { seller_id = "s1", title = "Gucci belt" }, {} } },
  },
  rule "seller_burst" {
    weight = 0.8, group = "seller",
    description = "very many listings by this seller on one day",
    when = L.seller_burst:ramp(50, 500) & L.brand_high_risk,
    unless = L.authorised,
    examples = { misses = { { seller_id = "s1", title = "Gucci belt" }, {} } },
  },
  rule "seller_authorised" {
    weight = -4, group = "authorised",
    description = "the seller list says that the brand authorised this seller",
    when = L.authorised,
    examples = { misses = { { seller_id = "s1" }, {} } },
  },
}
