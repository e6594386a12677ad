/* SPDX-License-Identifier: MIT
 * json.c (bind): json.decode, json.encode, json.shape, json.array, json.null.
 *
 * A shape is an array of key texts kept as the upvalue of the function that
 * json.shape returns; that function gives its argument a metatable whose `keys`
 * field is that array. Encoding needs no other mark: arrays made by json.array
 * carry a metatable without keys.
 */
#include "bind.h"

#include <math.h>
#include <string.h>

#include "../core/decimal.h"
#include "../core/json.h"

#define ARRAY_CLASS "iprcore.json.array"
#define KEYS_FIELD "json_keys"
#define MAX_ENCODE_DEPTH 100

/* ---- decode ---- */

static ipr_status push_scalar(lua_State *L, const ipr_json_token *tok, ipr_buf *scratch)
{
    double v = 0;
    switch (tok->kind) {
    case IPR_JSON_NULL:
        lua_pushlightuserdata(L, NULL);
        return IPR_OK;
    case IPR_JSON_TRUE:
    case IPR_JSON_FALSE:
        lua_pushboolean(L, tok->kind == IPR_JSON_TRUE);
        return IPR_OK;
    case IPR_JSON_NUMBER: {
        ipr_status st = ipr_decimal_parse(tok->raw, &v, NULL);
        if (st)
            return st;
        bool whole =
            !memchr(tok->raw.p, '.', tok->raw.n) && fabs(v) < 9007199254740992.0 && v == floor(v);
        if (whole)
            lua_pushinteger(L, (lua_Integer)v);
        else
            lua_pushnumber(L, v);
        return IPR_OK;
    }
    default:
        scratch->n = 0;
        ipr_json_text(scratch, tok);
        if (scratch->failed)
            return IPR_ENOMEM;
        ipr_bind_pushstr(L, ipr_buf_str(scratch));
        return IPR_OK;
    }
}

/* Stores the finished value on top into the container below it. Containers stand
 * on the stack as table, then its pending key (a string, or the array's count). */
static void store(lua_State *L)
{
    if (lua_type(L, -2) == LUA_TSTRING) { /* table key value */
        if (lua_islightuserdata(L, -1)) {
            lua_pop(L, 2);
            return;
        }
        lua_rawset(L, -3);
        return;
    }
    lua_Integer n = lua_tointeger(L, -2) + 1; /* table count value */
    lua_rawseti(L, -3, n);
    lua_pop(L, 1);
    lua_pushinteger(L, n);
}

/* Is the key on top one of the members to be made? Pops it if not. */
static bool wanted(lua_State *L, int members)
{
    lua_pushvalue(L, -1);
    lua_rawget(L, members);
    bool yes = lua_toboolean(L, -1);
    lua_pop(L, yes ? 1 : 2);
    return yes;
}

static ipr_status pass_over(ipr_json *j, ipr_err *err)
{
    ipr_json_token first;
    ipr_status st = ipr_json_next(j, &first, err);
    return st ? st : ipr_json_skip(j, &first, err);
}

/* Makes the value; of an object only the members that the table at index `members`, if it is
 * not 0, has as keys. */
static ipr_status decode(lua_State *L, ipr_json *j, int members, ipr_buf *scratch, ipr_err *err)
{
    ipr_json_token tok;
    for (;;) {
        ipr_status st = ipr_json_next(j, &tok, err);
        if (st || tok.kind == IPR_JSON_END)
            return st;
        luaL_checkstack(L, 8, "JSON nested too deep");
        switch (tok.kind) {
        case IPR_JSON_OPEN_OBJECT:
            lua_newtable(L);
            continue;
        case IPR_JSON_OPEN_ARRAY:
            lua_newtable(L);
            luaL_setmetatable(L, ARRAY_CLASS);
            lua_pushinteger(L, 0);
            continue;
        case IPR_JSON_CLOSE_ARRAY:
            lua_pop(L, 1); /* the count */
            break;
        case IPR_JSON_CLOSE_OBJECT:
            break;
        default:
            st = push_scalar(L, &tok, scratch);
            if (st)
                return ipr_fail(err, st, (size_t)(tok.raw.p - j->begin), ipr_status_text(st));
            if (tok.kind == IPR_JSON_KEY) {
                if (members && j->depth == 1 && !wanted(L, members) && (st = pass_over(j, err)))
                    return st;
                continue;
            }
        }
        if (j->depth)
            store(L);
    }
}

