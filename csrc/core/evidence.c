/* SPDX-License-Identifier: MIT
 * evidence.c: what is told around a value: its deed, its clause and zone, the total it is a part
 * of, what earlier sentences spoke of. Which key row it speaks for is weighed in key.c. */
#include "evidence.h"

#include <string.h>

void ipr_concepts_join(const ipr_scan *s, size_t lo, size_t hi, ipr_set *out)
{
    hi = hi < s->seg.n ? hi : s->seg.n;
    if (lo >= hi)
        return;
    ipr_set set = *out;
    size_t word = lo / 64, last = (hi - 1) / 64;
    do {
        uint64_t bits = ipr_noted(&s->seg, IPR_N_SPEAKS, word, lo, hi);
        while (bits) { /* by twos, the last one twice: fewer ends to foretell */
            size_t a = (size_t)__builtin_ctzll(bits);
            bits &= bits - 1;
            size_t b = bits ? (size_t)__builtin_ctzll(bits) : a;
            bits &= bits - 1;
            ipr_set_join(&set, &ipr_meaning(s, word * 64 + a)->concepts);
            ipr_set_join(&set, &ipr_meaning(s, word * 64 + b)->concepts);
        }
    } while (++word <= last);
    *out = set;
}

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

#define LABEL_FAR 12 /* tokens of a label before a value that may tell its deed */
#define SPLIT_FAR 8  /* tokens between a value and the rest of the verb before it */

/* The hash of a token's first word. */
static uint64_t hash_of(const ipr_scan *s, size_t k)
{
    ipr_atoms r = ipr_atoms_at(s->text, ipr_tok(s, k)->start);
    ipr_atom a;
    return ipr_atom_next(&r, &a) ? a.hash : 0;
}

/* The longest phrase that goes on from a state at token k, word by word; 0 if none does. */
static uint16_t phrase_from(const ipr_scan *s, uint16_t state, size_t k, size_t hi)
{
    uint16_t entry = 0;
    ipr_atoms r = ipr_atoms_at(s->text, ipr_tok(s, k)->start);
    ipr_atom a;
    while (state && k < hi && ipr_atom_next(&r, &a) && ipr_pack_follows(s->pack, state, a.hash)) {
        ipr_step step = ipr_pack_step(s->pack, state, a.hash);
        entry = step.entry ? step.entry : entry;
        state = step.state;
        k += a.end >= ipr_tok(s, k)->end;
    }
    return s->mentioned[k] || (!ipr_content(s, k) && !ipr_is(s, k, IPR_ROLE(DET))) ? entry : 0;
}

/* "offers down", "shops offline": what stands at k may be the rest of a verb before the noun. */
static bool may_be_rest(const ipr_scan *s, size_t k)
{
    const uint64_t other = IPR_ROLE(IN) | IPR_ROLE(OF) | IPR_ROLE(AND) | IPR_ROLE(OR) |
                           IPR_ROLE(AUX) | IPR_ROLE(REL) | IPR_ROLE(CONJ) | IPR_ROLE(BY) |
                           IPR_ROLE(TO) | IPR_ROLE(SHARE);
    return (ipr_tok(s, k)->kind == IPR_T_WORD) & !ipr_is(s, k, other) & !s->mentioned[k] &&
           ipr_content(s, k - 1) && !(ipr_meaning(s, k)->also & IPR_ALSO_NOUN);
}

/* "took 4.8 million offers down": adds what the verb before the value and what stands behind its
 * noun would say side by side. */
static void join_split(const ipr_scan *s, const ipr_work *w, ipr_set *set)
{
    size_t v = w->led, k = w->q->last + 2, hi = w->q->last + SPLIT_FAR;
    if (!w->right || v <= w->lo || ipr_tok(s, v - 1)->kind != IPR_T_WORD)
        return;
    for (hi = hi < w->clause_hi ? hi : w->clause_hi; k < hi; k++) {
        if (!may_be_rest(s, k))
            continue;
        ipr_step verb = ipr_pack_step(s->pack, 0, hash_of(s, v - 1));
        uint16_t entry = phrase_from(s, verb.state, k, w->clause_hi);
        ipr_set_join(set, &s->pack->entries[entry].concepts);
    }
}

