/* SPDX-License-Identifier: MIT
 * before.c: what a value measures where the words stand before it: its label, an object of
 * its clause, or the subject of that clause or of one that it goes on. */
#include "phrase.h"

/* "30 are on a list: 12 on the first", "of which upheld: 9": before the colon at hi stands no
 * label but a clause told of a figure, or of what was named before. */
static bool tells_of(const ipr_scan *s, ipr_work *w, size_t lo, size_t hi)
{
    for (size_t k = lo; k + 1 < hi; k++)
        if (w->like >= 0 && ipr_is(s, k, IPR_ROLE(OF)) &&
            ipr_is(s, k + 1, IPR_ROLE(REL) | IPR_ROLE(CONJ)))
            return w->anaphor = true;
    bool told = false, figure = w->like >= 0 && lo > w->sent_lo && !s->seg.bullet &&
                                !s->seg.table && w[-1].q->unit == w->q->unit;
    for (size_t k = lo; figure && k < hi; k++)
        told = told || ipr_is(s, k, IPR_ROLE(AUX));
    if (told)
        w->like = (int32_t)(w - s->work) - 1;
    return told;
}

/* The label before a colon, a bar or a column gap: "arrests: 667". */
bool ipr_phrase_label(const ipr_scan *s, ipr_work *w)
{
    size_t k = w->q->first;
    while (k > w->sent_lo && ipr_is(s, k - 1, COMPARATOR | IPR_ROLE(UP) | IPR_ROLE(DOWN)))
        k--;
    if (!ipr_ch(s, k - (k > 0), ':')) /* "notices: down 7%" */
        k = w->q->first;
    bool wide = ipr_tok(s, k)->flags & IPR_F_WIDE;
    if (k <= w->sent_lo)
        return false;
    if (!wide && !ipr_ch(s, k - 1, ':') && !ipr_ch(s, k - 1, '|') && !ipr_ch(s, k - 1, 'd') &&
        !ipr_ch(s, k - 1, '/') && !ipr_ch(s, k - 1, ','))
        return false;
    if (ipr_ch(s, k - 1, ',') && !(s->seg.bullet || s->seg.table))
        return false;
    size_t hi = wide ? k : k - 1, lo = w->lo;
    if (lo >= hi)
        return false;
    size_t from = lo;
    for (size_t i = lo; i < hi; i++)
        if (ipr_ch(s, i, ';') || ipr_ch(s, i, 'b') || ipr_ch(s, i, '|'))
            from = i + 1;
    while (from < hi && !ipr_content(s, from))
        from++;
    if (from >= hi || (ipr_ch(s, k - 1, ':') && tells_of(s, w, lo, hi)))
        return false;
    size_t to = from, core = 0;
    uint64_t unit = IPR_ROLE(CURRENCY) | IPR_ROLE(PERCENT) | IPR_ROLE(SCALE) | IPR_ROLE(UNIT);
    for (size_t i = from; i < hi && !(ipr_ch(s, i, '(') && ipr_is(s, i + 1, unit)); i++) {
        bool done = to > from && ipr_is(s, i, IPR_ROLE(VERB)) && /* "items | seized" */
                    !(ipr_tok(s, i)->flags & IPR_F_HAN);
        if (!core && (ipr_is(s, i, LINK) || done))
            core = i;
        if (ipr_content(s, i))
            to = i + 1;
    }
    w->subj_lo = (uint32_t)from;
    w->subj_hi = (uint32_t)to;
    w->core_hi = core && core < to ? (uint32_t)core : (uint32_t)to;
    return true;
}

