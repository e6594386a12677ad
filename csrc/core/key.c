/* SPDX-License-Identifier: MIT
 * key.c: which key row fits a value.
 *
 * Rows are found through the concepts named around the value; the row with its
 * concepts nearest to the value wins, then the one with more conditions, then the
 * earlier one. */
#include "evidence.h"

#include <string.h>

/* A rate, "four million per day", is not the total that a key stands for. */
static bool is_rate(const ipr_scan *s, const ipr_work *w)
{
    const uint64_t rates = IPR_ROLE(EVERY) | IPR_ROLE(OUTOF);
    if ((w->q->unit != IPR_U_COUNT) | !(s->seg.roles & rates))
        return false;
    for (uint32_t i = w->clause_lo; i < w->q->first; i++) /* Han: "人均结案" */
        if (ipr_is(s, i, IPR_ROLE(EVERY)) & ipr_is(s, i, IPR_ROLE(IN)) &&
            (ipr_tok(s, i)->flags & IPR_F_HAN))
            return true;
    uint32_t k = w->subj_hi > w->q->last ? w->subj_hi : w->q->noun;
    return ipr_is(s, k, rates) && !ipr_is(s, k, IPR_ROLE(OF)) && k < w->hi;
}

/* The nearest of the wanted concepts, if nearer than floor. */
static int nearest(const ipr_evidence *f, const ipr_set *want, int floor)
{
    int level = COUNTED;
    if (!ipr_set_meets(&f->within[floor + 1], want))
        return ABSENT;
    while (!ipr_set_meets(&f->at[level], want))
        level--;
    return level;
}

#define WEIGHT 14 /* of a level of the heads; the head word itself outweighs a condition */

/* Is a set that the row has met? */
static inline bool meets(const ipr_key_row *r, unsigned has, const ipr_set *of, const ipr_set *by)
{
    return !(r->has & has) || ipr_set_meets(of, by);
}

/* "seized 92 bags; courts convicted 30": a deed told of what another value counts is no other. */
static inline bool other_deed(const ipr_evidence *f, const ipr_key_row *r)
{
    return f->borrowed && r->has & (IPR_HAS_VERBS | IPR_HAS_DEED) &&
           !ipr_set_meets(&f->deed, &r->verbs) && !ipr_set_meets(&f->deed, &r->deed);
}

/* Are the row's conditions met, whatever they are worth? Those that fail most go first. */
static inline bool admits(const ipr_evidence *f, const ipr_key_row *r)
{
    return !other_deed(f, r) &&
           (meets(r, IPR_HAS_VERBS, &f->within[HEADING], &r->verbs) ||
            ipr_set_meets(&f->deed, &r->verbs)) &&
           meets(r, IPR_HAS_WITH, &f->within[HEADING], &r->with) &&
           meets(r, IPR_HAS_NEAR, &f->within[ZONE], &r->near) &&
           !ipr_set_meets(&f->beside, &r->without) && meets(r, IPR_HAS_DEED, &f->deed, &r->deed) &&
           meets(r, IPR_HAS_TOPIC, &f->topic, &r->topic) &&
           meets(r, IPR_HAS_FACET, &f->within[SENTENCE], &r->facet);
}

/* How well a row fits whose conditions are met and whose heads are named near enough; 0 if it
 * does not. What has no key must be what is measured, not merely stand near. */