/* The verb right before the value, or behind its noun. */
ipr_set ipr_deed_of(const ipr_scan *s, const ipr_work *w)
{
    size_t lo = w->q->first, hi = w->subj_hi > w->q->last ? w->subj_hi : w->q->last + 1;
    size_t far = 4;
    if (lo > w->lo && label_before(s, w)) {
        while (!ipr_ch(s, lo, ':'))
            lo--;
        far = LABEL_FAR;
    }
    while (lo > w->lo && w->q->first - lo < far && !ipr_clause_break(s, lo - 1) &&
           !ipr_is(s, lo - 1, IPR_ROLE(AND)))
        lo--;
    ipr_set set = ipr_concepts(s, lo, w->q->first);
    if (!w->right & ((ipr_tok(s, w->q->noun)->flags & IPR_F_HAN) != 0)) {
        uint32_t k = deed_before(s, w);
        if (k != UINT32_MAX)
            ipr_concepts_join(s, k, k + 1, &set);
    }
    if (ipr_is(s, hi, IPR_ROLE(OF)) & ipr_is(s, hi + 1, IPR_ROLE(CONJ) | IPR_ROLE(REL)) &
        ipr_is(s, hi + 2, IPR_ROLE(AUX)))
        hi += 2; /* "995 of which were seized" */
    join_split(s, w, &set);
    if (w->right && w->head != UINT32_MAX && w->head + 1 < hi &&
        ipr_is(s, w->head + 1, IPR_ROLE(VERB)))
        ipr_concepts_join(s, w->head + 1, w->head + 2, &set); /* "40 accounts closed" */
    if (w->right && ipr_set_empty(&set) && !ipr_is(s, hi, IPR_ROLE(VERB)))
        hi = far_verb(s, hi, w->hi);
    for (size_t k = hi; k < w->hi && k < hi + 3 && ipr_is(s, k, IPR_ROLE(AUX) | IPR_ROLE(VERB));
         k++)
        if (ipr_is(s, k, IPR_ROLE(VERB)))
            ipr_concepts_join(s, k, k + 1, &set);
    return set;
}

/* Notes the concepts of tokens [lo, hi) at a nearness. */
static inline void note(const ipr_scan *s, ipr_evidence *f, int level, size_t lo, size_t hi)
{
    if (lo < hi)
        ipr_concepts_join(s, lo, hi, &f->at[level]);
}

