--- Reads a command's words by its option table, and writes its --help.
-- An option is { "name", kind, "what it does", default = …, values = {…} } where kind is
-- "flag", "text", "list" (may repeat), "number", "delimiter", "map" (COLUMN=NAME,…) or "choice".
-- Names come without --.
local errors = require "iprcore.errors"
local nearest = require "iprcore.nearest"
local output = require "iprcore.output"

local M = {}

local function usage(fmt, ...)
  errors.raise("usage", fmt:format(...))
end

local function find(options, name)
  for _, o in ipairs(options) do
    if o[1] == name then return o end
  end
end

local function map_of(name, text)
  local out = {}
  for pair in text:gmatch("[^,]+") do
    local column, called = pair:match("^%s*([%w_]+)=(.+)$")
    if not column then usage("--%s takes COLUMN=NAME,COLUMN=NAME, not %q", name, text) end
    out[column] = called
  end
  return out
end

local function take(o, value)
  if o[2] == "number" then
    local n = tonumber(value)
    if not n then usage("--%s takes a number, not %q", o[1], value) end
    return n
  elseif o[2] == "map" then
    return map_of(o[1], value)
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
  usage("no option --%s%s", name, nearest(name, names, nil, "--"))
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

-- A text in lines of at most width; a line break in the text stays one.
local function wrap(text, width)
  local out = {}
  for paragraph in (text .. "\n"):gmatch("(.-)\n") do
    local lines = output.fold(paragraph, width, paragraph:match("^%s*"))
    table.move(lines, 1, #lines, #out + 1, out)
  end
  return out
end

-- What stands for the value of an option that does not say.
local VALUE = { number = "N", text = "TEXT", list = "TEXT", delimiter = "C",
  map = "COLUMN=NAME,…" }

local function about(o)
  local default = o.default ~= nil and not o[3]:find("default", 1, true)
  return default and ("%s (default: %s)"):format(o[3], o.default) or o[3]
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
      or " " .. (o.value or VALUE[o[2]])
    local head = "  --" .. o[1] .. value
    local lines = wrap(about(o), WIDTH - INDENT)
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
