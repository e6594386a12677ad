/* SPDX-License-Identifier: MIT
 * seller.c: rows by a hash of list, seller id and brand. */
#include "seller.h"

#define BRAND_MAX 256 /* letters and digits of a brand; a longer one is refused */

/* What rows are told apart by: of several with one key the one that holds longest counts. */
typedef struct key {
    ipr_seller_list list;
    ipr_str seller_id, brand; /* the brand's letters and digits, "*" for every brand */
    uint64_t hash;
} key;

typedef struct entry {
    key key;
    ipr_seller_row row;
} entry;

struct ipr_sellers {
    ipr_env *env;
    ipr_arena arena;
    entry *entries; /* in the order of the list */
    size_t n, cap, rows;
    uint32_t *slots; /* index + 1; at most half are taken */
    size_t slot_count;
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
    ipr_free(s->env, s->entries, s->cap * sizeof *s->entries);
    ipr_free(s->env, s->slots, s->slot_count * sizeof *s->slots);
    ipr_arena_fini(&s->arena);
    ipr_free(s->env, s, sizeof *s);
}

static bool is_part(unsigned char c)
{
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

static unsigned char small(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

/* The key with the brand's letters and digits in text[BRAND_MAX]; false if they are more. */
static bool make_key(const ipr_sellers *s, key *k, char *text, ipr_seller_list list, ipr_str id,
                     ipr_str brand)
{
    size_t n = 0;
    for (size_t i = 0; i < brand.n; i++) {
        unsigned char c = small(brand.p[i]);
        if (is_part(c) && n == BRAND_MAX)
            return false;
        if (is_part(c))
            text[n++] = (char)c;
    }
    *k = (key){list, id, {text, n}, 0};
    if (brand.n == 0 || ipr_str_is(brand, "*"))
        k->brand = IPR_STR("*");
    k->hash = ipr_hash(s->env->seed + (uint64_t)list, id.p, id.n);
    k->hash = ipr_hash(k->hash, k->brand.p, k->brand.n);
    return true;
}

static bool same_key(const key *a, const key *b)
{
    return a->hash == b->hash && a->list == b->list && ipr_str_eq(a->seller_id, b->seller_id) &&
           ipr_str_eq(a->brand, b->brand);
}

/* The slot of k, or the free one where it belongs. */
static uint32_t *slot_of(const ipr_sellers *s, const key *k)
{
    size_t at = (size_t)k->hash & (s->slot_count - 1);
    while (s->slots[at] && !same_key(&s->entries[s->slots[at] - 1].key, k))
        at = (at + 1) & (s->slot_count - 1);
    return &s->slots[at];
}

static bool grow_slots(ipr_sellers *s)
{
    size_t count = s->slot_count ? s->slot_count * 2 : 64;
    uint32_t *slots = ipr_calloc(s->env, count, sizeof *slots);
    if (!slots)
        return false;
    ipr_free(s->env, s->slots, s->slot_count * sizeof *s->slots);
    s->slots = slots;
    s->slot_count = count;
    for (size_t i = 0; i < s->n; i++)
        *slot_of(s, &s->entries[i].key) = (uint32_t)i + 1;
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

static bool copy_row(ipr_sellers *s, ipr_seller_row *r)
{
    return copy(s, &r->seller_id) && copy(s, &r->brand) && copy(s, &r->until) &&
           copy(s, &r->reason) && copy(s, &r->by);
}

/* The entry of k, made if it is new; NULL if memory is short. */
static entry *entry_for(ipr_sellers *s, const key *k, bool *is_new)
{
    if (s->n * 2 >= s->slot_count && !grow_slots(s))
        return NULL;
    uint32_t *slot = slot_of(s, k);
    *is_new = *slot == 0;
    if (!*is_new)
        return &s->entries[*slot - 1];
    entry *entries = ipr_grow(s->env, s->entries, &s->cap, s->n + 1, sizeof *entries);
    if (!entries)
        return NULL;
    s->entries = entries;
    entry e = {.key = *k};
    if (!copy(s, &e.key.seller_id) || !copy(s, &e.key.brand))
        return NULL;
    entries[s->n++] = e;
    *slot = (uint32_t)s->n;
    return &entries[s->n - 1];
}

/* Whether a row holds on every day on which another does. */
static bool outlasts(ipr_str until, ipr_str other)
{
    return until.n == 0 || (other.n && ipr_str_cmp(until, other) >= 0);
}

ipr_status ipr_sellers_add(ipr_sellers *s, const ipr_seller_row *row, ipr_err *err)
{
    ipr_seller_row own = *row;
    char text[BRAND_MAX];
    bool is_new;
    key k;
    if (row->seller_id.n == 0)
        return ipr_fail(err, IPR_EEMPTY, 0, "a row without seller_id");
    if (row->until.n && !is_date(row->until))
        return ipr_fail(err, IPR_EVALUE, 0, "until is a date YYYY-MM-DD");
    if (s->rows >= s->env->limits.max_list)
        return ipr_fail(err, IPR_ELIMIT, 0, "more sellers than max_list");
    if (!make_key(s, &k, text, row->list, row->seller_id, row->brand))
        return ipr_fail(err, IPR_EVALUE, 0, "a brand of more than 256 letters");
    entry *e = copy_row(s, &own) ? entry_for(s, &k, &is_new) : NULL;
    if (!e)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    if (is_new || !outlasts(e->row.until, own.until))
        e->row = own;
    s->rows++;
    return IPR_OK;
}

size_t ipr_sellers_count(const ipr_sellers *s)
{
    return s->rows;
}

ipr_seller_list ipr_seller_list_find(ipr_str name)
{
    static const char *const names[] = {"authorised", "watch", "deny"};
    for (int i = 0; i < IPR_SELLER_LISTS; i++)
        if (ipr_str_is(name, names[i]))
            return (ipr_seller_list)i;
    return ipr_str_is(name, "authorized") ? IPR_SELLER_AUTHORISED : IPR_SELLER_LISTS;
}

/* The entry's row if it is there and holds today. */
static const entry *look(const ipr_sellers *s, ipr_seller_list list, ipr_str id, ipr_str brand,
                         ipr_str today)
{
    char text[BRAND_MAX];
    key k;
    if (!make_key(s, &k, text, list, id, brand))
        return NULL;
    uint32_t at = *slot_of(s, &k);
    const entry *e = at ? &s->entries[at - 1] : NULL;
    bool past = e && e->row.until.n && today.n && ipr_str_cmp(e->row.until, today) < 0;
    return past ? NULL : e;
}

const ipr_seller_row *ipr_sellers_find(const ipr_sellers *s, ipr_seller_list list,
                                       ipr_str seller_id, const ipr_str *brands, size_t n,
                                       ipr_str today)
{
    if (s->n == 0 || seller_id.n == 0)
        return NULL;
    const entry *first = look(s, list, seller_id, IPR_STR("*"), today);
    for (size_t i = 0; i < n; i++) {
        const entry *e = brands[i].n ? look(s, list, seller_id, brands[i], today) : NULL;
        if (e && (!first || e < first))
            first = e;
    }
    return first ? &first->row : NULL;
}
