/* SPDX-License-Identifier: MIT
 * cond_class.c: classes of characters, for :has_char. */
#include "cond_in.h"

#include <stdlib.h>
#include <string.h>

static int by_place(const void *a, const void *b)
{
    const ipr_range *x = a, *y = b;
    return x->from != y->from ? (x->from < y->from ? -1 : 1) : (x->to > y->to) - (x->to < y->to);
}

/* Puts ranges [first, p->ranges) in order, those that touch into one. */
static void order(ipr_prog *p, ipr_class *c)
{
    size_t n = p->ranges - c->first, kept = 0;
    if (n == 0)
        return; /* there may be no range at all */
    ipr_range *r = p->range + c->first;
    qsort(r, n, sizeof *r, by_place);
    for (size_t i = 0; i < n; i++) {
        if (kept && r[i].from <= r[kept - 1].to + 1)
            r[kept - 1].to = r[i].to > r[kept - 1].to ? r[i].to : r[kept - 1].to;
        else
            r[kept++] = r[i];
    }
    c->n = (uint32_t)kept;
    p->ranges = c->first + kept;
    for (size_t i = 0; i < kept; i++)
        for (uint32_t cp = r[i].from; cp <= r[i].to && cp < 128; cp++)
            c->ascii[cp / 64] |= (uint64_t)1 << cp % 64;
}

ipr_status ipr_class_add(ipr_prog *p, ipr_str text, uint32_t *out)
{
    const char *q = text.p, *end = text.p + text.n;
    ipr_class *list = ipr_grow(p->env, p->class, &p->class_cap, p->classes + 1, sizeof *list);
    if (!list)
        return IPR_ENOMEM;
    p->class = list;
    ipr_class c = {.first = (uint32_t)p->ranges};
    while (q < end) {
        ipr_range *ranges =
            ipr_grow(p->env, p->range, &p->range_cap, p->ranges + 1, sizeof *ranges);
        if (!ranges)
            return IPR_ENOMEM;
        p->range = ranges;
        ipr_range *r = ranges + p->ranges++;
        q += ipr_utf8_next(q, end, &r->from);
        r->to = r->from;
        if (end - q >= 2 && *q == '-')
            q += 1 + ipr_utf8_next(q + 1, end, &r->to);
        if (r->to < r->from || r->from == IPR_CP_BAD || r->to == IPR_CP_BAD)
            return IPR_EVALUE;
    }
    order(p, &c);
    list[p->classes] = c;
    *out = (uint32_t)p->classes++;
    return IPR_OK;
}

static bool has(const ipr_range *r, size_t n, uint32_t cp)
{
    while (n) {
        size_t half = n / 2;
        if (cp > r[half].to)
            r += half + 1, n -= half + 1;
        else if (cp < r[half].from)
            n = half;
        else
            return true;
    }
    return false;
}

bool ipr_class_find(const ipr_prog *p, uint32_t class, ipr_str s, uint32_t *start, uint32_t *end)
{
    const ipr_class *c = &p->class[class];
    bool ascii = c->ascii[0] | c->ascii[1];
    size_t n;
    for (size_t i = 0; i < s.n; i += n) {
        unsigned char b = (unsigned char)s.p[i];
        uint32_t cp;
        bool found;
        n = 1;
        if (b < 0x80) {
            found = c->ascii[b / 64] >> b % 64 & 1;
            if (!ascii)
                n += ipr_utf8_ascii((ipr_str){s.p + i + 1, s.n - i - 1});
        } else {
            n = ipr_utf8_next(s.p + i, s.p + s.n, &cp);
            found = c->n && has(p->range + c->first, c->n, cp);
        }
        if (found) {
            *start = (uint32_t)i;
            *end = (uint32_t)(i + n);
            return true;
        }
    }
    return false;
}
