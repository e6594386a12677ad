--- Conditions as values: what `ipr.field`, `ipr.all`, `ipr.any`, `ipr.none` and `ipr.list`
-- are. A condition is an immutable tree; it is compiled by the scorer and tested in C.
-- Runs in the host and inside rule files' own states. While a rule file loads, every field
-- and condition it builds is remembered with its line, so that one that `and`, `or` or
-- `not` dropped is found.
local core = require "iprcore.core"
local nearest = require "iprcore.nearest"

local M = {}

local find = string.find -- before a rule file's bounded one takes its place

local hidden = setmetatable({}, { __mode = "k" }) -- object -> what is inside it
local Field, Cond, List = {}, {}, {}
local made -- array of { object, path, line, message } while a rule file loads

local DROPPED = "`and`, `or` and `not` drop one side: write & for and, | for or, ~ for not"

local BY_NAME, NAMES = {}, {}
for i, f in ipairs(core.rules.fields()) do
  BY_NAME[f.name] = { index = i - 1, name = f.name, type = f.type }
  NAMES[i] = f.name
end

local function fail(message)
  local source, line = core.rules.where()
  error(setmetatable({ message = message, path = source, line = line }, M.Slip), 0)
end

--- What is raised for a slip in a rule file: { message, path, line }.
M.Slip = {
  __tostring = function(e)
    return ("%s:%s: %s"):format(e.path or "?", e.line or "?", e.message)
  end,
}
M.fail = fail
M.nearest = nearest

