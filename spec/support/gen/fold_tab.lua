-- fold_tab.lua: writes csrc/core/fold_tab.c, the folding tables of the core.
--   lua fold_tab.lua SKELETONS [UNICODE_DIR] > csrc/core/fold_tab.c
-- SKELETONS is what skeleton.c prints; UNICODE_DIR holds UnicodeData.txt, CaseFolding.txt,
-- DerivedCoreProperties.txt, CompositionExclusions.txt and Scripts.txt (Debian: unicode-data).
local skel_path, dir = arg[1], arg[2] or "/usr/share/unicode"

local function rows(name)
  local f = assert(io.open(dir .. "/" .. name))
  return function()
    for line in f:lines() do
      line = line:gsub("#.*", "")
      if line:find("%S") then return line end
    end
    f:close()
  end
end

local function cps(text)
  local t = {}
  for h in text:gmatch("%x+") do t[#t + 1] = tonumber(h, 16) end
  return t
end

-- ---- what the standard says of a code point ----
local category, decomp, wide, compat = {}, {}, {}, {}
local pair = {} -- canonical composition: first << 21 | second -> composed
local first
for line in rows("UnicodeData.txt") do
  local cp, name, gc, d = line:match("^(%x+);([^;]*);(%a+);%d+;[^;]*;([^;]*)")
  cp = tonumber(cp, 16)
  category[cp] = gc
  if name:find("First>") then first = cp end
  if name:find("Last>") then for c = first, cp do category[c] = gc end end
  if d ~= "" then
    local tag = d:match("^<(%a+)>")
    decomp[cp] = cps((d:gsub("<.->", "")))
    compat[cp] = tag
    wide[cp] = tag == "wide"
    if not tag and #decomp[cp] == 2 then pair[decomp[cp][1] << 21 | decomp[cp][2]] = cp end
  end
end
for line in rows("CompositionExclusions.txt") do
  local d = decomp[tonumber(line:match("%x+"), 16)]
  if d and d[2] then pair[d[1] << 21 | d[2]] = nil end
end

local folding = {}
for line in rows("CaseFolding.txt") do
  local cp, status, to = line:match("^(%x+); (%a); ([%x ]+);")
  if status == "C" or status == "F" then folding[tonumber(cp, 16)] = cps(to) end
end

local function ranges(name, take)
  for line in rows(name) do
    local a, b, prop = line:match("^(%x+)%.?%.?(%x*)%s*;%s*([%w_]+)")
    a = tonumber(a, 16)
    for c = a, b ~= "" and tonumber(b, 16) or a do take(c, prop) end
  end
end
local ignorable, script = {}, {}
ranges("DerivedCoreProperties.txt", function(c, prop)
  if prop == "Default_Ignorable_Code_Point" then ignorable[c] = true end
end)
ranges("Scripts.txt", function(c, prop) script[c] = prop end)

-- ---- the plain view: NFKC, case folded, without format characters and accents ----
local STRIPPED = { Inherited = true, Common = true, Latin = true, Greek = true, Cyrillic = true,
  Arabic = true, Hebrew = true, Syriac = true }

-- Accents and points go; vowel signs and the kana voicing marks are letters and stay.
local function is_mark(c)
  local gc = category[c]
  return (gc == "Mn" or gc == "Me") and STRIPPED[script[c] or "Common"]
    and c ~= 0x3099 and c ~= 0x309A
end
local function is_ignored(c) return ignorable[c] or category[c] == "Cf" end

local function nfkd(c, out)
  if decomp[c] then
    for _, d in ipairs(decomp[c]) do nfkd(d, out) end
  else
    out[#out + 1] = c
  end
  return out
end

-- Hangul syllables are composed by arithmetic (Unicode 15, section 3.12).
local function syllable(a, b)
  if a >= 0x1100 and a < 0x1113 and b >= 0x1161 and b < 0x1176 then
    return 0xAC00 + ((a - 0x1100) * 21 + b - 0x1161) * 28
  elseif a >= 0xAC00 and a < 0xD7A4 and (a - 0xAC00) % 28 == 0 and b > 0x11A7 and b < 0x11C3 then
    return a + b - 0x11A7
  end
end

local function compose(t)
  local out = {}
  for _, c in ipairs(t) do
    local made = out[#out] and (pair[out[#out] << 21 | c] or syllable(out[#out], c))
    if made then out[#out] = made else out[#out + 1] = c end
  end
  return out
end

local function plain(cp)
  local kept = {}
  for _, a in ipairs(nfkd(cp, {})) do
    for _, b in ipairs(folding[a] or { a }) do
      for _, c in ipairs(nfkd(b, {})) do
        for _, d in ipairs(folding[c] or { c }) do
          if not (is_mark(d) or is_ignored(d)) then kept[#kept + 1] = d end
        end
      end
    end
  end
  return compose(kept)
end

-- ---- the look-alike view: what a Latin reader sees -------------------------------------------
-- Shapes ICU leaves alone because UTS #39 wants near-identity, while sellers use them; by eye.
local SEEN = {}
local function seen(text, latin)
  local i = 0
  for _, c in utf8.codes(text) do
    i = i + 1
    SEEN[c] = latin:sub(i, i):byte()
  end
end
seen("вкмнтпгиИйЙшШщЩьЬъЪзЗяЯЯцЦчЧдДлЛбБфФѵєЄэЭ", "bkmhtnruNuNwWwWbBbBeErRRuUyYaAnnbBoOveEeE")
seen("κΛλετχηΣξμςδωΩθΘγψπΠ", "kAaetxnEeusowOoOypnn")
seen("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢıøØłŁđĐħŧƒƙɑɡ", "abcdefghijklmnoprstuvwyzioOlLdDhtfkag")
seen("€£¥₩₦₱฿¢ⱤⱠ₳₲₮", "elywnpbcrlagt")
for i = 0, 25 do -- squared, circled and flag letters
  for _, base in ipairs { 0x1F150, 0x1F170, 0x1F1E6 } do SEEN[base + i] = 97 + i end
end

local skeleton = {}
local icu = "?"
for line in io.lines(skel_path) do
  local cp, to = line:match("^(%x+)\t(.*)")
  if cp then
    skeleton[tonumber(cp, 16)] = cps(to)
  elseif line:find("^#") then
    icu = line:sub(3)
  end
end

local function latin_only(t)
  if #t == 0 then return nil end
  local out = {}
  for _, c in ipairs(t) do
    for _, f in ipairs(plain(c)) do
      if f > 0x7F or not string.char(f):find("%w") then return nil end
      out[#out + 1] = f
    end
  end
  if #out == 2 and out[1] == 114 and out[2] == 110 then return { 109 } end -- "rn" is m
  return #out > 0 and #out <= 2 and out or nil
end

-- A capital that looks like I has the skeleton l; its small form knows better.
local function seen_as(cp, view)
  local ascii = true
  for _, c in ipairs(view) do ascii = ascii and c < 0x80 end
  if ascii and #view > 0 then return view end
  if SEEN[cp] then return latin_only { SEEN[cp] } end
  local s = skeleton[cp] and latin_only(skeleton[cp])
  local small = folding[cp] and #folding[cp] == 1 and folding[cp][1]
  local t = small and skeleton[small] and latin_only(skeleton[small])
  if s and s[1] == 108 and t and t[1] == 105 then return t end
  return s or (small and (SEEN[small] and { SEEN[small] } or t)) or nil
end

-- ---- records ----
local SOLID = {}
for name in ("Han Hiragana Katakana Hangul Thai Lao Khmer Myanmar Arabic Bopomofo"):gmatch("%a+") do
  SOLID[name] = true
end
local SCRIPT = { Latin = 1, Greek = 2, Cyrillic = 3 }

local function flags(cp)
  local gc = category[cp] or "Cn"
  local f = {}
  local is_word = gc:find("^[LN]") or gc == "Mc" or ((gc == "Mn" or gc == "Me") and not is_mark(cp))
  if is_word and not is_ignored(cp) then f[#f + 1] = "W" end
  if SOLID[script[cp] or ""] and is_word or cp == 0x30FC then f[#f + 1] = "S" end
  if wide[cp] then f[#f + 1] = "F" end
  if compat[cp] and compat[cp] ~= "wide" and compat[cp] ~= "narrow" then f[#f + 1] = "C" end
  if is_ignored(cp) then f[#f + 1] = "Z" elseif is_mark(cp) then f[#f + 1] = "M" end
  if gc:find("^L") and SCRIPT[script[cp]] then f[#f + 1] = "(" .. SCRIPT[script[cp]] .. " << 6)" end
  return #f == 0 and "0" or table.concat(f, "|")
end

local pool, pool_at = {}, {}
local function put(t)
  if #t == 0 then return 0 end
  local key = table.concat(t, ",")
  if not pool_at[key] then
    pool_at[key] = #pool
    for _, c in ipairs(t) do pool[#pool + 1] = c end
  end
  return pool_at[key]
end

local records, record_at = {}, {}
local function record(cp)
  local p = plain(cp)
  local s = seen_as(cp, p)
  local same = #p == 1 and p[1] == cp
  if #p == 1 and s and #s == 1 and s[1] == p[1] then s = nil end
  local text = ("{%d,%d,%d,%d,%s}"):format(same and 0 or put(p), s and put(s) or 0,
    same and 0 or #p, s and #s or 0, flags(cp))
  if not record_at[text] then
    records[#records + 1] = text
    record_at[text] = #records - 1
  end
  return record_at[text]
end

record(0x110000) -- record 0: unassigned, itself, no flags
local PAGE = 128
local stage1, pages, page_at = {}, {}, {}
for base = 0, 0x10FFFF, PAGE do
  local t = {}
  for cp = base, base + PAGE - 1 do
    local surrogate = cp >= 0xD800 and cp <= 0xDFFF
    t[#t + 1] = (surrogate or not (category[cp] or ignorable[cp])) and 0 or record(cp)
  end
  local key = table.concat(t, ",")
  if not page_at[key] then
    pages[#pages + 1] = key
    page_at[key] = #pages - 1
  end
  stage1[#stage1 + 1] = page_at[key]
end

-- ---- output ----
local function lines(items, form)
  local line = "   "
  for _, v in ipairs(items) do
    local piece = " " .. form:format(v) .. ","
    if #line + #piece > 100 then
      print(line)
      line = "   "
    end
    line = line .. piece
  end
  print(line)
end

local head = assert(io.open(dir .. "/CaseFolding.txt"))
local version = head:read("l"):match("CaseFolding%-([%d.]+)%.txt")
head:close()
print("/* SPDX-License-Identifier: MIT AND Unicode-DFS-2016")
print((" * fold_tab.c: folding tables, generated from Unicode %s data files and %s.")
  :format(version, (icu:gsub(", Unicode.*", ""))))
print(" * Command: make tables (spec/support/gen/fold_tab.lua, skeleton.c). Do not edit.")
print(" * Unicode data: copyright Unicode, Inc., under the Unicode licence")
print(" * (unicode.org/license.txt). */")
print('#include "fold_tab.h"\n\n/* clang-format off */')
for k, v in pairs { W = "WORD" } do print("#define " .. k .. " IPR_CH_" .. v) end
for _, kv in ipairs { "S SOLID", "F WIDE", "C STYLED", "Z IGNORED", "M MARK" } do
  print((kv:gsub("(%a) (%a+)", "#define %1 IPR_CH_%2")))
end
print("const char *const ipr_fold_unicode = \"" .. version .. "\";")
print(("const uint16_t ipr_fold_stage1[%d] = {"):format(#stage1))
lines(stage1, "%d")
print(("};\nconst uint16_t ipr_fold_stage2[%d][%d] = {"):format(#pages, PAGE))
for _, key in ipairs(pages) do
  print("  {")
  local t = {}
  for v in key:gmatch("%d+") do t[#t + 1] = v end
  lines(t, "%s")
  print("  },")
end
print(("};\nconst ipr_fold_record ipr_fold_records[%d] = {"):format(#records))
lines(records, "%s")
print(("};\nconst uint32_t ipr_fold_pool[%d] = {"):format(#pool))
lines(pool, "0x%X")
print("};")
