--- The verbs of fields: what `L.price:below(5)`, `L.title:has(list)` and their like build.
-- Part of cond.lua, which says what it stands on: { use, kind, fail, field, condition }.
local core = require "iprcore.core"

local use, kind, fail, new_field, new_cond

local function number(value, verb)
  if type(value) ~= "number" or value ~= value then
    fail((":%s takes a number, not %s"):format(verb,
      value ~= value and "NaN" or type(value)))
  end
  return value + 0.0
end

local function shown(value)
  if type(value) == "string" then return ("%q"):format(value) end
  return (("%.14g"):format(value):gsub("[^%w%+%-]+", ".")) -- a host's locale may write a comma
end

-- A leaf on field f; arguments as text for printing.
local function leaf(f, op, more, arguments)
  local t = { op = op, field = f.field, column = f.column, part = f.part, of = f.of,
    list = f.list, per = f.per, text = ("%s:%s(%s)"):format(f.text, op, arguments or "") }
  for k, v in pairs(more or {}) do t[k] = v end
  return new_cond(t)
end

local function is_numeric(f)
  return f.type == "number" or f.type == "money" or f.type == "bool"
end

local function need(f, verb, ok, what)
  if not ok then
    fail((":%s is for %s; %s is a %s"):format(verb, what, f.text, f.type))
  end
end

local verbs = {}

function verbs.present(self) return leaf(use(self), "present") end
function verbs.missing(self) return leaf(use(self), "missing") end

-- 5, or "5 USD" where the field is money: number, currency
local function amount(f, value, verb)
  if type(value) == "string" and f.type == "money" then
    local n, currency = value:match("^%s*(%d+%.?%d*)%s+(%u%u%u)%s*$")
    if n then return tonumber(n) + 0.0, currency end
    fail((':%s takes a number or a text like "50 USD", not %q'):format(verb, value))
  end
  return number(value, verb)
end

for _, verb in ipairs { "below", "at_most", "at_least", "above" } do
  verbs[verb] = function(self, value)
    local f = use(self)
    need(f, verb, is_numeric(f), "numbers")
    local a, currency = amount(f, value, verb)
    return leaf(f, verb, { a = a, texts = currency and { currency } }, shown(value))
  end
end

for _, verb in ipairs { "between", "ramp" } do
  verbs[verb] = function(self, from, to)
    local f = use(self)
    need(f, verb, is_numeric(f), "numbers")
    local a, b = number(from, verb), number(to, verb)
    if verb == "between" and a > b then fail(":between takes the smaller number first") end
    if a == b and verb == "ramp" then fail(":ramp takes two different numbers") end
    return leaf(f, verb, { a = a, b = b }, shown(from) .. ", " .. shown(to))
  end
end

-- An array of texts out of a text, an array or a list.
local function texts(value, verb)
  if kind(value) == "list" then return use(value).terms end
  if type(value) == "string" then value = { value } end
  if type(value) ~= "table" or kind(value) then
    fail((":%s takes a text or a list of texts, not a %s"):format(verb, kind(value) or type(value)))
  end
  local out = {}
  for i, t in ipairs(value) do
    if type(t) ~= "string" then fail((":%s: item %d is no text"):format(verb, i)) end
    out[i] = t
  end
  if #out == 0 then fail((":%s takes at least one text"):format(verb)) end
  return out
end

