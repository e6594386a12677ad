--- Builds HTML and SVG by functions that escape by default: a text is always text, only
-- what another element made is markup. Hidden and bidi characters are made visible.
local output = require "iprcore.output"

local M = {}

local Markup = {}
Markup.__index = Markup
Markup.__tostring = function(m) return m.raw end

local VOID = { meta = true, br = true, hr = true, link = true }

--- Text made safe for content and attributes.
function M.escape(text) return output.html(output.visible(tostring(text), true)) end

--- Marks a text of our own (style sheets) as markup.
function M.raw(text) return setmetatable({ raw = text }, Markup) end

local function put(out, child)
  if child == nil or child == false then return end
  if getmetatable(child) == Markup then
    out[#out + 1] = child.raw
  elseif type(child) == "table" then
    for i = 1, #child do put(out, child[i]) end
  else
    out[#out + 1] = M.escape(child)
  end
end

-- Numbers in SVG: two decimals are a hundredth of a pixel.
local function attribute(value)
  if type(value) == "number" and math.type(value) == "float" then
    value = output.number("%.2f", value):gsub("%.?0+$", "")
  end
  return M.escape(value)
end

--- An element. attrs: table of names and values (false and nil are left out, true is bare),
-- written in byte order; children: texts, elements, or arrays of them.
function M.el(tag, attrs, ...)
  local out, names = { "<", tag }, {}
  for name, value in pairs(attrs or {}) do
    if value then names[#names + 1] = name end
  end
  table.sort(names)
  for _, name in ipairs(names) do
    local value = attrs[name]
    out[#out + 1] = value == true and " " .. name
      or (' %s="%s"'):format(name, attribute(value))
  end
  out[#out + 1] = ">"
  if VOID[tag] then return M.raw(table.concat(out)) end
  for i = 1, select("#", ...) do put(out, (select(i, ...))) end
  out[#out + 1] = "</" .. tag .. ">"
  return M.raw(table.concat(out))
end

return M
