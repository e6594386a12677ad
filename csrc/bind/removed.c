/* SPDX-License-Identifier: MIT
 * removed.c (bind): removed.new and the bank's methods. */
#include "bind.h"

#include "../core/removed.h"

#define REMOVED_CLASS "iprcore.removed"

typedef struct removed_box {
    ipr_removed *r; /* first: the scorer reads it as the list */
    ipr_removed_scratch *scratch;
} removed_box;

static removed_box *check_removed(lua_State *L)
{
    removed_box *box = luaL_checkudata(L, 1, REMOVED_CLASS);
    luaL_argcheck(L, box->r != NULL, 1, "closed");
    return box;
}

static int l_new(lua_State *L)
{
    ipr_env *env = ipr_bind_env(L);
    removed_box *box = ipr_bind_new(L, sizeof *box, REMOVED_CLASS);
    box->r = ipr_removed_new(env);
    box->scratch = ipr_removed_scratch_new(env);
    return box->r && box->scratch ? 1 : ipr_bind_nomem(L);
}

static int l_fini(lua_State *L)
{
    removed_box *box = lua_touserdata(L, 1);
    ipr_removed_scratch_free(box->scratch);
    ipr_removed_free(box->r);
    *box = (removed_box){NULL, NULL};
    return 0;
}

/* id, title, description, seller_id, image_hash, price at arguments 2 to 7 */
static ipr_removed_row check_row(lua_State *L)
{
    ipr_removed_row row = {ipr_bind_optstr(L, 2), ipr_bind_optstr(L, 3), ipr_bind_optstr(L, 4),
                           ipr_bind_optstr(L, 5), ipr_bind_optstr(L, 6), luaL_optnumber(L, 7, 0)};
    return row;
}

static int l_add(lua_State *L)
{
    ipr_err err = {0};
    removed_box *box = check_removed(L);
    ipr_removed_row row = check_row(L);
    if (ipr_removed_add(box->r, &row, &err))
        return ipr_bind_fail(L, &err);
    lua_pushboolean(L, 1);
    return 1;
}

static int l_seal(lua_State *L)
{
    ipr_err err = {0};
    if (ipr_removed_seal(check_removed(L)->r, &err))
        return ipr_bind_raise(L, &err, NULL);
    return 0;
}

static int l_count(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)ipr_removed_count(check_removed(L)->r));
    return 1;
}

/* look(…) -> id, score, similarity, shared, same_seller, same_price, image_bits; or nothing */
static int l_look(lua_State *L)
{
    removed_box *box = check_removed(L);
    ipr_removed_row row = check_row(L);
    ipr_removed_match m;
    if (ipr_removed_look(box->r, box->scratch, &row, &m))
        return ipr_bind_nomem(L);
    if (m.score <= 0)
        return 0;
    ipr_bind_pushstr(L, m.id);
    lua_pushnumber(L, m.score);
    lua_pushnumber(L, m.similarity);
    lua_pushinteger(L, m.shared);
    lua_pushboolean(L, m.same_seller);
    lua_pushboolean(L, m.same_price);
    lua_pushinteger(L, m.image_bits);
    return 7;
}

static const luaL_Reg methods[] = {{"add", l_add},   {"seal", l_seal},  {"count", l_count},
                                   {"look", l_look}, {"close", l_fini}, {NULL, NULL}};
static const luaL_Reg functions[] = {{"new", l_new}, {NULL, NULL}};

int ipr_open_removed(lua_State *L)
{
    ipr_bind_class(L, REMOVED_CLASS, methods, l_fini);
    luaL_newlib(L, functions);
    return 1;
}
