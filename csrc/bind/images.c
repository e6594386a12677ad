/* SPDX-License-Identifier: MIT
 * images.c (bind): image banks: images.new, images.distance and the bank's methods. */
#include "bind.h"

#include "../core/hash.h"

#define BANK_CLASS "iprcore.images"

IPR_BIND_LIST(bank, BANK_CLASS, ipr_bank, ipr_bank_new, ipr_bank_free)

/* bank:add(hex, tag) -> true, or nil, message, code, offset */
static int l_add(lua_State *L)
{
    ipr_err err = {0};
    ipr_imghash h;
    ipr_bank *b = check_bank(L);
    ipr_status st = ipr_imghash_parse(ipr_bind_checkstr(L, 2), &h, &err);
    if (!st)
        st = ipr_bank_add(b, &h, (uint32_t)luaL_checkinteger(L, 3), &err);
    if (st)
        return ipr_bind_fail(L, &err);
    lua_pushboolean(L, 1);
    return 1;
}

static int l_seal(lua_State *L)
{
    ipr_err err = {0};
    if (ipr_bank_seal(check_bank(L), &err))
        return ipr_bind_raise(L, &err, NULL);
    return 0;
}

static int l_count(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)ipr_bank_count(check_bank(L)));
    return 1;
}

/* bank:nearest(hex, within) -> tag, distance; nothing if none; nil, message, code on bad hex */
static int l_nearest(lua_State *L)
{
    ipr_err err = {0};
    ipr_imghash h;
    ipr_bank_hit hit;
    ipr_bank *b = check_bank(L);
    lua_Integer within = luaL_checkinteger(L, 3);
    luaL_argcheck(L, within >= 0 && within <= 256, 3, "a distance from 0 to 256 expected");
    if (ipr_imghash_parse(ipr_bind_checkstr(L, 2), &h, &err))
        return ipr_bind_fail(L, &err);
    if (!ipr_bank_nearest(b, &h, (unsigned)within, &hit))
        return 0;
    lua_pushinteger(L, hit.tag);
    lua_pushinteger(L, hit.distance);
    return 2;
}

/* bank:all(hex, within) -> array of { tag, distance }, nearest first (at most 1000) */
static int l_all(lua_State *L)
{
    ipr_err err = {0};
    ipr_imghash h;
    ipr_bank_hit hits[1000];
    ipr_bank *b = check_bank(L);
    lua_Integer within = luaL_checkinteger(L, 3);
    luaL_argcheck(L, within >= 0 && within <= 256, 3, "a distance from 0 to 256 expected");
    if (ipr_imghash_parse(ipr_bind_checkstr(L, 2), &h, &err))
        return ipr_bind_fail(L, &err);
    size_t n = ipr_bank_all(b, &h, (unsigned)within, hits, 1000);
    lua_newtable(L);
    for (size_t i = 0; i < n && i < 1000; i++) {
        lua_createtable(L, 2, 0);
        lua_pushinteger(L, hits[i].tag);
        lua_rawseti(L, -2, 1);
        lua_pushinteger(L, hits[i].distance);
        lua_rawseti(L, -2, 2);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

/* distance(hex, hex) -> bits that differ, or nil, message, code, offset */
static int l_distance(lua_State *L)
{
    ipr_err err = {0};
    ipr_imghash a, b;
    if (ipr_imghash_parse(ipr_bind_checkstr(L, 1), &a, &err) ||
        ipr_imghash_parse(ipr_bind_checkstr(L, 2), &b, &err))
        return ipr_bind_fail(L, &err);
    if (a.bits != b.bits) {
        ipr_fail(&err, IPR_EVALUE, 0, "the hashes have different lengths");
        return ipr_bind_fail(L, &err);
    }
    lua_pushinteger(L, ipr_imghash_distance(&a, &b));
    return 1;
}

static const luaL_Reg methods[] = {
    {"add", l_add}, {"seal", l_seal},  {"count", l_count}, {"nearest", l_nearest},
    {"all", l_all}, {"close", l_fini}, {NULL, NULL}};
static const luaL_Reg functions[] = {{"new", l_new}, {"distance", l_distance}, {NULL, NULL}};

int ipr_open_images(lua_State *L)
{
    ipr_bind_class(L, BANK_CLASS, methods, l_fini);
    luaL_newlib(L, functions);
    return 1;
}
