--- What a listing's neighbours say, counted beforehand: listings, brands and bursts of a
-- seller, brands on one article number, sellers that use one title. Counts of several feeds
-- merge in any order to the same bytes.
local core = require("iprcore.core").context
local errors = require "iprcore.errors"
local gtin = require("iprcore.core").gtin
local output = require "iprcore.output"

local M = {}

local VERSION = 1
local HEADER = ("#iprcore-context %d\n"):format(VERSION)

-- The most items kept of one set: the first in byte order, so that any merge keeps the same.
local MOST = { seller = 256, gtin = 64, title = 64 }
local MOST_DAYS = 400

local Context = {}
Context.__index = Context

local function new()
  return setmetatable({ rows = {}, n = 0 }, Context)
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

local function row_of(self, kind, key)
  local id = kind .. "\t" .. key
  local row = self.rows[id]
  if not row then
    row = { kind = kind, key = key, listings = 0, items = {}, days = {} }
    self.rows[id] = row
    self.n = self.n + 1
  end
  return row
end

local function clean(text)
  if not text or text == "" then return nil end
  return (text:gsub("[%c|=]", " "))
end

local function count(self, kind, key, item, day)
  if not key or key == "" or key:find("[%c]") then return end
  local row = row_of(self, kind, key)
  row.listings = row.listings + 1
  if item then
    row.items[item] = true
    row.kept = (row.kept or 0) + 1
    if row.kept > 4 * MOST[kind] then
      row.kept = #sorted(row.items, MOST[kind])
    end
  end
  if day then row.days[day] = (row.days[day] or 0) + 1 end
end

-- Iterates over a feed's listings with canonical columns, whatever its header calls them.
local function listings(path, opts)
  local ipr = require "iprcore"
  local none = { ipr.rules.rule "none" { when = ipr.rules.field.id:missing() } }
  local reader = ipr.scorer { rules = none, input = opts.input, delimiter = opts.delimiter }
  return reader:each(path)
end

--- Counts the listings of a feed. opts: input ("csv"|"tsv"|"jsonl"), delimiter, brands (a lexicon).
function Context:add(path, opts)
  opts = opts or {}
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
  local text = require("iprcore.input").text(path)
  check_header(path, text)
  local n = 1
  for line in text:sub(#HEADER + 1):gmatch("[^\n]+") do
    n = n + 1
    local kind, key, total, items, days =
      line:match("^(%l+)\t([^\t]+)\t(%d+)\t([^\t]*)\t([^\t]*)$")
    if not kind or not MOST[kind] then bad(path, n, "a damaged line") end
    local row = row_of(self, kind, key)
    row.listings = row.listings + math.tointeger(tonumber(total))
    for item in items:gmatch("[^|]+") do row.items[item] = true end
    for day, listed in days:gmatch("([%d-]+)=(%d+)") do
      row.days[day] = (row.days[day] or 0) + math.tointeger(tonumber(listed))
    end
  end
  return self
end

local function peak(days)
  local most = 0
  for _, listed in pairs(days) do most = math.max(most, listed) end
  return most
end

local function ids(self)
  local out = {}
  for id in pairs(self.rows) do out[#out + 1] = id end
  table.sort(out)
  return out
end

--- Writes the counts; context.load and merge read them.
function Context:write(path)
  local sink = output.open(path)
  sink:write(HEADER)
  for _, id in ipairs(ids(self)) do
    local row = self.rows[id]
    local days = {}
    for _, day in ipairs(sorted(row.days, MOST_DAYS)) do
      days[#days + 1] = day .. "=" .. row.days[day]
    end
    sink:write(id, "\t", tostring(row.listings), "\t",
      table.concat(sorted(row.items, MOST[row.kind]), "|"), "\t", table.concat(days, "|"), "\n")
  end
  sink:close()
end

--- The counts as a list that a scorer takes.
function Context:list()
  local list = core.new()
  for _, id in ipairs(ids(self)) do
    local row = self.rows[id]
    list:add(row.kind, row.key, row.listings, #sorted(row.items, MOST[row.kind]), peak(row.days))
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
  if path == "-" then return false end
  local f = io.open(path, "rb")
  local head = f and f:read(#HEADER)
  if f then f:close() end
  return head ~= nil and head:sub(1, 17) == HEADER:sub(1, 17)
end

return M
