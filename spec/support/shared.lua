-- Finds the shared measuring data beside the project. Specs that use it are made
-- only where it exists and say so where it does not:
--   shared.with("metrics/dev.jsonl", function(path) it(...) end)
local M = { root = "../shared" }

--- Path of a file below the shared data folder, or nil where it is absent.
function M.path(name)
  local path = M.root .. "/" .. name
  local f = io.open(path, "rb")
  if f then
    f:close()
    return path
  end
end

--- Calls make(path) if the file is there, else prints that its specs are skipped.
function M.with(name, make)
  local path = M.path(name)
  if path then return make(path) end
  print(("skipped: %s is not beside the project"):format(name))
end

return M
