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

  it("shows the example files as they are", function()
    local text = readme.check()
    for name, shown in text:gmatch("<!%-%- (%w+%.lua) of lua/examples %-%->\n```lua\n(.-)```") do
      local f = assert(io.open("lua/examples/" .. name, "rb"))
      local file = f:read("a")
      f:close()
      assert.truthy(file:find(shown, 1, true), name)
    end
  end)
end)
