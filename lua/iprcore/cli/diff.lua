--- iprcore diff: the listings whose action changes from one rule set to another.
local diff = require "iprcore.diff"
local errors = require "iprcore.errors"
local job = require "iprcore.cli.scoring"
local json = require "iprcore.json"
local output = require "iprcore.output"

local ROW = json.shape { "id", "before", "after", "score_before", "score_after", "rules[]" }
local RULE = json.shape { "rule", "before", "after" }

local function jsonl(row)
  local rules = {}
  for i, r in ipairs(row.rules) do rules[i] = RULE(r) end
  return json.encode(ROW { id = row.id, before = row.before, after = row.after,
    score_before = row.score_before, score_after = row.score_after, rules = rules }) .. "\n"
end

local function text(row)
  local out = { ("%s: %s (%.3f) -> %s (%.3f)  %s"):format(output.visible(tostring(row.id)),
    row.before, row.score_before, row.after, row.score_after,
    output.visible(tostring(row.title or ""))) }
  for _, r in ipairs(row.rules) do
    out[#out + 1] = ("    %-32s %8.3f -> %8.3f"):format(r.rule, r.before, r.after)
  end
  return table.concat(out, "\n") .. "\n"
end

return {
  usage = "[OPTIONS] --rules OLD.lua --against NEW.lua LISTINGS",
  examples = {
    "iprcore diff --rules luxury.lua --against luxury_new.lua feed.csv",
  },
  help = [[
Scores the listings by both rule sets (the standard packs where one is not named) and lists those
whose action changes, with the rules that make the difference.]],
  options = job.options {
    { "against", "text", "the new rule file (default: the standard packs)", value = "NEW.lua" },
    { "format", "choice", "output form", values = { "text", "jsonl" }, default = "text" },
  },
  run = function(opts, args)
    if #args ~= 1 or args[1] == "-" then errors.raise("usage", "give one file of listings") end
    if opts.rules == opts.against then
      errors.raise("usage", "both rule sets are the same; give --rules or --against")
    end
    local old = job.scorer(opts)
    local changed = {}
    for k, v in pairs(opts) do changed[k] = v end
    changed.rules = opts.against
    local new = job.scorer(changed)
    local sink, moves, n = output.open(), {}, 0
    for row in diff.each(old, new, args[1], { input = opts.input }) do
      sink:write((opts.format == "text" and text or jsonl)(row))
      local move = row.before .. " -> " .. row.after
      moves[move] = (moves[move] or 0) + 1
      n = n + 1
    end
    if opts.format == "text" then
      local names = {}
      for move in pairs(moves) do names[#names + 1] = move end
      table.sort(names)
      for _, move in ipairs(names) do sink:write(("%s: %d\n"):format(move, moves[move])) end
      sink:write(("%d listings change\n"):format(n))
    end
    sink:close()
    return 0
  end,
}
