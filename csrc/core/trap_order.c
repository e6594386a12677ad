/* SPDX-License-Identifier: MIT
 * trap_order.c: numbers that order the text: list marks, sections, footnotes. */
#include "trap_in.h"

#include <string.h>

/* A raised mark behind a word or a sentence: `technology.”1`, "report,2". */
bool ipr_trap_footnote(const view *v, size_t i)
{
    if (i < 2 || !glued(v, i) || !small(v, i, 200) || has_unit(v, i))
        return false;
    const ipr_token *p = at(v, i - 1);
    if (p->kind != IPR_T_PUNCT || (p->flags & IPR_F_HAN) || !strchr(".,;!?'\"Q)]", p->ch))
        return false;
    return glued(v, i - 1) && !(at(v, i + 1)->flags & IPR_F_HAN);
}

/* "(3)", "[12]", "2) tools". */
bool ipr_trap_list_mark(const view *v, size_t i)
{
    if (ch(v, i + 1, ']') && i > 0 && ch(v, i - 1, '['))
        return true;
    if (!ch(v, i + 1, ')') || !small(v, i, 20))
        return false;
    if (i > 0 && ch(v, i - 1, '('))
        return true;
    for (size_t k = i, steps = 0; k > 0 && steps < 12; steps++)
        if (ch(v, --k, '('))
            return false;
    return true;
}

/* "3.2 Working with rights holders": the number of a section. */
bool ipr_trap_section(const view *v, size_t i)
{
    const ipr_token *t = at(v, i), *n = at(v, i + 1);
    return i == 0 && (t->flags & IPR_F_POINT) && t->mant < 1000 && !columns(v) && !has_unit(v, i) &&
           n->kind == IPR_T_WORD && (n->flags & IPR_F_CAP) && (n->flags & IPR_F_GAP);
}

/* "2 See the annex": a footnote's own line. */
static bool footnote_line(const view *v, size_t i)
{
    const ipr_token *n = at(v, i + 1);
    return i == 0 && v->seg->n > 3 && small(v, i, 100) && !has_unit(v, i) && !v->seg->heading &&
           !columns(v) && n->kind == IPR_T_WORD && (n->flags & IPR_F_CAP) &&
           (n->flags & IPR_F_GAP) && !(n->flags & IPR_F_HAN);
}

/* "… all stores. 2 Worldwide; excludes resellers": a footnote's own line, run into the text. */
static bool footnote_inside(const view *v, size_t i)
{
    const ipr_token *n = at(v, i + 1);
    uint64_t opens = PLAIN_ROLES | IPR_ROLE(SINCE) | IPR_ROLE(BETWEEN) | IPR_ROLE(ABOUT) |
                     IPR_ROLE(TODATE) | IPR_ROLE(REF) | IPR_ROLE(DET);
    uint16_t also = IPR_ALSO_TELLS | IPR_ALSO_MEASURE | IPR_ALSO_ASKS;
    bool known = n->roles & opens || v->pack->entries[n->entry].also & also;
    return i > 0 && (ch(v, i - 1, '.') || ch(v, i - 1, 'b')) && small(v, i, 100) &&
           (at(v, i)->flags & IPR_F_GAP) && !v->seg->bullet && !columns(v) &&
           n->kind == IPR_T_WORD && (n->flags & IPR_F_GAP) && (n->flags & IPR_F_CAP) &&
           !(n->flags & IPR_F_UPPER) && (known || (v->note && at(v, i)->mant == v->note + 1));
}

/* The number of a footnote that stands before its text. */
bool ipr_trap_note(const view *v, size_t i)
{
    return i == 0 ? footnote_line(v, i) : footnote_inside(v, i);
}
