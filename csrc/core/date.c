/* SPDX-License-Identifier: MIT
 * date.c: dates by their shapes. Day, month and year marks come from the pack. */
#include "date.h"

#include "moment.h"

#include <string.h>

int ipr_date_last_day(int year, int month)
{
    static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[(month + 11) % 12];
}

ipr_day ipr_date_make(int year, ipr_grain grain, int part, int day)
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
           (is(f, k, IPR_ROLE(OF) | IPR_ROLE(DET)) || ipr_tok_ch(f->seg, k, ',') ||
            (is(f, k, IPR_ROLE(IN)) && is_year(f, k + 1)))) /* "October in 2018" */
        k++;
    return k;
}

static size_t read_month_first(const finder *f, size_t i, ipr_day *d);
static size_t read_day_first(const finder *f, size_t i, ipr_day *d);

/* "ended May 31, 2023" behind a fiscal mark: the date that gives the year its name. */
static size_t read_year_end(const finder *f, size_t i, int *year)
{
    ipr_day end = {0};
    bool word = i < f->seg->n && f->seg->tok[i].kind == IPR_T_WORD && !is_month(f, i);
    size_t k = i + word;
    size_t n = read_month_first(f, k, &end);
    if (!n)
        n = read_day_first(f, k, &end);
    *year = end.year;
    return end.year ? k + n - i : 0;
}

/* "/22", "-22" behind 2021: the year in which a fiscal year ends. */
static size_t read_split(const finder *f, size_t i, int *year)
{
    int y = whole(f, i + 1);
    bool sign =
        ipr_tok_ch(f->seg, i, '/') || ipr_tok_ch(f->seg, i, '-') || ipr_tok_ch(f->seg, i, 'd');
    if (!sign || !ipr_tok_glued(f->seg, i) || !ipr_tok_glued(f->seg, i + 1) ||
        (y != (*year + 1) % 100 && y != *year + 1))
        return 0;
    *year += 1;
    return 2;
}

/* A year, fiscal year or relative year at i. */
static size_t read_year(const finder *f, size_t i, int *year, bool *fiscal)
{
    size_t k = i;
    *fiscal = is(f, k, IPR_ROLE(FISCAL)) && !is_mark(f, k, 1);
    if (*fiscal) {
        k++;
        int y = whole(f, k);
        if (y >= 0 && y < 100 && width(f, k) == 2 && ipr_tok_glued(f->seg, k)) {
            *year = 2000 + y;
            return k + 1 - i + read_split(f, k + 1, year);
        }
        size_t n = read_year_end(f, k, year);
        if (n)
            return k + n - i;
    }
    if (is_year(f, k)) {
        *year = year_at(f, k);
        k++;
        if (is_mark(f, k, 1)) {
            *fiscal = *fiscal || is(f, k, IPR_ROLE(FISCAL));
            k++;
        }
        if (*fiscal)
            k += read_split(f, k, year);
        return k - i;
    }
    if (!*fiscal && is(f, k, IPR_ROLE(RELATIVE)) &&
        !(entry_at(f, k)->also & (IPR_ALSO_MONTH | IPR_ALSO_DAY))) {
        int n = entry_at(f, k)->time;
        bool spoken = n >= IPR_THAT_YEAR; /* that year, one or more later */
        if (spoken && !f->cal->last_year)
            return 0;
        *fiscal = spoken && f->cal->last_fiscal;
        *year = spoken             ? f->cal->last_year + n - IPR_THAT_YEAR
                : f->cal->doc.year ? f->cal->doc.year + n
                                   : 0;
        return 1;
    }
    return 0;
}

/* A year at `link`, behind the part of one that ends at k: "May 2019", "May of last year". */
static bool names_year(const finder *f, size_t k, size_t link)
{
    bool comma = link > k && ipr_tok_ch(f->seg, k, ',');
    return is_year(f, link) ||
           (!comma && is(f, link, IPR_ROLE(RELATIVE)) && !(f->seg->tok[link].flags & IPR_F_HAN));
}

