-- What goes wrong outside: a full disk, a reader that has gone, inputs that cannot be read or
-- change while they are, signals. For every command: its exit code, whole lines, nothing left.
local cli = require "spec.support.cli"
local commands = require("iprcore.cli").commands

local WORK = os.tmpname()
os.remove(WORK)
os.execute("mkdir " .. WORK)

local function file(name, text)
  local path = WORK .. "/" .. name
  local f = assert(io.open(path, "wb"))
  f:write(text)
  f:close()
  return path
end

local function slurp(path)
  local f = assert(io.open(path, "rb"))
  local text = f:read "a"
  f:close()
  return text
end

local function files_in(folder)
  local p = io.popen("ls -A " .. folder)
  local text = p:read "a"
  p:close()
  return text
end

local RULES = file("rules.lua", [[
local ipr = require "iprcore"
return { ipr.rule "copy" { weight = 4, when = ipr.field.title:contains "replica" } }]])
local FEED = file("feed.csv", "id,title,brand,price,currency,category\n1,replica,Acme,5,USD,bag\n"
  .. "2,bag,Acme,7,USD,bag\n")
local LABELS = file("labels.csv", "id,decision,basis,by,date,weight\n"
  .. "1,counterfeit,visual,me,2026-01-01,1\n2,genuine,visual,me,2026-01-01,1\n")
local OTHER = file("other.lua", [[
local ipr = require "iprcore"
return { ipr.rule "copy" { weight = 2, when = ipr.field.title:contains "replica" } }]])
local REPORT = file("report.txt", "In 2019, 5 arrests.\n")
local BEFORE = file("before.txt", "In 2018, 4 arrests.\n")
local EVENTS = file("events.csv", "time,event,id,count\n2019-01-02,arrest,a1,5\n")
local PACKED = WORK .. "/packed"
cli.run(("tally %s --pack %s"):format(EVENTS, PACKED))

-- command -> its words, with the first input as %s; false: it writes or reads no such thing
local JOBS = {
  score = { "score --rules " .. RULES .. " %s", FEED },
  explain = { "explain --rules " .. RULES .. " %s", FEED },
  check = { "check %s", RULES },
  brands = { "brands %s", FEED },
  parse = { "parse --format table %s", REPORT },
  compare = { "compare %s " .. BEFORE, REPORT },
  sample = { "sample --rules " .. RULES .. " %s", FEED },
  backtest = { "backtest --rules " .. RULES .. " --labels " .. LABELS .. " %s", FEED },
  fit = { "fit --rules " .. RULES .. " --labels " .. LABELS .. " %s", FEED },
  diff = { "diff --rules " .. RULES .. " --against " .. OTHER .. " %s", FEED },
  profile = { "profile --rules " .. RULES .. " %s", FEED },
  prices = { "prices %s", FEED },
  audit = { "audit %s", REPORT },
  context = { "context %s", FEED },
  report = { "report %s --year 2019 --format md", EVENTS },
  simulate = false,
  tally = { "tally %s", EVENTS },
  merge = { "merge %s --out /dev/stdout", PACKED },
  rows = { "rows %s", FEED },
  demo = false,
}

describe("every command", function()
  for _, c in ipairs(commands) do
    local job = JOBS[c[1]]
    assert(job ~= nil, c[1] .. " has no row here")
    if job then
      it("ends with 3 on a full disk: " .. c[1], function()
        local r = cli.run(job[1]:format(job[2]), { stdout = "/dev/full" })
        assert.equal(3, r.code, r.err)
        assert.truthy(r.err:find("^iprcore " .. c[1]
          .. ": [%w/]*stdout: cannot write: No space left on device %[io%]\n$"), r.err)
      end)

      it("names what cannot be read: " .. c[1], function()
        for _, path in ipairs { WORK, WORK .. "/missing.csv", "/proc/self/mem" } do
          local r = cli.run(job[1]:format(path))
          assert.same({ 3, "" }, { r.code, r.out }, r.err)
          assert.truthy(r.err:find(path .. ": cannot read: ", 1, true), r.err)
          assert.equal(1, select(2, r.err:gsub("\n", "\n")), r.err)
        end
      end)
    end
  end
end)

local LONG = {}
for i = 1, 20000 do LONG[i] = i .. ",a replica bag of Acme" end
LONG = file("long.csv", "id,title\n" .. table.concat(LONG, "\n") .. "\n")
local STREAMS = { score = "score --rules " .. RULES .. " --threads 2 " .. LONG,
  ["score csv"] = "score --format csv --rules " .. RULES .. " " .. LONG,
  brands = "brands " .. LONG, rows = "rows " .. LONG }

