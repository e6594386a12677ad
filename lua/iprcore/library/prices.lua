---@meta

---What goods usually cost, by brand, category, condition and currency.
---@class iprcore.prices
local prices = {}

---@class iprcore.PriceKey
---@field brand string
---@field category? string   absent: the cell of all the brand's goods
---@field condition? "new"|"refurbished"|"used"  absent counts as new
---@field currency string    ISO 4217 code

---@class iprcore.PriceReference: iprcore.PriceKey
---@field n integer       prices behind it; 0 for a hand-set one
---@field median number   in whole units of the currency
---@field mad_log number  median absolute deviation of ln price

---@class iprcore.Prices
local Prices = {}

---The usual price of one kind of goods. Nil with "no_cell", "other_money" (only other currencies
---have it), "few" (fewer than 5 prices) or "wide" (mad_log over 0.75, over 0.5 for all goods): then nothing is usual.
---@param key iprcore.PriceKey
---@return number? median  in key.currency
---@return boolean|string why  true if converted by rates; else the reason
function Prices:look(key) end

---Iterates over all references in the byte order of their keys.
---@return fun(): iprcore.PriceReference?
function Prices:rows() end

---Adds exchange rates (TSV: currency, units_per_usd). Raises bad_list with the line.
---@param path string
---@return iprcore.Prices self
function Prices:rates(path) end

---Writes the table in the form that prices.load reads. Raises io.
---@param path? string  absent: stdout
function Prices:write(path) end

---Loads tables of references; of equal keys the first stays. Raises bad_list, io.
---@param path string|string[]
---@return iprcore.Prices
function prices.load(path) end

---The typical prices that ship with iprcore: US retail, hand-set, dated.
---@return iprcore.Prices
function prices.typical() end

---@class iprcore.PriceOptions
---@field currency? string  of prices that name none
---@field columns? table<string, string>  brand, price, title, category, condition, currency -> header name
---@field input? "csv"|"tsv"|"jsonl"      the catalogues' form, else by suffix
---@field delimiter? string               between the fields of CSV files

---Works out references from catalogues. A row without a category counts for the kind of goods
---that its title says (as L.goods does). Ranges, placeholders and prices of no known currency
---are left out; bad_value if that leaves none. Raises bad_header, io, usage (no such column).
---@param paths string|string[]
---@param opts? iprcore.PriceOptions
---@return iprcore.Prices
function prices.from(paths, opts) end

return prices
