/* SPDX-License-Identifier: MIT
 * gtin.c (bind): gtin.check, gtin.digit. */
#include "bind.h"

#include "../core/gtin.h"

/* check(text) -> state, state text, check_ok, length, key|nil, upce */
static int l_check(lua_State *L)
{
    ipr_gtin g = ipr_gtin_check(ipr_bind_checkstr(L, 1));
    lua_pushstring(L, ipr_gtin_state_name(g.state));
    lua_pushstring(L, ipr_gtin_state_text(g.state));
    lua_pushboolean(L, g.check_ok);
    lua_pushinteger(L, g.length);
    if (g.check_ok)
        lua_pushstring(L, g.key);
    else
        lua_pushnil(L);
    lua_pushboolean(L, g.upce);
    return 6;
}

/* digit(digits) -> the check digit that digits without one need */
static int l_digit(lua_State *L)
{
    ipr_str s = ipr_bind_checkstr(L, 1);
    for (size_t i = 0; i < s.n; i++)
        luaL_argcheck(L, s.p[i] >= '0' && s.p[i] <= '9', 1, "digits expected");
    char c = ipr_gtin_digit(s.p, s.n);
    lua_pushlstring(L, &c, 1);
    return 1;
}

static const luaL_Reg functions[] = {{"check", l_check}, {"digit", l_digit}, {NULL, NULL}};

int ipr_open_gtin(lua_State *L)
{
    luaL_newlib(L, functions);
    return 1;
}
