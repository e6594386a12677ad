/* SPDX-License-Identifier: MIT
 * key.c: which key row fits a value.
 *
 * Rows are found through the concepts named around the value; the row with its
 * concepts nearest to the value wins, then the one with more conditions, then the
 * earlier one. */
#include "scan.h"

#include <string.h>

/* How near a concept stands; larger is nearer. */
enum { ABSENT, HEADING, SENTENCE, ZONE, CLAUSE, WHOLE, CORE, HEAD, COUNTED, LEVELS };

typedef struct field {
    ipr_set at[LEVELS];       /* concepts named at a nearness */
    ipr_set within[CORE + 1]; /* so near or nearer, by settle */
    unsigned lacks;           /* IPR_HAS_…: a row that has one of these does not fit */
    ipr_set own;              /* named in the value's own clause */
    ipr_set beside;           /* of subject, clause and zone */
    ipr_set topic;            /* what the text is about; empty in the first round */
    ipr_set deed;             /* the verb at the value: "seized 20,812", "12 were closed" */
    unsigned asks;            /* what a row must admit */
    bool named;               /* the thing counted is named behind a value */
    bool counted;             /* and so is what it counts: no other noun is asked */
    bool place;               /* a preposition of place leads to the value */
} field;

/* The verb of the clause that value and noun open, past what stands between: "Four shops in
 * Leeds, were raided". The token, or hi. */
static size_t far_verb(const ipr_scan *s, size_t k, size_t hi)
{
    for (size_t end = k + 12; k < hi && k < end; k++) {
        if (ipr_is(s, k, IPR_ROLE(AUX)))
            return k;
        if (ipr_is(s, k, IPR_ROLE(CONJ) | IPR_ROLE(REL)) || ipr_ch(s, k, ';') || ipr_ch(s, k, ':'))
            return hi;
    }
    return hi;
}

/* The last verb before the value in its clause or an earlier one of the list: Han tells the
 * deed before its object, "缴获皮球 5 只、球拍 3 块". UINT32_MAX if none. */
static uint32_t deed_before(const ipr_scan *s, const ipr_work *w)
{
    for (uint32_t k = w->q->first; k > 0 && w->q->first - k < 40; k--) {
        if (ipr_is(s, k - 1, IPR_ROLE(VERB)))
            return k - 1;
        if (ipr_sentence(s, k) == k && !ipr_ch(s, k - 1, ';'))
            break;
    }
    return UINT32_MAX;
}

/* "Cases closed: 40": a colon leads to the value. */
static bool label_before(const ipr_scan *s, const ipr_work *w)
{
    uint32_t k = w->q->first;
    while (k > w->sent_lo &&
           ipr_is(s, k - 1,
                  IPR_ROLE(GT) | IPR_ROLE(GE) | IPR_ROLE(LT) | IPR_ROLE(LE) | IPR_ROLE(ABOUT)))
        k--;
    return k > w->sent_lo && ipr_ch(s, k - 1, ':');
}

/* The verb right before the value, or behind its noun. */
static ipr_set deed_of(const ipr_scan *s, const ipr_work *w)
{
    size_t lo = w->q->first, hi = w->subj_hi > w->q->last ? w->subj_hi : w->q->last + 1;
    if (lo > w->lo && label_before(s, w))
        while (!ipr_ch(s, lo, ':'))
            lo--;
    while (lo > w->lo && w->q->first - lo < 4 && !ipr_clause_break(s, lo - 1) &&
           !ipr_is(s, lo - 1, IPR_ROLE(AND)))
        lo--;
    ipr_set set = ipr_concepts(s, lo, w->q->first);
    if (!w->right && ipr_tok(s, w->q->noun)->flags & IPR_F_HAN) {
        uint32_t k = deed_before(s, w);
        if (k != UINT32_MAX)
            ipr_concepts_join(s, k, k + 1, &set);
    }
    if (ipr_is(s, hi, IPR_ROLE(OF)) && ipr_is(s, hi + 1, IPR_ROLE(CONJ) | IPR_ROLE(REL)) &&
        ipr_is(s, hi + 2, IPR_ROLE(AUX)))
        hi += 2; /* "995 of which were seized" */
    if (w->right && ipr_set_empty(&set) && !ipr_is(s, hi, IPR_ROLE(VERB)))
        hi = far_verb(s, hi, w->hi);
    for (size_t k = hi; k < w->hi && k < hi + 3 && ipr_is(s, k, IPR_ROLE(AUX) | IPR_ROLE(VERB));
         k++)
        if (ipr_is(s, k, IPR_ROLE(VERB)))
            ipr_concepts_join(s, k, k + 1, &set);
    return set;
}

