---@meta

---Listings that were taken down.
---@class iprcore.removed
local removed = {}

---@class iprcore.RemovedMatch
---@field id string            of the removed listing
---@field score number         0 to 1: similarity, halved under 12 shared words, plus a quarter for
---                            each of the same seller, the same price and a picture within 31 bits
---@field similarity number    words in both / all words of both, title and description
---@field shared integer       words in both
---@field same_seller boolean
---@field same_price boolean   within a fiftieth
---@field image_bits? integer  differing bits of the pictures, of 256

---@class iprcore.Removed
local Removed = {}

---The removed listing that a listing repeats most; nil if none.
---@param listing table  id, title, description, price, currency, seller_id, image_hash
---@return iprcore.RemovedMatch?
function Removed:look(listing) end

---@return integer
function Removed:count() end

---Loads removed listings (CSV, TSV, JSON Lines; canonical column names). Raises bad_list, io.
---@param path string
---@param opts? { input?: "csv"|"tsv"|"jsonl" }
---@return iprcore.Removed
function removed.load(path, opts) end

return removed
