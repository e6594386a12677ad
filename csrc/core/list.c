/* SPDX-License-Identifier: MIT
 * list.c: lists as a structure: members share the unit or scale of the last one;
 * a base takes the unit of what it is compared with; heads of columns and rows give units
 * to cells. */
#include "quantity.h"

#include <string.h>

#define BETWEEN_MEMBERS                                                                            \
    (IPR_ROLE(AND) | IPR_ROLE(OR) | IPR_ROLE(GT) | IPR_ROLE(GE) | IPR_ROLE(LT) | IPR_ROLE(LE) |    \
     IPR_ROLE(ABOUT) | IPR_ROLE(DET) | IPR_ROLE(YOY) | IPR_ROLE(HOH) | IPR_ROLE(QOQ))

#define LIST_GAP 5 /* tokens from one member to the next, at most */

bool ipr_list_adjacent(const ipr_segment *seg, const ipr_quantity *a, const ipr_quantity *b)
{
    bool mark = false;
    if (b->first <= a->last || b->first - a->last > LIST_GAP)
        return false;
    for (uint32_t i = a->last + 1; i < b->first; i++) {
        const ipr_token *t = &seg->tok[i];
        if (i == a->last + 1 && (t->roles & IPR_ROLE(COUNTER)) && (t->flags & IPR_F_HAN))
            continue; /* "3 件、4 件" */
        bool sign = t->kind == IPR_T_PUNCT &&
                    (t->ch == ',' || t->ch == 'l' || t->ch == '/' || t->ch == ';');
        if (!sign && !(t->roles & BETWEEN_MEMBERS))
            return false;
        mark = mark || sign || (t->roles & (IPR_ROLE(AND) | IPR_ROLE(OR)));
    }
    return mark;
}

/* "from 46 to 51 percent", "up from 26": the words between a level and its base. */
static bool compared(const ipr_segment *seg, const ipr_quantity *a, const ipr_quantity *b)
{
    if (b->first <= a->last || b->first - a->last > 12)
        return false;
    bool from = a->first > 0 && (seg->tok[a->first - 1].roles & IPR_ROLE(FROM));
    for (uint32_t i = a->last + 1; i < b->first; i++) {
        const ipr_token *t = &seg->tok[i];
        if ((t->kind == IPR_T_PUNCT && strchr(".;", t->ch)) || t->roles & IPR_ROLE(CONJ))
            return false;
        if (t->roles & (IPR_ROLE(BASE) | IPR_ROLE(FROM) | (from ? IPR_ROLE(TO) : 0)))
            return true;
    }
    return false;
}

static bool bare(const ipr_quantity *q)
{
    return (q->unit == IPR_U_COUNT) & !(q->flags & (IPR_Q_SCALED | IPR_Q_TIMES));
}

static bool bare_unit(const ipr_quantity *q)
{
    return q->unit == IPR_U_COUNT && !(q->flags & IPR_Q_TIMES);
}

static void copy_unit(ipr_quantity *to, const ipr_quantity *from)
{
    to->unit = from->unit;
    to->sub = from->sub;
    to->currency = from->currency;
    to->every = from->unit == IPR_U_RATIO ? from->every : to->every;
    to->flags |= IPR_Q_SHARED;
    ipr_quantity_settle(to);
}

/* Does a noun of its own follow the value before the next list mark? */
static bool has_noun(const ipr_segment *seg, const ipr_quantity *q)
{
    const uint64_t links = IPR_ROLE(AND) | IPR_ROLE(OR) | IPR_ROLE(TO) | IPR_ROLE(PRIOR) |
                           IPR_ROLE(IN) | IPR_ROLE(PREP) | IPR_ROLE(BASE) | IPR_ROLE(FROM) |
                           IPR_ROLE(DET) | IPR_ROLE(CONJ) | IPR_ROLE(YOY) | IPR_ROLE(RESPECTIVELY);
    return (q->noun < seg->n) & (seg->tok[q->noun].kind == IPR_T_WORD) &
           !ipr_tok_is(seg, q->noun, links);
}

