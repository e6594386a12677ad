/* SPDX-License-Identifier: MIT
 * sandbox.c (bind): lua_States for rule files, with their own bounded memory, and the few
 * functions that the Lua side of a rule file stands on. What a file sees is decided in
 * sandbox.lua; here only memory, reading below given folders, and who built a value where. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "rules.h"
#include "../core/sha256.h"

#include <errno.h>
#include <fcntl.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BYTES_CLASS "iprcore.bytes"

static const char self_key = 0; /* registry: the ipr_sandbox of a state */

/* Whether the file may have so much more; osize says what a new block is for. */
static bool allows(ipr_sandbox *sb, bool fresh, size_t osize, size_t more)
{
    size_t cost = more / 16 + 1;
    if (sb->limit - sb->used < more)
        return false;
    if (sb->trusted)
        return true;
    if (cost > sb->work || (fresh && osize == LUA_TSTRING && more > IPR_TEXT_MAX + 64))
        return false;
    sb->work -= cost;
    return true;
}

static void *limited_alloc(void *ud, void *ptr, size_t osize, size_t nsize)
{
    ipr_sandbox *sb = ud;
    size_t old = ptr ? osize : 0;
    if (nsize == 0) {
        if (ptr)
            ipr_pool_give(&sb->pool, ptr, old);
        sb->used -= old;
        return NULL;
    }
    if (nsize > old && !allows(sb, !ptr, osize, nsize - old))
        return NULL;
    void *p = ptr ? ipr_pool_resize(&sb->pool, ptr, old, nsize) : ipr_pool_take(&sb->pool, nsize);
    if (p)
        sb->used += nsize - old;
    return p;
}

/* fields(): the field table as an array of { name, type, cost, needs, about }. */
static int l_fields(lua_State *L)
{
    static const char *const types[] = {"text", "number", "money", "bool", "date", "set", "hash"};
    lua_createtable(L, IPR_FIELD_COUNT, 0);
    for (unsigned f = 0; f < IPR_FIELD_COUNT; f++) {
        lua_createtable(L, 0, 5);
        lua_pushstring(L, ipr_field_name(f));
        lua_setfield(L, -2, "name");
        lua_pushstring(L, types[ipr_field_type(f)]);
        lua_setfield(L, -2, "type");
        lua_pushinteger(L, (lua_Integer)ipr_field_cost(f));
        lua_setfield(L, -2, "cost");
        lua_pushstring(L, ipr_field_needs(f));
        lua_setfield(L, -2, "needs");
        lua_pushstring(L, ipr_field_about(f));
        lua_setfield(L, -2, "about");
        lua_rawseti(L, -2, (int)f + 1);
    }
    return 1;
}

static bool is_ours(const char *source)
{
    static const char *const ours[] = {"iprcore/cond.lua",       "iprcore/verbs.lua",
                                       "iprcore/ruleset.lua",    "iprcore/list_file.lua",
                                       "iprcore/rule_lists.lua", "iprcore/sandbox.lua",
                                       "iprcore/rules.lua",      "iprcore/scorer.lua"};
    size_t n = strlen(source);
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++) {
        size_t m = strlen(ours[i]);
        if (n >= m && strcmp(source + n - m, ours[i]) == 0)
            return true;
    }
    return false;
}

/* where(home?): file and line of the caller's code, the rule language's own files passed over, and
 * with home all whose names begin so; nothing where the command line is the caller. */
static int l_where(lua_State *L)
{
    lua_Debug ar;
    size_t n;
    const char *home = luaL_optlstring(L, 1, NULL, &n);
    for (int level = 1; lua_getstack(L, level, &ar); level++) {
        lua_getinfo(L, "Sl", &ar);
        bool inside = home && strncmp(ar.source, home, n) == 0;
        if (inside && strcmp(ar.source + n, "cli.lua") == 0)
            return 0;
        if (ar.currentline <= 0 || inside || is_ours(ar.source))
            continue;
        lua_pushstring(L, ar.source[0] == '@' ? ar.source + 1 : ar.short_src);
        lua_pushinteger(L, ar.currentline);
        return 2;
    }
    return 0;
}

/* date(text): seconds since 1970, or nil. */
static int l_date(lua_State *L)
{
    int64_t seconds;
    if (!ipr_date_parse(ipr_bind_checkstr(L, 1), &seconds))
        return 0;
    lua_pushinteger(L, (lua_Integer)seconds);
    return 1;
}

