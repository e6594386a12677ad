--- Makes a programme's years and a marketplace's feed that never were, with the truth about
-- them: events.csv, listings.csv and truth.json. The same seed gives the same bytes on
-- every machine. For demonstrations, for tests, and for trying rules where no data may be
-- shown.
local alliance = require "iprcore.simulate.alliance"
local bookkeeping = require "iprcore.simulate.book"
local calendar = require "iprcore.simulate.calendar"
local check_options = require "iprcore.check_options"
local core = require "iprcore.core"
local errors = require "iprcore.errors"
local json = require "iprcore.json"
local listings = require "iprcore.simulate.listings"
local output = require "iprcore.output"
local planning = require "iprcore.simulate.plan"
local random = require "iprcore.simulate.random"
local stories = require "iprcore.simulate.events"
local truths = require "iprcore.simulate.truth"

local M = {}

-- Kinds that are complete for the simulated years, and those complete since they began.
local KINDS = { "listing_created", "listing_blocked", "listing_sold", "listing_removed",
  "listing_restored", "listing_relisted", "request_received", "request_accepted",
  "request_partly_accepted", "request_rejected", "request_withdrawn",
  "counter_notice_received", "counter_notice_accepted", "counter_notice_rejected",
  "report_received", "report_accepted", "report_rejected", "lead_referred", "arrest",
  "facility_closed", "conviction", "case_value" }
local PORTAL = { "account_registered", "account_closed" }
local ALLIANCE = { "member_joined", "member_left", "brand_added", "brand_removed" }

local function usage(...)
  errors.raise("usage", (...):format(select(2, ...)))
end

-- "2018-2019" or "2019" -> first, last
local function years_of(text)
  local first, last = text:match "^(%d%d%d%d)%-(%d%d%d%d)$"
  first = first or text:match "^%d%d%d%d$"
  if not first then usage("years are 2018-2019 or 2019, not %q", text) end
  first, last = math.tointeger(tonumber(first)), math.tointeger(tonumber(last or first))
  if first < 1980 or last > 2100 or last < first then
    usage("years run forwards within 1980 to 2100, not %q", text)
  end
  return first, last
end

local function cover(book, kinds, from)
  local last_day = calendar.day_text(book.stop - 1)
  for _, kind in ipairs(kinds) do
    book:put(from, "coverage", kind, { day = true, ["until"] = last_day })
  end
end

-- Writes a programme's events to sink by settled options; returns the truth about them and
-- the number of rows.
local function programme(sink, s)
  local seed, first, last, shape = s.seed, s.first, s.last, s.shape
  local plans, began = planning.years(random.stream(seed, "plan"), first, last, shape, s.scale)
  local book = bookkeeping.new(sink, calendar.year_start(first), calendar.year_start(last + 1))
  local truth = truths.new(first, last, began)
  cover(book, PORTAL, calendar.year_start(first - 3))
  cover(book, ALLIANCE, calendar.year_start(began))
  cover(book, KINDS, book.first)
  local r = random.stream(seed, "portal")
  local accounts = alliance.found_portal(r, book, truth, first, plans[first - 1].accounts)
  local members = {}
  for y, plan in pairs(plans) do members[y] = plan.members end
  alliance.alliance(random.stream(seed, "alliance"), book, truth, began, last, members, shape)
  local year = stories.new(random.stream(seed, "events"), book, truth, shape)
  for y = first, last do
    alliance.portal(r, book, truth, y, plans[y].accounts, accounts)
    year:tell(y, plans[y], function(time) book:write_before(time) end)
  end
  book:write_before(book.stop)
  return truth, book.rows
end

-- Runs fn(sink) on a file; the file appears only if all went well.
local function write(path, fn)
  local sink = output.open(path)
  local ok, a, b = pcall(fn, sink)
  if not ok then
    sink:abandon()
    error(a, 0)
  end
  sink:close()
  return a, b
end

local planted_line = json.shape { "id", "kind" }

-- Writes an array's elements as JSON, one a line; each(fn) calls fn for every element.
local function array(sink, each)
  local n = 0
  sink:write("[")
  each(function(value)
    sink:write(n > 0 and ",\n" or "\n", json.encode(value))
    n = n + 1
  end)
  sink:write("\n]")
  return n
end

-- The feed and the truth are written side by side, so that neither is held in memory.
local function write_truth(path, truth, feed)
  return write(path, function(sink)
    sink:write('{"kpis":')
    array(sink, function(add) truth:lines(add) end)
    sink:write(',\n"planted":')
    local planted = array(sink, feed)
    sink:write("}\n")
    return planted
  end)
end

-- The checked options of M.run, with their defaults.
local function settle(options)
  local o = check_options("simulate.run", options, { seed = "number", years = "string",
    out = "string", listings = "number", shape = "string", scale = "number" })
  local first, last = years_of(o.years or "")
  local s = { seed = math.tointeger(o.seed or ""), listings = math.tointeger(o.listings or 3000),
    shape = o.shape or "source", out = o.out, first = first, last = last,
    scale = math.tointeger(o.scale or 1) }
  if not s.seed then usage("a seed is an integer, not %s", tostring(o.seed)) end
  if not s.listings or s.listings < 0 then usage("listings are counted in whole numbers") end
  if not s.scale or s.scale < 1 then usage("the scale is a whole number from 1") end
  if not s.out then usage("name the folder to write into (out)") end
  if s.shape ~= "source" and s.shape ~= "free" then
    usage("shape is source or free, not %s", s.shape)
  end
  return s
end

--- Simulates. options: seed (integer), years ("2018-2019"), out (a folder, made if absent),
-- listings (how many, 3000), shape ("source" or "free"), scale (how many times as many events
-- of listings, requests and reports). Returns counts { events, listings, planted }.
function M.run(options)
  local s = settle(options)
  core.folder.make(s.out)
  local truth, rows = write(s.out .. "/events.csv", function(sink)
    return programme(sink, s)
  end)
  local planted = write_truth(s.out .. "/truth.json", truth, function(add)
    write(s.out .. "/listings.csv", function(sink)
      listings.write(random.stream(s.seed, "listings"), sink, s.listings, s.last,
        function(id, kind) add(planted_line { id = id, kind = kind }) end)
    end)
  end)
  return { events = rows, listings = s.listings, planted = planted }
end

return M
