-- Random but coherent figures of two years of a programme, as `tally` prints them: what the
-- report's property tests are made of.
local M = {}

-- A small generator of its own (xorshift), so that every Lua gives the same years.
local function random(seed)
  local x = (seed * 2654435761 + 88172645463325252) & 0x7FFFFFFFFFFFFFFF
  return function(low, high)
    x = x ~ ((x << 13) & 0x7FFFFFFFFFFFFFFF)
    x = x ~ (x >> 7)
    x = x ~ ((x << 17) & 0x7FFFFFFFFFFFFFFF)
    return low + x % (high - low + 1)
  end
end

local COUNTS = { "proactive_removals", "listings_removed", "listings_restored", "listings_blocked",
  "consumer_report_removals", "consumer_reports", "takedown_requests", "counter_notices",
  "enforcement_leads", "arrests", "facilities_closed", "convictions", "notifiers" }
local SHARES = { "proactive_removed_before_sale", "takedown_processed_within_24h",
  "proactive_removal_share", "takedown_success_rate", "takedown_rejected_share",
  "relisting_rate", "counter_notice_success_rate", "consumer_report_success_rate",
  "notifiers_good_faith_share", "notifiers_trusted_share" }
local INSTANTS = { "ipp_registered_users", "aaca_members", "brands_represented" }

local function level(key, period, value, unit, more)
  local line = { key = key, period = period, period_type = "duration", kind = "level",
    value = value, unit = unit }
  for k, v in pairs(more or {}) do line[k] = v end
  return line
end

local function counts(out, pick, year)
  for _, key in ipairs(COUNTS) do
    local sum = 0
    for m = 1, 12 do
      local n = pick(20, 60 * (#key % 7 + 2))
      sum = sum + n
      out[#out + 1] = level(key, ("%d-%02d"):format(year, m), n, "count")
    end
    out[#out + 1] = level(key, tostring(year), sum, "count")
  end
end

local function shares(out, pick, year)
  for _, key in ipairs(SHARES) do
    local num, den = 0, 0
    for m = 1, 12 do
      local d = pick(200, 2000)
      local n = pick(d // 3, d)
      num, den = num + n, den + d
      out[#out + 1] = level(key, ("%d-%02d"):format(year, m), 100 * n / d, "percent",
        { num = n, den = d })
    end
    out[#out + 1] = level(key, tostring(year), 100 * num / den, "percent",
      { num = num, den = den, open = pick(0, 9), unknown = pick(0, 400) })
  end
end

local REGIONS = { "Europe", "Americas", "China", "Asia Pacific" }

local function members(out, pick, year)
  for _, key in ipairs(INSTANTS) do
    out[#out + 1] = level(key, year .. "-12-31", pick(150, 4000), "count",
      { period_type = "instant" })
  end
  local n, all = {}, 0
  for i = 1, #REGIONS do
    n[i] = pick(20, 400)
    all = all + n[i]
  end
  for i, region in ipairs(REGIONS) do
    out[#out + 1] = level("region_share[" .. region .. "]", year .. "-12-31", 100 * n[i] / all,
      "percent", { period_type = "instant", num = n[i], den = all })
  end
end

--- The lines of year - 1 and year for a seed.
function M.lines(seed, year)
  local out, pick = {}, random(seed)
  for y = year - 1, year do
    counts(out, pick, y)
    shares(out, pick, y)
    members(out, pick, y)
    out[#out + 1] = level("takedown_processing_time", tostring(y), pick(20, 900) / 10, "duration",
      { subunit = "hour" })
    out[#out + 1] = level("takedown_processing_time_p95", tostring(y), pick(900, 3000) / 10,
      "duration", { subunit = "hour" })
    out[#out + 1] = level("arrests_per_lead", tostring(y), pick(110, 990) / 100, "ratio")
    out[#out + 1] = level("case_value[CNY]", tostring(y), pick(1000001, 900000000) * 10, "currency",
      { subunit = "CNY" })
    out[#out + 1] = level("case_value[USD]", tostring(y), pick(100001, 9000000), "currency",
      { subunit = "USD" })
    out[#out + 1] = level("value_per_case[CNY]", tostring(y), pick(10001, 9000000) / 7, "currency",
      { subunit = "CNY" })
  end
  return out, pick
end

return M
