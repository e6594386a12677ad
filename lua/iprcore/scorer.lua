--- The scorer: rules and lists put together, listings in, verdicts out.
local check_options = require "iprcore.check_options"
local cond = require "iprcore.cond"
local core = require "iprcore.core"
local errors = require "iprcore.errors"
local input = require "iprcore.input"
local json = require "iprcore.json"
local nearest = require "iprcore.nearest"
local rule_lists = require "iprcore.rule_lists"
local ruleset = require "iprcore.ruleset"
local scorer_check = require "iprcore.scorer_check"

local M = {}

-- option -> what it must be; lists are objects of their nouns with a table `lists`
local OPTIONS = {
  rules = "table", actions = "table", groups = "table", weights = "table", max_score = "number",
  on_error = "string", columns = "table", exceptions = "table", currency = "string",
  date = "string", threads = "number", input = "string", strict = "boolean",
  delimiter = "delimiter",
}
-- option -> what makes such an object, and the names of its lists in the core
local LISTS = {
  brands = { "ipr.brands.load", "brands" }, prices = { "ipr.prices.load", "prices" },
  typical = { "ipr.prices.load", "typical" }, sellers = { "ipr.sellers.load", "sellers" },
  terms = { "ipr.terms.load", "terms" }, removed = { "ipr.removed.load", "removed" },
  images = { "ipr.images.load", "known_fakes", "brand_pictures" },
  context = { "context:list", "context" },
}
for name in pairs(LISTS) do OPTIONS[name] = "table" end

local EACH = { input = "string", delimiter = "delimiter", strict = "boolean" }
-- watch: functions that do not end may be stopped by a signal
local RUN = { input = "string", delimiter = "delimiter", strict = "boolean", format = "string",
  threads = "number", with = "table", stamp = "string", header = "boolean", max_errors = "number",
  block = "number", fd = "number", watch = "boolean" }

local MAX_THREADS
for _, limit in ipairs(core.limits()) do
  if limit.name == "IPR_THREADS_MAX" then MAX_THREADS = limit.value end
end

