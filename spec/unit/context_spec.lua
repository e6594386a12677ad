-- Counts over a feed merge to the same bytes however it is split, and reach the listings' fields.
local context = require("iprcore").context
local ipr = require "iprcore"
local cli = require "spec.support.cli"

local FEED = [[
id,title,brand,gtin,seller_id,created_at
1,Gucci belt brown leather,Gucci,4006381333931,s1,2026-11-01
2,Prada bag black small,Prada,4006381333931,s1,2026-11-01
3,Belt brown leather GUCCI!,Gucci,,s2,2026-11-02
4,Dior shoes white low,Dior,4006381333931,s3,
]]


describe("iprcore context", function()
  local feed = cli.file(FEED, ".csv")
  local whole = cli.run("context " .. feed)

  it("counts sellers, numbers and titles", function()
    assert.equal("", whole.err)
    assert.is_truthy(whole.out:find("\nseller\ts1\t2\tGucci|Prada\t2026%-11%-01=2\n"))
    assert.is_truthy(whole.out:find("\ngtin\t04006381333931\t3\tDior|Gucci|Prada\t\n"))
    assert.is_truthy(whole.out:find("\ttitle\t") == nil and whole.out:find("\t2\ts1|s2\t\n"))
  end)

  it("merges to the same bytes however the feed is split", function()
    local lines = {}
    for line in FEED:gmatch("[^\n]+\n") do lines[#lines + 1] = line end
    local a = cli.file(lines[1] .. lines[2] .. lines[4], ".csv")
    local b = cli.file(lines[1] .. lines[3] .. lines[5], ".csv")
    local part = cli.file(cli.run("context " .. b).out)
    assert.equal(whole.out, cli.run(("context %s %s"):format(part, a)).out)
    for _, path in ipairs { a, b, part } do os.remove(path) end
  end)

  it("gives a scorer what the neighbours say", function()
    local path = cli.file(whole.out)
    local field, rule = ipr.rules.field, ipr.rules.rule
    local scorer = ipr.scorer { context = context.load(path), rules = {
      rule "numbers" { when = field.gtin_brands:is(3) },
      rule "breadth" { when = field.seller_brands:is(2) & field.seller_burst:is(2) },
      rule "copies" { when = field.title_copies:is(2) },
    } }
    local result = scorer:score { id = "9", title = "Brown GUCCI belt leather", seller_id = "s1",
      gtin = "4006381333931" }
    assert.equal(3, #result.symbols)
    assert.equal(0, #scorer:score { id = "8", title = "other", seller_id = "sX" }.symbols)
    os.remove(path)
  end)

  it("refuses counts of another version", function()
    local path = cli.file("#iprcore-context 9\n")
    assert.error_matches(function() context.load(path) end, "version 9, .* reads version 1")
    assert.equal(2, cli.run("context " .. path).code)
    os.remove(path)
  end)

  os.remove(feed)
end)
