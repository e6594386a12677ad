--- Reads a command's words by its option table, and writes its --help.
-- An option is { "name", kind, "what it does", default = …, values = {…} } where kind is
-- "flag", "text", "list" (may repeat), "number" or "choice". Names are given without --.
local errors = require "iprcore.errors"

local M = {}

local function usage(fmt, ...)
  errors.raise("usage", fmt:format(...))
end

local function find(options, name)
  for _, o in ipairs(options) do
    if o[1] == name then return o end
  end
end

--- The name in `names` (array) nearest to `name` by letters in common, or nil.
function M.nearest(name, names)
  local best, score
  for _, n in ipairs(names) do
    local same = 0
    for i = 1, math.min(#n, #name) do
      if n:sub(i, i) == name:sub(i, i) then same = same + 1 end
    end
    local s = same * 2 - math.abs(#n - #name)
    if same > 0 and (not score or s > score) then best, score = n, s end
  end
  return best
end

local function take(o, value)
  if o[2] == "number" then
    local n = tonumber(value)
    if not n then usage("--%s takes a number, not %q", o[1], value) end
    return n
  elseif o[2] == "choice" then
    for _, v in ipairs(o.values) do
      if v == value then return v end
    end
    usage("--%s takes one of %s, not %q", o[1], table.concat(o.values, ", "), value)
  end
  return value
end

local function unknown(command, name)
  local names = {}
  for _, o in ipairs(command.options or {}) do names[#names + 1] = o[1] end
  local near = M.nearest(name, names)
  usage("no option --%s%s", name, near and ("; did you mean --" .. near .. "?") or "")
end

--- Reads words argv[first…]; returns opts (by name), args (array of the other words).
-- `--name value` and `--name=value` are the same; `--` ends the options; `-` is stdin.
function M.parse(_, command, argv, first)
  local opts, args, i = {}, {}, first
  for _, o in ipairs(command.options or {}) do
    opts[o[1]] = o.default
    if o[2] == "list" then opts[o[1]] = {} end
  end
  while i <= #argv do
    local word = argv[i]
    local name, value = word:match("^%-%-([^=]+)=?(.*)$")
    if word == "--" then
      table.move(argv, i + 1, #argv, #args + 1, args)
      break
    elseif word == "--help" then
      opts.help = true
    elseif not name then
      if word:sub(1, 1) == "-" and word ~= "-" then
        usage("no option %s; options begin with --", word)
      end
      args[#args + 1] = word
    else
      local o = find(command.options or {}, name) or unknown(command, name)
      local inline = word:find("=", 1, true)
      if o[2] == "flag" then
        if inline then usage("--%s takes no value", name) end
        opts[name] = true
      else
        if not inline then
          i = i + 1
          value = argv[i]
          if value == nil then usage("--%s needs a value", name) end
        end
        value = take(o, value)
        if o[2] == "list" then table.insert(opts[name], value) else opts[name] = value end
      end
    end
    i = i + 1
  end
  return opts, args
end

--- The text of `iprcore NAME --help`.
function M.help(name, command)
  local out = { "usage: iprcore " .. name .. " " .. command.usage, "" }
  if command.help then out[#out + 1] = command.help .. "\n" end
  for _, o in ipairs(command.options or {}) do
    local value = o[2] == "flag" and "" or o.values and " " .. table.concat(o.values, "|")
      or " " .. (o.value or o[2]:upper())
    local head = "  --" .. o[1] .. value
    out[#out + 1] = #head < 26 and ("%-26s %s"):format(head, o[3])
      or head .. "\n" .. (" "):rep(27) .. o[3]
  end
  return table.concat(out, "\n") .. "\n"
end

return M
