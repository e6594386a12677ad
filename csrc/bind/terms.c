/* SPDX-License-Identifier: MIT
 * terms.c (bind): terms.new and the vocabulary's methods. */
#include "bind.h"

#include <string.h>

#include "../core/vocab.h"

#define TERMS_CLASS "iprcore.terms"
#define SCRATCH_CLASS "iprcore.terms.scratch"
#define MAX_HITS 256

typedef struct scratch_box {
    ipr_vocab_scratch s;
    bool ready;
} scratch_box;

IPR_BIND_LIST(terms, TERMS_CLASS, ipr_vocab, ipr_vocab_new, ipr_vocab_free)

static int l_scratch_fini(lua_State *L)
{
    scratch_box *box = lua_touserdata(L, 1);
    if (box->ready)
        ipr_vocab_scratch_fini(&box->s);
    box->ready = false;
    return 0;
}

/* terms:add(term, language, kind, strength, value, own) -> true, or nil, message, code, offset */
static int l_add(lua_State *L)
{
    ipr_err err = {0};
    ipr_vocab *v = check_terms(L);
    double strength = luaL_checknumber(L, 5);
    ipr_term t = {.text = ipr_bind_checkstr(L, 2),
                  .language = ipr_bind_checkstr(L, 3),
                  .value = ipr_bind_checkstr(L, 6),
                  .kind = ipr_term_kind_find(ipr_bind_checkstr(L, 4)),
                  .own = lua_toboolean(L, 7)};
    if (t.kind == IPR_TERM_KINDS)
        ipr_fail(&err, IPR_ENAME, 0, "no such kind of term");
    else if (!(strength >= 0 && strength <= 1))
        ipr_fail(&err, IPR_EVALUE, 0, "a strength lies between 0 and 1");
    else {
        t.strength = (uint16_t)(strength * 1000 + 0.5);
        if (!ipr_vocab_add(v, &t, &err)) {
            lua_pushboolean(L, 1);
            return 1;
        }
    }
    return ipr_bind_fail(L, &err);
}

static int l_seal(lua_State *L)
{
    ipr_err err = {0};
    if (ipr_vocab_seal(check_terms(L), &err))
        return ipr_bind_raise(L, &err, NULL);
    return 0;
}

static int l_count(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)ipr_vocab_count(check_terms(L)));
    return 1;
}

static void push_hit(lua_State *L, const ipr_vocab_hit *h)
{
    lua_createtable(L, 0, 8);
    lua_pushinteger(L, (lua_Integer)h->start + 1);
    lua_setfield(L, -2, "first");
    lua_pushinteger(L, (lua_Integer)h->end);
    lua_setfield(L, -2, "last");
    lua_pushstring(L, ipr_term_kind_name(h->term->kind));
    lua_setfield(L, -2, "kind");
    lua_pushstring(L, ipr_term_kind_says(h->term->kind));
    lua_setfield(L, -2, "says");
    ipr_bind_pushstr(L, h->term->text);
    lua_setfield(L, -2, "term");
    ipr_bind_pushstr(L, h->term->language);
    lua_setfield(L, -2, "language");
    if (h->term->value.n) {
        ipr_bind_pushstr(L, h->term->value);
        lua_setfield(L, -2, "value");
    }
    lua_pushnumber(L, h->term->strength / 1000.0);
    lua_setfield(L, -2, "strength");
    lua_pushboolean(L, h->hidden);
    lua_setfield(L, -2, "hidden");
}

/* terms:find(text) -> array of hits, in order of first */
static int l_find(lua_State *L)
{
    ipr_vocab *v = check_terms(L);
    ipr_str text = ipr_bind_checkstr(L, 2);
    ipr_env *env = ipr_bind_env(L);
    scratch_box *box = ipr_bind_new(L, sizeof *box, SCRATCH_CLASS);
    ipr_vocab_scratch_init(&box->s, env);
    box->ready = true;
    ipr_vocab_hit *hits = lua_newuserdata(L, MAX_HITS * sizeof *hits);
    size_t n;
    if (ipr_vocab_scan(v, &box->s, text, true, hits, MAX_HITS, &n))
        return ipr_bind_nomem(L);
    lua_createtable(L, (int)n, 0);
    for (size_t i = 0; i < n; i++) {
        push_hit(L, &hits[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

/* kinds() -> array of { name, says, class } */
static int l_kinds(lua_State *L)
{
    static const char *const classes[] = {"copy", "grey", "guard", "signal"};
    lua_newtable(L);
    for (int k = 0; k < IPR_TERM_KINDS; k++) {
        lua_createtable(L, 0, 3);
        lua_pushstring(L, ipr_term_kind_name((ipr_term_kind)k));
        lua_setfield(L, -2, "name");
        lua_pushstring(L, ipr_term_kind_says((ipr_term_kind)k));
        lua_setfield(L, -2, "says");
        lua_pushstring(L, classes[ipr_term_class_of((ipr_term_kind)k)]);
        lua_setfield(L, -2, "class");
        lua_rawseti(L, -2, k + 1);
    }
    return 1;
}

static const luaL_Reg methods[] = {{"add", l_add},   {"seal", l_seal},  {"count", l_count},
                                   {"find", l_find}, {"close", l_fini}, {NULL, NULL}};
static const luaL_Reg functions[] = {{"new", l_new}, {"kinds", l_kinds}, {NULL, NULL}};

int ipr_open_terms(lua_State *L)
{
    ipr_bind_class(L, TERMS_CLASS, methods, l_fini);
    ipr_bind_class(L, SCRATCH_CLASS, NULL, l_scratch_fini);
    luaL_newlib(L, functions);
    return 1;
}
