-- The closed loop: what the report says is what the figures are. Its text is parsed back and
-- audited against the figures it was made of, in both languages and two forms, for many years.
local audit = require "iprcore.audit"
local figures = require "iprcore.report.figures"
local metrics = require "iprcore.metrics"
local report = require "iprcore.report"
local years = require "spec.support.programme_years"

local SEEDS = tonumber(os.getenv "IPR_SEEDS") or 3
local YEAR = 2021

local function each(make)
  for seed = 1, SEEDS do
    local lines, pick = years.lines(seed, YEAR)
    for _, lang in ipairs { "en", "zh" } do
      local r = report.annual(lines, { year = YEAR, lang = lang })
      make(r, lines, pick, ("seed %d, %s"):format(seed, lang))
    end
  end
end

local function wrong(text, result)
  local out = {}
  for _, c in ipairs(result.claims) do
    if c.verdict == "differs" or c.verdict == "not_in_data" then
      local around = text:sub(math.max(1, c.first - 60), c.last + 20):gsub("%s+", " ")
      out[#out + 1] = ("%s %s %s: %s"):format(c.verdict, c.key, c.period or "?", around)
    end
  end
  for _, f in ipairs(result.findings) do
    if not f.ok then out[#out + 1] = f.check .. ": " .. f.detail end
  end
  return table.concat(out, "\n")
end

describe("a report's own audit", function()
  it("finds nothing that differs or is not in the data, in text and in Markdown", function()
    each(function(r, lines, _, name)
      for _, format in ipairs { "text", "md" } do
        local text = r:render(format)
        local result = audit(text, { tally = lines })
        assert.equal("", wrong(text, result), name)
        assert.is_true(#result.claims > 100, name)
      end
    end)
  end)
end)

-- Replaces one digit of each chosen claim by another, so that its value changes.
local function tamper(text, chosen)
  table.sort(chosen, function(a, b) return a.first > b.first end)
  for _, c in ipairs(chosen) do
    local surface = text:sub(c.first, c.last)
    local p = surface:find("%d")
    local d = tonumber(surface:sub(p, p))
    local other = d == 9 and 4 or d + 1 + (d == 0 and 1 or 0)
    text = text:sub(1, c.first + p - 2) .. other .. text:sub(c.first + p)
  end
  return text
end

describe("an audit of a report with 20 planted wrong figures", function()
  it("finds all 20 and calls no other claim wrong", function()
    each(function(r, lines, pick, name)
      local text = r:render "text"
      local claims = audit(text, { tally = lines }).claims
      local planted, chosen = {}, {}
      while #chosen < 20 do
        local c = claims[pick(1, #claims)]
        if not planted[c.first] and text:sub(c.first, c.last):find("%d") then
          planted[c.first] = true
          chosen[#chosen + 1] = c
        end
      end
      local said, found = tamper(text, chosen), 0
      for _, c in ipairs(audit(said, { tally = lines }).claims) do
        local around = said:sub(math.max(1, c.first - 60), c.last + 20)
        assert.equal(planted[c.first] or false, c.verdict == "differs",
          ("%s, %s %s: %s"):format(name, c.key, c.period, around))
        if planted[c.first] then found = found + 1 end
      end
      assert.equal(20, found, name)
    end)
  end)
end)

describe("metrics.parse of a report's sentences", function()
  local function has(list, want)
    for _, m in ipairs(list) do
      local key = figures.split(m.key or "")
      local unit = m.unit == want.unit or want.unit == "ratio" and m.unit == "count"
      if key == want.key and unit and math.abs(m.value - want.value) < 1e-9 * want.value + 1e-12
        and figures.period(m.period) == want.period
        and (want.kind ~= "change" or m.direction == want.direction) then
        return true
      end
    end
    return false
  end

  local SCALES = { million = 1e6, billion = 1e9, ["万"] = 1e4, ["亿"] = 1e8 }

  -- The value as the report shows it, read without the parser.
  local function shown(r, line)
    local text = r.words:value(line.value, line.unit, line.subunit)
    local value = tonumber((text:gsub(",", ""):match("%d[%d.]*")))
    for word, scale in pairs(SCALES) do
      if text:find(word, 1, true) then value = value * scale end
    end
    return value, line.unit
  end

  it("returns every figure with key, value, unit, direction and period", function()
    each(function(r, lines, _, name)
      local text = r:render "md"
      local list = metrics.parse(text, { pack = metrics.programme() })
      local missing = {}
      for _, line in ipairs(lines) do
        local fig = figures.period(line.period) == tostring(YEAR) and r:figure(line.key)
        if fig and fig.sentences[1] then
          local base = figures.split(line.key)
          local value, unit = shown(r, line)
          local want = { key = base, value = value, unit = unit, period = tostring(YEAR) }
          if not has(list, want) then missing[#missing + 1] = line.key .. " " .. value .. " "
            .. unit end
          local c = fig.change
          if c and c.value and c.direction then
            local cv = shown(r, c)
            local back = { key = base, value = cv, unit = c.unit, period = tostring(YEAR),
              kind = "change", direction = c.direction }
            if not has(list, back) then
              missing[#missing + 1] = line.key .. " change " .. cv .. " " .. c.unit
            end
          end
        end
      end
      assert.equal("", table.concat(missing, "\n"), name)
    end)
  end)
end)