static int score(const ipr_evidence *f, const ipr_key_row *r, const ipr_work *w)
{
    unsigned told = r->has & (IPR_HAS_HEADS | IPR_HAS_DEED | IPR_HAS_TOPIC);
    if (told == (IPR_HAS_DEED | IPR_HAS_TOPIC) && f->named)
        return 0; /* the deed alone tells where nothing is named: "Filed: 300" */
    int floor = !r->name_n ? WHOLE : f->counted ? CLAUSE : SENTENCE;
    int heads = r->has & IPR_HAS_HEADS ? nearest(f, &r->heads, floor) : ZONE;
    if (!heads && !r->name_n)
        return 0;
    heads = heads ? heads : HEADING;
    int total = WEIGHT * heads + (heads >= HEAD ? 2 * WEIGHT : 0) + r->weight;
    if (w->kind == IPR_CHANGE && w->q->unit != IPR_U_POINTS &&
        !(r->units & ~(1u << IPR_U_PERCENT | 1u << IPR_U_RATIO)))
        total -= 25;
    for (int i = 0; i < 2; i++) {
        const ipr_set *set = i ? &r->with : &r->verbs;
        if (!(r->has & (i ? IPR_HAS_WITH : IPR_HAS_VERBS)))
            continue;
        int level = nearest(f, set, ABSENT);
        if (level < CORE && ipr_set_meets(&f->deed, set))
            level = CORE;
        total += level > SENTENCE ? 3 * level + 4 : 0;
    }
    if (r->share && ipr_set_meets(&f->own, &r->facet))
        total += WEIGHT; /* "… from China, and 96% by post" */
    if (r->has & IPR_HAS_NEAR)
        total += 3 * nearest(f, &r->near, SENTENCE) + 4;
    return total;
}

/* May a filed row fit, by its digest and that of what is told, which has what no row may ask? */
static inline bool may_fit(const ipr_filed *r, const ipr_filed *told)
{
    return ((r->verbs & told->verbs) != 0) & ((r->with & told->with) != 0) &
           ((r->near & told->near) != 0) & !(r->has & told->has);
}

#define FITS 16 /* rows are weighed when so many may fit */

/* Rows that may fit, and the best of those weighed before: the greatest of score << 32 | ~(row +
 * 1), as the first of equals wins; none scores 0. */
typedef struct choice {
    const ipr_scan *s;
    const ipr_work *w;
    const ipr_evidence *f;
    uint32_t fits[FITS];
    size_t n;
    int64_t best;
} choice;

/* Weighs the rows that may fit. */
static void weigh(choice *c)
{
    for (size_t i = 0; i < c->n; i++) {
        uint32_t row = c->fits[i];
        const ipr_key_row *r = &c->s->pack->rows[row];
        if (!admits(c->f, r) || (r->most > 0 && c->w->q->value > r->most))
            continue;
        int64_t rank = score(c->f, r, c->w) * ((int64_t)1 << 32) + (uint32_t) ~(row + 1);
        c->best = rank > c->best ? rank : c->best;
    }
    c->n = 0;
}

/* Tries the rows found through a concept, a head or a deed: nobody can foretell which of them may
 * fit, so each is put down and counted if it does. */
static inline void try_rows(choice *c, unsigned concept, const ipr_filed *told)
{
    const uint32_t *first = c->s->pack->first[c->f->asks] + concept;
    for (uint32_t k = first[0]; k < first[1]; k++) {
        const ipr_filed *r = &c->s->pack->index[k];
        c->fits[c->n] = r->row;
        c->n += may_fit(r, told);
        if (c->n == FITS)
            weigh(c);
    }
}

/* Takes a concept out of a set that is not empty: the first one, found without a branch. */
static inline unsigned take(ipr_set *set)
{
    bool a = !set->w[0], b = a & !set->w[1], c = b & !set->w[2], d = c & !set->w[3];
    unsigned word = (unsigned)a + b + c + d;
    uint64_t bits = set->w[word];
    set->w[word] = bits & (bits - 1);
    return word * 64 + (unsigned)__builtin_ctzll(bits);
}

/* Tries the rows found through the concepts of a set that rows are filed under. */
static inline void try_all(choice *c, const ipr_set *set, const ipr_set *filed,
                           const ipr_filed *told)
{
    ipr_set by = *set;
    for (unsigned word = 0; word < IPR_CONCEPT_MAX / 64; word++)
        by.w[word] &= filed->w[word];
    while (!ipr_set_empty(&by))
        try_rows(c, take(&by), told);
}

/* The digest of what is told, with a bit that meets rows which ask for nothing. */
static ipr_filed digest(const ipr_evidence *f)
{
    uint64_t any = (uint64_t)1 << 63, with = ipr_set_fold(&f->within[HEADING]) | any;
    return (ipr_filed){with | ipr_set_fold(&f->deed), with, ipr_set_fold(&f->within[ZONE]) | any,
                       f->lacks, 0};
}