/* A rate, "four million per day", is not the total that a key stands for. */
static bool is_rate(const ipr_scan *s, const ipr_work *w)
{
    uint32_t k = w->subj_hi > w->q->last ? w->subj_hi : w->q->noun;
    if (!(s->seg.roles & (IPR_ROLE(EVERY) | IPR_ROLE(OUTOF))))
        return false;
    for (uint32_t i = w->clause_lo; i < w->q->first; i++) /* Han: "人均结案" */
        if (w->q->unit == IPR_U_COUNT && ipr_is(s, i, IPR_ROLE(EVERY)) &&
            ipr_is(s, i, IPR_ROLE(IN)) && (ipr_tok(s, i)->flags & IPR_F_HAN))
            return true;
    return w->q->unit == IPR_U_COUNT && ipr_is(s, k, IPR_ROLE(EVERY) | IPR_ROLE(OUTOF)) &&
           !ipr_is(s, k, IPR_ROLE(OF)) && k < w->hi;
}

/* Notes the concepts of tokens [lo, hi) at a nearness. */
static inline void note(const ipr_scan *s, field *f, int level, size_t lo, size_t hi)
{
    if (lo < hi)
        ipr_concepts_join(s, lo, hi, &f->at[level]);
}

static void settle(field *f)
{
    ipr_set set = f->at[COUNTED];
    for (int level = HEAD; level > ABSENT; level--) {
        ipr_set_join(&set, &f->at[level]);
        if (level <= CORE)
            f->within[level] = set;
    }
    f->beside = f->at[ZONE];
    ipr_set_join(&f->beside, &f->at[CLAUSE]);
    ipr_set_join(&f->beside, &f->at[WHOLE]);
    f->lacks = (ipr_set_empty(&f->deed) ? IPR_HAS_DEED : 0u) |
               (ipr_set_empty(&f->topic) ? IPR_HAS_TOPIC : 0u) |
               (ipr_set_empty(&f->within[ZONE]) ? IPR_HAS_NEAR : 0u) |
               (f->place ? 0u : IPR_HAS_PLACE);
}

/* The cell of a table whose heads speak. */
static size_t cell_of(const ipr_scan *s, const ipr_work *w)
{
    return s->seg.table && s->ctx.headed ? ipr_cell_of(&s->seg, w->q->first) : IPR_CELL_MAX;
}

/* What the value asks of a row; IPR_ASKS if no row can fit. */
static unsigned asks(const ipr_work *w)
{
    uint8_t unit = w->q->unit;
    if (unit == IPR_U_POINTS)
        return IPR_U_PERCENT;
    if (w->kind == IPR_CHANGE && (unit == IPR_U_PERCENT || unit == IPR_U_RATIO))
        return IPR_ASK_CHANGE;
    return unit == IPR_U_RATIO && (w->q->flags & IPR_Q_TIMES) ? IPR_ASKS : unit;
}

#define PART_FAR 60 /* tokens between a part and the word that says it is one */

/* The first level of its unit in the sentence before w's. */
static const ipr_work *first_before(const ipr_scan *s, const ipr_work *w)
{
    const ipr_work *v = w, *found = NULL;
    while (v > s->work && v[-1].sent_lo == w->sent_lo)
        v--;
    for (int steps = 0; v > s->work && v[-1].sent_hi == w->sent_lo && steps < 8; steps++, v--)
        if (v[-1].q->unit == w->q->unit && v[-1].kind == IPR_LEVEL && !v[-1].base)
            found = v - 1;
    return found;
}

