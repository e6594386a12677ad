/* SPDX-License-Identifier: MIT
 * calendar.c: working time between two moments, by counting working days once. */
#include "tally_run.h"

#define DAYS 49712 /* from 1970 to 2106, what a tally's times can reach */

struct ipr_calendar {
    ipr_env *env;
    uint32_t open, close;
    int32_t offset;
    bool ready;
    unsigned char works[DAYS];
    uint32_t before[DAYS + 1]; /* working days before a day */
};

static void count_days(ipr_calendar *c)
{
    for (size_t d = 0; d < DAYS; d++)
        c->before[d + 1] = c->before[d] + c->works[d];
}

ipr_calendar *ipr_calendar_new(ipr_env *env, unsigned workdays, uint32_t open, uint32_t close,
                               int32_t offset)
{
    ipr_calendar *c = ipr_calloc(env, 1, sizeof *c);
    if (!c)
        return NULL;
    c->env = env;
    c->open = open;
    c->close = close;
    c->offset = offset;
    /* 1970-01-01 was a Thursday */
    for (size_t d = 0; d < DAYS; d++)
        c->works[d] = workdays >> (d + 3) % 7 & 1;
    count_days(c);
    return c;
}

void ipr_calendar_free(ipr_calendar *c)
{
    if (c)
        ipr_free(c->env, c, sizeof *c);
}

void ipr_calendar_day(ipr_calendar *c, int64_t day, bool works)
{
    if (day < 0 || day >= DAYS || c->works[day] == works)
        return;
    c->works[day] = works;
    for (size_t d = (size_t)day; d < DAYS; d++)
        c->before[d + 1] = c->before[d] + c->works[d];
}

/* Working seconds before a moment. */
static int64_t worked(const ipr_calendar *c, int64_t moment)
{
    int64_t local = moment + c->offset;
    if (local < 0)
        return 0;
    int64_t day = local / IPR_DAY_SECONDS, of_day = local % IPR_DAY_SECONDS;
    int64_t length = (int64_t)c->close - c->open;
    if (day >= DAYS)
        return c->before[DAYS] * length;
    int64_t today = of_day < c->open ? 0 : of_day > c->close ? length : of_day - c->open;
    return c->before[day] * length + (c->works[day] ? today : 0);
}

int64_t ipr_calendar_between(const ipr_calendar *c, int64_t a, int64_t b)
{
    if (b <= a)
        return 0;
    return c ? worked(c, b) - worked(c, a) : b - a;
}
