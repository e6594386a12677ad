---@meta

---What a listing's neighbours say, counted beforehand.
---@class iprcore.context
local context = {}

---@class iprcore.Context
local Context = {}

---Counts the listings of a feed; rows that cannot be read are passed over. Raises io, bad_header.
---@param path string
---@param opts? { input?: "csv"|"tsv"|"jsonl", delimiter?: string, brands?: iprcore.lexicon }
---@return iprcore.Context self
function Context:add(path, opts) end

---Merges counts that `write` made. Raises bad_version, io.
---@param path string
---@return iprcore.Context self
function Context:merge(path) end

---Writes the counts, sorted; the same bytes whatever the order of adding. Raises io.
---@param path? string  absent: stdout
function Context:write(path) end

---The counts as a list for `ipr.scorer { context = … }`.
---@return iprcore.Context
function Context:list() end

---@return integer  sellers, article numbers and titles counted
function Context:count() end

---@return iprcore.Context
function context.new() end

---Loads what `iprcore context` wrote, ready for a scorer. Raises bad_version, io.
---@param path string
---@return iprcore.Context
function context.load(path) end

---@param path string
---@return boolean
function context.is_context(path) end

return context
