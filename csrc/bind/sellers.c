/* SPDX-License-Identifier: MIT
 * sellers.c (bind): sellers.new and the list's methods. */
#include "bind.h"

#include "../core/seller.h"

#define SELLERS_CLASS "iprcore.sellers"

IPR_BIND_LIST(sellers, SELLERS_CLASS, ipr_sellers, ipr_sellers_new, ipr_sellers_free)

static ipr_seller_list check_list(lua_State *L, int arg, ipr_err *err)
{
    ipr_seller_list list = ipr_seller_list_find(ipr_bind_checkstr(L, arg));
    if (list == IPR_SELLER_LISTS)
        ipr_fail(err, IPR_EVALUE, 0, "list is authorised, watch or deny");
    return list;
}

/* s:add(seller_id, brand, list, until, reason, by) -> true, or nil, message, code, offset */
static int l_add(lua_State *L)
{
    ipr_err err = {0};
    ipr_sellers *s = check_sellers(L);
    ipr_seller_row row = {.seller_id = ipr_bind_optstr(L, 2),
                          .brand = ipr_bind_optstr(L, 3),
                          .until = ipr_bind_optstr(L, 5),
                          .reason = ipr_bind_optstr(L, 6),
                          .by = ipr_bind_optstr(L, 7),
                          .list = check_list(L, 4, &err)};
    if (row.list == IPR_SELLER_LISTS || ipr_sellers_add(s, &row, &err))
        return ipr_bind_fail(L, &err);
    lua_pushboolean(L, 1);
    return 1;
}

/* s:find(list, seller_id, brand, today) -> brand, until, reason, by; nothing if none */
static int l_find(lua_State *L)
{
    ipr_err err = {0};
    ipr_sellers *s = check_sellers(L);
    ipr_seller_list list = check_list(L, 2, &err);
    ipr_str brand = ipr_bind_optstr(L, 4);
    luaL_argcheck(L, list != IPR_SELLER_LISTS, 2, err.message);
    const ipr_seller_row *r = ipr_sellers_find(s, list, ipr_bind_checkstr(L, 3), &brand,
                                               brand.n > 0, ipr_bind_optstr(L, 5));
    if (!r)
        return 0;
    ipr_bind_pushstr(L, r->brand);
    ipr_bind_pushstr(L, r->until);
    ipr_bind_pushstr(L, r->reason);
    ipr_bind_pushstr(L, r->by);
    return 4;
}

static int l_count(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)ipr_sellers_count(check_sellers(L)));
    return 1;
}

static const luaL_Reg methods[] = {
    {"add", l_add}, {"find", l_find}, {"count", l_count}, {"close", l_fini}, {NULL, NULL}};
static const luaL_Reg functions[] = {{"new", l_new}, {NULL, NULL}};

int ipr_open_sellers(lua_State *L)
{
    ipr_bind_class(L, SELLERS_CLASS, methods, l_fini);
    luaL_newlib(L, functions);
    return 1;
}