/* "last month" */
static size_t read_last_month(const finder *f, size_t i, ipr_day *d)
{
    const ipr_day *doc = &f->cal->doc;
    if (!is_mark(f, i, IPR_TIME_LASTMONTH) || !doc->year || !doc->part)
        return 0;
    bool first = doc->part == 1;
    *d = ipr_date_make(doc->year - first, IPR_G_MONTH, first ? 12 : doc->part - 1, 0);
    return 1;
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
    n = names_year(f, k, link) ? read_year(f, link, &year, &fiscal) : 0;
    if (n)
        k = link + n;
    *d = ipr_date_make(year, day ? IPR_G_DAY : IPR_G_MONTH, entry_at(f, i)->time, day);
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
    size_t n = names_year(f, k, link) ? read_year(f, link, &year, &fiscal) : 0;
    if (n)
        k = link + n;
    *d = ipr_date_make(year, IPR_G_DAY, month, day);
    return k - i;
}

/* Days marked behind their month: "8日", "8至19日". */
static size_t read_days(const finder *f, size_t i, int *day, int *last)
{
    int a = whole(f, i), b = whole(f, i + 2);
    if (a < 1 || a > 31)
        return 0;
    *day = a;
    if (is_mark(f, i + 1, 3))
        return 2;
    bool range = is(f, i + 1, IPR_ROLE(TO)) || ipr_tok_ch(f->seg, i + 1, '-') ||
                 ipr_tok_ch(f->seg, i + 1, 'd') || ipr_tok_ch(f->seg, i + 1, '~');
    *last = b;
    return range && b > a && b <= 31 && is_mark(f, i + 3, 3) ? 4 : 0;
}

/* A month with its days from token i on: what a date whose month is known goes on with. */
static size_t of_month(const finder *f, size_t i, int year, int month, ipr_day *d, ipr_day *to)
{
    int day = 0, last = 0;
    size_t n = read_days(f, i, &day, &last);
    *d = ipr_date_make(year, n ? IPR_G_DAY : IPR_G_MONTH, month, n ? day : 0);
    if (n == 4)
        *to = ipr_date_make(year, IPR_G_DAY, month, last);
    return n;
}

/* "last month", "yesterday": told from the document's date. */
static size_t read_relative(const finder *f, size_t i, ipr_day *d, ipr_day *to)
{
    const ipr_day *doc = &f->cal->doc;
    const ipr_entry *e = entry_at(f, i);
    if (!is(f, i, IPR_ROLE(RELATIVE)) || !(e->also & (IPR_ALSO_MONTH | IPR_ALSO_DAY)))
        return 0;
    bool known = doc->year && doc->grain == IPR_G_DAY;
    if (e->also & IPR_ALSO_MONTH) {
        int months = doc->year * 12 + doc->part - 1 + e->time;
        return 1 + of_month(f, i + 1, known ? months / 12 : 0, known ? months % 12 + 1 : 1, d, to);
    }
    int64_t year = 0;
    unsigned month = 1, day = 1;
    if (known)
        ipr_day_civil(ipr_day_of(doc->year, (unsigned)doc->part, (unsigned)doc->day) + e->time,
                      &year, &month, &day);
    *d = ipr_date_make((int)year, IPR_G_DAY, (int)month, (int)day);
    return 1;
}

