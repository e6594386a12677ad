-- The obfuscated dev set: right brand, trick, false alarms, and what a threshold trades.
local brands = require "iprcore.brands"
local input = require "iprcore.input"
local json = require "iprcore.json"
local shared = require "spec.support.shared"

local SET = "data/listings/obfuscation/"
-- How the data's names of tricks are called by iprcore.
local OURS = { mixed_script = "full_width", typo_deletion = "deletion",
  typo_transposition = "transposition" }

local function rows(name)
  local path = shared.path(SET .. name)
  local out = {}
  for line in input.lines(path) do out[#out + 1] = json.decode(line) end
  return out
end

local function same(a, b) return a and b and a:lower() == b:lower() end

-- Lists of the gold and near brands, as a lexicon file; `keep` limits a shared list to them.
local function lists(sets, shared_list)
  local names, keep = { "brand" }, {}
  for _, set in ipairs(sets) do
    for _, r in ipairs(set) do
      for _, b in ipairs { r.brand_gold or false, r.near_brand or false } do
        if b and not keep[b:lower()] then
          keep[b:lower()] = true
          names[#names + 1] = b
        end
      end
    end
  end
  local few, first = {}, true
  for line in input.lines(shared_list) do
    if first or keep[line:match("^[^\t]*"):lower()] then few[#few + 1] = line end
    first = false
  end
  local function file(lines)
    local path = os.tmpname()
    local f = assert(io.open(path, "w"))
    f:write(table.concat(lines, "\n"), "\n")
    f:close()
    return path
  end
  return file(names), file(few)
end

local function percent(n, of) return of == 0 and 0 or 100 * n / of end

-- Counts at a threshold: a brand found with a lower score does not count.
local function count(found, at_least)
  local c = { right = 0, trick = 0, wrong = 0, plain = 0, near = 0, any = 0,
    changed = 0, plains = 0, negatives = 0, by = {} }
  for _, x in ipairs(found) do
    local hit, r = x.hit, x.row
    if hit and hit.score < at_least then hit = nil end
    local brand = hit and hit.brand
    if r.operator:find("^neg") then
      c.negatives = c.negatives + 1
      if brand then c.any = c.any + 1 end
      if brand and (same(brand, r.near_brand) or r.operator == "neg_phrase") then
        c.near = c.near + 1
      end
    elseif r.operator == "none" then
      c.plains = c.plains + 1
      if same(brand, r.brand_gold) then c.plain = c.plain + 1 end
    else
      c.changed = c.changed + 1
      local by = c.by[r.operator] or { 0, 0 }
      c.by[r.operator] = by
      by[2] = by[2] + 1
      if same(brand, r.brand_gold) then
        c.right, by[1] = c.right + 1, by[1] + 1
        if hit.trick == (OURS[r.operator] or r.operator) then c.trick = c.trick + 1 end
      elseif brand then
        c.wrong = c.wrong + 1
      end
    end
  end
  return c
end

local function find_all(lexicon, set)
  local out = {}
  for i, r in ipairs(set) do
    out[i] = { row = r,
      hit = (lexicon:find { title = r.title, description = r.description }) }
  end
  return out
end

local function report(say, name, lexicon, set, natural)
  local found = find_all(lexicon, set)
  local c, n = count(found, -1000), 0
  for _, x in ipairs(find_all(lexicon, natural)) do
    if x.hit and same(x.hit.brand, x.row.brand_gold) then n = n + 1 end
  end
  say(("%s: %d brands"):format(name, #lexicon))
  local function line(what, got, target)
    say(("  %-44s %5.1f %%   must %s"):format(what, got, target))
  end
  line("right brand on obfuscated titles", percent(c.right, c.changed), ">= 95")
  line("right brand on plain titles", percent(c.plain, c.plains), ">= 99")
  line("trick named, of all obfuscated", percent(c.trick, c.changed), ">= 85")
  line("false alarms on negatives", percent(c.near, c.negatives), "<= 2")
  line("any brand on negatives", percent(c.any, c.negatives), "<= 5")
  line("wrong brand on obfuscated titles", percent(c.wrong, c.changed), "<= 2")
  line("right brand on natural obfuscations", percent(n, #natural), ">= 70")
  local by = {}
  for op, v in pairs(c.by) do by[#by + 1] = ("%s %d/%d"):format(op, v[1], v[2]) end
  table.sort(by)
  say("  " .. table.concat(by, ", "))
  say("  frontier over the least score:    obfuscated   plain   any brand on negatives")
  for _, t in ipairs { -1000, 60, 80, 90, 100, 110, 120, 130, 150 } do
    local k = count(found, t)
    say(("    %5s %31.1f %% %7.1f %% %12.1f %%"):format(t == -1000 and "none" or t,
      percent(k.right, k.changed), percent(k.plain, k.plains), percent(k.any, k.negatives)))
  end
end

return function(say)
  local all = shared.path "data/listings/lexicon/brands.tsv"
  local risky = shared.path "data/listings/lexicon/high_risk_brands.tsv"
  if not all or not shared.path(SET .. "dev_obfuscated.jsonl") then
    return say("the obfuscated set is not beside the project")
  end
  local set, natural = rows "dev_obfuscated.jsonl", rows "natural_obfuscations.jsonl"
  local names, few = lists({ set, natural }, all)
  report(say, "much-copied, gold and near brands", brands.load { risky, few, names }, set, natural)
  report(say, "the same and all shared brands", brands.load { risky, all, names }, set, natural)
  report(say, "only the names of gold and near brands", brands.load { names }, set, natural)
  os.remove(names)
  os.remove(few)
end
