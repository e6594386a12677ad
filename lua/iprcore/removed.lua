--- Listings that were taken down: a bank that tells when one is put up again.
local core = require("iprcore.core").removed
local errors = require "iprcore.errors"
local input = require "iprcore.input"
local money = require("iprcore.core").money

local M = {}

local Removed = {}
Removed.__index = Removed

local function amount(listing)
  local price = listing.price
  if type(price) == "number" then return price end
  return price and money.parse(tostring(price), listing.currency) or 0
end

local function text(value)
  return value ~= nil and tostring(value) or nil
end

local function fields(listing)
  return text(listing.id), text(listing.title), text(listing.description),
    text(listing.seller_id), text(listing.image_hash), amount(listing)
end

--- The removed listing that a listing repeats most, or nil.
function Removed:look(listing)
  errors.expect("removed:look", listing, "table", "a listing: { title = … }")
  local id, score, similarity, shared, same_seller, same_price, bits =
    self.core:look(fields(listing))
  if not id then return nil end
  return { id = id, score = score, similarity = similarity, shared = shared,
    same_seller = same_seller, same_price = same_price,
    image_bits = bits < 256 and bits or nil }
end

--- How many listings are held.
function Removed:count()
  return self.core:count()
end

--- Loads removed listings from a feed (CSV, TSV, JSON Lines) with the canonical column names.
function M.load(path, opts)
  local bank = core.new()
  for listing, place in input.records(path, opts) do
    local message = not listing and (place.message or "not a record")
    local ok = false
    if not message then
      ok, message = bank:add(fields(listing))
    end
    if not ok then
      errors.raise("bad_list", message, { path = path, row = place.row, line = place.line })
    end
  end
  bank:seal()
  return setmetatable({ core = bank, lists = { removed = bank } }, Removed)
end

return M
