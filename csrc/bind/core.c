/* SPDX-License-Identifier: MIT
 * core.c: luaopen_iprcore_core, the one exported symbol, and what all rooms of
 * the binding share (bind.h). */
#define _DEFAULT_SOURCE /* getentropy */
#include "rules.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../core/csv.h"
#include "../core/names.h"
#include "../core/token.h"
#include "../core/vocab.h"

#define ENV_CLASS "iprcore.env"
#define BUF_CLASS "iprcore.buf"
#define ERROR_CLASS "iprcore.error"

static const char env_key = 0;

/* The hash seed of this process: who writes ids to be slow to look up must not know it. All
 * states share it, for what one state makes another may use. No answer depends on it. */
static uint64_t seed;
static pthread_once_t seed_once = PTHREAD_ONCE_INIT;

static void draw_seed(void)
{
    if (getentropy(&seed, sizeof seed) != 0)
        seed = (uint64_t)time(NULL) ^ (uint64_t)(uintptr_t)&seed;
}

/* The env of a state, and by how much it grew since the collector was last told. */
typedef struct surroundings {
    ipr_env env;
    lua_Alloc alloc;
    void *ud;
    size_t debt;
} surroundings;

static void *counted_alloc(void *ud, void *p, size_t osize, size_t nsize)
{
    surroundings *s = ud;
    if (nsize > osize)
        s->debt += nsize - osize;
    else
        s->debt -= osize - nsize < s->debt ? osize - nsize : s->debt;
    return s->alloc(s->ud, p, osize, nsize);
}

static surroundings *surroundings_of(lua_State *L)
{
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &env_key) != LUA_TUSERDATA) {
        surroundings *s = lua_newuserdata(L, sizeof *s);
        ipr_env_init(&s->env);
        pthread_once(&seed_once, draw_seed);
        s->env.seed = seed;
        s->alloc = lua_getallocf(L, &s->ud);
        s->debt = 0;
        s->env.alloc = counted_alloc;
        s->env.ud = s;
        s->env.csv_fast = !getenv("IPRCORE_STOCK_CSV") && ipr_csv_probe();
        lua_rawsetp(L, LUA_REGISTRYINDEX, &env_key);
        lua_pop(L, 1);
        return s;
    }
    surroundings *s = lua_touserdata(L, -1);
    lua_pop(L, 1);
    return s;
}

ipr_env *ipr_bind_env(lua_State *L)
{
    return &surroundings_of(L)->env;
}

void ipr_bind_debt(lua_State *L, size_t bytes)
{
    surroundings_of(L)->debt += bytes;
}

#define DEBT_TOLD ((size_t)256 << 10) /* less is not worth a step */

void *ipr_bind_new(lua_State *L, size_t size, const char *name)
{
    surroundings *s = surroundings_of(L);
    if (s->debt > DEBT_TOLD) {
        size_t kb = s->debt >> 10;
        s->debt = 0;
        lua_gc(L, LUA_GCSTEP, kb < 1 << 20 ? (int)kb : 1 << 20);
    }
    void *p = lua_newuserdata(L, size);
    memset(p, 0, size);
    luaL_setmetatable(L, name);
    return p;
}

int ipr_bind_fail(lua_State *L, const ipr_err *err)
{
    if (err->code == IPR_ENOMEM)
        return ipr_bind_raise(L, err, NULL);
    lua_pushnil(L);
    lua_pushstring(L, err->message);
    lua_pushstring(L, ipr_status_code(err->code));
    lua_pushinteger(L, (lua_Integer)err->offset);
    return 4;
}

/* core.error{…}: gives a table the class of error objects. */
static int l_error(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    luaL_setmetatable(L, ERROR_CLASS);
    return 1;
}

int ipr_bind_raise(lua_State *L, const ipr_err *err, const char *path)
{
    lua_createtable(L, 0, 5);
    lua_pushstring(L, ipr_status_code(err->code));
    lua_setfield(L, -2, "code");
    lua_pushstring(L, err->message);
    lua_setfield(L, -2, "message");
    lua_pushinteger(L, (lua_Integer)err->offset);
    lua_setfield(L, -2, "offset");
    if (err->line) {
        lua_pushinteger(L, (lua_Integer)err->line);
        lua_setfield(L, -2, "line");
    }
    if (path) {
        lua_pushstring(L, path);
        lua_setfield(L, -2, "path");
    }
    luaL_setmetatable(L, ERROR_CLASS);
    return lua_error(L);
}

int ipr_bind_nomem(lua_State *L)
{
    ipr_err err;
    ipr_fail(&err, IPR_ENOMEM, 0, "out of memory");
    return ipr_bind_raise(L, &err, NULL);
}

/* "path:line: message [code]" with what is known. */
static int l_error_tostring(lua_State *L)
{
    static const char *const parts[][2] = {{"path", ""}, {"line", ":"}, {"row", " row "}};
    lua_settop(L, 1);
    lua_pushliteral(L, "");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (lua_getfield(L, 1, parts[i][0]) == LUA_TNIL) {
            lua_pop(L, 1);
            continue;
        }
        luaL_tolstring(L, -1, NULL);
        lua_remove(L, -2);
        if (lua_rawlen(L, -2) == 0 && i == 1)
            lua_pushliteral(L, "line ");
        else
            lua_pushstring(L, parts[i][1]);
        lua_insert(L, -2);
        lua_concat(L, 3);
    }
    lua_getfield(L, 1, "message");
    const char *message = lua_tostring(L, -1);
    lua_getfield(L, 1, "code");
    const char *code = lua_tostring(L, -1);
    lua_pushfstring(L, "%s%s%s [%s]", lua_tostring(L, 2), lua_rawlen(L, 2) ? ": " : "",
                    message ? message : "error", code ? code : "?");
    return 1;
}

