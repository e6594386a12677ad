/* SPDX-License-Identifier: MIT
 * brand.c (bind): brand.new, the lexicon's methods, and the loop behind `iprcore brands`.
 *
 * The loop takes blocks of whole records from a feed (CSV, TSV or JSON Lines), answers them
 * in C and gives Lua one text of answers a block, so that a pipe is answered as it flows.
 */
#include "bind.h"

#include <string.h>

#include "../core/brand.h"
#include "../core/json.h"
#include "feed.h"

#define LEXICON_CLASS "iprcore.lexicon"
#define READER_CLASS "iprcore.brand.reader"

typedef struct lexicon_box {
    ipr_lexicon *lex; /* first: the scorer reads it as the list */
    ipr_brand_scratch *scratch;
} lexicon_box;

static lexicon_box *check_box(lua_State *L, int arg)
{
    lexicon_box *box = luaL_checkudata(L, arg, LEXICON_CLASS);
    luaL_argcheck(L, box->lex != NULL, arg, "closed");
    return box;
}

static int l_new(lua_State *L)
{
    ipr_env *env = ipr_bind_env(L);
    lexicon_box *box = ipr_bind_new(L, sizeof *box, LEXICON_CLASS);
    box->lex = ipr_lexicon_new(env);
    box->scratch = ipr_brand_scratch_new(env);
    return box->lex && box->scratch ? 1 : ipr_bind_nomem(L);
}

static int l_fini(lua_State *L)
{
    lexicon_box *box = lua_touserdata(L, 1);
    ipr_lexicon_free(box->lex);
    ipr_brand_scratch_free(box->scratch);
    *box = (lexicon_box){NULL, NULL};
    return 0;
}

static int done(lua_State *L, ipr_status st, ipr_err *err)
{
    if (st == IPR_OK)
        return 0;
    if (err->code == IPR_OK)
        ipr_fail(err, st, 0, ipr_status_text(st));
    return ipr_bind_raise(L, err, luaL_optstring(L, 3, NULL));
}

/* lex:read(tsv, path), lex:fill(tsv, path), lex:words(text), lex:goods(text, path),
 * lex:phrases(text), lex:seal() */
static int l_read(lua_State *L)
{
    ipr_err err = {0};
    ipr_lexicon *lex = check_box(L, 1)->lex;
    return done(L, ipr_lexicon_read(lex, ipr_bind_checkstr(L, 2), &err), &err);
}

static int l_fill(lua_State *L)
{
    ipr_err err = {0};
    ipr_lexicon *lex = check_box(L, 1)->lex;
    return done(L, ipr_lexicon_fill(lex, ipr_bind_checkstr(L, 2), &err), &err);
}

static int l_words(lua_State *L)
{
    ipr_err err = {0};
    ipr_lexicon *lex = check_box(L, 1)->lex;
    return done(L, ipr_lexicon_read_words(lex, ipr_bind_checkstr(L, 2)), &err);
}

static int l_goods(lua_State *L)
{
    ipr_err err = {0};
    ipr_lexicon *lex = check_box(L, 1)->lex;
    return done(L, ipr_lexicon_read_goods(lex, ipr_bind_checkstr(L, 2), &err), &err);
}

static int l_phrases(lua_State *L)
{
    ipr_err err = {0};
    ipr_lexicon *lex = check_box(L, 1)->lex;
    return done(L, ipr_lexicon_read_phrases(lex, ipr_bind_checkstr(L, 2)), &err);
}

static int l_seal(lua_State *L)
{
    ipr_err err = {0};
    return done(L, ipr_lexicon_seal(check_box(L, 1)->lex), &err);
}

static int l_count(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)ipr_lexicon_count(check_box(L, 1)->lex));
    return 1;
}

static const char *field_name(uint8_t field)
{
    static const char *const names[] = {"title", "description", "brand"};
    return names[field];
}

/* ---- for Lua ---- */

