--- Decisions that people took on listings: what a rule set is measured against.
local check_options = require "iprcore.check_options"
local errors = require "iprcore.errors"
local input = require "iprcore.input"

local M = {}

local DECISIONS = { counterfeit = 1, genuine = 0, grey_market = 0, other_infringement = 0,
  unclear = false }
local BASES = { test_buy = true, rights_holder = true, documents = true, admission = true,
  visual = true }

local function known(set)
  local out = {}
  for name in pairs(set) do out[#out + 1] = name end
  table.sort(out)
  return table.concat(out, ", ")
end

-- A table without one of these would pass for a worksheet that nobody has filled in.
local function check_header(names, path)
  local have = {}
  for _, name in ipairs(names) do have[name] = true end
  for _, name in ipairs { "id", "decision" } do
    if not have[name] then
      errors.raise("bad_header", ("labels need a column %s; the header has %s"):format(name,
        table.concat(names, ", ")), { path = path, line = 1 })
    end
  end
end

local function check(row, place)
  if not row.id then errors.raise("no_id", "a label without id", place) end
  if DECISIONS[row.decision] == nil then
    errors.raise("bad_list", ("decision is one of %s, not %q"):format(known(DECISIONS),
      tostring(row.decision)), place)
  end
  if row.basis ~= nil and not BASES[row.basis] then
    errors.raise("bad_list", ("basis is one of %s, not %q"):format(known(BASES),
      tostring(row.basis)), place)
  end
  local weight = row.weight == nil and 1 or tonumber(row.weight)
  if not weight or weight ~= weight or weight <= 0 or weight == math.huge then
    errors.raise("bad_list", "weight is a number above zero", place)
  end
  return weight
end

local Labels = {}
Labels.__index = Labels
Labels.__name = "iprcore.labels"

--- The label of a listing, or nil.
function Labels:of(id)
  return self.by_id[id]
end

--- Which ids have labels that contradict each other, in words.
function Labels:contradictions()
  local list = self.contradictory
  return ("the labels of %d ids contradict each other: %s%s"):format(#list,
    table.concat(list, ", ", 1, math.min(5, #list)), #list > 5 and ", …" or "")
end

-- Why nothing is decided.
local function undecided(self, unknown, unclear)
  local why = {}
  local function say(n, text)
    if n > 0 then why[#why + 1] = text:format(n) end
  end
  say(self.open, "%d rows are still without a decision")
  say(unknown, "%d labels are on ids that the feed does not have")
  say(unclear, "%d say unclear")
  if #self.contradictory > 0 then why[#why + 1] = self:contradictions() end
  return "no label decides on a listing of the feed: "
    .. (#why > 0 and table.concat(why, "; ") or "there are none")
end

--- Scores a feed and calls take(listing, result, label) for each listing, once by id, whose
-- label says counterfeit or not. Returns { unclear, unknown }: how many of the labels do not say,
-- and how many are of listings that are not there. Raises empty where no label decides.
function Labels:match(scorer, path, opts, take)
  errors.expect("labels:match", scorer, "iprcore.scorer", "a scorer, a path, options, a function")
  errors.expect("labels:match", opts, "table", "options behind a scorer and a path")
  errors.expect("labels:match", take, "function", "a function as the last argument")
  local seen, matched, decided, torn = {}, 0, 0, 0
  for listing, result in scorer:each(path, { input = opts.input }) do
    local label = not result.error and not seen[listing.id] and self:of(listing.id)
    if label then
      seen[listing.id], matched = true, matched + 1
      if label.truth then
        decided = decided + 1
        take(listing, result, label)
      elseif label.contradicted then
        torn = torn + 1
      end
    end
  end
  local unclear, unknown = matched - decided, self.n - matched
  if decided == 0 then
    errors.raise("empty", undecided(self, unknown, unclear - torn), { path = self.path })
  end
  return { unclear = unclear, unknown = unknown }
end

-- Two decisions on one id: equal ones are one; others make the listing unclear.
local function add(self, id, label)
  local old = self.by_id[id]
  if not old then
    self.by_id[id] = label
    self.n = self.n + 1
  elseif old.decision ~= label.decision then
    if not old.contradicted then self.contradictory[#self.contradictory + 1] = id end
    old.contradicted, old.truth = true, nil
  end
end

--- Loads labels: id, decision, basis, by, date, weight (CSV, TSV or JSON Lines). Rows whose
-- decision is still empty (a worksheet half done) are counted as open and passed over.
function M.load(path, opts)
  check_options("labels.load", opts, { input = "string", delimiter = "delimiter" })
  local self = setmetatable({ by_id = {}, n = 0, open = 0, weighted = false,
    contradictory = {}, path = path }, Labels)
  local next_row, names = input.records(path, opts)
  if names then check_header(names, path) end
  for row, place in next_row do
    place.path = path
    if not row then errors.raise("bad_list", place.message or "not a record", place) end
    if row.decision == nil or row.decision == "" then
      self.open = self.open + 1
    else
      local weight = check(row, { path = path, line = place.line, row = place.row })
      self.weighted = self.weighted or row.weight ~= nil
      add(self, tostring(row.id), { decision = row.decision, basis = row.basis, by = row.by,
        date = row.date, source = row.source, weight = weight,
        truth = DECISIONS[row.decision] or nil })
    end
  end
  return self
end

return M