static int l_buf_fini(lua_State *L)
{
    ipr_buf *b = lua_touserdata(L, 1);
    if (b && b->env)
        ipr_buf_fini(b);
    return 0;
}

ipr_buf *ipr_bind_buf(lua_State *L)
{
    ipr_env *env = ipr_bind_env(L);
    ipr_buf *b = ipr_bind_new(L, sizeof *b, BUF_CLASS);
    ipr_buf_init(b, env);
    return b;
}

void ipr_bind_pushbuf(lua_State *L, const ipr_buf *b)
{
    if (b->failed)
        ipr_bind_nomem(L);
    lua_pushlstring(L, b->n ? b->p : "", b->n);
}

ipr_str ipr_bind_optstr(lua_State *L, int arg)
{
    return lua_isnoneornil(L, arg) ? (ipr_str){"", 0} : ipr_bind_checkstr(L, arg);
}

ipr_str ipr_bind_checkstr(lua_State *L, int arg)
{
    ipr_str s;
    s.p = luaL_checklstring(L, arg, &s.n);
    return s;
}

void ipr_bind_pushstr(lua_State *L, ipr_str s)
{
    lua_pushlstring(L, s.n ? s.p : "", s.n);
}

void ipr_bind_class(lua_State *L, const char *name, const luaL_Reg *methods, lua_CFunction fini)
{
    if (!luaL_newmetatable(L, name)) {
        lua_pop(L, 1);
        return;
    }
    lua_pushcfunction(L, fini);
    lua_setfield(L, -2, "__gc");
    lua_pushcfunction(L, fini);
    lua_setfield(L, -2, "__close");
    lua_newtable(L);
    if (methods)
        luaL_setfuncs(L, methods, 0);
    lua_setfield(L, -2, "__index");
    lua_pushliteral(L, "locked");
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}

/* core.codes(): the status table as an array of { name, code, text }. */
static int l_codes(lua_State *L)
{
    lua_createtable(L, IPR_STATUS_COUNT, 0);
    for (int s = 0; s < IPR_STATUS_COUNT; s++) {
        lua_createtable(L, 0, 2);
        lua_pushstring(L, ipr_status_code((ipr_status)s));
        lua_setfield(L, -2, "code");
        lua_pushstring(L, ipr_status_text((ipr_status)s));
        lua_setfield(L, -2, "text");
        lua_rawseti(L, -2, s + 1);
    }
    return 1;
}

#define IPR_THREADS_MAX 64 /* held by scorer:run */

/* What is bounded by how the core is built. */
#define FIXED_LIMIT_LIST(X)                                                                        \
    X(IPR_VOCAB_HITS, "hits", "vocabulary hits in one text field", "the listing is incomplete")    \
    X(IPR_NAME_MAX, "bytes", "an id of an event", "the row is counted as not usable")              \
    X(IPR_SEGMENT_MAX, "words", "a sentence of a report", "it is read in parts")                   \
    X(IPR_QUANTITY_MAX, "figures", "one sentence or table row", "the rest is not read")            \
    X(IPR_THREADS_MAX, "workers", "one run over a feed", "an error")

static void add_limit(lua_State *L, const char *name, size_t value, const char *const text[3])
{
    static const char *const keys[] = {"unit", "text", "past"};
    lua_createtable(L, 0, 5);
    lua_pushstring(L, name);
    lua_setfield(L, -2, "name");
    lua_pushinteger(L, (lua_Integer)value);
    lua_setfield(L, -2, "value");
    for (int i = 0; i < 3; i++) {
        lua_pushstring(L, text[i]);
        lua_setfield(L, -2, keys[i]);
    }
    lua_rawseti(L, -2, (int)lua_rawlen(L, -2) + 1);
}

/* core.limits(): the limits in force as an array of { name, value, unit, text, past }. */
static int l_limits(lua_State *L)
{
    const ipr_limits *now = &ipr_bind_env(L)->limits;
    lua_newtable(L);
#define X(field, value, unit, text, past)                                                          \
    add_limit(L, #field, now->field, (const char *const[]){unit, text, past});
    IPR_LIMIT_LIST(X)
#undef X
#define X(name, value, unit, text, past)                                                           \
    add_limit(L, #name, value, (const char *const[]){unit, text, past});
    IPR_RULE_LIMIT_LIST(X)
#undef X
#define X(name, unit, text, past)                                                                  \
    add_limit(L, #name, name, (const char *const[]){unit, text, past});
    FIXED_LIMIT_LIST(X)
#undef X
    return 1;
}

static const luaL_Reg functions[] = {
    {"codes", l_codes}, {"error", l_error}, {"limits", l_limits}, {NULL, NULL}};

static void open_error_class(lua_State *L)
{
    luaL_newmetatable(L, ERROR_CLASS);
    lua_pushcfunction(L, l_error_tostring);
    lua_setfield(L, -2, "__tostring");
    lua_pushliteral(L, ERROR_CLASS);
    lua_setfield(L, -2, "__name");
    lua_pop(L, 1);
}

__attribute__((visibility("default"))) int luaopen_iprcore_core(lua_State *L);

int luaopen_iprcore_core(lua_State *L)
{
    ipr_bind_class(L, BUF_CLASS, NULL, l_buf_fini);
    open_error_class(L);
    luaL_newlib(L, functions);
#define X(name)                                                                                    \
    ipr_open_##name(L);                                                                            \
    lua_setfield(L, -2, #name);
    IPR_BIND_ROOMS(X)
#undef X
    lua_pushliteral(L, IPR_VERSION);
    lua_setfield(L, -2, "version");
    return 1;
}
