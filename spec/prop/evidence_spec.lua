-- Every span of evidence, cut out of the listing as it was written, is the text it claims.
local ipr = require "iprcore"
local input = require "iprcore.input"
local shared = require "spec.support.shared"

local FILES = {
  { "data/listings/labelled/dev_labelled.jsonl" },
  { "data/listings/vocab/replica_word_hard_negatives.jsonl" },
  { "data/listings/obfuscation/dev_obfuscated.jsonl" },
  { "data/listings/labelled/ebay_perfume_silver.jsonl" },
}

local function listing_of(r)
  return { id = tostring(r.id), title = r.title, description = r.description,
    brand = r.brand or r.brand_field, price = r.price and tostring(r.price), currency = "USD",
    gtin = "2000000000015" }
end

describe("evidence", function()
  local scorer = ipr.scorer {}
  for _, file in ipairs(FILES) do
    shared.with(file[1], function(path)
      it("is what stands at its span, in " .. path:match("[^/]+$"), function()
        local spans = 0
        for r in input.records(path) do
          local listing = listing_of(r)
          local result = scorer:score(listing)
          for _, symbol in ipairs(result.symbols) do
            for _, e in ipairs(symbol.evidence) do
              assert.is_true(#e.says > 0, symbol.name)
              if e.first then
                spans = spans + 1
                assert.equal(listing[e.field]:sub(e.first, e.last), e.text)
                assert.is_true(#e.text > 0)
              end
            end
          end
        end
        assert.is_true(spans > 0)
      end)
    end)
  end
end)
