/* SPDX-License-Identifier: MIT
 * trap.c: numbers that are no values: references, identifiers, phones, times,
 * footnotes, list marks, names, page furniture. Each check looks at a few tokens. */
#include "trap_in.h"

#include <string.h>

/* Letters touch it: "Web3", "5G", "B-214", "4th", "million1". */
static bool touches_letters(const view *v, size_t i)
{
    if (i > 0 && glued(v, i) && at(v, i - 1)->kind == IPR_T_WORD &&
        !(at(v, i - 1)->flags & IPR_F_HAN) &&
        !is(v, i - 1, IPR_ROLE(CURRENCY) | IPR_ROLE(PERCENT_OF)))
        return true;
    if (i > 1 && glued(v, i) && ch(v, i - 1, '-') && glued(v, i - 1) &&
        at(v, i - 2)->kind == IPR_T_WORD && !(at(v, i - 2)->flags & IPR_F_HAN))
        return true;
    const ipr_token *next = at(v, i + 1);
    if (i + 1 >= v->seg->n || next->kind != IPR_T_WORD || (next->flags & IPR_F_HAN))
        return false;
    if (next->flags & IPR_F_HYPHEN)
        return !(next->roles & (VALUE_ROLES | IPR_ROLE(TO)));
    return glued(v, i + 1) && !(next->roles & VALUE_ROLES);
}

/* "the 1+3 rule": sums are names. */
static bool is_sum(const view *v, size_t i)
{
    if (ch(v, i + 1, '+') && glued(v, i + 1) && glued(v, i + 2))
        return number(v, i + 2) ||
               (at(v, i + 2)->kind == IPR_T_WORD && !(at(v, i + 2)->flags & IPR_F_HAN));
    return i > 1 && ch(v, i - 1, '+') && glued(v, i) && glued(v, i - 1) && number(v, i - 2);
}

/* 608/2013, 24/7, 9:30, 3.1.2, 1-800-555: digits chained by signs. */
static size_t chained(const view *v, size_t i)
{
    size_t k = i, links = 0;
    char sign = 0;
    while (k + 2 < v->seg->n && at(v, k + 1)->kind == IPR_T_PUNCT && glued(v, k + 1) &&
           glued(v, k + 2) && number(v, k + 2) && strchr("/:.-d", at(v, k + 1)->ch)) {
        sign = at(v, k + 1)->ch;
        links++;
        k += 2;
    }
    if (links == 1 && sign == '/' && small(v, i, 10) && small(v, k, 11) &&
        at(v, i)->mant < at(v, k)->mant)
        return 0; /* 2/3 is a fraction */
    if (links == 1 && (sign == '-' || sign == 'd'))
        return 0; /* a range */
    return links ? k - i + 1 : 0;
}

static bool leading_zero(const view *v, size_t i)
{
    const ipr_token *t = at(v, i);
    char next = t->end - t->start > 1 ? v->text.p[t->start + 1] : 0;
    return v->text.p[t->start] == '0' && next >= '0' && next <= '9';
}

static bool after_reference(const view *v, size_t i)
{
    size_t k = i;
    for (int steps = 0; k > 0 && steps < 3; steps++) {
        k--;
        if (is(v, k, IPR_ROLE(REF)))
            return !ch(v, k + 1, '.') || at(v, k)->end - at(v, k)->start <= IPR_SHORTENED;
        if (!is(v, k, IPR_ROLE(BETWEEN)) && !ch(v, k, '.') && !ch(v, k, '#') && !ch(v, k, '(') &&
            !ch(v, k, '+') && !ch(v, k, ':'))
            return ch(v, k + 1, '#');
    }
    return false;
}

static size_t digits(const view *v, size_t i)
{
    const ipr_token *t = at(v, i);
    return t->flags & (IPR_F_GROUPED | IPR_F_POINT) ? 0 : t->end - t->start;
}

