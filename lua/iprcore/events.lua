--- Events: the closed vocabulary, and exports with one row a case read as events by a map.
--   return {                                     -- MAP.lua
--     id = "Case no.", date = "dmy", zone = "+08:00",
--     events = {
--       { event = "request_received", time = "Received", party = "Notifier", parent = "Item" },
--       { event = { column = "Outcome", Yes = "request_accepted", No = "request_rejected" },
--         time = "Decided" },
--       { event = "listing_removed", id = "Item", time = "Removed",
--         source = { value = "article_16" } },
--     },
--   }
-- A text names a column; { value = … } is the same for every row; { column = …, A = "b" }
-- translates. An event whose time is empty in a row did not happen.
local core = require "iprcore.core"
local errors = require "iprcore.errors"
local input = require "iprcore.input"

local M = {}

local vocabulary = core.tally.vocabulary()

--- The kinds of event: array of { name, text, entity, step }.
function M.kinds() return vocabulary.kinds end

--- The columns of an event table: array of { name, text }.
function M.columns() return vocabulary.columns end

local COLUMNS, KINDS = {}, {}
for _, c in ipairs(vocabulary.columns) do COLUMNS[c.name] = true end
for _, k in ipairs(vocabulary.kinds) do KINDS[k.name] = true end

local ORDERS = { ymd = true, dmy = true, mdy = true }

local function bad(path, fmt, ...)
  errors.raise("bad_value", fmt:format(...), { path = path })
end

local function check_kind(path, name)
  if not KINDS[name] then bad(path, "no kind of event %s", tostring(name)) end
end

local function check_event(path, map, event)
  if type(event) ~= "table" or event.event == nil or event.time == nil then
    bad(path, "each entry of a map's events has at least event and time")
  end
  if not (event.id or map.id) then bad(path, "a map says which column is the id") end
  for name, cell in pairs(event) do
    if not COLUMNS[name] then bad(path, "events have no column %s", tostring(name)) end
    if type(cell) ~= "string" and type(cell) ~= "table" then
      bad(path, "%s is a column's name or a table", name)
    end
  end
  if type(event.event) == "string" then check_kind(path, event.event) end
  if type(event.event) == "table" then
    for from, to in pairs(event.event) do
      if from ~= "column" then check_kind(path, to) end
    end
  end
end

local function check_map(path, map)
  if type(map) ~= "table" or type(map.events) ~= "table" or #map.events == 0 then
    bad(path, "a map is a table with id and events")
  end
  for name in pairs(map) do
    if name ~= "id" and name ~= "events" and name ~= "date" and name ~= "zone" then
      bad(path, "a map has no %s; it has id, events, date and zone", tostring(name))
    end
  end
  if map.date and not ORDERS[map.date] then bad(path, "date is ymd, dmy or mdy") end
  if map.zone and not core.tally.offset(map.zone) then bad(path, "zone is written +08:00") end
  for _, event in ipairs(map.events) do check_event(path, map, event) end
  return map
end

--- A map from a Lua file that returns a table and can call nothing. Raises bad_value, io.
function M.map(path)
  return check_map(path, input.table(path))
end

-- 31/12/2019 14:30 in a stated order, or ISO 8601 as it is; the zone is added where none is.
local function time_text(map, text)
  local a, b, c, rest = text:match("^%s*(%d+)[/.%-](%d+)[/.%-](%d+)(.*)$")
  if a and map.date and #a <= 2 then
    local y, m, d = c, b, a
    if map.date == "mdy" then m, d = a, b elseif map.date == "ymd" then y, m, d = a, b, c end
    text = ("%04d-%02d-%02d"):format(tonumber(y), tonumber(m), tonumber(d)) .. rest
  end
  text = text:gsub("^%s+", ""):gsub("%s+$", "")
  if map.zone and text:find("%d:%d%d") and not text:find("[Zz]$")
    and not text:find("[+-]%d%d:?%d?%d?$", 17) then
    text = text .. map.zone
  end
  return text
end

local function cell(record, spec)
  if spec == nil then return nil end
  if type(spec) == "string" then return record[spec] end
  if spec.value ~= nil then return spec.value end
  local given = record[spec.column]
  local known = given ~= nil and rawget(spec, tostring(given))
  return known or given
end

local function make(map, record, spec)
  local event = { id = cell(record, spec.id or map.id) }
  for name, from in pairs(spec) do
    if name ~= "event" and name ~= "id" then event[name] = cell(record, from) end
  end
  event.event = spec.event
  if type(spec.event) == "table" then event.event = cell(record, spec.event) end
  local given = event.time
  if given == nil or given == "" or event.event == nil then return nil end
  event.time = time_text(map, tostring(given))
  if event["until"] then event["until"] = time_text(map, tostring(event["until"])) end
  return event
end

local function named_columns(map)
  local names = {}
  local function see(spec)
    if type(spec) == "string" then names[spec] = true end
    if type(spec) == "table" and spec.column then names[spec.column] = true end
  end
  see(map.id)
  for _, event in ipairs(map.events) do
    for name, spec in pairs(event) do
      if name ~= "event" or type(spec) == "table" then see(spec) end
    end
  end
  return names
end

-- A map that names a column the file does not have would read nothing in silence.
local function check_header(path, map, names)
  local has = {}
  for i = 1, names and names.n or 0 do has[names[i]] = true end
  local wanted = {}
  for name in pairs(named_columns(map)) do wanted[#wanted + 1] = name end
  table.sort(wanted)
  for _, name in ipairs(wanted) do
    if names and not has[name] then
      errors.raise("bad_header", ("the file has no column %q, which the map names"):format(name),
        { path = path, line = 1 })
    end
  end
end

--- Iterator over the events of an export with one row a case: event, place; false, place for a
-- row that cannot be read. map: a table, or the path of a file that returns one.
function M.from_cases(path, map, opts)
  map = type(map) == "string" and M.map(map) or check_map(nil, map)
  local next_record, names = input.records(path, { input = opts and opts.input,
    delimiter = opts and opts.delimiter })
  check_header(path, map, names)
  local waiting, at, place = {}, 0, nil
  return function()
    while true do
      at = at + 1
      if waiting[at] then return waiting[at], place end
      local record
      record, place = next_record()
      if record == nil then return nil end
      waiting, at = {}, 0
      if not record then
        place.trouble = place.code == "too_many_fields" and "extra_fields" or "unreadable"
        return false, place
      end
      for _, spec in ipairs(map.events) do waiting[#waiting + 1] = make(map, record, spec) end
    end
  end
end

return M
