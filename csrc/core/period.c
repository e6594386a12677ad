/* SPDX-License-Identifier: MIT
 * period.c: periods: dates completed, and what the words around them make of them. */
#include "date.h"

#include <string.h>

/* ---- completing ---- */

static int year_for(const finder *f, const ipr_day *d)
{
    const ipr_day *doc = &f->cal->doc;
    int last = d->grain == IPR_G_HALF ? d->part * 6 : d->grain == IPR_G_QUARTER ? d->part * 3 : 0;
    bool later = last ? last > doc->part + 1
                      : d->part > doc->part && (d->grain == IPR_G_MONTH || d->grain == IPR_G_DAY);
    bool last_before = doc->year && doc->part && later;
    int year = f->cal->last_year ? f->cal->last_year : doc->year;
    return year && year == doc->year ? year - last_before : year;
}

/* A month range that is a half, a quarter or a year gets that grain. */
static void canon(ipr_period *p)
{
    int a = p->from.part, b = p->to.part, y = p->from.year;
    bool days = p->from.grain == IPR_G_DAY && p->to.grain == IPR_G_DAY && p->from.day == 1 &&
                p->to.day == ipr_date_last_day(p->to.year, b);
    bool months = p->from.grain == IPR_G_MONTH && p->to.grain == IPR_G_MONTH;
    if (y != p->to.year || !(days || months))
        return;
    if (a == 1 && b == 12)
        p->from = ipr_date_make(y, IPR_G_YEAR, 0, 0);
    else if (b - a == 5 && a % 6 == 1)
        p->from = ipr_date_make(y, IPR_G_HALF, a / 6 + 1, 0);
    else if (b - a == 2 && a % 3 == 1)
        p->from = ipr_date_make(y, IPR_G_QUARTER, a / 3 + 1, 0);
    else
        return;
    p->interval = false;
}

/* The last day of a period, for "the end of". */
static ipr_day end_of(ipr_day d)
{
    if (d.grain == IPR_G_YEAR)
        return ipr_date_make(d.year, IPR_G_DAY, 12, 31);
    int month = d.grain == IPR_G_HALF ? d.part * 6 : d.grain == IPR_G_QUARTER ? d.part * 3 : d.part;
    if (d.grain == IPR_G_HALF || d.grain == IPR_G_QUARTER || d.grain == IPR_G_MONTH)
        return ipr_date_make(d.year, IPR_G_DAY, month, ipr_date_last_day(d.year, month));
    return d;
}

static void complete(const finder *f, ipr_mention *m)
{
    ipr_period *p = &m->period;
    if (p->interval && p->to.year && !p->from.year)
        p->from.year = (int16_t)(p->to.year - (p->from.part > p->to.part));
    if (!p->from.year && p->from.grain > IPR_G_FISCAL) /* "last year" of no known one stays open */
        p->from.year = (int16_t)year_for(f, &p->from);
    if (p->interval && !p->to.year)
        p->to.year = (int16_t)(p->from.year + (p->to.part < p->from.part));
    if (!p->from.year) {
        p->from.grain = IPR_G_NONE;
        return;
    }
    if (p->interval)
        canon(p);
}

/* ---- what stands around a mention ---- */

#define NEAR 9 /* tokens before a mention that are looked at */

/* ", launched in 2019," or "which was launched in 2019": a clause that tells an age. */
static bool born(const finder *f, size_t k)
{
    if (!is_mark(f, k, IPR_TIME_BIRTH))
        return false;
    size_t lo = k;
    for (int steps = 0; lo > 0 && steps < 9 && f->seg->tok[lo - 1].kind == IPR_T_WORD; steps++)
        lo--;
    if (lo < k && lo > 0 && ipr_tok_ch(f->seg, lo - 1, ',') && is(f, lo, IPR_ROLE(CONJ)))
        return true; /* ", which five firms founded in 2002," */
    return k == 0 || f->seg->tok[k - 1].kind == IPR_T_PUNCT ||
           is(f, k - 1, IPR_ROLE(REL) | IPR_ROLE(CONJ)) ||
           (k > 1 && is(f, k - 1, IPR_ROLE(AUX)) && is(f, k - 2, IPR_ROLE(REL) | IPR_ROLE(CONJ)));
}

