--- What a figure counts, by the words of its subject; and which figures of different keys are
-- near enough to be mistaken for each other. Used to say why two figures must not be compared.
local M = {}

-- class, its name in a sentence, words (whole words in English, parts of words in Chinese)
local CLASSES = {
  { "requests", { "request", "requests", "notice", "notices", "notification", "notifications",
    "complaint", "complaints", "claim", "claims", "请求", "通知", "投诉" } },
  { "listings", { "listing", "listings", "link", "links", "url", "urls", "offer", "offers",
    "advert", "adverts", "ads", "链接", "商品信息" } },
  { "accounts", { "account", "accounts", "seller", "sellers", "merchant", "merchants", "账号",
    "卖家", "商家" } },
  { "shops", { "shop", "shops", "store", "stores", "storefront", "storefronts", "店铺", "网店" } },
  { "people", { "person", "persons", "people", "suspect", "suspects", "嫌疑人" } },
  { "cases", { "case", "cases", "案件" } },
  { "items", { "item", "items", "article", "articles", "goods", "product", "products", "units",
    "件商品", "侵权商品" } },
}

-- The same for money: at which price the goods are counted.
local PRICES = {
  { "retail value", { "msrp", "retail", "零售价" } },
  { "domestic value", { "domestic" } },
}

-- The class whose word stands first in a text, and how many classes have one there.
local function first_class(classes, text)
  local low = " " .. text:lower():gsub("[^%w\x80-\xFF]+", " ") .. " "
  local best, found, n = nil, nil, 0
  for _, class in ipairs(classes) do
    local at
    for _, word in ipairs(class[2]) do
      local here = low:find(word:find("^%a") and " " .. word .. " " or word, 1, true)
      if here and (not at or here < at) then at = here end
    end
    if at then n = n + 1 end
    if at and (not best or at < best) then best, found = at, class[1] end
  end
  return found, n
end

--- "requests", "listings" …, or nil; for money "retail value", "domestic value". The head decides
-- before the rest of the subject, of several words the first; for money then the sentence, if it
-- names one price only.
function M.of(m)
  local classes = m.unit == "currency" and PRICES or CLASSES
  local found = m.head and first_class(classes, m.head)
    or m.subject and first_class(classes, m.subject)
  if found or m.unit ~= "currency" or not m.sentence then return found or nil end
  local one, n = first_class(classes, m.sentence)
  return n == 1 and one or nil
end

-- Keys beside each other: nobody may set one against the other.
local FAMILIES = {
  { "takedown_requests", "valid_notices", "flags_received", "listings_removed",
    "infringing_links_removed", "proactive_removals", "consumer_report_removals",
    "listings_blocked", "content_removed" },
  { "takedown_success_rate", "takedown_rejected_share" },
  { "takedown_processed_within_24h", "takedown_processing_time" },
  { "proactive_removal_share", "proactive_removed_before_sale" },
  { "sellers_sanctioned", "stores_closed", "accounts_closed", "social_accounts_closed",
    "seller_attempts_blocked" },
  { "customs_seizures", "items_seized", "seizure_value" },
  { "enforcement_leads", "criminal_referrals", "investigations" },
  { "arrests", "indictments", "prosecutions", "convictions" },
  { "aaca_members", "brands_represented", "brands_enrolled", "ipp_registered_users" },
}

local family = {}
for n, keys in ipairs(FAMILIES) do
  for _, key in ipairs(keys) do family[key] = n end
end

--- Number of a key's family, or nil.
function M.family(key) return family[key] end

return M
