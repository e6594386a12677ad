-- Labels, back tests, samples and fits: what a rule set is measured by must count right.
local ipr = require "iprcore"
local cli = require "spec.support.cli"

local FEED = [[
id,title,brand,price,currency,seller_id
1,Rolex Submariner super clone,Rolex,90,USD,s1
2,Gucci belt 1:1 replica,Gucci,15,USD,s1
3,Gucci belt,Gucci,430,USD,s2
4,Plain leather belt,,20,USD,s2
5,Rolex Daytona watch,Rolex,150,USD,s3
6,Cotton towel,,5,USD,s3
]]
local LABELS = [[
id,decision,basis,by,date
1,counterfeit,test_buy,anna,2026-11-01
2,counterfeit,admission,anna,2026-11-01
3,genuine,documents,ben,2026-11-02
4,genuine,visual,ben,2026-11-02
5,unclear,visual,ben,2026-11-02
6,,,,
99,counterfeit,visual,ben,2026-11-02
]]

local function files(labels)
  return cli.file(FEED, ".csv"), cli.file(labels or LABELS, ".csv")
end

describe("labels.load", function()
  it("passes over open rows and keeps contradictions apart", function()
    local path = cli.file("id,decision\n1,genuine\n1,counterfeit\n2,genuine\n2,genuine\n3,\n",
      ".csv")
    local l = ipr.labels.load(path)
    assert.same({ 2, 1, { "1" } }, { l.n, l.open, l.contradictory })
    assert.is_nil(l:of("1").truth)
    assert.equal(0, l:of("2").truth)
    os.remove(path)
  end)

  it("names the line of a decision that is none", function()
    local path = cli.file("id,decision\n1,fake\n", ".csv")
    local _, e = pcall(ipr.labels.load, path)
    assert.same({ "bad_list", 2 }, { e.code, e.line })
    os.remove(path)
  end)
end)

describe("labels that decide nothing", function()
  local feed = cli.file("id,title\n1,a\n2,b\n", ".csv")

  local function says(text)
    local path = cli.file(text, ".csv")
    local r = cli.run(("backtest --labels %s %s"):format(path, feed))
    local fitted = cli.run(("fit --labels %s %s"):format(path, feed))
    os.remove(path)
    assert.same({ 2, 2 }, { r.code, fitted.code })
    assert.equal(r.err:match(": (.*)"), fitted.err:match(": (.*)"))
    return r.err
  end

  it("are named where they contradict each other", function()
    assert.matches("the labels of 1 ids contradict each other: 2",
      says "id,decision\n2,genuine\n2,counterfeit\n")
  end)

  it("are counted where the feed does not have their ids", function()
    assert.matches("2 labels are on ids that the feed does not have",
      says "id,decision\n8,genuine\n9,counterfeit\n")
  end)

  it("are counted where nobody has filled them in", function()
    assert.matches("1 rows are still without a decision", says "id,decision\n1,\n")
  end)

  it("are missing where the header names no decision", function()
    assert.matches("column decision; the header has id, verdict", says "id,verdict\n1,genuine\n")
  end)
end)

