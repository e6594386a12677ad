--- What a report must agree on with itself: shares that should sum to 100 %, a change and its
-- two levels, a rate and its counts, one figure stated twice. Each finding is
--   { check, detail, first, last, ok }
local claims = require "iprcore.audit.claims"
local data = require "iprcore.audit.data"
local figures = require "iprcore.report.figures"
local verdict = require "iprcore.audit.verdict"
local words = require "iprcore.report.words"

local M = {}

local number = words.number

local english
local function label(key)
  english = english or words.load "en"
  return english:label(figures.split(key))
end

local function shown(m) return m.surface or number(m.value, 4) end

-- "n of N" in brackets: pattern, and whether the whole comes first.
local PARTS = {
  { "%(%s*()([%d,]+)()%s+of%s+()([%d,]+)()", false },
  { "%(%s*()([%d,]+)()%s+out%s+of%s+()([%d,]+)()", false },
  { "%(%s*()([%d,]+)()%s*/%s*()([%d,]+)()%s*%)", false },
  { "（%s*()([%d,]+)()[^%d）]-中的?%s*()([%d,]+)()", true },
}

local function part(from, digits, upto)
  return { first = from, last = upto - 1, surface = digits, unit = "count", comparator = "=",
    value = tonumber((digits:gsub(",", ""))) }
end

-- The share a bracket belongs to: the nearest before it, in the same sentence.
local function share_before(text, metrics, at)
  local low, high = 0, #metrics
  while low < high do -- the last metric that begins before the bracket
    local middle = (low + high + 1) // 2
    if metrics[middle].first < at then low = middle else high = middle - 1 end
  end
  local best
  while low > 0 and at - metrics[low].last < 300 and not best do
    local m = metrics[low]
    local share = m.unit == "percent" or m.unit == "ratio"
    if m.last < at and share and not claims.is_change(m) then best = m end
    low = low - 1
  end
  local between = best and text:sub(best.last + 1, at - 1)
  if between and not between:find("%.%s+%u") and not between:find("。", 1, true)
    and not between:find("[;\n]%s*\n") then
    return best
  end
end

