/* SPDX-License-Identifier: MIT
 * elder.c: from which other value one takes over what it measures: the one before it, the
 * whole that it is a part of, the list whose noun stands at the end. */
#include "phrase.h"

/* "Of 305,762 flags, people looked at 73%": the whole opens the sentence. */
static int32_t whole(const ipr_scan *s, size_t i)
{
    const ipr_work *w = &s->work[i];
    if (!ipr_is(s, w->sent_lo, IPR_ROLE(OF) | IPR_ROLE(OUTOF)) || !ipr_is_share(w) ||
        w->kind != IPR_LEVEL)
        return -1;
    for (; i > 0 && s->work[i - 1].sent_lo == w->sent_lo; i--)
        ;
    const ipr_work *v = &s->work[i];
    return v != w && v->q->unit == IPR_U_COUNT && v->q->first < w->sent_lo + 6 ? (int32_t)i : -1;
}

bool ipr_phrase_aside(const ipr_scan *s, const ipr_work *w)
{
    const uint64_t skip = IPR_ROLE(DET) | IPR_ROLE(ABOUT), leads = IPR_ROLE(IN) | IPR_ROLE(FROM);
    size_t k = w->q->first;
    if (w->q->unit == IPR_U_DURATION)
        return true;
    if (!(ipr_is(s, k - 1, skip | leads) & (w->q->unit == IPR_U_COUNT) & !w->base & w->right))
        return false;
    while (k > w->lo && ipr_is(s, k - 1, skip))
        k--;
    return k > w->lo && ipr_is(s, k - 1, leads);
}

/* "107 requests about 143 accounts": a part of what names the value before. */
static bool nested(const ipr_scan *s, const ipr_work *w)
{
    const uint64_t links = IPR_ROLE(IN) | IPR_ROLE(PREP) | IPR_ROLE(DET);
    const ipr_work *v = w - (w > s->work);
    if (!ipr_is(s, w->q->first - 1, links) || v == w || v->sent_lo != w->sent_lo || !v->right ||
        v->subj_hi >= w->q->first)
        return false;
    for (size_t k = v->subj_hi; k < w->q->first; k++)
        if (!ipr_is(s, k, links))
            return false;
    return true;
}

/* v is another thing told in brackets that close before w, behind a value of its sentence. */
static bool bracketed(const ipr_scan *s, const ipr_work *v, const ipr_work *w)
{
    uint32_t lo = v->clause_lo, hi = v->clause_hi;
    return ipr_ch(s, lo - 1, '(') && lo > v->sent_lo && v->subj_hi > v->subj_lo && !v->repeat &&
           ipr_ch(s, hi, ')') && hi < w->q->first && v[-1].sent_lo == v->sent_lo;
}

/* A count of the sentence of w, not in the phrase that opens it. */
static bool within(const ipr_scan *s, const ipr_work *w, const ipr_work *v)
{
    size_t k = v->q->first;
    while (k > v->sent_lo && !ipr_content(s, k - 1))
        k--;
    return v->sent_lo == w->sent_lo && v->q->unit == IPR_U_COUNT && v->right && k > v->sent_lo;
}

/* The nearest earlier value of the sentence, else of the segment, to take over from: the
 * nearest share where this one is the size of another part. */
int32_t ipr_work_elder(ipr_scan *s, size_t i)
{
    ipr_work *w = &s->work[i];
    int32_t of = whole(s, i);
    if (of >= 0) {
        w->of_whole = true;
        return of;
    }
    if (w->base_of >= 0 && w->base_of < (int32_t)i)
        return w->base_of;
    bool count = w->q->unit == IPR_U_COUNT && w->kind == IPR_LEVEL;
    for (size_t k = i; count && k > 0 && i - k < 4; k--) { /* not the sum between two counts */
        if (s->work[k - 1].kind != IPR_LEVEL)
            break;
        if (s->work[k - 1].q->unit == IPR_U_COUNT && !ipr_phrase_aside(s, &s->work[k - 1]) &&
            !nested(s, &s->work[k - 1]))
            return (int32_t)k - 1;
    }
    if (i == 0)
        return -1;
    for (size_t k = i; k > 0 && i - k < 4; k--) {
        const ipr_work *v = &s->work[k - 1];
        if (v->sent_lo != w->sent_lo && k < i && within(s, w, w - 1))
            break; /* "damages were granted in 319 cases (+117%)": nothing else was told of */
        if (!ipr_phrase_aside(s, v) && !nested(s, v) && !(k > 1 && bracketed(s, v, w)))
            return (int32_t)k - 1;
    }
    return (int32_t)i - 1;
}

/* "93 % of the 128,000 notices", "54 of the 111 states": a part of what is counted behind it;
 * not "masks made up 27 million of the 28 million items". */
static bool part_of(const ipr_scan *s, const ipr_work *a, const ipr_work *b)
{
    size_t k = a->q->last + 1 + ipr_ch(s, a->q->last + 1, ')'); /* "almost all (97%) of the" */
    if ((!ipr_is_share(a) && a->q->unit != IPR_U_COUNT) || a->kind != IPR_LEVEL ||
        b->q->unit != IPR_U_COUNT || !ipr_is(s, k, IPR_ROLE(OF)))
        return false;
    for (size_t i = a->q->first; !ipr_is_share(a) && i > a->clause_lo; i--)
        if (ipr_is(s, i - 1, IPR_ROLE(SHARE)))
            return false;
    while (k < b->q->first && ipr_tok(s, k)->kind == IPR_T_WORD && !ipr_content(s, k))
        k++;
    return k == b->q->first;
}

/* The words of one value's subject are another's too. */
static void take_subject(ipr_work *to, const ipr_work *from)
{
    to->subj_lo = from->subj_lo;
    to->subj_hi = from->subj_hi;
    to->core_lo = from->core_lo;
    to->core_hi = from->core_hi;
    to->head = from->head;
}

/* Members of a list whose noun stands at its end take that noun, and so does what a value rose
 * from, "from 752 to 4,414 cases". */
static void share_forward(ipr_scan *s)
{
    for (size_t i = s->n; i > 1; i--) {
        ipr_work *a = &s->work[i - 2], *b = a + 1;
        if (b->right <= a->right || a->sent_lo != b->sent_lo) /* not only b's is behind */
            continue;
        bool out_of = b->q->first == a->q->last + 2 && ipr_is(s, a->q->last + 1, IPR_ROLE(OUTOF));
        bool one = out_of || a->base_of == (int32_t)i - 1 || ipr_list_adjacent(&s->seg, a->q, b->q);
        if ((one && a->q->unit == b->q->unit) || part_of(s, a, b)) {
            take_subject(a, b);
            a->right = true;
        }
    }
}

/* "accepted 46 件 of cases, closed 48 件": a count with only a deed before it counts the
 * object of the one before, if their measure words are the same. */
static void share_objects(ipr_scan *s)
{
    for (size_t i = 1; i < s->n; i++) {
        ipr_work *w = &s->work[i], *v = w - 1;
        if (!ipr_is(s, w->q->noun, IPR_ROLE(COUNTER)) || w->right)
            continue;
        if (v > s->work && v->kind == IPR_CHANGE)
            v--; /* "…件，同比下降 8%，审结…件" */
        if (w->subj_hi == w->subj_lo || !ipr_only_deeds(s, w) || v->subj_hi == v->subj_lo ||
            ipr_only_deeds(s, v) || !ipr_same_word(s, w->q->noun, v->q->noun))
            continue;
        take_subject(w, v);
    }
}

void ipr_work_shared(ipr_scan *s)
{
    share_forward(s);
    share_objects(s);
}
