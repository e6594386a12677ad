--- The list in the text of a list file: a term a line up to a tab; blank lines and those that
-- begin with # are left out. Used by `ipr.list.load` of the host and of rule files.
local cond = require "iprcore.cond"
-- Kept before a rule file's own bounded ones take their place: they read long lists here.
local find, gmatch, match = string.find, string.gmatch, string.match

local OPTIONS = { value = true, rows = true }

local function check(options)
  for name, n in pairs(options) do
    if not OPTIONS[name] or math.type(n) ~= "integer" or n < 1 then
      cond.fail(("list.load takes value = a column and rows = a number, not %s = %s")
        :format(tostring(name), tostring(n)))
    end
  end
end

--- text: without a byte order mark.
-- options: value, the column of a number that belongs to the term; rows, how many are read.
return function(text, options, path)
  options = options or {}
  check(options)
  local terms, values, number = {}, options.value and {}, 0
  local cell = "^" .. ("[^\t]*\t"):rep((options.value or 1) - 1) .. "([^\t]*)"
  for line in gmatch(text, "([^\r\n]*)\r?\n?") do
    number = number + 1
    if #terms == options.rows then break end
    if find(line, "^%s*[^%s#]") then
      terms[#terms + 1] = match(line, "^[^\t]*")
      if values then
        values[#terms] = tonumber((match(line, cell))) or
          cond.fail(("%s:%d: column %d is no number"):format(path, number, options.value))
      end
    end
  end
  return cond.list(terms, values)
end
