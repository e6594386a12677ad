--- Banks of picture hashes: pictures of known fakes and the brand's own pictures.
local core = require("iprcore.core").images
local check = require "iprcore.check_options"
local errors = require "iprcore.errors"
local tsv = require "iprcore.tsv"

local M = {}

local KINDS = { known_fake = 0, brand_own = 1 }

local Bank = {}
Bank.__index = Bank

--- The nearest picture of each kind within `within` bits, or nil.
function Bank:nearest(hash, within)
  errors.expect("images:nearest", hash, "string", "the hash of a picture")
  if within ~= nil and (not math.tointeger(within) or within < 0 or within > 256) then
    errors.misuse(("images:nearest: within is a whole number from 0 to 256, not %s"):format(
      tostring(within)))
  end
  local best
  for kind, bank in pairs(self.banks) do
    local tag, distance, code = bank:nearest(hash, within or 31)
    if code then errors.raise("bad_value", distance) end
    if tag and (not best or distance < best.distance
        or (distance == best.distance and kind == "known_fake")) then
      best = { kind = kind, distance = distance, brand = self.brands[tag], tag = tag }
    end
  end
  return best
end

--- Distinct hashes held.
function Bank:count()
  return self.banks.known_fake:count() + self.banks.brand_own:count()
end

local function empty()
  local banks = { known_fake = core.new(), brand_own = core.new() }
  return setmetatable({
    banks = banks, brands = {}, n = 0,
    lists = { known_fakes = banks.known_fake, brand_pictures = banks.brand_own },
  }, Bank)
end

local function add(self, row)
  local bank = self.banks[row.kind or "known_fake"]
  if not bank then
    return nil, ("kind is known_fake or brand_own, not %q"):format(row.kind)
  end
  self.n = self.n + 1
  self.brands[self.n] = row.brand
  return bank:add(row.hash or "", self.n)
end

local function seal(self)
  for kind in pairs(KINDS) do self.banks[kind]:seal() end
  return self
end

--- Loads a list with the columns hash, kind (known_fake|brand_own) and optionally brand.
function M.load(path)
  local self = empty()
  for row, line in tsv(path, { "hash", "kind" }) do
    local ok, message = add(self, row)
    if not ok then errors.raise("bad_list", message, { path = path, line = line }) end
  end
  return seal(self)
end

--- A bank from an array of { hash=, kind=, brand= }.
function M.bank(rows)
  errors.expect("images.bank", rows, "table", "an array of rows")
  local self = empty()
  for i, row in ipairs(rows) do
    check("images.bank", row, { hash = "string", kind = "string", brand = "string" })
    local ok, message = add(self, row)
    if not ok then errors.raise("bad_list", message, { row = i }) end
  end
  return seal(self)
end

--- Bits in which two hashes differ; nil, message, code if they cannot be compared.
function M.distance(a, b)
  errors.expect("images.distance", a, "string", "two hashes")
  errors.expect("images.distance", b, "string", "two hashes")
  return core.distance(a, b)
end

return M
