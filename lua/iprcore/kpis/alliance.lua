--- The anti-counterfeiting alliance: members and the brands they stand for, as of the period's
-- end, in all and by region.
return {
  {
    key = "aaca_members",
    label = { en = "Alliance members", zh = "联盟成员" },
    definition = { en = "Rights holders that had joined and not left at the end of the period.",
      zh = "期末已加入且未退出的权利人。" },
    counts = "members", cohort = "as of", of = "member_joined", stock = true, facet = "region",
  },
  {
    key = "brands_represented",
    label = { en = "Brands represented", zh = "代表品牌" },
    definition = {
      en = "Brands that members stood for at the end of the period, as each member states "
        .. "them; a member that leaves takes its brands along.",
      zh = "期末成员所代表的品牌，以成员申报为准；成员退出则其品牌一并减除。",
    },
    counts = "brands", cohort = "as of", of = "member_joined", stock = true, sum = "count",
    facet = "region",
    also = { { of = "brand_added", stock = true, sum = "count", facet = "parent_region" } },
  },
  {
    key = "region_share",
    label = { en = "Members by region", zh = "成员地区分布" },
    definition = { en = "Members of a region at the end of the period, as a share of all members.",
      zh = "期末某地区成员占全部成员的比例。" },
    counts = "members", cohort = "as of", numerator = "members of the region",
    denominator = "members", of = "member_joined", stock = true, facet = "region",
    facet_share = true,
  },
}
