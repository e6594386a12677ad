/* SPDX-License-Identifier: MIT
 * subject.c: what a value measures, chosen among the noun phrase behind it, the label before
 * it and the subject of its clause; and the head of what was chosen. */
#include "phrase.h"

/* Narrows a Han subject's core to its end: what stands behind its last verb or link. */
static void find_core(const ipr_scan *s, ipr_work *w)
{
    w->core_lo = w->subj_lo;
    if (w->right || !(ipr_tok(s, w->subj_lo)->flags & IPR_F_HAN))
        return;
    size_t k = w->subj_hi;
    while (k > w->subj_lo && !ipr_content(s, k - 1))
        k--;
    while (k > w->subj_lo && !ipr_is(s, k - 1, IPR_ROLE(VERB) | LINK))
        k--;
    if (k < w->subj_hi && k > w->subj_lo) {
        w->core_lo = (uint32_t)k;
        w->core_hi = w->subj_hi;
    }
}

/* "five purchases online": a word that says nothing, behind a plural. */
static bool trails(const ipr_scan *s, size_t k)
{
    return k > 0 && !(ipr_tok(s, k)->flags & (IPR_F_CONCEPT | IPR_F_CAP)) && !ipr_plural(s, k) &&
           ipr_content(s, k - 1) && ipr_plural(s, k - 1);
}

static void set_head(const ipr_scan *s, ipr_work *w)
{
    find_core(s, w);
    for (size_t k = w->core_hi; k > w->core_lo; k--)
        if (ipr_content(s, k - 1) && !(k - 1 > w->core_lo && trails(s, k - 1))) {
            w->head = (uint32_t)k - 1;
            return;
        }
}

/* "其中侵犯商标权的 20 件", "会退货的占三成": those of what the value before counts. */
static bool those_who(const ipr_scan *s, const ipr_work *w)
{
    size_t k = w->q->first;
    const ipr_work *v = w->like >= 0 ? &s->work[w->like] : NULL;
    bool share = ipr_is_share(w);
    if (!v || w->kind != IPR_LEVEL || v->q->unit != w->q->unit ||
        !(share || ipr_same_word(s, w->q->noun, v->q->noun)))
        return false;
    while (k > w->clause_lo && !ipr_is(s, k - 1, IPR_ROLE(OF)) &&
           ipr_is(s, k - 1, COMPARATOR | IPR_ROLE(AUX) | IPR_ROLE(SHARE)))
        k--;
    if (share && !ipr_is(s, k, IPR_ROLE(AUX) | IPR_ROLE(SHARE)))
        return false;
    return k > w->clause_lo && ipr_is(s, k - 1, IPR_ROLE(OF)) &&
           (ipr_tok(s, k - 1)->flags & IPR_F_HAN);
}

/* "their value", "China's share", "an earlier study": whose figure, or who says it, and what
 * was named before. */
static bool names_no_thing(const ipr_scan *s, const ipr_work *w)
{
    bool thing = false, measure = false, teller = false;
    if (ipr_phrase_all(s, w->subj_lo, w->subj_hi, IPR_ALSO_MEASURE))
        return true;
    for (size_t k = w->subj_lo; k < w->subj_hi; k++) {
        if (!ipr_content(s, k))
            continue;
        measure = ipr_meaning(s, k)->also & IPR_ALSO_MEASURE;
        teller = teller || (k < w->core_hi && ipr_is(s, k, IPR_ROLE(NAME)));
        thing = thing || (!measure && !(ipr_tok(s, k)->flags & IPR_F_CAP));
        if (ipr_tok(s, k)->flags & IPR_F_HAN)
            return false;
    }
    return (measure && !thing) || (teller && s->work[w->like].q->unit == w->q->unit);
}

/* "were 84% of the value", "the 30,000 mark": how the thing is measured, which is told before. */
static bool measured(const ipr_scan *s, const ipr_work *w)
{
    size_t k = w->q->first;
    if (!w->right || !ipr_phrase_all(s, w->subj_lo, w->core_hi, IPR_ALSO_MEASURE) ||
        !ipr_content(s, w->core_hi - 1) || (ipr_tok(s, w->subj_lo)->flags & IPR_F_HAN) ||
        (w->core_hi != w->subj_hi && !ipr_is(s, w->core_hi, IPR_ROLE(VERB))))
        return false;
    while (k > w->clause_lo && !ipr_content(s, k - 1) && !ipr_is(s, k - 1, IPR_ROLE(SHARE)))
        k--;
    return k == w->clause_lo || !ipr_is(s, k - 1, IPR_ROLE(SHARE)); /* not "made up 84%" */
}

