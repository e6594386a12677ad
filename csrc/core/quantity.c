/* SPDX-License-Identifier: MIT
 * quantity.c: numbers in every form, their scale, unit and comparator. */
#include "reader.h"

/* A number of which nothing is known yet. */
static void clear(ipr_quantity *q)
{
    ipr_clear(q, sizeof *q);
    q->factor = q->every = 1;
}

/* ---- the number itself ---- */

/* Number words from i: "twenty-five thousand"; Han numerals by the same rule. Returns
 * the token behind them. */
static size_t read_words(const reader *r, size_t i, ipr_quantity *q)
{
    uint64_t total = 0, section = 0, number = 0;
    size_t k = i;
    bool digit = false;
    for (; k < r->seg->n && k < i + 16; k++) {
        if (k > i && r->seg->tok[k].kind == IPR_T_NUM)
            break;
        if (word_number(r, k) && !is(r, k, IPR_ROLE(SCALE))) {
            uint64_t v = (uint64_t)meaning(r, k)->number;
            if (digit && !(number >= 20 && number % 10 == 0 && v < 10))
                break;
            number = digit ? number + v : v;
            digit = true;
        } else if (is(r, k, IPR_ROLE(SCALE)) && (k > i || (at(r, k)->flags & IPR_F_HAN))) {
            int s = meaning(r, k)->scale;
            if (s >= 4) {
                if (k + 1 >= r->seg->n || !(word_number(r, k + 1)))
                    break; /* a last scale goes to read_scale */
                total += (section + number) * (uint64_t)ipr_power10(s);
                section = 0;
            } else { /* "one hundred thousand": thousands of what stands before */
                uint64_t n = s == 3 ? section + number : number;
                section = (s == 3 ? 0 : section) + (n || digit ? n : 1) * (uint64_t)ipr_power10(s);
            }
            number = 0;
            digit = false;
        } else {
            break;
        }
    }
    q->mant = k > i ? total + section + number : 1; /* 万 alone is one of it */
    q->exp = 0;
    q->flags |= IPR_Q_WORDS;
    return k;
}

/* A lone letter behind a blank, "USD 2 m", "112 m items": no metre where such are counted. */
static bool scales(const reader *r, size_t i)
{
    return (i > 1 && is(r, i - 2, IPR_ROLE(CURRENCY))) || is(r, i + 1, IPR_ROLE(CURRENCY)) ||
           at(r, i + 1)->flags & IPR_F_CONCEPT;
}

/* Scale words at i, with a post comparator between number and scale let through. */
static size_t read_scale(const reader *r, size_t i, ipr_quantity *q)
{
    while (is(r, i, IPR_ROLE(SCALE))) {
        const ipr_token *t = at(r, i);
        bool letter = t->end - t->start == 1 && !(t->flags & (IPR_F_HAN | IPR_F_UPPER));
        if (letter && (t->flags & IPR_F_GAP) && !scales(r, i))
            break;
        q->scale += meaning(r, i)->scale;
        q->flags |= IPR_Q_SCALED;
        q->end = t->end;
        i++;
    }
    return i;
}

/* "two and a half": a part behind a whole number, in hundredths. */
static size_t read_and_part(const reader *r, size_t i, ipr_quantity *q)
{
    bool joined = is(r, i, IPR_ROLE(AND)) && is(r, i + 1, IPR_ROLE(DET));
    double cents = is(r, i + 2, IPR_ROLE(FRACTION)) ? meaning(r, i + 2)->number * 100 : 0;
    if (!joined || q->exp || q->mant >= 1000 || cents < 1 || cents != (double)(int)cents)
        return i;
    q->mant = q->mant * 100 + (uint64_t)cents;
    q->exp = -2;
    q->end = at(r, i + 2)->end;
    return i + 3;
}