/* sha256(text): its digest as hex. */
static int l_sha256(lua_State *L)
{
    ipr_str s = ipr_bind_checkstr(L, 1);
    ipr_sha256 state;
    char hex[64];
    ipr_sha256_init(&state);
    ipr_sha256_add(&state, s.p, s.n);
    ipr_sha256_hex(&state, hex);
    lua_pushlstring(L, hex, sizeof hex);
    return 1;
}

void ipr_rule_primitives(lua_State *L)
{
    static const luaL_Reg functions[] = {{"fields", l_fields},
                                         {"where", l_where},
                                         {"date", l_date},
                                         {"sha256", l_sha256},
                                         {NULL, NULL}};
    luaL_setfuncs(L, functions, 0);
}

ipr_sandbox *ipr_sandbox_self(lua_State *S)
{
    lua_rawgetp(S, LUA_REGISTRYINDEX, &self_key);
    ipr_sandbox *sb = lua_touserdata(S, -1);
    lua_pop(S, 1);
    return sb;
}

static bool below(const char *root, const char *path)
{
    size_t n = strlen(root);
    return strncmp(root, path, n) == 0 &&
           (n == 0 || root[n - 1] == '/' || path[n] == '/' || path[n] == '\0');
}

/* Whether `path` is a file below one of the roots: then *real (4096 bytes) is its real path.
 * Whether there is one elsewhere is not told. */
static bool is_allowed(const ipr_sandbox *sb, const char *path, char *real)
{
    if (!realpath(path, real))
        return false;
    for (char **root = sb->roots; *root; root++)
        if (below(*root, real))
            return true;
    return false;
}

/* The real path of a file that loaders may open; raises where it lies elsewhere. A path that
 * is not absolute is looked for below each root in turn, then from where the program runs. */
static int l_allowed(lua_State *S)
{
    const char *path = luaL_checkstring(S, 1);
    ipr_sandbox *sb = ipr_sandbox_self(S);
    char real[4096], joined[4096];
    bool allowed = false;
    for (char **root = sb->roots; path[0] != '/' && !allowed && *root; root++) {
        int n = snprintf(joined, sizeof joined, "%s/%s", *root, path);
        if (n > 0 && (size_t)n < sizeof joined)
            allowed = is_allowed(sb, joined, real);
    }
    if (!allowed && !is_allowed(sb, path, real))
        return luaL_error(
            S, "%s lies outside the rule file's folder and the folders given, or is not there",
            path);
    lua_pushstring(S, real);
    return 1;
}

/* Takes n from the work that may still be done; raises where there is not so much. */
static void charge(lua_State *S, lua_Number n)
{
    ipr_sandbox *sb = ipr_sandbox_self(S);
    if (!(n <= (lua_Number)sb->work))
        ipr_caller_stop(S);
    sb->work -= n > 0 ? (uint64_t)n : 0;
}

static int l_charge(lua_State *S)
{
    charge(S, lua_tonumber(S, 1));
    return 0;
}

#define READ_WORK 100000 /* for opening a file */

/* Reads a whole file of at most max bytes, no pipe and no device; NULL if it cannot be. */
static char *slurp(const char *path, size_t max, size_t *n)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    bool ok = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && (size_t)st.st_size <= max;
    char *bytes = ok ? malloc((size_t)st.st_size + 1) : NULL;
    *n = 0;
    while (bytes && *n < (size_t)st.st_size) { /* a file that shrinks meanwhile is what is left */
        ssize_t k = read(fd, bytes + *n, (size_t)st.st_size - *n);
        if (k == 0 || (k < 0 && errno != EINTR))
            break;
        *n += k > 0 ? (size_t)k : 0;
    }
    if (fd >= 0)
        close(fd);
    return bytes;
}

