/* SPDX-License-Identifier: MIT
 * bind.h: what the binding's files share: the env of a lua_State, errors, owned
 * buffers, and the table of rooms.
 *
 * Only files in this folder include lua.h. Each room file offers one
 * `ipr_open_NAME(L)` that leaves a table of functions on the stack; core.c lists
 * them and luaopen_iprcore_core puts them under core.NAME.
 */
#ifndef IPR_BIND_H
#define IPR_BIND_H

#include <lua.h>
#include <lauxlib.h>

#include "../core/str.h"

/* The env of this lua_State: its allocator, made at first use, closed with it. */
ipr_env *ipr_bind_env(lua_State *L);

/* Pushes nil, message, code, offset (0-based byte) and returns 4: for verbs whose
 * failure is an answer about data. That memory ran out is none, and is raised. */
int ipr_bind_fail(lua_State *L, const ipr_err *err);
/* Raises an error object { code, message, path, row, line, offset } (path and row
 * only where known; path may be NULL). Does not return. */
int ipr_bind_raise(lua_State *L, const ipr_err *err, const char *path);
/* Raises out_of_memory. */
int ipr_bind_nomem(lua_State *L);

/* A buffer on the stack that is freed whatever happens (userdata with __gc and
 * __close). Pushes one value. */
ipr_buf *ipr_bind_buf(lua_State *L);
/* Pushes the buffer's text as a string, or raises out_of_memory. */
void ipr_bind_pushbuf(lua_State *L, const ipr_buf *b);

ipr_str ipr_bind_checkstr(lua_State *L, int arg);
/* The same, "" where the argument is missing. */
ipr_str ipr_bind_optstr(lua_State *L, int arg);
void ipr_bind_pushstr(lua_State *L, ipr_str s);

/* A new object of class `name`, zeroed, on the stack; its own memory, which Lua's collector does
 * not see, is reported to it here, so that dropped objects are collected in time. */
void *ipr_bind_new(lua_State *L, size_t size, const char *name);
/* Reports bytes that were had without the env's allocator. */
void ipr_bind_debt(lua_State *L, size_t bytes);

/* Makes metatable `name` with methods as __index and fini as __gc and __close. */
void ipr_bind_class(lua_State *L, const char *name, const luaL_Reg *methods, lua_CFunction fini);

/* A list of the core as an object of Lua: NAME_box, whose first member the scorer reads; l_new
 * makes an empty list, check_NAME gives the list at argument 1 or raises, l_fini closes it. */
#define IPR_BIND_LIST(NAME, CLASS, TYPE, MAKE, FREE)                                               \
    typedef struct NAME##_box {                                                                    \
        TYPE *list;                                                                                \
    } NAME##_box;                                                                                  \
    static TYPE *check_##NAME(lua_State *L)                                                        \
    {                                                                                              \
        NAME##_box *box = luaL_checkudata(L, 1, CLASS);                                            \
        luaL_argcheck(L, box->list != NULL, 1, "closed");                                          \
        return box->list;                                                                          \
    }                                                                                              \
    static int l_new(lua_State *L)                                                                 \
    {                                                                                              \
        ipr_env *env = ipr_bind_env(L);                                                            \
        NAME##_box *box = ipr_bind_new(L, sizeof *box, CLASS);                                     \
        box->list = MAKE(env);                                                                     \
        return box->list ? 1 : ipr_bind_nomem(L);                                                  \
    }                                                                                              \
    static int l_fini(lua_State *L)                                                                \
    {                                                                                              \
        NAME##_box *box = lua_touserdata(L, 1);                                                    \
        FREE(box->list);                                                                           \
        box->list = NULL;                                                                          \
        return 0;                                                                                  \
    }

/* X(name): one ipr_open_name per room of the binding. */
#define IPR_BIND_ROOMS(X)                                                                          \
    X(brand)                                                                                       \
    X(folder)                                                                                      \
    X(context)                                                                                     \
    X(gtin)                                                                                        \
    X(images)                                                                                      \
    X(input)                                                                                       \
    X(json)                                                                                        \
    X(metric)                                                                                      \
    X(money)                                                                                       \
    X(prices)                                                                                      \
    X(removed)                                                                                     \
    X(rules)                                                                                       \
    X(scorer)                                                                                      \
    X(sellers)                                                                                     \
    X(sink)                                                                                        \
    X(tally)                                                                                       \
    X(terms)

#define X(name) int ipr_open_##name(lua_State *L);
IPR_BIND_ROOMS(X)
#undef X

#endif
