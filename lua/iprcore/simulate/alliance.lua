--- The two stocks of a simulated programme: rights holders' accounts on the portal, and the
-- alliance's members with the brands they stand for. Their events reach back to the day
-- each began, because what stands today is everything that ever came and did not go.
local calendar = require "iprcore.simulate.calendar"
local planning = require "iprcore.simulate.plan"

local M = {}

local DAY = calendar.DAY

local function in_year(r, year, low, high)
  local start = calendar.year_start(year)
  return start + (low or 0) * DAY + r:below(((high or 364) - (low or 0)) * DAY)
end

local function register(book, truth, account, time)
  book:put(time, "account_registered", account, { party = account })
  truth:move("ipp_registered_users", time, 1)
end

--- Accounts that registered in the three years before the first simulated one.
function M.found_portal(r, book, truth, first, n)
  local open = {}
  for i = 1, n do
    open[i] = book:id("U")
    register(book, truth, open[i], in_year(r, first - r:between(1, 3)))
  end
  return open
end

--- A year of the portal: some accounts close, and new ones bring it to target.
-- open: the open accounts, changed in place.
function M.portal(r, book, truth, year, target, open)
  local closing = math.max(#open // 60, #open - target)
  for _ = 1, closing do
    local i = r:between(1, #open)
    local time = in_year(r, year)
    book:put(time, "account_closed", open[i], { party = open[i], reason = "by the holder" })
    truth:move("ipp_registered_users", time, -1)
    open[i] = open[#open]
    open[#open] = nil
  end
  while #open < target do
    open[#open + 1] = book:id("U")
    register(book, truth, open[#open], in_year(r, year))
  end
end

local function brands(truth, region, time, delta)
  truth:move("brands_represented", time, delta)
  truth:move("brands_represented[" .. region .. "]", time, delta)
end

local function join(book, truth, region, n, time)
  local id = book:id("M")
  book:put(time, "member_joined", id, { region = region, count = n, party = id })
  truth:move("aaca_members", time, 1)
  truth:move("aaca_members[" .. region .. "]", time, 1)
  brands(truth, region, time, n)
  return id
end

local function leave(book, truth, id, region, n, time)
  if not book:put(time, "member_left", id, { region = region, count = n, party = id }) then
    return
  end
  truth:move("aaca_members", time, -1)
  truth:move("aaca_members[" .. region .. "]", time, -1)
  brands(truth, region, time, -n)
end

-- A member that stays: what it stands for at the end is n; some of it may come later than
-- the member, and something may have gone meanwhile.
local function join_to_stay(r, book, truth, region, n, time)
  local room = book.stop - time - 5 * DAY
  local later = room > 0 and time + 5 * DAY + r:below(room) or nil
  local roll = r:below(100)
  if later and roll < 15 and n > 2 then
    local id = join(book, truth, region, n - 1, time)
    book:put(later, "brand_added", book:id("B"), { parent = id, region = region, count = 1 })
    brands(truth, region, later, 1)
  elseif later and roll >= 95 then
    local id = join(book, truth, region, n + 1, time)
    book:put(later, "brand_removed", book:id("B"), { parent = id, region = region, count = 1 })
    brands(truth, region, later, -1)
  else
    join(book, truth, region, n, time)
  end
end

-- Members who joined in one year and leave again in the next.
local function pass_through(r, book, truth, year, k)
  for _ = 1, k do
    local region, n = r:pick(planning.REGIONS), r:between(1, 3)
    local time = in_year(r, year, 40)
    local id = join(book, truth, region, n, time)
    leave(book, truth, id, region, n, in_year(r, year + 1))
  end
end

--- The whole alliance from the year it began to the last. targets: members at the end of
-- each year; of those who left by then nothing remains but their events.
function M.alliance(r, book, truth, began, last, targets, shape)
  local highest = 0
  for y = began, last do highest = math.max(highest, targets[y]) end
  local regions = planning.regions(r, highest, shape)
  local stands_for = planning.brands(r, highest, shape)
  local joined = 0
  local function one(low, high, year)
    joined = joined + 1
    join_to_stay(r, book, truth, regions[joined], stands_for[joined], in_year(r, year, low, high))
  end
  for y = began, last do
    if y == began then
      while joined < math.min(30, targets[y]) do one(10, 24, y) end
    end
    local passing = y < last and r:between(1, 4) or 0
    while joined < targets[y] - passing do one(35, 364, y) end
    pass_through(r, book, truth, y, passing)
  end
end

return M
