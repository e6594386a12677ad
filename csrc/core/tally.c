/* SPDX-License-Identifier: MIT
 * tally.c: adding events and merging tallies. Every change of state here is a sum, a
 * minimum or a union, see tally.h. */
#include "tally_state.h"

#include <string.h>

static void counted_init(ipr_counted *c, ipr_env *env)
{
    memset(c, 0, sizeof *c);
    ipr_names_init(&c->names, env);
}

static void counted_fini(ipr_counted *c)
{
    ipr_free(c->names.env, c->n, c->cap * sizeof *c->n);
    ipr_names_fini(&c->names);
}

static void cases_fini(ipr_env *env, ipr_cases *cases)
{
    for (size_t i = 0; i < cases->chunk_count; i++)
        ipr_free(env, cases->chunks[i], IPR_CHUNK * sizeof **cases->chunks);
    ipr_free(env, cases->chunks, cases->cap * sizeof *cases->chunks);
    ipr_names_fini(&cases->ids);
}

ipr_tally *ipr_tally_new(ipr_env *env, const ipr_tally_options *options)
{
    ipr_tally *t = ipr_calloc(env, 1, sizeof *t);
    if (!t)
        return NULL;
    t->env = env;
    if (options)
        t->options = *options;
    ipr_names_init(&t->words, env);
    for (int e = 0; e < IPR_ENTITY_COUNT; e++)
        ipr_names_init(&t->cases[e].ids, env);
    counted_init(&t->kinds, env);
    counted_init(&t->columns, env);
    t->first = INT64_MAX;
    t->last = INT64_MIN;
    return t;
}

void ipr_tally_free(ipr_tally *t)
{
    if (!t)
        return;
    ipr_names_fini(&t->words);
    for (int e = 0; e < IPR_ENTITY_COUNT; e++) {
        cases_fini(t->env, &t->cases[e]);
    }
    ipr_free(t->env, t->distinct, t->distinct_cap * sizeof *t->distinct);
    ipr_free(t->env, t->cells, t->cell_cap * sizeof *t->cells);
    ipr_free(t->env, t->cell_slots, t->slot_count * sizeof *t->cell_slots);
    for (int k = 0; k <= IPR_KIND_COUNT; k++)
        ipr_free(t->env, t->coverage[k].v, t->coverage[k].cap * sizeof *t->coverage[k].v);
    counted_fini(&t->kinds);
    counted_fini(&t->columns);
    ipr_free(t->env, t, sizeof *t);
}

ipr_tally_options ipr_tally_made_with(const ipr_tally *t)
{
    return t->options;
}

size_t ipr_tally_bytes(const ipr_tally *t)
{
    size_t n = sizeof *t + ipr_names_bytes(&t->words) + t->cell_cap * sizeof *t->cells +
               t->slot_count * sizeof *t->cell_slots + t->distinct_cap * sizeof *t->distinct;
    for (int e = 0; e < IPR_ENTITY_COUNT; e++)
        n += ipr_names_bytes(&t->cases[e].ids) +
             t->cases[e].chunk_count * IPR_CHUNK * sizeof(ipr_case);
    return n;
}

ipr_str ipr_tally_word(const ipr_tally *t, uint32_t ref)
{
    return ref ? ipr_names_get(&t->words, ref - 1) : (ipr_str){"", 0};
}

/* A text of attributes is cut where it passes what a name may have. */
static ipr_str cut(ipr_str s, size_t most)
{
    if (s.n > most)
        s.n = most;
    return s;
}

ipr_status ipr_tally_put_word(ipr_tally *t, ipr_str s, uint32_t *ref, ipr_err *err)
{
    bool fresh;
    *ref = 0;
    if (!s.n)
        return IPR_OK;
    uint32_t i = ipr_names_put(&t->words, cut(s, IPR_NAME_MAX), &fresh);
    if (i == IPR_NO_NAME)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory for the texts of a tally");
    if (t->words.n > t->env->limits.max_words)
        return ipr_fail(err, IPR_ELIMIT, 0, "more parties, parents and regions than max_words");
    *ref = i + 1;
    return IPR_OK;
}

