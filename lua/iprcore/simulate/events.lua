--- What happens in a simulated year: stories of listings, requests, reports and leads, each
-- told as its events. A story is anchored to the moment its figure counts (the removal, the
-- request, the lead), so that a year has exactly the figures of its plan.
local calendar = require "iprcore.simulate.calendar"

local M = {}

local HOUR, DAY = calendar.HOUR, calendar.DAY

local RIGHTS = { { 78, "trademark" }, { 12, "copyright" }, { 5, "design" }, { 4, "patent" },
  { 1, "geographic_indication" } }
local RESTRICTIONS = { { 90, "removal" }, { 6, "disable" }, { 4, "demotion" } }
local LEAD_REGIONS = { { 86, "China" }, { 6, "Asia Pacific" }, { 4, "Europe" }, { 4, "Americas" } }
local CURRENCIES = { { 78, "CNY", 900000 }, { 12, "USD", 120000 }, { 7, "EUR", 90000 },
  { 3, "GBP", 60000 } }
-- months are not alike: few cases around the new year's holiday, many before November's sales
local MONTHS = { 8, 5, 8, 8, 8, 9, 8, 8, 9, 9, 11, 9 }

-- No story reaches further back than this before the moment it is anchored to.
M.REACH = 95 * DAY

local Year = {}
Year.__index = Year

