/* SPDX-License-Identifier: MIT
 * input.c: core.input.open(path, options) -> reader; reader:block() -> the rows of the
 * next block. For lists, small files and the commands whose rows Lua looks at; the big
 * commands read blocks in C (block.h). */
#include "file.h"

#include <string.h>

#define READER_CLASS "iprcore.input.reader"

typedef struct reader {
    int fd;
    ipr_csv *csv; /* NULL: lines */
    ipr_blocks *blocks;
    ipr_block block;
    bool broken; /* invalid UTF-8 is let through */
} reader;

static int l_close(lua_State *L)
{
    reader *r = luaL_checkudata(L, 1, READER_CLASS);
    ipr_blocks_free(r->blocks);
    ipr_csv_free(r->csv);
    ipr_block_fini(&r->block);
    ipr_file_close(r->fd);
    r->blocks = NULL;
    r->csv = NULL;
    r->fd = -1;
    return 0;
}

static bool option_flag(lua_State *L, const char *name)
{
    lua_getfield(L, 2, name);
    bool on = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return on;
}

static char option_delimiter(lua_State *L)
{
    size_t n = 1;
    lua_getfield(L, 2, "delimiter");
    const char *s = luaL_optlstring(L, -1, ",", &n);
    char c = n == 1 ? *s : '\0';
    if (n != 1 || strchr("\"\r\n", c))
        luaL_error(L, "delimiter must be one byte, not a quote or a line end");
    lua_pop(L, 1);
    return c;
}

/* core.input.open(path, { lines=, delimiter=, strict=, broken=, size= }) */
static int l_open(lua_State *L)
{
    const char *path = luaL_checkstring(L, 1);
    luaL_checktype(L, 2, LUA_TTABLE);
    lua_settop(L, 2);
    ipr_env *env = ipr_bind_env(L);
    ipr_err err = {0};
    ipr_csv_options opt = {.delimiter = option_delimiter(L),
                           .strict = option_flag(L, "strict"),
                           .allow_broken = option_flag(L, "broken")};
    lua_getfield(L, 2, "size");
    size_t size = (size_t)luaL_optinteger(L, -1, 0);
    reader *r = ipr_bind_new(L, sizeof *r, READER_CLASS);
    r->fd = -1;
    ipr_block_init(&r->block, env);
    r->broken = opt.allow_broken;
    if (!option_flag(L, "lines") && !(r->csv = ipr_csv_new(env, &opt)))
        return ipr_bind_nomem(L);
    r->fd = ipr_file_open(path, &err);
    if (r->fd < 0)
        return ipr_bind_raise(L, &err, path);
    r->blocks = ipr_blocks_new(env, r->csv, size, ipr_file_read, &r->fd);
    if (!r->blocks)
        return ipr_bind_nomem(L);
    return 1;
}

static void set_number(lua_State *L, const char *name, uint64_t v)
{
    lua_pushinteger(L, (lua_Integer)v);
    lua_setfield(L, -2, name);
}

static void push_row(lua_State *L, const ipr_row *row)
{
    lua_createtable(L, (int)row->n, 4);
    for (size_t i = 0; i < row->n; i++) {
        ipr_bind_pushstr(L, row->fields[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    set_number(L, "n", row->n);
    set_number(L, "row", row->row);
    set_number(L, "line", row->line);
    set_number(L, "offset", row->offset);
    if (row->code) {
        lua_pushstring(L, ipr_status_code(row->code));
        lua_setfield(L, -2, "code");
        lua_pushstring(L, ipr_status_text(row->code));
        lua_setfield(L, -2, "message");
        set_number(L, "at", row->at);
        set_number(L, "field", row->field + 1);
    }
}

/* reader:block(path) -> array of rows { fields…, n, row, line, offset, code?, message?,
 * at? }, or nil at the end. Raises io, utf16 and out_of_memory, naming path. */
static int l_block(lua_State *L)
{
    reader *r = luaL_checkudata(L, 1, READER_CLASS);
    const char *path = luaL_optstring(L, 2, NULL);
    ipr_err err = {0};
    lua_settop(L, 2);
    if (!r->blocks)
        return luaL_error(L, "the reader is closed");
    ipr_status st = ipr_blocks_take(r->blocks, &r->block, &err);
    if (st == IPR_EIO)
        ipr_file_failed(&err);
    if (st)
        return ipr_bind_raise(L, &err, path);
    if (r->block.n == 0)
        return 0;
    lua_createtable(L, (int)r->block.count, 0);
    for (size_t k = 0; k < r->block.count; k++) {
        ipr_row row;
        ipr_str line;
        if (ipr_block_row(r->csv, &r->block, k, r->broken, &line, &row))
            return ipr_bind_nomem(L);
        push_row(L, &row);
        lua_rawseti(L, -2, (lua_Integer)k + 1);
    }
    return 1;
}

static const luaL_Reg methods[] = {{"block", l_block}, {"close", l_close}, {NULL, NULL}};
static const luaL_Reg functions[] = {{"open", l_open}, {NULL, NULL}};

int ipr_open_input(lua_State *L)
{
    ipr_bind_class(L, READER_CLASS, methods, l_close);
    luaL_newlib(L, functions);
    return 1;
}
