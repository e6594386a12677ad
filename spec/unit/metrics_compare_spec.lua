-- metrics.compare: what may be set against what, and what change rounding leaves.
local comparable = require "iprcore.metrics.comparable"
local interval = require "iprcore.metrics.interval"
local metrics = require "iprcore.metrics"

local function figure(over)
  local m = { key = "arrests", kind = "level", unit = "count", comparator = "=", value = 100,
    surface = "100", period = "2018", period_type = "duration" }
  for k, v in pairs(over or {}) do m[k] = v end
  return m
end

describe("the interval of a printed figure", function()
  local function of(surface, value, unit, comparator, high)
    local low, up, open = interval.of(figure { surface = surface, value = value, unit = unit or
      "count", comparator = comparator or "=", value_high = high })
    return { low or "-", up or "-", open }
  end

  it("is half the last digit either way, and none for a count in full", function()
    assert.same({ 95.5, 96.5, false }, of("96%", 96, "percent"))
    assert.same({ 95.55, 95.65, false }, of("95.6%", 95.6, "percent"))
    assert.same({ 1045, 1045, false }, of("1,045", 1045))
    assert.same({ 4050000, 4150000, false }, of("4.1 million", 4100000))
    assert.same({ 1195000000, 1205000000, false }, of("$1.20 billion", 1.2e9, "currency"))
    assert.same({ 0.1245, 0.1255, false }, of("0.125", 0.125, "ratio"))
    assert.same({ 97.35, 97.45, false }, of("97,4%", 97.4, "percent"))
    assert.same({ 12000, 12000, false }, of("12 000", 12000))
    assert.same({ 1.5, 2.5, false }, of("2 hours", 2, "duration"))
    assert.same({ 11500, 12500, false }, of("1.2万", 12000))
  end)

  it("is wider for about, open for bounds", function()
    assert.same({ 4500, 5500, false }, of("5,000", 5000, "count", "~"))
    assert.same({ 500, "-", true }, of("500", 500, "count", ">"))
    assert.same({ 500, "-", false }, of("500", 500, "count", ">="))
    assert.same({ "-", 500, true }, of("500", 500, "count", "<"))
    assert.same({ 9.5, 20.5, false }, of("10-20%", 10, "percent", "range", 20))
  end)

  it("leaves words as they are said", function()
    assert.same({ 2, 2, false }, of("doubled", 2, "ratio"))
  end)
end)

describe("may two figures be compared", function()
  local function judge(a, b)
    local verdict, reasons = comparable.judge(figure(a), figure(b))
    return verdict .. (reasons[1] and " " .. reasons[1].code or "")
  end

  it("yes, over time and where the year's last day stands for the year", function()
    assert.equal("yes", judge({}, { period = "2019" }))
    assert.equal("yes", judge({}, { period = "2019-12-31", period_type = "instant" }))
    assert.equal("yes", judge({ unit = "duration", subunit = "hour" },
      { unit = "duration", subunit = "day" }))
    assert.equal("yes", judge({ publisher = "Example Group" }, { publisher = "example group" }))
  end)

  it("check, where only a reader can tell", function()
    assert.equal("check other_publisher", judge({ publisher = "A" }, { publisher = "B" }))
    assert.equal("check other_qualifier", judge({ qualifier = "in Europe" }, {}))
    assert.equal("check no_period", judge({ period = false }, {}))
    assert.equal("check other_period", judge({}, { period = "FY2019" }))
    assert.equal("check counts_other", judge({ unit = "currency", subject = "MSRP of goods" },
      { unit = "currency", subject = "worth of goods" }))
    assert.equal("check other_unit", judge({ unit = "percent" }, { unit = "ratio" }))
    assert.equal("check other_period", judge({ unit = "percent" }, { unit = "percent",
      period = "2019-H1" }))
  end)

  it("no, where the numbers mean different things", function()
    assert.equal("no level_against_change", judge({ unit = "percent" },
      { unit = "percent", kind = "change" }))
    assert.equal("no other_unit", judge({}, { unit = "percent" }))
    assert.equal("no other_currency", judge({ unit = "currency", subunit = "USD" },
      { unit = "currency", subunit = "CNY" }))
    assert.equal("no other_qualifier", judge({ qualifier = "in Europe" },
      { qualifier = "in China" }))
    assert.equal("no other_period", judge({}, { period = "2019-H1" }))
    assert.equal("no counts_other", judge({ unit = "currency", subject = "MSRP" },
      { unit = "currency", subject = "domestic value" }))
    assert.equal("no counts_other", judge({ head = "requests" }, { head = "listings" }))
    assert.equal("no counts_other", judge({ subject = "下架请求" }, { subject = "商品链接" }))
    assert.equal("no other_basis", judge(
      { kind = "change", unit = "percent", basis = "yoy", direction = "increase" },
      { kind = "change", unit = "percent", basis = "qoq", direction = "increase" }))
  end)
end)

