-- What a script meets first: the module, its version, its error objects.
describe("require 'iprcore'", function()
  it("gives the public module and its version", function()
    local ipr = require "iprcore"
    assert.equal(require("iprcore.core").version, ipr._VERSION)
    assert.is_nil(ipr.no_such_noun)
  end)
end)

describe("an error object", function()
  local errors = require "iprcore.errors"

  it("prints place, message and code", function()
    local ok, e = pcall(errors.raise, "bad_list", "no column brand", { path = "x.tsv", line = 1 })
    assert.is_false(ok)
    assert.equal("x.tsv:1: no column brand [bad_list]", tostring(e))
    assert.is_true(errors.is(e, "bad_list"))
  end)

  it("prints without a place too", function()
    local _, e = pcall(errors.raise, "usage", "no option --x")
    assert.equal("no option --x [usage]", tostring(e))
  end)
end)
