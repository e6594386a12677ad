/* SPDX-License-Identifier: MIT
 * period_text.c: periods as values: compared, shifted, written as ISO text. */
#include "period.h"

static void put_padded(ipr_buf *b, int v)
{
    if (v < 10)
        ipr_buf_addc(b, '0');
    ipr_buf_addint(b, v);
}

static void put_date(ipr_buf *b, const ipr_day *d)
{
    if (d->grain == IPR_G_FISCAL)
        ipr_buf_adds(b, "FY");
    ipr_buf_addint(b, d->year);
    if (d->grain < IPR_G_HALF)
        return;
    ipr_buf_addc(b, '-');
    if (d->grain == IPR_G_HALF || d->grain == IPR_G_QUARTER) {
        ipr_buf_addc(b, d->grain == IPR_G_HALF ? 'H' : 'Q');
        ipr_buf_addint(b, d->part);
        return;
    }
    put_padded(b, d->part);
    if (d->grain == IPR_G_DAY) {
        ipr_buf_addc(b, '-');
        put_padded(b, d->day);
    }
}

void ipr_period_put(ipr_buf *b, const ipr_period *p)
{
    if (!p->from.grain)
        return;
    put_date(b, &p->from);
    if (p->open)
        ipr_buf_adds(b, "/..");
    if (p->interval) {
        ipr_buf_addc(b, '/');
        put_date(b, &p->to);
    }
}

static bool same_date(const ipr_day *a, const ipr_day *b)
{
    return a->year == b->year && a->grain == b->grain && a->part == b->part && a->day == b->day;
}

bool ipr_period_same(const ipr_period *a, const ipr_period *b)
{
    return same_date(&a->from, &b->from) && a->interval == b->interval && a->open == b->open &&
           (!a->interval || same_date(&a->to, &b->to));
}

ipr_period ipr_period_shift(ipr_period p, int years)
{
    if (p.from.grain)
        p.from.year = (int16_t)(p.from.year + years);
    if (p.interval)
        p.to.year = (int16_t)(p.to.year + years);
    return p;
}

int ipr_period_year(const ipr_period *p)
{
    if (!p->from.grain)
        return 0;
    return p->interval ? p->to.year : p->from.year;
}

bool ipr_day_parse(ipr_str s, ipr_day *out)
{
    uint64_t y = 0, m = 0, d = 0;
    bool month = s.n >= 7 && s.p[4] == '-', day = s.n >= 10 && s.p[7] == '-';
    if (s.n < 4 || !ipr_str_uint((ipr_str){s.p, 4}, &y) ||
        (month && !ipr_str_uint((ipr_str){s.p + 5, 2}, &m)) ||
        (day && !ipr_str_uint((ipr_str){s.p + 8, 2}, &d)) || m > 12 || d > 31 || y > 9999)
        return false;
    out->year = (int16_t)y;
    out->grain = day ? IPR_G_DAY : month ? IPR_G_MONTH : IPR_G_YEAR;
    out->part = (int8_t)m;
    out->day = (int8_t)d;
    return true;
}
