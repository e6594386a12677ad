--- Brand lexicons and the matcher: which brand a listing names, and how it is written.
local core = require("iprcore.core").brand
local check = require "iprcore.check_options"
local errors = require "iprcore.errors"
local input = require "iprcore.input"
local nearest = require "iprcore.nearest"
local shipped = require "iprcore.shipped"

local M = {}

local Lexicon = {}
Lexicon.__index = Lexicon

-- The lexicon in the core.
local function open(self, verb)
  if not self.lists then
    errors.misuse(("lexicon:%s: the lexicon is closed; load it again"):format(verb),
      "closed")
  end
  return self.lists.brands
end

--- Which brands a listing names: its brand or nil, and every other brand named, best first.
function Lexicon:find(listing)
  errors.expect("lexicon:find", listing, "table", "a listing: { title = … }")
  check("lexicon:find", listing, { title = "string", description = "string", brand = "string" })
  local named, hits = open(self, "find"):find(listing.title, listing.description, listing.brand)
  return named and table.remove(hits, 1) or nil, hits
end

--- What the lexicon knows of a brand, by any of its names; nil if it has none.
function Lexicon:brand(name)
  errors.expect("lexicon:brand", name, "string", "a brand's name")
  return open(self, "brand"):brand(name)
end

--- How many brands there are.
function Lexicon:count() return open(self, "count"):count() end

-- Reads listings in blocks, for `iprcore brands`.
function Lexicon:_open(...) return open(self, "open"):open(...) end

--- Frees the lexicon: now, or with the last scorer that uses it.
function Lexicon:close()
  if self.lists and not self.shared then self.lists.brands:close() end
  self.lists = nil
end

Lexicon.__close = Lexicon.close
Lexicon.__len = Lexicon.count

-- The text of a list; one of CSV, which has commas in its header and no tab, is made
-- tab-separated, line by line.
local function text_of(path)
  local text = input.text(path)
  local header = text:match("^[^\r\n]*")
  if path == "-" or header:find("\t", 1, true) or not header:find(",", 1, true) then return text end
  local lines = {}
  for row in input.rows(path) do
    if row.code then errors.raise("bad_list", row.message, { path = path, line = row.line }) end
    for i = 1, row.n do row[i] = row[i]:gsub("[\t\r\n]", " ") end
    for i = #lines + 1, row.line - 1 do lines[i] = "" end
    lines[row.line] = table.concat(row, "\t", 1, row.n)
  end
  return table.concat(lines, "\n")
end

local COLUMNS, KNOWN = core.columns(), {}
for _, name in ipairs(COLUMNS) do KNOWN[name] = true end

-- Other columns are passed over, but not one that looks like a slip for a column the list lacks.
-- Names of two letters are languages: many are near each other.
local function check_header(text, path)
  local has, lacks = {}, {}
  for name in text:match("^[^\r\n]*"):gmatch("[^\t]+") do has[name] = true end
  for _, name in ipairs(COLUMNS) do
    if not has[name] and #name > 2 then lacks[#lacks + 1] = name end
  end
  for name in pairs(has) do
    local near = not KNOWN[name] and nearest(name, lacks) or ""
    if near ~= "" then
      errors.raise("bad_header", ("no column of brands is called %q%s"):format(name, near),
        { path = path, line = 1 })
    end
  end
end

local function read(lexicon, path)
  if path == "default" then path = shipped.path "brands.tsv" end
  local text = text_of(path)
  check_header(text, path)
  lexicon:read(text, path)
end

--- Reads one list or several; nil reads the shipped list, and "default" in an array adds it.
function M.load(paths)
  if type(paths) ~= "table" then paths = { paths or "default" } end
  if #paths == 0 then errors.misuse "brands.load: no list is named" end
  local lexicon = core.new()
  lexicon:words(input.text(shipped.path "words.txt"))
  local goods = shipped.path "goods.tsv"
  lexicon:goods(input.text(goods), goods)
  lexicon:phrases(input.text(shipped.path "phrases.txt"))
  for _, path in ipairs(paths) do read(lexicon, path) end
  lexicon:fill(input.text(shipped.path "brands.tsv"), shipped.path "brands.tsv")
  lexicon:seal()
  return setmetatable({ lists = { brands = lexicon } }, Lexicon)
end

--- The shipped list.
function M.standard() return M.load() end

--- The tricks by name, class and meaning, in order of suspicion.
function M.tricks() return core.tricks() end

return M
