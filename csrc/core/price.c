/* SPDX-License-Identifier: MIT
 * price.c: a hash table of cells by squeezed key; medians; lookups. */
#include "price.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct cell {
    ipr_price_ref ref;
    ipr_str id; /* the squeezed key it is found by */
    double *v;  /* prices added, until settled */
    size_t cap;
} cell;

typedef struct rate {
    char code[4];
    double units;
} rate;

struct ipr_prices {
    ipr_env *env;
    ipr_arena arena;
    cell *cells;
    size_t n, cap;
    uint32_t *slots; /* cell index + 1, open addressing; 0 is free */
    size_t slot_count;
    rate *rates;
    size_t rate_n, rate_cap;
};

ipr_prices *ipr_prices_new(ipr_env *env)
{
    ipr_prices *p = ipr_calloc(env, 1, sizeof *p);
    if (p) {
        p->env = env;
        ipr_arena_init(&p->arena, env);
    }
    return p;
}

static void free_samples(ipr_prices *p)
{
    for (size_t i = 0; i < p->n; i++) {
        ipr_free(p->env, p->cells[i].v, p->cells[i].cap * sizeof(double));
        p->cells[i].v = NULL;
        p->cells[i].cap = 0;
    }
}

void ipr_prices_free(ipr_prices *p)
{
    if (!p)
        return;
    free_samples(p);
    ipr_free(p->env, p->cells, p->cap * sizeof *p->cells);
    ipr_free(p->env, p->slots, p->slot_count * sizeof *p->slots);
    ipr_free(p->env, p->rates, p->rate_cap * sizeof *p->rates);
    ipr_arena_fini(&p->arena);
    ipr_free(p->env, p, sizeof *p);
}

/* ------------------------------------------------------------------ keys, cells */

#define ID_MAX 512 /* a longer key finds nothing */

/* Letters and digits in lower case, other ASCII dropped, the rest kept, then '|'. */
static size_t squeeze(char *out, size_t n, ipr_str s)
{
    for (size_t i = 0; i < s.n && n < ID_MAX; i++) {
        char c = s.p[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c + 32);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80)
            out[n++] = c;
    }
    if (n < ID_MAX)
        out[n++] = '|';
    return n;
}

static ipr_str make_id(char *out, const ipr_price_key *k)
{
    size_t n = squeeze(out, 0, k->brand);
    n = squeeze(out, n, k->category);
    n = squeeze(out, n, k->condition);
    return (ipr_str){out, squeeze(out, n, k->currency)};
}

static size_t slot_of(const ipr_prices *p, ipr_str id)
{
    size_t at = (size_t)ipr_hash(p->env->seed, id.p, id.n) & (p->slot_count - 1);
    while (p->slots[at] && !ipr_str_eq(p->cells[p->slots[at] - 1].id, id))
        at = (at + 1) & (p->slot_count - 1);
    return at;
}

static bool grow_slots(ipr_prices *p)
{
    size_t count = p->slot_count ? p->slot_count * 2 : 64;
    uint32_t *slots = ipr_calloc(p->env, count, sizeof *slots);
    if (!slots)
        return false;
    ipr_free(p->env, p->slots, p->slot_count * sizeof *p->slots);
    p->slots = slots;
    p->slot_count = count;
    for (size_t i = 0; i < p->n; i++)
        p->slots[slot_of(p, p->cells[i].id)] = (uint32_t)i + 1;
    return true;
}

static bool copy_key(ipr_prices *p, ipr_price_key *to, const ipr_price_key *from)
{
    const ipr_str *src[] = {&from->brand, &from->category, &from->condition, &from->currency};
    ipr_str *dst[] = {&to->brand, &to->category, &to->condition, &to->currency};
    for (size_t i = 0; i < 4; i++) {
        dst[i]->p = ipr_arena_dup(&p->arena, src[i]->p, src[i]->n);
        dst[i]->n = src[i]->n;
        if (!dst[i]->p)
            return false;
    }
    return true;
}