/* The best of the rows with a head or deed among those near enough, and of those without. */
static uint32_t best_row(const ipr_scan *s, const ipr_work *w, const ipr_evidence *f)
{
    choice c = {.s = s, .w = w, .f = f, .best = UINT32_MAX};
    if (f->asks == IPR_ASKS)
        return 0;
    ipr_set heads = f->within[WHOLE];
    if (!f->counted) {
        ipr_set_join(&heads, &f->beside);
        if (!f->other && (s->seg.bullet || s->seg.table || s->seg.heading))
            ipr_set_join(&heads, &s->ctx->heads);
    }
    ipr_filed told = digest(f);
    try_all(&c, &heads, &s->pack->heads[f->asks], &told);
    try_rows(&c, IPR_CONCEPT_MAX, &told);
    told.has |= IPR_HAS_HEADS;
    try_all(&c, &f->deed, &s->pack->deeds[f->asks], &told);
    weigh(&c);
    return ~(uint32_t)c.best;
}

/* ---- the values of a segment ---- */

/* Bases and appositions measure what their level measures. */
static const ipr_work *partner(const ipr_scan *s, size_t i)
{
    const ipr_work *w = &s->work[i];
    if (w->base && w->base_of >= 0)
        return &s->work[w->base_of];
    return NULL;
}

/* What a value follows that has no subject of its own, or that tells how the thing whose words
 * are its subject changed: "12 cases of theft, down 3%"; or NULL. */
static const ipr_work *leader(const ipr_scan *s, const ipr_work *w)
{
    const ipr_work *v = w - (w > s->work);
    if (w->subj_hi == w->subj_lo)
        return w->like < 0 ? NULL : &s->work[w->like];
    bool same = w->kind == IPR_CHANGE && v->kind == IPR_LEVEL && v->sent_lo == w->sent_lo &&
                v->subj_lo == w->subj_lo && v->subj_hi == w->subj_hi;
    return v != w && same ? v : NULL;
}

/* A value without a subject of its own measures what the one it follows does, where
 * one is the size of the other's change or both have one unit. */
static bool follows(const ipr_scan *s, ipr_work *w, const ipr_work *v)
{
    if (!v || w->kind_of)
        return false;
    if (ipr_work_cell(s, w) != ipr_work_cell(s, v))
        return false;
    bool pair = (w->kind == IPR_CHANGE) != (v->kind == IPR_CHANGE);
    if (!v->row || (!pair && v->q->unit != w->q->unit && !w->repeat))
        return false;
    if (ipr_is(s, w->q->noun, IPR_ROLE(COUNTER)) && !ipr_same_word(s, w->q->noun, v->q->noun))
        return false;
    const ipr_key_row *r = &s->pack->rows[v->row - 1];
    bool same = w->kind == IPR_CHANGE || w->base || w->repeat; /* else its own verb may tell */
    ipr_set deed = {{0}};
    if (!same)
        deed = ipr_deed_of(s, w);
    ipr_set said = {{0}};
    if (!same) /* "94% of those removed, and 88% of it before a sale" */
        said = ipr_concepts(s, w->clause_lo, w->clause_hi);
    if (ipr_set_meets(&said, &r->without))
        return false;
    if (!ipr_set_empty(&deed) && !ipr_set_meets(&deed, &r->verbs) &&
        !ipr_set_meets(&deed, &r->deed))
        return false;
    return pair && w->kind == IPR_CHANGE ? !r->share : ipr_row_admits(r) >> ipr_work_asks(w) & 1;
}

/* "90% came by post. Shoes made up 23%": w names another facet than the share it follows. */
static bool own_share(const ipr_scan *s, const ipr_work *w, const ipr_work *v)
{
    const ipr_key_row *r = &s->pack->rows[v->row - 1];
    ipr_set said = ipr_concepts(s, w->clause_lo, w->clause_hi);
    return r->share && w->kind == IPR_LEVEL && !ipr_set_meets(&said, &r->facet);
}

/* "The Bureau of Customs had 18 billion": the subject is a name and a link leads from it to the
 * value; one capital alone may only begin the sentence. */
