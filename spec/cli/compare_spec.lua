-- The command compare: tables, forms and refusals as a researcher meets them.
local cli = require "spec.support.cli"
local json = require "iprcore.json"

describe("iprcore compare", function()
  local a = cli.file("In 2018 police made 1,953 arrests.\27[2J 90.4% of takedown requests were "
    .. "processed within 24 hours.", ".txt")
  local b = cli.file("<p>In 2019 police made 4,125 arrests. <b>96%</b> of takedown requests were "
    .. "processed within 24 hours. Arrests rose by 20% year on year.", ".html")

  teardown(function()
    os.remove(a)
    os.remove(b)
  end)

  local function run(args)
    local r = cli.run(("compare %s %s %s"):format(args, a, b))
    assert.equal(0, r.code, r.err)
    assert.equal("", r.err)
    return r.out
  end

  it("prints a table of 80 columns with verdicts and reasons", function()
    local columns = require("iprcore.report.text").columns
    local out = run "--publisher Acme --publisher Other"
    assert.truthy(out:find("+111.2%", 1, true))
    assert.truthy(out:find("not comparable", 1, true))
    assert.truthy(out:find("↳ check: other publisher", 1, true))
    assert.truthy(out:find("level against change", 1, true))
    assert.truthy(out:find("3 pairs: 0 comparable, 2 to check, 1 not comparable.", 1, true))
    for line in out:gmatch("[^\n]+") do assert.truthy(columns(line) <= 80, line) end
  end)

  it("lines up keys of one's own", function()
    local rows = {}
    for _, year in ipairs { 2018, 2019 } do
      local text = ("In %d we held %d training courses."):format(year, year - 1900)
      rows[#rows + 1] = cli.file(text, ".txt")
    end
    local r = cli.run(("compare --pack lua/examples/own_keys.lua %s %s"):format(rows[1], rows[2]))
    for _, path in ipairs(rows) do os.remove(path) end
    assert.truthy(r.out:find "Courses held.*1 pair", r.out .. r.err)
  end)

  it("prints a line of JSON a pair, with intervals", function()
    local rows = {}
    for line in run("--format jsonl"):gmatch("[^\n]+") do rows[#rows + 1] = json.decode(line) end
    assert.equal(3, #rows)
    assert.same({ "yes", "no", "yes" }, { rows[1].comparable, rows[2].comparable,
      rows[3].comparable })
    assert.same({ "level_against_change", "other_unit" }, rows[2].reasons)
    assert.is_nil(rows[2].change)
    assert.same({ 5.6, 5.05, 6.15 }, { rows[3].change.value, rows[3].change.low,
      rows[3].change.high })
    assert.same({ 95.5, 96.5 }, { rows[3].b.low, rows[3].b.high })
  end)

  it("prints csv with a header unless told not to", function()
    local header, rest = run("--format csv"):match("^(.-)\n(.*)$")
    assert.truthy(header:find("^key,label,qualifier,comparable,reason,change,"))
    assert.equal(rest, run "--format csv --no-header")
  end)

  it("refuses one report, and publishers that do not match", function()
    assert.equal(1, cli.run("compare " .. a).code)
    assert.equal(1, cli.run(("compare --publisher a --publisher b --publisher c %s %s")
      :format(a, b)).code)
    assert.equal(3, cli.run("compare no-such-file " .. a).code)
  end)
end)
