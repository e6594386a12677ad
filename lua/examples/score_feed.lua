-- Scores a feed with a rule file and prints what a person should look at, and why.
--   lua5.4 lua/examples/score_feed.lua lua/examples/luxury.lua FEED.csv
local ipr = require "iprcore"

local scorer = ipr.scorer {
  rules = ipr.rules.load(arg[1]),
  actions = { review = 3, remove = { at = 7, groups = 2 } },
}

for listing, result in scorer:each(arg[2]) do
  if result.action ~= "pass" then
    print(listing.id, result.action, result.score, listing.title)
    print(result:explain())
  end
end
print(scorer:summary())
