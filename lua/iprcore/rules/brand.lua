--- Brands: how the name is written. Only evasion is suspicious by itself; a slip counts
-- little, ordinary writing of a much-copied name next to nothing.
local ipr = require "iprcore"
local rule, L = ipr.rule, ipr.field

return {
  rule "brand_evaded" {
    weight = 2.5, group = "evasion",
    description = "a brand written so that people read it and filters do not",
    public = "The brand's name is written in a disguised way.",
    when = L.brand_evasion,
    examples = {
      hits = { { title = "Guссi belt" }, { title = "G u c c i belt" } },
      misses = { { title = "Gucci belt" }, { title = "GUCCI belt" } },
    },
  },
  rule "copied_brand_evaded" {
    weight = 2, group = "evasion",
    description = "a much-copied brand written so that filters do not read it",
    when = L.brand_evasion & L.brand_high_risk,
    examples = {
      hits = { { title = "Guссi belt" } },
      misses = { { title = "Gucci belt" } },
    },
  },
  rule "brand_misspelt" {
    weight = 0.8, group = "brand",
    description = "a much-copied brand misspelt, and the right name nowhere",
    when = L.brand_slip & L.brand_high_risk,
    unless = L.authorised,
    examples = {
      hits = { { title = "Balenciagga sneakers" } },
      misses = { { title = "Balenciaga sneakers" } },
    },
  },
  rule "brand_much_copied" {
    weight = 0.4, group = "brand",
    description = "names a much-copied brand",
    when = L.brand_high_risk,
    unless = L.accessory | L.authorised,
    examples = {
      hits = { { title = "Rolex Submariner watch" } },
      misses = { { title = "Strap for Rolex" }, { title = "Plain watch" } },
    },
  },
  rule "brands_many" {
    weight = 0.8, group = "brand",
    description = "several brands in one listing, a much-copied one among them",
    when = L.brand_count:at_least(3) & L.brand_high_risk,
    unless = L.accessory | L.brand_accessory,
    examples = {
      hits = { { title = "Gucci Prada Versace Dior belts" } },
      misses = { { title = "Gucci belt" } },
    },
  },
  rule "brand_denied" {
    weight = 0.8, group = "brand",
    description = "the brand column denies the brand that the title names",
    when = L.brand_high_risk & L.brand:is_any { "unbranded", "no brand", "generic", "no name",
      "not branded", "oem", "sem marca", "sin marca", "ohne marke", "sans marque",
      "без бренда", "无品牌", "其他", "ノーブランド", "other" },
    unless = L.accessory | L.brand_accessory,
    examples = {
      hits = { { title = "Gucci belt", brand = "Unbranded" } },
      misses = { { title = "Gucci belt", brand = "Gucci" }, { title = "Leather belt",
        brand = "Unbranded" } },
    },
  },
}
