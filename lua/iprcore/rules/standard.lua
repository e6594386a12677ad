--- The standard rules: all packs with the actions that the packs were weighed for.
-- `remove` asks for two groups, one of them about the goods themselves: price, seller age, a
-- plainly written brand and missing fields never reach it alone or together.
return {
  rules = {
    require "iprcore.rules.wording",
    require "iprcore.rules.brand",
    require "iprcore.rules.price",
    require "iprcore.rules.identity",
    require "iprcore.rules.seller",
    require "iprcore.rules.image",
    require "iprcore.rules.relisting",
  },
  actions = {
    review = 3,
    remove = { at = 7, groups = 2,
      one_of = { "wording", "evasion", "identity", "image", "relisting" } },
  },
  groups = { seller = { max = 2 }, price = { max = 3.5 } },
}