static int l_decode(lua_State *L)
{
    ipr_str s = ipr_bind_checkstr(L, 1);
    bool some = !lua_isnoneornil(L, 2);
    if (some)
        luaL_checktype(L, 2, LUA_TTABLE);
    lua_settop(L, 2);
    ipr_buf *scratch = ipr_bind_buf(L);
    ipr_json j;
    ipr_err err;
    ipr_json_init(&j, ipr_bind_env(L), s);
    if (decode(L, &j, some ? 2 : 0, scratch, &err))
        return ipr_bind_fail(L, &err);
    return 1;
}

/* ---- encode ---- */

static void encode(lua_State *L, ipr_buf *b, int depth);

static void encode_number(lua_State *L, ipr_buf *b)
{
    if (lua_isinteger(L, -1))
        ipr_buf_addint(b, lua_tointeger(L, -1));
    else
        ipr_decimal_put(b, lua_tonumber(L, -1));
}

static void encode_array(lua_State *L, ipr_buf *b, int depth)
{
    lua_Integer n = (lua_Integer)lua_rawlen(L, -1);
    ipr_buf_addc(b, '[');
    for (lua_Integer i = 1; i <= n; i++) {
        if (i > 1)
            ipr_buf_addc(b, ',');
        lua_rawgeti(L, -1, i);
        encode(L, b, depth);
        lua_pop(L, 1);
    }
    ipr_buf_addc(b, ']');
}

/* The table on top by the key list below it at index `keys`. */
static void encode_shape(lua_State *L, ipr_buf *b, int keys, int depth)
{
    lua_Integer n = (lua_Integer)lua_rawlen(L, keys);
    bool first = true;
    ipr_buf_addc(b, '{');
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, keys, i);
        ipr_str key = ipr_bind_checkstr(L, -1);
        bool optional = key.n > 1 && key.p[key.n - 1] == '?';
        bool list = key.n > 2 && key.p[key.n - 2] == '[' && key.p[key.n - 1] == ']';
        key.n -= optional ? 1 : list ? 2 : 0;
        ipr_bind_pushstr(L, key);
        lua_rawget(L, -3);
        bool missing = lua_isnil(L, -1);
        if (!(optional && missing)) {
            if (!first)
                ipr_buf_addc(b, ',');
            first = false;
            ipr_json_put(b, key);
            ipr_buf_addc(b, ':');
            if (list && missing)
                ipr_buf_adds(b, "[]");
            else if (list && lua_istable(L, -1))
                encode_array(L, b, depth);
            else
                encode(L, b, depth);
        }
        lua_pop(L, 2);
    }
    ipr_buf_addc(b, '}');
}

static int by_bytes(lua_State *L)
{
    lua_pushboolean(L, ipr_str_cmp(ipr_bind_checkstr(L, 1), ipr_bind_checkstr(L, 2)) < 0);
    return 1;
}

/* Pushes an array of the table's string keys in byte order. */
static void push_sorted_keys(lua_State *L)
{
    lua_Integer n = 0;
    lua_newtable(L);
    lua_pushnil(L);
    while (lua_next(L, -3)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) != LUA_TSTRING)
            luaL_error(L, "json.encode: an object key is a %s; keys are texts",
                       luaL_typename(L, -1));
        lua_pushvalue(L, -1);
        lua_rawseti(L, -3, ++n);
    }
    lua_getglobal(L, "table");
    lua_getfield(L, -1, "sort");
    lua_remove(L, -2);
    lua_pushvalue(L, -2);
    lua_pushcfunction(L, by_bytes);
    lua_call(L, 2, 0);
}

