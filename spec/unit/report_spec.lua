-- The year's report: rounding, lines, sections and every form it is written in.
local ipr = require "iprcore"
local figures = require "iprcore.report.figures"
local json = require "iprcore.json"
local text = require "iprcore.report.text"

local LINES = figures.read "spec/data/figures-2019.jsonl"

local function annual(opts, lines)
  opts = opts or {}
  opts.year = opts.year or 2019
  return ipr.report.annual(lines or LINES, opts)
end

describe("figures.round", function()
  it("rounds half away from zero at the digits asked for", function()
    local cases = { { 0.25, 1, 0.3 }, { 96.35, 1, 96.4 }, { 2.5, 0, 3 }, { -2.5, 0, -3 },
      { 1.005, 2, 1.01 }, { 96.449, 1, 96.4 }, { 1249, -2, 1200 }, { 1250, -2, 1300 } }
    for _, c in ipairs(cases) do assert.near(c[3], figures.round(c[1], c[2]), 1e-12) end
  end)
end)

describe("figures.set", function()
  it("computes a change from two levels where no line states it", function()
    local set = figures.set { { key = "arrests", period = "2018", value = 100, unit = "count" },
      { key = "arrests", period = "2019", value = 80, unit = "count" },
      { key = "share", period = "2018", value = 90, unit = "percent" },
      { key = "share", period = "2019", value = 92.5, unit = "percent" } }
    local c = set:change("arrests", "2019")
    assert.same({ 20.0, "percent", "decrease" }, { c.value, c.unit, c.direction })
    c = set:change("share", "2019")
    assert.same({ 2.5, "percentage_points", "increase" }, { c.value, c.unit, c.direction })
    assert.is_nil(set:change("arrests", "2018"))
  end)

  it("takes an instant at the year's last day as the year", function()
    local set = figures.set { { key = "aaca_members", period = "2019-12-31", value = 170 } }
    assert.equal(170, set:level("aaca_members", "2019").value)
  end)
end)

