--- What a listing's neighbours say, counted beforehand: listings, brands and bursts of a
-- seller, brands on one article number, sellers that use one title. Counts of several feeds
-- merge in any order to the same bytes.
local core = require("iprcore.core").context
local check = require "iprcore.check_options"
local errors = require "iprcore.errors"
local gtin = require("iprcore.core").gtin
local output = require "iprcore.output"

local M = {}

local VERSION = 1
local HEADER = ("#iprcore-context %d\n"):format(VERSION)

-- The most items kept of one set: the first in byte order, so that any merge keeps the same.
local MOST = { seller = 256, gtin = 64, title = 64 }
local MOST_DAYS = 400

-- What is counted goes by kind and key, "seller\tS1". Most have one item, which needs no set.
--   listings[id] = how many; first[id] = its first item; items[id] = set of all, if there are more;
--   kept[id] = how many are in that set; days[id] = listings by day
local Context = {}
Context.__index = Context

local function new()
  return setmetatable({ listings = {}, first = {}, items = {}, kept = {}, days = {}, n = 0 },
    Context)
end

local function sorted(set, most)
  local out = {}
  for item in pairs(set) do out[#out + 1] = item end
  table.sort(out)
  for i = most + 1, #out do
    set[out[i]] = nil
    out[i] = nil
  end
  return out
end

local function id_of(kind, key) return kind .. "\t" .. key end
local function most_of(id) return MOST[id:match("^%l+")] end

local function add_listings(self, id, n)
  local before = self.listings[id]
  self.listings[id] = (before or 0) + n
  if not before then self.n = self.n + 1 end
end

local function add_item(self, id, item)
  local first, set = self.first[id], self.items[id]
  if not first then
    self.first[id] = item
  elseif not set and first ~= item then
    self.items[id], self.kept[id] = { [first] = true, [item] = true }, 2
  elseif set and not set[item] then
    set[item] = true
    local kept, most = self.kept[id] + 1, most_of(id)
    self.kept[id] = kept > 4 * most and #sorted(set, most) or kept
  end
end

local function add_day(self, id, day, n)
  local days = self.days[id] or {}
  self.days[id] = days
  days[day] = (days[day] or 0) + n
end

local function items_of(self, id)
  local set = self.items[id]
  return set and sorted(set, most_of(id)) or { self.first[id] }
end

local function clean(text)
  if not text or text == "" then return nil end
  return (text:gsub("[%c|=]", " "))
end

local function count(self, kind, key, item, day)
  if not key or key == "" or key:find("[%c]") then return end
  local id = id_of(kind, key)
  add_listings(self, id, 1)
  if item then add_item(self, id, item) end
  if day then add_day(self, id, day, 1) end
end

-- Iterates over a feed's listings with canonical columns, whatever its header calls them.
local function listings(path, opts)
  local ipr = require "iprcore"
  local none = { ipr.rules.rule "none" { when = ipr.rules.field.id:missing() } }
  local reader = ipr.scorer { rules = none, input = opts.input, delimiter = opts.delimiter }
  return reader:each(path)
end

-- A list for a scorer has its counts no longer.
local function counted(self, verb)
  if self.lists then
    errors.misuse(("context:%s: this is the list for a scorer; ask the counts it was made from")
      :format(verb))
  end
end

--- Counts the listings of a feed. opts: input ("csv"|"tsv"|"jsonl"), delimiter, brands (a lexicon).
function Context:add(path, opts)
  opts = check("context:add", opts, { input = "string", delimiter = "delimiter", brands = "table" })
  if opts.brands and not (opts.brands.lists and opts.brands.lists.brands) then
    errors.misuse "context:add: brands is not what ipr.brands.load gives, or closed"
  end
  counted(self, "add")
  local lexicon = opts.brands or require("iprcore").brands.load()
  local keyer = core.keyer()
  for listing, result in listings(path, opts) do
    if not result.error then
      local named = lexicon:find { title = listing.title, description = listing.description,
        brand = listing.brand }
      local brand = clean(named and named.brand or listing.brand)
      local seller = clean(listing.seller_id)
      local day = listing.created_at and tostring(listing.created_at):match("^%d%d%d%d%-%d%d%-%d%d")
      count(self, "seller", listing.seller_id, brand, day)
      local _, _, ok, _, number = gtin.check(listing.gtin or "")
      if ok then count(self, "gtin", number, brand) end
      local key = listing.title and keyer:key(listing.title)
      if key then count(self, "title", key, seller) end
    end
  end
  return self
end

local function bad(path, line, message)
  errors.raise("bad_version", message, { path = path, line = line })
end

local function check_header(path, text)
  if text:sub(1, #HEADER) == HEADER then return end
  local version = text:match("^#iprcore%-context (%d+)\n")
  bad(path, 1, (version and ("a context of version %s, and this iprcore reads version %d")
    :format(version, VERSION) or "no context file") .. "; make one: iprcore context FEED > FILE")
end

--- Merges counts that `write` made. Raises bad_version where they are of another version.
function Context:merge(path)
  counted(self, "merge")
  local text = require("iprcore.input").text(path)
  check_header(path, text)
  local n = 1
  for line in text:sub(#HEADER + 1):gmatch("[^\n]+") do
    n = n + 1
    local kind, key, total, items, days =
      line:match("^(%l+)\t([^\t]+)\t(%d+)\t([^\t]*)\t([^\t]*)$")
    if not kind or not MOST[kind] then bad(path, n, "a damaged line") end
    local id = id_of(kind, key)
    add_listings(self, id, math.tointeger(tonumber(total)))
    for item in items:gmatch("[^|]+") do add_item(self, id, item) end
    for day, listed in days:gmatch("([%d-]+)=(%d+)") do
      add_day(self, id, day, math.tointeger(tonumber(listed)))
    end
  end
  return self
end

local function peak(days)
  local most = 0
  for _, listed in pairs(days or {}) do most = math.max(most, listed) end
  return most
end

local function ids(self)
  local out = {}
  for id in pairs(self.listings) do out[#out + 1] = id end
  table.sort(out)
  return out
end

--- Writes the counts; context.load and merge read them.
function Context:write(path)
  counted(self, "write")
  local sink = output.open(path)
  sink:write(HEADER)
  for _, id in ipairs(ids(self)) do
    local by_day, days = self.days[id] or {}, {}
    for _, day in ipairs(sorted(by_day, MOST_DAYS)) do
      days[#days + 1] = day .. "=" .. by_day[day]
    end
    sink:write(id, "\t", tostring(self.listings[id]), "\t",
      table.concat(items_of(self, id), "|"), "\t", table.concat(days, "|"), "\n")
  end
  sink:close()
end

--- The counts as a list that a scorer takes.
function Context:list()
  counted(self, "list")
  local list = core.new()
  for _, id in ipairs(ids(self)) do
    local kind, key = id:match("^(%l+)\t(.*)$")
    list:add(kind, key, self.listings[id], #items_of(self, id), peak(self.days[id]))
  end
  list:seal()
  return setmetatable({ lists = { context = list }, n = self.n }, { __index = Context })
end

--- How many sellers, numbers and titles are counted.
function Context:count()
  return self.n
end

--- Empty counts, to add feeds to.
function M.new()
  return new()
end

--- Loads what `iprcore context` wrote.
function M.load(path)
  return new():merge(path):list()
end

--- True if the file holds counts (and is no feed).
function M.is_context(path)
  errors.expect("context.is_context", path, "string", "the path of a file")
  if path == "-" then return false end
  local f = io.open(path, "rb")
  local head = f and f:read(#HEADER)
  if f then f:close() end
  return head ~= nil and head:sub(1, 17) == HEADER:sub(1, 17)
end

return M
