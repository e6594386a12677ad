-- Tallies: what counts, what is not known, and what was wrong with the events.
local ipr = require "iprcore"

local HEADER = "time,event,id,parent,count,amount,currency,region,source,party,until\n"

local function tally_of(rows, opts)
  local t = ipr.tally(opts)
  for _, row in ipairs(rows) do
    local e = { time = row[1], event = row[2], id = row[3] }
    for k, v in pairs(row) do if type(k) == "string" then e[k] = v end end
    t:add(e)
  end
  return t
end

local function find(t, key, period, kind)
  for _, line in ipairs(t:lines { period = #period == 4 and "year" or #period == 10 and "year"
    or period:find "Q" and "quarter" or "month" }) do
    if line.key == key and line.period == period and line.kind == (kind or "level") then
      return line
    end
  end
end

local function quality(t, code)
  local n = 0
  for _, row in ipairs(t:quality()) do
    if row.code == code then n = n + row.n end
  end
  return n
end

local OWN = { source = "own_initiative" }
local function removed(time, id, source)
  return { time, "listing_removed", id, source = source or OWN.source }
end

describe("absence is not evidence", function()
  local rows = { { "2019-01-01", "listing_created", "a" }, { "2019-01-01", "listing_created", "b" },
    { "2019-08-01", "listing_created", "c" }, { "2019-02-01", "listing_sold", "b" },
    removed("2019-03-01", "a"), removed("2019-03-01", "b"), removed("2019-09-01", "c") }

  it("gives null and the reason without coverage of sales", function()
    local line = find(tally_of(rows), "proactive_removed_before_sale", "2019")
    assert.is_nil(line.value)
    assert.equal(3, line.unknown)
    assert.truthy(line.reason:find("listing_sold", 1, true))
  end)

  it("counts where sales are covered from creation to removal", function()
    local t = tally_of(rows):add { time = "2019-01-01", event = "coverage", id = "listing_sold",
      ["until"] = "2019-12-31" }
    local line = find(t, "proactive_removed_before_sale", "2019")
    assert.same({ 2, 3, 0 }, { line.num, line.den, line.unknown })
    assert.equal(100 * 2 / 3, line.value)
  end)

  it("counts the ids outside half the coverage as unknown", function()
    local t = tally_of(rows):add { time = "2019-01-01", event = "coverage", id = "*",
      ["until"] = "2019-06-30" }
    local line = find(t, "proactive_removed_before_sale", "2019")
    assert.same({ 1, 2, 1 }, { line.num, line.den, line.unknown })
  end)

  it("needs coverage from the creation on, not only at the removal", function()
    local t = tally_of(rows):add { time = "2019-02-15", event = "coverage", id = "*",
      ["until"] = "2019-12-31" }
    local line = find(t, "proactive_removed_before_sale", "2019")
    assert.same({ 1, 1, 2 }, { line.num, line.den, line.unknown })
  end)

  it("gives null where sales are declared complete but there is not one", function()
    local t = tally_of { removed("2019-03-01", "a") }
    t:add { time = "2019-01-01", event = "coverage", id = "*", ["until"] = "2019-12-31" }
    local line = find(t, "proactive_removed_before_sale", "2019")
    assert.is_nil(line.value)
    assert.same({ 0, 0, 1 }, { line.num, line.den, line.unknown })
    assert.truthy(line.reason:find("not one", 1, true))
  end)

  it("does not print 0 for a year after the last event and coverage of a kind", function()
    local t = tally_of { removed("2018-03-01", "a"), { "2019-05-01", "lead_referred", "l" } }
    assert.equal(1, find(t, "listings_removed", "2018").value)
    assert.is_nil(find(t, "listings_removed", "2019").value)
    assert.is_nil(find(t, "listings_removed", "2019", "change").value)
    t:add { time = "2019-01-01", event = "coverage", id = "*", ["until"] = "2019-12-31" }
    assert.equal(0, find(t, "listings_removed", "2019").value)
  end)

  it("does not print 0 for a kind that never occurs and is not covered", function()
    local line = find(tally_of(rows), "arrests", "2019")
    assert.is_nil(line.value)
    assert.truthy(line.reason:find("arrest", 1, true))
    local t = tally_of(rows):add { time = "2019-01-01", event = "coverage", id = "arrest",
      ["until"] = "2019-12-31" }
    assert.equal(0, find(t, "arrests", "2019").value)
  end)
end)

