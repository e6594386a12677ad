/* SPDX-License-Identifier: MIT
 * place.c: which of the periods named in a text a value belongs to. */
#include "scan.h"

#include <string.h>

#define FAR 1000000
#define NEAR 120 /* tokens between a value and its period */

/* ---- the sentence ---- */

bool ipr_mention_usable(const ipr_scan *s, const ipr_mention *m)
{
    const unsigned never = IPR_M_PUBLISHED | (s->seg.heading ? 0 : IPR_M_NAMED);
    return (m->period.from.grain != IPR_G_NONE) & !(m->flags & never);
}

static int count_breaks(const ipr_scan *s, size_t a, size_t b)
{
    return ipr_count(&s->seg, IPR_N_BREAKS, a, b);
}

static bool has_verb(const ipr_scan *s, size_t a, size_t b)
{
    return ipr_next(&s->seg, IPR_N_VERBS, a, b) < b;
}

/* Quantities that end in [a, b). */
static int count_values(const ipr_scan *s, size_t a, size_t b)
{
    return b > a ? s->before[b].values - s->before[a].values : 0;
}

/* The mention is tied to a base of comparison: "in 2021" right behind it. */
static bool tied(const ipr_scan *s, const ipr_mention *m, const ipr_work *w)
{
    if (!s->moves)
        return false;
    size_t from = m->first > 4 ? m->first - 4 : 0;
    size_t i = s->before[from].values; /* the first quantity that ends behind `from` */
    for (; i < s->n && s->quantity[i].last < m->first; i++)
        if (&s->quantity[i] != w->q && s->work[i].base &&
            !count_breaks(s, s->quantity[i].last + 1, m->first))
            return true;
    return false;
}

/* ", and in 2010 53 countries": the mention opens a clause and speaks of what follows. */
static bool leads(const ipr_scan *s, const ipr_mention *m)
{
    size_t k = m->first;
    while (k > 0 && ipr_is(s, k - 1,
                           IPR_ROLE(IN) | IPR_ROLE(DET) | IPR_ROLE(OF) | IPR_ROLE(ENDOF) |
                               IPR_ROLE(INSTANT) | IPR_ROLE(BY)))
        k--;
    if (k > 0 && ipr_ch(s, k - 1, ';'))
        return true;
    if (m->last + 1 >= s->seg.n || ipr_tok(s, m->last + 1)->kind == IPR_T_PUNCT)
        return false;
    return k == 0 || k == ipr_sentence(s, m->first) || ipr_clause_break(s, k - 1) ||
           (ipr_is(s, k - 1, IPR_ROLE(AND)) && k < m->first);
}

/* "Since 2020 …" opens its sentence. */
bool ipr_mention_opens(const ipr_scan *s, const ipr_mention *m)
{
    size_t lo = ipr_sentence(s, m->first);
    bool han = ipr_tok(s, m->last)->flags & IPR_F_HAN; /* the word stands behind */
    bool opens = !count_values(s, lo, m->first);
    return (m->first < lo + 10 && ipr_is(s, lo, IPR_ROLE(SINCE))) || (han && opens);
}

/* "Since 2020" holds for the sentence that it opens, else for its own clause only. */
static bool reaches(const ipr_scan *s, const ipr_work *w, const ipr_mention *m, size_t a, size_t b)
{
    bool before = m->first < w->q->first;
    return ipr_mention_opens(s, m) || (!count_values(s, a, b) && count_breaks(s, a, b) <= before);
}

/* The size of a change, or a level told with what it rose or fell from. */
static bool moved(const ipr_scan *s, const ipr_work *w)
{
    const ipr_work *b = w > s->work ? w - 1 : w;
    return w->kind == IPR_CHANGE || (b->base && b->base_of == w - s->work);
}

/* "nine per cent since 2017 and eight for designs": said of the change before it. */
static bool versus_before(const ipr_scan *s, const ipr_mention *m)
{
    size_t i = s->before[m->first].values;
    return i > 0 && s->work[i - 1].since && s->work[i - 1].sent_lo == ipr_sentence(s, m->first);
}