/* Right to left: a bare member takes what the next member carries. */
static void share_back(const ipr_segment *seg, ipr_quantity *a, const ipr_quantity *b)
{
    bool near = b->first - a->last <= LIST_GAP;
    bool money = (a->unit == IPR_U_CURRENCY) & !(a->flags & IPR_Q_SCALED);
    if (!(near & (bare(a) | money) & !has_noun(seg, a)))
        return;
    bool to = b->first == a->last + 2 && (seg->tok[a->last + 1].roles & IPR_ROLE(TO));
    const uint16_t sign = IPR_Q_PLUS | IPR_Q_MINUS;
    if ((b->flags & sign) && !(a->flags & sign))
        return; /* "310, +12%" */
    if (!to && !ipr_list_adjacent(seg, a, b))
        return;
    bool moved = false;
    if ((b->flags & (IPR_Q_SCALED)) && !(a->flags & IPR_Q_WORDS) && a->value < 10000) {
        a->scale = b->scale;
        a->flags |= IPR_Q_SCALED | IPR_Q_SHARED;
        moved = true;
    }
    if (bare_unit(a) && b->unit != IPR_U_COUNT && !(b->flags & (IPR_Q_TIMES | IPR_Q_FRACTION)) &&
        b->unit != IPR_U_DURATION && !(b->unit == IPR_U_PERCENT && a->value > 1000))
        copy_unit(a, b);
    else if (moved)
        ipr_quantity_settle(a);
}

/* Left to right: a bare base takes the unit of the level before it. */
static void share_on(const ipr_segment *seg, const ipr_quantity *a, ipr_quantity *b)
{
    bool share = (a->unit == IPR_U_PERCENT) | (a->unit == IPR_U_CURRENCY) |
                 ((a->unit == IPR_U_RATIO) & (a->every > 1));
    if (!(share & bare(b) & !has_noun(seg, b)) ||
        b->value > (a->unit == IPR_U_PERCENT ? 1000 : 1e6) || (a->flags & IPR_Q_TIMES))
        return;
    if (compared(seg, a, b)) {
        if (a->unit == IPR_U_CURRENCY && (a->flags & IPR_Q_SCALED))
            b->scale = a->scale;
        copy_unit(b, a);
    }
}

/* "KRW 20.6, 6.3 and 4.7 billion", "RMB 48 million, 30 million of it": a currency said first
 * goes on, a scale said last comes back. */
static void share_money(const ipr_segment *seg, ipr_quantity *a, ipr_quantity *b)
{
    bool of_it = b->noun < seg->n && (seg->tok[b->noun].roles & IPR_ROLE(OF)) &&
                 (seg->tok[b->noun + 1].roles & IPR_ROLE(REL));
    bool led = a->unit == IPR_U_CURRENCY && (seg->tok[a->first].roles & IPR_ROLE(CURRENCY));
    if (!(led || (a->flags & IPR_Q_SHARED)) || a->unit != IPR_U_CURRENCY ||
        b->unit != IPR_U_COUNT || has_noun(seg, a) || (has_noun(seg, b) && !of_it) ||
        !ipr_list_adjacent(seg, a, b))
        return;
    copy_unit(b, a);
}

/* "Fashion lost 23 billion euro, drugs 16 billion (or 6%) and soap 6 billion": a scaled number
 * that counts nothing goes on in the money that the sentence told last, past shares. */
static void share_scaled(const ipr_segment *seg, const ipr_quantity *q, ipr_quantity *b)
{
    const ipr_quantity *a = b;
    bool scaled = (b->flags & (IPR_Q_SCALED | IPR_Q_TIMES)) == IPR_Q_SCALED;
    if (!(scaled & (b->unit == IPR_U_COUNT) & !has_noun(seg, b)))
        return;
    while (a > q && (a == b || a->unit == IPR_U_PERCENT || a->unit == IPR_U_RATIO))
        a--;
    if (a == b || a->unit != IPR_U_CURRENCY || !(a->flags & IPR_Q_SCALED) ||
        b->first - a->last > 24 || (seg->tok[b->last].flags & IPR_F_HAN))
        return;
    for (uint32_t i = a->last + 1; i < b->first; i++)
        if ((seg->tok[i].kind == IPR_T_PUNCT && strchr(".;:", seg->tok[i].ch)) ||
            seg->tok[i].roles & (IPR_ROLE(UP) | IPR_ROLE(DOWN)))
            return;
    copy_unit(b, a);
}

void ipr_list_share(const ipr_segment *seg, ipr_quantity *q, size_t n, unsigned units,
                    unsigned flags)
{
    const unsigned both = 1u << IPR_U_COUNT | 1u << IPR_U_CURRENCY;
    bool several = units & (units - 1), money = (units & both) == both;
    if (!(several | ((flags & IPR_Q_SCALED) != 0)))
        return; /* they are alike */
    for (size_t i = 1; money && i < n; i++)
        share_money(seg, &q[i - 1], &q[i]);
    for (size_t i = n; i > 1; i--)
        share_back(seg, &q[i - 2], &q[i - 1]);
    for (size_t i = 1; several && i < n; i++)
        share_on(seg, &q[i - 1], &q[i]);
    for (size_t i = 1; money && i < n; i++)
        share_scaled(seg, q, &q[i]);
}

