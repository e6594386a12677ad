--- The vocabulary of listings: words for copies in many languages, phrases that only look
-- like them, words for used goods, accessories, contact elsewhere, kinds of goods.
local core = require("iprcore.core").terms
local errors = require "iprcore.errors"
local nearest = require "iprcore.nearest"
local shipped = require "iprcore.shipped"
local tsv = require "iprcore.tsv"

local M = {}

local SHIPPED = { "replica_terms.tsv", "replica_exceptions.tsv", "signal_terms.tsv",
  "goods_terms.tsv" }

local Terms = {}
Terms.__index = Terms

--- The terms that stand in a text, in order.
function Terms:find(text)
  errors.expect("terms:find", text, "string", "a text")
  return self.core:find(text)
end

--- How many terms there are.
function Terms:count()
  return self.core:count()
end

local KNOWN, NAMES = {}, {}
for i, kind in ipairs(core.kinds()) do KNOWN[kind.name], NAMES[i] = true, kind.name end

local function no_kind(name)
  local near = nearest(name, NAMES)
  return ("there is no kind %q of terms%s"):format(name,
    near ~= "" and near or "; there are " .. table.concat(NAMES, ", "))
end

local function strength_of(row, kind, path, line)
  if row.strength == nil then
    if kind == "exception" then return 1 end
    errors.raise("bad_list", "no strength", { path = path, line = line })
  end
  local strength = tonumber(row.strength)
  if not strength or strength < 0 or strength > 1 then
    errors.raise("bad_list", "a strength is a number from 0 to 1", { path = path, line = line })
  end
  return strength
end

-- Adds a list; `own` terms go before shipped ones that stand at the same place.
local function read(vocabulary, path, own)
  for row, line in tsv(path, { "term" }) do
    local kind = row.kind or (row.why and "exception") or "declares_copy"
    local message = not KNOWN[kind] and no_kind(kind)
      or not row.term and "no term"
    local ok = false
    if not message then
      ok, message = vocabulary:add(row.term, row.language or "", kind,
        strength_of(row, kind, path, line), row.goods or "", own)
    end
    if not ok then errors.raise("bad_list", message, { path = path, line = line }) end
  end
end

local function finish(vocabulary)
  vocabulary:seal()
  return setmetatable({ core = vocabulary, lists = { terms = vocabulary } }, Terms)
end

--- The shipped vocabulary, with the caller's list over it where one is given.
function M.standard(overlay)
  local vocabulary = core.new()
  for _, name in ipairs(SHIPPED) do read(vocabulary, shipped.path(name), false) end
  if overlay then read(vocabulary, overlay, true) end
  return finish(vocabulary)
end

--- A vocabulary of the caller's list alone.
function M.load(path)
  local vocabulary = core.new()
  read(vocabulary, path, true)
  return finish(vocabulary)
end

--- The kinds of terms: array of { name, class, says }.
function M.kinds()
  return core.kinds()
end

return M