/* "增长到 2025 年的 32.4%": the value that a mention leads to, or NULL. */
static const ipr_quantity *owner(const ipr_scan *s, const ipr_mention *m)
{
    size_t i = s->before[m->last].values;
    bool leads = (ipr_tok(s, m->last)->flags & IPR_F_HAN) && ipr_is(s, m->last + 1, IPR_ROLE(OF)) &&
                 i < s->n && s->quantity[i].first == m->last + 2;
    return leads ? &s->quantity[i] : NULL;
}

/* The mention belongs to another value, or to what w is compared with. */
static bool of_another(const ipr_scan *s, const ipr_work *w, const ipr_mention *m)
{
    const ipr_quantity *q = owner(s, m);
    return q ? q != w->q : tied(s, m, w);
}

static int cost(const ipr_scan *s, const ipr_work *w, const ipr_mention *m)
{
    size_t a, b;
    size_t behind = m->last + 1 + ipr_ch(s, m->last + 1, ',');
    bool told = (m->last < w->q->first) & ipr_is(s, behind, IPR_ROLE(CONJ) | IPR_ROLE(REL));
    if (m->first < w->sent_lo || m->first >= w->sent_hi || !ipr_mention_usable(s, m) ||
        ((m->flags & IPR_M_BASE) && !told) ||
        /* "against 2017, when there were 30" */ m->first > w->q->last + NEAR ||
        w->q->first > m->last + NEAR || of_another(s, w, m))
        return FAR;
    bool after = m->first > w->q->last;
    a = after ? w->q->last + 1 : m->last + 1;
    b = after ? m->first : w->q->first;
    if ((m->flags & IPR_M_SINCE) && (moved(s, w) || versus_before(s, m) || !reaches(s, w, m, a, b)))
        return FAR;
    if (after && leads(s, m))
        return FAR;
    int values = count_values(s, a, b);
    if (after && values && has_verb(s, a, b))
        return FAR;
    int c = (int)(b - a) + 4 * count_breaks(s, a, b) + (after ? 15 : 12) * values;
    /* "the 2018 budget": the year belongs to that noun */
    bool attribute =
        m->first > 0 && ipr_is(s, m->first - 1, IPR_ROLE(DET)) && ipr_content(s, m->last + 1);
    return c + (after ? 0 : 1) + (attribute ? 10 : 0);
}

static void take(ipr_work *w, const ipr_scan *s, size_t i)
{
    w->period = s->mention[i].period;
    w->own_period = true;
    w->mention = (uint32_t)i + 1;
}

/* "1 in 3 shoppers (34%) met one last year": one figure, one period: the nearer one. */
static void share_period(ipr_work *a, ipr_work *b)
{
    ipr_work *from = a->far <= b->far ? a : b, *to = from == a ? b : a;
    if (a->base || b->base || !from->own_period)
        return;
    to->period = from->period;
    to->mention = from->mention;
    to->own_period = true;
}

/* Is a mention so many tokens away too far to be better than the best so far? */
static bool too_far(uint32_t away, int best)
{
    return (int)away > (best < NEAR ? best : NEAR);
}

/* The best mention of the sentence for a value that is no base: outwards from the value
 * until the words between cost more than the best so far. Of equals the first counts. */
static void place_level(ipr_scan *s, ipr_work *w)
{
    int best = FAR;
    size_t lo = s->before[w->sent_lo].mentions, at = s->before[w->q->first].mentions;
    for (size_t i = s->before[w->lo].mentions;
         s->mention_flags & IPR_M_TODATE && i < s->before[w->hi].mentions; i++)
        w->todate = w->todate || (s->mention[i].flags & IPR_M_TODATE);
    for (size_t i = at; i > lo && !too_far(w->q->first - s->mention[i - 1].last, best); i--) {
        int c = s->of_base[i - 1] ? FAR : cost(s, w, &s->mention[i - 1]);
        if (c < FAR && c <= best) {
            best = c;
            take(w, s, i - 1);
        }
    }
    for (size_t i = at; i < s->before[w->sent_hi].mentions; i++) {
        if (too_far(s->mention[i].first - w->q->last, best))
            break;
        int c = s->of_base[i] ? FAR : cost(s, w, &s->mention[i]);
        if (c < best) {
            best = c;
            take(w, s, i);
        }
    }
    w->far = best;
}

