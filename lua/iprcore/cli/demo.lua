--- `iprcore demo`: the main job from end to end on the inputs in spec/data, with what it
-- found: prose to metrics, a feed to proposals, events to figures, figures to a report, the
-- report read back and audited.
local ipr = require "iprcore"
local errors = require "iprcore.errors"
local input = require "iprcore.input"
local json = require "iprcore.json"
local output = require "iprcore.output"

local M = {
  usage = "[--data DIR] [--out DIR]",
  help = [[
Runs the main job on the inputs that ship with a clone (spec/data) and writes the
year's report to build/demo. Reads report-2019.txt, and events.csv, listings.csv
and truth.json as `iprcore simulate` writes them.]],
  options = {
    { "data", "text", "folder of report-2019.txt and demo/", default = "spec/data",
      value = "DIR" },
    { "out", "text", "folder the report is written to", default = "build/demo", value = "DIR" },
  },
}

local YEAR = 2019

local function say(fmt, ...)
  io.stdout:write(select("#", ...) > 0 and fmt:format(...) or fmt, "\n")
end

local function heading(n, title, what)
  local head = ("%d. %s"):format(n, title)
  say("\n%s%s%s", head, (" "):rep(math.max(2, 78 - #head - #what)), what)
  say(("-"):rep(78))
end

-- 12345678 -> "12,345,678"
local function grouped(n)
  local text = ("%d"):format(n)
  return (text:reverse():gsub("(%d%d%d)", "%1,"):reverse():gsub("^,", ""))
end

local function value_text(m)
  local number = m.value == math.floor(m.value) and grouped(m.value) or json.encode(m.value)
  local comparator = m.comparator and m.comparator ~= "=" and m.comparator .. " " or ""
  return comparator .. number .. (m.unit == "percent" and "%" or "")
end

local function read_report(path)
  heading(1, "A report's prose, read into metrics", path)
  local text = input.text(path)
  local found = ipr.metrics.parse(text, { pack = ipr.metrics.programme() })
  local again = require("iprcore.report.figures").repeats()
  for _, m in ipairs(found) do
    say("  %-34s %7s  %-12s %s", m.key or "(no key)", value_text(m),
      m.direction and m.direction .. (m.basis == "yoy" and " yoy" or "") or "",
      (m.period or "") .. (again(m) and " (again)" or ""))
  end
  say("  %d metrics.", #found)
  return text
end

-- Cuts a text for the terminal's width, on a character boundary.
local function cut(text, width)
  if utf8.len(text) <= width then return text end
  return text:sub(1, utf8.offset(text, width) - 1) .. "…"
end

-- Why one listing is proposed for removal, as an analyst reads it.
local function show_reasons(listing, result)
  say("\n  %s  %s", listing.id, cut(output.visible(listing.title), 66))
  say("  removal proposed at score %s:", json.encode(result.score))
  for _, symbol in ipairs(result.symbols) do
    say("    %6s  %s", json.encode(symbol.score), symbol.name)
    for _, e in ipairs(symbol.evidence) do
      local words = e.text and "\"" .. output.visible(e.text) .. "\": " or ""
      say("            %s", cut(words .. e.says, 66))
    end
  end
end

-- Planted counterfeits by kind: { kind -> { n, caught } }, and what was proposed in all.
local function score_feed(path, truth)
  heading(2, "A feed, scored by the standard rules", path)
  local planted, kinds, names = {}, {}, {}
  for _, p in ipairs(truth.planted) do
    planted[p.id] = p.kind
    if not kinds[p.kind] then
      kinds[p.kind] = { n = 0, caught = 0 }
      names[#names + 1] = p.kind
    end
    kinds[p.kind].n = kinds[p.kind].n + 1
  end
  table.sort(names)
  local scorer = ipr.scorer {}
  local count = { pass = 0, review = 0, remove = 0 }
  local total, caught, removed, honest_removed, honest_review, shown = 0, 0, 0, 0, 0, {}
  for listing, result in scorer:each(path) do
    total = total + 1
    count[result.action] = (count[result.action] or 0) + 1
    local kind = planted[listing.id]
    if kind and result.action ~= "pass" then
      caught, kinds[kind].caught = caught + 1, kinds[kind].caught + 1
      removed = removed + (result.action == "remove" and 1 or 0)
      if result.action == "remove" and #shown < 2 and not shown[kind] then
        shown[kind] = true
        shown[#shown + 1] = { listing = listing:copy(), result = result }
      end
    elseif not kind and result.action ~= "pass" then
      if result.action == "remove" then honest_removed = honest_removed + 1
      else honest_review = honest_review + 1 end
    end
  end
  say("  %s listings: removal proposed for %d, review for %d, nothing for %s.", grouped(total),
    count.remove, count.review, grouped(count.pass))
  say("  planted counterfeits %d: caught %d (removal %d, review %d), missed %d", #truth.planted,
    caught, removed, caught - removed, #truth.planted - caught)
  say("  honest listings %s: removal proposed for %d, review for %d",
    grouped(total - #truth.planted), honest_removed, honest_review)
  say("\n  planted as                 n  caught")
  for _, name in ipairs(names) do
    say("  %-22s %5d  %6d", name, kinds[name].n, kinds[name].caught)
  end
  for _, one in ipairs(shown) do show_reasons(one.listing, one.result) end
end

local function tally_events(path)
  heading(3, "Two years of events, tallied", path)
  local tally = ipr.tally { kpis = ipr.kpis.programme }
  tally:read(path)
  local now, before = {}, {}
  local shown = { "proactive_removed_before_sale", "takedown_processed_within_24h",
    "ipp_registered_users", "consumer_report_removals", "enforcement_leads", "arrests",
    "facilities_closed", "aaca_members", "brands_represented" }
  for _, line in ipairs(tally:lines { period = "year" }) do
    if line.kind == "level" then
      local year = line.period:sub(1, 4)
      if year == tostring(YEAR) then now[line.key] = line
      elseif year == tostring(YEAR - 1) then before[line.key] = line end
    end
  end
  say("  %-36s %10s %10s", "", YEAR, YEAR - 1)
  for _, key in ipairs(shown) do
    local a, b = now[key], before[key]
    local function cell(line)
      if not line or line.value == nil then return "not known" end
      if line.unit == "percent" then return ("%.1f%%"):format(line.value) end
      return grouped(line.value)
    end
    say("  %-36s %10s %10s", key, cell(a), cell(b))
  end
  return tally
end

local FORMS = { "html", "md", "txt", "csv", "json" }

local function write_report(tally, folder)
  heading(4, "The year's report, with last year beside it", folder)
  require("iprcore.core").folder.make(folder)
  local report = ipr.report.annual(tally, { year = YEAR })
  for _, suffix in ipairs(FORMS) do
    report:write(folder .. "/report." .. suffix)
    say("  %s/report.%s", folder, suffix)
  end
  return folder .. "/report.txt"
end

local function verdicts(audit)
  local n = {}
  for _, line in ipairs(audit.claims) do n[line.verdict] = (n[line.verdict] or 0) + 1 end
  return ("%d claims: %d agree, %d round to the data, %d differ, %d not in the data"):format(
    #audit.claims, n.agrees or 0, n.rounds_to or 0, n.differs or 0, n.not_in_data or 0), n
end

function M.run(opts)
  local data = opts.data
  local probe = io.open(data .. "/report-2019.txt", "rb")
  if not probe then
    errors.raise("io", "no inputs there; run it in a clone of the project, or give --data DIR",
      { path = data })
  end
  probe:close()
  local truth = json.decode(input.text(data .. "/demo/truth.json"))
  local report = data .. "/report-2019.txt"
  local text = read_report(report)
  score_feed(data .. "/demo/listings.csv", truth)
  local tally = tally_events(data .. "/demo/events.csv")
  local written = write_report(tally, opts.out)

  heading(5, "The report read back and audited against the events", written)
  local own = ipr.audit(input.text(written), { tally = tally })
  local line, n = verdicts(own)
  say("  " .. line)
  for _, claim in ipairs(own.claims) do
    if claim.verdict == "differs" or claim.verdict == "not_in_data" then
      say("  %s: %s %s: stated %s, found %s", claim.verdict, claim.key or "?", claim.period or "?",
        json.encode(claim.claimed), json.encode(claim.found))
    end
  end
  if not (n.differs or n.not_in_data) then
    say "  Every figure that the report states is what the events say."
  end

  heading(6, "The report of step 1, against the same events", report)
  say(tostring(ipr.audit(text, { tally = tally })))
  return 0
end

return M