/* "300 件，其中民事 200 件、刑事 100 件": the total that value w is a part of, or NULL. */
static const ipr_work *total_of(const ipr_scan *s, const ipr_work *w)
{
    uint32_t to = w->q->first, from = to - w->sent_lo > PART_FAR ? to - PART_FAR - 1 : w->sent_lo,
             k = (uint32_t)ipr_behind(&s->seg, IPR_N_PARTS, from, to);
    if (k == from || !(ipr_tok(s, k - 1)->flags & IPR_F_HAN))
        return NULL;
    for (uint32_t i = k; i < to; i++)
        if (ipr_ch(s, i, ';'))
            return NULL;
    if (k - 1 == w->sent_lo)
        return first_before(s, w);
    for (const ipr_work *v = w; v > s->work && v[-1].sent_lo == w->sent_lo; v--)
        if (v[-1].q->last < k && v[-1].q->unit == w->q->unit && v[-1].kind == IPR_LEVEL)
            return v - 1;
    return NULL;
}

/* "in six shops", "from three of them": the value tells where. */
static bool tells_where(const ipr_scan *s, const ipr_work *w)
{
    const uint64_t past =
        IPR_ROLE(GT) | IPR_ROLE(GE) | IPR_ROLE(LT) | IPR_ROLE(LE) | IPR_ROLE(ABOUT) | IPR_ROLE(DET);
    size_t k = w->q->first;
    while (k > w->sent_lo && ipr_is(s, k - 1, past))
        k--;
    return k > w->sent_lo && ipr_is(s, k - 1, IPR_ROLE(IN) | IPR_ROLE(FROM));
}

/* "The value of fakes held in the 27 states was put at 2 billion": where the zone before a value
 * begins, past values that tell where, if no clause ends between. */
static uint32_t past_places(const ipr_scan *s, const ipr_work *w)
{
    uint32_t lo = w->lo;
    for (const ipr_work *v = w; v > s->work && v[-1].sent_lo == w->sent_lo; v--) {
        if (!tells_where(s, v - 1) || v[-1].base ||
            ipr_next(&s->seg, IPR_N_BREAKS, v[-1].q->first, w->q->first) < w->q->first)
            break;
        lo = v[-1].lo;
    }
    return lo;
}

/* Where the zone behind a value ends: at the value behind it, or in a list at a semicolon. */
static uint32_t zone_end(const ipr_scan *s, const ipr_work *w)
{
    size_t k = w->clause_hi;
    while ((k = ipr_next(&s->seg, IPR_N_BREAKS, k, w->hi)) < w->hi && !ipr_ch(s, k, ';'))
        k++;
    return k < w->hi && label_before(s, w) ? (uint32_t)k : w->hi;
}

/* Where the zone before a value begins: in Han, where the clause has a verb of its own, behind
 * what the value before it counts. */
static uint32_t zone_start(const ipr_scan *s, const ipr_work *w)
{
    const ipr_work *v = w - (w > s->work);
    uint32_t lo = past_places(s, w), verb = w->clause_lo;
    if (v == w || v->sent_lo != w->sent_lo || !(ipr_tok(s, v->q->noun)->flags & IPR_F_HAN))
        return lo;
    while (verb < w->q->first && !ipr_is(s, verb, IPR_ROLE(VERB)))
        verb++;
    if (verb == w->q->first)
        return lo;
    while (lo < w->clause_lo && ipr_is(s, lo, IPR_ROLE(COUNTER)))
        lo++;
    if (v->right && v->subj_hi > lo)
        lo = v->subj_hi;
    return lo < w->clause_lo ? lo : w->clause_lo;
}

/* Notes what is told around a value: its clause, its zone, and once for all its values its
 * sentence, of which these are parts: the nearest place of a concept is what matters. */