/* Marked numbers: year mark, month mark, day mark; any may be absent in front. */
static size_t read_marked(const finder *f, size_t i, ipr_day *d, ipr_day *to)
{
    int year = 0;
    size_t k = i;
    if (is_year(f, k) && is_mark(f, k + 1, 1)) {
        year = year_at(f, k);
        k += 2;
    } else if (is(f, k, IPR_ROLE(RELATIVE)) && is_mark(f, k + 2, 2)) {
        year = f->cal->doc.year ? f->cal->doc.year + entry_at(f, k)->time : 0;
        k += 1;
    }
    int m = whole(f, k);
    if (m >= 1 && m <= 12 && is_mark(f, k + 1, 2))
        return k + 2 - i + of_month(f, k + 2, year, m, d, to);
    *d = ipr_date_make(year, IPR_G_YEAR, 0, 0);
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
    *d = a > 12 ? ipr_date_make(year, IPR_G_DAY, b, a) : ipr_date_make(year, IPR_G_DAY, a, b);
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
        *d = ipr_date_make(year, IPR_G_MONTH, 1, 0);
        *to = ipr_date_make(year, IPR_G_MONTH, part, 0);
    } else {
        *d = ipr_date_make(year, is(f, i, IPR_ROLE(HALF)) ? IPR_G_HALF : IPR_G_QUARTER, part, 0);
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
    *d = ipr_date_make(year, fiscal ? IPR_G_FISCAL : IPR_G_YEAR, 0, 0);
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

/* 0 Monday to 6 Sunday, by the calendar's 400 years. */
static int weekday_of(const ipr_day *d)
{
    static const int8_t shift[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    int y = d->year - (d->part < 3);
    return (y + y / 4 - y / 100 + y / 400 + shift[(d->part + 11) % 12] + d->day + 6) % 7;
}

/* "on Tuesday", no date beside it: the last one up to the day of writing. */
static size_t read_weekday(const finder *f, size_t i, ipr_day *d)
{
    const ipr_day *doc = &f->cal->doc;
    int day = weekday(f, i);
    size_t k = i + 1 + ipr_tok_ch(f->seg, i + 1, ',');
    if (day < 0 || doc->grain != IPR_G_DAY || i == 0 || !is_mark(f, i - 1, IPR_TIME_BASE) ||
        is_month(f, k) || (k < f->seg->n && f->seg->tok[k].kind == IPR_T_NUM))
        return 0;
    *d = *doc;
    d->day = (int8_t)(d->day - (weekday_of(doc) - day + 7) % 7);
    if (d->day < 1) {
        int month = d->part > 1 ? d->part - 1 : 12, year = d->year - (d->part == 1);
        *d = ipr_date_make(year, IPR_G_DAY, month, d->day + ipr_date_last_day(year, month));
    }
    return 1;
}

static size_t read_date(const finder *f, size_t i, ipr_day *d, ipr_day *to)
{
    size_t n = read_relative(f, i, d, to);
    if (!n)
        n = read_numeric(f, i, d);
    if (!n)
        n = read_weekday(f, i, d);
    if (!n)
        n = read_last_month(f, i, d);
    if (!n)
        n = read_month_first(f, i, d);
    if (!n)
        n = read_day_first(f, i, d);
    if (!n && f->seg->tok[i].kind == IPR_T_NUM && is_mark(f, i + 1, 1) && is_year(f, i)) {
        n = read_marked(f, i, d, to);
        if (n == 2)
            n = read_year_part(f, i, d, to);
        return n;
    }
    if (!n)
        n = read_marked(f, i, d, to);
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
    if (s->tok[i].flags & IPR_F_HYPHEN || (is(f, i, IPR_ROLE(TO)) && is(f, i, IPR_ROLE(RELATIVE))))
        return 0; /* "至今年": both */
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
        *to = ipr_date_make(d->year - d->year % 100 + y, IPR_G_YEAR, 0, 0);
        return 1;
    }
    if (d->grain == IPR_G_DAY && y > d->day && y <= 31 && is_mark(f, i + 1, 3)) {
        *to = ipr_date_make(d->year, IPR_G_DAY, d->part, y);
        return 2;
    }
    size_t n = read_date(f, i, to, &none);
    if (n && to->grain == IPR_G_DAY && d->grain == IPR_G_YEAR)
        return 0;
    return n;
}

/* A day number that only the second date's month completes: "13 - 20 May 2014". */
static size_t read_day_range(const finder *f, size_t i, ipr_day *d, ipr_day *to)
{
    int day = whole(f, i);
    if (day < 1 || day > 31 || width(f, i) > 2)
        return 0;
    int j = joins(f, i + 1, true);
    if (j < 1)
        return 0;
    size_t k = i + 2 + (weekday(f, i + 2) >= 0); /* "Monday 19 and Wednesday 21 May" */
    size_t n = read_day_first(f, k, to);
    if (!n)
        return 0;
    *d = ipr_date_make(to->year, IPR_G_DAY, to->part, day);
    return k + n - i;
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
        *d = ipr_date_make(year, IPR_G_MONTH, a, 0);
        *to = ipr_date_make(year, IPR_G_MONTH, b, 0);
        return k + 4 - i;
    }
    b = whole(f, i + 3);
    bool next = is(f, i + 2, IPR_ROLE(AND)) &&
                b > 0 && /* "July 30 and 31", "between July 3 and 9" */
                (b == whole(f, i + 1) + 1 ||
                 (b > whole(f, i + 1) && i > 0 && is(f, i - 1, IPR_ROLE(BETWEEN))));
    if (n || !is_month(f, i) || whole(f, i + 1) < 1 || (!next && joins(f, i + 2, false) != 1))
        return 0;
    if (b < 1 || b > 31 || width(f, i + 3) > 2)
        return 0;
    k = i + 4;
    size_t link = skip_link(f, k);
    if (is_year(f, link)) {
        year = whole(f, link);
        k = link + 1;
    }
    *d = ipr_date_make(year, IPR_G_DAY, entry_at(f, i)->time, whole(f, i + 1));
    *to = ipr_date_make(year, IPR_G_DAY, entry_at(f, i)->time, b);
    return k - i;
}