static ipr_status count(ipr_counted *c, ipr_str name, uint64_t n)
{
    bool fresh;
    uint32_t i = ipr_names_put(&c->names, cut(name, 64), &fresh);
    if (i == IPR_NO_NAME)
        return IPR_ENOMEM;
    if (i >= c->cap) {
        size_t was = c->cap;
        uint64_t *p = ipr_grow(c->names.env, c->n, &c->cap, (size_t)i + 1, sizeof *p);
        if (!p)
            return IPR_ENOMEM;
        memset(p + was, 0, (c->cap - was) * sizeof *p);
        c->n = p;
    }
    c->n[i] += n;
    return IPR_OK;
}

size_t ipr_counted_told(const ipr_counted *c)
{
    size_t most = c->names.env->limits.max_unknown;
    return c->names.n < most ? c->names.n : most;
}

/* Forgets all names but those that are told. */
static ipr_status shorten(ipr_counted *c)
{
    ipr_counted kept;
    uint32_t *order;
    counted_init(&kept, c->names.env);
    ipr_status st = ipr_names_sorted(&c->names, &order);
    for (size_t i = 0; !st && i < ipr_counted_told(c); i++)
        st = count(&kept, ipr_names_get(&c->names, order[i]), c->n[order[i]]);
    ipr_free(c->names.env, order, c->names.n * sizeof *order);
    counted_fini(st ? &kept : c);
    if (!st)
        *c = kept;
    return st;
}

ipr_status ipr_counted_add(ipr_counted *c, ipr_str name, uint64_t n)
{
    if (c->names.n / 2 >= c->names.env->limits.max_unknown && shorten(c))
        return IPR_ENOMEM;
    return count(c, name, n);
}

/* Cases. */

/* Room for case i; those before it have room. */
static bool cases_room(ipr_env *env, ipr_cases *cases, size_t i)
{
    if (i / IPR_CHUNK < cases->chunk_count)
        return true;
    if (cases->chunk_count == cases->cap) {
        ipr_case **p = ipr_grow(env, cases->chunks, &cases->cap, cases->cap + 1, sizeof *p);
        if (!p)
            return false;
        cases->chunks = p;
    }
    ipr_case *chunk = ipr_calloc(env, IPR_CHUNK, sizeof *chunk);
    if (chunk)
        cases->chunks[cases->chunk_count++] = chunk;
    return chunk != NULL;
}

ipr_status ipr_tally_case(ipr_tally *t, ipr_entity e, ipr_str id, ipr_case **out, ipr_err *err)
{
    ipr_cases *cases = &t->cases[e];
    bool fresh;
    if (!cases_room(t->env, cases, cases->ids.n))
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory for the cases of a tally");
    uint32_t i = ipr_names_put(&cases->ids, id, &fresh);
    if (i == IPR_NO_NAME)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory for the cases of a tally");
    if (fresh && ++t->case_count > t->env->limits.max_cases)
        return ipr_fail(err, IPR_ELIMIT, 0, "more ids than max_cases allows");
    *out = ipr_case_at(cases, i);
    return IPR_OK;
}

static int order_words(const ipr_tally *t, uint32_t a, uint32_t b)
{
    return a == b ? 0 : ipr_str_cmp(ipr_tally_word(t, a), ipr_tally_word(t, b));
}

/* Whether a speaks for a case rather than b. */
static bool speaks(const ipr_tally *t, const ipr_attrs *a, const ipr_attrs *b)
{
    if (a->rank != b->rank)
        return a->rank > b->rank;
    if (a->at != b->at)
        return a->at < b->at;
    int c = order_words(t, a->party, b->party);
    if (!c)
        c = order_words(t, a->parent, b->parent);
    if (!c)
        c = order_words(t, a->place, b->place);
    if (c)
        return c < 0;
    if (a->codes != b->codes)
        return a->codes < b->codes;
    if (a->count != b->count)
        return a->count < b->count;
    return a->amount < b->amount;
}