describe("a sum of money too large to be held", function()
  local most = "9000000000000000"
  local function value(id, amount, currency)
    return { "2019-01-02", "case_value", id, amount = amount, currency = currency }
  end
  local rows = { value("v1", most, "CNY"), value("v2", most, "CNY"), value(nil, most, "EUR"),
    value(nil, most, "EUR"), value("v3", "7", "USD"), value("v4", most, "USD") }

  it("is null with the reason, beside what can be stated", function()
    local t = tally_of(rows)
    for _, currency in ipairs { "CNY", "EUR" } do
      for _, key in ipairs { "case_value", "value_per_case" } do
        local line = find(t, ("%s[%s]"):format(key, currency), "2019")
        assert.is_nil(line.value)
        assert.equal("the sum is too large to be known", line.reason)
      end
    end
    assert.equal(9000000000000007, find(t, "case_value[USD]", "2019").value)
  end)

  it("is null where currencies or parts of a KPI are added up to it", function()
    local of = { of = "case_value", sum = "amount", facet = "currency" }
    local function ask(more)
      local kpi = { key = "k" }
      for k, v in pairs(of) do kpi[k] = v end
      for k, v in pairs(more) do kpi[k] = v end
      return find(tally_of({ rows[1], rows[5], rows[6] }, { kpis = { kpi } }),
        more.facet_share and "k[USD]" or "k", more.stock and "2019-12-31" or "2019")
    end
    for _, more in ipairs { {}, { also = { of } }, { stock = true }, { facet_share = true } } do
      local line = ask(more)
      assert.is_nil(line.value)
      assert.equal("the sum is too large to be known", line.reason)
    end
  end)
end)

describe("requests and their clock", function()
  local rows = {
    { "2019-03-01T08:00:00Z", "request_received", "q1" },
    { "2019-03-02T08:00:00Z", "request_accepted", "q1" },
    { "2019-03-01T08:00:00Z", "request_received", "q2" },
    { "2019-03-02T08:00:01Z", "request_rejected", "q2" },
    { "2019-03-01T08:00:00Z", "request_received", "q3" },
    { "2019-03-01T09:00:00Z", "request_withdrawn", "q3" },
    { "2019-03-01T08:00:00Z", "request_received", "q4" },
    { "2019-03-09T08:00:00Z", "request_received", "q5" },
    { "2019-03-05T08:00:00+02:00", "request_received", "q6" },
    { "2019-03-05T05:00:00Z", "request_accepted", "q6" },
  }
  local t = tally_of(rows, { as_of = "2019-03-09" })

  it("counts decided and late, leaves out withdrawn, shows open and impossible", function()
    local line = find(t, "takedown_processed_within_24h", "2019")
    assert.same({ 1, 3, 1, 1 }, { line.num, line.den, line.open, line.unknown })
  end)

  it("takes what happened after as_of as not happened", function()
    local early = tally_of(rows, { as_of = "2019-03-01" })
    local line = find(early, "takedown_processed_within_24h", "2019")
    assert.same({ 0, 0, 3 }, { line.num, line.den, line.open })
  end)

  it("gives exact quantiles by nearest rank", function()
    assert.equal(24, find(t, "takedown_processing_time", "2019").value)
    assert.equal(86401 / 3600, find(t, "takedown_processing_time_p95", "2019").value)
  end)

  it("rates decisions by the time of decision", function()
    local line = find(t, "takedown_success_rate", "2019")
    assert.same({ 1, 2, 1 }, { line.num, line.den, line.unknown })
    assert.equal(50, find(t, "takedown_rejected_share", "2019").value)
  end)

  it("counts the impossible time and the unfinished under data quality", function()
    assert.equal(1, quality(t, "impossible_time"))
  end)
end)

describe("business clocks", function()
  local kpi = { key = "in_a_working_day", of = "request_received", done = "request_accepted",
    within = { 8, "hour" }, clock = "business" }
  local rows = { { "2019-03-01T16:00:00Z", "request_received", "friday" },
    { "2019-03-04T15:00:00Z", "request_accepted", "friday" },
    { "2019-03-01T16:00:00Z", "request_received", "slow" },
    { "2019-03-05T10:00:00Z", "request_accepted", "slow" } }
  local hours = { open = "09:00", close = "17:00" }

  it("counts working hours only", function()
    local t = tally_of(rows, { kpis = { kpi }, calendar = hours })
    local line = find(t, "in_a_working_day", "2019")
    assert.same({ 1, 2 }, { line.num, line.den })
  end)

  it("leaves out holidays", function()
    local t = tally_of(rows, { kpis = { kpi }, calendar = { open = "09:00", close = "17:00",
      holidays = { "2019-03-04" } } })
    assert.equal(2, find(t, "in_a_working_day", "2019").num)
  end)

  it("asks for the calendar", function()
    local t = tally_of(rows, { kpis = { kpi } })
    assert.has_error(function() t:lines() end)
  end)

  it("takes pauses out where the KPI says so", function()
    local paused = { key = "fast", of = "request_received", done = "request_accepted",
      within = { 2, "hour" }, pauses = true }
    local t = tally_of({ { "2019-03-01T08:00:00Z", "request_received", "q" },
      { "2019-03-01T09:00:00Z", "request_paused", "q" },
      { "2019-03-02T09:00:00Z", "request_resumed", "q" },
      { "2019-03-02T10:00:00Z", "request_accepted", "q" } }, { kpis = { paused } })
    assert.equal(1, find(t, "fast", "2019").num)
  end)
end)

