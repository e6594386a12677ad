-- The example script that measures rules runs as an analyst would run it.
local cli = require "spec.support.cli"

-- Runs the example with `arg`, and gives what it printed.
local function run(...)
  local chunk = assert(loadfile "lua/examples/measure_rules.lua")
  local out, print_, arg_ = {}, print, arg
  _G.arg = { ... }
  _G.print = function(text) out[#out + 1] = tostring(text) end
  local ok, message = pcall(chunk)
  _G.print, _G.arg = print_, arg_
  assert(ok, message)
  return table.concat(out, "\n")
end

describe("lua/examples/measure_rules.lua", function()
  it("goes from a feed to decisions to what a changed weight would change", function()
    local feed = cli.file("id,title,brand,price,currency\n"
      .. "1,Rolex Submariner replica,Rolex,,\n2,Gucci belt,Gucci,430,USD\n"
      .. "3,Rolex Daytona super clone,Rolex,90,USD\n", ".csv")
    assert.is_truthy(run(feed):find("worksheet.csv", 1, true))
    local rows = {}
    for line in io.lines("worksheet.csv") do rows[#rows + 1] = line end
    os.remove("worksheet.csv")
    assert.equal(4, #rows)
    local path = cli.file("id,weight,decision,basis,by,date\n"
      .. "1,1,counterfeit,test_buy,a,2026-11-01\n"
      .. "2,1,genuine,documents,a,2026-11-01\n3,1,counterfeit,test_buy,a,2026-11-01\n", ".csv")
    local text = run(feed, path)
    assert.is_truthy(text:find("standard, remove: precision 1.00", 1, true))
    assert.is_truthy(text:find("1: review -> remove because of says_copy", 1, true))
    os.remove(feed)
    os.remove(path)
  end)
end)
