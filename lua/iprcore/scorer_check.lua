--- What a scorer's options hold: what goes to the core as it is, checked before at the caller's
-- line.
local check_options = require "iprcore.check_options"
local errors = require "iprcore.errors"
local names_of = require "iprcore.names_of"

local M = {}

local EXCEPTION = { rule = "string", seller_id = "string", brand = "string", id = "string",
  ["until"] = "string", reason = "string", by = "string" }

--- ipr.scorer's own: columns, texts by text; exceptions, an array of rows.
function M.options(options)
  for column, name in pairs(options.columns or {}) do
    errors.expect("ipr.scorer", column, "string", "columns by their names, { title = … },")
    errors.expect("ipr.scorer", name, "string", ("columns.%s as a text"):format(column))
  end
  for i, row in ipairs(options.exceptions or {}) do
    local who = ("exceptions[%d]"):format(i)
    check_options(who, row, EXCEPTION)
    errors.expect(who, row.rule, "string", "the name of a rule, or *,")
  end
end

local FORMS = { csv = true, tsv = true, jsonl = true }
local FORMATS = { csv = true, jsonl = true }

--- scorer:run's: names out of those there are, whole numbers from 0 on, columns' names.
function M.run(options)
  for name, known in pairs { format = FORMATS, input = FORMS } do
    if options[name] and not known[options[name]] then
      errors.misuse(("scorer:run: no %s %q; there are %s"):format(name, options[name],
        table.concat(names_of(known), ", ")))
    end
  end
  for _, name in ipairs { "block", "max_errors" } do
    local n = options[name]
    if n and (not math.tointeger(n) or n < 0) then
      errors.misuse(("scorer:run: %s is a whole number from 0, not %s"):format(name, n))
    end
  end
  for i, name in ipairs(options.with or {}) do
    errors.expect("scorer:run", name, "string", ("with[%d] as the name of a column"):format(i))
  end
end

return M
