---@meta

---Prices as people and feeds write them.
---@class iprcore.money
local money = {}

---@class iprcore.Money
---@field amount number     the price in whole units, correctly rounded
---@field currency? string  ISO 4217 code; nil where the text does not tell ("$19.99" alone)
---@field minor? integer    the price in minor units (cents, yen); nil without a currency

---@class iprcore.MoneyOptions
---@field currency? string           the row's currency or a default; decides `$ ¥ kr Rs` and bare numbers
---@field style? "dot"|"comma"       what the column shows; decides "1.234"

---Reads one price text: `15.00 USD`, `US $84.99/ea`, `1.234,56 €`, `￥1,280`, `Rs. 999`.
---A range, a placeholder (0.00, 12345, 99999, "on request") or an unreadable text has no amount.
---@param text string
---@param opts? iprcore.MoneyOptions
---@return iprcore.Money? price
---@return string? message
---@return "empty"|"bad_value"? code
---@return integer? offset
---@return "empty"|"range"|"placeholder"|"ambiguous"|"conflict"|"unreadable"? state
function money.parse(text, opts) end

---The decimal style a column of price texts shows; nil if none or both.
---@param texts string[]
---@return "dot"|"comma"|nil
function money.style(texts) end

---The number of decimals of a currency's minor unit; nil for a code ISO 4217 does not have.
---@param code string  any case
---@return integer?
function money.minor_units(code) end

return money
