---@meta

---KPI definitions.
---@class iprcore.kpis
---@field programme iprcore.Kpi[]  the standard programme, in the order of its lines
local kpis = {}

---One definition. It counts the cases of `of` unless one of without, followed_by, hit, within,
---quantile, share_where, stock or events says otherwise. Kinds are a name or an array of names.
---@class iprcore.Kpi
---@field key string
---@field label? string|{en: string, zh: string}
---@field definition? string|{en: string, zh: string}
---@field counts? string       what is counted: listings, requests …
---@field cohort? string       received, decided, removed …
---@field clock? "calendar"|"business"  business needs the tally's calendar
---@field numerator? string
---@field denominator? string
---@field unit? "count"|"percent"|"ratio"|"currency"|"duration"  of combine
---@field of string|string[]   the first of these kinds dates the case
---@field where? table<string, string|string[]>  attributes a case must have
---@field needs? string|string[]  kinds that must have come before, else the case is unknown
---@field sum? "count"|"amount"
---@field facet? string        region, currency, party, parent_region, parent_party, source …
---@field facet_only? boolean  no line for the whole
---@field facet_share? boolean each facet as a share of the whole
---@field facet_is? "party"|"seller"|"notifier"  facets are people or firms
---@field events? boolean      count rows, not cases
---@field stock? boolean       as of the period's end: come and not gone
---@field done? string|string[]
---@field hit? string|string[] share of the done whose first outcome is one of these
---@field drop? string|string[] outcomes that leave a case out
---@field within? table        { 24, "hour" }: share done in that time
---@field without? string|string[]      share with none of these before; needs coverage
---@field followed_by? string|string[]  share with one of these after; needs coverage
---@field share_where? table   share with these attributes
---@field quantile? number     of the time from of to done, e.g. 0.5
---@field distinct? "party"   how many different parties; of one kind
---@field pauses? boolean      request_paused … request_resumed stop the clock
---@field also? iprcore.Kpi[]  plans whose numbers are added
---@field parts? table<string, iprcore.Kpi>
---@field combine? fun(parts: table<string, table<string, table>>, facet: string?): number?, number?

---Checks one definition and returns it. Raises bad_value naming key and field.
---@param kpi iprcore.Kpi
---@return iprcore.Kpi
function kpis.check(kpi) end

---Checks an array of definitions and returns it. Raises bad_value.
---@param list iprcore.Kpi[]
---@return iprcore.Kpi[]
function kpis.check_all(list) end

---Definitions from a Lua file, which sees `programme` and opens no file. Raises bad_value, io.
---@param path string
---@return iprcore.Kpi[]
function kpis.load(path) end

return kpis