static void encode_object(lua_State *L, ipr_buf *b, int depth)
{
    push_sorted_keys(L);
    lua_Integer n = (lua_Integer)lua_rawlen(L, -1);
    ipr_buf_addc(b, '{');
    for (lua_Integer i = 1; i <= n; i++) {
        if (i > 1)
            ipr_buf_addc(b, ',');
        lua_rawgeti(L, -1, i);
        ipr_json_put(b, ipr_bind_checkstr(L, -1));
        ipr_buf_addc(b, ':');
        lua_rawget(L, -3);
        encode(L, b, depth);
        lua_pop(L, 1);
    }
    ipr_buf_addc(b, '}');
    lua_pop(L, 1);
}

static void encode_table(lua_State *L, ipr_buf *b, int depth)
{
    int top = lua_gettop(L);
    if (luaL_getmetafield(L, -1, KEYS_FIELD) == LUA_TTABLE) {
        lua_pushvalue(L, top);
        encode_shape(L, b, top + 1, depth);
    } else if (lua_settop(L, top), luaL_getmetafield(L, -1, "__name") == LUA_TSTRING &&
                                       strcmp(lua_tostring(L, -1), ARRAY_CLASS) == 0) {
        lua_settop(L, top);
        encode_array(L, b, depth);
    } else {
        lua_settop(L, top);
        lua_pushnil(L);
        bool empty = lua_next(L, -2) == 0;
        lua_settop(L, top);
        if (empty || lua_rawlen(L, -1) > 0)
            encode_array(L, b, depth);
        else
            encode_object(L, b, depth);
    }
    lua_settop(L, top);
}

/* Appends the value on top; leaves the stack as it was. */
static void encode(lua_State *L, ipr_buf *b, int depth)
{
    if (depth > MAX_ENCODE_DEPTH)
        luaL_error(L, "json.encode: nested deeper than %d (a cycle?)", MAX_ENCODE_DEPTH);
    luaL_checkstack(L, 10, "JSON nested too deep");
    switch (lua_type(L, -1)) {
    case LUA_TNUMBER:
        encode_number(L, b);
        break;
    case LUA_TSTRING:
        ipr_json_put(b, ipr_bind_checkstr(L, -1));
        break;
    case LUA_TBOOLEAN:
        ipr_buf_adds(b, lua_toboolean(L, -1) ? "true" : "false");
        break;
    case LUA_TTABLE:
        encode_table(L, b, depth + 1);
        break;
    case LUA_TNIL:
    case LUA_TLIGHTUSERDATA:
        ipr_buf_adds(b, "null");
        break;
    default:
        luaL_error(L, "json.encode: a %s has no JSON form", luaL_typename(L, -1));
    }
}

static int l_encode(lua_State *L)
{
    luaL_checkany(L, 1);
    lua_settop(L, 1);
    ipr_buf *b = ipr_bind_buf(L);
    lua_pushvalue(L, 1);
    encode(L, b, 0);
    ipr_bind_pushbuf(L, b);
    return 1;
}

static int give_shape(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_setmetatable(L, 1);
    return 1;
}

static int l_shape(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_createtable(L, 0, 1);
    lua_pushvalue(L, 1);
    lua_setfield(L, -2, KEYS_FIELD);
    lua_pushcclosure(L, give_shape, 1);
    return 1;
}

static int l_array(lua_State *L)
{
    if (lua_isnoneornil(L, 1))
        lua_newtable(L);
    else
        luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    luaL_setmetatable(L, ARRAY_CLASS);
    return 1;
}

static const luaL_Reg functions[] = {{"array", l_array},
                                     {"decode", l_decode},
                                     {"encode", l_encode},
                                     {"shape", l_shape},
                                     {NULL, NULL}};

int ipr_open_json(lua_State *L)
{
    luaL_newmetatable(L, ARRAY_CLASS); /* sets __name */
    lua_pop(L, 1);
    luaL_newlib(L, functions);
    lua_pushlightuserdata(L, NULL);
    lua_setfield(L, -2, "null");
    return 1;
}