/* Three or more bare numbers in a row, or numbers behind a phone's plus sign. */
static size_t phone(const view *v, size_t i)
{
    size_t k = i;
    if (!number(v, i + 1) && at(v, i + 1)->kind != IPR_T_PUNCT && !(i > 0 && ch(v, i - 1, ')')))
        return 0;
    if (i > 0 && ch(v, i - 1, '(') && ch(v, i + 1, ')') && digits(v, i) > 1 && number(v, i + 2) &&
        ch(v, i + 3, '-') && number(v, i + 4))
        return 5; /* "(415) 555-0142" */
    bool plus = i > 0 && ch(v, i - 1, '+') && glued(v, i);
    while (number(v, k) && !(at(v, k)->flags & IPR_F_WIDE && k > i) && !has_unit(v, k)) {
        k++;
        if (ch(v, k, '-') && glued(v, k))
            k++;
    }
    size_t n = k - i;
    bool area =
        i > 2 && ch(v, i - 1, ')') && (at(v, i - 2)->flags & IPR_F_TRAP) && ch(v, i - 3, '(');
    bool named = plus || leading_zero(v, i) || (i > 0 && after_reference(v, i));
    bool halves = n == 2 && digits(v, i) + digits(v, i + 1) >= 7 && digits(v, i) <= 4 &&
                  digits(v, i + 1) == 4 && (at(v, k)->kind == IPR_T_PUNCT || k >= v->seg->n);
    return n >= 3 || (n == 2 && (named || halves)) || (n && area) ? n : 0;
}

/* So many digits in a row, counting nothing: a number to ring or to look up. */
static bool is_identifier(const view *v, size_t i)
{
    const ipr_token *t = at(v, i), *n = at(v, i + 1);
    bool noun = i + 1 < v->seg->n && n->kind == IPR_T_WORD && !(n->roles & ~IPR_ROLE(VERB));
    return t->mant >= 100000000 && t->exp == 0 && !(t->flags & (IPR_F_GROUPED | IPR_F_POINT)) &&
           !has_unit(v, i) && !noun && !columns(v);
}

/* A sentence that defines a term, not far before: its limits are no figures. */
static bool defines(const view *v, size_t i)
{
    size_t k = i + 1, end = i > 40 ? i - 40 : 0;
    while (k > end && !(at(v, k - 1)->flags & IPR_F_DEFINES) &&
           !(ch(v, k - 1, '.') && at(v, k)->flags & (IPR_F_GAP | IPR_F_HAN)))
        k--;
    return k > end && at(v, k - 1)->flags & IPR_F_DEFINES;
}

/* "sections 29(4) and 30": the token before the joint at i, past marks in brackets. */
static size_t before_marks(const view *v, size_t i)
{
    while (i > 4 && ch(v, i - 1, ')') && ch(v, i - 3, '('))
        i -= 3;
    return i - 1;
}

/* "08:45 coffee; 9.30 keynote": hours and minutes behind others. */
static bool goes_on_time(const view *v, size_t i)
{
    const ipr_token *t = at(v, i);
    const char *end = v->text.p + t->end;
    size_t n = t->end - t->start;
    bool sign = (i > 0 && at(v, i - 1)->kind == IPR_T_PUNCT) || at(v, i + 1)->kind == IPR_T_PUNCT;
    return v->clock && sign && (t->flags & IPR_F_POINT) && (n == 4 || n == 5) && end[-3] == '.' &&
           end[-2] < '6' && !has_unit(v, i) && !columns(v);
}

/* Numbers that go on a list of references: "Articles 16 and 17". */
static bool goes_on(const view *v, size_t i)
{
    bool bare = is(v, i + 1, IPR_ROLE(AND) | IPR_ROLE(OR) | IPR_ROLE(AUX) | IPR_ROLE(NOISE)) ||
                i + 1 >= v->seg->n || at(v, i + 1)->kind == IPR_T_PUNCT;
    if (i < 2 || (has_unit(v, i) && !is(v, i + 1, IPR_ROLE(NOISE))))
        return false;
    if (i >= 3 && is(v, i - 1, IPR_ROLE(TO)) && ch(v, i - 2, '-') && number(v, i - 3))
        return at(v, i - 3)->flags & IPR_F_TRAP;
    size_t before = before_marks(v, i - 1);
    if (!before || !number(v, before) || (before + 2 < i && !bare))
        return false;
    bool word = is(v, i - 1, IPR_ROLE(AND) | IPR_ROLE(OR) | IPR_ROLE(TO));
    bool comma = ch(v, i - 1, ',') || ch(v, i - 1, 'l');
    bool sign = ch(v, i - 1, '-') || ch(v, i - 1, 'd') || ch(v, i - 1, '/');
    if (v->listed == before + 1 && bare && (comma || word))
        return true;
    bool joined = word || sign || is(v, i - 1, IPR_ROLE(OF)) || (comma && before + 2 < i);
    return joined && (at(v, before)->flags & IPR_F_TRAP) && after_reference(v, before);
}

