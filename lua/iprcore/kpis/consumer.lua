--- Reports of suspected counterfeits by consumers, and the removals they lead to.
local DECIDED = { "report_accepted", "report_rejected" }

return {
  {
    key = "consumer_report_removals",
    label = { en = "Removed on consumer reports", zh = "因消费者举报移除" },
    definition = { en = "Listings removed because a consumer reported them.",
      zh = "因消费者举报而移除的商品。" },
    counts = "listings", cohort = "removed", of = "listing_removed",
    where = { source = "consumer_report" },
  },
  {
    key = "consumer_reports",
    label = { en = "Consumer reports", zh = "消费者举报" },
    definition = { en = "Reports of suspected counterfeits by consumers, by the time of receipt.",
      zh = "消费者对涉嫌假货的举报，按收到时间计。" },
    counts = "reports", cohort = "received", of = "report_received",
  },
  {
    key = "consumer_report_success_rate",
    label = { en = "Consumer reports accepted", zh = "消费者举报成立" },
    definition = { en = "Of the consumers' reports decided in the period, the share accepted.",
      zh = "本期作出决定的消费者举报中成立的比例。" },
    counts = "reports", cohort = "decided", numerator = "accepted", denominator = "decided reports",
    of = DECIDED, needs = "report_received", done = DECIDED, hit = "report_accepted",
  },
}
