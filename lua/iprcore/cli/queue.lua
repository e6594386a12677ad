--- The queue: a worksheet of what a person should look at, seller by seller, with empty
-- columns for the decision. Safe to open in a spreadsheet.
local core = require "iprcore.core"
local errors = require "iprcore.errors"
local output = require "iprcore.output"

local M = {}

local HEADER = { "seller_id", "seller_name", "action", "score", "id", "url", "title", "price",
  "words", "reasons", "decision", "basis", "by", "date" }

local NUMBERS = {} -- columns whose text is no words
for _, f in ipairs(core.rules.fields()) do NUMBERS[f.name] = f.type == "number" or nil end

--- The words quoted as evidence, each once, in order of their symbols.
function M.words_of(result)
  local out, seen = {}, {}
  for _, s in ipairs(result.symbols) do
    for _, e in ipairs(s.evidence) do
      if e.text and not NUMBERS[e.field] and not seen[e.text] and #e.text <= 80 then
        seen[e.text] = true
        out[#out + 1] = e.text
      end
    end
  end
  return table.concat(out, " | ")
end

-- What the rules that fired stand for, in their order.
local function reasons_of(scorer, result)
  local out, says = {}, {}
  for _, r in ipairs(scorer.set.rules) do says[r.name] = r.description end
  for i, s in ipairs(result.symbols) do
    out[i] = says[s.name] ~= "" and says[s.name] or s.name
  end
  return table.concat(out, "; ")
end

local function row_of(scorer, listing, result, order, stamp)
  return {
    seller = listing.seller_id or listing.seller_name or "", score = result.score, order = order,
    cells = { listing.seller_id, listing.seller_name, result.action, result.score, listing.id,
      listing.url, listing.title, listing.price, M.words_of(result), reasons_of(scorer, result),
      [#HEADER + 1] = stamp },
  }
end

-- Sellers by their worst listing, a seller's listings by score, then as in the feed.
local function sort(rows)
  local worst, first = {}, {}
  for _, r in ipairs(rows) do
    worst[r.seller] = math.max(worst[r.seller] or -math.huge, r.score)
    first[r.seller] = first[r.seller] or r.order
  end
  table.sort(rows, function(a, b)
    if a.seller ~= b.seller then
      if worst[a.seller] ~= worst[b.seller] then return worst[a.seller] > worst[b.seller] end
      return first[a.seller] < first[b.seller]
    end
    return a.score > b.score or a.score == b.score and a.order < b.order
  end)
end

--- Scores the file and writes the worksheet to stdout, with the stamp, if any, as last column.
-- Returns the exit code.
function M.write(scorer, path, opts, stamp)
  local rows, bad, n = {}, 0, 0
  for listing, result in scorer:each(path, { input = opts.input, strict = opts.strict }) do
    n = n + 1
    if result.error then
      bad = bad + 1
      if opts["max-errors"] and bad > opts["max-errors"] then
        errors.raise("limit", ("more than %d rows could not be read"):format(opts["max-errors"]),
          { path = path, line = result.line })
      end
    elseif result.action ~= "pass" then
      rows[#rows + 1] = row_of(scorer, listing, result, n, stamp)
    end
  end
  sort(rows)
  local out = output.open()
  local header = table.move(HEADER, 1, #HEADER, 1, {})
  header[#header + 1] = stamp and "rules"
  if not opts["no-header"] then out:write(output.csv(header)) end
  for _, r in ipairs(rows) do
    out:write(output.csv(r.cells, { n = #header, spreadsheet = true }))
  end
  out:close()
  return opts.strict and bad > 0 and 2 or 0
end

return M