describe("report.annual", function()
  it("states a figure with its n of N, its change and last year's level", function()
    local said = annual():render "text"
    said = said:gsub("%s+", " ")
    for _, want in ipairs {
      "96% of proactively removed listings were eliminated before a single sale took place",
      "(11,520 of 12,000).",
      "In 2019, 1,045 leads were handed to law enforcement.",
      "The number of leads handed to law enforcement fell by 36% year on year in 2019, from 1,634 "
        .. "leads in 2018.",
      "The number of arrests rose by 111.2% year on year in 2019, from 1,953 arrests in 2018.",
      "At the end of 2019, the Anti-Counterfeiting Alliance had 170 members.",
      "members from the Americas accounted for 30% of members",
    } do assert.truthy(said:find(want, 1, true), want) end
  end)

  it("keeps every line of the terminal text within 80 columns, in both languages", function()
    for _, lang in ipairs { "en", "zh" } do
      for line in annual({ lang = lang }):render("text"):gmatch("[^\n]+") do
        assert.is_true(text.columns(line) <= 80, line)
      end
    end
  end)

  it("never prints 100% for what is not all", function()
    local r = annual(nil, { { key = "takedown_processed_within_24h", period = "2019",
      value = 100 * 99999 / 100000, unit = "percent", num = 99999, den = 100000 } })
    assert.truthy(r:render("text"):find("99.999%", 1, true))
  end)

  it("says why a figure cannot be stated", function()
    local r = annual(nil, { { key = "proactive_removed_before_sale", period = "2019",
      unit = "percent", reason = "no coverage of sales was declared" } })
    local said = r:render("text"):gsub("%s+", " ")
    assert.truthy(said:find("cannot be stated for this year: no coverage of sales was declared",
      1, true))
    assert.is_nil(said:find("%d%%"))
  end)

  it("shows what differs from the published figures, and says when nothing does", function()
    local moved = annual { published = { { key = "arrests", period = "2018", value = 1900 } } }
    assert.truthy(moved:render("text"):find("Arrests +1,900 +1,953"))
    local same = annual { published = { { key = "arrests", period = "2018", value = 1953 } } }
    assert.truthy(same:render("text"):gsub("%s+", " "):find("is unchanged", 1, true))
  end)

  it("lets an analyst replace terms and sentences", function()
    local r = annual { words = { terms = { platform = "the Rights Desk" },
      figures = { arrests = { level = "{When}, police arrested {value} suspects." } } } }
    local said = r:render("text"):gsub("%s+", " ")
    assert.truthy(said:find("requests submitted through the Rights Desk", 1, true))
    assert.truthy(said:find("In 2019, police arrested 4,125 suspects.", 1, true))
    assert.is_nil(said:find("IPP Platform", 1, true))
  end)

  it("refuses a template with a name nothing fills, an unknown option and a year without figures",
    function()
      local function fails(code, opts)
        local ok, e = pcall(annual, opts)
        assert.is_false(ok)
        assert.equal(code, e.code)
      end
      fails("unknown_name", { words = { figures = { arrests = { level = "{valve} arrests" } } } })
      fails("usage", { yaer = 2019 })
      fails("unknown_name", { sections = { "key_result" } })
      fails("unknown_name", { lang = "xx" })
      fails("empty", { year = 1999 })
    end)

  it("names what is wrong with its arguments", function()
    local cases = { { LINES, { year = "2019" }, "year is a number, not a string" },
      { LINES, { year = 2019, sections = "key_results" }, "sections is a table, not a string" },
      { LINES, { year = 2019.5 }, "needs a year" }, { LINES, nil, "needs a year" },
      { nil, { year = 2019 }, "takes a tally or an array of figures, not nil" },
      { ipr.tally(), { year = 2019 }, "no figure for 2019; there are none at all" },
      { LINES, { year = 1999 }, "no figure for 1999; there are figures for 2018, 2019" } }
    for _, c in ipairs(cases) do
      local ok, e = pcall(ipr.report.annual, c[1], c[2])
      assert.is_false(ok)
      assert.truthy(e.message:find(c[3], 1, true), e.message)
    end
  end)

  it("counts parties and lists them only in an internal copy, which says so on every page",
    function()
    local lines = { { key = "arrests", period = "2019", value = 3, unit = "count" },
      { key = "notifier_accepted_share[Acme Ltd]", period = "2019", value = 90, unit = "percent" },
      { key = "notifier_accepted_share[Bolt Inc]", period = "2019", value = 80, unit = "percent" } }
    for _, format in ipairs(ipr.report.formats) do
      local public, internal = annual(nil, lines):render(format), annual({ internal = true },
        lines):render(format)
      assert.is_nil(public:find("Acme", 1, true), format)
      assert.truthy(internal:find("Acme", 1, true), format)
      local marks = select(2, internal:lower():gsub("internal", ""))
      assert.is_true(marks >= 3, format .. " marks an internal copy " .. marks .. " times")
    end
    assert.truthy(annual(nil, lines):render("text"):find("Parties counted and not listed +2"))
  end)

  it("writes figures as CSV that read back as the same figures", function()
    local path = os.tmpname() .. ".csv"
    local r = annual()
    r:write(path)
    local back = figures.read(path)
    os.remove(path)
    assert.equal(#r:lines(), #back)
    local set = figures.set(back)
    for _, line in ipairs(r:lines()) do
      local got = line.kind == "change" and set:change(line.key, line.period)
        or set:level(line.key, line.period)
      assert.equal(line.value, got.value)
      assert.equal(line.num, got.num)
    end
  end)

  it("writes JSON with the sections as they are shown", function()
    local doc = json.decode(annual({ lang = "zh" }):render "json")
    assert.equal(2019, doc.year)
    assert.equal("zh", doc.lang)
    assert.equal("主要成果", doc.sections[1].title)
    local by_key = {}
    for _, f in ipairs(doc.figures) do
      if f.kind == "level" and f.period == "2019" then by_key[f.key] = f end
    end
    assert.equal(1045, by_key.enforcement_leads.value)
    assert.truthy(by_key.enforcement_leads.sentences[1]:find("1,045条", 1, true))
  end)
end)

describe("a report of unusual figures", function()
  local function zeros()
    local lines = { { key = "aaca_members", period = "2019", value = 0, unit = "count" },
      { key = "region_share[Europe]", period = "2019", value = 100, unit = "percent" } }
    for m = 1, 12 do
      lines[#lines + 1] = { key = "proactive_removals", period = ("2019-%02d"):format(m),
        value = 0, unit = "count" }
    end
    return lines
  end
  local cases = {
    ["only zeros"] = zeros(),
    ["one figure"] = { { key = "arrests", period = "2019", value = 5, unit = "count" } },
    ["nothing known"] = { { key = "arrests", period = "2019", unit = "count" } },
    ["a change without levels"] = { { key = "enforcement_leads", period = "2019", value = 3 },
      { key = "arrests", period = "2019", kind = "change", value = 20, unit = "percent",
        direction = "increase" } },
    ["very large and no numbers"] = { { key = "arrests", period = "2019", value = 2 ^ 53 },
      { key = "arrests", period = "2018", value = 1, unit = "count" },
      { key = "x", period = "2019", value = 1e300, unit = "count" },
      { key = "y", period = "2019", value = 1 / 0, unit = "count" },
      { key = "z", period = "2019", value = 0 / 0, unit = "percent" } },
  }
  for name, lines in pairs(cases) do
    it("renders " .. name .. " in every form", function()
      for _, lang in ipairs { "en", "zh" } do
        for _, format in ipairs(ipr.report.formats) do
          local said = annual({ lang = lang }, lines):render(format)
          assert.is_true(#said > 100)
          assert.is_nil(said:find("[^%a]nan[^%a]"))
          assert.is_nil(said:find("[^%a]inf[^%a]"))
        end
      end
    end)
  end

  it("shows large counts to the last digit", function()
    local said = annual(nil, cases["very large and no numbers"]):render "text"
    assert.truthy(said:find("9,007,199,254,740,992", 1, true))
  end)

  it("speaks of one thing in the singular, and of 41 in the plural", function()
    local lines = {}
    local keys = { "enforcement_leads", "arrests", "facilities_closed", "takedown_requests",
      "listings_removed", "aaca_members", "brands_represented", "convictions" }
    for _, key in ipairs(keys) do
      lines[#lines + 1] = { key = key, period = "2018", value = 1, unit = "count" }
      lines[#lines + 1] = { key = key, period = "2019", value = key == "arrests" and 41 or 1,
        unit = "count" }
    end
    local said = annual(nil, lines):render("text"):gsub("%s+", " ")
    for _, want in ipairs { "1 lead was handed to law enforcement", "41 criminal suspects were",
      "from 1 arrest in 2018", "1 facility that made or sold illicit goods was closed",
      "1 takedown request was received", "had 1 member.", "represented 1 brand.",
      "there was 1 conviction" } do
      assert.truthy(said:find(want, 1, true), want)
    end
  end)

  it("states a change that has no level", function()
    local said = annual(nil, cases["a change without levels"]):render "text"
    assert.truthy(said:find("the number of arrests rose by 20% year on year.", 1, true))
  end)
end)

describe("the report's language packs", function()
  local packs = { en = require "iprcore.lang.report_en", zh = require "iprcore.lang.report_zh" }

  local function same_keys(a, b, path)
    for k, v in pairs(a) do
      local free = path == ".facets" or path == ".said_facets" or path == ".ui.quality"
        or path == ".ui.kinds"
      if not free then assert.is_not_nil(b[k], path .. "." .. tostring(k)) end
      if type(v) == "table" and type(b[k]) == "table" then same_keys(v, b[k], path .. "."
        .. tostring(k)) end
    end
  end

  it("have the same entries", function()
    same_keys(packs.en, packs.zh, "")
    same_keys(packs.zh, packs.en, "")
  end)

  it("give every key a label of its own, so that a table can be read back", function()
    for lang, pack in pairs(packs) do
      local seen = {}
      for key, row in pairs(pack.figures) do
        assert.is_nil(seen[row.label], ("%s: %s and %s"):format(lang, key,
          tostring(seen[row.label])))
        seen[row.label] = key
      end
    end
  end)

  it("use the same names in a template in both languages", function()
    for key, row in pairs(packs.en.figures) do
      for _, field in ipairs { "level", "subject" } do
        if row[field] then
          local zh = packs.zh.figures[key][field]
          for _, name in ipairs { "When", "value", "parts", "facet" } do
            local a, b = row[field]:find("{" .. name .. "}", 1, true), zh:find("{" .. name .. "}",
              1, true)
            assert.equal(a ~= nil, b ~= nil, ("%s.%s {%s}"):format(key, field, name))
          end
        end
      end
    end
  end)
end)

describe("svg.ticks", function()
  local svg = require "iprcore.report.svg"
  it("steps by 1, 2, 2.5 or 5 times a power of ten and covers the data", function()
    for _, c in ipairs { { 0, 4125 }, { 93.2, 97.8 }, { 0, 1 }, { 0, 0.0004 }, { 5, 5 }, { 0,
      99999 } } do
      local t = svg.ticks(c[1], c[2], 4)
      assert.is_true(t[1] <= c[1] and t[#t] >= c[2])
      assert.is_true(#t >= 2 and #t <= 7)
      local step = t[2] - t[1]
      local lead = step / 10 ^ math.floor(math.log(step, 10) + 1e-9)
      local nice = false
      for _, n in ipairs { 1, 2, 2.5, 5, 10 } do nice = nice or math.abs(lead - n) < 1e-6 end
      assert.is_true(nice, "step " .. step)
    end
  end)
end)
