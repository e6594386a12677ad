-- The command rows shows what a CSV reader sees, with place of what is wrong.
local cli = require "support.cli"
local json = require "iprcore.json"
local shared = require "support.shared"

local function quote(path)
  return "'" .. path .. "'"
end

local function rows_of(text, args)
  local path = cli.file(text, ".csv")
  local r = cli.run("rows " .. (args or "") .. " " .. quote(path))
  os.remove(path)
  return r
end

describe("iprcore rows", function()
  it("prints one JSON array a record", function()
    local r = rows_of('a,b\n1,"x ""y""\n z"\n')
    assert.equal('["a","b"]\n["1","x \\"y\\"\\n z"]\n', r.out)
    assert.equal("", r.err)
    assert.equal(0, r.code)
  end)

  it("reads stdin and other delimiters", function()
    local r = cli.run("rows --delimiter ';' -", { stdin = "\xEF\xBB\xBFa;b,c\n" })
    assert.equal('["a","b,c"]\n', r.out)
  end)

  it("names line and byte of what strict mode finds, and goes on", function()
    local r = rows_of('a,b\n"x"y,2\nc,d\n', "--strict")
    assert.equal('["a","b"]\n["c","d"]\n', r.out)
    assert.truthy(r.err:find(":2: byte 7: ", 1, true), r.err)
    assert.equal(2, r.code)
  end)

  it("shows an over-long record as one error and keeps the rest", function()
    local r = rows_of("a\n" .. ("x"):rep(1100000) .. "\nb\n")
    assert.equal('["a"]\n["b"]\n', r.out)
    assert.truthy(r.err:find("record_too_long", 1, true))
    assert.equal(2, r.code)
  end)

  it("says what is wrong with files that cannot be read", function()
    local missing = cli.run("rows /no/such/file.csv")
    assert.equal(3, missing.code)
    assert.truthy(missing.err:find("/no/such/file.csv: cannot read: No such file", 1, true))
    local folder = cli.run("rows spec")
    assert.equal(3, folder.code)
    assert.truthy(folder.err:find("directory", 1, true))
    local utf16 = rows_of("\xFF\xFEa\0,\0")
    assert.equal(2, utf16.code)
    assert.truthy(utf16.err:find("iconv", 1, true))
  end)

  it("says what is wrong with the command line", function()
    assert.equal(1, cli.run("rows").code)
    local r = cli.run("rows --delimeter x y")
    assert.equal(1, r.code)
    assert.truthy(r.err:find("did you mean --delimiter", 1, true))
    assert.equal(1, cli.run("rwos").code)
    for _, delimiter in ipairs { "'\"'", "ab", "''", "'\n'" } do
      r = cli.run("rows --delimiter " .. delimiter .. " -", { stdin = "a,b\n" })
      assert.same({ 1, "" }, { r.code, r.out })
      assert.truthy(r.err:find("--delimiter takes one byte", 1, true), r.err)
    end
  end)

  it("reads any line end, any of four delimiters and a byte order mark", function()
    local want = '["id","t"]\n["1","a b"]\n["2","c\\nd"]\n'
    local text = 'id,t\n1,a b\n2,"c\\nd"\n'
    for _, mark in ipairs { "", "\u{FEFF}" } do
      for _, line_end in ipairs { "\n", "\r\n", "\r" } do
        for _, delimiter in ipairs { ",", ";", "\t", "|" } do
          local input = mark .. text:gsub("\n", line_end):gsub(",", delimiter):gsub("\\n", "\n")
          local r = cli.run(("rows --strict --delimiter '%s' -"):format(delimiter),
            { stdin = input })
          assert.same({ 0, want, "" }, { r.code, r.out, r.err })
        end
      end
    end
  end)

  it("refuses UTF-16 and says how to convert it", function()
    for _, input in ipairs { "\xFF\xFEi\0d\0\n\0", "\xFE\xFF\0i\0d\0\n", "i\0d\0,\0t\0\n\0" } do
      local r = cli.run("rows -", { stdin = input })
      assert.same({ 2, "" }, { r.code, r.out })
      assert.truthy(r.err:find("iconv -f UTF-16 -t UTF-8", 1, true), r.err)
    end
  end)

  it("lets a quote that nobody closes take no more than the record limit", function()
    local lines = { 'id,t\n0,"open\n' }
    for i = 1, 40000 do
      lines[#lines + 1] = i .. ",some fifty bytes of an ordinary listing's title\n"
    end
    local r = cli.run("rows -", { stdin = table.concat(lines) })
    assert.truthy(r.err:find(":2: .*max_record.*a quote is unclosed"), r.err)
    assert.equal(40001, select(2, r.out:gsub("\n", "")))
    assert.truthy(r.out:find("\n[\"1\",", 1, true))
    assert.truthy(r.out:find("\n[\"40000\",", 1, true))
  end)

  it("reports a full disk and stays quiet on a closed pipe", function()
    local path = cli.file(("1,2,3\n"):rep(50000), ".csv")
    local full = cli.run("rows " .. path, { stdout = "/dev/full" })
    assert.equal(3, full.code)
    assert.truthy(full.err:find("No space left", 1, true))
    local pipe = cli.run("rows " .. path, { after = "| head -n 1 >/dev/null" })
    assert.equal("", pipe.err)
    os.remove(path)
  end)
end)

shared.with("data/listings/csv_conformance/cases.json", function(path)
  local f = io.open(path, "rb")
  local cases = json.decode(f:read("a")).cases
  f:close()
  local folder = path:match("^(.*)/")

  -- libcsv's documented ways: blanks around unquoted fields go, text after a closing
  -- quote reopens the field, a quote may follow blanks.
  local DIFFERENT = {
    ["edge/spaces_kept"] = { { "a", "b" }, { "1", "2" } },
    ["edge/after_close"] = { { "a", "b" }, { 'x"y,2\n' } },
    ["edge/space_before_quote"] = { { "a", "b" }, { "1", "x,y" } },
    ["zsv/white"] = { { "a", "b", "c" }, { "aa  a     aaa  a", "b bb\nbb  b ", "c  c" } },
    ["zsv/white_utf8"] = { { "a", "b", "c" }, { "aa\u{1680}a\u{A0}\u{A0}\u{A0}aaa  a",
      "b\u{A0}bb\nbb \u{1680}\u{1680} b ", "c  c" } },
    ["zsv/no-eol-2"] = { { "one", "two" }, { "1", "2" }, { "3", "" }, { "4", "" } },
    ["zsv/quoted2"] = { { "a", 'b"c"d', "e" }, { "a", 'bc"d,e\na,b"c,"d,e' } },
    ["zsv/echo-quoted"] = { { "A", "B", "C" }, { "aaa", 'bb"bb"b,ccc\naaa,"bb"bb"bb"b,ccc\n'
      .. 'aaa,"bb"bb"bb"bb"b,ccc\n' } },
  }

  describe("the 77 CSV conformance cases", function()
    for _, case in ipairs(cases) do
      it(case.name, function()
        local args = (" --delimiter '%s' %s"):format(case.delimiter,
          quote(folder .. "/" .. case.file))
        local lenient, strict = cli.run("rows" .. args), cli.run("rows --strict" .. args)
        local got = {}
        for line in lenient.out:gmatch("[^\n]+") do got[#got + 1] = json.decode(line) end
        local want = DIFFERENT[case.name] or case.rows or case.lenient_rows
        if want then
          assert.same(want, got)
        elseif case.row_count then
          assert.equal(case.row_count, #got)
        end
        if case.strict == "ok" then
          assert.equal(0, strict.code, strict.err)
          assert.equal(lenient.out, strict.out)
        elseif case.name ~= "edge/space_before_quote" then
          assert.equal(2, strict.code, case.strict)
        end
      end)
    end

    it("are all there", function() assert.equal(77, #cases) end)
  end)
end)
