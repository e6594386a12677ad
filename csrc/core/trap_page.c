/* SPDX-License-Identifier: MIT
 * trap_page.c: numbers of pages: at a page's head or foot, alone on a line. */
#include "trap_in.h"

/* "ANNUAL REPORT OF THE OFFICE        21": behind capitals and a column gap. */
static bool running_head(const view *v, size_t i)
{
    size_t words = 0;
    for (size_t k = 0; k < i; k++) {
        if (at(v, k)->kind != IPR_T_WORD || !(at(v, k)->flags & (IPR_F_UPPER | IPR_F_CAP)))
            return false;
        words += (at(v, k)->flags & IPR_F_UPPER) != 0;
    }
    return i + 1 == v->seg->n && (at(v, i)->flags & IPR_F_WIDE) && small(v, i, 2000) && words > 2;
}

/* "21        DC-REP/7": behind the number, a column gap and nothing but capitals. */
static bool titled(const view *v, size_t i)
{
    for (size_t k = i + 1; k < v->seg->n; k++)
        if (at(v, k)->kind == IPR_T_WORD && !(at(v, k)->flags & IPR_F_CAP))
            return false;
    return true;
}

/* "113 / 122" at the end of a line. */
static bool page_of_pages(const view *v, size_t i)
{
    const ipr_token *slash = at(v, i + 1), *last = at(v, i + 2);
    return number(v, i) && number(v, i + 2) && ch(v, i + 1, '/') && (slash->flags & IPR_F_GAP) &&
           (last->flags & IPR_F_GAP) && small(v, i, 2000) && small(v, i + 2, 2000) &&
           at(v, i)->mant <= last->mant &&
           (i + 3 >= v->seg->n || (at(v, i + 3)->flags & IPR_F_WIDE));
}

/* "Annual report     - 14 -": behind a column gap, between dashes. */
static bool between_dashes(const view *v, size_t i)
{
    if (i == 0 || i + 2 != v->seg->n || !small(v, i, 2000))
        return false;
    char a = at(v, i - 1)->ch;
    return (a == 'd' || a == '-') && ch(v, i + 1, a) && at(v, i - 1)->kind == IPR_T_PUNCT &&
           (i == 1 || at(v, i - 1)->flags & IPR_F_WIDE);
}

/* "- 14 -", "12 | Annual Report": what a page carries at its head or foot. */
static bool page_number(const view *v, size_t i)
{
    bool named = false, edge = i == 0 || i + 1 == v->seg->n;
    if (page_of_pages(v, i) || (i > 1 && page_of_pages(v, i - 2)) || between_dashes(v, i) ||
        running_head(v, i))
        return true;
    if (!small(v, i, 2000) || v->seg->n > 12)
        return false;
    if (i == 0 && v->seg->n > 1 && (at(v, 1)->flags & IPR_F_WIDE) && !has_unit(v, i) &&
        titled(v, i))
        return true;
    size_t title = i - (i > 0);
    title -= title > 0 && (ch(v, title, 'b') || ch(v, title, 'm') || ch(v, title, '|'));
    if (edge && i > 0 && v->seg->heading && !v->seg->table && !has_unit(v, i) &&
        (is(v, title, IPR_ROLE(NAME)) || (at(v, title)->flags & IPR_F_TRAP)))
        return true; /* "Annual Report 2021 45", "Annual Report • 45" */
    for (size_t k = 0; k < v->seg->n; k++) {
        if (k != i && (at(v, k)->kind == IPR_T_NUM) && !(at(v, k)->flags & IPR_F_TRAP))
            return false;
        named = named || (at(v, k)->kind == IPR_T_WORD && !is(v, k, IPR_ROLE(NAME)));
    }
    if (!named)
        return !has_unit(v, i);
    if (!edge || !v->seg->table || has_unit(v, i))
        return false;
    for (size_t k = 0; k < v->seg->n; k++)
        if (is(v, k, IPR_ROLE(NAME)) || (is(v, k, IPR_ROLE(REF)) && is(v, k, IPR_ROLE(NOISE))))
            return true;
    return false;
}

/* "7 / 20", alone on its line: a page of so many. */
static bool page_of(const view *v, size_t i)
{
    bool slash = false;
    for (size_t k = 0; k < v->seg->n && v->seg->n < 6; k++) {
        if (at(v, k)->kind == IPR_T_WORD)
            return false;
        slash = slash || ch(v, k, '/');
    }
    return slash && v->seg->n < 6 && small(v, i, 2000) && !has_unit(v, i);
}

bool ipr_trap_page(const view *v, size_t i)
{
    return page_number(v, i) || page_of(v, i);
}
