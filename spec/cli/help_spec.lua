local cli = require "support.cli"

describe("--help", function()
  local commands = require("iprcore.cli").commands

  it("lists every command", function()
    local r = cli.run "--help"
    for _, c in ipairs(commands) do
      assert.truthy(r.out:find("\n  " .. c[1] .. " ", 1, true), c[1])
    end
  end)

  for _, c in ipairs(commands) do
    it("of " .. c[1] .. " names its options within 80 columns", function()
      local r = cli.run(c[1] .. " --help")
      assert.equal(0, r.code)
      assert.equal("", r.err)
      assert.truthy(r.out:find("^usage: iprcore " .. c[1]))
      for line in r.out:gmatch("[^\n]+") do
        assert.truthy(utf8.len(line) <= 80, line)
      end
      for _, o in ipairs(require("iprcore.cli." .. c[1]).options or {}) do
        assert.truthy(r.out:find("\n  --" .. o[1], 1, true), o[1])
      end
    end)
  end
end)
