--- Rules as data: the constructor `ipr.rule` and the checking of what a rule file returns
-- (or a script gives inline) into the plain table that the core compiles.
-- Runs in the host and inside rule files' own states.
local calls = require "iprcore.calls"
local cond = require "iprcore.cond"
local core = require "iprcore.core"
local names_of = require "iprcore.names_of"
local rule_lists = require "iprcore.rule_lists"

local M = {}

local fail = cond.fail
local Rule = { __metatable = "rule", __newindex = function() fail("rules are read-only") end }
local inside = setmetatable({}, { __mode = "k" })

-- A rule file may look at what it said, not at the trees that are compiled from it.
function Rule:__index(key)
  local value = inside[self][key]
  if type(value) ~= "table" then return value end
end
function Rule:__tostring() return "rule " .. inside[self].name end

local KEYS = { weight = "number", group = "string", description = "string", when = "any",
  unless = "any", suspects = "string", examples = "table", public = "string", force = "string",
  allow = "boolean", shadow = "boolean" }
local SUSPECTS = { counterfeit = true, grey_market = true, other_infringement = true,
  copied_content = true }

local function check_keys(t, known, what)
  for _, k in ipairs(names_of(t)) do
    if not known[k] then
      fail(("%s has no %q%s"):format(what, k, cond.nearest(k, names_of(known))))
    end
    local value = t[k]
    if known[k] ~= "any" and type(value) ~= known[k] then
      fail(("%s: %s is a %s, not a %s"):format(what, k, known[k], type(value)))
    end
  end
end

-- A number as whole thousandths.
local function milli(value, what)
  if type(value) ~= "number" or value ~= value or math.abs(value) > 1e6 then
    fail(("%s is a number of at most a million, not %s"):format(what, tostring(value)))
  end
  local m = math.floor(value * 1000 + 0.5)
  if math.abs(value * 1000 - m) > 1e-6 then
    fail(("%s has more than three decimals: %s"):format(what, tostring(value)))
  end
  return m
end

local function check_when(value, what)
  if value == nil then
    fail(("%s needs a condition or a function"):format(what))
  elseif type(value) ~= "function" then
    return cond.tree_of(value, what)
  end
  return value
end

local function check_examples(t, what)
  check_keys(t, { hits = "table", misses = "table" }, what .. ": examples")
  return t
end

local function make(name, t, composite)
  local what = ("rule %q"):format(name)
  check_keys(t, KEYS, what)
  if t.suspects and not SUSPECTS[t.suspects] then
    fail(("%s: suspects is one of %s, not %q"):format(what, table.concat(names_of(SUSPECTS), ", "),
      t.suspects))
  end
  local source, line = core.rules.where()
  local object = setmetatable({}, Rule)
  inside[object] = {
    name = name,
    weight = t.shadow and 0 or milli(t.weight == nil and 1 or t.weight, what .. ": weight"),
    group = t.group or name, grouped = t.group ~= nil, description = t.description or "",
    public = t.public or "", suspects = t.suspects or "counterfeit", force = t.force or "",
    allow = t.allow or false, when = check_when(t.when, what .. ": when"),
    unless = t.unless ~= nil and check_when(t.unless, what .. ": unless") or nil,
    examples = t.examples and check_examples(t.examples, what) or nil,
    composite = composite or false, path = source, line = line,
  }
  return object
end

--- ipr.rule "name" { weight =, group =, when =, … }: a rule. See DESIGN of the README.
function M.rule(name)
  if type(name) ~= "string" or not name:find("^[%a_][%w_.%-]*$") then
    fail(("a rule's name is letters, digits, _ . -, not %s"):format(
      type(name) == "string" and ("%q"):format(name) or "a " .. type(name)))
  end
  return function(t)
    if type(t) ~= "table" then fail(("rule %q { … } takes a table"):format(name)) end
    return make(name, t)
  end
end

local function is_rule(value)
  return type(value) == "table" and getmetatable(value) == "rule"
end

