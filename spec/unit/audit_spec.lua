-- Audits claims against events, figures, other reports and the report itself: each verdict
-- stands.
local audit = require "iprcore.audit"
local figures = require "iprcore.report.figures"
local json = require "iprcore.json"
local shared = require "spec.support.shared"
local verdict = require "iprcore.audit.verdict"

local function claim(surface, value, fields)
  local m = { surface = surface, value = value, unit = "count", comparator = "=" }
  for k, v in pairs(fields or {}) do m[k] = v end
  return m
end

-- Metric tables for a text, found by their surfaces in order.
local function metrics_of(text, list)
  local at = 1
  for _, m in ipairs(list) do
    m.first, m.last = text:find(m.surface, at, true)
    assert(m.first, "not in the text: " .. m.surface)
    at = m.last + 1
  end
  return list
end

local function verdicts(result)
  local out = {}
  for i, c in ipairs(result.claims) do out[i] = c.verdict end
  return out
end

describe("verdict.of", function()
  local cases = {
    -- surface, value, found, verdict, fields
    { "1,045", 1045, 1045, "agrees" },
    { "1,045", 1045, 1045.4, "rounds_to" },
    { "1,045", 1045, 1046, "differs" },
    { "96%", 96, 96.49, "rounds_to", { unit = "percent" } },
    { "96%", 96, 96.5, "differs", { unit = "percent" } },
    { "97%", 97, 96.5, "rounds_to", { unit = "percent" } },
    { "96.4%", 96.4, 96.35, "rounds_to", { unit = "percent" } },
    { "4.1 billion", 4.1e9, 4.149e9, "rounds_to" },
    { "4.1 billion", 4.1e9, 4.15e9, "differs" },
    { "4.10 billion", 4.1e9, 4.149e9, "differs" },
    { "1.2亿", 1.2e8, 1.24e8, "rounds_to" },
    { "１，０４５", 1045, 1045, "agrees" },
    { "97,4%", 97.4, 97.41, "rounds_to", { unit = "percent" } },
    { "九成", 90, 93, "rounds_to", { unit = "percent" } },
    { "a third", 1 / 3, 0.34, "rounds_to", { unit = "ratio" } },
    { "a third", 1 / 3, 0.40, "differs", { unit = "ratio" } },
    { "500", 500, 612, "agrees", { comparator = ">" } },
    { "500", 500, 500, "differs", { comparator = ">" } },
    { "500", 500, 500, "agrees", { comparator = ">=" } },
    { "500", 500, 512, "differs", { comparator = "<" } },
    { "500", 500, 512, "rounds_to", { comparator = "~" } },
    { "500", 500, 570, "differs", { comparator = "~" } },
    { "500", 500, 512, "differs" },
    { "30-60%", 30, 45, "agrees", { comparator = "range", value_high = 60, unit = "percent" } },
    { "30-60%", 30, 60.4, "rounds_to", { comparator = "range", value_high = 60,
      unit = "percent" } },
    { "30-60%", 30, 61, "differs", { comparator = "range", value_high = 60, unit = "percent" } },
    { "0", 0, 0, "agrees" },
    { "0", 0, 3, "differs" },
  }
  for _, c in ipairs(cases) do
    local sign = c[5] and c[5].comparator or ""
    it(("says %s of %s%q when %s is true"):format(c[4], sign, c[1], c[3]), function()
      assert.equal(c[4], verdict.of(claim(c[1], c[2], c[5]), c[3]))
    end)
  end
end)