/* "in 2025 from 30": the period before the word is another value's. */
static bool base_between(const ipr_scan *s, size_t lo, size_t hi)
{
    for (; lo < hi; lo++)
        if (ipr_is(s, lo, IPR_ROLE(BASE) | IPR_ROLE(FROM)))
            return true;
    return false;
}

/* A base takes only a period of its own: right behind it, or before it with a colon. */
static void place_base(ipr_scan *s, ipr_work *w)
{
    for (size_t i = 0; i < s->mentions; i++) {
        const ipr_mention *m = &s->mention[i];
        if ((m->flags & IPR_M_PRIOR) && m->first > w->q->last && m->first < w->hi &&
            m->first - w->q->last < 6) {
            w->prior = true;
            return;
        }
    }
    for (size_t i = 0; i < s->mentions; i++) {
        const ipr_mention *m = &s->mention[i];
        if (m->first < w->lo || m->first >= w->hi || of_another(s, w, m))
            continue;
        size_t gap = m->first > w->q->last ? m->first - w->q->last : w->q->first - m->last;
        if (gap > 7)
            continue;
        if (m->flags & IPR_M_PRIOR) {
            w->prior = true;
            return;
        }
        bool after = m->first > w->q->last;
        bool own = gap <= 3 && !base_between(s, m->last + 1, w->q->first);
        bool dated =
            ipr_mention_usable(s, m) || (after && m->period.from.grain && m->flags & IPR_M_NAMED);
        if (dated && (after || own || (m->flags & IPR_M_BASE))) {
            take(w, s, i);
            s->of_base[i] = after || (m->first > 0 && ipr_ch(s, m->first - 1, '('));
            if (after)
                return;
        }
    }
}

/* Is b a part of the year a, or told from it on? Then a stays what the text is about. */
bool ipr_mention_within(const ipr_period *a, const ipr_period *b)
{
    if (a->interval || a->instant || a->from.grain > IPR_G_FISCAL)
        return false;
    return b->open || (b->from.grain > IPR_G_FISCAL && a->from.year == b->from.year &&
                       (!b->interval || a->from.year == b->to.year));
}

/* What the sentences before mention lo were about: the last period that the text did not
 * name as a part of an earlier one, or looking back from a later one. */
static const ipr_mention *topic_before(const ipr_scan *s, const ipr_work *w, size_t lo)
{
    const ipr_mention *topic = NULL;
    for (size_t i = lo, steps = 0; i > 0 && steps < 8; i--, steps++) {
        const ipr_mention *m = &s->mention[i - 1];
        if (!ipr_mention_usable(s, m) | m->period.instant | s->of_base[i - 1] |
                ((m->flags & (IPR_M_BASE | IPR_M_PRIOR | IPR_M_ALONE)) != 0) ||
            tied(s, m, w) || ((m->flags & IPR_M_SINCE) && !ipr_mention_opens(s, m)))
            continue;
        bool back = topic && ipr_period_year(&topic->period) < ipr_period_year(&m->period);
        if (!topic || back || ipr_mention_within(&m->period, &topic->period))
            topic = m;
    }
    return topic;
}

/* The first token of [lo, hi) that tells this time, IPR_TIME_ANY or _NOW; hi if none does. */
static size_t next_time(const ipr_scan *s, int time, size_t lo, size_t hi)
{
    while ((lo = ipr_next(&s->seg, IPR_N_TIMES, lo, hi)) < hi && ipr_meaning(s, lo)->time != time)
        lo++;
    return lo;
}

/* "costs 9 billion each year", "risk a fine of 300": said of no time, in the value's clause and
 * not too far, behind it before another verb. */
