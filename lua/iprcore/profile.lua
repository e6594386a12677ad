--- Where a rule set spends its time: each rule alone over the same listings, lists and
-- features included, against reading with no rule at all.
local check_options = require "iprcore.check_options"
local core = require "iprcore.core"
local errors = require "iprcore.errors"
local rule_lists = require "iprcore.rule_lists"

local M = {}

-- A rule file that keeps one rule of another, which it requires as a pack.
local ONE = [[
local all = require "iprcore.rules.profiled"
local function find(t)
  for _, x in ipairs(t) do
    if x.name == %q then return x end
    local inner = x.name == nil and find(x)
    if inner then return inner end
  end
end
local set = { rules = { find(all.rules or all) or find(all.composites or {}) } }
for _, noun in ipairs { %s } do set[noun] = all[noun] end
return set
]]

local NOUNS = {}
for noun in pairs(rule_lists.VERBS) do NOUNS[#NOUNS + 1] = ("%q"):format(noun) end
table.sort(NOUNS)

-- The rules object that holds only the rule called name.
local function only(rules, name)
  local job = {}
  for k, v in pairs(rules.job) do job[k] = v end
  job.packs = { profiled = rules.job.bytes }
  for k, v in pairs(rules.job.packs) do job.packs[k] = v end
  job.bytes, job.path = ONE:format(name, table.concat(NOUNS, ", ")), "profile of " .. name
  local state = core.scorer.load(job)
  return setmetatable({ path = job.path, job = job, state = state, set = state:rules(),
    lists = rules.lists }, getmetatable(rules))
end

-- Seconds that one pass takes: the least of `times` runs.
local function measure(scorer, listings, times)
  local best
  for _ = 1, times do
    local start = os.clock()
    for _, listing in ipairs(listings) do scorer.handle:score(listing) end
    local took = os.clock() - start
    best = best and math.min(best, took) or took
  end
  return best
end

--- profile.run(rules, make, path [, { most = 2000, input = }]): rows { rule, seconds, hits,
-- listings } slowest first, and the seconds without any rule. make(rules) gives a scorer.
function M.run(rules, make, path, opts)
  errors.expect("profile.run", make, "function", "a function that makes a scorer of rules")
  opts = check_options("profile.run", opts, { most = "number", input = "string" })
  local most = opts.most or 2000
  local whole = make(rules)
  local listings, hits = {}, {}
  for listing, result in whole:each(path, { input = opts.input }) do
    if #listings >= most then break end
    if not result.error then
      listings[#listings + 1] = listing:copy()
      for _, s in ipairs(result.symbols) do hits[s.name] = (hits[s.name] or 0) + 1 end
    end
  end
  local bare = make(require("iprcore.rules").parse(
    'local ipr = require "iprcore"\n'
    .. 'return { ipr.rule "nothing" { weight = 0, when = ipr.field.id:missing() } }'))
  local base, out = measure(bare, listings, 3), {}
  for _, rule in ipairs(whole.set.rules) do
    if not rule.composite then
      local took = measure(make(only(rules, rule.name)), listings, 3)
      out[#out + 1] = { rule = rule.name, seconds = math.max(0, took - base),
        hits = hits[rule.name] or 0, listings = #listings }
    end
  end
  table.sort(out, function(a, b)
    return a.seconds > b.seconds or a.seconds == b.seconds and a.rule < b.rule
  end)
  return out, { bare = base, all = measure(whole, listings, 3), listings = #listings }
end

return M
