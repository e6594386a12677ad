/* SPDX-License-Identifier: MIT
 * scan.h: what the files of the metric parser share while one text is read.
 *
 * Private to metric.c (the driver), subject.c and the files of phrase.h (what is measured),
 * change.c (direction, bases of comparison), basis.c (what against), place.c (which period),
 * evidence.c and key.c (which key), facet.c (which facet). Each fills its part of ipr_work, one
 * a quantity.
 */
#ifndef IPR_SCAN_H
#define IPR_SCAN_H

#include "metric.h"

/* What may stand between a value and the word that leads to it: "in | the more than 20". */
#define COMPARATOR                                                                                 \
    (IPR_ROLE(GT) | IPR_ROLE(GE) | IPR_ROLE(LT) | IPR_ROLE(LE) | IPR_ROLE(ABOUT) | IPR_ROLE(DET))

typedef struct ipr_work {
    ipr_quantity *q;
    uint32_t sent_lo, sent_hi;     /* tokens of its sentence, half-open */
    uint32_t clause_lo, clause_hi; /* tokens of its clause */
    uint32_t lo, hi;               /* tokens up to the quantities beside it, in the sentence */
    uint32_t led;                  /* the token behind the one that leads to it: past COMPARATOR */
    uint32_t past;                 /* the token behind it and a bracket that says it again */
    uint32_t subj_lo, subj_hi;     /* the subject; equal if it has none of its own */
    uint32_t core_lo, core_hi;     /* the subject's core: before its first preposition, or */
                                   /* in Han, where the object stands last, behind its verb */
    uint32_t head;                 /* token; UINT32_MAX if none */
    int32_t like;                  /* quantity whose subject it takes over, or -1 */
    int32_t peer;                  /* the nearest earlier level of its unit, or -1 */
    int32_t base_of;               /* quantity that it is the base of, or -1 */
    bool base;                     /* a base of comparison: no direction of its own */
    uint8_t nth, of_nth;           /* 1, 2, … of how many values told "respectively"; 0 */
    bool paired;                   /* its subject comes from a list told "respectively" */
    bool listed;                   /* its key comes from the lead-in of its list, */
    bool column;                   /* or from the head of its column */
    bool anaphor;                  /* "of them": what the value before it measures */
    bool kind_of;                  /* "eight civil": what the value before it counts, of a kind */
    bool of_whole;                 /* a part of the value that opens its sentence */
    bool part;                     /* a part of what an earlier value counts */
    bool repeat;                   /* the same figure again, in brackets */
    bool right;                    /* the subject stands behind the value */
    bool todate;                   /* counted up to now, or true at any time: no period */
    bool elsewhere;                /* a figure of a report that its sentence names */
    uint8_t kind, direction, basis;
    bool own_period, prior;
    bool has_versus, since;
    uint32_t mention; /* index + 1 of the mention taken as period */
    int32_t far;      /* what stands between the two, see place.c */
    ipr_period period, versus;
    uint32_t row;
    uint32_t facet_lo, facet_hi; /* tokens */
    uint32_t qual_lo, qual_hi;
} ipr_work;

#define IPR_RECENT 8 /* segments whose concepts are the topic of the text */