void ipr_attrs_fold(const ipr_tally *t, ipr_attrs *into, const ipr_attrs *from)
{
    if (from->rank && speaks(t, from, into))
        *into = *from;
}

/* The further events at the time of the first of two sets of sales. */
static uint32_t fold_same(uint32_t ta, uint32_t a, uint32_t tb, uint32_t b)
{
    if (ta != tb)
        return !tb || (ta && ta < tb) ? a : b;
    return ta ? a + b + 1 : 0;
}

void ipr_case_fold(const ipr_tally *t, ipr_entity e, ipr_case *into, const ipr_case *from)
{
    uint32_t sold = IPR_KIND_listing_sold - IPR_KIND_listing_created;
    if (e == IPR_ENTITY_listing)
        into->same = fold_same(into->t[sold], into->same, from->t[sold], from->same);
    for (int i = 0; i < IPR_STEPS; i++)
        if (from->t[i] && (!into->t[i] || from->t[i] < into->t[i]))
            into->t[i] = from->t[i];
    ipr_attrs_fold(t, &into->attrs, &from->attrs);
}

static ipr_status add_attrs(ipr_tally *t, const ipr_event *e, unsigned rank, ipr_attrs *into,
                            ipr_err *err)
{
    ipr_attrs a = {.rank = rank & 255u,
                   .at = (uint32_t)e->time + 1,
                   .codes = e->codes & IPR_CODES_MASK,
                   .count = (uint32_t)e->count,
                   .amount = e->amount};
    if (a.rank < into->rank || (a.rank == into->rank && a.at > into->at))
        return IPR_OK;
    bool keeps = ipr_kind_info(e->kind)->uses & IPR_USES_PARENT;
    ipr_status st = ipr_tally_put_word(t, e->party, &a.party, err);
    if (!st)
        st = ipr_tally_put_word(t, keeps ? e->parent : (ipr_str){"", 0}, &a.parent, err);
    if (!st)
        st = ipr_tally_put_word(t, e->place, &a.place, err);
    if (!st)
        ipr_attrs_fold(t, into, &a);
    return st;
}

static ipr_status add_case(ipr_tally *t, const ipr_event *e, ipr_err *err)
{
    const ipr_kind_row *row = ipr_kind_info(e->kind);
    ipr_str id = e->kind == IPR_KIND_listing_relisted ? e->parent : e->id;
    ipr_case *c;
    ipr_status st = ipr_tally_case(t, row->entity, id, &c, err);
    if (st)
        return st;
    uint32_t at = (uint32_t)e->time + 1, *first = &c->t[row->step];
    if (e->kind == IPR_KIND_listing_sold)
        c->same = fold_same(*first, c->same, at, 0);
    if (!*first || at < *first)
        *first = at;
    return row->rank ? add_attrs(t, e, row->rank, &c->attrs, err) : IPR_OK;
}

/* Cells. */

static uint32_t cell_hash(const ipr_cell_key *k)
{
    uint64_t h = ((uint64_t)k->day << 32 | k->codes) * UINT64_C(0x9E3779B97F4A7C15);
    h ^= ((uint64_t)k->kind << 32 | k->place) * UINT64_C(0xC2B2AE3D27D4EB4F);
    return (uint32_t)((h ^ h >> 29) * UINT64_C(0xBF58476D1CE4E5B9) >> 32);
}

static bool same_cell(const ipr_cell_key *a, const ipr_cell_key *b)
{
    return a->day == b->day && a->kind == b->kind && a->codes == b->codes && a->place == b->place;
}

