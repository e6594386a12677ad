/* SPDX-License-Identifier: MIT
 * trap_ask.c: what a number is asked: the questions of trap.c that what stands beside it leaves
 * open, most often none. All is reckoned without a branch: what prose holds next cannot be
 * foretold. */
#include "trap_in.h"

/* The questions that a sign raises: before a number; there without a blank; behind a number; and
 * where another one of the same question stands on the other side. */
typedef struct sign {
    uint32_t before, glued, behind, pair;
} sign;

static const sign SIGNS[128] = {
    ['.'] = {Q(REFERRED) | Q(NOTE), Q(RAISED), Q(CHAINED), Q(SIGN)},
    [':'] = {Q(REFERRED), 0, Q(CHAINED), Q(SIGN)},
    ['#'] = {Q(REFERRED), 0, 0, 0},
    ['('] = {Q(REFERRED), 0, 0, Q(PHONE)},
    [')'] = {Q(PHONE), Q(RAISED), Q(ITEM), Q(PHONE)},
    [']'] = {0, Q(RAISED), Q(ITEM), 0},
    ['+'] = {Q(REFERRED), Q(SIGN), Q(SIGN), 0},
    [','] = {Q(GOES_ON), Q(RAISED), 0, Q(AGE)},
    ['l'] = {Q(GOES_ON), 0, 0, 0},
    [';'] = {0, Q(RAISED), 0, 0},
    ['!'] = {0, Q(RAISED), 0, 0},
    ['?'] = {0, Q(RAISED), 0, 0},
    ['"'] = {0, Q(RAISED), 0, 0},
    ['\''] = {0, Q(RAISED) | Q(YEAR), 0, 0},
    ['Q'] = {0, Q(RAISED) | Q(YEAR), 0, 0},
    ['q'] = {0, Q(YEAR), 0, 0},
    ['/'] = {Q(GOES_ON) | Q(PAGE), Q(SIGN), Q(CHAINED) | Q(PAGE), 0},
    ['-'] = {Q(GOES_ON), Q(LETTERS) | Q(PART), Q(CHAINED) | Q(PHONE) | Q(JOINED), Q(PAGE)},
    ['d'] = {Q(GOES_ON), 0, Q(CHAINED) | Q(JOINED), Q(PAGE)},
    ['m'] = {0, Q(SIGN), Q(SIGN), 0},
    ['x'] = {Q(SIGN), 0, Q(SIGN), 0},
    ['b'] = {Q(NOTE), 0, 0, 0},
};

uint32_t ipr_trap_asks_all(const ipr_segment *s)
{
    return (s->quotes ? Q(QUOTED) : 0) | (s->flags & IPR_F_DEFINES ? Q(DEFINED) : 0) |
           (s->roles & IPR_ROLE(TIMES) ? Q(PRODUCT) : 0) |
           (s->roles & (IPR_ROLE(LT) | IPR_ROLE(LE)) ? Q(BOUND) : 0);
}

/* The questions, if they are open. */
#define IF(open, questions) (-(uint32_t)(open) & (questions))
#define MEET(roles, some) (((roles) & (some)) != 0)

/* A number, the three tokens before it and the two behind it; one that is none where the segment
 * ends. */
typedef struct beside {
    const ipr_token *p3, *p2, *p, *t, *f, *f2;
    bool glued, glues; /* no blank before it, behind it */
    bool unit;         /* see has_unit */
    bool plain;        /* without grouping signs, no fraction */
} beside;

static inline beside look_beside(const view *v, size_t i)
{
    const ipr_token *t = at(v, i), *none = at(v, v->seg->n);
    beside b = {i > 2 ? t - 3 : none,
                i > 1 ? t - 2 : none,
                i > 0 ? t - 1 : none,
                t,
                t + 1,
                t + 2,
                false,
                false,
                false,
                false};
    b.glued = (i > 0) & (b.p->end == t->start);
    b.glues = t->end == b.f->start;
    b.unit = MEET(b.f->roles, VALUE_ROLES) | MEET(b.p->roles, IPR_ROLE(CURRENCY));
    b.plain = (t->exp == 0) & !(t->flags & (IPR_F_GROUPED | IPR_F_BIG));
    return b;
}

/* What the number itself is. */
static inline uint32_t by_itself(const view *v, size_t i, const beside *b)
{
    bool point = (b->t->flags & IPR_F_POINT) != 0, last = i + 1 == v->seg->n;
    bool zero = (v->text.p[b->t->start] == '0') & (b->t->end - b->t->start > 1);
    bool page = (v->seg->n <= 12) & !b->unit;
    return IF(zero, Q(ZERO)) | IF(point & v->clock, Q(TIME)) | IF(point & !b->unit, Q(DECIMAL)) |
           IF((b->t->mant >= 100000000) & b->plain & !b->unit, Q(LONG)) |
           IF(i == 0, Q(SECTION) | Q(NOTE)) |
           IF(page | (last & ((b->t->flags & IPR_F_WIDE) != 0)), Q(PAGE));
}