--- Tells a year's stories. r: a stream; book, truth: where they go; shape: of the plan.
function M.new(r, book, truth, shape)
  return setmetatable({ r = r, book = book, truth = truth, removed = {},
    zones = shape == "free" and { 0, 8 * HOUR, 2 * HOUR, -5 * HOUR - HOUR // 2 } or { 0 } }, Year)
end

-- How many of the year's stories of a kind fall into this month.
function Year:due(kind)
  local left, weight = self.left[kind], 0
  if self.month < 12 then
    for m = self.month, 12 do weight = weight + MONTHS[m] end
    local n = left * MONTHS[self.month] // weight
    left = math.max(0, math.min(left, n + self.r:between(-(n // 8), n // 8)))
  end
  self.left[kind] = self.left[kind] - left
  return left
end

-- Whether this one of all cases of a kind is among its hits: after the year's last case,
-- exactly as many were as planned.
function Year:hit(cases, hits)
  local yes = self.r:below(self.cases[cases]) < self.left[hits]
  self.cases[cases] = self.cases[cases] - 1
  if yes then self.left[hits] = self.left[hits] - 1 end
  return yes
end

-- n moments of this month in time order; none within margin seconds of the very end.
function Year:moments(n, margin)
  local from = calendar.days(self.year, self.month, 1) * DAY
  local last = math.min(self.month_ends, self.book.stop - (margin or 0)) - from
  local out = {}
  for i = 1, n do out[i] = from + self.r:below(last) end
  table.sort(out)
  return out
end

-- How long something lasted: mostly short, sometimes up to the longest.
function Year:span(shortest, longest)
  local cut = self.r:below(4)
  return shortest + self.r:below(math.max(1, (longest - shortest) >> (2 * cut)))
end

function Year:put(time, event, id, more)
  more = more or {}
  more.offset = self.r:pick(self.zones)
  return self.book:put(time, event, id, more)
end

-- A moment `before` seconds before a time, inside the simulated years.
function Year:ago(time, before)
  return math.max(self.book.first, time - before)
end

function Year:seller()
  return ("S%05d"):format(self.r:below(4000))
end

local function right(r)
  return r:weighted(RIGHTS)[2]
end

function Year:listing(time)
  local l = { id = self.book:id("L"), created = time, seller = self:seller(),
    right = right(self.r) }
  self:put(time, "listing_created", l.id, { party = l.seller })
  return l
end

function Year:remove(l, time, source, parent, automatic)
  local r = self.r
  local done = self:put(time, "listing_removed", l.id, {
    parent = parent, source = source, ground = r:chance(850) and "law" or "terms",
    restriction = r:weighted(RESTRICTIONS)[2],
    automated_detection = automatic and r:chance(930) and "yes" or "no",
    automated_decision = automatic and r:pick { "fully", "partially" } or "no",
    ip_right = l.right, party = l.seller,
  })
  if not done then return false end
  self.truth:count("listings_removed", time)
  if source == "own_initiative" then self.truth:count("proactive_removals", time) end
  if source == "consumer_report" then self.truth:count("consumer_report_removals", time) end
  self.removed[r:between(1, 64)] = { id = l.id, time = time }
  return true
end

function Year:restore(l, time, reason)
  if self:put(time, "listing_restored", l.id, { party = l.seller, reason = reason }) then
    self.truth:count("listings_restored", time)
  end
end

function Year:sell(l, from, to, most)
  local time = from + self.r:below(math.max(1, to - from))
  self:put(time, "listing_sold", l.id, { count = self.r:between(1, most), party = l.seller })
end

-- Now and then a listing is one that was removed before and is up again.
function Year:relist(l, time)
  local old = self.removed[self.r:between(1, 64)]
  if old and old.time < time and self.r:chance(60) then
    self:put(time, "listing_relisted", l.id, { parent = old.id, party = l.seller })
    if not old.again then self.truth:count("relisted", old.time) end
    old.again = true
  end
end

--- Listings the platform removed by itself; some had been sold.
function Year:proactive()
  local r = self.r
  for _, time in ipairs(self:moments(self:due "proactive")) do
    local unsold = self:hit("proactive", "unsold")
    time = math.max(time, self.book.first + HOUR)
    local created = self:ago(time, self:span(20, 30 * DAY))
    local l = self:listing(created)
    self:relist(l, created)
    if not unsold then
      for _ = 1, r:between(1, 3) do self:sell(l, created + 1, time, 4) end
    end
    self:remove(l, time, "own_initiative", nil, true)
    self.truth:part("proactive_removed_before_sale", time, unsold)
    if r:chance(8) then self:restore(l, time + self:span(DAY, 20 * DAY), "appeal of the seller") end
  end
end

--- Listings stopped before anybody saw them.
function Year:blocked()
  for _, time in ipairs(self:moments(self:due "blocked")) do
    self:put(time, "listing_blocked", self.book:id("L"),
      { party = self:seller(), ip_right = right(self.r), automated_detection = "yes" })
    self.truth:count("listings_blocked", time)
  end
end

--- Listings nobody minds.
function Year:ordinary()
  for _, time in ipairs(self:moments(self:due "ordinary")) do
    local l = self:listing(time)
    for _ = 1, self.r:below(3) do self:sell(l, time + 60, time + 60 * DAY, 5) end
  end
end

--- Removals an authority ordered.
function Year:ordered()
  for _, time in ipairs(self:moments(self:due "ordered")) do
    time = math.max(time, self.book.first + HOUR)
    local l = self:listing(self:ago(time, self:span(DAY, 90 * DAY)))
    self:remove(l, time, "authority_order")
  end
end

-- A seller answers a request that was granted.
function Year:counter(l, request, time)
  local r, truth = self.r, self.truth
  local received = time + self:span(HOUR, 10 * DAY)
  local id = self.book:id("N")
  if not self:put(received, "counter_notice_received", id, { parent = request, party = l.seller })
  then return end
  truth:count("counter_notices", received)
  if r:chance(100) then return end
  local won, decided = r:chance(450), received + self:span(HOUR, 9 * DAY)
  if self:put(decided, won and "counter_notice_accepted" or "counter_notice_rejected", id) then
    truth:part("counter_notice_success_rate", decided, won)
    if won then self:restore(l, decided + r:below(HOUR), "counter-notice accepted") end
  end
end

local OUTCOMES = { { 86, "request_accepted" }, { 5, "request_partly_accepted" },
  { 9, "request_rejected" } }

function Year:decide(l, id, received, took, source)
  local r, truth = self.r, self.truth
  local outcome, time = r:weighted(OUTCOMES)[2], received + took
  local rejected = outcome == "request_rejected"
  truth:part("takedown_processed_within_24h", received, took <= DAY)
  if not self:put(time, outcome, id) then return truth:count("undecided", received) end
  truth:sample("takedown_processing_time", received, took)
  truth:part("takedown_success_rate", time, not rejected)
  truth:part("takedown_rejected_share", time, rejected)
  if rejected then return end
  local gone = time + r:below(15 * 60)
  if self:remove(l, gone, source, id) and r:chance(50) then self:counter(l, id, gone) end
end

function Year:request(time)
  local r = self.r
  local l = self:listing(self:ago(time, self:span(HOUR, 60 * DAY)))
  local source = r:chance(120) and "trusted_flagger" or "article_16"
  if r:chance(300) then self:sell(l, math.max(l.created + 1, time - DAY), time, 3) end
  local id = self.book:id("R")
  self:put(time, "request_received", id, { parent = l.id, source = source, ip_right = l.right,
    party = ("H%03d"):format(r:below(120)) })
  self.truth:count("takedown_requests", time)
  return l, id, source
end

--- Rights holders' requests: most decided within a day. Beside them some are withdrawn, and
-- of the last day's some are still open.
function Year:requests()
  local r = self.r
  for _, time in ipairs(self:moments(self:due "requests", 25 * HOUR)) do
    local l, id, source = self:request(time)
    local fast = self:hit("requests", "fast")
    local took = fast and self:span(90, DAY) or self:span(25 * HOUR, 22 * DAY)
    self:decide(l, id, time, took, source)
  end
  for _, time in ipairs(self:moments(self:due "withdrawn", 25 * HOUR)) do
    local _, id = self:request(time)
    self:put(time + self:span(300, 23 * HOUR), "request_withdrawn", id)
  end
  if self.month_ends == self.book.stop then
    for _ = 1, r:between(2, 5) do
      local time = self.book.stop - r:between(HOUR, 20 * HOUR)
      self:request(time)
      self.truth:open("takedown_processed_within_24h", time)
      self.truth:count("undecided", time)
    end
  end
end

--- Consumers' reports: those that led to removals, and those that did not.
function Year:consumer()
  local r = self.r
  for _, time in ipairs(self:moments(self:due "consumer")) do
    time = math.max(time, self.book.first + HOUR)
    local reported = self:ago(time, self:span(HOUR, 14 * DAY))
    local created = self:ago(reported, self:span(3 * DAY, 80 * DAY))
    local l = self:listing(created)
    for _ = 1, r:between(1, 2) do self:sell(l, created, reported, 6) end
    local id = self.book:id("C")
    self:put(reported, "report_received", id, { parent = l.id })
    local accepted = math.max(reported, time - r:below(900))
    self:put(accepted, "report_accepted", id)
    self.truth:part("consumer_report_success_rate", accepted, true)
    self.truth:count("consumer_reports", reported)
    self:remove(l, time, "consumer_report", id)
  end
  for _, time in ipairs(self:moments(self:due "rejected_reports")) do
    local l = self:listing(self:ago(time, self:span(3 * DAY, 80 * DAY)))
    local id = self.book:id("C")
    self:put(time, "report_received", id, { parent = l.id })
    self.truth:count("consumer_reports", time)
    local rejected = time + self:span(HOUR, 12 * DAY)
    if not r:chance(20) and self:put(rejected, "report_rejected", id) then
      self.truth:part("consumer_report_success_rate", rejected, false)
    end
  end
end

-- Shares total out among some of the leads as events of their own, in the lead's year.
function Year:outcomes(leads, total, rows, event, key)
  if total == 0 then return end
  rows = math.max(1, math.min(rows, #leads, total))
  local chosen = self.r:shuffle(table.move(leads, 1, #leads, 1, {}))
  for i, n in ipairs(self.r:split(total - rows, rows)) do
    local lead = chosen[i]
    local room = self.ends - lead.time - 1
    local time = lead.time + 1 + self.r:below(math.max(1, math.min(room, 150 * DAY)))
    self:put(time, event, self.book:id("A"), { parent = lead.id, count = n + 1,
      region = lead.region })
    self.truth:count(key, time, n + 1)
  end
end

-- What courts made of some leads, and what the goods were worth; often a year later.
function Year:aftermath(leads, plan)
  local r = self.r
  if #leads == 0 then return end
  for _ = 1, plan.convictions do
    local lead, n = r:pick(leads), r:between(1, 4)
    local time = lead.time + self:span(30 * DAY, 400 * DAY)
    if self:put(time, "conviction", self.book:id("A"), { parent = lead.id, count = n }) then
      self.truth:count("convictions", time, n)
    end
  end
  for _ = 1, plan.valued do
    local lead, money = r:pick(leads), r:weighted(CURRENCIES)
    local cents = r:between(money[3], money[3] * 900)
    if money[2] == "CNY" then cents = cents // 100 * 100 end
    local time = lead.time + self:span(2 * DAY, 120 * DAY)
    if self:put(time, "case_value", self.book:id("A"),
      { parent = lead.id, amount = cents % 100 == 0 and cents // 100
        or ("%d.%02d"):format(cents // 100, cents % 100), currency = money[2] }) then
      self.truth:count("case_value[" .. money[2] .. "]", time, cents)
      self.truth:count("cases[" .. money[2] .. "]", time)
    end
  end
end

-- The year's leads, and what came of them: told at once, because arrests follow leads
-- months later and belong to the same year.
function Year:enforcement(plan)
  local leads = {}
  for month = 1, 12 do
    self:turn(month)
    for _, time in ipairs(self:moments(self:due "leads")) do
      if time > self.ends - 15 * DAY then time = time - 15 * DAY end
      local lead = { id = self.book:id("E"), time = time,
        region = self.r:weighted(LEAD_REGIONS)[2] }
      leads[#leads + 1] = lead
      self:put(time, "lead_referred", lead.id, { region = lead.region })
      self.truth:count("enforcement_leads", time)
    end
  end
  self:outcomes(leads, plan.arrests, #leads * 3 // 10, "arrest", "arrests")
  self:outcomes(leads, plan.facilities, #leads // 5, "facility_closed", "facilities_closed")
  self:aftermath(leads, plan)
end

function Year:turn(month)
  self.month = month
  self.month_ends = month == 12 and self.ends
    or calendar.days(self.year, month + 1, 1) * DAY
end

--- Tells a year month by month; told(time) is called when all before a time is told.
function Year:tell(year, plan, told)
  self.year, self.ends = year, calendar.year_start(year + 1)
  self.left, self.cases = {}, { proactive = plan.proactive, requests = plan.requests }
  for key, n in pairs(plan) do self.left[key] = n end
  self:enforcement(plan)
  for month = 1, 12 do
    self:turn(month)
    self:proactive()
    self:blocked()
    self:ordinary()
    self:ordered()
    self:requests()
    self:consumer()
    told(self.month_ends - M.REACH)
  end
end

return M
