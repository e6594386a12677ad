---@meta
--- Rules: data with a condition. `ipr.rule`, `ipr.field`, `ipr.all`, `ipr.any`, `ipr.none` and
--- `ipr.list` are these functions under shorter names, and are what a rule file sees.

---@class iprcore.rules
---@field field iprcore.fields
---@field list iprcore.list_maker
local rules = {}

---@class iprcore.rule_options
---@field shadow? boolean  evaluated and reported, with weight 0, so that it can be watched
---@field weight? number thousandths at most, |weight| <= 1e6; default 1. Score = weight × strength
---@field group? string rules of one group corroborate nothing to each other; default: the name
---@field description? string one sentence for analysts
---@field public? string the sentence a seller may see
---@field when iprcore.condition|fun(listing: iprcore.listing): boolean|number|nil, string?
---@field unless? iprcore.condition|fun(listing: iprcore.listing): boolean|number|nil, string?
---@field suspects? "counterfeit"|"grey_market"|"other_infringement"|"copied_content" only the first counts; others are shown in result.also
---@field force? string action proposed at least when the rule fires
---@field allow? boolean nothing is proposed when the rule fires
---@field examples? { hits?: table[], misses?: table[] } listings that `iprcore check` tries

---@class iprcore.rule

--- Begins a rule: `rule "name" { when = …, weight = … }`. Names are letters, digits, _ . - and
--- unique in a set. Slips raise { message, path, line }: an unknown key, a boolean where a
--- condition belongs, a weight with four decimals.
---@param name string
---@return fun(options: iprcore.rule_options): iprcore.rule
function rules.rule(name) end

--- True if every condition is; the strength is the least. Unknown if one is unknown and none false.
---@param conditions iprcore.condition[]
---@return iprcore.condition
function rules.all(conditions) end

--- True if some condition is; the strength is the greatest. Unknown if one is unknown and none true.
---@param conditions iprcore.condition[]
---@return iprcore.condition
function rules.any(conditions) end

--- True if no condition is; unknown if one is unknown and none true.
---@param conditions iprcore.condition[]
---@return iprcore.condition
function rules.none(conditions) end

--- Loads a rule file: it returns an array of rules, or { rules, actions, groups, composites,
--- weights, max_score, on_error, brands, prices, sellers, terms, images, removed }; the last six are
--- lists that it loads (`brands = ipr.brands.load "brands.tsv"`) and the scorer uses unless it is
--- given others. It runs in a state of its own that sees no files (list loaders read below the
--- file's folder, `folders`, and folders that defines name).
--- Raises bad_rule with path and line; io where it cannot be read.
---@param path string
---@param options? { defines?: table<string, string>, folders?: string[], memory?: integer } memory in bytes, default 64 MB
---@return iprcore.ruleset
function rules.load(path, options) end

--- The same from a text.
---@param text string
---@param options? { defines?: table<string, string>, folders?: string[], memory?: integer }
---@return iprcore.ruleset
function rules.parse(text, options) end

--- The standard packs, with their actions.
---@return iprcore.ruleset
function rules.standard() end

--- Whether value is what load, parse and standard return.
---@param value any
---@return boolean
function rules.is(value) end

---@class iprcore.ruleset what rules.load gives; for ipr.scorer { rules = … }
---@field path string
---@field lists table<string, table> the lists that the file brings along, by noun

---@class iprcore.fields
---@field [string] iprcore.field L.price, L.title, …; an unknown name raises with the nearest
---@field column fun(name: string): iprcore.field another column of the feed
---@field fired fun(rule: string): iprcore.condition in composites: that rule fired
---@field group fun(group: string): iprcore.condition in composites: some rule of the group fired

--- A field; which verbs it has depends on its type. All but present and missing are unknown
--- where the field is missing. Texts are compared folded (case, accents, width); `.raw` is not.
---@class iprcore.field
---@field raw iprcore.field text as written
---@field leet iprcore.field text with digits and signs read as letters
---@field skeleton iprcore.field text with look-alikes made one
---@field joined iprcore.field leet, with single letters, three or more in a row, as one word: n i k e
---@field words iprcore.field number of words
---@field length iprcore.field number of code points
---@field present fun(self): iprcore.condition
---@field missing fun(self): iprcore.condition
---@field below fun(self, x: number|string): iprcore.condition number; money also "50 USD"
---@field at_most fun(self, x: number|string): iprcore.condition
---@field at_least fun(self, x: number|string): iprcore.condition
---@field above fun(self, x: number|string): iprcore.condition
---@field between fun(self, from: number, to: number): iprcore.condition both ends count
---@field ramp fun(self, from: number, to: number): iprcore.condition strength 0 at from, 1 at to
---@field is fun(self, x: number|string): iprcore.condition
---@field is_any fun(self, texts: string[]): iprcore.condition
---@field contains fun(self, text: string|string[]): iprcore.condition
---@field has fun(self, list: string[]|iprcore.list|iprcore.field): iprcore.condition whole words; members of a set; of another text field: its words
---@field has_char fun(self, class: string): iprcore.condition a character of the class "A-Za-z"
---@field reveals fun(self, list: string[]|iprcore.list): iprcore.condition of .skeleton: a term stands in it that does not in the text; of .leet and .joined: that does not in .skeleton
---@field starts fun(self, text: string|string[]): iprcore.condition
---@field ends fun(self, text: string|string[]): iprcore.condition
---@field count fun(self, list?: string[]|iprcore.list): iprcore.field distinct terms, at most 64
---@field most fun(self, list: iprcore.list): iprcore.field the largest value of the terms in it; missing if there is none
---@field per fun(self, number: iprcore.field): iprcore.field number divided by another; missing if that is or is 0
---@field before fun(self, date: string): iprcore.condition YYYY-MM-DD
---@field after fun(self, date: string): iprcore.condition
---@field near fun(self, list: string[]|iprcore.list, bits?: integer): iprcore.condition image hashes: within so many bits of one. Text: some word of 5 to 24 letters a-z and digits, itself no term, is one letter off a term of one word, or two from eight letters on

--- A condition: immutable; `a & b`, `a | b`, `~a` join conditions. Truth is strong Kleene (T true,
--- F false, ? unknown: a field is missing):
---
---     a & b | T  F  ?      a | b | T  F  ?      a | ~a
---     T     | T  F  ?      T     | T  T  T      T | F
---     F     | F  F  F      F     | T  F  ?      F | T
---     ?     | ?  F  ?      ?     | T  ?  ?      ? | ?
---
--- With strengths in 0…1: & takes the smaller, | the larger, ~ what is missing to one; unknown is
--- "somewhere in 0…1", so 0.3 | ? is true with 0.3 at least, and De Morgan's laws hold. A rule
--- fires if `when` is true (its strength is more than nothing) and `unless` is not true.
---@class iprcore.condition
---@operator band(iprcore.condition): iprcore.condition
---@operator bor(iprcore.condition): iprcore.condition
---@operator bnot: iprcore.condition
---@field test fun(self, listing: table, lists?: table): boolean|nil, number|string true, false or nil (unknown), and the strength or what is missing

---@class iprcore.list

---@class iprcore.list_maker
---@field load fun(path: string, options?: { value?: integer, rows?: integer }): iprcore.list one term a line, up to a tab; # begins a comment; value: the column of the term's number; rows: how many to read
---@overload fun(terms: string[]): iprcore.list

return rules
