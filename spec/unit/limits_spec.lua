-- Every limit of core.limits() that a rule file or a listing can pass is passed here; the others
-- in the C tests named.
local ipr = require "iprcore"
local core = require "iprcore.core"
local cli = require "spec.support.cli"
local rule, L = ipr.rule, ipr.field

local value, rows = {}, core.limits()
for _, l in ipairs(rows) do value[l.name] = l.value end

-- What `rows` says of a CSV file's second record; that what follows is read all the same.
local function of_row(bytes, limit)
  local path = cli.file("id,title\n" .. bytes .. "\n9,z\n", ".csv")
  local r = cli.run("rows " .. path)
  os.remove(path)
  assert.truthy(r.err:find(limit, 1, true), r.err)
  assert.truthy(r.out:find('["9","z"]', 1, true))
end

local function explain(listing, rules)
  return ipr.scorer({ rules = rules, actions = { review = 3 } }):score(listing):explain()
end

local function score(text)
  local scorer = ipr.scorer {
    rules = { rule "copy" { weight = 1, when = L.replica:above(0.5) } }, actions = { review = 3 } }
  return scorer:score { id = "1", title = "shoes", description = text }
end

-- Evidence shown of rules that each see the whole description: bytes, and rules that fired.
local function shown(n, text)
  local rules = {}
  for i = 1, n do rules[i] = rule("r" .. i) { weight = 1, when = L.description:contains(text) } end
  local bytes, fired = 0, 0
  for _, r in ipairs(explain({ id = "1", description = text }, rules):rows()) do
    fired = fired + (r.outcome == "fired" and 1 or 0)
    for _, e in ipairs(r.evidence) do bytes = bytes + #e.text end
  end
  return bytes, fired
end

local function fails(source, what)
  local path = cli.file(source, ".lua")
  local ok, err = pcall(ipr.rules.load, path)
  os.remove(path)
  assert.is_false(ok)
  assert.truthy(tostring(err):find(what, 1, true), tostring(err))
end

-- A rule file whose function does this is stopped for a listing, which is then incomplete.
local function stops(body)
  local path = cli.file('local ipr = require "iprcore"\nreturn { ipr.rule "f" { weight = 1, '
    .. "when = function(l) " .. body .. " end } }\n", ".lua")
  local scorer = ipr.scorer { rules = ipr.rules.load(path), actions = { review = 3 } }
  os.remove(path)
  local r = scorer:score { id = "1", title = "x" }
  assert.same({ false, "review" }, { r.complete, r.action })
end

