--- What looks like a key figure and is none: rows as in keys.lua whose key is false. They
-- compete with the others, so that what is counted by its own name ("23 search-and-seizure
-- warrants"), a price, a possible fine or a term of prison gets no key.
local count, percent, money = { "count" }, { "percent", "ratio" }, { "currency" }

return {
  { key = false, units = count, heads = { "other_thing" } },
  { key = false, units = count, heads = { "oversight" }, weight = 10 },
  { key = false, units = count, deed = { "aside_deed" }, weight = 100, without = { "buyer" } },
  { key = false, units = count, deed = { "look_deed", "other_deed" }, weight = 40,
    heads = { "facility", "website", "store", "business", "link", "brand", "other_thing" } },
  { key = false, units = count, heads = { "case", "court_case" }, verbs = { "procurator" }, weight = 15,
    without = { "arrest", "prosecution", "prosecute", "case_opened", "lead", "hand_over", "regulator" } },
  { key = false, units = count, heads = { "container" }, near = { "inspect" }, weight = 40 },
  { key = false, units = count, heads = { "patent_application", "filing", "ip_right" },
    deed = { "grant" }, weight = 60 },
  { key = false, units = money, heads = { "other_sum" } },
  { key = false, units = { "currency", "percent" }, near = { "limit" }, weight = 100,
    without = { "counterfeit", "piracy", "lose", "trade", "fine" } },
  { key = false, units = count, near = { "other_service" }, weight = 60,
    heads = { "seller", "account", "store", "website", "request", "case", "court_case", "filing", "patent_application", "lawsuit" } },
  { key = false, units = money, deed = { "freeze" }, weight = 160 },
  { key = false, units = money, near = { "price_each", "may_be" }, weight = 160, level = true },
  { key = false, units = count, heads = { "staff" }, near = { "sweep" }, without = { "platform" }, weight = 40 },
  { key = false, units = count, heads = { "store", "facility", "business" }, place = true, weight = 60,
    without = { "alliance", "member" } },
  { key = false, units = money, near = { "gain" }, weight = 160, level = true },
  { key = false, units = percent, near = { "price_each" }, weight = 160 },
  { key = false, units = money, heads = { "damages", "fine" }, with = { "may_be" }, level = true },
  { key = false, units = money, heads = { "fine" }, with = { "regulator", "administrative" },
    without = { "court" }, level = true, weight = 15 },
  { key = false, units = percent, heads = { "other_part" } },
  { key = false, units = { "count", "duration" }, near = { "limit" }, weight = 100, level = true },
  { key = false, units = count, heads = { "brand", "rights_holder", "person", "staff", "member", "seller", "business" },
    near = { "lessons" }, weight = 60 },
  { key = false, units = count, heads = { "person", "job" }, deed = { "employ" }, with = { "industry" }, weight = 60 },
  { key = false, units = { "duration" }, heads = { "other_time" }, level = true },
  { key = false, units = { "duration" }, near = { "other_time", "may_be" }, weight = 160, level = true },
}
