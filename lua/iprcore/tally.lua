--- Tallies: events in, figures out.
--   local tally = ipr.tally { kpis = ipr.kpis.programme }
--   tally:read "events.csv"
--   for _, line in ipairs(tally:lines { period = "year" }) do print(line.key, line.value) end
-- The state (csrc/core/tally.h) does not depend on the order of the events; the KPIs are asked
-- of it when lines are wanted, so a packed tally answers KPIs that were written later.
local check_options = require "iprcore.check_options"
local core = require "iprcore.core"
local errors = require "iprcore.errors"
local figures = require "iprcore.tally_lines"
local input = require "iprcore.input"
local kpis = require "iprcore.kpis"
local output = require "iprcore.output"

local M = {}

local Tally = {}
Tally.__index = Tally

local COLUMNS = {}
for i, column in ipairs(core.tally.vocabulary().columns) do COLUMNS[i] = column.name end
local IS_COLUMN = {}
for _, name in ipairs(COLUMNS) do IS_COLUMN[name] = true end

-- A moment from ISO 8601 text; a date alone means the end of that day.
local function moment(who, text)
  local at, date_only = core.tally.moment(text)
  if not at then
    errors.raise("usage", ("%s is a date like 2019-12-31, not %q"):format(who, tostring(text)))
  end
  return date_only and at + 86399 or at
end

local function offset_of(text)
  if text == nil then return 0 end
  local seconds = core.tally.offset(text)
  if not seconds then
    errors.raise("usage", ("offset is written +08:00 or Z, not %q"):format(tostring(text)))
  end
  return seconds
end

local DAYS = { mon = 0, tue = 1, wed = 2, thu = 3, fri = 4, sat = 5, sun = 6 }

local function clock_time(text, otherwise)
  if text == nil then return otherwise end
  local h, m = tostring(text):match("^(%d%d):(%d%d)$")
  if not h then errors.raise("usage", "working hours are written 09:00, not " .. tostring(text)) end
  return tonumber(h) * 3600 + tonumber(m) * 60
end

--- A working calendar: { days = { "mon", … }, open = "09:00", close = "17:00",
-- offset = "+08:00", holidays = { "2019-10-01", … } }; days default to Monday to Friday, hours
-- to the whole day, offset to the tally's.
local function calendar_of(t, offset)
  if t == nil then return nil end
  check_options("tally calendar", t, { days = "table", open = "string", close = "string",
    offset = "string", holidays = "table" })
  if t.days and #t.days == 0 then
    errors.misuse("tally calendar: days is an array of working days, {\"mon\", …}, at least one")
  end
  local bits = 0
  for _, day in ipairs(t.days or { "mon", "tue", "wed", "thu", "fri" }) do
    local n = DAYS[tostring(day):sub(1, 3):lower()]
    if not n then errors.raise("usage", "no day of the week " .. tostring(day)) end
    bits = bits | 1 << n
  end
  local off = {}
  for i, day in ipairs(t.holidays or {}) do off[i] = moment("a holiday", day) // 86400 end
  return core.tally.calendar(bits, clock_time(t.open, 0), clock_time(t.close, 86400),
    t.offset and offset_of(t.offset) or offset, off)
end

local OPTIONS = { kpis = "table", as_of = "string", calendar = "table", offset = "string",
  cases = "boolean", sketches = "boolean" }

local function new(state, opts)
  local self = setmetatable({ disorder = 0 }, Tally)
  self.state = state or core.tally.new(opts.cases ~= false, offset_of(opts.offset), opts.sketches)
  self.cases, self.offset, self.sketches = self.state:options()
  self.kpis = opts.kpis and kpis.check_all(opts.kpis) or kpis.programme
  self.calendar = calendar_of(opts.calendar, self.offset)
  self.given_as_of = opts.as_of and moment("as_of", opts.as_of)
  return self
end

--- Reads a file of events: CSV, TSV or JSON lines with the columns of the event table.
-- opts: input (the form), delimiter (of CSV), map (for exports with one row a case).
function Tally:read(path, opts)
  opts = check_options("tally:read", opts, { input = "string", map = "any",
    delimiter = "delimiter" })
  local form = input.form(path, opts.input)
  if opts.map then
    for event, place in require("iprcore.events").from_cases(path, opts.map, opts) do
      if event then self:add(event) else self.state:trouble(place.trouble or "unreadable") end
    end
  elseif form == "jsonl" then
    for record in input.records(path, { input = form }) do
      if record then self:add(record) else self.state:trouble "unreadable" end
    end
  else
    self.disorder = self.disorder + self.state:read(path,
      opts.delimiter or form == "tsv" and "\t" or ",")
  end
  return self