/* Words before the mention: as of, end of, since, published, from. */
static void look_before(const finder *f, ipr_mention *m, uint64_t before)
{
    bool by = false, end = false;
    if (!(before & (IPR_ROLE(INSTANT) | IPR_ROLE(ENDOF) | IPR_ROLE(SKIP) | IPR_ROLE(SINCE) |
                    IPR_ROLE(BY) | IPR_ROLE(TIMEMARK))))
        return;
    for (size_t k = m->first, steps = 0; k > 0 && steps < 5; steps++) {
        k--;
        if (is(f, k, IPR_ROLE(INSTANT)))
            m->period.instant = true;
        else if (is(f, k, IPR_ROLE(ENDOF)))
            end = true;
        else if (is(f, k, IPR_ROLE(SKIP)))
            m->flags |= IPR_M_PUBLISHED;
        else if (is(f, k, IPR_ROLE(SINCE)))
            m->flags |= IPR_M_SINCE;
        else if (is(f, k, IPR_ROLE(BY)))
            by = true;
        else if (born(f, k))
            m->flags |= IPR_M_PUBLISHED;
        else if (!is(f, k, IPR_ROLE(DET) | IPR_ROLE(OF) | IPR_ROLE(IN) | IPR_ROLE(PREP)) &&
                 !ipr_tok_ch(f->seg, k, ':'))
            break;
    }
    if (end) {
        m->period.from = end_of(m->period.interval ? m->period.to : m->period.from);
        m->period.interval = false;
        m->period.instant = true;
    }
    if (by && m->period.from.grain >= IPR_G_QUARTER && !m->period.interval)
        m->period.instant = true;
}

/* "twice the previous year's count", "1.3 times the figure of a year before". */
static bool multiplied(const finder *f, const ipr_mention *m)
{
    uint64_t stop = IPR_ROLE(CONJ) | IPR_ROLE(AND) | IPR_ROLE(AUX);
    for (size_t k = m->first, steps = 0; k > 0 && steps < 6; steps++) {
        k--;
        bool times =
            is(f, k, IPR_ROLE(TIMES)) || (is(f, k, IPR_ROLE(MULTIPLE)) && is(f, k, IPR_ROLE(DET)));
        if (times)
            return is(f, k + 1, IPR_ROLE(DET) | IPR_ROLE(PRIOR) | IPR_ROLE(REL));
        if (f->seg->tok[k].kind == IPR_T_PUNCT || is(f, k, stop))
            return false;
    }
    return false;
}

/* "over the first half of 2021": the word tells how long, unless a size stands before it. */
static bool spans(const finder *f, size_t k)
{
    uint64_t size = IPR_ROLE(PERCENT) | IPR_ROLE(POINTS) | IPR_ROLE(UP) | IPR_ROLE(DOWN) |
                    IPR_ROLE(MORE) | IPR_ROLE(LESS) | IPR_ROLE(NUMBER) | IPR_ROLE(SCALE);
    return is(f, k, IPR_ROLE(PREP)) &&
           (k == 0 || (f->seg->tok[k - 1].kind != IPR_T_NUM && !is(f, k - 1, size)));
}

static bool han_versus(const finder *f, size_t i)
{
    return is(f, i, IPR_ROLE(BASE)) && !is(f, i, IPR_ROLE(CONJ)) &&
           (f->seg->tok[i].flags & IPR_F_HAN);
}

/* Han, a comparison that closes around the date: "同 2019 年同期相比", "比试行之初的 2012 年提高".
 */
static bool compared(const finder *f, const ipr_mention *m)
{
    size_t k = m->last + 1;
    k += is(f, k, IPR_ROLE(DET));
    if (!is(f, k, IPR_ROLE(BASE) | IPR_ROLE(OF) | IPR_ROLE(UP) | IPR_ROLE(DOWN)))
        return false;
    if (han_versus(f, k) || (is(f, k, IPR_ROLE(OF)) && is(f, k + 2, IPR_ROLE(TIMES))))
        return true; /* or "去年的 2.5 倍" */
    if (!is(f, k, IPR_ROLE(UP) | IPR_ROLE(DOWN)) || !(f->seg->tok[k].flags & IPR_F_HAN))
        return false;
    for (size_t j = m->first, steps = 0; j > 0 && steps < 9; steps++) {
        if (f->seg->tok[--j].kind != IPR_T_WORD && f->seg->tok[j].ch != 'q' &&
            f->seg->tok[j].ch != 'Q')
            return false;
        if (han_versus(f, j))
            return true;
    }
    return false;
}

