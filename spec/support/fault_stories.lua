-- The module's verbs for csrc/host/faults.c: each row prepares what its verb needs and returns
-- the verb, which answers with a text that is the same each time.
local ipr = require "iprcore"

local function file(text, suffix)
  local base = os.tmpname()
  os.remove(base)
  local f = assert(io.open(base .. suffix, "wb"))
  f:write(text)
  f:close()
  return base .. suffix
end

local FEED = file("id,title,brand,price,seller_id,image_hash,condition\n"
  .. "1,Gucci 1:1 replica bag,Gucci,US $80,s1,ffff0000ffff0000,new\n"
  .. '2,"bag ""blue""",,12.00 USD,s2,,used\n3,"open quote,x\n', ".csv")
local JSONL = file('{"id":1,"title":"Guccci b\\u00e4g","price":"80 USD"}\n{"id":2}\nnot json\n',
  ".jsonl")
local BRANDS = file("brand\taliases\tzh\nGucci\tGG\t\xE5\x8F\xA4\xE9\xA9\xB0\n", ".tsv")
local TERMS = file("term\tlanguage\tkind\tstrength\nreplica\ten\tdeclares_copy\t0.9\n", ".tsv")
local PRICES = file("brand\tcategory\tcondition\tcurrency\tn\tmedian\tmad_log\n"
  .. "Gucci\t\t\tUSD\t20\t900\t0.2\n", ".tsv")
local CATALOGUE = file("brand,product_type,price\nGucci,bags,$900\nGucci,bags,$950\n", ".csv")
local SELLERS = file("seller_id\tbrand\tlist\tuntil\treason\tby\ns1\t*\twatch\t\tasked\tme\n",
  ".tsv")
local IMAGES = file("hash\tkind\tbrand\nffff0000ffff0000\tknown_fake\t\n", ".tsv")
local REMOVED = file("id,title,description\nr1,Gucci 1:1 replica bag,of leather with a zip\n",
  ".csv")
local EVENTS = file("time,event,id,parent,party,source\n"
  .. "2019-01-02,request_received,r1,,p1,article_16\n2019-01-02,request_accepted,r1,,,\n"
  .. "2018-05-02,lead_referred,l1,,,\n2019-05-02,arrest,a1,l1,,\nbad,row,,,,\n", ".csv")
local RULES = file([[
local ipr = require "iprcore"
local rule, L = ipr.rule, ipr.field
return {
  rule "copy" { weight = 4, group = "wording", when = L.title:has { "replica", "1:1" } },
  rule "dear" { weight = 2, when = L.price:ramp(100, 50) & ~L.used, unless = L.authorised },
  rule "fn" { weight = 1, when = function(l)
    return l.title ~= nil and #l.title > 3, ("%s words"):format(l.title)
  end },
}]], ".lua")
local TEXT = "In 2019 we handed over 1,045 leads, which led to 4,125 arrests, up 12% from 2018. "
  .. "Leads rose significantly."

local ALL = { FEED, JSONL, BRANDS, TERMS, PRICES, CATALOGUE, SELLERS, IMAGES, REMOVED, EVENTS,
  RULES }
setmetatable(ALL, { __gc = function() for _, path in ipairs(ALL) do os.remove(path) end end })

-- A listing's lists, without the shipped ones, which are long.
local function lexicon()
  local core = require("iprcore.core").brand
  local lex = core.new()
  lex:words "bag\nblue\n"
  lex:read(require("iprcore.input").text(BRANDS), BRANDS)
  lex:seal()
  return { core = lex, lists = { brands = lex } }
end

local function scorer(rules)
  return ipr.scorer { rules = rules or ipr.rules.load(RULES), brands = lexicon(),
    terms = ipr.terms.load(TERMS), prices = ipr.prices.load(PRICES),
    typical = ipr.prices.load(PRICES), sellers = ipr.sellers.load(SELLERS),
    images = ipr.images.load(IMAGES), removed = ipr.removed.load(REMOVED),
    date = "2026-01-01", actions = { review = 1 } }
end

local LISTING = { id = "1", title = "Gucci 1:1 replica bag", price = "US $80", seller_id = "s1" }

local function counts(c) return ("%d %d %d"):format(c.rows, c.errors, c.incomplete) end

local function tally()
  local t = ipr.tally {}
  t:read(EVENTS)
  return t
end

local function report() return ipr.report.annual(tally(), { year = 2019 }) end

