--- Pictures: distance of the listing's picture hash to the banks given with --images.
local ipr = require "iprcore"
local rule, L = ipr.rule, ipr.field

return {
  rule "image_of_known_fake" {
    weight = 5, group = "image",
    description = "the picture is that of a known fake",
    public = "The picture was used for goods found to be fakes.",
    when = L.image_fake_distance:ramp(40, 16),
    unless = L.authorised,
    examples = { misses = { { image_hash = "ffffffffffffffff" }, {} } },
  },
  rule "image_of_brand_far_below_price" {
    weight = 1.5, group = "image",
    description = "the brand's own picture, far below the usual price",
    public = "The listing shows the brand's own picture at a fraction of the price.",
    when = L.image_own_distance:at_most(31) & L.price_ratio:ramp(0.5, 0.2),
    unless = L.authorised | L.used,
    examples = { misses = { { image_hash = "ffffffffffffffff" }, {} } },
  },
  rule "image_of_brand" {
    weight = 1, group = "image", suspects = "copied_content",
    description = "the brand's own picture",
    public = "The listing shows the brand's own picture.",
    when = L.image_own_distance:at_most(31),
    unless = L.authorised,
    examples = { misses = { { image_hash = "ffffffffffffffff" }, {} } },
  },
}
