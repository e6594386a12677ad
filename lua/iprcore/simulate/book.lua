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

-- A waiting event is one text: its time and its turn in digits, so that texts sort as
-- events do, and behind them its line.
local KEY = "%010d%010d"
local KEY_SIZE = 20

--- A book that writes to sink. first, stop: the first second of the simulated years and
-- the first one after them; what would happen later is left out (it is still open).
function M.new(sink, first, stop)
  sink:write(output.csv(M.COLUMNS))
  return setmetatable({
    sink = sink, first = first, stop = stop, waiting = {}, seq = 0, ids = {}, rows = 0,
    row = {}, days = {},
  }, Book)
end

--- The next id that begins with a letter.
function Book:id(letter)
  local n = (self.ids[letter] or 0) + 1
  self.ids[letter] = n
  return ("%s%06d"):format(letter, n)
end

-- "2019-03-04T05:06:07Z"; the day's text is made once a day.
function Book:time_text(time)
  local day, s = time // calendar.DAY, time % calendar.DAY
  local text = self.days[day]
  if not text then
    text = calendar.day_text(time)
    self.days[day] = text
  end
  return ("%sT%02d:%02d:%02dZ"):format(text, s // 3600, s // 60 % 60, s % 60)
end

--- Enters an event; more: its other columns by name, also `offset` (seconds east of UTC its
-- time is written in) and `day` (time written as a date). Returns false, entering nothing,
-- when it would lie after the simulated years. No value needs quotes.
function Book:put(time, event, id, more)
  if time >= self.stop then return false end
  local row = self.row
  for i = 4, #M.COLUMNS do row[i] = more and more[M.COLUMNS[i]] or "" end
  if more and more.day then
    row[1] = calendar.day_text(time)
  elseif more and more.offset and more.offset ~= 0 then
    row[1] = calendar.text(time, more.offset)
  else
    row[1] = self:time_text(time)
  end
  row[2], row[3] = event, id
  self.seq = self.seq + 1
  self.waiting[#self.waiting + 1] = KEY:format(time, self.seq) .. table.concat(row, ",")
  return true
end

--- Writes what happened before a time, in order.
function Book:write_before(time)
  local ready, later, limit = {}, {}, KEY:format(time, 0)
  for _, e in ipairs(self.waiting) do
    local list = e < limit and ready or later
    list[#list + 1] = e
  end
  table.sort(ready)
  for _, e in ipairs(ready) do self.sink:write(e:sub(KEY_SIZE + 1), "\n") end
  self.rows = self.rows + #ready
  self.waiting = later
end

return M
