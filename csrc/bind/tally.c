/* SPDX-License-Identifier: MIT
 * tally.c (bind): core.tally: new, unpack, vocabulary, moment; methods read add merge pack
 * run quality span bytes. The public face is lua/iprcore/tally.lua. */
#include "file.h"
#include "tally_bind.h"

#include <string.h>

#define READER_CLASS "iprcore.tally.reader"

typedef struct reader {
    int fd;
    ipr_csv *csv;
    ipr_blocks *blocks;
    ipr_block block;
    bool *known; /* of the header's columns */
    size_t known_n;
    ipr_env *env;
} reader;

ipr_tally *ipr_bind_tally(lua_State *L, int arg)
{
    tally_box *box = luaL_checkudata(L, arg, TALLY_CLASS);
    luaL_argcheck(L, box->t != NULL, arg, "the tally was closed");
    return box->t;
}

static tally_box *new_box(lua_State *L)
{
    tally_box *box = ipr_bind_new(L, sizeof *box, TALLY_CLASS);
    return box;
}

static int l_fini(lua_State *L)
{
    tally_box *box = lua_touserdata(L, 1);
    ipr_tally_free(box->t);
    box->t = NULL;
    return 0;
}

/* core.tally.new(keeps_cases, offset, sketches) */
static int l_new(lua_State *L)
{
    ipr_tally_options opt = {.no_cases = !lua_toboolean(L, 1)};
    lua_Integer offset = luaL_optinteger(L, 2, 0);
    luaL_argcheck(L, offset > -IPR_DAY_SECONDS && offset < IPR_DAY_SECONDS, 2, "an offset");
    opt.offset = (int32_t)offset;
    opt.sketches = lua_toboolean(L, 3);
    ipr_env *env = ipr_bind_env(L);
    tally_box *box = new_box(L);
    box->t = ipr_tally_new(env, &opt);
    return box->t ? 1 : ipr_bind_nomem(L);
}

/* core.tally.unpack(text) -> tally, or nil, message, code, offset */
static int l_unpack(lua_State *L)
{
    ipr_err err = {0};
    ipr_str s = ipr_bind_checkstr(L, 1);
    ipr_env *env = ipr_bind_env(L);
    tally_box *box = new_box(L);
    ipr_status st = ipr_tally_unpack(env, s, &box->t, &err);
    if (st == IPR_ENOMEM)
        return ipr_bind_nomem(L);
    return st ? ipr_bind_fail(L, &err) : 1;
}

static int l_pack(lua_State *L)
{
    ipr_err err = {0};
    const ipr_tally *t = ipr_bind_tally(L, 1);
    ipr_buf *b = ipr_bind_buf(L);
    if (ipr_tally_pack(t, b, &err))
        return ipr_bind_nomem(L);
    ipr_bind_pushbuf(L, b);
    return 1;
}

static int l_merge(lua_State *L)
{
    ipr_err err = {0};
    ipr_tally *t = ipr_bind_tally(L, 1), *from = ipr_bind_tally(L, 2);
    luaL_argcheck(L, t != from, 2, "a tally cannot be merged with itself");
    if (ipr_tally_merge(t, from, &err))
        return ipr_bind_raise(L, &err, NULL);
    return 0;
}

/* Reading files. */

static int l_reader_fini(lua_State *L)
{
    reader *r = lua_touserdata(L, 1);
    ipr_blocks_free(r->blocks);
    ipr_csv_free(r->csv);
    ipr_block_fini(&r->block);
    if (r->known)
        ipr_free(r->env, r->known, r->known_n);
    ipr_file_close(r->fd);
    r->known = NULL;
    r->blocks = NULL;
    r->csv = NULL;
    r->fd = -1;
    return 0;
}

static reader *open_reader(lua_State *L, const char *path, char delimiter)
{
    ipr_env *env = ipr_bind_env(L);
    ipr_err err = {0};
    ipr_csv_options opt = {.delimiter = delimiter};
    reader *r = ipr_bind_new(L, sizeof *r, READER_CLASS);
    r->fd = -1;
    r->env = env;
    ipr_block_init(&r->block, env);
    r->csv = ipr_csv_new(env, &opt);
    if (!r->csv)
        ipr_bind_nomem(L);
    r->fd = ipr_file_open(path, &err);
    if (r->fd < 0)
        ipr_bind_raise(L, &err, path);
    r->blocks = ipr_blocks_new(env, r->csv, 0, ipr_file_read, &r->fd);
    if (!r->blocks)
        ipr_bind_nomem(L);
    return r;
}

