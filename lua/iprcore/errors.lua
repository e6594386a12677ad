--- Error objects: { code, message, path, row, line, offset } with a __tostring.
-- The codes are the table core.codes(), which the README shows.
local core = require "iprcore.core"

local M = {}

--- Raises an error object. code: one of core.codes(); message: what, where, what to do;
-- place: optional table with path, row, line, offset.
function M.raise(code, message, place)
  local e = { code = code, message = message }
  for _, k in ipairs { "path", "row", "line", "offset" } do
    e[k] = place and place[k]
  end
  error(core.error(e), 0)
end

local HOME = tostring(select(2, ...)):match("^(.*)errors%.lua$") -- where this package lies

--- Raises usage (or another code), for a verb that was called with what it does not take: at the
-- line of the script that called into this package.
function M.misuse(message, code)
  local path, line
  if HOME then path, line = core.rules.where("@" .. HOME) end
  M.raise(code or "usage", message, { path = path, line = line })
end

--- Checks one argument of a public verb: raises usage "WHO takes WHAT, not …" unless value is
-- one of the types: names as type() gives them, "string|table", or the __name of a class.
function M.expect(who, value, types, what)
  if type(value) == types then return end
  local class = getmetatable(value)
  for name in types:gmatch("[%w_.]+") do
    if name == type(value) or type(class) == "table" and name == class.__name then return end
  end
  M.misuse(("%s takes %s, not %s"):format(who, what,
    value == nil and "nil" or "a " .. type(value)))
end

--- True if e is one of our error objects (and of this code, where one is given).
function M.is(e, code)
  return type(e) == "table" and e.code ~= nil and (code == nil or e.code == code)
end

return M
