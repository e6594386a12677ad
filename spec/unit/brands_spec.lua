-- brands: lexicons from files, the matcher's answers in Lua.
local ipr = require "iprcore"

local function file(text)
  local path = os.tmpname()
  local f = assert(io.open(path, "w"))
  f:write(text)
  f:close()
  return path
end

describe("brands.load", function()
  it("reads the shipped list", function()
    local lexicon = ipr.brands.load()
    assert.is_true(#lexicon > 190)
    assert.equal("Nike", lexicon:brand("耐克").name)
    assert.is_nil(lexicon:brand("nobody's brand"))
  end)

  it("joins lists, and one brand in two lists is one", function()
    local path = file "brand\taliases\nZyxwv\tZyx\nNike\tSwooshers\n"
    local alone, joined = ipr.brands.load(path), ipr.brands.load { "default", path }
    os.remove(path)
    assert.equal(2, #alone)
    assert.equal(#ipr.brands.load() + 1, #joined)
    assert.equal("Nike", joined:brand("Swooshers").name)
  end)

  it("raises with file and line for a row without a name", function()
    local path = file "brand\tkey\nNike\tnike\n\tx\n"
    local ok, err = pcall(ipr.brands.load, path)
    os.remove(path)
    assert.is_false(ok)
    assert.same({ "bad_list", 3, path }, { err.code, err.line, err.path })
  end)

  it("raises for a list without a brand column", function()
    local path = file "name\nNike\n"
    local ok, err = pcall(ipr.brands.load, path)
    os.remove(path)
    assert.is_false(ok)
    assert.equal("bad_header", err.code)
  end)
end)

describe("lexicon:find", function()
  local lexicon = ipr.brands.load()

  it("gives the brand, the trick and the surface", function()
    local title = "Кроссовки Ｎiｋe и G u c c i"
    local brand, others = lexicon:find { title = title }
    assert.same({ "Gucci", "spacing", "evasion" }, { brand.brand, brand.trick, brand.class })
    assert.equal(brand.surface, title:sub(brand.first, brand.last))
    assert.equal("Nike", others[1].brand)
    assert.equal("full_width", others[1].trick)
  end)

  local written = {
    { "New G*cci belt", "Gucci", "leet", "G*cci" }, { "Pum* shoes", "Puma", "leet", "Pum*" },
    { "L_uis Vu#tton bag", "Louis Vuitton", "leet", "L_uis Vu#tton" },
    { "Snt Lrnt jacket", "Saint Laurent", "vowel_drop", "Snt Lrnt" },
    { "Bag Michael Kor brown", "Michael Kors", "truncation", "Michael Kor" },
    { "F e n d ! belt", "Fendi", "leet", "F e n d !" },
    { "Belt S.w.@.t.c.h steel", "Swatch", "leet", "S.w.@.t.c.h" },
    { "N+i+k+e shoes", "Nike", "punctuation", "N+i+k+e" },
    { "⒩⒤⒦⒠ shoes", "Nike", "homoglyph", "⒩⒤⒦⒠" },
    { "Сумка 🅱🅰🅻🅴🅽🅲🅸🅰🅶🅰 новая", "Balenciaga", "homoglyph", "🅱🅰🅻🅴🅽🅲🅸🅰🅶🅰" },
    { "FꓰNDꓲ belt", "Fendi", "homoglyph", "FꓰNDꓲ" },
    { "Herrnes belt", "Hermes", "homoglyph", "Herrnes" },
    { "Svvarovski crystal", "Swarovski", "homoglyph", "Svvarovski" },
    { "Belt #goldengoose brown", "Golden Goose", "spacing", "goldengoose" },
    { "brown guccibelt new", "Gucci", "case", "gucci" },
    { "Belt dIeSeL brown", "Diesel", "case", "dIeSeL" },
    { "Kurtka Puma męska zimowa", "Puma", "plain", "Puma" },
  }
  for _, w in ipairs(written) do
    it("sees " .. w[2] .. " in " .. w[1], function()
      local brand = lexicon:find { title = w[1] }
      assert.is_table(brand)
      assert.same({ w[2], w[3], w[4] }, { brand.brand, brand.trick, brand.surface })
    end)
  end

  it("sees vowels left out beside a brand column that names the brand rightly", function()
    local brand = lexicon:find { title = "Crcs Classic Clog", brand = "Crocs" }
    assert.same({ "Crocs", "vowel_drop", "evasion" }, { brand.brand, brand.trick, brand.class })
    brand = lexicon:find { title = "Crocs Classic Crcs Clog", brand = "Crocs" }
    assert.equal("ordinary", brand.class)
  end)

  local none = { "Clean modern clothing", "5*3 cm board", "AC*DC shirt", "Size M ! A new shirt",
    "Hugo Chavez signed photo", "Kids puma plush toy", "Flip Cover for iPad 2, iPad 3, iPad 4",
    "f*ck the system sticker", "Gucci Mane album", "Tiffany style lamp", "Columbian coffee beans",
    "wooden applecart" }
  for _, title in ipairs(none) do
    it("sees none in " .. title, function()
      assert.is_nil((lexicon:find { title = title }))
    end)
  end

  it("names no brand for an accessory, and keeps the mention", function()
    local brand, others = lexicon:find { title = "Charger for Samsung Galaxy" }
    assert.is_nil(brand)
    assert.is_true(others[1].accessory)
  end)

  it("lets the brand column speak for an ambiguous word", function()
    assert.is_nil((lexicon:find { title = "Coach tour day ticket" }))
    assert.equal("Coach", lexicon:find({ title = "tabby 26", brand = "Coach" }).brand)
  end)

  it("reads a title all in small letters as one in capitals, where the brand heads its goods",
    function()
      for title, brand in pairs { ["guess jeans women"] = "Guess", ["coach bag replica"] = "Coach",
        ["fossil watch mens"] = "Fossil" } do
        assert.equal(brand, lexicon:find({ title = title }).brand)
      end
      for _, title in ipairs { "guess what this dress costs", "coach tour day ticket",
        "a fossil in a watch", "Boys guess jeans size" } do
        assert.is_nil((lexicon:find { title = title }))
      end
    end)

  it("refuses unknown fields", function()
    assert.has_error(function() lexicon:find { titel = "x" } end)
  end)

  it("refuses a closed lexicon", function()
    local other = ipr.brands.load()
    other:close()
    other:close()
    for verb, use in pairs { find = function() other:find { title = "x" } end,
      brand = function() other:brand "Nike" end, count = function() return #other end } do
      local ok, e = pcall(use)
      assert.is_false(ok)
      assert.same({ "closed", "lexicon:" .. verb .. ": the lexicon is closed; load it again" },
        { e.code, e.message })
      assert.truthy(e.path:find "brands_spec")
    end
    local ok, e = pcall(ipr.scorer, { rules = {}, brands = other })
    assert.is_false(ok)
    assert.same({ "usage", "brands: not what ipr.brands.load gives, or closed" },
      { e.code, e.message })
  end)

  it("is there for a scorer that was made before it was closed", function()
    local other = ipr.brands.load()
    local scorer = ipr.scorer { brands = other,
      rules = { ipr.rule "named" { weight = 1, when = ipr.field.brand_named:present() } } }
    other:close()
    collectgarbage()
    assert.equal(1, scorer:score({ title = "Nike Air shoes" }).score)
  end)
end)

describe("brands.tricks", function()
  it("lists every trick once, with its class", function()
    local seen = {}
    for _, t in ipairs(ipr.brands.tricks()) do
      assert.is_nil(seen[t.name])
      seen[t.name] = t.class
    end
    assert.same({ "ordinary", "slip", "evasion" }, { seen.alias, seen.truncation, seen.leet })
  end)
end)