/* "a jump on 2019", "+21.9% on 2021", "compared with the year before". */
static void mark_base(const finder *f, ipr_mention *m, uint64_t before)
{
    size_t k = m->first;
    if ((m->flags & IPR_M_SINCE) && (f->seg->tok[m->last].flags & IPR_F_HAN))
        return; /* "自 2019 年起" */
    if ((before & (IPR_ROLE(TIMES) | IPR_ROLE(MULTIPLE)) && multiplied(f, m)) || compared(f, m))
        m->flags |= IPR_M_BASE;
    if (!(before &
          (IPR_ROLE(BASE) | IPR_ROLE(GT) | IPR_ROLE(LT) | IPR_ROLE(FROM) | IPR_ROLE(TIMEMARK))))
        return;
    for (int steps = 0; k > 0 && steps < 4; steps++) {
        k--;
        uint64_t base =
            IPR_ROLE(BASE) | (steps || (m->flags & IPR_M_PRIOR) ? IPR_ROLE(GT) | IPR_ROLE(LT) : 0);
        if ((is(f, k, base) && !(is(f, k, IPR_ROLE(GT) | IPR_ROLE(LT)) && spans(f, k))) ||
            (!m->ranged && is(f, k, IPR_ROLE(FROM)))) {
            m->flags |= IPR_M_BASE;
            return;
        }
        bool over = !steps && !m->ranged && is(f, k, IPR_ROLE(GT)) && k > 0 && /* "14% over 2021" */
                    is(f, k - 1, IPR_ROLE(PERCENT) | IPR_ROLE(POINTS) | IPR_ROLE(UP));
        bool on = is_mark(f, k, IPR_TIME_BASE) && !(m->flags & IPR_M_NAMED) &&
                  !(k > 0 && is(f, k - 1, IPR_ROLE(NAME))); /* "Report on 2023" */
        bool down = on && k > 0 &&                          /* "17% down on May 2021" */
                    is(f, k - 1, IPR_ROLE(UP) | IPR_ROLE(DOWN) | IPR_ROLE(PERCENT));
        if ((over || on) && m->period.from.grain != IPR_G_DAY &&
            (m->period.from.grain != IPR_G_MONTH || m->period.interval || down))
            m->flags |= IPR_M_BASE;
        if (!is(f, k, IPR_ROLE(DET) | IPR_ROLE(IN) | IPR_ROLE(OF) | IPR_ROLE(REL)))
            return;
    }
}

/* "since the unit was set up in 2013": the word may stand some tokens before. */
static bool since_before(const finder *f, const ipr_mention *m)
{
    for (size_t k = m->first, steps = 0; k > 0 && steps < NEAR; steps++) {
        k--;
        const ipr_token *t = &f->seg->tok[k];
        if (t->kind == IPR_T_PUNCT || t->kind == IPR_T_NUM)
            return false;
        if (t->roles & IPR_ROLE(SINCE))
            return true;
    }
    return false;
}

/* Han, "自 2022 年 8 月启动以来": the word that ends what `from` opens before the date. */
static bool since_behind(const finder *f, const ipr_mention *m)
{
    bool from = m->first > 0 && is(f, m->first - 1, IPR_ROLE(FROM));
    size_t k = m->last + 1;
    if (!(f->seg->tok[m->last].flags & IPR_F_HAN) || !(f->seg->roles & IPR_ROLE(SINCE)))
        return false;
    for (size_t end = k + (from ? 8 : 4); k < end && f->seg->tok[k].kind == IPR_T_WORD; k++)
        if (is(f, k, IPR_ROLE(SINCE)))
            return true;
    return false;
}

