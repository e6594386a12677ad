--- Proactive monitoring and removal: what the platform finds on its own, and what comes back.
local REMOVED = "listing_removed"
local OWN = { source = "own_initiative" }

return {
  {
    key = "proactive_removed_before_sale",
    label = { en = "Removed before a first sale", zh = "首次售出前移除" },
    definition = {
      en = "Of the listings removed on the platform's own initiative whose sales are known "
        .. "from their creation to their removal, the share without a sale before the "
        .. "removal.",
      zh = "平台主动移除且自创建至移除期间销售记录完整的商品中，移除前没有售出的比例。",
    },
    counts = "listings", cohort = "removed", numerator = "no sale before the removal",
    denominator = "own-initiative removals inside coverage of listing_sold",
    of = REMOVED, where = OWN, without = "listing_sold",
  },
  {
    key = "proactive_removals",
    label = { en = "Proactive removals", zh = "主动移除" },
    definition = { en = "Listings removed on the platform's own initiative.",
      zh = "平台主动移除的商品。" },
    counts = "listings", cohort = "removed", of = REMOVED, where = OWN,
  },
  {
    key = "listings_removed",
    label = { en = "Listings removed", zh = "移除商品" },
    definition = { en = "Listings removed for any intellectual property reason, each counted once.",
      zh = "因知识产权原因移除的商品，每件计一次。" },
    counts = "listings", cohort = "removed", of = REMOVED,
  },
  {
    key = "proactive_removal_share",
    label = { en = "Proactive share of removals", zh = "主动移除占比" },
    definition = { en = "Of all removed listings, the share removed on the platform's own "
      .. "initiative.",
      zh = "全部移除商品中平台主动移除的比例。" },
    counts = "listings", cohort = "removed", numerator = "own-initiative removals",
    denominator = "removals", of = REMOVED, share_where = OWN,
  },
  {
    key = "listings_blocked",
    label = { en = "Listings blocked", zh = "拦截商品" },
    definition = { en = "Listings stopped before they appeared.", zh = "上架前被拦截的商品。" },
    counts = "listings", cohort = "blocked", of = "listing_blocked",
  },
  {
    key = "listings_restored",
    label = { en = "Listings restored", zh = "恢复商品" },
    definition = { en = "Removed listings that were put back, by the time of their return.",
      zh = "移除后恢复的商品，按恢复时间计。" },
    counts = "listings", cohort = "restored", of = "listing_restored",
  },
  {
    key = "relisting_rate",
    label = { en = "Relisted after removal", zh = "移除后再次上架" },
    definition = {
      en = "Of the listings removed inside coverage of relistings, the share found listed "
        .. "again by the date of the figures.",
      zh = "在再上架记录完整期间移除的商品中，截至统计日再次上架的比例。",
    },
    counts = "listings", cohort = "removed", numerator = "found listed again",
    denominator = "removals inside coverage of listing_relisted",
    of = REMOVED, followed_by = "listing_relisted",
  },
}
