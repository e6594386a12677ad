/* SPDX-License-Identifier: MIT
 * again.c: a figure said again in brackets or in another unit, a move said of another thing. */
#include "change.h"

static double share_of(const ipr_quantity *q)
{
    return q->unit == IPR_U_PERCENT ? q->value / 100 : q->value;
}

/* The bracket behind a value, past its measure word, or past its noun where b says in
 * another form what a says: "1 in 3 shoppers (34%)". */
static size_t bracket_behind(const ipr_scan *s, const ipr_work *a, const ipr_work *b)
{
    double gap = share_of(a->q) - share_of(b->q);
    bool near = a->q->unit != b->q->unit && gap < 0.05 && gap > -0.05;
    size_t k = a->q->last + 1;
    for (size_t limit = k + 4; k < limit && k < b->q->first && !ipr_ch(s, k, '('); k++)
        if (!ipr_is(s, k, IPR_ROLE(COUNTER)) &&
            !(near && ipr_tok(s, k)->kind == IPR_T_WORD && !ipr_is(s, k, IPR_ROLE(AUX))))
            break;
    return k;
}

/* "a third (33%)", "RMB 8.4 billion (US$1.2 billion)": the same figure again. */
static bool repeats(const ipr_scan *s, const ipr_work *a, const ipr_work *b)
{
    bool share = ipr_is_part(a->q) && ipr_is_part(b->q);
    bool money = a->q->unit == IPR_U_CURRENCY && b->q->unit == IPR_U_CURRENCY &&
                 a->q->currency != b->q->currency;
    if (!ipr_ch(s, b->q->last + 1, ')') || !(share || money))
        return false;
    size_t k = bracket_behind(s, a, b);
    return ipr_ch(s, k, '(') && k + 2 >= b->q->first && !(b->q->flags & (IPR_Q_PLUS | IPR_Q_MINUS));
}

void ipr_work_again(ipr_scan *s)
{
    for (size_t i = 0; i + 1 < s->n; i++) {
        ipr_work *a = &s->work[i], *b = a + 1;
        bool list = (a->direction != 0) & !b->direction & (b->kind == IPR_LEVEL) &
                        (a->kind == IPR_CHANGE) & ipr_is_part(a->q) & ipr_is_part(b->q) &&
                    ipr_list_adjacent(&s->seg, a->q, b->q) && !ipr_ch(s, a->q->last + 1, ';') &&
                    !ipr_is(s, b->q->last + 1, IPR_ROLE(OF));
        if (a->sent_lo != b->sent_lo || !(list || repeats(s, a, b)))
            continue;
        b->kind = a->kind;
        b->direction = a->direction;
        b->base = a->base;
        if (!list && b->q->comparator == IPR_C_EQ && a->q->unit == IPR_U_CURRENCY)
            b->q->comparator = a->q->comparator == IPR_C_RANGE ? IPR_C_EQ : a->q->comparator;
        if (!list)
            b->repeat = s->repeats = true;
    }
}

/* "Music fell by 18%, and film by 2%": another thing moved alike; names stand between, no verb. */
static bool moves_alike(const ipr_scan *s, const ipr_work *a, const ipr_work *b)
{
    bool named = false;
    if (a->kind != IPR_CHANGE || a->sent_lo != b->sent_lo || !a->direction ||
        b->kind != IPR_LEVEL || b->base || b->q->unit != a->q->unit || !ipr_is_part(b->q) ||
        s->seg.table || (ipr_tok(s, b->q->noun)->flags & IPR_F_HAN) ||
        ipr_is(s, b->q->last + 1, IPR_ROLE(OF) | IPR_ROLE(AUX)))
        return false;
    for (size_t k = a->q->last + 1; k < b->q->first; k++) {
        if (ipr_is(s, k,
                   IPR_ROLE(AUX) | IPR_ROLE(VERB) | IPR_ROLE(CONJ) | IPR_ROLE(REL) | TREND |
                       VERSUS | IPR_ROLE(TO) | IPR_ROLE(SHARE)) ||
            ipr_ch(s, k, ';') || ipr_ch(s, k, ':') || ipr_ch(s, k, '('))
            return false;
        named = named || ipr_content(s, k);
    }
    return named &&
           (a->q->first == 0 || ipr_is(s, a->q->first - 1, IPR_ROLE(BY) | TREND | COMPARATORS));
}

void ipr_work_alike(ipr_scan *s)
{
    for (size_t i = 0; i + 1 < s->n; i++) {
        ipr_work *a = &s->work[i], *b = a + 1;
        if (!moves_alike(s, a, b))
            continue;
        b->kind = IPR_CHANGE;
        b->direction = a->direction;
    }
}
