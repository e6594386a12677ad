--- Checks the trailing option table of a public function: unknown keys and wrong types
-- raise with the function's name and the key.
local errors = require "iprcore.errors"
local names_of = require "iprcore.names_of"
local nearest = require "iprcore.nearest"

--- who: the function's public name; opts: table or nil; known: key -> type name,
-- or several as "string|table"; "delimiter" is a text of one byte that may part fields.
-- Returns opts, or an empty table for nil.
return function(who, opts, known)
  if opts == nil then return {} end
  if type(opts) ~= "table" then
    errors.misuse(("%s: options are a table, not a %s"):format(who, type(opts)))
  end
  for key, value in pairs(opts) do
    local want = known[key]
    if not want then
      local names = names_of(known)
      local near = nearest(key, names)
      errors.misuse(("%s: no option %s%s"):format(who, tostring(key),
        near ~= "" and near or "; it takes " .. table.concat(names, ", ")))
    elseif want == "delimiter" then
      if type(value) ~= "string" or #value ~= 1 or value:find '["\r\n]' then
        errors.misuse(("%s: %s is one byte, not a quote or a line end"):format(who, key))
      end
    elseif want ~= "any" and not ("|" .. want .. "|"):find("|" .. type(value) .. "|", 1, true) then
      errors.misuse(("%s: %s is a %s, not a %s"):format(who, key, want:gsub("|", " or "),
        type(value)))
    end
  end
  return opts
end
