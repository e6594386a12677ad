/* SPDX-License-Identifier: MIT
 * money.c (bind): money.parse, money.style, money.currency. */
#include "bind.h"

#include "../core/money.h"

static const char *const styles[] = {"unknown", "dot", "comma", NULL};

/* parse(text, currency|nil, style|nil) -> amount, currency|nil, minor|nil or nil, state */
static int l_parse(lua_State *L)
{
    int64_t minor = 0;
    ipr_money_style style = (ipr_money_style)luaL_checkoption(L, 3, "unknown", styles);
    ipr_money m = ipr_money_parse(ipr_bind_checkstr(L, 1), ipr_bind_optstr(L, 2), style);
    if (m.state != IPR_MONEY_OK) {
        lua_pushnil(L);
        lua_pushstring(L, ipr_money_state_name(m.state));
        return 2;
    }
    lua_pushnumber(L, ipr_money_value(&m));
    if (m.currency[0])
        lua_pushstring(L, m.currency);
    else
        lua_pushnil(L);
    if (m.currency[0] && ipr_money_minor(&m, &minor))
        lua_pushinteger(L, (lua_Integer)minor);
    else
        lua_pushnil(L);
    return 3;
}

/* style{texts} -> "dot", "comma" or nil: what a whole column shows */
static int l_style(lua_State *L)
{
    ipr_money_votes v = {0, 0};
    luaL_checktype(L, 1, LUA_TTABLE);
    for (lua_Integer i = 1; lua_rawgeti(L, 1, i) == LUA_TSTRING; i++) {
        ipr_money_vote(&v, ipr_bind_checkstr(L, -1));
        lua_pop(L, 1);
    }
    ipr_money_style s = ipr_money_decide(&v);
    if (s == IPR_STYLE_UNKNOWN)
        lua_pushnil(L);
    else
        lua_pushstring(L, styles[s]);
    return 1;
}

/* currency(code) -> minor units, or nil if ISO 4217 has no such code */
static int l_currency(lua_State *L)
{
    const ipr_currency *c = ipr_currency_find(ipr_bind_checkstr(L, 1));
    if (!c)
        return 0;
    lua_pushinteger(L, c->minor);
    return 1;
}

static const luaL_Reg functions[] = {
    {"parse", l_parse}, {"style", l_style}, {"currency", l_currency}, {NULL, NULL}};

int ipr_open_money(lua_State *L)
{
    luaL_newlib(L, functions);
    return 1;
}