/* "18023326号-36", "2021-4455": joined by a dash to what is no figure. */
static bool is_part(const view *v, size_t i)
{
    if (i < 2 || !ch(v, i - 1, '-') || !glued(v, i) || !glued(v, i - 1) || has_unit(v, i))
        return false;
    const ipr_token *p = at(v, i - 2);
    return (p->kind == IPR_T_NUM && p->flags & IPR_F_TRAP) ||
           (i > 2 && p->roles & IPR_ROLE(NOISE) && at(v, i - 3)->flags & IPR_F_TRAP);
}

/* "Chun-Yu Zhao, 43, ran", "the owner, 42, was": an age behind a name or a person. */
static bool is_age(const view *v, size_t i)
{
    if (i < 2 || !ch(v, i - 1, ',') || !ch(v, i + 1, ',') || !small(v, i, 120) ||
        at(v, i)->mant < 10 || columns(v) || v->seg->bullet)
        return false;
    const ipr_token *who = at(v, i - 2);
    return ((who->flags & IPR_F_CAP) && who->kind == IPR_T_WORD && !who->roles) ||
           v->pack->entries[who->entry].also & IPR_ALSO_PERSON;
}

/* "Buyers (18 to 34) bought", "they are between 18 and 34": two such numbers, and nothing they
 * count. */
static bool is_age_range(const view *v, size_t i)
{
    size_t a = number(v, i + 2) ? i : i - (i < 2 ? i : 2), b = a + 2;
    if (a < 2 || !number(v, a) || !number(v, b) || !small(v, a, 100) || !small(v, b, 100) ||
        at(v, a)->mant < 10 || at(v, a)->mant >= at(v, b)->mant || columns(v))
        return false;
    if (is(v, a - 1, IPR_ROLE(BETWEEN)))
        return is(v, a - 2, IPR_ROLE(AUX)) && is(v, a + 1, IPR_ROLE(AND)) &&
               (at(v, b + 1)->kind == IPR_T_PUNCT || is(v, b + 1, PLAIN_ROLES & ~IPR_ROLE(IN)));
    bool range = ch(v, a + 1, '-') || ch(v, a + 1, 'd') || is(v, a + 1, IPR_ROLE(TO));
    return range && ch(v, a - 1, '(') && ch(v, b + 1, ')') && !has_unit(v, b) &&
           at(v, a - 2)->kind == IPR_T_WORD;
}

/* "firms that employ fewer than 10", "with fewer than 50 employees": less than so much, which says
 * what is called so. */
static bool is_bound(const view *v, size_t i)
{
    size_t k = i;
    while (k > 0 && i - k < 2 && is(v, k - 1, IPR_ROLE(CURRENCY)))
        k--;
    const ipr_entry *entry = v->pack->entries;
    if (k < 2 || !(is(v, k - 1, IPR_ROLE(LT)) || entry[at(v, k - 1)->entry].also & IPR_ALSO_BOUNDS))
        return false;
    return (entry[at(v, k - 2)->entry].also | entry[at(v, i + 1)->entry].also) & IPR_ALSO_BOUNDS;
}

/* "Feb 24 ’20": a year behind a day. */
static bool short_year(const view *v, size_t i)
{
    const ipr_token *p = i > 1 ? at(v, i - 1) : NULL;
    return p && digits(v, i) == 2 && glued(v, i) && strchr("'qQ", p->ch) &&
           p->kind == IPR_T_PUNCT && (p->flags & IPR_F_GAP) &&
           (is(v, i - 2, IPR_ROLE(MONTH)) || (at(v, i - 2)->flags & IPR_F_TRAP));
}

/* "♥ 87 ↻ 12 💬 5": between signs that are no text's. */
static bool is_reaction(const view *v, size_t i)
{
    return i > 0 && ch(v, i - 1, 'x') && (ch(v, i + 1, 'x') || i + 1 == v->seg->n);
}

