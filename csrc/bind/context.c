/* SPDX-License-Identifier: MIT
 * context.c (bind): context.new, context.title_key and the counts' methods. */
#include "bind.h"

#include "../core/context.h"

#define CONTEXT_CLASS "iprcore.context"
#define KEYER_CLASS "iprcore.context.keyer"

typedef struct keyer_box {
    ipr_text text;
    ipr_words words;
    bool ready;
} keyer_box;

IPR_BIND_LIST(context, CONTEXT_CLASS, ipr_context, ipr_context_new, ipr_context_free)

static uint32_t check_count(lua_State *L, int arg)
{
    lua_Integer n = luaL_checkinteger(L, arg);
    luaL_argcheck(L, n >= 0 && n <= 0xFFFFFFFF, arg, "a count expected");
    return (uint32_t)n;
}

/* c:add(kind, key, listings, distinct, peak); kind is seller, gtin or title */
static int l_add(lua_State *L)
{
    static const char *const kinds[] = {"seller", "gtin", "title", NULL};
    ipr_err err = {0};
    ipr_context *c = check_context(L);
    ipr_context_kind kind = (ipr_context_kind)luaL_checkoption(L, 2, NULL, kinds);
    ipr_context_row row = {check_count(L, 4), check_count(L, 5), check_count(L, 6)};
    if (ipr_context_add(c, kind, ipr_bind_checkstr(L, 3), &row, &err))
        return ipr_bind_raise(L, &err, NULL);
    return 0;
}

static int l_seal(lua_State *L)
{
    ipr_err err = {0};
    if (ipr_context_seal(check_context(L), &err))
        return ipr_bind_raise(L, &err, NULL);
    return 0;
}

static int l_count(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)ipr_context_count(check_context(L)));
    return 1;
}

/* keyer() -> an object whose call gives a title's key or nil */
static int l_keyer(lua_State *L)
{
    ipr_env *env = ipr_bind_env(L);
    keyer_box *box = ipr_bind_new(L, sizeof *box, KEYER_CLASS);
    ipr_text_init(&box->text, env);
    ipr_words_init(&box->words, env);
    box->ready = true;
    return 1;
}

static int l_key(lua_State *L)
{
    char key[17];
    keyer_box *box = luaL_checkudata(L, 1, KEYER_CLASS);
    if (ipr_title_key(&box->text, &box->words, ipr_bind_checkstr(L, 2), key))
        return ipr_bind_nomem(L);
    if (!key[0])
        return 0;
    lua_pushstring(L, key);
    return 1;
}

static int l_keyer_fini(lua_State *L)
{
    keyer_box *box = lua_touserdata(L, 1);
    if (box->ready) {
        ipr_words_fini(&box->words);
        ipr_text_fini(&box->text);
    }
    box->ready = false;
    return 0;
}

static const luaL_Reg methods[] = {
    {"add", l_add}, {"seal", l_seal}, {"count", l_count}, {"close", l_fini}, {NULL, NULL}};
static const luaL_Reg keyer_methods[] = {{"key", l_key}, {NULL, NULL}};
static const luaL_Reg functions[] = {{"new", l_new}, {"keyer", l_keyer}, {NULL, NULL}};

int ipr_open_context(lua_State *L)
{
    ipr_bind_class(L, CONTEXT_CLASS, methods, l_fini);
    ipr_bind_class(L, KEYER_CLASS, keyer_methods, l_keyer_fini);
    luaL_newlib(L, functions);
    return 1;
}
