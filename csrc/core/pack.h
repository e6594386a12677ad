/* SPDX-License-Identifier: MIT
 * pack.h: the compiled form of the metric parser's language packs.
 *
 * The parser's C contains no word of any language. A pack maps phrases (words,
 * signs, Han characters) to roles that the grammar knows and to concepts that the
 * key rows speak of. The binding fills one from Lua tables; sealed, it never
 * changes and may be shared by threads. Lookup is one hash probe a word.
 */
#ifndef IPR_PACK_H
#define IPR_PACK_H

#include "atom.h"

/* X(NAME, "name in a pack", "what it says") */
#define IPR_ROLE_LIST(X)                                                                           \
    X(NUMBER, "number", "a number word; the value is its number")                                  \
    X(SCALE, "scale", "multiplies by a power of ten; the value is the power")                      \
    X(FRACTION, "fraction", "a part: a third, a quarter; the value is the part")                   \
    X(MULTIPLE, "multiple", "doubled, halved: a multiple by itself; the value is the factor")      \
    X(TIMES, "times", "makes the number before it a multiple: times, fold")                        \
    X(PERCENT, "percent", "percent sign or word")                                                  \
    X(PERCENT_OF, "percent_of", "a percent word before its number")                                \
    X(TENTHS, "tenths", "the number before it is in tenths")                                       \
    X(PARTS_OF, "parts_of", "denominator before, numerator after")                                 \
    X(POINTS, "points", "percentage points")                                                       \
    X(CURRENCY, "currency", "a currency sign, code or name")                                       \
    X(UNIT, "unit", "a unit of time, mass or volume")                                              \
    X(COUNTER, "counter", "a measure word between number and noun")                                \
    X(GT, "more_than", "before a number: more than")                                               \
    X(GE, "at_least", "before a number: at least")                                                 \
    X(LT, "less_than", "before a number: less than")                                               \
    X(LE, "up_to", "before a number: up to")                                                       \
    X(ABOUT, "about", "before a number: about")                                                    \
    X(POST_GT, "and_more", "behind a number: more than it")                                        \
    X(POST_GE, "or_more", "behind a number: at least it")                                          \
    X(POST_LE, "or_less", "behind a number: at most it")                                           \
    X(POST_ABOUT, "or_so", "behind a number: about it")                                            \
    X(UP, "up", "says that something rose")                                                        \
    X(DOWN, "down", "says that something fell")                                                    \
    X(MORE, "more", "behind a number: by so much more")                                            \
    X(LESS, "fewer", "behind a number: by so much less")                                           \
    X(YOY, "yoy", "compared with the year before")                                                 \
    X(HOH, "hoh", "compared with the half-year before")                                            \
    X(QOQ, "qoq", "compared with the quarter before")                                              \
    X(BASE, "base", "what follows is the base of a comparison")                                    \
    X(FROM, "from", "opens a range or a base")                                                     \
    X(TO, "to", "closes a range, or leads to the new level")                                       \
    X(BY, "by", "leads to the size of a change, or to a date")                                     \
    X(BETWEEN, "between", "opens a range closed by `and`")                                         \
    X(AND, "and", "joins the members of a list")                                                   \
    X(OR, "or", "joins alternatives")                                                              \
    X(OF, "of", "leads to what a share is a share of")                                             \
    X(IN, "in", "in, on, at: leads to a place, a time or a field")                                 \
    X(PREP, "prep", "any other preposition; ends a noun phrase's core")                            \
    X(DET, "det", "an article or determiner")                                                      \
    X(AUX, "aux", "a finite verb; ends a noun phrase")                                             \
    X(VERB, "verb", "a full verb in any form")                                                     \
    X(CONJ, "conj", "opens a new clause")                                                          \
    X(REL, "rel", "a relative or personal pronoun")                                                \
    X(EVERY, "every", "every, each, per")                                                          \
    X(OUTOF, "out_of", "joins part and whole: nine out of ten")                                    \
    X(MONTH, "month", "a month's name; the value is its number")                                   \
    X(TIMEMARK, "timemark",                                                                        \
      "year, month or day mark behind a number: 1, 2, 3; 4 to 32 as the core's pack.h says")       \
    X(FISCAL, "fiscal", "makes the year behind it a fiscal year")                                  \
    X(HALF, "half_year", "a half of a year; the value is 1 or 2")                                  \
    X(QUARTER, "quarter_year", "a quarter of a year; the value is 1 to 4")                         \
    X(MONTHS, "first_months", "the first months of a year; the value is how many")                 \
    X(RELATIVE, "relative", "a time told from the date of writing; the value is 0, -1, …")         \
    X(PRIOR, "prior", "the period before the one spoken of")                                       \
    X(INSTANT, "as_of", "the period that follows is an instant")                                   \
    X(ENDOF, "end_of", "the end of the period beside it")                                          \
    X(SINCE, "since", "from the period that follows on, still open")                               \
    X(TODATE, "to_date", "up to now, whatever the report's period")                                \
    X(REF, "reference", "the number behind it is a reference: page, article")                      \
    X(NOISE, "noise", "the number before it is page furniture or an age")                          \
    X(NAME, "name", "the number before it names parts of the text: four areas")                    \
    X(RESPECTIVELY, "respectively", "pairs a list of values with a list of subjects")              \
    X(SHARE, "share_verb", "its subject is the part: accounts for, made up")                       \
    X(SKIP, "skip", "the phrase and any number in it mean nothing by themselves")