local function brief(list)
  local out = {}
  for i = 1, math.min(3, #list) do out[i] = ("%q"):format(list[i]) end
  return table.concat(out, ", ") .. (#list > 3 and ", …" or "")
end

function verbs.is(self, value)
  local f = use(self)
  if is_numeric(f) then
    local a, currency = amount(f, value, "is")
    return leaf(f, "equals", { a = a, texts = currency and { currency },
      text = ("%s:is(%s)"):format(f.text, shown(value)) })
  end
  need(f, "is", f.type == "text" or f.type == "hash", "text and numbers")
  if type(value) ~= "string" then fail(":is takes a text here, not a " .. type(value)) end
  return leaf(f, "is", { texts = { value } }, shown(value))
end

for _, verb in ipairs { "is_any", "contains", "starts", "ends" } do
  verbs[verb] = function(self, value)
    local f = use(self)
    need(f, verb, f.type == "text" or f.type == "hash", "text")
    if kind(value) == "list" then
      local list = use(value)
      return leaf(f, verb, { list = list }, brief(list.terms))
    end
    local t = texts(value, verb)
    return leaf(f, verb, { texts = t }, brief(t))
  end
end

-- The list as one object, so that the scorer compiles it once.
local function as_list(value, verb)
  if kind(value) == "list" then return use(value) end
  return { terms = texts(value, verb) }
end

function verbs.has(self, value)
  local f = use(self)
  need(f, "has", f.type == "text" or f.type == "set", "text and sets")
  if kind(value) == "field" then
    local other = use(value)
    need(f, "has", f.type == "text" and other.type == "text" and other.part == "value",
      "a list, or another field that is text")
    return leaf(f, "names", { arg = other.field, other_column = other.column,
      text = ("%s:has(%s)"):format(f.text, other.text) })
  end
  local list = as_list(value, "has")
  if f.type == "set" then return leaf(f, "has", { texts = list.terms }, brief(list.terms)) end
  return leaf(f, "has", { list = list }, brief(list.terms))
end

function verbs.reveals(self, value)
  local f = use(self)
  if f.part ~= "leet" and f.part ~= "skeleton" and f.part ~= "joined" then
    fail((":reveals is for views of a text: %s.skeleton, .leet, .joined"):format(f.text))
  end
  local list = as_list(value, "reveals")
  return leaf(f, "reveals", { list = list }, brief(list.terms))
end

function verbs.has_char(self, class)
  local f = use(self)
  need(f, "has_char", f.type == "text", "text")
  if type(class) ~= "string" or not utf8.len(class) or class == "" then
    fail(':has_char takes characters in UTF-8, like "A-Za-z"')
  end
  return leaf(f, "has_char", { texts = { class } }, shown(class))
end

-- A number worked out with a list: how many of its terms, or the largest value among them.
local function with_list(f, part, list)
  return new_field {
    field = f.field, column = f.column, part = part, of = f.part, list = list, name = f.name,
    type = "number",
    text = ("%s:%s(%s)"):format(f.text, part, list and brief(list.terms) or ""),
  }
end

function verbs.count(self, value)
  local f = use(self)
  need(f, "count", f.type == "text" or f.type == "set", "text and sets")
  return with_list(f, "count", f.type == "text" and as_list(value, "count") or nil)
end

function verbs.most(self, value)
  local f = use(self)
  need(f, "most", f.type == "text", "text")
  local list = as_list(value, "most")
  if not list.values then
    fail(":most takes a list with values: ipr.list.load(path, { value = 2 })")
  end
  return with_list(f, "most", list)
end

function verbs.per(self, value)
  local f, by = use(self), kind(value) == "field" and use(value)
  need(f, "per", is_numeric(f) and not f.per, "one number")
  if not by or not is_numeric(by) or by.per then
    fail(":per takes a field that is a number, e.g. L.price:per(L.quantity)")
  end
  return new_field { field = f.field, column = f.column, part = f.part, of = f.of,
    list = f.list, per = by, name = f.name, type = "number",
    text = ("%s:per(%s)"):format(f.text, by.text) }
end

for _, verb in ipairs { "before", "after" } do
  verbs[verb] = function(self, value)
    local f = use(self)
    need(f, verb, f.type == "date", "dates")
    local seconds = type(value) == "string" and core.rules.date(value)
    if not seconds then
      fail((":%s takes a date like \"2019-11-11\", not %s"):format(verb, tostring(value)))
    end
    return leaf(f, verb, { a = seconds + 0.0 }, shown(value))
  end
end

function verbs.near(self, bank, distance_bits)
  local f = use(self)
  need(f, "near", f.type == "hash" or f.type == "text", "image hashes and text")
  local list = as_list(bank, "near")
  if f.type == "text" then return leaf(f, "near", { list = list }, brief(list.terms)) end
  local n = number(distance_bits, "near")
  if n < 0 or n > 256 or n % 1 ~= 0 then fail(":near takes a whole number of bits, 0 to 256") end
  return leaf(f, "near", { a = n, list = list, hashes = true }, "bank, " .. shown(n))
end

return function(inner)
  use, kind, fail = inner.use, inner.kind, inner.fail
  new_field, new_cond = inner.field, inner.condition
  return verbs
end
