--- Draws the charts of a report as inline SVG: bar, line, stacked, share. Axes end at nice
-- numbers; every bar, point and segment carries its value, beside it or as its title; the
-- whole has role img with a title and a description. Colours come from the page's style
-- (classes s1 … s6), so that light, dark and print need no second drawing.
local markup = require "iprcore.report.markup"
local output = require "iprcore.output"
local round = require("iprcore.report.figures").round

local el = markup.el
local M = {}

local W = 370 -- drawn width; the page scales it to a phone's 320 and a desk's 440 pixels

--- Ticks from at most `low` to at least `high`, about `count` steps of 1, 2, 2.5 or 5 times a
-- power of ten: an array of numbers, ascending.
function M.ticks(low, high, count)
  if high <= low then high = low + 1 end
  local raw = (high - low) / (count or 4)
  local power = 10.0 ^ math.floor(math.log(raw, 10) + 1e-9)
  local step = 10 * power
  for _, nice in ipairs { 1, 2, 2.5, 5 } do
    if nice * power >= raw * (1 - 1e-9) then
      step = nice * power
      break
    end
  end
  local out, first = {}, math.floor(low / step + 1e-9)
  local last = math.ceil(high / step - 1e-9)
  for i = first, last do out[#out + 1] = round(i * step, 10) end
  return out
end

-- Room a text takes at 12 px: wide characters 12, others about 6.6.
local function text_width(text)
  local n = 0
  for _, cp in utf8.codes(text) do n = n + (cp >= 0x2E80 and 12.5 or cp < 0x80 and 6.7 or 8) end
  return n
end

local function cut(text, width)
  if text_width(text) <= width then return text end
  local out, used = {}, 8
  for _, cp in utf8.codes(text) do
    local w = cp >= 0x2E80 and 12.5 or 6.7
    if used + w > width then break end
    out[#out + 1], used = utf8.char(cp), used + w
  end
  return table.concat(out) .. "…"
end

local function label(x, y, text, anchor, class)
  return el("text", { x = x, y = y, ["text-anchor"] = anchor ~= "start" and anchor or nil,
    class = class }, text)
end

local function line(x1, y1, x2, y2, class)
  return el("line", { x1 = x1, y1 = y1, x2 = x2, y2 = y2, class = class })
end

-- A count on an axis in short where it is long: 12000 -> "12k"; a percentage keeps its sign.
local function tick_text(v, chart, words)
  if chart.unit == "count" and v >= 10000 and v % 100 == 0 and words.code == "en" then
    return output.number("%gk", v / 1000)
  end
  return words:value(v, chart.unit == "percentage_points" and "percent" or chart.unit,
    chart.subunit)
end

local function largest(chart, sum)
  local max = 0
  for i = 1, #chart.labels do
    local total = 0
    for _, s in ipairs(chart.series) do
      local v = s.values[i] or 0
      total = sum and total + v or math.max(total, v)
    end
    max = math.max(max, total)
  end
  return max
end

local draw = {}

-- Horizontal bars, grouped by label; the last series is this year's.
function draw.bar(chart, words)
  local out, n, name_w, value_w = {}, #chart.series, 0, 0
  for _, s in ipairs(chart.series) do
    if n > 1 then name_w = math.max(name_w, text_width(s.name) + 8) end
    for i = 1, #chart.labels do
      local v = s.values[i]
      if v then
        value_w = math.max(value_w, text_width(words:value(v, chart.unit, chart.subunit)))
      end
    end
  end
  local ticks = M.ticks(0, largest(chart), 4)
  local room, top, y = W - name_w - value_w - 14, ticks[#ticks], 6
  local body = {}
  for i, name in ipairs(chart.labels) do
    body[#body + 1] = label(0, y + 13, cut(name, W), "start", "strong halo")
    y = y + 20
    for s, series in ipairs(chart.series) do
      local v = series.values[i]
      local shown = words:value(v, chart.unit, chart.subunit)
      local w = v and math.max(v > 0 and 1.5 or 0, room * v / top) or 0
      if n > 1 then body[#body + 1] = label(0, y + 11, series.name, "start", "muted") end
      body[#body + 1] = el("rect", { x = name_w, y = y, width = w, height = 14, rx = 2,
        class = s == n and "s1" or "before" }, el("title", nil, name, ", ", series.name, ": ",
          shown))
      body[#body + 1] = label(name_w + w + 6, y + 11, shown, "start",
        s == n and "strong halo" or "muted halo")
      y = y + 18
    end
    y = y + 10
  end
  for i, t in ipairs(ticks) do
    local x = name_w + room * t / top
    out[i] = { line(x, 4, x, y, t == 0 and "axis" or "grid"),
      label(x, y + 14, tick_text(t, chart, words), "middle", "tick") }
  end
  return { out, body }, y + 20
end

local PLOT = { top = 14, height = 170 }
local FLOOR = PLOT.top + PLOT.height - 10 -- below it a label would lie on the months

-- The frame of a chart over months: grid, ticks and labels. Returns it with x(i), y(v), step.
local function frame(chart, words, low, high)
  local ticks, out, left = M.ticks(low, high, 4), {}, 0
  for _, t in ipairs(ticks) do left = math.max(left, text_width(tick_text(t, chart, words))) end
  left = left + 8
  local first, last = ticks[1], ticks[#ticks]
  local step = (W - left - 2) / #chart.labels
  local function x(i) return left + (i - 0.5) * step end
  local function y(v) return PLOT.top + PLOT.height * (1 - (v - first) / (last - first)) end
  for _, t in ipairs(ticks) do
    out[#out + 1] = { line(left, y(t), W, y(t), t == first and "axis" or "grid"),
      label(left - 6, y(t) + 4, tick_text(t, chart, words), "end", "tick") }
  end
  for i, name in ipairs(chart.labels) do
    out[#out + 1] = label(x(i), PLOT.top + PLOT.height + 17, name, "middle", "tick")
  end
  return out, x, y, step, first
end

local function series_title(chart, s, i, words)
  return el("title", nil, s.name, ", ", chart.labels[i], ": ",
    words:value(s.values[i], chart.unit, chart.subunit))
end

-- Swatches with names, as many in a row as fit; returns them and the height they take.
local function legend(chart, y)
  local out, x = {}, 0
  for n, s in ipairs(chart.series) do
    local w = text_width(s.name) + 34
    if x > 0 and x + w > W then x, y = 0, y + 19 end
    out[n] = { el("rect", { x = x, y = y, width = 11, height = 11, rx = 2, class = "s" .. n }),
      label(x + 17, y + 10, cut(s.name, W - 20), "start") }
    x = x + w
  end
  return out, y + 19
end

local function limits(chart)
  local low, high
  for _, s in ipairs(chart.series) do
    for i = 1, #chart.labels do
      local v = s.values[i]
      if v then low, high = math.min(low or v, v), math.max(high or v, v) end
    end
  end
  low, high = low or 0, high or 1
  if high - low < 1e-9 then low, high = low - 1, high + 1 end
  if low >= 0 and low < (high - low) * 1.5 then low = 0 end
  return math.max(low, 0), high
end

-- Where a point's value is written: at the lowest, the highest and the last one.
local function spoken(s, n)
  local low, high, last, before
  for i = 1, n do
    local v = s.values[i]
    if v then
      if not low or v < s.values[low] then low = i end
      if not high or v > s.values[high] then high = i end
      before, last = last, i
    end
  end
  local out = {}
  if last then
    out[last] = before and s.values[before] > s.values[last] and "below" or "above"
    out[low], out[high] = "below", "above"
  end
  return out
end

function draw.line(chart, words)
  local low, high = limits(chart)
  local out, x, y = frame(chart, words, low, high)
  local body = {}
  for n, s in ipairs(chart.series) do
    local path, pen, points, class = {}, "M", {}, "s" .. n
    local says = spoken(s, #chart.labels)
    for i = 1, #chart.labels do
      local v = s.values[i]
      if v then
        path[#path + 1] = pen .. output.number("%.2f", x(i)) .. " " .. output.number("%.2f", y(v))
        points[#points + 1] = el("circle", { cx = x(i), cy = y(v), r = 3.5, class = class },
          series_title(chart, s, i, words))
        if says[i] then
          local ends = i == #chart.labels and "end" or i == 1 and "start" or "middle"
          points[#points + 1] = label(ends == "end" and W or ends == "start" and x(i) - 4 or x(i),
            y(v) + ((says[i] == "above" or y(v) > FLOOR) and -9 or 18), words:value(v, chart.unit,
              chart.subunit),
            ends, "strong halo")
        end
      end
      pen = v and "L" or "M"
    end
    body[n] = { el("path", { d = table.concat(path), class = "curve " .. class }), points }
  end
  local height = PLOT.top + PLOT.height + 24
  if #chart.series > 1 then
    local keys, below = legend(chart, height + 4)
    return { out, body, keys }, below
  end
  return { out, body }, height
end

function draw.stacked(chart, words)
  local out, x, y, step, base = frame(chart, words, 0, largest(chart, true))
  local body = {}
  for i = 1, #chart.labels do
    local sum = base
    for n, s in ipairs(chart.series) do
      local v = s.values[i]
      if v and v > 0 then
        local top, bottom = y(sum + v), y(sum)
        body[#body + 1] = el("rect", { x = x(i) - step * 0.36, y = top, width = step * 0.72,
          height = math.max(0.6, bottom - top - (n > 1 and 1 or 0)), class = "s" .. n },
          series_title(chart, s, i, words))
        sum = sum + v
      end
    end
  end
  local keys, below = legend(chart, PLOT.top + PLOT.height + 30)
  return { out, body, keys }, below
end

-- One bar divided into shares of their sum, and a line for each below it.
function draw.share(chart, words)
  local values, sum, x, out = chart.series[1].values, 0, 0, {}
  for i = 1, #chart.labels do sum = sum + (values[i] or 0) end
  if sum <= 0 then sum = 1 end
  local half = math.ceil(#chart.labels / 2)
  for i, name in ipairs(chart.labels) do
    local v = values[i] or 0
    local shown = words:value(values[i], chart.unit, chart.subunit)
    local w, class = W * v / sum, "s" .. ((i - 1) % 6 + 1)
    out[#out + 1] = el("rect", { x = x, y = 4, width = math.max(0, w - 2), height = 40, rx = 3,
      class = class }, el("title", nil, name, ": ", shown))
    if w > text_width(shown) + 10 then
      out[#out + 1] = label(x + (w - 2) / 2, 29, shown, "middle", "on")
    end
    local column, row = i <= half and 0 or 1, (i - 1) % half
    local lx, ly = column * W / 2, 62 + row * 22
    out[#out + 1] = { el("rect", { x = lx, y = ly, width = 11, height = 11, rx = 2,
      class = class }),
      label(lx + 18, ly + 10, cut(name, W / 2 - 76), "start"),
      label(lx + W / 2 - 14, ly + 10, shown, "end", "strong") }
    x = x + w
  end
  return out, 62 + half * 22
end

--- The chart as an <svg> element. id: unique in the page.
function M.draw(chart, words, id)
  local body, height = draw[chart.kind](chart, words)
  return el("svg", { role = "img", viewBox = ("0 0 %d %d"):format(W, math.ceil(height)),
    ["aria-labelledby"] = id .. "-t " .. id .. "-d", class = "chart" },
    el("title", { id = id .. "-t" }, chart.title), el("desc", { id = id .. "-d" }, chart.desc
      or ""),
    body)
end

return M