static ipr_str opt_text(lua_State *L, int arg)
{
    ipr_str s = {NULL, 0};
    if (!lua_isnoneornil(L, arg))
        s.p = luaL_checklstring(L, arg, &s.n);
    return s;
}

static void set(lua_State *L, const char *key, ipr_str s)
{
    ipr_bind_pushstr(L, s);
    lua_setfield(L, -2, key);
}

static void set_name(lua_State *L, const char *key, const char *s)
{
    lua_pushstring(L, s);
    lua_setfield(L, -2, key);
}

static void push_hit(lua_State *L, const ipr_lexicon *lex, const ipr_brand_hit *h, const ipr_str *f)
{
    lua_createtable(L, 0, 11);
    set(L, "brand", ipr_lexicon_brand(lex, h->brand).name);
    set_name(L, "trick", ipr_trick_name(h->trick));
    set_name(L, "class", ipr_trick_class_name(h->cls));
    set_name(L, "field", field_name(h->field));
    set(L, "surface", (ipr_str){f[h->field].p + h->start, h->end - h->start});
    lua_pushinteger(L, (lua_Integer)h->start + 1);
    lua_setfield(L, -2, "first");
    lua_pushinteger(L, (lua_Integer)h->end);
    lua_setfield(L, -2, "last");
    lua_pushinteger(L, h->score);
    lua_setfield(L, -2, "score");
    lua_pushboolean(L, h->accessory);
    lua_setfield(L, -2, "accessory");
    lua_pushboolean(L, h->negated);
    lua_setfield(L, -2, "negated");
}