/* "IP crime worth 719 million": the phrase right before a sum's preposition. */
static bool object_before(const ipr_scan *s, ipr_work *w)
{
    size_t hi = w->q->first, lo;
    bool count = w->q->unit == IPR_U_COUNT && hi > w->clause_lo + 1 &&
                 ipr_is(s, hi - 1, IPR_ROLE(OF)) && /* "losses of 8", "a staff of 20" */
                 ((ipr_tok(s, hi - 2)->flags & IPR_F_CONCEPT) ||
                  (hi > w->clause_lo + 2 && ipr_is(s, hi - 3, IPR_ROLE(DET))));
    if ((w->q->unit != IPR_U_CURRENCY && !count) || (ipr_tok(s, hi)->flags & IPR_F_HAN))
        return false;
    while (hi > w->clause_lo && ipr_is(s, hi - 1, LINK | COMPARATOR))
        hi--;
    lo = ipr_phrase_before(s, w->clause_lo, hi);
    bool measure = ipr_phrase_all(s, lo, hi, IPR_ALSO_MEASURE);
    bool led = ipr_is(s, hi, IPR_ROLE(PREP) | IPR_ROLE(OF)) && !ipr_is(s, hi, COMPARATOR);
    if (!measure && !led && !ipr_is(s, w->q->first - 1, IPR_ROLE(PREP) | IPR_ROLE(OF)))
        return false;
    size_t core = hi;
    if (measure && w->clause_lo > w->lo &&
        ipr_is(s, w->clause_lo - 1, IPR_ROLE(PREP))) { /* "goods with a value of": the goods */
        core = w->clause_lo - 1;
        core -= core > w->lo && ipr_ch(s, core - 1, ','); /* "3 million goods, with a value of" */
        lo = ipr_phrase_before(s, w->lo, core);
    } else if (measure && ipr_phrase_clause(s, w->clause_lo, lo, w)) {
        return true; /* "the goods have a value of": the goods */
    }
    w->subj_lo = (uint32_t)lo;
    w->subj_hi = (uint32_t)hi;
    w->core_hi = (uint32_t)core;
    return lo < core;
}

/* "goods that", "losses of": the word at k goes on about a noun, or is one. */
static bool of_noun(const ipr_scan *s, size_t k)
{
    bool that = k > 0 && ipr_is(s, k, IPR_ROLE(REL)) && !ipr_is(s, k, IPR_ROLE(DET)) &&
                ipr_content(s, k - 1) && ipr_content(s, k + 1);
    bool noun = ipr_deed_noun(s, k) || (k > 0 && ipr_is(s, k - 1, IPR_ROLE(DET)));
    return that || (noun && !ipr_is(s, k, STOP));
}

/* "They put the trade in fakes at 40 billion", "it expects sales to reach 40 billion", "blocks
 * cut visits to it by 9%", "it grew its staff from 30 to 50": the object of the verb, not who
 * put, cut or grew it. */
static bool object_at(const ipr_scan *s, ipr_work *w)
{
    uint64_t moved = IPR_ROLE(UP) | IPR_ROLE(DOWN), fro = IPR_ROLE(FROM) | IPR_ROLE(TO);
    bool by = w->kind == IPR_CHANGE, level = !by && !w->direction && !w->base;
    uint64_t link = by ? IPR_ROLE(BY) : IPR_ROLE(IN) | fro;
    size_t lo, hi = w->q->first, from = w->clause_lo;
    if (!by && ipr_is(s, from, link) && from > w->lo && ipr_ch(s, from - 1, ','))
        from = w->lo; /* "cut the number of sites, from 1,400 to 200" */
    while (hi > from && !ipr_content(s, hi - 1) && !ipr_is(s, hi - 1, link | STOP))
        hi--;
    if (hi <= from || !ipr_is(s, hi - 1, link) || (ipr_tok(s, hi - 1)->flags & IPR_F_HAN))
        return false;
    bool put = level || (!by && !ipr_is(s, hi - 1, fro)); /* "puts sales at 9 million" */
    if (level && ipr_is(s, hi - 1, IPR_ROLE(FROM)))
        return false;
    uint64_t stop = STOP | (put ? IPR_ROLE(VERB) : 0);
    for (lo = --hi; lo > from && (!ipr_is(s, lo - 1, stop) || of_noun(s, lo - 1)); lo--)
        ;
    return lo > from && lo < hi && ipr_is(s, lo - 1, put ? IPR_ROLE(VERB) : moved) &&
           (by || put || ipr_is(s, lo, IPR_ROLE(DET))) && ipr_phrase_at(s, lo, hi, w);
}

