/* SPDX-License-Identifier: MIT
 * tally_pack.c: a tally as bytes and back. Everything is written in one canonical order
 * (names by bytes, cells by key), so that equal states give equal bytes; the last eight bytes
 * are a hash of all before. Numbers are little-endian groups of seven bits. */
#include "tally_state.h"

#include <string.h>

#define MAGIC "IPRTALLY"
#define VERSION 1

/* Writing. */

static void put_uint(ipr_buf *b, uint64_t v)
{
    for (; v > 127; v >>= 7)
        ipr_buf_addc(b, (char)((v & 127) | 128));
    ipr_buf_addc(b, (char)v);
}

static void put_int(ipr_buf *b, int64_t v)
{
    put_uint(b, (uint64_t)v << 1 ^ (v < 0 ? UINT64_MAX : 0));
}

static void put_text(ipr_buf *b, ipr_str s)
{
    put_uint(b, s.n);
    ipr_buf_addstr(b, s);
}

static void put_head(const ipr_tally *t, ipr_buf *b)
{
    ipr_buf_adds(b, MAGIC);
    put_uint(b, VERSION);
    put_uint(b, t->options.no_cases);
    put_uint(b, t->options.sketches);
    put_int(b, t->options.offset);
    put_uint(b, t->first <= t->last);
    if (t->first <= t->last) {
        put_int(b, t->first);
        put_int(b, t->last);
    }
    for (int k = 0; k < IPR_TROUBLE_COUNT; k++)
        put_uint(b, t->trouble[k]);
    for (int k = 0; k < IPR_KIND_COUNT; k++)
        put_uint(b, t->with_id[k]);
    put_uint(b, t->odd_values);
    for (int k = 0; k <= IPR_KIND_COUNT; k++) {
        put_uint(b, t->coverage[k].n);
        for (size_t i = 0; i < t->coverage[k].n; i++) {
            put_int(b, t->coverage[k].v[i].from);
            put_int(b, t->coverage[k].v[i].until);
        }
    }
}

static void put_distinct(const ipr_tally *t, ipr_buf *b)
{
    put_uint(b, t->distinct_count);
    for (size_t i = 0; i < t->distinct_count; i++) {
        put_uint(b, t->distinct[i].month);
        put_uint(b, t->distinct[i].kind);
        ipr_buf_add(b, (const char *)t->distinct[i].hll.r, IPR_HLL_REGISTERS);
    }
}

static ipr_status put_counted(const ipr_counted *c, ipr_buf *b)
{
    uint32_t *order;
    ipr_status st = ipr_names_sorted(&c->names, &order);
    put_uint(b, ipr_counted_told(c));
    for (size_t i = 0; !st && i < ipr_counted_told(c); i++) {
        put_text(b, ipr_names_get(&c->names, order[i]));
        put_uint(b, c->n[order[i]]);
    }
    ipr_free(c->names.env, order, c->names.n * sizeof *order);
    return st;
}

static int order_cells(const void *ctx, uint32_t x, uint32_t y)
{
    const ipr_tally *t = ctx;
    const ipr_cell_key *a = &t->cells[x].key, *b = &t->cells[y].key;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->codes != b->codes)
        return a->codes < b->codes ? -1 : 1;
    return ipr_str_cmp(ipr_tally_word(t, a->place), ipr_tally_word(t, b->place));
}

static ipr_status put_cells(const ipr_tally *t, ipr_buf *b)
{
    uint32_t *order;
    ipr_status st = ipr_sorted(t->env, t->cell_count, order_cells, t, &order);
    put_uint(b, t->cell_count);
    for (size_t i = 0; !st && i < t->cell_count; i++) {
        const ipr_cell *c = &t->cells[order[i]];
        put_uint(b, c->key.day);
        put_uint(b, c->key.kind);
        put_uint(b, c->key.codes);
        put_text(b, ipr_tally_word(t, c->key.place));
        put_uint(b, (uint64_t)c->rows);
        put_uint(b, (uint64_t)c->count);
        put_int(b, c->amount);
    }
    ipr_free(t->env, order, t->cell_count * sizeof *order);
    return st;
}