/* The next block; false at the end. Raises what reading raises. */
static bool take_block(lua_State *L, reader *r, const char *path)
{
    ipr_err err = {0};
    ipr_status st = ipr_blocks_take(r->blocks, &r->block, &err);
    if (st == IPR_EIO)
        ipr_file_failed(&err);
    if (st)
        ipr_bind_raise(L, &err, path);
    return r->block.n > 0;
}

static void get_row(lua_State *L, reader *r, size_t k, ipr_row *row)
{
    ipr_str line;
    if (ipr_block_row(r->csv, &r->block, k, false, &line, row))
        ipr_bind_nomem(L);
}

static void read_header(lua_State *L, reader *r, ipr_tally *t, ipr_event_form *form,
                        const char *path)
{
    ipr_err err = {0};
    ipr_row row;
    if (!take_block(L, r, path) || !r->block.count) {
        ipr_fail(&err, IPR_EEMPTY, 0, "the file is empty; an event file has a header");
        ipr_bind_raise(L, &err, path);
    }
    get_row(L, r, 0, &row);
    if (row.code) {
        ipr_fail(&err, row.code, row.at, ipr_status_text(row.code));
        err.line = row.line;
        ipr_bind_raise(L, &err, path);
    }
    r->known = ipr_alloc(r->env, row.n);
    r->known_n = row.n;
    if (!r->known)
        ipr_bind_nomem(L);
    if (ipr_event_form_init(form, row.fields, row.n, r->known, &err)) {
        err.line = row.line;
        ipr_bind_raise(L, &err, path);
    }
    for (size_t i = 0; i < row.n; i++)
        if (!r->known[i] && ipr_tally_column(t, row.fields[i]))
            ipr_bind_nomem(L);
}

typedef struct reading {
    ipr_tally *t;
    ipr_event_form form;
    int64_t before;       /* the row before's time */
    lua_Integer disorder; /* rows earlier than the row before */
} reading;

static ipr_status add_row(reading *rd, const ipr_row *row, ipr_err *err)
{
    ipr_event e;
    if (row->code)
        return ipr_tally_trouble(
            rd->t, row->code == IPR_EFIELDS ? IPR_TROUBLE_extra_fields : IPR_TROUBLE_unreadable,
            (ipr_str){"", 0});
    ipr_trouble trouble = ipr_event_read(&rd->form, row->fields, row->n, &e);
    if (trouble)
        return ipr_tally_trouble(rd->t, trouble, e.id);
    if (e.kind != IPR_KIND_coverage) {
        rd->disorder += e.time < rd->before;
        rd->before = e.time;
    }
    return ipr_tally_add(rd->t, &e, err);
}

/* tally:read(path, delimiter) -> rows out of order. Raises io, empty, bad_header, utf16, limit;
 * rows read before stay counted. */
static int l_read(lua_State *L)
{
    reading rd = {.t = ipr_bind_tally(L, 1)};
    const char *path = luaL_checkstring(L, 2);
    size_t n;
    const char *delimiter = luaL_optlstring(L, 3, ",", &n);
    luaL_argcheck(L, n == 1 && !strchr("\"\r\n", *delimiter), 3, "a delimiter is one byte");
    ipr_err err = {0};
    ipr_row row;
    lua_settop(L, 3);
    reader *r = open_reader(L, path, *delimiter);
    read_header(L, r, rd.t, &rd.form, path);
    size_t k = 1;
    do {
        for (; k < r->block.count; k++) {
            get_row(L, r, k, &row);
            ipr_status st = add_row(&rd, &row, &err);
            if (st) {
                err.code = st;
                err.line = row.line;
                ipr_bind_raise(L, &err, path);
            }
        }
        k = 0;
    } while (take_block(L, r, path));
    lua_pushinteger(L, rd.disorder);
    return 1;
}

