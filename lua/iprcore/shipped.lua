--- Finds the tables that ship with iprcore (lua/iprcore/data), wherever it is installed.
local M = {}

local folder = debug.getinfo(1, "S").source:sub(2):match("^(.*)[/\\][^/\\]*$") or "."

--- The path of a shipped table, e.g. shipped.path "replica_terms.tsv".
function M.path(name)
  return folder .. "/data/" .. name
end

return M
