---@meta

---Decisions that people took on listings.
---@class iprcore.labels
local labels = {}

---@class iprcore.Label
---@field decision "counterfeit"|"genuine"|"grey_market"|"other_infringement"|"unclear"
---@field truth? integer   1 counterfeit, 0 not; nil where unclear or contradicted
---@field weight number    how many listings it stands for; 1 where none is given
---@field basis? "test_buy"|"rights_holder"|"documents"|"admission"|"visual"
---@field by? string
---@field date? string
---@field source? string  where the listing is from; `fit` leaves whole sources out in turn
---@field contradicted? boolean  another row of the id decides otherwise

---@class iprcore.Labels
---@field n integer                listings with a label
---@field open integer             rows whose decision is still empty
---@field weighted boolean         some row has a weight
---@field contradictory string[]   ids with different decisions; they count as unclear
local Labels = {}

---@param id string
---@return iprcore.Label?
function Labels:of(id) end

---Which ids have labels that contradict each other, in words.
---@return string
function Labels:contradictions() end

---Scores a feed and calls take for each listing, once by id, whose label says counterfeit or not.
---Raises empty, with what is wrong with the labels, where there is none.
---@param scorer table  ipr.scorer{…}
---@param path string
---@param opts { input?: "csv"|"tsv"|"jsonl" }
---@param take fun(listing: table, result: table, label: iprcore.Label)
---@return { unclear: integer, unknown: integer }  listings whose label does not say; labels of others
function Labels:match(scorer, path, opts, take) end

---Loads labels: id, decision, basis?, by?, date?, weight? (CSV, TSV, JSON Lines; a filled worksheet
---of `iprcore sample` or of `score --format queue` is one). Raises bad_list, bad_header, no_id
---with the line, io.
---@param path string
---@param opts? { input?: "csv"|"tsv"|"jsonl", delimiter?: string }
---@return iprcore.Labels
function labels.load(path, opts) end

return labels