/* "Among shoppers under 30, 39% have …": the phrase that opens the sentence. */
static bool opener(const ipr_scan *s, ipr_work *w)
{
    size_t k = w->sent_lo;
    if (w->lo != k || !ipr_is(s, k, IPR_ROLE(IN) | IPR_ROLE(OF)) ||
        (ipr_tok(s, k)->flags & IPR_F_HAN) || !ipr_phrase_at(s, k + 1, w->clause_lo, w))
        return false;
    for (k = w->subj_hi; k + 1 < w->clause_lo && !ipr_content(s, k) && !ipr_is(s, k, STOP);)
        k++; /* "aged 18 to 34" */
    if (ipr_is(s, w->sent_lo, IPR_ROLE(OF)) && ipr_is(s, k, IPR_ROLE(REL) | IPR_ROLE(CONJ)))
        k = w->clause_lo; /* "of the fakes that came by post," */
    return !(ipr_tok(s, w->core_hi - 1)->flags & IPR_F_CAP) && k + 1 >= w->clause_lo;
}

/* "found that", "said that" at token k: what is told begins behind it. */
static bool that(const ipr_scan *s, size_t k)
{
    return ipr_is(s, k, IPR_ROLE(REL)) && !ipr_is(s, k, IPR_ROLE(DET)) &&
           ipr_is(s, k - 1, IPR_ROLE(AUX) | IPR_ROLE(VERB));
}

/* The value itself is the subject: "45% worry about it", "another 16,000 were duplicates",
 * "of the rest, 9% do and 36% may". */
static bool is_subject(const ipr_scan *s, const ipr_work *w)
{
    uint8_t unit = w->q->unit;
    bool share = ipr_is_share(w), joined = false;
    size_t k = w->q->first;
    if ((!share && unit != IPR_U_COUNT) || w->kind != IPR_LEVEL)
        return false;
    for (; k > w->clause_lo && ipr_is(s, k - 1, IPR_ROLE(AND) | IPR_ROLE(AUX) | IPR_ROLE(DET)); k--)
        joined = joined || ipr_is(s, k - 1, IPR_ROLE(AND));
    bool of = share && w->lo == w->sent_lo && ipr_is(s, w->lo, IPR_ROLE(OF)); /* "Of the value," */
    if (!of && !ipr_is(s, w->past, IPR_ROLE(AUX) | IPR_ROLE(VERB) | IPR_ROLE(SHARE)))
        return false;
    if (k > w->lo + 1 && that(s, k - 1)) /* "they found that 47% had" */
        return share;
    if (w->lo == w->sent_lo) /* told of what a sentence before spoke of */
        return share && k == w->clause_lo && k > w->lo;
    return k == w->clause_lo || (share && joined);
}

/* A bare count or share behind a full verb, "and suspended 1,861", "they accepted 88%": the
 * verb's object, whose noun was named before; what stands before the verb is who did it. */
static bool bare_object(const ipr_scan *s, const ipr_work *w)
{
    size_t k = w->q->first;
    bool share = ipr_is_share(w) && w->like >= 0;
    if ((w->q->unit != IPR_U_COUNT && !share) || w->kind != IPR_LEVEL || (!share && w->peer < 0) ||
        (w->q->flags & IPR_Q_TIMES))
        return false;
    k -= k > w->clause_lo + 1 && ipr_is(s, k - 1, IPR_ROLE(AUX)) && /* "reported just 90" */
         !ipr_is(s, k - 1, IPR_ROLE(VERB)) && ipr_is(s, k - 2, IPR_ROLE(VERB));
    while (k > w->clause_lo && !ipr_content(s, k - 1) && !s->mentioned[k - 1] &&
           !ipr_is(s, k - 1, IPR_ROLE(AUX) | IPR_ROLE(TO) | IPR_ROLE(UP) | IPR_ROLE(DOWN)))
        k--;
    if (share && (k < w->q->first || k < w->clause_lo + 2 || ipr_is(s, k - 2, IPR_ROLE(AUX)) ||
                  ipr_is(s, k - 1, IPR_ROLE(UP) | IPR_ROLE(DOWN))))
        return false; /* "is cut by 6%" */
    return k > w->clause_lo && ipr_is(s, k - 1, IPR_ROLE(VERB)) &&
           !(ipr_tok(s, k - 1)->flags & IPR_F_HAN);
}

