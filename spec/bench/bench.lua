-- `make bench`: the speed of scoring as ratios inside one run, on synthetic listings made by the
-- generator beside the project. usage: bench.lua BUILD ROWS RUNS BIG_ROWS
--
-- Everything runs as a child with its output in a file, one after the other, RUNS times; a figure
-- is the median of the ratios of the runs. Ratios of one thread and one process are of processor
-- time on one and the same processor, what loading takes (a file with a header only) taken out;
-- those of threads are of time on the clock, on all processors. Writes build/bench/results.md
-- and build/bench/differences.csv; a run as large as the bars ask for also writes
-- spec/bench/results.md, which `make readme` puts into the README.
local answers = require "bench.answers"
local folder = require "spec.support.folder"
local inputs = require "bench.inputs"
local machine = require "bench.machine"

local build, rows, runs, big_rows = arg[1], tonumber(arg[2]), tonumber(arg[3]), tonumber(arg[4])
local lua = arg[-1] or "lua"
local HERE, KEYS, PEERS, FEED = inputs.here, inputs.keys, inputs.peers, inputs.files.feed[1]
local RULES = "spec/bench/peer_rules.lua"
local sh = inputs.sh

local function stop(message)
  io.stderr:write("bench: " .. message .. "\n")
  os.exit(1)
end

local SCORE = "$lua $iprcore score --rules $rules --define keydir=" .. KEYS
  .. " --define brands=$brands --threads $threads --format csv $in"
local TALLY = "$lua $iprcore tally $in --period month --format jsonl"
local PEER_PYTHON = "/usr/bin/python3 " .. PEERS .. "/score.py $in " .. KEYS .. " 10000"
local GIVEN = { lua = lua, build = build, iprcore = "lua/bin/iprcore", rules = RULES,
  brands = 10000, threads = 1 }

-- Who runs: name, command, what is put into it where it differs from GIVEN; input: the feed if
-- not another; needs: a command without which it is left out, with what to say then; free: on
-- any processor, not on the one of all the others.
local CASES = {
  { "floor", "$build/test/bench_floor $in" },
  { "one", SCORE },
  { "one_free", SCORE, free = true },
  { "two", SCORE, { threads = 2 }, free = true },
  { "1k", SCORE, { brands = 1000 } },
  { "100k", SCORE, { brands = 100000 } },
  { "rules_10", SCORE, { rules = HERE .. "/rules_10.lua" } },
  { "rules_20", SCORE, { rules = HERE .. "/rules_20.lua" } },
  { "rules_50", SCORE, { rules = HERE .. "/rules_50.lua" } },
  { "rules_100", SCORE, { rules = HERE .. "/rules_100.lua" } },
  { "rules_200", SCORE, { rules = HERE .. "/rules_200.lua" } },
  { "lua", "$lua " .. PEERS .. "/score.lua $in " .. KEYS .. " 10000" },
  { "python", PEER_PYTHON,
    needs = "/usr/bin/python3 -c 'import ahocorasick, Levenshtein' 2>/dev/null",
    without = "apt-get install python3-ahocorasick python3-levenshtein" },
  { "rock", (SCORE:gsub("^%$lua ", "")), { iprcore = HERE .. "/rock/bin/iprcore" },
    needs = ("command -v luarocks >/dev/null && luarocks make --lua-version 5.4 --tree %s/rock "
      .. "> %s/rock.log 2>&1"):format(HERE, HERE),
    without = "luarocks could not install it (build/bench/rock.log)" },
  { "parse", "$lua $iprcore parse --format jsonl $in", input = "texts",
    needs = "test -s " .. inputs.files.texts[1], without = inputs.metrics .. " is missing" },
  { "programme", TALLY, input = "events" },
  { "counting", "$lua spec/bench/tally_counts.lua $in", input = "events" },
  { "tally_lua", "$lua spec/bench/tally_plain.lua $in", input = "events" },
}