/* tally:add(fields…) in the order of the columns -> trouble name and text, or nothing */
static int l_add(lua_State *L)
{
    ipr_tally *t = ipr_bind_tally(L, 1);
    ipr_str fields[IPR_COLUMN_COUNT];
    ipr_str names[IPR_COLUMN_COUNT];
    ipr_event_form form;
    ipr_event e;
    ipr_err err = {0};
    for (int i = 0; i < IPR_COLUMN_COUNT; i++) {
        names[i] =
            (ipr_str){ipr_event_column_name((size_t)i), strlen(ipr_event_column_name((size_t)i))};
        fields[i].p = luaL_optlstring(L, i + 2, "", &fields[i].n);
    }
    ipr_event_form_init(&form, names, IPR_COLUMN_COUNT, NULL, NULL);
    ipr_trouble trouble = ipr_event_read(&form, fields, IPR_COLUMN_COUNT, &e);
    ipr_status st = trouble ? ipr_tally_trouble(t, trouble, e.id) : ipr_tally_add(t, &e, &err);
    if (st == IPR_ENOMEM)
        return ipr_bind_nomem(L);
    if (st)
        return ipr_bind_raise(L, &err, NULL);
    if (!trouble)
        return 0;
    lua_pushstring(L, ipr_trouble_name(trouble));
    lua_pushstring(L, ipr_trouble_text(trouble));
    return 2;
}

/* tally:trouble(name): counts a row that could not even be read */
static int l_trouble(lua_State *L)
{
    ipr_tally *t = ipr_bind_tally(L, 1);
    const char *name = luaL_checkstring(L, 2);
    for (int k = 1; k < IPR_TROUBLE_COUNT; k++)
        if (!strcmp(name, ipr_trouble_name((ipr_trouble)k)))
            if (ipr_tally_trouble(t, (ipr_trouble)k, (ipr_str){"", 0}))
                return ipr_bind_nomem(L);
    return 0;
}

static int l_column(lua_State *L)
{
    if (ipr_tally_column(ipr_bind_tally(L, 1), ipr_bind_checkstr(L, 2)))
        return ipr_bind_nomem(L);
    return 0;
}

/* Answers about the whole. */

static int l_span(lua_State *L)
{
    int64_t first, last;
    if (!ipr_tally_span(ipr_bind_tally(L, 1), &first, &last))
        return 0;
    lua_pushinteger(L, first);
    lua_pushinteger(L, last);
    return 2;
}

/* tally:options() -> keeps cases, offset, sketches */
static int l_options(lua_State *L)
{
    ipr_tally_options opt = ipr_tally_made_with(ipr_bind_tally(L, 1));
    lua_pushboolean(L, !opt.no_cases);
    lua_pushinteger(L, opt.offset);
    lua_pushboolean(L, opt.sketches);
    return 3;
}

static int l_bytes(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)ipr_tally_bytes(ipr_bind_tally(L, 1)));
    return 1;
}

/* tally:rows() -> rows read, and of them those that could not be used */
static int l_rows(lua_State *L)
{
    const ipr_tally *t = ipr_bind_tally(L, 1);
    lua_pushinteger(L, (lua_Integer)ipr_tally_rows(t));
    lua_pushinteger(L, (lua_Integer)ipr_tally_unused(t));
    return 2;
}

static void push_quality(void *ud, const ipr_quality *row)
{
    lua_State *L = ud;
    lua_createtable(L, 0, 4);
    lua_pushstring(L, row->code);
    lua_setfield(L, -2, "code");
    lua_pushstring(L, row->text);
    lua_setfield(L, -2, "text");
    if (row->what.n) {
        ipr_bind_pushstr(L, row->what);
        lua_setfield(L, -2, "what");
    }
    lua_pushinteger(L, (lua_Integer)row->n);
    lua_setfield(L, -2, "n");
    lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
}

/* tally:quality() -> rows { code, text, what?, n } */
static int l_quality(lua_State *L)
{
    const ipr_tally *t = ipr_bind_tally(L, 1);
    luaL_checkstack(L, 8, NULL);
    lua_newtable(L);
    if (ipr_tally_quality(t, push_quality, L))
        return ipr_bind_nomem(L);
    return 1;
}

/* core.tally.moment(text) -> seconds since 1970, date only; nil, message, code, offset */
static int l_moment(lua_State *L)
{
    ipr_err err = {0};
    int64_t at;
    bool date_only;
    if (ipr_moment_parse(ipr_str_trim(ipr_bind_checkstr(L, 1)), &at, &date_only, &err))
        return ipr_bind_fail(L, &err);
    lua_pushinteger(L, at);
    lua_pushboolean(L, date_only);
    return 2;
}

