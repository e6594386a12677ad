-- Whether time grows as the input does, on inputs made to be slow: instructions counted by
-- valgrind's callgrind at nothing, n and 2n bytes. `make linear`; CASE=… for some, SIZE=… times
-- the usual bytes. The last line is "N passed, N failed".
local build, lua, only, times = arg[1], arg[2], arg[3] or "", tonumber(arg[4] or 1)
local LIMIT = 2.2 -- growth from n to 2n, without what an empty input costs

local function fill(piece)
  return function(n) return piece:rep(n // #piece) end
end

-- Words that differ, from a fixed sequence.
local function many(form)
  return function(n)
    local out, size, x = {}, 0, 12345
    while size < n do
      x = (x * 1103515245 + 12345) % 2147483648
      out[#out + 1] = form:format(x)
      size = size + #out[#out]
    end
    return table.concat(out)
  end
end

local function nested(open, close)
  return function(n) return open:rep(n // 2) .. close:rep(n // 2) end
end

-- What is tried in a text, a title or a report alike.
local TEXTS = {
  { "combining marks", fill "\u{301}" }, { "a letter and its marks", fill "e\u{301}\u{323}" },
  { "quotes", fill '"' }, { "apostrophes", fill "'" }, { "commas", fill "," },
  { "nearly brands", fill "Nikee Guci Rolx Adidsa " }, { "brands", fill "Nike Gucci Rolex " },
  { "letters apart", fill "n i k e " }, { "joined by dashes", fill "a-a-a-" },
  { "one token", fill "a" }, { "one token of many letters", many "%x" }, { "digits", fill "7" },
  { "numbers", many "%d " }, { "words", many "w%x " }, { "replicas", fill "replica not AAA 1:1 " },
  { "Han characters", fill "高仿耐克" }, { "zero-width", fill "\u{200B}" },
  { "brackets", nested("(", ")") }, { "points", fill "." }, { "broken UTF-8", fill "\xF0\x9F" },
  { "percent", fill "5% " }, { "ranges", fill "1-2-" }, { "and", fill "3 and " },
  { "letters of two scripts", fill "niкe " }, { "line ends", fill "a\n\n" },
}
local FILES = {
  { "open quotes", fill '1,"a\n' }, { "quotes", fill '"' }, { "commas", fill "," },
  { "empty lines", fill "\n" }, { "doubled quotes", fill '""' }, { "short rows", fill "a,b\n" },
  { "one line", fill "a" }, { "carriage returns", fill "\r" },
  { "quotes after blanks", fill ' "' }, { "closed and reopened", fill '"a"b' },
}
local OBJECTS = {
  { "nested arrays", nested("[", "]") }, { "nested objects", fill '{"a":' },
  { "escapes", fill "\\u0041" }, { "backslashes", fill "\\" }, { "keys", many '"k%x":1,' },
  { "digits", fill "9" }, { "quotes", fill '"' },
}

local function title(text)
  return 'id,title\n1,"' .. text:gsub('"', '""') .. '"\n'
end
local function object(text) return '{"id":"1","title":"x",' .. text .. "}\n" end
local function plain(text) return text end

-- Seller ids, ids and keys that a hash table of a known seed would put together.
local function ids(text)
  local out = { "id,title,seller_id\n" }
  for word in text:gmatch("%S+") do out[#out + 1] = word .. ",t," .. word .. "\n" end
  return table.concat(out)
end
local KEYS = { { "a sequence", many "%d " }, { "one end", many "%08xaaaaaaaaaaaaaaaa " } }

local GROUPS = {
  { "rows", "rows %s", ".csv", 200000, FILES, plain },
  { "score CSV", "score --threads 1 %s", ".csv", 100000, FILES,
    function(text) return "id,title\n" .. text end },
  { "score title", "score --threads 1 %s", ".csv", 24000, TEXTS, title },
  { "brands title", "brands --threads 1 %s", ".csv", 24000, TEXTS, title },
  { "score JSON", "score --threads 1 %s", ".jsonl", 100000, OBJECTS, object },
  { "context ids", "context %s", ".csv", 60000, KEYS, ids },
  { "parse", "parse %s", ".txt", 50000, TEXTS, plain },
}

local function instructions(command, suffix, text)
  local path = os.tmpname()
  local input = path .. suffix
  local f = assert(io.open(input, "wb"))
  f:write(text)
  f:close()
  os.execute(("IPR_BUILD=%s valgrind --tool=callgrind --callgrind-out-file=/dev/null %s "
    .. "lua/bin/iprcore %s >/dev/null 2>%s"):format(build, lua, command:format(input), path))
  f = assert(io.open(path))
  local n = f:read("a"):match("Collected : (%d+)")
  f:close()
  os.remove(path)
  os.remove(input)
  return assert(tonumber(n), "no count of instructions; is valgrind there?")
end

local passed, failed = 0, 0
for _, group in ipairs(GROUPS) do
  local name, command, suffix, size, cases, form = table.unpack(group)
  size = math.floor(size * times)
  local base
  for _, case in ipairs(cases) do
    local what = name .. ": " .. case[1]
    if what:find(only, 1, true) then
      base = base or instructions(command, suffix, form "")
      local one = instructions(command, suffix, form(case[2](size))) - base
      local two = instructions(command, suffix, form(case[2](2 * size))) - base
      local growth = two / math.max(one, base / 100) -- below that: noise of the base
      local good = growth <= LIMIT
      passed, failed = passed + (good and 1 or 0), failed + (good and 0 or 1)
      print(("%-40s %7d bytes: %7.1f instructions a byte, for twice as many %.2f times%s")
        :format(what, size, one / size, growth, good and "" or "  NOT LINEAR"))
      io.stdout:flush()
    end
  end
end
print(("%d passed, %d failed"):format(passed, failed))
os.exit(failed == 0 and passed > 0)
