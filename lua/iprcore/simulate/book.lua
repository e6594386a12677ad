--- The event book: takes events in any order, hands them on in time order, and holds no
-- more than the years that are still open.
local calendar = require "iprcore.simulate.calendar"
local output = require "iprcore.output"

local M = {}

M.COLUMNS = { "time", "event", "id", "parent", "count", "amount", "currency", "region",
  "source", "ground", "restriction", "automated_detection", "automated_decision", "ip_right",
  "party", "until", "reason" }

local Book = {}
Book.__index = Book

--- A book that writes to sink. first, stop: the first second of the simulated years and
-- the first one after them; what would happen later is left out (it is still open).
function M.new(sink, first, stop)
  sink:write(output.csv(M.COLUMNS))
  return setmetatable({
    sink = sink, first = first, stop = stop, waiting = {}, seq = 0, ids = {}, rows = 0,
  }, Book)
end

--- The next id that begins with a letter.
function Book:id(letter)
  local n = (self.ids[letter] or 0) + 1
  self.ids[letter] = n
  return ("%s%06d"):format(letter, n)
end

--- Enters an event; more: its other columns by name, also `offset` (seconds east of UTC its
-- time is written in) and `day` (time written as a date). Returns false, entering nothing,
-- when it would lie after the simulated years.
function Book:put(time, event, id, more)
  if time >= self.stop then return false end
  more = more or {}
  local row = {}
  for i, column in ipairs(M.COLUMNS) do row[i] = more[column] end
  row[1] = more.day and calendar.day_text(time) or calendar.text(time, more.offset)
  row[2], row[3] = event, id
  self.seq = self.seq + 1
  self.waiting[#self.waiting + 1] = { time, self.seq, output.csv(row, { n = #M.COLUMNS }) }
  return true
end

local function by_time(a, b)
  if a[1] ~= b[1] then return a[1] < b[1] end
  return a[2] < b[2]
end

--- Writes what happened before a time, in order.
function Book:write_before(time)
  local ready, later = {}, {}
  for _, e in ipairs(self.waiting) do
    local list = e[1] < time and ready or later
    list[#list + 1] = e
  end
  table.sort(ready, by_time)
  for _, e in ipairs(ready) do self.sink:write(e[3]) end
  self.rows = self.rows + #ready
  self.waiting = later
end

return M
