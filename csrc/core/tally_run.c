/* SPDX-License-Identifier: MIT
 * tally_run.c: KPI plans over cases and cells in one pass, see tally_run.h. */
#include "tally_run.h"
#include "durations.h"
#include "tally_state.h"

#include <string.h>

static const unsigned char code_shift[IPR_CODE_COUNT] = {
#define X(name, shift, bits, values) shift,
    IPR_CODE_LIST(X)
#undef X
};
static const unsigned char code_bits[IPR_CODE_COUNT] = {
#define X(name, shift, bits, values) bits,
    IPR_CODE_LIST(X)
#undef X
};
static const char *const code_names[IPR_CODE_COUNT] = {
#define X(name, shift, bits, values) #name,
    IPR_CODE_LIST(X)
#undef X
};

#define DAYS 49712

/* One plan while it runs. */
typedef struct run {
    const ipr_plan *plan;
    ipr_result *rows;
    size_t n, cap;
    uint32_t *slots; /* row number + 1 by period and facet */
    size_t slot_count;
    ipr_durations durations; /* QUANTILE: list i belongs to row i */
    ipr_spans covered;
    uint64_t cases;
} run;

typedef struct pass {
    const ipr_tally *t;
    ipr_env *env;
    uint32_t as_of;    /* + 1, as times are kept */
    uint16_t *periods; /* of each local day */
    run *runs;
    run **mine; /* room for the runs of one entity */
    size_t n;
} pass;

static int32_t period_of_day(ipr_period period, int64_t day)
{
    int64_t y;
    unsigned m, d;
    ipr_day_civil(day, &y, &m, &d);
    if (period == IPR_PERIOD_YEAR)
        return (int32_t)y;
    if (period == IPR_PERIOD_QUARTER)
        return (int32_t)(y * 4 + (m - 1) / 3);
    return (int32_t)(y * 12 + m - 1);
}

static int64_t local_day(const ipr_tally *t, int64_t moment)
{
    int64_t local = moment + t->options.offset;
    return local < 0 ? 0 : local / IPR_DAY_SECONDS;
}

int32_t ipr_tally_period(const ipr_tally *t, ipr_period period, int64_t moment)
{
    return period_of_day(period, local_day(t, moment));
}

static int32_t period_at(const pass *p, uint32_t at)
{
    int64_t day = local_day(p->t, (int64_t)at - 1);
    return p->periods[day < DAYS ? day : DAYS - 1];
}

/* Rows by period and facet. */

static bool rows_rehash(pass *p, run *r)
{
    size_t count = r->slot_count ? r->slot_count * 2 : 64;
    uint32_t *slots = ipr_calloc(p->env, count, sizeof *slots);
    if (!slots)
        return false;
    for (uint32_t i = 0; i < r->n; i++) {
        size_t s =
            ((uint32_t)r->rows[i].period * 2654435761u + r->rows[i].facet * 40503u) & (count - 1);
        while (slots[s])
            s = (s + 1) & (count - 1);
        slots[s] = i + 1;
    }
    ipr_free(p->env, r->slots, r->slot_count * sizeof *slots);
    r->slots = slots;
    r->slot_count = count;
    return true;
}

static ipr_result *row_of(pass *p, run *r, int32_t period, uint32_t facet)
{
    if (r->n * 2 >= r->slot_count && !rows_rehash(p, r))
        return NULL;
    size_t mask = r->slot_count - 1;
    size_t s = ((uint32_t)period * 2654435761u + facet * 40503u) & mask;
    for (; r->slots[s]; s = (s + 1) & mask) {
        ipr_result *row = &r->rows[r->slots[s] - 1];
        if (row->period == period && row->facet == facet)
            return row;
    }
    if (r->n == r->cap) {
        ipr_result *v = ipr_grow(p->env, r->rows, &r->cap, r->n + 1, sizeof *v);
        if (!v)
            return NULL;
        r->rows = v;
    }
    r->slots[s] = (uint32_t)r->n + 1;
    r->rows[r->n] = (ipr_result){.period = period, .facet = facet};
    return &r->rows[r->n++];
}

/* Looking at one case. */

/* A case as of the day of the figures: what came later has not happened. */
static uint32_t happened(const pass *p, uint32_t at)
{
    return at <= p->as_of ? at : 0;
}

