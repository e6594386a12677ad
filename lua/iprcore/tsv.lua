--- Reads the list files that iprcore ships and takes: tab-separated, one header line, no
-- quoting, lines that begin with # passed over. Unknown columns are ignored.
local errors = require "iprcore.errors"
local input = require "iprcore.input"

local function split(line)
  local fields, at = {}, 1
  while true do
    local tab = line:find("\t", at, true)
    fields[#fields + 1] = line:sub(at, (tab or 0) - 1)
    if not tab then return fields end
    at = tab + 1
  end
end

--- Iterator over the rows of a list: record (column -> text; empty cells are absent), line
-- number. needed: array of columns the header must have. Raises bad_list with the line.
return function(path, needed)
  local names, n
  local text = input.text(path)
  local next_line = text:gmatch("([^\n]*)\n?")
  local function line_of()
    local line = next_line()
    n = (n or 0) + 1
    return line and (line:gsub("\r$", ""))
  end
  local line = line_of()
  while line and line:find("^#") do line = line_of() end
  names = split(line or "")
  local have = {}
  for _, name in ipairs(names) do have[name] = true end
  for _, name in ipairs(needed) do
    if not have[name] then
      errors.raise("bad_list", ("no column %s; the header has %s"):format(name,
        table.concat(names, ", ")), { path = path, line = n })
    end
  end
  return function()
    repeat line = line_of() until not line or (line ~= "" and not line:find("^#"))
    if not line then return nil end
    local record, fields = {}, split(line)
    for i, name in ipairs(names) do
      if fields[i] and fields[i] ~= "" then record[name] = fields[i] end
    end
    return record, n
  end
end
