/* SPDX-License-Identifier: MIT
 * host.c: a C program that embeds Lua and iprcore, in forty lines: it loads a Lua file
 * and calls the function it returns with each line of stdin. Build and try: make host */
#include <lua.h>
#include <lauxlib.h>
#include <lualib.h>

#include <stdio.h>
#include <string.h>

int luaopen_iprcore_core(lua_State *L);

static int fail(lua_State *L)
{
    fprintf(stderr, "host: %s\n", luaL_tolstring(L, -1, NULL));
    lua_close(L);
    return 1;
}

int main(int argc, char **argv)
{
    char line[65536];
    lua_State *L = luaL_newstate();
    if (argc != 3 || !L) {
        fprintf(stderr, "usage: host LUA_FOLDER SCRIPT.lua < TITLES\n");
        return 1;
    }
    luaL_openlibs(L);
    luaL_requiref(L, "iprcore.core", luaopen_iprcore_core, 0); /* linked in, no file needed */
    lua_getglobal(L, "package");
    lua_pushfstring(L, "%s/?.lua;%s/?/init.lua", argv[1], argv[1]);
    lua_setfield(L, -2, "path");
    if (luaL_loadfile(L, argv[2]) || lua_pcall(L, 0, 1, 0)) /* the script returns a function */
        return fail(L);
    while (fgets(line, sizeof line, stdin)) {
        lua_pushvalue(L, -1);
        lua_pushlstring(L, line, strcspn(line, "\n"));
        if (lua_pcall(L, 1, 1, 0))
            return fail(L);
        puts(luaL_tolstring(L, -1, NULL));
        lua_pop(L, 2);
    }
    lua_close(L);
    return 0;
}
