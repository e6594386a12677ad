--- What goods usually cost: references by brand, category, condition and currency.
local core = require("iprcore.core").prices
local check = require "iprcore.check_options"
local errors = require "iprcore.errors"
local input = require "iprcore.input"
local listings = require("iprcore.core").listing
local money = require("iprcore.core").money
local output = require "iprcore.output"
local shipped = require "iprcore.shipped"
local tsv = require "iprcore.tsv"

local M = {}

-- The column a catalogue's header means by a canonical name, first that is there.
local ALIASES = {
  brand = { "brand", "vendor", "manufacturer", "marca", "marke", "marque", "brand_name" },
  category = { "category", "product_type", "google_product_category", "type", "product type",
    "category_name", "categoria" },
  price = { "price", "retail_price", "price_usd", "list_price", "variant price", "price.value",
    "msrp", "preco", "precio", "preis", "prix" },
  condition = { "condition", "item_condition", "itemcondition", "condicao" },
  currency = { "currency", "price_currency", "currency_code", "pricecurrency" },
  title = { "title", "product_name", "product name", "product_title", "name", "titulo", "titel",
    "titre", "model" },
}

local USED = { "used", "pre", "second", "usad", "gebraucht", "occasion", "中古", "二手" }

-- new, refurbished, used or nil, from the ways catalogues write them
local function condition(text)
  if not text then return nil end
  if listings and listings.condition then return listings.condition(text) end
  text = text:lower()
  if text:find("refurb", 1, true) or text:find("renewed", 1, true) then return "refurbished" end
  for _, word in ipairs(USED) do
    if text:find(word, 1, true) then return "used" end
  end
  return text:find("new", 1, true) and "new" or nil
end

local Prices = {}
Prices.__index = Prices

--- Iterates over the references in key order.
function Prices:rows()
  local i = 0
  return function()
    i = i + 1
    local brand, category, state, currency, n, median, mad_log = self.core:at(i)
    if brand then
      return { brand = brand, category = category, condition = state, currency = currency,
        n = n, median = median, mad_log = mad_log }
    end
  end
end

--- The usual price for one kind of goods, or nil and why there is none.
function Prices:look(key)
  errors.expect("prices:look", key, "table", "the goods: { brand = …, currency = … }")
  check("prices:look", key, { brand = "string", category = "string", condition = "string",
    currency = "string" })
  for _, name in ipairs { "brand", "currency" } do
    errors.expect("prices:look", key[name], "string", ("the goods with their %s"):format(name))
  end
  return self.core:look(key.brand, key.category, key.condition, key.currency)
end

--- Adds exchange rates from a list with the columns currency and units_per_usd.
function Prices:rates(path)
  for row, line in tsv(path, { "currency", "units_per_usd" }) do
    local ok, message = self.core:rate(row.currency or "", tonumber(row.units_per_usd) or 0)
    if not ok then errors.raise("bad_list", message, { path = path, line = line }) end
  end
  return self
end

local function number(row, column, path, line)
  local value = tonumber(row[column])
  if not value then
    errors.raise("bad_list", ("%s is not a number"):format(column), { path = path, line = line })
  end
  return value
end

--- Reads a list of references into p.
local function read(p, path)
  for row, line in tsv(path, { "brand", "currency", "median", "mad_log" }) do
    local n = row.n and number(row, "n", path, line) or 0
    local ok, message = p:put(row.brand or "", row.category, row.condition, row.currency,
      math.floor(n), number(row, "median", path, line), number(row, "mad_log", path, line))
    if not ok then errors.raise("bad_list", message, { path = path, line = line }) end
  end
end

-- The scorer has two such tables; its option says which this one is.
local function finish(p)
  p:settle()
  return setmetatable({ core = p, lists = { prices = p, typical = p } }, Prices)
end

--- Loads references; `path` may be an array, earlier files go before later ones.
function M.load(path)
  if path == nil then errors.misuse "prices.load: no file is named" end
  local p = core.new()
  for _, one in ipairs(type(path) == "table" and path or { path }) do read(p, one) end
  return finish(p)
end

--- The table of typical prices that ships with iprcore (hand-set, dated).
function M.typical()
  local p = core.new()
  read(p, shipped.path "typical_prices.tsv")
  return finish(p)
end

-- canonical column -> the record's key, from the caller's map or the aliases
local function columns_of(names, map)
  local by_name, columns = {}, {}
  for _, name in ipairs(names) do by_name[name:lower()] = by_name[name:lower()] or name end
  for column, aliases in pairs(ALIASES) do
    local wanted = map and map[column]
    if wanted then
      columns[column] = by_name[wanted:lower()] or false
    else
      for _, alias in ipairs(aliases) do
        columns[column] = columns[column] or by_name[alias]
      end
    end
  end
  return columns