static bool before_noise(const view *v, size_t i)
{
    size_t k = i + 1;
    if (is(v, k, IPR_ROLE(SCALE)) && is(v, k + 1, IPR_ROLE(NOISE)))
        return true;
    if (is(v, k, IPR_ROLE(NOISE)))
        return true;
    size_t reach = is(v, k, IPR_ROLE(COUNTER)) ? 6 : 3;
    for (size_t j = k; j < k + reach && j < v->seg->n; j++) {
        const ipr_token *t = at(v, j);
        if ((t->roles & IPR_ROLE(NAME)) && small(v, i, 100) && !has_unit(v, i))
            return true;
        if ((t->roles & IPR_ROLE(NAME)) && (t->flags & IPR_F_HAN) && small(v, i, 100))
            return true;
        uint64_t ends = IPR_ROLE(OF) | IPR_ROLE(IN) | IPR_ROLE(PREP) | IPR_ROLE(AUX) |
                        IPR_ROLE(AND) | IPR_ROLE(PERCENT) | IPR_ROLE(SCALE);
        if (t->kind != IPR_T_WORD || (t->roles & ends) ||
            ((t->roles & IPR_ROLE(VERB)) && !((t->flags & IPR_F_HAN) && j == k + 1)))
            return false;
    }
    return false;
}

/* Inside short quotes and counting nothing: a name. */
static bool is_quoted_name(const view *v, size_t i)
{
    size_t from = i, to = i;
    if (has_unit(v, i) && !ch(v, i + 1, 'Q'))
        return false;
    for (int steps = 0; from > 0 && steps < 8; steps++) {
        from--;
        if (ch(v, from, 'q'))
            break;
        if (at(v, from)->kind == IPR_T_PUNCT && strchr(".,;:", at(v, from)->ch))
            return false;
    }
    if (!ch(v, from, 'q'))
        return false;
    while (to < v->seg->n && to < i + 8 && !ch(v, to, 'Q'))
        to++;
    return ch(v, to, 'Q') && to - from <= 8;
}

/* The token behind a comma, an `and` or both at i; i if there is none. */
static size_t past_joint(const view *v, size_t i)
{
    i += ch(v, i, ',');
    return i + is(v, i, IPR_ROLE(AND));
}

/* "120 shops: Rome 40, Milan 20 and Turin 12": one of a list of names with numbers, in a
 * sentence that told of a figure, or behind a colon. */
static bool listed_name(const view *v, size_t i)
{
    size_t name = past_joint(v, i + 1), k = i - 1;
    bool next = name > i + 1 && (at(v, name)->flags & IPR_F_CAP) && number(v, name + 1) &&
                !has_unit(v, name + 1) && !(at(v, name + 1)->flags & IPR_F_HAN);
    while (k > 0 && !ch(v, k, '.') && !ch(v, k, ':') && i - k < 40 && !is(v, k, IPR_ROLE(VERB)) &&
           (!number(v, k) || at(v, k)->flags & IPR_F_TRAP))
        k--;
    bool member = number(v, k) && past_joint(v, k + 1) == i - 1 && k > 0 &&
                  (at(v, k - 1)->flags & IPR_F_CAP) && !(at(v, k)->flags & IPR_F_TRAP);
    bool figure = ch(v, k, ':') || (number(v, k) && !(at(v, k)->flags & IPR_F_TRAP));
    return member || (figure && next);
}

/* A capitalised word, then a bare number, then no noun: "Operation 404", "Boeing 737". */
static bool follows_name(const view *v, size_t i)
{
    if (i < 1 || has_unit(v, i) || (at(v, i)->flags & (IPR_F_GROUPED | IPR_F_POINT | IPR_F_WIDE)))
        return false;
    if (listed_name(v, i))
        return false;
    const ipr_token *p = at(v, i - 1), *n = at(v, i + 1);
    if (p->kind != IPR_T_WORD || !(p->flags & IPR_F_CAP) || (p->flags & IPR_F_TRAP) || columns(v))
        return false;
    bool model =
        i > 1 && (at(v, i - 2)->flags & IPR_F_CAP) && !at(v, i - 2)->roles; /* Air Max 90 */
    if (p->roles & ~(IPR_ROLE(VERB) | (model ? IPR_ROLE(LE) : 0)))
        return false;
    if (i == 1 && !(n->roles & PLAIN_ROLES))
        return false;
    if (i + 1 >= v->seg->n)
        return i > 1;
    return n->kind == IPR_T_PUNCT || (n->roles & PLAIN_ROLES) ||
           (n->flags & (IPR_F_CAP | IPR_F_HAN));
}

