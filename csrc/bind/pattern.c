/* SPDX-License-Identifier: MIT
 * pattern.c (bind): find, match, gmatch and gsub for rule files, on the bounded matcher. The
 * budget of work is the sandbox's, filled anew for every listing. */
#define _GNU_SOURCE /* memmem */
#include "rules.h"
#include "../core/pattern.h"

#include <string.h>

/* Ends a failed match: raises a wrong pattern, or the limit (which pcall does not catch). */
static void check(lua_State *S, const ipr_match *m)
{
    if (m->spent)
        ipr_caller_stop(S);
    if (m->error)
        luaL_error(S, "%s", m->error);
}

static ipr_match begin(lua_State *S, ipr_str subject)
{
    ipr_match m;
    ipr_match_init(&m, subject, &ipr_sandbox_self(S)->work);
    return m;
}

/* Pushes capture k; the whole match where there is none. */
static void push_capture(lua_State *S, const ipr_match *m, size_t k, const char *s, const char *e)
{
    if (k >= m->captures) {
        if (k > 0)
            luaL_error(S, "invalid capture index %%%d", (int)k + 1);
        lua_pushlstring(S, s, (size_t)(e - s));
    } else if (m->capture[k].n == IPR_PATTERN_OPEN) {
        luaL_error(S, "unfinished capture");
    } else if (m->capture[k].n == IPR_PATTERN_POSITION) {
        lua_pushinteger(S, (lua_Integer)(m->capture[k].p - m->begin) + 1);
    } else {
        lua_pushlstring(S, m->capture[k].p, m->capture[k].n);
    }
}

static int push_captures(lua_State *S, const ipr_match *m, const char *s, const char *e, bool whole)
{
    size_t n = m->captures == 0 && whole ? 1 : m->captures;
    luaL_checkstack(S, (int)n, "too many captures");
    for (size_t k = 0; k < n; k++)
        push_capture(S, m, k, s, e);
    return (int)n;
}

/* Argument arg as a 0-based offset into n bytes: negative from the end; n + 1 if beyond. */
static size_t start_at(lua_State *S, int arg, size_t n)
{
    lua_Integer i = luaL_optinteger(S, arg, 1);
    if (i > 0)
        return (size_t)i > n + 1 ? n + 1 : (size_t)i - 1;
    if (i == 0 || i < -(lua_Integer)n)
        return 0;
    return (size_t)((lua_Integer)n + i);
}

/* Looking for a text as it is: its bytes are work too, 16 of them a step. */
static int find_plain(lua_State *S, ipr_str s, ipr_str p, size_t from)
{
    uint64_t *work = &ipr_sandbox_self(S)->work, cost = (s.n - from + p.n) / 16 + 1;
    if (cost > *work)
        ipr_caller_stop(S);
    *work -= cost;
    const char *at = p.n ? memmem(s.p + from, s.n - from, p.p, p.n) : s.p + from;
    if (!at)
        return 0;
    lua_pushinteger(S, at - s.p + 1);
    lua_pushinteger(S, at - s.p + (lua_Integer)p.n);
    return 2;
}

static bool has_specials(ipr_str p)
{
    for (size_t i = 0; i < p.n; i++) {
        if (memchr("^$*+?.([%-", p.p[i], 10))
            return true;
    }
    return false;
}

/* find and match. */
static int search(lua_State *S, bool find)
{
    ipr_str s = ipr_bind_checkstr(S, 1), p = ipr_bind_checkstr(S, 2);
    size_t from = start_at(S, 3, s.n);
    if (from > s.n) {
        lua_pushnil(S);
        return 1;
    }
    if (find && (lua_toboolean(S, 4) || !has_specials(p))) {
        int n = find_plain(S, s, p, from);
        if (n == 0)
            lua_pushnil(S);
        return n ? n : 1;
    }
    bool anchor = p.n && p.p[0] == '^';
    if (anchor)
        p = (ipr_str){p.p + 1, p.n - 1};
    ipr_match m = begin(S, s);
    const char *at = s.p + from;
    do {
        const char *e = ipr_match_at(&m, at, p);
        check(S, &m);
        if (!e)
            continue;
        if (!find)
            return push_captures(S, &m, at, e, true);
        lua_pushinteger(S, at - s.p + 1);
        lua_pushinteger(S, e - s.p);
        return push_captures(S, &m, at, e, false) + 2;
    } while (at++ < s.p + s.n && !anchor);
    lua_pushnil(S);
    return 1;
}

static int l_find(lua_State *S)
{
    return search(S, true);
}

static int l_match(lua_State *S)
{
    return search(S, false);
}

/* Upvalues: subject, pattern, offset to go on at, end of the last match (so that an empty
 * match is not found twice at one place). */