end

local function text_of(v)
  if v == nil or v == require("iprcore.json").null then return nil end
  if type(v) == "number" then return math.tointeger(v) and ("%d"):format(math.tointeger(v))
    or output.number("%.3f", v) end
  return tostring(v)
end

--- Adds one event, a table by the event table's columns. Returns the tally, and what was wrong
-- with the event where it could not be used (it is then counted under data quality).
function Tally:add(event)
  errors.expect("tally:add", event, "table", "an event")
  local fields = {}
  for i, name in ipairs(COLUMNS) do fields[i] = text_of(event[name]) end
  for name in pairs(event) do
    if not IS_COLUMN[name] then self.state:column(tostring(name)) end
  end
  local code, text = self.state:add(table.unpack(fields, 1, #COLUMNS))
  return self, code, text
end

--- Adds all that another tally holds.
function Tally:merge(other)
  if getmetatable(other) ~= Tally or other == self then
    errors.misuse "tally:merge takes another tally"
  end
  self.state:merge(other.state)
  self.disorder = self.disorder + other.disorder
  return self
end

--- The state as bytes; equal sets of events give equal bytes.
function Tally:pack() return self.state:pack() end

--- The tally's moment: as given, else the latest of all events and coverage; nil if empty.
function Tally:as_of()
  local _, last = self.state:span()
  local at = self.given_as_of or last
  return at and core.tally.moment_text(at)
end

--- The figures; opts: period ("year", "quarter", "month"), parties (list parties' own lines).
function Tally:lines(opts)
  opts = check_options("tally:lines", opts, { period = "string", parties = "boolean" })
  local period = opts.period or "year"
  if period ~= "year" and period ~= "quarter" and period ~= "month" then
    errors.misuse("period is year, quarter or month, not " .. period)
  end
  return figures.lines(self, period, opts.parties)
end

--- Definitions by key, for reports: label, definition, counts, cohort, clock …
function Tally:definitions()
  local out = {}
  for _, kpi in ipairs(self.kpis) do
    local d = {}
    for _, name in ipairs { "label", "definition", "counts", "cohort", "clock", "numerator",
      "denominator", "facet_is", "unit" } do d[name] = kpi[name] end
    out[kpi.key] = d
  end
  return out
end

--- What an annual report needs: the lines of a year and the year before, by year and month.
function Tally:report_lines(opts)
  opts = check_options("tally:report_lines", opts, { year = "number", parties = "boolean" })
  local out = {}
  for _, period in ipairs { "year", "month" } do
    for _, line in ipairs(self:lines { period = period, parties = opts.parties }) do
      local year = tonumber(line.period:sub(1, 4))
      if not opts.year or year == opts.year or year == opts.year - 1 then out[#out + 1] = line end
    end
  end
  return { lines = out, kpis = self:definitions(), quality = self:quality(),
    as_of = self:as_of() }
end

--- Data quality: rows { code, text, n, what? }; what names the kind, column or value concerned.
function Tally:quality()
  local rows = self.state:quality()
  for _, row in ipairs(rows) do
    if row.what then row.text = row.text .. ": " .. row.what end
  end
  if self.disorder > 0 then
    table.insert(rows, 1, { code = "out_of_order", n = self.disorder,
      text = "rows earlier than the row before them in their file" })
  end
  return rows
end

--- Rows read, usable or not, and of them those that could not be used; bytes of memory held.
function Tally:rows() return self.state:rows() end
function Tally:bytes() return self.state:bytes() end

--- A tally from packed bytes, or nil, message, code, offset.
function M.unpack(text, opts)
  errors.expect("tally.unpack", text, "string", "what tally:pack gave")
  opts = check_options("tally.unpack", opts, OPTIONS)
  local state, message, code, at = core.tally.unpack(text)
  if not state then return nil, message, code, at end
  return new(state, opts)
end

return setmetatable(M, { __call = function(_, opts)
  return new(nil, check_options("tally", opts, OPTIONS))
end })
