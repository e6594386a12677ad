-- The command score: the contract's lines, errors, forms and limits.
local cli = require "support.cli"
local json = require "iprcore.json"

local HEAD = 'local ipr = require "iprcore"\nlocal rule, L = ipr.rule, ipr.field\n'
local RULES = cli.file(HEAD .. [[
  return {
    rule "cheap" { weight = 2, group = "price", when = L.price:ramp(10, 0) },
    rule "says" { weight = 3.5, group = "wording", when = L.title:has { "replica" } },
    rule "fn" { weight = 1, group = "fn", when = function(l)
      if l.title == "throw" then error("no") end
      if l.title == "loop" then while true do end end
      if l.title == "eat" then local t = {} while true do t[#t + 1] = ("x"):rep(1000) end end
      return l.seller_age_days and l.seller_age_days < 7
    end },
  }]], ".lua")

local function score(args, input, suffix)
  local path = input and cli.file(input, suffix or ".csv")
  local r = cli.run(("score --rules %s %s %s"):format(RULES, args, path or ""))
  if path then os.remove(path) end
  return r
end

local FEED = 'id,title,price,seller_age_days\n1,"a, replica",5,3\n2,b,20,\n'

describe("iprcore score", function()
  it("gives ids back as they came: texts as texts, numbers as numbers", function()
    local r = score("--format jsonl", '{"id":7,"title":"a"}\n{"id":"7","title":"a"}\n'
      .. '{"id": 12345678901234567890 }\n{"id":"\\u0037"}\n{"title":"a","id":-2.50}\n{"id":true}\n'
      .. '{"id":8,"title":}\n', ".jsonl")
    local ids = {}
    for line in r.out:gmatch("[^\n]+") do ids[#ids + 1] = line:match('^{"id":(.-),"score"') end
    assert.same({ "7", '"7"', "12345678901234567890", '"7"', "-2.50", '"true"', "8" }, ids)
  end)

  it("writes one JSON line a listing, with every key of the contract", function()
    local r = score("--format jsonl", FEED)
    assert.same({ 0, "" }, { r.code, r.err })
    local first, second = r.out:match("^(.-)\n(.-)\n$")
    assert.equal('{"id":"1","score":5.5,"action":"review","complete":true,"symbols":['
      .. '{"name":"says","score":3.5,"strength":1,"evidence":[{"field":"title","start":3,"end":10,'
      .. '"text":"replica","says":"\\"a, replica\\" has list"}]},'
      .. '{"name":"cheap","score":1,"strength":0.5,"evidence":[{"field":"price","start":0,"end":1,'
      .. '"text":"5","says":"5, where 10 counts nothing and 0 in full"}]},'
      .. '{"name":"fn","score":1,"strength":1,"evidence":[]}],"error":null}', first)
    assert.equal('{"id":"2","score":0,"action":"pass","complete":true,"symbols":[],"error":null}',
      second)
  end)

  it("writes CSV with a header, symbols largest first", function()
    assert.equal("id,score,action,symbols,error\n1,5.5,review,says(3.5) cheap(1) fn(1),\n"
      .. "2,0,pass,,\n", score("--format csv", FEED).out)
    assert.equal("2,0,pass,,\n", score("--format csv --no-header", FEED).out:match("(2.-)$"))
  end)

  it("carries input columns along", function()
    assert.equal('1,5.5,review,says(3.5) cheap(1) fn(1),,"a, replica",3',
      score("--format csv --with title,seller_age_days", FEED).out:match("\n(.-)\n"))
    local line = json.decode(score("--with title", FEED).out:match("^(.-)\n"))
    assert.equal("a, replica", line.title)
  end)

  it("reads JSON Lines, TSV and stdin", function()
    for suffix, text in pairs { [".jsonl"] = '{"id":"7","price":5,"title":"x"}\n',
      [".tsv"] = "id\tprice\n7\t5\n" } do
      assert.truthy(score("", text, suffix).out:find('"id":"7","score":1,', 1, true))
    end
    local r = cli.run(("score --rules %s --input jsonl -"):format(RULES),
      { stdin = '{"id":"x","price":"5"}' })
    assert.truthy(r.out:find('"id":"x","score":1,', 1, true), r.err)
  end)

  it("makes the queue safe for spreadsheets, seller by seller, worst first", function()
    local r = score("--format queue", "id,title,price,seller_id,url\n"
      .. "1,=1+1 replica,1,s1,http://a\n2,replica,20,s2,\n3,replica replica,5,s1,\n4,b,9,s1,\n")
    local lines = {}
    for line in r.out:gmatch("[^\n]+") do lines[#lines + 1] = line end
    assert.equal("seller_id,seller_name,action,score,id,url,title,price,words,reasons,decision,"
      .. "basis,by,date", lines[1])
    assert.equal(4, #lines)
    assert.truthy(lines[2]:find("^s1,,review,5.3,1,http://a,'=1%+1 replica,1,"), lines[2])
    assert.truthy(lines[3]:find("^s1,,review,4.5,3,"), lines[3])
    assert.truthy(lines[4]:find("^s2,"), lines[4])
  end)

  it("stamps each line with version and digest, which change with the rules", function()
    local a = json.decode(score("--stamp", FEED).out:match("^(.-)\n")).rules
    local b = json.decode(score("--stamp --define x=1", FEED).out:match("^(.-)\n")).rules
    assert.equal(64, #a.sha256)
    assert.truthy(a.version)
    assert.not_equal(a.sha256, b.sha256)
    assert.same(a, json.decode(score("--stamp", FEED).out:match("^(.-)\n")).rules)
    for _, form in ipairs { "csv", "queue" } do
      local head, line = score("--stamp --format " .. form, FEED).out:match("^(.-)\n(.-)\n")
      assert.matches(",rules$", head)
      assert.truthy(line:find(a.sha256, 1, true))
    end
  end)

  it("gives defines to the rules", function()
    local rules = cli.file(HEAD .. [[local limit = tonumber(ipr.defines.limit)
      return { rule "below" { when = L.price:below(limit) } }]], ".lua")
    local path = cli.file(FEED, ".csv")
    local r = cli.run(("score --rules %s --define limit=7 --format csv --no-header %s")
      :format(rules, path))
    assert.equal("1,1,pass,below(1),\n2,0,pass,,\n", r.out)
  end)

  it("reads exceptions, and asks for the day they need", function()
    local file = cli.file("rule\tseller_id\tuntil\treason\tby\n"
      .. "says\ts1\t2020-01-31\tok\tann\n", ".tsv")
    local feed = "id,title,seller_id\n1,replica,s1\n2,replica,s2\n"
    local r = score("--format csv --no-header --date 2020-01-31 --exceptions " .. file, feed)
    assert.equal("1,0,pass,,\n2,3.5,review,says(3.5),\n", r.out)
    r = score("--format csv --no-header --date 2020-02-01 --exceptions " .. file, feed)
    assert.equal("1,3.5,review,says(3.5),\n2,3.5,review,says(3.5),\n", r.out)
    r = score("--exceptions " .. file, feed)
    assert.equal(1, r.code)
    assert.truthy(r.err:find("--date", 1, true))
  end)

  it("reads exceptions with tabs or commas, whatever the file is called", function()
    local feed = "id,title,seller_id\n1,replica,s1\n2,replica,s2\n"
    for _, sep in ipairs { "\t", "," } do
      for _, suffix in ipairs { ".tsv", ".csv", ".txt" } do
        local file = cli.file(("rule|seller_id|reason|by\nsays|s1|ok|ann\n"):gsub("|", sep), suffix)
        local r = score("--format csv --no-header --exceptions " .. file, feed)
        os.remove(file)
        assert.equal("1,0,pass,,\n2,3.5,review,says(3.5),\n", r.out, suffix .. r.err)
      end
    end
  end)
end)

describe("iprcore score, whatever the threads and blocks", function()
  local lines = { "id,title,price,seller_age_days" }
  for i = 1, 3000 do
    lines[#lines + 1] = ('%d,"%s\nsecond ""line""",%d,%d'):format(i,
      i % 7 == 0 and "replica" or "x", i % 30, i % 15)
  end
  local feed = cli.file(table.concat(lines, "\n") .. "\n", ".csv")
  local function run(args)
    return cli.run(("score --rules %s --format jsonl %s %s"):format(RULES, args, feed))
  end

  it("writes the same bytes", function()
    local want = run("").out
    assert.truthy(#want > 100000)
    for _, args in ipairs { "--threads 2", "--threads 3 --block-size 700", "--block-size 1",
      "--threads 4 --block-size 4096" } do
      local r = run(args)
      assert.equal("", r.err)
      assert.is_true(want == r.out, args)
    end
  end)

  it("calls functions alike where their words are wanted and where they are not", function()
    local rules = cli.file(HEAD .. [[
      local rules = {}
      for i = 1, 500 do
        rules[i] = rule("r" .. i) { weight = 1, group = "g", when = function(l)
          if i % 3 == 1 then return nil, "not known" end
          return l.price and l.price * 10 + l.seller_age_days == i and (i % 2 == 0 or 0.5), "yes"
        end }
      end
      return rules ]], ".lua")
    local function scored(format)
      local out = {}
      local r = cli.run(("score --no-header --rules %s --format %s %s"):format(rules, format, feed))
      for line in r.out:gmatch("[^\n]+") do out[#out + 1] = line end
      return out
    end
    local words, none = scored "jsonl", scored "csv"
    assert.equal(3000, #words)
    for i, line in ipairs(words) do
      local v, want = json.decode(line), { i, 0, "pass", "", "" }
      want[2] = ("%.10g"):format(v.score)
      for _, s in ipairs(v.symbols) do
        want[4] = ("%s(%.10g)"):format(s.name, s.score)
        assert.equal("yes", s.evidence[1].says)
      end
      assert.equal(table.concat(want, ","), none[i])
    end
    assert.truthy(table.concat(none):find("r216(1)", 1, true))
  end)

  it("keeps a bad row to itself, at 1 and 2 workers", function()
    local bad = { "throw", "loop", "eat", ("x"):rep(200000), "a\xFFb", "\xEF\xBB\xBF\xE2\x80\xAE" }
    local rows, want = { "id,title,price,seller_age_days" }, {}
    for i = 1, 40 do rows[#rows + 1] = ("g%d,replica %d,%d,3"):format(i, i, i % 12) end
    local path = cli.file(table.concat(rows, "\n") .. "\n", ".csv")
    for line in cli.run(("score --rules %s %s"):format(RULES, path)).out:gmatch("[^\n]+") do
      want[#want + 1] = line
    end
    for i, title in ipairs(bad) do
      table.insert(rows, 5 * i + 1, ("bad%d,%s,1,3"):format(i, title))
    end
    path = cli.file(table.concat(rows, "\n") .. "\n", ".csv")
    for _, threads in ipairs { 1, 2 } do
      local got = {}
      local r = cli.run(("score --rules %s --threads %d --block-size 900 %s")
        :format(RULES, threads, path))
      for line in r.out:gmatch("[^\n]+") do
        if line:find('"id":"g', 1, true) then got[#got + 1] = line end
      end
      assert.equal(0, r.code)
      assert.same(want, got)
      assert.truthy(r.out:find('{"id":"bad1","score":[%d.]+,"action":"review","complete":false'))
    end
  end)
end)

describe("a price that can be read in two ways", function()
  local rules = cli.file(HEAD .. "return { rule 'big' { weight = 1, when = L.price:is(1234) },\n"
    .. "rule 'small' { weight = 2, when = L.price:is(1.234) },\n"
    .. "rule 'missing' { weight = 4, when = L.price:missing() } }", ".lua")
  local COMMA = "id,price,currency\n1,1.234,EUR\n2,\"1.234,50 €\",EUR\n3,\"20,00\",EUR\n"
  local DOT = "id,price,currency\n1,1.234,EUR\n2,84.99,EUR\n3,\"2,000.00\",EUR\n"

  local function first(args, text)
    local path = cli.file(text, ".csv")
    local out = cli.run(("score --rules %s --format csv --no-header %s %s"):format(rules, args,
      path))
    local why = cli.run(("explain --fired --rules %s --id 1 %s"):format(rules, path))
    os.remove(path)
    local line = out.out:match("[^\n]*")
    local rule = line:match(",(%l+)%(")
    assert.truthy(why.out:find("fired     " .. rule, 1, true), why.out)
    return rule
  end

  it("is read as its whole column is written", function()
    for _, args in ipairs { "", "--threads 2 --block-size 10" } do
      assert.equal("big", first(args, COMMA))
      assert.equal("small", first(args, DOT))
      assert.equal("missing", first(args, "id,price,currency\n1,1.234,EUR\n"))
    end
  end)

  it("is missing on a pipe, and no riddle as a JSON number", function()
    local r = cli.run("score --rules " .. rules .. " --format csv --no-header -", { stdin = COMMA })
    assert.truthy(r.out:find("^1,4,[^\n]*missing"), r.out)
    r = cli.run("score --input jsonl --rules " .. rules .. " --format csv --no-header -",
      { stdin = '{"id":1,"price":1.234,"currency":"EUR"}\n{"id":2,"price":"1.234"}\n' })
    assert.truthy(r.out:find("^1,2,[^\n]*small[^\n]*\n2,4,[^\n]*missing"), r.out)
  end)
end)

describe("iprcore score with bad input", function()
  local function fails(r, code, words)
    assert.equal(code, r.code, r.err)
    assert.truthy(r.err:find(words, 1, true), r.err)
    local _, n = r.err:gsub("\n", "")
    assert.equal(1, n, "one line: " .. r.err)
  end

  it("names what cannot be opened", function()
    fails(cli.run("score --rules " .. RULES .. " /no/such/feed.csv"), 3, "/no/such/feed.csv")
    fails(cli.run("score --rules " .. RULES .. " spec"), 3, "spec")
    fails(cli.run("score --rules /no/such/rules.lua x.csv"), 3, "/no/such/rules.lua")
    fails(cli.run("score"), 1, "LISTINGS")
    fails(cli.run("score --fromat csv x"), 1, "did you mean --format")
    fails(score("--threads 0", FEED), 1, "--threads")
    fails(score("--with title,id", FEED), 1, "already")
    fails(score("--date tomorrow", FEED), 1, "--date")
  end)

  it("wants a header with an id", function()
    fails(score("", ""), 2, "empty")
    fails(score("", "title,price\nx,1\n"), 2, "id")
    assert.equal(0, score("", "", ".jsonl").code)
  end)

  it("makes error rows and goes on", function()
    local r = score("", "id,title\n1,a,b\n2,b\n,c\n4,\xFF\n5,e\n")
    local codes = {}
    for line in r.out:gmatch("[^\n]+") do
      local v = json.decode(line)
      codes[#codes + 1] = ("%s:%s"):format(v.id, v.error and v.error.code)
    end
    assert.same({ "1:too_many_fields", "2:nil", "nil:no_id", "4:bad_utf8", "5:nil" }, codes)
    assert.equal(0, r.code)
    r = score("", '{"id":"1"}\nnot json\n[1]\n{"title":"x"}\n{"id":"5"}\n', ".jsonl")
    local _, n = r.out:gsub('"code"', "")
    assert.equal(3, n)
    assert.truthy(r.out:find('"line":2', 1, true))
  end)

  it("stops after --max-errors with all rows before written", function()
    for _, args in ipairs { "--max-errors 1", "--max-errors 1 --threads 2 --block-size 1" } do
      local r = score(args .. " --format csv --no-header", "id,title\n1,a\n,b\n3,c\n,d\n5,e\n")
      assert.equal(2, r.code)
      assert.equal("1,0,pass,,\n,,,,no_id\n3,0,pass,,\n,,,,no_id\n", r.out)
      assert.truthy(r.err:find("more than 1 rows", 1, true))
    end
  end)

  it("reports a stray quote with --strict, and goes on", function()
    local r = score("--strict --format csv --no-header", 'id,title\n1,a\n2,"b"x\n3,c\n')
    assert.equal(2, r.code)
    assert.truthy(r.out:find("bad_quote", 1, true), r.out)
    assert.truthy(r.out:find("\n3,0,pass,,\n", 1, true), r.out)
  end)

  it("survives a line of many megabytes and a quote that never closes", function()
    local long = ("x"):rep(3 * 1024 * 1024)
    local r = score("--format csv --no-header", "id,title\n1,a\n2," .. long .. "\n3,c\n")
    assert.equal("1,0,pass,,\n,,,,record_too_long\n3,0,pass,,\n", (r.out:gsub("\n2,,,,", "\n,,,,")))
    r = score("--format csv --no-header", 'id,title\n1,a\n2,"open\n3,c\n4,d\n')
    assert.equal("1,0,pass,,", r.out:match("^[^\n]*"))
    assert.truthy(r.code == 0)
  end)

  it("says so when the disk is full", function()
    local path = cli.file(FEED, ".csv")
    local r = cli.run(("score --rules %s %s"):format(RULES, path), { stdout = "/dev/full" })
    assert.equal(3, r.code)
    assert.truthy(r.err:find("No space left", 1, true), r.err)
  end)

  it("is quiet when the reader has gone", function()
    local rows = { "id,title" }
    for i = 1, 30000 do rows[#rows + 1] = i .. ",replica" end
    local path = cli.file(table.concat(rows, "\n"), ".csv")
    local r = cli.run(("score --rules %s %s"):format(RULES, path), { after = "| head -n 1" })
    assert.equal("", r.err)
  end)
end)

describe("iprcore score on a pipe", function()
  it("answers each line before the next is written", function()
    local script = cli.file([[
preload=$LD_PRELOAD # a sanitizer is for the program: mktemp leaks and then fails
unset LD_PRELOAD
set -e
dir=$(mktemp -d)
mkfifo "$dir/in" "$dir/out"
LD_PRELOAD=$preload $1 <"$dir/in" >"$dir/out" &
exec 3>"$dir/in" 4<"$dir/out"
echo 'id,price' >&3
i=0
while [ $i -lt 1000 ]; do
  i=$((i + 1))
  echo "$i,5" >&3
  read -r line <&4
  case $line in '{"id":"'$i'",'*) ;; *) echo "at $i: $line"; exit 1 ;; esac
done
exec 3>&-
wait
rm -r "$dir"
echo "all $i"
]], ".sh")
    local build, lua = os.getenv("IPR_BUILD") or "build/5.4", os.getenv("IPR_LUA") or "lua5.4"
    for _, threads in ipairs { 1, 2 } do
      local p = io.popen(("IPR_BUILD=%s timeout 20 sh %s '%s ./lua/bin/iprcore score --rules %s "
        .. "--threads %d -' 2>&1"):format(build, script, lua, RULES, threads))
      assert.equal("all 1000\n", p:read("a"))
      p:close()
    end
  end)
end)

describe("iprcore explain", function()
  local feed = cli.file(FEED, ".csv")

  it("says of every rule what it did and why", function()
    local r = cli.run(("explain --rules %s --id 2 %s"):format(RULES, feed))
    assert.equal(0, r.code, r.err)
    assert.truthy(r.out:find("not fired cheap: price 20", 1, true), r.out)
    assert.is_nil(r.out:find("replica\n", 1, true))
    r = cli.run(("explain --rules %s --title 'a replica' --format jsonl"):format(RULES))
    local v = json.decode(r.out)
    assert.equal("unknown", v.rules[1].outcome)
    assert.equal("price is missing", v.rules[1].because)
    assert.equal(2, v.rules[2].evidence[1].start)
  end)

  it("shows invisible characters", function()
    local r = cli.run(("explain --rules %s --title 'a\xE2\x80\x8Bb'"):format(RULES))
    assert.truthy(r.out:find("⟨U+200B⟩", 1, true))
  end)

  it("wants a listing that is there", function()
    assert.equal(2, cli.run(("explain --rules %s --id 9 %s"):format(RULES, feed)).code)
    local both = cli.run(("explain --rules %s --id 2,1 %s"):format(RULES, feed)).out
    assert.matches("^1  .*\n2  ", both)
    assert.equal(1, cli.run("explain").code)
  end)
end)

describe("iprcore check", function()
  local function check(body, args)
    local path = cli.file(HEAD .. body, ".lua")
    local r = cli.run(("check %s %s"):format(path, args or ""))
    os.remove(path)
    return r
  end
  local function finds(name, body, words, args)
    it("finds " .. name, function()
      local r = check(body, args)
      assert.equal(2, r.code, r.out .. r.err)
      assert.truthy(r.out:find(words, 1, true), r.out .. r.err)
    end)
  end
  finds("an unknown name", "return { rule 'a' { when = L.prise:present() } }", "did you mean price")
  finds("a name that a rule file does not have", "return { ipr.rul 'a' {} }", "did you mean rule")
  finds("an unused list", "local x = ipr.list { 'a', 'b' }\nreturn {}", "list of 2 terms is built")
  finds("a cap on no group", "return { rules = { rule 'a' { when = L.price:present(), "
    .. "group = 'price' } }, groups = { pirce = { max = 1 } } }", "did you mean price")
  finds("a set where rules belong", "return { rules = { rules = {} } }", "its .rules")
  finds("a function that cannot do without a field", "return { rule 'a' { weight = 9, "
    .. "when = function(l) return l.price < 5 end } }", "fails where every field is missing")
  finds("a function that never ends", "return { rule 'a' { weight = 9, "
    .. "when = function() while true do end end } }", "too many steps")
  finds("an example on which the rule fails", "return { rule 'a' { weight = 9, when = function(l) "
    .. "return l.price ~= nil and nil + 1 end, examples = { misses = { { price = 2 } } } } }",
    "should miss: failed")
  finds("an unused condition", "local x = L.price:present()\nreturn {}", "never used")
  finds("a contradiction", "return { rule 'a' { when = L.price:below(1) & L.price:above(2) } }",
    "contradict")
  finds("a dead part", "return { rule 'a' { when = L.price:present() | "
    .. "(L.brand:is('a') & L.brand:is('b')) } }", "can never be true")
  finds("an unreachable action", "return { rules = { rule 'a' { when = L.price:present() } }, "
    .. "actions = { remove = 2 } }", "it needs 2 and the rules reach 1")
  finds("too few groups", "return { rules = { rule 'a' { weight = 9, when = L.price:present() } }, "
    .. "actions = { remove = { at = 2, groups = 2 } } }", "it needs 2 groups and there are 1")
  finds("an example that does not hold", "return { rule 'a' { weight = 4, when = L.price:below(1), "
    .. "examples = { hits = { { price = 2 } } } } }", "should hit")
  finds("state between listings", "local n = 0\nreturn { rule 'a' { weight = 9, when = function() "
    .. "n = n + 1 return n == 2 end, examples = { misses = { { id = 'x' }, { id = 'y' }, "
    .. "{ id = 'z' } } } } }", "keeps something between listings")
  -- counts to the middle one of three, from either end; it is asked twice a listing
  finds("state that only a second worker shows", "local n = 0\nreturn { rule 'a' { weight = 9, "
    .. "when = function() n = n + 1 return n == 4 end, examples = { misses = { { id = 'x' }, "
    .. "{ id = 'y' }, { id = 'z' } } } } }", 'id = "y" } was fired () in order and not fired () '
    .. "on two workers")
  finds("a rule that the feed never feeds", "return { rules = { rule 'a' { weight = 9, "
    .. "when = L.gtin:is('1') } }, actions = { review = 1 } }", "gtin is missing in all 2 listings",
    "--feed " .. cli.file(FEED, ".csv"))

  it("has nothing to say of good rules", function()
    local r = check("return { rules = { rule 'a' { weight = 9, when = L.price:below(3), "
      .. "examples = { hits = { { price = 2 } } } } }, actions = { review = 3 } }")
    assert.equal(0, r.code, r.out .. r.err)
    assert.truthy(r.out:find("nothing to report", 1, true))
  end)
end)