static size_t read_number(const reader *r, size_t i, ipr_quantity *q)
{
    const ipr_token *t = at(r, i);
    size_t k;
    q->start = t->start;
    if (t->kind == IPR_T_NUM) {
        q->mant = t->mant;
        q->exp = t->exp;
        q->end = t->end;
        if (t->flags & IPR_F_BIG)
            q->big = ipr_long_value(r, t);
        k = i + 1;
    } else {
        k = read_words(r, i, q);
        q->end = at(r, k > i ? k - 1 : i)->end;
    }
    k = read_and_part(r, k, q);
    bool han = r->seg->flags & IPR_F_HAN;
    if (han && is(r, k, POST_COMPARATOR) && (at(r, k)->flags & IPR_F_HAN))
        k = ipr_read_post(r, k, q, true);
    k = read_scale(r, k, q);
    if (han && is(r, k, IPR_ROLE(POST_GT)) && (at(r, k)->flags & IPR_F_HAN)) /* "6 千余万" */
        k = read_scale(r, ipr_read_post(r, k, q, true), q);
    if (q->flags & IPR_Q_SCALED && (word_number(r, k) || digits(r, k)) &&
        (at(r, k)->flags & IPR_F_HAN || ipr_tok_glued(r->seg, k) ||
         is(r, k + 1, IPR_ROLE(SCALE))) &&
        !(q->flags & IPR_Q_WORDS)) {
        ipr_quantity low; /* a lower part follows the scale */
        clear(&low);
        size_t m = read_scale(r, k + 1, &low);
        if (digits(r, k) && at(r, k)->exp == 0 && q->exp == 0 && low.scale < q->scale &&
            q->mant < 100000000 && q->scale <= 8 && at(r, k)->mant < 100000000) {
            q->mant = q->mant * (uint64_t)ipr_power10(q->scale) +
                      at(r, k)->mant * (uint64_t)ipr_power10(low.scale);
            q->scale = 0;
            q->end = at(r, m - 1)->end;
            k = m;
        }
    }
    return k;
}

/* ---- units ---- */

static void set_unit(ipr_quantity *q, ipr_unit unit, const ipr_token *t)
{
    q->unit = (uint8_t)unit;
    q->end = t->end;
}

/* "times", "fold": a multiple only where it multiplies. The word's number is 1 if it
 * always does. */
static bool multiplies(const reader *r, size_t i, size_t first)
{
    if (meaning(r, i)->number != 0)
        return true;
    if (is(r, i + 1, IPR_ROLE(DET) | IPR_ROLE(MORE) | IPR_ROLE(LESS) | IPR_ROLE(UP)))
        return true;
    for (size_t k = first, steps = 0; k > 0 && steps < 5; steps++) {
        k--;
        if (is(r, k, IPR_ROLE(UP) | IPR_ROLE(DOWN)))
            return true;
        if (at(r, k)->kind != IPR_T_WORD)
            break;
    }
    return false;
}

/* A currency sign that belongs to the number behind it, in the next column. */
static bool of_next(const reader *r, size_t i)
{
    return at(r, i)->kind == IPR_T_PUNCT && !ipr_tok_glued(r->seg, i) && digits(r, i + 1) &&
           ipr_tok_glued(r->seg, i + 1);
}

static size_t read_unit(const reader *r, size_t i, ipr_quantity *q, size_t first)
{
    const ipr_token *t = at(r, i);
    const uint64_t units = IPR_ROLE(POINTS) | IPR_ROLE(PERCENT) | IPR_ROLE(TENTHS) |
                           IPR_ROLE(TIMES) | IPR_ROLE(CURRENCY) | IPR_ROLE(UNIT);
    if (!is(r, i, units))
        return i;
    if (t->roles & IPR_ROLE(POINTS)) {
        set_unit(q, IPR_U_POINTS, t);
    } else if (t->roles & IPR_ROLE(PERCENT)) {
        set_unit(q, IPR_U_PERCENT, t);
    } else if (t->roles & IPR_ROLE(TENTHS)) {
        set_unit(q, IPR_U_PERCENT, t);
        q->exp += 1;
        if (word_number(r, i + 1)) { /* nine tenths five: 95 % */
            q->mant = q->mant * 10 + (uint64_t)meaning(r, i + 1)->number;
            q->exp -= 1;
            q->end = at(r, ++i)->end;
        }
    } else if ((t->roles & IPR_ROLE(TIMES)) && multiplies(r, i, first)) {
        set_unit(q, IPR_U_RATIO, t);
        q->flags |= IPR_Q_TIMES;
    } else if ((t->roles & IPR_ROLE(CURRENCY)) && q->unit == IPR_U_COUNT && !of_next(r, i)) {
        set_unit(q, IPR_U_CURRENCY, t);
        q->currency = meaning(r, i)->currency;
    } else if ((t->roles & IPR_ROLE(UNIT)) && q->unit == IPR_U_COUNT) {
        if (t->flags & IPR_F_HYPHEN)
            q->flags |= IPR_Q_MODIFIER;
        set_unit(q, (ipr_unit)meaning(r, i)->unit, t);
        q->sub = meaning(r, i)->sub;
    } else {
        return i;
    }
    return i + 1;
}