static void note_around(ipr_scan *s, const ipr_work *w, field *f)
{
    uint32_t lo = zone_start(s, w), hi = zone_end(s, w);
    bool han = ipr_tok(s, w->q->noun)->flags & IPR_F_HAN;
    if (s->told_first != w->sent_lo)
        s->told = ipr_concepts(s, w->sent_lo, w->sent_hi);
    s->told_first = w->sent_lo;
    f->at[SENTENCE] = s->told;
    note(s, f, ZONE, lo, w->clause_lo);
    if (!han)
        note(s, f, ZONE, w->clause_hi, hi);
    note(s, f, CLAUSE, w->clause_lo, w->clause_hi);
}

/* "1% of the 585,879 active listings were removed", "2% of the 9 trillion traded": the whole that
 * a share is taken of; what was done to the part was not done to it. */
static bool is_whole(const ipr_scan *s, const ipr_work *w)
{
    const ipr_work *a = w - 1;
    bool whole = w->q->unit == IPR_U_COUNT || w->q->unit == IPR_U_CURRENCY;
    return w > s->work && w->right && whole && a->subj_hi > a->subj_lo &&
           (a->q->unit == IPR_U_PERCENT || a->q->unit == IPR_U_RATIO) && a->subj_lo == w->subj_lo &&
           ipr_is(s, a->q->last + 1, IPR_ROLE(OF));
}

/* A noun of its own stands behind the count, or behind the one whose noun it takes. */
static bool counted(const ipr_work *w, const ipr_work *from)
{
    return !w->paired &&
           ((from->right && w->q->unit == IPR_U_COUNT) ||
            (w->kind == IPR_CHANGE && w->q->unit != IPR_U_POINTS && w->subj_hi > w->subj_lo));
}

static void make_field(ipr_scan *s, const ipr_work *w, field *f)
{
    const ipr_work *from = ipr_work_root(s, w),
                   *last = w > s->work ? ipr_work_root(s, w - 1) : NULL;
    const ipr_work *total = total_of(s, w);
    ipr_clear(f->at, sizeof f->at);
    memset(&f->topic, 0, sizeof f->topic);
    f->asks = asks(w);
    f->own = ipr_concepts(s, w->clause_lo, w->clause_hi);
    f->named = from->right;
    f->counted = counted(w, from);
    f->place = tells_where(s, w);
    f->at[HEADING] = s->ctx.heads;
    bool whole = is_whole(s, w);
    if (!whole)
        note_around(s, w, f);
    if (total)
        note(s, f, ZONE, total->clause_lo, total->clause_hi);
    if (from != w)
        note(s, f, CLAUSE, from->clause_lo, from->clause_hi);
    if (w->like >= 0 && s->work[w->like].kind_of)
        note(s, f, CLAUSE, s->work[w->like].clause_lo, s->work[w->like].clause_hi);
    if (last && w[-1].sent_lo == w->sent_lo && ipr_only_deeds(s, w)) /* "… and closed 120" */
        note(s, f, CLAUSE, last->subj_lo, last->subj_hi);
    if (w->paired) /* "… respectively": its own part of the list */
        note(s, f, CLAUSE, w->facet_lo, w->facet_hi);
    note(s, f, WHOLE, from->subj_lo, from->subj_hi);
    note(s, f, CORE, from->core_lo, from->core_hi);
    size_t cell = cell_of(s, w);
    bool column = cell < s->ctx.headed && !ipr_set_empty(&s->ctx.cells[cell]);
    if (column) /* what its cells count; the row's head says of what */
        ipr_set_join(&f->at[HEAD], &s->ctx.cells[cell]);
    else if (from->head != UINT32_MAX)
        note(s, f, HEAD, from->head, from->head + 1);
    if (ipr_is(s, w->q->noun, IPR_ROLE(COUNTER)))
        note(s, f, COUNTED, w->q->noun, w->q->noun + 1);
    if (!whole)
        f->deed = deed_of(s, w);
    settle(f);
}

void ipr_topic_note(ipr_scan *s)
{
    s->ctx.recent[s->segments % IPR_RECENT] = ipr_concepts(s, 0, s->seg.n);
    memset(&s->topic, 0, sizeof s->topic);
    s->told_first = UINT32_MAX;
}

