-- The metric parser's public verbs: slots, spans, dates, options.
local metrics = require "iprcore.metrics"

local function only(text, opts)
  local list = metrics.parse(text, opts)
  assert.are.equal(1, #list, text)
  return list[1]
end

describe("metrics.parse", function()
  it("fills the slots of a plain sentence and gives a span for string.sub", function()
    local text = "In 2019 the group handed over more than 1,045 leads."
    local m = only(text)
    assert.are.equal("1,045", text:sub(m.first, m.last))
    assert.are.same({ 1045, "count", ">", "2019", "duration", "enforcement_leads" },
      { m.value, m.unit, m.comparator, m.period, m.period_type, m.key })
  end)

  it("resolves last year by the date of publication", function()
    assert.are.equal("2019",
      only("Police made 35 arrests last year.", { doc_date = "2020-01-22" }).period)
    assert.is_nil(only("Police made 35 arrests last year.").period)
  end)

  it("gives a subject over several lines as one, in tables and in JSON", function()
    local text = 'Seizures of "hot"\r\n  trade   mark\tgoods rose 20%.'
    assert.are.equal('Seizures of "hot" trade mark goods', only(text).subject)
    assert.truthy(metrics.json(text):find(
      [["subject":"Seizures of \"hot\" trade mark goods","head":"Seizures"]], 1, true))
  end)

  it("answers UTF-16 by mistake with nil and a code", function()
    local list, message, code = metrics.parse("\255\254a\0b\0")
    assert.is_nil(list)
    assert.is_string(message)
    assert.are.equal("utf16", code)
  end)

  it("raises on an option it does not know", function()
    assert.has_error(function() metrics.parse("x", { docdate = "2020-01-01" }) end)
  end)
end)

describe("metrics.claims", function()
  local text = "There were 1,045 leads that led to the arrest of 4,125 suspects and the closure of "
    .. "2,029 facilities in 2019. This represents a significant increase from the year before."

  it("gives a direction without a figure with the metrics it speaks of", function()
    local list = metrics.claims(text)
    local claim = list[#list]
    assert.are.equal("claim", claim.kind)
    assert.are.equal("increase", text:sub(claim.first, claim.last))
    assert.are.same({ "increase", "yoy" }, { claim.direction, claim.basis })
    assert.are.same({ "enforcement_leads", "arrests", "facilities_closed" }, claim.keys)
    assert.are.same({ 1, 2, 3 }, claim.metrics)
  end)

  it("gives a rise that is told as a noun the key of the level told last", function()
    local list = metrics.claims("In 2019, 12 arrests, a significant increase over the year before.")
    local claim = list[#list]
    assert.are.same({ "claim", "increase", "yoy", "arrests" },
      { claim.kind, claim.direction, claim.basis, claim.key })
  end)

  it("gives none where the sentence has its figure", function()
    for _, m in ipairs(metrics.claims("Arrests rose 20% from the year before.")) do
      assert.are_not.equal("claim", m.kind)
    end
  end)
end)
