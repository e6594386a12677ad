--- The figures a simulated year is to have, before anything happens in it. Shape "source"
-- gives the last two years the figures of the 2019 report and of its 2018 predecessor and
-- lets earlier years vary; shape "free" draws every year at random, for property tests.
local M = {}

M.REGIONS = { "Europe", "Americas", "China", "Asia Pacific" }

local function round(num, den)
  return (2 * num + den) // (2 * den)
end

-- What the report of 2019 says (and the press of 2018's), with sizes of our own where it
-- gives only shares and changes.
local function source_last(r, before)
  local proactive, requests = r:between(1150, 1300), r:between(640, 700)
  return {
    proactive = proactive, unsold = round(proactive * 96, 100),
    requests = requests, fast = round(requests * 96, 100),
    consumer = round(before.consumer * 43, 100),
    leads = 1045, arrests = 4125, facilities = 2029,
    accounts = before.accounts * 6 // 5, members = 170,
  }
end

local function source_before_last(r)
  local proactive, requests = r:between(900, 1050), r:between(560, 620)
  return {
    proactive = proactive, unsold = round(proactive * r:between(930, 945), 1000),
    requests = requests, fast = round(requests * r:between(900, 930), 1000),
    consumer = r:between(270, 330),
    leads = 1634, arrests = 1953, facilities = 1542,
    accounts = 5 * r:between(84, 96), members = 121,
  }
end

-- A year earlier than one that is known: most things were smaller, complaints were more.
local function earlier(r, later)
  local function scaled(n, low, high)
    return round(n * r:between(low, high), 1000)
  end
  local proactive, requests = scaled(later.proactive, 800, 950), scaled(later.requests, 850, 1000)
  return {
    proactive = proactive, unsold = round(proactive * r:between(880, 940), 1000),
    requests = requests, fast = round(requests * r:between(780, 900), 1000),
    consumer = scaled(later.consumer, 950, 1150),
    leads = scaled(later.leads, 800, 1100), arrests = scaled(later.arrests, 750, 1000),
    facilities = scaled(later.facilities, 750, 1000),
    accounts = scaled(later.accounts, 780, 880), members = 64,
  }
end

local function free(r)
  local proactive, requests, leads = r:below(300), r:below(200), r:below(120)
  return {
    proactive = proactive, unsold = r:between(0, proactive),
    requests = requests, fast = r:between(0, requests),
    consumer = r:below(120), leads = leads,
    arrests = leads > 0 and r:below(400) or 0, facilities = leads > 0 and r:below(300) or 0,
    accounts = r:between(20, 200), members = r:between(5, 60),
  }
end

-- What no report mentions but every programme has; drawn alike for both shapes.
local function rest(r, p)
  p.blocked = p.proactive // 4 + r:below(40)
  p.ordinary = p.proactive // 6 + r:below(30)
  p.rejected_reports = p.consumer // 2 + r:below(20)
  p.ordered = r:below(20)
  p.withdrawn = p.requests // 40
  p.convictions = p.leads // 8
  p.valued = p.leads // 6
  return p
end

-- What a larger platform has more of. Leads, arrests, facilities, members and accounts stay:
-- the source states them as they are.
local GROWING = { "proactive", "unsold", "requests", "fast", "withdrawn", "consumer", "blocked",
  "ordinary", "rejected_reports", "ordered" }

local function grow(plans, scale)
  for _, p in pairs(plans) do
    for _, key in ipairs(GROWING) do p[key] = p[key] * scale end
  end
end

--- The plans of years first - 1 (for what it left standing) or earlier to last: year -> plan,
-- and the year the alliance began. scale: how many times as many listings, requests and
-- reports as the shape has by itself.
function M.years(r, first, last, shape, scale)
  local plans = {}
  if shape == "free" then
    for y = first - 1, last do plans[y] = rest(r, free(r)) end
    grow(plans, scale)
    return plans, first - 1
  end
  plans[last - 1] = source_before_last(r)
  plans[last] = source_last(r, plans[last - 1])
  local begin = math.min(first - 1, last - 2)
  for y = last - 2, begin, -1 do plans[y] = earlier(r, plans[y + 1]) end
  for y = begin, last do rest(r, plans[y]) end
  grow(plans, scale)
  return plans, last - 2
end

--- Regions of the alliance's members at the end, in the order they joined. The source's
-- 31, 30, 25 and 14 percent of 170 are 53, 51, 42 and 24 members.
function M.regions(r, n, shape)
  local out = {}
  if shape == "free" then
    for i = 1, n do out[i] = r:pick(M.REGIONS) end
    return out
  end
  for i, k in ipairs { 53, 51, 42, 24 } do
    for _ = 1, k do out[#out + 1] = M.REGIONS[i] end
  end
  return r:shuffle(out)
end

--- Brands each of n members stands for at the end; 512 in all in the source's shape
-- ("more than 500"). A few members stand for many.
function M.brands(r, n, shape)
  local out = {}
  for i = 1, n do out[i] = 1 end
  local extra = shape == "free" and r:below(3 * n + 1) or 512 - n
  for _ = 1, extra do
    local i = math.min(r:between(1, n), r:between(1, n))
    out[i] = out[i] + 1
  end
  return r:shuffle(out)
end

return M