/* A sign, a currency or a percent word directly before the number. */
static void read_before(const reader *r, size_t i, ipr_quantity *q)
{
    size_t k = i;
    if (k > 0 && leads_money(r, k - 1)) {
        bool taken = k > 1 && (digits(r, k - 2) || is(r, k - 2, IPR_ROLE(SCALE))) &&
                     !(at(r, k - 1)->kind == IPR_T_PUNCT) && ipr_tok_glued(r->seg, k - 1);
        if (!taken) {
            k--;
            q->unit = IPR_U_CURRENCY;
            q->currency = meaning(r, k)->currency;
            if (k > 0 && leads_money(r, k - 1) && meaning(r, k - 1)->currency) {
                k--;
                q->currency = meaning(r, k)->currency;
            }
        }
    } else if (k > 0 && is(r, k - 1, IPR_ROLE(PERCENT_OF))) {
        k--;
        q->unit = IPR_U_PERCENT;
    }
    if (k > 0 && ipr_tok_glued(r->seg, k) && at(r, k - 1)->kind == IPR_T_PUNCT &&
        (k == 1 || !ipr_tok_glued(r->seg, k - 1) || at(r, k - 2)->kind == IPR_T_PUNCT ||
         (at(r, k - 2)->flags & IPR_F_HAN))) {
        char c = at(r, k - 1)->ch;
        if (c == '+')
            q->flags |= IPR_Q_PLUS;
        else if (c == '-' || (c == 'd' && (at(r, k - 1)->flags & IPR_F_GAP || k == 1 ||
                                           ch(r, k - 2, '(')))) /* "(–8%)" */
            q->flags |= IPR_Q_MINUS;
        if (q->flags & (IPR_Q_PLUS | IPR_Q_MINUS))
            k--;
    }
    q->first = (uint32_t)k;
    q->start = at(r, k)->start;
}

/* ---- ranges ---- */

static bool opened_by(const reader *r, const ipr_quantity *q, uint64_t role)
{
    size_t k = q->first;
    for (int steps = 0; k > 0 && steps < 2; steps++)
        if (is(r, --k, role))
            return true;
    return false;
}

/* A sign or word at i that joins the ends of a range. */
static bool joins(const reader *r, size_t i, const ipr_quantity *q)
{
    bool sign = ch(r, i, '-') | ch(r, i, 'd') | ch(r, i, '~');
    if (!(sign | is(r, i, IPR_ROLE(AND) | IPR_ROLE(TO))))
        return false;
    if (!sign && is(r, i, IPR_ROLE(AND)))
        return opened_by(r, q, IPR_ROLE(BETWEEN));
    return sign || !opened_by(r, q, IPR_ROLE(FROM));
}

/* Each end takes the unit and scale that only the other carries. */
static bool merge_ends(ipr_quantity *q, ipr_quantity *high)
{
    if (q->unit == IPR_U_COUNT) {
        q->unit = high->unit;
        q->sub = high->sub;
        q->currency = high->currency;
    } else if (high->unit != IPR_U_COUNT && high->unit != q->unit) {
        return false;
    }
    if (!(q->flags & IPR_Q_SCALED))
        q->scale = high->scale;
    else if (!(high->flags & IPR_Q_SCALED))
        high->scale = q->scale;
    ipr_quantity_settle(q);
    ipr_quantity_settle(high);
    return high->value > q->value;
}

/* The upper end behind a joint at i; returns the token behind the range, or i. */
static size_t read_range(const reader *r, size_t i, ipr_quantity *q)
{
    size_t k = i + 1;
    if (i >= r->seg->n || !joins(r, i, q))
        return i;
    if (is(r, k, IPR_ROLE(CURRENCY)))
        k++;
    if (!digits(r, k) && !word_number(r, k))
        return i;
    ipr_quantity high, low = *q;
    clear(&high);
    read_before(r, k, &high);
    k = read_number(r, k, &high);
    k = read_unit(r, k, &high, high.first);
    if (is(r, i, IPR_ROLE(TO)) && high.unit == IPR_U_COUNT &&
        (q->unit != IPR_U_COUNT || opened_by(r, q, IPR_ROLE(BY))))
        return i; /* "25 percent to 28,865", "by 300 to 1,100" */
    if (!merge_ends(&low, &high))
        return i;
    *q = low;
    q->high = high.value;
    q->comparator = IPR_C_RANGE;
    q->end = high.end;
    q->flags |= high.flags & IPR_Q_SCALED;
    return k;
}