typedef enum ipr_role {
#define X(name, text, says) IPR_R_##name,
    IPR_ROLE_LIST(X)
#undef X
        IPR_ROLE_COUNT
} ipr_role;

#define IPR_ROLE(name) ((uint64_t)1 << IPR_R_##name)

#define IPR_CONCEPT_MAX 320 /* the shipped packs take 231, with those of a programme 255 */
typedef struct ipr_set {
    uint64_t w[IPR_CONCEPT_MAX / 64];
} ipr_set;

/* Written out: asked for every word of a text, and gcc makes loops of loops. */
static inline bool ipr_set_meets(const ipr_set *a, const ipr_set *b)
{
    return ((a->w[0] & b->w[0]) | (a->w[1] & b->w[1]) | (a->w[2] & b->w[2]) | (a->w[3] & b->w[3]) |
            (a->w[4] & b->w[4])) != 0;
}
static inline void ipr_set_join(ipr_set *a, const ipr_set *b)
{
    a->w[0] |= b->w[0], a->w[1] |= b->w[1], a->w[2] |= b->w[2];
    a->w[3] |= b->w[3], a->w[4] |= b->w[4];
}
/* The words of a set laid over each other: what does not meet folded does not meet. */
static inline uint64_t ipr_set_fold(const ipr_set *a)
{
    return a->w[0] | a->w[1] | a->w[2] | a->w[3] | a->w[4];
}
static inline bool ipr_set_empty(const ipr_set *a)
{
    return ipr_set_fold(a) == 0;
}
static inline void ipr_set_add(ipr_set *a, unsigned i)
{
    a->w[i / 64] |= (uint64_t)1 << (i % 64);
}

enum {                    /* of a TIMEMARK */
       IPR_TIME_YEAR = 1, /* behind a number */
       IPR_TIME_MONTH,
       IPR_TIME_DAY,
       IPR_TIME_BASE,      /* on: the year behind it is a base */
       IPR_TIME_SAME,      /* the same months of the year behind it */
       IPR_TIME_LASTMONTH, /* the month before that of writing */
       IPR_TIME_BIRTH,     /* launched, founded: how old a thing is */
       IPR_TIME_MONTHSTO,  /* as many months up to the one behind it as the number before it says */
       IPR_TIME_ANY,       /* each year, punishable by: what holds at any time */
       IPR_TIME_WEEKDAY,   /* 10 to 16, Monday to Sunday: says nothing beside a date */
       IPR_TIME_NOW = IPR_TIME_WEEKDAY + 7, /* now, today: the time of writing */
       IPR_TIME_SPANTO = 20                 /* 21 to 32: so many months up to the one behind it */
};

