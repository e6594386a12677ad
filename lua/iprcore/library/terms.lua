---@meta

---The vocabulary of listings: words for copies, phrases that only look like them, words for used
---goods, accessories, contact elsewhere, kinds of goods.
---@class iprcore.terms
local terms = {}

---@class iprcore.TermHit
---@field first integer     1-based, in bytes of the text as written
---@field last integer      inclusive
---@field term string       as the list has it
---@field kind string       declares_copy, quality_grade, evasion, channel, origin, softener;
---                         parallel_import, resale, theft; used, accessory, licensed, sample,
---                         spare_part, contact, proof_dodge, breadth, goods
---@field says string       one clause for people
---@field language string
---@field strength number   0 to 1
---@field value? string     the kind of goods
---@field hidden boolean    only seen after reading digits and look-alikes as letters

---@class iprcore.Terms
local Terms = {}

---The terms in a text, in order: without those in an ordinary phrase ("AAA battery") and those
---negated ("not a replica").
---@param text string
---@return iprcore.TermHit[]
function Terms:find(text) end

---@return integer
function Terms:count() end

---The shipped vocabulary; `overlay` is a TSV list (term, language, kind, strength) whose words
---replace the shipped ones; strength 0 switches a word off, kind "exception" adds a phrase.
---Raises bad_list with the line, io.
---@param overlay? string
---@return iprcore.Terms
function terms.standard(overlay) end

---A vocabulary of one list alone. Raises bad_list with the line, io.
---@param path string
---@return iprcore.Terms
function terms.load(path) end

---All kinds of terms; class is "copy", "grey" (never says counterfeit), "guard" or "signal".
---@return { name: string, class: string, says: string }[]
function terms.kinds() end

return terms
