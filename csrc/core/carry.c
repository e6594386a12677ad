/* SPDX-License-Identifier: MIT
 * carry.c: what headings and sentences leave for later ones: periods, bases, columns. */
#include "scan.h"

#include <string.h>

/* ---- what the text leaves behind ---- */

static void note_period(ipr_scan *s, const ipr_mention *m)
{
    ipr_context *c = s->ctx;
    if (c->periods == 0) {
        bool now = ipr_is(s, m->first, IPR_ROLE(RELATIVE)); /* told from the day of writing */
        c->only_at = now ? 0 : s->seg.tok[ipr_sentence(s, m->first)].start;
        c->only = m->period;
        c->periods = 1;
        return;
    }
    if (c->periods == 3 || ipr_period_same(&c->only, &m->period))
        return;
    if (ipr_period_year(&c->only) == ipr_period_year(&m->period) && !c->only.open &&
        !m->period.open && !m->period.interval && !c->only.interval) {
        ipr_period year = {0};
        year.from.year = (int16_t)ipr_period_year(&m->period);
        year.from.grain = c->only.from.grain == IPR_G_FISCAL ? IPR_G_FISCAL : IPR_G_YEAR;
        c->only = year;
        c->periods = 2;
        return;
    }
    c->periods = 3;
}

/* "(interviews in May)": an aside. */
static bool bracketed(const ipr_scan *s, const ipr_mention *m)
{
    for (size_t k = m->first, steps = 0; k > 0 && steps < 8; steps++) {
        k--;
        if (ipr_ch(s, k, '(') || ipr_ch(s, k, ')'))
            return ipr_ch(s, k, '(');
    }
    return false;
}

/* The one period a heading names beside asides; a heading that names two names none. */
static const ipr_mention *heading_mention(const ipr_scan *s)
{
    const ipr_mention *found = NULL;
    for (size_t i = 0; i < s->mentions; i++) {
        const ipr_mention *m = &s->mention[i];
        if (!m->period.from.grain || (m->flags & (IPR_M_PUBLISHED | IPR_M_BASE)))
            continue;
        if (found && bracketed(s, m))
            continue;
        if (found && !ipr_period_same(&found->period, &m->period))
            return NULL;
        found = m;
    }
    return found;
}

/* "Region    2019    2020": each cell below has the period of its head. */
static void date_cells(ipr_scan *s)
{
    ipr_context *c = s->ctx;
    uint32_t start = s->seg.tok[0].start;
    size_t label = start > 0 && strchr(" \t", s->text.p[start - 1]) ? 1 : 0;
    bool several = false;
    ipr_clear(c->dates, sizeof c->dates);
    for (size_t i = 0; i < s->mentions; i++) {
        size_t cell = ipr_cell_of(&s->seg, s->mention[i].first) + label;
        if (cell >= IPR_CELL_MAX || !s->mention[i].period.from.grain)
            continue;
        several = several ||
                  (c->dated && !ipr_period_same(&c->dates[c->dated - 1], &s->mention[i].period));
        c->dates[cell] = s->mention[i].period;
        c->dated = cell + 1;
    }
    c->dated = several ? c->dated : 0;
}

/* "Year    Cases received    Cases closed": each cell below measures what its head says. */
static void name_cells(ipr_scan *s)
{
    ipr_context *c = s->ctx;
    uint32_t start = s->seg.tok[0].start;
    size_t cell = start > 0 && strchr(" \t", s->text.p[start - 1]) ? 1 : 0;
    ipr_clear(c->cells, sizeof c->cells);
    ipr_clear(c->words, sizeof c->words);
    for (size_t i = 0; i < s->seg.n && cell < IPR_CELL_MAX; i++) {
        cell += ipr_opens_cell(&s->seg, i);
        if (cell >= IPR_CELL_MAX)
            break;
        ipr_set set = ipr_concepts(s, i, i + 1);
        if (!ipr_set_empty(&set)) {
            ipr_set_join(&c->cells[cell], &set);
            c->headed = cell + 1;
        }
        if (ipr_tok(s, i)->kind == IPR_T_WORD) {
            c->words[cell].start = c->words[cell].end ? c->words[cell].start : s->seg.tok[i].start;
            c->words[cell].end = s->seg.tok[i].end;
        }
    }
}

/* "|---|---|": nothing but signs. */
static bool only_signs(const ipr_scan *s)
{
    for (size_t i = 0; i < s->seg.n; i++)
        if (ipr_tok(s, i)->kind != IPR_T_PUNCT)
            return false;
    return true;
}

/* What the head of a heading's first phrase means: "Table 4. Number of | detentions, by product".
 */
