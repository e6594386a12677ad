-- The 21 rules of the peer pipelines (../shared/peers/README.md), for comparing answers and speed:
--   iprcore score --rules spec/bench/peer_rules.lua --define keydir=DIR --define brands=10000 \
--     --threads 1 --format csv LISTINGS.csv
-- DIR holds brands.tsv, replica.txt and badimg.txt. Weights are theirs; so is the cap of 100.
local ipr = require "iprcore"
local rule, L, defines = ipr.rule, ipr.field, ipr.defines

local function load(name, options) return ipr.list.load(defines.keydir .. "/" .. name, options) end

local brands = load("brands.tsv", { value = 2, rows = math.tointeger(defines.brands or 10000) })
local replica = load "replica.txt"
local fakes = load "badimg.txt"
local contact = ipr.list { "whatsapp", "wechat", "telegram", "dm me", "微信" }

-- The peers fold look-alikes away: their title is our skeleton.
local title, description = L.title.skeleton, L.description.skeleton
local named, known = title:has(brands), L.brand.skeleton:is_any(brands)
local part_of_price = L.price:per(title:most(brands))

local LOOK_ALIKES = "авекмнорстухіјѕԁԛԝһӏαβεικνορτυχγսօոց" .. "Ａ-Ｚａ-ｚ"
local EMOJI = "\u{1F300}-\u{1FFFF}"

return {
  max_score = 100,
  rules = {
    rule "replica" { weight = 25, when = title:has(replica) },
    rule "replica_twice" { weight = 10, when = title:count(replica):at_least(2) },
    rule "replica_described" { weight = 15, when = description:has(replica) },
    rule "brand_disguised" { weight = 20, when = L.title.joined:reveals(brands) },
    rule "brand_misspelt" { weight = 20, when = ~named & title:near(brands) },
    rule "maker_unknown" { weight = 3, when = L.brand:present() & ~known },
    rule "maker_not_named" { weight = 2, when = known & ~title:has(L.brand) },
    rule "far_below_price" { weight = 25, when = part_of_price:below(0.2) },
    rule "below_price" { weight = 10, when = part_of_price:at_least(0.2)
      & part_of_price:below(0.5) },
    rule "ships_from" { weight = 4, when = named & L.ship_from:is_any { "CN", "HK", "TR" } },
    rule "no_gtin" { weight = 3, when = L.gtin:missing() },
    rule "wrong_gtin" { weight = 12, when = L.gtin_wrong },
    rule "known_fake" { weight = 30, when = L.image_hash:near(fakes, 7) },
    rule "new_shop" { weight = 8, when = L.seller_age_days:below(30) },
    rule "brand_new_shop" { weight = 7, when = L.seller_age_days:below(7) },
    rule "cheap_luxury" { weight = 8, when = L.category:is "luxury" & L.price:below(50) },
    rule "odd_currency" { weight = 2,
      when = ~L.currency:is_any { "USD", "EUR", "GBP", "CNY", "TRY" } },
    rule "mixed_letters" { weight = 10,
      when = L.title:has_char(LOOK_ALIKES) & L.title:has_char "A-Za-z" },
    rule "emoji" { weight = 1, when = L.title:has_char(EMOJI) },
    rule "long_title" { weight = 2, when = L.title.words:above(25) },
    rule "contact" { weight = 10, when = description:has(contact) },
  },
}