/* "the 15th day": a number before the mark of a day, or the minutes behind an hour. */
static bool han_time(const view *v, size_t i)
{
    const ipr_token *n = at(v, i + 1);
    if (i > 1 && is(v, i - 1, IPR_ROLE(NOISE)) && (at(v, i - 1)->flags & IPR_F_HAN) &&
        glued(v, i) && number(v, i - 2) && small(v, i, 60))
        return true;
    return is(v, i + 1, IPR_ROLE(TIMEMARK)) && (n->flags & IPR_F_HAN) && small(v, i, 32) &&
           v->pack->entries[n->entry].time == IPR_TIME_DAY;
}

/* "9-11.30 a.m.", "18- to 34-year-olds": joined by a dash to what is no figure. */
static bool joined_to_trap(const view *v, size_t i)
{
    if (!ch(v, i + 1, '-') && !ch(v, i + 1, 'd') && !is(v, i + 1, IPR_ROLE(TO)))
        return false;
    size_t k = i + 2 + (is(v, i + 2, IPR_ROLE(TO)) && !number(v, i + 2));
    k += ch(v, k, '-');
    return number(v, k) && is(v, k + 1, IPR_ROLE(NOISE)) && !has_unit(v, k);
}

/* A number that a Han noun follows without a measure word, where nothing leads up to it. */
static bool han_name(const view *v, size_t i)
{
    const ipr_token *n = at(v, i + 1);
    bool open = i == 0 || at(v, i - 1)->kind == IPR_T_PUNCT ||
                (is(v, i - 1, IPR_ROLE(IN) | IPR_ROLE(PREP) | IPR_ROLE(AND)) &&
                 (at(v, i - 1)->flags & IPR_F_HAN)) ||
                ((at(v, i - 1)->flags & IPR_F_TRAP) && (at(v, i - 1)->flags & IPR_F_HAN)) ||
                (at(v, i - 1)->roles == 0 && (at(v, i - 1)->flags & IPR_F_HAN) && glued(v, i));
    return open && i + 1 < v->seg->n && (n->flags & IPR_F_HAN) && n->kind == IPR_T_WORD &&
           glued(v, i + 1) &&
           !(n->roles & (VALUE_ROLES | IPR_ROLE(OF) | IPR_ROLE(TIMEMARK) | IPR_ROLE(TO) |
                         IPR_ROLE(AND) | IPR_ROLE(POINTS)));
}

/* Bytes that are no text stand beside the digits: nothing can be said of them. */
static bool beside_nul(const view *v, size_t i)
{
    const ipr_token *t = at(v, i);
    return (t->start > 0 && v->text.p[t->start - 1] == 0) ||
           (t->end < v->text.n && v->text.p[t->end] == 0);
}

/* "1688.com, 11.11 and …": a bare decimal among names counts nothing. */
static bool bare_decimal(const view *v, size_t i)
{
    const ipr_token *t = at(v, i), *n = at(v, i + 1);
    if (!(t->flags & IPR_F_POINT) || has_unit(v, i) || columns(v) || v->seg->bullet || i == 0)
        return false;
    if (t->exp == -1 && t->mant % 10 == 0 && (at(v, i - 1)->flags & IPR_F_CAP) && i > 1)
        return true; /* "Ops Jeriji 6.0" */
    bool before = ch(v, i - 1, ',') || ch(v, i - 1, 'l') || ch(v, i - 1, 'q') ||
                  is(v, i - 1, IPR_ROLE(AND)) || (at(v, i - 1)->flags & IPR_F_CAP);
    for (size_t k = i + 1; k < i + 8 && k < v->seg->n; k++)
        if (is(v, k, VALUE_ROLES))
            return false;
    return before && (i + 1 >= v->seg->n || n->kind == IPR_T_PUNCT || (n->roles & IPR_ROLE(AND)) ||
                      (n->flags & IPR_F_CAP));
}

/* Traps that a sign beside the number makes; the last are "(EU) 2018/1672", ": 1. A" and "3·15". */
static bool beside_sign(const view *v, size_t i)
{
    return is_sum(v, i) || beside_nul(v, i) || is_reaction(v, i) ||
           (i > 1 && ch(v, i - 1, '/') && glued(v, i) && glued(v, i - 1) && number(v, i - 2) &&
            (at(v, i - 2)->flags & IPR_F_TRAP)) ||
           (i > 0 && ch(v, i - 1, ':') && ch(v, i + 1, '.') && small(v, i, 20) &&
            (at(v, i + 2)->flags & IPR_F_CAP)) ||
           (ch(v, i + 1, 'm') && number(v, i + 2) && glued(v, i + 1)) ||
           (i > 1 && ch(v, i - 1, 'm') && number(v, i - 2) && glued(v, i));
}