static bool timeless(const ipr_scan *s, const ipr_work *w)
{
    size_t first = w->q->first, behind = w->q->last + 1;
    size_t lo = first - w->sent_lo > 24 ? first - 24 : w->sent_lo;
    size_t hi = w->sent_hi > behind + 24 ? behind + 24 : w->sent_hi;
    lo = ipr_behind(&s->seg, IPR_N_BREAKS, lo, first);
    if (next_time(s, IPR_TIME_ANY, lo, first) < first)
        return true;
    hi = ipr_next(&s->seg, IPR_N_BREAKS, behind, hi);
    size_t at = next_time(s, IPR_TIME_ANY, behind, hi);
    for (size_t k = behind; at < hi && k < at; k++)
        if (ipr_is(s, k, IPR_ROLE(AUX)))
            return false;
    return at < hi;
}

/* The period of its column's head, unless the cell itself names one; what other cells name
 * ("Source: annual report 2025") is not the value's. */
static bool dated_by_column(const ipr_scan *s, ipr_work *w)
{
    const ipr_context *c = s->ctx;
    size_t cell = c->dated && s->seg.table ? ipr_cell_of(&s->seg, w->q->first) : IPR_CELL_MAX;
    if (cell >= c->dated || !c->dates[cell].from.grain)
        return false;
    if (w->own_period && ipr_cell_of(&s->seg, s->mention[w->mention - 1].first) == cell)
        return false;
    w->period = c->dates[cell];
    return true;
}

/* "18 per cent now": said of the time of writing, whatever the other clauses tell of. */
static bool of_now(const ipr_scan *s, const ipr_work *w)
{
    const ipr_mention *m = w->mention ? &s->mention[w->mention - 1] : NULL;
    if (m && m->first >= w->clause_lo && m->first < w->clause_hi)
        return false;
    return next_time(s, IPR_TIME_NOW, w->clause_lo, w->clause_hi) < w->clause_hi;
}

/* The period that opens the sentence of w, or its part behind a semicolon, before it; NULL if none
 * does, w has its own from there on, or no period is told by another. */
static const ipr_mention *opening(const ipr_scan *s, const ipr_work *w)
{
    size_t lo = w->q->first;
    if (!(s->seg.roles & (IPR_ROLE(PRIOR) | IPR_ROLE(RELATIVE))) || w->base)
        return NULL;
    while ((lo = ipr_behind(&s->seg, IPR_N_STOPS, w->sent_lo, lo)) > w->sent_lo &&
           !ipr_ch(s, lo - 1, ';'))
        lo--;
    size_t i = s->before[lo].mentions;
    const ipr_mention *m = &s->mention[i];
    bool opens = i < s->mentions && m->first < w->q->first && m->first <= lo + 2;
    bool own = w->own_period && s->mention[w->mention - 1].first >= lo;
    return opens && !own && (m->first == lo || ipr_is(s, lo, IPR_ROLE(IN))) ? m : NULL;
}

/* Does the sentence of w name a report? */
static bool names_report(const ipr_scan *s, const ipr_work *w)
{
    size_t i = s->before[w->sent_lo].mentions, hi = s->before[w->sent_hi].mentions;
    if (!(s->mention_flags & IPR_M_NAMED) || s->seg.heading)
        return false;
    while (i < hi && !(s->mention[i].flags & IPR_M_NAMED))
        i++;
    return i < hi;
}

static void from_context(const ipr_scan *s, ipr_work *w)
{
    const ipr_context *c = s->ctx;
    bool times = s->seg.noted & IPR_NOTE(TIMES) && !w->base;
    bool now = times && of_now(s, w);
    bool always = now || (times && !w->own_period && timeless(s, w));
    if (now && w->own_period) {
        memset(&w->period, 0, sizeof w->period);
        w->own_period = false;
        w->mention = 0;
    }
    if (dated_by_column(s, w))
        return;
    const ipr_mention *m = opening(s, w);
    if (m && !m->period.from.grain && ipr_is(s, m->first, IPR_ROLE(RELATIVE))) {
        /* "Last year 1,100 were added": a text that does not say when it was written */
        w->own_period = false;
        w->mention = 0;
        memset(&w->period, 0, sizeof w->period);
        w->todate = true;
        return;
    }
    bool back = m && m->flags & IPR_M_PRIOR; /* "In the previous year, there were 155" */
    if (back & w->own_period)
        w->period = ipr_period_shift(w->period, -1);
    if (w->own_period | w->todate | w->base)
        return;
    if (always && !c->has_heading) {
        w->todate = true;
        return;
    }
    w->elsewhere = names_report(s, w);
    if (w->elsewhere)
        return;
    const ipr_mention *earlier = topic_before(s, w, s->before[w->sent_lo].mentions);
    if (c->has_heading && (!c->heading.instant || s->seg.bullet || s->seg.table))
        w->period = c->heading;
    else if (earlier)
        w->period = earlier->period;
    else if (c->has_last && !c->last.instant)
        w->period = c->last;
    if (back && w->period.from.grain)
        w->period = ipr_period_shift(w->period, -1);
}

