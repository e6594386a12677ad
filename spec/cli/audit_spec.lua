-- The command audit as a programme manager runs it, with its forms and exit codes.
local cli = require "spec.support.cli"
local json = require "iprcore.json"

local FIGURES = "spec/data/figures-2019.jsonl"
local TEXT = "Annual report 2019\n\nIn 2019, 1,045 leads were handed to law enforcement, "
  .. "4,125 criminal suspects were arrested and 2,029 facilities were closed. "
  .. "This represents a significant increase from the year before.\n"

local function lines(out)
  local list = {}
  for line in out:gmatch("[^\n]+") do list[#list + 1] = json.decode(line) end
  return list
end

local function audit(args, text)
  local path = cli.file(text or TEXT, ".txt")
  local r = cli.run("audit " .. path .. " " .. args)
  os.remove(path)
  return r
end

describe("iprcore audit", function()
  it("finds the stated increase wrong for leads by the figures of the year before", function()
    local csv = cli.file("key,period,value\nenforcement_leads,2018,1634\narrests,2018,1953\n"
      .. "facilities_closed,2018,1542\n", ".csv")
    local r = audit("--figures " .. csv .. " --format jsonl")
    os.remove(csv)
    assert.equal(0, r.code, r.err)
    assert.equal("", r.err)
    local found = {}
    for _, l in ipairs(lines(r.out)) do
      if l.direction then found[l.key] = l.verdict end
    end
    assert.same({ enforcement_leads = "differs", arrests = "agrees", facilities_closed = "agrees" },
      found)
  end)

  it("reads the report, and those it is held against, with keys of one's own", function()
    local figures = cli.file("key,period,value\ncourses_held,2019,121\ncounter_notices,2019,7\n",
      ".csv")
    local old = cli.file("In 2019, we ran 120 training courses.", ".txt")
    local text = "In 2019, we ran 120 training courses and received 7 counter-notices."
    local function verdicts(args)
      local found = {}
      for _, l in ipairs(lines(audit(args .. " --format jsonl", text).out)) do
        found[l.key] = l.verdict
      end
      return found
    end
    local own = "--pack lua/examples/own_keys.lua "
    local both = { courses_held = "differs", counter_notices = "agrees" }
    assert.same(both, verdicts(own .. "--figures " .. figures))
    assert.same(both, verdicts(own .. "--pack programme --figures " .. figures))
    assert.same({ courses_held = "agrees", counter_notices = "not_in_data" },
      verdicts(own .. "--against " .. old))
    assert.same({ counter_notices = "agrees" }, verdicts("--figures " .. figures))
    os.remove(figures)
    os.remove(old)
  end)

  it("finds it by last year's report as well", function()
    local old = cli.file("Annual report 2018\n\nIn 2018, 1,634 leads were handed to law "
      .. "enforcement. "
      .. "In 2018, 1,953 criminal suspects were arrested.\n", ".txt")
    local r = audit("--against " .. old .. " --format jsonl")
    os.remove(old)
    local found = {}
    for _, l in ipairs(lines(r.out)) do
      if l.direction then found[l.key] = l.verdict end
    end
    assert.equal("differs", found.enforcement_leads)
    assert.equal("agrees", found.arrests)
    assert.equal("not_in_data", found.facilities_closed)
  end)

  it("answers every claim in the fixed form, in text order", function()
    local r = audit(FIGURES .. " --format jsonl")
    local last = 0
    for _, l in ipairs(lines(r.out)) do
      if not l.check then
        assert.is_true(l.start >= last)
        last = l.start
        assert.truthy(l.key and l.period and l.verdict and l["end"] > l.start)
      end
    end
    local first = lines(r.out)[1]
    assert.same({ "enforcement_leads", "2019", 1045, 1045, "agrees" },
      { first.key, first.period, first.claimed, first.found, first.verdict })
    assert.equal("1,045", TEXT:sub(first.start + 1, first["end"]))
  end)

  it("audits the project's own report without a wrong claim", function()
    for _, lang in ipairs { "en", "zh" } do
      local text = cli.run(("report %s --year 2019 --lang %s --format text"):format(FIGURES,
        lang)).out
      local r = audit(FIGURES .. " --format jsonl", text)
      local n = 0
      for _, l in ipairs(lines(r.out)) do
        n = n + 1
        if l.check then
          assert.is_true(l.ok, l.detail)
        else
          assert.truthy(l.verdict == "agrees" or l.verdict == "rounds_to", l.key .. " "
            .. l.verdict)
        end
      end
      assert.is_true(n > 150)
    end
  end)

  it("writes a table of 80 columns and a page", function()
    local r = audit(FIGURES)
    assert.equal(0, r.code)
    for line in r.out:gmatch("[^\n]+") do
      assert.is_true(require("iprcore.report.text").columns(line) <= 80, line)
    end
    local page = audit(FIGURES .. " --format html").out
    assert.equal("<!DOCTYPE html>", page:sub(1, 15))
    assert.truthy(page:find('<mark class="differs"', 1, true))
  end)

  it("takes no figure that cannot be read or comes again as another, and names its line", function()
    local head = "metric,year,value,currency\narrests,2019,4125,\n"
    local cases = { ["arrests,2019,ten,"] = "no number: ten", ["arrests,2019,4126,"] = "line 2",
      ["arrests,2019-12-31,4126,"] = "line 2", ["arrests,2018,1e999,"] = "no number",
      ["arrests,2019,,"] = "line 2", ["arrests,2018,\"1,953\","] = "no number: 1,953" }
    for row, what in pairs(cases) do
      local csv = cli.file(head .. row .. "\n", ".csv")
      for _, run in ipairs { "audit README.md --figures ", "report --year 2019 ",
        "report --year 2019 spec/data/figures-2019.jsonl --published " } do
        local r = cli.run(run .. csv)
        assert.equal(2, r.code, row)
        assert.truthy(r.err:find(csv .. ":3 ", 1, true), r.err)
        assert.truthy(r.err:find(what, 1, true), r.err)
      end
      os.remove(csv)
    end
    local csv = cli.file(head .. "arrests,2019,4125,\narrests,2018,,\nseized,2019,5,EUR\n"
      .. "seized,2019,6,USD\n", ".csv")
    local r = audit("--figures " .. csv)
    os.remove(csv)
    assert.same({ 0, "" }, { r.code, r.err })
  end)

  it("tells of a key that is nearly a known one", function()
    local csv = cli.file("key,period,value\nseizures,2019,7\narests,2019,4125\narests,2018,1\n",
      ".csv")
    local r = audit("--figures " .. csv)
    os.remove(csv)
    assert.same({ 0, csv .. ":3: arests is no known key; did you mean arrests?\n" },
      { r.code, r.err })
  end)

  it("says what is wrong and with which exit code", function()
    local bad = cli.file("name,amount\na,1\n", ".csv")
    local cases = {
      { "audit", 1, "REPORT.txt" },
      { "audit /no/such/report.txt", 3, "/no/such/report.txt" },
      { "audit README.md --figures /no/such.csv", 3, "/no/such.csv" },
      { "audit README.md --figures " .. bad, 2, "key, period and value" },
      { "audit README.md --format pdf", 1, "jsonl, table, html" },
      { "audit README.md --figure x", 1, "--figures" },
    }
    for _, c in ipairs(cases) do
      local r = cli.run(c[1])
      assert.equal(c[2], r.code, c[1] .. ": " .. r.err)
      assert.truthy(r.err:find(c[3], 1, true), c[1] .. ": " .. r.err)
    end
    os.remove(bad)
  end)
end)