--- Every "96% … (11,520 of 12,000)" of a text: { share, num, den }.
function M.rates(text, metrics)
  local out = {}
  for _, p in ipairs(PARTS) do
    for a, n, b, c, d, e in text:gmatch(p[1]) do
      local share = share_before(text, metrics, a)
      local one, two = part(a, n, b), part(c, d, e)
      if share then
        out[#out + 1] = p[2] and { share = share, num = two, den = one }
          or { share = share, num = one, den = two }
      end
    end
  end
  table.sort(out, function(x, y) return x.num.first < y.num.first end)
  return out
end

local function finding(out, check, ok, first, last, fmt, ...)
  out[#out + 1] = { check = check, ok = ok, first = first, last = last, detail = fmt:format(...) }
end

local function check_rates(out, rates)
  for _, r in ipairs(rates) do
    local m, n, d = r.share, r.num.value, r.den.value
    local scale = m.unit == "percent" and 100 or 1
    local found = d > 0 and scale * n / d or nil
    local ok = found ~= nil and verdict.of(m, found) ~= "differs"
    finding(out, "rate", ok, m.first, math.max(r.num.last, r.den.last),
      "%s: %s stated; %s of %s is %s",
      label(m.key or "rate"), shown(m), r.num.surface, r.den.surface,
      found and number(found, 2) .. (scale == 100 and "%" or "") or "not a share")
  end
end

-- Shares by facet of one key and period, each facet once; reports that repeat a share with
-- another value are caught by the check for repeats.
local function share_groups(metrics)
  local groups, order = {}, {}
  for _, m in ipairs(metrics) do
    local base, facet = figures.split(m.key or "")
    local fits = facet and (m.unit == "percent" or m.unit == "ratio") and not claims.is_change(m)
      and (m.comparator or "=") == "="
    if fits then
      local id = table.concat({ base, figures.period(m.period) or "", m.unit }, "\0")
      if not groups[id] then
        groups[id] = { base = base, unit = m.unit, seen = {} }
        order[#order + 1] = groups[id]
      end
      local g = groups[id]
      local again = false
      for _, seen in ipairs(g.seen) do again = again or data.same_facet(seen, facet) end
      if not again then
        table.insert(g.seen, facet)
        g[#g + 1] = m
      end
    end
  end
  return order
end

local function check_shares(out, metrics)
  for _, g in ipairs(share_groups(metrics)) do
    local scale = g.unit == "percent" and 1 or 100
    local sum, slack, said = 0, 0, {}
    for i, m in ipairs(g) do
      local low, high = verdict.interval(m)
      sum, slack = sum + scale * m.value, slack + scale * (high - low) / 2
      said[i] = shown(m)
    end
    -- far below 100 the list names only some of the parts
    if #g >= 2 and sum > 90 then
      finding(out, "parts", math.abs(sum - 100) <= slack + 1e-9, g[1].first, g[#g].last,
        "%s %s 100%%: %s is %s%%", label(g.base),
        math.abs(sum - 100) <= slack + 1e-9 and "sums to" or "does not sum to",
        table.concat(said, " + "), number(sum, 2))
    end
  end
end

-- Level metrics by key, period and unit.
local function levels_of(metrics)
  local at = {}
  for _, m in ipairs(metrics) do
    if m.key and m.period and not claims.is_change(m) and (m.comparator or "=") == "=" then
      local id = table.concat({ m.key, figures.period(m.period), m.unit, m.subunit or "" }, "\0")
      at[id] = at[id] or m
    end
  end
  return function(key, period, unit, subunit)
    return period and at[table.concat({ key, figures.period(period), unit, subunit or "" }, "\0")]
  end
end

-- The changes two rounded levels allow, signed but for factors: low, high.
local function change_range(now, before, unit)
  local n1, n2 = verdict.interval(now)
  local b1, b2 = verdict.interval(before)
  if unit == "percentage_points" then return n1 - b2, n2 - b1 end
  if unit == "count" then return n1 - b2, n2 - b1 end
  if b1 <= 0 then return nil end
  local low, high = n1 / (n1 < 0 and b1 or b2), n2 / b1
  if unit == "factor" then return low, high end
  if unit == "divisor" then return 1 / high, low > 0 and 1 / low or math.huge end
  local whole = unit == "part" and 1 or 100
  return whole * (low - 1), whole * (high - 1)
end

local SIGN = { increase = 1, decrease = -1 }

-- Whether a stated change fits into what is possible (as it is signed).
local function fits(m, low, high, sign)
  if (m.comparator or "=") ~= "=" and m.comparator ~= "~" then
    return verdict.of(m, sign * low) ~= "differs" or verdict.of(m, sign * high) ~= "differs"
  end
  local c1, c2 = verdict.interval(m)
  if sign < 0 then c1, c2 = -c2, -c1 end
  return c1 <= high + 1e-9 and low <= c2 + 1e-9
end

-- The middle of what is possible, in the form of the stated change.
local function between(m, form, low, high)
  local middle = high == math.huge and low or (low + high) / 2
  if form == "part" then return number(100 * middle, 1) .. "%" end
  local sign = form == "factor" and "× " or form == "divisor" and "÷ " or ""
  return sign .. number(middle, 1) .. (m.unit == "percent" and "%" or "")
end

local function check_change(out, m, level)
  local form = words.form(m)
  local before_period = m.versus or (m.period and figures.year_before(m.period))
  for _, unit in ipairs { "count", "percent", "currency", "duration", "ratio", "mass", "volume" } do
    local now = level(m.key, m.period, unit, m.subunit or m.currency)
    local before = level(m.key, before_period, unit, m.subunit or m.currency)
    if now and before and (m.unit ~= "percentage_points" or unit == "percent") then
      local low, high = change_range(now, before, form or m.unit)
      if low then
        local signless = form == "factor" or form == "divisor"
        local ok = fits(m, low, high, signless and 1 or SIGN[m.direction] or 1)
        finding(out, "change", ok, m.first, m.last, "%s: %s %s stated; from %s to %s is %s",
          label(m.key), shown(m), m.direction or "change", shown(before), shown(now),
          between(m, form, low, high))
      end
      return
    end
  end
end

local function check_repeats(out, metrics)
  local first = {}
  for _, m in ipairs(metrics) do
    if m.key and m.period and (m.comparator or "=") == "=" then
      local id = table.concat({ m.key, figures.period(m.period), m.unit, m.subunit
        or m.currency or "",
        claims.is_change(m) and "c" .. (m.versus or "") or "l" }, "\0")
      local a = first[id]
      if a then
        local a1, a2 = verdict.interval(a)
        local b1, b2 = verdict.interval(m)
        if a1 > b2 + 1e-9 or b1 > a2 + 1e-9 then
          finding(out, "repeat", false, m.first, m.last, "%s is stated as %s and as %s",
            label(m.key),
            shown(a), shown(m))
        end
      else
        first[id] = m
      end
    end
  end
end

local function check_directions(out, directions, level)
  for _, c in ipairs(directions) do
    local sign = SIGN[c.direction]
    for _, unit in ipairs { "count", "percent", "currency", "duration" } do
      local now = level(c.key, c.period, unit, c.subunit)
      local before = level(c.key, c.versus or (c.period and figures.year_before(c.period)), unit,
        c.subunit)
      if sign and now and before then
        local ok = (now.value - before.value) * sign > 0
        finding(out, "direction", ok, c.first, c.last, "%s: %s stated; from %s to %s",
          label(c.key), c.direction, shown(before), shown(now))
        break
      end
    end
  end
end

--- All findings of a report about itself, in text order.
function M.check(metrics, rates, directions)
  local out, level = {}, levels_of(metrics)
  check_rates(out, rates)
  check_shares(out, metrics)
  for _, m in ipairs(metrics) do
    if m.key and claims.is_change(m) and m.period then check_change(out, m, level) end
  end
  check_directions(out, directions, level)
  check_repeats(out, metrics)
  return claims.in_text_order(out)
end

return M