/* What earlier sentences of the paragraph spoke of; asked only where the value's own
 * sentence and its heading give no key. */
static void add_earlier(ipr_scan *s, const ipr_work *w, field *f)
{
    if (ipr_set_empty(&s->topic)) { /* once a segment */
        s->topic = s->ctx.heads;
        for (int i = 0; i < IPR_RECENT; i++)
            ipr_set_join(&s->topic, &s->ctx.recent[i]);
    }
    note(s, f, HEADING, w->sent_lo > 80 ? w->sent_lo - 80 : 0, w->sent_lo);
    if (!s->seg.bullet && !s->seg.table && !s->seg.blank)
        ipr_set_join(&f->at[HEADING], &s->ctx.earlier);
    f->topic = s->topic;
    settle(f);
}

/* The nearest of the wanted concepts, if nearer than floor. */
static int nearest(const field *f, const ipr_set *want, int floor)
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

/* Are the row's conditions met, whatever they are worth? Those that fail most go first. */
static inline bool admits(const field *f, const ipr_key_row *r)
{
    return (meets(r, IPR_HAS_VERBS, &f->within[HEADING], &r->verbs) ||
            ipr_set_meets(&f->deed, &r->verbs)) &&
           meets(r, IPR_HAS_WITH, &f->within[HEADING], &r->with) &&
           meets(r, IPR_HAS_NEAR, &f->within[ZONE], &r->near) &&
           !ipr_set_meets(&f->beside, &r->without) && meets(r, IPR_HAS_DEED, &f->deed, &r->deed) &&
           meets(r, IPR_HAS_TOPIC, &f->topic, &r->topic) &&
           meets(r, IPR_HAS_FACET, &f->within[SENTENCE], &r->facet);
}

/* How well a row fits whose conditions are met and whose heads are named near enough; 0 if it
 * does not. What has no key must be what is measured, not merely stand near. */
static int score(const field *f, const ipr_key_row *r, const ipr_work *w)
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

typedef struct choice {
    uint32_t row; /* + 1; 0 none */
    int score;
} choice;

/* Tries the rows found through concept c, a head or a deed; most of them lack something or are
 * not admitted. */
static inline void try_rows(const ipr_scan *s, const ipr_work *w, const field *f, unsigned c,
                            unsigned lacks, choice *best)
{
    const ipr_pack *p = s->pack;
    const uint32_t *first = p->first[f->asks];
    for (uint32_t k = first[c]; k < first[c + 1]; k++) {
        uint32_t row = p->index[k];
        const ipr_key_row *r = &p->rows[row];
        if (r->has & lacks || !admits(f, r))
            continue;
        int t = score(f, r, w);
        if (t > best->score || (t == best->score && t && row + 1 < best->row)) {
            best->score = t;
            best->row = row + 1;
        }
    }
}

/* Tries the rows found through the concepts of a set that rows are filed under. */
static inline void try_all(const ipr_scan *s, const ipr_work *w, const field *f, const ipr_set *set,
                           const ipr_set *filed, unsigned lacks, choice *best)
{
    for (unsigned word = 0; word < IPR_CONCEPT_MAX / 64; word++)
        for (uint64_t bits = set->w[word] & filed->w[word]; bits; bits &= bits - 1)
            try_rows(s, w, f, word * 64 + (unsigned)__builtin_ctzll(bits), lacks, best);
}

