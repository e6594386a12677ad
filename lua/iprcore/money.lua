--- Prices as people and feeds write them: an amount, its currency, or why there is none.
local core = require("iprcore.core").money
local errors = require "iprcore.errors"
local check = require "iprcore.check_options"

local M = {}

local WHY = {
  empty = "no price is given",
  range = "a range or a from-price, not one amount",
  placeholder = "a placeholder, not a price",
  ambiguous = "thousands or thousandths? give style = \"dot\" or \"comma\"",
  conflict = "the sign cannot stand for the currency given",
  unreadable = "not an amount that can be read with certainty",
}

local OPTIONS = { currency = "string", style = "string" }

--- Reads one price text.
function M.parse(text, opts)
  errors.expect("money.parse", text, "string|number", "a price")
  opts = check("money.parse", opts, OPTIONS)
  local amount, currency, minor = core.parse(text, opts.currency, opts.style)
  if amount then
    return { amount = amount, currency = currency, minor = minor }
  end
  return nil, WHY[currency], currency == "empty" and "empty" or "bad_value", 0, currency
end

--- The style a whole column of price texts shows.
function M.style(texts)
  errors.expect("money.style", texts, "table", "an array of prices")
  return core.style(texts)
end

--- The minor units of an ISO 4217 code.
function M.minor_units(code)
  errors.expect("money.minor_units", code, "string", "an ISO 4217 code")
  return core.currency(code)
end

return M
