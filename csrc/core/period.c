/* SPDX-License-Identifier: MIT
 * period.c: dates by their shapes. Day, month and year marks come from the pack. */
#include "period.h"

#include <string.h>

typedef struct finder {
    const ipr_pack *pack;
    ipr_segment *seg;
    ipr_calendar *cal;
} finder;

static const ipr_entry *entry_at(const finder *f, size_t i)
{
    return &f->pack->entries[f->seg->tok[i].entry];
}

static bool is(const finder *f, size_t i, uint64_t roles)
{
    return ipr_tok_is(f->seg, i, roles);
}

/* A plain whole number at token i, or -1. */
static int whole(const finder *f, size_t i)
{
    const ipr_token *t = &f->seg->tok[i];
    if (i >= f->seg->n || t->kind != IPR_T_NUM || t->exp != 0 || t->mant > 9999 ||
        (t->flags & (IPR_F_GROUPED | IPR_F_POINT | IPR_F_BIG)))
        return -1;
    return (int)t->mant;
}

static int width(const finder *f, size_t i)
{
    return (int)(f->seg->tok[i].end - f->seg->tok[i].start);
}

static bool is_year(const finder *f, size_t i)
{
    int y = whole(f, i);
    return y >= 1900 && y <= 2099;
}

static bool is_month(const finder *f, size_t i)
{
    return is(f, i, IPR_ROLE(MONTH)) && (f->seg->tok[i].flags & (IPR_F_CAP | IPR_F_HAN));
}

static bool is_mark(const finder *f, size_t i, int which)
{
    return is(f, i, IPR_ROLE(TIMEMARK)) && entry_at(f, i)->time == which;
}

static int last_day(int year, int month)
{
    static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[(month + 11) % 12];
}

static ipr_day make(int year, ipr_grain grain, int part, int day)
{
    ipr_day d = {(int16_t)year, (uint8_t)grain, (int8_t)part, (int8_t)day};
    return d;
}

/* ---- single dates; each returns the tokens taken, 0 if none ---- */

/* Skips "of", "of the", a comma or "in" between a part of a year and its year. */
static size_t skip_link(const finder *f, size_t i)
{
    size_t k = i;
    while (k < f->seg->n && k < i + 2 &&
           (is(f, k, IPR_ROLE(OF) | IPR_ROLE(DET)) || ipr_tok_ch(f->seg, k, ',')))
        k++;
    return k;
}

/* A year, fiscal year or relative year at i. */
static size_t read_year(const finder *f, size_t i, int *year, bool *fiscal)
{
    size_t k = i;
    *fiscal = is(f, k, IPR_ROLE(FISCAL));
    if (*fiscal) {
        k++;
        int y = whole(f, k);
        if (y >= 0 && y < 100 && width(f, k) == 2 && ipr_tok_glued(f->seg, k)) {
            *year = 2000 + y;
            return k + 1 - i;
        }
    }
    if (is_year(f, k)) {
        *year = whole(f, k);
        k++;
        if (is_mark(f, k, 1))
            k++;
        return k - i;
    }
    if (!*fiscal && is(f, k, IPR_ROLE(RELATIVE))) {
        *year = f->cal->doc.year ? f->cal->doc.year + entry_at(f, k)->time : 0;
        return 1;
    }
    return 0;
}

/* Day marks and the like behind a month. */
static size_t read_day(const finder *f, size_t i, int *day)
{
    int d = whole(f, i);
    if (d < 1 || d > 31 || width(f, i) > 2)
        return 0;
    if (is_mark(f, i + 1, 3)) {
        *day = d;
        return 2;
    }
    if (f->seg->tok[i].flags & IPR_F_HAN || is_mark(f, i + 1, 2))
        return 0;
    *day = d;
    return ipr_tok_glued(f->seg, i + 1) && is(f, i + 1, IPR_ROLE(COUNTER) | IPR_ROLE(NOISE)) ? 2
                                                                                             : 1;
}

