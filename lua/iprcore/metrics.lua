--- Metrics out of prose: value, unit, change, period, subject and key, with spans.
local check_options = require "iprcore.check_options"
local errors = require "iprcore.errors"

local document = require "iprcore.metrics.document"
local json = require "iprcore.json"
local shipped = require "iprcore.lang.shipped"

local M = {}

local PARSE_OPTIONS = { doc_date = "string", pack = "table", form = "string" }

local default, programme -- { pack, rows }, compiled at first use

local function compile(packs)
  local core, rows = require("iprcore.lang.pack").compile(packs)
  return { core = core, rows = rows }
end

local function default_pack()
  if not default then default = compile(shipped.packs()) end
  return default
end

--- Adds an analyst's tables (or an array of such) to the shipped packs; their rows come first.
function M.pack(t)
  errors.expect("metrics.pack", t, "table", "the tables of a language pack")
  local packs = type(t[1]) == "table" and table.move(t, 1, #t, 1, {}) or { t }
  for i, p in ipairs(packs) do
    errors.expect("metrics.pack", p, "table", ("tables (pack %d)"):format(i))
  end
  table.move(shipped.packs(), 1, #shipped.packs(), #packs + 1, packs)
  return compile(packs)
end

--- The shipped packs with the keys of a protection programme's own report (counter-notices,
-- restored listings, processing times) beyond the shared list.
function M.programme()
  programme = programme or M.pack(require "iprcore.lang.programme")
  return programme
end

-- The pack of options; the shipped ones where none is given.
local function pack_of(who, opts)
  if opts.pack and not (opts.pack.core and opts.pack.rows) then
    errors.misuse(who .. ": pack is not what metrics.pack gives")
  end
  return opts.pack or default_pack()
end

-- What a verb reads: a report from M.load, a text with its form made known, or a plain text.
-- Gives the pack to read with, the text, its date, and the document where it is one.
local function reading(who, text, opts)
  opts = check_options(who, opts, PARSE_OPTIONS)
  local doc = document.is(text) and text
  if not doc then
    errors.expect(who, text, "string", "a text or a report")
    doc = opts.form and document.new(text, opts.form) or nil
  end
  return pack_of(who, opts), doc and doc.text or text,
    opts.doc_date or doc and doc.doc_date, doc
end

--- The metrics of a text or report, in text order.
function M.parse(text, opts)
  local pack, read, doc_date, doc = reading("metrics.parse", text, opts)
  local list, message, code, offset = pack.core:parse(read, doc_date)
  if not list then return nil, message, code, offset end
  return doc and doc:locate(list, true) or list
end

local function before(a, b)
  if a.first ~= b.first then return a.first < b.first end
  return a.last < b.last
end

--- What a claim speaks of: the figures of its sentence, else those of the nearest
-- sentence before it in the same paragraph.
local function refer(list, claim)
  local sentence = claim.sentence_first
  for i = #list, 1, -1 do
    local m = list[i]
    if m.kind ~= "claim" and m.segment == claim.segment and m.sentence_first <= sentence then
      sentence = m.sentence_first
      break
    end
  end
  local out, seen = {}, {}
  claim.keys = {}
  for i, m in ipairs(list) do
    if m.kind ~= "claim" and m.segment == claim.segment and m.sentence_first == sentence then
      out[#out + 1] = i
      if m.key and not seen[m.key] then
        seen[m.key] = true
        table.insert(claim.keys, m.key)
      end
    end
  end
  if claim.key and not seen[claim.key] and #out == 0 then claim.keys[1] = claim.key end
  claim.metrics = out
end

--- The metrics of a text together with directions stated without a figure (kind "claim").
function M.claims(text, opts)
  local pack, read, doc_date, doc = reading("metrics.claims", text, opts)
  local list, message, code, offset = pack.core:claims(read, doc_date)
  if not list then return nil, message, code, offset end
  table.sort(list, before)
  for _, m in ipairs(list) do
    if m.kind == "claim" then refer(list, m) end
  end
  return doc and doc:locate(list) or list
end

local FIELDS = { "start", "end", "surface", "value", "value_high", "unit", "subunit", "comparator",
  "kind", "direction", "basis", "versus", "period", "period_type", "key", "subject", "head",
  "qualifier" }
local shape = json.shape(FIELDS)

local function as_json(list)
  local out = {}
  for i, m in ipairs(list) do
    local row = {}
    for _, k in ipairs(FIELDS) do row[k] = m[k] end
    row.start, row["end"] = m.first - 1, m.last
    out[i] = shape(row)
  end
  return json.encode(json.array(out)), list.skipped
end

--- Which key row decided for a metric; nil where none did. tostring() gives one line.
function M.explain(metric, opts)
  errors.expect("metrics.explain", metric, "table", "a metric")
  opts = check_options("metrics.explain", opts, { pack = "table" })
  return require("iprcore.metrics.explain").of(metric, pack_of("metrics.explain", opts).rows)
end

--- How many metrics a text has, with no table made: for benchmarks.
function M._scan(text)
  return default_pack().core:scan(text)
end

--- The metrics of a text or report as a JSON array, spans as 0-based half-open bytes; and how
-- many numbers were left out because they pass 1e300.
function M.json(text, opts)
  local pack, read, doc_date, doc = reading("metrics.json", text, opts)
  if doc and (doc.map or doc.shift) then
    local list, message, code, offset = M.parse(doc, { doc_date = doc_date, pack = pack })
    if not list then return nil, message, code, offset end
    return as_json(list)
  end
  return pack.core:json(read, doc_date)
end

--- What `iprcore parse` answers to a line of JSON Lines, where the line is a plain document: its
-- text is read as it stands and nothing is wrong. Else nil: the line must be looked at.
function M._line(line, doc_date)
  return default_pack().core:line(line, doc_date)
end

local REPORT_OPTIONS = { form = "string", publisher = "string", source = "string",
  doc_date = "string" }

--- A report from a text: what M.parse, M.table and M.compare read, with who published it.
function M.report(text, opts)
  errors.expect("metrics.report", text, "string", "the text of a report")
  opts = check_options("metrics.report", opts, REPORT_OPTIONS)
  local doc = document.new(text, opts.form)
  doc.publisher, doc.name, doc.doc_date = opts.publisher, opts.source, opts.doc_date
  return doc
end

--- A report from a file, its form by the suffix unless opts.form says it.
function M.load(path, opts)
  errors.expect("metrics.load", path, "string", "the path of a report")
  local all = { source = path }
  for k, v in pairs(check_options("metrics.load", opts, REPORT_OPTIONS)) do all[k] = v end
  all.form = document.form(path, all.form)
  if all.form == "text" then all.form = nil end
  local ok, report = pcall(M.report, require("iprcore.input").text(path, true), all)
  if ok then return report end
  if errors.is(report) and not report.path then
    errors.raise(report.code, report.message, { path = path })
  end
  error(report, 0)
end

--- One row a metric, each with its citation.
function M.table(found, opts) return require("iprcore.metrics.citation").rows(M, found, opts) end

--- Lines up the figures of reports.
function M.compare(reports, opts)
  return require("iprcore.metrics.compare").run(M, reports, opts)
end

return M