static bool cells_rehash(ipr_tally *t)
{
    size_t count = t->slot_count ? t->slot_count * 2 : 256;
    uint32_t *slots = ipr_calloc(t->env, count, sizeof *slots);
    if (!slots)
        return false;
    for (uint32_t i = 0; i < t->cell_count; i++) {
        size_t s = cell_hash(&t->cells[i].key) & (count - 1);
        while (slots[s])
            s = (s + 1) & (count - 1);
        slots[s] = i + 1;
    }
    ipr_free(t->env, t->cell_slots, t->slot_count * sizeof *slots);
    t->cell_slots = slots;
    t->slot_count = count;
    return true;
}

static ipr_cell *cell_of(ipr_tally *t, const ipr_cell_key *key)
{
    if (t->last_cell && same_cell(&t->cells[t->last_cell - 1].key, key))
        return &t->cells[t->last_cell - 1];
    if (t->cell_count * 2 >= t->slot_count && !cells_rehash(t))
        return NULL;
    size_t mask = t->slot_count - 1, s = cell_hash(key) & mask;
    for (; t->cell_slots[s]; s = (s + 1) & mask) {
        if (same_cell(&t->cells[t->cell_slots[s] - 1].key, key)) {
            t->last_cell = t->cell_slots[s];
            return &t->cells[t->last_cell - 1];
        }
    }
    if (t->cell_count == t->cell_cap) {
        ipr_cell *p = ipr_grow(t->env, t->cells, &t->cell_cap, t->cell_count + 1, sizeof *p);
        if (!p)
            return NULL;
        t->cells = p;
    }
    t->cells[t->cell_count] = (ipr_cell){.key = *key};
    t->last_cell = t->cell_slots[s] = (uint32_t)++t->cell_count;
    return &t->cells[t->cell_count - 1];
}

ipr_status ipr_tally_cell(ipr_tally *t, const ipr_cell *from, ipr_err *err)
{
    ipr_cell *c = cell_of(t, &from->key);
    if (!c)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory for the counts of a tally");
    if (t->cell_count > t->env->limits.max_cells)
        return ipr_fail(err, IPR_ELIMIT, 0, "more days, kinds and attributes than max_cells");
    c->rows = ipr_plus(c->rows, from->rows);
    c->count = ipr_plus(c->count, from->count);
    c->amount = ipr_plus(c->amount, from->amount);
    return IPR_OK;
}

static ipr_status add_cell(ipr_tally *t, const ipr_event *e, ipr_err *err)
{
    int64_t local = e->time + t->options.offset;
    ipr_cell c = {.rows = 1, .count = (int64_t)e->count, .amount = e->amount};
    c.key.day = (uint32_t)(local < 0 ? 0 : local / IPR_DAY_SECONDS);
    c.key.kind = (uint32_t)e->kind * 2 + !e->id.n;
    c.key.codes = e->codes & IPR_CODES_MASK;
    ipr_status st = ipr_tally_put_word(t, e->place, &c.key.place, err);
    return st ? st : ipr_tally_cell(t, &c, err);
}

/* Sketches. */

ipr_hll *ipr_tally_hll(ipr_tally *t, uint32_t month, uint32_t kind)
{
    size_t low = 0, high = t->distinct_count;
    while (low < high) {
        size_t mid = (low + high) / 2;
        const ipr_distinct *d = &t->distinct[mid];
        if (d->month < month || (d->month == month && d->kind < kind))
            low = mid + 1;
        else
            high = mid;
    }
    if (low < t->distinct_count && t->distinct[low].month == month && t->distinct[low].kind == kind)
        return &t->distinct[low].hll;
    if (t->distinct_count == t->distinct_cap) {
        ipr_distinct *v =
            ipr_grow(t->env, t->distinct, &t->distinct_cap, t->distinct_count + 1, sizeof *v);
        if (!v)
            return NULL;
        t->distinct = v;
    }
    ipr_distinct *at = t->distinct + low;
    memmove(at + 1, at, (t->distinct_count++ - low) * sizeof *at);
    memset(at, 0, sizeof *at);
    at->month = month;
    at->kind = kind;
    return &at->hll;
}