static void look_behind(const finder *f, ipr_mention *m)
{
    size_t k = m->last + 1;
    if (is(f, m->last, IPR_ROLE(ENDOF)) && is(f, m->last, IPR_ROLE(TIMEMARK))) {
        m->period.from = end_of(m->period.from);
        m->period.instant = true;
    } else if (is(f, k, IPR_ROLE(ENDOF)) && !is(f, k, IPR_ROLE(TIMEMARK))) {
        m->last++;
        if (!m->period.interval) {
            m->period.from = end_of(m->period.from);
            m->period.instant = true;
        }
    }
    if (is(f, k, IPR_ROLE(SINCE)) || since_behind(f, m))
        m->flags |= IPR_M_SINCE;
    if (!(roles_from(f, k, 4) & IPR_ROLE(NAME)))
        return;
    for (size_t j = k; j < f->seg->n && j < k + 4; j++) {
        if (f->seg->tok[j].kind != IPR_T_WORD ||
            is(f, j, IPR_ROLE(AUX) | IPR_ROLE(IN) | IPR_ROLE(PREP)))
            break;
        if (is(f, j, IPR_ROLE(NAME)) && m->period.from.grain <= IPR_G_FISCAL &&
            !is(f, m->first, IPR_ROLE(RELATIVE))) {
            m->flags |= IPR_M_NAMED;
            m->flags &= (uint16_t)~IPR_M_PUBLISHED;
        }
    }
}

/* Only names, commas and a bracket from token i up to the mention. */
static bool only_names(const finder *f, size_t i, const ipr_mention *m)
{
    for (; i < m->first; i++)
        if (f->seg->tok[i].kind == IPR_T_WORD && !(f->seg->tok[i].flags & IPR_F_CAP))
            return false;
    return true;
}

/* The day of a publication: "SEATTLE, May 10, 2021 - …", "(Reuters, 3 March 2022)", or a day
 * in a heading that no "as of" makes a moment. */
static bool dateline(const finder *f, const ipr_mention *m)
{
    size_t k = m->last + 1, open = m->first;
    if (m->period.from.grain != IPR_G_DAY || m->ranged || m->period.instant)
        return false;
    bool at = m->first > 0 && is(f, m->first - 1, IPR_ROLE(IN)) &&
              !is_mark(f, m->first - 1, IPR_TIME_BASE);
    if (f->seg->heading)
        return !at;
    while (open > 0 && m->first - open < 6 && !ipr_tok_ch(f->seg, open, '('))
        open--;
    if (ipr_tok_ch(f->seg, k, ')') && ipr_tok_ch(f->seg, open, '('))
        return only_names(f, open, m);
    return m->first <= 6 && only_names(f, 0, m) &&
           (ipr_tok_ch(f->seg, k, 'd') || ipr_tok_ch(f->seg, k, '-') ||
            (m->first && ipr_tok_ch(f->seg, k, ':')) || k >= f->seg->n);
}

/* "[Smith et al. (2009), Lee (2010)]", "(Smith, 2009; Lee & Park 2010)": in brackets with nothing
 * but names the text does not know, their particles, and other years. */
static bool among_names(const finder *f, const ipr_mention *m)
{
    const ipr_segment *s = f->seg;
    size_t k = m->first, names = 0;
    if (m->period.from.grain != IPR_G_YEAR || m->ranged)
        return false;
    for (size_t end = k > 24 ? k - 24 : 0; k > end; k--) {
        const ipr_token *t = &s->tok[k - 1];
        bool opens = t->kind == IPR_T_PUNCT && t->ch == '(';
        if (t->kind == IPR_T_PUNCT && (t->ch == '[' || (opens && names)))
            return names > 0;
        bool word = t->kind == IPR_T_WORD && !(t->flags & IPR_F_HAN) && !t->entry;
        bool name = word && (t->flags & IPR_F_CAP), particle = word && t->end - t->start <= 3;
        bool year = t->kind == IPR_T_NUM && (t->flags & IPR_F_TRAP);
        bool sign = opens || (t->kind == IPR_T_PUNCT && t->ch && strchr(",.;&)", t->ch));
        if (!name && !particle && !year && !sign && !(t->roles & IPR_ROLE(AND)))
            return false;
        names += name;
    }
    return false;
}

/* "(Ministry of Trade, 2018)", "the Trade Rules, 2018": the year of a source or a law. */
static bool cites(const finder *f, const ipr_mention *m)
{
    if (among_names(f, m))
        return true;
    size_t name = m->first - (m->first > 0 && ipr_tok_ch(f->seg, m->first - 1, ','));
    if (m->period.from.grain == IPR_G_YEAR && name > 1 && !f->seg->heading &&
        is(f, name - 1, IPR_ROLE(REF)) && (f->seg->tok[name - 1].flags & IPR_F_CAP))
        return true;
    return m->first > 2 && ipr_tok_ch(f->seg, m->last + 1, ')') &&
           ipr_tok_ch(f->seg, m->first - 1, ',') && f->seg->tok[m->first - 2].kind == IPR_T_WORD &&
           (f->seg->tok[m->first - 2].flags & (IPR_F_CAP | IPR_F_UPPER)) &&
           m->period.from.grain == IPR_G_YEAR;
}