/* "3 x 20": one of the factors. */
static bool is_product(const view *v, size_t i)
{
    return (is(v, i + 1, IPR_ROLE(TIMES)) && number(v, i + 2) && glued(v, i + 2)) ||
           (i > 1 && is(v, i - 1, IPR_ROLE(TIMES)) && number(v, i - 2) && glued(v, i));
}

static bool is_referred(const view *v, size_t i)
{
    return after_reference(v, i) && !(ch(v, i - 1, ':') && has_unit(v, i));
}

static bool is_han_name(const view *v, size_t i)
{
    return han_name(v, i) || han_time(v, i);
}

static bool (*const QUESTIONS[Q_QUESTIONS])(const view *v, size_t i) = {
    [Q_LETTERS] = touches_letters,
    [Q_SIGN] = beside_sign,
    [Q_RAISED] = ipr_trap_footnote,
    [Q_PART] = is_part,
    [Q_AGE] = is_age,
    [Q_AGES] = is_age_range,
    [Q_YEAR] = short_year,
    [Q_TIME] = goes_on_time,
    [Q_ZERO] = leading_zero,
    [Q_REFERRED] = is_referred,
    [Q_GOES_ON] = goes_on,
    [Q_BOUND] = is_bound,
    [Q_NOISE] = before_noise,
    [Q_ITEM] = ipr_trap_list_mark,
    [Q_QUOTED] = is_quoted_name,
    [Q_NAMED] = follows_name,
    [Q_DECIMAL] = bare_decimal,
    [Q_PAGE] = ipr_trap_page,
    [Q_HAN] = is_han_name,
    [Q_JOINED] = joined_to_trap,
    [Q_LONG] = is_identifier,
    [Q_PRODUCT] = is_product,
    [Q_DEFINED] = defines,
    [Q_SECTION] = ipr_trap_section,
};

/* Is the number at i no value? */
static bool is_trap(const view *v, size_t i, uint32_t asks)
{
    for (asks &= Q(QUESTIONS) - 1; asks; asks &= asks - 1)
        if (QUESTIONS[__builtin_ctz(asks)](v, i))
            return true;
    return false;
}

/* ---- number words ---- */

/* "one in six has": the whole that a part is taken of. */
static bool ends_part(const view *v, size_t i)
{
    return i > 1 && is(v, i - 1, IPR_ROLE(IN) | IPR_ROLE(OUTOF)) &&
           (number(v, i - 2) || is(v, i - 2, IPR_ROLE(NUMBER)));
}

/* "Project Zero", "part two", "the two agencies", "a two-year plan", "one of". */
static bool word_is_trap(const view *v, size_t i)
{
    const ipr_token *t = at(v, i), *p = i ? at(v, i - 1) : NULL;
    double value = v->pack->entries[t->entry].number;
    bool unit = is(v, i + 1,
                   IPR_ROLE(SCALE) | IPR_ROLE(PERCENT) | IPR_ROLE(POINTS) | IPR_ROLE(TIMES) |
                       IPR_ROLE(OUTOF) | IPR_ROLE(FRACTION) | IPR_ROLE(TENTHS) |
                       IPR_ROLE(PARTS_OF) | IPR_ROLE(NUMBER));
    if (p && (p->roles & (IPR_ROLE(REF) | IPR_ROLE(NUMBER) | IPR_ROLE(SCALE) | IPR_ROLE(PARTS_OF) |
                          IPR_ROLE(PERCENT_OF) | IPR_ROLE(TENTHS))))
        return p->roles & IPR_ROLE(REF);
    if (is_quoted_name(v, i) || is_bound(v, i))
        return true;
    if (t->flags & IPR_F_HAN)
        return !unit && !(is(v, i + 1, IPR_ROLE(COUNTER)) && value > 1 &&
                          v->pack->entries[at(v, i + 1)->entry].number != 0);
    if ((t->flags & IPR_F_CAP) && !(t->flags & IPR_F_LINE) && p && p->kind == IPR_T_WORD)
        return true;
    if (before_noise(v, i))
        return true;
    if (unit || ends_part(v, i))
        return false;
    bool more = p && v->pack->entries[p->entry].also & IPR_ALSO_FURTHER; /* "another six" */
    if (value <= 1 || (p && (p->roles & IPR_ROLE(DET)) && !more))
        return !(value == 1 && is(v, i + 1, IPR_ROLE(IN)) &&
                 (number(v, i + 2) || is(v, i + 2, IPR_ROLE(NUMBER))));
    if (is(v, i + 1, IPR_ROLE(AUX)) && p && p->roles & IPR_ROLE(AND))
        return false; /* "634 were criminal and eight were civil cases" */
    return is(v, i + 1, IPR_ROLE(AUX) | IPR_ROLE(NAME) | IPR_ROLE(REL)) ||
           (i + 1 < v->seg->n && (at(v, i + 1)->flags & IPR_F_HYPHEN));
}

