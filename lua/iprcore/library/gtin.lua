---@meta

---Article numbers. A prefix names the office that licensed the number, never where goods were made.
---@class iprcore.gtin
local gtin = {}

---@class iprcore.Gtin
---@field key string      14 digits, zero-padded: compare numbers by this
---@field length integer  digits given: 8, 12, 13 or 14 (12 for a UPC-E, which is expanded)
---@field upce? boolean   true if eight digits were read as a UPC-E

---Tests one text: blanks and hyphens between digits are passed over.
---@param text string
---@return iprcore.Gtin? number
---@return string? message  e.g. "the check digit is wrong"
---@return "empty"|"bad_value"? code
---@return integer? offset
---@return "empty"|"check"|"length"|"text"|"damaged"|"zero"|"restricted"|"coupon"? state
---@return boolean? check_ok  true where only the prefix (or all zeros) speaks against it
function gtin.check(text) end

---True if the check digit is right, whatever the prefix says.
---@param text string
---@return boolean
function gtin.is_valid(text) end

---The check digit for digits that have none. Raises usage for anything but digits.
---@param digits string
---@return string digit
function gtin.digit(digits) end

return gtin
