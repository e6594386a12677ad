-- The lists that score takes, when they are not what they should be; its small options; what
-- interrupts and --out leave behind.
local cli = require "spec.support.cli"

local FEED = "id,title\n1,Gucci bag\n"

local function score(args)
  return cli.run("score --input csv " .. args .. " -", { stdin = FEED })
end

local LISTS = { "lexicon", "prices", "sellers", "terms", "removed", "images", "exceptions",
  "context", "rates" }

describe("a list for score", function()
  for _, option in ipairs(LISTS) do
    it("is refused where it is missing, empty, UTF-16 or another table: " .. option, function()
      local r = score(("--%s no-such-file"):format(option))
      assert.same({ 3, "" }, { r.code, r.out })
      for _, text in ipairs { "", "\xFF\xFEa\0b\0", "colour\tsize\nred\t5\n" } do
        local path = cli.file(text, ".tsv")
        r = score(("--%s %s"):format(option, path))
        os.remove(path)
        assert.same({ 2, "" }, { r.code, r.out })
        assert.truthy(r.err:find(path, 1, true), r.err)
        assert.is_nil(r.err:find("%.lua:%d"), r.err)
      end
    end)
  end

  it("that is empty is called so", function()
    local path = cli.file("# nothing yet\n", ".tsv")
    assert.truthy(score("--sellers " .. path).err:find("[empty]", 1, true))
    os.remove(path)
  end)

  it("cannot write to the terminal through an error message", function()
    local path = cli.file("a\27[2Jb\tc\u{202E}d\n1\t2\n", ".tsv")
    local r = score("--sellers " .. path)
    os.remove(path)
    assert.truthy(r.err:find("a⟨U+001B⟩[2Jb, c⟨U+202E⟩d", 1, true), r.err)
  end)
end)

describe("an option of score", function()
  it("that can mean nothing is a usage error, rules or none", function()
    for _, args in ipairs { "--currency XXX1", "--currency euros", "--define x", "--define 1x=2",
      "--date 2019-02-30", "--threads 0", "--block-size 0", "--max-errors -1" } do
      local r = score(args)
      assert.same({ 1, "" }, { r.code, r.out }, args)
    end
    assert.equal(0, score("--currency EUR --date 2019-02-28 --define x=1").code)
  end)
end)

describe("--delimiter", function()
  it("is what stands between the fields, for every command that reads a feed", function()
    local path = cli.file("id;title;brand;price;currency;seller_id\n"
      .. "1;Gu\u{441}\u{441}i belt, brown;Gucci;12,50;EUR;s1\n", ".csv")
    local says = { score = "brand_evaded", explain = "brand_evaded", sample = "belt, brown",
      context = "seller\ts1", prices = "Gucci\t\t\tEUR\t1\t12.5", brands = '"homoglyph"',
      rows = '"12,50"' }
    for command, words in pairs(says) do
      local r = cli.run(("%s --delimiter ';' %s"):format(command, path))
      assert.same({ 0, "" }, { r.code, r.err }, command)
      assert.truthy(r.out:find(words, 1, true), command .. ": " .. r.out)
      assert.equal(1, cli.run(("%s --delimiter '\"' %s"):format(command, path)).code)
    end
    os.remove(path)
  end)
end)

describe("an interrupt", function()
  it("ends a command with 130, one line and no half file", function()
    local dir = os.tmpname()
    os.remove(dir)
    local r = cli.run("simulate --seed 1 --years 1990-2019 --listings 900000 --out " .. dir,
      { env = "timeout --foreground -s INT --preserve-status 0.8 env" })
    local left = io.popen(("ls %s 2>/dev/null"):format(dir))
    local files = left:read("a")
    left:close()
    os.execute("rm -rf " .. dir)
    assert.same({ 130, "iprcore simulate: interrupted\n", "" }, { r.code, r.err, files })
  end)
end)

describe("--out", function()
  local function kind(path)
    local p = io.popen("stat -c %F " .. path)
    local text = p:read("l")
    p:close()
    return text
  end

  it("leaves devices and links what they are", function()
    local link, target = os.tmpname(), os.tmpname()
    os.execute(("ln -sf %s %s"):format(target, link))
    local pipe = os.tmpname()
    os.execute(("rm %s && mkfifo %s && cat %s >/dev/null &"):format(pipe, pipe, pipe))
    os.execute("while [ ! -p " .. pipe .. " ]; do :; done")
    assert.equal(0, cli.run("parse --out " .. link .. " -", { stdin = "5 arrests" }).code)
    assert.equal(0, cli.run("parse --out " .. pipe .. " -", { stdin = "5 arrests" }).code)
    assert.same({ "symbolic link", "fifo" }, { kind(link), kind(pipe) })
    assert.truthy(io.lines(target)():find('"key":"arrests"', 1, true))
    for _, path in ipairs { link, pipe, target } do os.remove(path) end
  end)

  it("says when a file cannot be written, and leaves nothing behind", function()
    local r = cli.run("parse --out no-such-folder/x -", { stdin = "5 arrests" })
    assert.same({ 3, "" }, { r.code, r.out })
  end)
end)