/* Back over an earlier value of the clause that no verb parts from this one, or that says where:
 * "fakes held in the 27 states were worth". */
static size_t clause_start(const ipr_scan *s, const ipr_work *w)
{
    const ipr_work *v = w - 1;
    size_t k = w->clause_lo;
    if (k != w->lo || k <= w->sent_lo)
        return k;
    bool where =
        ipr_phrase_aside(s, v) && v->subj_hi > v->q->last && ipr_is(s, v->subj_hi, IPR_ROLE(AUX));
    k = where ? v->q->first : k;
    while (k > w->sent_lo && !ipr_clause_break(s, k - 1) && w->q->first - k < 40) {
        if (ipr_is(s, k - 1, where ? STOP : STOP | IPR_ROLE(VERB)))
            return w->clause_lo;
        k--;
    }
    return k;
}

/* "visits, of which Spain made 520 million": a part of what was told before. */
static bool of_which(const ipr_scan *s, ipr_work *w)
{
    size_t k = w->clause_lo;
    w->part = w->like >= 0 && w->kind == IPR_LEVEL && k > w->sent_lo + 1 && k < w->q->first &&
              ipr_content(s, k) && w[-1].sent_lo == w->sent_lo &&
              ipr_is(s, k - 1, IPR_ROLE(CONJ)) && ipr_is(s, k - 2, IPR_ROLE(OF)) &&
              !(ipr_tok(s, k - 1)->flags & IPR_F_HAN);
    return w->part;
}

/* "The haul grew by 8 million pieces, to 15 million": the level is that of what grew. */
static bool moved_to(const ipr_scan *s, ipr_work *w)
{
    const ipr_work *v = w - 1;
    return w > s->work && v->sent_lo == w->sent_lo && v->kind == IPR_CHANGE && v->right &&
           w->kind == IPR_LEVEL && w->direction && v->q->unit == w->q->unit &&
           ipr_is(s, w->clause_lo, IPR_ROLE(TO)) &&
           ipr_phrase_clause(s, v->clause_lo, v->q->first, w);
}

/* "TV made up 45.8%", "Peru accounted for 12, Brazil for 8", where an earlier value of
 * the text said of what; a percentage may be of what was counted. */
static bool another_share(const ipr_scan *s, const ipr_work *w)
{
    size_t k = w->q->first;
    uint8_t unit = w->q->unit;
    if ((unit != IPR_U_PERCENT && unit != IPR_U_COUNT && unit != IPR_U_CURRENCY) ||
        w->kind != IPR_LEVEL || (w->peer < 0 && (unit != IPR_U_PERCENT || w->like < 0)))
        return false;
    while (k > w->clause_lo && !ipr_content(s, k - 1) && !ipr_is(s, k - 1, IPR_ROLE(SHARE)))
        k--;
    return k > w->clause_lo && ipr_is(s, k - 1, IPR_ROLE(SHARE)) &&
           !(ipr_tok(s, k - 1)->flags & IPR_F_HAN);
}

/* "TV 46%, film 12%", "Spain for 12", "Rome 40": names and no verb since a value of the sentence
 * that has its subject; of counts only where a preposition leads to the value, or capitals. */