#define IPR_THAT_YEAR 100 /* RELATIVE: the year last spoken of; one more: the year after it */

enum {
    IPR_ALSO_MEASURE = 1, /* a noun that measures what another one names: number, value, share */
    IPR_ALSO_DEFINES = 2, /* says what a term means: the limits in its sentence are no figures */
    IPR_ALSO_NOUN = 4,    /* a thing: stands among the pack's nouns */
    IPR_ALSO_KIND = 8,    /* an adjective of kind: alone behind a value it lacks its noun */
    IPR_ALSO_TELLS = 16,  /* said, announced: the day beside it is that of the telling */
    IPR_ALSO_ASKS = 32,   /* poll, interviewed: the days of asking stand for their month or year */
    IPR_ALSO_MONTH = 64,  /* RELATIVE tells a month, */
    IPR_ALSO_DAY = 128,   /* or a day */
    IPR_ALSO_LOCAL = 256, /* CURRENCY that other places call alike: a dollar, a krone */
    IPR_ALSO_HOME = 512,  /* tells the place of the text: a bare local currency is its own */
    IPR_ALSO_ADVERB = 1024,  /* DET that opens no phrase: barely, in fact */
    IPR_ALSO_PLURAL = 2048,  /* an ending of nouns in the plural */
    IPR_ALSO_FURTHER = 4096, /* DET before a number of more of the same: another, a further */
    IPR_ALSO_PERSON = 8192,  /* one person: the number between commas behind it is an age */
    IPR_ALSO_BOUNDS =
        16384 /* says what one of a kind has: less than so much of it defines the kind */
};

/* What a phrase means; index 0 of the pack's entries means nothing. */
typedef struct ipr_entry {
    uint64_t roles;
    ipr_set concepts;
    double number;     /* NUMBER, FRACTION, MULTIPLE; TIMEMARK: what a short year counts from */
    uint32_t currency; /* ISO 4217 letters, first one highest; 0 none; CURRENCY, home */
    int8_t scale;      /* SCALE: power of ten */
    int8_t time;       /* MONTH TIMEMARK HALF QUARTER MONTHS RELATIVE */
    uint8_t unit;      /* UNIT: ipr_unit */
    uint8_t sub;       /* UNIT: ipr_subunit */
    uint16_t also;     /* IPR_ALSO_…: word classes that few places ask for */
} ipr_entry;

enum { /* ipr_key_row.has: which sets are not empty, after sealing */
       IPR_HAS_HEADS = 1,
       IPR_HAS_DEED = 2,
       IPR_HAS_VERBS = 4,
       IPR_HAS_WITH = 8,
       IPR_HAS_NEAR = 16,
       IPR_HAS_TOPIC = 32,
       IPR_HAS_FACET = 64,
       IPR_HAS_PLACE = 128 /* place is asked */
};

/* One key row: the key applies where all its non-empty sets are met; a row with a topic
 * only where no other row does. */
typedef struct ipr_key_row {
    uint32_t name, name_n; /* in the pack's text; no bytes: a figure of no key */
    uint32_t units;        /* bit set of ipr_unit admitted for a level */
    int16_t weight;        /* points that its evidence counts beyond nearness */
    double most;           /* no value above it; 0: any */
    uint8_t has;           /* IPR_HAS_… */
    bool share;            /* a facet is expected */
    bool level;            /* never the size of a change */
    bool place;            /* only where the value tells where: "in six shops" */
    ipr_set verbs;         /* one of these in clause, sentence or heading */
    ipr_set with;          /* and one of these as well */
    ipr_set near;          /* and one of these in the value's own clause */
    ipr_set without;       /* none of these in the clause */
    ipr_set deed;          /* one of these is the verb at the value */
    ipr_set topic;         /* a weak row: one of these is what the text is about */
    ipr_set facet;         /* phrases of these concepts are the facet */
    ipr_set heads;         /* one of these in the subject; empty: any subject */
} ipr_key_row;

