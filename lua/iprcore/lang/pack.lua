--- Compiles language packs into the object the core reads. Every mistake raises
-- `bad_pack` with the pack, table and row, so that an analyst finds it.
local core = require "iprcore.core"
local errors = require "iprcore.errors"

local M = {}

local function bad(pack, where, fmt, ...)
  errors.raise("bad_pack", ("pack %q, %s: %s"):format(pack.name or "?", where, fmt:format(...)))
end

-- tables that map a number to a list of phrases, and the role they give
local NUMBERED = {
  { "numbers", "number" }, { "scales", "scale" }, { "fractions", "fraction" },
  { "multiples", "multiple" }, { "times", "times" }, { "relative", "relative" },
  { "relative_months", "relative_month" }, { "relative_days", "relative_day" }, { "eras", "era" },
  { "months", "month" }, { "halves", "half_year" }, { "quarters", "quarter_year" },
  { "first_months", "first_months" }, { "timemarks", "timemark" }, { "counters", "counter" },
}
local KNOWN = { name = true, words = true, units = true, currencies = true, homes = true, nouns = true, verbs = true,
  marks = true, forms = true, keys = true, counter_concepts = true, variants = true, compounds = true }
for _, row in ipairs(NUMBERED) do KNOWN[row[1]] = true end

local function text_of(pack, where, value)
  if type(value) == "table" then value = table.concat(value, "|") end
  if type(value) ~= "string" then bad(pack, where, "a list of phrases is a text, not a %s", type(value)) end
  return value
end

local function call(pack, where, method, ...)
  local ok, err = pcall(method, ...)
  if ok then return end
  if errors.is(err, "out_of_memory") or err == "not enough memory" then error(err, 0) end
  bad(pack, where, "%s", tostring(err):gsub("^.-:%d+: ", ""))
end

local function add_words(b, pack)
  for role, list in pairs(pack.words or {}) do
    local where = "words." .. tostring(role)
    call(pack, where, b.add, b, text_of(pack, where, list), role, nil, pack.forms)
  end
  for _, row in ipairs(NUMBERED) do
    for number, list in pairs(pack[row[1]] or {}) do
      local where = ("%s[%s]"):format(row[1], tostring(number))
      if type(number) ~= "number" then bad(pack, where, "the index is the number that the phrases mean") end
      call(pack, where, b.add, b, text_of(pack, where, list), row[2], number, pack.forms)
    end
  end
end

local function add_units(b, pack)
  for code, list in pairs(pack.currencies or {}) do
    local where = "currencies." .. tostring(code)
    call(pack, where, b.currency, b, text_of(pack, where, list), code, pack.forms)
  end
  for code, list in pairs(pack.homes or {}) do
    local where = "homes." .. tostring(code)
    call(pack, where, b.home, b, text_of(pack, where, list), code, pack.forms)
  end
  for unit, subs in pairs(pack.units or {}) do
    for sub, list in pairs(subs) do
      local where = ("units.%s.%s"):format(unit, sub)
      call(pack, where, b.unit, b, text_of(pack, where, list), unit, sub, pack.forms)
    end
  end
end

--- The number of a concept, given out in the order of first use.
local function concept_id(ids, name)
  local id = ids[name]
  if not id then
    id = ids.n
    ids[name], ids.n = id, id + 1
  end
  return id
end

local function add_concepts(b, pack, ids)
  for _, group in ipairs { "nouns", "marks", "verbs" } do
    for name, list in pairs(pack[group] or {}) do
      local where = group .. "." .. tostring(name)
      call(pack, where, b.concept, b, text_of(pack, where, list), concept_id(ids, name), group, pack.forms)
    end
  end
end

--- What every phrase of some groups means: a list of concept numbers by phrase.
local function meanings(pack, ids, groups)
  local means = {}
  for _, group in ipairs(groups) do
    for name, list in pairs(pack[group] or {}) do
      for phrase in list:gmatch("[^|]+") do
        means[phrase] = means[phrase] or {}
        table.insert(means[phrase], ids[name])
      end
    end
  end
  return means
end

--- Lets the phrases of a list mean what one of their parts means, too; parts(phrase) gives
-- those that may have a meaning of their own.
local function add_parts(b, pack, group, name, list, means, parts)
  local also = {} -- phrases by the number of what they mean as well
  for phrase in (pack.compounds[name] == false and "" or list):gmatch("[^|]+") do
    for _, part in ipairs(parts(phrase)) do
      for _, id in ipairs(means[part] or {}) do
        also[id] = also[id] and also[id] .. "|" .. phrase or phrase
      end
    end
  end
  for id, phrases in pairs(also) do
    call(pack, group .. "." .. name, b.concept, b, phrases, id, group, pack.forms)
  end
end