static bool elliptic(const ipr_scan *s, const ipr_work *w)
{
    const ipr_work *v = w - 1;
    bool named = false, share = ipr_is_share(w);
    if (w->kind != IPR_LEVEL || w->like < 0 || s->seg.table ||
        (!share && w->q->unit != IPR_U_COUNT))
        return false;
    while (v > s->work && ipr_ch(s, v->q->first - 1, '(') && v[-1].sent_lo == w->sent_lo)
        v--; /* "one tool 2 million (0.3%), the other 1 million" */
    bool caps = !ipr_content(s, w->q->last + 1);
    bool alone = ipr_is(s, w->q->first - 1, LINK | IPR_ROLE(REL)) || /* "French ones 12" */
                 (v < w - 1 && ipr_tok(s, w->q->last + 1)->kind == IPR_T_PUNCT);
    if (v->sent_lo != w->sent_lo || v->q->unit != w->q->unit || v->kind != IPR_LEVEL || v->base)
        return false;
    size_t from = v->q->last + 1; /* past "of them", "came from", its own noun */
    from += ipr_is(s, from, IPR_ROLE(OF)) && ipr_is(s, from + 1, IPR_ROLE(REL)) ? 2 : 0;
    from += ipr_is(s, from, IPR_ROLE(SHARE));
    if (v->right && v->subj_hi > from && v->subj_hi < w->q->first)
        from = v->subj_hi;
    for (size_t k = from; k < w->q->first; k++) {
        bool verb = ipr_is(s, k, IPR_ROLE(VERB)) && !ipr_is(s, k - 1, IPR_ROLE(DET));
        bool ones = ipr_is(s, k, IPR_ROLE(REL)) && /* "French ones by 17%", "the rest 40%" */
                    (ipr_content(s, k - 1) || ipr_is(s, k - 1, IPR_ROLE(DET)));
        bool stop = ipr_is(s, k, STOP) && !ones && !(k + 1 == w->q->first && ipr_is(s, k, LINK));
        if (verb || stop || ipr_ch(s, k, ';') || (ipr_ch(s, k, ':') && k > from) ||
            (ipr_tok(s, k)->flags & (IPR_F_HAN | IPR_F_WIDE)))
            return false;
        named = named || ones || ipr_content(s, k);
        caps = caps && (!ipr_content(s, k) || ipr_tok(s, k)->flags & IPR_F_CAP);
    }
    return named && (share || alone || caps) && w->q->first - v->q->last < 20;
}

/* "sellers stood at 2 million, (and) buyers at 40 million": another thing, of which the value
 * before is not told; not "Rome at 12 and Turin at 8", where the same is counted. */
static bool beside(const ipr_scan *s, ipr_work *w)
{
    const ipr_work *v = w - 1;
    size_t hi = w->led, lo;
    if (w == s->work || v->sent_lo != w->sent_lo || v->q->unit != w->q->unit || ipr_is_share(w) ||
        w->kind != IPR_LEVEL || v->right || hi <= w->lo + 1 || !ipr_is(s, hi - 1, IPR_ROLE(IN)) ||
        (w->q->unit == IPR_U_COUNT && !ipr_plural(s, hi - 2)) ||
        (ipr_tok(s, hi - 2)->flags & (IPR_F_CAP | IPR_F_HAN)))
        return false;
    lo = ipr_phrase_before(s, w->lo, hi - 1);
    bool led = lo > w->lo && (ipr_is(s, lo - 1, IPR_ROLE(AND)) || ipr_ch(s, lo - 1, ','));
    return led && ipr_phrase_at(s, lo, hi - 1, w);
}

/* "At 507,000, the item count was a five-year low": the subject comes behind the comma; not
 * "for 51%, price was". */
static bool main_clause(const ipr_scan *s, ipr_work *w)
{
    size_t k = w->q->last + 1, hi = k + 1;
    if (w->clause_lo != w->sent_lo || !ipr_ch(s, k, ',') ||
        (ipr_is_share(w) && ipr_is(s, w->q->first - 1, IPR_ROLE(PREP))))
        return false;
    for (size_t i = w->clause_lo; i < w->q->first; i++)
        if (ipr_content(s, i))
            return false;
    while (hi < w->hi && !ipr_clause_break(s, hi))
        hi++;
    return ipr_phrase_clause(s, k + 1, hi, w);
}

