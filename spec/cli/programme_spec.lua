-- The closed loop on the command line: simulated events, the report of them, and the audit
-- of that report against the same events.
local cli = require "spec.support.cli"
local json = require "iprcore.json"

local function lines(out)
  local list = {}
  for line in out:gmatch("[^\n]+") do list[#list + 1] = json.decode(line) end
  return list
end

describe("two simulated years", function()
  local dir, events

  setup(function()
    dir = os.tmpname()
    os.remove(dir)
    local r = cli.run("simulate --seed 11 --years 2018-2019 --out " .. dir)
    assert(r.code == 0, r.err)
    events = dir .. "/events.csv"
  end)

  teardown(function() os.execute("rm -rf " .. dir) end)

  local function report(args)
    local r = cli.run(("report %s --year 2019 %s"):format(events, args))
    assert.equal(0, r.code, r.err)
    assert.equal("", r.err)
    return r.out
  end

  it("give a report whose audit finds nothing wrong, in both languages", function()
    for _, lang in ipairs { "en", "zh" } do
      local path = cli.file(report("--format text --lang " .. lang), ".txt")
      local r = cli.run(("audit %s %s --format jsonl"):format(path, events))
      os.remove(path)
      local n = 0
      for _, l in ipairs(lines(r.out)) do
        if l.check then
          assert.is_true(l.ok, l.detail)
        else
          n = n + 1
          assert.truthy(l.verdict == "agrees" or l.verdict == "rounds_to",
            ("%s: %s %s %s"):format(lang, l.key, tostring(l.claimed), l.verdict))
        end
      end
      assert.is_true(n > 200)
    end
  end)

  it("have the source's figures, and leads that fell", function()
    local said = report("--format text"):gsub("%s+", " ")
    assert.truthy(said:find("In 2019, 1,045 leads were handed to law enforcement. The number of "
      .. "leads handed to law enforcement fell by 36% year on year in 2019, from 1,634 leads in "
      .. "2018.", 1, true))
    assert.truthy(said:find("4,125 criminal suspects were arrested", 1, true))
    assert.truthy(said:find("2,029 facilities", 1, true))
  end)

  it("show every form, and no party but in an internal copy", function()
    for _, format in ipairs { "html", "md", "text", "csv", "json" } do
      local public = report("--format " .. format)
      assert.is_true(#public > 4000)
      assert.is_nil(public:find("notifier_accepted_share[", 1, true))
    end
    assert.is_true(#report("--format csv --internal") > #report "--format csv")
    assert.truthy(report("--format text --internal"):find("Parties [internal]", 1, true))
  end)

  it("give two reports that agree with each other, figures rounded as they are", function()
    local old = cli.run(("report %s --year 2018 --format text"):format(events)).out
    local new = report "--format text"
    local function against(text)
      local a, b = cli.file(text, ".txt"), cli.file(old, ".txt")
      local r = cli.run(("audit %s --against %s --format jsonl"):format(a, b))
      os.remove(a)
      os.remove(b)
      local n = { agrees = 0, rounds_to = 0, differs = 0, not_in_data = 0 }
      for _, l in ipairs(lines(r.out)) do
        if l.verdict then n[l.verdict] = n[l.verdict] + 1 end
      end
      return n
    end
    local n = against(new)
    assert.equal(0, n.differs)
    assert.is_true(n.agrees + n.rounds_to > 100)
    local tampered = new:gsub("from 1,634 leads", "from 1,534 leads")
    assert.equal(1, against(tampered).differs)
  end)

  it("restate what was published otherwise", function()
    local path = cli.file("key,period,value,unit\narrests,2018,1900,count\n"
      .. "enforcement_leads,2018,1634,count\n", ".csv")
    local said = report("--format text --published " .. path)
    os.remove(path)
    assert.truthy(said:find("Arrests +1,900 +1,953 +▲ 2.8%%"))
    assert.is_nil(said:find("Leads to law enforcement +1,634 +1,634"))
  end)

  it("without their sales say nothing of sales", function()
    local f = assert(io.open(events))
    local kept = {}
    for line in f:lines() do
      if not line:find("listing_sold", 1, true) then kept[#kept + 1] = line end
    end
    f:close()
    local path = cli.file(table.concat(kept, "\n") .. "\n", ".csv")
    local r = cli.run(("report %s --year 2019 --format text"):format(path))
    os.remove(path)
    assert.equal(0, r.code, r.err)
    local said = r.out:gsub("%s+", " ")
    assert.truthy(said:find("Removed before a first sale cannot be stated for this year", 1, true))
    assert.is_nil(said:find("eliminated before a single sale", 1, true))
  end)
end)