/* What earlier segments leave for later ones. */
typedef struct ipr_context {
    ipr_period heading; /* period of the heading or lead-in in force */
    bool has_heading;
    ipr_period title; /* the period of the first heading, if it names one */
    bool titled;
    ipr_period last; /* the period last named in the running paragraph */
    bool has_last;
    ipr_period only;                /* the one period of the document so far */
    ipr_period named;               /* the first period that names a report */
    uint32_t only_at;               /* where the sentence begins that it stands in */
    uint8_t periods;                /* 0 none, 1 one, 2 one year in several forms, 3 many */
    uint32_t home;                  /* the currency of the place that the text told first */
    ipr_set earlier;                /* concepts of the segment before */
    ipr_set recent[IPR_RECENT];     /* concepts of the last segments, in a ring */
    ipr_set heads;                  /* concepts of heading or lead-in */
    ipr_set above;                  /* concepts of the heading above the table */
    ipr_span head_span;             /* its words */
    ipr_set counted;                /* what its head word means: "Detentions at the border" */
    bool parted;                    /* a row or item below it told a part of that */
    uint32_t part;                  /* the row of a share that the last one told, or 0 */
    bool lead;                      /* the lead-in holds for list items only */
    ipr_heads columns;              /* of the table or list in force */
    bool rows;                      /* some of its rows were read */
    ipr_period dates[IPR_CELL_MAX]; /* the periods that its heads name, by cell */
    size_t dated;                   /* how many cells; 0 none, or one for all */
    ipr_set cells[IPR_CELL_MAX];    /* what its heads speak of, by cell, */
    ipr_span words[IPR_CELL_MAX];   /* and in which words */
    size_t headed;                  /* how many cells; 0 none */
    uint8_t basis;                  /* stated for all changes */
    ipr_period versus;              /* and what they are compared with, if it is a period */
} ipr_context;

/* What stands before a token. */
typedef struct ipr_count_before {
    uint16_t values;   /* quantities that end */
    uint16_t mentions; /* mentions that begin */
} ipr_count_before;

/* Segments that are cut before the first of them is read on: each step is taken for all of them,
 * so that its code is at hand and its branches are foretold by the segment before. */
#define IPR_AHEAD 4

/* One of them while it is read; they stand in a row, and callers hold the first. */
struct ipr_scan {
    ipr_env *env;
    const ipr_pack *pack;
    ipr_str text;
    ipr_calendar cal;
    ipr_segment seg;
    ipr_mention mention[IPR_MENTION_MAX];
    size_t mentions;
    unsigned mention_flags; /* of any of them */
    ipr_quantity quantity[IPR_QUANTITY_MAX + 1];
    size_t n;
    ipr_work work[IPR_QUANTITY_MAX + 1];
    uint8_t mentioned[IPR_SEGMENT_MAX + 2];       /* 1 + a token's mention, at most 255; 0 none */
    ipr_count_before before[IPR_SEGMENT_MAX + 1]; /* by ipr_work_counts */
    ipr_set topic;       /* what this segment and those before it speak of; empty: not asked yet */
    ipr_set told;        /* what the sentence of the value last looked at speaks of, */
    uint32_t told_first; /* and its first token; UINT32_MAX before any */
    bool moves;          /* some value has a direction or is a base, */
    bool repeats;        /* or is the one before it again, in brackets */
    bool of_base[IPR_MENTION_MAX];       /* the mention is the period of a base */
    uint64_t ends[IPR_SEGMENT_MAX / 64]; /* a bit for the last token of each sentence */
    uint32_t segments;                   /* before this one */
    ipr_context *ctx;
    ipr_context context; /* this and what follows: of the first scan, for all of them */
    size_t pending;      /* first metric of the document */
    ipr_buf line;        /* of a line of JSON: its id and text, unescaped */
};

static inline const ipr_token *ipr_tok(const ipr_scan *s, size_t i)
{
    return &s->seg.tok[i];
}
static inline bool ipr_is(const ipr_scan *s, size_t i, uint64_t roles)
{
    return ipr_tok_is(&s->seg, i, roles);
}
static inline bool ipr_ch(const ipr_scan *s, size_t i, char c)
{
    return ipr_tok_ch(&s->seg, i, c);
}
static inline const ipr_entry *ipr_meaning(const ipr_scan *s, size_t i)
{
    return &s->pack->entries[s->seg.tok[i].entry];
}
static inline bool ipr_clause_break(const ipr_scan *s, size_t i)
{
    return s->seg.notes[i < s->seg.n ? i : s->seg.n] & IPR_NOTE(BREAKS);
}
/* A word that can name something: no function word, number or period. */
bool ipr_content(const ipr_scan *s, size_t i);
/* The subject names no thing, only what was done. */
bool ipr_only_deeds(const ipr_scan *s, const ipr_work *w);
/* "7539 件，占 39.5%，同比上升 4.75%": what share a level is stands aside; the change b in
 * percent is that of the level before share a. */