/* The period that one compared on a basis is compared with. */
static ipr_period one_back(ipr_period p, uint8_t basis)
{
    int parts = basis == IPR_B_HOH && p.from.grain == IPR_G_HALF      ? 2
                : basis == IPR_B_QOQ && p.from.grain == IPR_G_QUARTER ? 4
                                                                      : 0;
    if (!parts)
        return ipr_period_shift(p, -1);
    bool first = p.from.part == 1;
    p.from.part = (int8_t)(first ? parts : p.from.part - 1);
    p.from.year = (int16_t)(p.from.year - first);
    return p;
}

/* A base without a period of its own is one year, half or quarter back, as it is compared. */
static void place_prior(ipr_scan *s, size_t i)
{
    ipr_work *w = &s->work[i];
    if (!w->base || w->own_period)
        return;
    const ipr_work *level = w->base_of >= 0 ? &s->work[w->base_of] : NULL;
    uint8_t basis = !level ? IPR_B_NONE : w->prior ? IPR_B_YOY : level->basis;
    if (basis && basis != IPR_B_PERIOD && level->period.from.grain)
        w->period = one_back(level->period, basis);
    else if (level && level->has_versus)
        w->period = level->versus;
    w->prior = w->prior || (level && level->basis == IPR_B_YOY);
}

/* The years that a list tells of "respectively": as many as it has members. */
static bool years_of(const ipr_period *p, size_t n)
{
    return p->interval && p->from.grain == IPR_G_YEAR && p->to.year - p->from.year + 1 == (int)n;
}

static void take_year(ipr_work *w, int year)
{
    memset(&w->period, 0, sizeof w->period);
    w->period.from.year = (int16_t)year;
    w->period.from.grain = IPR_G_YEAR;
}

/* "in 2020 to 2022 … 5, 6 and 7, respectively": to each value its own year, of as many
 * years as values, or of as many periods as stand before them. */
static void place_nth(ipr_scan *s, size_t i)
{
    ipr_work *w = &s->work[i];
    if (!w->nth || !w->mention)
        return;
    const ipr_mention *m = &s->mention[w->mention - 1];
    size_t first = s->work[i + 1 - w->nth].q->first, n = w->of_nth;
    size_t lo = s->before[w->sent_lo].mentions, hi = s->before[first].mentions;
    if (years_of(&m->period, n))
        take_year(w, m->period.from.year + w->nth - 1);
    else if (hi - lo == n && ipr_mention_usable(s, &s->mention[lo + w->nth - 1u]))
        take(w, s, lo + w->nth - 1u);
}

/* A later list of the paragraph, which names no years: those of the list before it. */
static void place_nth_again(ipr_scan *s, ipr_work *w)
{
    size_t at = s->before[w->q->first].mentions;
    for (size_t i = at; w->nth && !w->own_period && i > 0 && at - i < 8; i--)
        if (years_of(&s->mention[i - 1].period, w->of_nth)) {
            take_year(w, s->mention[i - 1].period.from.year + w->nth - 1);
            return;
        }
}

/* The span of a change that w takes as its period, or NULL. */
static ipr_mention *span_of(ipr_scan *s, const ipr_work *w)
{
    ipr_mention *m = w->mention && !w->nth ? &s->mention[w->mention - 1] : NULL;
    bool span = m && (m->flags & IPR_M_SPAN) && m->period.interval;
    return span && m->period.to.grain <= IPR_G_QUARTER && (w->base || w->direction) ? m : NULL;
}

