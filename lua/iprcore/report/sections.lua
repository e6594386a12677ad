--- The standard sections of the annual report. A section is a function of the report that
-- returns { title, blocks } or nil when it has nothing to say; an own section is the same.
local figures = require "iprcore.report.figures"
local words = require "iprcore.report.words"

local M = {}

-- The five systems: which figures belong to each, and the charts that show them.
M.systems = {
  proactive = {
    keys = { "proactive_removed_before_sale", "proactive_removals", "listings_blocked" },
    line = { "proactive_removed_before_sale" },
  },
  removals = {
    keys = { "listings_removed", "proactive_removal_share", "relisting_rate",
      "listings_restored" },
  },
  requests = {
    keys = { "takedown_processed_within_24h", "takedown_requests", "takedown_processing_time",
      "takedown_processing_time_p95", "takedown_success_rate", "takedown_rejected_share",
      "counter_notices", "counter_notice_success_rate", "ipp_registered_users", "notifiers",
      "notifiers_good_faith_share", "notifiers_trusted_share" },
    line = { "takedown_processed_within_24h" },
  },
  consumers = {
    keys = { "consumer_report_removals", "consumer_reports", "consumer_report_success_rate" },
    bar = { "consumer_reports", "consumer_report_removals" },
  },
  offline = {
    keys = { "enforcement_leads", "arrests", "facilities_closed", "arrests_per_lead",
      "convictions", "case_value", "value_per_case" },
    bar = { "enforcement_leads", "arrests", "facilities_closed" },
  },
  alliance = {
    keys = { "aaca_members", "brands_represented", "region_share" },
    line = { "aaca_members" }, share = "region_share",
  },
}
local SYSTEM_ORDER = { "proactive", "removals", "requests", "consumers", "offline", "alliance" }

-- The figures a reader looks for first.
M.headline = { "proactive_removed_before_sale", "takedown_processed_within_24h",
  "ipp_registered_users", "consumer_report_removals", "enforcement_leads", "arrests",
  "facilities_closed", "aaca_members", "brands_represented" }