static bool also(const finder *f, size_t i, uint16_t what)
{
    return f->seg->tok[i].kind == IPR_T_WORD && (entry_at(f, i)->also & what);
}

#define VERBS (IPR_ROLE(AUX) | IPR_ROLE(VERB) | IPR_ROLE(CONJ) | IPR_ROLE(REL))

/* Does a verb of telling stand on one side of a time, nothing else between? */
static bool tells(const finder *f, size_t from, int step)
{
    size_t k = from;
    for (int steps = 0; steps < 9; steps++, k = (size_t)((long)k + step)) {
        if (k >= f->seg->n)
            return false;
        if (also(f, k, IPR_ALSO_TELLS))
            return true;
        bool comma = step > 0 && !steps && ipr_tok_ch(f->seg, k, ',');
        if ((f->seg->tok[k].kind != IPR_T_WORD && !comma) || is(f, k, VERBS))
            return false;
    }
    return false;
}

/* "the minister said in Lyon on Tuesday", "On Friday the court said", "a study released last
 * month": a time of telling. */
static bool told_on(const finder *f, const ipr_mention *m)
{
    bool month = is_mark(f, m->first, IPR_TIME_LASTMONTH);
    bool day = m->period.from.grain == IPR_G_DAY && !m->ranged && m->first > 0 &&
               is_mark(f, m->first - 1, IPR_TIME_BASE);
    if (!month && !day)
        return false;
    size_t before = m->first - day;
    bool opens = before == 0 || ipr_tok_ch(f->seg, before - 1, '.');
    return (before > 0 && tells(f, before - 1, -1)) || (opens && tells(f, m->last + 1, 1));
}

#define ASKED 16 /* tokens between the days of asking and the word that says so */

/* "a poll fielded from 17 to 21 May", "asked 900 people, 28 July to 3 August": days of
 * asking stand for their month, or for their year. */
static void coarsen(const finder *f, ipr_mention *m)
{
    ipr_period *p = &m->period;
    if (!p->interval || p->from.grain != IPR_G_DAY || p->to.grain != IPR_G_DAY)
        return;
    size_t lo = m->first > ASKED ? m->first - ASKED : 0, hi = m->last + ASKED;
    bool asked = false;
    for (size_t k = lo; k < hi && k < f->seg->n && !asked; k++)
        asked = also(f, k, IPR_ALSO_ASKS);
    if (!asked || p->from.year != p->to.year)
        return;
    bool month = p->from.part == p->to.part;
    p->from =
        ipr_date_make(p->from.year, month ? IPR_G_MONTH : IPR_G_YEAR, month ? p->from.part : 0, 0);
    p->interval = false;
    memset(&p->to, 0, sizeof p->to);
}

/* Han, "on 5 May the court announced", "it was learned on 5 May": the day of the telling. */
static bool told(const finder *f, const ipr_mention *m)
{
    size_t k = m->last + 1;
    if (m->period.from.grain != IPR_G_DAY || m->ranged || m->period.instant ||
        !(f->seg->tok[m->last].flags & IPR_F_HAN))
        return false;
    k += ipr_tok_ch(f->seg, k, ',');
    for (size_t end = k + 14; k < end && f->seg->tok[k].kind == IPR_T_WORD; k++)
        if (also(f, k, IPR_ALSO_TELLS))
            return true;
    return false;
}

