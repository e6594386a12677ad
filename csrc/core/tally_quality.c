/* SPDX-License-Identifier: MIT
 * tally_quality.c: the span and coverage of the events, and what was unusual in them, worked
 * out from the state alone, so that it too does not depend on the order of the events. */
#include "tally_run.h"
#include "tally_state.h"

#include <string.h>

typedef struct teller {
    const ipr_tally *t;
    ipr_quality_fn fn;
    void *ud;
} teller;

static void tell(const teller *q, const char *code, const char *text, ipr_str what, uint64_t n)
{
    ipr_quality row = {code, text, what, n};
    if (n)
        q->fn(q->ud, &row);
}

static ipr_str c_str(const char *s)
{
    return (ipr_str){s, strlen(s)};
}

static ipr_status tell_counted(const teller *q, const ipr_counted *c, const char *code,
                               const char *text, uint64_t *told)
{
    uint32_t *order;
    *told = 0;
    if (ipr_names_sorted(&c->names, &order))
        return IPR_ENOMEM;
    for (size_t i = 0; i < ipr_counted_told(c); i++) {
        tell(q, code, text, ipr_names_get(&c->names, order[i]), c->n[order[i]]);
        *told += c->n[order[i]];
    }
    ipr_free(c->names.env, order, c->names.n * sizeof *order);
    return IPR_OK;
}

/* Names that are not ours, and what is known of those beyond max_unknown. */
static ipr_status tell_unknown(const teller *q)
{
    const ipr_tally *t = q->t;
    ipr_str none = {"", 0};
    uint64_t told;
    if (tell_counted(q, &t->kinds, "unknown_kind", "rows of an unknown kind", &told))
        return IPR_ENOMEM;
    tell(q, "unknown_kind", "rows of further unknown kinds", none,
         t->trouble[IPR_TROUBLE_unknown_kind] - told);
    if (tell_counted(q, &t->columns, "unknown_column", "files' columns that are not ours", &told))
        return IPR_ENOMEM;
    tell(q, "unknown_column", "from max_unknown on, files' further columns are not named", none,
         told && told == t->env->limits.max_unknown);
    return IPR_OK;
}

/* Kinds that may rightly come again for the same id. */
static bool repeats(ipr_kind k)
{
    return k == IPR_KIND_listing_sold || k == IPR_KIND_listing_relisted ||
           k == IPR_KIND_request_paused || k == IPR_KIND_request_resumed;
}

static uint64_t cases_with(const ipr_cases *cases, unsigned step)
{
    uint64_t n = 0;
    for (size_t i = 0; i < cases->ids.n; i++)
        n += ipr_case_at(cases, i)->t[step] != 0;
    return n;
}

static uint64_t same_sales(const ipr_cases *cases)
{
    uint64_t n = 0;
    for (size_t i = 0; i < cases->ids.n; i++)
        n += ipr_case_at(cases, i)->same;
    return n;
}

static void tell_duplicates(const teller *q)
{
    for (int k = 0; k < IPR_KIND_COUNT; k++) {
        const ipr_kind_row *row = ipr_kind_info((ipr_kind)k);
        const ipr_cases *cases = &q->t->cases[row->entity];
        uint64_t n = 0;
        if (k == IPR_KIND_listing_sold)
            n = same_sales(cases);
        else if (!repeats((ipr_kind)k) && k != IPR_KIND_coverage)
            n = q->t->with_id[k] - cases_with(cases, row->step);
        tell(q, "duplicated", "rows of a kind and id seen before", c_str(row->name), n);
    }
}

/* The step that must have come before a step of an entity; -1: none must. */
static int earlier_step(ipr_kind k)
{
    const ipr_kind_row *row = ipr_kind_info(k);
    if (k == IPR_KIND_listing_restored || k == IPR_KIND_listing_relisted)
        return 3;
    if (row->entity == IPR_ENTITY_listing || row->entity == IPR_ENTITY_brand || !row->step)
        return -1;
    return 0;
}

static void tell_orphans(const teller *q, ipr_kind k)
{
    const ipr_kind_row *row = ipr_kind_info(k);
    const ipr_cases *cases = &q->t->cases[row->entity];
    int before = earlier_step(k);
    uint64_t n = 0;
    for (size_t i = 0; before >= 0 && i < cases->ids.n; i++)
        n += ipr_case_at(cases, i)->t[row->step] && !ipr_case_at(cases, i)->t[before];
    tell(q, "unknown_id", "events of an id whose beginning is not known", c_str(row->name), n);
}

