--- The report's words in English. Everything here may be replaced by the caller
-- (`words = { terms = …, ui = …, figures = …, sections = … }`).
-- terms: the report-wide choice of words, usable as {platform} … in every template.
-- figures: by key; label (a heading), subject (begins "… rose by 20%"), level (the sentence
-- that states the figure), define (what is counted). {When} is "In 2019" or "At the end of
-- 2019", {value} the figure, {parts} its "n of N".
-- Sentences are short and name period, figure and subject in one clause, because both a
-- person and the metric parser read them.
local output = require "iprcore.output"

local MONTHS = { "January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December" }
local QUARTERS = { "first", "second", "third", "fourth" }

local function name_of(period)
  local y, q = period:match("^(%d%d%d%d)%-Q(%d)$")
  if y then return ("the %s quarter of %s"):format(QUARTERS[tonumber(q)] or q, y) end
  local h
  y, h = period:match("^(%d%d%d%d)%-H(%d)$")
  if y then return ("the %s half of %s"):format(QUARTERS[tonumber(h)] or h, y) end
  local m, d
  y, m, d = period:match("^(%d%d%d%d)%-(%d%d)%-(%d%d)$")
  if y then return ("%d %s %s"):format(tonumber(d), MONTHS[tonumber(m)] or m, y) end
  y, m = period:match("^(%d%d%d%d)%-(%d%d)$")
  if y then return ("%s %s"):format(MONTHS[tonumber(m)] or m, y) end
  return period
end

local function period_words(period, period_type, form)
  local instant = period_type == "instant"
  if instant and period:match("^%d%d%d%d%-12%-31$") then period = period:sub(1, 4) end
  local name = name_of(period)
  if form == "name" then return name end
  local day = period:match("^%d%d%d%d%-%d%d%-%d%d$")
  local text = instant and ((day and "as of " or "at the end of ") .. name)
    or ((day and "on " or "in ") .. name)
  return form == "When" and output.capital(text) or text
end

local function money(value, currency, number)
  local code = currency or "USD"
  if value >= 1e9 then return ("%s %s billion"):format(code, number(value / 1e9, 2)) end
  if value >= 1e6 then return ("%s %s million"):format(code, number(value / 1e6, 2)) end
  return ("%s %s"):format(code, number(value, 2))
end

-- "1 leads were handed" -> "1 lead was handed"; other numbers that end in 1 stay.
local function singular(text)
  local function one(pattern, with) text = text:gsub("(%f[^%z%s]1 )" .. pattern, with) end
  one("facilities that made or sold illicit goods were", "%1facility that made or sold illicit goods was")
  one("([%a-]+ ?[%a-]*)s were", "%1%2 was")
  one("(%a+)ies%f[%A]", "%1%2y")
  one("([%a-]*[^%As])s%f[%A]", "%1%2")
  text = text:gsub("there were 1 (%a)", "there was 1 %1")
  return text
end