static void put_case(const ipr_tally *t, ipr_buf *b, ipr_str id, const ipr_case *c)
{
    const ipr_attrs *a = &c->attrs;
    unsigned steps = 0;
    put_text(b, id);
    for (int i = 0; i < IPR_STEPS; i++)
        steps |= (c->t[i] != 0) * (1u << i);
    put_uint(b, steps);
    for (int i = 0; i < IPR_STEPS; i++)
        if (c->t[i])
            put_uint(b, c->t[i]);
    put_uint(b, c->same);
    put_uint(b, a->rank);
    if (!a->rank)
        return;
    put_uint(b, a->at);
    put_text(b, ipr_tally_word(t, a->party));
    put_text(b, ipr_tally_word(t, a->parent));
    put_text(b, ipr_tally_word(t, a->place));
    put_uint(b, a->codes);
    put_uint(b, a->count);
    put_int(b, a->amount);
}

static ipr_status put_cases(const ipr_tally *t, const ipr_cases *cases, ipr_buf *b)
{
    uint32_t *order;
    ipr_status st = ipr_names_sorted(&cases->ids, &order);
    put_uint(b, cases->ids.n);
    for (size_t i = 0; !st && i < cases->ids.n; i++)
        put_case(t, b, ipr_names_get(&cases->ids, order[i]), ipr_case_at(cases, order[i]));
    ipr_free(t->env, order, cases->ids.n * sizeof *order);
    return st;
}

ipr_status ipr_tally_pack(const ipr_tally *t, ipr_buf *b, ipr_err *err)
{
    size_t from = b->n;
    put_head(t, b);
    put_distinct(t, b);
    ipr_status st = put_counted(&t->kinds, b);
    if (!st)
        st = put_counted(&t->columns, b);
    if (!st)
        st = put_cells(t, b);
    for (int e = 0; !st && e < IPR_ENTITY_COUNT; e++)
        st = put_cases(t, &t->cases[e], b);
    if (st || b->failed)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory while packing a tally");
    uint64_t hash = ipr_hash(0, b->p + from, b->n - from);
    for (int i = 0; i < 8; i++)
        ipr_buf_addc(b, (char)(hash >> 8 * i & 255));
    return b->failed ? ipr_fail(err, IPR_ENOMEM, 0, "out of memory while packing a tally") : IPR_OK;
}

/* Reading: a reader that fails stays failed and gives zeros. */

typedef struct reader {
    ipr_str s;
    size_t i;
    bool bad;
} reader;

static uint64_t get_uint(reader *r, uint64_t most)
{
    uint64_t v = 0;
    for (unsigned shift = 0; shift < 64 && r->i < r->s.n; shift += 7) {
        unsigned char c = (unsigned char)r->s.p[r->i++];
        v |= (uint64_t)(c & 127) << shift;
        if (c < 128) {
            r->bad = r->bad || v > most || (shift == 63 && c > 1) || (shift && !c);
            return r->bad ? 0 : v;
        }
    }
    r->bad = true;
    return 0;
}

static int64_t get_int(reader *r)
{
    uint64_t v = get_uint(r, UINT64_MAX);
    return (int64_t)(v >> 1 ^ (v & 1 ? UINT64_MAX : 0));
}

/* One below zero is a sum that passed its end before sums had one, or no money. */
static int64_t get_amount(reader *r)
{
    int64_t v = get_int(r);
    r->bad = r->bad || v < 0;
    return v;
}

static ipr_str get_text(reader *r, size_t most)
{
    uint64_t n = get_uint(r, most);
    if (n > r->s.n - r->i)
        r->bad = true;
    if (r->bad)
        return (ipr_str){"", 0};
    ipr_str s = {r->s.p + r->i, (size_t)n};
    r->i += (size_t)n;
    return s;
}

/* Whether names come in strictly rising order, as they were written. */
static void check_order(reader *r, size_t i, ipr_str *before, ipr_str now)
{
    if (i && ipr_str_cmp(*before, now) >= 0)
        r->bad = true;
    *before = now;
}

