--- The command line: finds the command, runs it, turns errors into messages and exit codes
-- (0 done, 1 usage, 2 data, 3 I/O, 128 and its number where a
-- signal ended it). A command is lua/iprcore/cli/NAME.lua and returns
-- { usage = "one line", help = "text", options = {…}, run = function(opts, args) }.
local core = require "iprcore.core"
local errors = require "iprcore.errors"
local output = require "iprcore.output"

local M = {}

-- name, what it is for (the order of `iprcore --help`)
M.commands = {
  { "score", "score a feed of listings, one line out for each in" },
  { "explain", "say rule by rule why listings got their scores" },
  { "check", "look a rule file over before it is used" },
  { "brands", "find the brands titles name, and how they are written" },
  { "parse", "read metrics out of reports" },
  { "compare", "line up the figures of reports, and say which may be compared" },
  { "sample", "draw listings from every band of scores, for people to decide" },
  { "backtest", "measure a rule set on decided listings" },
  { "fit", "fit the rules' weights to decided listings" },
  { "diff", "show which listings change between two rule sets" },
  { "profile", "show time and hits by rule" },
  { "prices", "work out usual prices from catalogues" },
  { "audit", "test the claims of a report against data and against itself" },
  { "context", "count over a feed what single listings cannot show" },
  { "report", "write the year's report from events or figures" },
  { "simulate", "make a programme's years and a feed that never were, with their truth" },
  { "tally", "count a programme's events into key figures" },
  { "merge", "merge packed tallies into one" },
  { "rows", "show a CSV file's records as JSON arrays" },
  { "demo", "the main job from end to end on the shipped inputs" },
}

local EXIT = { usage = 1, io = 3 }

local function help()
  local out = { "usage: iprcore COMMAND [OPTIONS] [FILES]", "" }
  for _, c in ipairs(M.commands) do
    out[#out + 1] = ("  %-10s %s"):format(c[1], c[2])
  end
  out[#out + 1] = ""
  out[#out + 1] = "iprcore COMMAND --help tells more; iprcore --version prints the version."
  return table.concat(out, "\n") .. "\n"
end

local function known(name)
  for _, c in ipairs(M.commands) do
    if c[1] == name then return true end
  end
end

--- Runs one command line (array of words); returns the exit code.
function M.main(argv)
  local name = argv[1]
  if name == nil or name == "--help" or name == "help" then
    (name and io.stdout or io.stderr):write(help())
    return name and 0 or 1
  elseif name == "--version" then
    print(require("iprcore")._VERSION)
    return 0
  elseif not known(name) then
    io.stderr:write(("iprcore: no command %q; iprcore --help lists them\n"):format(name))
    return 1
  end
  -- The outer pcall is for a signal's error that is raised while the inner one ends.
  local inner, ok, result = pcall(pcall, function()
    core.sink.signals()
    local options = require "iprcore.cli.options"
    local command = require("iprcore.cli." .. name)
    local opts, args = options.parse(name, command, argv, 2)
    if opts.help then
      io.stdout:write(options.help(name, command))
      return 0
    end
    return command.run(opts, args) or 0
  end)
  if not inner then ok, result = false, ok end
  if ok then
    local flushed, message = io.stdout:flush()
    if flushed and not core.sink.caught() then return result end
    result = core.error { code = "io", message = "cannot write: " .. tostring(message) }
  end
  local signal = core.sink.caught()
  if signal then
    io.stderr:write("iprcore ", name, ": interrupted\n")
    return 128 + signal
  end
  if result == output.CLOSED_PIPE then return 0 end
  io.stderr:write("iprcore ", name, ": ", output.visible(tostring(result), true), "\n")
  return errors.is(result) and (EXIT[result.code] or 2) or 2
end

return M
