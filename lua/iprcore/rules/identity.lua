--- Identity: whether the article number can be what it says. A missing number, a filler or
-- a number that a spreadsheet damaged says nothing.
local ipr = require "iprcore"
local rule, L = ipr.rule, ipr.field

return {
  rule "gtin_wrong" {
    weight = 1, group = "identity",
    description = "the article number's check digit or length is wrong",
    public = "The article number (GTIN, EAN, UPC) is not a valid one.",
    when = L.gtin_wrong,
    examples = {
      hits = { { gtin = "4006381333932" } },
      misses = { { gtin = "4006381333931" }, { gtin = "does not apply" },
        { gtin = "4.00638E+12" }, {} },
    },
  },
  rule "gtin_restricted" {
    weight = 1, group = "identity",
    description = "an article number for shops or coupons, which goods for sale do not have",
    public = "The article number (GTIN, EAN, UPC) belongs to no goods for sale.",
    when = L.gtin_restricted,
    examples = {
      hits = { { gtin = "2000000000015" } },
      misses = { { gtin = "4006381333931" }, {} },
    },
  },
  rule "gtin_on_many_brands" {
    weight = 1, group = "identity",
    description = "the same article number on several brands",
    public = "The article number (GTIN, EAN, UPC) belongs to goods of another brand.",
    when = L.gtin_brands:at_least(3),
    examples = { misses = { { gtin = "4006381333931" }, {} } },
  },
}