/* "doubled between 2019 and 2021": the change is one to the second, from the first;
 * and so is what the text goes on to say. */
static void split_spans(ipr_scan *s)
{
    for (size_t i = 0; i < s->n; i++) {
        ipr_work *w = &s->work[i];
        const ipr_mention *m = span_of(s, w);
        if (!m)
            continue;
        ipr_period from = {.from = m->period.from}, to = {.from = m->period.to};
        w->period = w->base ? from : to;
        if (w->base || w->basis)
            continue;
        w->basis = IPR_B_PERIOD;
        w->versus = from;
        w->has_versus = true;
    }
    for (size_t i = 0; i < s->n; i++) {
        ipr_mention *m = span_of(s, &s->work[i]);
        if (m && !s->work[i].base)
            m->period = s->work[i].period;
    }
}

/* A base "in the same months of 2019" has the months of its level. */
static void place_same(ipr_scan *s, size_t i)
{
    ipr_work *w = &s->work[i];
    const ipr_mention *m = w->mention ? &s->mention[w->mention - 1] : NULL;
    if (!m || !(m->flags & IPR_M_SAME) || w->base_of < 0)
        return;
    const ipr_period *level = &s->work[w->base_of].period;
    int year = ipr_period_year(level);
    if (year)
        w->period = ipr_period_shift(*level, ipr_period_year(&m->period) - year);
}

/* A level compared with a base: the base's period is what it is compared with. */
static void basis_from_base(ipr_scan *s, size_t i)
{
    const ipr_work *b = &s->work[i];
    if (!b->base || b->base_of < 0)
        return;
    ipr_work *w = &s->work[b->base_of];
    if (!w->direction || w->basis || w->has_versus)
        return;
    if (b->prior) {
        w->basis = IPR_B_YOY;
    } else if (b->own_period && b->period.from.grain) {
        w->basis = IPR_B_PERIOD;
        w->versus = b->period;
        w->has_versus = true;
    }
}

void ipr_work_place(ipr_scan *s, size_t i)
{
    place_level(s, &s->work[i]);
    from_context(s, &s->work[i]);
}

/* The periods that bases took are nobody else's. */
static void mark_bases(ipr_scan *s)
{
    ipr_clear(s->of_base, sizeof s->of_base);
    for (size_t k = 0; k < s->n; k++)
        if (s->work[k].base && s->work[k].mention)
            s->of_base[s->work[k].mention - 1] = true;
}

/* What a segment in which something moves tells of bases, once its levels have their periods. */
static void settle_bases(ipr_scan *s)
{
    for (size_t i = 0; i < s->n; i++) {
        place_same(s, i);
        place_prior(s, i);
        basis_from_base(s, i);
    }
    ipr_work_basis_shared(s);
    for (size_t i = 0; i < s->n; i++)
        if (!s->work[i].period.from.grain)
            place_prior(s, i);
}

void ipr_work_periods(ipr_scan *s)
{
    const bool nth = s->seg.roles & IPR_ROLE(RESPECTIVELY);
    for (size_t i = 0; s->moves && i < s->n; i++)
        if (s->work[i].base)
            place_base(s, &s->work[i]);
    for (size_t i = 0; i < s->n; i++)
        if (!s->work[i].base)
            place_level(s, &s->work[i]);
    for (size_t i = 1; s->repeats && i < s->n; i++)
        if (s->work[i].repeat)
            share_period(&s->work[i - 1], &s->work[i]);
    if (s->moves)
        mark_bases(s);
    for (size_t i = 0; nth && i < s->n; i++)
        place_nth(s, i);
    if (s->moves && s->mention_flags & IPR_M_SPAN)
        split_spans(s);
    for (size_t i = 0; i < s->n; i++)
        from_context(s, &s->work[i]);
    for (size_t i = 0; nth && i < s->n; i++)
        place_nth_again(s, &s->work[i]);
    if (s->moves)
        settle_bases(s);
}
