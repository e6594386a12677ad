-- Evidence: over all listing data, is every span of a symbol the text that it shows, and is it
-- cut where a person would cut it, at the edges of words?
local input = require "iprcore.input"
local ipr = require "iprcore"
local shared = require "spec.support.shared"

-- file, columns that make the title, options of the reader
local FILES = {
  { "labelled/dev_labelled.jsonl", { "title" } },
  { "labelled/ebay_perfume_silver.jsonl", { "title" } },
  { "vocab/replica_word_hard_negatives.jsonl", { "title" } },
  { "obfuscation/dev_obfuscated.jsonl", { "title" } },
  { "obfuscation/natural_obfuscations.jsonl", { "title" } },
  { "catalog/flipkart_20k.csv", { "product_name" } },
  { "catalog/zappos_sneakers.csv", { "brand", "model" } },
  { "catalog/zappos_running.csv", { "brand", "model" } },
  { "catalog/zappos_sandal.csv", { "brand", "model" } },
  { "marketplace/agora_2014_goods.csv", { "product" } },
  { "marketplace/flipkart_full_export_excel_tail.csv", { "product_name" } },
  { "marketplace/mercadolivre_hp_cartridges.csv", { "title" }, { delimiter = ";" } },
}

local function listing_of(r, columns)
  local parts = {}
  for _, name in ipairs(columns) do parts[#parts + 1] = r[name] end
  return { title = table.concat(parts, " "), description = r.description, price = "10.00",
    currency = "USD", gtin = "2000000000015" }
end

-- Neither edge of the span stands between two letters or digits of ASCII.
local function at_words(text, e)
  local function joins(i)
    return text:sub(i, i):find("[%w]") and text:sub(i + 1, i + 1):find("[%w]")
  end
  return not joins(e.first - 1) and not joins(e.last)
end

local function count(scorer, path, columns, options)
  local c = { rows = 0, spans = 0, exact = 0, words = 0 }
  for r in input.records(path, options) do
    local listing = r and listing_of(r, columns)
    if listing and listing.title ~= "" then
      c.rows = c.rows + 1
      for _, symbol in ipairs(scorer:score(listing).symbols) do
        for _, e in ipairs(symbol.evidence) do
          if e.first then
            local text = listing[e.field]
            c.spans = c.spans + 1
            if text:sub(e.first, e.last) == e.text and e.text ~= "" then c.exact = c.exact + 1 end
            if at_words(text, e) then c.words = c.words + 1 end
          end
        end
      end
    end
  end
  return c
end

return function(say)
  local folder = "data/listings/"
  if not shared.path(folder .. "README.md") then
    return say("the listing data is not beside the project")
  end
  local lists = folder .. "lexicon/"
  local scorer = ipr.scorer { brands = ipr.brands.load { shared.path(lists .. "brands.tsv"),
    shared.path(lists .. "high_risk_brands.tsv") } }
  say("standard packs with all shared brands; what is shown is what stands there: must be 100 %")
  for _, f in ipairs(FILES) do
    local path = shared.path(folder .. f[1])
    local c = path and count(scorer, path, f[2], f[3])
    if c then
      local of = math.max(c.spans, 1)
      say(("  %-48s %6d rows %6d spans  as shown %6.2f %%  whole words %6.2f %%"):format(f[1],
        c.rows, c.spans, 100 * c.exact / of, 100 * c.words / of))
    end
  end
end
