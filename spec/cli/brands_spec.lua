-- iprcore brands: the fixed form of lines in and out.
local cli = require "spec.support.cli"
local json = require "iprcore.json"

local KEYS = '^{"id":(.-),"brand":.-,"trick":.-,"class":.-,"field":.-,"start":.-,"end":.-,'
  .. '"surface":.-,"others":%[.*%]}$'

describe("iprcore brands", function()
  it("answers each line with one line, in order, ids as they came", function()
    local r = cli.run("brands --format jsonl -", { stdin = table.concat({
      '{"id":1,"title":"N1ke shoes"}', '{"id":"a\\u0062","title":"plain thing"}',
      '{"title":"Case for iPhone","description":null,"id":null}',
      '{"id":2.50,"title":"","description":"by Gucci"}' }, "\n") })
    assert.same({ 0, "" }, { r.code, r.err })
    local ids = {}
    for line in r.out:gmatch "[^\n]+" do ids[#ids + 1] = line:match(KEYS) end
    assert.same({ "1", '"a\\u0062"', "null", "2.50" }, ids)
    assert.matches('^{"id":1,"brand":"Nike","trick":"leet","class":"evasion","field":"title",'
      .. '"start":0,"end":4,"surface":"N1ke","others":%[%]}\n', r.out)
    assert.matches('"brand":"Gucci","trick":"plain","class":"ordinary","field":"description",'
      .. '"start":3,"end":8', r.out)
  end)

  it("gives null and the mention in others for an accessory", function()
    local r = cli.run("brands -", { stdin = '{"id":1,"title":"Case for Samsung"}' })
    local t = json.decode(r.out)
    assert.is_nil(t.brand)
    assert.equal("Samsung", t.others[1].brand)
  end)

  it("replaces the shipped list by --lexicon and adds it by --lexicon default", function()
    local path = cli.file("brand\nZyxwvut\n")
    local stdin = '{"id":1,"title":"Zyxwvut and Gucci"}\n'
    local alone = cli.run("brands --lexicon " .. path .. " -", { stdin = stdin })
    local both = cli.run("brands --lexicon default --lexicon " .. path .. " -", { stdin = stdin })
    os.remove(path)
    assert.equal(0, #json.decode(alone.out).others)
    assert.equal(1, #json.decode(both.out).others)
  end)

  it("answers a broken line with an error and goes on; --strict then ends with 2", function()
    local stdin = '{"id":1,\n[1]\n{"id":3,"title":"Gucci"}\n'
    local r = cli.run("brands -", { stdin = stdin })
    local lines = {}
    for line in r.out:gmatch "[^\n]+" do lines[#lines + 1] = json.decode(line) end
    assert.same({ 0, 3 }, { r.code, #lines })
    assert.same({ "bad_json", 1 }, { lines[1].error.code, lines[1].error.line })
    assert.same({ "bad_json", 2 }, { lines[2].error.code, lines[2].error.line })
    assert.equal("Gucci", lines[3].brand)
    assert.equal(2, cli.run("brands --strict -", { stdin = stdin }).code)
  end)

  it("reads CSV and TSV by their suffix as it reads JSON Lines", function()
    local want = cli.run("brands -", { stdin = '{"id":"a","title":"Gucc1, bag"}\n'
      .. '{"id":"b","title":"","description":"by \\"Rolex\\""}\n{"id":"c","title":"mug"}\n' })
    local text = 'id,title,description\r\na,"Gucc1, bag",\nb,,"by ""Rolex"""\nc,mug\n'
    local csv = cli.file(text, ".csv")
    local tsv = cli.file('description\tid\ttitle\n\ta\tGucc1, bag\n"by ""Rolex"""\tb\n\tc\tmug\n',
      ".tsv")
    assert.same({ 0, "", want.out }, { want.code, want.err, cli.run("brands " .. csv).out })
    assert.equal(want.out, cli.run("brands " .. tsv).out)
    assert.equal(want.out, cli.run("brands --input csv -", { stdin = text }).out)
    os.remove(csv)
    os.remove(tsv)
  end)

  it("answers broken rows of CSV, and those over a limit, with an error", function()
    local stdin = 'id,title\n1,Gucci,2\n,Gucci\n2,"' .. ("x"):rep(1100000)
      .. '\n3,G\xffucci\n4,"open Gucci\n5,Gucci\n'
    local r = cli.run("brands --input csv -", { stdin = stdin })
    local got = {}
    for line in r.out:gmatch "[^\n]+" do
      local t = json.decode(line)
      local e = t.error
      got[#got + 1] = { t.id or "", e and e.code or t.surface, e and e.line }
    end
    assert.same({ { "1", "too_many_fields", 2 }, { "", "no_id", 3 }, { "", "record_too_long", 4 },
      { "3", "G\u{FFFD}ucci" }, { "", "bad_quote", 6 }, { "5", "Gucci" } }, got)
    local long = '{"id":1,"title":"' .. ("x"):rep(1100000) .. '"}\n{"id":2,"title":"Gucci"}\n'
    r = cli.run("brands -", { stdin = long })
    assert.truthy(r.out:find('^{"id":null,.-"code":"record_too_long".-\n{"id":2,"brand":"Gucci"'))
  end)

  it("refuses UTF-16 and headers without an id", function()
    for _, stdin in ipairs { "\xff\xfei\0d\0", "name,title\na,b\n", "" } do
      local r = cli.run("brands --input csv -", { stdin = stdin })
      assert.same({ 2, "" }, { r.code, r.out })
    end
    assert.equal(2, cli.run("brands -", { stdin = "\xff\xfe{\0" }).code)
  end)

  it("writes bytes that are not UTF-8 as U+FFFD", function()
    local r = cli.run("brands -", { stdin = '{"id":1,"title":"G\xffucci bag"}\n' })
    assert.equal("G\u{FFFD}ucci", json.decode(r.out).surface)
  end)

  it("tells usage, data and file errors by exit code", function()
    assert.equal(1, cli.run("brands").code)
    assert.equal(3, cli.run("brands /nonexistent/x.jsonl").code)
    local path = cli.file("brand\nNike\n?!\n")
    local r = cli.run("brands --lexicon " .. path .. " -", { stdin = "" })
    os.remove(path)
    assert.equal(2, r.code)
    assert.matches("3", r.err)
  end)
end)
