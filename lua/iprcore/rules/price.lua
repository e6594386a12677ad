--- Prices: far below what this brand's goods of this kind usually cost. Unknown, and so
-- without weight, where no reference of the listing's own currency says what is usual.
local ipr = require "iprcore"
local rule, L = ipr.rule, ipr.field

-- goods that are rightly cheap
local cheap = L.used | L.accessory | L.brand_accessory | L.sample | L.spare_part | L.authorised

return {
  rule "far_below_price" {
    weight = 3, group = "price",
    description = "far below what this brand's goods of this kind cost",
    public = "The price is far below what these goods usually cost.",
    when = L.brand_named:present() & L.price_ratio:ramp(0.7, 0.15),
    unless = cheap,
    examples = {
      hits = { { title = "Rolex Submariner watch", price = "150.00", currency = "USD" } },
      misses = { { title = "Rolex Submariner watch", price = "9500.00", currency = "USD" },
        { title = "Rolex Submariner watch", price = "15000", currency = "INR" },
        { title = "Rolex watch strap", price = "15.00", currency = "USD" },
        { title = "Rolex Submariner watch" } },
    },
  },
  rule "copied_brand_far_below_price" {
    weight = 1, group = "price",
    description = "a much-copied brand at a third of its usual price or less",
    when = L.price_ratio:ramp(0.35, 0.1) & L.brand_high_risk,
    unless = cheap,
    examples = {
      hits = { { title = "Rolex Submariner watch", price = "150.00", currency = "USD" } },
      misses = { { title = "Rolex Submariner watch", price = "9500.00", currency = "USD" } },
    },
  },
}