static ipr_status get_head(ipr_tally *t, reader *r, ipr_err *err)
{
    if (get_uint(r, 1)) {
        t->first = get_int(r);
        t->last = get_int(r);
        r->bad = r->bad || t->first > t->last || t->first < 0 || t->last > UINT32_MAX;
    }
    for (int k = 0; k < IPR_TROUBLE_COUNT; k++)
        t->trouble[k] = get_uint(r, UINT64_MAX);
    for (int k = 0; k < IPR_KIND_COUNT; k++)
        t->with_id[k] = get_uint(r, UINT64_MAX);
    t->odd_values = get_uint(r, UINT64_MAX);
    for (int k = 0; k <= IPR_KIND_COUNT; k++) {
        uint64_t n = get_uint(r, UINT32_MAX);
        for (uint64_t i = 0; i < n && !r->bad; i++) {
            ipr_span s = {get_int(r), 0};
            s.until = get_int(r);
            size_t had = t->coverage[k].n;
            r->bad = r->bad || s.from < 0 || s.until <= s.from || s.until > UINT32_MAX ||
                     (had && t->coverage[k].v[had - 1].until >= s.from);
            ipr_status st = r->bad ? IPR_OK : ipr_tally_cover(t, k, s, err);
            if (st)
                return st;
        }
    }
    return IPR_OK;
}

static ipr_status get_distinct(ipr_tally *t, reader *r)
{
    uint64_t n = get_uint(r, UINT32_MAX);
    for (uint64_t i = 0; i < n && !r->bad; i++) {
        uint32_t month = (uint32_t)get_uint(r, 12 * 2200);
        uint32_t kind = (uint32_t)get_uint(r, IPR_KIND_COUNT - 1);
        const ipr_distinct *d = i ? &t->distinct[i - 1] : NULL;
        r->bad = r->bad || r->s.n - r->i < IPR_HLL_REGISTERS ||
                 (d && (month < d->month || (month == d->month && kind <= d->kind)));
        if (r->bad)
            break;
        ipr_hll *h = ipr_tally_hll(t, month, kind);
        if (!h)
            return IPR_ENOMEM;
        memcpy(h->r, r->s.p + r->i, IPR_HLL_REGISTERS);
        r->i += IPR_HLL_REGISTERS;
    }
    return IPR_OK;
}

static ipr_status get_counted(ipr_counted *c, reader *r)
{
    uint64_t n = get_uint(r, UINT32_MAX);
    ipr_str before = {"", 0};
    for (uint64_t i = 0; i < n && !r->bad; i++) {
        ipr_str name = get_text(r, 64);
        uint64_t count = get_uint(r, UINT64_MAX);
        check_order(r, (size_t)i, &before, name);
        if (!r->bad && ipr_counted_add(c, name, count))
            return IPR_ENOMEM;
    }
    return IPR_OK;
}

static ipr_status get_cells(ipr_tally *t, reader *r, ipr_err *err)
{
    uint64_t n = get_uint(r, UINT32_MAX);
    for (uint64_t i = 0; i < n && !r->bad; i++) {
        ipr_cell c = {{0}, 0, 0, 0};
        c.key.day = (uint32_t)get_uint(r, UINT32_MAX);
        c.key.kind = (uint32_t)get_uint(r, IPR_KIND_COUNT * 2 - 1);
        c.key.codes = (uint32_t)get_uint(r, IPR_CODES_MASK);
        ipr_str place = get_text(r, IPR_NAME_MAX);
        c.rows = (int64_t)get_uint(r, INT64_MAX);
        c.count = (int64_t)get_uint(r, INT64_MAX);
        c.amount = get_amount(r);
        if (r->bad)
            break;
        ipr_status st = ipr_tally_put_word(t, place, &c.key.place, err);
        if (!st)
            st = ipr_tally_cell(t, &c, err);
        if (st)
            return st;
        r->bad = t->cell_count != i + 1 || (i && order_cells(t, (uint32_t)i - 1, (uint32_t)i) >= 0);
    }
    return IPR_OK;
}

/* A time plus 1 that is not "never". */
static uint32_t get_time(reader *r)
{
    uint32_t at = (uint32_t)get_uint(r, UINT32_MAX);
    r->bad = r->bad || !at;
    return at;
}

static ipr_status get_attrs(ipr_tally *t, reader *r, ipr_attrs *a, ipr_err *err)
{
    a->rank = get_uint(r, 3) & 3;
    if (!a->rank || r->bad)
        return IPR_OK;
    a->at = get_time(r);
    uint32_t *refs[] = {&a->party, &a->parent, &a->place};
    ipr_status st = IPR_OK;
    for (size_t i = 0; !st && i < 3; i++)
        st = ipr_tally_put_word(t, get_text(r, IPR_NAME_MAX), refs[i], err);
    a->codes = get_uint(r, IPR_CODES_MASK) & IPR_CODES_MASK;
    a->count = (uint32_t)get_uint(r, UINT32_MAX);
    a->amount = get_amount(r);
    return st;
}

