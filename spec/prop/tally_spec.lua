-- What must hold of any tally: order, splits and merges do not show; truth is reproduced.
local ipr = require "iprcore"
local cli = require "support.cli"

local SOURCES = { "own_initiative", "article_16", "trusted_flagger", "consumer_report", "" }

-- A random event with many ties: few ids, few moments.
local function random_event(random, kinds)
  local kind = kinds[random(#kinds)].name
  local id = "id" .. random(15)
  local amount, currency = random(1000), "EUR"
  if random(6) == 1 then amount, currency = "9000000000000000", "CNY" end
  if kind == "coverage" then id = random(4) == 1 and "*" or kinds[random(#kinds - 1)].name end
  return { event = kind, id = id,
    time = ("2019-%02d-%02dT%02d:00:00Z"):format(random(12), random(4), random(3)),
    parent = "id" .. random(15), count = random(3), amount = amount, currency = currency,
    region = ({ "Europe", "China", "" })[random(3)], source = SOURCES[random(5)],
    party = "p" .. random(3), ["until"] = ("2019-12-%02d"):format(random(28)) }
end

local function generator(seed)
  local state = seed * 2 + 1
  return function(n)
    state = (state * 1103515245 + 12345) % 2147483648
    return state // 65536 % n + 1
  end
end

local function random_events(seed, n)
  local random, kinds, out = generator(seed), ipr.events.kinds(), {}
  for i = 1, n do out[i] = random_event(random, kinds) end
  return out
end

local function tally_of(events, first, last)
  local t = ipr.tally()
  for i = first or 1, last or #events do t:add(events[i]) end
  return t
end

local function shuffled(list, random)
  local out = table.move(list, 1, #list, 1, {})
  for i = #out, 2, -1 do
    local j = random(i)
    out[i], out[j] = out[j], out[i]
  end
  return out
end

local function lines_text(t)
  local out = {}
  for _, period in ipairs { "year", "quarter", "month" } do
    for _, line in ipairs(t:lines { period = period, parties = true }) do
      out[#out + 1] = ipr.json.encode(line)
    end
  end
  return table.concat(out, "\n")
end

describe("a tally", function()
  it("packs to the same bytes for any order of the events", function()
    for seed = 1, 8 do
      local events, random = random_events(seed, 300), generator(seed + 99)
      local want = tally_of(events)
      for _ = 1, 3 do
        local got = tally_of(shuffled(events, random))
        assert.equal(want:pack(), got:pack())
        assert.same(want:quality(), got:quality())
      end
    end
  end)

  it("packs to the same bytes for any split and order of merging", function()
    for seed = 1, 8 do
      local events, random = random_events(seed, 300), generator(seed)
      local want, packs, at = tally_of(events):pack(), {}, 1
      while at <= #events do
        local last = math.min(#events, at + random(120))
        packs[#packs + 1] = tally_of(events, at, last):pack()
        at = last + 1
      end
      local sum = ipr.tally()
      for _, packed in ipairs(shuffled(packs, random)) do sum:merge(ipr.tally.unpack(packed)) end
      assert.equal(want, sum:pack())
      local left, right = ipr.tally(), ipr.tally()
      for i, packed in ipairs(packs) do
        (i % 2 == 0 and left or right):merge(ipr.tally.unpack(packed))
      end
      assert.equal(want, left:merge(right):pack())
    end
  end)

  it("packs to the same bytes where the parts have each kind once, at one moment", function()
    for _, kind in ipairs(ipr.events.kinds()) do
      local event = { event = kind.name, id = kind.name == "coverage" and "*" or "x", parent = "y",
        time = "2019-05-05", amount = 1, currency = "EUR", ["until"] = "2019-05-05" }
      local twice = tally_of { event, event }
      assert.equal(twice:pack(), tally_of({ event }):merge(tally_of { event }):pack(), kind.name)
    end
  end)

  it("answers the same after packing, and an event more changes the bytes", function()
    local events = random_events(4, 300)
    local t = tally_of(events)
    local back = ipr.tally.unpack(t:pack())
    assert.equal(lines_text(t), lines_text(back))
    back:add { time = "2019-05-05", event = "listing_removed", id = "new" }
    assert.not_equal(t:pack(), back:pack())
  end)

  it("does not count duplicated events of cases twice", function()
    local events = random_events(6, 200)
    local once, twice = tally_of(events), tally_of(events)
    for _, e in ipairs(events) do twice:add(e) end
    assert.equal(lines_text(once), lines_text(twice))
    local n = 0
    for _, row in ipairs(twice:quality()) do n = n + (row.code == "duplicated" and row.n or 0) end
    assert.truthy(n > 150)
  end)

  it("adds years up from months for plain counts", function()
    local t = tally_of(random_events(7, 400))
    local sums, years = {}, {}
    for _, line in ipairs(t:lines { period = "month" }) do
      if line.key == "listings_removed" and line.kind == "level" then
        sums[line.period:sub(1, 4)] = (sums[line.period:sub(1, 4)] or 0) + line.value
      end
    end
    for _, line in ipairs(t:lines()) do
      if line.key == "listings_removed" and line.kind == "level" then
        years[line.period] = line.value
      end
    end
    assert.same(years, sums)
  end)
end)

describe("a simulated programme", function()
  local json = ipr.json

  local function truth_is_told(seed)
    local dir = os.tmpname()
    os.remove(dir)
    local r = cli.run(("simulate --seed %d --years 2018-2019 --listings 200 --out %s")
      :format(seed, dir))
    assert.equal(0, r.code, r.err)
    local f = assert(io.open(dir .. "/truth.json", "rb"))
    local truth = json.decode(f:read "a")
    f:close()
    local t, have = ipr.tally(), {}
    t:read(dir .. "/events.csv")
    for _, line in ipairs(t:lines()) do have[line.kind .. line.key .. line.period] = line end
    for _, want in ipairs(truth.kpis) do
      local got = have[want.kind .. want.key .. want.period] or {}
      for k, v in pairs(want) do
        if v ~= json.null then
          assert.equal(v, got[k], ("seed %d, %s %s %s"):format(seed, want.key, want.period, k))
        end
      end
    end
    for _, name in ipairs { "events.csv", "listings.csv", "truth.json" } do
      os.remove(dir .. "/" .. name)
    end
    os.remove(dir)
    return #truth.kpis
  end

  it("is reproduced exactly", function()
    for seed = 1, 3 do assert.truthy(truth_is_told(seed) > 50) end
  end)
end)
