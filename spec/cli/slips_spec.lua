-- What a user mistypes or hands over wrongly is refused with what was meant, never passed over.
local cli = require "spec.support.cli"

local FEED = "id,title,price\n1,Rolex replica,20 USD\n"

local function with_file(text, suffix, f)
  local path = cli.file(text, suffix)
  local ok, e = pcall(f, path)
  os.remove(path)
  assert(ok, e)
end

local function refused(args, pattern, code, opts)
  local r = cli.run(args, opts)
  assert.equal(code, r.code, r.err)
  assert.truthy(r.err:find(pattern, 1, true), r.err)
  assert.equal("", r.out)
end

describe("a PDF", function()
  it("is refused by parse, compare and audit, from a file and from stdin", function()
    with_file("%PDF-1.4\n1 0 obj\n", ".pdf", function(pdf)
      for _, args in ipairs { "parse " .. pdf, "parse --input pdf " .. pdf, "audit " .. pdf,
        "compare " .. pdf .. " " .. pdf } do
        refused(args, "this is a PDF; run pdftotext first", 2)
      end
    end)
    refused("parse", "this is a PDF", 2, { stdin = "%PDF-1.7\n" })
  end)
end)

describe("a mistyped name", function()
  it("of a column to carry along is refused, a canonical one is not", function()
    with_file(FEED, ".csv", function(feed)
      refused("score --with foo " .. feed, "the header has no column foo", 1)
      local r = cli.run("score --with url,Title " .. feed)
      assert.equal(0, r.code, r.err)
      assert.truthy(r.out:find('"url":null,"Title":"Rolex replica"', 1, true))
    end)
  end)

  it("of a listing's column in explain --set is refused with the nearest", function()
    refused("explain --title x --set prize=9",
      'no column "prize" of a listing; did you mean price?', 1)
    assert.equal(0, cli.run("explain --title x --set product_type=9").code)
  end)

  it("of a lexicon's column is refused with the nearest, other columns are passed over", function()
    with_file("brand\taliasses\nRolex\tRollie\n", ".tsv", function(list)
      refused("brands --lexicon " .. list .. " -", "did you mean aliases?", 2)
    end)
    with_file("brand\tes\tsource\nRolex\t-\tx\n", ".tsv", function(list)
      assert.equal(0, cli.run("brands --lexicon " .. list .. " -").code)
    end)
  end)

  it("of an option gets a name that is near, or none", function()
    refused("score --formta csv x", "did you mean --format?", 1)
    refused("score --offset 1 x", "no option --offset [usage]", 1)
  end)
end)

describe("a brand list of CSV", function()
  it("is read as a tab-separated one is", function()
    with_file('brand,aliases\n"Rolex","Rollie|Rol, lex"\n', ".csv", function(list)
      local r = cli.run("brands --lexicon " .. list .. " -",
        { stdin = '{"id":1,"title":"Rollie watch"}\n' })
      assert.truthy(r.out:find('"brand":"Rolex"', 1, true), r.out .. r.err)
    end)
    with_file('brand,key\nRolex,rolex\n,x\n', ".csv", function(list)
      refused("brands --lexicon " .. list .. " -", list .. ":3:", 2)
    end)
  end)
end)

describe("score", function()
  it("reads the columns that --columns maps, and refuses a name that is not there", function()
    with_file("Nr,Name\n7,replica\n", ".csv", function(feed)
      local r = cli.run("score --columns id=Nr,title=Name --with title " .. feed)
      assert.truthy(r.out:find('{"id":"7"', 1, true), r.err)
      assert.truthy(r.out:find('"title":"replica"', 1, true))
      refused("score " .. feed, "columns", 2)
      refused("score --columns id=Nr,title=Nome " .. feed, "the header has not", 2)
    end)
  end)

  it("runs on at most IPR_THREADS_MAX workers", function()
    with_file(FEED, ".csv", function(feed)
      refused("score --threads 65 " .. feed, "from 1 to 64 (IPR_THREADS_MAX)", 1)
    end)
  end)
end)

describe("output for people", function()
  it("of a comparator in a spreadsheet stays as it is", function()
    local r = cli.run("parse --format csv", { stdin = "We removed 4,125 listings.\n" })
    assert.truthy(r.out:find(",count,,=,level", 1, true), r.out)
  end)

  it("of numbers that were worked out has four digits and fits a terminal", function()
    local r = cli.run("explain --title 'Rolex super clone' --set price='8599 USD'")
    assert.truthy(r.out:find("price_ratio 0%.%d%d%d%d?[^%d]"), r.out)
    for line in r.out:gmatch("[^\n]+") do assert.truthy(utf8.len(line) <= 80, line) end
  end)

  it("marked in several texts names each, with lines broken at words", function()
    with_file(("In 2019 we removed 4,125 listings. "):rep(6) .. "\n", ".txt", function(text)
      local r = cli.run(("parse --format highlight %s %s"):format(text, text))
      local _, heads = r.out:gsub(text:gsub("%p", "%%%0") .. "\n\n", "")
      assert.equal(2, heads)
      for line in r.out:gmatch("[^\n]+") do assert.truthy(utf8.len(line) <= 80, line) end
    end)
  end)

  it("of help names defaults and one word for numbers", function()
    local help = cli.run("score --help").out
    assert.truthy(help:find("--max-errors N ", 1, true))
    assert.truthy(help:find("(default: jsonl)", 1, true))
    assert.truthy(cli.run("sample --help").out:find("(default: 20)", 1, true))
  end)
end)
