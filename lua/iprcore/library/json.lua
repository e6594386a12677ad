---@meta
-- iprcore.json: JSON in and out.

---@class iprcore.json
---@field null lightuserdata stands for null in arrays and as a whole text; in objects a null is absent
local json = {}

---Reads one JSON text.
---@param text string UTF-8; escapes of lone surrogates become U+FFFD
---@param members table<string, boolean>|nil of an object only these; the others are read, not made
---@return any|nil value tables, strings, numbers (integers where they have no point and fit), booleans, json.null
---@return string|nil message what was expected
---@return string|nil code "bad_json", "too_deep" or "bad_number"
---@return integer|nil offset 0-based byte where it breaks
function json.decode(text, members) end

---Writes one value. Object keys in byte order, or in their shape's; numbers as the shortest decimal that
---reads back; NaN and infinities as null; invalid UTF-8 as U+FFFD. An empty table is `[]`.
---Raises on functions, cycles and keys that are no strings.
---@param value any
---@return string text
function json.encode(value) end

---Makes a function that marks tables to be written with exactly these keys, in this order.
---@param keys string[] "name": null if nil; "name?": left out if nil; "name[]": always an array
---@return fun(t: table): table
function json.shape(keys) end

---Marks a table (or a new one) to be written as an array even when empty.
---@param t table|nil
---@return table
function json.array(t) end

return json
