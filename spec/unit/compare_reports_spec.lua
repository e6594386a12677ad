-- The example that sets two reports against each other, run as a user would.
local cli = require "spec.support.cli"

describe("lua/examples/compare_reports.lua", function()
  it("prints changes with their citations, and what must not be compared", function()
    local a = cli.file("<p>In 2018 police made 1,953 arrests.</p>", ".html")
    local b = cli.file("In 2019 police made 4,125 arrests.\nArrests rose by 20% year on year.\n",
      ".txt")
    local old_print, old_arg, said = print, arg, {}
    _G.print = function(line) said[#said + 1] = line end
    _G.arg = { a, b, "Police" }
    local ok, e = pcall(dofile, "lua/examples/compare_reports.lua")
    _G.print, _G.arg = old_print, old_arg
    os.remove(a)
    os.remove(b)
    assert.truthy(ok, e)
    assert.same({
      "Arrests: +111.2%, from +111.2 to +111.2",
      ("  %s, line 1: \"In 2018 police made 1,953 arrests.\""):format(a),
      ("  %s, line 1: \"In 2019 police made 4,125 arrests.\""):format(b),
      "Arrests: not comparable (level against change; other unit: count against percent)",
    }, said)
  end)
end)