/* ---- parts and multiples ---- */

/* A whole of which a part is told: a round number, or any beside "one in", but no year. */
static bool whole_of(const reader *r, size_t i, double part, double *value)
{
    double v = digits(r, i)        ? ipr_scaled(at(r, i)->mant, at(r, i)->exp)
               : word_number(r, i) ? meaning(r, i)->number
                                   : 0;
    *value = v;
    if (part == 1 && v >= 2 && v <= 1e6 && (v < 1900 || v > 2100))
        return true;
    return (v >= 2 && v <= 10) || v == 12 || v == 20 || v == 50 || v == 100 || v == 1000 ||
           v == 10000 || v == 100000;
}

/* "nine out of ten", "1.49 out of every 10,000", "three in four", "2/3". */
static size_t read_part_of(const reader *r, size_t i, ipr_quantity *q)
{
    size_t k = i;
    double whole;
    bool slash = ch(r, k, '/') && ipr_tok_glued(r->seg, k) && ipr_tok_glued(r->seg, k + 1);
    bool in = is(r, k, IPR_ROLE(IN)) && !(at(r, k)->flags & IPR_F_HAN);
    if (!slash && !in && !is(r, k, IPR_ROLE(OUTOF)))
        return i;
    k++;
    if (is(r, k, IPR_ROLE(EVERY)))
        k++;
    if (q->unit != IPR_U_COUNT)
        return i;
    ipr_quantity_settle(q);
    if (!whole_of(r, k, q->value, &whole) || q->value >= whole)
        return i;
    q->unit = IPR_U_RATIO;
    q->every = whole;
    q->flags |= IPR_Q_FRACTION;
    q->end = at(r, k)->end;
    if (is(r, k + 1, IPR_ROLE(SCALE)))
        return i;
    return k + 1;
}

/* "half say so"; "a third say so" where other shares are told of, or "of 900 asked, a third say".
 */
static bool opens_part(const reader *r, size_t i)
{
    bool article = i > 0 && is(r, i - 1, IPR_ROLE(DET)) &&
                   (r->seg->roles & IPR_ROLE(PERCENT) || is(r, 0, IPR_ROLE(OF)));
    i -= article;
    return i == 0 || at(r, i - 1)->kind == IPR_T_PUNCT;
}

/* Is a part meant, not a quarter of the year or the third of a row? */
static bool is_part(const reader *r, size_t i, bool counted)
{
    bool opens = opens_part(r, i);
    if (counted || is(r, i + 1, IPR_ROLE(OF) | IPR_ROLE(SCALE)) || ch(r, i + 1, '(') ||
        (opens && is(r, i + 1, IPR_ROLE(AUX))) || (at(r, i)->flags & IPR_F_HAN))
        return true;
    if (is(r, i + 1, IPR_ROLE(DET)) && is(r, i + 2, IPR_ROLE(PERCENT)))
        return true; /* "half a percent" */
    for (size_t k = i, steps = 0; k > 0 && steps < 3; steps++) {
        k--;
        if (is(r, k, ANY_COMPARATOR | IPR_ROLE(BY) | IPR_ROLE(UP) | IPR_ROLE(DOWN)))
            return true;
        if (!is(r, k, IPR_ROLE(DET)))
            return false;
    }
    return false;
}

/* A part in words at i: "a third", "two-thirds", "half a million", "one-fifth". */
static size_t read_fraction(const reader *r, size_t i, ipr_quantity *q)
{
    size_t k = i, number = 0;
    if (!(r->seg->roles & IPR_ROLE(FRACTION)))
        return i;
    if (is(r, k, IPR_ROLE(NUMBER)) && is(r, k + 1, IPR_ROLE(FRACTION)))
        number = (size_t)meaning(r, k++)->number;
    if (!is(r, k, IPR_ROLE(FRACTION)) || !is_part(r, k, number > 0) ||
        (double)number * meaning(r, k)->number >= 1)
        return i;
    bool article = !number && i > 0 && is(r, i - 1, IPR_ROLE(DET));
    q->first = (uint32_t)(article ? i - 1 : i);
    q->start = at(r, q->first)->start;
    q->end = at(r, k)->end;
    q->mant = number ? number : 1;
    q->factor = meaning(r, k)->number;
    q->flags |= IPR_Q_FRACTION | IPR_Q_WORDS;
    q->unit = IPR_U_RATIO;
    k++;
    size_t m = k + is(r, k, IPR_ROLE(OF));
    m += is(r, m, IPR_ROLE(DET)) || (m > k && word_number(r, m) && meaning(r, m)->number == 1);
    if (is(r, m, IPR_ROLE(SCALE))) {
        q->unit = IPR_U_COUNT;
        k = read_scale(r, m, q);
    } else if (m > k && is(r, m, IPR_ROLE(PERCENT))) {
        k = read_unit(r, m, q, q->first); /* "half a percent", "half of one percent" */
    }
    return k;
}

