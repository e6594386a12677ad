--- Checks the trailing option table of a public function: unknown keys and wrong types
-- raise with the function's name and the key.
local errors = require "iprcore.errors"

--- who: the function's public name; opts: table or nil; known: key -> type name,
-- or several as "string|table".
-- Returns opts, or an empty table for nil.
return function(who, opts, known)
  if opts == nil then return {} end
  if type(opts) ~= "table" then
    errors.raise("usage", ("%s: options are a table, not a %s"):format(who, type(opts)))
  end
  for key, value in pairs(opts) do
    local want = known[key]
    if not want then
      local names = {}
      for name in pairs(known) do names[#names + 1] = name end
      table.sort(names)
      errors.raise("usage", ("%s: no option %s; it takes %s"):format(who, tostring(key),
        table.concat(names, ", ")))
    elseif want ~= "any" and not ("|" .. want .. "|"):find("|" .. type(value) .. "|", 1, true) then
      errors.raise("usage", ("%s: %s is a %s, not a %s"):format(who, key, want:gsub("|", " or "),
        type(value)))
    end
  end
  return opts
end
