/* SPDX-License-Identifier: MIT
 * call.c (bind): calling the functions of a rule set for one listing.
 *
 * One table is reused from listing to listing and holds only the fields that some function
 * has read so far; a field read for the first time is fetched by __index and then set for
 * every listing. Functions see it through an empty table, so that it is read-only. One protected
 * call runs all functions; only when something threw, each is called again alone, to find which. */
#include "rules.h"

#include <string.h>

static const char caller_key = 0; /* registry: the ipr_caller at work */
static const char limit_text[] = "the rule took too many steps";

static ipr_caller *caller_of(lua_State *S)
{
    lua_rawgetp(S, LUA_REGISTRYINDEX, &caller_key);
    ipr_caller *k = lua_touserdata(S, -1);
    lua_pop(S, 1);
    return k;
}

/* Pushes the value of a field, nil if missing. */
static void push_value(lua_State *S, ipr_eval *v, unsigned field)
{
    const ipr_value *value = ipr_eval_get(v, field);
    ipr_type type = ipr_field_type(field);
    if (!value->known)
        lua_pushnil(S);
    else if (type == IPR_TYPE_BOOL)
        lua_pushboolean(S, value->number > 0);
    else if (type == IPR_TYPE_TEXT || type == IPR_TYPE_SET || type == IPR_TYPE_HASH)
        ipr_bind_pushstr(S, value->text);
    else if (value->number > -1e15 && value->number < 1e15 &&
             value->number == (double)(lua_Integer)value->number)
        lua_pushinteger(S, (lua_Integer)value->number); /* 3 days, not 3.0 */
    else
        lua_pushnumber(S, value->number);
}

static int field_called(const ipr_caller *k, ipr_str name)
{
    int field = ipr_field_find(name);
    for (size_t slot = IPR_COL_COUNT; field < 0 && slot < ipr_columns_slots(k->columns); slot++) {
        if (ipr_str_eq(ipr_columns_name(k->columns, slot), name))
            field = (int)ipr_field_column(slot);
    }
    return field;
}

/* l.name for a name that the table does not hold: missing, not read before, or no field. */
static int l_index(lua_State *S)
{
    ipr_caller *k = caller_of(S);
    ipr_str name = ipr_bind_checkstr(S, 2);
    int field = k && k->v ? field_called(k, name) : -1;
    if (!k || !k->v)
        return luaL_error(S, "the listing is gone; copy what you need while it is there");
    if (field < 0)
        return luaL_error(S, "a listing has no field \"%s\"", name.p);
    if (k->used[field]) {
        lua_pushnil(S);
        return 1;
    }
    k->used[field] = true;
    push_value(S, k->v, (unsigned)field);
    lua_pushvalue(S, 2);
    lua_pushvalue(S, -2);
    lua_rawset(S, 1);
    return 1;
}

static int l_newindex(lua_State *S)
{
    return luaL_error(S, "a listing is read-only");
}

int ipr_caller_stop(lua_State *S)
{
    lua_pushlightuserdata(S, (void *)(uintptr_t)limit_text);
    return lua_error(S);
}

static void stop(lua_State *S, lua_Debug *ar)
{
    (void)ar;
    ipr_caller_stop(S);
}

void ipr_caller_watch(lua_State *S, int steps)
{
    lua_sethook(S, steps ? stop : NULL, steps ? LUA_MASKCOUNT : 0, steps);
}

bool ipr_caller_is_limit(lua_State *S, int idx)
{
    return lua_touserdata(S, idx) == (void *)(uintptr_t)limit_text;
}

int ipr_caller_pcall(lua_State *L)
{
    luaL_checkany(L, 1);
    int status = lua_pcall(L, lua_gettop(L) - 1, LUA_MULTRET, 0);
    if (status != LUA_OK && (status == LUA_ERRMEM || ipr_caller_is_limit(L, -1)))
        return lua_error(L);
    lua_pushboolean(L, status == LUA_OK);
    lua_insert(L, 1);
    return lua_gettop(L);
}