/* The bracket or dash that opens the aside which the one at `end` closes; `end` if none does. */
static size_t opening(const ipr_scan *s, size_t lo, size_t end)
{
    char open = ipr_ch(s, end, ')') ? '(' : ipr_ch(s, end, 'd') ? 'd' : 0;
    for (size_t i = end; open && i > lo; i--)
        if (ipr_ch(s, i - 1, open))
            return i - 1;
    return end;
}

/* What parts a clause from one that it cannot go on: ';', ':', an opening bracket. */
static bool closed(const ipr_scan *s, size_t i)
{
    return ipr_ch(s, i, ';') || ipr_ch(s, i, ':') || ipr_ch(s, i, '(');
}

/* May a clause begin at lo: a word or, where a verb follows, "and the number rose". */
static bool opens_clause(const ipr_scan *s, size_t lo, size_t end)
{
    while (lo < end && ipr_tok(s, lo)->kind == IPR_T_NUM && ipr_tok(s, lo)->flags & IPR_F_TRAP)
        lo++; /* "4.3 Complaints fell" */
    if (!ipr_is(s, lo, IPR_ROLE(AND)))
        return ipr_content(s, lo) || ipr_is(s, lo, IPR_ROLE(DET));
    while (lo < end && !ipr_is(s, lo, IPR_ROLE(VERB) | IPR_ROLE(UP) | IPR_ROLE(DOWN)))
        lo++;
    return lo < end;
}

/* A clause that only goes on, "…, rose to 62", ", which numbered 3,000", "declined, by 4%": its
 * subject stands before, past asides. */
static bool outer(const ipr_scan *s, ipr_work *w)
{
    size_t end = w->clause_lo;
    bool they = ipr_is(s, end, IPR_ROLE(REL));
    if (they && w->like >= 0 && s->work[w->like].sent_lo == w->sent_lo)
        return false; /* "they would have fetched": named by the value before */
    size_t edge = w->lo;
    for (int steps = 0; steps < 4 && end > edge && (they || !closed(s, end - 1)); steps++) {
        size_t lo = end = opening(s, w->sent_lo, end - 1);
        edge = end < edge ? w->sent_lo : edge; /* other values stand in the aside */
        while (lo > edge && !ipr_clause_break(s, lo - 1))
            lo--;
        if (s->before[end].values != s->before[lo].values)
            return false; /* it is another value's */
        bool han = ipr_tok(s, lo)->flags & IPR_F_HAN;
        bool teller = lo > edge && lo + 1 < end && !han && ipr_ch(s, lo - 1, ',') &&
                      ipr_is(s, end - 1, IPR_ROLE(AUX)); /* "jobs, the authors find, are" */
        if (lo < end && !teller && (han || !ipr_is(s, lo - (lo > edge), IPR_ROLE(CONJ))) &&
            opens_clause(s, lo, end) && ipr_phrase_clause(s, lo, end, w))
            return true;
        end = lo;
    }
    return false;
}

/* "Fakes account for 2.5% of trade, or $464 billion", "they put fakes at 2.5% of it, $464
 * billion": the sum is of what the share is, not of the whole. */
static bool share_in_money(const ipr_scan *s, ipr_work *w)
{
    const ipr_work *v = w - 1;
    size_t k = w->q->first, mark;
    if (w == s->work || v->sent_lo != w->sent_lo || v->q->unit != IPR_U_PERCENT ||
        w->q->unit != IPR_U_CURRENCY || v->kind != IPR_LEVEL || w->kind != IPR_LEVEL)
        return false;
    while (k > v->q->last + 1 && (ipr_is(s, k - 1, COMPARATOR | IPR_ROLE(OR) | IPR_ROLE(TO)) ||
                                  ipr_meaning(s, k - 1)->also & IPR_ALSO_MEASURE))
        k--;
    if (!ipr_clause_break(s, k - 1 + ipr_is(s, k, IPR_ROLE(CONJ))))
        return false;
    ipr_work part = *v;
    if (object_at(s, &part)) {
        w->subj_lo = part.subj_lo;
        w->subj_hi = part.subj_hi;
        w->core_hi = part.core_hi;
        return true;
    }
    for (mark = v->q->first;
         mark > v->clause_lo && !ipr_is(s, mark - 1, IPR_ROLE(SHARE) | IPR_ROLE(AUX)); mark--)
        ;
    return mark > v->clause_lo && ipr_phrase_clause(s, v->clause_lo, mark - 1, w);
}

