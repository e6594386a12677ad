-- `make bench`: the speed of scoring as ratios inside one run, on synthetic listings made by the
-- generator beside the project. usage: bench.lua BUILD ROWS RUNS BIG_ROWS
--
-- Everything runs as a child with its output in a file, one after the other, RUNS times; a figure
-- is the median of the ratios of the runs. Ratios of one thread and one process are of processor
-- time, what loading takes (a file with a header only) taken out; those of threads are of time on
-- the clock. Writes build/bench/results.md and build/bench/differences.csv; a run as large as the
-- bars ask for also writes spec/bench/results.md, which `make readme` puts into the README.
local answers = require "bench.answers"
local machine = require "bench.machine"

local build, rows, runs, big_rows = arg[1], tonumber(arg[2]), tonumber(arg[3]), tonumber(arg[4])
local lua = arg[-1] or "lua"
local PEERS, HERE = "../shared/peers", "build/bench"
local KEYS, FEED, HEAD = HERE .. "/keys", HERE .. "/keys/listings.csv", HERE .. "/keys/header.csv"
local RULES = "spec/bench/peer_rules.lua"

local function sh(command)
  return os.execute(command) and true or false
end

local function exists(path)
  local f = io.open(path, "rb")
  return f and f:close() and true or false
end

local function stop(message)
  io.stderr:write("bench: " .. message .. "\n")
  os.exit(1)
end

-- The feed of n rows, made where it is not there yet.
local function make_feed(n, path)
  local made = io.open(path .. ".rows", "rb")
  local have = made and made:read("n")
  if made then made:close() end
  if have == n and exists(path) then return end
  assert(sh(("%s/make_listings %d %s %s"):format(HERE, n, KEYS, path:match("[^/]+$"))))
  local f = assert(io.open(path .. ".rows", "wb"))
  f:write(n, "\n")
  f:close()
end

local function prepare()
  if not exists(PEERS .. "/make_listings.c") then
    stop(PEERS .. " is missing: it holds the peers and the generator of the listings")
  end
  assert(sh("mkdir -p " .. KEYS))
  assert(sh(("cc -O2 -w %s/make_listings.c -lm -o %s/make_listings"):format(PEERS, HERE)))
  make_feed(rows, FEED)
  assert(sh(("head -1 %s > %s"):format(FEED, HEAD)))
  if not exists(KEYS .. "/fold.tsv") then
    sh(("/usr/bin/python3 %s/make_fold.py %s/fold.tsv"):format(PEERS, KEYS))
  end
end

-- A command scoring a feed by the peers' rules.
local function score(feed, options)
  options = options or {}
  return ("%s lua/bin/iprcore score --rules %s --define keydir=%s --define brands=%d --threads %d "
    .. "--format csv %s"):format(lua, options.rules or RULES, KEYS, options.brands or 10000,
    options.threads or 1, feed)
end

-- Twenty function rules, or what reads the same fields without one.
local READS = HERE .. "/reads.lua"
local function rules_file(path, text)
  local f = assert(io.open(path, "wb"))
  f:write('local ipr = require "iprcore"\nlocal rule, L = ipr.rule, ipr.field\n', text)
  f:close()
end

