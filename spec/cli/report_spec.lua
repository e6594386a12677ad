-- The command report writes each form from figures and events, and refuses what is none.
local cli = require "spec.support.cli"
local json = require "iprcore.json"

local FIGURES = "spec/data/figures-2019.jsonl"

describe("iprcore report", function()
  it("writes each form from figures alone", function()
    local starts = { html = "<!DOCTYPE html>", md = "# Annual report", text = "Annual report",
      csv = "key,period,", json = "{" }
    for format, start in pairs(starts) do
      local r = cli.run(("report %s --year 2019 --format %s"):format(FIGURES, format))
      assert.equal(0, r.code, r.err)
      assert.equal("", r.err)
      assert.equal(start, r.out:sub(1, #start))
    end
  end)

  it("writes Chinese, to a file, with own words and a title", function()
    local words = cli.file('return { terms = { platform = "维权中心" } }', ".lua")
    local out = os.tmpname()
    local r = cli.run(("report %s --year 2019 --lang zh --format text --words %s --out %s "
      .. "--title 年报")
      :format(FIGURES, words, out))
    assert.equal(0, r.code, r.err)
    assert.equal("", r.out)
    local f = assert(io.open(out))
    local said = f:read("a"):gsub("%s", "")
    f:close()
    os.remove(out)
    os.remove(words)
    assert.truthy(said:find("年报，2019", 1, true) or said:find("年报,2019", 1, true))
    assert.truthy(said:find("通过维权中心提交的下架请求有96%", 1, true))
  end)

  it("gives the same bytes in any time zone (locales: spec/unit/locale_spec.lua)", function()
    local run = "report " .. FIGURES .. " --year 2019 --format html"
    local a = cli.run(run, { env = "LC_ALL=C TZ=UTC" })
    local b = cli.run(run, { env = "LC_ALL=tr_TR.UTF-8 TZ=Asia/Kolkata" })
    assert.equal(a.out, b.out)
  end)

  it("reads its own CSV again as the same report", function()
    local csv = cli.run("report " .. FIGURES .. " --year 2019 --format csv")
    local path = cli.file(csv.out, ".csv")
    local a = cli.run("report " .. FIGURES .. " --year 2019 --format text")
    local b = cli.run("report " .. path .. " --year 2019 --format text")
    os.remove(path)
    assert.equal(a.out, b.out)
  end)

  it("says what is wrong and with which exit code", function()
    local none = cli.file("", ".jsonl")
    local broken = cli.file('{"key":"arrests","period":"2019","value":1}\n{"key":\n', ".jsonl")
    local danger = cli.file("return os.exit(7)", ".lua")
    local cases = {
      { FIGURES, 1, "--year" },
      { "--year 2019", 1, "needs at least one file" },
      { FIGURES .. " --year 1999", 2, "no figure for 1999" },
      { FIGURES .. " --year 2019 --format pdf", 1, "html, md, text, csv, json" },
      { FIGURES .. " --year 2019 --out /nowhere/at/all", 3, "/nowhere/at/all" },
      { "/no/such/file.jsonl --year 2019", 3, "/no/such/file.jsonl" },
      { broken .. " --year 2019", 2, broken },
      { FIGURES .. " --year 2019 --words " .. danger, 2, "os" },
      { FIGURES .. " --year 2019 --published " .. broken, 2, broken },
    }
    for _, c in ipairs(cases) do
      local r = cli.run("report " .. c[1])
      assert.equal(c[2], r.code, c[1] .. ": " .. r.err)
      assert.truthy(r.err:find(c[3], 1, true), c[1] .. ": " .. r.err)
      assert.equal("", r.out)
    end
    os.remove(none)
    os.remove(broken)
    os.remove(danger)
  end)

  it("fails with the exit code for I/O when the disk is full", function()
    local r = cli.run("report " .. FIGURES .. " --year 2019 --format html", { after = "" ,
      env = "" })
    assert.equal(0, r.code)
    local full = io.open("/dev/full", "w")
    if full then
      full:close()
      local r2 = cli.run("report " .. FIGURES .. " --year 2019 --format html",
        { stdout = "/dev/full" })
      assert.equal(3, r2.code)
    end
  end)

  it("writes JSON that names its year and figures", function()
    local r = cli.run("report " .. FIGURES .. " --year 2019 --format json")
    local doc = json.decode(r.out)
    assert.equal(2019, doc.year)
    assert.is_true(#doc.figures > 50)
  end)
end)