/* The words beside it. */
static inline uint32_t by_words(const view *v, size_t i, const beside *b)
{
    const ipr_token *p = b->p, *f = b->f;
    const uint64_t followed =
        f->roles | b->f2->roles | v->seg->role[i + 3 < v->seg->n ? i + 3 : v->seg->n];
    bool word = (p->kind == IPR_T_WORD) & !(p->flags & IPR_F_HAN);
    bool next = (f->kind == IPR_T_WORD) & !(f->flags & IPR_F_HAN);
    bool letters =
        (b->glued & word & !MEET(p->roles, IPR_ROLE(CURRENCY) | IPR_ROLE(PERCENT_OF))) |
        (next & (b->glues | ((f->flags & IPR_F_HYPHEN) != 0)) & !MEET(f->roles, VALUE_ROLES));
    bool named = (p->kind == IPR_T_WORD) & ((p->flags & (IPR_F_CAP | IPR_F_TRAP)) == IPR_F_CAP) &
                 !MEET(p->roles, ~(IPR_ROLE(VERB) | IPR_ROLE(LE))) & !b->unit &
                 !(b->t->flags & (IPR_F_GROUPED | IPR_F_POINT | IPR_F_WIDE));
    bool han = ((f->flags & IPR_F_HAN) != 0) |
               (((p->flags & IPR_F_HAN) != 0) & MEET(p->roles, IPR_ROLE(NOISE)));
    bool noise = MEET(f->roles, IPR_ROLE(NOISE)) |
                 (MEET(f->roles, IPR_ROLE(SCALE)) & MEET(followed, IPR_ROLE(NOISE))) |
                 (b->plain & (b->t->mant < 100) &
                  (MEET(followed, IPR_ROLE(NAME)) |
                   (MEET(f->roles, IPR_ROLE(COUNTER)) & MEET(v->seg->roles, IPR_ROLE(NAME)))));
    return IF(letters, Q(LETTERS)) | IF(named, Q(NAMED)) | IF(han, Q(HAN)) | IF(noise, Q(NOISE)) |
           IF(MEET(p->roles, IPR_ROLE(REF) | IPR_ROLE(BETWEEN)), Q(REFERRED)) |
           IF(MEET(p->roles, IPR_ROLE(AND) | IPR_ROLE(OR) | IPR_ROLE(TO) | IPR_ROLE(OF)),
              Q(GOES_ON)) |
           IF(MEET(f->roles, IPR_ROLE(TO)), Q(JOINED));
}

/* The numbers beside it. */
static inline uint32_t by_numbers(const beside *b)
{
    bool from =
        (b->f2->kind == IPR_T_NUM) & (MEET(b->p->roles, IPR_ROLE(BETWEEN)) | (b->p->ch == '('));
    bool to =
        (b->p2->kind == IPR_T_NUM) & (MEET(b->p3->roles, IPR_ROLE(BETWEEN)) | (b->p3->ch == '('));
    return IF(from | to, Q(AGES)) | IF(b->f->kind == IPR_T_NUM, Q(PHONE));
}

/* What cannot be so for what stands further off. */
static inline uint32_t shut(const view *v, size_t i, const beside *b)
{
    const ipr_token *p = b->p, *p2 = b->p2, *f = b->f, *f2 = b->f2;
    const unsigned capital = IPR_F_CAP | IPR_F_GAP;
    bool refers =
        MEET(p->roles | p2->roles | b->p3->roles, IPR_ROLE(REF)) | (p->ch == '#') | (p2->ch == '#');
    bool listed =
        ((p2->kind == IPR_T_NUM) & (((p2->flags & IPR_F_TRAP) != 0) | (v->listed == i - 1))) |
        (p2->ch == ')') | ((p2->ch == '-') & (b->p3->kind == IPR_T_NUM));
    bool chain = b->glues & (f2->kind == IPR_T_NUM) & (f->end == f2->start);
    bool note = (f->kind == IPR_T_WORD) & ((f->flags & capital) == capital);
    return IF(!refers, Q(REFERRED)) | IF(!listed, Q(GOES_ON)) | IF(!chain, Q(CHAINED)) |
           IF(!note, Q(SECTION) | Q(NOTE)) | IF(!b->plain | (b->t->mant >= 2000), Q(PAGE)) |
           IF(b->unit, Q(PART)) | IF(b->unit & (f->ch != 'Q'), Q(QUOTED)) |
           IF(!MEET(v->seg->roles, IPR_ROLE(NOISE)), Q(JOINED));
}

uint32_t ipr_trap_asks(const view *v, size_t i)
{
    const beside b = look_beside(v, i);
    const sign *p = &SIGNS[b.p->ch & 127], *f = &SIGNS[b.f->ch & 127];
    uint32_t asks = v->asks | p->before | IF(b.glued, p->glued) | f->behind | (p->pair & f->pair) |
                    by_itself(v, i, &b) | by_words(v, i, &b) | by_numbers(&b);
    return asks & ~shut(v, i, &b);
}
