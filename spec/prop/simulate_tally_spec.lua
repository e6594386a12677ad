-- Two accounts of the same years, made independently: the simulation's truth and what the
-- tally finds in the events. Every line of the truth stands in the tally to the last digit.
local folder = require "support.folder"
local ipr = require "iprcore"
local json = require "iprcore.json"

local function name_of(line)
  return table.concat({ line.key, line.period, line.kind }, " ")
end

local function both(options)
  local dir = folder.new()
  options.out, options.listings = dir, 0
  ipr.simulate.run(options)
  local tally = ipr.tally {}
  tally:read(dir .. "/events.csv")
  local found = {}
  for _, line in ipairs(tally:lines {}) do found[name_of(line)] = json.encode(line) end
  local truth = json.decode(folder.slurp(dir .. "/truth.json")).kpis
  local lines = {}
  for text in folder.slurp(dir .. "/truth.json"):gmatch '\n({"key".-})[,\n]' do
    lines[#lines + 1] = text
  end
  folder.remove(dir)
  return lines, truth, found, tally:quality()
end

local function agree(options)
  local lines, truth, found, quality = both(options)
  assert.equal(#truth, #lines)
  assert.is_true(#lines > 20)
  for i, line in ipairs(truth) do
    assert.equal(lines[i], found[name_of(line)])
  end
  assert.same({}, quality)
end

describe("the tally of simulated years", function()
  for seed = 1, 20 do
    it("is the truth, whatever the programme (seed " .. seed .. ")", function()
      agree { seed = seed, years = seed % 3 == 0 and "2019" or "2018-2019", shape = "free" }
    end)
  end

  it("is the truth in the source's shape", function()
    agree { seed = 2019, years = "2017-2019" }
  end)
end)
