-- `iprcore tally` and `iprcore merge` as people run them.
local cli = require "support.cli"
local json = require "iprcore.json"

local EVENTS = [[
time,event,id,parent,count,amount,currency,region,source,party,until
2018-01-01,coverage,*,,,,,,,,2019-12-31
2018-02-01,listing_created,a,,,,,,,s1,
2018-03-01,listing_removed,a,,,,,,own_initiative,s1,
2018-05-01,lead_referred,l1,,,,,China,,,
2018-06-01,arrest,x1,l1,4,,,,,,
2018-07-01,case_value,v1,l1,,1000.50,CNY,,,,
2019-02-01,listing_created,b,,,,,,,s1,
2019-02-02,listing_sold,b,,,,,,,,
2019-03-01,listing_removed,b,,,,,,own_initiative,s1,
2019-03-01T10:00:00+08:00,listing_removed,c,,,,,,consumer_report,s2,
2019-05-01,lead_referred,l2,,,,,China,,,
2019-06-01,arrest,,l2,2,,,,,,
]]

local function lines_of(text)
  local out = {}
  for line in text:gmatch "[^\n]+" do out[#out + 1] = json.decode(line) end
  return out
end

local function with_events(f, text, suffix)
  local path = cli.file(text or EVENTS, suffix or ".csv")
  local ok, e = pcall(f, path)
  os.remove(path)
  if not ok then error(e, 0) end
end

local function find(lines, key, period, kind)
  for _, line in ipairs(lines) do
    if line.key == key and line.period == period and line.kind == (kind or "level") then
      return line
    end
  end
end

-- The commands that count events.
local RUNS = { "tally ", "report --year 2019 ", "audit spec/data/report-2019.txt " }

describe("iprcore tally", function()
  it("prints the lines in their fixed form", function()
    with_events(function(path)
      local r = cli.run("tally " .. path .. " --format jsonl")
      assert.same({ 0, "" }, { r.code, r.err })
      assert.truthy(r.out:find('{"key":"proactive_removed_before_sale","period":"2019",'
        .. '"period_type":"duration","kind":"level","direction":null,"basis":null,'
        .. '"value":0,"unit":"percent","num":0,"den":1,"unknown":0}', 1, true))
      assert.truthy(r.out:find('{"key":"arrests","period":"2019","period_type":"duration","kind":'
        .. '"change","direction":"decrease","basis":"yoy","value":50,"unit":"percent"}', 1, true))
      assert.truthy(r.out:find('{"key":"case_value[CNY]","period":"2018","period_type":"duration",'
        .. '"kind":"level","direction":null,"basis":null,"value":1000.5,"unit":"currency",'
        .. '"subunit":"CNY"}', 1, true))
    end)
  end)

  it("gives a ratio with its parts", function()
    with_events(function(path)
      local line = find(lines_of(cli.run("tally " .. path).out), "arrests_per_lead", "2018")
      assert.same({ 4, "ratio", 4, 1 }, { line.value, line.unit, line.num, line.den })
    end)
  end)

  it("cuts by quarter and month, and by another zone", function()
    with_events(function(path)
      local quarters = lines_of(cli.run("tally --period quarter " .. path).out)
      assert.equal(2, find(quarters, "listings_removed", "2019-Q1").value)
      local months = lines_of(cli.run("tally --period month " .. path).out)
      assert.equal(2, find(months, "listings_removed", "2019-03").value)
      months = lines_of(cli.run("tally --period month --offset=-05:00 " .. path).out)
      assert.equal(2, find(months, "listings_removed", "2019-02").value)
    end)
  end)

  it("takes what came after --as-of as not happened", function()
    with_events(function(path)
      local lines = lines_of(cli.run("tally --as-of 2019-02-28 " .. path).out)
      assert.equal(0, find(lines, "listings_removed", "2019").value)
      assert.is_nil(find(lines, "arrests", "2020"))
    end)
  end)

  it("reads stdin, TSV and JSON lines alike", function()
    local want
    with_events(function(path) want = cli.run("tally " .. path).out end)
    assert.equal(want, cli.run("tally -", { stdin = EVENTS }).out)
    with_events(function(path) assert.equal(want, cli.run("tally " .. path).out) end,
      (EVENTS:gsub(",", "\t")), ".tsv")
    local names, rows = {}, {}
    for line in EVENTS:gmatch "[^\n]+" do
      local row, i = {}, 0
      for cell in (line .. ","):gmatch "([^,]*)," do
        i = i + 1
        if #rows == 0 and not names.done then names[i] = cell
        elseif cell ~= "" then row[names[i]] = cell end
      end
      if names.done then rows[#rows + 1] = json.encode(row) end
      names.done = true
    end
    with_events(function(path) assert.equal(want, cli.run("tally " .. path).out) end,
      table.concat(rows, "\n"), ".jsonl")
  end)

  it("reads an export with one row a case by a map", function()
    local cases = "Case no.;Item;Received;Outcome;Decided;Who\n"
    cases = cases:gsub(";", ",") .. "1,L1,01/03/2019 08:00,Yes,01/03/2019 20:00,ACME\n"
      .. "2,L2,02/03/2019 08:00,No,09/03/2019 08:00,ACME\n3,L3,02/03/2019 08:00,,,ACME\n"
    local map = cli.file([[return { id = "Case no.", date = "dmy", zone = "+08:00", events = {
      { event = "request_received", time = "Received", party = "Who", parent = "Item",
        source = { value = "article_16" } },
      { event = { column = "Outcome", Yes = "request_accepted", No = "request_rejected" },
        time = "Decided" } } }]], ".lua")
    with_events(function(path)
      local r = cli.run(("tally --map %s --as-of 2019-03-10 %s"):format(map, path))
      assert.equal("", r.err)
      local line = find(lines_of(r.out), "takedown_processed_within_24h", "2019")
      assert.same({ 1, 3, 0 }, { line.num, line.den, line.open })
    end, cases)
    with_events(function(path)
      local r = cli.run(("tally --map %s %s"):format(map, path))
      assert.equal(2, r.code)
      assert.truthy(r.err:find('no column "Item"', 1, true) or r.err:find("no column", 1, true))
    end, "a,b\n1,2\n")
    os.remove(map)
  end)

  it("runs the example map", function()
    with_events(function(path)
      local r = cli.run("tally --map lua/examples/cases_map.lua " .. path)
      assert.equal("", r.err)
      local lines = lines_of(r.out)
      assert.equal(100, find(lines, "takedown_processed_within_24h", "2019").value)
      assert.equal(1, find(lines, "listings_removed", "2019").value)
    end, "Case no.,Item,Notifier,Route,Received,Outcome,Decided,Taken down\n"
      .. "7,L1,ACME,Form,01.03.2019 08:00,Upheld,01.03.2019 20:00,01.03.2019 20:05\n")
  end)

  it("keeps KPI files from opening files", function()
    for _, text in ipairs { "return io.open('x')", "return require('io')", "os.exit(0)" } do
      local kpis = cli.file(text, ".lua")
      with_events(function(path)
        local r = cli.run(("tally --kpis %s %s"):format(kpis, path))
        assert.equal(2, r.code)
        assert.truthy(r.err:find("bad_value", 1, true), r.err)
      end)
      os.remove(kpis)
    end
  end)

  it("marks what sketches estimate", function()
    with_events(function(path)
      local r = cli.run("tally --sketches " .. path)
      local line = find(lines_of(r.out), "takedown_processing_time", "2019")
      assert.equal("≈, within 1.6%", line.reason)
      assert.truthy(math.abs(line.value - 1) <= 1 / 64)
    end, EVENTS .. "2019-07-01T10:00:00Z,request_received,q1,,,,,,,,\n"
      .. "2019-07-01T11:00:00Z,request_accepted,q1,,,,,,,,\n")
  end)

  it("runs an analyst's own KPI", function()
    with_events(function(path)
      local r = cli.run("tally --kpis lua/examples/own_kpi.lua " .. path)
      assert.equal("", r.err)
      assert.truthy(find(lines_of(r.out), "flagger_removals_undone", "2019", "level"))
      assert.equal(3, find(lines_of(r.out), "listings_removed", "2019").value)
      assert.equal(0, find(lines_of(r.out), "flagger_removals_undone", "2019").value)
    end, EVENTS .. "2019-04-01,listing_removed,f,,,,,,trusted_flagger,s,\n")
  end)

  it("writes what was unusual in the events", function()
    with_events(function(path)
      local r = cli.run("tally --quality " .. path)
      assert.equal(0, r.code)
      local rows = lines_of(r.out)
      assert.same({ { code = "unknown_id", n = 1, what = "request_accepted",
        text = rows[1].text } }, rows)
    end, EVENTS .. "2019-09-01,request_accepted,nobody,,,,,,,,\n")
  end)

  it("packs, and merges to the same bytes in any order", function()
    local head, body = EVENTS:match "^([^\n]+\n)(.*)$"
    local cut = body:find("2019%-02%-01")
    local paths = { cli.file(head .. body:sub(1, cut - 1), ".csv"),
      cli.file(head .. body:sub(cut), ".csv"), cli.file(EVENTS, ".csv") }
    local function pack(i) return cli.run(("tally %s --pack %s.t"):format(paths[i], paths[i])) end
    for i = 1, 3 do assert.equal(0, pack(i).code) end
    local function merged(a, b)
      assert.equal(0, cli.run(("merge %s %s --out %s.m"):format(a, b, paths[1])).code)
      local f = assert(io.open(paths[1] .. ".m", "rb"))
      local text = f:read "a"
      f:close()
      return text
    end
    local f = assert(io.open(paths[3] .. ".t", "rb"))
    local whole = f:read "a"
    f:close()
    assert.equal(whole, merged(paths[1] .. ".t", paths[2] .. ".t"))
    assert.equal(whole, merged(paths[2] .. ".t", paths[1]))
    assert.equal(cli.run("tally " .. paths[3]).out, cli.run(("tally %s.m"):format(paths[1])).out)
    for _, p in ipairs(paths) do
      for _, suffix in ipairs { "", ".t", ".m" } do os.remove(p .. suffix) end
    end
  end)

  it("refuses what it cannot read, with one message", function()
    local cases = { { "tally", 1, "at least one file" },
      { "tally /nonexistent.csv", 3, "/nonexistent" },
      { "tally /", 3, "" }, { "tally --period week x.csv", 1, "week" },
      { "tally --as-of soon -", 1, "as_of" }, { "merge x", 1, "--out" } }
    for _, c in ipairs(cases) do
      local r = cli.run(c[1], { stdin = EVENTS })
      assert.equal(c[2], r.code, c[1] .. ": " .. r.err)
      assert.truthy(r.err:find(c[3], 1, true), r.err)
      assert.equal(1, select(2, r.err:gsub("\n", "")))
    end
    for _, text in ipairs { "", "id,title\n1,2\n", "IPRTALLY\9damaged" } do
      with_events(function(path)
        local r = cli.run("tally " .. path)
        assert.equal(2, r.code, r.err)
        assert.equal("", r.out)
        assert.truthy(r.err:find(path, 1, true), r.err)
      end, text)
    end
  end)

  it("writes csv without blank lines, one line a figure", function()
    with_events(function(path)
      local csv, jsonl = cli.run("tally --format csv " .. path), cli.run("tally " .. path)
      assert.same({ 0, "" }, { csv.code, csv.err })
      assert.is_nil(csv.out:find("\n\n", 1, true))
      assert.equal(#lines_of(jsonl.out) + 1, select(2, csv.out:gsub("\n", "\n")))
    end)
  end)

  it("ends with 2 where more rows than allowed could not be used", function()
    with_events(function(path)
      local r = cli.run("tally --strict " .. path)
      assert.same({ 2, "" }, { r.code, r.out })
      assert.truthy(r.err:find("4 rows could not be used; iprcore tally --quality", 1, true), r.err)
      assert.equal(2, cli.run("tally --max-errors 3 " .. path).code)
      assert.equal(0, cli.run("tally --max-errors 4 " .. path).code)
    end, EVENTS .. "31/12/2019,arrest,z,,,,,,,,\n2019-01-01,arest,e,,,,,,,,\n"
      .. "2019-01-01,arrest,e,,,,,,,,,,,\n2019-01-01,arrest,\"open,,,,,,,,\n")
    with_events(function(path) assert.equal(0, cli.run("tally --strict " .. path).code) end)
  end)

  it("says and counts every trouble that a row can have", function()
    local cases = { unreadable = '2019-01-01,arrest,\xff,,,,,,,,',
      extra_fields = "2019-01-01,arrest,e,,,,,,,,,,", bad_time = "31/12/2019,arrest,z,,,,,,,,",
      unknown_kind = "2019-01-01,arest,e,,,,,,,,", no_id = "2019-01-01,listing_sold,,,,,,,,,",
      bad_id = "2019-01-01,arrest," .. ("x"):rep(4097) .. ",,,,,,,,",
      bad_count = "2019-01-01,arrest,e,,0,,,,,,",
      bad_amount = "2019-01-01,case_value,e,,,-5,EUR,,,,",
      bad_until = "2019-01-01,coverage,arrest,,,,,,,,2018-01-01",
      bad_coverage = "2019-01-01,coverage,arrests,,,,,,,,2019-12-31" }
    for _, trouble in ipairs(require("iprcore.core").tally.vocabulary().troubles) do
      local row = assert(cases[trouble.name], "a trouble that no row has: " .. trouble.name)
      with_events(function(path)
        local said = "1 row could not be used; iprcore tally --quality says why\n"
        for _, run in ipairs(RUNS) do
          local r = cli.run(run .. path)
          assert.same({ 0, said }, { r.code, r.err }, run .. trouble.name)
        end
        assert.equal(2, cli.run("tally --strict " .. path).code)
        assert.equal(0, cli.run("tally --max-errors 1 " .. path).code)
        local r = cli.run("tally --quality " .. path)
        assert.same({ 0, "" }, { r.code, r.err })
        assert.truthy(r.out:find(('"code":"%s"'):format(trouble.name), 1, true), r.out)
      end, EVENTS .. row .. "\n")
    end
  end)

  it("gives report and audit the same events in every form that tally reads", function()
    local packed, semicolons = cli.file("", ".t"), cli.file(EVENTS:gsub(",", ";"), ".csv")
    local map = cli.file('return { id = "n", events = { { event = "arrest", time = "on" } } }',
      ".lua")
    local cases = cli.file("n,on\nx,2019-12-31 20:00\ny,2019-05-01\n", ".csv")
    with_events(function(path)
      assert.equal(0, cli.run(("tally %s --pack %s"):format(path, packed)).code)
      for _, run in ipairs(RUNS) do
        local want = cli.run(run .. path)
        assert.equal(0, want.code)
        assert.same(want, cli.run(run .. packed), run)
        assert.same(want, cli.run(run .. "--delimiter ';' " .. semicolons), run)
      end
      local options = (" --map %s --offset +08:00 "):format(map)
      local line = find(lines_of(cli.run("tally" .. options .. cases).out), "arrests", "2019")
      assert.equal(1, line.value)
      local r = cli.run("report --format csv --year 2019" .. options .. cases)
      assert.truthy(r.out:find("\narrests,2019,duration,level,,,1,", 1, true), r.err)
      local text = cli.file("In 2019, 1 suspect was arrested.\n", ".txt")
      r = cli.run(("audit %s --format jsonl %s"):format(text, options .. cases))
      assert.truthy(r.out:find('"verdict":"agrees"', 1, true), r.out .. r.err)
      os.remove(text)
    end)
    for _, path in ipairs { packed, semicolons, map, cases } do os.remove(path) end
  end)

  it("counts broken rows and goes on", function()
    with_events(function(path)
      local r = cli.run("tally --quality " .. path)
      assert.equal(0, r.code)
      local seen = {}
      for _, row in ipairs(lines_of(r.out)) do seen[row.code] = row.n end
      assert.same({ unreadable = 1, bad_time = 1, out_of_order = 1 }, seen)
    end, EVENTS .. "2019-09-01,listing_removed,\xff\xfe,,,,,,,,\n"
      .. "31/12/2019,listing_removed,z,,,,,,,,\n"
      .. "2019-01-01,listing_blocked,e,,,,,,,,\n")
  end)
end)