/* "238 in Brazil and 40 in Peru": the same things, elsewhere. */
static bool goes_on(const ipr_scan *s, const ipr_work *w)
{
    return w->q->unit == IPR_U_COUNT && w->kind == IPR_LEVEL && w->like >= 0 &&
           s->work[w->like].q->unit == IPR_U_COUNT && w->q->first > w->lo &&
           ipr_is(s, w->q->first - 1, IPR_ROLE(AND)) && ipr_is(s, w->q->last + 1, IPR_ROLE(IN)) &&
           !(ipr_tok(s, w->q->last + 1)->flags & IPR_F_HAN);
}

/* "Most buyers (61%) say so": a share alone in its brackets, behind those of whom it is told. */
static bool in_brackets(const ipr_scan *s, const ipr_work *w)
{
    return ipr_is_share(w) && w->kind == IPR_LEVEL && w->lo == w->sent_lo &&
           w->q->first > w->lo + 1 && ipr_ch(s, w->q->first - 1, '(') &&
           ipr_ch(s, w->q->last + 1, ')') && ipr_content(s, w->q->first - 2) &&
           ipr_is(s, w->q->last + 2, IPR_ROLE(AUX) | IPR_ROLE(VERB));
}

/* "Rome had most raids (29)": a figure alone in brackets is of the plural before them. */
static bool bracketed(const ipr_scan *s, const ipr_work *w, size_t k, size_t end)
{
    return !ipr_is_share(w) && ipr_ch(s, k - 1, '(') && ipr_ch(s, end, ')') &&
           ipr_plural(s, k - 2) && !(ipr_tok(s, k - 2)->flags & (IPR_F_CAP | IPR_F_HAN));
}

/* "India, with 31%, came next": a part that names alone tell, of what was told before. */
static bool names_only(const ipr_scan *s, const ipr_work *w, size_t lo, size_t hi)
{
    if (!ipr_is_share(w) || w->like < 0)
        return false;
    for (; lo < hi; lo++)
        if (ipr_content(s, lo) && !(ipr_tok(s, lo)->flags & IPR_F_CAP))
            return false;
    return true;
}

/* "The examiners, 4,480 of them, …", "food and drink, at 200,517, trailed": a figure alone
 * between commas is that of the thing told before it; so is one of its kind between dashes. */
bool ipr_phrase_apposed(const ipr_scan *s, ipr_work *w)
{
    size_t k = w->q->first, lo, end = w->q->last + 1;
    if (w->kind != IPR_LEVEL || w->base || w->repeat ||
        (w->q->unit != IPR_U_COUNT && w->q->unit != IPR_U_CURRENCY && !ipr_is_share(w)))
        return false;
    uint64_t with = ipr_is_share(w) ? IPR_ROLE(PREP) : 0; /* "India, with 31%," */
    while (k > w->lo && ipr_is(s, k - 1, COMPARATOR | IPR_ROLE(IN) | with))
        k--;
    end += ipr_is(s, end, IPR_ROLE(OF)) && ipr_is(s, end + 1, IPR_ROLE(REL)) ? 2 : 0;
    while (end < w->hi && (s->mentioned[end] || ipr_is(s, end, IPR_ROLE(IN) | IPR_ROLE(ENDOF)) ||
                           ipr_meaning(s, end)->also & IPR_ALSO_ADVERB))
        end++;
    if (k < w->lo + 2)
        return false;
    char sign = ipr_ch(s, k - 1, 'd') && end > w->q->last + 1 ? 'd' : ',';
    bool commas = ipr_ch(s, k - 1, sign) && ipr_ch(s, end, sign) && w->sent_hi != end + 1;
    bool brackets = bracketed(s, w, k, end);
    if (!commas && !brackets)
        return false;
    lo = ipr_phrase_before(s, w->lo, k - 1);
    if (lo >= k - 1 || (commas && lo > w->lo && ipr_is(s, lo - 1, LINK)))
        return false;
    w->anaphor = w->anaphor || names_only(s, w, lo, k - 1);
    return !names_only(s, w, lo, k - 1) && ipr_phrase_at(s, lo, k - 1, w);
}

