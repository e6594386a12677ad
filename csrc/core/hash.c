/* SPDX-License-Identifier: MIT
 * hash.c: hex to bits, Hamming distance, banks by scan and by segments. */
#include "hash.h"

#include <stdlib.h>
#include <string.h>

#define SEG_BITS 16
#define SEG_SIZE ((size_t)1 << SEG_BITS)
#define SEG_WORDS (SEG_SIZE / 64)
#define SCAN_MAX 64      /* banks up to this size are scanned */
#define MAX_SEGS 16      /* 256 / SEG_BITS */
#define MAX_SEG_RADIUS 3 /* beyond, a scan is cheaper than the lookups */

typedef struct entry {
    uint64_t w[4];
    uint32_t tag;
} entry;

/* Which hashes have which value in one 16-bit segment. */
typedef struct segment {
    uint64_t held[SEG_WORDS]; /* a bit for each value that some hash has */
    uint64_t near[SEG_WORDS]; /* a bit for each that differs from such a one in a bit at most */
    uint32_t rank[SEG_WORDS]; /* values held below each word's */
    uint32_t *start;          /* by rank: where the value's ids begin; n + 1 at most */
    uint32_t *ids;            /* n */
} segment;

/* The hashes of one length. */
typedef struct shelf {
    entry *e;
    size_t n, cap;
    segment *segs; /* NULL: scanned */
    uint16_t bits, nsegs;
} shelf;

struct ipr_bank {
    ipr_env *env;
    shelf shelves[2]; /* 64, 256 */
    bool sealed;
};

/* 0..15, or 255 for what is no hex digit. */
static unsigned hex_value(char c)
{
    static const uint8_t values[] = {0,   1,   2,   3,   4,   5,  6,  7,  8,  9,  255, 255,
                                     255, 255, 255, 255, 255, 10, 11, 12, 13, 14, 15};
    unsigned i = (unsigned char)c - '0';
    if (i >= 'a' - '0')
        i -= 'a' - 'A';
    return i < sizeof values ? values[i] : 255;
}

/* Eight hex digits at once; false if one is none. In each byte the top bit tells what it is. */
static bool eight_digits(const char *p, uint32_t *out)
{
    const uint64_t ones = 0x0101010101010101u, top = 0x80 * ones;
    uint64_t c = ipr_load8((const unsigned char *)p), small = c | 0x20 * ones;
    uint64_t digit = (c + (0x80 - '0') * ones) & ~(c + (0x80 - '9' - 1) * ones);
    uint64_t letter = (small + (0x80 - 'a') * ones) & ~(small + (0x80 - 'f' - 1) * ones);
    if (c & top || ((digit | letter) & top) != top)
        return false;
    c = (c & 0x0F * ones) + 9 * ((letter & top) >> 7);
    c = (c << 4 | c >> 8) & 0x00FF00FF00FF00FFu;
    c = (c | c >> 8) & 0x0000FFFF0000FFFFu;
    *out = __builtin_bswap32((uint32_t)(c | c >> 16));
    return true;
}

ipr_status ipr_imghash_parse(ipr_str text, ipr_imghash *out, ipr_err *err)
{
    ipr_imghash h = {{0, 0, 0, 0}, 0};
    ipr_str s = ipr_str_trim(text);
    size_t skip = s.n > 2 && s.p[0] == '0' && (s.p[1] | 32) == 'x' ? 2 : 0;
    s.p += skip, s.n -= skip;
    if (s.n != 16 && s.n != 64)
        return ipr_fail(err, IPR_EVALUE, 0, "an image hash has 16 or 64 hex digits");
    for (size_t i = 0; i < s.n; i++) {
        uint32_t eight;
        if (i % 8 == 0 && eight_digits(s.p + i, &eight)) {
            h.w[i / 16] = h.w[i / 16] << 32 | eight;
            i += 7;
            continue;
        }
        unsigned v = hex_value(s.p[i]);
        if (v > 15)
            return ipr_fail(err, IPR_EVALUE, (size_t)(s.p - text.p) + i,
                            "an image hash has only hex digits");
        h.w[i / 16] = h.w[i / 16] << 4 | v;
    }
    h.bits = (uint16_t)(s.n * 4);
    *out = h;
    return IPR_OK;
}

static unsigned distance(const uint64_t *a, const uint64_t *b, unsigned bits)
{
    unsigned d = ipr_popcount(a[0] ^ b[0]);
    if (bits == 256)
        d += ipr_popcount(a[1] ^ b[1]) + ipr_popcount(a[2] ^ b[2]) + ipr_popcount(a[3] ^ b[3]);
    return d;
}

