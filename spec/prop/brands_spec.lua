-- Properties of the matcher over all listing data beside the project: evidence is what it says,
-- ordinary writing is no evasion, answers do not depend on what was asked before.
local brands = require "iprcore.brands"
local input = require "iprcore.input"
local json = require "iprcore.json"
local shared = require "spec.support.shared"

local FOLDER = "data/listings/"

-- calls visit(title, description, brand) for each record of a jsonl or csv file
local function each(path, visit)
  if path:find("%.jsonl$") then
    for line in input.lines(path) do
      local t = json.decode(line)
      if type(t) == "table" then visit(t.title or "", t.description or "", t.brand or "") end
    end
    return
  end
  local delimiter = path:find("mercadolivre") and ";" or ","
  for row in input.rows(path, { delimiter = delimiter }) do
    for i = 1, row.n, 3 do visit(row[i], row[i + 1] or "", row[i + 2] or "") end
  end
end

local FILES = { "obfuscation/dev_obfuscated.jsonl", "obfuscation/natural_obfuscations.jsonl",
  "vocab/replica_word_hard_negatives.jsonl", "labelled/dev_labelled.jsonl",
  "labelled/ebay_perfume_silver.jsonl", "marketplace/ebay_mens_perfume_2024.csv",
  "marketplace/mercadolivre_hp_cartridges.csv", "marketplace/agora_2014_goods.csv",
  "marketplace/flipkart_full_export_excel_tail.csv", "catalog/flipkart_20k.csv",
  "catalog/zappos_running.csv", "catalog/zappos_sneakers.csv", "catalog/zappos_sandal.csv",
  "sellers/counterfeit_web_shops.csv", "lexicon/brands.tsv", "unicode/confusables.txt" }

-- Letters and digits of a text in small ASCII, for comparing plain names.
local function bare(text) return (text:lower():gsub("[^%w\x80-\xff]", "")) end

describe("the brand matcher", function()
  local lexicon = brands.load()

  local function check(title, description, brand)
    local fields = { title = title, description = description, brand = brand }
    local best, others = lexicon:find(fields)
    if best then table.insert(others, 1, best) end
    for _, h in ipairs(others) do
      local text = fields[h.field]
      assert.equal(h.surface, text:sub(h.first, h.last))
      assert.is_true(#h.surface > 0 and not h.surface:find("^%s") and not h.surface:find("%s$"))
      -- the surface alone, in the brand column, is read as the same brand
      local again, more = lexicon:find { brand = h.surface }
      local same = again and again.brand == h.brand
      for _, m in ipairs(more) do same = same or m.brand == h.brand end
      if h.class ~= "slip" and h.trick ~= "vowel_drop" then
        assert.is_true(same, h.surface .. " is not read as " .. h.brand .. ": " .. h.trick)
      end
      if h.trick == "plain" then assert.equal(bare(h.brand), bare(h.surface)) end
    end
  end

  for _, name in ipairs(FILES) do
    shared.with(FOLDER .. name, function(path)
      it("cuts evidence that is what it says out of " .. name, function()
        each(path, check)
      end)
    end)
  end

  shared.with(FOLDER .. "marketplace/ebay_mens_perfume_2024.csv", function(path)
    it("takes at most 0.5 % of ordinary perfume rows for evasion", function()
      local n, evasions = 0, 0
      local at
      for row in input.rows(path, {}) do
        if not at then
          at = 2
        else
          n = n + 1
          local hit = lexicon:find { title = row[at] }
          if hit and hit.class == "evasion" then evasions = evasions + 1 end
        end
      end
      assert.is_true(n > 500 and evasions <= 0.005 * n, evasions .. " of " .. n)
    end)
  end)

  it("answers the same whatever it was asked before", function()
    local titles = { "N1ke Air", "Coach leather bag", "G u c c i", "Чехол для iPhone", "耐克", "" }
    local function key(t)
      local best, others = lexicon:find { title = t }
      return json.encode { best or "none", json.array(others) }
    end
    local first = {}
    for i, t in ipairs(titles) do first[i] = key(t) end
    for i = #titles, 1, -1 do assert.equal(first[i], key(titles[i])) end
  end)
end)