describe("a long output", function()
  for name, words in pairs(STREAMS) do
    it("is quiet when its reader goes: " .. name, function()
      assert.equal("", cli.run(words, { after = "| head -n 1 >/dev/null" }).err)
    end)

    it("has whole lines where a file may grow no more: " .. name, function()
      local out = WORK .. "/short"
      local r = cli.run(words, { stdout = out, env = "ulimit -f 40; " })
      local text = slurp(out)
      assert.same({ 3, "\n" }, { r.code, text:sub(-1) }, r.err)
      assert.truthy(#text > 10000 and #text <= 40960 and r.err:find("cannot write", 1, true))
      os.remove(out)
    end)
  end

  it("ends well where its input loses its end meanwhile", function()
    local copy = WORK .. "/cut.csv"
    os.execute(("cp %s %s"):format(LONG, copy))
    local script = file("cut.sh", 'read -r line; echo "$line"; : >"$1"; cat\n')
    local r = cli.run("score --format csv --rules " .. RULES .. " " .. copy,
      { after = "| sh " .. script .. " " .. copy })
    assert.same({ "", "\n" }, { r.err, r.out:sub(-1) })
    for line in r.out:gmatch "[^\n]+" do assert.equal(4, select(2, line:gsub(",", ",")), line) end
  end)
end)

describe("a file written with --out or --pack", function()
  it("is left as it was where writing fails", function()
    local path = file("old.txt", "old")
    for _, words in ipairs { "report --year 2019 --format html --out %s " .. EVENTS,
      "tally --pack %s " .. EVENTS, "parse --out %s " .. REPORT } do
      local r = cli.run(words:format(path), { env = "ulimit -f 0; " })
      assert.equal(3, r.code)
      assert.equal("old", slurp(path))
    end
    assert.falsy(files_in(WORK):find ".part")
  end)

  it("keeps its mode, and another's half file is not touched", function()
    local path, other = file("mode.txt", "old"), file("mode.txt.part", "another's")
    os.execute("chmod 640 " .. path)
    assert.equal(0, cli.run("parse --out " .. path .. " " .. REPORT).code)
    local p = io.popen("stat -c %a " .. path)
    assert.equal("640", p:read "l")
    p:close()
    assert.equal("another's", slurp(other))
    os.remove(other)
    assert.falsy(files_in(WORK):find ".part")
  end)
end)

-- Runs a command that waits for input that never ends, and sends the signal once it is under way.
local function interrupt(signal, words, suffix)
  local script = file("interrupt.sh", ([[
preload=$LD_PRELOAD
unset LD_PRELOAD
mkfifo "$1/in"
LD_PRELOAD=$preload $2 <"$1/in" >"$1/out" 2>"$1/err" &
exec 3>"$1/in"
printf 'id,title\n1,a\n2,b\n' >&3
while [ ! -s "$1/]] .. (suffix or "out") .. [[" ] && kill -0 $! 2>/dev/null; do :; done
kill -%s $!
wait $!
echo $?
]]):format(signal))
  local folder = WORK .. "/signal"
  os.execute("mkdir " .. folder)
  local build, lua = os.getenv("IPR_BUILD") or "build/5.4", os.getenv("IPR_LUA") or "lua5.4"
  local p = io.popen(("IPR_BUILD=%s timeout 20 bash %s %s '%s ./lua/bin/iprcore %s'"):format(
    build, script, folder, lua, words:format(folder)))
  local code = tonumber(p:read "l")
  p:close()
  local out, err, left = slurp(folder .. "/out"), slurp(folder .. "/err"), files_in(folder)
  os.execute("rm -r " .. folder)
  return code, out, err, left
end

describe("a signal", function()
  for signal, number in pairs { INT = 2, TERM = 15, HUP = 1 } do
    for _, threads in ipairs { 1, 2 } do
      it(("%s ends a command that waits, on %d threads"):format(signal, threads), function()
        local code, out, err = interrupt(signal,
          ("score --format csv --rules %s --threads %d -"):format(RULES, threads))
        assert.same({ 128 + number, "iprcore score: interrupted\n" }, { code, err })
        assert.equal("\n", out:sub(-1))
      end)
    end
  end

  it("leaves no half file", function()
    local code, _, err, left = interrupt("TERM", "simulate --seed 1 --years 2010-2025 --out %s/s",
      "s/events.csv.part")
    assert.same({ 143, "iprcore simulate: interrupted\n" }, { code, err })
    assert.equal("err\nin\nout\ns\n", left)
  end)
end)

teardown(function() os.execute("rm -rf " .. WORK) end)
