/* SPDX-License-Identifier: MIT
 * metric.c (bind): core.metric: texts parsed into Lua tables or straight into JSON.
 *
 * core.metric.builder() -> builder, see pack.c; pack:parse(text, doc_date), pack:claims(…),
 * pack:json(text, doc_date), pack:line(json, doc_date), pack:scan(text, doc_date);
 * core.metric.bad_bytes(text).
 */
#include "metric_bind.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "../core/decimal.h"
#include "../core/utf8.h"

static int l_fini(lua_State *L)
{
    pack_box *box = check_pack(L);
    ipr_scan_free(box->scan);
    box->scan = NULL;
    ipr_metrics_fini(&box->metrics);
    ipr_buf_fini(&box->text);
    ipr_pack_fini(&box->pack);
    return 0;
}

static int l_builder(lua_State *L)
{
    ipr_env *env = ipr_bind_env(L);
    pack_box *box = ipr_bind_new(L, sizeof *box, PACK_CLASS);
    ipr_metrics_init(&box->metrics, env);
    ipr_buf_init(&box->text, env);
    if (ipr_pack_init(&box->pack, env))
        return ipr_bind_nomem(L);
    return 1;
}

/* The date at arg; false if it is none. */
static bool read_date(lua_State *L, int arg, ipr_day *date)
{
    return lua_isnoneornil(L, arg) ||
           (lua_type(L, arg) == LUA_TSTRING && ipr_day_parse(ipr_bind_checkstr(L, arg), date));
}

/* Working memory is made at first use. */
static void ready(lua_State *L, pack_box *box)
{
    luaL_argcheck(L, box->pack.sealed, 1, "the pack is not sealed yet");
    if (!box->scan && !(box->scan = ipr_scan_new(ipr_bind_env(L))))
        ipr_bind_nomem(L);
    box->metrics.n = 0;
    box->metrics.skipped = 0;
    ipr_buf_clear(&box->text);
}

/* Parses the text at argument 2; 0, or the number of values of a failure pushed. */
static int run(lua_State *L, pack_box *box, bool claims)
{
    ipr_metric_options o = {.claims = claims};
    ipr_err err;
    ipr_str text = ipr_bind_checkstr(L, 2);
    ready(L, box);
    if (!read_date(L, 3, &o.doc_date)) {
        ipr_fail(&err, IPR_EVALUE, 0, "doc_date is a date like 2020-01-22");
        return ipr_bind_raise(L, &err, NULL);
    }
    if (ipr_metric_scan(box->scan, &box->pack, text, &o, &box->metrics, &err))
        return ipr_bind_fail(L, &err);
    return 0;
}

static void set_text(lua_State *L, const char *key, ipr_str value)
{
    if (!value.n)
        return;
    ipr_bind_pushstr(L, value);
    lua_setfield(L, -2, key);
}

static void set_span(lua_State *L, const char *key, ipr_str text, ipr_span s, ipr_buf *b)
{
    if (s.end <= s.start)
        return;
    b->n = 0;
    ipr_span_text(b, text, s);
    ipr_bind_pushbuf(L, b);
    lua_setfield(L, -2, key);
}

static void set_int(lua_State *L, const char *key, lua_Integer v)
{
    lua_pushinteger(L, v);
    lua_setfield(L, -2, key);
}

static void set_number(lua_State *L, const char *key, double v)
{
    if (v < 9007199254740992.0 && v == (double)(lua_Integer)v)
        lua_pushinteger(L, (lua_Integer)v);
    else
        lua_pushnumber(L, v);
    lua_setfield(L, -2, key);
}

static void set_period(lua_State *L, const char *key, const ipr_period *p, ipr_buf *b)
{
    if (!p->from.grain)
        return;
    b->n = 0;
    ipr_period_put(b, p);
    ipr_bind_pushbuf(L, b);
    lua_setfield(L, -2, key);
}

/* The exact decimal of a value that the double only comes near to. The core keeps the first
 * digits of a long number; the others are read again from the mention. Nothing where the
 * mention is not one number in digits, or not a whole one. */
static void set_exact(lua_State *L, ipr_str text, const ipr_metric *m, ipr_buf *b)
{
    char lead[24];
    if (!(m->flags & IPR_X_INEXACT) || m->exp < 0)
        return;
    int kept = snprintf(lead, sizeof lead, "%" PRIu64, m->mant);
    b->n = 0;
    for (uint32_t i = m->span.start; i < m->span.end; i++)
        if (text.p[i] >= '0' && text.p[i] <= '9' && (b->n || text.p[i] != '0'))
            ipr_buf_addc(b, text.p[i]);
    ipr_str digits = ipr_buf_str(b);
    int64_t zeros = (int64_t)m->exp - ((int64_t)digits.n - kept);
    if (kept < 0 || digits.n < (size_t)kept || zeros < 0 || memcmp(digits.p, lead, (size_t)kept))
        return;
    for (int64_t i = 0; i < zeros; i++)
        ipr_buf_addc(b, '0');
    ipr_bind_pushbuf(L, b);
    lua_setfield(L, -2, "exact");
}

