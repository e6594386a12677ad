/* SPDX-License-Identifier: MIT
 * call.c (bind): calling the functions of a rule set for one listing.
 *
 * One table is reused from listing to listing and holds only the fields that some function
 * has read so far; a field read for the first time is fetched by __index and then set for
 * every listing. It is read-only: new keys are refused, and after a call what was set is held
 * against what stands there. One protected call runs all functions; only when something threw,
 * each is called again alone, to find which. Where no words are wanted of them, Lua itself calls
 * them in groups: a call from Lua costs a fraction of one from C. */
#include "rules.h"

#include <string.h>

static const char limit_text[] = "the rule took too many steps";

/* Between true and false what S gets is ours: a long description is no work of the rule's. */
static void given(ipr_caller *k, bool begin)
{
    if (k->sandbox)
        k->sandbox->trusted = begin;
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

/* l.name for a name that the table does not hold: missing, not read before, or no field.
 * Upvalues: where the caller is found as long as it lives, and fields by name. */
static int l_index(lua_State *S)
{
    ipr_caller *k = *(ipr_caller **)lua_touserdata(S, lua_upvalueindex(1));
    if (!k || !k->v)
        return luaL_error(S, "the listing is gone; copy what you need while it is there");
    lua_settop(S, 2);
    lua_pushvalue(S, 2);
    if (lua_rawget(S, lua_upvalueindex(2)) != LUA_TNUMBER)
        return luaL_error(S, "a listing has no field \"%s\"", luaL_tolstring(S, 2, NULL));
    unsigned field = (unsigned)lua_tointeger(S, 3);
    if (k->used[field]) {
        lua_pushnil(S);
        return 1;
    }
    k->used[field] = true;
    k->used_list[k->used_n++] = (uint16_t)field;
    lua_rawgeti(S, LUA_REGISTRYINDEX, k->names);
    lua_pushvalue(S, 2);
    lua_rawseti(S, -2, (int)k->used_n);
    given(k, true);
    push_value(S, k->v, field);
    given(k, false);
    lua_pushvalue(S, 2);
    lua_pushvalue(S, -2);
    lua_rawset(S, 1);
    return 1;
}

static int l_newindex(lua_State *S)
{
    return luaL_error(S, "a listing is read-only");
}

static int l_pairs(lua_State *S)
{
    return luaL_error(S, "a listing cannot be gone through; name its fields");
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

enum { FUNCTIONS = 2, GROUPS, NAMES, LISTING, SET }; /* places on the stack of call_some */

/* Sets the fields that are read and leaves their values on the stack, to be held against later. */
static size_t set_fields(lua_State *S, const ipr_caller *k)
{
    for (size_t i = 0; i < k->used_n; i++) {
        push_value(S, k->v, k->used_list[i]);
        lua_rawgeti(S, NAMES, (lua_Integer)i + 1);
        lua_pushvalue(S, -2);
        lua_rawset(S, LISTING);
    }
    return k->used_n;
}

/* Raises if a field that is read is not what it was: n values stand on the stack, those of fields
 * first read just now do not yet. */
static void check_fields(lua_State *S, const ipr_caller *k, size_t n)
{
    int top = lua_gettop(S);
    for (size_t i = 0; i < k->used_n; i++) {
        lua_rawgeti(S, NAMES, (lua_Integer)i + 1);
        lua_rawget(S, LISTING);
        if (i >= n)
            push_value(S, k->v, k->used_list[i]);
        if (!lua_rawequal(S, top + 1, i < n ? SET + (int)i : top + 2))
            l_newindex(S);
        lua_settop(S, top);
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

/* What a function answered that is no plain yes or no: the value at idx. */
static void take_other(lua_State *S, int idx, uint32_t call, ipr_result *r, ipr_str says)
{
    static const char text[] = "a function answers true, false, nil or a strength in 0 to 1";
    bool bad = lua_type(S, idx) != LUA_TNUMBER && !lua_isnil(S, idx);
    ipr_truth truth =
        lua_type(S, idx) == LUA_TNUMBER ? ipr_truth_of(lua_tonumber(S, idx), &bad) : IPR_UNSURE;
    ipr_score_call(r, call, truth, bad, bad ? (ipr_str){text, sizeof text - 1} : says);
}

/* What a function answered: the value at idx. */
static void take_answer(lua_State *S, int idx, uint32_t call, ipr_result *r, ipr_str says)
{
    if (lua_type(S, idx) == LUA_TBOOLEAN)
        ipr_score_call(r, call, lua_toboolean(S, idx) ? IPR_TRUE : IPR_FALSE, false, says);
    else
        take_other(S, idx, call, r, says);
}

/* The words at idx, if there are any. */
static ipr_str words_at(lua_State *S, int idx, ipr_caller *k)
{
    size_t n;
    const char *p = lua_type(S, idx) == LUA_TSTRING ? lua_tolstring(S, idx, &n) : NULL;
    return p ? keep_says(k, p, n) : (ipr_str){NULL, 0};
}

typedef struct round {
    ipr_caller *k;
    ipr_result *r;
    uint32_t from, to;
} round_of;

#define GROUP 50 /* functions that one of Lua's functions calls */

/* One by one, with their words. */
static void call_each(lua_State *S, const round_of *w)
{
    int top = lua_gettop(S);
    for (uint32_t i = w->from; i < w->to; i++) {
        lua_rawgeti(S, FUNCTIONS, (lua_Integer)i + 1);
        lua_pushvalue(S, LISTING);
        lua_call(S, 1, 2);
        take_answer(S, top + 1, i, w->r, words_at(S, top + 2, w->k));
        lua_settop(S, top);
    }
}

static void call_groups(lua_State *S, const round_of *w)
{
    int top = lua_gettop(S);
    for (uint32_t i = 0; i < w->to; i += GROUP) {
        uint32_t n = w->to - i < GROUP ? w->to - i : GROUP;
        lua_rawgeti(S, GROUPS, (lua_Integer)(i / GROUP) + 1);
        lua_pushvalue(S, LISTING);
        lua_call(S, 1, (int)n);
        for (uint32_t k = 0; k < n; k++)
            take_answer(S, top + 1 + (int)k, i + k, w->r, (ipr_str){NULL, 0});
        lua_settop(S, top);
    }
}

/* Protected: sets the listing's values, then calls functions from … to. */
static int call_some(lua_State *S)
{
    round_of *w = lua_touserdata(S, 1);
    luaL_checkstack(S, GROUP + IPR_FIELD_MAX, NULL);
    given(w->k, true);
    size_t n = set_fields(S, w->k);
    given(w->k, false);
    if (w->to - w->from < w->k->calls || w->k->v->evidence_wanted)
        call_each(S, w);
    else
        call_groups(S, w);
    check_fields(S, w->k, n);
    return 0;
}

static int protect(ipr_caller *k, round_of *w)
{
    lua_State *S = k->S;
    lua_pushcfunction(S, call_some);
    lua_pushlightuserdata(S, w);
    lua_rawgeti(S, LUA_REGISTRYINDEX, k->functions);
    lua_rawgeti(S, LUA_REGISTRYINDEX, k->groups);
    lua_rawgeti(S, LUA_REGISTRYINDEX, k->names);
    lua_rawgeti(S, LUA_REGISTRYINDEX, k->listing);
    if (k->sandbox) {
        k->sandbox->work = IPR_WORK;
        k->sandbox->trusted = false; /* memory may have run out in between */
    }
    return lua_pcall(S, 5, 0, 0);
}

/* The same, its instructions counted. */
static int protect_counted(ipr_caller *k, round_of *w)
{
    if (k->limit)
        ipr_caller_watch(k->S, k->limit);
    int status = protect(k, w);
    if (k->limit)
        ipr_caller_watch(k->S, 0);
    return status;
}

/* All functions at once; false if one threw, or if they must be counted one by one. */
static bool call_all(ipr_caller *k, ipr_result *r)
{
    round_of w = {k, r, 0, k->calls};
    if (!k->watched)
        return protect_counted(k, &w) == LUA_OK;
    ipr_watch_enter(k->watched, k->S);
    int status = protect(k, &w);
    return !ipr_watch_leave(k->watched, k->S) && status == LUA_OK;
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
    int top = lua_gettop(k->S);
    k->v = v;
    if (!call_all(k, r)) {
        lua_settop(k->S, top);
        ipr_score_begin(r);
        for (uint32_t i = 0; i < k->calls; i++) {
            round_of w = {k, r, i, i + 1};
            if (protect_counted(k, &w) != LUA_OK)
                take_failure(k, i, r);
            lua_settop(k->S, top);
        }
    }
    k->v = NULL;
}

/* Adds `format` for each of n functions, its number put in. */
static void add_each(lua_State *S, luaL_Buffer *b, const char *format, uint32_t n)
{
    for (uint32_t k = 1; k <= n; k++) {
        lua_pushfstring(S, format, (int)k);
        luaL_addvalue(b);
    }
}

/* Pushes a function that gives the first answers of n functions from the one behind `first` on in
 * the table at idx. */
static void push_group(lua_State *S, int idx, uint32_t first, uint32_t n)
{
    luaL_Buffer b;
    luaL_buffinit(S, &b);
    luaL_addstring(&b, "local f, i = ...; local _");
    add_each(S, &b, ", f%d", n);
    luaL_addstring(&b, " = nil");
    add_each(S, &b, ", f[i + %d]", n);
    luaL_addstring(&b, "; return function(l) return ");
    add_each(S, &b, "(f%d(l)), ", n - 1);
    lua_pushfstring(S, "(f%d(l)) end", (int)n);
    luaL_addvalue(&b);
    luaL_pushresult(&b);
    if (luaL_loadbufferx(S, lua_tostring(S, -1), lua_rawlen(S, -1), "=functions", "t") != LUA_OK)
        lua_error(S);
    lua_pushvalue(S, idx);
    lua_pushinteger(S, (lua_Integer)first);
    lua_call(S, 2, 1);
    lua_remove(S, -2);
}

/* Keeps the functions in groups in the registry. */
static void keep_groups(lua_State *S, ipr_caller *k)
{
    lua_rawgeti(S, LUA_REGISTRYINDEX, k->functions);
    int functions = lua_gettop(S);
    lua_newtable(S);
    for (uint32_t i = 0; i < k->calls; i += GROUP) {
        push_group(S, functions, i, k->calls - i < GROUP ? k->calls - i : GROUP);
        lua_rawseti(S, -2, (int)(i / GROUP) + 1);
    }
    k->groups = luaL_ref(S, LUA_REGISTRYINDEX);
}

/* Pushes the numbers of all fields by name. */
static void push_fields(lua_State *S, const ipr_columns *c)
{
    lua_createtable(S, 0, IPR_FIELD_COUNT);
    for (size_t slot = IPR_COL_COUNT; slot < ipr_columns_slots(c); slot++) {
        ipr_bind_pushstr(S, ipr_columns_name(c, slot));
        lua_pushinteger(S, (lua_Integer)ipr_field_column(slot));
        lua_rawset(S, -3);
    }
    for (unsigned f = 0; f < IPR_FIELD_COUNT; f++) {
        lua_pushinteger(S, (lua_Integer)f);
        lua_setfield(S, -2, ipr_field_name(f));
    }
}

/* Protected: keeps functions and the listing table in the registry. */
static int prepare(lua_State *S)
{
    ipr_caller *k = lua_touserdata(S, 1);
    lua_getfield(S, 2, "functions");
    k->calls = (uint32_t)lua_rawlen(S, -1);
    k->functions = luaL_ref(S, LUA_REGISTRYINDEX);
    keep_groups(S, k);
    lua_newtable(S);
    k->names = luaL_ref(S, LUA_REGISTRYINDEX);
    lua_newtable(S); /* the listing */
    lua_createtable(S, 0, 4);
    k->box = lua_newuserdata(S, sizeof *k->box);
    *k->box = k;
    push_fields(S, k->columns);
    lua_pushcclosure(S, l_index, 2);
    lua_setfield(S, -2, "__index");
    lua_pushcfunction(S, l_newindex);
    lua_setfield(S, -2, "__newindex");
    lua_pushcfunction(S, l_pairs);
    lua_setfield(S, -2, "__pairs");
    lua_pushliteral(S, "listing");
    lua_setfield(S, -2, "__metatable");
    lua_setmetatable(S, -2);
    k->listing = luaL_ref(S, LUA_REGISTRYINDEX);
    return 0;
}

void ipr_caller_fini(ipr_caller *k)
{
    if (k->S) {
        *k->box = NULL; /* a listing that a function kept is gone now */
        luaL_unref(k->S, LUA_REGISTRYINDEX, k->functions);
        luaL_unref(k->S, LUA_REGISTRYINDEX, k->groups);
        luaL_unref(k->S, LUA_REGISTRYINDEX, k->names);
        luaL_unref(k->S, LUA_REGISTRYINDEX, k->listing);
    }
    k->S = NULL;
}

ipr_status ipr_caller_init(ipr_caller *k, lua_State *S, int set, const ipr_columns *c, int limit)
{
    int top = lua_gettop(S);
    memset(k, 0, sizeof *k);
    k->columns = c;
    set = lua_absindex(S, set);
    lua_pushcfunction(S, prepare);
    lua_pushlightuserdata(S, k);
    lua_pushvalue(S, set);
    if (lua_pcall(S, 2, 0, 0) != LUA_OK || !lua_checkstack(S, GROUP + 20)) {
        lua_settop(S, top);
        return IPR_ENOMEM;
    }
    k->S = S;
    k->limit = limit;
    k->sandbox = limit ? ipr_sandbox_self(S) : NULL; /* a limit: a state of ours */
    return IPR_OK;
}
