-- The README's tables and examples are what the code says and does.
local readme = require "support.readme"

describe("README.md", function()
  it("has the tables the code gives (make readme writes them)", function()
    local text, want = readme.check()
    assert.equal(want, text)
  end)

  it("names every table there is", function()
    local text = readme.check()
    for name in pairs(readme.tables) do
      assert.truthy(text:find("<!-- table " .. name .. " -->", 1, true), name)
    end
  end)

  it("gives both start lines, ending in make demo and make test", function()
    local text = readme.check()
    assert.truthy(text:find("\napt%-get update [^\n]* && make demo\n"))
    assert.truthy(text:find("\napt%-get update [^\n]*lua%-busted && make test\n"))
  end)
end)