static ipr_status get_cases(ipr_tally *t, ipr_entity e, reader *r, ipr_err *err)
{
    uint64_t n = get_uint(r, UINT32_MAX);
    ipr_str before = {"", 0};
    for (uint64_t i = 0; i < n && !r->bad; i++) {
        ipr_case c, *into;
        memset(&c, 0, sizeof c);
        ipr_str id = get_text(r, IPR_NAME_MAX);
        check_order(r, (size_t)i, &before, id);
        uint64_t steps = get_uint(r, 255);
        for (int k = 0; k < IPR_STEPS; k++)
            if (steps >> k & 1)
                c.t[k] = get_time(r);
        c.same = (uint32_t)get_uint(r, UINT32_MAX);
        ipr_status st = get_attrs(t, r, &c.attrs, err);
        if (!st && !r->bad)
            st = ipr_tally_case(t, e, id, &into, err);
        if (st)
            return st;
        if (!r->bad)
            *into = c;
    }
    return IPR_OK;
}

static ipr_status get_all(ipr_tally *t, reader *r, ipr_err *err)
{
    ipr_status st = get_head(t, r, err);
    if (!st)
        st = get_distinct(t, r);
    if (!st)
        st = get_counted(&t->kinds, r);
    if (!st)
        st = get_counted(&t->columns, r);
    if (!st)
        st = get_cells(t, r, err);
    for (int e = 0; !st && e < IPR_ENTITY_COUNT; e++)
        st = get_cases(t, (ipr_entity)e, r, err);
    if (st == IPR_ENOMEM)
        return ipr_fail(err, st, 0, "out of memory while unpacking a tally");
    if (!st && (r->bad || r->i != r->s.n))
        return ipr_fail(err, IPR_EVERSION, r->i, "the packed tally is damaged");
    return st;
}

/* Magic, version and hash; on success r stands behind the version. */
static ipr_status check_frame(reader *r, ipr_err *err)
{
    size_t magic = sizeof MAGIC - 1;
    if (r->s.n < magic || memcmp(r->s.p, MAGIC, magic) != 0)
        return ipr_fail(err, IPR_EVERSION, 0, "not a packed tally");
    r->i = magic;
    uint64_t version = get_uint(r, UINT64_MAX);
    if (!r->bad && version != VERSION)
        return ipr_fail(err, IPR_EVERSION, magic,
                        "the tally was packed by another version; tally the events again");
    if (r->bad || r->s.n < r->i + 8)
        return ipr_fail(err, IPR_EVERSION, r->s.n, "the packed tally is cut short");
    r->s.n -= 8;
    uint64_t hash = ipr_hash(0, r->s.p, r->s.n), want = 0;
    for (int i = 0; i < 8; i++)
        want |= (uint64_t)(unsigned char)r->s.p[r->s.n + (size_t)i] << 8 * i;
    if (hash != want)
        return ipr_fail(err, IPR_EVERSION, r->s.n, "the packed tally is cut short or damaged");
    return IPR_OK;
}

ipr_status ipr_tally_unpack(ipr_env *env, ipr_str s, ipr_tally **out, ipr_err *err)
{
    reader r = {s, 0, false};
    ipr_status st = check_frame(&r, err);
    if (st)
        return st;
    ipr_tally_options options = {.no_cases = get_uint(&r, 1) != 0};
    options.sketches = get_uint(&r, 1) != 0;
    int64_t offset = get_int(&r);
    if (r.bad || offset < -IPR_DAY_SECONDS || offset > IPR_DAY_SECONDS)
        return ipr_fail(err, IPR_EVERSION, r.i, "the packed tally is damaged");
    options.offset = (int32_t)offset;
    ipr_tally *t = ipr_tally_new(env, &options);
    if (!t)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory while unpacking a tally");
    st = get_all(t, &r, err);
    if (st) {
        ipr_tally_free(t);
        return st;
    }
    *out = t;
    return IPR_OK;
}
