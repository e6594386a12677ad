-- The demo is the whole job on the shipped inputs, and must say what is known of them.
local cli = require "support.cli"

describe("iprcore demo", function()
  local folder = os.tmpname() .. ".demo"
  local r = cli.run("demo --out " .. folder)
  local function exists(name)
    local f = io.open(folder .. "/" .. name, "rb")
    if not f then return false end
    local text = f:read("a")
    f:close()
    return #text > 1000
  end

  it("does the whole job without a word on stderr", function()
    assert.equal("", r.err)
    assert.equal(0, r.code)
  end)

  it("reads all 15 figures of the report", function()
    assert.truthy(r.out:find("15 metrics.", 1, true))
  end)

  it("marks what is stated again, for the year as for its last day", function()
    local _, n = r.out:gsub("%(again%)", "")
    assert.equal(2, n)
    assert.truthy(r.out:find("aaca_members%s+170%s+2019 %(again%)\n"))
    assert.truthy(r.out:find("\nAlliance members +2019 +170.-\n%(again%)\n"))
    assert.truthy(r.out:find("Claims: 18, of them stated again: 1.", 1, true))
  end)

  it("heads each step with the file it is about, and no line ends in a blank", function()
    local _, heads = r.out:gsub("\n%d%. [^\n]+  [^ \n]+/[^ \n]+\n", "")
    assert.equal(6, heads)
    assert.is_nil(r.out:find(" \n", 1, true))
  end)

  it("catches nearly all planted counterfeits, proposes no honest listing's removal", function()
    local planted, caught, missed =
      r.out:match("planted counterfeits (%d+): caught (%d+).-missed (%d+)")
    assert.equal(tonumber(planted), caught + missed)
    assert.truthy(caught / planted > 0.9, caught .. " of " .. planted)
    local honest = r.out:match("honest listings [%d,]+: removal proposed for (%d+)")
    assert.equal("0", honest)
  end)

  it("writes the report in five forms", function()
    for _, suffix in ipairs { "html", "md", "txt", "csv", "json" } do
      assert.truthy(exists("report." .. suffix), suffix)
    end
  end)

  it("finds every figure of its own report right", function()
    assert.truthy(r.out:find(" 0 differ, 0 not in the data", 1, true))
  end)

  it("finds the stated increase of leads wrong, and of arrests and facilities right", function()
    local audit = r.out:match("of step 1, against the same events.*$")
    assert.truthy(audit:find("Leads to law%s+2019%s+increase%s+36%% decrease%s+DIFFERS"))
    assert.truthy(audit:find("Arrests%s+2019%s+increase%s+111%.2%% increase%s+agrees"))
    local _, differ = audit:gsub("DIFFERS", "")
    assert.equal(1, differ)
  end)

  it("says what to do where its inputs are missing", function()
    local missing = cli.run("demo --data /no/such/folder")
    assert.equal(3, missing.code)
    assert.truthy(missing.err:find("--data", 1, true))
  end)

  teardown(function() os.execute("rm -rf '" .. folder .. "'") end)
end)
