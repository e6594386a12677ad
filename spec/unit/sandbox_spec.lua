-- Attempts of a rule file to get out of its state, to hold the program up, or to change what was
-- checked. Each ends in an error that says why, in bounded work, and nothing else is touched.
local ipr = require "iprcore"

local FOLDER = os.tmpname()
os.remove(FOLDER)
os.execute(("mkdir %s && mkfifo %s/pipe && ln -s /dev/zero %s/zero && ln -s /etc/passwd %s/link")
  :format(FOLDER, FOLDER, FOLDER, FOLDER))
teardown(function() os.execute("rm -r " .. FOLDER) end)

local function load_rules(body)
  local path = FOLDER .. "/rules.lua"
  local f = assert(io.open(path, "wb"))
  f:write('local ipr = require "iprcore"\nlocal rule, L = ipr.rule, ipr.field\n', body)
  f:close()
  return ipr.rules.load(path)
end

-- what is tried -> { the file, a part of the error }; the error of a limit is never caught inside
local OLD = _VERSION == "Lua 5.3" -- has no <close>, and says otherwise that it goes too deep
local WHILE_LOADING = {
  ["an empty text, repeated for ever"] = { 'assert((""):rep(1e15) == "")', nil },
  ["a long text"] = { 'local x = ("x"):rep(1e6)', "rep would make more than 262144 bytes" },
  ["a long text by doubling"] = {
    'local x = "x" for i = 1, 40 do x = x .. x end', "not enough memory" },
  ["a text joined again and again"] = {
    'local x = ("x"):rep(2e5) for i = 1, 1e7 do local y = x .. i end', "not enough memory" },
  ["a long text of arguments"] = { 'string.char(table.unpack({}, 1, 1e5))', "too many items" },
  ["bytes of a whole text"] = { 'local x = ("x"):rep(1e5):byte(1, -1)', "too many characters" },
  ["characters of a whole text"] = {
    'local x = utf8.codepoint(("x"):rep(1e5), 1, -1)', "too many characters" },
  ["a length that is none"] = { [[
local t = {} for i = 40, 0, -1 do t[1 << i] = 1 end
assert(#t > 1e9)
table.insert(t, 1, 1)]], "too many steps" },
  ["a removal that moves for ever"] = { [[
local t = {} for i = 40, 0, -1 do t[1 << i] = 1 end
table.remove(t, 1)]], "too many steps" },
  ["items moved to and fro"] = { [[
local t = {} for i = 1, 1e5 do t[i] = i end
for i = 1, 1e6 do table.insert(t, 1, i) table.remove(t, 1) end]], "too many steps" },
  ["sorting again and again"] = { [[
local t = {} for i = 1, 1e5 do t[i] = i * 7919 % 100003 end
while true do table.sort(t) end]], "too many steps" },
  ["keys in order again and again"] = { [[
local t = {} for i = 1, 1e4 do t["k" .. i] = i end
while true do for k in pairs(t) do break end end]], "" },
  ["counting characters again and again"] = { [[
local x = ("x"):rep(2e5) while true do utf8.len(x) end]], "too many steps" },
  ["reading a number again and again"] = { [[
local x = ("1"):rep(2e5) while true do tonumber(x, 36) end]], "too many steps" },
  ["backtracking"] = { 'local x = ("a"):rep(1e4):find(("a*"):rep(30) .. "b")', "too many steps" },
  ["long texts searched for a text"] = { [[
local x = ("x"):rep(2e5) while true do x:find("y") end]], "too many steps" },
  ["an endless loop"] = { "while true do end", "too many steps" },
  ["an endless loop behind pcall"] = {
    "while true do pcall(function() while true do end end) end", "too many steps" },
  ["memory behind pcall"] = { [[
while true do pcall(function() local t = {} for i = 1, 1e9 do t[i] = {} end end) end]],
    "not enough memory" },
  ["a list read again and again"] = { [[
while true do pcall(ipr.list.load, "rules.lua") end]], "" },
  ["deep recursion"] = { "local function f() return f() + 1 end f()", "" },
  ["deep recursion through pcall"] = { [[
local function f() local ok, e = pcall(f) if not ok then error(e, 0) end end f()]], "overflow" },
  ["deep recursion through gsub"] = {
    'local function f(s) return (s:gsub(".", f)) end f "x"', "overflow" },
  ["brackets without end"] = {
    "local x = " .. ("("):rep(1e5) .. "1" .. (")"):rep(1e5),
    OLD and "too many C levels" or "overflow" },
  ["an order that is none"] = { [[
local t = {} for i = 1, 1e3 do t[i] = i end
table.sort(t, function() return true end)]], "invalid order function" },
  ["a pipe as a list"] = { 'ipr.list.load "pipe"', "cannot be read" },
  ["a device through a link"] = { 'ipr.list.load "zero"', "outside" },
  ["a file outside through a link"] = { 'ipr.list.load "link"', "outside" },
  ["a path upwards"] = { 'ipr.list.load "../../../../../../etc/passwd"', "outside" },
  ["a price list outside"] = { 'ipr.prices.load "/etc/passwd"', "outside" },
  ["whether a file outside is there"] = { 'ipr.brands.load "/etc/no-such-file"', "outside" },
  ["another table of text functions"] = { 'getmetatable("").__index = {}', "nil value" },
  ["another text function"] = { 'string.len = nil', "string is read-only" },
  ["a close that calls"] = { [[
local x <close> = setmetatable({}, { __close = function() end })]],
    OLD and "unexpected symbol" or "setmetatable" },
  ["the compiled tree of a rule"] = { [[
local r = rule "x" { when = L.price:below(5) }
r.when.op = "call"]], "nil value (field 'when')" },
  ["a rule changed afterwards"] = { [[
local r = rule "x" { when = L.price:below(5) }
r.weight = 1e9]], "read-only" },
  ["a field changed"] = { "L.price = 1", "read-only" },
  ["an error that is a table"] = { "error { message = {}, path = {}, line = 'x' }", "" },
  ["an error that is long"] = { 'error(("x"):rep(2e5))', "xxx" },
  ["an error that is nothing"] = { "error()", "nil" },
  ["rules inside themselves"] = { "local t = {} t[1] = t do return t end", "" },
  ["conditions without end"] = { [[
local c = L.used for i = 1, 1e6 do c = ~c end
do return { rule "x" { when = c } } end]], "not enough memory" },
  ["conditions that double"] = { [[
local c = L.used for i = 1, 100 do c = c & c end
do return { rule "x" { when = c } } end]], "not enough memory" },
}

describe("a rule file that tries", function()
  for what, try in pairs(WHILE_LOADING) do
    it(what, function()
      local ok, e = pcall(load_rules, try[1] .. "\nreturn {}")
      assert.equal(try[2] == nil, ok, tostring(e))
      assert.truthy(try[2] == nil or tostring(e):find(try[2], 1, true), tostring(e))
      assert.truthy(#tostring(e) < 1000)
    end)
  end

  it("examples inside themselves", function()
    local rules = load_rules [[
local t = { title = "a" } t[1] = t
return { rule "x" { when = L.title:contains "a", examples = { hits = t } } }]]
    assert.equal(1, #rules.set.rules)
  end)
end)

local WHILE_SCORING = {
  ["an endless loop"] = "while true do end",
  ["an endless loop behind pcall"] = "while true do pcall(function() while true do end end) end",
  ["memory without end"] = "local t = {} for i = 1, 1e9 do t[i] = { i } end",
  ["texts without end"] = 'local x = ("x"):rep(2e5) for i = 1, 1e7 do local y = x .. i end',
  ["sorting"] = [[
local t = {} for i = 1, 1e4 do t[i] = -i end while true do table.sort(t) end]],
  ["backtracking"] = '("a"):rep(1e4):find(("a*"):rep(30) .. "b")',
  ["a listing changed"] = 'l.title = "x"',
  ["a listing's metatable"] = "getmetatable(l)",
  ["a field that is none"] = "return l.titel ~= nil",
  ["a global kept"] = "kept = l",
  ["an answer that is none"] = "return 0 / 0",
  ["an error that is no text"] = "error({})",
}

describe("a function that tries", function()
  for what, body in pairs(WHILE_SCORING) do
    it(what .. " fails for its listing alone", function()
      local rules = load_rules(([[
return {
  rule "fine" { weight = 1, when = L.title:contains "replica" },
  rule "bad" { weight = 1, when = function(l) if l.title == "now" then %s end return true end },
}]]):format(body))
      local scorer = ipr.scorer { rules = rules, actions = { review = 5 } }
      local bad = scorer:score { title = "now" }
      assert.same({ false, "review" }, { bad.complete, bad.action })
      local good = scorer:score { title = "replica" }
      assert.same({ true, 2 }, { good.complete, good.score })
    end)
  end

  it("a long description is read whole, and is no work of the rule's", function()
    local rules = load_rules [[
return { rule "x" { when = function(l) return #l.description == 900000 end } }]]
    assert.equal(1, ipr.scorer({ rules = rules }):score {
      description = ("x"):rep(900000) }.score)
  end)
end)
