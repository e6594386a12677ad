-- A rule file for luxury goods: what an analyst writes. Run it with
--   iprcore score --rules lua/examples/luxury.lua FEED.csv
local ipr = require "iprcore"
local rule, L = ipr.rule, ipr.field

return {
  rule "says_it_is_a_copy" {
    weight = 4, group = "wording", description = "replica vocabulary in title or description",
    when = L.replica:above(0.5),
    examples = {
      hits = { { title = "Submariner 1:1 super clone" } },
      misses = { { title = "AAA battery, 8 pack" } },
    },
  },
  rule "far_below_price" {
    weight = 3, group = "price",
    description = "far below what this brand's goods of this kind cost",
    when = L.brand_named:present() & L.price_ratio:ramp(0.5, 0.2), -- 0 at half the usual price
    unless = L.used | L.accessory,
  },
  rule "new_shop" {
    weight = 1, group = "seller", description = "the shop opened this week",
    when = function(l)
      if l.seller_age_days == nil then return nil end               -- unknown
      return l.seller_age_days < 7, l.seller_age_days .. " days old" -- fires or not, with evidence
    end,
    examples = { hits = { { seller_age_days = 3 } }, misses = { { seller_age_days = 30 }, {} } },
  },
}
