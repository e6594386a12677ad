--- Why a metric has its key: the row of the key tables that decided, as a person reads it.
local M = {}

local LISTS = { "heads", "deed", "verbs", "with", "near", "topic", "without", "facet" }
local SAYS = { heads = "measures", deed = "done by", verbs = "said with", with = "and with",
  near = "beside it", topic = "in a text about",  without = "but not", facet = "facet from" }

local function line(why)
  local key = why.key or "no key"
  local out = { ("%s: row %d of the key rows of pack %q"):format(key, why.row, why.pack) }
  for _, list in ipairs(LISTS) do
    local names = why.fields[list]
    if names then out[#out + 1] = SAYS[list] .. " " .. table.concat(names, " or ") end
  end
  if why.fields.place then out[#out + 1] = "told as a place" end
  return table.concat(out, "; ")
end

local class = { __tostring = line }

--- rows: the array that lang/pack.lua gives with a compiled pack.
function M.of(metric, rows)
  local row = metric.row and rows[metric.row]
  if not row then return nil end
  return setmetatable({ key = row.key, pack = row.pack, row = row.row, fields = row.fields }, class)
end

return M
