/* SPDX-License-Identifier: MIT
 * metric.c: drives one text through segments, periods, quantities and slots. */
#include "scan.h"

#include <string.h>

ipr_scan *ipr_scan_new(ipr_env *env)
{
    ipr_scan *s = ipr_calloc(env, IPR_AHEAD, sizeof *s);
    for (size_t i = 0; s && i < IPR_AHEAD; i++) {
        s[i].env = env;
        s[i].ctx = &s->context;
    }
    if (s)
        ipr_buf_init(&s->line, env);
    return s;
}

void ipr_scan_free(ipr_scan *s)
{
    if (s) {
        ipr_buf_fini(&s->line);
        ipr_free(s->env, s, IPR_AHEAD * sizeof *s);
    }
}

void ipr_metrics_init(ipr_metrics *m, ipr_env *env)
{
    memset(m, 0, sizeof *m);
    m->env = env;
}

void ipr_metrics_fini(ipr_metrics *m)
{
    if (m->env)
        ipr_free(m->env, m->item, m->cap * sizeof *m->item);
    memset(m, 0, sizeof *m);
}

/* ---- what is worth keeping ---- */

/* Is a duration what the clause tells ("took 2.5 years", "a term of 37 months", "against
 * three days"), not when something happened ("in 12 months")? */
static bool told(const ipr_scan *s, const ipr_quantity *q)
{
    size_t k = q->first;
    const uint64_t leads = IPR_ROLE(AUX) | IPR_ROLE(VERB) | IPR_ROLE(OF) | IPR_ROLE(TO) |
                           IPR_ROLE(BASE) | IPR_ROLE(UP) | IPR_ROLE(DOWN);
    return k > 0 && ipr_is(s, k - 1, leads);
}

/* Durations are metrics only where a key asks for them or they are the value told. */
static bool dropped(const ipr_scan *s, const ipr_work *w)
{
    const ipr_quantity *q = w->q;
    if (q->flags & IPR_Q_MODIFIER)
        return true;
    if (q->unit == IPR_U_DURATION && !told(s, q))
        return !w->row || !(s->pack->rows[w->row - 1].units & (1u << IPR_U_DURATION));
    return false;
}

static ipr_span bytes(const ipr_scan *s, uint32_t lo, uint32_t hi)
{
    ipr_span span = {0, 0};
    if (hi > lo && hi <= s->seg.n) {
        span.start = s->seg.tok[lo].start;
        span.end = s->seg.tok[hi - 1].end;
    }
    return span;
}

/* The work whose subject counts for w. */
static const ipr_work *named(const ipr_scan *s, const ipr_work *w)
{
    for (int i = 0; i < 8 && w->subj_hi == w->subj_lo && w->like >= 0; i++)
        w = &s->work[w->like];
    return w;
}

/* Does the subject say how a thing is measured? */
static bool measures(const ipr_scan *s, const ipr_work *w)
{
    for (uint32_t k = w->subj_lo; k < w->subj_hi; k++)
        if (ipr_meaning(s, k)->also & IPR_ALSO_MEASURE)
            return true;
    return false;
}

static void fill(const ipr_scan *s, const ipr_work *w, ipr_metric *m)
{
    const ipr_quantity *q = w->q;
    const ipr_work *n = named(s, w);
    ipr_clear(m, sizeof *m);
    m->span.start = q->start;
    m->span.end = q->end;
    m->value = q->value;
    m->high = q->high;
    m->mant = q->mant;
    m->exp = q->exp + q->scale;
    m->unit = q->unit;
    m->sub = q->sub;
    m->currency = q->unit == IPR_U_CURRENCY ? q->currency : 0;
    m->comparator = q->comparator;
    m->kind = w->kind;
    m->direction = w->base ? IPR_D_NONE : w->direction;
    m->basis = m->direction ? w->basis : IPR_B_NONE;
    m->flags =
        (uint16_t)((q->comparator == IPR_C_RANGE ? IPR_X_HIGH : 0) |
                   (q->flags & IPR_Q_INEXACT ? IPR_X_INEXACT : 0) | (w->base ? IPR_X_BASE : 0));
    if (ipr_is(s, q->last, IPR_ROLE(CURRENCY)) && ipr_meaning(s, q->last)->also & IPR_ALSO_LOCAL)
        m->flags |= IPR_X_LOCAL;
    m->period = w->period;
    if (!w->period.from.grain && !w->todate && !w->base)
        m->flags |= (uint16_t)(IPR_X_PENDING | (w->elsewhere ? IPR_X_ELSEWHERE : 0));
    if (m->basis == IPR_B_PERIOD && w->has_versus)
        m->versus = w->versus;
    m->row = w->row;
    if (w->row && s->pack->rows[w->row - 1].share)
        m->facet = bytes(s, w->facet_lo, w->facet_hi);
    m->subject = bytes(s, n->subj_lo, n->subj_hi);
    if (n->head != UINT32_MAX)
        m->head = bytes(s, n->head, n->head + 1);
    bool bare = m->subject.end == m->subject.start && (s->seg.bullet || s->seg.table);
    size_t cell = s->seg.table && s->ctx->headed ? ipr_cell_of(&s->seg, q->first) : IPR_CELL_MAX;
    bool column = w->column && !measures(s, n); /* "MSRP, shoes" says it better */
    if (cell < IPR_CELL_MAX && (bare || column))
        m->subject = s->ctx->words[cell];
    else if (bare || w->listed)
        m->subject = s->ctx->head_span;
    m->qualifier = bytes(s, w->qual_lo, w->qual_hi);
    m->sentence = bytes(s, w->sent_lo, w->sent_hi);
    m->segment = s->segments;
}

