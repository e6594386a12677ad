--- Reads the list files that iprcore ships and takes: tab-separated, one header line, no
-- quoting, lines that begin with # passed over. Unknown columns are ignored. A list whose
-- header has commas and no tab is read as CSV.
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

local function check_header(names, needed, path, line)
  local have = {}
  for _, name in ipairs(names) do have[name] = true end
  for _, name in ipairs(needed) do
    if not have[name] then
      errors.raise("bad_list", ("no column %s; the header has %s"):format(name,
        table.concat(names, ", ")), { path = path, line = line })
    end
  end
end

local function record_of(names, fields)
  local record = {}
  for i, name in ipairs(names) do
    if fields[i] and fields[i] ~= "" then record[name] = fields[i] end
  end
  return record
end

-- The rows of a CSV list; the text was read only to look at its header.
local function csv(path, needed)
  local next_row = input.rows(path)
  local names = next_row()
  check_header(names, needed, path, 1)
  return function()
    local row = next_row()
    if not row then return nil end
    if row.code then errors.raise("bad_list", row.message, { path = path, line = row.line }) end
    return record_of(names, row), row.line
  end
end

--- Iterator over the rows of a list: record (column -> text; empty cells are absent), line
-- number. needed: array of columns the header must have. Raises bad_list with the line, empty.
return function(path, needed)
  local text = input.text(path)
  local next_line, n = text:gmatch("([^\n]*)\n?"), 0
  local function line_of()
    local line
    repeat
      line = next_line()
      n = n + 1
    until not line or (line ~= "" and line ~= "\r" and not line:find("^#"))
    return line and (line:gsub("\r$", ""))
  end
  local header = line_of()
  if not header then
    errors.raise("empty", "the list is empty; a header line is needed", { path = path })
  end
  if n == 1 and path ~= "-" and header:find(",", 1, true) and not header:find("\t", 1, true) then
    return csv(path, needed)
  end
  local names = split(header)
  check_header(names, needed, path, n)
  return function()
    local line = line_of()
    if line then return record_of(names, split(line)), n end
  end
end
