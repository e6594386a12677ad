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