unsigned ipr_imghash_distance(const ipr_imghash *a, const ipr_imghash *b)
{
    return distance(a->w, b->w, a->bits);
}

ipr_bank *ipr_bank_new(ipr_env *env)
{
    ipr_bank *b = ipr_calloc(env, 1, sizeof *b);
    if (b) {
        b->env = env;
        b->shelves[0].bits = 64;
        b->shelves[1].bits = 256;
    }
    return b;
}

void ipr_bank_free(ipr_bank *b)
{
    if (!b)
        return;
    for (size_t i = 0; i < 2; i++) {
        shelf *s = &b->shelves[i];
        for (size_t k = 0; s->segs && k < s->nsegs; k++) {
            ipr_free(b->env, s->segs[k].start, (s->n + 1) * sizeof *s->segs[k].start);
            ipr_free(b->env, s->segs[k].ids, s->n * sizeof *s->segs[k].ids);
        }
        ipr_free(b->env, s->segs, s->nsegs * sizeof *s->segs);
        ipr_free(b->env, s->e, s->cap * sizeof *s->e);
    }
    ipr_free(b->env, b, sizeof *b);
}

ipr_status ipr_bank_add(ipr_bank *b, const ipr_imghash *h, uint32_t tag, ipr_err *err)
{
    shelf *s = &b->shelves[h->bits == 256];
    if (s->n >= b->env->limits.max_list)
        return ipr_fail(err, IPR_ELIMIT, 0, "more image hashes than max_list");
    entry *e = ipr_grow(b->env, s->e, &s->cap, s->n + 1, sizeof *e);
    if (!e)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    s->e = e;
    memcpy(e[s->n].w, h->w, sizeof h->w);
    e[s->n++].tag = tag;
    return IPR_OK;
}

static int by_bits(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    for (size_t i = 0; i < 4; i++)
        if (x->w[i] != y->w[i])
            return x->w[i] < y->w[i] ? -1 : 1;
    return (x->tag > y->tag) - (x->tag < y->tag);
}

static unsigned value_of(const uint64_t *w, size_t seg)
{
    return (unsigned)(w[seg / 4] >> (seg % 4 * SEG_BITS) & (SEG_SIZE - 1));
}

static bool has_bit(const uint64_t *bits, unsigned v)
{
    return bits[v / 64] >> v % 64 & 1;
}

static void set_bit(uint64_t *bits, unsigned v)
{
    bits[v / 64] |= (uint64_t)1 << v % 64;
}

/* How many values below v are held. */
static uint32_t rank_of(const segment *g, unsigned v)
{
    return g->rank[v / 64] + ipr_popcount(g->held[v / 64] & (((uint64_t)1 << v % 64) - 1));
}

/* A counting sort: ids by the value they have in segment k. */
static void fill_segment(shelf *s, size_t k)
{
    segment *g = &s->segs[k];
    uint32_t below = 0;
    for (size_t i = 0; i < s->n; i++) {
        unsigned v = value_of(s->e[i].w, k);
        set_bit(g->held, v);
        set_bit(g->near, v);
        for (unsigned bit = 0; bit < SEG_BITS; bit++)
            set_bit(g->near, v ^ 1u << bit);
    }
    for (size_t i = 0; i < SEG_WORDS; i++) {
        g->rank[i] = below;
        below += ipr_popcount(g->held[i]);
    }
    for (size_t i = 0; i < s->n; i++)
        g->start[rank_of(g, value_of(s->e[i].w, k))]++;
    for (size_t r = 1; r <= s->n; r++)
        g->start[r] += g->start[r - 1];
    for (size_t i = s->n; i-- > 0;) /* from each value's end to its beginning */
        g->ids[--g->start[rank_of(g, value_of(s->e[i].w, k))]] = (uint32_t)i;
}

static void drop_equal(shelf *s)
{
    size_t kept = 0;
    if (s->n)
        qsort(s->e, s->n, sizeof *s->e, by_bits);
    for (size_t i = 0; i < s->n; i++)
        if (kept == 0 || memcmp(s->e[kept - 1].w, s->e[i].w, sizeof s->e[i].w) != 0)
            s->e[kept++] = s->e[i];
    s->n = kept;
}