/* lex:find(title, description, brand) -> named (boolean), array of hits */
static int l_find(lua_State *L)
{
    lexicon_box *box = check_box(L, 1);
    const ipr_str f[3] = {opt_text(L, 2), opt_text(L, 3), opt_text(L, 4)};
    ipr_brand_found found;
    if (ipr_brand_find(box->lex, box->scratch, f[0], f[1], f[2], &found) == IPR_ENOMEM)
        return ipr_bind_nomem(L);
    lua_pushboolean(L, found.named);
    lua_createtable(L, (int)found.n, 0);
    for (size_t i = 0; i < found.n; i++) {
        push_hit(L, box->lex, &found.hits[i], f);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 2;
}

/* lex:brand(name) -> { name, category, high_risk, ambiguous, price, currency } or nil */
static int l_brand(lua_State *L)
{
    lexicon_box *box = check_box(L, 1);
    uint32_t n;
    if (ipr_lexicon_lookup(box->lex, box->scratch, ipr_bind_checkstr(L, 2), &n))
        return ipr_bind_nomem(L);
    if (n == UINT32_MAX)
        return 0;
    ipr_brand_info b = ipr_lexicon_brand(box->lex, n);
    lua_createtable(L, 0, 6);
    set(L, "name", b.name);
    set(L, "category", b.category);
    set(L, "price", b.price);
    set(L, "currency", b.currency);
    lua_pushboolean(L, b.high_risk);
    lua_setfield(L, -2, "high_risk");
    lua_pushboolean(L, b.ambiguous);
    lua_setfield(L, -2, "ambiguous");
    return 1;
}

/* ---- listings in, JSON Lines out ---- */

typedef struct record {
    ipr_str id;       /* as it is written out, JSON; of rows of CSV the text */
    ipr_str field[3]; /* title, description, brand */
    ipr_buf text[3];  /* the same, unescaped, where they come from JSON */
    ipr_buf key;
} record;

typedef struct reader {
    lexicon_box *box;
    ipr_env *env;
    ipr_feed feed;
    ipr_feed_reader rows;
    ipr_block block;
    ipr_buf out;
    size_t line, bad; /* the line of the last record, records that could not be read */
    record r;
} reader;

static int key_of(ipr_str k)
{
    static const char *const keys[] = {"title", "description", "brand", "id"};
    for (int i = 0; i < 4; i++)
        if (ipr_str_is(k, keys[i]))
            return i;
    return -1;
}

static ipr_status read_value(reader *r, ipr_json *j, int key, ipr_err *err)
{
    ipr_json_token tok;
    ipr_status st = ipr_json_next(j, &tok, err);
    if (st != IPR_OK)
        return st;
    if (key >= 0 && key < 3 && tok.kind == IPR_JSON_STRING) {
        r->r.text[key].n = 0;
        ipr_json_text(&r->r.text[key], &tok);
    }
    if (key == 3 && tok.kind == IPR_JSON_NUMBER)
        r->r.id = tok.raw;
    if (key == 3 && tok.kind == IPR_JSON_STRING)
        r->r.id = (ipr_str){tok.raw.p - 1, tok.raw.n + 2};
    return ipr_json_skip(j, &tok, err);
}

static ipr_status read_object(reader *r, ipr_str line, ipr_err *err)
{
    ipr_json j;
    ipr_json_token tok;
    r->r.id = IPR_STR("null");
    for (int i = 0; i < 3; i++)
        r->r.text[i].n = 0;
    ipr_json_init(&j, r->env, line);
    ipr_status st = ipr_json_next(&j, &tok, err);
    if (st == IPR_OK && tok.kind != IPR_JSON_OPEN_OBJECT)
        return ipr_fail(err, IPR_EJSON, 0, "a line must be an object");
    while (st == IPR_OK && (st = ipr_json_next(&j, &tok, err)) == IPR_OK) {
        if (tok.kind == IPR_JSON_END)
            break;
        if (tok.kind == IPR_JSON_CLOSE_OBJECT)
            continue;
        r->r.key.n = 0;
        ipr_json_text(&r->r.key, &tok);
        st = read_value(r, &j, key_of(ipr_buf_str(&r->r.key)), err);
    }
    for (int i = 0; i < 3; i++)
        r->r.field[i] = ipr_buf_str(&r->r.text[i]);
    return st;
}

/* Record k of the block; r->r.id is set whatever happens. Bytes that are not UTF-8 are no
 * trouble here: the matcher takes any. */
static ipr_status read_record(reader *r, size_t k, ipr_err *err)
{
    ipr_row row;
    ipr_str line;
    ipr_listing l;
    r->r.id = IPR_STR("null");
    ipr_status st = ipr_block_row(r->rows.csv, &r->block, k, !r->rows.csv, &line, &row);
    if (st != IPR_OK)
        return st;
    r->line = row.line;
    if (row.code == IPR_EUTF8)
        row.code = IPR_OK;
    if (!r->rows.csv)
        return row.code ? ipr_fail(err, row.code, 0, ipr_status_text(row.code))
                        : read_object(r, line, err);
    ipr_listing_csv(&l, r->feed.columns, &row);
    r->r.field[0] = l.slot[IPR_COL_TITLE];
    r->r.field[1] = l.slot[IPR_COL_DESCRIPTION];
    r->r.field[2] = l.slot[IPR_COL_BRAND];
    if (l.slot[IPR_COL_ID].p) {
        r->r.key.n = 0;
        ipr_json_put(&r->r.key, l.slot[IPR_COL_ID]);
        r->r.id = ipr_buf_str(&r->r.key);
    }
    return l.code == IPR_OK ? IPR_OK : ipr_fail(err, l.code, 0, l.message);
}

static void put_hit(reader *r, const ipr_brand_hit *h)
{
    ipr_buf *b = &r->out;
    ipr_buf_adds(b, "\"brand\":");
    ipr_json_put(b, ipr_lexicon_brand(r->box->lex, h->brand).name);
    ipr_buf_adds(b, ",\"trick\":\"");
    ipr_buf_adds(b, ipr_trick_name(h->trick));
    ipr_buf_adds(b, "\",\"class\":\"");
    ipr_buf_adds(b, ipr_trick_class_name(h->cls));
    ipr_buf_adds(b, "\",\"field\":\"");
    ipr_buf_adds(b, field_name(h->field));
    ipr_buf_adds(b, "\",\"start\":");
    ipr_buf_addint(b, h->start);
    ipr_buf_adds(b, ",\"end\":");
    ipr_buf_addint(b, h->end);
    ipr_buf_adds(b, ",\"surface\":");
    ipr_json_put(b, (ipr_str){r->r.field[h->field].p + h->start, h->end - h->start});
}

static void put_others(reader *r, const ipr_brand_found *found, size_t from)
{
    ipr_buf_adds(&r->out, ",\"others\":[");
    for (size_t i = from; i < found->n; i++) {
        ipr_buf_adds(&r->out, i > from ? ",{" : "{");
        put_hit(r, &found->hits[i]);
        ipr_buf_addc(&r->out, '}');
    }
    ipr_buf_addc(&r->out, ']');
}

static void put_error(reader *r, const ipr_err *err)
{
    ipr_buf *b = &r->out;
    r->bad++;
    ipr_buf_adds(b, ",\"error\":{\"code\":\"");
    ipr_buf_adds(b, ipr_status_code(err->code));
    ipr_buf_adds(b, "\",\"message\":");
    ipr_json_put(b, (ipr_str){err->message, strlen(err->message)});
    ipr_buf_adds(b, ",\"line\":");
    ipr_buf_addint(b, (int64_t)r->line);
    ipr_buf_addc(b, '}');
}

/* One record in, one line out. */
static void answer(reader *r, size_t k)
{
    ipr_err err = {0};
    ipr_brand_found found = {.n = 0};
    const ipr_str *f = r->r.field;
    ipr_status st = read_record(r, k, &err);
    if (st == IPR_OK)
        st = ipr_brand_find(r->box->lex, r->box->scratch, f[0], f[1], f[2], &found);
    r->out.failed = r->out.failed || st == IPR_ENOMEM; /* no trouble of the record's */
    ipr_buf_adds(&r->out, "{\"id\":");
    ipr_buf_addstr(&r->out, r->r.id);
    ipr_buf_addc(&r->out, ',');
    if (found.named)
        put_hit(r, &found.hits[0]);
    else
        ipr_buf_adds(&r->out, "\"brand\":null,\"trick\":null,\"class\":null,\"field\":null,"
                              "\"start\":null,\"end\":null,\"surface\":null");
    put_others(r, &found, found.named);
    if (st != IPR_OK) {
        if (err.code == IPR_OK)
            ipr_fail(&err, st, 0, ipr_status_text(st));
        put_error(r, &err);
    }
    ipr_buf_adds(&r->out, "}\n");
}

static void reader_fini(reader *r)
{
    if (!r->env)
        return;
    ipr_feed_close(&r->feed);
    ipr_feed_reader_fini(&r->rows);
    ipr_block_fini(&r->block);
    ipr_buf_fini(&r->out);
    ipr_buf_fini(&r->r.key);
    for (int i = 0; i < 3; i++)
        ipr_buf_fini(&r->r.text[i]);
    r->env = NULL;
}

static int l_reader_fini(lua_State *L)
{
    reader_fini(luaL_checkudata(L, 1, READER_CLASS));
    return 0;
}

static ipr_status open_feed(reader *r, const char *path, const ipr_feed_options *o, ipr_err *err)
{
    ipr_columns *columns = ipr_columns_new(r->env);
    if (!columns)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    ipr_status st = ipr_feed_open(&r->feed, r->env, columns, path, o, err);
    ipr_columns_free(columns);
    if (st == IPR_OK && (st = ipr_feed_reader_init(&r->rows, &r->feed, r->env)) != IPR_OK)
        ipr_fail(err, st, 0, "out of memory");
    return st;
}

/* lex:open(path, form, strict, delimiter?) -> reader. form: "csv", "tsv" or "jsonl" */
static int l_open(lua_State *L)
{
    static const char *const forms[] = {"jsonl", "csv", "tsv", NULL};
    lexicon_box *box = check_box(L, 1);
    const char *path = luaL_checkstring(L, 2);
    int form = luaL_checkoption(L, 3, "jsonl", forms);
    const char *delimiter = luaL_optstring(L, 5, form == 2 ? "\t" : ",");
    ipr_feed_options o = {
        .jsonl = form == 0, .strict = lua_toboolean(L, 4), .delimiter = *delimiter};
    ipr_err err = {0};
    reader *r = ipr_bind_new(L, sizeof *r, READER_CLASS);
    lua_pushvalue(L, 1);
    lua_setuservalue(L, -2); /* the lexicon lives as long */
    r->box = box;
    r->env = ipr_bind_env(L);
    ipr_block_init(&r->block, r->env);
    ipr_buf_init(&r->out, r->env);
    ipr_buf_init(&r->r.key, r->env);
    for (int i = 0; i < 3; i++)
        ipr_buf_init(&r->r.text[i], r->env);
    if (open_feed(r, path, &o, &err) != IPR_OK)
        return ipr_bind_raise(L, &err, path);
    return 1;
}

static bool has_failed(const reader *r)
{
    bool failed = r->out.failed || r->r.key.failed;
    for (int i = 0; i < 3; i++)
        failed |= r->r.text[i].failed;
    return failed;
}

/* reader:next(path) -> answers to the records that came (perhaps ""), or nil at the end; then
 * the line of the last one and the number of those that could not be read */
static int l_next(lua_State *L)
{
    reader *r = luaL_checkudata(L, 1, READER_CLASS);
    const char *path = luaL_optstring(L, 2, NULL);
    ipr_err err = {0};
    size_t from;
    luaL_argcheck(L, r->env != NULL && r->box->lex != NULL, 1, "closed");
    if (ipr_feed_take(&r->feed, &r->block, &from, &err) != IPR_OK)
        return ipr_bind_raise(L, &err, path);
    if (r->block.n == 0)
        return 0;
    r->out.n = 0;
    for (size_t k = from; k < r->block.count; k++)
        answer(r, k);
    if (has_failed(r))
        return ipr_bind_nomem(L);
    ipr_bind_pushbuf(L, &r->out);
    lua_pushinteger(L, (lua_Integer)r->line);
    lua_pushinteger(L, (lua_Integer)r->bad);
    return 3;
}

static const luaL_Reg methods[] = {{"read", l_read},   {"fill", l_fill},       {"words", l_words},
                                   {"goods", l_goods}, {"phrases", l_phrases}, {"seal", l_seal},
                                   {"count", l_count}, {"find", l_find},       {"brand", l_brand},
                                   {"open", l_open},   {"close", l_fini},      {NULL, NULL}};
static const luaL_Reg reader_methods[] = {{"next", l_next}, {"close", l_reader_fini}, {NULL, NULL}};

/* brand.tricks() -> array of { name, class, about } in order of suspicion */
static int l_tricks(lua_State *L)
{
    static const uint8_t classes[] = {
#define X(name, text, c, about) IPR_CLASS_##c,
        IPR_TRICK_LIST(X)
#undef X
    };
    lua_createtable(L, IPR_TRICK_COUNT, 0);
    for (int i = 0; i < IPR_TRICK_COUNT; i++) {
        lua_createtable(L, 0, 3);
        set_name(L, "name", ipr_trick_name((ipr_trick)i));
        set_name(L, "class", ipr_trick_class_name((ipr_trick_class)classes[i]));
        set_name(L, "about", ipr_trick_about((ipr_trick)i));
        lua_rawseti(L, -2, i + 1);
    }
    return 1;
}

/* columns() -> the names of a list's columns. */
static int l_columns(lua_State *L)
{
    lua_newtable(L);
    for (size_t i = 0; ipr_lexicon_column(i); i++) {
        lua_pushstring(L, ipr_lexicon_column(i));
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

static const luaL_Reg functions[] = {
    {"new", l_new}, {"tricks", l_tricks}, {"columns", l_columns}, {NULL, NULL}};

int ipr_open_brand(lua_State *L)
{
    ipr_bind_class(L, LEXICON_CLASS, methods, l_fini);
    ipr_bind_class(L, READER_CLASS, reader_methods, l_reader_fini);
    luaL_newlib(L, functions);
    return 1;
}
