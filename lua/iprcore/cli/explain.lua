--- `iprcore explain`: why listings got their scores, rule by rule.
local errors = require "iprcore.errors"
local job = require "iprcore.cli.scoring"
local scoring = require "iprcore.scorer"
local json = require "iprcore.json"
local output = require "iprcore.output"

local M = {
  usage = "[OPTIONS] LISTINGS | --title TEXT",
  examples = {
    "iprcore explain --id 1017,1042 feed.csv",
    [[iprcore explain --title "Rolex super clone" --set price="90 USD"]],
  },
  help = [[
Says of every rule whether it fired, did not, could not be known (and which field is missing),
was held back by an exception, or failed; with the values compared and the words seen.]],
  options = job.options {
    { "id", "list", "only these listings, by commas or one an --id" },
    { "title", "text", "explain one listing made of this title" },
    { "set", "list", "more of that listing: price=\"20 USD\"", value = "COLUMN=VALUE" },
    { "format", "choice", "output form", values = { "text", "jsonl" }, default = "text" },
    { "fired", "flag", "leave out rules that did not fire" },
  },
}

local row_shape = json.shape { "rule", "outcome", "because", "when", "unless", "group", "weight",
  "score", "strength", "evidence[]" }
local decision_shape = json.shape { "id", "action", "score", "complete", "held?", "forced_by?",
  "allowed_by?", "rules[]" }
local evidence_shape = json.shape { "field", "start", "end", "text", "says" }

local function line_of(id, explanation, rows)
  local out = {}
  for i, r in ipairs(rows) do
    local list = {}
    for k, e in ipairs(r.evidence) do
      list[k] = evidence_shape { field = e.field, start = e.first and e.first - 1,
        ["end"] = e.last, text = e.text, says = e.says }
    end
    local row = {}
    for k, v in pairs(r) do row[k] = v end
    row.evidence = list
    out[i] = row_shape(row)
  end
  local d = explanation.decision
  return json.encode(decision_shape { id = id, action = d.action, score = d.score,
    complete = d.complete, held = d.held, forced_by = d.forced_by, allowed_by = d.allowed_by,
    rules = out }) .. "\n"
end

local function show(out, opts, id, title, result)
  local explanation = result:explain()
  if opts.fired then
    local kept = {}
    for _, r in ipairs(explanation.list) do
      if r.outcome == "fired" then kept[#kept + 1] = r end
    end
    explanation.list = kept
  end
  if opts.format == "jsonl" then
    if explanation.decision then out:write(line_of(id, explanation, explanation:rows())) end
    return
  end
  local head = ("%s  %s"):format(id or "-", title or "")
  for line in (head .. "\n" .. tostring(explanation) .. "\n"):gmatch("(.-)\n") do
    local under = line:match("^%s*") .. "    "
    out:write(table.concat(output.fold(output.visible(line), 80, under), "\n"), "\n")
  end
  out:write("\n")
end

local function one(scorer, opts, out)
  local listing = { title = opts.title }
  for _, text in ipairs(opts.set) do
    local column, value = text:match("^([^=]+)=(.*)$")
    if not column then errors.raise("usage", ("--set takes COLUMN=VALUE, not %q"):format(text)) end
    if not scorer.handle:reads(column) then
      errors.raise("usage", ("--set: no column %q of a listing%s"):format(column,
        scoring._near(column, {})))
    end
    listing[column] = value
  end
  show(out, opts, listing.id, listing.title, scorer:score(listing))
end

local function all(scorer, opts, path, out)
  local wanted, left = {}, #opts.id
  for _, list in ipairs(opts.id) do
    for id in list:gmatch("[^,]+") do wanted[id] = true end
  end
  for listing, result in scorer:each(path, { input = opts.input }) do
    if left == 0 and not next(wanted) or listing.id and wanted[listing.id] then
      show(out, opts, listing.id, listing.title, result)
      if listing.id and wanted[listing.id] then wanted[listing.id] = nil end
    end
  end
  local missing = next(wanted)
  if missing then
    errors.raise("bad_value", ("there is no listing with the id %q"):format(missing),
      { path = path })
  end
end

function M.run(opts, args)
  if (#args == 1) == (opts.title ~= nil) or #args > 1 then
    errors.raise("usage", "one file of LISTINGS is needed, or --title TEXT")
  end
  local scorer, out = job.scorer(opts), output.open()
  if opts.title then one(scorer, opts, out) else all(scorer, opts, args[1], out) end
  out:close()
  return 0
end

return M