-- What prints its figure itself: name, command, pattern of the figure.
local PROBES = {
  { "core", ("%s spec/bench/metrics_speed.lua %s %s %d"):format(lua, build, inputs.metrics,
    inputs.texts_mb), "([%d.]+) MB/s",
    needs = "test -s " .. inputs.metrics, without = inputs.metrics .. " is missing" },
  { "csv", ("%s/test/bench_csv %s 1"):format(build, FEED), "x ([%d.]+)%s*$" },
}

-- A small difference of two large figures: what makes it takes turns, several times in a run.
local TURNS = 5
local FUNCTIONS = { "functions", SCORE, { rules = "spec/bench/functions.lua" } }
local READS = { "reads", SCORE, { rules = HERE .. "/reads.lua" } }
local PLAIN = { "plain", ("%s spec/bench/functions_plain.lua %s 5000 40"):format(lua, FEED),
  "^[%d.]+" }

local function fill(command, own, input)
  return (command:gsub("%$(%w+)", function(name)
    return tostring(name == "in" and input or own and own[name] or GIVEN[name])
  end))
end

-- Those that can run here.
local function present(cases)
  local out = {}
  for _, c in ipairs(cases) do
    if not c.needs or sh(c.needs) then
      out[#out + 1] = c
    else
      io.write(("%s left out: %s\n"):format(c[1], c.without))
    end
  end
  return out
end

-- Runs a command, on one processor unless it is free: { wall, cpu, kb }.
local function measure(command, out, free)
  local p = assert(io.popen(("%s/test/bench_run %s %s %s"):format(build, free and "all" or "one",
    out, command)))
  local wall, cpu, kb, code = p:read("n", "n", "n", "n")
  p:close()
  if code ~= 0 then stop("failed: " .. command) end
  return { wall = wall, cpu = cpu, kb = kb }
end

local function run_case(c)
  local input = inputs.files[c.input or "feed"]
  local none = c[1] == "floor" and { wall = 0, cpu = 0, kb = 0 }
    or measure(fill(c[2], c[3], input[2]), HERE .. "/none.csv", c.free)
  local all = measure(fill(c[2], c[3], input[1]), ("%s/%s.csv"):format(HERE, c[1]), c.free)
  return { wall = all.wall - none.wall, cpu = all.cpu - none.cpu, kb = all.kb, none = none }
end

local function run_probe(probe)
  local out = HERE .. "/figure.txt"
  measure(probe[2] .. " 2>/dev/null", out)
  return tonumber(folder.slurp(out):match(probe[3]))
end

local function take_turns(say)
  local turns = {}
  for i = 1, TURNS do
    say(("functions, reads, plain: turn %d"):format(i))
    turns[i] = { functions = run_case(FUNCTIONS), reads = run_case(READS),
      plain = run_probe(PLAIN) }
  end
  return turns
end

local function run_all(cases, probes)
  local samples = {}
  for run = 1, runs do
    local s = {}
    local function say(name)
      io.write(("\rrun %d of %d: %-40s"):format(run, runs, name))
      io.flush()
    end
    for _, c in ipairs(cases) do
      say(c[1])
      s[c[1]] = run_case(c)
    end
    for _, p in ipairs(probes) do
      say(p[1])
      s[p[1]] = run_probe(p)
    end
    s.turns = take_turns(say)
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

-- Speed of scoring beside the floor's.
local function beside_floor(name)
  return function(s) return s.floor.cpu / s[name].cpu end
end

-- Bars: what, figure of a run, must, aim; least: the smaller the better.
local BARS = {
  { "one thread ÷ libcsv that copies the fields", beside_floor "one", 0.40, 0.60 },
  { "one thread ÷ Python peer", function(s) return s.python.cpu / s.one.cpu end, 9, 16 },
  { "one thread ÷ pure-Lua peer", function(s) return s.lua.cpu / s.one.cpu end, 22, 42 },
  { "two threads ÷ one", function(s) return s.one_free.wall / s.two.wall end, 1.65, 1.85 },
  { "20 function rules ÷ a plain Lua loop", function(s)
    return over(s.turns, function(turn)
      return (turn.functions.cpu - turn.reads.cpu) / rows * 1e9 / turn.plain
    end)
  end, 1.5, 1.1, least = true },
  { "100,000 brands ÷ 1,000", function(s) return s["1k"].cpu / s["100k"].cpu end, 0.70, 0.85 },
  { "loading 100,000 brands, s", function(s) return s["100k"].none.cpu end, 2, 1, least = true },
  { "peak memory, two threads, MB", function(s) return s.two.kb / 1024 end, 64, 32, least = true },
  { "20 conditions ÷ libcsv that copies the fields", beside_floor "rules_20" },
  { "50 conditions ÷ libcsv", beside_floor "rules_50" },
  { "100 conditions ÷ libcsv", beside_floor "rules_100" },
  { "200 conditions ÷ libcsv", beside_floor "rules_200" },
  { "a condition more, ns", function(s)
    return (s.rules_200.cpu - s.rules_10.cpu) / rows / 190 * 1e9
  end },
  { "installed rock ÷ clone", function(s) return s.one.cpu / s.rock.cpu end },
  { "metric parsing, core, MB/s", function(s) return assert(s.core) end, 30, 60 },
  { "`iprcore parse --format jsonl`, MB/s", function(s) return inputs.texts_mb / s.parse.cpu end },
  { "tally of the programme ÷ plain Lua that counts rows", function(s)
    return s.tally_lua.cpu / s.programme.cpu
  end },
  { "tally of two counts ÷ plain Lua that counts rows", function(s)
    return s.tally_lua.cpu / s.counting.cpu
  end },
  { "reading CSV ÷ stock libcsv, these listings", function(s) return s.csv end, 2, 2.7 },
}

-- A probe and a bar for each of the CSV files beside the project.
local function add_files()
  for _, name in ipairs(inputs.csv_files()) do
    local command = ("%s/test/bench_csv %s/%s 21"):format(build, inputs.listings, name)
    PROBES[#PROBES + 1] = { name, command, "x ([%d.]+)%s*$" }
    BARS[#BARS + 1] = { "reading CSV ÷ stock libcsv, " .. name, function(s) return s[name] end,
      1.3, 2 }
  end
end

local function threads_agree()
  local big, first = KEYS .. "/big.csv", nil
  inputs.feed(big_rows, big)
  local kb = {}
  for threads = 1, 4 do
    io.write(("\r%d rows, %d threads"):format(big_rows, threads))
    io.flush()
    local out = ("%s/big_%d.csv"):format(HERE, threads)
    kb[threads] = measure(fill(SCORE, { threads = threads }, big), out, true).kb
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
  out[#out + 1] = "Ratios of speed, by processor time without loading. Function rules: what "
    .. "`spec/bench/functions.lua` costs above reading the same fields, a plain loop calling the "
    .. "same closures on filled tables."
  out[#out + 1] = ""
  out[#out + 1] = ("%s. `make bench ROWS=%d RUNS=%d BIG=%d`: %d listings of %.0f bytes, 10,000 "
    .. "brands, the 21 rules of the peers, medians of %d; equal output on 1, 2, 3 and 4 threads "
    .. "for %d listings."):format(machine(lua), rows, runs, big_rows, rows,
    answers.size(FEED) / rows, runs, big_rows)
  return table.concat(out, "\n") .. "\n"
end

local made, missing = inputs.make(lua, rows)
if not made then stop(missing) end
add_files()
local samples = run_all(present(CASES), present(PROBES))
local same = answers.compare(HERE, FEED, KEYS, samples[1].python and "python" or "lua")
local text = results(samples, threads_agree(), same)
local paths = { HERE .. "/results.md" }
if rows >= 250000 and runs >= 3 then paths[2] = "spec/bench/results.md" end
for _, path in ipairs(paths) do
  inputs.write(path, text)
end
io.write(text, same.report)