static ipr_set head_of(const ipr_scan *s)
{
    const ipr_set none = {{0}};
    size_t k = 0, head = s->seg.n;
    while (k < s->seg.n && (!ipr_content(s, k) || ipr_is(s, k, IPR_ROLE(REF)) ||
                            ipr_meaning(s, k)->also & IPR_ALSO_MEASURE))
        k++;
    for (; k < s->seg.n && ipr_content(s, k) && !ipr_is(s, k, IPR_ROLE(VERB)); k++)
        head = k;
    bool han = s->seg.flags & IPR_F_HAN;
    return head < s->seg.n && !han ? ipr_meaning(s, head)->concepts : none;
}

/* The words of a heading and what they speak of; the head of a table under a heading that says
 * what is counted tells only of its columns. */
static void say_heading(ipr_scan *s)
{
    ipr_context *c = s->ctx;
    size_t last = s->seg.n - 1;
    c->heads = ipr_concepts(s, 0, s->seg.n);
    if (s->seg.table && !c->rows && !ipr_set_empty(&c->counted)) {
        ipr_set_join(&c->heads, &c->counted);
        return;
    }
    c->counted = head_of(s);
    c->parted = false;
    c->part = 0;
    c->head_span.start = s->seg.tok[0].start;
    c->head_span.end = s->seg.tok[s->seg.lead && last > 0 ? last - 1 : last].end;
}

static void set_heading(ipr_scan *s)
{
    ipr_context *c = s->ctx;
    if (only_signs(s))
        return;
    const ipr_mention *m = heading_mention(s);
    if (m) {
        c->heading = m->period;
        c->has_heading = true;
    } else if (s->seg.heading && !s->seg.lead && !s->seg.table) {
        c->heading = c->title; /* a new section, no more of the last one's time */
        c->has_heading = c->title.from.grain != IPR_G_NONE;
    }
    if (!c->titled && !s->seg.lead && !s->seg.table) {
        c->titled = true;
        if (m)
            c->title = m->period;
    }
    for (size_t i = 0; s->mention_flags & IPR_M_BASE && i < s->mentions; i++)
        /* "(changes on 2020)" */
        if ((s->mention[i].flags & IPR_M_BASE) && s->mention[i].period.from.grain) {
            c->basis = IPR_B_PERIOD;
            c->versus = s->mention[i].period;
        }
    c->lead = s->seg.lead;
    say_heading(s);
    if (!s->seg.table)
        c->above = c->heads;
    uint32_t start = s->seg.tok[0].start;
    c->dated = c->headed = 0;
    if (s->seg.table) {
        date_cells(s);
        name_cells(s);
    }
    if (ipr_heads_read(s->pack, &s->seg, &c->columns))
        c->columns.indented = start > 0 && strchr(" \t", s->text.p[start - 1]);
    else if (!s->seg.table)
        c->columns.n = 0;
    c->rows = false;
}

/* "All changes year on year.": a sentence without figures that states the basis. */
static void stated_basis(ipr_scan *s)
{
    if (!(s->seg.roles & IPR_ROLE(YOY)) || s->seg.bullet)
        return;
    for (size_t i = 0; i < s->seg.n; i++) {
        bool figures = false;
        if (!ipr_is(s, i, IPR_ROLE(YOY)))
            continue;
        size_t k = i;
        for (; k > 0 && !figures && !ipr_ch(s, k - 1, '.'); k--)
            figures = ipr_tok(s, k - 1)->kind == IPR_T_NUM;
        for (k = i; k < s->seg.n && !ipr_ch(s, k, '.'); k++)
            figures = figures || ipr_tok(s, k)->kind == IPR_T_NUM;
        if (!figures)
            s->ctx->basis = IPR_B_YOY;
        i = k;
    }
}

static void note_mentions(ipr_scan *s)
{
    s->mention_flags = 0;
    memset(s->mentioned, 0, s->seg.n + 2);
    for (size_t i = 0; i < s->mentions; i++) {
        s->mention_flags |= s->mention[i].flags;
        for (size_t k = s->mention[i].first; k <= s->mention[i].last; k++)
            s->mentioned[k] = (uint8_t)(i < 255 ? i + 1 : 255);
    }
}

void ipr_context_before(ipr_scan *s)
{
    ipr_context *c = s->ctx;
    const bool table = s->seg.table, bullet = s->seg.bullet, prose = !table & !bullet;
    s->moves = s->repeats = false;
    ipr_clear(s->of_base, sizeof s->of_base);
    stated_basis(s);
    note_mentions(s);
    c->has_last &= !(prose & s->seg.blank);
    c->dated = table ? c->dated : 0;
    c->headed = table ? c->headed : 0;
    if ((c->rows | (bullet & s->seg.blank & !c->lead)) & !table)
        c->columns.n = 0;                    /* the table is over */
    if (prose & c->lead & !s->seg.heading) { /* the list is over */
        c->lead = false;
        c->has_heading = false;
        memset(&c->heads, 0, sizeof c->heads);
        memset(&c->counted, 0, sizeof c->counted);
        c->head_span.end = c->head_span.start;
        c->columns.n = 0;
    }
}