static ipr_status append(const ipr_scan *s, const ipr_work *w, ipr_metrics *out)
{
    ipr_metric *item = ipr_grow(s->env, out->item, &out->cap, out->n + 1, sizeof *item);
    if (!item)
        return IPR_ENOMEM;
    out->item = item;
    fill(s, w, &item[out->n++]);
    return IPR_OK;
}

static ipr_status keep(const ipr_scan *s, ipr_metrics *out)
{
    for (size_t i = 0; i < s->n; i++)
        if (!dropped(s, &s->work[i]) && append(s, &s->work[i], out))
            return IPR_ENOMEM;
    return IPR_OK;
}

static ipr_status keep_claims(ipr_scan *s, ipr_metrics *out)
{
    const ipr_work *w;
    for (size_t k = 0; (w = ipr_work_claim(s, &k));) {
        if (append(s, w, out))
            return IPR_ENOMEM;
        out->item[out->n - 1].kind = IPR_CLAIM;
    }
    return IPR_OK;
}

/* ---- the driver ---- */

/* Cuts the next segments from *pos; how many. Reads of them what no segment before them has a say
 * in, but for the year last named. */
static size_t cut(ipr_scan *s, size_t *pos)
{
    size_t n = 0;
    while (n < IPR_AHEAD && ipr_segment_next(s->pack, s->text, pos, &s[n].seg))
        n++;
    for (size_t i = 0; i < n; i++)
        s[i].mentions = ipr_period_find(s->pack, &s[i].seg, &s->cal, s[i].mention);
    for (size_t i = 0; i < n; i++)
        ipr_trap_mark(s->pack, s->text, &s[i].seg);
    return n;
}

static ipr_status read_segment(ipr_scan *s, bool claims, ipr_metrics *out)
{
    ipr_context_before(s);
    s->n =
        ipr_quantity_find(s->pack, s->text, &s->seg, &s->ctx->columns, s->quantity, &out->skipped);
    ipr_work_counts(s);
    ipr_topic_note(s);
    if (s->n || claims)
        ipr_work_bounds(s);
    if (s->n) {
        ipr_work_changes(s);
        ipr_work_subjects(s);
        ipr_work_pairs(s);
        ipr_work_periods(s);
        ipr_work_keys(s);
    }
    ipr_context_after(s);
    ipr_status st = keep(s, out);
    return st || !claims ? st : keep_claims(s, out);
}

/* Two bytes a character: byte order marks, or a NUL in every other place. */
static bool is_utf16(ipr_str text)
{
    if (text.n >= 2 && (memcmp(text.p, "\xFF\xFE", 2) == 0 || memcmp(text.p, "\xFE\xFF", 2) == 0))
        return true;
    size_t nuls = 0, n = text.n < 64 ? text.n : 64;
    for (size_t i = 0; i < n; i++)
        nuls += text.p[i] == 0;
    return n >= 4 && nuls * 3 > n;
}

ipr_status ipr_metric_scan(ipr_scan *s, const ipr_pack *pack, ipr_str text,
                           const ipr_metric_options *options, ipr_metrics *out, ipr_err *err)
{
    size_t pos = 0;
    if (is_utf16(text))
        return ipr_fail(err, IPR_EUTF16, 0, ipr_status_text(IPR_EUTF16));
    if (text.n > UINT32_MAX - 16)
        return ipr_fail(err, IPR_ELIMIT, 0, "a text over 4 GB");
    for (size_t i = 0; i < IPR_AHEAD; i++) {
        s[i].pack = pack;
        s[i].text = text;
    }
    ipr_clear(s->ctx, sizeof *s->ctx);
    memset(&s->cal, 0, sizeof s->cal);
    s->cal.doc = options->doc_date;
    s->pending = out->n;
    uint32_t segments = 0;
    for (size_t n; (n = cut(s, &pos)) > 0;)
        for (size_t i = 0; i < n; i++) {
            s[i].segments = segments++;
            if (read_segment(&s[i], options->claims, out))
                return ipr_fail(err, IPR_ENOMEM, s[i].seg.tok[s[i].seg.n - 1].end,
                                ipr_status_text(IPR_ENOMEM));
        }
    ipr_context_finish(s, out);
    return IPR_OK;
}