local function names_of(t)
  local out = {}
  for name in pairs(t) do out[#out + 1] = name end
  table.sort(out)
  return out
end

--- The userdata of all list objects in options, by their name in the core.
function M._lists(options)
  local out = {}
  for name, from in pairs(LISTS) do
    local object = options[name]
    for i = 2, object and #from or 0 do
      local list = type(object.lists) == "table" and object.lists[from[i]]
      if not list then
        errors.misuse(("%s: not what %s gives, or closed"):format(name, from[1]))
      end
      object.shared = true -- what is closed now is freed later
      out[from[i]] = list
    end
  end
  return out
end

-- Runs f; a slip of the rule language becomes an error object.
local function slips(f, ...)
  local ok, value = pcall(f, ...)
  if ok then return value end
  if type(value) == "table" and getmetatable(value) == cond.Slip then
    errors.raise("bad_rule", value.message, value)
  end
  error(value, 0)
end

local Scorer = {}
Scorer.__index = Scorer
Scorer.__name = "iprcore.scorer"

local RAW = {} -- fields that need no list, by number
for i, f in ipairs(core.rules.fields()) do
  if f.needs == f.name or f.cost <= 2 then RAW[i - 1] = true end
end

-- Whether the tree t asks for something that is worked out with lists.
local function asks_lists(t)
  if t.field and not t.column and not RAW[t.field] then return true end
  for _, part in ipairs(t.parts or {}) do
    if asks_lists(part) then return true end
  end
  return t.op == "call"
end

local function needs_lists(set)
  for _, r in ipairs(set.rules) do
    if asks_lists(r.when) or r.unless and asks_lists(r.unless) then return true end
  end
  return false
end

-- The options with the lists that the rule set brings along, and the default ones where rules
-- need any: shipped brands, vocabulary and usual prices. The caller's own go before both.
local function with_lists(options, set, own)
  local ipr = require "iprcore"
  local out = {}
  for k, v in pairs(own) do out[k] = v end
  for k, v in pairs(options) do out[k] = v end
  if not needs_lists(set) then return out end
  if not out.brands then out.brands = ipr.brands.load() end
  if not out.terms then out.terms = ipr.terms.standard() end
  if not out.typical then out.typical = ipr.prices.typical() end
  return out
end

--- ipr.scorer { rules =, brands =, prices =, sellers =, actions =, … }: see library/scorer.lua.
function M.new(options)
  errors.expect("ipr.scorer", options, "table", "options: ipr.scorer { rules = … }")
  check_options("ipr.scorer", options, OPTIONS)
  scorer_check.options(options)
  local rules = require "iprcore.rules"
  local given = options.rules or rules.standard()
  local from_file = rules.is(given)
  local set = from_file and given.set or slips(ruleset.normalise, given)
  options = with_lists(options, set, from_file and given.lists or slips(rule_lists.load, set.lists))
  local wanted, functions = {}, #set.functions > 0
  local settings = slips(ruleset.settings, options, set)
  if not set.actions and not settings.actions then
    settings.actions = slips(ruleset.settings, { actions = M.ACTIONS }, set).actions
  end
  local handle = core.scorer.new {
    set = from_file and given.state or set, path = from_file and given.path or nil,
    settings = settings, lists = M._lists(options), columns = options.columns, wanted = wanted,
    exceptions = options.exceptions, currency = options.currency, date = options.date,
  }
  return setmetatable({
    handle = handle, options = options, inline_functions = functions and not from_file,
    job = from_file and given.job or set, set = set,
    known = {}, counts = { rows = 0, errors = 0, actions = {}, symbols = {} },
  }, Scorer)
end

--- The actions where neither rules nor options name any.
M.ACTIONS = { review = 3, remove = { at = 7, groups = 2 } }

local Result = {}
Result.__index = Result
Result.__name = "iprcore.result"

-- JSON's start, end (0-based, half-open) to first, last (1-based, inclusive).
local function to_lua_spans(symbols)
  for _, s in ipairs(symbols or {}) do
    for _, e in ipairs(s.evidence) do
      if e.start then
        e.first, e.last = e.start + 1, e["end"]
        e.start, e["end"] = nil, nil
      end
    end
  end
end

local function result_of(scorer, listing, text)
  local result = json.decode(text)
  to_lua_spans(result.symbols)
  to_lua_spans(result.also)
  result.scorer, result.listing = scorer, listing
  return setmetatable(result, Result)
end

local function count(counts, result)
  counts.rows = counts.rows + 1
  if result.error then
    counts.errors = counts.errors + 1
    return
  end
  counts.actions[result.action] = (counts.actions[result.action] or 0) + 1
  for _, s in ipairs(result.symbols) do
    counts.symbols[s.name] = (counts.symbols[s.name] or 0) + 1
  end
end

local COLUMNS = {} -- the canonical columns' names
for _, f in ipairs(core.rules.fields()) do
  if f.needs == f.name then COLUMNS[#COLUMNS + 1] = f.name end
end

--- "; did you mean price?" for a name that is no column of a listing; "" if none is near. listing:
-- columns that it has are not meant.
function M._near(name, listing)
  local names = {}
  for _, column in ipairs(COLUMNS) do
    if listing[column] == nil then names[#names + 1] = column end
  end
  return nearest(name, names)
end

local VALUES = { string = true, number = true, boolean = true }

--- Raises usage where a listing holds what is no text, number or boolean, or has a column that
-- nothing reads and whose name is near one that it lacks. Other columns are passed over, as a
-- feed's are. known: names looked at before.
function M._check_listing(who, handle, listing, known)
  errors.expect(who, listing, "table", ("a listing: %s { title = … }"):format(who))
  for name, value in pairs(listing) do
    if type(name) ~= "string" then
      errors.misuse(("%s: a listing's keys are texts, not a %s"):format(who, type(name)))
    elseif not VALUES[type(value)] then
      errors.misuse(("%s: %s is a %s; a listing holds texts, numbers and booleans"):format(who,
        name, type(value)))
    elseif not known[name] then
      local near = handle:reads(name) and "" or M._near(name, listing)
      if near ~= "" then errors.misuse(("%s: no column %q%s"):format(who, name, near)) end
      known[name] = true
    end
  end
end

--- scorer:score { title = …, price = … }: the verdict on one listing.
function Scorer:score(listing)
  M._check_listing("scorer:score", self.handle, listing, self.known)
  local result = result_of(self, listing, self.handle:score(listing))
  count(self.counts, result)
  return result
end

local View = {}
local inside = setmetatable({}, { __mode = "k" })

local NUMBERS = {}
for _, f in ipairs(core.rules.fields()) do
  if f.type == "number" then NUMBERS[f.name] = true end
end

local function value_of(columns, key)
  local value = columns[key]
  if value and NUMBERS[key] then return tonumber(value) end
  return value
end

function View:__index(key)
  local self_inside = inside[self]
  if key == "copy" then
    return function()
      local out = {}
      for k in pairs(self_inside.columns) do out[k] = value_of(self_inside.columns, k) end
      return out
    end
  end
  if not self_inside.alive then
    errors.raise("closed", "this listing is gone: the loop went on; call listing:copy() "
      .. "while it is there")
  end
  return value_of(self_inside.columns, key)
end

function View.__newindex()
  errors.raise("usage", "a listing is read-only")
end

View.__name, View.__metatable = "iprcore.listing", "iprcore.listing"

--- for listing, result in scorer:each(path [, { input =, strict = }]) do … end
function Scorer:each(path, options)
  options = check_options("scorer:each", options, EACH)
  local feed = self.handle:open(path, {
    input = input.form(path, options.input or self.options.input),
    delimiter = options.delimiter or self.options.delimiter,
    strict = options.strict or self.options.strict,
  })
  local view
  return function()
    if view then inside[view].alive = false end
    local columns, text, line, style = feed:next()
    if not columns then
      feed:close()
      return nil
    end
    view = setmetatable({}, View)
    inside[view] = { columns = columns, alive = true }
    local result = result_of(self, columns, text)
    result.line, result.style = line, style
    count(self.counts, result)
    return view, result
  end
end

--- scorer:run(path, options): scores a whole file to stdout in C; returns counts. Options:
-- format, input, threads, with, stamp, header, strict, max_errors, block; watch: functions that do
-- not end may be stopped by a signal (SIGURG), so that their instructions need not be counted.
function Scorer:run(path, options)
  options = check_options("scorer:run", options, RUN)
  scorer_check.run(options)
  local threads = options.threads or self.options.threads or 1
  if math.tointeger(threads) == nil or threads < 1 or threads > MAX_THREADS then
    errors.misuse(("threads is a whole number from 1 to %d (IPR_THREADS_MAX), not %s"):format(
      MAX_THREADS, threads))
  end
  if threads > 1 and self.inline_functions then
    errors.raise("usage", "inline function rules run in the script's own state, on one thread; "
      .. "put them into a rule file (ipr.rules.load) for threads = " .. threads)
  end
  io.stdout:flush()
  return self.handle:run(path, {
    format = options.format, input = input.form(path, options.input or self.options.input),
    delimiter = options.delimiter or self.options.delimiter, threads = threads,
    with = options.with, stamp = options.stamp, header = options.header, strict = options.strict,
    max_errors = options.max_errors, block = options.block, fd = options.fd, job = self.job,
    watch = options.watch,
  })
end

--- scorer:summary(): what was scored so far, for people.
function Scorer:summary()
  local c = self.counts
  local out = { ("%d listings, %d could not be read"):format(c.rows, c.errors) }
  for _, a in ipairs { "pass", table.unpack(self:actions()) } do
    out[#out + 1] = ("  %-10s %d"):format(a, c.actions[a] or 0)
  end
  local names = names_of(c.symbols)
  table.sort(names, function(a, b)
    return c.symbols[a] > c.symbols[b] or c.symbols[a] == c.symbols[b] and a < b
  end)
  if #names > 0 then out[#out + 1] = "rules that fired" end
  for _, name in ipairs(names) do
    out[#out + 1] = ("  %-28s %d"):format(name, c.symbols[name])
  end
  return table.concat(out, "\n")
end

--- The names of the actions, lowest threshold first ("pass" is below all).
function Scorer:actions()
  local out = {}
  for i, a in ipairs(self.handle:actions()) do out[i] = a.name end
  return out
end

local Explanation = {}
Explanation.__index = Explanation
Explanation.__name = "iprcore.explanation"

--- explanation:rows(): every rule with outcome, because, evidence …, then why this action.
function Explanation:rows() return self.list end

local function quoted(e)
  local where = e.first and (" %s[%d-%d] %q"):format(e.field, e.first, e.last, e.text)
    or e.field and " " .. e.field or ""
  return ("      %s%s%s"):format(e.says ~= "" and e.says or "seen", where ~= "" and ":" or "",
    where)
end

local function decision_lines(d, out)
  out[#out + 1] = ("score %s, action %s"):format(json.encode(d.score), d.action)
  for _, g in ipairs(d.capped) do
    out[#out + 1] = ("  group %s is capped at %s (its rules say %s)")
      :format(g.group, json.encode(g.max), json.encode(g.sum))
  end
  if d.held then
    out[#out + 1] = ("  %s is not proposed: its threshold is reached, but too few groups agree")
      :format(d.held)
  end
  if d.forced_by then out[#out + 1] = ("  forced by %s"):format(d.forced_by) end
  if d.allowed_by then out[#out + 1] = ("  allowed by %s"):format(d.allowed_by) end
  if d.by_error then
    out[#out + 1] = "  a rule failed, or a text was not read to its end: a person should look"
  end
end

function Explanation:__tostring()
  local out = {}
  if self.error then
    return ("not scored: %s [%s]"):format(self.error.message, self.error.code)
  end
  decision_lines(self.decision, out)
  for _, r in ipairs(self.list) do
    local head = r.outcome == "fired" and ("%s (%s)"):format(r.rule, json.encode(r.score)) or r.rule
    out[#out + 1] = ("  %-9s %s%s"):format(r.outcome, head,
      r.because ~= "" and ": " .. r.because or "")
    for _, e in ipairs(r.evidence) do out[#out + 1] = quoted(e) end
  end
  return table.concat(out, "\n")
end

--- result:explain(): why, rule by rule; prints itself, and has rows().
function Result:explain()
  if self.error then return setmetatable({ error = self.error, list = {} }, Explanation) end
  local rows, decision = self.scorer.handle:explain(self.listing, self.style)
  return setmetatable({ list = rows, decision = decision }, Explanation)
end

return setmetatable(M, { __call = function(_, options) return M.new(options) end })
