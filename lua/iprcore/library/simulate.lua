---@meta

---A programme's years and a marketplace's feed that never were, with the truth about them.
---@class iprcore.simulate
local simulate = {}

---@class iprcore.SimulateOptions
---@field seed integer            another seed, another world; the same seed, the same bytes
---@field years string            "2018-2019" or "2019", within 1980 to 2100
---@field out string              folder to write into; made, with those above it, if absent
---@field listings? integer       how many listings the feed has, default 3000
---@field shape? "source"|"free"  "source" (default): the last two years have the figures of the
---2019 report and of 2018; "free": figures at random
---@field scale? integer          a platform so many times as large (1): that many times the events
---of listings, requests and reports; leads, members and accounts stay

---@class iprcore.Simulated
---@field events integer    rows of events.csv without its header
---@field listings integer  rows of listings.csv without its header
---@field planted integer   how many of them are planted counterfeits

---Writes events.csv, listings.csv and truth.json. truth.json is {"kpis":[…],"planted":[{"id",
---"kind"}]}: year lines in the form `iprcore tally` prints, from the generator's own knowledge.
---Files appear when they are complete. Memory holds about four months of events and no
---listings.
---Raises usage and io.
---@param options iprcore.SimulateOptions
---@return iprcore.Simulated
function simulate.run(options) end

return simulate
