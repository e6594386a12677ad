-- Simulated years: the bytes are fixed by the seed, the figures are the source's, and the
-- truth is what an independent reader finds in the events.
local json = require "iprcore.json"
local simulate = require "iprcore.simulate"
local folder = require "support.folder"

local function rows_of(path)
  local out, names = {}, nil
  for line in io.lines(path) do
    local row, n = {}, 0
    for cell in (line .. ","):gmatch "([^,]*)," do -- no simulated event needs quotes
      n = n + 1
      row[names and names[n] or n] = cell
    end
    if names then out[#out + 1] = row else names = row end
  end
  return out
end

local function made(options)
  local dir = folder.new()
  options.out = dir
  options.listings = options.listings or 0
  local counts = simulate.run(options)
  local m = { counts = counts, events = rows_of(dir .. "/events.csv"), levels = {}, changes = {},
    bytes = folder.slurp(dir .. "/events.csv"), truth = folder.slurp(dir .. "/truth.json") }
  for _, line in ipairs(json.decode(m.truth).kpis) do
    local list = line.kind == "change" and m.changes or m.levels
    list[line.key .. " " .. line.period:sub(1, 4)] = line
  end
  folder.remove(dir)
  return m
end

-- The UTC second of "2019-03-04T05:06:07+08:00" (or Z), without the calendar under test.
local function days_before(y, mo, d)
  local days, year = 0, math.tointeger(tonumber(y))
  for k = 1970, year - 1 do
    days = days + ((k % 4 == 0 and k % 100 ~= 0 or k % 400 == 0) and 366 or 365)
  end
  local leap = year % 4 == 0 and year % 100 ~= 0 or year % 400 == 0
  local months = { 31, leap and 29 or 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }
  for k = 1, tonumber(mo) - 1 do days = days + months[k] end
  return days + math.tointeger(tonumber(d)) - 1
end

local known = {}
local function seconds(text)
  local date, h, mi, s, zone = text:match "^(%d+%-%d+%-%d+)T(%d+):(%d+):(%d+)(.*)$"
  known[date] = known[date] or days_before(date:match "(%d+)-(%d+)-(%d+)")
  local t = known[date] * 86400 + h * 3600 + mi * 60 + s
  local sign, zh, zm = zone:match "^([+-])(%d+):(%d+)$"
  if sign then t = t - (sign == "-" and -1 or 1) * (zh * 3600 + zm * 60) end
  return math.tointeger(t)
end

-- A reader of its own: counts by kind and UTC year, and what a share needs.
local function recount(events)
  local n = { by = {} }
  local starts = {}
  for y = 2005, 2025 do starts[y] = seconds(y .. "-01-01T00:00:00Z") end
  local function year_of(t)
    for y = 2025, 2005, -1 do
      if t >= starts[y] then return y end
    end
  end
  local function add(key, year, k)
    n.by[key .. " " .. year] = (n.by[key .. " " .. year] or 0) + (k or 1)
  end
  local sold, received, stop = {}, {}, 0
  for _, e in ipairs(events) do
    if e.event ~= "coverage" then
      local t = seconds(e.time)
      local year, count = year_of(t), e.count ~= "" and math.tointeger(tonumber(e.count)) or 1
      stop = math.max(stop, t)
      if e.event == "listing_sold" then sold[e.id] = true end
      if e.event == "listing_removed" then
        add("listings_removed", year)
        if e.source == "consumer_report" then add("consumer_report_removals", year) end
        if e.source == "own_initiative" then
          add("proactive_removals", year)
          if not sold[e.id] then add("unsold", year) end
        end
      elseif e.event == "request_received" then
        received[e.id] = { t = t, year = year }
        add("takedown_requests", year)
      elseif e.event:find "^request_" and e.event ~= "request_withdrawn" then
        local r = received[e.id]
        if t - r.t <= 86400 then add("fast", r.year) end
      elseif e.event == "lead_referred" then add("enforcement_leads", year)
      elseif e.event == "arrest" then add("arrests", year, count)
      elseif e.event == "facility_closed" then add("facilities_closed", year, count)
      elseif e.event == "conviction" then add("convictions", year, count)
      elseif e.event == "listing_blocked" then add("listings_blocked", year)
      elseif e.event == "listing_restored" then add("listings_restored", year)
      elseif e.event == "report_received" then add("consumer_reports", year)
      elseif e.event == "case_value" then
        local whole, cents = e.amount:match "^(%d+)%.?(%d*)$"
        add("case_value[" .. e.currency .. "]", year,
          math.tointeger(tonumber(whole .. (cents == "" and "00" or cents))))
      end
      local step = (e.event == "account_registered" or e.event == "member_joined") and 1
        or (e.event == "account_closed" or e.event == "member_left") and -1
      if step then
        for y = year, 2025 do
          add(e.event:find "^account" and "ipp_registered_users" or "aaca_members", y, step)
        end
      end
    end
  end
  return n.by
end

local COUNTS = { "listings_removed", "proactive_removals", "consumer_report_removals",
  "takedown_requests", "enforcement_leads", "arrests", "facilities_closed", "convictions",
  "listings_blocked", "listings_restored", "consumer_reports", "ipp_registered_users",
  "aaca_members" }

local function agree(m, years)
  local by = recount(m.events)
  for _, year in ipairs(years) do
    for _, key in ipairs(COUNTS) do
      local at = key .. " " .. year
      assert.equal(by[at] or 0, m.levels[at] and m.levels[at].value or 0, at)
    end
    for _, code in ipairs { "CNY", "EUR", "GBP", "USD" } do
      local at = ("case_value[%s] %d"):format(code, year)
      assert.equal(by[at] and by[at] / 100, m.levels[at] and m.levels[at].value, at)
    end
    local share = m.levels["proactive_removed_before_sale " .. year]
    assert.equal(by["unsold " .. year], share and share.num)
    share = m.levels["takedown_processed_within_24h " .. year]
    assert.equal(by["fast " .. year], share and share.num)
  end
end

describe("simulate.run", function()
  local source
  setup(function() source = made { seed = 2019, years = "2018-2019" } end)

  it("makes the same bytes for the same seed, and others for another", function()
    local again = made { seed = 2019, years = "2018-2019" }
    assert.is_true(source.bytes == again.bytes and source.truth == again.truth)
    local other = made { seed = 2020, years = "2018-2019" }
    assert.is_false(source.bytes == other.bytes)
  end)

  it("gives the last two years the source's figures", function()
    local function value(key, year)
      return math.floor(source.levels[key .. " " .. (year or 2019)].value + 0.5)
    end
    assert.equal(96, value "proactive_removed_before_sale")
    assert.equal(96, value "takedown_processed_within_24h")
    assert.same({ 1045, 4125, 2029 },
      { value "enforcement_leads", value "arrests", value "facilities_closed" })
    assert.same({ 1634, 1953, 1542 }, { value("enforcement_leads", 2018),
      value("arrests", 2018), value("facilities_closed", 2018) })
    assert.equal(170, value "aaca_members")
    assert.equal(512, value "brands_represented")
    assert.same({ 31, 30, 25, 14 }, { value "region_share[Europe]", value "region_share[Americas]",
      value "region_share[China]", value "region_share[Asia Pacific]" })
    local users = source.changes["ipp_registered_users 2019"]
    assert.same({ 20, "increase" }, { users.value, users.direction })
    local fewer = source.changes["consumer_report_removals 2019"]
    assert.same({ 57, "decrease" }, { math.floor(fewer.value + 0.5), fewer.direction })
  end)

  it("gives them for every seed", function()
    for seed = 1, 3 do
      local m = made { seed = seed, years = "2019" }
      for key, want in pairs { proactive_removed_before_sale = 96, arrests = 4125,
        takedown_processed_within_24h = 96, aaca_members = 170, brands_represented = 512 } do
        assert.equal(want, math.floor(m.levels[key .. " 2019"].value + 0.5), key)
      end
    end
  end)

  it("had 30 members at the alliance's launch", function()
    local n = 0
    for _, e in ipairs(source.events) do
      if e.event == "member_joined" and e.time < "2017-02" then n = n + 1 end
    end
    assert.equal(30, n)
  end)

  it("writes events in time order, every parent before its child", function()
    local seen, last = {}, 0
    for _, e in ipairs(source.events) do
      local t = e.event == "coverage" and last or seconds(e.time)
      assert.is_true(t >= last, e.time)
      last = t
      if e.parent ~= "" then assert.is_true(seen[e.parent], e.parent) end
      seen[e.id] = true
    end
    assert.equal(source.counts.events, #source.events)
  end)

  it("tells the truth that another reader finds in the events", function()
    agree(source, { 2018, 2019 })
  end)

  it("tells it for free shapes with mixed zones, and for one year or ten", function()
    for seed = 1, 3 do
      agree(made { seed = seed, years = "2018-2020", shape = "free" }, { 2018, 2019, 2020 })
    end
    agree(made { seed = 3, years = "2016" }, { 2016 })
    agree(made { seed = -4, years = "2017-2019" }, { 2017, 2018, 2019 })
  end)

  it("grows with the scale and keeps the source's figures", function()
    local m = made { seed = 8, years = "2018-2019", scale = 3 }
    agree(m, { 2018, 2019 })
    assert.equal(1045, m.levels["enforcement_leads 2019"].value)
    assert.is_true(m.levels["proactive_removals 2019"].value > 2000)
    assert.equal(96, math.floor(m.levels["proactive_removed_before_sale 2019"].value + 0.5))
  end)

  it("leaves some of the last day's requests open", function()
    local line = source.levels["takedown_processed_within_24h 2019"]
    assert.is_true(line.open >= 2)
    assert.is_true(line.den + line.open < source.levels["takedown_requests 2019"].value)
  end)

  it("raises for options it does not take", function()
    for _, bad in ipairs { { seed = 1.5, years = "2019", out = "x" },
      { seed = 1, years = "2019-2018", out = "x" }, { seed = 1, years = "19", out = "x" },
      { seed = 1, years = "1979", out = "x" }, { seed = 1, years = "2101", out = "x" },
      { seed = 1, years = "2019" },
      { seed = 1, years = "2019", out = "x", shape = "round" },
      { seed = 1, years = "2019", out = "x", listings = -1 },
      { seed = 1, years = "2019", out = "x", scale = 0 },
      { seed = 1, years = "2019", out = "x", listings = 2.5 }, { seeds = 1 } } do
      local ok, e = pcall(simulate.run, bad)
      assert.is_false(ok)
      assert.equal("usage", e.code)
    end
  end)
end)

describe("simulate.calendar", function()
  local calendar = require "iprcore.simulate.calendar"

  it("counts days and back, leap years included", function()
    assert.equal(0, calendar.days(1970, 1, 1))
    assert.equal(days_before("2000", "02", "29"), calendar.days(2000, 2, 29))
    for day = -40000, 60000, 37 do
      assert.equal(day, calendar.days(calendar.date(day)))
    end
  end)

  it("writes times in UTC and in zones", function()
    local t = seconds "2019-12-31T20:30:05Z"
    assert.equal("2019-12-31T20:30:05Z", calendar.text(t))
    assert.equal("2020-01-01T04:30:05+08:00", calendar.text(t, 8 * 3600))
    assert.equal("2019-12-31T15:00:05-05:30", calendar.text(t, -5 * 3600 - 1800))
    assert.equal(2019, calendar.year(t))
  end)
end)

describe("simulate.book", function()
  local bookkeeping = require "iprcore.simulate.book"

  it("hands events on in time order, equal times in the order of entry", function()
    local out = {}
    local sink = { write = function(_, ...) out[#out + 1] = table.concat { ... } end }
    local book = bookkeeping.new(sink, 0, 1000)
    assert.is_true(book:put(20, "b", "2"))
    assert.is_true(book:put(10, "a", "1", { parent = "0" }))
    assert.is_true(book:put(20, "c", "3"))
    assert.is_false(book:put(1000, "late", "4"))
    book:write_before(20)
    assert.equal(2, #out)
    book:write_before(1000)
    assert.same({ "1970-01-01T00:00:10Z,a,1,0,,,,,,,,,,,,,\n",
      "1970-01-01T00:00:20Z,b,2,,,,,,,,,,,,,,\n",
      "1970-01-01T00:00:20Z,c,3,,,,,,,,,,,,,,\n" }, { out[2], out[3], out[4] })
    assert.equal("L000001", book:id "L")
    assert.equal("L000002", book:id "L")
  end)
end)
