-- luacheck: globals programme
-- An own KPI in five lines, beside the standard ones:
--   iprcore tally --kpis lua/examples/own_kpi.lua events.csv
-- Of the listings removed on a trusted flagger's notice, how many were put back?
programme[#programme + 1] = {
  key = "flagger_removals_undone", of = "listing_removed", where = { source = "trusted_flagger" },
  followed_by = "listing_restored",
  label = "Flaggers' removals undone", definition = "Flaggers' removals that were put back.",
}
return programme
