--- The words of a report: a language pack (lua/iprcore/lang/report_*.lua) with the
-- caller's replacements laid over it, its templates filled, its numbers written.
-- A template is plain text with {names}; a name that nothing fills is an error, so that a
-- replaced sentence cannot lose a figure in silence.
local errors = require "iprcore.errors"
local output = require "iprcore.output"
local round = require("iprcore.report.figures").round

local M = {}

local Words = {}
Words.__index = Words

local function overlay(base, over)
  local out = {}
  for k, v in pairs(base) do out[k] = v end
  for k, v in pairs(over or {}) do
    local both = type(v) == "table" and type(out[k]) == "table"
    out[k] = both and overlay(out[k], v) or v
  end
  return out
end

--- lang: "en", "zh" or a pack (table); over: a table in the pack's own shape whose entries
-- replace the pack's (terms, ui, figures, sections).
function M.load(lang, over)
  local pack = lang
  if type(lang) ~= "table" then
    local name = tostring(lang or "en")
    local ok, found = pcall(require, "iprcore.lang.report_" .. name:gsub("[^%w_]", ""))
    if not ok then
      errors.raise("unknown_name", ("no report language %q; there are en and zh"):format(name))
    end
    pack = found
  end
  return setmetatable({ pack = overlay(pack, over), code = pack.code }, Words)
end

--- Fills a template: {name} from vars, else from the report-wide terms.
function Words:fill(template, vars)
  local terms = self.pack.terms
  local function one(name)
    local v = vars and vars[name]
    if v == nil then v = terms[name] end
    if v == nil then
      errors.raise("unknown_name",
        ("the template %q asks for {%s}, which this sentence does not have")
        :format(template, name))
    end
    return tostring(v)
  end
  local filled = template:gsub("{([%w_]+)}", one)
  -- terms may hold terms
  return (filled:gsub("{([%w_]+)}", function(name) return terms[name] end))
end

--- A sentence or label of the interface, by name.
function Words:ui(name, vars)
  local template = self.pack.ui[name]
  if not template then errors.raise("unknown_name", "the language pack has no ui." .. name) end
  return self:fill(template, vars)
end

--- The words of a key (label, subject, level, define), or nil for a key the pack does not know.
function Words:figure(base) return self.pack.figures[base] end

--- "1045" -> "1,045"; decimals kept.
function M.group(text)
  local sign, whole, rest = text:match("^(-?)(%d+)(.*)$")
  whole = whole:reverse():gsub("(%d%d%d)", "%1,"):reverse():gsub("^,", "")
  return sign .. whole .. rest
end

--- A number with at most `digits` decimals, without trailing zeros, grouped by commas.
function M.number(x, digits)
  local r = round(x, digits or 0)
  local text = math.tointeger(r) and ("%d"):format(math.tointeger(r))
    or output.number("%." .. digits .. "f", r):gsub("0+$", ""):gsub("%.$", "")
  return M.group(text)
end

--- Decimals a percentage needs: one, or as many as keep 99.97 from reading as 100 (and
-- 0.03 as 0), up to four.
local function percent_digits(x)
  local digits = 1
  local a = math.abs(x)
  while digits < 4 and ((a < 100 and round(a, digits) >= 100) or (a > 0 and round(a,
    digits) == 0)) do
    digits = digits + 1
  end
  return digits
end

--- A value in words: "96.4%", "1,045", "USD 12.3 million", "6.5 hours".
function Words:value(value, unit, subunit)
  if value == nil then return self:ui "unknown" end
  if unit == "percent" then
    return self:fill(self.pack.format.percent, { x = M.number(value, percent_digits(value)) })
  elseif unit == "percentage_points" then
    local x = M.number(value, percent_digits(value))
    return self:fill(self.pack.format[x == "1" and "point" or "points"], { x = x })
  elseif unit == "currency" then
    return self.pack.format.money(value, subunit, M.number)
  elseif unit == "duration" then
    local x = M.number(value, 1)
    local unit_words = self.pack.format.durations[subunit or "hour"]
    return self:fill(unit_words[x == "1" and 1 or 2], { x = x })
  elseif unit == "ratio" then
    return M.number(value, 2)
  end
  local whole = math.tointeger(value) or value % 1 == 0
  return M.number(value, whole and 0 or 2)
end