/* January 2019; January 5, 2019; January 5; January of 2019. */
static size_t read_month_first(const finder *f, size_t i, ipr_day *d)
{
    int day = 0, year = 0;
    bool fiscal;
    size_t k = i + 1;
    if (!is_month(f, i))
        return 0;
    if (ipr_tok_ch(f->seg, k, '.'))
        k++;
    int y = whole(f, k);
    size_t n = y >= 1 && y <= 31 && width(f, k) <= 2 ? read_day(f, k, &day) : 0;
    k += n;
    size_t link = skip_link(f, k);
    n = is_year(f, link) ? read_year(f, link, &year, &fiscal) : 0;
    if (n)
        k = link + n;
    *d = make(year, day ? IPR_G_DAY : IPR_G_MONTH, entry_at(f, i)->time, day);
    return k - i;
}

/* 5 January 2019; 5 January; 5th of January. */
static size_t read_day_first(const finder *f, size_t i, ipr_day *d)
{
    int day = whole(f, i), year = 0;
    bool fiscal;
    size_t k = i + 1;
    if (day < 1 || day > 31 || width(f, i) > 2)
        return 0;
    if (!is_month(f, k) && is_month(f, k + 2) && is(f, k + 1, IPR_ROLE(OF)))
        k += 1;
    else if (!is_month(f, k) && is_month(f, k + 1) && ipr_tok_glued(f->seg, k))
        k += 1;
    if (!is_month(f, k) || (f->seg->tok[k].flags & IPR_F_HAN))
        return 0;
    int month = entry_at(f, k++)->time;
    size_t link = skip_link(f, k);
    size_t n = is_year(f, link) ? read_year(f, link, &year, &fiscal) : 0;
    if (n)
        k = link + n;
    *d = make(year, IPR_G_DAY, month, day);
    return k - i;
}

/* Marked numbers: year mark, month mark, day mark; any may be absent in front. */
static size_t read_marked(const finder *f, size_t i, ipr_day *d)
{
    int year = 0, month = 0, day = 0;
    size_t k = i;
    if (is_year(f, k) && is_mark(f, k + 1, 1)) {
        year = whole(f, k);
        k += 2;
    } else if (is(f, k, IPR_ROLE(RELATIVE)) && is_mark(f, k + 2, 2)) {
        year = f->cal->doc.year ? f->cal->doc.year + entry_at(f, k)->time : 0;
        k += 1;
    }
    int m = whole(f, k);
    if (m >= 1 && m <= 12 && is_mark(f, k + 1, 2)) {
        month = m;
        k += 2;
        int x = whole(f, k);
        if (x >= 1 && x <= 31 && is_mark(f, k + 1, 3)) {
            day = x;
            k += 2;
        }
    } else if (k == i) {
        return 0;
    }
    *d = make(year, day ? IPR_G_DAY : month ? IPR_G_MONTH : IPR_G_YEAR, month, day);
    return k - i;
}

/* 2019-05-03, 2019/5/3, 2019.5.3 and 03/05/2019. */
static size_t read_numeric(const finder *f, size_t i, ipr_day *d)
{
    const ipr_segment *s = f->seg;
    if (i + 4 >= s->n + 0 || whole(f, i) < 0)
        return 0;
    char c = s->tok[i + 1].kind == IPR_T_PUNCT ? s->tok[i + 1].ch : 0;
    if ((c != '-' && c != '/') || !ipr_tok_ch(s, i + 3, c) || whole(f, i + 2) < 0 ||
        whole(f, i + 4) < 0)
        return 0;
    for (size_t k = i + 1; k <= i + 4; k++)
        if (!ipr_tok_glued(s, k))
            return 0;
    bool first = is_year(f, i);
    if (!first && !is_year(f, i + 4))
        return 0;
    int year = whole(f, first ? i : i + 4), a = whole(f, first ? i + 2 : i),
        b = whole(f, first ? i + 4 : i + 2);
    if (a < 1 || b < 1 || a > 31 || b > 31)
        return 0;
    *d = a > 12 ? make(year, IPR_G_DAY, b, a) : make(year, IPR_G_DAY, a, b);
    return 5;
}

