-- A host program may have called setlocale: string.format then writes 1,5. What goes into
-- files keeps its point. The comma is put on here, so that no locale need be installed.
local ipr = require "iprcore"
local cli = require "spec.support.cli"
local figures = require "iprcore.report.figures"
local output = require "iprcore.output"

-- The result of f while string.format writes decimals with a comma.
local function with_comma(f)
  local plain = string.format
  string.format = function(form, ...) -- luacheck: ignore 122
    local text = plain(form, ...)
    if form:find("%%[%d.]*[fg]") then text = text:gsub("(%d)%.(%d)", "%1,%2") end
    return text
  end
  local ok, result = pcall(f)
  string.format = plain -- luacheck: ignore 122
  return assert(ok and result, result)
end

describe("numbers under a host's locale", function()
  it("are written with a point", function()
    assert.same({ "1.50", "-0.25", "1e-09", "7", "inf" }, with_comma(function()
      return { output.number("%.2f", 1.5), output.number("%g", -0.25),
        output.number("%g", 1e-9), output.number("%g", 7.0), output.number("%g", 1 / 0) }
    end))
  end)

  it("leave a table of usual prices as it is", function()
    local feed = cli.file("brand,price,currency\nA,15.25,EUR\nA,20.5,EUR\nA,31.75,EUR\n", ".csv")
    local function written()
      local path = os.tmpname()
      ipr.prices.from(feed):write(path)
      local f = assert(io.open(path, "rb"))
      local text = f:read "a"
      f:close()
      os.remove(path)
      return text
    end
    local usual = written()
    assert.truthy(usual:find("20.5\t0.%d%d%d%d%d%d\n"))
    assert.equal(usual, with_comma(written))
    os.remove(feed)
  end)

  it("leave a report as it is", function()
    local function report()
      local r = ipr.report.annual(figures.read "spec/data/figures-2019.jsonl", { year = 2019 })
      return r:render "html" .. r:render "text"
    end
    assert.equal(report(), with_comma(report))
  end)
end)

describe("capitals under a host's locale", function()
  -- A Turkish locale has no capital for i, and a letter class of its own.
  local function with_turkish(f)
    local upper = string.upper
    string.upper = function(text) -- luacheck: ignore 122
      return (upper(text):gsub("I", "i"))
    end
    local ok, result = pcall(f)
    string.upper = upper -- luacheck: ignore 122
    return assert(ok and result, result)
  end

  it("begin the report's sentences all the same", function()
    local function text()
      local lines = figures.read("spec/data/figures-2019.jsonl")
      return ipr.report.annual(lines, { year = 2019 }):render "text"
    end
    local usual = text()
    assert.truthy(usual:find("In 2019", 1, true))
    assert.equal(usual, with_turkish(text))
    assert.equal("In 2019", output.capital "in 2019")
    assert.equal("index", output.uncapital "Index")
  end)
end)
