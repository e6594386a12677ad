/* SPDX-License-Identifier: MIT
 * value.c: the value of a quantity, from its digits, scale and factor. */
#include "reader.h"

#include "decimal.h"

double ipr_power10(int n)
{
    static const double p[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                               1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                               1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    return p[n];
}

/* mant × 10^exp, correctly rounded. */
double ipr_scaled(uint64_t mant, int exp)
{
    if (mant < (uint64_t)1 << 53) {
        if (exp >= 0 && exp <= 22 && (double)mant * ipr_power10(exp) < 9e15)
            return (double)mant * ipr_power10(exp);
        if (exp < 0 && exp >= -22)
            return (double)mant / ipr_power10(-exp);
    }
    char text[20];
    size_t n = sizeof text;
    do {
        text[--n] = (char)('0' + mant % 10);
        mant /= 10;
    } while (mant);
    return ipr_decimal_make(text + n, sizeof text - n, exp);
}

/* A number of more than 18 digits, from its bytes. */
double ipr_long_value(const reader *r, const ipr_token *t)
{
    char buf[800];
    size_t n = 0;
    int64_t dropped = 0, point = 0;
    bool fraction = false;
    for (size_t i = t->start; i < t->end; i++) {
        char c = r->text.p[i];
        if (c >= '0' && c <= '9') {
            if (n < sizeof buf)
                buf[n++] = c;
            else
                dropped++;
            point += fraction;
        } else if (c == '.' && (t->flags & IPR_F_POINT)) {
            fraction = true;
        }
    }
    return ipr_decimal_make(buf, n, dropped - point);
}

void ipr_quantity_settle(ipr_quantity *q)
{
    q->value = q->big > 0 ? q->big * (q->scale <= 22 ? ipr_power10(q->scale) : 1e300)
                          : ipr_scaled(q->mant, q->exp + q->scale);
    if (q->factor != 1)
        q->value *= q->factor;
    if (q->every > 1)
        q->value /= q->every;
    if (q->mant >= (uint64_t)1 << 53)
        q->flags |= IPR_Q_INEXACT;
}