describe("stocks", function()
  local t = tally_of({ { "2017-01-16", "member_joined", "m1", region = "Europe", count = 3 },
    { "2018-05-01", "member_joined", "m2", region = "China", count = 5 },
    { "2018-06-01", "brand_added", "b1", parent = "m1", count = 2 },
    { "2019-02-01", "brand_removed", "b2", parent = "m2", count = 1 },
    { "2019-06-01", "member_left", "m1", region = "Europe", count = 5 } },
    { as_of = "2019-12-31" })

  it("counts members as of the last day of the period", function()
    local line = find(t, "aaca_members", "2018-12-31")
    assert.same({ 2, "instant" }, { line.value, line.period_type })
    assert.equal(1, find(t, "aaca_members", "2019-12-31").value)
  end)

  it("lets a member take its brands along", function()
    assert.equal(10, find(t, "brands_represented", "2018-12-31").value)
    assert.equal(4, find(t, "brands_represented", "2019-12-31").value)
    assert.equal(0, find(t, "brands_represented[Europe]", "2019-12-31").value)
  end)

  it("shares members by region", function()
    local line = find(t, "region_share[Europe]", "2018-12-31")
    assert.same({ 50, 1, 2 }, { line.value, line.num, line.den })
  end)

  it("states the change of a stock for the year", function()
    local line = find(t, "aaca_members", "2019", "change")
    assert.same({ 50, "decrease", "percent", "duration" },
      { line.value, line.direction, line.unit, line.period_type })
  end)
end)

describe("bad events", function()
  it("are counted, by what is wrong with them", function()
    local path = require("support.cli").file(HEADER
      .. "2019-01-02,listing_removed,a,,,,,,own_initiative,,\n"
      .. "2019-01-02,listing_removed,a,,,,,,own_initiative,,\n"
      .. "2019-01-01,listing_painted,a,,,,,,,,\n"
      .. "yesterday,listing_sold,a,,,,,,,,\n"
      .. "2019-01-03,listing_sold,,,,,,,,,\n"
      .. "2019-01-03,arrest,x,l,0,,,,,,\n"
      .. "2019-01-03,case_value,v,l,,12.3456,USD,,,,\n"
      .. "2019-01-03,case_value,w,l,,-5,USD,,,,\n"
      .. "2019-01-03,listing_restored,zz,,,,,,,,\n"
      .. "2019-01-03,coverage,*,,,,,,,,2018-01-01\n"
      .. "2019-01-01,listing_removed,b,,,,,,cosmic_rays,,\n"
      .. "2019-01-01,listing_sold,b,,,,,,,,,,,,too,many\n", ".csv")
    local t = ipr.tally()
    t:read(path)
    os.remove(path)
    local seen = {}
    for _, row in ipairs(t:quality()) do seen[row.code] = (seen[row.code] or 0) + row.n end
    assert.same({ bad_amount = 2, bad_count = 1, bad_time = 1, bad_until = 1, duplicated = 1,
      extra_fields = 1, no_id = 1, out_of_order = 1, unknown_id = 1, unknown_kind = 1,
      unknown_value = 1 }, seen)
    assert.equal(12, t:rows())
    assert.equal(2, find(t, "listings_removed", "2019").value)
  end)

  it("in a file of another kind raise bad_header", function()
    local path = require("support.cli").file("id,title\n1,x\n", ".csv")
    local ok, e = pcall(function() ipr.tally():read(path) end)
    os.remove(path)
    assert.is_false(ok)
    assert.equal("bad_header", e.code)
  end)

  it("of a packed tally are refused", function()
    local packed = tally_of({ removed("2019-01-01", "a") }):pack()
    for _, damaged in ipairs { "", "IPRTALL", packed:sub(1, -2), packed .. "x",
      packed:sub(1, 20) .. "\255" .. packed:sub(22), "IPRTALLY\2" .. packed:sub(10) } do
      local t, message, code = ipr.tally.unpack(damaged)
      assert.is_nil(t)
      assert.equal("bad_version", code)
      assert.truthy(message)
    end
  end)
end)

