-- Temporary folders with the files a spec has written, and whole files read.
local core = require "iprcore.core"

local M = {}

--- A new empty folder's path.
function M.new()
  local path = os.tmpname()
  os.remove(path)
  core.folder.make(path)
  return path
end

--- Removes a folder and what is in it.
function M.remove(path)
  assert(path:find "^/tmp/")
  os.execute("rm -r '" .. path .. "'")
end

--- A file's whole text.
function M.slurp(path)
  local f = assert(io.open(path, "rb"))
  local text = f:read("a")
  f:close()
  return text
end

return M