/* ---- dates and ranges ---- */

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
            f->seg->tok[k].kind == IPR_T_WORD && !(f->seg->tok[k].flags & IPR_F_CAP) &&
            !is(f, k,
                IPR_ROLE(AND) | IPR_ROLE(TO) | IPR_ROLE(IN) | IPR_ROLE(AUX) | IPR_ROLE(CONJ)));
}

/* "30 November and 1 December": the day after d. */
static bool next_day(const ipr_day *d, const ipr_day *to)
{
    bool last = d->day == ipr_date_last_day(to->year ? to->year : d->year, d->part);
    return to->grain == IPR_G_DAY && (last ? to->day == 1 && to->part == d->part % 12 + 1
                                           : to->day == d->day + 1 && to->part == d->part);
}

/* What joins a second date at k to d, which begins at i; returns the tokens it takes. */
static size_t read_to(const finder *f, size_t i, size_t k, ipr_day *d, ipr_day *to)
{
    bool next = d->grain == IPR_G_MONTH && !d->year && is_month(f, k + 1) &&
                entry_at(f, k + 1)->time == d->part + 1; /* "January and February 2012" */
    bool between = i > 0 && is(f, i - 1, IPR_ROLE(BETWEEN));
    bool days = d->grain == IPR_G_DAY && !between && is(f, k, IPR_ROLE(AND));
    int j = joins(f, k, between || next || days);
    j += j == 1 && weekday(f, k + 1) >= 0;
    size_t n = j < 0 ? 0 : read_second(f, k + (size_t)j, d, to);
    if (!n || (days && !next_day(d, to)))
        n = 0;
    if (!n)
        memset(to, 0, sizeof *to);
    return n ? n + (size_t)j : 0;
}

size_t ipr_date_read(const finder *f, size_t i, ipr_day *d, ipr_day *to)
{
    size_t n = read_day_range(f, i, d, to);
    if (!n)
        n = read_month_range(f, i, d, to);
    if (n)
        return n;
    if (is_year(f, i) &&
        (counts(f, i) || (i > 0 && whole(f, i) < 1950 && is(f, i - 1, IPR_ROLE(REF)))))
        return 0; /* "the toll-free number 1900" */
    n = read_date(f, i, d, to);
    if (!n || to->grain)
        return n;
    n += read_to(f, i, i + n, d, to);
    bool years = d->grain == IPR_G_YEAR && (!to->grain || to->year == d->year + 1);
    if (years && is(f, i + n, IPR_ROLE(FISCAL)) && !is_year(f, i + n + 1)) {
        *d = ipr_date_make(to->grain ? to->year : d->year, IPR_G_FISCAL, 0, 0);
        memset(to, 0, sizeof *to);
        n++;
    }
    return n;
}
