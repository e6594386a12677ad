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

/* The hashes of one length. */
typedef struct shelf {
    entry *e;
    size_t n, cap;
    uint32_t *start; /* segs * (SEG_SIZE + 1): where a segment value's ids begin */
    uint32_t *ids;   /* segs * n */
    uint64_t *held;  /* segs * SEG_WORDS: a bit for each value that some hash has there */
    uint16_t bits, segs;
} shelf;

struct ipr_bank {
    ipr_env *env;
    shelf shelves[2]; /* 64, 256 */
    bool sealed;
};

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 32);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
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
        int v = hex_value(s.p[i]);
        if (v < 0)
            return ipr_fail(err, IPR_EVALUE, (size_t)(s.p - text.p) + i,
                            "an image hash has only hex digits");
        h.w[i / 16] = h.w[i / 16] << 4 | (uint64_t)v;
    }
    h.bits = (uint16_t)(s.n * 4);
    *out = h;
    return IPR_OK;
}

/* In plain arithmetic: without the machine's instruction compilers call a function instead. */
static unsigned popcount(uint64_t x)
{
    x -= x >> 1 & 0x5555555555555555u;
    x = (x & 0x3333333333333333u) + (x >> 2 & 0x3333333333333333u);
    return (unsigned)(((x + (x >> 4)) & 0x0F0F0F0F0F0F0F0Fu) * 0x0101010101010101u >> 56);
}

static unsigned distance(const uint64_t *a, const uint64_t *b, unsigned bits)
{
    unsigned d = popcount(a[0] ^ b[0]);
    if (bits == 256)
        d += popcount(a[1] ^ b[1]) + popcount(a[2] ^ b[2]) + popcount(a[3] ^ b[3]);
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

static size_t start_size(const shelf *s)
{
    return s->segs * (SEG_SIZE + 1) * sizeof *s->start;
}

void ipr_bank_free(ipr_bank *b)
{
    if (!b)
        return;
    for (size_t i = 0; i < 2; i++) {
        shelf *s = &b->shelves[i];
        ipr_free(b->env, s->start, s->start ? start_size(s) : 0);
        ipr_free(b->env, s->ids, s->segs * s->n * sizeof *s->ids);
        ipr_free(b->env, s->held, s->segs * SEG_WORDS * sizeof *s->held);
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

static unsigned segment(const uint64_t *w, size_t seg)
{
    return (unsigned)(w[seg / 4] >> (seg % 4 * SEG_BITS) & (SEG_SIZE - 1));
}

/* One counting sort a segment: start[v] … start[v + 1] are the ids with value v. */
static void fill_segment(shelf *s, size_t seg)
{
    uint32_t *start = s->start + seg * (SEG_SIZE + 1), *ids = s->ids + seg * s->n;
    uint64_t *held = s->held + seg * SEG_WORDS;
    for (size_t i = 0; i < s->n; i++) {
        unsigned v = segment(s->e[i].w, seg);
        start[v + 1]++;
        held[v / 64] |= (uint64_t)1 << v % 64;
    }
    for (size_t v = 0; v < SEG_SIZE; v++)
        start[v + 1] += start[v];
    for (size_t i = s->n; i-- > 0;) {
        /* start[v + 1] walks down while filling and ends as the true start of v */
        uint32_t *next = &start[segment(s->e[i].w, seg) + 1];
        ids[--*next] = (uint32_t)i;
    }
    memmove(start, start + 1, SEG_SIZE * sizeof *start);
    start[SEG_SIZE] = (uint32_t)s->n;
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
    s->segs = (uint16_t)(s->bits / SEG_BITS);
    s->start = ipr_calloc(env, 1, start_size(s));
    s->ids = ipr_alloc(env, s->segs * s->n * sizeof *s->ids);
    s->held = ipr_calloc(env, s->segs * SEG_WORDS, sizeof *s->held);
    if (!s->start || !s->ids || !s->held)
        return false; /* ipr_bank_free frees what there is */
    for (size_t seg = 0; seg < s->segs; seg++)
        fill_segment(s, seg);
    return true;
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

static void try_value(search *f, size_t seg, unsigned value)
{
    const uint32_t *start = f->s->start + seg * (SEG_SIZE + 1);
    const uint32_t *ids = f->s->ids + seg * f->s->n;
    for (uint32_t i = start[value]; i < start[value + 1]; i++)
        try_entry(f, ids[i]);
}

/* Every value that differs from `value` in at most `radius` bits at or above `bit`. */
static void try_ball(search *f, size_t seg, unsigned value, unsigned bit, unsigned radius)
{
    const uint64_t *held = f->s->held + seg * SEG_WORDS;
    if (held[value / 64] >> value % 64 & 1)
        try_value(f, seg, value);
    if (radius == 0)
        return;
    if (radius > 1) {
        for (unsigned k = bit; k < SEG_BITS; k++)
            try_ball(f, seg, value ^ 1u << k, k + 1, radius - 1);
        return;
    }
    for (unsigned k = bit; k < SEG_BITS; k++) { /* the last bit: most of all values asked for */
        unsigned v = value ^ 1u << k;
        if (held[v / 64] >> v % 64 & 1)
            try_value(f, seg, v);
    }
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
    unsigned share = s->segs ? (within + 1) / s->segs : 0;
    unsigned rest = s->segs ? (within + 1) % s->segs : 0;
    if (s->segs == 0 || share > MAX_SEG_RADIUS)
        scan(&f);
    else
        for (size_t seg = 0; seg < s->segs; seg++) {
            unsigned parts = share + (seg < rest); /* radius + 1; 0: not looked at */
            if (parts)
                try_ball(&f, seg, segment(q->w, seg), 0, parts - 1);
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
