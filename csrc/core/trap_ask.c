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
    ['x'] = {Q(SIGN), 0, 0, 0},
    ['b'] = {Q(NOTE), 0, 0, 0},
};

uint32_t ipr_trap_asks_all(const ipr_segment *s)
{
    return (s->quotes ? Q(QUOTED) : 0) | (s->flags & IPR_F_DEFINES ? Q(DEFINED) : 0) |
           (s->roles & (IPR_ROLE(LT) | IPR_ROLE(LE)) ? Q(BOUND) : 0);
}

/* The questions, if they are open. */
#define IF(open, questions) (-(uint32_t)(open) & (questions))
#define MEET(roles, some) (((roles) & (some)) != 0)

/* What stands beside a number: the tokens before and behind it and their roles, those of the three
 * before and of the three behind. */
typedef struct beside {
    const ipr_token *t, *p, *f;
    uint64_t before, behind, led, followed;
    size_t p2, p3, f2; /* the tokens two and three before it, and two behind it */
    bool glued, glues; /* no blank before it, behind it */
    bool unit;         /* see has_unit */
} beside;

static inline beside look_beside(const view *v, size_t i)
{
    const ipr_segment *s = v->seg;
    const size_t none = s->n, p1 = i > 0 ? i - 1 : none, f3 = i + 3 < none ? i + 3 : none;
    beside b = {at(v, i), at(v, p1), at(v, i + 1), s->role[p1], s->role[i + 1], 0, 0, 0,
                0,        0,         false,        false,       false};
    b.p2 = i > 1 ? i - 2 : none;
    b.p3 = i > 2 ? i - 3 : none;
    b.f2 = i + 2 < none ? i + 2 : none;
    b.led = b.before | s->role[b.p2] | s->role[b.p3];
    b.followed = b.behind | s->role[b.f2] | s->role[f3];
    b.glued = (i > 0) & (b.p->end == b.t->start);
    b.glues = b.t->end == b.f->start;
    b.unit = MEET(b.behind, VALUE_ROLES) | MEET(b.before, IPR_ROLE(CURRENCY));
    return b;
}

/* What the number itself is. */
static inline uint32_t by_itself(const view *v, size_t i, const beside *b)
{
    const unsigned flags = b->t->flags;
    const char *first = v->text.p + b->t->start;
    bool sided = (b->p->kind == IPR_T_PUNCT) | (b->f->kind == IPR_T_PUNCT);
    bool point = (flags & IPR_F_POINT) != 0;
    bool zero = (*first == '0') & ((uint8_t)(first[b->t->end - b->t->start > 1] - '0') < 10) &
                (b->t->end - b->t->start > 1);
    return IF(zero, Q(ZERO)) | IF(point & v->clock & sided, Q(TIME)) |
           IF(point & (i > 0) & !b->unit, Q(DECIMAL)) |
           IF((b->t->mant >= 100000000) & (b->t->exp == 0) & !b->unit, Q(LONG)) |
           IF((i == 0) & point, Q(SECTION)) | IF(i == 0, Q(NOTE));
}

