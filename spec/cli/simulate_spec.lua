-- The simulated programme is the same bytes everywhere, and its truth holds.
local cli = require "support.cli"
local folder = require "support.folder"

describe("iprcore simulate", function()
  it("makes the folder and writes into it, saying nothing", function()
    local dir = folder.new()
    local r = cli.run("simulate --seed 7 --years 2019 --listings 20 --out " .. dir .. "/a/b")
    assert.same({ 0, "", "" }, { r.code, r.out, r.err })
    assert.truthy(folder.slurp(dir .. "/a/b/events.csv"):find "^time,event,id,parent,")
    assert.truthy(folder.slurp(dir .. "/a/b/truth.json"):find '^{"kpis":%[\n{"key":')
    local _, rows = folder.slurp(dir .. "/a/b/listings.csv"):gsub("\n", "\n")
    assert.equal(21, rows)
    folder.remove(dir)
  end)

  -- After a change to the generator: iprcore simulate --seed 2019 --years 2018-2019
  -- --out spec/data/demo writes them anew.
  it("made the inputs of the demo, byte for byte", function()
    local dir = folder.new()
    local r = cli.run("simulate --seed 2019 --years 2018-2019 --out " .. dir)
    assert.equal(0, r.code, r.err)
    for _, name in ipairs { "events.csv", "listings.csv", "truth.json" } do
      assert.is_true(folder.slurp(dir .. "/" .. name) == folder.slurp("spec/data/demo/" .. name),
        name .. " differs from spec/data/demo")
    end
    folder.remove(dir)
  end)

  it("tells what is missing or wrong, with exit code 1", function()
    for args, says in pairs {
      ["--years 2019 --out x"] = "--seed is needed",
      ["--seed 1 --out x"] = "--years is needed",
      ["--seed 1 --years 2019"] = "--out is needed",
      ["--seed one --years 2019 --out x"] = "--seed takes a number",
      ["--seed 1 --years 2019 --listings -5 --out x"] = "whole numbers",
      ["--seed 1 --years 2019 --shape cube --out x"] = "--shape takes one of source, free",
      ["--seed 1 --years 2019-18 --out x"] = "years are 2018-2019 or 2019",
      ["--seed 1 --years 2019 --out x y"] = "simulate reads no files",
    } do
      local r = cli.run("simulate " .. args)
      assert.equal(1, r.code, args)
      assert.truthy(r.err:find(says, 1, true), r.err)
    end
  end)

  it("ends with exit code 3 where it cannot write", function()
    local path = cli.file("not a folder")
    local r = cli.run("simulate --seed 1 --years 2019 --out " .. path .. "/out")
    assert.equal(3, r.code)
    assert.truthy(r.err:find("cannot make the folder", 1, true), r.err)
    os.remove(path)
  end)
end)