/* read(path): the bytes of a file below the roots, without a byte order mark. */
static int l_read(lua_State *S)
{
    ipr_sandbox *sb = ipr_sandbox_self(S);
    size_t n, mark;
    charge(S, READ_WORK);
    l_allowed(S);
    char **box = lua_newuserdata(S, sizeof *box); /* freed whatever happens */
    *box = NULL;
    luaL_setmetatable(S, BYTES_CLASS);
    *box = slurp(lua_tostring(S, -2), sb->limit / 4, &n);
    if (!*box)
        return luaL_error(S, "%s cannot be read, or is too big for a list", lua_tostring(S, 1));
    mark = n >= 3 && memcmp(*box, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    sb->trusted = true;
    lua_pushlstring(S, *box + mark, n - mark);
    sb->trusted = false;
    return 1;
}

static int l_bytes_fini(lua_State *S)
{
    char **box = lua_touserdata(S, 1);
    free(*box);
    *box = NULL;
    return 0;
}

typedef struct job {
    ipr_sandbox *sb;
    lua_State *L; /* the host: read only, plain tables of texts */
    int idx;
} job;

/* Copies the table of texts at the top of L into a new table on S. */
static void copy_texts(lua_State *S, lua_State *L)
{
    lua_newtable(S);
    if (!lua_istable(L, -1))
        return;
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        if (lua_type(L, -2) == LUA_TSTRING && lua_type(L, -1) == LUA_TSTRING) {
            size_t n;
            const char *v = lua_tolstring(L, -1, &n);
            lua_pushlstring(S, v, n);
            lua_setfield(S, -2, lua_tostring(L, -2));
        }
        lua_pop(L, 1);
    }
}

/* The table core.rules of a rule file's state, at the top. */
static void push_primitives(lua_State *S)
{
    static const luaL_Reg more[] = {{"allowed", l_allowed},
                                    {"read", l_read},
                                    {"charge", l_charge},
                                    {"pcall", ipr_caller_pcall},
                                    {NULL, NULL}};
    ipr_bind_class(S, BYTES_CLASS, NULL, l_bytes_fini);
    lua_newtable(S);
    lua_pushinteger(S, IPR_TEXT_MAX);
    lua_setfield(S, -2, "text_max");
    ipr_rule_primitives(S);
    luaL_setfuncs(S, more, 0);
    lua_newtable(S);
    ipr_pattern_functions(S);
    lua_setfield(S, -2, "patterns");
}

/* Loads module sources into package-less `loaded`; each sees `require` of these only. */
static int l_internal_require(lua_State *S)
{
    const char *name = luaL_checkstring(S, 1);
    lua_settop(S, 1);
    if (lua_getfield(S, lua_upvalueindex(1), name) != LUA_TNIL)
        return 1;
    if (lua_getfield(S, lua_upvalueindex(2), name) != LUA_TSTRING)
        return luaL_error(S, "no module %s", name);
    size_t n;
    const char *bytes = lua_tolstring(S, -1, &n);
    luaL_gsub(S, name, ".", "/");
    const char *chunk = lua_pushfstring(S, "@%s.lua", lua_tostring(S, -1));
    if (luaL_loadbufferx(S, bytes, n, chunk, "t") != LUA_OK)
        return lua_error(S);
    lua_call(S, 0, 1);
    lua_pushvalue(S, -1);
    lua_setfield(S, lua_upvalueindex(1), name);
    return 1;
}

static void open_libraries(lua_State *S)
{
    static const luaL_Reg libs[] = {{"_G", luaopen_base},     {"string", luaopen_string},
                                    {"table", luaopen_table}, {"math", luaopen_math},
                                    {"utf8", luaopen_utf8},   {NULL, NULL}};
    for (const luaL_Reg *lib = libs; lib->func; lib++) {
        luaL_requiref(S, lib->name, lib->func, 1);
        lua_pop(S, 1);
    }
}

/* Runs in S, protected: libraries, modules, the file. Leaves the rule set. */
static int boot(lua_State *S)
{
    job *j = lua_touserdata(S, 1);
    lua_State *L = j->L;
    lua_settop(S, 0);
    lua_pushlightuserdata(S, j->sb);
    lua_rawsetp(S, LUA_REGISTRYINDEX, &self_key);
    open_libraries(S);
    lua_newtable(S); /* loaded */
    lua_newtable(S);
    j->sb->trusted = true;
    push_primitives(S);
    lua_setfield(S, -2, "rules");
    lua_setfield(S, -2, "iprcore.core");
    lua_getfield(L, j->idx, "modules");
    copy_texts(S, L);
    lua_pop(L, 1);
    lua_pushcclosure(S, l_internal_require, 2);
    lua_pushvalue(S, -1);
    lua_setglobal(S, "require");
    lua_pushliteral(S, "iprcore.sandbox");
    lua_call(S, 1, 1); /* our own files */
    lua_getfield(S, -1, "load");
    copy_texts(S, (lua_pushvalue(L, j->idx), L)); /* bytes, path */
    lua_pop(L, 1);
    static const char *const tables[] = {"defines", "packs"};
    for (size_t i = 0; i < 2; i++) {
        lua_getfield(L, j->idx, tables[i]);
        copy_texts(S, L);
        lua_pop(L, 1);
        lua_setfield(S, -2, tables[i]);
    }
    j->sb->trusted = false;
    lua_call(S, 1, 1);
    return 1;
}