static bool find_subject(const ipr_scan *s, size_t i)
{
    ipr_work *w = (ipr_work *)&s->work[i];
    if (w->repeat && w->like >= 0)
        return false;
    w->right = ipr_phrase_behind(s, w);
    if (measured(s, w)) {
        ipr_work was = *w;
        w->right = false;
        if (ipr_phrase_told(s, w) && (w->like < 0 || !names_no_thing(s, w)))
            return true;
        *w = was;
        const ipr_work *v = w->like >= 0 ? &s->work[w->like] : w;
        if (v != w && v->sent_lo == w->sent_lo && v->q->unit == w->q->unit)
            return w->right = false; /* "84% of the value and 90% of the volume" */
    }
    if (w->anaphor && w->q->unit == IPR_U_COUNT && w->peer >= 0)
        w->like = w->peer; /* "20,000 of them": of things, not of how they rose */
    w->kind_of = w->kind_of || (!w->right && those_who(s, w));
    if (w->right || w->kind_of)
        return w->right;
    if (ipr_phrase_apposed(s, w) && (w->like < 0 || !names_no_thing(s, w))) {
        w->anaphor = false;
        return true;
    }
    if (ipr_phrase_label(s, w)) /* "Their value: …", "accepted: …": of what was named before */
        return w->like < 0 || !(ipr_only_deeds(s, w) ||
                                (!s->seg.bullet && !s->seg.table &&
                                 ipr_phrase_all(s, w->subj_lo, w->subj_hi, IPR_ALSO_MEASURE)));
    if (w->like >= 0 && w->q->unit == IPR_U_COUNT &&
        ipr_is(s, w->q->noun, IPR_ROLE(OUTOF) | IPR_ROLE(EVERY)))
        return false; /* "four million a day or 46 per second" */
    if (w->anaphor || (w->base && w->base_of < (int32_t)i) || w->of_whole)
        return false;
    if (!ipr_phrase_told(s, w))
        return false;
    bool opens = ipr_is(s, w->sent_lo, IPR_ROLE(OF)) && w->subj_hi <= w->clause_lo;
    if (w->like < 0 || opens || !names_no_thing(s, w)) /* "Of the value, 68% …" */
        return true;
    if (ipr_tok(s, w->subj_lo)->flags & IPR_F_CONCEPT) { /* "China's share": of it, China's */
        w->facet_lo = w->subj_lo;
        w->facet_hi = w->subj_lo + 1;
    }
    return false;
}

bool ipr_only_deeds(const ipr_scan *s, const ipr_work *w)
{
    for (uint32_t k = w->subj_lo; k < w->subj_hi; k++)
        if (ipr_content(s, k) && !ipr_is(s, k, IPR_ROLE(VERB)))
            return false;
    return true;
}

bool ipr_leads_more(const ipr_scan *s, size_t k)
{
    const ipr_token *t = ipr_tok(s, k), *p = ipr_tok(s, k - (k > 0));
    return (t->roles & IPR_ROLE(POST_GT)) && (t->flags & IPR_F_HAN) && k > 0 &&
           p->kind != IPR_T_NUM && !(p->roles & (IPR_ROLE(SCALE) | IPR_ROLE(NUMBER)));
}

bool ipr_counts_change(const ipr_scan *s, const ipr_work *w)
{
    const ipr_work *v = w - (w > s->work);
    size_t k = w->q->first;
    if (v == w || v->sent_lo != w->sent_lo || v->q->unit != w->q->unit ||
        !ipr_is(s, w->q->noun, IPR_ROLE(COUNTER)) || !ipr_same_word(s, w->q->noun, v->q->noun))
        return false;
    for (; k > v->q->noun + 1 && !ipr_clause_break(s, k - 1); k--)
        if (ipr_content(s, k - 1) && !ipr_is(s, k - 1, IPR_ROLE(UP) | IPR_ROLE(DOWN)))
            return false;
    return k > v->q->noun + 1;
}

/* "Fakes were 2.5% of imports, or $464 billion. Earlier it had been 3.3%": a sentence that names
 * nothing goes on about what the one before it told in the unit of its own figure. */
static int32_t told_alike(const ipr_scan *s, const ipr_work *w)
{
    const ipr_work *v = w;
    while (v > s->work && (v == w || v->q->unit == IPR_U_DURATION)) /* "Three years earlier" */
        v--;
    bool other = v->sent_hi == w->sent_lo && v->q->unit != w->q->unit;
    bool level = w->kind == IPR_LEVEL && !w->base && w->peer >= 0;
    return level && other && s->work[w->peer].sent_lo == v->sent_lo ? w->peer : w->like;
}

/* The nearest earlier level in the unit of w; -1 if none of the last values is one. */
static int32_t peer_of(const ipr_scan *s, const ipr_work *w)
{
    const ipr_work *last = w - s->work > 5 ? w - 5 : s->work;
    for (const ipr_work *v = w; v > last; v--)
        if ((v[-1].q->unit == w->q->unit) & (v[-1].kind == IPR_LEVEL) & !v[-1].base)
            return (int32_t)(v - 1 - s->work);
    return -1;
}

void ipr_work_subject(ipr_scan *s, size_t i)
{
    ipr_work *w = &s->work[i];
    w->peer = peer_of(s, w);
    if (find_subject(s, i)) {
        set_head(s, w);
        return;
    }
    w->subj_lo = w->subj_hi = w->core_lo = w->core_hi = 0;
    w->like = told_alike(s, w);
}

void ipr_work_subjects(ipr_scan *s)
{
    for (size_t i = 0; i < s->n; i++) {
        s->work[i].like = ipr_work_elder(s, i);
        ipr_work_subject(s, i);
    }
    ipr_work_shared(s);
    for (size_t i = 0; i < s->n; i++)
        if (s->work[i].subj_hi > s->work[i].subj_lo)
            s->work[i].like = -1;
}