static void settle(ipr_evidence *f)
{
    ipr_set set = f->at[COUNTED];
    ipr_set_join(&set, &f->at[HEAD]);
    for (int level = CORE; level > ABSENT; level--) {
        ipr_set_join(&set, &f->at[level]);
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
size_t ipr_work_cell(const ipr_scan *s, const ipr_work *w)
{
    return s->seg.table && s->ctx->headed ? ipr_cell_of(&s->seg, w->q->first) : IPR_CELL_MAX;
}

/* What the value asks of a row; IPR_ASKS if no row can fit. */
unsigned ipr_work_asks(const ipr_work *w)
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
const ipr_work *ipr_work_first_before(const ipr_scan *s, const ipr_work *w)
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
const ipr_work *ipr_work_total(const ipr_scan *s, const ipr_work *w)
{
    if (!(s->seg.flags & IPR_F_HAN))
        return NULL;
    uint32_t to = w->q->first, from = to - w->sent_lo > PART_FAR ? to - PART_FAR - 1 : w->sent_lo,
             k = (uint32_t)ipr_behind(&s->seg, IPR_N_PARTS, from, to);
    if (k == from || !(ipr_tok(s, k - 1)->flags & IPR_F_HAN))
        return NULL;
    for (uint32_t i = k; i < to; i++)
        if (ipr_ch(s, i, ';'))
            return NULL;
    if (k - 1 == w->sent_lo)
        return ipr_work_first_before(s, w);
    for (const ipr_work *v = w; v > s->work && v[-1].sent_lo == w->sent_lo; v--)
        if (v[-1].q->last < k && v[-1].q->unit == w->q->unit && v[-1].kind == IPR_LEVEL)
            return v - 1;
    return NULL;
}

/* "in six shops", "from three of them": the value tells where. */
static bool tells_where(const ipr_scan *s, const ipr_work *w)
{
    return w->led > w->sent_lo && ipr_is(s, w->led - 1, IPR_ROLE(IN) | IPR_ROLE(FROM));
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
    if (!label_before(s, w))
        return w->hi;
    while ((k = ipr_next(&s->seg, IPR_N_BREAKS, k, w->hi)) < w->hi && !ipr_ch(s, k, ';'))
        k++;
    return (uint32_t)k;
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

/* "36,200 of them valid", "of which 410 …" are parts of what the value before them counts. */
static bool of_them(const ipr_scan *s, const ipr_work *w)
{
    const uint64_t pronoun = IPR_ROLE(REL) | IPR_ROLE(CONJ);
    uint32_t k = w->q->last + 1, lo = w->clause_lo;
    return (ipr_is(s, k, IPR_ROLE(OF)) & ipr_is(s, k + 1, pronoun)) |
           ((lo > w->lo + 1) & ipr_is(s, lo - 1, pronoun) & ipr_is(s, lo - 2, IPR_ROLE(OF)));
}

/* Notes what is told around a value: its clause, its zone, and once for all its values its
 * sentence, of which these are parts: the nearest place of a concept is what matters. */
static void note_around(ipr_scan *s, const ipr_work *w, ipr_evidence *f)
{
    uint32_t lo = zone_start(s, w), hi = zone_end(s, w);
    bool han = ipr_tok(s, w->q->noun)->flags & IPR_F_HAN;
    if (s->told_first != w->sent_lo)
        s->told = ipr_concepts(s, w->sent_lo, w->sent_hi);
    s->told_first = w->sent_lo;
    f->at[SENTENCE] = s->told;
    if (w->hi < w->sent_hi && of_them(s, w + 1)) /* what is told of a part ends it */
        f->at[SENTENCE] = ipr_concepts(s, w->sent_lo, w->hi);
    note(s, f, ZONE, lo, w->clause_lo);
    if (!han)
        note(s, f, ZONE, w->clause_hi, hi);
    f->at[CLAUSE] = f->own;
}

/* "Of 2,000 notices, 1,500 were accepted": the whole that the clause begins with. */
static bool opens_part(const ipr_scan *s, const ipr_work *w)
{
    const ipr_work *v = w + 1;
    size_t k = w->led;
    return k > w->sent_lo && ipr_is(s, k - 1, IPR_ROLE(OF) | IPR_ROLE(OUTOF)) && w->right &&
           (k - 1 == w->sent_lo || ipr_ch(s, k - 2, ';')) && v < s->work + s->n &&
           v->sent_lo == w->sent_lo && w->q->unit == IPR_U_COUNT && !v->right;
}

/* "1% of the 585,879 active listings were removed", "2% of the 9 trillion traded": the whole that
 * a share is taken of; what was done to the part was not done to it. */
static bool is_whole(const ipr_scan *s, const ipr_work *w)
{
    const ipr_work *a = w - (w > s->work);
    const unsigned wholes = 1u << IPR_U_COUNT | 1u << IPR_U_CURRENCY,
                   shares = 1u << IPR_U_PERCENT | 1u << IPR_U_RATIO;
    return w->right & ((wholes >> w->q->unit & shares >> a->q->unit & 1) != 0) &
           (a->subj_hi > a->subj_lo) & (a->subj_lo == w->subj_lo) &
           ipr_is(s, a->q->last + 1, IPR_ROLE(OF));
}

/* A noun of its own stands behind the count, or behind the one whose noun it takes. */
static bool counted(const ipr_work *w, const ipr_work *from)
{
    bool behind = from->right & (w->q->unit == IPR_U_COUNT);
    bool moves = (w->kind == IPR_CHANGE) & (w->q->unit != IPR_U_POINTS) & (w->subj_hi > w->subj_lo);
    return (behind | moves) && !w->paired;
}

/* "Detentions, by product: … toys 812": the label names a part of what the heading counts, or
 * their sum, "all products 3,000". */
static bool parts_heading(const ipr_scan *s, const ipr_work *w)
{
    if (!(s->seg.bullet || s->seg.table) || w->q->unit != IPR_U_COUNT || w->right ||
        w->head == UINT32_MAX || ipr_set_empty(&s->ctx->counted))
        return false;
    bool sum = s->ctx->parted && w->subj_lo > 0 && ipr_is(s, w->subj_lo - 1, IPR_ROLE(DET));
    return sum || ipr_set_meets(&ipr_meaning(s, w->head)->concepts, &s->pack->facets);
}

void ipr_evidence_find(ipr_scan *s, const ipr_work *w, ipr_evidence *f)
{
    const ipr_work *from = ipr_work_root(s, w),
                   *last = w > s->work ? ipr_work_root(s, w - 1) : NULL;
    const ipr_work *total = ipr_work_total(s, w);
    ipr_clear(f->at, sizeof f->at);
    memset(&f->topic, 0, sizeof f->topic);
    memset(&f->deed, 0, sizeof f->deed);
    f->asks = ipr_work_asks(w);
    f->own = ipr_concepts(s, w->clause_lo, w->clause_hi);
    f->named = from->right;
    f->counted = counted(w, from) && !(from == w && of_them(s, w));
    f->place = tells_where(s, w);
    f->parted = parts_heading(s, from);
    size_t cell = ipr_work_cell(s, w);
    bool column = cell < s->ctx->headed && !ipr_set_empty(&s->ctx->cells[cell]);
    bool own = cell < s->ctx->headed && s->ctx->words[cell].end;
    f->other = own && !column;
    f->at[HEADING] = own ? s->ctx->above : s->ctx->heads; /* other columns say nothing of it */
    bool opens = opens_part(s, w);
    f->whole = opens || is_whole(s, w);
    if (opens) /* "Of the 300 posts that it took down, …" */
        f->at[CLAUSE] = f->own;
    if (!f->whole)
        note_around(s, w, f);
    if (total)
        note(s, f, ZONE, total->clause_lo, total->clause_hi);
    if (from != w) {
        note(s, f, CLAUSE, from->clause_lo, from->clause_hi);
        join_split(s, from, &f->at[CLAUSE]);
    }
    if (last && from == w && of_them(s, w))
        note(s, f, CLAUSE, last->subj_lo, last->subj_hi);
    if (w->like >= 0 && s->work[w->like].kind_of)
        note(s, f, CLAUSE, s->work[w->like].clause_lo, s->work[w->like].clause_hi);
    if (last && w[-1].sent_lo == w->sent_lo && ipr_only_deeds(s, w)) /* "… and closed 120" */
        note(s, f, CLAUSE, last->subj_lo, last->subj_hi);
    if (w->paired) /* "… respectively": its own part of the list */
        note(s, f, CLAUSE, w->facet_lo, w->facet_hi);
    note(s, f, WHOLE, from->subj_lo, from->subj_hi);
    note(s, f, CORE, from->core_lo, from->core_hi);
    if (column) /* what its cells count; the row's head says of what */
        ipr_set_join(&f->at[HEAD], &s->ctx->cells[cell]);
    else if (f->parted)
        ipr_set_join(&f->at[HEAD], &s->ctx->counted);
    else if (from->head != UINT32_MAX)
        ipr_set_join(&f->at[HEAD], &ipr_meaning(s, from->head)->concepts);
    if (ipr_is(s, w->q->noun, IPR_ROLE(COUNTER)))
        f->at[COUNTED] = ipr_meaning(s, w->q->noun)->concepts;
    if (!f->whole)
        f->deed = ipr_deed_of(s, w);
    f->borrowed = from != w && w->kind == IPR_LEVEL && w->q->unit == IPR_U_COUNT &&
                  !ipr_set_empty(&f->deed) && !(ipr_tok(s, w->q->noun)->flags & IPR_F_HAN);
    settle(f);
}

void ipr_topic_note(ipr_scan *s)
{
    s->ctx->recent[s->segments % IPR_RECENT] = ipr_concepts(s, 0, s->seg.n);
    memset(&s->topic, 0, sizeof s->topic);
    s->told_first = UINT32_MAX;
}

/* What earlier sentences of the paragraph spoke of; asked only where the value's own
 * sentence and its heading give no key. */
void ipr_evidence_earlier(ipr_scan *s, const ipr_work *w, ipr_evidence *f)
{
    if (ipr_set_empty(&s->topic)) { /* once a segment */
        s->topic = s->ctx->heads;
        for (int i = 0; i < IPR_RECENT; i++)
            ipr_set_join(&s->topic, &s->ctx->recent[i]);
    }
    note(s, f, HEADING, w->sent_lo > 80 ? w->sent_lo - 80 : 0, w->sent_lo);
    if (!s->seg.bullet && !s->seg.table && !s->seg.blank)
        ipr_set_join(&f->at[HEADING], &s->ctx->earlier);
    f->topic = s->topic;
    f->counted = f->counted || of_them(s, w);
    settle(f);
}
