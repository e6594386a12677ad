--- Article numbers (GTIN-8, 12, 13, 14): check digit, prefix, damage.
local core = require("iprcore.core").gtin
local errors = require "iprcore.errors"

-- A number of a script stands for its digits.
local function expect(verb, value)
  errors.expect("gtin." .. verb, value, "string|number", "the digits of an article number")
end

local M = {}

--- Tests one text. A wrong number is an answer about data, so it is nil, message, code.
function M.check(text)
  expect("check", text)
  local state, says, check_ok, length, key, upce = core.check(text)
  if state == "ok" then
    return { key = key, length = length, upce = upce or nil }
  end
  return nil, says, state == "empty" and "empty" or "bad_value", 0, state, check_ok
end

--- True if the check digit is right, whatever the prefix says.
function M.is_valid(text)
  expect("is_valid", text)
  local _, _, check_ok = core.check(text)
  return check_ok
end

--- The check digit that digits without one need.
function M.digit(digits)
  expect("digit", digits)
  if not tostring(digits):find "^%d+$" then
    errors.misuse(("gtin.digit takes digits alone, not %q"):format(digits))
  end
  return core.digit(digits)
end

return M
