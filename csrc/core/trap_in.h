/* SPDX-License-Identifier: MIT
 * trap_in.h: what trap.c (numbers that are no values), trap_ask.c (which questions are asked),
 * trap_order.c (numbers that order the text) and trap_page.c (numbers of pages) share: a segment
 * while its numbers are looked at, and what stands at a token of it. */
#ifndef IPR_TRAP_IN_H
#define IPR_TRAP_IN_H

#include "quantity.h"

typedef struct view {
    const ipr_pack *pack;
    ipr_str text;
    ipr_segment *seg;
    uint32_t asks; /* what every number of the segment is asked */
    size_t listed; /* behind the last number of a list of references */
    uint64_t note; /* number of the last footnote run into the text */
    bool clock;    /* a time of day was told */
} view;

/* What a number may be asked, see trap.c; the last three tell more than yes or no. */
typedef enum question {
    Q_LETTERS,
    Q_SIGN,
    Q_RAISED,
    Q_PART,
    Q_AGE,
    Q_AGES,
    Q_YEAR,
    Q_TIME,
    Q_ZERO,
    Q_REFERRED,
    Q_GOES_ON,
    Q_BOUND,
    Q_NOISE,
    Q_ITEM,
    Q_QUOTED,
    Q_NAMED,
    Q_DECIMAL,
    Q_PAGE,
    Q_HAN,
    Q_JOINED,
    Q_LONG,
    Q_PRODUCT,
    Q_DEFINED,
    Q_SECTION,
    Q_QUESTIONS,
    Q_CHAINED = Q_QUESTIONS,
    Q_PHONE,
    Q_NOTE
} question;
#define Q(name) ((uint32_t)1 << Q_##name)

#define VALUE_ROLES                                                                                \
    (IPR_ROLE(SCALE) | IPR_ROLE(PERCENT) | IPR_ROLE(POINTS) | IPR_ROLE(CURRENCY) |                 \
     IPR_ROLE(UNIT) | IPR_ROLE(COUNTER) | IPR_ROLE(TIMES) | IPR_ROLE(TENTHS) |                     \
     IPR_ROLE(PARTS_OF) | IPR_ROLE(POST_GE) | IPR_ROLE(POST_GT) | IPR_ROLE(POST_ABOUT) |           \
     IPR_ROLE(POST_LE))

#define PLAIN_ROLES                                                                                \
    (IPR_ROLE(AUX) | IPR_ROLE(VERB) | IPR_ROLE(IN) | IPR_ROLE(PREP) | IPR_ROLE(AND) |              \
     IPR_ROLE(OF) | IPR_ROLE(CONJ) | IPR_ROLE(REL))

static inline const ipr_token *at(const view *v, size_t i)
{
    return &v->seg->tok[i];
}

static inline bool is(const view *v, size_t i, uint64_t roles)
{
    return ipr_tok_is(v->seg, i, roles);
}

static inline bool ch(const view *v, size_t i, char c)
{
    return ipr_tok_ch(v->seg, i, c);
}

static inline bool glued(const view *v, size_t i)
{
    return ipr_tok_glued(v->seg, i);
}

static inline bool number(const view *v, size_t i)
{
    return at(v, i < v->seg->n ? i : v->seg->n)->kind == IPR_T_NUM;
}

static inline void trap(view *v, size_t i)
{
    ipr_take(v->seg, i);
}

/* Has a unit, scale or counter of its own: then it is a value in most places. */
static inline bool has_unit(const view *v, size_t i)
{
    return is(v, i + 1, VALUE_ROLES) || (i > 0 && is(v, i - 1, IPR_ROLE(CURRENCY)));
}

/* "3.2 Seizures ........ 14": do dots lead to the number? */
static inline bool led(const view *v, size_t i)
{
    return i > 0 && v->text.p[at(v, i)->start - 1 - (v->text.p[at(v, i)->start - 1] == ' ')] == '.';
}

/* A row of more than a label and what dots lead to: of a label alone names hold as in prose. */
static inline bool columns(const view *v)
{
    return v->seg->table && !led(v, v->seg->n - 1);
}

/* Small enough for a footnote, a list mark or a page. */
static inline bool small(const view *v, size_t i, uint64_t limit)
{
    const ipr_token *t = at(v, i);
    return t->exp == 0 && t->mant < limit && !(t->flags & (IPR_F_GROUPED | IPR_F_BIG));
}

/* trap_ask.c: what every number of a segment is asked, and what the one at i is: all that may be
 * answered with yes. */
uint32_t ipr_trap_asks_all(const ipr_segment *seg);
uint32_t ipr_trap_asks(const view *v, size_t i);
/* trap_page.c: is the number at i what a page carries at its head or foot? */
bool ipr_trap_page(const view *v, size_t i);
/* trap_order.c: is it a raised mark, the mark of an item, the number of a section, of a footnote
 * that stands before its text? */
bool ipr_trap_footnote(const view *v, size_t i);
bool ipr_trap_list_mark(const view *v, size_t i);
bool ipr_trap_section(const view *v, size_t i);
bool ipr_trap_note(const view *v, size_t i);

#endif