static bool told_of_name(const ipr_scan *s, const ipr_work *w)
{
    uint32_t names = 0, k = w->subj_lo;
    for (; k < w->subj_hi; k++) {
        const ipr_token *t = ipr_tok(s, k);
        if (ipr_content(s, k) && !(t->flags & IPR_F_CAP))
            return false;
        names += ipr_content(s, k) && (k > w->sent_lo || t->flags & IPR_F_UPPER);
    }
    return names > 0 && !w->right;
}

/* "Brand forms accounted for 2.2M and email for 1.7M", "Customs had 18 billion of it": the total
 * told before that value w is a part of, or NULL. */
static const ipr_work *total_shared(const ipr_scan *s, const ipr_work *w)
{
    const uint64_t links = IPR_ROLE(SHARE) | IPR_ROLE(AUX);
    uint32_t k = w->q->first;
    if (w->kind != IPR_LEVEL || s->seg.table || w->base ||
        (w->q->unit == IPR_U_COUNT ? w->right : w->q->unit != IPR_U_CURRENCY))
        return NULL;
    while (k > w->sent_lo && !ipr_content(s, k - 1) && !ipr_is(s, k - 1, links))
        k--;
    if (k == w->sent_lo || !ipr_is(s, k - 1, links) ||
        (!ipr_is(s, k - 1, IPR_ROLE(SHARE)) && !told_of_name(s, w)))
        return NULL;
    for (const ipr_work *v = w; v > s->work && v[-1].sent_lo == w->sent_lo; v--)
        if (v[-1].q->last < k && v[-1].q->unit == w->q->unit && v[-1].kind == IPR_LEVEL)
            return v - 1;
    return ipr_work_first_before(s, w);
}

/* The level of its unit told last before value w in its sentence, or NULL. */
static const ipr_work *like_before(const ipr_scan *s, const ipr_work *w)
{
    const ipr_work *v = w;
    for (int steps = 0; v > s->work && v[-1].sent_lo == w->sent_lo && steps < 4; steps++, v--)
        if (v[-1].q->unit == w->q->unit && v[-1].kind == IPR_LEVEL && !v[-1].base)
            return v - 1;
    return NULL;
}

/* "The agencies seized fakes worth 24 billion, the bureau 18 billion": a member of a list without
 * a deed or a noun of its own goes on with what the one before it measures; its row, or 0. */
static uint32_t listed_row(const ipr_scan *s, const ipr_work *w)
{
    uint32_t k = w->q->first;
    if (w->kind != IPR_LEVEL || w->base || s->seg.table || is_rate(s, w) ||
        (w->right && w->q->unit == IPR_U_COUNT) ||
        ipr_is(s, w->q->last + 1, IPR_ROLE(OUTOF) | IPR_ROLE(EVERY)) ||
        (k > 0 && ipr_is(s, k - 1, IPR_ROLE(TO))))
        return 0;
    for (k = w->clause_lo; k < w->clause_hi; k++)
        if (ipr_is(s, k, IPR_ROLE(AUX) | IPR_ROLE(VERB) | IPR_ROLE(UP) | IPR_ROLE(DOWN)))
            return 0;
    const ipr_work *v = like_before(s, w);
    if (!v && told_of_name(s, w)) /* "… 33% of the young. Greece 62%" */
        v = ipr_work_first_before(s, w);
    const ipr_key_row *r = v && v->row ? &s->pack->rows[v->row - 1] : NULL;
    return r && r->name_n && !r->share ? v->row : 0;
}

/* "Mail 60%, express 30%, other 10%", one below the other: a part by a name that no list has is
 * one of what the item above told a part of; its row, or 0. */
static uint32_t part_below(const ipr_scan *s, ipr_work *w)
{
    uint32_t row = s->ctx->part;
    if (!(s->seg.bullet || s->seg.table) || w->right || w->kind != IPR_LEVEL || !row ||
        !(s->pack->rows[row - 1].units >> w->q->unit & 1))
        return 0;
    ipr_set said = ipr_concepts(s, w->sent_lo, w->sent_hi);
    if (!ipr_set_empty(&said))
        return 0;
    size_t lo = w->sent_lo, hi = w->q->first;
    while (lo < hi && ipr_tok(s, lo)->kind != IPR_T_WORD)
        lo++;
    while (hi > lo && ipr_tok(s, hi - 1)->kind != IPR_T_WORD)
        hi--;
    w->facet_lo = (uint32_t)lo;
    w->facet_hi = (uint32_t)hi;
    return row;
}

