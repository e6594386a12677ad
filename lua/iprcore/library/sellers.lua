---@meta

---The caller's list of sellers.
---@class iprcore.sellers
local sellers = {}

---@class iprcore.SellerRow
---@field seller_id string
---@field brand? string    "*" or absent: every brand; compared by letters and digits
---@field list "authorised"|"watch"|"deny"
---@field until? string    YYYY-MM-DD, the last day the row holds
---@field reason? string
---@field by? string       who decided

---@class iprcore.Sellers
local Sellers = {}

---The row of one list (default "authorised") that holds for a seller. Without `date` no row is
---past; without `brand` only rows for every brand hold.
---@param seller_id string
---@param opts? { list?: string, brand?: string, date?: string }
---@return iprcore.SellerRow?
function Sellers:find(seller_id, opts) end

---@return integer
function Sellers:count() end

---Loads a TSV list. Raises bad_list with the line, io.
---@param path string
---@return iprcore.Sellers
function sellers.load(path) end

---A list from rows in memory. Raises bad_list with the row.
---@param rows iprcore.SellerRow[]
---@return iprcore.Sellers
function sellers.list(rows) end

return sellers