local function each(path)
  local s, out = scorer(), {}
  return function()
    for i = #out, 1, -1 do out[i] = nil end
    for _, r in s:each(path) do out[#out + 1] = r.action or r.error.code end
    return table.concat(out, " ")
  end
end

local function run(path, threads)
  local s = scorer()
  return function()
    local c = s:run(path, { fd = 9, threads = threads, format = "jsonl" })
    if c.incomplete > 0 then return nil, "incomplete", "out_of_memory" end
    return counts(c)
  end
end

local stories = {
  { "money, gtin", function()
    return function()
      local gtin = ipr.gtin.check "4006381333931"
      return ipr.money.parse("US $84.99/ea", { currency = "USD" }).currency .. tostring(gtin.key)
    end
  end },
  { "json", function()
    local text = '{"a":[1,2.5,"x\\u00e9",null,true],"b":{"c":"d"}}'
    return function() return ipr.json.encode(ipr.json.decode(text).a) end
  end },
  { "metrics.parse", function()
    return function()
      local list, message, code = ipr.metrics.parse(TEXT)
      return list and tostring(#list), message, code
    end
  end },
  { "brands", function()
    return function()
      local lex = lexicon()
      local named, hits = lex.core:find("Guccci, not \xE5\x8F\xA4\xE9\xA9\xB0", "for iPhone", "GG")
      return tostring(named) .. #hits .. lex.core:brand("GG").name
    end
  end },
  { "brands of a file", function()
    local lex = lexicon()
    return function()
      local reader, out = lex.core:open(JSONL, "jsonl"), {}
      for text in function() return (reader:next(JSONL)) end do out[#out + 1] = text end
      reader:close()
      return table.concat(out)
    end
  end },
  { "context", function()
    local lex = lexicon()
    return function()
      local c = ipr.context.new()
      c:add(FEED, { brands = setmetatable(lex, { __index = { find = function(_, l)
        local named, hits = lex.core:find(l.title)
        return named and hits[1]
      end } }) })
      return tostring(c:count())
    end
  end },
  { "metrics.pack", function()
    local compile = require("iprcore.lang.pack").compile
    return function()
      local _, rows = compile { { name = "own", keys = {
        { key = "leads", units = { "count" }, heads = { "lead" } } },
        nouns = { lead = { "lead", "leads" } } } }
      return tostring(#rows)
    end
  end },
  { "lists", function()
    return function()
      return ("%d %d %d %d"):format(ipr.terms.load(TERMS):count(),
        ipr.sellers.load(SELLERS):count(), ipr.images.load(IMAGES):count(),
        ipr.removed.load(REMOVED):count())
    end
  end },
  { "terms:find", function()
    local terms = ipr.terms.load(TERMS)
    return function() return tostring(#terms:find "a repl1ca replica") end
  end },
  { "removed:look", function()
    local removed = ipr.removed.load(REMOVED)
    return function() return removed:look(LISTING).id end
  end },
  { "prices.from", function()
    return function()
      local out = ""
      for row in ipr.prices.from(CATALOGUE, { currency = "USD" }):rows() do
        out = out .. row.median
      end
      return out
    end
  end },
  { "rules.load", function()
    return function() return tostring(#ipr.rules.load(RULES).set.rules) end
  end },
  { "scorer", function()
    local rules = ipr.rules.load(RULES)
    return function() return table.concat(scorer(rules):actions(), " ") end
  end },
  { "scorer:score", function()
    local s = scorer()
    return function()
      local r = s:score(LISTING)
      if not r.complete then return nil, "incomplete", "out_of_memory" end
      return ipr.json.encode(r.score) .. r.action
    end
  end },
  { "explain", function()
    local s = scorer()
    return function()
      local r = s:score(LISTING)
      if not r.complete then return nil, "incomplete", "out_of_memory" end
      return tostring(r:explain())
    end
  end },
  { "scorer:each csv", function() return each(FEED) end },
  { "scorer:each jsonl", function() return each(JSONL) end },
  { "scorer:run", function() return run(FEED, 1) end },
  { "scorer:run, two threads", function() return run(FEED, 2) end },
  { "tally:read", function()
    return function() return tostring(tally():rows()) end
  end },
  { "tally:lines", function()
    local t = tally()
    return function() return tostring(#t:lines { period = "year" }) end
  end },
  { "pack, unpack, merge", function()
    local t = tally()
    return function()
      local back, message, code = ipr.tally.unpack(t:pack())
      if not back then return nil, message, code end
      back:merge(t)
      return tostring(back:rows())
    end
  end },
  { "audit", function()
    local t = tally()
    return function() return tostring(ipr.audit(TEXT, { tally = t })) end
  end },
}
for _, form in ipairs { "html", "md", "text", "csv", "json" } do
  stories[#stories + 1] = { "report " .. form, function()
    local r = report()
    return function() return (r:render(form)) end
  end }
end
for i, s in ipairs(stories) do stories[i] = { name = s[1], make = s[2] } end
stories.files = ALL -- kept while the stories are
return stories