/* The first of the steps in mask, 0 if none; *which is its number. */
static uint32_t first_of(const pass *p, const ipr_case *c, unsigned mask, unsigned *which)
{
    uint32_t best = 0;
    for (unsigned i = 0; i < IPR_STEPS; i++) {
        uint32_t at = mask >> i & 1 ? happened(p, c->t[i]) : 0;
        if (at && (!best || at < best)) {
            best = at;
            *which = i;
        }
    }
    return best;
}

static bool allowed(const uint16_t *allow, uint32_t codes)
{
    for (unsigned i = 0; i < IPR_CODE_COUNT; i++) {
        uint32_t code = codes >> code_shift[i] & ((1u << code_bits[i]) - 1);
        if (allow[i] && !(allow[i] >> code & 1))
            return false;
    }
    return true;
}

static const ipr_case *parent_case(const pass *p, ipr_entity e, uint32_t parent)
{
    if (!parent)
        return NULL;
    const ipr_cases *cases = &p->t->cases[e];
    uint32_t i = ipr_names_find(&cases->ids, ipr_tally_word(p->t, parent));
    return i == IPR_NO_NAME ? NULL : ipr_case_at(cases, i);
}

static uint32_t facet_of(const pass *p, const ipr_plan *plan, const ipr_attrs *a)
{
    if (plan->facet == IPR_FACET_NONE)
        return 0;
    if (plan->facet >= IPR_FACET_CODES) {
        unsigned i = plan->facet - IPR_FACET_CODES;
        return a->codes >> code_shift[i] & ((1u << code_bits[i]) - 1);
    }
    if (plan->facet == IPR_FACET_PLACE)
        return a->place;
    if (plan->facet == IPR_FACET_PARTY)
        return a->party;
    const ipr_case *parent = parent_case(p, plan->parent, a->parent);
    if (!parent)
        return 0;
    return plan->facet == IPR_FACET_PARENT_PLACE ? parent->attrs.place : parent->attrs.party;
}

static int64_t worth(const ipr_plan *plan, const ipr_attrs *a)
{
    return plan->sum == IPR_SUM_COUNT    ? (int64_t)a->count
           : plan->sum == IPR_SUM_AMOUNT ? a->amount
                                         : 1;
}

/* Whether the steps that must come before the anchor did. */
static bool has_needs(const pass *p, const ipr_plan *plan, const ipr_case *c, uint32_t anchor)
{
    for (unsigned i = 0; i < IPR_STEPS; i++)
        if (plan->needs >> i & 1 && (!happened(p, c->t[i]) || c->t[i] > anchor))
            return false;
    return true;
}

static bool covers(const ipr_spans *s, uint32_t from, uint32_t to)
{
    size_t low = 0, high = s->n;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (s->v[mid].until > (int64_t)from - 1)
            high = mid;
        else
            low = mid + 1;
    }
    return low < s->n && s->v[low].from <= (int64_t)from - 1 && s->v[low].until > (int64_t)to - 1;
}

/* Seconds on the plan's clock from one step to another, pauses taken out. */
static int64_t elapsed(const pass *p, const ipr_plan *plan, const ipr_case *c, uint32_t from,
                       uint32_t to)
{
    int64_t all = ipr_calendar_between(plan->calendar, from, to);
    unsigned which;
    uint32_t stop = plan->pause ? first_of(p, c, plan->pause, &which) : 0;
    if (!stop || stop >= to || stop < from)
        return all;
    uint32_t go = plan->resume ? first_of(p, c, plan->resume, &which) : 0;
    if (!go || go < stop || go > to)
        go = to;
    return all - ipr_calendar_between(plan->calendar, stop, go);
}

/* Measures. Each adds one case to its row. */

static void see_outcome(const pass *p, const ipr_plan *plan, const ipr_case *c, ipr_result *row,
                        uint32_t anchor)
{
    unsigned which = 0;
    uint32_t done = first_of(p, c, plan->done | plan->drop, &which);
    if (!done) {
        row->open++;
    } else if (done < anchor) {
        row->unknown++;
    } else if (!(plan->drop >> which & 1)) {
        row->den++;
        row->num += plan->hit >> which & 1;
    }
}

static void see_within(const pass *p, const ipr_plan *plan, const ipr_case *c, ipr_result *row,
                       uint32_t anchor)
{
    unsigned which = 0;
    uint32_t done = first_of(p, c, plan->done | plan->drop, &which);
    if (!done) {
        bool late = elapsed(p, plan, c, anchor, p->as_of) > plan->limit;
        row->den += late;
        row->open += !late;
    } else if (done < anchor) {
        row->unknown++;
    } else if (!(plan->drop >> which & 1)) {
        row->den++;
        row->num += elapsed(p, plan, c, anchor, done) <= plan->limit;
    }
}