/* Denominator, mark, numerator: the order of Chinese. */
static size_t read_parts(const reader *r, size_t i, ipr_quantity *q)
{
    if (!(r->seg->roles & IPR_ROLE(PARTS_OF)))
        return i;
    ipr_quantity whole, part;
    clear(&whole);
    clear(&part);
    whole.mant = is(r, i, IPR_ROLE(SCALE)); /* of ten thousand */
    size_t k = whole.mant ? read_scale(r, i, &whole) : read_number(r, i, &whole);
    if (!is(r, k, IPR_ROLE(PARTS_OF)) || !(digits(r, k + 1) || is(r, k + 1, IPR_ROLE(NUMBER))))
        return i;
    k = read_number(r, k + 1, &part);
    ipr_quantity_settle(&whole);
    if (whole.value < 2)
        return i;
    q->mant = part.mant;
    q->exp = part.exp;
    q->every = whole.value;
    q->unit = IPR_U_RATIO;
    q->flags |= IPR_Q_FRACTION;
    q->first = (uint32_t)i;
    q->start = at(r, i)->start;
    q->end = part.end;
    return k;
}

static size_t read_multiple(const reader *r, size_t i, ipr_quantity *q)
{
    double v = meaning(r, i)->number;
    if (is(r, i, IPR_ROLE(DET)) &&
        (!is(r, i + 1, IPR_ROLE(DET) | IPR_ROLE(REL) | IPR_ROLE(PRIOR)) ||
         is(r, i + 2, IPR_ROLE(UNIT))))
        return i;
    q->first = (uint32_t)i;
    q->start = at(r, i)->start;
    q->end = at(r, i)->end;
    q->mant = 1;
    q->factor = v;
    q->unit = IPR_U_RATIO;
    q->flags |= IPR_Q_TIMES | (v < 1 ? IPR_Q_HALVED : 0);
    return i + 1;
}

/* ---- the reader's loop ---- */

/* "43.000 T-shirts", "40.000 euros": of things that are counted no thousandths are told, so the
 * point groups digits. */
static bool groups(const reader *r, size_t i, size_t k, const ipr_quantity *q)
{
    if (q->exp != -3)
        return false;
    bool counts = q->unit == IPR_U_COUNT && at(r, k)->flags & IPR_F_CONCEPT && !at(r, k)->roles;
    return digits(r, i) && at(r, i)->exp == -3 && !(q->flags & IPR_Q_SCALED) &&
           at(r, i)->mant >= 1000 && at(r, i)->mant < 1000000 &&
           (counts || (q->unit == IPR_U_CURRENCY && k > i + 1)) && !r->seg->table;
}

static size_t read_quantity(const reader *r, size_t i, ipr_quantity *q)
{
    size_t k = i, n;
    if (is(r, i, IPR_ROLE(MULTIPLE)))
        return read_multiple(r, i, q);
    k = read_fraction(r, i, q);
    if (k > i)
        return k;
    bool number = digits(r, i) || word_number(r, i);
    if (!number && !is(r, i, IPR_ROLE(SCALE)))
        return i;
    k = read_parts(r, i, q);
    if (k > i)
        return k;
    read_before(r, i, q);
    k = read_number(r, i, q);
    if (k == i)
        return i;
    q->start = at(r, q->first)->start;
    n = read_part_of(r, k, q);
    if (n > k)
        return n;
    k = ipr_read_post(r, k, q, false);
    k = read_unit(r, k, q, q->first);
    if (groups(r, i, k, q))
        q->exp += 3;
    n = read_range(r, k, q);
    k = n > k ? n : ipr_read_after(r, k, q);
    ipr_heads_apply(r->heads, &r->row, r->seg, q);
    return k;
}