bool ipr_share_aside(const ipr_scan *s, const ipr_work *a, const ipr_work *b);
/* Han: "more" before a number, not behind one: "多97709件". */
bool ipr_leads_more(const ipr_scan *s, size_t k);
/* "…1.3 万人，减少 1347 人": a count by which the one before it moved: the same measure word,
 * and in its clause only the move and what it is compared with. */
bool ipr_counts_change(const ipr_scan *s, const ipr_work *w);
/* Tokens i and k are written alike. */
bool ipr_same_word(const ipr_scan *s, size_t i, size_t k);
/* evidence.c: joins the concepts of tokens [lo, hi) to a set. */
void ipr_concepts_join(const ipr_scan *s, size_t lo, size_t hi, ipr_set *out);
static inline ipr_set ipr_concepts(const ipr_scan *s, size_t lo, size_t hi)
{
    ipr_set set = {{0}};
    ipr_concepts_join(s, lo, hi, &set);
    return set;
}

void ipr_work_counts(ipr_scan *s); /* bounds.c: the values and mentions before each token */
void ipr_work_bounds(ipr_scan *s); /* bounds.c: sentences, clauses, zones */
/* The first token of the sentence that token i is in, and the token behind it. */
uint32_t ipr_sentence(const ipr_scan *s, size_t i);
uint32_t ipr_sentence_end(const ipr_scan *s, size_t i);
void ipr_work_changes(ipr_scan *s); /* change.c */
void ipr_work_basis(ipr_scan *s);   /* basis.c: the last part of the changes, */
/* and once the periods are known, what changes share with those beside and before them. */
void ipr_work_basis_shared(ipr_scan *s);
void ipr_work_subjects(ipr_scan *s); /* subject.c */
void ipr_work_periods(ipr_scan *s);  /* place.c */
void ipr_work_pairs(ipr_scan *s);    /* pair.c */
void ipr_topic_note(ipr_scan *s);    /* evidence.c, after the counts */
void ipr_work_keys(ipr_scan *s);     /* key.c */
/* facet.c: the value whose subject w takes over, first of all, or w itself; */
const ipr_work *ipr_work_root(const ipr_scan *s, const ipr_work *w);
/* the facet of w's key row, and that of another value, if w has none of its own. */
void ipr_facet_find(const ipr_scan *s, ipr_work *w);
void ipr_facet_take(ipr_work *to, const ipr_work *from);
/* The same for one value, for claims. */
void ipr_work_clause(ipr_scan *s, size_t i);
void ipr_work_subject(ipr_scan *s, size_t i);
void ipr_work_place(ipr_scan *s, size_t i);
void ipr_work_key(ipr_scan *s, size_t i);
/* The claim at or behind token *k: its work, or NULL if the segment has no more. The
 * work stands behind the quantities and is overwritten by the next one. */
ipr_work *ipr_work_claim(ipr_scan *s, size_t *k);
/* May a mention be the period of a value? */
bool ipr_mention_usable(const ipr_scan *s, const ipr_mention *m);
/* "Since 2020 …" at the beginning of its sentence. */
bool ipr_mention_opens(const ipr_scan *s, const ipr_mention *m);
/* Is b a part of the year a, or told from it on? */
bool ipr_mention_within(const ipr_period *a, const ipr_period *b);
/* carry.c: keeps what headings and sentences say for later segments; before the slots. */
void ipr_context_before(ipr_scan *s);
void ipr_context_after(ipr_scan *s);
/* At the end of the text: periods still open, bases named by year. */
void ipr_context_finish(ipr_scan *s, ipr_metrics *out);

#endif
