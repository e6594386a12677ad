-- An own section in the annual report: handbags, between the key results and the method.
--   lua5.4 lua/examples/own_section.lua FIGURES report.html
local ipr = require "iprcore"
local figures = require "iprcore.report.figures"

local function handbags(report)
  local removed = report:figure "handbags_removed"
  if not removed then return nil end
  return {
    title = "Handbags",
    blocks = {
      report:prose { removed.sentences[1], "Handbags were the most copied goods." },
      report:month_chart("line", "Handbags removed", { "handbags_removed" }),
      report:table {
        caption = "Handbags removed",
        columns = { { label = "Year" }, { label = "Listings", numeric = true } },
        rows = { { tostring(report.last), ("%d"):format(removed.before.value) },
          { tostring(report.year), removed.value_text } },
      },
    },
  }
end

local path, out = ...
local report = ipr.report.annual(figures.read(path), {
  year = 2019,
  title = "Handbags and everything else",
  sections = { "key_results", handbags, "offline", "method" },
  words = {
    terms = { platform = "the Rights Desk" },
    figures = { handbags_removed = { label = "Handbags removed", subject = "handbags removed",
      level = "{When}, {value} listings of handbags were removed.",
      define = "Listings of handbags removed for any reason." } },
  },
})
report:write(out)