static bool index_shelf(ipr_env *env, shelf *s)
{
    drop_equal(s);
    if (s->n <= SCAN_MAX)
        return true;
    s->nsegs = (uint16_t)(s->bits / SEG_BITS);
    s->segs = ipr_calloc(env, s->nsegs, sizeof *s->segs);
    for (size_t k = 0; s->segs && k < s->nsegs; k++) {
        s->segs[k].start = ipr_calloc(env, s->n + 1, sizeof *s->segs[k].start);
        s->segs[k].ids = ipr_alloc(env, s->n * sizeof *s->segs[k].ids);
        if (!s->segs[k].start || !s->segs[k].ids)
            return false; /* ipr_bank_free frees what there is */
        fill_segment(s, k);
    }
    return s->segs != NULL;
}

ipr_status ipr_bank_seal(ipr_bank *b, ipr_err *err)
{
    if (b->sealed)
        return IPR_OK;
    for (size_t i = 0; i < 2; i++)
        if (!index_shelf(b->env, &b->shelves[i]))
            return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    b->sealed = true;
    return IPR_OK;
}

size_t ipr_bank_count(const ipr_bank *b)
{
    return b->shelves[0].n + b->shelves[1].n;
}

/* ---------------------------------------------------------------------- search */

typedef struct search {
    const shelf *s;
    const uint64_t *q;
    unsigned best; /* distances below this are wanted */
    uint32_t tag;
    bool found;
} search;

static void try_entry(search *f, size_t i)
{
    const entry *e = &f->s->e[i];
    unsigned d = distance(e->w, f->q, f->s->bits);
    if (d < f->best || (f->found && d == f->best && e->tag < f->tag)) {
        f->best = d;
        f->tag = e->tag;
        f->found = true;
    }
}

static void try_value(search *f, const segment *g, unsigned value)
{
    uint32_t rank = rank_of(g, value);
    for (uint32_t i = g->start[rank]; i < g->start[rank + 1]; i++)
        try_entry(f, g->ids[i]);
}

/* Every value that differs from `value` in at most `radius` bits at or above `bit`. */
static void try_ball(search *f, const segment *g, unsigned value, unsigned bit, unsigned radius)
{
    if (radius == 1 && !has_bit(g->near, value))
        return; /* mostly */
    if (has_bit(g->held, value))
        try_value(f, g, value);
    for (unsigned k = bit; radius > 1 && k < SEG_BITS; k++)
        try_ball(f, g, value ^ 1u << k, k + 1, radius - 1);
    for (unsigned k = bit; radius == 1 && k < SEG_BITS; k++)
        if (has_bit(g->held, value ^ 1u << k))
            try_value(f, g, value ^ 1u << k);
}

static void scan(search *f)
{
    for (size_t i = 0; i < f->s->n; i++)
        try_entry(f, i);
}

bool ipr_bank_nearest(const ipr_bank *b, const ipr_imghash *q, unsigned within, ipr_bank_hit *out)
{
    const shelf *s = &b->shelves[q->bits == 256];
    search f = {s, q->w, within + 1, 0, false};
    unsigned share = s->segs ? (within + 1) / s->nsegs : 0;
    unsigned rest = s->segs ? (within + 1) % s->nsegs : 0;
    if (!s->segs || share > MAX_SEG_RADIUS)
        scan(&f);
    else
        for (size_t k = 0; k < s->nsegs; k++) {
            unsigned parts = share + (k < rest); /* radius + 1; 0: not looked at */
            if (parts)
                try_ball(&f, &s->segs[k], value_of(q->w, k), 0, parts - 1);
        }
    if (f.found)
        *out = (ipr_bank_hit){f.tag, f.best};
    return f.found;
}

static bool comes_before(const ipr_bank_hit *a, const ipr_bank_hit *b)
{
    return a->distance != b->distance ? a->distance < b->distance : a->tag < b->tag;
}

size_t ipr_bank_all(const ipr_bank *b, const ipr_imghash *q, unsigned within, ipr_bank_hit *out,
                    size_t cap)
{
    const shelf *s = &b->shelves[q->bits == 256];
    size_t n = 0;
    for (size_t i = 0; i < s->n; i++) {
        ipr_bank_hit hit = {s->e[i].tag, distance(s->e[i].w, q->w, s->bits)};
        if (hit.distance > within)
            continue;
        size_t at = n < cap ? n : cap;
        n++;
        for (; at > 0 && comes_before(&hit, &out[at - 1]); at--)
            if (at < cap)
                out[at] = out[at - 1];
        if (at < cap)
            out[at] = hit;
    }
    return n;
}
