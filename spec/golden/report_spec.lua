-- The report as a reader sees it in a terminal, whole, in both languages. After a change that
-- is meant: GOLDEN=write lua5.4 busted spec/golden/report_spec.lua, and read the difference.
local figures = require "iprcore.report.figures"
local report = require "iprcore.report"

describe("the report's text", function()
  for _, lang in ipairs { "en", "zh" } do
    it("is as spec/data/report-2019." .. lang .. ".txt", function()
      local path = ("spec/data/report-2019.%s.txt"):format(lang)
      local text = report.annual(figures.read "spec/data/figures-2019.jsonl",
        { year = 2019, lang = lang, as_of = "2020-01-15",
          published = { { key = "arrests", period = "2018", value = 1950 } } }):render "text"
      if os.getenv "GOLDEN" == "write" then
        local f = assert(io.open(path, "wb"))
        f:write(text)
        f:close()
      end
      local f = assert(io.open(path, "rb"))
      local want = f:read "a"
      f:close()
      assert.equal(want, text)
    end)
  end
end)
