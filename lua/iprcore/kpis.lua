--- KPI definitions: the standard programme (lua/iprcore/kpis), files of an analyst's own, and
-- their translation into the plans that the core evaluates.
--   { key = "restored_in_a_week", of = "listing_removed", within = { 7, "day" },
--     done = "listing_restored", label = "…", definition = "…" }
local core = require "iprcore.core"
local errors = require "iprcore.errors"
local nearest = require "iprcore.nearest"

local M = {}

local SYSTEMS = { "monitoring", "platform", "quality", "consumer", "offline", "alliance" }

-- What a definition may say: what it is for people, which cases, and what is measured.
local FIELDS = { key = "string", label = "text", definition = "text", counts = "string",
  cohort = "string", clock = "string", numerator = "string", denominator = "string",
  unit = "string", facet_is = "string", of = "kinds", where = "table", sum = "string",
  facet = "string", facet_only = "boolean", facet_share = "boolean", events = "boolean",
  stock = "boolean", needs = "kinds", done = "kinds", hit = "kinds", drop = "kinds",
  within = "table", without = "kinds", followed_by = "kinds", share_where = "table",
  quantile = "number", distinct = "string", pauses = "boolean", also = "table", parts = "table",
  combine = "function" }

local SECONDS = { second = 1, minute = 60, hour = 3600, day = 86400, week = 604800 }
local FACETS = { region = "place", currency = "place", party = "party",
  parent_region = "parent_place", parent_party = "parent_party", source = "source",
  ground = "ground", restriction = "restriction", automated_detection = "automated_detection",
  automated_decision = "automated_decision", ip_right = "ip_right" }

local KINDS = {}
for _, kind in ipairs(core.tally.vocabulary().kinds) do KINDS[kind.name] = kind end

local function fail(kpi, fmt, ...)
  errors.raise("bad_value", ("KPI %s: %s"):format(tostring(kpi.key or "without a key"),
    fmt:format(...)))
end

local function list(v)
  return type(v) == "table" and v or { v }
end