static ipr_status add_distinct(ipr_tally *t, const ipr_event *e, ipr_err *err)
{
    int64_t local = e->time + t->options.offset, year;
    unsigned month, dom;
    ipr_day_civil(local < 0 ? 0 : local / IPR_DAY_SECONDS, &year, &month, &dom);
    ipr_hll *h = ipr_tally_hll(t, (uint32_t)(year * 12 + month - 1), (uint32_t)e->kind);
    if (!h)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory for the sketches of a tally");
    ipr_hll_add(h, e->party);
    return IPR_OK;
}

/* Coverage. */

ipr_status ipr_spans_add(ipr_env *env, ipr_spans *s, ipr_span span)
{
    size_t from = 0, to;
    if (s->n == s->cap) {
        ipr_span *v = ipr_grow(env, s->v, &s->cap, s->n + 1, sizeof *v);
        if (!v)
            return IPR_ENOMEM;
        s->v = v;
    }
    while (from < s->n && s->v[from].until < span.from)
        from++;
    for (to = from; to < s->n && s->v[to].from <= span.until; to++) {
        span.from = s->v[to].from < span.from ? s->v[to].from : span.from;
        span.until = s->v[to].until > span.until ? s->v[to].until : span.until;
    }
    memmove(s->v + from + 1, s->v + to, (s->n - to) * sizeof *s->v);
    s->v[from] = span;
    s->n = s->n - (to - from) + 1;
    return IPR_OK;
}

ipr_status ipr_tally_cover(ipr_tally *t, int kind, ipr_span span, ipr_err *err)
{
    if (ipr_spans_add(t->env, &t->coverage[kind], span))
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory for the coverage of a tally");
    if (t->coverage[kind].n > t->env->limits.max_spans)
        return ipr_fail(err, IPR_ELIMIT, 0, "more spans of coverage of one kind than max_spans");
    return IPR_OK;
}

static void see_time(ipr_tally *t, int64_t time)
{
    t->first = time < t->first ? time : t->first;
    t->last = time > t->last ? time : t->last;
}

static ipr_status add_coverage(ipr_tally *t, const ipr_event *e, ipr_err *err)
{
    see_time(t, e->time);
    see_time(t, e->until - 1);
    return ipr_tally_cover(t, e->covers, (ipr_span){e->time, e->until}, err);
}

ipr_status ipr_tally_add(ipr_tally *t, const ipr_event *e, ipr_err *err)
{
    if (e->id.n > IPR_NAME_MAX || e->parent.n > IPR_NAME_MAX)
        return ipr_tally_trouble(t, IPR_TROUBLE_bad_id, (ipr_str){"", 0});
    t->trouble[IPR_TROUBLE_none]++;
    t->odd_values += e->odd_values;
    if (e->kind == IPR_KIND_coverage)
        return add_coverage(t, e, err);
    ipr_status st = add_cell(t, e, err);
    if (!st && t->options.sketches && e->party.n)
        st = add_distinct(t, e, err);
    if (st)
        return st;
    see_time(t, e->time);
    t->with_id[e->kind] += e->id.n > 0;
    return e->id.n && !t->options.no_cases ? add_case(t, e, err) : IPR_OK;
}

ipr_status ipr_tally_trouble(ipr_tally *t, ipr_trouble trouble, ipr_str text)
{
    t->trouble[trouble]++;
    if (trouble == IPR_TROUBLE_unknown_kind)
        return ipr_counted_add(&t->kinds, text, 1);
    return IPR_OK;
}

ipr_status ipr_tally_column(ipr_tally *t, ipr_str name)
{
    ipr_status st = ipr_counted_add(&t->columns, name, 0);
    if (!st)
        t->columns.n[ipr_names_find(&t->columns.names, cut(name, 64))] = 1;
    return st;
}

/* Merging. */

/* The references of `from` as this tally's own. */
static ipr_status own_words(ipr_tally *t, const ipr_tally *from, uint32_t *own, ipr_err *err)
{
    ipr_status st = IPR_OK;
    own[0] = 0;
    for (uint32_t i = 0; !st && i < from->words.n; i++)
        st = ipr_tally_put_word(t, ipr_names_get(&from->words, i), &own[i + 1], err);
    return st;
}