static void set_fields(lua_State *S, ipr_caller *k, int table)
{
    for (unsigned f = 0; f < IPR_FIELD_MAX; f++) {
        if (!k->used[f])
            continue;
        if (f < IPR_FIELD_COUNT)
            lua_pushstring(S, ipr_field_name(f));
        else
            ipr_bind_pushstr(S, ipr_columns_name(k->columns, f - IPR_FIELD_COUNT + IPR_COL_COUNT));
        push_value(S, k->v, f);
        lua_rawset(S, table);
    }
}

#define SAYS_MAX 400 /* bytes kept of a function's words */

static ipr_str keep_says(ipr_caller *k, const char *p, size_t n)
{
    if (n > SAYS_MAX) {
        n = SAYS_MAX;
        while (n && ((unsigned char)p[n] & 0xC0) == 0x80)
            n--;
    }
    char *copy = ipr_arena_dup(&k->v->arena, p, n);
    if (!copy)
        k->v->failed = true;
    return (ipr_str){copy, copy ? n : 0};
}

/* What the function answered: values at first and first + 1. */
static void take_answer(lua_State *S, int first, uint32_t call, ipr_caller *k, ipr_result *r)
{
    ipr_truth truth = IPR_UNSURE;
    bool bad = false;
    ipr_str says = {NULL, 0};
    switch (lua_type(S, first)) {
    case LUA_TNIL:
        break;
    case LUA_TBOOLEAN:
        truth = lua_toboolean(S, first) ? IPR_TRUE : IPR_FALSE;
        break;
    case LUA_TNUMBER:
        truth = ipr_truth_of(lua_tonumber(S, first), &bad);
        break;
    default:
        bad = true;
    }
    if (bad) {
        static const char text[] = "a function answers true, false, nil or a strength in 0 to 1";
        ipr_score_call(r, call, IPR_UNSURE, true, (ipr_str){text, sizeof text - 1});
        return;
    }
    if (lua_type(S, first + 1) == LUA_TSTRING && k->v->evidence_wanted) {
        size_t n;
        const char *p = lua_tolstring(S, first + 1, &n);
        says = keep_says(k, p, n);
    }
    ipr_score_call(r, call, truth, false, says);
}

typedef struct round {
    ipr_caller *k;
    ipr_result *r;
    uint32_t from, to;
} round_of;

/* Protected: calls functions from … to with the reused listing table. */
static int call_some(lua_State *S)
{
    round_of *w = lua_touserdata(S, 1); /* 2: functions, 3: listing */
    for (uint32_t i = w->from; i < w->to; i++) {
        lua_settop(S, 3);
        lua_rawgeti(S, 2, (lua_Integer)i + 1);
        lua_pushvalue(S, 3);
        lua_call(S, 1, 2);
        take_answer(S, 4, i, w->k, w->r);
    }
    return 0;
}

static int fill(lua_State *S)
{
    round_of *w = lua_touserdata(S, 1);
    lua_rawgeti(S, LUA_REGISTRYINDEX, w->k->values);
    set_fields(S, w->k, 4);
    return 0;
}

static int protect(ipr_caller *k, lua_CFunction fn, round_of *w)
{
    lua_State *S = k->S;
    lua_pushcfunction(S, fn);
    lua_pushlightuserdata(S, w);
    lua_rawgeti(S, LUA_REGISTRYINDEX, k->functions);
    lua_rawgeti(S, LUA_REGISTRYINDEX, k->listing);
    if (k->steps)
        *k->steps = IPR_MATCH_STEPS;
    if (k->limit)
        ipr_caller_watch(S, k->limit);
    int status = lua_pcall(S, 3, 0, 0);
    if (k->limit)
        ipr_caller_watch(S, 0);
    return status;
}

