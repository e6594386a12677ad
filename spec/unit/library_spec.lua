-- lua/iprcore/library documents the public module: every public function stands there,
-- and everything that stands there exists.

local function nouns()
  local out = {}
  for line in io.lines("lua/iprcore/init.lua") do
    local list = line:match("^local NOUNS = {(.*)}?")
    if list then out[1] = (out[1] or "") .. list
    elseif out[1] and not out.done then out[1] = out[1] .. line end
    if out[1] and line:find("}", 1, true) then out.done = true end
  end
  local names = {}
  for name in (out[1] or ""):gmatch("([%a_]+) = true") do names[#names + 1] = name end
  table.sort(names)
  return names
end

-- function names documented in library/NOUN.lua: "NOUN.verb" lines of the form
-- `function M.verb(` or `function noun.verb(`.
local function documented(noun)
  local f = io.open("lua/iprcore/library/" .. noun .. ".lua", "rb")
  if not f then return nil end
  local text = f:read("a")
  f:close()
  local out = {}
  for verb in text:gmatch("\nfunction [%a_]+%.([%a_]+)%(") do out[verb] = true end
  return out, text
end

describe("the documented API", function()
  for _, noun in ipairs(nouns()) do
    it("covers every public function of " .. noun, function()
      local module = require("iprcore")[noun]
      if type(module) ~= "table" then return end
      local docs, text = documented(noun)
      assert.truthy(docs, "lua/iprcore/library/" .. noun .. ".lua is missing")
      assert.truthy(text:find("---@meta", 1, true), noun .. ": no ---@meta line")
      for name, value in pairs(module) do
        if type(value) == "function" and not name:find("^_") then
          assert.truthy(docs[name], ("%s.%s is not documented"):format(noun, name))
        end
      end
      for name in pairs(docs) do
        assert.equal("function", type(module[name]), ("%s.%s is documented but not there")
          :format(noun, name))
      end
    end)
  end

  it("finds nouns to check", function() assert.truthy(#nouns() > 0) end)
end)