static void finish(const finder *f, ipr_mention *m)
{
    uint64_t before = roles_before(f, m->first, NEAR);
    complete(f, m);
    coarsen(f, m);
    if (is_mark(f, m->first, IPR_TIME_LASTMONTH))
        m->flags |= IPR_M_ALONE;
    if (m->period.from.grain) {
        look_before(f, m, before);
        look_behind(f, m);
        mark_base(f, m, before);
        bool that =
            is(f, m->first, IPR_ROLE(RELATIVE)) && m->first > 0 && /* "the two of that year" */
            entry_at(f, m->first)->time == IPR_THAT_YEAR && is(f, m->first - 1, IPR_ROLE(OF));
        if (dateline(f, m) || cites(f, m) || that || told_on(f, m) || told(f, m))
            m->flags |= IPR_M_PUBLISHED;
        if (before & IPR_ROLE(SINCE) && !(m->flags & IPR_M_SINCE) && since_before(f, m)) {
            m->flags |= IPR_M_SINCE; /* "since it was set up in 2013" tells no age */
            m->flags &= (uint16_t)~IPR_M_PUBLISHED;
        }
        if ((m->flags & IPR_M_SINCE) && !m->period.interval)
            m->period.open = true;
        bool aside = m->first > 0 && ipr_tok_ch(f->seg, m->first - 1, '(');
        if (!(m->flags & (IPR_M_PUBLISHED | IPR_M_BASE)) && !aside) {
            f->cal->last_year = (int16_t)ipr_period_year(&m->period);
            f->cal->last_fiscal = m->period.from.grain == IPR_G_FISCAL;
        }
    }
    for (size_t k = m->first; k <= m->last; k++)
        ipr_take(f->seg, k);
}

static size_t read_mention(const finder *f, size_t i, ipr_mention *m)
{
    const ipr_segment *s = f->seg;
    ipr_period *p = &m->period;
    size_t n = ipr_date_read(f, i, &p->from, &p->to);
    if (!n)
        return 0;
    if (s->tok[i].kind == IPR_T_NUM && i > 0 && ipr_tok_glued(s, i) &&
        s->tok[i - 1].kind == IPR_T_WORD && !(s->tok[i - 1].flags & IPR_F_HAN) &&
        !(s->tok[i - 1].flags & IPR_F_TRAP))
        return 0;
    if (i > 1 && ipr_tok_ch(s, i - 1, '/') && ipr_tok_glued(s, i) && ipr_tok_glued(s, i - 1) &&
        whole(f, i - 2) > 12)
        return 0; /* "384/2024": the number of a case */
    p->interval = m->ranged = p->to.grain != 0;
    for (size_t k = i + 1; p->interval && k + 1 < i + n; k++)
        if (is(f, k, IPR_ROLE(TO) | IPR_ROLE(AND)))
            m->flags |= IPR_M_SPAN;
    m->first = (uint32_t)i;
    m->last = (uint32_t)(i + n - 1);
    if (!m->ranged && !(s->tok[i].flags & IPR_F_HAN) && i > 0 && is(f, i - 1, IPR_ROLE(TO)) &&
        p->from.grain != IPR_G_YEAR)
        m->flags |= IPR_M_PUBLISHED; /* "in the year to June": its start is not told */
    return n;
}

/* "fiscal 2023 (year ended May 31, 2023)": the period before it, told again. */
static bool glosses(const finder *f, const ipr_mention *before, const ipr_mention *m)
{
    return ipr_tok_ch(f->seg, before->last + 1, '(') && m->first <= before->last + 5 &&
           ipr_tok_ch(f->seg, m->last + 1, ')') && !(m->flags & IPR_M_BASE) &&
           ipr_period_year(&before->period) == ipr_period_year(&m->period);
}

/* The n months that end with a period. */
static void months_to(ipr_period *p, int n)
{
    ipr_day to = p->from;
    if (p->interval || (to.grain != IPR_G_MONTH && to.grain != IPR_G_DAY) || !to.year)
        return;
    int first = to.year * 12 + to.part - n; /* counted from year 0, January is 0 */
    p->to = ipr_date_make(to.year, IPR_G_MONTH, to.part, 0);
    p->from = ipr_date_make(first / 12, IPR_G_MONTH, first % 12 + 1, 0);
    p->interval = true;
}

/* How many months up to a date does the phrase at i tell? *k: the token behind it. */
static int told_months(const finder *f, size_t i, size_t *k)
{
    int span = mark_at(f, i) - IPR_TIME_SPANTO;
    if (span > 0) {
        *k = i + 1;
        return span;
    }
    if (mark_at(f, i + 1) != IPR_TIME_MONTHSTO)
        return 0;
    *k = i + 2;
    int n = is(f, i, IPR_ROLE(NUMBER)) ? (int)entry_at(f, i)->number : whole(f, i);
    return n > 1 && n <= 60 ? n : 0;
}

