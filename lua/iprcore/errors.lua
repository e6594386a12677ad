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

--- True if e is one of our error objects (and of this code, where one is given).
function M.is(e, code)
  return type(e) == "table" and e.code ~= nil and (code == nil or e.code == code)
end

return M
