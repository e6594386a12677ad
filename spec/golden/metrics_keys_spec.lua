-- The key of a sentence's first figure, one sentence a case: metrics_keys.tsv.
local metrics = require "iprcore.metrics"

describe("the canonical key of", function()
  for line in io.lines("spec/golden/metrics_keys.tsv") do
    local key, text = line:match("^([%w_]+)\t(.+)$")
    it(text, function()
      local list = metrics.parse(text)
      assert.is_true(#list > 0, "no metric")
      assert.are.equal(key, (list[1].key or "none"):gsub("%[.*", ""), nil)
    end)
  end
end)
