--- Relisting: the listing repeats one that was removed (--removed).
local ipr = require "iprcore"
local rule, L = ipr.rule, ipr.field

return {
  rule "relisted" {
    weight = 5, group = "relisting",
    description = "repeats a listing that was removed",
    public = "The listing repeats one that was removed before.",
    when = L.relisted:ramp(0.5, 0.95),
    unless = L.authorised,
    examples = { misses = { { title = "Leather belt" }, {} } },
  },
}
