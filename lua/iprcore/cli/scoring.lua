--- What `score`, `explain`, `check` and their like share: the options that name rules and
-- lists, and the scorer made from them.
local errors = require "iprcore.errors"
local input = require "iprcore.input"
local ipr = require "iprcore"
local rule_lists = require "iprcore.rule_lists"
local tsv = require "iprcore.tsv"

local M = {}

local OPTIONS = {
  { "rules", "text", "rule file (default: the standard packs)", value = "RULES.lua" },
  { "lexicon", "list", "brand list, TSV or CSV; replaces the shipped one; \"default\" is that",
    value = "FILE" },
  { "prices", "text", "price references, as `iprcore prices` writes them", value = "FILE" },
  { "sellers", "text", "authorised, watched and denied sellers, TSV", value = "FILE" },
  { "terms", "text", "words over the shipped vocabulary, TSV", value = "FILE" },
  { "removed", "text", "listings removed before, for relisting", value = "FILE" },
  { "images", "text", "known image hashes: hash, kind, brand", value = "FILE" },
  { "exceptions", "text", "rule, seller_id|brand|id, until, reason, by; TSV or CSV",
    value = "FILE" },
  { "context", "text", "what `iprcore context` made of the feed", value = "FILE" },
  { "rates", "text", "exchange rates: currency, units_per_usd", value = "FILE" },
  { "currency", "text", "currency of prices that name none", value = "CODE" },
  { "date", "text", "today, for dated lists and exceptions", value = "YYYY-MM-DD" },
  { "define", "list", "a value for rule files: ipr.defines.NAME", value = "NAME=VALUE" },
  { "input", "choice", "form of the input (default: by suffix)",
    values = { "csv", "tsv", "jsonl" } },
  { "columns", "map", "which column of the input is title, price …; names and aliases need none",
    value = "title=NAME,…" },
  { "delimiter", "delimiter", "between the fields of a CSV file: ';' (default: ,)", value = "C" },
}

--- The shared options with more behind them.
function M.options(more)
  local out = {}
  for _, list in ipairs { OPTIONS, more } do
    for _, o in ipairs(list) do out[#out + 1] = o end
  end
  return out
end

local function defines_of(list)
  local out = {}
  for _, text in ipairs(list or {}) do
    local name, value = text:match("^([%a_][%w_]*)=(.*)$")
    if not name then errors.raise("usage", ("--define takes NAME=VALUE, not %q"):format(text)) end
    out[name] = value
  end
  return out
end

local function check_date(date)
  if date and not require("iprcore.core").rules.date(date .. "T00:00:00Z") then
    errors.raise("usage", ("--date takes a day like 2020-01-31, not %q"):format(date))
  end
end

local function check_currency(code)
  if code and not require("iprcore.core").money.currency(code) then
    errors.raise("usage", ("--currency takes an ISO 4217 code like EUR, not %q"):format(code))
  end
end

--- The exceptions of a file. Dated ones need the caller's date.
function M.exceptions(path, date)
  local rows = {}
  for r, line in tsv(path, {}) do
    rows[#rows + 1] = r
    local place = { path = path, line = line }
    r.rule = r.rule or "*"
    if not (r.seller_id or r.brand or r.id) then
      errors.raise("bad_list", "an exception names a seller_id, a brand or an id", place)
    end
    if r["until"] then
      if not require("iprcore.core").rules.date(r["until"] .. "T00:00:00Z") then
        errors.raise("bad_list", ("until is a day like 2020-01-31, not %q"):format(r["until"]),
          place)
      end
      if not date then
        errors.raise("usage", "exceptions have an end; say which day it is with --date", place)
      end
    end
  end
  return rows
end

local function brands_of(files)
  if not files or #files == 0 then return nil end
  return ipr.brands.load(#files == 1 and files[1] or files)
end

local function load_list(noun, ...)
  local module = ipr[noun]
  if not module then errors.raise("usage", ("--%s is not known here"):format(noun)) end
  return module.load(...)
end

--- The rules that the options name, in a state of their own; nil: the standard packs.
function M.rules(opts)
  local defines = defines_of(opts.define)
  return opts.rules and ipr.rules.load(opts.rules, { defines = defines }) or nil
end

--- Another scorer of the same lists as `scorer`, with the rules loaded anew.
function M.again(scorer, opts)
  local options = {}
  for k, v in pairs(scorer.options) do options[k] = v end
  options.rules = M.rules(opts)
  return ipr.scorer(options)
end

--- The scorer that the options describe. more: options for ipr.scorer.
function M.scorer(opts, more)
  check_date(opts.date)
  check_currency(opts.currency)
  local options = {
    rules = M.rules(opts),
    brands = brands_of(opts.lexicon), currency = opts.currency, date = opts.date,
    delimiter = opts.delimiter, columns = opts.columns,
    exceptions = opts.exceptions and M.exceptions(opts.exceptions, opts.date) or nil,
  }
  for _, noun in ipairs { "prices", "sellers", "images", "removed", "context" } do
    if opts[noun] then options[noun] = load_list(noun, opts[noun]) end
  end
  if opts.terms then options.terms = ipr.terms.standard(opts.terms) end
  if opts.rates then
    options.typical = ipr.prices.typical()
    options.typical:rates(opts.rates)
    options.prices = options.prices or options.rules and options.rules.lists.prices
    if options.prices then options.prices:rates(opts.rates) end
  end
  for k, v in pairs(more or {}) do options[k] = v end
  return ipr.scorer(options)
end

-- Every file that a verdict depends on, by option, in a fixed order.
local STAMPED = { "rules", "prices", "sellers", "terms", "removed", "images", "exceptions",
  "context", "rates" }

--- The JSON text that --stamp adds to each line: the version, and a SHA-256 of the rules, the
-- lists and the defines (of the shipped packs where no rules are named).
function M.stamp(opts, scorer)
  local core = require "iprcore.core"
  local parts = {}
  local function add(name, text)
    parts[#parts + 1] = ("%s %d %s\n"):format(name, #text, core.rules.sha256(text))
  end
  for _, name in ipairs(STAMPED) do
    if opts[name] then add(name, input.text(opts[name])) end
  end
  for _, path in ipairs(opts.lexicon) do
    add("lexicon", path == "default" and "default" or input.text(path))
  end
  local paths = rule_lists.paths(scorer.set.lists)
  table.move(scorer.set.files or {}, 1, #(scorer.set.files or {}), #paths + 1, paths)
  for _, path in ipairs(paths) do add("list", input.text(path)) end
  local defines = {}
  for _, text in ipairs(opts.define) do defines[#defines + 1] = text end
  table.sort(defines)
  add("define", table.concat(defines, "\0"))
  add("settings", table.concat({ opts.currency or "", opts.date or "" }, "\0"))
  local packs = {}
  for name, text in pairs(scorer.job.packs) do packs[#packs + 1] = name .. "\0" .. text end
  table.sort(packs)
  add("packs", table.concat(packs, "\0"))
  return require("iprcore.json").encode {
    sha256 = core.rules.sha256(table.concat(parts)), version = ipr._VERSION,
  }
end

return M
