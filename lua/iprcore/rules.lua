--- Rules: `ipr.rule`, `ipr.field`, `ipr.all`, `ipr.any`, `ipr.none`, `ipr.list` for inline
-- rules, and `ipr.rules.load` for rule files, which run in states of their own.
local check_options = require "iprcore.check_options"
local cond = require "iprcore.cond"
local core = require "iprcore.core"
local errors = require "iprcore.errors"
local input = require "iprcore.input"
local list_file = require "iprcore.list_file"
local rule_lists = require "iprcore.rule_lists"
local ruleset = require "iprcore.ruleset"

local M = {}

-- What of this package a rule file's state gets, and the packs it may require.
local MODULES = { "iprcore.calls", "iprcore.cond", "iprcore.list_file", "iprcore.names_of",
  "iprcore.nearest", "iprcore.rule_lists", "iprcore.ruleset", "iprcore.sandbox", "iprcore.slips",
  "iprcore.verbs" }
local PACKS = { "standard", "wording", "brand", "price", "identity", "seller", "image",
  "relisting" }

local sources = {}

local function source(module)
  if sources[module] == nil then
    local path = package.searchpath(module, package.path)
    sources[module] = path and input.text(path) or false
  end
  return sources[module] or nil
end

local function collect(names, prefix)
  local out = {}
  for _, name in ipairs(names) do out[name] = source(prefix .. name) end
  return out
end

local function folder_of(path)
  return path:match("^(.*)/[^/]*$") or "."
end

-- Folders that list loaders may read from: the file's own and those that a define names.
local function roots_of(path, options)
  local roots = { folder_of(path) }
  for _, r in ipairs(options.folders or {}) do roots[#roots + 1] = r end
  local names = {}
  for name in pairs(options.defines or {}) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do roots[#roots + 1] = options.defines[name] end
  return roots
end

local Rules = {}
Rules.__index = Rules
Rules.__name = "iprcore.rules"

function Rules:__tostring()
  return ("%d rules of %s"):format(#self.set.rules, self.path)
end

local function open(bytes, path, options)
  local job = {
    bytes = bytes, path = path, defines = options.defines or {}, roots = roots_of(path, options),
    modules = collect(MODULES, ""), packs = collect(PACKS, "iprcore.rules."),
    memory = options.memory,
  }
  local state = core.scorer.load(job)
  local set = state:rules()
  return setmetatable({ path = path, job = job, state = state, set = set,
    lists = rule_lists.load(set.lists) }, Rules)
end

local LOAD = { defines = "table", folders = "table", memory = "number" }

--- rules.load(path [, { defines = { name = text }, folders = { … }, memory = bytes }]): the rules
-- of a file. Raises bad_rule with path and line, io where it cannot be read.
function M.load(path, options)
  options = check_options("rules.load", options, LOAD)
  return open(input.text(path), path, options)
end

--- rules.parse(text [, options]): the same from a text.
function M.parse(text, options)
  errors.expect("rules.parse", text, "string", "the text of a rule file")
  return open(text, "rules", check_options("rules.parse", options, LOAD))
end

--- rules.standard(): the packs that iprcore ships, with their actions.
function M.standard()
  local module = "iprcore.rules.standard"
  return open(source(module), package.searchpath(module, package.path), {})
end

--- rules.is(value): whether value is what load gives.
function M.is(value)
  return getmetatable(value) == Rules
end

M.rule, M.field, M.all, M.any, M.none = ruleset.rule, cond.field, cond.all, cond.any, cond.none

--- ipr.list { … }, ipr.list.load(path [, { value = column, rows = number }]).
M.list = setmetatable({
  load = function(path, options) return list_file(input.text(path), options, path) end,
}, { __call = function(_, terms) return cond.list(terms) end })

--- What cond:test does: one rule, one listing.
function cond.test(tree, listing, lists)
  local scorer = core.scorer.new {
    set = { rules = { { name = "test", weight = 0, group = "test", suspects = "counterfeit",
      when = cond.flat(tree) } }, functions = {} },
    lists = require("iprcore.scorer")._lists(lists or {}),
  }
  require("iprcore.scorer")._check_listing("cond:test", scorer, listing, {})
  local row = scorer:explain(listing)[1]
  if row.outcome == "unknown" then return nil, row.because end
  return row.outcome == "fired", row.strength
end

return M
