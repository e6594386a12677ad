---@meta
--- Brand lexicons: which brand a listing names, and how it is written.

---@class iprcore.brands
local brands = {}

--- Reads lexicons and returns one. Each is TSV (or CSV) with a header: `brand`, and any of `key
--- category high_risk ambiguous_word aliases zh ru ja ko ar codewords price currency`; lists inside a cell
--- are parted by `|`; other columns are ignored; TSV has no quoting. A brand named in several
--- rows or files is one brand with all its names. nil reads the shipped list; the path "default"
--- in an array adds it. A brand without a category takes it, and whether it is much copied, from
--- the shipped list.
--- Raises io, bad_header (no column brand, or one that looks like a slip for another), bad_list
--- (a name without a letter, with its line).
---@param paths? string|string[]
---@return iprcore.lexicon
function brands.load(paths) end

---The shipped list of much-copied brands.
---@return iprcore.Lexicon
function brands.standard() end

--- The tricks, in order of suspicion.
---@return { name: string, class: iprcore.trick_class, about: string }[]
function brands.tricks() end

---@alias iprcore.trick_class "ordinary"|"slip"|"evasion"

---@class iprcore.brand_hit
---@field brand string the brand's name as the lexicon has it
---@field trick string how it is written: plain, alias, leet, homoglyph …; see brands.tricks
---@field class iprcore.trick_class only "evasion" is suspicious by itself
---@field field "title"|"description"|"brand" where
---@field first integer 1-based byte of the field
---@field last integer 1-based inclusive byte: field:sub(first, last) is surface
---@field surface string what is written
---@field score integer how sure; orders the hits
---@field accessory boolean named as what the thing is for ("case for iPhone")
---@field negated boolean denied ("not Gucci")

---@class iprcore.lexicon
local lexicon = {}

--- Which brands a listing names. The first value is the listing's brand, nil if none is named
--- (mentions after "for" or "not" do not name it); the second is every other mention, one a
--- brand, best first. Linear in the texts. A slip counts only where the right name stands nowhere.
---@param listing { title?: string, description?: string, brand?: string }
---@return iprcore.brand_hit|nil
---@return iprcore.brand_hit[]
function lexicon:find(listing) end

--- What the lexicon knows of a brand by any of its names, or nil.
---@param name string
---@return { name: string, category: string, high_risk: boolean, ambiguous: boolean, price: string, currency: string }|nil
function lexicon:brand(name) end

--- How many brands there are; also `#lexicon`.
---@return integer
function lexicon:count() end

--- Frees the lexicon: now, or with the last scorer that was given it. Using it later raises
--- closed; giving it to another scorer raises usage.
function lexicon:close() end

return brands