static int gmatch_step(lua_State *S)
{
    size_t n, pn;
    const char *s = lua_tolstring(S, lua_upvalueindex(1), &n);
    const char *p = lua_tolstring(S, lua_upvalueindex(2), &pn);
    size_t at = (size_t)lua_tointeger(S, lua_upvalueindex(3));
    lua_Integer last = lua_tointeger(S, lua_upvalueindex(4));
    ipr_match m = begin(S, (ipr_str){s, n});
    for (; at <= n; at++) {
        const char *e = ipr_match_at(&m, s + at, (ipr_str){p, pn});
        check(S, &m);
        if (!e || e - s == last)
            continue;
        lua_pushinteger(S, e - s);
        lua_copy(S, -1, lua_upvalueindex(3));
        lua_replace(S, lua_upvalueindex(4));
        return push_captures(S, &m, s + at, e, true);
    }
    return 0;
}

static int l_gmatch(lua_State *S)
{
    ipr_str s = ipr_bind_checkstr(S, 1);
    luaL_checkstring(S, 2);
    size_t from = start_at(S, 3, s.n);
    lua_settop(S, 2);
    lua_pushinteger(S, (lua_Integer)from);
    lua_pushinteger(S, -1);
    lua_pushcclosure(S, gmatch_step, 4);
    return 1;
}

/* Adds the text argument 3 with its %0 … %9 filled in. */
static void add_template(lua_State *S, luaL_Buffer *b, const ipr_match *m, const char *s,
                         const char *e)
{
    size_t n;
    const char *t = lua_tolstring(S, 3, &n);
    for (size_t i = 0; i < n; i++) {
        if (t[i] != '%') {
            luaL_addchar(b, t[i]);
            continue;
        }
        i++;
        if (i < n && t[i] == '%') {
            luaL_addchar(b, '%');
        } else if (i < n && t[i] == '0') {
            luaL_addlstring(b, s, (size_t)(e - s));
        } else if (i < n && t[i] >= '1' && t[i] <= '9') {
            push_capture(S, m, (size_t)(t[i] - '1'), s, e);
            luaL_tolstring(S, -1, NULL);
            lua_remove(S, -2);
            luaL_addvalue(b);
        } else {
            luaL_error(S, "invalid use of '%%' in replacement string");
        }
    }
}

/* Adds what argument 3 makes of the match. */
static void add_replacement(lua_State *S, luaL_Buffer *b, const ipr_match *m, const char *s,
                            const char *e)
{
    int type = lua_type(S, 3);
    if (type == LUA_TSTRING || type == LUA_TNUMBER) {
        add_template(S, b, m, s, e);
        return;
    }
    if (type == LUA_TFUNCTION) {
        lua_pushvalue(S, 3);
        lua_call(S, push_captures(S, m, s, e, true), 1);
    } else {
        push_capture(S, m, 0, s, e);
        lua_gettable(S, 3);
    }
    if (!lua_toboolean(S, -1)) {
        lua_pop(S, 1);
        lua_pushlstring(S, s, (size_t)(e - s));
    } else if (!lua_isstring(S, -1)) {
        luaL_error(S, "invalid replacement value (a %s)", luaL_typename(S, -1));
    }
    luaL_addvalue(b);
}

static int l_gsub(lua_State *S)
{
    ipr_str s = ipr_bind_checkstr(S, 1), p = ipr_bind_checkstr(S, 2);
    int type = lua_type(S, 3);
    luaL_argcheck(S,
                  type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TTABLE ||
                      type == LUA_TFUNCTION,
                  3, "string, table or function expected");
    lua_Integer max = luaL_optinteger(S, 4, (lua_Integer)s.n + 1), done = 0;
    bool anchor = p.n && p.p[0] == '^';
    if (anchor)
        p = (ipr_str){p.p + 1, p.n - 1};
    const char *at = s.p, *end = s.p + s.n, *last = NULL;
    luaL_Buffer b;
    luaL_buffinit(S, &b);
    while (done < max) {
        ipr_match m = begin(S, s);
        const char *e = ipr_match_at(&m, at, p);
        check(S, &m);
        if (e && e != last) {
            done++;
            add_replacement(S, &b, &m, at, e);
            at = last = e;
        } else if (at < end) {
            luaL_addchar(&b, *at++);
        } else {
            break;
        }
        if (anchor)
            break;
    }
    luaL_addlstring(&b, at, (size_t)(end - at));
    luaL_pushresult(&b);
    lua_pushinteger(S, done);
    return 2;
}

void ipr_pattern_functions(lua_State *S)
{
    static const luaL_Reg functions[] = {
        {"find", l_find}, {"match", l_match}, {"gmatch", l_gmatch}, {"gsub", l_gsub}, {NULL, NULL}};
    luaL_setfuncs(S, functions, 0);
}