/* The cell of a key, made if it is new; NULL if memory or the limit is passed. */
static cell *cell_for(ipr_prices *p, const ipr_price_key *key, bool *is_new)
{
    char text[ID_MAX];
    ipr_str id = make_id(text, key);
    if (p->n * 2 >= p->slot_count && !grow_slots(p))
        return NULL;
    size_t at = slot_of(p, id);
    *is_new = p->slots[at] == 0;
    if (!*is_new)
        return &p->cells[p->slots[at] - 1];
    cell *cells = p->n < p->env->limits.max_list
                      ? ipr_grow(p->env, p->cells, &p->cap, p->n + 1, sizeof *cells)
                      : NULL;
    if (!cells)
        return NULL;
    p->cells = cells;
    cell c = {.id = {ipr_arena_dup(&p->arena, id.p, id.n), id.n}};
    if (!c.id.p || !copy_key(p, &c.ref.key, key))
        return NULL;
    cells[p->n++] = c;
    p->slots[at] = (uint32_t)p->n;
    return &cells[p->n - 1];
}

static ipr_status no_room(const ipr_prices *p, ipr_err *err)
{
    if (p->n >= p->env->limits.max_list)
        return ipr_fail(err, IPR_ELIMIT, 0, "more prices than max_list");
    return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
}

static bool is_amount(double v)
{
    return v > 0 && v < HUGE_VAL;
}

ipr_status ipr_prices_put(ipr_prices *p, const ipr_price_ref *ref, ipr_err *err)
{
    bool is_new;
    if (!is_amount(ref->median) || !(ref->mad_log >= 0 && ref->mad_log < HUGE_VAL))
        return ipr_fail(err, IPR_EVALUE, 0, "median and mad_log are finite numbers, median > 0");
    cell *c = cell_for(p, &ref->key, &is_new);
    if (!c)
        return no_room(p, err);
    if (is_new) {
        c->ref.n = ref->n;
        c->ref.median = ref->median;
        c->ref.mad_log = ref->mad_log;
    }
    return IPR_OK;
}

static bool add_to(ipr_prices *p, const ipr_price_key *key, double price)
{
    bool is_new;
    cell *c = cell_for(p, key, &is_new);
    double *v = c ? ipr_grow(p->env, c->v, &c->cap, c->ref.n + 1u, sizeof *v) : NULL;
    if (!v)
        return false;
    c->v = v;
    v[c->ref.n++] = price;
    return true;
}

ipr_status ipr_prices_add(ipr_prices *p, const ipr_price_key *key, double price, ipr_err *err)
{
    ipr_price_key k = *key;
    if (!is_amount(price))
        return ipr_fail(err, IPR_EVALUE, 0, "a price is a finite number above zero");
    for (unsigned all = 0; all < 4; all++) {
        k.category = all & 1 ? (ipr_str){"", 0} : key->category;
        k.condition = all & 2 ? (ipr_str){"", 0} : key->condition;
        bool same = (all & 1 && key->category.n == 0) || (all & 2 && key->condition.n == 0);
        if (!same && !add_to(p, &k, price))
            return no_room(p, err);
    }
    return IPR_OK;
}

/* -------------------------------------------------------------------- medians */

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median_of(double *v, size_t n)
{
    qsort(v, n, sizeof *v, by_value);
    return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

static int by_key(const void *a, const void *b)
{
    const ipr_price_key *x = &((const cell *)a)->ref.key, *y = &((const cell *)b)->ref.key;
    int c = ipr_str_cmp(x->brand, y->brand);
    c = c ? c : ipr_str_cmp(x->category, y->category);
    c = c ? c : ipr_str_cmp(x->condition, y->condition);
    return c ? c : ipr_str_cmp(x->currency, y->currency);
}

static void settle_cell(cell *c)
{
    c->ref.median = median_of(c->v, c->ref.n);
    for (size_t i = 0; i < c->ref.n; i++)
        c->v[i] = fabs(log(c->v[i] / c->ref.median));
    c->ref.mad_log = median_of(c->v, c->ref.n);
}

void ipr_prices_settle(ipr_prices *p)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->cells[i].v)
            settle_cell(&p->cells[i]);
    free_samples(p);
    if (p->n)
        qsort(p->cells, p->n, sizeof *p->cells, by_key);
    if (p->slot_count)
        memset(p->slots, 0, p->slot_count * sizeof *p->slots);
    for (size_t i = 0; i < p->n; i++)
        p->slots[slot_of(p, p->cells[i].id)] = (uint32_t)i + 1;
}

size_t ipr_prices_count(const ipr_prices *p)
{
    return p->n;
}

