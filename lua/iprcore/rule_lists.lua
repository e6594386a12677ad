--- Lists that a rule set brings along: `return { brands = ipr.brands.load "brands.tsv",
-- rules = … }`. Inside a rule file a loader only notes noun, verb and paths; the lists are
-- read once, where the scorer is made, and shared by its workers.
-- Runs in the host and inside rule files' own states.
local cond = require "iprcore.cond"

local M = {}

--- noun -> verbs that load such a list from a file.
M.VERBS = {
  brands = { "load" }, prices = { "load" }, sellers = { "load" }, images = { "load" },
  removed = { "load" }, terms = { "load", "standard" },
}

local File = { __metatable = "list file" }

function File.__index(self)
  local f = cond.use(self)
  cond.fail(("%s is a list for the scorer: return { %s = …, rules = { … } }; a list for has, "
    .. "count, is_any and near is what ipr.list.load gives"):format(f.text, f.noun))
end

function File.__newindex() cond.fail("lists are read-only") end
function File:__tostring() return cond.use(self).text end

local function loader(noun, verb, allowed)
  return function(paths)
    local list, full = type(paths) == "table" and paths or { paths }, {}
    if #list == 0 then cond.fail(("ipr.%s.%s takes the path of a list"):format(noun, verb)) end
    for i, path in ipairs(list) do
      if type(path) ~= "string" then
        cond.fail(("ipr.%s.%s takes paths, not a %s"):format(noun, verb, type(path)))
      end
      full[i] = noun == "brands" and path == "default" and path or allowed(path)
    end
    return cond.object(File, { noun = noun, verb = verb, paths = full,
      text = ("ipr.%s.%s %q"):format(noun, verb, list[1]) }, "list",
      ("return it: { %s = …, rules = { … } }"):format(noun))
  end
end

--- noun -> { verb = function }, for a rule file. allowed(path): the real path, or a slip.
function M.loaders(allowed)
  local out = {}
  for noun, verbs in pairs(M.VERBS) do
    out[noun] = {}
    for _, verb in ipairs(verbs) do out[noun][verb] = loader(noun, verb, allowed) end
  end
  return out
end

local function one(noun, value)
  if getmetatable(value) == "list file" then
    local f = cond.use(value)
    if f.noun == noun then return { verb = f.verb, paths = f.paths } end
  elseif type(value.lists) == "table" then
    return value -- a host's script: the list itself
  end
  cond.fail(("%s is what ipr.%s.load gives"):format(noun, noun))
end

--- The lists of a rule set as it was written: noun -> { verb, paths }, or the list itself.
function M.of(set)
  local out = {}
  for noun in pairs(M.VERBS) do
    if set[noun] ~= nil then out[noun] = one(noun, set[noun]) end
  end
  return out
end

--- The paths of what `of` noted, in a fixed order.
function M.paths(lists)
  local out = {}
  for _, l in pairs(lists) do
    for _, path in ipairs(l.paths or {}) do out[#out + 1] = path end
  end
  table.sort(out)
  return out
end

--- Loads what `of` noted; noun -> list. In the host only.
function M.load(lists)
  local ipr, out = require "iprcore", {}
  for noun, l in pairs(lists) do
    out[noun] = l.lists and l or ipr[noun][l.verb](#l.paths > 1 and l.paths or l.paths[1])
  end
  return out
end

return M
