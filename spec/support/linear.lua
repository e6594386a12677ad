-- Whether time grows as the input does, on inputs made to be slow: instructions counted by
-- valgrind's callgrind at nothing, n and 2n bytes. `make linear`; CASE=… for some, SIZE=… times
-- the usual bytes. All counts have the same hash seeds (csrc/host/seed.c). The last line is
-- "N passed, N failed".
local build, lua, only, times = arg[1], arg[2], arg[3] or "", tonumber(arg[4] or 1)
local LIMIT = 2.2 -- growth from n to 2n, without what an empty input costs
local NOISE = 4 -- instructions a byte: what threads cost varies by as much

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
-- Members of an object, each a whole one.
local function value(fill_it, quote)
  return function(n) return '"description":' .. quote .. fill_it(n) .. quote end
end
local OBJECTS = {
  { "letters", value(fill "a", '"') }, { "escapes", value(fill "\\u0041", '"') },
  { "escaped backslashes", value(fill "\\\\", '"') },
  { "escaped quotes", value(fill '\\"', '"') }, { "halves of pairs", value(fill "\\ud800", '"') },
  { "digits", value(fill "9", "") }, { "nested arrays", value(nested("[", "]"), "") },
  { "nested objects", value(fill '{"a":', "") }, { "quotes", value(fill '"', "") },
  { "keys", function(n) return many('"k%x":1,')(n) .. '"k":1' end },
}

-- What marks pages, reports and notes, begun again and again, and hardly ever closed.
local function marks(list)
  local out = {}
  for i, unit in ipairs(list) do
    local name = unit:gsub("%c", { ["\n"] = "\\n", ["\f"] = "\\f" })
    out[i] = { name, fill(unit) }
  end
  return out
end
local MARKS = {
  html = marks { "<nav>", "<table>", "<p title='", "<a ", "&", "<!", "<sup>1", " \n" },
  pdf = marks { "\f", "1 x\n\f", "a-\nb", "Report 12\n\f\n" },
  markdown = marks { "![", "[^a", "a**", "](", "<a", "x_", "`", "*" },
}

local function title(text)
  return 'id,title\n1,"' .. text:gsub('"', '""') .. '"\n'
end
local function object(members)
  return members == "" and "" or '{"id":"1","title":"x",' .. members .. "}\n"
end
local function plain(text) return text end

local function rows(head, row)
  return function(text) return head .. text:gsub("(%S+) ", row) end
end

-- Ids that ipr_hash (core/str.h) would put in one place if its seed were 0: any eight letters,
-- then the eight bytes that bring it to the state of the first.
local function mix(h, w)
  h = (h ~ w) * 0x9E3779B97F4A7C15
  h = (h ~ h >> 32) * 0xD6E8FEB86659FD93
  return h ~ h >> 29
end
local function collisions(n)
  local out, begin, state = {}, 16 * 0xA0761D6478BD642F, nil
  for k = 0, math.huge do
    if #out * 17 >= n then return table.concat(out) end
    local first = ("%08x"):format(k)
    local h = mix(begin, (string.unpack("<i8", first)))
    state = state or h ~ string.unpack("<i8", "aaaaaaaa")
    local last = string.pack("<i8", h ~ state)
    if not last:find('[^!-~]') and not last:find('[",]') then
      out[#out + 1] = first .. last .. " "
    end
  end
end
local KEYS = {
  { "a sequence", many "%d " }, { "one end", many "%08xaaaaaaaaaaaaaaaa " },
  { "collisions", collisions },
}

-- Where a command makes much ready before it reads, `inside` names the functions whose instructions
-- count. The first block of a feed is taken apart where the feed is opened.
local WORK = { "ipr_feed_open", "work" }
local GROUPS = {
  { "rows", "rows %s", ".csv", 200000, FILES, plain },
  { "score CSV", "score --threads 1 %s", ".csv", 100000, FILES,
    function(text) return "id,title\n" .. text end, inside = WORK },
  -- Here a record stays in one block, where quotes count twice; "rows" has longer ones.
  { "score title", "score --threads 1 %s", ".csv", 15000, TEXTS, title, inside = WORK },
  { "brands title", "brands %s", ".csv", 15000, TEXTS, title, inside = { "l_next" } },
  { "score JSON", "score --threads 1 %s", ".jsonl", 100000, OBJECTS, object, inside = WORK },
  { "context ids", "context %s", ".csv", 60000, KEYS,
    rows("id,title,seller_id\n", function(w) return w .. ",t," .. w .. "\n" end) },
  { "tally ids", "tally %s", ".csv", 30000, KEYS, rows("time,event,id\n",
    function(w) return "2019-01-02,request_received," .. w .. "\n" end) },
  { "sellers", "score --sellers %s --input jsonl /dev/null", ".tsv", 60000,
    { { "one seller, many brands", many "b%x " } },
    rows("seller_id\tbrand\tlist\n", function(w) return "s\t" .. w .. "\tdeny\n" end),
    inside = { "ipr_sellers_add" } },
  { "parse", "parse %s", ".txt", 50000, TEXTS, plain, inside = { "ipr_metric_scan" } },
  { "html", "parse --input html %s", ".html", 20000, MARKS.html, plain },
  { "pdf", "parse --input pdf %s", ".txt", 20000, MARKS.pdf, plain },
  { "markdown", "parse --input markdown %s", ".md", 20000, MARKS.markdown, plain },
}

local function instructions(command, suffix, text, inside)
  local path = os.tmpname()
  local input = path .. suffix
  local f = assert(io.open(input, "wb"))
  f:write(text)
  f:close()
  local counted = {}
  for i, name in ipairs(inside or {}) do counted[i] = "--toggle-collect=" .. name end
  local _, how, code = os.execute(("LD_PRELOAD=%s/seed.so IPR_BUILD=%s valgrind --tool=callgrind "
    .. "--callgrind-out-file=/dev/null %s %s lua/bin/iprcore %s >/dev/null 2>%s"):format(build,
    build, table.concat(counted, " "), lua, command:format(input), path))
  f = assert(io.open(path))
  local n = f:read("a"):match("Collected : (%d+)")
  f:close()
  os.remove(path)
  os.remove(input)
  local ran = how == "exit" and (code == 0 or code == 2) -- 2: a fault of the data: too many fields
  return ran and assert(tonumber(n), "no count of instructions; is valgrind there?")
    or error("failed: " .. command:format(input))
end

local passed, failed = 0, 0
for _, group in ipairs(GROUPS) do
  local name, command, suffix, size, cases, form = table.unpack(group)
  size = math.floor(size * times)
  local base
  for _, case in ipairs(cases) do
    local what = name .. ": " .. case[1]
    if what:find(only, 1, true) then
      base = base or instructions(command, suffix, form "", group.inside)
      local function count(n)
        return instructions(command, suffix, form(case[2](n)), group.inside) - base
      end
      local one = count(size)
      local least = math.max(one, base / 40, NOISE * size)
      local growth = count(2 * size) / least
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