/* Cases whose step came before the one it must follow, or before the case began. */
static void tell_impossible(const teller *q, ipr_kind k)
{
    const ipr_kind_row *row = ipr_kind_info(k);
    const ipr_cases *cases = &q->t->cases[row->entity];
    int before = earlier_step(k);
    uint64_t n = 0;
    for (size_t i = 0; i < cases->ids.n; i++) {
        const uint32_t *t = ipr_case_at(cases, i)->t;
        uint32_t at = row->step ? t[row->step] : 0;
        n += at && (at < t[0] || (before >= 0 && at < t[before]));
    }
    tell(q, "impossible_time", "events before what they must follow", c_str(row->name), n);
}

/* Cases whose parent never began: a counter-notice without its request, an arrest without
 * its lead. */
static void tell_lost_parents(const teller *q, ipr_kind k, ipr_entity parent)
{
    const ipr_kind_row *row = ipr_kind_info(k);
    const ipr_cases *cases = &q->t->cases[row->entity], *over = &q->t->cases[parent];
    uint64_t n = 0;
    for (size_t i = 0; i < cases->ids.n; i++) {
        uint32_t ref = ipr_case_at(cases, i)->attrs.parent;
        if (!ref)
            continue;
        uint32_t at = ipr_names_find(&over->ids, ipr_tally_word(q->t, ref));
        n += at == IPR_NO_NAME || !ipr_case_at(over, at)->t[0];
    }
    tell(q, "unknown_parent", "events whose parent is not known", c_str(row->name), n);
}

ipr_status ipr_tally_quality(const ipr_tally *t, ipr_quality_fn fn, void *ud)
{
    teller q = {t, fn, ud};
    ipr_str none = {"", 0};
    for (int k = IPR_TROUBLE_none + 1; k < IPR_TROUBLE_COUNT; k++)
        if (k != IPR_TROUBLE_unknown_kind)
            tell(&q, ipr_trouble_name((ipr_trouble)k), ipr_trouble_text((ipr_trouble)k), none,
                 t->trouble[k]);
    if (tell_unknown(&q))
        return IPR_ENOMEM;
    tell(&q, "unknown_value", "attributes with a value that is not listed", none, t->odd_values);
    if (t->options.no_cases)
        return IPR_OK;
    tell_duplicates(&q);
    for (int k = 0; k < IPR_KIND_coverage; k++)
        tell_orphans(&q, (ipr_kind)k);
    for (int k = 0; k < IPR_KIND_coverage; k++)
        tell_impossible(&q, (ipr_kind)k);
    tell_lost_parents(&q, IPR_KIND_counter_notice_received, IPR_ENTITY_request);
    tell_lost_parents(&q, IPR_KIND_arrest, IPR_ENTITY_lead);
    tell_lost_parents(&q, IPR_KIND_facility_closed, IPR_ENTITY_lead);
    tell_lost_parents(&q, IPR_KIND_conviction, IPR_ENTITY_lead);
    tell_lost_parents(&q, IPR_KIND_case_value, IPR_ENTITY_lead);
    tell_lost_parents(&q, IPR_KIND_brand_added, IPR_ENTITY_member);
    return IPR_OK;
}

uint64_t ipr_tally_unused(const ipr_tally *t)
{
    uint64_t n = 0;
    for (int k = IPR_TROUBLE_none + 1; k < IPR_TROUBLE_COUNT; k++)
        n += t->trouble[k];
    return n;
}

uint64_t ipr_tally_rows(const ipr_tally *t)
{
    return t->trouble[IPR_TROUBLE_none] + ipr_tally_unused(t);
}

bool ipr_tally_span(const ipr_tally *t, int64_t *first, int64_t *last)
{
    *first = t->first;
    *last = t->last;
    return t->first <= t->last;
}

bool ipr_tally_covered(const ipr_tally *t, ipr_kind kind, int64_t *from, int64_t *until)
{
    const ipr_spans *spans[] = {&t->coverage[kind], &t->coverage[IPR_KIND_COUNT]};
    *from = INT64_MAX;
    *until = -1;
    for (int i = 0; i < 2; i++) {
        if (!spans[i]->n)
            continue;
        int64_t first = spans[i]->v[0].from, last = spans[i]->v[spans[i]->n - 1].until;
        *from = first < *from ? first : *from;
        *until = last > *until ? last : *until;
    }
    return *until >= 0;
}