/* The function that failed: its message without a traceback. */
static void take_failure(ipr_caller *k, uint32_t call, ipr_result *r)
{
    lua_State *S = k->S;
    ipr_str says = {limit_text, sizeof limit_text - 1};
    if (lua_type(S, -1) == LUA_TSTRING) {
        size_t n;
        const char *p = lua_tolstring(S, -1, &n);
        says = keep_says(k, p, n);
    } else if (!ipr_caller_is_limit(S, -1)) {
        says = IPR_STR("the rule raised a value that is no text");
    }
    ipr_score_call(r, call, IPR_UNSURE, true, says);
}

void ipr_caller_run(ipr_caller *k, ipr_eval *v, ipr_result *r)
{
    if (!k->S || !k->calls)
        return;
    round_of w = {k, r, 0, k->calls};
    int top = lua_gettop(k->S);
    k->v = v;
    lua_pushlightuserdata(k->S, k);
    lua_rawsetp(k->S, LUA_REGISTRYINDEX, &caller_key); /* the key is there: no memory needed */
    if (protect(k, fill, &w) != LUA_OK || protect(k, call_some, &w) != LUA_OK) {
        lua_settop(k->S, top);
        for (uint32_t i = 0; i < k->calls; i++) {
            w = (round_of){k, r, i, i + 1};
            if (protect(k, fill, &w) != LUA_OK || protect(k, call_some, &w) != LUA_OK)
                take_failure(k, i, r);
            lua_settop(k->S, top);
        }
    }
    k->v = NULL;
}

/* Protected: keeps functions and the listing table in the registry. */
static int prepare(lua_State *S)
{
    ipr_caller *k = lua_touserdata(S, 1);
    lua_getfield(S, 2, "functions");
    k->calls = (uint32_t)lua_rawlen(S, -1);
    k->functions = luaL_ref(S, LUA_REGISTRYINDEX);
    lua_newtable(S); /* what functions are given: empty, so that every write is seen */
    lua_createtable(S, 0, 3);
    lua_newtable(S); /* the values */
    lua_createtable(S, 0, 1);
    lua_pushcfunction(S, l_index);
    lua_setfield(S, -2, "__index");
    lua_setmetatable(S, -2);
    lua_pushvalue(S, -1);
    k->values = luaL_ref(S, LUA_REGISTRYINDEX);
    lua_setfield(S, -2, "__index");
    lua_pushcfunction(S, l_newindex);
    lua_setfield(S, -2, "__newindex");
    lua_pushliteral(S, "listing");
    lua_setfield(S, -2, "__metatable");
    lua_setmetatable(S, -2);
    k->listing = luaL_ref(S, LUA_REGISTRYINDEX);
    lua_pushlightuserdata(S, k);
    lua_rawsetp(S, LUA_REGISTRYINDEX, &caller_key);
    return 0;
}

void ipr_caller_fini(ipr_caller *k)
{
    if (k->S) {
        luaL_unref(k->S, LUA_REGISTRYINDEX, k->functions);
        luaL_unref(k->S, LUA_REGISTRYINDEX, k->listing);
        luaL_unref(k->S, LUA_REGISTRYINDEX, k->values);
    }
    k->S = NULL;
}

ipr_status ipr_caller_init(ipr_caller *k, lua_State *S, int set, const ipr_columns *c, int limit)
{
    int top = lua_gettop(S);
    memset(k, 0, sizeof *k);
    set = lua_absindex(S, set);
    lua_pushcfunction(S, prepare);
    lua_pushlightuserdata(S, k);
    lua_pushvalue(S, set);
    if (lua_pcall(S, 2, 0, 0) != LUA_OK || !lua_checkstack(S, 20)) {
        lua_settop(S, top);
        return IPR_ENOMEM;
    }
    k->S = S;
    k->columns = c;
    k->limit = limit;
    k->steps = limit ? &ipr_sandbox_self(S)->steps : NULL; /* a limit: a state of ours */
    return IPR_OK;
}