describe("backtest.run", function()
  it("counts what is proposed against what people decided", function()
    local feed, path = files()
    local b = ipr.backtest.run(ipr.scorer {}, feed, ipr.labels.load(path))
    assert.same({ 4, 1, 1 }, { #b.rows, b.unclear, b.unknown })
    local remove = b:by_actions()[2]
    assert.equal("remove", remove.action)
    assert.same({ 1, 1, 2 }, { remove.precision.value, remove.recall.value, remove.n })
    assert.is_true(remove.precision.low < 0.5)
    assert.equal(1, b:auc())
    assert.is_true(b:threshold(0.99) > 3)
    os.remove(feed)
    os.remove(path)
  end)

  it("reads labels that a spreadsheet saved with semicolons", function()
    local feed, path = files((LABELS:gsub(",", ";")))
    for _, command in ipairs { "backtest", "fit" } do
      local args = ("%s --labels %s %s"):format(command, path, feed)
      local r = cli.run(args .. " --labels-delimiter ';'")
      assert.same({ 0, "" }, { r.code, r.err })
      assert.equal(2, cli.run(args).code)
    end
    os.remove(feed)
    os.remove(path)
  end)

  it("says so where a class is empty, and never NaN", function()
    local feed, path = files("id,decision\n3,genuine\n4,genuine\n")
    local r = cli.run(("backtest --labels %s %s"):format(path, feed))
    assert.equal(0, r.code)
    assert.is_truthy(r.out:find("one class is empty"))
    assert.is_nil(r.out:lower():find("nan", 1, true))
    os.remove(feed)
    os.remove(path)
  end)
end)

describe("iprcore sample", function()
  it("draws from every band with the weight that a row stands for", function()
    local feed = files()
    local r = cli.run("sample --each 1 " .. feed)
    assert.equal("", r.err)
    local weight = 0
    for w in r.out:gmatch('\n%d,"?[%a, ]+"?,([%d.]+),') do weight = weight + tonumber(w) end
    assert.equal(6, weight)
    assert.equal(r.out, cli.run("sample --each 1 --seed 1 " .. feed).out)
    assert.matches("whole number from 1, not 0", cli.run("sample --each 0 " .. feed).err)
    assert.equal(1, cli.run("sample --each 2.5 " .. feed).code)
    os.remove(feed)
  end)
end)

describe("iprcore diff", function()
  it("lists the listings whose action changes, by rule", function()
    local feed = files()
    local new = cli.file([[
      local std = require "iprcore.rules.standard"
      return { rules = std.rules, actions = std.actions, groups = std.groups,
        weights = { says_copy = 0.5, says_copy_of_brand = 0.5 } }]], ".lua")
    local r = cli.run(("diff --against %s --format jsonl %s"):format(new, feed))
    assert.equal("", r.err)
    local row = ipr.json.decode(r.out:match("^[^\n]+"))
    assert.same({ "1", "remove", "review" }, { row.id, row.before, row.after })
    assert.equal("says_copy", row.rules[1].rule)
    assert.equal(1, cli.run("diff " .. feed).code)
    os.remove(feed)
    os.remove(new)
  end)
end)

describe("iprcore profile", function()
  it("shows time and hits of each rule alone", function()
    local feed = files()
    local r = cli.run("profile " .. feed)
    assert.equal("", r.err)
    assert.is_truthy(r.out:find("\nsays_copy +[%d.]+ +2\n"))
    os.remove(feed)
  end)
end)

describe("iprcore fit", function()
  local rows = { "id,title,brand,price,currency,seller_id" }
  local decided = { "id,decision" }
  for i = 1, 40 do
    rows[#rows + 1] = i % 2 == 0 and ("%d,Rolex Daytona super clone,Rolex,,,s%d"):format(i, i % 4)
      or ("%d,Rolex Daytona watch,Rolex,9000,USD,s%d"):format(i, i % 4)
    decided[#decided + 1] = i .. (i % 2 == 0 and ",counterfeit" or ",genuine")
  end

  it("gives weights to the rules that separate, and leaves the others alone", function()
    local feed = cli.file(table.concat(rows, "\n") .. "\n", ".csv")
    local path = cli.file(table.concat(decided, "\n") .. "\n", ".csv")
    local f = ipr.fit.run(ipr.scorer {}, feed, ipr.labels.load(path))
    assert.is_true(f.weights.says_copy > 0.5)
    assert.is_nil(f.weights.seller_denied)
    assert.same({ 40, 4 }, { f.rows, f.sources })
    assert.is_truthy(f.warning)
    local r = cli.run(("fit --labels %s %s"):format(path, feed))
    assert.is_truthy(load(r.out)().says_copy)
    os.remove(path)
    path = cli.file("id,decision\n1,genuine\n", ".csv")
    assert.error_matches(function()
      ipr.fit.run(ipr.scorer {}, feed, ipr.labels.load(path))
    end, "all of one kind")
    os.remove(path)
    os.remove(feed)
  end)
end)
