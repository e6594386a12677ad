-- What LuaRocks builds and installs; the Makefile does the work, so that there is one build.
rockspec_format = "3.0"
package = "iprcore"
version = "scm-1"
source = { url = "git+file://." }
description = {
  summary = "Reads metrics, scores listings, tallies an intellectual-property protection programme",
  detailed = [[
A C core with a Lua interface for people who protect intellectual property on marketplaces:
it parses metrics out of report prose, scores listings for suspected counterfeits by rules
that analysts write in Lua, and tallies a programme's events into the figures of its yearly
report. With the command line tool iprcore.]],
  license = "MIT",
}
dependencies = { "lua >= 5.3" }
external_dependencies = { CSV = { header = "csv.h", library = "csv" } }
build = {
  type = "make",
  -- The Makefile reads the Lua version from lua.h in LUA_INCDIR, so that objects of two
  -- versions never mix.
  variables = {
    CC = "$(CC)", CFLAGS = "$(CFLAGS)", LIBFLAG = "$(LIBFLAG)",
    LUA_INCDIR = "$(LUA_INCDIR)", CSV_INCDIR = "$(CSV_INCDIR)", CSV_LIBDIR = "$(CSV_LIBDIR)",
    INST_LUADIR = "$(LUADIR)", INST_LIBDIR = "$(LIBDIR)",
  },
  install = { bin = { iprcore = "lua/bin/iprcore" } },
}
test = { type = "command", command = "make test" }
