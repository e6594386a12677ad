-- An analyst's own tables change what is read, and slips in them are named.
local metrics = require "iprcore.metrics"

local function first(text, pack)
  return metrics.parse(text, { pack = pack })[1]
end

describe("metrics.pack", function()
  it("adds a key with its words before the shipped rows", function()
    local pack = metrics.pack { name = "mine",
      nouns = { hologram = "hologram|holograms" },
      keys = { { key = "holograms_issued", units = { "count" }, heads = { "hologram" } } } }
    assert.are.equal("holograms_issued", first("The agency issued 300 holograms.", pack).key)
    assert.is_nil(first("The agency issued 300 holograms.").key)
  end)

  it("takes several tables, and has room for about ninety names beside the shipped ones", function()
    local many = { name = "many", nouns = {}, keys = {} }
    for i = 1, 65 do
      many.nouns["n" .. i] = "zz" .. i
      many.keys[i] = { key = "k" .. i, units = { "count" }, heads = { "n" .. i } }
    end
    local pack = metrics.pack { require "iprcore.lang.programme", many }
    for i = 1, 65 do
      assert.are.equal("k" .. i, first(("In 2019 we counted 35 zz%d."):format(i), pack).key)
    end
    assert.are.equal("arrests", first("Police made 35 arrests in 2019.", pack).key)
    assert.are.equal("counter_notices", first("We took 35 counter-notices.", pack).key)
    for i = 66, 100 do many.nouns["n" .. i] = "zz" .. i end
    local ok, e = pcall(metrics.pack, many)
    assert.is_false(ok)
    assert.are.equal("bad_pack", e.code)
    assert.truthy(e.message:find 'pack "many", .*: 100 names of its own; .* room for %d+: ')
    ok, e = pcall(metrics.pack, { { name = "small", nouns = { one = "zzz" } }, many })
    assert.is_false(ok)
    assert.truthy(e.message:find 'pack "many"')
    ok, e = pcall(metrics.pack, { many, 3 })
    assert.is_false(ok)
    assert.are.equal("metrics.pack takes tables (pack 2), not a number", e.message)
  end)

  it("adds a synonym to a shipped concept", function()
    local text = "Agents shut 12 hatcheries."
    assert.is_nil(first(text).key)
    local pack = metrics.pack { name = "mine", nouns = { facility = "hatchery|hatcheries" } }
    assert.are.equal("facilities_closed", first(text, pack).key)
  end)

  it("adds a key told by the verb at the value, whatever thing is counted", function()
    local pack = metrics.pack { name = "mine", verbs = { etch = "etched" },
      keys = { { key = "things_etched", units = { "count" }, deed = { "etch" } } } }
    assert.are.equal("things_etched", first("They etched 300 quills.", pack).key)
    assert.are.equal("things_etched", first("300 quills were etched.", pack).key)
    assert.is_nil(first("They etched quills and drew 300 maps.", pack).key)
    assert.truthy(tostring(metrics.explain(first("They etched 300 quills.", pack), { pack = pack }))
      :find("done by etch", 1, true))
  end)

  it("weighs however many rows fit: the heaviest wins, the first of equals", function()
    local keys = {}
    for i = 1, 100 do
      keys[i] = { key = ("quills_%d"):format(i), units = { "count" }, heads = { "quill" } }
    end
    local function found()
      local pack = metrics.pack { name = "mine", nouns = { quill = "quills" }, keys = keys }
      return first("They made 300 quills.", pack).key
    end
    assert.are.equal("quills_1", found())
    keys[40].weight, keys[90].weight = 5, 5
    assert.are.equal("quills_40", found())
    keys[100].weight = 6
    assert.are.equal("quills_100", found())
  end)

  it("reads a programme's own report with its keys beyond the shared list", function()
    local text = "Sellers filed 410 counter-notices."
    assert.is_nil(first(text).key)
    assert.are.equal("counter_notices", first(text, metrics.programme()).key)
  end)

  it("adds a language", function()
    local pack = metrics.pack { name = "de", scales = { [6] = "Millionen" },
      words = { percent = "Prozent", more_than = "mehr als", ["in"] = "im Jahr" },
      nouns = { arrest = "Festnahmen" } }
    local m = first("Es gab mehr als 1.204.000 Festnahmen im Jahr 2019", pack)
    assert.are.same({ 1204000, ">", "arrests", "2019" }, { m.value, m.comparator, m.key, m.period })
    assert.are.equal(3000000, first("3 Millionen Artikel", pack).value)
  end)

  local function refusal(t)
    local ok, err = pcall(metrics.pack, t)
    assert.is_false(ok)
    assert.are.equal("bad_pack", err.code)
    return tostring(err)
  end

  it("names pack, table and row of a mistake", function()
    local function names(t, what)
      t.name = "mine"
      assert.truthy(refusal(t):find(what, 1, true), what)
    end
    names({ words = { morethan = "over" } }, "words.morethan")
    names({ keys = { { key = "x" } } }, "keys[1] (x)")
    names({ keyz = {} }, "keyz")
    names({ keys = { { key = "x", units = { "pints" }, heads = { "y" } } } }, "pints")
    names({ currencies = { EURO = "euro" } }, "currencies.EURO")
  end)
end)

describe("metrics.explain", function()
  it("gives the row that decided", function()
    local why = metrics.explain(first("Police made 35 arrests in 2019."))
    assert.are.same({ "arrests", "keys" }, { why.key, why.pack })
    assert.truthy(tostring(why):find("measures arrest", 1, true))
  end)

  it("gives the row that says why there is no key", function()
    local m = first("Bailiffs served 35 search-and-seizure warrants in 2019.")
    assert.is_nil(m.key)
    local why = tostring(metrics.explain(m))
    assert.truthy(why:find('no key: row 1 of the key rows of pack "no_key"', 1, true))
  end)

  it("gives nothing where no row fits", function()
    assert.is_nil(metrics.explain(first("They painted 35 benches.")))
  end)
end)

describe("metrics.claims", function()
  it("finds the stated increase over the figures of the year before", function()
    local text = "There were 1,045 leads to law enforcement that resulted in the arrest of 4,125 "
      .. "suspects and the closure of 2,029 facilities in 2019. This represents a significant "
      .. "increase from the year before."
    local list = metrics.claims(text)
    local before = { enforcement_leads = 1634, arrests = 1953, facilities_closed = 1542 }
    local claim, wrong = list[#list], {}
    assert.are.same({ "claim", "increase", "yoy" }, { claim.kind, claim.direction, claim.basis })
    for _, i in ipairs(claim.metrics) do
      if list[i].value <= before[list[i].key] then wrong[#wrong + 1] = list[i].key end
    end
    assert.are.same({ "enforcement_leads" }, wrong)
  end)
end)