/* The best of the rows with a head or deed among those near enough, and of those without. */
static uint32_t best_row(const ipr_scan *s, const ipr_work *w, const field *f)
{
    choice best = {0, 0};
    if (f->asks == IPR_ASKS)
        return 0;
    ipr_set heads = f->within[WHOLE];
    if (!f->counted) {
        ipr_set_join(&heads, &f->beside);
        if (s->seg.bullet || s->seg.table || s->seg.heading)
            ipr_set_join(&heads, &s->ctx.heads);
    }
    try_all(s, w, f, &heads, &s->pack->heads[f->asks], f->lacks, &best);
    try_all(s, w, f, &f->deed, &s->pack->deeds[f->asks], f->lacks | IPR_HAS_HEADS, &best);
    try_rows(s, w, f, IPR_CONCEPT_MAX, f->lacks, &best);
    return best.row;
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
    if (cell_of(s, w) != cell_of(s, v))
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
        deed = deed_of(s, w);
    ipr_set said = {{0}};
    if (!same) /* "94% of those removed, and 88% of it before a sale" */
        said = ipr_concepts(s, w->clause_lo, w->clause_hi);
    if (ipr_set_meets(&said, &r->without))
        return false;
    if (!ipr_set_empty(&deed) && !ipr_set_meets(&deed, &r->verbs) &&
        !ipr_set_meets(&deed, &r->deed))
        return false;
    return pair && w->kind == IPR_CHANGE ? !r->share : ipr_row_admits(r) >> asks(w) & 1;
}

/* "90% came by post. Shoes made up 23%": w names another facet than the share it follows. */
static bool own_share(const ipr_scan *s, const ipr_work *w, const ipr_work *v)
{
    const ipr_key_row *r = &s->pack->rows[v->row - 1];
    ipr_set said = ipr_concepts(s, w->clause_lo, w->clause_hi);
    return r->share && w->kind == IPR_LEVEL && !ipr_set_meets(&said, &r->facet);
}

/* "Brand forms accounted for 2.2M and email for 1.7M": the total told before that count w is a
 * part of, or NULL. */
static const ipr_work *total_shared(const ipr_scan *s, const ipr_work *w)
{
    uint32_t k = w->q->first;
    if (!(s->seg.roles & IPR_ROLE(SHARE)) || w->q->unit != IPR_U_COUNT || w->kind != IPR_LEVEL ||
        w->right || s->seg.table)
        return NULL;
    while (k > w->sent_lo && !ipr_content(s, k - 1) && !ipr_is(s, k - 1, IPR_ROLE(SHARE)))
        k--;
    if (k == w->sent_lo || !ipr_is(s, k - 1, IPR_ROLE(SHARE)))
        return NULL;
    for (const ipr_work *v = w; v > s->work && v[-1].sent_lo == w->sent_lo; v--)
        if (v[-1].q->last < k && v[-1].q->unit == w->q->unit && v[-1].kind == IPR_LEVEL)
            return v - 1;
    return first_before(s, w);
}

void ipr_work_key(ipr_scan *s, size_t i)
{
    field f;
    ipr_work *w = &s->work[i];
    if (is_rate(s, w))
        return;
    const ipr_work *v = leader(s, w);
    uint32_t as = follows(s, w, v) ? v->row : 0;
    if (as && !own_share(s, w, v)) {
        w->row = as;
        return;
    }
    make_field(s, w, &f);
    w->row = best_row(s, w, &f);
    if (as && !(w->row && s->pack->rows[w->row - 1].share))
        w->row = as;
    if (!w->row) {
        add_earlier(s, w, &f);
        w->row = best_row(s, w, &f);
    }
    const ipr_work *total = w->row ? NULL : total_of(s, w);
    if (total && total->row && !s->pack->rows[total->row - 1].share &&
        ipr_is(s, w->q->noun, IPR_ROLE(COUNTER)) && ipr_same_word(s, w->q->noun, total->q->noun))
        w->row = total->row; /* "投诉 30 件，其中商标 20 件" */
    const ipr_work *whole = w->row ? NULL : total_shared(s, w);
    if (whole && whole->row && !s->pack->rows[whole->row - 1].share)
        w->row = whole->row;
    if (w->row && (s->seg.bullet || s->seg.table)) {
        const ipr_set *heads = &s->pack->rows[w->row - 1].heads;
        size_t cell = cell_of(s, w);
        bool above = ipr_set_meets(&s->ctx.heads, heads) && !nearest(&f, heads, SENTENCE);
        w->column = cell < s->ctx.headed && !ipr_set_empty(&s->ctx.cells[cell]) &&
                    (above || ipr_set_meets(&s->ctx.cells[cell], heads));
        w->listed = above && !w->column;
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