local function many_rules(n)
  local out = { "return {\n" }
  for i = 1, n do
    out[#out + 1] = ("rule 'r%d' { when = L.price:below(%d) & L.seller_age_days:below(%d) },\n")
      :format(i, i % 40, i % 30)
  end
  local path = ("%s/rules_%d.lua"):format(HERE, n)
  rules_file(path, table.concat(out) .. "}\n")
  return path
end

local function has_python()
  return sh("/usr/bin/python3 -c 'import ahocorasick, Levenshtein' 2>/dev/null")
end

-- Who runs: name, command on a feed, and whether what it loads is measured too.
local function contestants()
  rules_file(READS, [[
    local no = L.price:below(0) & L.seller_age_days:below(0)
    local text = ipr.any { L.ship_from:is "x", L.category:is "x", L.currency:is "x",
      L.gtin:is "x", L.brand:is "x" }
    return { rule "x" { when = no | text } }]])
  local list = {
    { "floor", function(feed) return build .. "/test/bench_floor " .. feed end },
    { "one", score, load = true },
    { "two", function(feed) return score(feed, { threads = 2 }) end, load = true },
    { "1k", function(feed) return score(feed, { brands = 1000 }) end, load = true },
    { "100k", function(feed) return score(feed, { brands = 100000 }) end, load = true },
    { "functions", function(feed) return score(feed, { rules = "spec/bench/functions.lua" }) end,
      load = true },
    { "reads", function(feed) return score(feed, { rules = READS }) end, load = true },
    { "rules_10", function(feed) return score(feed, { rules = many_rules(10) }) end, load = true },
    { "rules_200", function(feed) return score(feed, { rules = many_rules(200) }) end,
      load = true },
    { "lua", function(feed)
      return ("%s %s/score.lua %s %s 10000"):format(lua, PEERS, feed, KEYS)
    end, load = true },
  }
  if has_python() then
    list[#list + 1] = { "python", function(feed)
      return ("/usr/bin/python3 %s/score.py %s %s 10000"):format(PEERS, feed, KEYS)
    end, load = true }
  else
    io.write("python peer left out: apt-get install python3-ahocorasick python3-levenshtein\n")
  end
  if sh(("command -v luarocks >/dev/null && luarocks make --lua-version 5.4 --tree %s/rock "
    .. "> %s/rock.log 2>&1"):format(HERE, HERE)) then
    list[#list + 1] = { "rock", function(feed)
      return (score(feed):gsub("^%S+ lua/bin/iprcore", HERE .. "/rock/bin/iprcore"))
    end, load = true }
  else
    io.write("installed rock left out: luarocks could not install it (build/bench/rock.log)\n")
  end
  return list
end

-- Runs a command: { wall, cpu, kb }.
local function measure(command, out)
  local p = assert(io.popen(("%s/test/bench_run %s %s"):format(build, out, command)))
  local wall, cpu, kb, code = p:read("n", "n", "n", "n")
  p:close()
  if code ~= 0 then stop("failed: " .. command) end
  return { wall = wall, cpu = cpu, kb = kb }
end

local function run_all(list)
  local samples = {}
  for run = 1, runs do
    local s = {}
    for _, c in ipairs(list) do
      io.write(("\rrun %d of %d: %-12s"):format(run, runs, c[1]))
      io.flush()
      local none = c.load and measure(c[2](HEAD), HERE .. "/none.csv")
        or { wall = 0, cpu = 0, kb = 0 }
      local all = measure(c[2](FEED), ("%s/%s.csv"):format(HERE, c[1]))
      s[c[1]] = { wall = all.wall - none.wall, cpu = all.cpu - none.cpu, kb = all.kb, none = none }
    end
    local p = assert(io.popen(("%s spec/bench/functions_plain.lua %s 5000 40"):format(lua, FEED)))
    s.plain = p:read("n")
    p:close()
    samples[run] = s
  end
  io.write("\n")
  return samples
end

local function median(list)
  table.sort(list)
  return list[(#list + 1) // 2]
end

-- The median over the runs of f(sample); nil where a contestant is missing.
local function over(samples, f)
  local out = {}
  for i, s in ipairs(samples) do
    local ok, x = pcall(f, s)
    if not ok then return nil end
    out[i] = x
  end
  return median(out)
end

-- Bars: what, figure of a run, must, aim; least: the smaller the better.
local BARS = {
  { "one thread ÷ libcsv that copies the fields", function(s) return s.floor.cpu / s.one.cpu end,
    0.40, 0.60 },
  { "one thread ÷ Python peer", function(s) return s.python.cpu / s.one.cpu end, 9, 16 },
  { "one thread ÷ pure-Lua peer", function(s) return s.lua.cpu / s.one.cpu end, 22, 42 },
  { "two threads ÷ one", function(s) return s.one.wall / s.two.wall end, 1.65, 1.85 },
  { "20 function rules ÷ a plain Lua loop", function(s)
    return (s.functions.cpu - s.reads.cpu) / rows * 1e9 / s.plain
  end, 1.5, 1.1, least = true },
  { "100,000 brands ÷ 1,000", function(s) return s["1k"].cpu / s["100k"].cpu end, 0.70, 0.85 },
  { "loading 100,000 brands, s", function(s) return s["100k"].none.cpu end, 2, 1, least = true },
  { "peak memory, two threads, MB", function(s) return s.two.kb / 1024 end, 64, 32, least = true },
  { "a declarative rule more, ns", function(s)
    return (s.rules_200.cpu - s.rules_10.cpu) / rows / 190 * 1e9
  end },
  { "installed rock ÷ clone", function(s) return s.one.cpu / s.rock.cpu end },
}

local function threads_agree()
  local big, first = KEYS .. "/big.csv", nil
  make_feed(big_rows, big)
  local kb = {}
  for threads = 1, 4 do
    io.write(("\r%d rows, %d threads"):format(big_rows, threads))
    io.flush()
    local out = ("%s/big_%d.csv"):format(HERE, threads)
    kb[threads] = measure(score(big, { threads = threads }), out).kb
    first = first or out
    if not sh(("cmp %s %s"):format(first, out)) then stop("threads disagree: " .. out) end
  end
  io.write("\n")
  return kb
end

local function verdict(bar, x)
  if not x then return "not measured" end
  if not bar[3] then return "" end
  local function reached(limit)
    if bar.least then return x <= limit end
    return x >= limit
  end
  return reached(bar[4]) and "aim reached" or reached(bar[3]) and "must reached" or "missed"
end

local function shown(x)
  return x and ("%.3g"):format(x) or "–"
end

local function results(samples, kb, same)
  local out = { "| what | measured | must | aim | |", "| --- | ---: | ---: | ---: | --- |" }
  for _, bar in ipairs(BARS) do
    local x = over(samples, bar[2])
    out[#out + 1] = ("| %s | %s | %s | %s | %s |"):format(bar[1], shown(x), shown(bar[3]),
      shown(bar[4]), verdict(bar, x))
  end
  local small = over(samples, function(s) return s.two.kb end)
  local memory = { "", nil, 1.1, 1.0, least = true }
  out[#out + 1] = ("| peak memory, %d rows ÷ %d | %.2f | 1.1 | 1.0 | %s |"):format(big_rows, rows,
    kb[2] / small, verdict(memory, kb[2] / small))
  out[#out + 1] = ("| scores equal to the %s peer's, %% | %.2f | 99.5 | | %s |"):format(same.peer,
    same.share * 100, same.share >= 0.995 and "must reached" or "missed")
  out[#out + 1] = ""
  out[#out + 1] = ("%s. `make bench ROWS=%d RUNS=%d BIG=%d`: %d listings of %.0f bytes, 10,000 "
    .. "brands, the 21 rules of the peers, medians of %d; equal output on 1, 2, 3 and 4 threads "
    .. "for %d listings."):format(machine(lua), rows, runs, big_rows, rows,
    answers.size(FEED) / rows, runs, big_rows)
  return table.concat(out, "\n") .. "\n"
end

prepare()
local list = contestants()
local samples = run_all(list)
local same = answers.compare(HERE, FEED, KEYS, samples[1].python and "python" or "lua")
local text = results(samples, threads_agree(), same)
local paths = { HERE .. "/results.md" }
if rows >= 250000 and runs >= 3 then paths[2] = "spec/bench/results.md" end
for _, path in ipairs(paths) do
  local f = assert(io.open(path, "wb"))
  f:write(text)
  f:close()
end
io.write(text, same.report)
