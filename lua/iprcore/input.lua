--- Reading: whole texts, lines, and rows of CSV, TSV and JSON Lines. A path "-" is stdin.
-- Unreadable files raise error objects with code "io" ("utf16" for such a text, "bad_value" for
-- a PDF) and the path.
local core = require "iprcore.core"
local errors = require "iprcore.errors"
local json = require "iprcore.json"

local M = {}

local SUFFIXES = { csv = "csv", tsv = "tsv", jsonl = "jsonl", ndjson = "jsonl", json = "jsonl" }

local function check_path(path)
  if type(path) ~= "string" then
    errors.misuse(("a file is named by a text, its path, not by a %s"):format(
      path == nil and "nil" or type(path)))
  end
end

--- The form of a file: `wanted` if given, else by the path's suffix, else "csv".
function M.form(path, wanted)
  check_path(path)
  if wanted then return wanted end
  local suffix = path:match("%.(%w+)$")
  return suffix and SUFFIXES[suffix:lower()] or "csv"
end

--- The whole text of a file. UTF-8 byte order mark dropped unless keep_mark; UTF-16 refused.
function M.text(path, keep_mark)
  check_path(path)
  local f, message = io.stdin, nil
  if path ~= "-" then
    f, message = io.open(path, "rb")
  end
  local text
  if f then
    text, message = f:read("a")
    if f ~= io.stdin then f:close() end
  end
  if not text then
    message = tostring(message)
    if message:sub(1, #path + 2) == path .. ": " then message = message:sub(#path + 3) end
    errors.raise("io", "cannot read: " .. message, { path = path })
  end
  if text:find("^\xFF\xFE") or text:find("^\xFE\xFF") then
    errors.raise("utf16", "the file is UTF-16; convert it: iconv -f UTF-16 -t UTF-8 FILE",
      { path = path })
  end
  if text:find("^%%PDF%-") then
    errors.raise("bad_value", "this is a PDF; run pdftotext first: pdftotext FILE.pdf FILE.txt",
      { path = path })
  end
  return keep_mark and text or (text:gsub("^\xEF\xBB\xBF", "", 1))
end

--- The table that a Lua file returns; it can call nothing. Raises bad_value.
function M.table(path)
  local chunk, message = load(M.text(path), "@" .. path, "t", {})
  local ok, found = false, message
  if chunk then ok, found = pcall(chunk) end
  if not ok or type(found) ~= "table" then
    errors.raise("bad_value", ok and "the file returns no table" or tostring(found),
      { path = path })
  end
  return found
end

-- Iterates over the rows of all blocks.
local function each(path, options)
  check_path(path)
  local reader = core.input.open(path, options)
  local block, i = nil, 0
  return function()
    while true do
      i = i + 1
      if block and block[i] then return block[i] end
      block, i = reader:block(path), 0
      if not block then
        reader:close()
        return nil
      end
    end
  end
end

--- Iterator over the lines of a file that are not blank: line, place. An over-long line or
-- one that is not UTF-8 gives place.code and place.message.
function M.lines(path)
  local next_row = each(path, { lines = true })
  return function()
    local row = next_row()
    if row then return row[1] or "", row end
  end
end

--- Iterator over CSV records: fields (array of texts), place { row, line, offset, n, code?,
-- message?, at?, field? }. Both are one table. options: delimiter (","), strict.
function M.rows(path, options)
  options = options or {}
  local next_row = each(path, {
    delimiter = options.delimiter, strict = options.strict, broken = options.broken,
    size = options.size,
  })
  return function()
    local row = next_row()
    if row then return row, row end
  end
end

--- Iterator over records by name: record (table of texts or JSON values), place. CSV and TSV
-- take names from the header (raises bad_header if it is missing); JSON Lines from the keys.
-- A record that cannot be read is nil-valued: (false, place with code and message).
function M.records(path, options)
  options = options or {}
  local form = M.form(path, options.input)
  if form == "jsonl" then
    local next_line = M.lines(path)
    return function()
      local line, place = next_line()
      if not line then return nil end
      if place.code then return false, place end
      local record, message, code, offset = json.decode(line)
      if type(record) ~= "table" then
        place.code, place.at = code or "bad_json", offset
        place.message = message or "expected an object"
        return false, place
      end
      return record, place
    end
  end
  local next_row = M.rows(path, {
    delimiter = options.delimiter or (form == "tsv" and "\t" or nil), strict = options.strict,
  })
  local names = next_row()
  if not names or names.code then
    errors.raise(names and names.code or "empty", names and names.message
      or "the file is empty; a header line is needed", { path = path, line = names and names.line })
  end
  return function()
    local row, place = next_row()
    if not row then return nil end
    if row.code then return false, place end
    if row.n > names.n then
      place.code = "too_many_fields"
      place.message = ("%d fields under a header of %d"):format(row.n, names.n)
      return false, place
    end
    local record = {}
    for i = 1, names.n do
      if row[i] ~= "" then record[names[i]] = row[i] end
    end
    return record, place
  end, names
end

return M
