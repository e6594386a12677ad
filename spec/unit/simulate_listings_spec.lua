-- The simulated feed: fixed bytes, every planted id a row, sellers who stay themselves,
-- honest rows that look bad and copies that look good.
local fakes = require "iprcore.simulate.fakes"
local folder = require "support.folder"
local input = require "iprcore.input"
local json = require "iprcore.json"
local random = require "iprcore.simulate.random"
local simulate = require "iprcore.simulate"
local tricks = require "iprcore.simulate.tricks"

local function feed(options)
  local dir = folder.new()
  options.out, options.years = dir, options.years or "2019"
  local counts = simulate.run(options)
  local rows, names = {}, nil
  for row in input.rows(dir .. "/listings.csv", {}) do
    if names then
      local listing = {}
      for i, name in ipairs(names) do listing[name] = row[i] end
      rows[#rows + 1], rows[listing.id] = listing, listing
    else
      names = row
    end
  end
  local out = { rows = rows, names = names, counts = counts,
    bytes = folder.slurp(dir .. "/listings.csv"),
    events = folder.slurp(dir .. "/events.csv"),
    planted = json.decode(folder.slurp(dir .. "/truth.json")).planted }
  folder.remove(dir)
  return out
end

-- FNV-1a over 32 bits
local function checksum(text)
  local h = 0x811C9DC5
  for i = 1, #text do h = ((h ~ text:byte(i)) * 0x01000193) & 0xFFFFFFFF end
  return ("%08x"):format(h)
end

describe("the simulated feed", function()
  local big
  setup(function() big = feed { seed = 11, listings = 4000 } end)

  it("has the canonical columns and as many rows as asked", function()
    assert.equal("id title description brand price currency category seller_id seller_name "
      .. "seller_age_days seller_strikes quantity condition gtin mpn image_hash url ship_from "
      .. "created_at", table.concat(big.names, " ", 1, big.names.n))
    assert.equal(4000, #big.rows)
    assert.equal(0, #feed { seed = 1, listings = 0 }.rows)
    assert.equal(1, #feed { seed = 1, listings = 1 }.rows)
  end)

  it("is the same bytes on every machine", function()
    assert.equal("da3271da", checksum(feed { seed = 42, listings = 300 }.bytes))
    assert.equal("a9cd95b3", checksum(feed { seed = 42, listings = 0, shape = "free" }.events))
  end)

  it("leaves the events alone however many listings there are", function()
    assert.is_true(big.events == feed { seed = 11, listings = 0 }.events)
  end)

  it("plants about six in a hundred, of every kind, each a row of the feed", function()
    local kinds, seen = {}, {}
    for _, p in ipairs(big.planted) do
      assert.truthy(big.rows[p.id], p.id)
      assert.is_nil(seen[p.id])
      seen[p.id], kinds[p.kind] = true, (kinds[p.kind] or 0) + 1
    end
    for _, name in ipairs(fakes.NAMES) do assert.truthy(kinds[name], name) end
    assert.equal(#big.planted, big.counts.planted)
    assert.is_true(#big.planted > 200 and #big.planted < 280, #big.planted)
  end)

  it("knows each seller by one name and age", function()
    local sellers, met = {}, 0
    for _, l in ipairs(big.rows) do
      local who = l.seller_name .. "/" .. l.seller_age_days .. "/" .. l.seller_strikes
      met = met + (sellers[l.seller_id] and 1 or 0)
      assert.equal(sellers[l.seller_id] or who, who)
      sellers[l.seller_id] = who
    end
    assert.is_true(met > 1000)
  end)

  it("gives honest goods article numbers that check, and bad_gtin ones that do not", function()
    local gtin = require "iprcore.gtin"
    local kind = {}
    for _, p in ipairs(big.planted) do kind[p.id] = p.kind end
    local good, bad = 0, 0
    for _, l in ipairs(big.rows) do
      if l.gtin ~= "" and kind[l.id] ~= "relisted" then
        local valid = gtin.is_valid(l.gtin)
        assert.equal(kind[l.id] ~= "bad_gtin", valid, l.gtin)
        if valid then good = good + 1 else bad = bad + 1 end
      end
    end
    assert.is_true(good > 500 and bad > 3)
  end)

  it("has honest sellers far below the usual price too", function()
    local cheap, kind = 0, {}
    for _, p in ipairs(big.planted) do kind[p.id] = p.kind end
    for _, l in ipairs(big.rows) do
      if not kind[l.id] and l.brand == "Rolex" and l.currency == "USD"
        and tonumber(l.price) < 5500 then cheap = cheap + 1 end
    end
    assert.is_true(cheap > 0)
  end)

  it("writes prices as decimals, times in order", function()
    local last = ""
    for _, l in ipairs(big.rows) do
      assert.truthy(l.price:find(l.currency == "JPY" and "^%d+$" or "^%d+%.%d%d$"), l.price)
      assert.is_true(l.created_at >= last and l.created_at < "2020")
      last = l.created_at
    end
  end)
end)

describe("simulate.tricks", function()
  it("rewrites a brand so that it is not plainly there, and stays UTF-8", function()
    local r = random.stream(5, "tricks")
    for _, name in ipairs(tricks.NAMES) do
      local done = 0
      for _ = 1, 50 do
        for _, brand in ipairs { "Nike", "Louis Vuitton", "Gucci", "Dr. Martens", "UGG" } do
          local out = tricks[name](r, brand)
          if out then
            done = done + 1
            assert.not_equal(brand, out, name)
            assert.truthy(utf8.len(out), name)
          end
        end
      end
      assert.is_true(done > 20, name)
    end
  end)

  it("says nil where a name leaves it nothing to do", function()
    local r = random.stream(5, "tricks")
    assert.is_nil(tricks.spacing(r, "UGG"))
    assert.is_nil(tricks.vowel_drop(r, "UGG"))
    assert.is_nil(tricks.misspelling(r, "MAC"))
  end)
end)

describe("simulate.random", function()
  it("is SplitMix64 folded over the stream's name", function()
    local a, b = random.stream(1, "x"), random.stream(1, "x")
    for _ = 1, 100 do assert.equal(a:bits(), b:bits()) end
    assert.not_equal(random.stream(1, "x"):bits(), random.stream(1, "y"):bits())
    assert.not_equal(random.stream(1, "x"):bits(), random.stream(2, "x"):bits())
  end)

  it("splits totals exactly", function()
    local r = random.stream(9, "split")
    local sum = 0
    for _, n in ipairs(r:split(1234, 17)) do sum = sum + n end
    assert.equal(1234, sum)
  end)

  it("draws evenly enough", function()
    local r, hits = random.stream(3, "even"), { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }
    for _ = 1, 20000 do
      local k = r:below(10) + 1
      hits[k] = hits[k] + 1
    end
    for k = 1, 10 do assert.is_true(hits[k] > 1800 and hits[k] < 2200, hits[k]) end
  end)
end)
