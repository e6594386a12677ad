-- Picture hashes: the nearest of a bank is exact, and what cannot be compared is answered.
local images = require("iprcore").images
local core = require("iprcore.core").images
local cli = require "spec.support.cli"
local shared = require "spec.support.shared"

describe("images.distance", function()
  it("counts the bits that differ", function()
    assert.equal(2, images.distance("ffffffffffffffff", "0xFFFFFFFFFFFFFFFC"))
  end)

  it("answers nil for hashes that cannot be compared", function()
    assert.equal("bad_value", select(3, images.distance("ff", "ff")))
    assert.is_nil((images.distance(("f"):rep(16), ("f"):rep(64))))
  end)
end)

describe("images.load", function()
  it("tells known fakes from the brand's own pictures", function()
    local path = cli.file("hash\tkind\tbrand\n" .. ("f"):rep(16) .. "\tknown_fake\tAcme\n"
      .. ("0"):rep(16) .. "\tbrand_own\tAcme\n")
    local bank = images.load(path)
    assert.equal(2, bank:count())
    assert.same({ kind = "known_fake", distance = 1, brand = "Acme", tag = 1 },
      bank:nearest(("f"):rep(15) .. "e", 4))
    assert.is_nil(bank:nearest("ffffffff00000000", 4))
    os.remove(path)
  end)

  it("is missing where there is nothing to compare with, and 256 where nothing is near", function()
    local ipr = require "iprcore"
    local path = cli.file("hash\tkind\n" .. ("f"):rep(16) .. "\tbrand_own\n")
    local scorer = ipr.scorer { images = images.load(path), rules = {
      ipr.rule "fake" { when = ipr.field.image_fake_distance:present() },
      ipr.rule "own" { when = ipr.field.image_own_distance:is(256) },
      ipr.rule "near" { when = ipr.field.image_own_distance:is(4) },
    } }
    local function fired(hash)
      local names = {}
      for i, s in ipairs(scorer:score { image_hash = hash }.symbols) do names[i] = s.name end
      return names
    end
    assert.same({ "own" }, fired(("0"):rep(16)))
    assert.same({ "near" }, fired(("f"):rep(15) .. "e"))
    os.remove(path)
  end)

  it("names the line of a hash that is none", function()
    local path = cli.file("hash\tkind\n" .. ("f"):rep(16) .. "\tknown_fake\nxyz\tknown_fake\n")
    local _, e = pcall(images.load, path)
    assert.same({ "bad_list", 3 }, { e.code, e.line })
    os.remove(path)
  end)
end)

shared.with("data/listings/hashes/pdq_matches_le31.tsv", function(path)
  local folder = path:match("^(.*)/")
  local function lines(name)
    local out = {}
    for line in io.lines(folder .. "/" .. name) do out[#out + 1] = line end
    return out
  end

  describe("a bank of 256-bit hashes", function()
    it("finds exactly the published pairs within 31 bits", function()
      local needles, hay = lines "pdq_needles.txt", lines "pdq_haystack.txt"
      local bank = core.new()
      -- with the same pictures many times over and enough others to be indexed
      for i, hash in ipairs(hay) do assert(bank:add(hash, i - 1)) end
      for i = 1, 5000 do
        assert(bank:add(("%016x"):format(i * 0x9E3779B97F4A7C1 & 0x7FFFFFFFFFFFFFFF):rep(4), 9999))
      end
      bank:seal()
      local nearest, wanted = {}, 0
      for line in io.lines(path) do
        local n, d = line:match("^(%d+)\t%d+\t(%d+)$")
        if n then
          n, d = tonumber(n), tonumber(d)
          if not nearest[n] or d < nearest[n] then nearest[n] = d end
          wanted = wanted + 1
        end
      end
      assert.equal(250, wanted)
      for i, hash in ipairs(needles) do
        local tag, distance = bank:nearest(hash, 31)
        assert.equal(nearest[i - 1], distance)
        assert.equal(tag ~= nil and tag < 9999, nearest[i - 1] ~= nil)
      end
    end)
  end)
end)