end

local function keys_of(record)
  local names = {}
  for name in pairs(record) do names[#names + 1] = name end
  table.sort(names)
  return names
end

local function need(columns, path)
  for _, column in ipairs { "brand", "price" } do
    if not columns[column] then
      errors.raise("bad_header", ("no column for %s; say --columns %s=NAME"):format(column, column),
        { path = path, line = 1 })
    end
  end
end

-- A function from a title to the kind of goods it offers, as L.goods says it, or nil; the brands
-- and words that takes are loaded when it is first asked.
local function kinds()
  local kind, scorer
  local function look(listing)
    kind = listing.goods
    return false
  end
  return function(title)
    local ipr = require "iprcore"
    scorer = scorer or ipr.scorer { rules = { ipr.rule "goods" { when = look } } }
    kind = nil
    scorer:score { title = title }
    return kind
  end
end

-- The rows of one catalogue, and the style its price column shows.
local function catalogue(path, opts, kind_of)
  local rows, texts, columns = {}, {}, nil
  local records, names = input.records(path, { input = opts.input,
    delimiter = opts.delimiter })
  if names then
    columns = columns_of(names, opts.columns)
    need(columns, path)
  end
  for record in records do
    if record then
      local c = columns or columns_of(keys_of(record), opts.columns)
      local price = c.price and record[c.price]
      local brand = c.brand and record[c.brand]
      if type(price) == "number" then price = output.number("%.14g", price) end
      if brand and price then
        texts[#texts + 1] = price
        local category, title = c.category and record[c.category], c.title and record[c.title]
        rows[#rows + 1] = { tostring(brand), price, category or title and kind_of(tostring(title)),
          c.condition and record[c.condition], c.currency and record[c.currency] }
      end
    end
  end
  return rows, money.style(texts)
end

local OPTIONS = { currency = "string", columns = "table", input = "string",
  delimiter = "delimiter" }

-- A file of prices none of which can be used because none names its currency is a mistake.
local function need_currency(used, unnamed, paths)
  if used > 0 or unnamed == 0 then return end
  errors.raise("bad_value", ("none of %d prices names its currency; give it (--currency USD)")
    :format(unnamed), { path = type(paths) == "table" and paths[1] or paths })
end

local function check_columns(columns)
  for name, column in pairs(columns or {}) do
    errors.expect("prices.from", column, "string", ("columns.%s as a text"):format(name))
    if not ALIASES[name] then
      errors.raise("usage", ("no column %q of a catalogue; there are brand, price, category, "
        .. "title, condition, currency"):format(tostring(name)))
    end
  end
end

--- Works out references from catalogues. Prices without a currency are left out; raises
-- bad_value if that leaves none.
function M.from(paths, opts)
  if paths == nil then errors.misuse "prices.from: no catalogue is named" end
  opts = check("prices.from", opts, OPTIONS)
  if opts.currency and not money.currency(opts.currency) then
    errors.raise("usage", ("%q is no ISO 4217 currency"):format(opts.currency))
  end
  check_columns(opts.columns)
  local p, used, unnamed, kind_of = core.new(), 0, 0, kinds()
  for _, path in ipairs(type(paths) == "table" and paths or { paths }) do
    local rows, style = catalogue(path, opts, kind_of)
    for _, row in ipairs(rows) do
      local brand, price, category, state, code = row[1], row[2], row[3], row[4], row[5]
      local amount, currency = money.parse(price, code or opts.currency, style)
      if amount and not currency then unnamed = unnamed + 1 end
      if amount and currency then
        used = used + 1
        local ok, message = p:add(brand, category, condition(state), currency, amount)
        if not ok then errors.raise("limit", message, { path = path }) end
      end
    end
  end
  need_currency(used, unnamed, paths)
  return finish(p)
end

--- Writes the references as the TSV that prices.load reads.
function Prices:write(path)
  local sink = output.open(path)
  sink:write("brand\tcategory\tcondition\tcurrency\tn\tmedian\tmad_log\n")
  local function cell(text) return (text:gsub("[\t\r\n]+", " ")) end
  for r in self:rows() do
    sink:write(cell(r.brand), "\t", cell(r.category), "\t", cell(r.condition), "\t",
      cell(r.currency), "\t", ("%d\t"):format(r.n), output.number("%.10g", r.median), "\t",
      output.number("%.6f", r.mad_log), "\n")
  end
  sink:close()
end

return M