/* Q1 2021, first quarter of 2021, H1 2020, first half, first nine months. */
static size_t read_part(const finder *f, size_t i, ipr_day *d, ipr_day *to)
{
    int part, year = 0;
    bool fiscal = false;
    size_t k = i + 1;
    if (!is(f, i, IPR_ROLE(HALF) | IPR_ROLE(QUARTER) | IPR_ROLE(MONTHS)))
        return 0;
    part = entry_at(f, i)->time;
    if (!part) { /* a letter, its digit glued behind it */
        part = whole(f, k);
        if (part < 1 || part > 4 || !ipr_tok_glued(f->seg, k))
            return 0;
        k++;
    }
    size_t link = skip_link(f, k);
    size_t n = read_year(f, link, &year, &fiscal);
    if (n)
        k = link + n;
    if (is(f, i, IPR_ROLE(MONTHS))) {
        *d = make(year, IPR_G_MONTH, 1, 0);
        *to = make(year, IPR_G_MONTH, part, 0);
    } else {
        *d = make(year, is(f, i, IPR_ROLE(HALF)) ? IPR_G_HALF : IPR_G_QUARTER, part, 0);
    }
    return k - i;
}

/* 2021 Q1, 2020 first half, 2020 first nine months. */
static size_t read_year_part(const finder *f, size_t i, ipr_day *d, ipr_day *to)
{
    int year;
    bool fiscal;
    ipr_day part = {0};
    size_t n = read_year(f, i, &year, &fiscal);
    if (!n)
        return 0;
    *d = make(year, fiscal ? IPR_G_FISCAL : IPR_G_YEAR, 0, 0);
    size_t link = ipr_tok_ch(f->seg, i + n, '-') ? 1 : 0;
    size_t m = read_part(f, i + n + link, &part, to);
    if (m && part.year == 0) {
        part.year = (int16_t)year;
        if (to->grain)
            to->year = (int16_t)year;
        *d = part;
        return n + link + m;
    }
    return n;
}

static size_t read_date(const finder *f, size_t i, ipr_day *d, ipr_day *to)
{
    size_t n = read_numeric(f, i, d);
    if (!n)
        n = read_month_first(f, i, d);
    if (!n)
        n = read_day_first(f, i, d);
    if (!n && f->seg->tok[i].kind == IPR_T_NUM && is_mark(f, i + 1, 1) && is_year(f, i)) {
        n = read_marked(f, i, d);
        if (n == 2)
            n = read_year_part(f, i, d, to);
        return n;
    }
    if (!n)
        n = read_marked(f, i, d);
    if (!n)
        n = read_part(f, i, d, to);
    if (!n)
        n = read_year_part(f, i, d, to);
    return n;
}

/* ---- ranges ---- */

/* The sign or word at i that joins two dates; returns the tokens it takes, -1 none. */
static int joins(const finder *f, size_t i, bool between)
{
    const ipr_segment *s = f->seg;
    if (i >= s->n)
        return -1;
    if (s->tok[i].flags & IPR_F_HYPHEN)
        return 0;
    if (ipr_tok_ch(s, i, '-') || ipr_tok_ch(s, i, 'd') || is(f, i, IPR_ROLE(TO)) ||
        ipr_tok_ch(s, i, '~') || (between && is(f, i, IPR_ROLE(AND))))
        return 1;
    return ipr_tok_ch(s, i, '/') && ipr_tok_glued(s, i) && ipr_tok_glued(s, i + 1) ? 1 : -1;
}

/* The second date of a range whose first is d: "2011-13", "13 - 20 May" and the rest. */
static size_t read_second(const finder *f, size_t i, const ipr_day *d, ipr_day *to)
{
    ipr_day none = {0};
    int y = whole(f, i);
    if (d->grain == IPR_G_YEAR && y >= 0 && y < 100 && width(f, i) == 2 &&
        ipr_tok_glued(f->seg, i) && y > d->year % 100) {
        *to = make(d->year - d->year % 100 + y, IPR_G_YEAR, 0, 0);
        return 1;
    }
    size_t n = read_date(f, i, to, &none);
    if (n && to->grain == IPR_G_DAY && d->grain == IPR_G_YEAR)
        return 0;
    return n;
}

/* A day number that only the second date's month completes: "13 - 20 May 2014". */
static size_t read_day_range(const finder *f, size_t i, ipr_day *d, ipr_day *to)
{
    ipr_day none = {0};
    int day = whole(f, i);
    if (day < 1 || day > 31 || width(f, i) > 2)
        return 0;
    int j = joins(f, i + 1, true);
    if (j < 1)
        return 0;
    size_t n = read_day_first(f, i + 2, to);
    if (!n)
        return 0;
    (void)none;
    *d = make(to->year, IPR_G_DAY, to->part, day);
    return 2 + n;
}

