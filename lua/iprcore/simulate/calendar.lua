--- Days and seconds without a clock: integer arithmetic on the Gregorian calendar in UTC.
-- Times are whole seconds since 1970-01-01.
local M = {}

M.HOUR = 3600
M.DAY = 86400

--- Days from 1970-01-01 to a date (years are counted from March, so that the leap day
-- comes last).
function M.days(year, month, day)
  local y = month > 2 and year or year - 1
  local era = y // 400
  local yoe = y - era * 400
  local doy = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
  return era * 146097 + yoe * 365 + yoe // 4 - yoe // 100 + doy - 719468
end

--- Year, month and day of a count of days since 1970-01-01.
function M.date(days)
  local z = days + 719468
  local era = z // 146097
  local doe = z - era * 146097
  local yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
  local doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
  local mp = (5 * doy + 2) // 153
  local month = mp < 10 and mp + 3 or mp - 9
  return yoe + era * 400 + (month <= 2 and 1 or 0), month, doy - (153 * mp + 2) // 5 + 1
end

--- The first second of a year.
function M.year_start(year)
  return M.days(year, 1, 1) * M.DAY
end

--- The year a time lies in.
function M.year(time)
  return (M.date(time // M.DAY))
end

--- "2019-03-04".
function M.day_text(time)
  return ("%04d-%02d-%02d"):format(M.date(time // M.DAY))
end

--- "2019-03-04T05:06:07Z"; with offset (seconds east of UTC) the local time and its zone.
function M.text(time, offset)
  local zone = "Z"
  if offset and offset ~= 0 then
    time = time + offset
    local minutes = offset // 60
    zone = ("%s%02d:%02d"):format(minutes < 0 and "-" or "+", math.abs(minutes) // 60,
      math.abs(minutes) % 60)
  end
  local s = time % M.DAY
  return ("%sT%02d:%02d:%02d%s"):format(M.day_text(time), s // 3600, s // 60 % 60, s % 60, zone)
end

return M
