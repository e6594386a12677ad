-- Whether the scores of the peers' rules are the peer's: listing by listing, every difference
-- with what explains it.
local M = {}

function M.size(path)
  local f = assert(io.open(path, "rb"))
  local n = f:seek "end"
  f:close()
  return n
end

-- Replica terms that hold a Chinese letter and end in a Latin one: the peers find them inside a
-- Latin word too, iprcore only where the word ends.
local function half_latin(keys)
  local out = {}
  for line in io.lines(keys .. "/replica.txt") do
    if line:find("[\x80-\xFF]") and line:find("%a$") then out[#out + 1] = line end
  end
  return out
end

local function explain(listing, terms)
  for _, term in ipairs(terms) do
    local _, to = listing:find(term, 1, true)
    if to and listing:find("^%w", to + 1) then return "a term ends inside a Latin word" end
  end
  return "not explained"
end

-- id -> title and description of the listings named.
local function texts_of(feed, wanted)
  local out = {}
  for record in require("iprcore.input").records(feed) do
    if wanted[record.id] then
      out[record.id] = (record.title or "") .. "\n" .. (record.description or "")
    end
  end
  return out
end

--- Compares HERE/one.csv with HERE/PEER.csv; writes differences.csv.
-- Gives { peer, share, report }.
function M.compare(here, feed, keys, peer)
  local ours, theirs = io.lines(here .. "/one.csv"), io.lines(here .. "/" .. peer .. ".csv")
  ours() -- the header
  local n, wanted, list = 0, {}, {}
  for line in theirs do
    local id, score = line:match("^([^,]*),(.*)$")
    local own, mine, _, symbols = ours():match("^([^,]*),([^,]*),([^,]*),(.*),$")
    assert(id == own, "rows out of step at " .. id)
    n = n + 1
    if tonumber(score) ~= tonumber(mine) then
      wanted[id] = true
      list[#list + 1] = { id = id, theirs = score, ours = mine, symbols = symbols }
    end
  end
  local texts, terms, counts = texts_of(feed, wanted), half_latin(keys), {}
  local f = assert(io.open(here .. "/differences.csv", "wb"))
  f:write("id,peer,iprcore,because,symbols\n")
  for _, d in ipairs(list) do
    local because = explain(texts[d.id], terms)
    counts[because] = (counts[because] or 0) + 1
    f:write(("%s,%s,%s,%s,%s\n"):format(d.id, d.theirs, d.ours, because, d.symbols))
  end
  f:close()
  local names, report = {}, { ("%d of %d scores differ (%s/differences.csv)\n"):format(#list, n,
    here) }
  for name in pairs(counts) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    report[#report + 1] = ("  %d: %s\n"):format(counts[name], name)
  end
  return { peer = peer, share = 1 - #list / n, report = table.concat(report) }
end

return M
