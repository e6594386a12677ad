-- How an export with one row a takedown case becomes events:
--   iprcore tally --map lua/examples/cases_map.lua cases.csv
-- A text names a column; { value = … } is the same in every row; { column = …, … } translates.
return {
  id = "Case no.", date = "dmy", zone = "+08:00",
  events = {
    { event = "request_received", time = "Received", party = "Notifier", parent = "Item",
      source = { column = "Route", Flagger = "trusted_flagger", Form = "article_16" } },
    { event = { column = "Outcome", Upheld = "request_accepted", Refused = "request_rejected" },
      time = "Decided" },
    { event = "listing_removed", id = "Item", parent = "Case no.", time = "Taken down",
      source = { value = "article_16" } },
  },
}