/* "May 13 - 20, 2014" and marked months "1-11": a month number before a mark. */
static size_t read_month_range(const finder *f, size_t i, ipr_day *d, ipr_day *to)
{
    int year = 0;
    bool fiscal;
    size_t k = i, n = read_year(f, i, &year, &fiscal);
    k += n;
    int a = whole(f, k), b = whole(f, k + 2);
    if (a >= 1 && a <= 12 && b > a && b <= 12 && joins(f, k + 1, false) == 1 &&
        is_mark(f, k + 3, 2)) {
        *d = make(year, IPR_G_MONTH, a, 0);
        *to = make(year, IPR_G_MONTH, b, 0);
        return k + 4 - i;
    }
    if (n || !is_month(f, i) || whole(f, i + 1) < 1 || joins(f, i + 2, false) != 1)
        return 0;
    b = whole(f, i + 3);
    if (b < 1 || b > 31 || width(f, i + 3) > 2)
        return 0;
    k = i + 4;
    size_t link = skip_link(f, k);
    if (is_year(f, link)) {
        year = whole(f, link);
        k = link + 1;
    }
    *d = make(year, IPR_G_DAY, entry_at(f, i)->time, whole(f, i + 1));
    *to = make(year, IPR_G_DAY, entry_at(f, i)->time, b);
    return k - i;
}

/* ---- completing ---- */

static int year_for(const finder *f, const ipr_day *d)
{
    const ipr_day *doc = &f->cal->doc;
    if (f->cal->last_year)
        return f->cal->last_year;
    if (!doc->year)
        return 0;
    bool later = d->part > doc->part && (d->grain == IPR_G_MONTH || d->grain == IPR_G_DAY);
    return doc->year - (later && doc->part);
}

/* A month range that is a half, a quarter or a year gets that grain. */
static void canon(ipr_period *p)
{
    int a = p->from.part, b = p->to.part, y = p->from.year;
    bool days = p->from.grain == IPR_G_DAY && p->to.grain == IPR_G_DAY && p->from.day == 1 &&
                p->to.day == last_day(p->to.year, b);
    bool months = p->from.grain == IPR_G_MONTH && p->to.grain == IPR_G_MONTH;
    if (y != p->to.year || !(days || months))
        return;
    if (a == 1 && b == 12)
        p->from = make(y, IPR_G_YEAR, 0, 0);
    else if (b - a == 5 && a % 6 == 1)
        p->from = make(y, IPR_G_HALF, a / 6 + 1, 0);
    else if (b - a == 2 && a % 3 == 1)
        p->from = make(y, IPR_G_QUARTER, a / 3 + 1, 0);
    else
        return;
    p->interval = false;
}

/* The last day of a period, for "the end of". */
static ipr_day end_of(ipr_day d)
{
    if (d.grain == IPR_G_YEAR)
        return make(d.year, IPR_G_DAY, 12, 31);
    int month = d.grain == IPR_G_HALF ? d.part * 6 : d.grain == IPR_G_QUARTER ? d.part * 3 : d.part;
    if (d.grain == IPR_G_HALF || d.grain == IPR_G_QUARTER || d.grain == IPR_G_MONTH)
        return make(d.year, IPR_G_DAY, month, last_day(d.year, month));
    return d;
}

static void complete(const finder *f, ipr_mention *m)
{
    ipr_period *p = &m->period;
    if (p->interval && p->to.year && !p->from.year)
        p->from.year = (int16_t)(p->to.year - (p->from.part > p->to.part));
    if (!p->from.year)
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

/* Words before the mention: as of, end of, since, published, from. */
static void look_before(const finder *f, ipr_mention *m)
{
    bool by = false, end = false;
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
        else if (!is(f, k, IPR_ROLE(DET) | IPR_ROLE(OF) | IPR_ROLE(IN) | IPR_ROLE(PREP)) &&
                 !ipr_tok_ch(f->seg, k, ':'))
            break;
    }
    if (end) {
        m->period.from = end_of(m->period.interval ? m->period.to : m->period.from);
        m->period.interval = false;
        m->period.instant = true;
    }
    if (by && m->period.from.grain == IPR_G_DAY)
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
        if (f->seg->tok[k].kind != IPR_T_WORD || is(f, k, stop))
            return false;
    }
    return false;
}