describe("the change between two figures", function()
  local function change(a, b)
    local c = comparable.change(figure(a), figure(b))
    return { c.value or "-", c.low or "-", c.high or "-", c.unit, c.direction or "-" }
  end

  it("carries what rounding leaves", function()
    assert.same({ 5.6, 5.05, 6.15, "percentage_points", "increase" }, change(
      { unit = "percent", value = 90.4, surface = "90.4%" },
      { unit = "percent", value = 96, surface = "96%" }))
    assert.same({ -36, -36, -36, "percent", "decrease" }, change(
      { value = 1000, surface = "1,000" }, { value = 640, surface = "640" }))
  end)

  it("takes no direction from a difference that rounding may make", function()
    local c = comparable.change(figure { unit = "percent", value = 95.8, surface = "95.8%" },
      figure { unit = "percent", value = 96, surface = "96%" })
    assert.is_nil(c.direction)
    assert.is_true(c.within_rounding)
  end)

  it("leaves the end open that a bound leaves open, and divides by no nought", function()
    assert.same({ "-", 25, "-", "percent", "increase" }, change({ value = 400, surface = "400" },
      { value = 500, surface = "500", comparator = ">" }))
    assert.same({ "-", "-", "-", "percent", "-" }, change({ value = 0, surface = "0" },
      { value = 5, surface = "5" }))
  end)

  it("sets changes against each other with their signs", function()
    assert.same({ 77, 76, 78, "percentage_points", "increase" }, change(
      { kind = "change", unit = "percent", value = 57, surface = "57%", direction = "decrease" },
      { kind = "change", unit = "percent", value = 20, surface = "20%", direction = "increase" }))
  end)
end)

describe("metrics.compare", function()
  local A = "In 2018 police made 1,953 arrests. More than 400 brands were represented at the end "
    .. "of 2018. Rights holders sent 12,000 takedown requests in 2018."
  local B = "In 2019 police made 4,125 arrests, up from 1,953 in 2018. 500 brands were represented "
    .. "at the end of 2019. In 2019, 3.1 million listings were removed."

  local function by(rows, key, period)
    for _, row in ipairs(rows) do
      if row.key == key and (not period or row.b.period == period) then return row end
    end
  end

  it("lines up figures of one period, else the latest earlier one", function()
    local rows = metrics.compare { A, B }
    assert.equal("1,953", by(rows, "arrests", "2018").a.surface)
    assert.equal(0, by(rows, "arrests", "2018").change.value)
    assert.equal("increase", by(rows, "arrests", "2019").change.direction)
    assert.equal(25, by(rows, "brands_represented").change.high)
  end)

  it("says that requests are not listings and computes nothing", function()
    local row = by(metrics.compare { A, B }, "takedown_requests")
    assert.equal("no", row.comparable)
    assert.is_nil(row.change)
    assert.truthy(row.reason:find("Takedown requests against Listings removed", 1, true))
    for _, r in ipairs(metrics.compare { A, B, A }) do
      assert.truthy((r.change == nil) == (r.comparable == "no"))
      assert.truthy((r.reason == nil) == (r.comparable == "yes"))
    end
  end)

  it("marks another publisher, and names figures only one report has", function()
    local rows = metrics.compare { metrics.report(A, { publisher = "A" }),
      metrics.report("In 2018 police made 35 arrests.", { publisher = "B" }) }
    assert.equal("check", by(rows, "arrests").comparable)
    assert.equal("only_in_one", by(rows, "brands_represented").reasons[1].code)
    assert.is_nil(by(rows, "brands_represented").b)
  end)

  it("compares each later report with the first or with the one before", function()
    local C = "In 2020 police made 5,000 arrests."
    local last = metrics.compare { A, B, C }
    assert.same({ 1, 3 }, last[#last].reports)
    assert.equal("1,953", by({ table.unpack(last, #metrics.compare { A, B } + 1) },
      "arrests").a.surface)
    local before = metrics.compare({ A, B, C }, { against = "previous" })
    assert.same({ 2, 3 }, before[#before].reports)
  end)

  it("raises on one report, on an unknown option and on UTF-16", function()
    assert.has_error(function() metrics.compare { A } end)
    assert.has_error(function() metrics.compare({ A, B }, { agains = "first" }) end)
    assert.has_error(function() metrics.compare { A, "\255\254a\0b\0" } end)
  end)
end)
