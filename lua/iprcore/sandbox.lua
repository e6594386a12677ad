--- Inside a rule file's own state: its environment, its `require "iprcore"`, and the
-- running of the file. Started by the binding with the file's bytes; nothing of this state
-- is seen by the host but the checked rule set and its functions.
local cond = require "iprcore.cond"
local core = require "iprcore.core"
local list_file = require "iprcore.list_file"
local rule_lists = require "iprcore.rule_lists"
local ruleset = require "iprcore.ruleset"
local slips = require "iprcore.slips"

local M = {}

local TEXT_MAX = core.rules.text_max -- bytes of a text that a rule file makes
local MAX_ITEMS = 1048576 -- that one call may move or join
local MAX_VALUES = 4096 -- that one call may return
local charge = core.rules.charge -- for work in C, which no count of instructions sees

-- A read-only view of a table.
local function frozen(t, what)
  return setmetatable({}, {
    __index = t,
    __newindex = function(_, k)
      error(("%s is read-only; %q cannot be set"):format(what, tostring(k)), 2)
    end,
    __pairs = function() return next, t, nil end,
    __metatable = what,
  })
end

-- The same, where an unknown name is a slip.
local function strict(t, what)
  local names = {}
  for name in pairs(t) do names[#names + 1] = name end
  table.sort(names)
  return frozen(setmetatable(t, { __index = function(_, name)
    local near = cond.nearest(name, names)
    cond.fail(("a rule file has no %s.%s%s"):format(what, tostring(name),
      near ~= "" and near or "; it has " .. table.concat(names, ", ")))
  end }), what)
end

-- pairs in the order of keys (numbers, then texts), so that no answer depends on a hash seed.
local function ordered_pairs(t)
  if type(t) ~= "table" then
    error("pairs takes a table, not a " .. type(t), 2)
  end
  if getmetatable(t) == "listing" then
    error("a listing cannot be gone through; name its fields", 2)
  end
  local numbers, texts = {}, {}
  for k in next, t do
    local list = type(k) == "number" and numbers or type(k) == "string" and texts
      or error("pairs: keys are numbers or texts here, not a " .. type(k), 2)
    list[#list + 1] = k
  end
  charge(100.0 * (#numbers + #texts))
  table.sort(numbers)
  table.sort(texts)
  table.move(texts, 1, #texts, #numbers + 1, numbers)
  local i = 0
  return function()
    i = i + 1
    local k = numbers[i]
    if k ~= nil then return k, t[k] end
  end, t, nil
end

-- tostring without addresses, which would differ from run to run.
local function plain_tostring(v)
  local kind = type(v)
  if kind == "string" or kind == "number" or kind == "boolean" or kind == "nil" then
    return tostring(v)
  end
  return cond.kind(v) and tostring(v) or kind
end

local function format(pattern, ...)
  if pattern:find("%%[%d%.%-+ #]*p") then error("format: %p is not there", 2) end
  local args = table.pack(...)
  for i = 1, args.n do
    local kind = type(args[i])
    if kind == "table" or kind == "function" or kind == "userdata" then
      args[i] = plain_tostring(args[i])
    end
  end
  return string.format(pattern, table.unpack(args, 1, args.n))
end

local function rep(s, n, sep)
  local each = #s + #(sep or "")
  if each == 0 then return "" end
  if n > 0 and each * n > TEXT_MAX then
    error(("rep would make more than %d bytes"):format(TEXT_MAX), 2)
  end
  return string.rep(s, n, sep)
end

local function move(a, from, to, at, b)
  if to - from > MAX_ITEMS then error("move: too many items", 2) end
  charge(to - from)
  return table.move(a, from, to, at, b)
end

local function concat(t, sep, from, to)
  local items = (to or #t) - (from or 1)
  if items > MAX_ITEMS then error("concat: too many items", 2) end
  charge(items)
  return table.concat(t, sep, from, to)
end

-- insert, remove and sort look at every item behind the place, or at all.
local function insert(t, ...)
  if select("#", ...) > 1 then charge(2.0 * #t) end
  return table.insert(t, ...)
end

local function remove(t, ...)
  if select("#", ...) > 0 then charge(2.0 * #t) end
  return table.remove(t, ...)
end

local function sort(t, less)
  charge(100.0 * #t)
  return table.sort(t, less)
end

local function unpack(t, from, to)
  local items = (to or #t) - (from or 1)
  if items > MAX_VALUES then error("unpack: too many items", 2) end
  return table.unpack(t, from, to)
end

-- A function of one text that looks at all of it.
local function whole(f)
  return function(s, ...)
    charge(type(s) == "string" and #s / 2 or 0)
    return f(s, ...)
  end
end

-- byte and codepoint, of so many places.
local function places(f)
  return function(s, from, to, ...)
    from = from or 1
    local last = to or from
    if (last < 0 and #s + last or last) - (from < 0 and #s + from or from) > MAX_VALUES then
      error("too many characters at once", 2)
    end
    return f(s, from, to, ...)
  end
end

local function pick(from, names)
  local out = {}
  for name in names:gmatch("%S+") do out[name] = from[name] end
  return out
end

local function environment(require_fn)
  local texts = pick(string, "char len lower reverse sub upper")
  for name, fn in pairs(core.rules.patterns) do texts[name] = fn end
  texts.rep, texts.format, texts.byte = rep, format, places(string.byte)
  local tables = { insert = insert, remove = remove, sort = sort, unpack = unpack,
    pack = table.pack, move = move, concat = concat }
  local maths = pick(math, "abs ceil floor fmod huge max min modf pi sqrt exp log tointeger type "
    .. "maxinteger mininteger ult sin cos tan asin acos atan")
  local characters = pick(utf8, "char charpattern codes")
  characters.len, characters.offset = whole(utf8.len), whole(utf8.offset)
  characters.codepoint = places(utf8.codepoint)
  local env = pick(_G, "assert error ipairs select type")
  env.tonumber = whole(tonumber)
  env.pairs, env.tostring, env.pcall = ordered_pairs, plain_tostring, core.rules.pcall
  env.require, env._VERSION = require_fn, _VERSION
  local mt = getmetatable("")
  mt.__index, mt.__metatable = texts, "string" -- which nobody can get hold of
  env.string, env.table = frozen(texts, "string"), frozen(tables, "table")
  env.math, env.utf8 = frozen(maths, "math"), frozen(characters, "utf8")
  return env
end

local List = {}
function List.__call(_, terms) return cond.list(terms) end

-- Runs f(path); what it raises is a slip of the line that called.
local function below(f, path)
  local ok, value = core.rules.pcall(f, path)
  if not ok then cond.fail((tostring(value):gsub("^[^:]*:%d+: ", ""))) end
  return value
end

local function allowed(path)
  return below(core.rules.allowed, path)
end

-- files: gets the real path of each list that is loaded.
local function rule_side(defines, files)
  local function load_list(path, options)
    files[#files + 1] = allowed(path)
    return list_file(below(core.rules.read, path), options, path)
  end
  local side = {
    rule = ruleset.rule, field = cond.field, all = cond.all, any = cond.any, none = cond.none,
    list = setmetatable({ load = load_list }, List), defines = frozen(defines, "defines"),
  }
  for noun, verbs in pairs(rule_lists.loaders(allowed)) do
    side[noun] = strict(verbs, "iprcore." .. noun)
  end
  return strict(side, "iprcore")
end

-- Runs bytes as a rule file named path; its globals can be set only while it loads.
local function run(bytes, path, env, loaded)
  local store = {}
  for name, value in next, env do store[name] = value end
  local globals = setmetatable({}, { __index = store, __newindex = function(_, k, v)
    if loaded.done then
      error(("global %q cannot be set: rules keep no state between listings")
        :format(tostring(k)), 2)
    end
    rawset(store, k, v)
  end, __metatable = "globals" })
  local fn, message = load(bytes, "@" .. path, "t", globals)
  if not fn then
    local line, rest = message:match(":(%d+): (.*)$")
    error(setmetatable({ message = rest or message, path = path, line = tonumber(line) },
      cond.Slip), 0)
  end
  local line_of_or = slips.find_or(bytes, cond.VERBS, cond.BOOLS)
  if line_of_or then
    error(setmetatable({ path = path, line = line_of_or, message =
      "`or` between conditions drops the second one: write | for or, & for and, ~ for not" },
      cond.Slip), 0)
  end
  return fn()
end

--- Runs a rule file: job = { bytes, path, defines, packs }. Returns the checked rule set, and
-- in its files the paths of the lists that it read.
function M.load(job)
  local loaded, done, files = { done = false }, {}, {}
  local env
  local side = rule_side(job.defines, files)
  local function require_fn(name)
    if name == "iprcore" then return side end
    local pack = type(name) == "string" and name:match("^iprcore%.rules%.([%w_]+)$")
    local bytes = pack and job.packs[pack]
    if not bytes then
      cond.fail(('require %q: a rule file has "iprcore" and the packs "iprcore.rules.NAME" only')
        :format(tostring(name)))
    end
    if done[pack] == nil then
      done[pack] = false -- a pack that requires itself gets false
      done[pack] = run(bytes, name, env, loaded)
    end
    return done[pack]
  end
  env = environment(require_fn)
  cond.watch()
  local value = run(job.bytes, job.path, env, loaded)
  local ok, set = pcall(ruleset.normalise, value)
  if not ok then -- what is wrong with the whole set stands on no line
    if type(set) == "table" and not set.path then set.path = job.path end
    error(set, 0)
  end
  local unused = cond.unused()
  if unused then error(setmetatable(unused, cond.Slip), 0) end
  loaded.done, set.files = true, files
  return set
end

return M