/* ---- column heads ---- */

/* Does token i open a cell? */
bool ipr_opens_cell(const ipr_segment *seg, size_t i)
{
    const ipr_token *t = &seg->tok[i];
    return i > 0 && ((t->flags & IPR_F_WIDE) || (t->kind == IPR_T_PUNCT && t->ch == '|'));
}

size_t ipr_cell_of(const ipr_segment *seg, size_t i)
{
    size_t cell = 0;
    for (size_t k = 1; k <= i && k < seg->n; k++)
        cell += ipr_opens_cell(seg, k);
    return cell;
}

/* What one word of a head says; false if nothing. */
static bool read_word(const ipr_pack *pack, const ipr_token *t, ipr_column *out)
{
    const ipr_entry *e = &pack->entries[t->entry];
    if (t->roles & IPR_ROLE(SCALE))
        out->scale = e->scale;
    if (t->roles & IPR_ROLE(CURRENCY))
        out->unit = IPR_U_CURRENCY, out->currency = e->currency;
    else if (t->roles & IPR_ROLE(PERCENT))
        out->unit = IPR_U_PERCENT;
    else if ((t->roles & IPR_ROLE(UNIT)) && e->unit != IPR_U_DURATION)
        out->unit = e->unit, out->sub = e->sub;
    else
        return t->roles & IPR_ROLE(SCALE);
    return true;
}

/* Reads "(billion)", "(USD million)", "(%)" or a unit behind a colon in tokens [lo, hi). */
static bool read_cell(const ipr_pack *pack, const ipr_segment *seg, size_t lo, size_t hi,
                      ipr_column *out)
{
    bool found = false;
    for (size_t i = lo; (i = ipr_next(seg, IPR_N_BREAKS, i, hi)) < hi; i++) {
        if (!ipr_tok_ch(seg, i, '(') && !ipr_tok_ch(seg, i, ':'))
            continue;
        for (size_t k = i + 1; k < hi && k < i + 8 && seg->tok[k].kind != IPR_T_NUM; k++) {
            bool said = read_word(pack, &seg->tok[k], out);
            found = found || said;
            if (!said && seg->tok[k].kind == IPR_T_PUNCT)
                break;
        }
    }
    return found;
}

bool ipr_heads_read(const ipr_pack *pack, const ipr_segment *seg, ipr_heads *out)
{
    ipr_heads heads;
    ipr_clear(&heads, sizeof heads);
    bool found = false;
    for (size_t lo = 0, hi; lo < seg->n && heads.n < IPR_CELL_MAX; lo = hi) {
        for (hi = lo + 1; hi < seg->n && !(seg->table && ipr_opens_cell(seg, hi));)
            hi++;
        bool said = read_cell(pack, seg, lo, hi, &heads.cell[heads.n++]);
        found = found || said;
    }
    if (found)
        *out = heads;
    return found;
}

ipr_column ipr_label_read(const ipr_pack *pack, const ipr_segment *seg)
{
    ipr_column row = {0};
    size_t lo = ipr_tok_ch(seg, 0, '|'), hi = lo + 1;
    if (!seg->table || lo >= seg->n || seg->tok[lo].kind == IPR_T_NUM)
        return row;
    while (hi < seg->n && !ipr_opens_cell(seg, hi))
        hi++;
    read_cell(pack, seg, lo, hi, &row);
    return row;
}

/* What the heads say of the cell that token i stands in; NULL if nothing. */
static const ipr_column *column_of(const ipr_heads *heads, const ipr_segment *seg, size_t i)
{
    size_t label = heads->indented && heads->n > 1;
    size_t cell = heads->n > 1 ? ipr_cell_of(seg, i) : 0;
    return cell < label || cell - label >= heads->n ? NULL : &heads->cell[cell - label];
}

void ipr_heads_apply(const ipr_heads *heads, const ipr_column *row, const ipr_segment *seg,
                     ipr_quantity *q)
{
    if (!(seg->table | seg->bullet | (seg->n < 4)) || q->unit != IPR_U_COUNT)
        return;
    const ipr_column *head = column_of(heads, seg, q->first);
    const ipr_column *unit = head && head->unit != IPR_U_COUNT ? head : row;
    if (!(q->flags & IPR_Q_SCALED))
        q->scale += head && head->scale ? head->scale : row->scale;
    q->unit = unit->unit;
    q->sub = unit->sub;
    q->currency = unit->currency;
}