local function openings(phrase)
  local parts = {}
  for chars = 3, 5 do
    local stop = utf8.offset(phrase, chars)
    if stop and stop <= #phrase then parts[#parts + 1] = phrase:sub(1, stop - 1) end
  end
  return parts
end

local function endings(phrase)
  local parts = {}
  for chars = 2, 4 do
    local start = utf8.offset(phrase, -chars)
    if start and start > 1 then parts[#parts + 1] = phrase:sub(start) end
  end
  return parts
end

--- In a pack whose words stand unspaced, a noun that opens with a deed or a mark means that,
-- too: 入驻品牌 is a brand, and enrolled; and so does a deed or mark that ends with a deed:
-- 主动拦截 blocks. Not in the lists that pack.compounds turns off.
local function add_compounds(b, pack, ids)
  local means = meanings(pack, ids, { "verbs", "marks" })
  for name, list in pairs(pack.nouns or {}) do
    add_parts(b, pack, "nouns", name, list, means, openings)
  end
  means = meanings(pack, ids, { "verbs" })
  for _, group in ipairs { "verbs", "marks" } do
    for name, list in pairs(pack[group] or {}) do
      add_parts(b, pack, group, name, list, means, endings)
    end
  end
end

local SETS = { "heads", "deed", "verbs", "with", "near", "topic", "without", "facet" }
local FIELDS = { key = true, units = true, level = true, place = true, weight = true, most = true }
for _, set in ipairs(SETS) do FIELDS[set] = true end

local function add_row(b, pack, ids, i, row, names)
  local where = ("keys[%d] (%s)"):format(i, tostring(row.key))
  if type(row.key) ~= "string" and row.key ~= false then
    bad(pack, where, "a row needs a key, or false for figures that have none")
  end
  if type(row.units) ~= "table" or not (row.heads or row.deed or row.near or row.topic) then
    bad(pack, where, "a row needs units and heads, or a deed, near or a topic instead of heads")
  end
  for field in pairs(row) do
    if not FIELDS[field] then bad(pack, where, "no field %q in a key row", tostring(field)) end
  end
  local out = { key = row.key or "", units = row.units, level = row.level, place = row.place,
    weight = row.weight, most = row.most }
  for _, set in ipairs(SETS) do
    for _, name in ipairs(row[set] or {}) do
      if type(name) ~= "string" then bad(pack, where, "%s is a list of concept names", set) end
      out[set] = out[set] or {}
      table.insert(out[set], concept_id(ids, name))
    end
  end
  call(pack, where, b.row, b, out)
  names[#names + 1] = { pack = pack.name or "?", row = i, key = row.key, fields = row }
end

local MOST = 320 -- IPR_CONCEPT_MAX

-- Adds the names of a pack's concepts to a set; gives how many were not in it.
local function add_names(set, pack)
  local new = 0
  local function add(name)
    if not set[name] then new = new + 1 end
    set[name] = true
  end
  for _, group in ipairs { "nouns", "marks", "verbs" } do
    for name in pairs(pack[group] or {}) do add(name) end
  end
  for _, row in ipairs(pack.keys or {}) do
    for _, set_name in ipairs(SETS) do
      local names = type(row) == "table" and row[set_name]
      for _, name in ipairs(type(names) == "table" and names or {}) do add(name) end
    end
  end
  return new
end

-- The shipped packs come last and are counted first: the one told is an analyst's.
local function check_room(packs)
  local set, taken = {}, 0
  for i = #packs, 1, -1 do
    local own = add_names(set, packs[i])
    if taken + own > MOST then
      bad(packs[i], "nouns, marks, verbs", "%d names of its own; beside the packs behind it there "
        .. "is room for %d: let one name stand for all words that mean the same", own, MOST - taken)
    end
    taken = taken + own
  end
end

local function build(b, packs)
  local ids, rows = { n = 0 }, {}
  for _, pack in ipairs(packs) do
    for field in pairs(pack) do
      if not KNOWN[field] then bad(pack, tostring(field), "no such table in a language pack") end
    end
    call(pack, "variants", b.begin, b, pack.variants or "")
    add_words(b, pack)
    add_units(b, pack)
    add_concepts(b, pack, ids)
    if pack.compounds then add_compounds(b, pack, ids) end
  end
  for _, pack in ipairs(packs) do
    for i, row in ipairs(pack.keys or {}) do add_row(b, pack, ids, i, row, rows) end
  end
  call(packs[1], "phrases", b.seal, b)
  return rows
end

--- Compiles an array of packs, earlier rows before later ones. Returns the core's pack
-- and the array of its key rows as { pack, row, key, fields }, for explain.
function M.compile(packs)
  check_room(packs)
  local b = core.metric.builder()
  local ok, rows = pcall(build, b, packs)
  if ok then return b, rows end
  b:close() -- where memory is short, Lua may not get to do it
  error(rows, 0)
end

return M
