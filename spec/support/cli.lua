-- Runs the command line as a user would, in a process of its own.
--   local r = cli.run("rows -", { stdin = "a,b\n" }); r.code, r.out, r.err
local M = {}

local function slurp(path)
  local f = assert(io.open(path, "rb"))
  local text = f:read("a")
  f:close()
  return text
end

--- Writes text to a new temporary file (suffix optional) and returns its path.
function M.file(text, suffix)
  local base = os.tmpname()
  local path = base
  if suffix then
    path = base .. suffix
    os.remove(base)
  end
  local f = assert(io.open(path, "wb"))
  f:write(text)
  f:close()
  return path
end

--- Runs `iprcore ARGS` (a shell text). opts: stdin (text), stdout (a path, not read back),
-- env (shell text before the command), after (shell text behind it, e.g. "| head -1").
function M.run(args, opts)
  opts = opts or {}
  local out, err = os.tmpname(), os.tmpname()
  local input = opts.stdin and M.file(opts.stdin)
  local build = os.getenv("IPR_BUILD") or "build/5.4"
  local lua = os.getenv("IPR_LUA") or "lua5.4"
  local cmd = ("%s IPR_BUILD=%s %s ./lua/bin/iprcore %s <%s 2>%s %s >%s"):format(
    opts.env or "", build, lua, args, input or "/dev/null", err, opts.after or "",
    opts.stdout or out)
  local _, how, code = os.execute(cmd)
  local r = { code = how == "exit" and code or 128 + code, out = slurp(out), err = slurp(err) }
  os.remove(out)
  os.remove(err)
  if input then os.remove(input) end
  return r
end

return M