/* core.tally.offset(text) -> seconds east of UTC, or nil */
static int l_offset(lua_State *L)
{
    int64_t seconds;
    if (!ipr_offset_parse(ipr_bind_checkstr(L, 1), &seconds))
        return 0;
    lua_pushinteger(L, seconds);
    return 1;
}

/* core.tally.moment_text(seconds) -> "2019-12-31T23:59:59Z" */
static int l_moment_text(lua_State *L)
{
    lua_Integer at = luaL_checkinteger(L, 1);
    luaL_argcheck(L, at >= 0 && at <= INT64_C(253402300799), 1, "seconds since 1970 expected");
    ipr_buf *b = ipr_bind_buf(L);
    ipr_moment_put(b, at);
    ipr_bind_pushbuf(L, b);
    return 1;
}

static void push_pair(lua_State *L, int i, const char *name, const char *text)
{
    lua_createtable(L, 0, 4);
    lua_pushstring(L, name);
    lua_setfield(L, -2, "name");
    lua_pushstring(L, text);
    lua_setfield(L, -2, "text");
    lua_pushvalue(L, -1);
    lua_rawseti(L, -3, i + 1);
}

/* core.tally.vocabulary() -> { kinds = { { name, text, entity, step } }, columns, entities,
 * troubles }, each of the others with name and text */
static int l_vocabulary(lua_State *L)
{
    lua_newtable(L);
    lua_newtable(L);
    for (int k = 0; k < IPR_KIND_COUNT; k++) {
        const ipr_kind_row *row = ipr_kind_info((ipr_kind)k);
        push_pair(L, k, row->name, row->text);
        lua_pushstring(L, ipr_entity_name(row->entity));
        lua_setfield(L, -2, "entity");
        lua_pushinteger(L, row->step);
        lua_setfield(L, -2, "step");
        lua_pop(L, 1);
    }
    lua_setfield(L, -2, "kinds");
    lua_newtable(L);
    for (int c = 0; c < IPR_COLUMN_COUNT; c++) {
        push_pair(L, c, ipr_event_column_name((size_t)c), ipr_event_column_text((size_t)c));
        lua_pop(L, 1);
    }
    lua_setfield(L, -2, "columns");
    lua_newtable(L);
    for (int e = 0; e < IPR_ENTITY_COUNT; e++) {
        push_pair(L, e, ipr_entity_name((ipr_entity)e), ipr_entity_text((ipr_entity)e));
        lua_pop(L, 1);
    }
    lua_setfield(L, -2, "entities");
    lua_newtable(L);
    for (int t = 1; t < IPR_TROUBLE_COUNT; t++) {
        push_pair(L, t - 1, ipr_trouble_name((ipr_trouble)t), ipr_trouble_text((ipr_trouble)t));
        lua_pop(L, 1);
    }
    lua_setfield(L, -2, "troubles");
    return 1;
}

static const luaL_Reg methods[] = {{"read", l_read},
                                   {"add", l_add},
                                   {"trouble", l_trouble},
                                   {"column", l_column},
                                   {"merge", l_merge},
                                   {"pack", l_pack},
                                   {"run", ipr_tally_l_run},
                                   {"quality", l_quality},
                                   {"span", l_span},
                                   {"bytes", l_bytes},
                                   {"options", l_options},
                                   {"rows", l_rows},
                                   {"covered", ipr_tally_l_covered},
                                   {NULL, NULL}};

static const luaL_Reg functions[] = {{"new", l_new},
                                     {"unpack", l_unpack},
                                     {"moment", l_moment},
                                     {"offset", l_offset},
                                     {"moment_text", l_moment_text},
                                     {"vocabulary", l_vocabulary},
                                     {"calendar", ipr_tally_l_calendar},
                                     {NULL, NULL}};

int ipr_open_tally(lua_State *L)
{
    ipr_bind_class(L, TALLY_CLASS, methods, l_fini);
    ipr_bind_class(L, READER_CLASS, NULL, l_reader_fini);
    ipr_tally_open_calendar(L);
    luaL_newlib(L, functions);
    return 1;
}