/* Nothing of `hit` before the anchor: known only where every such event was recorded from
 * the case's beginning (step 0, if it is known) to the anchor. */
static void see_before(const pass *p, const run *r, const ipr_case *c, ipr_result *row,
                       uint32_t anchor)
{
    unsigned which;
    uint32_t begin = happened(p, c->t[0]);
    if (!covers(&r->covered, begin ? begin : anchor, anchor) || begin > anchor) {
        row->unknown++;
        return;
    }
    uint32_t hit = first_of(p, c, r->plan->hit, &which);
    row->den++;
    row->num += !(hit && hit < anchor);
}

static void see_after(const pass *p, const run *r, const ipr_case *c, ipr_result *row,
                      uint32_t anchor)
{
    unsigned which;
    uint32_t hit = first_of(p, c, r->plan->hit, &which);
    if (!covers(&r->covered, anchor, anchor) || (hit && hit < anchor)) {
        row->unknown++;
        return;
    }
    row->den++;
    row->num += hit != 0;
}

static bool see_duration(const pass *p, run *r, const ipr_case *c, ipr_result *row, uint32_t anchor)
{
    unsigned which = 0;
    uint32_t done = first_of(p, c, r->plan->done | r->plan->drop, &which);
    if (!done) {
        row->open++;
    } else if (done < anchor) {
        row->unknown++;
    } else if (!(r->plan->drop >> which & 1)) {
        row->den++;
        return ipr_durations_add(&r->durations, (size_t)(row - r->rows),
                                 (uint32_t)elapsed(p, r->plan, c, anchor, done));
    }
    return true;
}

static bool add_stock(pass *p, run *r, uint32_t facet, uint32_t at, int64_t n)
{
    ipr_result *row = at ? row_of(p, r, period_at(p, at), facet) : NULL;
    if (row)
        row->num = ipr_plus(row->num, n);
    return row || !at;
}

/* In at step 0, out at step 1; what hangs on a parent goes when the parent does. */
static bool see_stock(pass *p, run *r, const ipr_case *c)
{
    const ipr_plan *plan = r->plan;
    uint32_t facet = facet_of(p, plan, &c->attrs);
    uint32_t in = happened(p, c->t[0]), out = happened(p, c->t[1]), gone = 0;
    const ipr_case *parent =
        plan->with_parent ? parent_case(p, plan->parent, c->attrs.parent) : NULL;
    int64_t n = worth(plan, &c->attrs), net;
    if (parent)
        gone = happened(p, parent->t[1]);
    if (gone && in > gone)
        in = 0;
    if (gone && out > gone)
        out = 0;
    if (!plan->with_parent && !in)
        out = 0;
    r->cases++;
    net = (in ? n : 0) - (out ? n : 0);
    return add_stock(p, r, facet, in, n) && add_stock(p, r, facet, out, -n) &&
           (!net || add_stock(p, r, facet, gone, -net));
}

static bool see_case(pass *p, run *r, const ipr_case *c)
{
    const ipr_plan *plan = r->plan;
    unsigned which;
    if (!allowed(plan->allow, c->attrs.codes))
        return true;
    if (plan->measure == IPR_MEASURE_STOCK)
        return see_stock(p, r, c);
    uint32_t anchor = first_of(p, c, plan->anchor, &which);
    if (!anchor)
        return true;
    ipr_result *row = row_of(p, r, period_at(p, anchor), facet_of(p, plan, &c->attrs));
    if (!row)
        return false;
    r->cases++;
    if (!has_needs(p, plan, c, anchor)) {
        row->unknown++;
        return true;
    }
    switch (plan->measure) {
    case IPR_MEASURE_COUNT:
        row->num = ipr_plus(row->num, worth(plan, &c->attrs));
        break;
    case IPR_MEASURE_OUTCOME:
        see_outcome(p, plan, c, row, anchor);
        break;
    case IPR_MEASURE_WITHIN:
        see_within(p, plan, c, row, anchor);
        break;
    case IPR_MEASURE_BEFORE:
        see_before(p, r, c, row, anchor);
        break;
    case IPR_MEASURE_AFTER:
        see_after(p, r, c, row, anchor);
        break;
    case IPR_MEASURE_WHERE:
        row->den++;
        row->num += allowed(plan->allow_hit, c->attrs.codes);
        break;
    case IPR_MEASURE_QUANTILE:
        return see_duration(p, r, c, row, anchor);
    case IPR_MEASURE_EVENTS:
    case IPR_MEASURE_STOCK:
    case IPR_MEASURE_DISTINCT:
    case IPR_MEASURE_COUNT_:
        break;
    }
    return true;
}

