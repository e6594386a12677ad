-- The vocabulary finds words for copies and passes over ordinary phrases.
local terms = require("iprcore").terms
local cli = require "spec.support.cli"

local standard = terms.standard()

-- "kind:text" of the hits that speak of copies or other channels
local function wording(text, vocabulary)
  local out = {}
  for _, hit in ipairs((vocabulary or standard):find(text)) do
    if hit.kind:find("copy") or hit.kind:find("grade") or hit.kind == "evasion"
      or hit.kind == "parallel_import" or hit.kind == "theft" then
      out[#out + 1] = hit.kind .. ":" .. text:sub(hit.first, hit.last)
    end
  end
  return table.concat(out, " ")
end

describe("terms.standard", function()
  it("finds words for copies in many languages", function()
    for text, want in pairs {
      ["Submariner 1:1 super clone"] = "quality_grade:1:1 declares_copy:super clone",
      ["劳力士高仿手表"] = "declares_copy:高仿",
      ["ロレックス スーパーコピー N級品"] = "declares_copy:スーパーコピー quality_grade:N級品",
      ["샤넬 레플리카 가방"] = "declares_copy:레플리카",
      ["ของก๊อปเกรดพรีเมียม"] = "declares_copy:ของก๊อป quality_grade:เกรดพรีเมียม",
      ["ساعة رولكس هاي كوبي"] = "declares_copy:هاي كوبي",
      ["Часы РЕПЛИКА"] = "declares_copy:РЕПЛИКА",
      ["Réplica de bolso"] = "declares_copy:Réplica",
      ["çakma çanta"] = "declares_copy:çakma",
      ["First-Copy shoes"] = "declares_copy:First-Copy",
      ["Swiss clone, 40 mm"] = "declares_copy:Swiss clone",
      ["Replikat, kein Original"] = "declares_copy:Replikat declares_copy:kein Original",
      ["sac imitation parfaite"] = "declares_copy:imitation parfaite",
      ["bolso no es original"] = "declares_copy:no es original",
      ["borsa uguale all'originale"] = "quality_grade:uguale all'originale",
      ["паленые часы, зеркальная копия"] = "declares_copy:паленые declares_copy:зеркальная копия",
      ["люкс копія"] = "declares_copy:люкс копія",
      ["VS厂 最高版本"] = "quality_grade:VS厂 quality_grade:最高版本",
      ["最高品質コピー 時計"] = "declares_copy:最高品質コピー",
      ["tas KW murah"] = "declares_copy:tas KW",
    } do
      assert.equal(want, wording(text))
    end
  end)

  it("passes over ordinary phrases and negations", function()
    for _, text in ipairs {
      "AAA battery, 8 pack", "1:1 scale model car", "Maison Margiela Replica Jazz Club",
      "100% authentic, not a replica", "kein Replikat, keine Replik", "仿真花 客厅摆件",
      "この商品はコピー品ではありません", "Bootleg jeans", "beware of fakes", "fake lashes",
      "これはレプリカユニフォームです", "拒绝高仿", "counterfeit detector pen",
      "signed copy of Dune", "copy print scan", "clone army figures", "clean factory reset",
      "AAA grade pearl", "nicht original verpackt", "imitação de couro", "резервная копия диска",
      "имитация кожи", "taklit deri ceket", "官方复刻 球鞋", "復刻版 レコード", "nepleer tas",
    } do
      assert.equal("", wording(text), text)
    end
  end)

  it("keeps words for other channels apart from words for copies", function()
    assert.equal("parallel_import:parallel import", wording("Canon EOS parallel import"))
    assert.equal("theft:fell off a truck", wording("fell off a truck"))
  end)

  it("reads words written past filters", function()
    local hit
    for _, h in ipairs(standard:find("Rolex repl1ca")) do
      if h.hidden then hit = h end
    end
    assert.is_true(hit.hidden)
    assert.equal("declares_copy", hit.kind)
  end)

  it("tells what the goods are", function()
    local function goods(text)
      local out
      for _, h in ipairs(standard:find(text)) do
        if h.kind == "goods" then out = h.value end
      end
      return out
    end
    assert.equal("wallet", goods("Maison Margiela\nBrown Wallet"))
    assert.equal("watch", goods("Patek Philippe Nautilus SS Blue"))
    assert.equal("bag", goods("ルイヴィトン バッグ"))
  end)

  it("takes the caller's list over its own", function()
    local path = cli.file("term\tlanguage\tkind\tstrength\n"
      .. "replica\ten\tdeclares_copy\t0\nzorgle\ten\tdeclares_copy\t0.9\n"
      .. "zorgle tea\ten\texception\t1\n")
    local own = terms.standard(path)
    assert.equal("", wording("a replica", own))
    assert.equal("declares_copy:zorgle", wording("a zorgle", own))
    assert.equal("", wording("zorgle tea", own))
    os.remove(path)
  end)

  it("names the line of a wrong row", function()
    local path = cli.file("term\tlanguage\tkind\tstrength\nx\ten\tdeclares_copy\t7\n")
    local _, e = pcall(terms.standard, path)
    assert.same({ "bad_list", 2 }, { e.code, e.line })
    os.remove(path)
  end)
end)
