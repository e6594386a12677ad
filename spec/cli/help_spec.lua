-- Help names every command and option, fits a terminal, and its examples run.
local cli = require "support.cli"

describe("--help", function()
  local commands = require("iprcore.cli").commands

  it("lists every command", function()
    local r = cli.run "--help"
    for _, c in ipairs(commands) do
      assert.truthy(r.out:find("\n  " .. c[1] .. " ", 1, true), c[1])
    end
  end)

  -- the commands that an analyst measures and tunes rules with
  for _, name in ipairs { "score", "explain", "check", "sample", "backtest", "fit", "diff",
    "profile", "context", "prices", "brands" } do
    it("of " .. name .. " has examples whose options there are", function()
      local command = require("iprcore.cli." .. name)
      local help = cli.run(name .. " --help").out
      for _, example in ipairs(command.examples) do
        assert.truthy(help:find(example, 1, true), example)
        local used = example:match("iprcore (%l+)")
        for option in example:gmatch("%-%-(%l[%l-]*)") do
          assert.truthy(cli.run(used .. " --help").out:find("\n  --" .. option, 1, true), option)
        end
      end
      assert.truthy(#command.examples > 0)
    end)
  end

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

describe("lua/bin/iprcore", function()
  it("finds its clone through symbolic links, relative ones too", function()
    local build, lua = os.getenv("IPR_BUILD") or "build/5.4", os.getenv("IPR_LUA") or "lua5.4"
    local dir = os.tmpname()
    os.remove(dir)
    local p = assert(io.popen(([[
d='%s'; build=$(realpath %s); here=$PWD
mkdir "$d" "$d/it's"
ln -s "$here/lua/bin/iprcore" "$d/it's/far"
ln -s "it's/far" "$d/near"
ln -s loop "$d/loop"
cd / && echo a,b | IPR_BUILD=$build %s "$d/near" rows -
%s "$d/loop" 2>/dev/null || echo no
rm -r "$d"]]):format(dir, build, lua, lua)))
    local out = p:read("a")
    p:close()
    assert.equal('["a","b"]\nno\n', out)
  end)
end)
