--- Decisions that people took on listings: what a rule set is measured against.
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

--- The label of a listing, or nil.
function Labels:of(id)
  return self.by_id[id]
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
  local self = setmetatable({ by_id = {}, n = 0, open = 0, weighted = false,
    contradictory = {} }, Labels)
  for row, place in input.records(path, opts) do
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
