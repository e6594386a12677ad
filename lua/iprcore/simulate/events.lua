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
local MONTHS = { { 8, 1 }, { 5, 2 }, { 8, 3 }, { 8, 4 }, { 8, 5 }, { 9, 6 }, { 8, 7 }, { 8, 8 },
  { 9, 9 }, { 9, 10 }, { 11, 11 }, { 9, 12 } }

local Year = {}
Year.__index = Year

--- Tells a year's stories. r: a stream; book, truth: where they go; shape: of the plan.
function M.new(r, book, truth, shape)
  return setmetatable({ r = r, book = book, truth = truth, removed = {},
    zones = shape == "free" and { 0, 8 * HOUR, 2 * HOUR, -5 * HOUR - HOUR // 2 } or { 0 } }, Year)
end

-- A moment of the year by the weights of its months; at least margin seconds before its end.
function Year:moment(margin)
  local month = self.r:weighted(MONTHS)[2]
  local start = calendar.days(self.year, month, 1)
  local days = (month == 12 and calendar.days(self.year + 1, 1, 1)
    or calendar.days(self.year, month + 1, 1)) - start
  local time = start * DAY + self.r:below(days * DAY)
  return math.min(time, self.ends - (margin or 1))
end

-- n moments in time order.
function Year:moments(n, margin)
  local out = {}
  for i = 1, n do out[i] = self:moment(margin) end
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
  local l = { id = self.book:id("L"), seller = self:seller(), right = right(self.r) }
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
  end
end

--- Listings the platform removed by itself; all but plan.unsold of them had been sold.
function Year:proactive(plan)
  local r = self.r
  local unsold = r:marks(plan.proactive, plan.unsold)
  for i, time in ipairs(self:moments(plan.proactive)) do
    time = math.max(time, self.book.first + HOUR)
    local created = self:ago(time, self:span(20, 30 * DAY))
    local l = self:listing(created)
    self:relist(l, created)
    if not unsold[i] then
      for _ = 1, r:between(1, 3) do self:sell(l, created + 1, time, 4) end
    end
    self:remove(l, time, "own_initiative", nil, true)
    self.truth:part("proactive_removed_before_sale", time, unsold[i])
    if r:chance(8) then self:restore(l, time + self:span(DAY, 20 * DAY), "appeal of the seller") end
  end
end

--- Listings stopped before anybody saw them.
function Year:blocked(plan)
  for _, time in ipairs(self:moments(plan.blocked)) do
    self:put(time, "listing_blocked", self.book:id("L"),
      { party = self:seller(), ip_right = right(self.r), automated_detection = "yes" })
    self.truth:count("listings_blocked", time)
  end
end

--- Listings nobody minds.
function Year:ordinary(plan)
  for _, time in ipairs(self:moments(plan.ordinary)) do
    local l = self:listing(time)
    for _ = 1, self.r:below(3) do self:sell(l, time + 60, time + 60 * DAY, 5) end
  end
end

--- Removals an authority ordered.
function Year:ordered(plan)
  for _, time in ipairs(self:moments(plan.ordered)) do
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
  if not self:put(time, outcome, id) then return end
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
  if r:chance(300) then self:sell(l, self:ago(time, DAY), time, 3) end
  local id = self.book:id("R")
  self:put(time, "request_received", id, { parent = l.id, source = source, ip_right = l.right,
    party = ("H%03d"):format(r:below(120)) })
  self.truth:count("takedown_requests", time)
  return l, id, source
end

--- Rights holders' requests: plan.fast of them decided within a day. Beside them some are
-- withdrawn, and of the last day's some are still open.
function Year:requests(plan)
  local r = self.r
  local fast = r:marks(plan.requests, plan.fast)
  for i, time in ipairs(self:moments(plan.requests, 25 * HOUR)) do
    local l, id, source = self:request(time)
    local took = fast[i] and self:span(90, DAY) or DAY + 1 + self:span(HOUR, 21 * DAY)
    self:decide(l, id, time, took, source)
  end
  for _, time in ipairs(self:moments(plan.requests // 40, 25 * HOUR)) do
    local _, id = self:request(time)
    self:put(time + self:span(300, 23 * HOUR), "request_withdrawn", id)
  end
  if self.ends == self.book.stop then
    for _ = 1, r:between(2, 5) do
      local time = self.ends - r:between(HOUR, 20 * HOUR)
      self:request(time)
      self.truth:open("takedown_processed_within_24h", time)
    end
  end
end

--- Consumers' reports: those that led to removals, and those that did not.
function Year:consumer(plan)
  local r = self.r
  for _, time in ipairs(self:moments(plan.consumer)) do
    time = math.max(time, self.book.first + HOUR)
    local reported = self:ago(time, self:span(HOUR, 14 * DAY))
    local created = self:ago(reported, self:span(3 * DAY, 80 * DAY))
    local l = self:listing(created)
    for _ = 1, r:between(1, 2) do self:sell(l, created, reported, 6) end
    local id = self.book:id("C")
    self:put(reported, "report_received", id, { parent = l.id })
    self:put(math.max(reported, time - r:below(900)), "report_accepted", id)
    self.truth:count("consumer_reports", reported)
    self:remove(l, time, "consumer_report", id)
  end
  for _, time in ipairs(self:moments(plan.rejected_reports)) do
    local l = self:listing(self:ago(time, self:span(3 * DAY, 80 * DAY)))
    local id = self.book:id("C")
    self:put(time, "report_received", id, { parent = l.id })
    self.truth:count("consumer_reports", time)
    if not r:chance(20) then
      self:put(time + self:span(HOUR, 12 * DAY), "report_rejected", id)
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
    local cents = 100 * r:between(money[3] // 100, money[3] * 9)
    local time = lead.time + self:span(2 * DAY, 120 * DAY)
    if self:put(time, "case_value", self.book:id("A"),
      { parent = lead.id, amount = cents // 100, currency = money[2] }) then
      self.truth:count("case_value[" .. money[2] .. "]", time, cents // 100)
    end
  end
end

--- Leads handed to law enforcement, and what came of them.
function Year:enforcement(plan)
  local leads = {}
  for i, time in ipairs(self:moments(plan.leads, 15 * DAY)) do
    leads[i] = { id = self.book:id("E"), time = time, region = self.r:weighted(LEAD_REGIONS)[2] }
    self:put(time, "lead_referred", leads[i].id, { region = leads[i].region })
    self.truth:count("enforcement_leads", time)
  end
  self:outcomes(leads, plan.arrests, #leads * 3 // 10, "arrest", "arrests")
  self:outcomes(leads, plan.facilities, #leads // 5, "facility_closed", "facilities_closed")
  self:aftermath(leads, plan)
end

--- Tells everything of one year.
function Year:tell(year, plan)
  self.year, self.ends = year, calendar.year_start(year + 1)
  self:proactive(plan)
  self:blocked(plan)
  self:ordinary(plan)
  self:ordered(plan)
  self:requests(plan)
  self:consumer(plan)
  self:enforcement(plan)
end

return M
