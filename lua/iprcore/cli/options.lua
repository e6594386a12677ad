--- Reads a command's words by its option table, and writes its --help.
-- An option is { "name", kind, "what it does", default = …, values = {…} } where kind is
-- "flag", "text", "list" (may repeat), "number", "delimiter" or "choice". Names come without --.
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
  elseif o[2] == "delimiter" then
    local c = value == "\\t" and "\t" or value
    if #c ~= 1 or c:find('["\r\n]') then
      usage("--%s takes one byte, not a quote or a line end, and not %q", o[1], value)
    end
    return c
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

local WIDTH, INDENT = 79, 27

-- Words of a text in lines of at most width; a line break in the text stays one.
local function wrap(text, width)
  local out = {}
  for paragraph in (text .. "\n"):gmatch("(.-)\n") do
    local line = paragraph:match("^%s*")
    local indent, first = line, true
    for word in paragraph:gmatch("%S+") do
      if not first and utf8.len(line) + 1 + utf8.len(word) > width then
        out[#out + 1] = line
        line, first = indent, true
      end
      line = line .. (first and "" or " ") .. word
      first = false
    end
    out[#out + 1] = line
  end
  return out
end

--- The text of `iprcore NAME --help`, within 80 columns.
function M.help(name, command)
  local out = wrap("usage: iprcore " .. name .. " " .. command.usage, WIDTH)
  out[#out + 1] = ""
  if command.help then
    local flowing = command.help:gsub("([^\n])\n([^%s])", "%1 %2")
    for _, line in ipairs(wrap(flowing, WIDTH)) do out[#out + 1] = line end
    out[#out + 1] = ""
  end
  for i, example in ipairs(command.examples or {}) do
    out[#out + 1] = (i == 1 and "e.g. " or "     ") .. example
  end
  if command.examples then out[#out + 1] = "" end
  for _, o in ipairs(command.options or {}) do
    local value = o[2] == "flag" and "" or o.values and " " .. table.concat(o.values, "|")
      or " " .. (o.value or o[2]:upper())
    local head = "  --" .. o[1] .. value
    local lines = wrap(o[3], WIDTH - INDENT)
    if #head < INDENT - 1 then
      lines[1] = head .. (" "):rep(INDENT - #head) .. lines[1]
    else
      table.insert(lines, 1, head)
      lines[2] = (" "):rep(INDENT) .. lines[2]
    end
    for i, line in ipairs(lines) do
      local under = i > 1 and not line:find("^%s") and (" "):rep(INDENT) or ""
      out[#out + 1] = under .. line
    end
  end
  return table.concat(out, "\n") .. "\n"
end

return M
