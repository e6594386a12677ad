/* SPDX-License-Identifier: MIT
 * cond_in.h: the inside of a condition program, for cond_build.c (which makes it), cond.c
 * (which tests it), cond_among.c (whether a text is one of many) and cond_list.c (what its
 * lists find in a listing's texts) only.
 */
#ifndef IPR_COND_IN_H
#define IPR_COND_IN_H

#include "cond.h"
#include "spell.h"

/* Terms that conditions look for. */
typedef struct ipr_terms {
    ipr_dict *dict;   /* ids are the terms' numbers */
    double *value;    /* by number; NULL where terms have none */
    size_t n;         /* values */
    ipr_spell *spell; /* the terms of one word; NULL until some condition asks what is near */
} ipr_terms;

/* Terms looked for in one view of one text: what several conditions ask is found once. */
typedef struct ipr_probe {
    uint32_t terms;   /* which */
    uint32_t plainer; /* the probe of the next plainer view, for :reveals; or UINT32_MAX */
    uint16_t field;
    uint8_t view; /* ipr_view */
} ipr_probe;

typedef struct ipr_range {
    uint32_t from, to; /* code points, both in */
} ipr_range;

/* A class of characters. */
typedef struct ipr_class {
    uint64_t ascii[2];
    uint32_t first, n; /* ranges, in order and apart */
} ipr_class;

/* The texts of a long :is_any, bucket by bucket: what is asked for lies in two places of memory. */
typedef struct ipr_set {
    uint32_t *first; /* of each bucket, and the end of the last: where its texts stand */
    char *texts;     /* each behind its length */
    size_t buckets;  /* a power of two */
    size_t bytes;    /* of texts */
} ipr_set;

struct ipr_prog {
    ipr_env *env;
    ipr_node *node;
    size_t n, cap;
    ipr_str *text; /* folded as the part they are compared with */
    size_t texts, text_cap;
    ipr_set *set;
    size_t sets, set_cap;
    ipr_terms *terms;
    size_t nterms, terms_cap;
    ipr_probe *probe;
    size_t probes, probe_cap;
    ipr_range *range;
    size_t ranges, range_cap;
    ipr_class *class;
    size_t classes, class_cap;
    ipr_bank **bank;
    size_t banks, bank_cap;
    size_t depth;
    uint16_t shares; /* leaves that are asked for in several places */
    ipr_arena arena; /* bytes of the texts */
};

/* Makes a class of "abc", "A-Z"; a hyphen at an end stands for itself. Its number into *out.
 * IPR_EVALUE where a range has the larger character first. */
ipr_status ipr_class_add(ipr_prog *p, ipr_str text, uint32_t *out);
/* The first character of s that is in the class; false if none is. */
bool ipr_class_find(const ipr_prog *p, uint32_t class, ipr_str s, uint32_t *start, uint32_t *end);

/* From this many texts on, :is_any looks them up instead of comparing each. */
#define IPR_COND_MANY 8
/* Makes a set of n texts, copied; its number, from 1 on, into *number. */
ipr_status ipr_set_add(ipr_prog *p, const ipr_str *texts, size_t n, uint32_t *number);
void ipr_set_fini(ipr_env *env, ipr_set *set);
/* Whether text is one of the set's. */
bool ipr_set_has(const ipr_prog *p, uint32_t number, ipr_str text);

/* What a probe found in the listing at hand: hits in the order of the text, none where it is
 * missing. NULL where memory is short. */
typedef struct ipr_finds {
    uint32_t epoch; /* the listing it is of */
    size_t n;
    ipr_dict_hit hits[IPR_COND_HITS];
} ipr_finds;
const ipr_finds *ipr_cond_found(const ipr_prog *p, uint32_t probe, ipr_eval *v);
/* The answer of a shared leaf in the listing at hand, to be filled where !*there. NULL where memory
 * is short. */
ipr_truth *ipr_cond_answer(const ipr_prog *p, uint32_t shared, ipr_eval *v, bool *there);
/* Distinct terms among them; 0 for NULL. */
size_t ipr_finds_count(const ipr_finds *f);
/* The largest value of a term among them; false if none has one. */
bool ipr_finds_most(const ipr_terms *t, const ipr_finds *f, double *out);
/* The first hit of a probe whose term its plainer probe has not found, or NULL. */
const ipr_dict_hit *ipr_cond_revealed(const ipr_prog *p, uint32_t probe, ipr_eval *v);
/* The first word of the probe's text that is near a term and none itself, or NULL. */
const ipr_word *ipr_cond_near(const ipr_prog *p, uint32_t probe, ipr_eval *v);

#endif