/* The end of the Han numeral that begins at i, if it is named, quoted or an age as a whole:
 * 第五十七, “十三五”, 五十三歲; else i. */
static size_t han_numeral(const view *v, size_t i)
{
    size_t k = i;
    if (i > 0 && is(v, i - 1, IPR_ROLE(NUMBER) | IPR_ROLE(SCALE)))
        return i;
    while (is(v, k, IPR_ROLE(NUMBER) | IPR_ROLE(SCALE)) && (at(v, k)->flags & IPR_F_HAN) &&
           (k == i || glued(v, k)))
        k++;
    bool named = i > 0 && (is(v, i - 1, IPR_ROLE(REF)) || (ch(v, i - 1, 'q') && ch(v, k, 'Q')));
    bool noise = k > i + 1 && is(v, k, IPR_ROLE(NOISE)) && !is(v, k, VALUE_ROLES);
    return named || noise ? k : i;
}

/* The end of a number told digit by digit in Han, without tens and hundreds: 二〇二一; else i. */
static size_t han_digits(const view *v, size_t i)
{
    size_t k = i;
    while (is(v, k, IPR_ROLE(NUMBER)) && (at(v, k)->flags & IPR_F_HAN) && k < i + 8)
        k++;
    return k >= i + 3 ? k : i;
}

/* Takes the number words that begin at i, if they are no value. */
static void mark_words(view *v, size_t i)
{
    size_t end = han_numeral(v, i);
    end = end > i ? end : han_digits(v, i);
    for (size_t k = i; k < end; k++)
        trap(v, k);
    if (is(v, i, IPR_ROLE(NUMBER)) && word_is_trap(v, i))
        trap(v, i);
}

/* Takes the number at i, or those chained to it, if they are no value; the last one looked at. */
static size_t mark_number(view *v, size_t i, uint32_t asks)
{
    const ipr_token *t = at(v, i);
    size_t n = asks & Q(CHAINED) ? chained(v, i) : 0;
    v->clock |= n == 3 && ch(v, i + 1, ':') && small(v, i, 24);
    if (!n && asks & Q(PHONE))
        n = phone(v, i);
    for (size_t k = i; k < i + n; k++)
        trap(v, k);
    if (n)
        i += n - 1, asks = Q(GOES_ON) | Q(REFERRED); /* open for the last of them */
    else if (asks & Q(NOTE) && ipr_trap_note(v, i))
        v->note = t->mant, trap(v, i);
    else if (is_trap(v, i, asks))
        trap(v, i);
    bool goes = (t->flags & IPR_F_TRAP) && !ch(v, i - (i > 0), '(') &&
                ((v->listed && v->listed == i - 1) || (asks & Q(GOES_ON) && goes_on(v, i)));
    if (goes || (asks & Q(REFERRED) && after_reference(v, i)))
        v->listed = i + 1;
    return i;
}

void ipr_trap_mark(const ipr_pack *pack, ipr_str text, ipr_segment *seg)
{
    view v = {pack, text, seg, ipr_trap_asks_all(seg), 0, 0, false};
    for (size_t i = 0; (i = ipr_next(seg, IPR_N_OPENS, i, seg->n)) < seg->n; i++) {
        uint32_t asks = 0;
        if (seg->tok[i].kind == IPR_T_NUM)
            asks = ipr_trap_asks(&v, i);
        else if (seg->role[i] & (IPR_ROLE(NUMBER) | IPR_ROLE(SCALE)))
            mark_words(&v, i);
        if (asks)
            i = mark_number(&v, i, asks);
    }
}