local function near(name, known)
  local names = {}
  for n in pairs(known) do names[#names + 1] = n end
  return nearest(name, names)
end

-- Kinds as an array, of which all belong to one entity.
local function kinds_of(kpi, what, v, entity)
  local out = {}
  for i, name in ipairs(list(v)) do
    local kind = KINDS[name]
    if not kind then
      fail(kpi, "%s: no kind of event %q%s", what, tostring(name), near(name, KINDS))
    end
    entity = entity or kind.entity
    if kind.entity ~= entity then
      fail(kpi, "%s: %s is about a %s, not a %s", what, name, kind.entity, entity)
    end
    out[i] = name
  end
  return out, entity
end

local function where_of(kpi, t)
  local out = {}
  for column, values in pairs(t or {}) do
    if not FACETS[column] or FACETS[column] ~= column then
      fail(kpi, "where: %s is not an attribute with fixed values", tostring(column))
    end
    out[#out + 1] = { column, table.unpack(list(values)) }
  end
  table.sort(out, function(a, b) return a[1] < b[1] end)
  return #out > 0 and out or nil
end

local function seconds_of(kpi, t)
  local n, unit = t[1], SECONDS[(tostring(t[2]):gsub("s$", ""))]
  if type(n) ~= "number" or n <= 0 or not unit then
    fail(kpi, "within is a number and a unit, e.g. { 24, \"hour\" }")
  end
  return math.floor(n * unit)
end

local function measure_of(d)
  if d.distinct then return "distinct" end
  return d.stock and "stock" or d.events and "events" or d.within and "within"
    or d.without and "before" or d.followed_by and "after" or d.share_where and "where"
    or d.quantile and "quantile" or d.hit and "outcome" or "count"
end

local NEEDS_DONE = { within = true, quantile = true, outcome = true }

--- One plan of the core from a definition, or from a part of one.
local function plan_of(kpi, d, with)
  local measure = measure_of(d)
  if not d.of then fail(kpi, "of says which kind of event it counts") end
  if NEEDS_DONE[measure] and not d.done then fail(kpi, "done says which kinds end the wait") end
  if d.facet and not FACETS[d.facet] then fail(kpi, "no facet %q", d.facet) end
  if d.distinct and d.distinct ~= "party" then fail(kpi, "distinct counts party, nothing else") end
  local of, entity = kinds_of(kpi, "of", d.of)
  local plan = { measure = measure, of = of, sum = d.sum or "cases",
    facet = d.facet and FACETS[d.facet] or "", where = where_of(kpi, d.where),
    hit_where = where_of(kpi, d.share_where), limit = d.within and seconds_of(kpi, d.within),
    permille = d.quantile and math.floor(d.quantile * 1000 + 0.5), sketch = with.sketches }
  if d.distinct and not with.sketches then plan.measure, plan.facet = "count", "party" end
  if not with.cases and plan.measure ~= "events" and plan.measure ~= "distinct" then
    fail(kpi, "needs cases, and the tally keeps none (cases = false)")
  end
  for _, name in ipairs { "needs", "done", "hit", "drop" } do
    plan[name] = d[name] and kinds_of(kpi, name, d[name], entity)
  end
  local hit = d.without or d.followed_by
  if hit then plan.hit = kinds_of(kpi, "without", hit, entity) end
  if d.pauses then plan.pause, plan.resume = { "request_paused" }, { "request_resumed" } end
  if d.clock == "business" then
    if not with.calendar then fail(kpi, "a business clock needs the tally's calendar") end
    plan.calendar = with.calendar
  end
  return plan
end

--- The plans of a KPI: named parts, or "main" and what is added to it. with: the tally's
-- calendar, and whether it keeps cases and sketches.
function M._plans(kpi, with)
  if kpi.parts then
    local plans = {}
    for name, part in pairs(kpi.parts) do
      plans[#plans + 1] = { name = name, plan = plan_of(kpi, part, with) }
    end
    table.sort(plans, function(a, b) return a.name < b.name end)
    return plans
  end
  local plans = { { name = "main", plan = plan_of(kpi, kpi, with) } }
  for _, more in ipairs(kpi.also or {}) do
    plans[#plans + 1] = { name = "main", plan = plan_of(kpi, more, with) }
  end
  return plans
end

local function check_field(kpi, name, value)
  local want, got = FIELDS[name], type(value)
  if not want then
    fail(kpi, "no field %s%s", tostring(name), near(name, FIELDS))
  end
  local fits = got == want or ((want == "text" or want == "kinds")
    and (got == "string" or got == "table"))
  if not fits then fail(kpi, "%s is a %s, not a %s", name, want, got) end
end

--- Checks one definition and returns it, with a label where it has none. Raises bad_value.
function M.check(kpi)
  if type(kpi) ~= "table" then
    errors.raise("bad_value", "a KPI is a table, not a " .. type(kpi))
  end
  for name, value in pairs(kpi) do check_field(kpi, name, value) end
  if type(kpi.key) ~= "string" or not kpi.key:find("^[%a][%w_]*$") then
    fail(kpi, "key is a name of letters, digits and _")
  end
  if kpi.parts and not kpi.combine then fail(kpi, "parts need a function combine") end
  M._plans(kpi, { cases = true, calendar = kpi.clock == "business"
    and core.tally.calendar(31, 0, 86400, 0, {}) or nil })
  kpi.label = kpi.label or kpi.key:gsub("_", " ")
  return kpi
end

--- Checks an array of definitions, each key once. Returns it.
function M.check_all(kpis)
  local seen = {}
  if type(kpis) ~= "table" or #kpis == 0 then
    errors.raise("bad_value", "KPIs are an array of definitions with at least one in it")
  end
  for _, kpi in ipairs(kpis) do
    M.check(kpi)
    if seen[kpi.key] then fail(kpi, "there are two of this key") end
    seen[kpi.key] = true
  end
  return kpis
end

local function copy(t)
  local out = {}
  for k, v in pairs(t) do out[k] = v end
  return out
end

--- KPIs from a Lua file that returns an array of definitions (or one). It sees `programme`, the
-- standard definitions (also as require("iprcore").kpis.programme), and Lua's pure functions;
-- it opens no file. Raises bad_value, io.
function M.load(path)
  local text = require("iprcore.input").text(path)
  local programme = {}
  for i, kpi in ipairs(M.programme) do programme[i] = copy(kpi) end
  local function only_kpis(name)
    if name == "iprcore" then return { kpis = { programme = programme } } end
    error(("a KPI file can require iprcore, not %s"):format(tostring(name)), 2)
  end
  local sandbox = { programme = programme, require = only_kpis, ipairs = ipairs, pairs = pairs,
    math = copy(math), string = copy(string), table = copy(table), tostring = tostring,
    tonumber = tonumber, type = type, select = select, next = next, error = error,
    assert = assert }
  local chunk, message = load(text, "@" .. path, "t", sandbox)
  local ok, found = true, nil
  if chunk then ok, found = pcall(chunk) end
  if not chunk or not ok then
    errors.raise("bad_value", tostring(message or found), { path = path })
  end
  if type(found) == "table" and found.key then found = { found } end
  return M.check_all(found)
end

M.programme = {}
for _, system in ipairs(SYSTEMS) do
  for _, kpi in ipairs(require("iprcore.kpis." .. system)) do
    M.programme[#M.programme + 1] = kpi
  end
end
M.check_all(M.programme)

return M
