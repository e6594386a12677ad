-- The standard packs on the shared listing data: one line a figure with what must be reached.
-- The figures say nothing of other data: the data's README tells what leaks. SHOW=1 in the
-- environment prints the rows behind misses.
local ipr = require "iprcore"
local input = require "iprcore.input"

local DATA = "../shared/data/listings/"
local CATALOGUES = { DATA .. "catalog/zappos_sneakers.csv", DATA .. "catalog/zappos_running.csv",
  DATA .. "catalog/zappos_sandal.csv" }

local WORDING = { says_copy = true, says_copy_of_brand = true, grade_far_below_price = true,
  proof_dodge = true }

local failed = 0

-- want: the least value, or the most where `most` is set; nil: only shown
local function line(what, value, want, most)
  local ok = not want or (most and value <= want) or (not most and value >= want)
  if not ok then failed = failed + 1 end
  print(("%-62s %8.4f  %s"):format(what, value, want and ((most and "<= " or ">= ") .. want
    .. (ok and "" or "   MISSED")) or ""))
end

local function records(path)
  local out = {}
  for r in input.records(path) do
    if r then out[#out + 1] = r end
  end
  return out
end

local function number(text)
  return text and tonumber(text) and ("%.2f"):format(tonumber(text)) or nil
end

-- Area under the ROC curve from { score, label } pairs; ties count half.
local function auc(pairs_)
  table.sort(pairs_, function(a, b) return a[1] < b[1] end)
  local ranks, positives, i = 0, 0, 1
  while i <= #pairs_ do
    local j = i
    while j < #pairs_ and pairs_[j + 1][1] == pairs_[i][1] do j = j + 1 end
    for k = i, j do
      if pairs_[k][2] == 1 then
        ranks, positives = ranks + (i + j) / 2, positives + 1
      end
    end
    i = j + 1
  end
  local negatives = #pairs_ - positives
  return (ranks - positives * (positives + 1) / 2) / (positives * negatives)
end

-- Upper end of the 95 % Wilson interval of x in n.
local function upper(x, n)
  local z, p = 1.96, x / n
  return (p + z * z / (2 * n) + z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)))
    / (1 + z * z / n)
end

local function has_symbol(result, names)
  for _, s in ipairs(result.symbols) do
    if names[s.name] then return true end
  end
  return false
end

local scorer, indian, lexicon -- made when the section runs

------------------------------------------------------------------- labelled rows