-- One paragraph a figure.
local function sentences_of(r, figs, skip)
  local out = {}
  for _, f in ipairs(figs) do
    if not (skip and skip[f.key]) and #f.sentences > 0 then
      out[#out + 1] = r.words:join(f.sentences)
    end
  end
  return out
end

local function add(blocks, block)
  if block then blocks[#blocks + 1] = block end
end

function M.key_results(r)
  local figs = r:figures_of(M.headline)
  if #figs == 0 then return nil end
  return { title = r.words.pack.sections.key_results, blocks = { r:figures(figs) } }
end

local function is_headline()
  local set = {}
  for _, key in ipairs(M.headline) do set[key] = true end
  return set
end

local function system(r, id)
  local plan, title = M.systems[id], r.words.pack.sections[id]
  local figs = r:figures_of(plan.keys, true)
  if #figs == 0 then return nil end
  local blocks = {}
  local prose = sentences_of(r, figs, is_headline())
  if #prose > 0 then add(blocks, r:prose(prose)) end
  if plan.bar then add(blocks, r:compare_chart(title, plan.bar)) end
  if plan.share then
    local row = r.words:figure(plan.share)
    add(blocks, r:share_chart(row.label, plan.share))
  end
  for _, key in ipairs(plan.line or {}) do
    add(blocks, r:month_chart("line", r.words:label(key), { key }))
  end
  add(blocks, r:figure_table(title, figs))
  return { title = title, blocks = blocks }
end

for _, id in ipairs(SYSTEM_ORDER) do
  M[id] = function(r) return system(r, id) end
end

--- Figures of keys that no system names: an analyst's own KPIs.
function M.other(r)
  local named, keys = {}, {}
  for _, plan in pairs(M.systems) do
    for _, key in ipairs(plan.keys) do named[key] = true end
  end
  for _, key in ipairs(r.set:keys(tostring(r.year))) do
    local base, facet = figures.split(key)
    local listed = named[key] or named[base] or (facet and r:is_party(base))
    if not listed and r:figure(key) then
      keys[#keys + 1] = key
    end
  end
  if #keys == 0 then return nil end
  local figs, title = {}, r.words.pack.sections.other
  for i, key in ipairs(keys) do figs[i] = r:figure(key) end
  return { title = title, blocks = { r:prose(sentences_of(r, figs)), r:figure_table(title, figs) } }
end

-- Counts that months are shown for: stacked where they are parts of all removals.
local STACKED = { "proactive_removals", "consumer_report_removals" }
local MONTHLY = { "proactive_removals", "takedown_requests", "consumer_report_removals",
  "enforcement_leads", "arrests", "facilities_closed" }

-- All removals by month, parted: on own initiative, on consumers' reports, and the rest.
local function removals_chart(r)
  local chart = r:month_chart("stacked", r.words:label "listings_removed", STACKED)
  local all, n = r.set:months("listings_removed", r.year)
  if not chart or n < 3 then return chart end
  local rest = {}
  for m = 1, 12 do
    local sum = 0
    for _, s in ipairs(chart.series) do sum = sum + (s.values[m] or 0) end
    rest[m] = all[m] and all[m].value and math.max(0, all[m].value - sum)
  end
  chart.series[#chart.series + 1] = { name = r:ui "other_removals", values = rest }
  return chart
end

function M.months(r)
  local columns, rows, with = { { label = r:ui "month" } }, {}, {}
  for _, key in ipairs(MONTHLY) do
    local lines, n = r.set:months(key, r.year)
    if n > 0 then
      with[#with + 1] = lines
      columns[#columns + 1] = { label = r.words:label(key), numeric = true }
    end
  end
  if #with == 0 then return nil end
  for m = 1, 12 do
    rows[m] = { r.words.pack.months[m] }
    for i, lines in ipairs(with) do
      local l = lines[m]
      rows[m][i + 1] = l and r.words:value(l.value, l.unit, l.subunit) or ""
    end
  end
  local title = r.words.pack.sections.months
  local blocks = {}
  add(blocks, removals_chart(r))
  add(blocks, r:month_chart("line", r.words:label "takedown_requests", { "takedown_requests" }))
  add(blocks, r:table { caption = title, columns = columns, rows = rows })
  return { title = title, blocks = blocks }
end

local function differs(old, new)
  return old.value and new.value and math.abs(old.value - new.value) > 1e-9 * math.max(1,
    math.abs(new.value))
end

--- An internal copy only: what is known of each party, one row a party.
function M.parties(r)
  if not r.internal then return nil end
  local bases, rows, order = {}, {}, {}
  for _, key in ipairs(r.set:keys(tostring(r.year))) do
    local base, facet = figures.split(key)
    if facet and r:is_party(base) then
      if not bases[base] then
        bases[base] = true
        bases[#bases + 1] = base
      end
      if not rows[facet] then
        rows[facet] = {}
        order[#order + 1] = facet
      end
      local line = r.set:level(key, tostring(r.year))
      rows[facet][base] = (r.words:value(line.value, line.unit, line.subunit) .. " "
        .. r.words:parts(line)):gsub(" $", "")
    end
  end
  if #order == 0 then return nil end
  table.sort(order)
  local columns, out = { { label = r:ui "party" } }, {}
  for c, base in ipairs(bases) do
    columns[c + 1] = { label = r.words:label(base, nil, r.kpis[base]), numeric = true }
  end
  for i, facet in ipairs(order) do
    out[i] = { facet }
    for c, base in ipairs(bases) do out[i][c + 1] = rows[facet][base] or "" end
  end
  local title = r.words.pack.sections.parties
  return { title = title, blocks = { r:table { caption = title, columns = columns, rows = out } } }
end

--- Last year's published figures beside the same figures counted now.
function M.restatements(r)
  if not r.published then return nil end
  local rows, year = {}, tostring(r.last)
  for _, key in ipairs(r.published:keys(year)) do
    local old, new = r.published:level(key, year), r.set:level(key, year)
    if new and differs(old, new) then
      local base, facet = figures.split(key)
      local value, unit, direction = figures.change(old.value, new.value, new.unit)
      rows[#rows + 1] = { r.words:label(base, facet, r.kpis[base]),
        r.words:value(old.value, old.unit or new.unit, old.subunit or new.subunit),
        r.words:value(new.value, new.unit, new.subunit),
        r.words:change { value = value, unit = unit, direction = direction } or "" }
    end
  end
  local title = r.words.pack.sections.restatements
  if #rows == 0 then
    return { title = title, blocks = { r:prose { r:ui("restated_none", { year = r.last }) } } }
  end
  return { title = title, blocks = { r:prose { r:ui("restated", { year = r.last }) },
    r:table { caption = title, rows = rows, columns = { { label = r:ui "figure" },
      { label = r:ui "published", numeric = true }, { label = r:ui "now", numeric = true },
      { label = r:ui "change", numeric = true } } } } }
end

--- What was unusual in the events, and which figures rest on incomplete knowledge.
function M.quality(r)
  local rows = {}
  for _, q in ipairs(r.quality) do
    rows[#rows + 1] = { r.words:quality(q), words.number(q.n or q.count or 0) }
  end
  for _, key in ipairs(r.set:keys(tostring(r.year))) do
    local line = r.set:level(key, tostring(r.year))
    local base, facet = figures.split(key)
    if (line.unknown or 0) > 0 then
      rows[#rows + 1] = { r:ui("missing_in",
        { label = r.words:label(base, facet, r.kpis[base]) }), words.number(line.unknown) }
    end
  end
  if r.parties > 0 then rows[#rows + 1] = { r:ui "parties_left_out", words.number(r.parties) } end
  local title = r.words.pack.sections.quality
  if #rows == 0 then return { title = title, blocks = { r:prose { r:ui "quality_none" } } } end
  return { title = title, blocks = { r:prose { r:ui "quality_lead" },
    r:table { caption = title, rows = rows,
      columns = { { label = r:ui "what" }, { label = r:ui "number", numeric = true } } } } }
end

--- How the figures were counted, and what each one means.
function M.method(r)
  local items, seen, said = {}, {}, {}
  for i, text in ipairs(r.words.pack.ui.method) do said[i] = r.words:fill(text) end
  if r.internal then said[#said] = r:ui "method_internal" end
  for _, key in ipairs(r.set:keys(tostring(r.year))) do
    local base = figures.split(key)
    local text = r.words:define(base, r.kpis[base])
    if text and not seen[base] then
      seen[base] = true
      items[#items + 1] = { r.words:label(base, nil, r.kpis[base]), text }
    end
  end
  local blocks = { r:prose(said) }
  if #items > 0 then blocks[2] = r:terms(items) end
  return { title = r.words.pack.sections.method, blocks = blocks }
end

--- The order of the annual report; `sections = {…}` of the caller replaces it.
M.order = { "key_results", "proactive", "removals", "requests", "consumers", "offline",
  "alliance", "other",
  "months", "restatements", "parties", "quality", "method" }

return M