/* What a value asks of a row: an ipr_unit for a level, or to admit the size of a change in
 * percent; see ipr_row_admits. */
#define IPR_ASK_CHANGE 8
#define IPR_ASKS 9

/* A row as it is filed, with a digest of what most rows fail by, so that few are looked at: sets
 * folded to 64 bits, all of them where a row asks for nothing. */
typedef struct ipr_filed {
    uint64_t verbs, with, near;
    uint32_t has; /* IPR_HAS_… */
    uint32_t row;
} ipr_filed;

/* While building: what follows a word in a state. */
typedef struct ipr_slot {
    uint64_t key;   /* 0 is free */
    uint32_t state; /* 0 where no phrase goes on */
    uint32_t entry; /* 0 where no phrase ends */
} ipr_slot;

/* Where a word leads in a sealed pack: 0, 0 nowhere. */
typedef struct ipr_step {
    uint16_t state, entry;
} ipr_step;

/* Eight steps that fill a line of the cache and are looked at all at once, by vectors that gcc and
 * clang make on any machine: no branch depends on which of them is the one. Full buckets go on
 * in the next one. */
typedef uint32_t ipr_four __attribute__((vector_size(16)));
typedef struct ipr_bucket {
    ipr_four tag[2];  /* the upper halves of the keys; the lower ones say which bucket */
    ipr_four step[2]; /* state << 16 | entry; free where both are 0, the last ones first */
} ipr_bucket;

/* What scans over a segment look for: each is a set of bits, one a token (token.h). */
enum {
    IPR_N_OPENS,  /* a number or a period may begin; once periods are found, a number */
    IPR_N_STOPS,  /* a sign that may end a sentence */
    IPR_N_BREAKS, /* a comma, dash, bracket, colon or conjunction: where a clause may end */
    IPR_N_VERBS,  /* a finite verb, a pronoun or what opens a clause */
    IPR_N_SPEAKS, /* names concepts */
    IPR_N_PARTS,  /* 其中: says that what follows is a part */
    IPR_N_MOVES,  /* up, fell: says that something rose or fell */
    IPR_N_TIMES,  /* now, each year: a TIMEMARK of a time that is no date */
    IPR_NOTES
};
#define IPR_NOTE(name) (1u << IPR_N_##name)

/* What each token takes from its entry; the rest of entries is seldom looked at. */
typedef struct ipr_hot {
    uint64_t roles;
    uint16_t flags; /* IPR_F_CONCEPT, IPR_F_DEFINES, IPR_F_HOME */
    uint8_t notes;  /* IPR_NOTE(…) */
} ipr_hot;

#define IPR_ENDING_MAX 8

/* "*ing": what a word that the pack does not know means if it ends so; a phrase of its own. */
typedef struct ipr_ending {
    char text[6]; /* with the star */
    uint8_t n;
    uint8_t shift;  /* of eight bytes, past those before the ending */
    uint16_t entry; /* of the ending as a phrase, once sealed */
    uint64_t tail;  /* eight bytes that end so, the last one highest */
} ipr_ending;

/* Do eight bytes, the last one highest, end so? */
static inline bool ipr_ends(const ipr_ending *e, uint64_t tail)
{
    return (tail ^ e->tail) >> e->shift == 0;
}

