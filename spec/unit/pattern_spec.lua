-- Rule files' text functions are our own, bounded ones; they must answer as Lua's do.
local ipr = require "iprcore"

-- What a rule file's state makes of each expression, one rule an expression.
local function inside(expressions)
  local out = { [[
    local ipr = require "iprcore"
    local function show(...)
      local out = {}
      for i = 1, select("#", ...) do
        out[i] = type((select(i, ...))) .. ":" .. tostring((select(i, ...)))
      end
      return table.concat(out, "|")
    end
    local function rule(i, f)
      return ipr.rule("r" .. i) { when = function()
        local ok, text = pcall(f)
        return true, ok and text or "error"
      end }
    end
    return {
  ]] }
  for i, e in ipairs(expressions) do
    out[#out + 1] = ("rule(%d, function() return show(%s) end),"):format(i, e)
  end
  local rules = ipr.rules.parse(table.concat(out, "\n") .. "}")
  local said = {}
  for _, s in ipairs(ipr.scorer({ rules = rules }):score({ id = "x" }).symbols) do
    said[tonumber(s.name:sub(2))] = s.evidence[1] and s.evidence[1].says or ""
  end
  return said
end

local function outside(expression)
  local function show(...)
    local out = {}
    for i = 1, select("#", ...) do
      out[i] = type((select(i, ...))) .. ":" .. tostring((select(i, ...)))
    end
    return table.concat(out, "|")
  end
  local ok, text = pcall(load("local show = ...; return show(" .. expression .. ")"), show)
  return ok and text or "error"
end

describe("patterns in rule files", function()
  local subjects = { "", "a", "hello world", "a,b,,c", "THE (quick) fox", "x = 10", "%d", "aaab",
    "foo(bar(baz))", "key=value; k2=v2", "uni code", "]]^^--", "  trim  ", "abcabc" }
  local patterns = { "", ".", "a", "a*", "a-b", "a+b", "%a+", "^%s*(.-)%s*$", "(%w+)=(%w+)",
    "()b()",
    "%b()", "%f[%w]%w+", "[^,]*", "[%w_]", "[]^-]", "[a-c]+", "(.)(.)%2", "x?=?", "%S+$", "^h", "$",
    "[%a", "%", "(a", "a)", "%1", "%b(", "%f", "(()a)", "[^%s]", ".-", "%%", "[%-%]]+",
    "h.-o", "(a*)b" }

  it("find, match, gmatch and gsub agree with Lua's", function()
    local list, n = {}, 0
    for _, s in ipairs(subjects) do
      for _, p in ipairs(patterns) do
        for _, form in ipairs { "string.find(%q, %q)", "string.match(%q, %q)",
          "string.find(%q, %q, 3)", "string.match(%q, %q, -2)", "string.gsub(%q, %q, '<%%0>')",
          "string.gsub(%q, %q, '%%1', 2)",
          "(function(s, p) local o = {} for a, b in s:gmatch(p) do o[#o + 1] = tostring(a) .. "
            .. "tostring(b) end return table.concat(o, ';') end)(%q, %q)" } do
          n = n + 1
          if n % 2 == 0 then list[#list + 1] = form:format(s, p) end
        end
      end
    end
    local got = inside(list)
    for i, expression in ipairs(list) do
      assert.equal(outside(expression), got[i], expression)
    end
  end)

  it("find plain text, and take tables and functions in gsub", function()
    local list = { "('a.b'):find('.', 1, true)", "('abc'):find('c', -1, true)",
      "('abc'):find('x', 1, true)", "('a b'):gsub('%w', { a = '1' })", "('ab'):find('b', 10)",
      "('ab'):gsub('%w', function(c) return c == 'a' and 'X' or nil end)", "('ab'):gsub('', '-')",
      "('ab'):gsub('a', {a = {}})", "('x'):gsub('x', '%9')" }
    local got = inside(list)
    for i, expression in ipairs(list) do
      assert.equal(outside(expression), got[i], expression)
    end
  end)

  it("end, whatever the pattern", function()
    local rules = ipr.rules.parse [[
      local ipr = require "iprcore"
      return { ipr.rule "slow" { when = function(l)
        return pcall(string.find, l.title, (".-"):rep(30) .. "b") and false
      end } }]]
    local r = ipr.scorer({ rules = rules }):score { title = ("a"):rep(3000) }
    assert.is_false(r.complete)
    assert.truthy(tostring(r:explain()):find("too many steps", 1, true))
    for _, body in ipairs { 'local x = ("a"):rep(3000):find((".-"):rep(30) .. "b")',
      "while true do end" } do
      local ok, e = pcall(ipr.rules.parse, body .. "\nreturn {}")
      assert.is_false(ok)
      assert.truthy(tostring(e):find("steps", 1, true), tostring(e))
    end
  end)
end)
