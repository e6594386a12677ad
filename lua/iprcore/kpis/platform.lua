--- The rights holders' portal: takedown requests, their clocks and outcomes, counter-notices,
-- registered users.
local RECEIVED = "request_received"
local ACCEPTED = { "request_accepted", "request_partly_accepted" }
local DECIDED = { "request_accepted", "request_partly_accepted", "request_rejected" }
local WITHDRAWN = "request_withdrawn"
local CN_DECIDED = { "counter_notice_accepted", "counter_notice_rejected" }

return {
  {
    key = "takedown_processed_within_24h",
    label = { en = "Processed within 24 hours", zh = "24小时内处理" },
    definition = {
      en = "Of the requests received that were decided or are more than 24 hours old, the "
        .. "share decided within 24 hours of receipt; withdrawn requests are left out.",
      zh = "已作出决定或收到已超过24小时的投诉中，在收到后24小时内作出决定的比例；已撤回的投诉不计。",
    },
    counts = "requests", cohort = "received", numerator = "decided within 24 hours",
    denominator = "decided, or open for more than 24 hours",
    of = RECEIVED, done = DECIDED, drop = WITHDRAWN, within = { 24, "hour" },
  },
  {
    key = "takedown_requests",
    label = { en = "Takedown requests", zh = "删除投诉" },
    definition = { en = "Requests of rights holders to remove listings, by the time of receipt.",
      zh = "权利人要求删除商品的投诉，按收到时间计。" },
    counts = "requests", cohort = "received", of = RECEIVED,
  },
  {
    key = "takedown_processing_time",
    label = { en = "Median processing time", zh = "处理时间中位数" },
    definition = { en = "Half of the decided requests took no longer than this from receipt to "
      .. "decision.",
      zh = "一半已决定的投诉自收到至决定所用时间不超过此值。" },
    counts = "requests", cohort = "received", clock = "calendar",
    of = RECEIVED, done = DECIDED, drop = WITHDRAWN, quantile = 0.5,
  },
  {
    key = "takedown_processing_time_p95",
    label = { en = "95th percentile of processing time", zh = "处理时间第95百分位" },
    definition = { en = "Nineteen of twenty decided requests took no longer than this from "
      .. "receipt to decision.",
      zh = "二十件已决定的投诉中有十九件所用时间不超过此值。" },
    counts = "requests", cohort = "received", clock = "calendar",
    of = RECEIVED, done = DECIDED, drop = WITHDRAWN, quantile = 0.95,
  },
  {
    key = "takedown_success_rate",
    label = { en = "Requests that led to removal", zh = "投诉成立" },
    definition = { en = "Of the requests decided in the period, the share accepted in full or "
      .. "in part.",
      zh = "本期作出决定的投诉中全部或部分成立的比例。" },
    counts = "requests", cohort = "decided", numerator = "accepted in full or in part",
    denominator = "decided requests", of = DECIDED, needs = RECEIVED, done = DECIDED,
    hit = ACCEPTED,
  },
  {
    key = "takedown_rejected_share",
    label = { en = "Requests rejected", zh = "投诉被驳回" },
    definition = { en = "Of the requests decided in the period, the share rejected.",
      zh = "本期作出决定的投诉中被驳回的比例。" },
    counts = "requests", cohort = "decided", numerator = "rejected",
    denominator = "decided requests", of = DECIDED, needs = RECEIVED, done = DECIDED,
    hit = "request_rejected",
  },
  {
    key = "counter_notices",
    label = { en = "Counter-notices", zh = "反通知" },
    definition = { en = "Objections of sellers to a removal, by the time of receipt.",
      zh = "卖家对移除提出的异议，按收到时间计。" },
    counts = "counter-notices", cohort = "received", of = "counter_notice_received",
  },
  {
    key = "counter_notice_success_rate",
    label = { en = "Counter-notices upheld", zh = "反通知成立" },
    definition = { en = "Of the counter-notices decided in the period, the share decided for "
      .. "the seller.",
      zh = "本期作出决定的反通知中支持卖家的比例。" },
    counts = "counter-notices", cohort = "decided", numerator = "decided for the seller",
    denominator = "decided counter-notices", of = CN_DECIDED, needs = "counter_notice_received",
    done = CN_DECIDED, hit = "counter_notice_accepted",
  },
  {
    key = "ipp_registered_users",
    label = { en = "Registered users", zh = "注册用户" },
    definition = { en = "Accounts registered and not closed, at the end of the period.",
      zh = "期末已注册且未关闭的账户。" },
    counts = "accounts", cohort = "as of", of = "account_registered", stock = true,
  },
}
