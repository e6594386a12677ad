-- One phenomenon a case: spec/golden/metrics.jsonl holds texts written for it and what a careful
-- person reads there. A case names the fields it is about; false: the field must be empty. No
-- other metric may be found, so cases with nothing to find are the negatives.
local json = require "iprcore.json"
local metrics = require "iprcore.metrics"

local function same(want, got)
  if want == false then return got == nil end
  if type(want) == "number" and type(got) == "number" then
    return math.abs(want - got) <= 1e-9 * math.abs(want)
  end
  return want == got
end

describe("metrics.parse reads", function()
  for line in io.lines("spec/golden/metrics.jsonl") do
    local case = json.decode(line)
    it(case.case, function()
      local found = metrics.parse(metrics.report(case.text, { form = case.form or "text",
        doc_date = case.doc_date }))
      local surfaces = {}
      for i, m in ipairs(found) do surfaces[i] = m.surface end
      assert.equal(#case.want, #found, table.concat(surfaces, " | "))
      for i, want in ipairs(case.want) do
        for field, value in pairs(want) do
          assert.truthy(same(value, found[i][field]), ("%s of %q: expected %s, got %s"):format(
            field, found[i].surface, tostring(value), tostring(found[i][field])))
        end
      end
    end)
  end
end)

describe("metrics.claims", function()
  local y2018 = "In 2018, 1,634 leads were referred to law enforcement. Police arrested 1,953 "
    .. "suspects and 1,542 facilities were closed in 2018."
  local y2019 = "In 2019 there were 1,045 leads that led to the arrest of 4,125 suspects and the "
    .. "closure of 2,029 facilities. This is a significant increase from the year before."

  it("holds the three enforcement figures of 2019 against those of 2018", function()
    local list = metrics.claims(y2019)
    local claim = list[#list]
    assert.same({ "claim", "increase", "yoy" }, { claim.kind, claim.direction, claim.basis })
    local before = {}
    for _, m in ipairs(metrics.parse(y2018)) do
      if m.key then before[m.key] = m.value end
    end
    local ways = {}
    for _, i in ipairs(claim.metrics) do
      local m = list[i]
      ways[#ways + 1] = m.key .. (m.value > before[m.key] and " rose" or " fell")
    end
    assert.same({ "enforcement_leads fell", "arrests rose", "facilities_closed rose" }, ways)
  end)
end)
