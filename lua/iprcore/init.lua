--- iprcore: reads metrics out of reports, scores listings, tallies a protection
-- programme. One noun a file; a noun is loaded when it is first used, so that
-- `require "iprcore"` costs next to nothing.
local core = require "iprcore.core"

local VERSION = "0.1.0"
if core.version ~= VERSION then
  error(("iprcore: the Lua files are version %s but the C module is %s; reinstall both")
    :format(VERSION, core.version))
end

-- The public nouns; each is lua/iprcore/NOUN.lua.
local NOUNS = {
  audit = true,
  backtest = true,
  brands = true,
  context = true,
  diff = true,
  events = true,
  fit = true,
  gtin = true,
  images = true,
  json = true,
  kpis = true,
  labels = true,
  metrics = true,
  money = true,
  prices = true,
  profile = true,
  removed = true,
  report = true,
  rules = true,
  sample = true,
  scorer = true,
  sellers = true,
  simulate = true,
  tally = true,
  terms = true,
}

-- Words that a rule is written with: NAME of the noun behind it.
local WORDS = { rule = "rules", field = "rules", all = "rules", any = "rules", none = "rules",
  list = "rules" }

return setmetatable({ _VERSION = VERSION }, {
  __index = function(M, name)
    if WORDS[name] then
      local word = require("iprcore." .. WORDS[name])[name]
      M[name] = word
      return word
    end
    if not NOUNS[name] then return nil end
    local noun = require("iprcore." .. name)
    M[name] = noun
    return noun
  end,
})
