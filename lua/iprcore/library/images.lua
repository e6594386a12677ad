---@meta

---Banks of perceptual hashes (64 or 256 bits in hex), made outside iprcore (pHash, PDQ …).
---@class iprcore.images
local images = {}

---@class iprcore.ImageRow
---@field hash string  16 or 64 hex digits
---@field kind? "known_fake"|"brand_own"  default known_fake
---@field brand? string

---@class iprcore.Images
local Images = {}

---The nearest picture within `within` bits (default 31), or nil. Exact. Raises bad_value.
---@param hash string
---@param within? integer  0 to 256
---@return { kind: string, distance: integer, brand?: string, tag: integer }?
function Images:nearest(hash, within) end

---Distinct hashes held.
---@return integer
function Images:count() end

---Loads a TSV list: hash, kind, brand?. Raises bad_list with the line, io.
---@param path string
---@return iprcore.Images
function images.load(path) end

---A bank from rows in memory. Raises bad_list with the row.
---@param rows iprcore.ImageRow[]
---@return iprcore.Images
function images.bank(rows) end

---Bits in which two hashes differ.
---@param a string
---@param b string
---@return integer? bits
---@return string? message
---@return string? code
function images.distance(a, b) end

return images
