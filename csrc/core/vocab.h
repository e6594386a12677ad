/* SPDX-License-Identifier: MIT
 * vocab.h: a vocabulary of terms that mean something in a listing: words for
 * copies with their strength, words that only look like it, words for used goods,
 * accessories, contact elsewhere, kinds of goods.
 *
 * One dictionary and one pass a field serve all of them. The vocabulary is filled
 * from lists, sealed, then read-only and shared by workers; the scratch belongs to
 * one worker. Spans are bytes of the field as it was written.
 */
#ifndef IPR_VOCAB_H
#define IPR_VOCAB_H

#include "dict.h"

/* X(NAME, "name in lists", class, "what it says of a listing") */
#define IPR_TERM_LIST(X)                                                                           \
    X(COPY, "declares_copy", COPY, "says the goods are a copy")                                    \
    X(GRADE, "quality_grade", COPY, "names a quality grade of copies")                             \
    X(EVASION, "evasion", COPY, "wording used to get past checks")                                 \
    X(CHANNEL, "channel", COPY, "word of the trade in copies")                                     \
    X(ORIGIN, "origin", COPY, "an origin that copies are often said to have")                      \
    X(SOFTENER, "softener", COPY, "advertising that copies share with ordinary goods")             \
    X(PARALLEL, "parallel_import", GREY, "says the goods are a parallel import")                   \
    X(RESALE, "resale", GREY, "says the goods are surplus or resold")                              \
    X(THEFT, "theft", GREY, "hints that the goods were taken")                                     \
    X(EXCEPTION, "exception", GUARD, "ordinary phrase")                                            \
    X(NEGATION, "negation", GUARD, "negation before a word")                                       \
    X(NEGATION_AFTER, "negation_after", GUARD, "negation behind a word")                           \
    X(USED, "used", SIGNAL, "says the goods are used")                                             \
    X(ACCESSORY, "accessory", SIGNAL, "says the goods go with those of a brand")                   \
    X(LICENSED, "licensed", SIGNAL, "says the goods are made under licence")                       \
    X(SAMPLE, "sample", SIGNAL, "a sample, tester or small size")                                  \
    X(SPARE_PART, "spare_part", SIGNAL, "a part, packaging or an empty container")                 \
    X(CONTACT, "contact", SIGNAL, "leads the buyer off the platform")                              \
    X(PROOF_DODGE, "proof_dodge", SIGNAL, "explains why the goods are not shown as they are")      \
    X(BREADTH, "breadth", SIGNAL, "unit of a stock's breadth: colours, styles")                    \
    X(GOODS, "goods", SIGNAL, "a kind of goods")

typedef enum ipr_term_kind {
#define X(NAME, name, class, text) IPR_TERM_##NAME,
    IPR_TERM_LIST(X)
#undef X
        IPR_TERM_KINDS
} ipr_term_kind;

typedef enum ipr_term_class {
    IPR_TERMS_COPY,  /* how much the wording says "copy" */
    IPR_TERMS_GREY,  /* other channels; never say counterfeit */
    IPR_TERMS_GUARD, /* take other hits away */
    IPR_TERMS_SIGNAL /* each stands for itself */
} ipr_term_class;

typedef struct ipr_term {
    ipr_str text, language, value; /* value: the kind of goods of a GOODS term */
    ipr_term_kind kind;
    uint16_t strength; /* thousandths; 0: found, but says nothing */
    bool own;          /* the caller's: where it stands, a shipped term of its class does not */
} ipr_term;

/* The kind called name, or IPR_TERM_KINDS. */
ipr_term_kind ipr_term_kind_find(ipr_str name);
const char *ipr_term_kind_name(ipr_term_kind k);
const char *ipr_term_kind_says(ipr_term_kind k);
ipr_term_class ipr_term_class_of(ipr_term_kind k);

typedef struct ipr_vocab ipr_vocab;

/* NULL if memory is short. Freed by ipr_vocab_free (NULL allowed). */
ipr_vocab *ipr_vocab_new(ipr_env *env);
void ipr_vocab_free(ipr_vocab *v);
/* Adds a term; its texts are copied. IPR_EVALUE on a strength over 1000, else as ipr_dict_add. */
ipr_status ipr_vocab_add(ipr_vocab *v, const ipr_term *t, ipr_err *err);
ipr_status ipr_vocab_seal(ipr_vocab *v, ipr_err *err);
size_t ipr_vocab_count(const ipr_vocab *v);

typedef struct ipr_vocab_hit {
    uint32_t start, end; /* source bytes */
    const ipr_term *term;
    bool hidden; /* only seen after reading digits, signs and look-alikes as letters */
} ipr_vocab_hit;

#define IPR_VOCAB_HITS 256 /* hits looked at in one field; more are passed over */

typedef struct ipr_vocab_scratch {
    ipr_text text;
    ipr_words words;
    ipr_dict_hit raw[IPR_VOCAB_HITS];
    bool gone[IPR_VOCAB_HITS];
} ipr_vocab_scratch;

void ipr_vocab_scratch_init(ipr_vocab_scratch *s, ipr_env *env);
void ipr_vocab_scratch_fini(ipr_vocab_scratch *s);

/* The hits of one field in order of start: without those inside an ordinary phrase, those
 * negated, those inside a longer hit of their class. look_through also reads the text with
 * digits and look-alikes as letters and reports copy words that appear only then. Writes at
 * most max, and to *n how many: 0 on IPR_ENOMEM; on IPR_ELIMIT (as many as max, more than
 * IPR_VOCAB_HITS looked at, a text longer than ipr_text_fold takes) those found up to there. */
ipr_status ipr_vocab_scan(const ipr_vocab *v, ipr_vocab_scratch *s, ipr_str field,
                          bool look_through, ipr_vocab_hit *out, size_t max, size_t *n);

#endif