/* The words beside it. */
static inline uint32_t by_words(const view *v, size_t i, const beside *b)
{
    const ipr_token *p = b->p, *f = b->f;
    const unsigned own = b->t->flags;
    bool last = i + 1 >= v->seg->n;
    bool word = (p->kind == IPR_T_WORD) & !(p->flags & IPR_F_HAN);
    bool next = (f->kind == IPR_T_WORD) & !(f->flags & IPR_F_HAN);
    bool letters =
        (b->glued & word & !MEET(b->before, IPR_ROLE(CURRENCY) | IPR_ROLE(PERCENT_OF))) |
        (next & (b->glues | ((f->flags & IPR_F_HYPHEN) != 0)) & !MEET(b->behind, VALUE_ROLES));
    bool named = (p->kind == IPR_T_WORD) & ((p->flags & (IPR_F_CAP | IPR_F_TRAP)) == IPR_F_CAP) &
                 !MEET(b->before, ~(IPR_ROLE(VERB) | IPR_ROLE(LE))) & !b->unit &
                 !(own & (IPR_F_GROUPED | IPR_F_POINT | IPR_F_WIDE)) &
                 (last | (f->kind == IPR_T_PUNCT) | MEET(b->behind, PLAIN_ROLES) |
                  ((f->flags & (IPR_F_CAP | IPR_F_HAN)) != 0));
    bool han = ((f->flags & IPR_F_HAN) != 0) |
               (((p->flags & IPR_F_HAN) != 0) & MEET(b->before, IPR_ROLE(NOISE)));
    bool noise = MEET(b->behind, IPR_ROLE(NOISE)) |
                 (MEET(b->behind, IPR_ROLE(SCALE)) & MEET(b->followed, IPR_ROLE(NOISE))) |
                 (small(v, i, 100) &
                  (MEET(b->followed, IPR_ROLE(NAME)) |
                   (MEET(b->behind, IPR_ROLE(COUNTER)) & MEET(v->seg->roles, IPR_ROLE(NAME)))));
    return IF(letters, Q(LETTERS)) | IF(named, Q(NAMED)) | IF(han, Q(HAN)) | IF(noise, Q(NOISE)) |
           IF(MEET(b->before | b->behind, IPR_ROLE(TIMES)), Q(PRODUCT)) |
           IF(MEET(b->before, IPR_ROLE(REF) | IPR_ROLE(BETWEEN)), Q(REFERRED)) |
           IF(MEET(b->before, IPR_ROLE(AND) | IPR_ROLE(OR) | IPR_ROLE(TO) | IPR_ROLE(OF)),
              Q(GOES_ON)) |
           IF(MEET(b->behind, IPR_ROLE(TO)), Q(JOINED));
}

/* The numbers near it. */
static inline uint32_t by_numbers(const view *v, size_t i, const beside *b)
{
    const ipr_segment *s = v->seg;
    bool range = (number(v, b->f2) & (MEET(b->before, IPR_ROLE(BETWEEN)) | ch(v, i - 1, '('))) |
                 (number(v, b->p2) & (is(v, b->p3, IPR_ROLE(BETWEEN)) | ch(v, b->p3, '(')));
    return IF(range, Q(AGES)) | IF(b->f->kind == IPR_T_NUM, Q(PHONE)) |
           IF((i + 1 == s->n) & ((b->t->flags & IPR_F_WIDE) != 0), Q(PAGE)) |
           IF((s->n <= 12) & !b->unit, Q(PAGE));
}

/* What cannot be so for what stands further off. */
static inline uint32_t shut(const view *v, size_t i, const beside *b)
{
    const ipr_segment *s = v->seg;
    const unsigned capital = IPR_F_CAP | IPR_F_GAP;
    bool refers = MEET(b->led, IPR_ROLE(REF)) | ch(v, i - 1, '#') | ch(v, b->p2, '#');
    bool listed =
        (number(v, b->p2) & (((at(v, b->p2)->flags & IPR_F_TRAP) != 0) | (v->listed == i - 1))) |
        ch(v, b->p2, ')') | (number(v, b->p3) & ch(v, b->p2, '-'));
    bool chain = b->glues & number(v, b->f2) & (b->f->end == at(v, b->f2)->start);
    bool note = (b->f->kind == IPR_T_WORD) & ((b->f->flags & capital) == capital);
    return IF(!refers, Q(REFERRED)) | IF(!listed, Q(GOES_ON)) | IF(!chain, Q(CHAINED)) |
           IF(!note, Q(NOTE)) | IF(!small(v, i, 2000), Q(PAGE)) | IF(b->unit, Q(PART)) |
           IF(b->unit & !ch(v, i + 1, 'Q'), Q(QUOTED)) |
           IF(!MEET(s->roles, IPR_ROLE(NOISE)), Q(JOINED));
}

uint32_t ipr_trap_asks(const view *v, size_t i)
{
    const beside b = look_beside(v, i);
    const sign *p = &SIGNS[b.p->ch & 127], *f = &SIGNS[b.f->ch & 127];
    bool nul = ((b.p->kind == IPR_T_PUNCT) & !b.p->ch) | ((b.f->kind == IPR_T_PUNCT) & !b.f->ch);
    uint32_t asks = v->asks | p->before | IF(b.glued, p->glued) | f->behind | (p->pair & f->pair) |
                    IF(nul, Q(SIGN)) | by_itself(v, i, &b) | by_words(v, i, &b) |
                    by_numbers(v, i, &b);
    return asks & ~shut(v, i, &b);
}
