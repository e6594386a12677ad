--- The caller's list of sellers: authorised, watch, deny.
local core = require("iprcore.core").sellers
local check = require "iprcore.check_options"
local errors = require "iprcore.errors"
local tsv = require "iprcore.tsv"

local M = {}

local Sellers = {}
Sellers.__index = Sellers

local LISTS = { authorised = true, watch = true, deny = true }
local ASK = { list = "string", brand = "string", date = "string" }

--- The row of a list that holds for a seller, or nil.
function Sellers:find(seller_id, opts)
  errors.expect("sellers:find", seller_id, "string|number", "a seller's id")
  opts = check("sellers:find", opts, ASK)
  if opts.list and not LISTS[opts.list] then
    errors.misuse(("sellers:find: list is authorised, watch or deny, not %q"):format(opts.list))
  end
  local brand, until_date, reason, by =
    self.core:find(opts.list or "authorised", seller_id, opts.brand, opts.date)
  if not brand then return nil end
  local function given(text) return text ~= "" and text or nil end
  return { brand = given(brand) or "*", ["until"] = given(until_date), reason = given(reason),
    by = given(by) }
end

--- How many rows there are.
function Sellers:count()
  return self.core:count()
end

local function add(list, row)
  return list:add(row.seller_id, row.brand, row.list or "", row["until"], row.reason, row.by)
end

local function wrap(list)
  return setmetatable({ core = list, lists = { sellers = list } }, Sellers)
end

--- Loads a list: seller_id, brand (or *), list, until?, reason, by.
function M.load(path)
  local list = core.new()
  for row, line in tsv(path, { "seller_id", "list" }) do
    local ok, message = add(list, row)
    if not ok then errors.raise("bad_list", message, { path = path, line = line }) end
  end
  return wrap(list)
end

local ROW = { seller_id = "string", brand = "string", list = "string", ["until"] = "string",
  reason = "string", by = "string" }

--- A list from rows in memory.
function M.list(rows)
  errors.expect("sellers.list", rows, "table", "an array of rows")
  local list = core.new()
  for i, row in ipairs(rows) do
    local ok, message = add(list, check("sellers.list", row, ROW))
    if not ok then errors.raise("bad_list", message, { row = i }) end
  end
  return wrap(list)
end

return M