/* "Toys came first (2.3 million)": a figure alone in brackets behind a clause is of its subject. */
static bool beside_clause(const ipr_scan *s, ipr_work *w)
{
    size_t hi = w->clause_lo, lo;
    if (ipr_is_share(w) || w->kind != IPR_LEVEL || hi <= w->lo || !ipr_ch(s, hi - 1, '(') ||
        !ipr_ch(s, w->q->last + 1, ')'))
        return false;
    for (lo = --hi; lo > w->lo && !ipr_clause_break(s, lo - 1); lo--)
        ;
    if (lo == hi || !ipr_phrase_clause(s, lo, hi, w) || !ipr_is(s, w->subj_hi, IPR_ROLE(AUX)))
        return false;
    return !(ipr_tok(s, w->core_hi - 1)->flags & IPR_F_CAP) || ipr_plural(s, w->core_hi - 1);
}

/* The clause names something before the value beside what moved and against what. */
static bool names(const ipr_scan *s, const ipr_work *w)
{
    for (size_t k = w->q->first; k > w->clause_lo; k--)
        if (ipr_content(s, k - 1))
            return true;
    return false;
}

bool ipr_phrase_told(const ipr_scan *s, ipr_work *w)
{
    if (w->kind == IPR_CHANGE && w->q->unit == IPR_U_COUNT && !names(s, w))
        return false;
    if (beside(s, w) || moved_to(s, w))
        return true;
    if (of_which(s, w))
        return false;
    bool share = another_share(s, w), object = bare_object(s, w);
    w->part = share || elliptic(s, w) || goes_on(s, w);
    if (is_subject(s, w))
        return opener(s, w);
    if (ipr_is_share(w) && ipr_is(s, w->sent_lo, IPR_ROLE(OF)) && opener(s, w))
        return true; /* "Of the fakes, China sent 76%" */
    if ((share || (object && !ipr_is_share(w))) && w->peer >= 0)
        w->like = w->peer;
    if (w->part || object)
        return false;
    if (main_clause(s, w) || share_in_money(s, w))
        return true;
    if (object_before(s, w) || object_at(s, w))
        return true;
    size_t from = clause_start(s, w);
    bool member = ipr_is(s, w->lo, IPR_ROLE(AND)) && w > s->work && w[-1].q->unit == w->q->unit &&
                  ipr_content(s, w->q->first - 1); /* "shoes €12 million and clothes €11 million" */
    bool own = member || ((ipr_tok(s, w->q->noun)->flags & IPR_F_HAN) && names(s, w));
    if (from < w->clause_lo && !own && w > s->work &&
        ipr_phrase_clause(s, from, (w - 1)->q->first, w))
        return true;
    if (w->lo > w->sent_lo && ipr_ch(s, w->q->first - 1, '(') && w->q->first == w->lo + 1)
        return false; /* the same thing in another unit */
    if (in_brackets(s, w) && ipr_phrase_clause(s, w->lo, w->q->first - 1, w))
        return true;
    if (beside_clause(s, w))
        return true;
    size_t lo = w->clause_lo;
    if (lo > w->lo)
        lo = ipr_phrase_list(s, w->lo, lo - 1, w->q->first);
    return ipr_phrase_clause(s, lo, w->q->first, w) || outer(s, w);
}
