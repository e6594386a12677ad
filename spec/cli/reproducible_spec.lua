-- The same input, rules and lists give the same bytes whatever the surroundings say: locale
-- (Turkish has a capital of its own for i), time zone, threads.
local cli = require "spec.support.cli"

local DEMO = "spec/data/demo/"
local COMMANDS = {
  score = "score " .. DEMO .. "listings.csv",
  ["score as CSV"] = "score --format csv --with title,price " .. DEMO .. "listings.csv",
  brands = "brands " .. DEMO .. "listings.csv",
  prices = "prices " .. DEMO .. "listings.csv",
  context = "context " .. DEMO .. "listings.csv",
  tally = "tally --period month " .. DEMO .. "events.csv",
  ["a packed tally"] = "tally --pack /dev/stdout " .. DEMO .. "events.csv",
  report = "report " .. DEMO .. "events.csv --year 2019 --format html",
  parse = "parse spec/data/report-2019.en.txt",
  ["parse of Chinese"] = "parse --format table spec/data/report-2019.zh.txt",
  stamp = "score --stamp " .. DEMO .. "listings.csv",
}
local SURROUNDINGS = {
  "TZ=Asia/Kolkata", "TZ=America/St_Johns", "LC_ALL=C", "LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8",
}

local function has_locale(name)
  local before = os.setlocale(nil, "all")
  local found = os.setlocale(name, "all")
  os.setlocale(before, "all")
  return found ~= nil
end

local function bytes(words, env)
  local r = cli.run(words, { env = env })
  assert.equal(0, r.code, r.err)
  assert.is_true(#r.out > 100)
  return r.out
end

describe("the same bytes come out", function()
  for name, words in pairs(COMMANDS) do
    it("of " .. name .. " in any time zone and locale", function()
      local usual = bytes(words, "TZ=UTC LC_ALL=C.UTF-8")
      for _, env in ipairs(SURROUNDINGS) do
        assert.is_true(usual == bytes(words, env), env)
      end
      if not has_locale "tr_TR.UTF-8" then pending "the locale tr_TR.UTF-8 is not installed" end
    end)
  end

  it("of score on any number of threads", function()
    local usual = bytes(COMMANDS.score .. " --threads 1")
    for threads = 2, 5 do
      assert.is_true(usual == bytes(COMMANDS.score .. " --threads " .. threads), threads)
    end
  end)
end)
