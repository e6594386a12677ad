-- What `make bench` measures on, made in build/bench.
local json = require "iprcore.json"

local HERE, PEERS = "build/bench", "../shared/peers"
local KEYS = HERE .. "/keys"
local M = { here = HERE, peers = PEERS, keys = KEYS, events = 1000000, texts_mb = 8,
  metrics = "../shared/data/metrics/dev.jsonl", listings = "../shared/data/listings" }

-- All of an input, and what stands for loading alone.
M.files = {
  feed = { KEYS .. "/listings.csv", KEYS .. "/header.csv" },
  events = { HERE .. "/events.csv", HERE .. "/no_events.csv" },
  texts = { HERE .. "/texts.jsonl", HERE .. "/no_texts.jsonl" },
}

-- Rules that read what spec/bench/functions.lua reads, without a function.
local READS = [[
local no = L.price:below(0) & L.seller_age_days:below(0)
local text = ipr.any { L.ship_from:is "x", L.category:is "x", L.currency:is "x",
  L.gtin:is "x", L.brand:is "x" }
return { rule "x" { when = no | text } }
]]

function M.sh(command)
  return os.execute(command) and true or false
end

local function must(command, ...)
  assert(M.sh(command:format(...)), "failed: " .. command)
end

local function exists(path)
  local f = io.open(path, "rb")
  return f and f:close() and true or false
end

function M.write(path, text)
  local f = assert(io.open(path, "wb"))
  f:write(text)
  f:close()
end

--- The feed of n rows, made where it is not there yet.
function M.feed(n, path)
  local made = io.open(path .. ".rows", "rb")
  local have = made and made:read("n")
  if made then made:close() end
  if have == n and exists(path) then return end
  must("%s/make_listings %d %s %s", HERE, n, KEYS, path:match("[^/]+$"))
  M.write(path .. ".rows", n .. "\n")
end

local function many_rules(n)
  local out = { "return {\n" }
  for i = 1, n do
    out[#out + 1] = ("rule 'r%d' { when = L.price:below(%d) & L.seller_age_days:below(%d) },\n")
      :format(i, i % 40, i % 30)
  end
  return table.concat(out) .. "}\n"
end

local function make_rules()
  local head = 'local ipr = require "iprcore"\nlocal rule, L = ipr.rule, ipr.field\n'
  M.write(HERE .. "/reads.lua", head .. READS)
  for _, n in ipairs { 10, 20, 50, 100, 200 } do
    M.write(("%s/rules_%d.lua"):format(HERE, n), head .. many_rules(n))
  end
end

-- The texts of the metric parser's documents, repeated; nothing where they are not there.
local function make_texts()
  local f = io.open(M.metrics, "rb")
  local lines, bytes = {}, 0
  for line in f and f:lines("L") or function() end do
    lines[#lines + 1] = line
    bytes = bytes + #json.decode(line).text
  end
  if f then f:close() end
  M.write(M.files.texts[1], table.concat(lines):rep(f and math.ceil(M.texts_mb * 1e6 / bytes) or 0))
  M.write(M.files.texts[2], "")
end

--- The CSV files beside the project that are not too short to measure.
function M.csv_files()
  local p = assert(io.popen("cd " .. M.listings .. " 2>/dev/null && find catalog marketplace "
    .. "sellers -name '*.csv' -size +36k | LC_ALL=C sort"))
  local out = {}
  for name in p:lines() do out[#out + 1] = name end
  p:close()
  return out
end

--- Makes all of them; `rows` listings in the feed. nil and a message where something is missing.
function M.make(lua, rows)
  if not exists(PEERS .. "/make_listings.c") then
    return nil, PEERS .. " is missing: it holds the peers and the generator of the listings"
  end
  must("mkdir -p %s", KEYS)
  must("cc -O2 -w %s/make_listings.c -lm -o %s/make_listings", PEERS, HERE)
  M.feed(rows, M.files.feed[1])
  must("head -1 %s > %s", M.files.feed[1], M.files.feed[2])
  if not exists(KEYS .. "/fold.tsv") then
    M.sh(("/usr/bin/python3 %s/make_fold.py %s/fold.tsv"):format(PEERS, KEYS))
  end
  make_rules()
  make_texts()
  for i, n in ipairs { M.events, 0 } do
    must("%s spec/bench/tally_events.lua %d > %s", lua, n, M.files.events[i])
  end
  return true
end

return M