#define MAY_OPEN                                                                                   \
    (IPR_ROLE(TIMEMARK) | IPR_ROLE(MONTH) | IPR_ROLE(FISCAL) | IPR_ROLE(HALF) |                    \
     IPR_ROLE(QUARTER) | IPR_ROLE(MONTHS) | IPR_ROLE(RELATIVE))

/* Can a date begin at i? Most numbers are no years, and no days or months with words for
 * them, or signs, behind. */
static bool may_begin(const finder *f, size_t i)
{
    const ipr_segment *s = f->seg;
    int n = whole(f, i);
    bool joined = (n >= 0) & (ipr_tok_ch(s, i + 1, '-') | ipr_tok_ch(s, i + 1, '/'));
    if (is(f, i, MAY_OPEN) | is_year(f, i) | joined)
        return true;
    if (n < 0 || n > 31 || !(s->roles & (IPR_ROLE(MONTH) | IPR_ROLE(TIMEMARK))))
        return false;
    return roles_from(f, i + 1, 6) & (IPR_ROLE(MONTH) | IPR_ROLE(TIMEMARK));
}

/* A mention at i, or one that "the same months of" at i leads to. */
static size_t find_mention(const finder *f, size_t i, ipr_mention *m)
{
    const ipr_token *t = &f->seg->tok[i];
    size_t k = i;
    int months = told_months(f, i, &k);
    bool same = mark_at(f, i) == IPR_TIME_SAME;
    if (months || same) {
        m->flags |= same ? IPR_M_SAME : 0;
        size_t limit = k + 3;
        for (k += same;
             k < limit && is(f, k, IPR_ROLE(IN) | IPR_ROLE(OF) | IPR_ROLE(DET) | IPR_ROLE(ENDOF));
             k++)
            ;
        t = &f->seg->tok[k];
    }
    if (k >= f->seg->n || t->flags & IPR_F_TRAP)
        return 0;
    size_t n = may_begin(f, k) ? read_mention(f, k, m) : 0;
    if (n) {
        m->first = (uint32_t)i;
        if (months) {
            complete(f, m); /* "the nine months to September" */
            months_to(&m->period, months);
        }
        finish(f, m);
        n += k - i;
    } else if (t->roles & (IPR_ROLE(PRIOR) | IPR_ROLE(TODATE))) {
        m->first = (uint32_t)i;
        m->last = (uint32_t)k;
        m->flags = t->roles & IPR_ROLE(PRIOR) ? IPR_M_PRIOR : IPR_M_TODATE;
        mark_base(f, m, roles_before(f, i, NEAR));
        n = k + 1 - i;
    }
    return n;
}

#define MAY_COUNT                                                                                  \
    (IPR_ROLE(NUMBER) | IPR_ROLE(SCALE) | IPR_ROLE(FRACTION) | IPR_ROLE(MULTIPLE) |                \
     IPR_ROLE(EVERY) | IPR_ROLE(OUTOF))

/* Where no period begins, does a number? If not, no one looks at token i again. */
static void drop(ipr_segment *s, size_t i)
{
    const ipr_token *t = &s->tok[i];
    bool counts =
        ((t->kind == IPR_T_NUM) | ((t->roles & MAY_COUNT) != 0)) & !(t->flags & IPR_F_TRAP);
    s->bits[IPR_N_OPENS][i / 8] &= (uint8_t) ~(!counts << i % 8);
}

size_t ipr_period_find(const ipr_pack *pack, ipr_segment *seg, ipr_calendar *cal, ipr_mention *out)
{
    finder f = {pack, seg, cal};
    size_t count = 0;
    for (size_t i = ipr_next(seg, IPR_N_OPENS, 0, seg->n); i < seg->n;) {
        ipr_mention m = {0};
        size_t n = find_mention(&f, i, &m);
        if (!n) {
            drop(seg, i);
            i = ipr_next(seg, IPR_N_OPENS, i + 1, seg->n);
            continue;
        }
        bool again = count && glosses(&f, &out[count - 1], &m);
        if (count < IPR_MENTION_MAX && !again)
            out[count++] = m;
        i = ipr_next(seg, IPR_N_OPENS, m.last + 1 > i + n ? m.last + 1 : i + n, seg->n);
    }
    return count;
}
