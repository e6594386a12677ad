-- Ordinary listings: how often ordinary writing is taken for evasion or a slip.
local brands = require "iprcore.brands"
local input = require "iprcore.input"
local shared = require "spec.support.shared"

-- file, columns that make the title, delimiter
local FILES = {
  { "marketplace/ebay_mens_perfume_2024.csv", { "title" } },
  { "catalog/flipkart_20k.csv", { "product_name" } },
  { "catalog/zappos_sneakers.csv", { "brand", "model" } },
  { "catalog/zappos_running.csv", { "brand", "model" } },
  { "catalog/zappos_sandal.csv", { "brand", "model" } },
  { "marketplace/mercadolivre_hp_cartridges.csv", { "title" }, ";" },
}

local function titles(path, columns, delimiter)
  local at, out = nil, {}
  for row in input.rows(path, { delimiter = delimiter }) do
    if not at then
      at = {}
      for i = 1, row.n do
        for k, name in ipairs(columns) do
          if row[i]:gsub("^\xEF\xBB\xBF", ""):lower() == name then at[k] = i end
        end
      end
    else
      local parts = {}
      for k = 1, #columns do parts[#parts + 1] = at[k] and row[at[k]] or "" end
      out[#out + 1] = table.concat(parts, " ")
    end
  end
  return out
end

return function(say)
  local folder = "data/listings/"
  local all = shared.path(folder .. "lexicon/brands.tsv")
  if not all then return say("the shared lists are not beside the project") end
  local lists = { { "shipped list", brands.load() }, { "all shared brands",
    brands.load { all, shared.path(folder .. "lexicon/high_risk_brands.tsv") } } }
  for _, list in ipairs(lists) do
    say(list[1] .. ("   evasion must be <= 0.5 %"))
    for _, f in ipairs(FILES) do
      local path = shared.path(folder .. f[1])
      local c = { ordinary = 0, slip = 0, evasion = 0 }
      local set = path and titles(path, f[2], f[3]) or {}
      for _, title in ipairs(set) do
        local hit = list[2]:find { title = title }
        if hit then c[hit.class] = c[hit.class] + 1 end
      end
      local of = math.max(#set, 1)
      say(("  %-44s %6d rows  evasion %5.2f %%  slip %5.2f %%  ordinary %5.1f %%"):format(f[1],
        #set, 100 * c.evasion / of, 100 * c.slip / of, 100 * c.ordinary / of))
    end
  end
end
