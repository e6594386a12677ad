---@meta
--- The scorer: `ipr.scorer { … }` puts rules and lists together; listings go in, verdicts come out.

---@class iprcore.scorer_module
---@overload fun(options: iprcore.scorer_options): iprcore.scorer
local scorer = {}

---@class iprcore.scorer_options
---@field rules? iprcore.ruleset|iprcore.rule[]|table rules.load(…) or inline rules; default: the standard packs
---@field actions? table<string, number|{ at: number, groups?: integer, one_of?: string[] }> thresholds; groups: how many groups must agree, one_of: one of them at least
---@field groups? table<string, { max: number }> caps on a group's sum
---@field weights? table<string, number> laid over the rules' own
---@field max_score? number ceiling of the score
---@field on_error? string action proposed at least when a rule failed (default "review")
---@field brands? iprcore.lexicon default: the shipped list
---@field prices? table ipr.prices.load(…)
---@field typical? table default: the shipped usual prices
---@field sellers? table
---@field terms? table default: the shipped vocabulary
---@field images? table
---@field removed? table
---@field context? table
---@field exceptions? { rule?: string, seller_id?: string, brand?: string, id?: string, until?: string, reason?: string, by?: string }[]
---@field columns? table<string, string> canonical column -> the input's name for it
---@field currency? string ISO code of prices that name none
---@field date? string today, YYYY-MM-DD; nothing here looks at a clock
---@field threads? integer workers of run (default 1, at most 64)
---@field input? "csv"|"tsv"|"jsonl" form of files (default: by suffix)
---@field delimiter? string between the fields of CSV files (default ",")
---@field strict? boolean

--- The same as calling the module. Raises usage for unknown options (with the nearest name),
--- bad_rule for slips in inline rules.
---@param options iprcore.scorer_options
---@return iprcore.scorer
function scorer.new(options) end

---@class iprcore.scorer
local object = {}

--- The verdict on one listing, a table by column name. Keys that are no column are passed over;
--- one that is near a column the listing lacks (titel) raises usage.
---@param listing table<string, string|number|boolean>
---@return iprcore.verdict
function object:score(listing) end

--- Reads a file: `for listing, result in scorer:each "feed.csv" do`. The listing is read-only and
--- dies at the next step (listing:copy() owns its data). Raises io, empty, bad_header.
---@param path string "-" is stdin
---@param options? { input?: string, delimiter?: string, strict?: boolean }
---@return fun(): iprcore.listing, iprcore.verdict
function object:each(path, options) end

--- Scores a whole file to stdout, in C; the output does not depend on threads or block.
---@param path string
---@param options? { format?: "jsonl"|"csv", input?: string, delimiter?: string, threads?: integer, with?: string[], stamp?: string, header?: boolean, strict?: boolean, max_errors?: integer, block?: integer }
---@return { rows: integer, errors: integer, incomplete: integer, too_many: boolean, actions: integer[], fired: integer[], unknown: integer[] }
function object:run(path, options) end

--- What was scored so far by score and each, for people.
---@return string
function object:summary() end

--- The actions' names, lowest threshold first.
---@return string[]
function object:actions() end

---@class iprcore.listing columns by name; numbers are numbers; read-only
---@field copy fun(self): table

---@class iprcore.verdict
---@field id? string
---@field score? number nil where error is set
---@field action? string
---@field complete boolean false if a rule failed
---@field symbols { name: string, score: number, strength: number, evidence: iprcore.evidence[] }[]
---@field also? table[] what speaks for something other than counterfeiting
---@field error? { code: string, message: string, line: integer }
---@field explain fun(self): iprcore.explanation

---@class iprcore.evidence
---@field field? string
---@field first? integer 1-based byte in the field
---@field last? integer 1-based inclusive
---@field text? string the words seen
---@field says string

---@class iprcore.explanation prints itself
---@field rows fun(self): { rule: string, outcome: "fired"|"not fired"|"unknown"|"unless"|"excepted"|"failed", because: string, when: string, unless?: string, weight: number, score: number, strength: number, group: string, evidence: iprcore.evidence[] }[]

return scorer
