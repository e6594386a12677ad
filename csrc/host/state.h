/* SPDX-License-Identifier: MIT
 * state.h: a lua_State with the module linked in and an array of stories at index 1.
 *
 * Used by the programs that strain the module from outside, faults.c and embed.c. A story is
 * { name, make }; make() prepares what a verb needs and returns the verb, which answers with
 * the same text each time (spec/support/fault_stories.lua). */
#ifndef IPR_HOST_STATE_H
#define IPR_HOST_STATE_H

#include <lua.h>
#include <lauxlib.h>
#include <lualib.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int luaopen_iprcore_core(lua_State *L);

static const char *folder, *script; /* where the Lua files are; the stories */

/* Runs in protected mode: the libraries, the module, the stories; leaves the array of stories. */
static inline int open_all(lua_State *L)
{
    luaL_openlibs(L);
    luaL_requiref(L, "iprcore.core", luaopen_iprcore_core, 0);
    lua_settop(L, 0);
    lua_getglobal(L, "package");
    lua_pushfstring(L, "%s/?.lua;%s/?/init.lua", folder, folder);
    lua_setfield(L, -2, "path");
    if (luaL_loadfile(L, script))
        return lua_error(L);
    lua_call(L, 0, 1);
    lua_pushvalue(L, -1);
    lua_setfield(L, LUA_REGISTRYINDEX, "stories"); /* index 1 is soon an answer */
    return 1;
}

/* A state in which all is loaded; ends the program if that fails. */
static inline lua_State *new_state(lua_Alloc alloc, void *ud)
{
    lua_State *L = lua_newstate(alloc, ud);
    lua_pushcfunction(L, open_all);
    if (lua_pcall(L, 0, 1, 0)) {
        fprintf(stderr, "%s: %s\n", script, luaL_tolstring(L, -1, NULL));
        exit(2);
    }
    return L;
}

/* Pushes story number i's name and make. */
static inline void push_story(lua_State *L, lua_Integer i)
{
    lua_getfield(L, LUA_REGISTRYINDEX, "stories");
    lua_geti(L, -1, i);
    lua_getfield(L, -1, "name");
    lua_getfield(L, -2, "make");
    lua_remove(L, -3);
    lua_remove(L, -3);
}

#endif