typedef struct ipr_pack {
    ipr_env *env;
    ipr_slot *slots; /* open addressing; NULL once sealed */
    size_t slot_cap, slot_n;
    ipr_bucket *buckets; /* the same once sealed; a power of two of them in their room */
    size_t bucket_n;
    void *bucket_room;
    ipr_hot *hot; /* of each entry, once sealed */
    uint32_t states;
    uint64_t *follow; /* of each state: a bit for the upper six of a hash that may go on from it */
    size_t follow_cap;
    uint16_t *variant; /* while building: another form of a character, by code point */
    bool varies;       /* there are such characters */
    ipr_entry *entries;
    size_t entry_n, entry_cap;
    ipr_key_row *rows;
    size_t row_n, row_cap;
    ipr_buf text; /* key names */
    /* rows by what they admit and by head concept, or deed where they have no heads, after
     * sealing; the last run of each: rows without both */
    ipr_filed *index;
    size_t index_n;
    uint32_t first[IPR_ASKS][IPR_CONCEPT_MAX + 2];
    ipr_set heads[IPR_ASKS], deeds[IPR_ASKS]; /* the concepts that rows are found through */
    ipr_set facets;                           /* the concepts that parts are told by */
    ipr_ending ending[IPR_ENDING_MAX];
    size_t endings;
    bool sealed;
} ipr_pack;

ipr_status ipr_pack_init(ipr_pack *p, ipr_env *env);
void ipr_pack_fini(ipr_pack *p);
/* The entry of a phrase, made if new; NULL if memory is short or the phrase holds no
 * word. Valid until the next call. A phrase "*ing" is what words that end so mean that are no
 * phrase themselves. */
ipr_entry *ipr_pack_entry(ipr_pack *p, ipr_str phrase);
/* Characters that are also written otherwise, in pairs: "万萬为為". Replaces the pairs given
 * before; IPR_EVALUE if they are no pairs of characters below U+10000. */
ipr_status ipr_pack_variants(ipr_pack *p, ipr_str pairs);
/* Puts the phrase with every such character in its other form into out; false if it has none. */
bool ipr_pack_other(const ipr_pack *p, ipr_str phrase, ipr_buf *out);
/* A new row; NULL if memory is short. Valid until the next call. */
ipr_key_row *ipr_pack_row(ipr_pack *p, ipr_str name);
/* Indexes phrases and rows; nothing may be added afterwards. IPR_ELIMIT past 65,535 openings of
 * phrases or meanings, or IPR_ENDING_MAX endings, or where one is too
 * long. */
ipr_status ipr_pack_seal(ipr_pack *p);
/* What a row admits: a bit for each ask. */
uint32_t ipr_row_admits(const ipr_key_row *r);
/* The pack's role of that name, or -1. */
int ipr_role_find(ipr_str name);

/* What is looked up for a word in a state. Words' hashes are mixed well already. */
static inline uint64_t ipr_pack_key(uint32_t state, uint64_t word)
{
    return word ^ state * 0x9E3779B97F4A7C15u;
}

/* One step of matching in a sealed pack: from `state` (0 at a phrase's start) over a word
 * of this hash. State and entry are 0 if no phrase goes on so. */
static inline ipr_step ipr_pack_step(const ipr_pack *p, uint32_t state, uint64_t word)
{
    typedef uint64_t two __attribute__((vector_size(16)));
    uint64_t key = ipr_pack_key(state, word);
    uint32_t tag = (uint32_t)(key >> 32);
    for (size_t i = (size_t)key;; i++) {
        const ipr_bucket *b = &p->buckets[i & (p->bucket_n - 1)];
        two found = (two)(((ipr_four)(b->tag[0] == tag) & b->step[0]) |
                          ((ipr_four)(b->tag[1] == tag) & b->step[1]));
        uint64_t both = found[0] | found[1];
        uint32_t step = (uint32_t)(both | both >> 32);
        if (__builtin_expect((step != 0) | (b->step[1][3] == 0), 1))
            return (ipr_step){(uint16_t)(step >> 16), (uint16_t)step};
    }
}

/* May a phrase go on from a state over a word of this hash? Seldom true where none does. */
static inline bool ipr_pack_follows(const ipr_pack *p, uint32_t state, uint64_t word)
{
    return p->follow[state] >> (word >> 58) & 1;
}

/* Asks for the memory that ipr_pack_step will look at, some words ahead. */
static inline void ipr_pack_expect(const ipr_pack *p, uint32_t state, uint64_t word)
{
    __builtin_prefetch(&p->buckets[(size_t)ipr_pack_key(state, word) & (p->bucket_n - 1)]);
}

#endif