/* May a quantity begin at token i? */
static bool begins(const reader *r, size_t i)
{
    const ipr_token *t = at(r, i);
    if (t->kind == IPR_T_NUM)
        return true;
    if (t->roles & (IPR_ROLE(NUMBER) | IPR_ROLE(FRACTION) | IPR_ROLE(MULTIPLE)))
        return true;
    /* Han "ten" opens numerals itself, larger ones behind a comparator or before 余 */
    if (!(t->roles & IPR_ROLE(SCALE)) || !(t->flags & IPR_F_HAN))
        return false;
    uint64_t next = IPR_ROLE(NUMBER) | IPR_ROLE(COUNTER) | IPR_ROLE(SCALE) | IPR_ROLE(POST_GT);
    bool led = i > 0 && is(r, i - 1, IPR_ROLE(GT) | IPR_ROLE(ABOUT) | IPR_ROLE(GE));
    return (meaning(r, i)->scale == 1 && is(r, i + 1, next)) || is(r, i + 1, IPR_ROLE(PARTS_OF)) ||
           (led && is(r, i + 1, next | IPR_ROLE(CURRENCY))) || is(r, i + 1, IPR_ROLE(POST_GT)) ||
           (is(r, i + 1, IPR_ROLE(SCALE)) && is(r, i + 2, IPR_ROLE(POST_GT)));
}

/* "of every ten thousand orders 1.5": reads the whole at i, its number and counter;
 * the next plain number of the sentence is a part of it. Returns the token behind it. */
static size_t read_every(const reader *r, size_t i, double *every)
{
    ipr_quantity q;
    size_t k = i + 1;
    clear(&q);
    if (i > 0 && (digits(r, i - 1) || is(r, i - 1, IPR_ROLE(PERCENT) | IPR_ROLE(COUNTER))))
        return i;
    if (is(r, k, IPR_ROLE(SCALE)) && (at(r, k)->flags & IPR_F_HAN)) {
        q.mant = 1;
        k = read_scale(r, k, &q);
    } else if (digits(r, k) || word_number(r, k)) {
        k = read_number(r, k, &q);
    } else {
        return i;
    }
    ipr_quantity_settle(&q);
    if (!(q.value == 10 && (at(r, i)->flags & IPR_F_HAN)) && q.value != 100 && q.value != 1000 &&
        q.value != 10000 && q.value != 100000 && q.value != 1000000)
        return i;
    *every = q.value;
    return k;
}

/* Does a sentence end in [lo, hi)? */
static bool parted(const ipr_segment *seg, size_t lo, size_t hi)
{
    while ((lo = ipr_next(seg, IPR_N_STOPS, lo, hi)) < hi &&
           !(ipr_tok_ch(seg, lo, '.') && !ipr_tok_glued(seg, lo + 1)))
        lo++;
    return lo < hi;
}

size_t ipr_quantity_find(const ipr_pack *pack, ipr_str text, const ipr_segment *seg,
                         const ipr_heads *heads, ipr_quantity *out, size_t *skipped)
{
    reader r = {pack, text, seg, heads, ipr_label_read(pack, seg)};
    double every = 1;
    size_t n = 0, of_every = 0;
    unsigned units = 0, flags = 0;
    for (size_t i = 0;
         (i = ipr_next(seg, IPR_N_OPENS, i, seg->n)) < seg->n && n < IPR_QUANTITY_MAX;) {
        if (is(&r, i, IPR_ROLE(EVERY) | IPR_ROLE(OUTOF))) {
            size_t behind = read_every(&r, i, &every);
            if (behind > i) {
                i = of_every = behind;
                continue;
            }
        }
        if (!begins(&r, i)) {
            i++;
            continue;
        }
        ipr_quantity *q = &out[n];
        clear(q);
        size_t k = read_quantity(&r, i, q);
        if (k <= i) {
            i++;
            continue;
        }
        q->last = (uint32_t)(k - 1);
        bool mark = seg->tok[k].kind == IPR_T_NUM && ipr_tok_glued(seg, k);
        q->noun = (uint32_t)(k + mark); /* "2 million3 goods": past a footnote's mark */
        i = k;
        ipr_read_comparators(&r, q);
        if (every > 1 && q->unit == IPR_U_COUNT && !(q->flags & IPR_Q_SCALED)) {
            if (!parted(seg, of_every, q->first)) {
                q->unit = IPR_U_RATIO;
                q->every = every;
                q->flags |= IPR_Q_FRACTION;
            }
            every = 1;
        }
        ipr_quantity_settle(q);
        *skipped += q->value > 1e300;
        n += q->value <= 1e300;
        units |= 1u << q->unit;
        flags |= q->flags;
    }
    ipr_list_share(seg, out, n, units, flags);
    return n;
}
