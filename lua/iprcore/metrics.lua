--- Metrics out of prose: value, unit, change, period, subject and key, with spans.
local errors = require "iprcore.errors"

local M = {}

local PARSE_OPTIONS = { doc_date = true, pack = true }

local default -- { pack, rows }, compiled at first use

--- The shipped packs, in the order of their rows.
local function shipped()
  local en, zh = require "iprcore.lang.en", require "iprcore.lang.zh"
  local en_terms, zh_terms = require "iprcore.lang.en_terms", require "iprcore.lang.zh_terms"
  local keys = require "iprcore.lang.keys"
  return { en, { name = "en", nouns = en_terms.nouns, marks = en_terms.marks, verbs = en_terms.verbs, forms = en.forms },
    zh, { name = "zh", nouns = zh_terms.nouns, marks = zh_terms.marks, verbs = zh_terms.verbs },
    { name = "keys", keys = keys } }
end

local function compile(packs)
  local core, rows = require("iprcore.lang.pack").compile(packs)
  return { core = core, rows = rows }
end

local function default_pack()
  if not default then default = compile(shipped()) end
  return default
end

--- Adds an analyst's tables to the shipped packs; rows given here come first.
function M.pack(t)
  local packs = { t }
  for _, p in ipairs(shipped()) do packs[#packs + 1] = p end
  return compile(packs)
end

local function check(opts, known)
  for k in pairs(opts or {}) do
    if not known[k] then errors.raise("usage", ("metrics: no option %q"):format(tostring(k))) end
  end
  local pack = opts and opts.pack or default_pack()
  return pack, opts and opts.doc_date
end

--- The metrics of a text, in text order.
function M.parse(text, opts)
  local pack, doc_date = check(opts, PARSE_OPTIONS)
  return pack.core:parse(text, doc_date)
end

local function before(a, b)
  if a.first ~= b.first then return a.first < b.first end
  return a.last < b.last
end

--- What a claim speaks of: the figures of its sentence, else those of the nearest
-- sentence before it in the same paragraph.
local function refer(list, claim)
  local sentence = claim.sentence_first
  for i = #list, 1, -1 do
    local m = list[i]
    if m.kind ~= "claim" and m.segment == claim.segment and m.sentence_first <= sentence then
      sentence = m.sentence_first
      break
    end
  end
  local out, seen = {}, {}
  claim.keys = {}
  for i, m in ipairs(list) do
    if m.kind ~= "claim" and m.segment == claim.segment and m.sentence_first == sentence then
      out[#out + 1] = i
      if m.key and not seen[m.key] then
        seen[m.key] = true
        table.insert(claim.keys, m.key)
      end
    end
  end
  if claim.key and not seen[claim.key] and #out == 0 then claim.keys[1] = claim.key end
  claim.metrics = out
end

--- The metrics of a text together with directions stated without a figure (kind "claim").
function M.claims(text, opts)
  local pack, doc_date = check(opts, PARSE_OPTIONS)
  local list, message, code, offset = pack.core:claims(text, doc_date)
  if not list then return nil, message, code, offset end
  table.sort(list, before)
  for _, m in ipairs(list) do
    if m.kind == "claim" then refer(list, m) end
  end
  return list
end

--- The metrics of a text as a JSON array, spans as 0-based half-open bytes.
function M.json(text, opts)
  local pack, doc_date = check(opts, PARSE_OPTIONS)
  return pack.core:json(text, doc_date)
end

return M
