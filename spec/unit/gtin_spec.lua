-- Article numbers by the standard's check digits and prefixes, damaged ones told apart.
local gtin = require("iprcore").gtin
local shared = require "spec.support.shared"

describe("gtin.check", function()
  it("gives a comparable key", function()
    assert.same({ key = "00036000291452", length = 12 }, gtin.check("0-36000-29145-2"))
    assert.same({ key = "00042100005264", length = 12, upce = true }, gtin.check("04252614"))
  end)

  it("says what is wrong with a number", function()
    local value, message, code, _, state = gtin.check("4006381333932")
    assert.is_nil(value)
    assert.same({ "the check digit is wrong", "bad_value", "check" }, { message, code, state })
    assert.equal("damaged", select(5, gtin.check("4.00638E+12")))
    assert.same({ "restricted", true }, { select(5, gtin.check("2000000000015")) })
  end)

  it("makes check digits", function()
    assert.equal("3", gtin.digit("629104150021"))
  end)

  shared.with("data/listings/gtin/gtin_cases.tsv", function(path)
    it("agrees with all published and damaged cases", function()
      local n = 0
      for line in io.lines(path) do
        local value, want = line:match("^([^\t]*)\t([01])\t")
        if value then
          n = n + 1
          assert.equal(want == "1", gtin.is_valid(value), value)
        end
      end
      assert.equal(128, n)
    end)
  end)
end)