static bool see_cases(pass *p, ipr_entity e)
{
    const ipr_cases *cases = &p->t->cases[e];
    size_t n = 0;
    for (size_t i = 0; i < p->n; i++)
        if (p->runs[i].plan->entity == e && p->runs[i].plan->measure != IPR_MEASURE_EVENTS &&
            p->runs[i].plan->measure != IPR_MEASURE_DISTINCT)
            p->mine[n++] = &p->runs[i];
    for (size_t i = 0; n && i < cases->ids.n; i++)
        for (size_t k = 0; k < n; k++)
            if (!see_case(p, p->mine[k], ipr_case_at(cases, i)))
                return false;
    return true;
}

/* Cells: every row of a kind (EVENTS), or the rows without an id (COUNT). */
static bool see_cell(pass *p, run *r, const ipr_cell *c)
{
    const ipr_plan *plan = r->plan;
    bool events = plan->measure == IPR_MEASURE_EVENTS;
    if (c->key.kind >> 1 != (uint32_t)plan->kind || !allowed(plan->allow, c->key.codes))
        return true;
    if (!events && (plan->measure != IPR_MEASURE_COUNT || !(c->key.kind & 1)))
        return true;
    int64_t begin = (int64_t)c->key.day * IPR_DAY_SECONDS - p->t->options.offset;
    if (begin >= (int64_t)p->as_of)
        return true;
    ipr_attrs a = {.place = c->key.place, .codes = c->key.codes & IPR_CODES_MASK};
    ipr_result *row =
        row_of(p, r, p->periods[c->key.day < DAYS ? c->key.day : DAYS - 1], facet_of(p, plan, &a));
    if (!row)
        return false;
    r->cases += (uint64_t)c->rows;
    row->num = ipr_plus(row->num, plan->sum == IPR_SUM_COUNT    ? c->count
                                  : plan->sum == IPR_SUM_AMOUNT ? c->amount
                                                                : c->rows);
    return true;
}

static bool see_cells(pass *p)
{
    for (size_t i = 0; i < p->n; i++) {
        ipr_measure m = p->runs[i].plan->measure;
        if (m != IPR_MEASURE_EVENTS && m != IPR_MEASURE_COUNT)
            continue;
        for (size_t k = 0; k < p->t->cell_count; k++)
            if (!see_cell(p, &p->runs[i], &p->t->cells[k]))
                return false;
    }
    return true;
}

/* The sketches of a plan's kind, months of one period merged. They are sorted by month. */
static bool see_sketches(pass *p, run *r)
{
    ipr_hll *all = ipr_calloc(p->env, 1, sizeof *all);
    ipr_result *row = NULL;
    bool ok = all != NULL;
    for (size_t i = 0; ok && i < p->t->distinct_count; i++) {
        const ipr_distinct *d = &p->t->distinct[i];
        int64_t day = ipr_day_of(d->month / 12, d->month % 12 + 1, 1);
        if (d->kind != (uint32_t)r->plan->kind || day < 0 || day >= DAYS ||
            day * IPR_DAY_SECONDS - p->t->options.offset >= (int64_t)p->as_of)
            continue;
        if (!row || row->period != p->periods[day])
            memset(all, 0, sizeof *all);
        row = row_of(p, r, p->periods[day], 0);
        ok = row != NULL;
        ipr_hll_merge(all, &d->hll);
        if (ok)
            row->num = (int64_t)ipr_hll_count(all);
    }
    ipr_free(p->env, all, sizeof *all);
    return ok;
}

static bool see_all_sketches(pass *p)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->runs[i].plan->measure == IPR_MEASURE_DISTINCT && !see_sketches(p, &p->runs[i]))
            return false;
    return true;
}

/* Finishing. */

static void make_quantiles(run *r)
{
    if (r->plan->measure != IPR_MEASURE_QUANTILE)
        return;
    for (size_t i = 0; i < r->n; i++)
        r->rows[i].num = ipr_durations_quantile(&r->durations, i, r->plan->permille);
}

typedef struct row_order {
    const ipr_tally *t;
    const run *r;
} row_order;

static int order_rows(const void *ctx, uint32_t x, uint32_t y)
{
    const row_order *o = ctx;
    const ipr_result *a = &o->r->rows[x], *b = &o->r->rows[y];
    if (a->period != b->period)
        return a->period < b->period ? -1 : 1;
    return ipr_str_cmp(ipr_tally_facet(o->t, o->r->plan, a->facet),
                       ipr_tally_facet(o->t, o->r->plan, b->facet));
}

