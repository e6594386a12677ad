-- The README's tables that come from the code: `make readme` writes them between
-- <!-- table NAME --> and <!-- end -->, and a spec fails when one is out of date.
local core = require "iprcore.core"

local M = {}

local function rows(head, list, cells)
  local out = { "| " .. table.concat(head, " | ") .. " |", "|" .. (" --- |"):rep(#head) }
  for _, item in ipairs(list) do
    out[#out + 1] = "| " .. table.concat(cells(item), " | ") .. " |"
  end
  return table.concat(out, "\n")
end

local function slurp(path)
  local f = assert(io.open(path, "rb"))
  local text = f:read("a")
  f:close()
  return text
end

M.tables = {
  luxury = function()
    return "```lua\n" .. slurp("lua/examples/luxury.lua") .. "```"
  end,
  codes = function()
    return rows({ "code", "meaning" }, core.codes(), function(c)
      return { "`" .. c.code .. "`", c.text }
    end)
  end,
  limits = function()
    return rows({ "limit", "default", "of what", "past it" }, core.limits(), function(l)
      return { "`" .. l.name .. "`", ("%d %s"):format(l.value, l.unit), l.text, l.past }
    end)
  end,
  fields = function()
    return rows({ "field", "type", "what it says" }, core.rules.fields(), function(f)
      return { "`" .. f.name .. "`", f.type, f.about }
    end)
  end,
  tricks = function()
    return rows({ "trick", "class", "what it is" }, core.brand.tricks(), function(t)
      return { "`" .. t.name .. "`", t.class, t.about }
    end)
  end,
  events = function()
    return rows({ "event", "id names a", "what happened" }, require("iprcore.events").kinds(),
      function(k) return { "`" .. k.name .. "`", (k.entity:gsub("_", "-")), k.text } end)
  end,
  columns = function()
    return rows({ "column", "what it holds" }, require("iprcore.events").columns(), function(c)
      return { "`" .. c.name .. "`", c.text }
    end)
  end,
  kpis = function()
    return rows({ "key", "definition" }, require("iprcore.kpis").programme, function(k)
      return { "`" .. k.key .. "`", k.definition.en }
    end)
  end,
  bench = function() return (slurp("spec/bench/results.md"):gsub("\n$", "")) end,
  commands = function()
    return rows({ "command", "what it does" }, require("iprcore.cli").commands, function(c)
      return { "`" .. c[1] .. "`", c[2] }
    end)
  end,
}

--- The README's text with every table made anew.
function M.fill(text)
  return (text:gsub("(<!%-%- table (%w+) %-%->\n).-(\n<!%-%- end %-%->)", function(head, name, tail)
    return head .. M.tables[name]() .. tail
  end))
end

--- Reads README.md and returns it and what it should be.
function M.check()
  local text = slurp("README.md")
  return text, M.fill(text)
end

--- Writes README.md anew.
function M.write()
  local _, want = M.check()
  local f = assert(io.open("README.md", "wb"))
  f:write(want)
  f:close()
end

return M