/* "a jump on 2019", "+21.9% on 2021", "compared with the year before". */
static void mark_base(const finder *f, ipr_mention *m)
{
    size_t k = m->first;
    if (multiplied(f, m))
        m->flags |= IPR_M_BASE;
    for (int steps = 0; k > 0 && steps < 4; steps++) {
        k--;
        uint64_t base =
            IPR_ROLE(BASE) | (steps || (m->flags & IPR_M_PRIOR) ? IPR_ROLE(GT) | IPR_ROLE(LT) : 0);
        if (is(f, k, base) || (!m->ranged && is(f, k, IPR_ROLE(FROM)))) {
            m->flags |= IPR_M_BASE;
            return;
        }
        if (is_mark(f, k, IPR_TIME_BASE) && !steps && m->period.from.grain != IPR_G_DAY &&
            (m->period.from.grain != IPR_G_MONTH || m->period.interval))
            m->flags |= IPR_M_BASE;
        if (!is(f, k, IPR_ROLE(DET) | IPR_ROLE(IN)))
            return;
    }
}

/* "since the unit was set up in 2013": the word may stand some tokens before. */
static bool since_before(const finder *f, const ipr_mention *m)
{
    for (size_t k = m->first, steps = 0; k > 0 && steps < 9; steps++) {
        k--;
        const ipr_token *t = &f->seg->tok[k];
        if (t->kind == IPR_T_PUNCT || t->kind == IPR_T_NUM)
            return false;
        if (t->roles & IPR_ROLE(SINCE))
            return true;
    }
    return false;
}

static void look_behind(const finder *f, ipr_mention *m)
{
    size_t k = m->last + 1;
    if (is(f, m->last, IPR_ROLE(ENDOF)) && is(f, m->last, IPR_ROLE(TIMEMARK))) {
        m->period.from = end_of(m->period.from);
        m->period.instant = true;
    } else if (is(f, k, IPR_ROLE(ENDOF)) && !is(f, k, IPR_ROLE(TIMEMARK))) {
        m->period.from = end_of(m->period.from);
        m->period.instant = true;
        m->last++;
    }
    if (is(f, k, IPR_ROLE(SINCE)))
        m->flags |= IPR_M_SINCE;
    for (size_t j = k; j < f->seg->n && j < k + 4; j++) {
        if (f->seg->tok[j].kind != IPR_T_WORD ||
            is(f, j, IPR_ROLE(AUX) | IPR_ROLE(IN) | IPR_ROLE(PREP)))
            break;
        if (is(f, j, IPR_ROLE(NAME)) && m->period.from.grain <= IPR_G_FISCAL)
            m->flags |= IPR_M_NAMED;
    }
}

/* "SEATTLE, May 10, 2021 - ...": a place and a day before a dash open a report. */
static bool dateline(const finder *f, const ipr_mention *m)
{
    size_t k = m->last + 1;
    if (m->period.from.grain != IPR_G_DAY || m->period.interval || m->first > 6)
        return false;
    for (size_t i = 0; i < m->first; i++)
        if (f->seg->tok[i].kind == IPR_T_WORD && !(f->seg->tok[i].flags & IPR_F_CAP))
            return false;
    return ipr_tok_ch(f->seg, k, 'd') || ipr_tok_ch(f->seg, k, '-') || k >= f->seg->n;
}

static void finish(const finder *f, ipr_mention *m)
{
    complete(f, m);
    if (m->period.from.grain) {
        look_before(f, m);
        mark_base(f, m);
        look_behind(f, m);
        if (dateline(f, m))
            m->flags |= IPR_M_PUBLISHED;
        if (!(m->flags & IPR_M_SINCE) && since_before(f, m))
            m->flags |= IPR_M_SINCE;
        if ((m->flags & IPR_M_SINCE) && !m->period.interval)
            m->period.open = true;
        if (!(m->flags & IPR_M_PUBLISHED))
            f->cal->last_year = (int16_t)ipr_period_year(&m->period);
    }
    for (size_t k = m->first; k <= m->last; k++)
        f->seg->tok[k].flags |= IPR_F_TRAP;
}

