--- Brand lexicons and the matcher: which brand a listing names, and how it is written.
local core = require("iprcore.core").brand
local check = require "iprcore.check_options"
local errors = require "iprcore.errors"
local input = require "iprcore.input"
local shipped = require "iprcore.shipped"

local M = {}

local Lexicon = {}
Lexicon.__index = Lexicon

--- Which brands a listing names: its brand or nil, and every other brand named, best first.
function Lexicon:find(listing)
  check("lexicon:find", listing, { title = "string", description = "string", brand = "string" })
  local named, hits = self.core:find(listing.title, listing.description, listing.brand)
  return named and table.remove(hits, 1) or nil, hits
end

--- What the lexicon knows of a brand, by any of its names; nil if it has none.
function Lexicon:brand(name) return self.core:brand(name) end

--- How many brands there are.
function Lexicon:count() return self.core:count() end

function Lexicon:close() self.core:close() end

Lexicon.__gc = Lexicon.close
Lexicon.__close = Lexicon.close
Lexicon.__len = Lexicon.count

local function read(lexicon, path)
  if path == "default" then path = shipped.path "brands.tsv" end
  lexicon:read(input.text(path), path)
end

--- Reads one list or several; nil reads the shipped list, and "default" in an array adds it.
function M.load(paths)
  if type(paths) ~= "table" then paths = { paths or "default" } end
  if #paths == 0 then errors.raise("usage", "brands.load: no list is named") end
  local lexicon = core.new()
  lexicon:words(input.text(shipped.path "words.txt"))
  local goods = shipped.path "goods.tsv"
  lexicon:goods(input.text(goods), goods)
  lexicon:phrases(input.text(shipped.path "phrases.txt"))
  for _, path in ipairs(paths) do read(lexicon, path) end
  lexicon:fill(input.text(shipped.path "brands.tsv"), shipped.path "brands.tsv")
  lexicon:seal()
  return setmetatable({ core = lexicon, lists = { brands = lexicon } }, Lexicon)
end

--- The shipped list.
function M.standard() return M.load() end

--- The tricks by name, class and meaning, in order of suspicion.
function M.tricks() return core.tricks() end

return M