-- The parts of a tree that & or | joined one by one, in order: of ((a & b) & c) all three.
local function chain_of(t)
  local back, out, n = {}, {}, 0
  local op = t.op
  while t.joined and t.op == op do
    n = n + 1
    back[n], t = t.parts[2], t.parts[1]
  end
  out[1] = t
  for i = n, 1, -1 do out[#out + 1] = back[i] end
  return out
end

local function put_text(t, out)
  if t.text then
    out[#out + 1] = t.text
  elseif t.op == "none" then
    out[#out + 1] = "~"
    put_text(t.parts[1], out)
  else
    local parts = t.joined and chain_of(t) or t.parts
    local chain, sign = t.joined or t.chain, t.op == "all" and " & " or " | "
    out[#out + 1] = ("("):rep(chain and #parts - 1 or 1)
    for i, part in ipairs(parts) do
      if i > 1 then out[#out + 1] = sign end
      put_text(part, out)
      if i > 1 and chain then out[#out + 1] = ")" end
    end
    if not chain then out[#out + 1] = ")" end
  end
end

--- A condition's tree as it is written.
function M.text(t)
  if t.text then return t.text end
  local out = {}
  put_text(t, out)
  return table.concat(out)
end

--- The tree with each chain of one operator as one branch (chain = true), so that a condition
-- joined in a loop is neither deep nor slow.
function M.flat(t)
  if not t.parts then return t end
  local out = { op = t.op, parts = {}, chain = t.joined }
  for i, part in ipairs(t.joined and chain_of(t) or t.parts) do out.parts[i] = M.flat(part) end
  return out
end

-- An object that a rule file builds; name: what a message calls it, hint: what to do with one
-- that nothing used.
local function new(class, inside, name, hint)
  local object = setmetatable({}, class)
  hidden[object] = inside
  if made then
    local source, line = core.rules.where()
    made[#made + 1] = { object = object, path = source, line = line, name = name, hint = hint }
  end
  return object
end

M.object = new

local function use(object)
  local inside = hidden[object]
  if inside then inside.used = true end
  return inside
end

M.use = use

local function kind(value)
  local mt = type(value) == "table" and getmetatable(value)
  if mt == Field.__metatable then return "field" end
  if mt == Cond.__metatable then return "condition" end
  if mt == List.__metatable then return "list" end
end

-- The tree of a condition; a true-or-false field stands for itself.
local function tree_of(value, what)
  local k = kind(value)
  if k == "condition" then return use(value) end
  if k == "field" then
    local f = use(value)
    if f.type == "bool" and f.part == "value" then
      return { op = "truth", field = f.field, column = f.column, part = "value", text = f.text }
    end
    fail(("%s takes a condition, and %s is a %s; say what about it, e.g. %s%s")
      :format(what, f.text, f.type, f.text,
        f.type == "text" and ':contains("x") or :present()' or ":below(5) or :present()"))
  end
  if type(value) == "boolean" then
    fail(("%s takes a condition, not %s; `and`, `or`, `not` and == make such values: write "
      .. "& for and, | for or, ~ for not, :is(x) for =="):format(what, tostring(value)))
  end
  fail(("%s takes a condition, not a %s"):format(what, type(value)))
end
M.tree_of = tree_of
M.kind = kind

local function negate(value)
  return new(Cond, { op = "none", parts = { tree_of(value, "~") } }, "condition")
end

local function both(op, sign)
  return function(a, b)
    return new(Cond, { op = op, joined = true, parts = { tree_of(a, sign), tree_of(b, sign) } },
      "condition")
  end
end

local function refuse(sign, say)
  return function(a, b)
    local f = hidden[kind(a) and a or b] or {}
    fail(("%s cannot be used on %s; %s"):format(sign, f.op and M.text(f) or f.text or "a condition",
      say:gsub("FIELD", f.name and f.text or "L.price")))
  end
end

for _, class in ipairs { Field, Cond, List } do
  class.__band, class.__bor, class.__bnot = both("all", "&"), both("any", "|"), negate
  class.__lt = refuse("<", "write FIELD:below(x) or FIELD:above(x)")
  class.__le = refuse("<=", "write FIELD:at_most(x) or FIELD:at_least(x)")
  class.__eq = refuse("==", "write FIELD:is(x)")
  class.__concat = refuse("..", "write FIELD:contains(x) to look into a text")
  class.__newindex = function() fail("fields and conditions are read-only") end
  class.__len = refuse("#", "write FIELD.length or FIELD:count(list)")
  for _, op in ipairs { "add", "sub", "mul", "div", "mod", "pow", "unm", "idiv" } do
    class["__" .. op] = refuse("arithmetic",
      "write a function rule: when = function(l) … end, where l's fields are numbers")
  end
end

local verbs = require "iprcore.verbs" {
  use = use, kind = kind, fail = fail,
  field = function(inside) return new(Field, inside, "field") end,
  condition = function(inside) return new(Cond, inside, "condition") end,
}

local VERBS = {}
for name in pairs(verbs) do VERBS[#VERBS + 1] = name end
table.sort(VERBS)
M.VERBS, M.BOOLS = verbs, {} -- names, as sets
for name, f in pairs(BY_NAME) do M.BOOLS[name] = f.type == "bool" or nil end

local VIEWS = { raw = "text", leet = "text", skeleton = "text", joined = "text",
  words = "number", length = "number" }

function Field:__index(key)
  if verbs[key] then return verbs[key] end
  local f = hidden[self]
  if VIEWS[key] then
    use(self)
    if f.type ~= "text" or f.part ~= "value" then
      fail((".%s is a view of text; %s is a %s"):format(key, f.text, f.type))
    end
    return new(Field, { field = f.field, column = f.column, part = key, name = f.name,
      type = VIEWS[key], text = f.text .. "." .. key }, "field")
  end
  fail(("%s has no verb %q%s"):format(f.text, tostring(key), nearest(key, VERBS)))
end

local function show(self) return M.text(hidden[self]) end
Field.__tostring, Cond.__tostring, List.__tostring = show, show, show
Field.__metatable, Cond.__metatable, List.__metatable = "field", "condition", "list"

local conditions = {}
function Cond.__index(_, key)
  if conditions[key] then return conditions[key] end
  fail(("a condition has no %q; it has :test(listing), and & | ~ join it"):format(tostring(key)))
end

--- cond:test(listing [, lists]): true, false or nil (unknown), and the strength in 0…1.
function conditions.test(self, listing, lists)
  return M.test(use(self), listing, lists)
end

--- ipr.list { "a", "b" }: terms for has, count, is_any, near. A term that is there twice is
-- taken once. values: numbers by term, for most.
function M.list(terms, values)
  local out, numbers, seen, n = {}, {}, {}, 0
  if type(terms) ~= "table" then fail("list takes an array of texts, not a " .. type(terms)) end
  for i, t in ipairs(terms) do
    if type(t) ~= "string" then fail(("list: item %d is no text"):format(i)) end
    if not seen[t] and find(t, "%S") then
      n = n + 1
      seen[t], out[n], numbers[n] = true, t, values and values[i]
    end
  end
  if n == 0 then fail("the list is empty") end
  return new(List, { terms = out, values = values and numbers,
    text = ("of %d terms"):format(n) }, "list", "give it to a verb, e.g. L.title:has(list)")
end

local function combine(op, sign)
  return function(parts)
    if type(parts) ~= "table" or kind(parts) then
      fail(("ipr.%s takes an array: ipr.%s { a, b }"):format(sign, sign))
    end
    local n = 0
    for _ in pairs(parts) do n = n + 1 end
    if n ~= #parts then fail(("ipr.%s: the array has holes or names"):format(sign)) end
    local trees = {}
    for i, value in ipairs(parts) do trees[i] = tree_of(value, "ipr." .. sign) end
    return new(Cond, { op = op, parts = trees }, "condition")
  end
end

M.all, M.any = combine("all", "all"), combine("any", "any")
function M.none(parts) return negate(M.any(parts)) end

-- L.column "Colour", L.fired "rule", L.group "price"
local function column(name)
  if type(name) ~= "string" or name == "" then fail('L.column takes a name: L.column "Colour"') end
  return new(Field, { column = name, part = "value", name = name, type = "text",
    text = ("L.column %q"):format(name) }, "field")
end

local function said(op)
  return function(name)
    if type(name) ~= "string" then fail(("L.%s takes a name"):format(op)) end
    return new(Cond, { op = op, name = name, text = ("L.%s %q"):format(op, name) }, "condition")
  end
end

local special = { column = column, fired = said "fired", group = said "group" }

--- ipr.field: L.price, L.title, …; L.column "Colour"; in composites L.fired "rule",
-- L.group "price".
M.field = setmetatable({}, {
  __index = function(_, name)
    if special[name] then return special[name] end
    local f = BY_NAME[name]
    if not f then
      fail(("there is no field %q%s"):format(tostring(name), nearest(name, NAMES)))
    end
    return new(Field, { field = f.index, part = "value", name = name, type = f.type,
      text = "L." .. name }, "field")
  end,
  __newindex = function() fail("fields are read-only") end,
  __metatable = "fields",
})

--- Starts remembering what is built; M.unused() ends it and gives the first object that
-- nothing used, or nil.
function M.watch() made = {} end

function M.unused()
  local list = made or {}
  made = nil
  for _, m in ipairs(list) do
    local inside = hidden[m.object]
    if not inside.used then
      m.message = ("the %s %s is built here and never used; %s"):format(m.name, M.text(inside),
        m.hint or DROPPED)
      return m
    end
  end
end

return M