static ipr_status merge_cases(ipr_tally *t, const ipr_tally *from, const uint32_t *own,
                              ipr_err *err)
{
    for (int e = 0; e < IPR_ENTITY_COUNT; e++) {
        const ipr_cases *cases = &from->cases[e];
        for (uint32_t i = 0; i < cases->ids.n; i++) {
            ipr_case c = *ipr_case_at(cases, i), *into;
            ipr_status st =
                ipr_tally_case(t, (ipr_entity)e, ipr_names_get(&cases->ids, i), &into, err);
            if (st)
                return st;
            c.attrs.party = own[c.attrs.party];
            c.attrs.parent = own[c.attrs.parent];
            c.attrs.place = own[c.attrs.place];
            ipr_case_fold(t, (ipr_entity)e, into, &c);
        }
    }
    return IPR_OK;
}

static ipr_status merge_counted(ipr_counted *into, const ipr_counted *from)
{
    for (uint32_t i = 0; i < from->names.n; i++)
        if (ipr_counted_add(into, ipr_names_get(&from->names, i), from->n[i]))
            return IPR_ENOMEM;
    return IPR_OK;
}

static ipr_status merge_cells(ipr_tally *t, const ipr_tally *from, const uint32_t *own,
                              ipr_err *err)
{
    ipr_status st = IPR_OK;
    for (uint32_t i = 0; !st && i < from->cell_count; i++) {
        ipr_cell c = from->cells[i];
        c.key.place = own[c.key.place];
        st = ipr_tally_cell(t, &c, err);
    }
    for (int k = 0; k <= IPR_KIND_COUNT; k++)
        for (size_t i = 0; !st && i < from->coverage[k].n; i++)
            st = ipr_tally_cover(t, k, from->coverage[k].v[i], err);
    return st;
}

static ipr_status merge_rest(ipr_tally *t, const ipr_tally *from)
{
    for (size_t i = 0; i < from->distinct_count; i++) {
        const ipr_distinct *d = &from->distinct[i];
        ipr_hll *h = ipr_tally_hll(t, d->month, d->kind);
        if (!h)
            return IPR_ENOMEM;
        ipr_hll_merge(h, &d->hll);
    }
    for (int k = 0; k < IPR_KIND_COUNT; k++)
        t->with_id[k] += from->with_id[k];
    for (int k = 0; k < IPR_TROUBLE_COUNT; k++)
        t->trouble[k] += from->trouble[k];
    t->odd_values += from->odd_values;
    if (from->first <= from->last) {
        see_time(t, from->first);
        see_time(t, from->last);
    }
    if (merge_counted(&t->kinds, &from->kinds))
        return IPR_ENOMEM;
    for (uint32_t i = 0; i < from->columns.names.n; i++)
        if (ipr_tally_column(t, ipr_names_get(&from->columns.names, i)))
            return IPR_ENOMEM;
    return IPR_OK;
}

ipr_status ipr_tally_merge(ipr_tally *t, const ipr_tally *from, ipr_err *err)
{
    const ipr_tally_options *a = &t->options, *b = &from->options;
    if (a->no_cases != b->no_cases || a->offset != b->offset || a->sketches != b->sketches)
        return ipr_fail(err, IPR_EVALUE, 0,
                        "tallies that are merged need the same offset, use of cases and sketches");
    size_t n = (from->words.n + 1) * sizeof(uint32_t);
    uint32_t *own = ipr_alloc(t->env, n);
    if (!own)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory while merging tallies");
    ipr_status st = own_words(t, from, own, err);
    if (!st)
        st = merge_cases(t, from, own, err);
    if (!st)
        st = merge_cells(t, from, own, err);
    if (!st && (st = merge_rest(t, from)))
        ipr_fail(err, st, 0, "out of memory while merging tallies");
    ipr_free(t->env, own, n);
    return st;
}
