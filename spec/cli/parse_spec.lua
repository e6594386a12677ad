-- The command parse: forms, citations, bad lines and exit codes.
local cli = require "spec.support.cli"
local json = require "iprcore.json"

local REPORT = "spec/data/report-2019.txt"

local function run(args, opts)
  local r = cli.run("parse " .. args, opts)
  assert.equal(0, r.code, r.err)
  assert.equal("", r.err)
  return r.out
end

describe("iprcore parse", function()
  it("prints csv that a spreadsheet may open", function()
    local out = run("--format csv -", { stdin = "In 2019 =HYPERLINK(1) police made 35 arrests." })
    local header, row = out:match("^([^\n]*)\n([^\n]*)\n$")
    assert.truthy(header:find("^publisher,source,page,line,label,value,"))
    assert.truthy(row:find(",Arrests,35,,count,,=,level,", 1, true), row)
    assert.is_nil(run("--format csv --no-header -", { stdin = "35 arrests" }):find("publisher"))
    for cell in row:gmatch("[^,]+") do assert.is_nil(cell:find("^[=+@].")) end
  end)

  it("reads with keys of one's own, in every format", function()
    local text = { stdin = "In 2019 we held 120 training courses and took 40 counter-notices." }
    for format, found in pairs { jsonl = '"key":"courses_held"', csv = "Courses held",
      table = "Courses held", highlight = "{Courses held: 120" } do
      local args = "--format " .. format .. " --pack lua/examples/own_keys.lua "
      local out = run(args .. "-", text)
      assert.truthy(out:find(found, 1, true), out)
      assert.is_nil(out:find "Counter%-notices")
      local both = run(args .. "--pack programme -", text)
      assert.truthy(both:find(found, 1, true) and both:find "ounter.notices", both)
      assert.is_nil(run("--format " .. format .. " -", text):find(found, 1, true))
    end
    local lines = run("--pack lua/examples/own_keys.lua --input jsonl -",
      { stdin = '{"id":1,"text":"We held 120 training courses."}\n' })
    assert.truthy(lines:find('"key":"courses_held"', 1, true), lines)
  end)

  it("says what is wrong with a pack, and where", function()
    local path = os.tmpname()
    for text, says in pairs { ["return { nouns = { x = 3 } }"] = "nouns.x: a list of phrases",
      ["return 3"] = "returns no table", ["return {"] = "unexpected symbol" } do
      local f = assert(io.open(path, "w"))
      f:write(text)
      f:close()
      local r = cli.run(("parse --pack %s -"):format(path), { stdin = "35 arrests" })
      assert.equal(2, r.code)
      assert.truthy(r.err:find(says, 1, true), r.err)
      assert.truthy(r.err:find(path, 1, true), r.err)
    end
    os.remove(path)
  end)

  it("prints a table of 80 columns", function()
    local columns = require("iprcore.report.text").columns
    local out = run("--format table " .. REPORT)
    assert.truthy(out:find("l19     Arrests                           4,125", 1, true))
    for line in out:gmatch("[^\n]+") do assert.truthy(columns(line) <= 80, line) end
  end)

  it("shows factors, parts and shares as what they are, and IP in capitals", function()
    local out = run("--format table -", { stdin = "In 2019, arrests tripled. Facilities closed "
      .. "fell by more than a third. Nine out of ten takedown requests were processed within "
      .. "24 hours. IP staff numbered 30." })
    for _, row in ipairs { "Arrests %s+▲ × 3 ", "Facilities closed %s+▼ > 33.3%% ",
      "Processed within 24 hours %s+90%% ", "IP staff %s+30 " } do
      assert.truthy(out:find(row), out)
    end
  end)

  it("names a document by its id, of whatever kind", function()
    local opts = { stdin = '{"id":["a",2],"text":"35 arrests"}\n' }
    local csv = run("--input jsonl --no-header --format csv -", opts)
    assert.truthy(csv:find(',"[""a"",2]",', 1, true), csv)
    local shown = run("--input jsonl --format table -", opts)
    assert.equal('["a",2]', shown:match("^[^\n]*"))
  end)

  it("marks metrics in the text by brackets where no terminal is", function()
    local out = run("--format highlight -", { stdin = "In 2019 police made 35 arrests.\27[2J\n" })
    assert.equal("In 2019 police made [35 {Arrests: 35, 2019}] arrests.⟨U+001B⟩[2J\n", out)
  end)

  it("marks them by colours when asked", function()
    local out = run("--format highlight --color always -", { stdin = "Police made 35 arrests." })
    assert.truthy(out:find("\27[1;36m35\27[0m", 1, true))
  end)

  it("writes highlight as one escaped page that fetches nothing", function()
    local path = os.tmpname() .. ".html"
    assert.equal("", run("--format highlight --out " .. path .. " -",
      { stdin = "<script>alert(1)</script>\u{202E} police made 35 arrests in 2019." }))
    local f = assert(io.open(path))
    local page = f:read("a")
    f:close()
    os.remove(path)
    assert.is_nil(page:find("<script", 1, true))
    assert.is_nil(page:find("https?://"))
    assert.truthy(page:find("⟨U+202E⟩", 1, true))
    assert.truthy(page:find('title="Arrests: 35, 2019"', 1, true))
    assert.truthy(page:find("prefers-color-scheme", 1, true))
    assert.equal(page, run("--format highlight --html -",
      { stdin = "<script>alert(1)</script>\u{202E} police made 35 arrests in 2019." }))
  end)

  it("reads a saved page by its suffix, with offsets of the file", function()
    local text = "<p>In 2019 police made <b>35</b>&nbsp;arrests.</p>"
    local path = cli.file(text, ".html")
    local doc = json.decode(run(path))
    os.remove(path)
    local m = doc.metrics[1]
    assert.same({ 35, "35", "arrests", "2019" }, { m.value, text:sub(m.start + 1, m["end"]), m.key,
      m.period })
  end)

  it("takes a form and a publisher from a line of JSON", function()
    local out = run("--format csv --no-header --input jsonl -", { stdin = json.encode { id = "a",
      text = "<p>35 <i>arrests</i></p>", form = "html", publisher = "Police" } })
    assert.truthy(out:find("^Police,a,"))
  end)

  it("answers a line that is no document with an error, and goes on", function()
    local stdin = '{"id":"a","text":"35 arrests"}\nnot json\n[1]\n{"id":7,"text":null}\n'
      .. '{"id":8,"text":"5%","doc_date":"soon"}\n{"id":9,"text":"5%","form":"xml"}\n'
      .. '{"id":"z","text":"36 arrests"}\n'
    local got = {}
    for line in run("--format jsonl --input jsonl -", { stdin = stdin }):gmatch("[^\n]+") do
      local row = json.decode(line)
      got[#got + 1] = row.error and { row.id or "", row.error.code, row.error.line, #row.metrics }
        or { row.id, #row.metrics }
    end
    assert.same({ { "a", 1 }, { "", "bad_json", 2, 0 }, { "", "bad_value", 3, 0 },
      { 7, "bad_value", 4, 0 }, { 8, "bad_value", 5, 0 }, { 9, "usage", 6, 0 }, { "z", 1 } }, got)
    assert.equal(2, cli.run("parse --strict --input jsonl -", { stdin = stdin }).code)
    assert.equal(2, cli.run("parse --max-errors 4 --input jsonl -", { stdin = stdin }).code)
    run("--max-errors 5 --input jsonl -", { stdin = stdin })
    local csv = cli.run("parse --format csv --no-header --input jsonl -", { stdin = stdin })
    assert.equal(2, csv.code)
    assert.truthy(csv.err:find("^%-:2: .-%[bad_json%]\n"), csv.err)
    assert.truthy(csv.out:find(",36,", 1, true))
  end)

  -- A member's name in another spelling is one reason to look at a line member by member.
  it("answers a line in one step as it does member by member", function()
    local texts = { "35 arrests in 2019", "", "35\\u0000arrests\\n\\ud800", "35 件，同比增长 5%",
      ("9"):rep(400) .. " arrests, 7 leads", "up 5% last year", "3\\u00005\\u0000 \\u0000" }
    local ids = { '"a"', '"\\"\\u4e2d"', "7", "1.5", "-0", "1e3", "[1]", "true", "null",
      "123456789012345678" }
    local others = { "", ',"doc_date":"2020-01-22"', ',"doc_date":null,"form":"text"',
      ',"form":null,"z":[{},"\\u00e9"]', ',"doc_date":7', ',"form":"xml"', ',"z":[1}',
      ',"text":"36 arrests"', ',"id":null', "} 5" }
    local stdin = {}
    for _, text in ipairs(texts) do
      for _, id in ipairs(ids) do
        for _, more in ipairs(others) do
          for _, name in ipairs { "text", "t\\u0065xt" } do
            stdin[#stdin + 1] = ('{"id":%s,"%s":"%s"%s}\n'):format(id, name, text, more)
          end
        end
      end
    end
    local n, answers = 0, run("--input jsonl -", { stdin = table.concat(stdin) })
    for a, b in answers:gsub('"line":%d+', ""):gmatch("([^\n]+)\n([^\n]+)\n") do
      assert.equal(a, b)
      n = n + 1
    end
    assert.equal(#texts * #ids * #others, n)
    local line = require("iprcore.metrics")._line
    assert.truthy(line '{"id":1,"text":"5%"}')
    assert.is_nil(line '{"id":1,"t\\u0065xt":"5%"}')
  end)

  it("refuses UTF-16 and wrong words with their exit codes", function()
    local r = cli.run("parse -", { stdin = "\255\254a\0b\0" })
    assert.equal(2, r.code)
    assert.truthy(r.err:find("iconv", 1, true))
    assert.equal(1, cli.run("parse --doc-date soon -", { stdin = "" }).code)
    assert.equal(1, cli.run("parse --format xml -").code)
    assert.equal(1, cli.run("parse --html -").code)
    assert.equal(3, cli.run("parse no-such-file").code)
  end)

  it("says how many numbers beyond 1e300 it left out", function()
    local doc = json.decode(run("-", { stdin = "Police made " .. ("9"):rep(400) .. " arrests." }))
    assert.same({ 0, 1 }, { #doc.metrics, doc.skipped })
  end)
end)
