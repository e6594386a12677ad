---@meta

---Events of a protection programme: the closed vocabulary, and exports with one row a case.
---@class iprcore.events
local events = {}

---@class iprcore.EventKind
---@field name string    what the column event holds
---@field text string    what happened
---@field entity string  whose cases it belongs to
---@field step integer   its place in such a case, from 0

---One event. Times are ISO 8601 (none: UTC); count is at least 1; amounts have at most three places.
---@class iprcore.Event
---@field time string
---@field event string
---@field id? string
---@field parent? string
---@field count? integer
---@field amount? string|number
---@field currency? string
---@field region? string
---@field source? "own_initiative"|"article_16"|"trusted_flagger"|"consumer_report"|"authority_order"
---@field ground? "law"|"terms"
---@field restriction? string
---@field automated_detection? "yes"|"no"
---@field automated_decision? "fully"|"partially"|"no"
---@field ip_right? string
---@field party? string
---@field until? string   of coverage: its last day
---@field reason? string

---How a row of an export becomes events: a text names a column, { value = … } is constant,
---{ column = …, A = "b" } translates. An event without a time in a row did not happen.
---@class iprcore.CaseMap
---@field id? string|table
---@field date? "ymd"|"dmy"|"mdy"  order of dates that are not ISO 8601
---@field zone? string             of times that name none
---@field events table<string, string|table>[]

---The kinds of event, in the order of the table.
---@return iprcore.EventKind[]
function events.kinds() end

---The columns of an event table: { name, text }.
---@return table[]
function events.columns() end

---A map from a Lua file that returns a table and can call nothing. Raises bad_value, io.
---@param path string
---@return iprcore.CaseMap
function events.map(path) end

---Iterates over the events of an export. False instead of an event: a row that cannot be read.
---Raises bad_value (map), bad_header (a column the map names is missing), io.
---@param path string
---@param map iprcore.CaseMap|string
---@param opts? { input: "csv"|"tsv"|"jsonl" }
---@return fun(): iprcore.Event|false|nil, table?
function events.from_cases(path, map, opts) end

return events