/* "The inquiry began in May 2010": when a thing began is not what a text is about. */
static bool begins(const ipr_scan *s, const ipr_mention *m)
{
    size_t k = m->first;
    if (!(s->seg.roles & IPR_ROLE(TIMEMARK)))
        return false;
    while (k > 0 && ipr_is(s, k - 1, IPR_ROLE(IN) | IPR_ROLE(DET)))
        k--;
    return k > 0 && ipr_is(s, k - 1, IPR_ROLE(TIMEMARK)) &&
           ipr_meaning(s, k - 1)->time == IPR_TIME_BIRTH;
}

static bool taken(const ipr_scan *s, size_t mention)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->work[i].mention == mention + 1)
            return true;
    return false;
}

static void note_home(ipr_scan *s)
{
    for (size_t i = 0; s->seg.flags & IPR_F_HOME && i < s->seg.n && !s->ctx->home; i++)
        if (ipr_tok(s, i)->flags & IPR_F_HOME)
            s->ctx->home = ipr_meaning(s, i)->currency;
}

void ipr_context_after(ipr_scan *s)
{
    ipr_context *c = s->ctx;
    note_home(s);
    const ipr_mention *last = NULL;
    c->rows |= s->seg.table & (s->n > 0);
    if (!s->seg.bullet && !s->seg.table)
        c->earlier = s->seg.n > 120 ? ipr_concepts(s, s->seg.n - 120, s->seg.n)
                                    : c->recent[s->segments % IPR_RECENT];
    for (size_t i = 0; i < s->mentions; i++) {
        const ipr_mention *m = &s->mention[i];
        if ((m->flags & IPR_M_NAMED) && !c->named.from.grain)
            c->named = m->period;
        const bool own = !(m->flags & (IPR_M_BASE | IPR_M_ALONE)) & !s->of_base[i];
        if (!(own & ipr_mention_usable(s, m)))
            continue;
        if ((m->flags & IPR_M_SINCE) && !(ipr_mention_opens(s, m) && taken(s, i)))
            continue;
        if (m->period.from.grain == IPR_G_DAY && !s->seg.heading && !taken(s, i))
            continue; /* a day on which nothing was counted */
        if ((!m->period.instant || s->seg.heading) && !begins(s, m))
            note_period(s, m);
        if (!last || !ipr_mention_within(&last->period, &m->period))
            last = m;
    }
    if ((s->seg.lead | (s->seg.heading & (s->n == 0))) & !s->seg.bullet) {
        set_heading(s);
    } else if (last && !(c->has_last && ipr_mention_within(&c->last, &last->period))) {
        c->last = last->period;
        c->has_last = true;
    }
}

/* ---- the end of the text ---- */

static void settle_basis(ipr_metric *m)
{
    if (m->basis == IPR_B_HOH && m->period.from.grain == IPR_G_QUARTER)
        m->basis = IPR_B_QOQ; /* "the period before" of a quarter */
    if (m->basis != IPR_B_PERIOD)
        return;
    int year = ipr_period_year(&m->period), versus = ipr_period_year(&m->versus);
    bool years = m->versus.from.grain == m->period.from.grain;
    bool part = !m->period.interval && !m->versus.interval && years && year && versus;
    uint8_t last = m->period.from.grain == IPR_G_HALF      ? IPR_B_HOH
                   : m->period.from.grain == IPR_G_QUARTER ? IPR_B_QOQ
                                                           : IPR_B_NONE;
    int parts = last == IPR_B_HOH ? 2 : 4;
    if (part && last && (year - versus) * parts + m->period.from.part - m->versus.from.part == 1) {
        m->basis = last;
        memset(&m->versus, 0, sizeof m->versus);
        return;
    }
    years = years && m->versus.from.part == m->period.from.part;
    if (year && versus && year - versus == 1 && (years || m->versus.from.grain <= IPR_G_FISCAL)) {
        m->basis = IPR_B_YOY;
        memset(&m->versus, 0, sizeof m->versus);
    }
}

void ipr_context_finish(ipr_scan *s, ipr_metrics *out)
{
    const ipr_context *c = s->ctx;
    /* what stands before the one period has it only where that tells the days of it all */
    bool days = c->only.interval && c->only.from.grain == IPR_G_DAY;
    bool named = !c->periods && c->named.from.grain, one = c->periods == 1 || c->periods == 2;
    for (size_t i = s->pending; i < out->n; i++) {
        ipr_metric *m = &out->item[i];
        bool elsewhere = m->flags & IPR_X_ELSEWHERE;
        if (m->flags & IPR_X_LOCAL && c->home)
            m->currency = c->home;
        if (m->flags & IPR_X_PENDING &&
            (named || (one && !elsewhere && (days || m->span.start >= c->only_at))))
            m->period = named ? c->named : c->only;
        settle_basis(m);
    }
}
