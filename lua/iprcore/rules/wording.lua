--- Wording: what the title and description say of the goods. `replica` adds up the words
-- of the vocabulary (see data/replica_terms.tsv) after its exceptions and negations.
local ipr = require "iprcore"
local rule, L = ipr.rule, ipr.field

return {
  rule "says_copy" {
    weight = 5, group = "wording",
    description = "words that say the goods are a copy",
    public = "The title or description says that the goods are a copy.",
    when = L.replica:ramp(0.3, 0.95),
    unless = L.licensed,
    examples = {
      hits = { { title = "Submariner 1:1 super clone" }, { title = "劳力士 高仿 手表" },
        { title = "First copy watch for men" } },
      misses = { { title = "AAA battery, 8 pack" }, { title = "Scale model car 1:18" },
        { title = "Leather belt, premium quality" }, { title = "Official replica jersey" },
        { title = "100% authentic bag, not a replica" } },
    },
  },
  rule "says_copy_of_brand" {
    weight = 2.5, group = "wording",
    description = "words for a copy beside the name of a much-copied brand",
    public = "The listing names a brand and says that the goods are a copy.",
    when = L.replica:ramp(0.3, 0.8) & L.brand_high_risk,
    unless = L.licensed,
    examples = {
      hits = { { title = "Rolex Daytona replica" },
        { title = "Louis Vuitton bag mirror quality" } },
      misses = { { title = "Rolex Daytona" }, { title = "Maison Margiela Replica Jazz Club" },
        { title = "Replica watch" } },
    },
  },
  rule "grade_far_below_price" {
    weight = 3.5, group = "wording",
    description = "a claim of quality on a much-copied brand far below its usual price",
    public = "The listing praises the quality of goods far cheaper than the brand's.",
    when = ipr.all { L.replica:between(0.05, 0.3), L.brand_high_risk,
      L.price_ratio:ramp(0.5, 0.2) },
    unless = L.used | L.accessory | L.brand_accessory | L.sample | L.spare_part,
    examples = {
      hits = { { title = "Gucci belt premium quality", price = "15.00", currency = "USD" } },
      misses = { { title = "Gucci belt premium quality", price = "450.00", currency = "USD" },
        { title = "Gucci belt", price = "15.00", currency = "USD" } },
    },
  },
  rule "proof_dodge" {
    weight = 3, group = "wording",
    description = "explains why the logo or the real goods are not shown",
    public = "The listing says that the goods differ from the pictures.",
    when = L.proof_dodge,
    examples = {
      hits = { { title = "Bag, logo is covered, real item has logo" } },
      misses = { { title = "Bag with logo" } },
    },
  },
  rule "contact_off_platform" {
    weight = 1.5, group = "contact",
    description = "leads the buyer to order outside the platform",
    public = "The listing asks buyers to get in touch elsewhere.",
    when = L.contact_off_platform,
    examples = {
      hits = { { title = "Sneakers, whatsapp me for more" }, { title = "名牌包 加微 看相册" } },
      misses = { { title = "Sneakers, ships today" } },
    },
  },
  rule "stock_implausible" {
    weight = 1, group = "stock",
    description = "more pieces or styles of a much-copied brand than one seller has",
    when = L.stock_implausible & L.brand_high_risk,
    unless = L.accessory | L.brand_accessory | L.authorised,
    examples = {
      hits = { { title = "Hermes slides 38 colorways" } },
      misses = { { title = "Plain slides 38 colorways" }, { title = "Hermes slides" } },
    },
  },
  rule "parallel_import" {
    weight = 2, group = "grey", suspects = "grey_market",
    description = "words for parallel import, resale or goods taken",
    when = L.grey_market:at_least(0.3),
    examples = {
      hits = { { title = "Canon camera, parallel import" } },
      misses = { { title = "Canon camera" }, { title = "Canon camera super copy" } },
    },
  },
}
