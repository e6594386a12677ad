--- The quality of notifiers, by the lines that large programmes draw: at least 90 % of the
-- requests accepted with at most 5 % undone by counter-notices, and at least 99 % accepted.
local RECEIVED = "request_received"
local ACCEPTED = { "request_accepted", "request_partly_accepted" }
local DECIDED = { "request_accepted", "request_partly_accepted", "request_rejected" }

local GOOD_FAITH = { accepted = 0.90, upheld = 0.05 }
local TRUSTED = { accepted = 0.99, upheld = 1 }

-- Decided requests by notifier, and counter-notices upheld against each.
local function notifier_parts()
  return {
    decided = { of = DECIDED, needs = RECEIVED, done = DECIDED, hit = ACCEPTED, facet = "party" },
    upheld = { of = "counter_notice_accepted", facet = "parent_party" },
  }
end

-- Counts notifiers: den all with a decided request, num those who pass both lines.
local function passing(line)
  return function(p)
    local num, den = 0, 0
    for party, d in pairs(p.decided) do
      if party ~= "" and d.den > 0 then
        local upheld = p.upheld[party] and p.upheld[party].num or 0
        den = den + 1
        if d.num >= line.accepted * d.den and upheld <= line.upheld * d.den then num = num + 1 end
      end
    end
    return num, den
  end
end

return {
  {
    key = "notifiers",
    label = { en = "Notifiers", zh = "投诉人" },
    definition = { en = "Notifiers with at least one request decided in the period.",
      zh = "本期至少有一件投诉作出决定的投诉人。" },
    counts = "notifiers", cohort = "decided", unit = "count", parts = notifier_parts(),
    combine = function(p)
      local _, den = passing(GOOD_FAITH)(p)
      return den
    end,
  },
  {
    key = "notifiers_good_faith_share",
    label = { en = "Notifiers in good standing", zh = "信誉良好的投诉人占比" },
    definition = {
      en = "Of the notifiers with decided requests, the share with at least 90% of them "
        .. "accepted and at most 5% undone by counter-notices.",
      zh = "有投诉作出决定的投诉人中，投诉成立率不低于90%且反通知成立率不高于5%的比例。",
    },
    counts = "notifiers", cohort = "decided", unit = "percent", parts = notifier_parts(),
    combine = passing(GOOD_FAITH),
  },
  {
    key = "notifiers_trusted_share",
    label = { en = "Notifiers with 99% accepted", zh = "成立率达99%的投诉人占比" },
    definition = { en = "Of the notifiers with decided requests, the share with at least 99% "
      .. "of them accepted.",
      zh = "有投诉作出决定的投诉人中，投诉成立率不低于99%的比例。" },
    counts = "notifiers", cohort = "decided", unit = "percent", parts = notifier_parts(),
    combine = passing(TRUSTED),
  },
  {
    key = "notifier_accepted_share",
    label = { en = "Requests accepted, by notifier", zh = "各投诉人投诉成立率" },
    definition = { en = "Of a notifier's requests decided in the period, the share accepted in "
      .. "full or in part.",
      zh = "某投诉人本期作出决定的投诉中成立的比例。" },
    counts = "requests", cohort = "decided", facet = "party", facet_only = true,
    facet_is = "notifier", of = DECIDED, needs = RECEIVED, done = DECIDED, hit = ACCEPTED,
  },
  {
    key = "notifier_counter_notice_share",
    label = { en = "Requests undone by counter-notices, by notifier", zh = "各投诉人被反通知推翻的比例" },
    definition = { en = "Counter-notices upheld in the period against a notifier's requests, "
      .. "of its requests decided in the period.",
      zh = "本期针对某投诉人成立的反通知与其本期作出决定的投诉之比。" },
    counts = "requests", cohort = "decided", facet = "party", facet_only = true,
    facet_is = "notifier", unit = "percent", parts = notifier_parts(),
    combine = function(p, party)
      local d, u = p.decided[party], p.upheld[party]
      return u and u.num or 0, d and d.den or 0
    end,
  },
}
