/* SPDX-License-Identifier: MIT
 * seller.c: rows by a hash of the seller id, kept in the order of the list. */
#include "seller.h"

typedef struct node {
    ipr_seller_row row;
    uint32_t next; /* index + 1 of the next row of the same bucket */
} node;

struct ipr_sellers {
    ipr_env *env;
    ipr_arena arena;
    node *nodes;
    size_t n, cap;
    uint32_t *heads; /* index + 1 */
    size_t head_count;
};

ipr_sellers *ipr_sellers_new(ipr_env *env)
{
    ipr_sellers *s = ipr_calloc(env, 1, sizeof *s);
    if (s) {
        s->env = env;
        ipr_arena_init(&s->arena, env);
    }
    return s;
}

void ipr_sellers_free(ipr_sellers *s)
{
    if (!s)
        return;
    ipr_free(s->env, s->nodes, s->cap * sizeof *s->nodes);
    ipr_free(s->env, s->heads, s->head_count * sizeof *s->heads);
    ipr_arena_fini(&s->arena);
    ipr_free(s->env, s, sizeof *s);
}

static size_t bucket(const ipr_sellers *s, ipr_str id)
{
    return (size_t)ipr_hash(s->env->seed, id.p, id.n) & (s->head_count - 1);
}

/* Buckets keep list order: rows are hung in from the last to the first. */
static bool rehash(ipr_sellers *s)
{
    size_t count = s->head_count ? s->head_count * 2 : 64;
    uint32_t *heads = ipr_calloc(s->env, count, sizeof *heads);
    if (!heads)
        return false;
    ipr_free(s->env, s->heads, s->head_count * sizeof *s->heads);
    s->heads = heads;
    s->head_count = count;
    for (size_t i = s->n; i-- > 0;) {
        size_t b = bucket(s, s->nodes[i].row.seller_id);
        s->nodes[i].next = heads[b];
        heads[b] = (uint32_t)i + 1;
    }
    return true;
}

static bool is_date(ipr_str d)
{
    if (d.n != 10)
        return false;
    for (size_t i = 0; i < 10; i++)
        if (i == 4 || i == 7 ? d.p[i] != '-' : d.p[i] < '0' || d.p[i] > '9')
            return false;
    return true;
}

static bool copy(ipr_sellers *s, ipr_str *t)
{
    t->p = ipr_arena_dup(&s->arena, t->n ? t->p : "", t->n);
    return t->p != NULL;
}

ipr_status ipr_sellers_add(ipr_sellers *s, const ipr_seller_row *row, ipr_err *err)
{
    node n = {*row, 0};
    if (row->seller_id.n == 0)
        return ipr_fail(err, IPR_EEMPTY, 0, "a row without seller_id");
    if (row->until.n && !is_date(row->until))
        return ipr_fail(err, IPR_EVALUE, 0, "until is a date YYYY-MM-DD");
    if (s->n >= s->env->limits.max_list)
        return ipr_fail(err, IPR_ELIMIT, 0, "more sellers than max_list");
    node *nodes = ipr_grow(s->env, s->nodes, &s->cap, s->n + 1, sizeof *nodes);
    if (nodes)
        s->nodes = nodes;
    if (!nodes || !copy(s, &n.row.seller_id) || !copy(s, &n.row.brand) || !copy(s, &n.row.until) ||
        !copy(s, &n.row.reason) || !copy(s, &n.row.by))
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    nodes[s->n++] = n;
    if (s->n > s->head_count / 2)
        return rehash(s) ? IPR_OK : ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    uint32_t *link = &s->heads[bucket(s, n.row.seller_id)];
    while (*link)
        link = &s->nodes[*link - 1].next;
    *link = (uint32_t)s->n;
    return IPR_OK;
}

size_t ipr_sellers_count(const ipr_sellers *s)
{
    return s->n;
}

ipr_seller_list ipr_seller_list_find(ipr_str name)
{
    static const char *const names[] = {"authorised", "watch", "deny"};
    for (int i = 0; i < IPR_SELLER_LISTS; i++)
        if (ipr_str_is(name, names[i]))
            return (ipr_seller_list)i;
    return ipr_str_is(name, "authorized") ? IPR_SELLER_AUTHORISED : IPR_SELLER_LISTS;
}

static bool is_part(unsigned char c)
{
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

static unsigned char small(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

/* Equal by letters and digits, whatever case, blanks and signs. */
static bool same_brand(ipr_str a, ipr_str b)
{
    size_t i = 0, k = 0;
    for (;;) {
        while (i < a.n && !is_part(small(a.p[i])))
            i++;
        while (k < b.n && !is_part(small(b.p[k])))
            k++;
        if (i == a.n || k == b.n)
            return i == a.n && k == b.n;
        if (small(a.p[i++]) != small(b.p[k++]))
            return false;
    }
}

static bool holds(const ipr_seller_row *r, const ipr_str *brands, size_t n, ipr_str today)
{
    if (r->until.n && today.n && ipr_str_cmp(r->until, today) < 0)
        return false;
    if (r->brand.n == 0 || ipr_str_is(r->brand, "*"))
        return true;
    for (size_t i = 0; i < n; i++)
        if (brands[i].n && same_brand(r->brand, brands[i]))
            return true;
    return false;
}

const ipr_seller_row *ipr_sellers_find(const ipr_sellers *s, ipr_seller_list list,
                                       ipr_str seller_id, const ipr_str *brands, size_t n,
                                       ipr_str today)
{
    if (s->n == 0 || seller_id.n == 0)
        return NULL;
    for (uint32_t i = s->heads[bucket(s, seller_id)]; i; i = s->nodes[i - 1].next) {
        const ipr_seller_row *r = &s->nodes[i - 1].row;
        if (r->list == list && ipr_str_eq(r->seller_id, seller_id) && holds(r, brands, n, today))
            return r;
    }
    return NULL;
}