-- name -> what happens past it; or the C test that passes it.
local CASES = {
  max_record = function() of_row("1," .. ("x"):rep(value.max_record), "max_record") end,
  max_lines = function() of_row('1,"' .. ("\n"):rep(value.max_lines + 1), "max_lines") end,
  max_fields = function() of_row((","):rep(value.max_fields), "max_fields") end,
  max_depth = function()
    local _, message, code = ipr.json.decode(("["):rep(value.max_depth + 1))
    assert.truthy(message:find("max_depth", 1, true))
    assert.equal("too_deep", code)
  end,
  max_tokens = function()
    local whole = score(("w "):rep(value.max_tokens - 1) .. "replica")
    assert.same({ true, 1 }, { whole.complete, whole.score })
    local cut = score("replica " .. ("w "):rep(value.max_tokens))
    assert.same({ false, 1, "review" }, { cut.complete, cut.score, cut.action })
  end,
  IPR_VOCAB_HITS = function()
    assert.is_true(score(("replica "):rep(20)).complete)
    assert.is_false(score(("replica "):rep(value.IPR_VOCAB_HITS + 1)).complete)
  end,
  IPR_THREADS_MAX = function()
    local ok, e = pcall(function() ipr.scorer({}):run("x.csv", { threads = 65 }) end)
    assert.is_false(ok)
    assert.truthy(e.message:find("from 1 to 64 (IPR_THREADS_MAX), not 65", 1, true), e.message)
  end,
  max_hits = function()
    local words, all = {}, {}
    for i = 1, value.max_hits + 9 do
      words[i] = "word" .. i
      all[i] = L.description:contains(words[i])
    end
    local rules = { rule "all" { weight = 1, when = ipr.all(all) } }
    local many = { id = "1", description = table.concat(words, " ") }
    assert.equal(value.max_hits, #explain(many, rules):rows()[1].evidence)
  end,
  max_explain = function()
    local text = ("x"):rep(value.max_explain // 8)
    assert.same({ 8 * #text, 8 }, { shown(8, text) })
    assert.same({ 8 * #text, 12 }, { shown(12, text) })
  end,
  max_rules = function()
    local rules = {}
    for i = 1, value.max_rules + 1 do rules[i] = rule("r" .. i) { weight = 1, when = L.used } end
    local ok, err = pcall(explain, {}, rules)
    assert.is_false(ok)
    assert.truthy(tostring(err):find("max_rules", 1, true), tostring(err))
  end,
  max_list = "csrc/test/test_limits.c",
  max_cases = "csrc/test/test_tally.c",
  max_words = "csrc/test/test_tally.c",
  max_cells = "csrc/test/test_tally.c",
  max_spans = "csrc/test/test_tally.c",
  max_unknown = "csrc/test/test_tally.c",
  IPR_LOAD_STEPS = function() fails("while true do end", "too many steps") end,
  IPR_LOAD_WORK = function()
    fails('local s = ("a"):rep(200000) while true do s:find("b") end', "too many steps")
  end,
  IPR_STEPS = function() stops("while true do end") end,
  IPR_WORK = function() stops('local s = ("a"):rep(200000) while true do s:find("b") end') end,
  IPR_MEMORY = function()
    stops('local t = {} for i = 1, 1e9 do t[i] = ("x"):rep(200000) .. i end')
  end,
  IPR_TEXT_MAX = function() stops(("return #('x'):rep(%d) > 0"):format(value.IPR_TEXT_MAX + 1)) end,
  IPR_SAYS_MAX = function()
    local path = cli.file('local ipr = require "iprcore"\nreturn { ipr.rule "f" { weight = 1, '
      .. "when = function() return true, ('x'):rep(9999) end } }\n", ".lua")
    local e = explain({ id = "1" }, ipr.rules.load(path)):rows()[1].evidence[1]
    os.remove(path)
    assert.equal(value.IPR_SAYS_MAX, #e.says)
  end,
  IPR_NAME_MAX = function()
    local row = "2019-01-02,request_received,%s\n"
    local path = cli.file("time,event,id\n" .. row:format(("x"):rep(value.IPR_NAME_MAX + 1))
      .. row:format(("y"):rep(value.IPR_NAME_MAX)), ".csv")
    local r = cli.run("report " .. path .. " --year 2019 --format text")
    os.remove(path)
    assert.truthy(r.out:find("Rows whose id is too long%s+1\n"))
  end,
  IPR_SEGMENT_MAX = function()
    local text = ("word "):rep(value.IPR_SEGMENT_MAX + 9) .. "removed 1,234 listings in 2019."
    assert.equal(1234, ipr.metrics.parse(text)[1].value)
  end,
  IPR_QUANTITY_MAX = function()
    local n = #ipr.metrics.parse(("12 arrests, "):rep(value.IPR_QUANTITY_MAX + 40))
    assert.truthy(n > 100 and n <= value.IPR_QUANTITY_MAX, n)
  end,
}

describe("limits", function()
  for _, l in ipairs(rows) do
    it(("%s: past %d %s: %s"):format(l.name, l.value, l.unit, l.past), function()
      local case = assert(CASES[l.name], "a limit that nobody passes")
      if type(case) == "function" then return case() end
      local f = assert(io.open(case))
      assert.truthy(f:read("a"):find(l.name, 1, true))
      f:close()
    end)
  end
end)