const ipr_price_ref *ipr_prices_at(const ipr_prices *p, size_t i)
{
    return &p->cells[i].ref;
}

ipr_status ipr_prices_rate(ipr_prices *p, ipr_str currency, double units_per_usd, ipr_err *err)
{
    if (currency.n != 3 || !is_amount(units_per_usd))
        return ipr_fail(err, IPR_EVALUE, 0, "a rate is a three-letter code and a number above 0");
    rate *r = ipr_grow(p->env, p->rates, &p->rate_cap, p->rate_n + 1, sizeof *r);
    if (!r)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    p->rates = r;
    memcpy(r[p->rate_n].code, currency.p, 3);
    r[p->rate_n].code[3] = '\0';
    r[p->rate_n++].units = units_per_usd;
    return IPR_OK;
}

/* -------------------------------------------------------------------- lookups */

static const ipr_price_ref *find(const ipr_prices *p, const ipr_price_key *key)
{
    char text[ID_MAX];
    if (p->slot_count == 0)
        return NULL;
    size_t at = slot_of(p, make_id(text, key));
    return p->slots[at] ? &p->cells[p->slots[at] - 1].ref : NULL;
}

static ipr_price_why usable(const ipr_price_ref *r)
{
    if (r->n && r->n < IPR_PRICE_MIN_N)
        return IPR_PRICE_FEW;
    double most = r->key.category.n ? IPR_PRICE_MAX_MAD : IPR_PRICE_MAX_MAD_ALL;
    return r->mad_log > most ? IPR_PRICE_WIDE : IPR_PRICE_FOUND;
}

/* The cell in one currency: the condition's own, new for a listing that names none,
 * else the cell for all conditions. */
static const ipr_price_ref *in_currency(const ipr_prices *p, ipr_price_key k)
{
    if (k.condition.n == 0)
        k.condition = IPR_STR("new");
    const ipr_price_ref *own = find(p, &k);
    if (own && usable(own) == IPR_PRICE_FOUND)
        return own;
    k.condition.n = 0;
    const ipr_price_ref *all = find(p, &k);
    return all ? all : own;
}

static double rate_of(const ipr_prices *p, ipr_str code)
{
    for (size_t i = 0; i < p->rate_n; i++)
        if (ipr_str_ieq(code, (ipr_str){p->rates[i].code, 3}))
            return p->rates[i].units;
    return ipr_str_ieq(code, IPR_STR("USD")) ? 1.0 : 0.0;
}

/* A cell in another currency that has a rate: dollars first, then in the rates' order. */
static ipr_price_answer by_rates(const ipr_prices *p, const ipr_price_key *key)
{
    ipr_price_answer a = {.why = IPR_PRICE_NO_CELL};
    ipr_price_key k = *key;
    double own = p->rate_n ? rate_of(p, key->currency) : 0;
    for (size_t i = 0; own > 0 && i <= p->rate_n; i++) {
        k.currency = i ? (ipr_str){p->rates[i - 1].code, 3} : IPR_STR("USD");
        const ipr_price_ref *r = in_currency(p, k);
        if (!r || usable(r) != IPR_PRICE_FOUND)
            continue;
        a.why = IPR_PRICE_FOUND;
        a.ref = r;
        a.median = r->median / rate_of(p, k.currency) * own;
        a.converted = true;
        return a;
    }
    return a;
}

static bool other_money(const ipr_prices *p, ipr_price_key k)
{
    static const char *const usual[] = {"USD", "EUR", "GBP", "CNY", "INR", "JPY"};
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        k.currency = (ipr_str){usual[i], 3};
        if (in_currency(p, k))
            return true;
    }
    return false;
}

ipr_price_answer ipr_prices_look(const ipr_prices *p, const ipr_price_key *key)
{
    ipr_price_answer a = {.why = IPR_PRICE_NO_CELL};
    a.ref = in_currency(p, *key);
    if (!a.ref) {
        ipr_price_answer b = by_rates(p, key);
        if (b.ref == NULL && other_money(p, *key))
            b.why = IPR_PRICE_OTHER_MONEY;
        return b;
    }
    a.why = usable(a.ref);
    a.median = a.why == IPR_PRICE_FOUND ? a.ref->median : 0;
    return a;
}