--- The form of a figure that is a ratio, nil of any other. Of a change: "factor" (tripled),
-- "divisor" (fell threefold), "part" (rose by a third); of a level: "share" (nine out of ten),
-- or "ratio" where it is above 1 or stands in a table's cell.
function M.form(m)
  if m.unit ~= "ratio" then return nil end
  if m.kind ~= "change" then return not m.from_table and m.value <= 1 and "share" or "ratio" end
  return m.value < 1 and "part" or m.direction == "decrease" and "divisor" or "factor"
end

--- A value in the words of a figure's own form: "× 3", "÷ 3", "33.3%"; as value() has it else.
function Words:in_form(m, value)
  local form = M.form(m)
  if form == "factor" then return "× " .. M.number(value, 2) end
  if form == "divisor" then return "÷ " .. M.number(value, 2) end
  if form == "part" or form == "share" then return self:value(100 * value, "percent") end
  return self:value(value, m.unit, m.subunit)
end

--- A level with what is counted: "1,634 leads", "93.7%".
function Words:counted(value, line, base)
  local row, text = self:figure(base), self:value(value, line.unit, line.subunit)
  local plain = line.unit == "count" or line.unit == "ratio"
  if not (row and row.noun and plain) then return text end
  return self:fill(self.pack.format.counted, { x = text, noun = row.noun })
end

--- "(11,520 of 12,000)" for a line that has its parts, else "".
function Words:parts(line)
  if not (line.num and line.den) then return "" end
  return self:ui("parts", { n = M.number(line.num, 0), d = M.number(line.den, 0) })
end

--- A period in words; form "when" ("in 2019", "at the end of 2019") or "name" ("2019").
function Words:period(period, period_type, form)
  return self.pack.format.period(period, period_type, form or "name")
end

--- A change in short: "▲ 20%", "▼ 1.2 points", "no change".
function Words:change(change)
  if not change or not change.value then return nil end
  if change.value == 0 or not change.direction then return self:ui "no_change" end
  local mark = change.direction == "increase" and "▲ " or "▼ "
  if change.unit == "percentage_points" then
    return mark .. self:fill(self.pack.format.points_short,
      { x = M.number(change.value, percent_digits(change.value)) })
  end
  return mark .. self:value(change.value, change.unit, change.subunit)
end

--- Label of a key: the pack's, else the KPI's own, else the key in plain letters.
function Words:label(base, facet, kpi)
  local row = self:figure(base)
  local label = row and row.label or kpi and kpi.label
  if type(label) == "table" then label = label[self.code] or label.en end
  label = label and self:fill(label)
    or output.capital((base:gsub("_", " "))):gsub("^Ip ", "IP ")
  if facet then return self:ui("facet", { label = label, facet = self:facet(facet) }) end
  return label
end

--- A facet's name in this language ("Europe" -> "欧洲"), as it is where the pack has none.
function Words:facet(facet) return self.pack.facets[facet] or facet end

--- The same as it stands inside a sentence ("the Americas").
function Words:said_facet(facet) return self.pack.said_facets[facet] or self:facet(facet) end

--- Sentences as one paragraph.
function Words:join(sentences) return table.concat(sentences, self.pack.format.glue) end

local plain_facets

--- A facet as data call it, from any of its names in the shipped languages ("欧洲", "the
-- Americas"); itself where no language knows it.
function M.plain_facet(said)
  if not plain_facets then
    plain_facets = {}
    for _, lang in ipairs { "en", "zh" } do
      local pack = require("iprcore.lang.report_" .. lang)
      for _, names in ipairs { pack.facets, pack.said_facets } do
        for plain, name in pairs(names) do plain_facets[name:lower()] = plain end
      end
    end
  end
  -- a line may end inside a name, with a blank or, in Chinese, anywhere
  local lower = said:lower():gsub("%s+", " ")
  return plain_facets[lower] or plain_facets[(lower:gsub(" ", ""))] or said
end

--- What a data quality line says: the pack's words for its code, else its own text.
function Words:quality(q)
  local text = q.code and self.pack.ui.quality[q.code]
  if text then
    local what = q.what and (self.pack.ui.kinds[q.what] or q.what:gsub("_", " "))
    return what and self:ui("facet", { label = text, facet = what }) or text
  end
  text = q.text or q.label or q.code
  if type(text) == "table" then text = text[self.code] or text.en end
  return output.capital(tostring(text))
end

--- Definition of a key, or nil.
function Words:define(base, kpi)
  local row = self:figure(base)
  local text = kpi and kpi.definition or row and row.define
  if type(text) == "table" then text = text[self.code] or text.en end
  return text and self:fill(text)
end

return M
