/* SPDX-License-Identifier: MIT
 * moment.c: dates and times by counting days from a March-based year, see moment.h. */
#include "moment.h"

/* Years begin in March, so that the leap day is a year's last; 400 years are 146,097 days. */
int64_t ipr_day_of(int64_t year, unsigned month, unsigned day)
{
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t cycle = (y >= 0 ? y : y - 399) / 400;
    int64_t of_cycle = y - cycle * 400;
    int64_t of_year = (153 * (int64_t)(month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return cycle * 146097 + of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year - 719468;
}

void ipr_day_civil(int64_t day, int64_t *year, unsigned *month, unsigned *dom)
{
    int64_t z = day + 719468;
    int64_t cycle = (z >= 0 ? z : z - 146096) / 146097;
    int64_t n = z - cycle * 146097;
    int64_t of_cycle = (n - n / 1460 + n / 36524 - n / 146096) / 365;
    int64_t of_year = n - (365 * of_cycle + of_cycle / 4 - of_cycle / 100);
    int64_t m = (5 * of_year + 2) / 153;
    *dom = (unsigned)(of_year - (153 * m + 2) / 5 + 1);
    *month = (unsigned)(m < 10 ? m + 3 : m - 9);
    *year = of_cycle + cycle * 400 + (*month <= 2);
}

static unsigned month_days(int64_t y, unsigned m)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
    return m == 2 && leap ? 29 : days[m - 1];
}

/* n digits from *i on as a number; *i moves on. -1 if there are fewer. */
static int digits(ipr_str s, size_t *i, size_t n)
{
    int v = 0;
    if (s.n < *i + n)
        return -1;
    for (size_t k = 0; k < n; k++) {
        unsigned d = (unsigned)(unsigned char)s.p[*i + k] - '0';
        if (d > 9)
            return -1;
        v = v * 10 + (int)d;
    }
    *i += n;
    return v;
}

static bool take(ipr_str s, size_t *i, char c)
{
    if (*i >= s.n || s.p[*i] != c)
        return false;
    ++*i;
    return true;
}

/* A zone that fills s from *i to its end. */
static bool zone(ipr_str s, size_t *i, int64_t *seconds)
{
    *seconds = 0;
    if (take(s, i, 'Z') || take(s, i, 'z'))
        return *i == s.n;
    bool west = *i < s.n && s.p[*i] == '-';
    if (!take(s, i, '+') && !take(s, i, '-'))
        return false;
    int h = digits(s, i, 2), m = 0;
    if (h < 0 || h > 23)
        return false;
    if (*i < s.n) {
        take(s, i, ':');
        m = digits(s, i, 2);
    }
    if (m < 0 || m > 59)
        return false;
    *seconds = (west ? -1 : 1) * ((int64_t)h * 3600 + (int64_t)m * 60);
    return *i == s.n;
}

bool ipr_offset_parse(ipr_str s, int64_t *seconds)
{
    size_t i = 0;
    return zone(s, &i, seconds);
}

/* hh:mm[:ss[.fraction]] from *i on, as seconds of the day. */
static bool time_of_day(ipr_str s, size_t *i, int64_t *out)
{
    int h = digits(s, i, 2), m = -1, sec = 0;
    if (h >= 0 && h <= 24 && take(s, i, ':'))
        m = digits(s, i, 2);
    if (m < 0 || m > 59)
        return false;
    if (take(s, i, ':')) {
        sec = digits(s, i, 2);
        if (sec < 0 || sec > 60)
            return false;
        if (take(s, i, '.') || take(s, i, ',')) {
            size_t from = *i;
            while (*i < s.n && s.p[*i] >= '0' && s.p[*i] <= '9')
                ++*i;
            if (*i == from)
                return false;
        }
    }
    if (h == 24 && (m || sec))
        return false;
    *out = (int64_t)h * 3600 + m * 60 + sec;
    return true;
}

static bool date(ipr_str s, size_t *i, int64_t *day)
{
    int y = digits(s, i, 4), m = -1, d = -1;
    if (y >= 0 && take(s, i, '-'))
        m = digits(s, i, 2);
    if (m < 1 || m > 12)
        return false;
    size_t at = *i;
    if (take(s, i, '-'))
        d = digits(s, i, 2);
    if (d >= 1 && (unsigned)d <= month_days(y, (unsigned)m)) {
        *day = ipr_day_of(y, (unsigned)m, (unsigned)d);
        return true;
    }
    *i = at;
    return false;
}

ipr_status ipr_moment_parse(ipr_str s, int64_t *out, bool *date_only, ipr_err *err)
{
    size_t i = 0;
    int64_t day, of_day = 0, shift = 0;
    if (!date(s, &i, &day))
        return ipr_fail(err, IPR_EVALUE, i, "not a date; times are written 2019-03-01T14:30:00Z");
    bool only = i == s.n;
    if (!only) {
        if (!take(s, &i, 'T') && !take(s, &i, 't') && !take(s, &i, ' '))
            return ipr_fail(err, IPR_EVALUE, i, "expected T and a time of day after the date");
        if (!time_of_day(s, &i, &of_day))
            return ipr_fail(err, IPR_EVALUE, i, "not a time of day; expected hh:mm or hh:mm:ss");
        if (i < s.n && !zone(s, &i, &shift))
            return ipr_fail(err, IPR_EVALUE, i, "not a zone; expected Z or +hh:mm");
    }
    *out = day * IPR_DAY_SECONDS + of_day - shift;
    *date_only = only;
    return IPR_OK;
}

static void put_digits(ipr_buf *b, int64_t v, int n)
{
    char text[8];
    for (int i = n; i-- > 0; v /= 10)
        text[i] = (char)('0' + v % 10);
    ipr_buf_add(b, text, (size_t)n);
}

void ipr_moment_put(ipr_buf *b, int64_t moment)
{
    int64_t day = (moment >= 0 ? moment : moment - (IPR_DAY_SECONDS - 1)) / IPR_DAY_SECONDS;
    int64_t of_day = moment - day * IPR_DAY_SECONDS, year;
    unsigned month, dom;
    ipr_day_civil(day, &year, &month, &dom);
    put_digits(b, year, 4);
    ipr_buf_addc(b, '-');
    put_digits(b, month, 2);
    ipr_buf_addc(b, '-');
    put_digits(b, dom, 2);
    ipr_buf_addc(b, 'T');
    put_digits(b, of_day / 3600, 2);
    ipr_buf_addc(b, ':');
    put_digits(b, of_day / 60 % 60, 2);
    ipr_buf_addc(b, ':');
    put_digits(b, of_day % 60, 2);
    ipr_buf_addc(b, 'Z');
}