/* A year that counts something is no year: "1953 suspects". Only far ones are tried. */
static bool counts(const finder *f, size_t i)
{
    size_t k = i + 1;
    if (is(f, k, IPR_ROLE(COUNTER)) && !is_mark(f, k, 1))
        return true;
    return is(f, k,
              IPR_ROLE(POST_GT) | IPR_ROLE(POST_GE) | IPR_ROLE(CURRENCY) | IPR_ROLE(SCALE) |
                  IPR_ROLE(PERCENT)) ||
           (i > 0 && is(f, i - 1, IPR_ROLE(CURRENCY))) ||
           (i > 0 && is(f, i - 1, IPR_ROLE(GT) | IPR_ROLE(ABOUT) | IPR_ROLE(GE)) &&
            f->seg->tok[k].kind == IPR_T_WORD &&
            !is(f, k,
                IPR_ROLE(AND) | IPR_ROLE(TO) | IPR_ROLE(IN) | IPR_ROLE(AUX) | IPR_ROLE(CONJ)));
}

static size_t read_mention(const finder *f, size_t i, ipr_mention *m)
{
    ipr_day a = {0}, b = {0};
    const ipr_segment *s = f->seg;
    size_t n = read_day_range(f, i, &a, &b);
    if (!n)
        n = read_month_range(f, i, &a, &b);
    if (!n) {
        if (is_year(f, i) && counts(f, i))
            return 0;
        n = read_date(f, i, &a, &b);
        if (!n)
            return 0;
        bool between = i > 0 && is(f, i - 1, IPR_ROLE(BETWEEN));
        int j = b.grain ? -1 : joins(f, i + n, between);
        size_t k = j < 0 ? 0 : read_second(f, i + n + (size_t)j, &a, &b);
        if (k)
            n += (size_t)j + k;
        else if (!is(f, i, IPR_ROLE(MONTHS)) && !b.year)
            memset(&b, 0, sizeof b);
    }
    if (s->tok[i].kind == IPR_T_NUM && i > 0 && ipr_tok_glued(s, i) &&
        s->tok[i - 1].kind == IPR_T_WORD && !(s->tok[i - 1].flags & IPR_F_HAN) &&
        !(s->tok[i - 1].flags & IPR_F_TRAP))
        return 0;
    bool han = s->tok[i].flags & IPR_F_HAN;
    m->period.from = a;
    m->period.to = b;
    m->period.interval = m->ranged = b.grain != 0;
    m->first = (uint32_t)i;
    m->last = (uint32_t)(i + n - 1);
    if (!m->ranged && !han && i > 0 && is(f, i - 1, IPR_ROLE(TO)) && a.grain != IPR_G_YEAR)
        m->flags |= IPR_M_PUBLISHED; /* "in the year to June": its start is not told */
    return n;
}

size_t ipr_period_find(const ipr_pack *pack, ipr_segment *seg, ipr_calendar *cal, ipr_mention *out)
{
    finder f = {pack, seg, cal};
    size_t count = 0;
    for (size_t i = 0; i < seg->n;) {
        ipr_mention m = {0};
        const ipr_token *t = &seg->tok[i];
        bool may = t->kind == IPR_T_NUM ||
                   (t->roles & (IPR_ROLE(MONTH) | IPR_ROLE(FISCAL) | IPR_ROLE(HALF) |
                                IPR_ROLE(QUARTER) | IPR_ROLE(MONTHS) | IPR_ROLE(RELATIVE)));
        size_t n = may && !(t->flags & IPR_F_TRAP) ? read_mention(&f, i, &m) : 0;
        if (n) {
            finish(&f, &m);
        } else if (t->roles & (IPR_ROLE(PRIOR) | IPR_ROLE(TODATE))) {
            m.first = m.last = (uint32_t)i;
            m.flags = t->roles & IPR_ROLE(PRIOR) ? IPR_M_PRIOR : IPR_M_TODATE;
            mark_base(&f, &m);
            n = 1;
        } else {
            i++;
            continue;
        }
        if (count < IPR_MENTION_MAX)
            out[count++] = m;
        i = m.last + 1 > i + n ? m.last + 1 : i + n;
    }
    return count;
}