void ipr_work_key(ipr_scan *s, size_t i)
{
    ipr_evidence f;
    ipr_work *w = &s->work[i];
    if (is_rate(s, w))
        return;
    const ipr_work *v = leader(s, w);
    uint32_t as = follows(s, w, v) ? v->row : 0;
    if (as && !own_share(s, w, v)) {
        w->row = as;
        w->listed = v->listed;
        return;
    }
    ipr_evidence_find(s, w, &f);
    w->row = best_row(s, w, &f);
    if (as && !(w->row && s->pack->rows[w->row - 1].share))
        w->row = as;
    if (!w->row && !f.whole) {
        ipr_evidence_earlier(s, w, &f);
        w->row = best_row(s, w, &f);
    }
    if (!w->row)
        w->row = listed_row(s, w);
    const ipr_work *total = w->row ? NULL : ipr_work_total(s, w);
    if (total && total->row && !s->pack->rows[total->row - 1].share &&
        ipr_is(s, w->q->noun, IPR_ROLE(COUNTER)) && ipr_same_word(s, w->q->noun, total->q->noun))
        w->row = total->row; /* "投诉 30 件，其中商标 20 件" */
    const ipr_work *whole = w->row ? NULL : total_shared(s, w);
    if (whole && whole->row && !s->pack->rows[whole->row - 1].share)
        w->row = whole->row;
    if (!w->row)
        w->row = part_below(s, w);
    if (w->row && (s->seg.bullet || s->seg.table)) {
        s->ctx->part = s->pack->rows[w->row - 1].share ? w->row : 0;
        const ipr_set *heads = &s->pack->rows[w->row - 1].heads;
        size_t cell = ipr_work_cell(s, w);
        bool above =
            ipr_set_meets(&s->ctx->heads, heads) && (f.parted || !nearest(&f, heads, SENTENCE));
        w->column = cell < s->ctx->headed && !ipr_set_empty(&s->ctx->cells[cell]) &&
                    (above || ipr_set_meets(&s->ctx->cells[cell], heads));
        w->listed = above && !w->column;
        s->ctx->parted = s->ctx->parted || (w->listed && f.parted);
    }
}

/* "Members by region: Americas 31%, Europe 50%": a part without a key of its own is a
 * part of what its neighbour is one of, if a word of that facet stands between them. */
static bool next_part(const ipr_scan *s, size_t i)
{
    const ipr_work *w = &s->work[i], *v = w - 1;
    if (i == 0 || w->row || !v->row || v->sent_lo != w->sent_lo || v->q->unit != w->q->unit ||
        w->kind != IPR_LEVEL || v->kind != IPR_LEVEL ||
        ipr_is(s, w->q->last + 1, IPR_ROLE(AUX) | IPR_ROLE(VERB)))
        return false;
    const ipr_key_row *r = &s->pack->rows[v->row - 1];
    ipr_set between = ipr_concepts(s, v->q->last + 1, w->q->first);
    return r->share && ipr_set_meets(&between, &r->facet);
}

void ipr_work_keys(ipr_scan *s)
{
    for (size_t i = 0; i < s->n; i++)
        ipr_work_key(s, i);
    for (size_t i = 0; i < s->n; i++) {
        ipr_work *w = &s->work[i];
        const ipr_work *p = partner(s, i);
        if (p && p->row && (w->subj_hi == w->subj_lo || !w->row))
            w->row = p->row;
        else if (!w->row && w->like >= 0 && s->work[w->like].q->unit == w->q->unit && w->base)
            w->row = s->work[w->like].row;
        else if (next_part(s, i))
            w->row = w[-1].row;

        if (p && w->subj_hi == w->subj_lo)
            ipr_facet_take(w, p);
        ipr_facet_find(s, w);
        if (p)
            ipr_facet_take(w, p);
    }
}
