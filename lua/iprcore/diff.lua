--- What changes between two rule sets: which listings get another action, and by which rules.
local check_options = require "iprcore.check_options"
local errors = require "iprcore.errors"

local M = {}

local function scores(result)
  local out = {}
  for _, s in ipairs(result.symbols) do out[s.name] = s.score end
  return out
end

-- Rules whose score differs, largest change first: { rule, before, after }.
local function by_rule(before, after)
  local a, b, out = scores(before), scores(after), {}
  for name, score in pairs(a) do
    if b[name] ~= score then
      out[#out + 1] = { rule = name, before = score, after = b[name] or 0 }
    end
  end
  for name, score in pairs(b) do
    if a[name] == nil then out[#out + 1] = { rule = name, before = 0, after = score } end
  end
  table.sort(out, function(x, y)
    local dx, dy = math.abs(x.after - x.before), math.abs(y.after - y.before)
    return dx > dy or dx == dy and x.rule < y.rule
  end)
  return out
end

--- Iterates over the listings whose action differs: { id, title, before, after, score_before,
-- score_after, rules }. Both scorers read the same file; rows with errors are passed over.
function M.each(old, new, path, opts)
  errors.expect("diff.each", old, "iprcore.scorer", "two scorers")
  errors.expect("diff.each", new, "iprcore.scorer", "two scorers")
  local input = check_options("diff.each", opts, { input = "string" })
  local next_old, next_new = old:each(path, input), new:each(path, input)
  return function()
    while true do
      local listing, before = next_old()
      local _, after = next_new()
      if not listing then return nil end
      if not before.error and not after.error and before.action ~= after.action then
        return { id = listing.id, title = listing.title, before = before.action,
          after = after.action, score_before = before.score, score_after = after.score,
          rules = by_rule(before, after) }
      end
    end
  end
end

return M