-- Replaces functions by { op = "call", arg = index }.
local function condition(value, functions)
  if value == nil then return nil end
  if type(value) ~= "function" then return cond.flat(value) end
  functions[#functions + 1] = value
  return { op = "call", arg = #functions - 1, text = "function" }
end

local function add_rules(out, list, what, composite)
  if type(list) ~= "table" then
    fail(("%s is an array of rules, not a %s"):format(what, type(list)))
  end
  local n = 0
  for k, r in pairs(list) do
    if k == "rules" then
      fail(("%s: this is a rule set, { rules = { … }, … }; an array of rules is its .rules")
        :format(what))
    elseif type(k) ~= "number" then
      fail(("%s: rules are written rule %q { … }"):format(what, tostring(k)))
    end
    n = n + 1
    if not is_rule(r) then
      if type(r) == "boolean" or type(r) == "function" then
        fail(("%s: item %d is a %s; rules are written rule \"name\" { … }")
          :format(what, k, type(r)))
      end
      if type(r) ~= "table" then
        fail(("%s: item %d is a %s, not a rule"):format(what, k, type(r)))
      end
    end
  end
  if n ~= #list then fail(("%s: the array has holes"):format(what)) end
  for _, r in ipairs(list) do
    if is_rule(r) then
      local t = inside[r]
      local copy = { when = condition(t.when, out.functions),
        unless = condition(t.unless, out.functions) }
      for k, v in pairs(t) do if copy[k] == nil and k ~= "unless" then copy[k] = v end end
      copy.composite = composite or false
      out.rules[#out.rules + 1] = copy
    else
      add_rules(out, r, what, composite) -- a pack inside the array
    end
  end
end

local function actions_of(t)
  local out = {}
  for _, name in ipairs(names_of(t)) do
    local a, what = t[name], ("action %q"):format(name)
    if type(a) == "number" then a = { at = a } end
    if type(a) ~= "table" then fail(what .. " is a threshold or { at =, groups =, one_of = }") end
    check_keys(a, { at = "number", groups = "number", one_of = "table" }, what)
    if a.at == nil then fail(what .. " needs at = threshold") end
    local groups = a.groups or 0
    if groups < 0 or groups % 1 ~= 0 then fail(what .. ": groups is a whole number") end
    for i, g in ipairs(a.one_of or {}) do
      if type(g) ~= "string" then fail(("%s: one_of[%d] is no name"):format(what, i)) end
    end
    out[#out + 1] = { name = name, at = milli(a.at, what), groups = math.floor(groups),
      one_of = a.one_of or {} }
  end
  table.sort(out, function(a, b) return a.at < b.at or a.at == b.at and a.name < b.name end)
  for i = 2, #out do
    if out[i].at == out[i - 1].at then
      fail(("actions %q and %q have the same threshold, %.14g"):format(out[i - 1].name,
        out[i].name, out[i].at / 1000))
    end
  end
  return out
end

local function groups_of(t)
  local out = {}
  for _, name in ipairs(names_of(t)) do
    local g = t[name]
    if type(g) == "number" then g = { max = g } end
    if type(g) ~= "table" then fail(("group %q is { max = … }"):format(name)) end
    check_keys(g, { max = "number" }, ("group %q"):format(name))
    out[#out + 1] = { name = name, max = g.max and milli(g.max, "group max") }
  end
  return out
end

local function weights_of(t)
  local out = {}
  for _, name in ipairs(names_of(t)) do
    out[#out + 1] = { name = name, weight = milli(t[name], ("weight of %q"):format(name)) }
  end
  return out
end

local TOP = { rules = "table", actions = "table", groups = "table", composites = "table",
  weights = "table", max_score = "number", on_error = "string" }
for noun in pairs(rule_lists.VERBS) do TOP[noun] = "table" end

local function fail_at(rule, message)
  error(setmetatable({ message = message, path = rule.path, line = rule.line }, cond.Slip), 0)
end

-- Caps name groups that some rule is in.
local function check_groups(caps, rules)
  local groups = {}
  for _, r in ipairs(rules) do groups[r.group] = true end
  for _, g in ipairs(caps) do
    if not groups[g.name] then
      fail(("groups: no rule is in the group %q%s"):format(g.name,
        cond.nearest(g.name, names_of(groups))))
    end
  end
end

-- Names are unique, and weights name rules.
local function check_names(set)
  local names = {}
  for _, r in ipairs(set.rules) do
    if names[r.name] then
      fail_at(r, ("rule %q is there twice; the first is on line %d"):format(r.name,
        names[r.name].line))
    end
    names[r.name] = r
  end
  for _, w in ipairs(set.weights) do
    if not names[w.name] then
      fail(("weights: there is no rule %q%s"):format(w.name, cond.nearest(w.name, names_of(names))))
    end
  end
end

--- Checks what a rule file returned, or a table of inline rules, into
-- { rules, functions, caller, actions?, groups, weights, max_score?, on_error?, lists }.
function M.normalise(value)
  if type(value) ~= "table" or is_rule(value) or cond.kind(value) then
    fail("a rule file returns an array of rules, or { rules = { … }, actions = … }; this one "
      .. "returns " .. (is_rule(value) and "one rule" or "a " .. type(value)))
  end
  if value.rules == nil then value = { rules = value } end
  check_keys(value, TOP, "a rule set")
  local out = { rules = {}, functions = {}, groups = groups_of(value.groups or {}),
    weights = weights_of(value.weights or {}), on_error = value.on_error }
  add_rules(out, value.rules, "rules", false)
  add_rules(out, value.composites or {}, "composites", true)
  out.actions = value.actions and actions_of(value.actions)
  check_names(out)
  check_groups(out.groups, out.rules)
  out.max_score = value.max_score and milli(value.max_score, "max_score")
  out.lists = rule_lists.of(value)
  out.caller = calls.of(out.functions)
  return out
end

--- Settings that a scorer lays over a rule set, checked: actions, groups, weights.
function M.settings(options, set)
  local groups = groups_of(options.groups or {})
  check_groups(groups, set.rules)
  return {
    actions = options.actions and actions_of(options.actions),
    groups = groups, weights = weights_of(options.weights or {}),
    max_score = options.max_score and milli(options.max_score, "max_score"),
    on_error = options.on_error,
  }
end

return M
