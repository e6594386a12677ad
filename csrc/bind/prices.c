/* SPDX-License-Identifier: MIT
 * prices.c (bind): prices.new and the table's methods. */
#include "bind.h"

#include "../core/price.h"

#define PRICES_CLASS "iprcore.prices"

IPR_BIND_LIST(prices, PRICES_CLASS, ipr_prices, ipr_prices_new, ipr_prices_free)

/* brand, category, condition, currency at arguments 2 to 5 */
static ipr_price_key check_key(lua_State *L)
{
    ipr_price_key k = {ipr_bind_checkstr(L, 2), ipr_bind_optstr(L, 3), ipr_bind_optstr(L, 4),
                       ipr_bind_optstr(L, 5)};
    return k;
}

static int answer(lua_State *L, ipr_status st, const ipr_err *err)
{
    if (st)
        return ipr_bind_fail(L, err);
    lua_pushboolean(L, 1);
    return 1;
}

/* p:add(brand, category, condition, currency, price) */
static int l_add(lua_State *L)
{
    ipr_err err = {0};
    ipr_price_key k = check_key(L);
    return answer(L, ipr_prices_add(check_prices(L), &k, luaL_checknumber(L, 6), &err), &err);
}

/* p:put(brand, category, condition, currency, n, median, mad_log) */
static int l_put(lua_State *L)
{
    ipr_err err = {0};
    lua_Integer n = luaL_optinteger(L, 6, 0);
    luaL_argcheck(L, n >= 0 && n <= 0x7FFFFFFF, 6, "a count expected");
    ipr_price_ref r = {check_key(L), (uint32_t)n, luaL_checknumber(L, 7), luaL_checknumber(L, 8)};
    return answer(L, ipr_prices_put(check_prices(L), &r, &err), &err);
}

/* p:rate(currency, units_per_usd) */
static int l_rate(lua_State *L)
{
    ipr_err err = {0};
    ipr_str c = ipr_bind_checkstr(L, 2);
    return answer(L, ipr_prices_rate(check_prices(L), c, luaL_checknumber(L, 3), &err), &err);
}

static int l_settle(lua_State *L)
{
    ipr_prices_settle(check_prices(L));
    return 0;
}

static int push_ref(lua_State *L, const ipr_price_ref *r)
{
    ipr_bind_pushstr(L, r->key.brand);
    ipr_bind_pushstr(L, r->key.category);
    ipr_bind_pushstr(L, r->key.condition);
    ipr_bind_pushstr(L, r->key.currency);
    lua_pushinteger(L, r->n);
    lua_pushnumber(L, r->median);
    lua_pushnumber(L, r->mad_log);
    return 7;
}

/* p:at(i) -> brand, category, condition, currency, n, median, mad_log; 1-based */
static int l_at(lua_State *L)
{
    ipr_prices *p = check_prices(L);
    lua_Integer i = luaL_checkinteger(L, 2);
    if (i < 1 || (size_t)i > ipr_prices_count(p))
        return 0;
    return push_ref(L, ipr_prices_at(p, (size_t)i - 1));
}

static int l_count(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)ipr_prices_count(check_prices(L)));
    return 1;
}

/* p:look(brand, category, condition, currency) -> median, converted, or nil, why */
static int l_look(lua_State *L)
{
    static const char *const why[] = {"found", "no_cell", "other_money", "few", "wide"};
    ipr_price_key k = check_key(L);
    ipr_price_answer a = ipr_prices_look(check_prices(L), &k);
    if (a.why != IPR_PRICE_FOUND) {
        lua_pushnil(L);
        lua_pushstring(L, why[a.why]);
        return 2;
    }
    lua_pushnumber(L, a.median);
    lua_pushboolean(L, a.converted);
    return 2;
}

static const luaL_Reg methods[] = {{"add", l_add},       {"put", l_put},    {"rate", l_rate},
                                   {"settle", l_settle}, {"at", l_at},      {"count", l_count},
                                   {"look", l_look},     {"close", l_fini}, {NULL, NULL}};
static const luaL_Reg functions[] = {{"new", l_new}, {NULL, NULL}};

int ipr_open_prices(lua_State *L)
{
    ipr_bind_class(L, PRICES_CLASS, methods, l_fini);
    luaL_newlib(L, functions);
    return 1;
}
