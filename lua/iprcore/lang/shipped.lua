--- The language packs that come with iprcore, in the order of their rows.
local M = {}

-- Each language: its grammar words, then the files of things, deeds and marks.
local LANGUAGES = {
  { "en", terms = { "en_people", "en_things", "en_deeds", "en_marks", "en_other", "en_law" } },
  { "zh", terms = { "zh_terms", "zh_deeds", "zh_other" } },
}

local function load(name) return (require("iprcore.lang." .. name)) end

-- One pack of all term files: a phrase of the verbs is none where the nouns have it.
local function terms(grammar, names)
  local pack = { name = grammar.name, forms = grammar.forms, variants = grammar.variants,
    nouns = {}, marks = {}, verbs = {} }
  for _, name in ipairs(names) do
    local file = load(name)
    for _, group in ipairs { "nouns", "marks", "verbs" } do
      for concept, list in pairs(file[group] or {}) do
        local had = pack[group][concept]
        pack[group][concept] = had and had .. "|" .. list or list
      end
    end
    pack.compounds = file.compounds or pack.compounds
  end
  return pack
end

function M.packs()
  local packs = {}
  for _, language in ipairs(LANGUAGES) do
    local grammar = load(language[1])
    packs[#packs + 1] = grammar
    packs[#packs + 1] = terms(grammar, language.terms)
  end
  for _, name in ipairs { "keys_platform", "keys", "keys_topic", "no_key" } do
    packs[#packs + 1] = { name = name, keys = load(name) }
  end
  return packs
end

return M