return {
  code = "en",
  html_lang = "en",
  months = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" },
  terms = {
    organisation = "the programme",
    platform = "the IPP Platform",
    alliance = "the Anti-Counterfeiting Alliance",
    authorities = "law enforcement",
  },
  facets = {},
  -- how a facet is said inside a sentence
  said_facets = { Americas = "the Americas", ["Asia Pacific"] = "the Asia Pacific region",
    ["Middle East"] = "the Middle East", Other = "other regions" },
  format = {
    glue = " ",
    singular = singular,
    counted = "{x} {noun}",
    percent = "{x}%",
    point = "{x} percentage point",
    points = "{x} percentage points",
    points_short = "{x} points",
    durations = { minute = { "{x} minute", "{x} minutes" }, hour = { "{x} hour", "{x} hours" },
      day = { "{x} day", "{x} days" }, second = { "{x} second", "{x} seconds" },
      week = { "{x} week", "{x} weeks" }, month = { "{x} month", "{x} months" },
      year = { "{x} year", "{x} years" } },
    money = money,
    period = period_words,
  },
  ui = {
    title = "Annual report on intellectual property protection",
    titled = "{title}, {year}",
    subtitle = "Results for {year}",
    as_of = "Data as of {date}.",
    internal = "Internal: this copy names parties. Not for publication.",
    unknown = "not known",
    no_change = "no change",
    parts = "({n} of {d})",
    facet = "{label}, {facet}",
    yoy = "year on year",
    was = "{period}: {value}",
    change_rise = "{Subject} rose by {change} year on year {when}, from {before} {last}.",
    change_fall = "{Subject} fell by {change} year on year {when}, from {before} {last}.",
    change_none = "{Subject} did not change year on year.",
    change_rise_alone = "{When}, {subject} rose by {change} year on year.",
    change_fall_alone = "{When}, {subject} fell by {change} year on year.",
    plain_level = "{label} {when}: {value} {parts}.",
    not_known = "{label} cannot be stated for this year: {reason}.",
    no_reason = "the events do not say",
    figure = "Figure", this_year = "{year}", last_year = "{year}", change = "Change",
    counted = "Counted", open = "Still open", not_counted = "Not known", share = "Share",
    other_removals = "Other removals",
    month = "Month", party = "Party", region = "Region", definition = "Definition", what = "What was seen",
    number = "Number", published = "As published", now = "As counted now", reason = "Reason",
    data_table = "The figures behind this chart",
    compared = "{label}: {year} against {last}",
    facts_desc = "{facts}",
    compared_desc = "Bars for {last} and {year}. {facts}",
    by_month = "{label} by month, {year}",
    by_month_desc = "Month by month. Lowest: {low} in {low_month}; highest: {high} in "
      .. "{high_month}.",
    shares = "{label}, {year}",
    shares_desc = "One bar divided into shares. {facts}",
    fact = "{label}: {value}.",
    restated = "Figures for {year} have been counted again. These differ from what was published.",
    restated_none = "Every figure published for {year} was counted again and is unchanged.",
    restated_late = "events that arrived after publication, or a changed definition",
    quality_none = "Nothing unusual was seen in the events.",
    quality_lead = "Nothing is dropped in silence: what could not be used, or only in part, is "
      .. "listed here.",
    missing_in = "Not known and left out: {label}",
    parties_left_out = "Parties counted and not listed",
    quality = {
      duplicated = "Rows of a kind and id seen before",
      unknown_id = "Events of an id whose beginning is not known",
      impossible_time = "Events before what they must follow",
      unknown_parent = "Events whose parent is not known",
      unknown_kind = "Rows of an unknown kind",
    },
    kinds = {},
    method = {
      "Every figure is counted from the programme's own events. A case joins the events of one "
        .. "listing, request, report, lead or member.",
      "A share states what was counted and out of how many. Cases that are still open, or whose "
        .. "outcome is not known, are left out of a share and shown beside it.",
      "Where a figure rests on something not having happened, such as no sale, only listings "
        .. "inside declared coverage are counted.",
      "A listing is suspected until a person decides. Parties are counted and never listed.",
    },
    method_internal = "A listing is suspected until a person decides. This internal copy names "
      .. "parties.",
    definitions = "Definitions",
    footer = "Made by iprcore from the events themselves.",
    in_words = "The same in sentences, to quote",
    contents = "Contents", skip = "Skip to the key results", marked = "internal",
  },
  sections = {
    key_results = "Key results",
    proactive = "Proactive monitoring and removal",
    removals = "All removals",
    requests = "Takedown requests from rights holders",
    consumers = "Reports from consumers",
    offline = "Offline enforcement",
    alliance = "Anti-Counterfeiting Alliance",
    other = "Other figures",
    regions = "Regions",
    months = "Month by month",
    restatements = "Restatements",
    method = "Method and definitions",
    quality = "Data quality",
    parties = "Parties",
  },
  figures = {
    proactive_removals = {
      noun = "listings",
      label = "Proactive removals", subject = "the number of listings removed proactively",
      level = "{When}, {value} listings were removed proactively.",
      define = "Listings removed on the platform's own initiative, before any request or report.",
    },
    proactive_removed_before_sale = {
      label = "Removed before a first sale", subject = "the share removed before a single sale",
      level = "{When}, {value} of proactively removed listings were eliminated before a single "
        .. "sale took place {parts}.",
      define = "Of the proactively removed listings whose sales are known, the share with no "
        .. "sale before removal.",
    },
    proactive_removal_share = {
      label = "Proactive share of removals", subject = "the proactive share of removals",
      level = "{When}, {value} of all removals were proactive {parts}.",
      define = "Of all removed listings, the share removed without a request or a report.",
    },
    listings_removed = {
      noun = "listings",
      label = "Listings removed", subject = "the number of listings removed",
      level = "{When}, {value} listings were removed.",
      define = "Listings removed for any intellectual property reason, each counted once.",
    },
    listings_restored = {
      noun = "listings",
      label = "Listings restored", subject = "the number of listings restored",
      level = "{When}, {value} listings were restored.",
      define = "Removed listings that were put back, after a counter-notice or a review.",
    },
    listings_blocked = {
      noun = "listings",
      label = "Listings blocked", subject = "the number of listings blocked",
      level = "{When}, {value} listings were blocked before they appeared.",
      define = "Listings stopped before they could be seen.",
    },
    convictions = {
      noun = "convictions",
      label = "Convictions", subject = "the number of convictions",
      level = "{When}, there were {value} convictions.",
      define = "Convictions in cases that began with a lead.",
    },
    relisting_rate = {
      label = "Relisted after removal", subject = "the relisting rate",
      level = "{When}, {value} of removed listings were listed again {parts}.",
      define = "Of the removed listings inside relisting coverage, the share found listed again.",
    },
    takedown_requests = {
      noun = "requests",
      label = "Takedown requests", subject = "the number of takedown requests",
      level = "{When}, {value} takedown requests were received.",
      define = "Requests to remove listings that rights holders sent through {platform}.",
    },
    takedown_processed_within_24h = {
      label = "Processed within 24 hours",
        subject = "the share of takedown requests processed within 24 hours",
      level = "{When}, {value} of takedown requests submitted through {platform} were processed "
        .. "within 24 hours {parts}.",
      define = "Of the requests received, the share decided within 24 hours of receipt.",
    },
    takedown_processing_time = {
      label = "Median processing time", subject = "the median processing time of takedown requests",
      level = "{When}, the median processing time of takedown requests was {value}.",
      define = "The median time from receipt to decision.",
    },
    takedown_processing_time_p95 = {
      label = "95th percentile of processing time",
        subject = "the 95th percentile of the processing time of takedown requests",
      level = "{When}, the 95th percentile of the processing time of takedown requests was {value}.",
      define = "The 95th percentile of the time from receipt to decision.",
    },
    takedown_success_rate = {
      label = "Requests that led to removal",
        subject = "the share of takedown requests that led to removal",
      level = "{When}, {value} of takedown requests led to removal {parts}.",
      define = "Of the decided requests, the share accepted in full or in part.",
    },
    takedown_rejected_share = {
      label = "Requests rejected", subject = "the share of takedown requests rejected",
      level = "{When}, {value} of takedown requests were rejected {parts}.",
      define = "Of the decided requests, the share rejected.",
    },
    ipp_registered_users = {
      noun = "users",
      label = "Registered users", subject = "the number of registered users on {platform}",
      level = "{When}, {platform} had {value} registered users.",
      define = "Rights-holder accounts open on {platform}.",
    },
    counter_notices = {
      noun = "counter-notices",
      label = "Counter-notices", subject = "the number of counter-notices",
      level = "{When}, {value} counter-notices were received.",
      define = "Objections of sellers to a removal.",
    },
    counter_notice_success_rate = {
      label = "Counter-notices upheld", subject = "the share of counter-notices upheld",
      level = "{When}, {value} of counter-notices were upheld {parts}.",
      define = "Of the decided counter-notices, the share decided for the seller.",
    },
    consumer_reports = {
      noun = "reports",
      label = "Consumer reports", subject = "the number of reports from consumers",
      level = "{When}, consumers sent {value} reports of suspected counterfeits.",
      define = "Reports of suspected counterfeits by shoppers.",
    },
    consumer_report_removals = {
      noun = "listings",
      label = "Removed on consumer reports",
      subject = "the number of listings removed in response to consumer reports",
      level = "{When}, {value} listings were removed in response to consumer reports of "
        .. "suspected counterfeits.",
      define = "Listings removed because a shopper reported them.",
    },
    enforcement_leads = {
      noun = "leads",
      label = "Leads to {authorities}", subject = "the number of leads handed to {authorities}",
      level = "{When}, {value} leads were handed to {authorities}.",
      define = "Leads on suspected counterfeiting handed to {authorities}.",
    },
    arrests = {
      noun = "arrests",
      label = "Arrests", subject = "the number of arrests",
      level = "{When}, {value} criminal suspects were arrested.",
      define = "People arrested in cases that began with a lead.",
    },
    facilities_closed = {
      noun = "facilities",
      label = "Facilities closed", subject = "the number of facilities closed",
      level = "{When}, {value} facilities that made or sold illicit goods were closed.",
      define = "Workshops, warehouses and shops closed in cases that began with a lead.",
    },
    consumer_report_success_rate = {
      label = "Consumer reports accepted", subject = "the share of consumer reports accepted",
      level = "{When}, {value} of consumer reports were accepted {parts}.",
      define = "Of the decided consumer reports, the share accepted.",
    },
    value_per_case = {
      label = "Value per case", subject = "the average value per case in {facet}",
      level = "{When}, the average value per case was {value}.",
      define = "Value of the goods in criminal cases divided by the cases with a stated value.",
    },
    notifiers = {
      noun = "notifiers", label = "Notifiers", subject = "the number of notifiers",
      level = "{When}, {value} notifiers had a request decided.",
      define = "Notifiers with at least one decided request.",
    },
    notifiers_good_faith_share = {
      label = "Notifiers in good standing", subject = "the share of notifiers in good standing",
      level = "{When}, {value} of notifiers were in good standing {parts}.",
    },
    notifiers_trusted_share = {
      label = "Notifiers almost always right", subject = "the share of notifiers almost always right",
      level = "{When}, {value} of notifiers were almost always right {parts}.",
    },
    notifier_accepted_share = { label = "Requests accepted" },
    notifier_counter_notice_share = { label = "Undone by counter-notices" },
    arrests_per_lead = {
      noun = "arrests per lead",
      label = "Arrests per lead", subject = "arrests per lead",
      level = "{When}, there were {value} arrests per lead.",
      define = "Arrests divided by leads.",
    },
    case_value = {
      label = "Case value", subject = "the case value in {facet}",
      level = "{When}, the case value was {value}.",
      define = "Value of the goods in criminal cases, by currency, never converted.",
    },
    aaca_members = {
      noun = "members",
      label = "Alliance members", subject = "the number of members of {alliance}",
      level = "{When}, {alliance} had {value} members.",
      define = "Rights holders that were members at the end of the period.",
    },
    brands_represented = {
      noun = "brands",
      label = "Brands represented",
        subject = "the number of brands represented by members of {alliance}",
      level = "{When}, members of {alliance} represented {value} brands.",
      define = "Different brands that the members stand for.",
    },
    region_share = {
      label = "Members by region", subject = "the share of members from {facet}",
      level = "{When}, members from {facet} accounted for {value} of members of {alliance} "
        .. "{parts}.",
      define = "Members by the region they come from, as a share of all members.",
    },
  },
}
