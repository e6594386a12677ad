---@meta

---Tallies: events in, figures out. `ipr.tally { … }` makes one.
---@class iprcore.tally
---@overload fun(opts?: iprcore.TallyOptions): iprcore.Tally
local tally = {}

---@class iprcore.TallyOptions
---@field kpis? iprcore.Kpi[]   default: ipr.kpis.programme
---@field as_of? string         later events have not happened; a date means its end
---@field offset? string        where days begin, e.g. "+08:00"; default UTC
---@field cases? boolean        false: count rows only, keep no ids
---@field sketches? boolean      distinct counts and quantiles from sketches: bounded memory, marked ≈
---@field calendar? { days?: string[], open?: string, close?: string, offset?: string, holidays?: string[] }

---A figure, as `iprcore tally` prints it.
---@class iprcore.Line
---@field key string           facet in brackets
---@field period string        "2019", "2019-Q1", "2019-03"; of an instant its day
---@field period_type "duration"|"instant"
---@field kind "level"|"change"
---@field direction? "increase"|"decrease"
---@field basis? "yoy"
---@field value? number        nil if it cannot be known; reason says why
---@field unit string
---@field subunit? string
---@field num? number
---@field den? number
---@field open? integer        cases not decided and not yet late
---@field unknown? integer     cases left out because what decides them is not known
---@field reason? string     why there is no value; or "≈, …" with the bound of a sketch

---@class iprcore.Tally
local Tally = {}

---Reads a file of events. Rows that cannot be used are counted, not raised. Raises io, empty,
---bad_header, utf16, limit; rows read before stay counted.
---@param path string
---@param opts? { input: "csv"|"tsv"|"jsonl", map: string|iprcore.CaseMap, delimiter: string }
---@return iprcore.Tally self
function Tally:read(path, opts) end

---Adds one event.
---@param event iprcore.Event
---@return iprcore.Tally self
---@return string? trouble  why it could not be used
---@return string? text
function Tally:add(event) end

---Adds all that another tally holds. Raises bad_value if offset or use of cases differ.
---@param other iprcore.Tally
---@return iprcore.Tally self
function Tally:merge(other) end

---The state as bytes, the same for any order and split of the same events.
---@return string
function Tally:pack() end

---The moment of the figures: as given, else the latest of all events and coverage.
---@return string?  ISO 8601
function Tally:as_of() end

---@param opts? { period: "year"|"quarter"|"month", parties: boolean }
---@return iprcore.Line[]
function Tally:lines(opts) end

---The definitions of the KPIs by key.
---@return table<string, table>
function Tally:definitions() end

---What a report of a year needs.
---@param opts? { year: integer, parties: boolean }
---@return { lines: iprcore.Line[], kpis: table, quality: table[], as_of: string? }
function Tally:report_lines(opts) end

---What was unusual in the events. Rows out of order are known of this tally's own reading only.
---@return { code: string, text: string, what?: string, n: integer }[]
function Tally:quality() end

---Rows read, usable or not.
---@return integer rows
---@return integer unused  those of them that could not be used
function Tally:rows() end

---Bytes of memory held by the state.
---@return integer
function Tally:bytes() end

---A tally from packed bytes. Nil, message, "bad_version", offset if they are damaged or of
---another version.
---@param text string
---@param opts? iprcore.TallyOptions
---@return iprcore.Tally?
---@return string? message
---@return string? code
---@return integer? offset
function tally.unpack(text, opts) end

return tally
