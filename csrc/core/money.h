/* SPDX-License-Identifier: MIT
 * money.h: prices as people and feeds write them: amount, currency, and why a
 * text is no price.
 *
 * Used by the listing reader, the price references and money.parse. Knows no
 * locale: what a separator means is read from the text itself, from the
 * currency's minor units (ISO 4217) or from a style the caller found in the
 * whole column. A range, a placeholder or an unreadable text has no amount.
 */
#ifndef IPR_MONEY_H
#define IPR_MONEY_H

#include "decimal.h"

typedef enum ipr_money_state {
    IPR_MONEY_OK,          /* an amount */
    IPR_MONEY_EMPTY,       /* nothing but blanks */
    IPR_MONEY_RANGE,       /* two amounts, or a "from" price */
    IPR_MONEY_PLACEHOLDER, /* 0.00, 0.01, 12345, 99999, "on request" */
    IPR_MONEY_AMBIGUOUS,   /* "1.234": thousands or thousandths; the column may tell */
    IPR_MONEY_CONFLICT,    /* the sign cannot stand for the column's currency */
    IPR_MONEY_UNREADABLE   /* no amount that we are sure of */
} ipr_money_state;

typedef enum ipr_money_style {
    IPR_STYLE_UNKNOWN, /* the writing does not tell */
    IPR_STYLE_DOT,     /* 1,234.56 */
    IPR_STYLE_COMMA    /* 1.234,56 */
} ipr_money_style;

typedef struct ipr_money {
    ipr_money_state state;
    ipr_money_style style; /* what this text shows of the column's style */
    int64_t digits;        /* the amount is digits / 10^scale; 0 unless state is OK */
    uint8_t scale;         /* decimals written, 0 to 9 */
    char currency[4];      /* ISO code, or "" where it is not known */
} ipr_money;

/* Reads one text. currency: the row's currency column or the caller's default, ""
 * if none; it decides "$ ¥ kr Rs" and is the currency of a bare number, while a
 * code or an unambiguous sign in the text goes before it. style: the column's. */
ipr_money ipr_money_parse(ipr_str text, ipr_str currency, ipr_money_style style);

/* The amount as a double, correctly rounded; NaN-free: 0 unless state is OK. */
double ipr_money_value(const ipr_money *m);
/* The amount in the currency's minor units (two where the currency is not known),
 * rounded half away from zero; false if it does not fit or state is not OK. */
bool ipr_money_minor(const ipr_money *m, int64_t *out);
/* "ok", "empty", "range", …; for messages and counts. Never NULL. */
const char *ipr_money_state_name(ipr_money_state s);

/* The votes of a column: add every text, then ask. Both styles seen gives UNKNOWN
 * unless one has nineteen of twenty votes. */
typedef struct ipr_money_votes {
    uint64_t dot, comma;
} ipr_money_votes;
void ipr_money_vote(ipr_money_votes *v, ipr_str text);
ipr_money_style ipr_money_decide(const ipr_money_votes *v);

/* ISO 4217, in money_tab.c. */
typedef struct ipr_currency {
    char code[4];
    uint8_t minor; /* decimals of the minor unit */
    bool small;    /* ten thousand of it is an everyday price: 9999 is no placeholder */
} ipr_currency;

/* The row of a three-letter code in any case, or NULL. */
const ipr_currency *ipr_currency_find(ipr_str code);

#endif
