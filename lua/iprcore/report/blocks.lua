--- The blocks of a report's sections. Whoever makes one is told at once, at the line of the own
-- script, what a renderer would only stumble over later.
local errors = require "iprcore.errors"

local M = {}

-- A shape is a function(value) that gives nil, or what is wrong and where: "rows[2] is …".
local function wrong(value, wanted)
  return (" is %s, not %s"):format(value == nil and "missing" or "a " .. type(value), wanted)
end

local function text(value)
  if type(value) ~= "string" and type(value) ~= "number" then return wrong(value, "a text") end
end

local function number(value)
  if type(value) ~= "number" then return wrong(value, "a number") end
end

local function maybe(shape)
  return function(value)
    if value ~= nil then return shape(value) end
  end
end

local function array(shape)
  return function(value)
    if type(value) ~= "table" then return wrong(value, "an array") end
    for i, v in pairs(value) do
      if math.type(i) ~= "integer" then
        return ("[%q] is a name, not a place in an array"):format(tostring(i))
      end
      local says = shape(v)
      if says then return ("[%d]%s"):format(i, says) end
    end
  end
end

local function record(fields)
  local names = {}
  for name in pairs(fields) do names[#names + 1] = name end
  table.sort(names)
  return function(value)
    if type(value) ~= "table" then return wrong(value, "a table") end
    for _, name in ipairs(names) do
      local says = fields[name](value[name])
      if says then return (type(name) == "string" and ".%s%s" or "[%d]%s"):format(name, says) end
    end
  end
end

local CHARTS = { bar = true, line = true, stacked = true, share = true }
local function chart_kind(value)
  if not CHARTS[value] then
    return (" is %q; there are bar, line, stacked and share"):format(tostring(value))
  end
end

local some_texts = array(text)

-- What each verb takes: the name of the argument, its shape.
local TAKES = {
  prose = { "sentences", some_texts },
  note = { "text", text },
  terms = { "items", array(record { text, text }) },
  figures = { "items", array(record { key = text }) },
  table = { "t", record { caption = text, columns = array(record { label = text }),
    rows = array(some_texts) } },
  chart = { "t", record { kind = maybe(chart_kind), title = text, desc = maybe(text),
    labels = some_texts, unit = text,
    series = array(record { name = text, values = array(number) }) } },
}

local MAKE = {
  prose = function(sentences) return { sentences = sentences } end,
  note = function(t) return { text = t } end,
  terms = function(items) return { items = items } end,
  figures = function(items) return { items = items } end,
  table = function(t) return { caption = t.caption, columns = t.columns, rows = t.rows } end,
  chart = function(t)
    return { kind = t.kind or "bar", title = t.title, desc = t.desc, labels = t.labels,
      series = t.series, unit = t.unit, subunit = t.subunit, label_head = t.label_head or "" }
  end,
}

for verb, make in pairs(MAKE) do
  local name, shape = TAKES[verb][1], TAKES[verb][2]
  M[verb] = function(t)
    local says = shape(t)
    if says then errors.misuse(("report:%s: %s%s"):format(verb, name, says)) end
    local block = make(t)
    block.type = verb
    return block
  end
end

--- A section must be a title and blocks that the verbs above made. who: which section it is.
local section = record { title = text, blocks = array(function(block)
  if type(block) ~= "table" or not MAKE[block.type] then
    return " is not what report:prose, report:table, report:chart or report:note gave"
  end
end) }
function M.section(who, value)
  local says = section(value)
  if says then
    errors.misuse(("%s: its %s"):format(who, (says:gsub("^%.", ""):gsub("^ ", "answer "))))
  end
end

M.verbs = {}
for verb in pairs(MAKE) do M.verbs[#M.verbs + 1] = verb end

return M
