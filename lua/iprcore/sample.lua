--- Draws listings to be looked at from every band of scores, with the weight that each row
-- stands for, so that what people decide on them measures the whole feed.
local check = require "iprcore.check_options"
local core = require "iprcore.core"
local errors = require "iprcore.errors"

local M = {}

local OPTIONS = { each = "number", seed = "number", input = "string" }

-- Which band a result is in: no score, some, then one for each action.
local function band_of(result)
  if result.action ~= "pass" then return result.action end
  return result.score > 0 and "pass, some score" or "pass, no score"
end

-- The k rows of smallest hash stay: a random draw that does not depend on the rows' order.
local function keep(band, row, k)
  local rows = band.rows
  band.n = band.n + 1
  local at = #rows + 1
  if at > k then
    if row.hash >= rows[#rows].hash then return end
    at = #rows
  end
  while at > 1 and rows[at - 1].hash > row.hash do
    rows[at] = rows[at - 1]
    at = at - 1
  end
  rows[at] = row
end

local function copy(listing)
  return type(listing.copy) == "function" and listing:copy() or listing
end

--- sample.draw(scorer, path [, { each = 20, seed = 1, input = }]): array of { listing, result,
-- band, weight }, bands from the lowest score up, rows in the feed's order.
function M.draw(scorer, path, opts)
  errors.expect("sample.draw", scorer, "iprcore.scorer", "a scorer")
  opts = check("sample.draw", opts, OPTIONS)
  local each, seed = math.tointeger(opts.each or 20), tostring(opts.seed or 1)
  if not each or each < 1 then
    errors.raise("usage", ("each is how many rows to draw, a whole number from 1, not %s")
      :format(opts.each))
  end
  local bands, order = {}, { "pass, no score", "pass, some score" }
  for _, action in ipairs(scorer:actions()) do order[#order + 1] = action end
  for _, name in ipairs(order) do bands[name] = { n = 0, rows = {} } end
  local n = 0
  for listing, result in scorer:each(path, { input = opts.input }) do
    n = n + 1
    if not result.error then
      local name = band_of(result)
      keep(bands[name], { hash = core.rules.sha256(seed .. "\0" .. tostring(listing.id)),
        order = n, listing = copy(listing), result = result, band = name }, each)
    end
  end
  local out = {}
  for _, name in ipairs(order) do
    local band = bands[name]
    table.sort(band.rows, function(a, b) return a.order < b.order end)
    for _, row in ipairs(band.rows) do
      row.weight = band.n / #band.rows
      out[#out + 1] = row
    end
  end
  return out
end

return M