describe("KPI definitions", function()
  it("say what is wrong with them", function()
    local function message_of(kpi)
      local ok, e = pcall(ipr.kpis.check, kpi)
      assert.is_false(ok)
      return e.message
    end
    assert.truthy(message_of { key = "k", of = "listing_remvoed" }:find "listing_removed")
    assert.truthy(message_of { key = "k", of = "arrest", done = "listing_sold",
      within = { 1, "day" } }:find "arrest")
    assert.truthy(message_of { key = "k", off = "arrest" }:find "no field off")
    assert.truthy(message_of { key = "k", of = "arrest", within = { 1, "eon" }, done = "arrest" }
      :find "unit")
  end)

  it("of notifiers list no parties unless asked", function()
    local t = tally_of { { "2019-01-01", "request_received", "q", party = "n1" },
      { "2019-01-02", "request_accepted", "q" } }
    assert.is_nil(find(t, "notifier_accepted_share[n1]", "2019"))
    assert.equal(100, find(t, "notifiers_good_faith_share", "2019").value)
    local listed = false
    for _, line in ipairs(t:lines { parties = true }) do
      listed = listed or line.key == "notifier_accepted_share[n1]" and line.value == 100
    end
    assert.is_true(listed)
  end)
end)

describe("sketches", function()
  local SELLERS = { key = "sellers_removed", of = "listing_removed", distinct = "party" }
  local TIME = { key = "median_time", of = "request_received", done = "request_accepted",
    quantile = 0.5 }

  local function programme(opts)
    local t = ipr.tally(opts)
    for i = 1, 3000 do
      local day = ("2019-%02d-%02d"):format(i % 12 + 1, i % 28 + 1)
      t:add { time = day, event = "listing_removed", id = "L" .. i, party = "s" .. i % 700 }
      t:add { time = day .. "T01:00:00Z", event = "request_received", id = "q" .. i }
      t:add { time = ("%sT%02d:%02d:00Z"):format(day, 2 + i % 20, i % 60),
        event = "request_accepted", id = "q" .. i }
    end
    return t
  end

  it("count distinct parties exactly unless asked for", function()
    local t = programme { kpis = { SELLERS } }
    assert.equal(700, find(t, "sellers_removed", "2019").value)
  end)

  it("are near, marked, and need no cases for distinct counts", function()
    local t = programme { kpis = { SELLERS }, cases = false, sketches = true }
    local line = find(t, "sellers_removed", "2019")
    assert.truthy(line.value >= 665 and line.value <= 735, line.value)
    assert.truthy(line.reason:find("^≈"))
  end)

  it("keep quantiles within their bound", function()
    local exact = find(programme { kpis = { TIME } }, "median_time", "2019")
    local near = find(programme { kpis = { TIME }, sketches = true }, "median_time", "2019")
    assert.truthy(math.abs(near.value - exact.value) <= exact.value / 64)
    assert.is_nil(exact.reason)
    assert.truthy(near.reason:find("^≈"))
  end)

  it("pack and merge like the rest", function()
    local opts = { kpis = { SELLERS }, cases = false, sketches = true }
    local whole, a, b = programme(opts), ipr.tally(opts), ipr.tally(opts)
    for i = 1, 3000 do
      local day = ("2019-%02d-%02d"):format(i % 12 + 1, i % 28 + 1)
      local t = i % 3 == 0 and a or b
      t:add { time = day, event = "listing_removed", id = "L" .. i, party = "s" .. i % 700 }
      t:add { time = day .. "T01:00:00Z", event = "request_received", id = "q" .. i }
      t:add { time = ("%sT%02d:%02d:00Z"):format(day, 2 + i % 20, i % 60),
        event = "request_accepted", id = "q" .. i }
    end
    assert.equal(whole:pack(), ipr.tally.unpack(b:pack(), { kpis = { SELLERS } }):merge(a):pack())
    assert.has_error(function() a:merge(ipr.tally()) end)
  end)

  it("without cases, refuse KPIs that need them", function()
    local ok, e = pcall(function() programme({ kpis = { TIME }, cases = false }):lines() end)
    assert.is_false(ok)
    assert.truthy(e.message:find("needs cases", 1, true))
  end)
end)