/* Runs in S, protected: an error value as message, path and line. */
static int describe(lua_State *S)
{
    if (lua_type(S, 1) == LUA_TTABLE) {
        lua_getfield(S, 1, "message");
        lua_getfield(S, 1, "path");
        lua_getfield(S, 1, "line");
        luaL_tolstring(S, 2, NULL);
        lua_replace(S, 2);
        return 3;
    }
    if (ipr_caller_is_limit(S, 1)) {
        lua_pushliteral(S, "loading takes too many steps");
        lua_replace(S, 1);
    }
    const char *text = luaL_tolstring(S, 1, NULL), *colon = strstr(text, ":");
    char *end;
    long line = colon ? strtol(colon + 1, &end, 10) : 0;
    if (colon && line > 0 && *end == ':') {
        lua_pushstring(S, end + 2);
        lua_pushlstring(S, text, (size_t)(colon - text));
        lua_pushinteger(S, line);
        return 3;
    }
    lua_pushnil(S);
    lua_pushnil(S);
    return 3;
}

static ipr_status failed(ipr_sandbox *sb, char *where, size_t n, ipr_err *err)
{
    lua_State *S = sb->S;
    where[0] = '\0';
    sb->limit += 65536; /* room to say what was wrong */
    sb->trusted = true;
    lua_pushcfunction(S, describe);
    lua_insert(S, -2);
    if (lua_pcall(S, 1, 3, 0) != LUA_OK)
        return ipr_fail(err, IPR_ERULE, 0, "the rule file needs more memory than it may have");
    const char *message = lua_tostring(S, -3), *path = lua_tostring(S, -2);
    ipr_fail(err, IPR_ERULE, 0, message ? message : "the rule file failed");
    err->line = (size_t)lua_tointeger(S, -1);
    if (path)
        snprintf(where, n, "%s", path);
    return IPR_ERULE;
}

/* The real paths of the texts in the array at the top of L. */
static char **real_roots(lua_State *L)
{
    size_t n = lua_istable(L, -1) ? lua_rawlen(L, -1) : 0, k = 0;
    char **roots = calloc(n + 1, sizeof *roots);
    for (size_t i = 1; roots && i <= n; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i);
        const char *path = lua_tostring(L, -1);
        roots[k] = path ? realpath(path, NULL) : NULL;
        k += roots[k] != NULL;
        lua_pop(L, 1);
    }
    return roots;
}

/* A listing's texts are garbage at its end: they are collected before they fill the caches. */
static void collect_young(lua_State *S)
{
#if LUA_VERSION_NUM >= 504
    lua_gc(S, LUA_GCGEN, 10, 0);
#else
    (void)S;
#endif
}

ipr_status ipr_sandbox_open(ipr_sandbox *sb, lua_State *L, int idx, char *where, size_t n,
                            ipr_err *err)
{
    where[0] = '\0';
    idx = lua_absindex(L, idx);
    luaL_checkstack(L, 8, "too deep");
    memset(sb, 0, sizeof *sb);
    sb->work = IPR_LOAD_WORK;
    sb->trusted = true;
    lua_getfield(L, idx, "memory");
    sb->limit = lua_isnumber(L, -1) ? (size_t)lua_tonumber(L, -1) : IPR_MEMORY;
    lua_getfield(L, idx, "roots");
    sb->roots = real_roots(L);
    lua_pop(L, 2);
    sb->S = sb->roots ? lua_newstate(limited_alloc, sb) : NULL;
    if (!sb->S)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    job j = {sb, L, idx};
    lua_pushcfunction(sb->S, boot);
    lua_pushlightuserdata(sb->S, &j);
    ipr_caller_watch(sb->S, IPR_LOAD_STEPS);
    int status = lua_pcall(sb->S, 1, 1, 0);
    ipr_caller_watch(sb->S, 0);
    if (status != LUA_OK)
        return failed(sb, where, n, err);
    collect_young(sb->S);
    return IPR_OK;
}

void ipr_sandbox_close(ipr_sandbox *sb)
{
    if (sb->S)
        lua_close(sb->S);
    sb->S = NULL;
    ipr_pool_fini(&sb->pool);
    for (char **root = sb->roots; root && *root; root++)
        free(*root);
    free(sb->roots);
    sb->roots = NULL;
}
