--- `iprcore check`: looks a rule file over before it is used.
local errors = require "iprcore.errors"
local ipr = require "iprcore"
local job = require "iprcore.cli.scoring"
local output = require "iprcore.output"
local rule_check = require "iprcore.rule_check"

local FEED_ROWS = 2000 -- listings of --feed that are looked at

local M = {
  usage = "[OPTIONS] [RULES.lua] [--feed LISTINGS]",
  examples = {
    "iprcore check luxury.lua --feed feed.csv",
  },
  help = [[
Loads the rules (default: the standard packs) and reports slips, conditions that contradict
themselves, actions that can never be proposed, examples that do not hold, functions that fail
where fields are missing, and rules that keep something between listings (the examples and 100
listings of the feed are scored in two orders on one and on two workers). With --feed also rules
that fail or can never be known on that feed (of its first ]] .. FEED_ROWS .. [[ listings).
Exit code 2 if there is anything to report.]],
  options = job.options {
    { "feed", "text", "listings that the rules will be used on", value = "LISTINGS" },
  },
}

-- What the feed says of the rules: those unknown on every listing, with the field that was
-- missing, and those that failed on some. Fills sample.
local function on_feed(scorer, opts, sample)
  local known, because, failed, rules, n = {}, {}, {}, scorer.set.rules, 0
  for listing, result in scorer:each(opts.feed, { input = opts.input }) do
    if n == FEED_ROWS then break end
    if not result.error then
      n = n + 1
      if n <= 100 then sample[#sample + 1] = listing:copy() end
      for i, row in ipairs(result:explain():rows()) do
        if row.outcome ~= "unknown" then known[i] = true end
        because[i] = because[i] or row.because
        if row.outcome == "failed" then
          failed[i] = failed[i] or { n = 0, id = listing.id, because = row.because }
          failed[i].n = failed[i].n + 1
        end
      end
    end
  end
  if n == 0 then return { { message = opts.feed .. " has no listing that can be read" } } end
  local out = {}
  local function say(i, fmt, ...)
    out[#out + 1] = { rule = rules[i].name, path = rules[i].path, line = rules[i].line,
      message = fmt:format(...) }
  end
  for i in ipairs(rules) do
    if not known[i] then
      say(i, "can never be known on %s: %s in all %d listings", opts.feed, because[i], n)
    elseif failed[i] then
      say(i, "fails on %d of %d listings of %s, first %s: %s", failed[i].n, n, opts.feed,
        failed[i].id, failed[i].because)
    end
  end
  return out
end

local function report(problems, path)
  local out = output.open()
  for _, p in ipairs(problems) do
    local where = (p.path or path) .. (p.line and ":" .. ("%d"):format(p.line) or "")
    out:write(output.visible(("%s: %s%s"):format(where,
      p.rule and ("rule %q "):format(p.rule) or "", p.message)), "\n")
  end
  out:close()
end

local function add(out, list)
  table.move(list, 1, #list, #out + 1, out)
end

function M.run(opts, args)
  if #args > 1 then errors.raise("usage", "one rule file at a time") end
  opts.rules = args[1] or opts.rules
  local problems, path = {}, opts.rules or "the standard packs"
  local ok, scorer = pcall(job.scorer, opts)
  if not ok then
    if not errors.is(scorer, "bad_rule") then error(scorer, 0) end
    report({ scorer }, path)
    return 2
  end
  local set = {}
  for k, v in pairs(scorer.set) do set[k] = v end
  set.actions = set.actions
    or require("iprcore.ruleset").settings({ actions = ipr.scorer.ACTIONS }, set).actions
  add(problems, rule_check.check(set))
  add(problems, rule_check.examples(scorer, set))
  local sample = rule_check.sample(set)
  add(problems, rule_check.holes(scorer, set))
  if opts.feed then add(problems, on_feed(scorer, opts, sample)) end
  add(problems, rule_check.state(function() return job.again(scorer, opts) end, sample))
  report(problems, path)
  if #problems == 0 then
    print(("%s: %d rules, %d examples, nothing to report"):format(path, #set.rules,
      #rule_check.sample(set)))
  end
  return #problems > 0 and 2 or 0
end

return M