describe("audit", function()
  local text = "In 2019 there were 1,045 leads, 4,125 arrests and more than 500 brands. "
    .. "Leads fell 36% and 96% of requests were processed (6,720 of 7,000). "
    .. "The case value reached CNY 8.4 billion."
  local function metrics()
    return metrics_of(text, {
      { surface = "1,045", value = 1045, unit = "count", key = "enforcement_leads",
        period = "2019" },
      { surface = "4,125", value = 4125, unit = "count", key = "arrests", period = "2019" },
      { surface = "500", value = 500, unit = "count", comparator = ">", key = "brands_represented",
        period = "2019-12-31" },
      { surface = "36%", value = 36, unit = "percent", kind = "change", direction = "decrease",
        basis = "yoy", key = "enforcement_leads", period = "2019" },
      { surface = "96%", value = 96, unit = "percent", key = "takedown_processed_within_24h",
        period = "2019" },
      { surface = "CNY 8.4 billion", value = 8.4e9, unit = "currency", subunit = "CNY",
        key = "case_value", period = "2019" },
    })
  end
  local DATA = figures.read "spec/data/figures-2019.jsonl"

  it("agrees with figures that say the same", function()
    local r = audit(text, { metrics = metrics(), directions = {}, tally = DATA })
    assert.same({ "agrees", "agrees", "agrees", "rounds_to", "agrees", "agrees", "agrees",
      "agrees" },
      verdicts(r))
    assert.equal(0, r:counts().wrong_inside)
  end)

  it("finds each wrong figure and calls no other wrong", function()
    for i = 1, 6 do
      local ms = metrics()
      ms[i].value = ms[i].value * 3
      ms[i].surface = "x" .. ms[i].value
      local r = audit(text, { metrics = ms, directions = {}, tally = DATA })
      for _, c in ipairs(r.claims) do
        local expect = c.metric == ms[i] and ms[i].comparator ~= ">" or c.first == ms[i].first
          and i ~= 3
        if i == 3 and c.metric == ms[3] then expect = true end
        assert.equal(expect, c.verdict == "differs", ("claim %d, tampered %d"):format(c.first, i))
      end
    end
  end)

  it("calls a change in the other direction wrong, whatever its size", function()
    local ms = metrics()
    ms[4].direction = "increase"
    local c = audit(text, { metrics = ms, directions = {}, tally = DATA }).claims[4]
    assert.equal("differs", c.verdict)
    assert.is_true(c.found < -36)
  end)

  it("finds a facet by its words in any language, and none where several would do", function()
    local function one(facet)
      local m = { first = 1, last = 1, surface = "31%", value = 31, unit = "percent",
        key = "region_share[" .. facet .. "]", period = "2019-12-31" }
      return audit("x", { metrics = { m }, directions = {}, tally = DATA }).claims[1].verdict
    end
    assert.equal("rounds_to", one "European")
    assert.equal("rounds_to", one "欧洲")
    assert.equal("differs", one "the Americas")
    assert.equal("not_in_data", one "China and the Asia Pacific region")
  end)

  it("does not compare currencies, or units that do not fit", function()
    local ms = metrics()
    ms[6].subunit = "EUR"
    ms[5].unit = "duration"
    local r = audit(text, { metrics = ms, directions = {}, tally = DATA })
    assert.same({ "not_in_data", "not_in_data" },
      { r.claims[5].verdict, r.claims[#r.claims].verdict })
  end)

  it("knows nothing without data, and still checks the report against itself", function()
    local r = audit(text, { metrics = metrics(), directions = {} })
    for _, c in ipairs(r.claims) do assert.equal("not_in_data", c.verdict) end
    assert.same({ "rate" }, { r.findings[1].check })
    assert.is_true(r.findings[1].ok)
  end)

  it("finds a rate that does not fit its counts", function()
    local ms = metrics()
    ms[5].value, ms[5].surface = 97, "97%"
    local r = audit((text:gsub("96%%", "97%%")), { metrics = ms, directions = {} })
    assert.is_false(r.findings[1].ok)
  end)

  it("finds shares that do not sum to 100 %, within their rounding", function()
    local function shares(list)
      local said, ms = table.concat(list, "% "), {}
      for i, v in ipairs(list) do
        ms[i] = { surface = tostring(v), value = v, unit = "percent", period = "2019",
          key = ("region_share[r%d]"):format(i) }
      end
      return audit(said, { metrics = metrics_of(said, ms), directions = {} }).findings
    end
    assert.is_true(shares({ 31, 30, 25, 14 })[1].ok)
    assert.is_true(shares({ 31, 30, 25, 13 })[1].ok) -- four roundings can lose one
    assert.is_false(shares({ 31, 30, 25, 10 })[1].ok)
    assert.is_false(shares({ 41, 30, 25, 14 })[1].ok)
    assert.is_nil(shares({ 31, 30 })[1]) -- the largest two only
  end)

  it("finds a change that does not fit its two levels", function()
    local function change(stated, direction)
      local said = "1,634 in 2018, 1,045 in 2019: " .. stated .. "%"
      return audit(said, { directions = {}, metrics = metrics_of(said, {
        { surface = "1,634", value = 1634, unit = "count", key = "enforcement_leads",
          period = "2018" },
        { surface = "1,045", value = 1045, unit = "count", key = "enforcement_leads",
          period = "2019" },
        { surface = stated .. "%", value = tonumber(stated), unit = "percent", kind = "change",
          direction = direction, key = "enforcement_leads", period = "2019" } }) }).findings[1].ok
    end
    assert.is_true(change("36", "decrease"))
    assert.is_true(change("36.0", "decrease"))
    assert.is_false(change("36", "increase"))
    assert.is_false(change("37", "decrease"))
  end)

  it("reads doubled and percentage points from two levels", function()
    local function one(m, levels)
      return audit("x", { directions = {}, figures = levels, metrics = { m } }).claims[1].verdict
    end
    local function point(unit, value, surface)
      return { first = 1, last = 1, surface = surface, value = value, unit = unit, kind = "change",
        direction = "increase", key = "k", period = "2019" }
    end
    local counts = { { key = "k", period = "2018", value = 1953, unit = "count" },
      { key = "k", period = "2019", value = 3925, unit = "count" } }
    assert.equal("rounds_to", one(point("ratio", 2, "doubled"), counts))
    assert.equal("differs", one(point("ratio", 3, "tripled"), counts))
    local shares = { { key = "k", period = "2018", value = 90.4, unit = "percent" },
      { key = "k", period = "2019", value = 96, unit = "percent" } }
    assert.equal("rounds_to", one(point("percentage_points", 6, "6 points"), shares))
    assert.equal("differs", one(point("percentage_points", 8, "8 points"), shares))
  end)

  it("names what is wrong with its arguments", function()
    local cases = {
      { 5, { figures = {} }, "usage", "audit takes the text of a report, not a number" },
      { nil, nil, "usage", "audit takes the text of a report, not nil" },
      { "x", "events.csv", "usage", "audit: options are a table, not a string" },
      { "x", { figures = 5 }, "usage", "audit: figures is a string or table, not a number" },
      { "x", { against = "y" }, "usage", "audit: against is a table, not a string" },
      { "x", { figure = {} }, "usage", "audit: no option figure; did you mean figures?" } }
    for _, c in ipairs(cases) do
      local ok, e = pcall(audit, c[1], c[2])
      assert.same({ false, c[3], c[4] }, { ok, e.code, e.message })
    end
  end)

  it("reads factors and parts of a change, and answers in their own form", function()
    local cases = {
      { "tripled", 3, "increase", 100, 300, 3, "agrees", "× 3" },
      { "tripled", 3, "increase", 100, 64, 0.64, "differs", "× 0.64" },
      { "threefold", 3, "decrease", 300, 100, 3, "agrees", "÷ 3" },
      { "threefold", 3, "decrease", 100, 300, 1 / 3, "differs", "÷ 0.33" },
      { "a third", 1 / 3, "decrease", 300, 200, 1 / 3, "agrees", "33.3% decrease" },
      { "a third", 1 / 3, "decrease", 300, 100, 2 / 3, "differs", "66.7% decrease" },
      { "a third", 1 / 3, "decrease", 100, 64, 0.36, "agrees", "36% decrease", ">" },
      { "a third", 1 / 3, "decrease", 100, 80, 0.2, "differs", "20% decrease", ">" },
      { "half", 0.5, "increase", 100, 150, 0.5, "agrees", "50% increase" },
      { "half", 0.5, "increase", 100, 50, -0.5, "differs", "50% decrease" },
      { "halved", 0.5, "decrease", 100, 50, 0.5, "agrees", "50% decrease" },
    }
    local cells = require("iprcore.audit.table").cells
    for _, c in ipairs(cases) do
      local m = { first = 1, last = #c[1], surface = c[1], value = c[2], unit = "ratio",
        kind = "change", direction = c[3], key = "arrests", period = "2019", comparator = c[9] }
      local result = audit(c[1], { directions = {}, metrics = { m }, figures = {
        { key = "arrests", period = "2018", value = c[4], unit = "count" },
        { key = "arrests", period = "2019", value = c[5], unit = "count" } } })
      local one = result.claims[1]
      assert.near(c[6], one.found, 1e-9)
      assert.same({ c[1], c[7], c[8] }, { c[1], one.verdict, (select(4, cells(result, one))) })
      -- the same levels in the report itself
      local function level(period, value)
        return { first = 1, last = 1, surface = ("%d.000"):format(value), value = value,
          unit = "count", key = "arrests", period = period }
      end
      local inside = audit(c[1], { directions = {},
        metrics = { m, level("2018", c[4]), level("2019", c[5]) } }).findings[1]
      assert.same({ c[1], c[7] ~= "differs" }, { c[1], inside.ok }, inside.detail)
    end
  end)

  it("sums months where a claim speaks of a half year", function()
    local levels = {}
    for m = 7, 12 do
      levels[#levels + 1] = { key = "arrests", period = ("2019-%02d"):format(m), value = 100,
        unit = "count" }
    end
    local m = { first = 1, last = 1, surface = "600", value = 600, unit = "count", key = "arrests",
      period = "2019-H2" }
    assert.equal("agrees", audit("x", { directions = {}, figures = levels,
      metrics = { m } }).claims[1].verdict)
    table.remove(levels)
    assert.equal("not_in_data", audit("x", { directions = {}, figures = levels,
      metrics = { m } }).claims[1].verdict)
  end)

  it("prints JSON lines in the fixed shape, claims first and in text order", function()
    local r = audit(text, { metrics = metrics(), directions = {}, tally = DATA })
    local last, findings = -1, 0
    for line in r:render("jsonl"):gmatch("[^\n]+") do
      local o = json.decode(line)
      if o.check then
        findings = findings + 1
        assert.is_boolean(o.ok)
        assert.is_string(o.detail)
      else
        assert.equal(0, findings)
        assert.is_true(o.start >= last)
        last = o.start
        assert.truthy(o.key and o.period and o.claimed and o.verdict)
      end
      assert.is_true(o["end"] > o.start)
    end
    assert.is_true(findings > 0)
  end)

  it("keeps its table within 80 columns and marks every claim in its page", function()
    local r = audit(text, { metrics = metrics(), directions = {}, tally = DATA })
    for line in tostring(r):gmatch("[^\n]+") do
      assert.is_true(require("iprcore.report.text").columns(line) <= 80, line)
    end
    local page = r:render "html"
    assert.equal(#r.claims, select(2, page:gsub("<mark ", "")))
  end)

  it("shows a hostile text as text", function()
    local bad = "<script>x</script> 5 arrests \27[31m \226\128\174"
    local m = { first = 20, last = 20, surface = "5", value = 5, unit = "count", period = "2019",
      key = "own[<img src=x>]" }
    local r = audit(bad, { metrics = { m }, directions = {} })
    assert.is_nil(r:render("html"):find("<script", 1, true))
    assert.is_nil(r:render("html"):find("<img", 1, true))
    assert.is_nil(tostring(r):find("\27", 1, true))
  end)
end)

shared.with("data/metrics/dev.jsonl", function(path)
  describe("audit of the source document", function()
    local doc
    for line in io.lines(path) do
      local d = json.decode(line)
      if d.id == "seed-2019" then doc = d end
    end
    for _, m in ipairs(doc.metrics) do m.first, m.last = m.start + 1, m["end"] end

    it("finds the significant increase wrong for leads, right for arrests and facilities",
      function()
      local first, last = doc.text:find("a significant increase from the year before", 1, true)
      local directions = {}
      for i, key in ipairs { "enforcement_leads", "arrests", "facilities_closed" } do
        directions[i] = { key = key, direction = "increase", period = "2019", first = first,
          last = last }
      end
      local r = audit(doc.text, { metrics = doc.metrics, directions = directions, figures = {
        { key = "enforcement_leads", period = "2018", value = "1634" },
        { key = "arrests", period = "2018", value = 1953 },
        { key = "facilities_closed", period = "2018", value = 1542 } } })
      local found = {}
      for _, c in ipairs(r.claims) do
        if c.what == "direction" then found[c.key] = c.verdict end
      end
      assert.same({ enforcement_leads = "differs", arrests = "agrees",
        facilities_closed = "agrees" }, found)
      assert.is_true(r.findings[1].ok) -- 31 + 30 + 25 + 14
    end)
  end)
end)
