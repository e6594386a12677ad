-- Rules that are Lua functions: what they see, what they may answer, and how they fail.
local core = require "iprcore.core"
local ipr = require "iprcore"
local rule = ipr.rule

local function rules_of(body)
  return ipr.rules.parse('local ipr = require "iprcore"\n'
    .. "local rule, L = ipr.rule, ipr.field\n" .. body)
end

describe("function rules", function()
  local rules = rules_of [[
    return {
      rule "young" { when = function(l)
        if l.seller_age_days == nil then return nil end
        return l.seller_age_days < 7, l.seller_age_days .. " days old"
      end },
      rule "half" { weight = 2, when = function(l) return l.price and 0.25 or 0 end },
      rule "bad" { when = function(l)
        if l.title == "throw" then error("no!") end
        if l.title == "nan" then return 0/0 end
        if l.title == "text" then return "yes" end
        if l.title == "two" then return 2 end
        if l.title == "field" then return l.prise end
        if l.title == "write" then l.foo = 1 end
        if l.title == "overwrite" then l.title = "fine" end
        if l.title == "loop" then while true do end end
        if l.title == "caught" then pcall(function() while true do end end) end
        if l.title == "memory" then local t = {} for i = 1, 1e8 do t[i] = i end end
        return false
      end },
      rule "global" { when = function(l)
        if l.title == "global" then leak = 1 end
        return false
      end },
    }]]
  local scorer = ipr.scorer { rules = rules }

  it("are explained by the message of what they raised, a text or an object's", function()
    local function explained(set)
      return tostring(ipr.scorer({ rules = set }):score({}):explain())
    end
    local none = "the rule raised a value that is no text"
    for body, says in pairs { ['error("no!", 0)'] = "no!", ['error { message = "no!" }'] = "no!",
      ["error { message = 3 }"] = none, ["error(true)"] = none } do
      assert.truthy(explained(rules_of(('return { rule "x" { when = function() %s end } }')
        :format(body))):find("failed    x: " .. says, 1, true))
      assert.truthy(explained({ rule "x" { when = load(body) } })
        :find("failed    x: " .. says, 1, true))
    end
    local verb = explained { rule "x" { when = function() return ipr.money.parse(nil) end } }
    assert.truthy(verb:find("failed    x: money.parse takes a price, not nil", 1, true), verb)
  end)

  it("answer with true, false, a strength, nil, and evidence", function()
    local r = scorer:score { seller_age_days = 3, price = 1 }
    assert.equal(1.5, r.score)
    assert.equal("3 days old", r.symbols[1].evidence[1].says)
    assert.equal("unknown", scorer:score({ price = 1 }):explain():rows()[1].outcome)
    assert.equal(0, scorer:score({ seller_age_days = 9 }).score)
  end)

  for _, title in ipairs { "throw", "nan", "text", "two", "field", "write", "overwrite", "loop",
    "caught",     "memory", "global" } do
    it(("that fail (%s) fail for that listing only"):format(title), function()
      local r = scorer:score { title = title, price = 1 }
      assert.is_false(r.complete)
      assert.equal("review", r.action)
      assert.equal(0.5, r.score)
      assert.truthy(tostring(r:explain()):find("failed", 1, true))
      local after = scorer:score { title = "fine", price = 1 }
      assert.is_true(after.complete)
      assert.equal("pass", after.action)
    end)
  end

  it("cannot change what other rules see, nor go through what they have read", function()
    local pair = ipr.scorer { rules = rules_of [[
      return {
        rule "writes" { when = function(l) l.price = 1; l.price = 2; return false end },
        rule "rewrites" { when = function(l) local x = l.price; l.price = 3; return x == 3 end },
        rule "lists" { when = function(l) for k in pairs(l) do return true end return false end },
        rule "reads" { weight = 2, when = function(l) return l.price == 50 end },
      }]] }
    for _ = 1, 2 do -- the first time, and when the field is known to be read
      local r = pair:score { price = 50 }
      assert.equal(2, r.score)
      for i, outcome in ipairs { "failed", "failed", "failed", "fired" } do
        assert.equal(outcome, r:explain():rows()[i].outcome)
      end
    end
  end)

  it("by the hundred see every field that conditions see, and are told apart", function()
    local fields = {}
    for i, f in ipairs(core.rules.fields()) do fields[i] = ("%q"):format(f.name) end
    local many = ipr.scorer { date = "2019-06-01", rules = rules_of(([[
      local rules = {}
      for i = 1, 300 do
        rules[i] = rule("r" .. i) { when = function(l) return l.quantity == i, "it is " .. i end }
      end
      for _, name in ipairs { %s } do
        rules[#rules + 1] = rule(name .. "_there") { weight = 0, when = L[name]:present() }
        rules[#rules + 1] = rule(name .. "_seen") { weight = 0, when = function(l)
          return l[name] ~= nil
        end }
      end
      return rules ]]):format(table.concat(fields, ", "))) }
    for _, n in ipairs { 1, 30, 31, 299, 300 } do
      for _, listing in ipairs { { quantity = n, price = "2 USD", title = "used Rolex" },
        { quantity = n, seller_age_days = 3, currency = "CNY", gtin = "4006381333931" } } do
        local r = many:score(listing)
        assert.is_true(r.complete)
        assert.equal("r" .. n, r.symbols[1].name)
        assert.equal("it is " .. n, r.symbols[1].evidence[1].says)
        local fired = {}
        for _, row in ipairs(r:explain():rows()) do fired[row.rule] = row.outcome == "fired" end
        for _, f in ipairs(core.rules.fields()) do
          assert.equal(fired[f.name .. "_there"], fired[f.name .. "_seen"], f.name)
        end
      end
    end
  end)

  it("see texts as they are that came before, of any length", function()
    local echo = ipr.scorer { rules = rules_of [[
      return { rule "echo" { when = function(l)
        return true, l.category .. "|" .. l.brand
      end } }]] }
    local texts = {}
    for n = 1, 20 do -- those that share their ends, and those that come once only
      for _, middle in ipairs { "x", "y", "\0" } do
        texts[#texts + 1] = n < 3 and middle:rep(n) or "a" .. middle:rep(n - 2) .. "z"
      end
    end
    for turn = 1, 4 do
      for i, text in ipairs(texts) do
        local once = ("%d of %d"):format(i, turn)
        local r = echo:score { category = text, brand = turn < 3 and once or texts[1] }
        assert.equal(text .. "|" .. (turn < 3 and once or texts[1]), r.symbols[1].evidence[1].says)
      end
    end
  end)

  it("cannot set a field that is false or missing", function()
    local set = ipr.scorer { rules = rules_of [[
      return { rule "sets" { when = function(l)
        local before = l[l.id]
        l[l.id] = l.id == "used" or 5
        return before ~= nil
      end } }]] }
    for _ = 1, 3 do
      assert.is_false(set:score({ id = "used", title = "new" }).complete)
      assert.is_false(set:score({ id = "price", title = "new" }).complete)
    end
  end)

  it("of a script run in its own state, and see the listing by field", function()
    local seen
    local inline = ipr.scorer { rules = { rule "f" { when = function(l)
      seen = l.price
      return true
    end } } }
    assert.equal(1, inline:score({ price = "2.50 USD" }).score)
    assert.equal(2.5, seen)
    local ok, e = pcall(inline.run, inline, "x.csv", { threads = 2 })
    assert.is_false(ok)
    assert.truthy(tostring(e):find("put them into a rule file", 1, true))
  end)

  it("cannot use the scorer that calls them, in a coroutine neither", function()
    local own
    local function score() return own:score { title = "inner" } end
    own = ipr.scorer { rules = {
      rule "plain" { when = function() return score().score > 0 end },
      rule "caught" { when = function() return not pcall(score) end },
      rule "other" { when = function()
        return not coroutine.wrap(pcall)(own.actions, own)
      end },
      rule "reads" { when = function(l) return l.title == "outer" end } } }
    for _ = 1, 3 do
      local r = own:score { title = "outer" }
      assert.is_false(r.complete)
      assert.equal(3, r.score)
      local row = r:explain():rows()[1]
      assert.equal("failed", row.outcome)
      assert.truthy(row.because:find("its own functions cannot use it", 1, true))
    end
  end)

  it("hold nothing of a scorer that is gone", function()
    local set = ipr.rules.parse([[
      local ipr, kept = require "iprcore"
      return { ipr.rule "keeps" { when = function(l)
        local before = kept
        kept = l
        return before ~= nil and before.description ~= nil
      end } }]], { memory = 500000 })
    for i = 1, 100 do
      local r = ipr.scorer({ rules = set }):score { title = "x" }
      assert.is_true(r.complete)
      if i % 5 == 0 then collectgarbage() end
    end
  end)
end)