static void push_slots(lua_State *L, const pack_box *box, ipr_str text, const ipr_metric *m,
                       ipr_buf *b)
{
    set_text(L, "direction", ipr_direction_name(m->direction));
    set_text(L, "basis", ipr_basis_name(m->basis));
    set_period(L, "versus", &m->versus, b);
    set_period(L, "period", &m->period, b);
    set_text(L, "period_type", ipr_period_type(&m->period));
    if (m->row) {
        b->n = 0;
        ipr_metric_key(b, &box->pack, text, m);
        if (b->n) {
            ipr_bind_pushbuf(L, b);
            lua_setfield(L, -2, "key");
        }
        set_int(L, "row", m->row);
    }
    set_span(L, "subject", text, m->subject, b);
    set_span(L, "head", text, m->head, b);
    set_span(L, "qualifier", text, m->qualifier, b);
}

static void push_metric(lua_State *L, const pack_box *box, ipr_str text, const ipr_metric *m,
                        ipr_buf *b)
{
    char code[3];
    lua_createtable(L, 0, 20);
    set_int(L, "first", (lua_Integer)m->span.start + 1);
    set_int(L, "last", m->span.end);
    ipr_bind_pushstr(L, (ipr_str){text.p + m->span.start, m->span.end - m->span.start});
    lua_setfield(L, -2, "surface");
    set_text(L, "kind", ipr_kind_name(m->kind));
    set_int(L, "sentence_first", (lua_Integer)m->sentence.start + 1);
    set_int(L, "sentence_last", m->sentence.end);
    set_int(L, "segment", (lua_Integer)m->segment + 1);
    if (m->kind != IPR_CLAIM) {
        set_number(L, "value", m->value);
        if (m->flags & IPR_X_HIGH)
            set_number(L, "value_high", m->high);
        set_exact(L, text, m, b);
        set_text(L, "unit", ipr_unit_name(m->unit));
        set_text(L, "subunit", ipr_subunit_name(m, code));
        set_text(L, "comparator", ipr_comparator_name(m->comparator));
        if (m->flags & IPR_X_BASE) {
            lua_pushboolean(L, 1);
            lua_setfield(L, -2, "base");
        }
    }
    push_slots(L, box, text, m, b);
}

static int parse(lua_State *L, bool claims)
{
    pack_box *box = check_pack(L);
    int failed = run(L, box, claims);
    if (failed)
        return failed;
    ipr_str text = ipr_bind_checkstr(L, 2);
    lua_createtable(L, (int)box->metrics.n, 1);
    for (size_t i = 0; i < box->metrics.n; i++) {
        push_metric(L, box, text, &box->metrics.item[i], &box->text);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    set_int(L, "skipped", (lua_Integer)box->metrics.skipped);
    return 1;
}

static int l_parse(lua_State *L)
{
    return parse(L, false);
}

static int l_claims(lua_State *L)
{
    return parse(L, true);
}

/* pack:json(text, doc_date) -> "[…]" with 0-based half-open spans, numbers left out. */
static int l_json(lua_State *L)
{
    pack_box *box = check_pack(L);
    int failed = run(L, box, false);
    if (failed)
        return failed;
    ipr_metrics_json(&box->text, &box->pack, ipr_bind_checkstr(L, 2), &box->metrics);
    ipr_bind_pushbuf(L, &box->text);
    lua_pushinteger(L, (lua_Integer)box->metrics.skipped);
    return 2;
}

/* pack:line(json, doc_date) -> the line that answers a line of JSON Lines; nothing where that is no
 * plain document, so that it must be looked at. */
static int l_line(lua_State *L)
{
    pack_box *box = check_pack(L);
    ipr_metric_options o = {0};
    ipr_str line = ipr_bind_checkstr(L, 2);
    ready(L, box);
    if (!read_date(L, 3, &o.doc_date))
        return 0;
    if (ipr_metric_line(box->scan, &box->pack, line, &o, &box->metrics, &box->text))
        return ipr_bind_nomem(L);
    if (box->text.n == 0)
        return 0;
    ipr_bind_pushbuf(L, &box->text);
    return 1;
}

/* bad_bytes(text) -> places that are no text: invalid UTF-8 and NULs. */
static int l_bad_bytes(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)ipr_utf8_bad(ipr_bind_checkstr(L, 1)));
    return 1;
}

/* pack:scan(text, doc_date) -> how many metrics, with no tables made. */
static int l_scan(lua_State *L)
{
    pack_box *box = check_pack(L);
    int failed = run(L, box, false);
    if (failed)
        return failed;
    lua_pushinteger(L, (lua_Integer)box->metrics.n);
    return 1;
}

static const luaL_Reg methods[] = {{"parse", l_parse}, {"claims", l_claims}, {"json", l_json},
                                   {"line", l_line},   {"scan", l_scan},     {"close", l_fini},
                                   {NULL, NULL}};

static const luaL_Reg functions[] = {
    {"bad_bytes", l_bad_bytes}, {"builder", l_builder}, {NULL, NULL}};

int ipr_open_metric(lua_State *L)
{
    ipr_bind_class(L, PACK_CLASS, methods, l_fini);
    luaL_getmetatable(L, PACK_CLASS);
    lua_getfield(L, -1, "__index");
    luaL_setfuncs(L, ipr_pack_methods, 0);
    lua_pop(L, 2);
    luaL_newlib(L, functions);
    return 1;
}