static bool finish(pass *p, run *r, ipr_results *out)
{
    row_order o = {p->t, r};
    uint32_t *order;
    make_quantiles(r);
    if (ipr_sorted(p->env, r->n, order_rows, &o, &order))
        return false;
    out->v = ipr_alloc(p->env, r->n * sizeof *out->v);
    out->n = out->v ? r->n : 0;
    for (size_t i = 0; i < out->n; i++)
        out->v[i] = r->rows[order[i]];
    ipr_free(p->env, order, r->n * sizeof *order);
    out->cases = r->cases;
    out->covered = r->covered.n > 0;
    out->rows = p->t->with_id[r->plan->kind];
    return out->n == r->n;
}

static void run_fini(pass *p, run *r)
{
    ipr_durations_fini(&r->durations);
    ipr_free(p->env, r->rows, r->cap * sizeof *r->rows);
    ipr_free(p->env, r->slots, r->slot_count * sizeof *r->slots);
    ipr_free(p->env, r->covered.v, r->covered.cap * sizeof *r->covered.v);
}

static bool join_coverage(pass *p, run *r)
{
    int kinds[] = {(int)r->plan->kind, IPR_KIND_COUNT};
    for (int k = 0; k < 2; k++) {
        const ipr_spans *s = &p->t->coverage[kinds[k]];
        for (size_t i = 0; i < s->n; i++)
            if (ipr_spans_add(p->env, &r->covered, s->v[i]))
                return false;
    }
    return true;
}

static bool pass_init(pass *p, const ipr_plan *plans, ipr_period period)
{
    p->periods = ipr_alloc(p->env, DAYS * sizeof *p->periods);
    p->runs = ipr_calloc(p->env, p->n, sizeof *p->runs);
    p->mine = ipr_alloc(p->env, p->n * sizeof *p->mine);
    if (!p->periods || (p->n && (!p->runs || !p->mine)))
        return false;
    for (int64_t day = 0; day < DAYS; day++)
        p->periods[day] = (uint16_t)period_of_day(period, day);
    for (size_t i = 0; i < p->n; i++) {
        p->runs[i].plan = &plans[i];
        ipr_durations_init(&p->runs[i].durations, p->env, plans[i].sketch);
    }
    for (size_t i = 0; i < p->n; i++)
        if (!join_coverage(p, &p->runs[i]))
            return false;
    return true;
}

ipr_status ipr_tally_run(const ipr_tally *t, const ipr_plan *plans, size_t n, ipr_period period,
                         int64_t as_of, ipr_results *out)
{
    pass p = {.t = t, .env = t->env, .n = n};
    p.as_of = as_of < 0 ? 0 : as_of >= UINT32_MAX ? UINT32_MAX : (uint32_t)as_of + 1;
    memset(out, 0, n * sizeof *out);
    bool ok = pass_init(&p, plans, period);
    for (int e = 0; ok && e < IPR_ENTITY_COUNT; e++)
        ok = see_cases(&p, (ipr_entity)e);
    ok = ok && see_cells(&p) && see_all_sketches(&p);
    for (size_t i = 0; ok && i < n; i++)
        ok = finish(&p, &p.runs[i], &out[i]);
    for (size_t i = 0; p.runs && i < n; i++)
        run_fini(&p, &p.runs[i]);
    for (size_t i = 0; !ok && i < n; i++)
        ipr_results_fini(p.env, &out[i]);
    ipr_free(p.env, p.runs, n * sizeof *p.runs);
    ipr_free(p.env, p.mine, n * sizeof *p.mine);
    ipr_free(p.env, p.periods, DAYS * sizeof *p.periods);
    return ok ? IPR_OK : IPR_ENOMEM;
}

void ipr_results_fini(ipr_env *env, ipr_results *r)
{
    ipr_free(env, r->v, r->n * sizeof *r->v);
    memset(r, 0, sizeof *r);
}

ipr_str ipr_tally_facet(const ipr_tally *t, const ipr_plan *plan, uint32_t facet)
{
    ipr_str value = {"", 0};
    if (plan->facet < IPR_FACET_CODES)
        return ipr_tally_word(t, facet);
    unsigned i = plan->facet - IPR_FACET_CODES;
    ipr_str column = {code_names[i], strlen(code_names[i])};
    ipr_code_name(column, facet << code_shift[i], &value);
    return value;
}