local function labelled()
  local rows = records(DATA .. "labelled/dev_labelled.jsonl")
  for _, form in ipairs { "title", "title_neutral" } do
    local all, paired, hit, shown, positives = {}, {}, 0, 0, 0
    for _, r in ipairs(rows) do
      local result = scorer:score { id = r.id, title = r[form], description = r.description,
        price = number(r.price_usd or r.price), currency = "USD", brand = r.brand }
      all[#all + 1] = { result.score, r.label }
      if r.paired_brand then paired[#paired + 1] = { result.score, r.label } end
      positives = positives + r.label
      if result.action == "remove" then
        shown, hit = shown + 1, hit + r.label
      end
    end
    local neutral = form == "title_neutral"
    line(("labelled, %s: AUC, all %d rows"):format(form, #all), auc(all), neutral and 0.90 or 0.93)
    line(("labelled, %s: AUC, %d rows of brands in both classes"):format(form, #paired),
      auc(paired), neutral and 0.78 or 0.85)
    line(("labelled, %s: precision at remove (%d)"):format(form, shown),
      shown > 0 and hit / shown or 1, not neutral and 0.93 or nil)
    line(("labelled, %s: recall at remove"):format(form), hit / positives,
      not neutral and 0.35 or nil)
  end
end

------------------------------------------------------------------ ordinary rows

local function zappos()
  local out = {}
  for _, path in ipairs(CATALOGUES) do
    for _, r in ipairs(records(path)) do
      out[#out + 1] = { id = "z" .. #out, title = r.model, brand = r.brand,
        price = number(r.price), currency = "USD" }
    end
  end
  return out
end

local function flipkart()
  local out = {}
  for _, r in ipairs(records(DATA .. "catalog/flipkart_20k.csv")) do
    out[#out + 1] = { id = r.uniq_id, title = r.product_name, brand = r.brand,
      price = number(r.discounted_price), currency = "INR" }
  end
  return out
end

-- Counts actions of ordinary rows; most: the most removals that are bearable.
local function ordinary(name, rows, by, most)
  local removed, reviewed = 0, 0
  for _, listing in ipairs(rows) do
    local result = by:score(listing)
    if result.action == "remove" then
      removed = removed + 1
      if os.getenv("SHOW") then print("REMOVE", listing.title, result:explain()) end
    elseif result.action == "review" then
      reviewed = reviewed + 1
      if os.getenv("SHOW") then
        print("REVIEW", listing.title, listing.price, listing.brand, result.score)
        for _, s in ipairs(result.symbols) do
          print("   ", s.name, s.score, s.evidence[1] and s.evidence[1].says)
        end
      end
    end
  end
  line(("ordinary, %s (%d): rows proposed for removal"):format(name, #rows), removed, most, true)
  line(("ordinary, %s: upper 95 %% bound of that share"):format(name), upper(removed, #rows))
  line(("ordinary, %s: share sent to review"):format(name), reviewed / #rows)
end

local function perfume()
  local out = {}
  for _, r in ipairs(records(DATA .. "labelled/ebay_perfume_silver.jsonl")) do
    if r.label == 0 then
      out[#out + 1] = { id = r.id, title = r.title, brand = r.brand_field,
        price = number(r.price_usd), currency = "USD", quantity = r.available }
    end
  end
  return out
end

local function hard_negatives()
  local out, wording = {}, 0
  for _, r in ipairs(records(DATA .. "vocab/replica_word_hard_negatives.jsonl")) do
    out[#out + 1] = { id = r.id, title = r.title, description = r.description, brand = r.brand }
    local result = indian:score(out[#out])
    if result.action ~= "pass" and has_symbol(result, WORDING) then
      wording = wording + 1
      if os.getenv("SHOW") then print("WORDING", r.title, result:explain()) end
    end
  end
  line("replica words in ordinary rows: share reviewed on wording", wording / #out, 0.05, true)
  return out
end

local function obfuscation_negatives()
  local out = {}
  for _, r in ipairs(records(DATA .. "obfuscation/dev_obfuscated.jsonl")) do
    if r.operator:find("^neg") then
      out[#out + 1] = { id = r.id, title = r.title, description = r.description }
    end
  end
  return out
end

----------------------------------------------------------------- counterfactuals

local HIGH_RISK = { brand_much_copied = true }

local function copy(listing, changes)
  local out = {}
  for k, v in pairs(listing) do out[k] = v end
  for k, v in pairs(changes) do out[k] = v end
  return out
end

local LOOKS = { a = "а", c = "с", e = "е", i = "і", o = "о", p = "р", s = "ѕ", x = "х", y = "у",
  A = "А", B = "В", C = "С", E = "Е", H = "Н", K = "К", M = "М", O = "О", P = "Р", T = "Т" }
local LEET = { a = "4", e = "3", i = "1", o = "0", s = "5", t = "7", A = "4", E = "3", I = "1",
  O = "0", S = "5", T = "7" }

-- The first letter that `by` has, changed.
local function first_of(by)
  return function(name)
    for at = 1, #name do
      local other = by[name:sub(at, at)]
      if other then return name:sub(1, at - 1) .. other .. name:sub(at + 1) end
    end
  end
end

-- How a name is written past filters; nil where it cannot be written so.
local EVASIONS = {
  { "blanks", function(name) return (name:gsub("%s", ""):gsub("(.)", "%1 "):gsub(" $", "")) end },
  { "look-alikes", first_of(LOOKS) },
  { "leet", first_of(LEET) },
  { "an invisible sign", function(name) return name:sub(1, 1) .. "\u{200B}" .. name:sub(2) end },
  { "full-width letters", function(name)
    return (name:gsub("%a", function(c) return utf8.char(c:byte() + 0xFEE0) end))
  end },
  { "a masked vowel", function(name)
    local masked, n = name:sub(2):gsub("[aeiou]", "*", 1)
    return n > 0 and name:sub(1, 1) .. masked or nil
  end },
}

local function evade(title, brand, write)
  local at, last = title:lower():find(brand:lower(), 1, true)
  local name = write(at and title:sub(at, last) or brand)
  if not name then return nil end
  return at and title:sub(1, at - 1) .. name .. title:sub(last + 1) or name .. " " .. title
end

-- prices: what the scorer was given, to tell rows whose usual price is known
local function counterfactuals(name, rows, by, prices)
  local probe = ipr.scorer { prices = prices, rules = {
    ipr.rules.rule "priced" { when = ipr.rules.field.price_ratio:present() },
  } }
  local priced = 0
  local n, cheap, words, worse, country = 0, 0, 0, 0, 0
  local tried, evaded = {}, {}
  for _, listing in ipairs(rows) do
    local known = listing.brand and lexicon:brand(listing.brand)
    local title = known and known.high_risk and listing.title
    if title and not title:lower():find(listing.brand:lower(), 1, true) then
      title = listing.brand .. " " .. title
    end
    local base = title and copy(listing, { title = title })
    local score = base and by:score(base)
    if score and has_symbol(score, HIGH_RISK) and listing.price then
      local function of(changes) return by:score(copy(base, changes)).score end
      n = n + 1
      local cheaper = of { price = number(tonumber(listing.price) / 5) } > score.score
      if #probe:score(base).symbols > 0 then
        priced = priced + 1
        if cheaper then
          cheap = cheap + 1
        elseif os.getenv("SHOW") then
          print("NOT CHEAP", title, listing.price)
        end
      end
      if of { title = title .. " 1:1 replica" } > score.score then words = words + 1 end
      for k, e in ipairs(EVASIONS) do
        local written = evade(title, listing.brand, e[2])
        if written then
          tried[k] = (tried[k] or 0) + 1
          if of { title = written, brand = "" } > score.score then
            evaded[k] = (evaded[k] or 0) + 1
          elseif os.getenv("SHOW") then print("NOT EVADED", written) end
        end
      end
      for _, more in ipairs { "for " .. title, "compatible with " .. title, title .. " used" } do
        if of { title = more } > score.score then
          worse = worse + 1
          if os.getenv("SHOW") then print("WORSE", more) end
        end
      end
      if of { ship_from = "CN" } ~= score.score then country = country + 1 end
    end
  end
  if n == 0 then return end
  line(("%s: of %d rows of much-copied brands: usual price known"):format(name, n), priced / n)
  line(("%s: where it is known, a fifth of the price raises"):format(name), cheap / priced, 0.95)
  line(("%s: replica words raise"):format(name), words / n, 1)
  for k, e in ipairs(EVASIONS) do
    line(("%s: writing the brand with %s raises"):format(name, e[1]), (evaded[k] or 0) / tried[k],
      0.95)
  end
  line(("%s: for, compatible with, used: rows raised"):format(name), worse, 0, true)
  line(("%s: another country changes"):format(name), country, 0, true)
end

local function every(rows, step)
  local out = {}
  for i = 1, #rows, step do out[#out + 1] = rows[i] end
  return out
end

return function()
  local f = io.open(DATA .. "README.md")
  if not f then
    print("the listing data is not beside the project")
    return
  end
  f:close()
  lexicon = ipr.brands.load()
  local usd = ipr.prices.from(CATALOGUES, { currency = "USD" })
  local inr = ipr.prices.from(DATA .. "catalog/flipkart_20k.csv", { currency = "INR" })
  scorer, indian = ipr.scorer { prices = usd }, ipr.scorer { prices = inr }
  labelled()
  local us, india = zappos(), flipkart()
  ordinary("Zappos", us, scorer, #us // 1000)
  ordinary("Flipkart", india, indian, #india // 1000)
  ordinary("perfume, label 0", perfume(), scorer, 1)
  ordinary("replica words", hard_negatives(), indian, 1)
  ordinary("obfuscation negatives", obfuscation_negatives(), scorer, 1)
  local reviewed, named = 0, 0
  for _, listing in ipairs(india) do
    local result = scorer:score(listing)
    if has_symbol(result, HIGH_RISK) then
      named = named + 1
      if result.action ~= "pass" then
        reviewed = reviewed + 1
        if os.getenv("SHOW") then print("INDIAN", listing.title, result:explain()) end
      end
    end
  end
  line(("US references on %d Indian rows of much-copied brands: reviewed"):format(named),
    reviewed / named, 0.02, true)
  counterfactuals("Zappos", every(us, 3), scorer, usd)
  counterfactuals("Flipkart", india, indian, inr)
  print(("%d figures missed"):format(failed))
end
