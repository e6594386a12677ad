/* SPDX-License-Identifier: MIT
 * cond.h: conditions over a listing's fields as one flat, read-only program.
 *
 * The rules of one set share a program; a condition is the index of its first
 * node. Truth is strong Kleene with grades: an interval lo..hi in thousandths.
 * 0..0 is false, lo > 0 is true with strength lo, 0..hi is unknown. & is the
 * minimum and | the maximum of both ends, ~ is 1000-hi .. 1000-lo, so De
 * Morgan's laws hold and unknown is 0..1000. Built once, then shared by workers.
 */
#ifndef IPR_COND_H
#define IPR_COND_H

#include "dict.h"
#include "hash.h"
#include "texts.h"

/* X(NAME, "verb", "what it means"); the operand's types are checked by ipr_cond_leaf. */
#define IPR_OP_LIST(X)                                                                             \
    X(ALL, "all", "every part; true where there is none")                                          \
    X(ANY, "any", "some part; false where there is none")                                          \
    X(NOT, "none", "not the part")                                                                 \
    X(TRUTH, "is true", "a bool field itself")                                                     \
    X(PRESENT, "present", "the field is known")                                                    \
    X(MISSING, "missing", "the field is not known")                                                \
    X(BELOW, "below", "number < a")                                                                \
    X(AT_MOST, "at_most", "number <= a")                                                           \
    X(AT_LEAST, "at_least", "number >= a")                                                         \
    X(ABOVE, "above", "number > a")                                                                \
    X(BETWEEN, "between", "a <= number <= b")                                                      \
    X(EQUALS, "is", "number = a")                                                                  \
    X(RAMP, "ramp", "0 at a, 1 at b, straight between")                                            \
    X(IS, "is", "the whole text, case folded")                                                     \
    X(IS_ANY, "is_any", "one of the texts")                                                        \
    X(CONTAINS, "contains", "the text stands in it")                                               \
    X(HAS, "has", "one of the list's terms stands in it as whole words; of a set: a member")       \
    X(STARTS, "starts", "it begins with the text")                                                 \
    X(ENDS, "ends", "it ends with the text")                                                       \
    X(BEFORE, "before", "date < a")                                                                \
    X(AFTER, "after", "date > a")                                                                  \
    X(NEAR, "near", "hash within a bits of one in the bank; text: a word is nearly a term")        \
    X(REVEALS, "reveals", "a term stands in the view that does not in the next plainer one")       \
    X(NAMES, "has", "another field's words stand in it in their order")                            \
    X(HAS_CHAR, "has_char", "a character of the class stands in it")                               \
    X(PER, "per", "no condition: the number that the leaf before it is divided by")                \
    X(FIRED, "fired", "rule number `arg` fired")                                                   \
    X(GROUP, "group", "some rule of group number `arg` fired")                                     \
    X(CALL, "call", "what function number `arg` answered")

typedef enum ipr_op {
#define X(NAME, verb, text) IPR_OP_##NAME,
    IPR_OP_LIST(X)
#undef X
        IPR_OP_COUNT
} ipr_op;

/* Which side of the field is looked at. */
typedef enum ipr_part {
    IPR_PART_VALUE,    /* the value; text: IPR_VIEW_PLAIN */
    IPR_PART_RAW,      /* the text's own bytes */
    IPR_PART_LEET,     /* IPR_VIEW_LEET: digits and signs read as letters */
    IPR_PART_SKELETON, /* IPR_VIEW_SKELETON: look-alikes made one */
    IPR_PART_JOINED,   /* IPR_VIEW_JOINED: leet, single letters in a row as one word */
    IPR_PART_WORDS,    /* number of words */
    IPR_PART_LENGTH,   /* number of code points */
    IPR_PART_COUNT,    /* distinct list terms in the text; members of a set */
    IPR_PART_MOST      /* the largest value of a list's terms in the text */
} ipr_part;

#define IPR_COND_HITS 64 /* hits of a list looked at in one field; :count() ends there */

typedef struct ipr_truth {
    int16_t lo, hi; /* thousandths; 0 <= lo <= hi <= 1000 */
} ipr_truth;

#define IPR_TRUE ((ipr_truth){1000, 1000})
#define IPR_FALSE ((ipr_truth){0, 0})
#define IPR_UNSURE ((ipr_truth){0, 1000})
static inline bool ipr_is_true(ipr_truth t)
{
    return t.lo > 0;
}
static inline bool ipr_is_unknown(ipr_truth t)
{
    return t.lo == 0 && t.hi > 0;
}

typedef struct ipr_node {
    uint8_t op, part, view; /* view: of the text, where part is COUNT or MOST too */
    bool plain;             /* it compares its field's own number and nothing else */
    uint16_t field;         /* for leaves that look at one */
    uint16_t shared;        /* number of its answer, which several conditions ask for; or 0 */
    uint32_t next;          /* index behind this node and its parts */
    uint32_t arg;           /* first of its texts or ranges; number of a probe, bank, field … */
    uint32_t n;             /* number of its texts or ranges; of a branch 1 if it is a chain */
    uint32_t set;           /* where it has so many texts that they are looked up; or 0 */
    double a, b;            /* numbers; for texts of money: a with currency text `arg` if n */
} ipr_node;

/* What a leaf compares with. */
typedef struct ipr_leaf {
    ipr_op op;
    ipr_part part;
    ipr_part of; /* for COUNT and MOST: the view looked in */
    unsigned field;
    double a, b;
    const ipr_str *texts; /* copied */
    size_t n;
    uint32_t arg; /* FIRED, GROUP, CALL: which; HAS, REVEALS, NEAR, COUNT and MOST of text:
                     ipr_prog_terms; NEAR of hashes: ipr_prog_hashes; NAMES: the other field */
    const struct ipr_leaf *per; /* of op PER: what the number is divided by; or NULL */
} ipr_leaf;

typedef struct ipr_prog ipr_prog;

/* NULL if memory is short. */
ipr_prog *ipr_prog_new(ipr_env *env);
void ipr_prog_free(ipr_prog *p);
/* A list of terms (or image hashes) for leaves; one list may serve many. Its number, or
 * UINT32_MAX. Terms without a letter or digit and hashes that are none are IPR_ELIST; at is
 * the 0-based number of the bad one. */
uint32_t ipr_prog_terms(ipr_prog *p, const ipr_str *terms, size_t n, ipr_err *err);
/* The terms' values, for MOST, by number; at most as many as terms. */
ipr_status ipr_prog_values(ipr_prog *p, uint32_t terms, const double *value, size_t n);
uint32_t ipr_prog_hashes(ipr_prog *p, const ipr_str *hashes, size_t n, ipr_err *err);
/* Begins ALL, ANY or NOT; its parts follow, then ipr_cond_close(index). UINT32_MAX
 * and err (out of memory; nesting over limits.max_depth) on failure. */
uint32_t ipr_cond_open(ipr_prog *p, ipr_op op, ipr_err *err);
ipr_status ipr_cond_close(ipr_prog *p, uint32_t at, ipr_err *err);
/* Says that ALL or ANY at `at` was joined one by one: it prints as ((a & b) & c). */
void ipr_cond_chain(ipr_prog *p, uint32_t at);
/* The view in which a part of a text is compared: IPR_PART_LEET and so on. */
ipr_view ipr_part_view(unsigned part);
/* Adds a leaf. IPR_EVALUE with a message that names what fits where the verb does not suit
 * the field's type or its numbers are none. */
uint32_t ipr_cond_leaf(ipr_prog *p, const ipr_leaf *leaf, ipr_err *err);
/* Adds the leaf at `at` once more: both share their texts and, for texts, their answer. Its index;
 * UINT32_MAX if memory is short. */
uint32_t ipr_cond_again(ipr_prog *p, uint32_t at, ipr_err *err);
const ipr_node *ipr_prog_nodes(const ipr_prog *p, size_t *n);
ipr_str ipr_prog_text(const ipr_prog *p, uint32_t arg);

/* What rules and functions said so far about this listing, for FIRED, GROUP and CALL. */
typedef struct ipr_said {
    const ipr_truth *rules, *groups, *calls;
} ipr_said;

ipr_truth ipr_cond_test(const ipr_prog *p, uint32_t at, ipr_eval *v, const ipr_said *said);

/* Names for printing: other columns (kind PRESENT, number a field), rules (FIRED), groups (GROUP).
 */
typedef ipr_str (*ipr_name_fn)(void *ud, ipr_op kind, uint32_t number);
/* Calls fn for every leaf that makes condition `at` true (not below ~): its evidence, from the
 * field's value or made from the comparison. Texts live until the eval's next listing. */
typedef void (*ipr_evidence_fn)(void *ud, const ipr_evidence *e);
void ipr_cond_evidence(const ipr_prog *p, uint32_t at, ipr_eval *v, const ipr_said *said,
                       ipr_name_fn name, void *names, ipr_evidence_fn fn, void *ud);
/* The source bytes of the first match of a text leaf that holds; leaves *start and *end alone
 * where the leaf is of another kind. */
void ipr_cond_match(const ipr_prog *p, uint32_t at, ipr_eval *v, uint32_t *start, uint32_t *end);
/* The first field that makes the condition unknown, or -1. */
int ipr_cond_unknown(const ipr_prog *p, uint32_t at, ipr_eval *v, const ipr_said *said);
/* Appends the condition as a rule file would write it. */
void ipr_cond_print(const ipr_prog *p, uint32_t at, ipr_name_fn name, void *ud, ipr_buf *out);
/* Appends the values that the condition's fields have, "price 12, brand missing". */
void ipr_cond_values(const ipr_prog *p, uint32_t at, ipr_eval *v, ipr_name_fn name, void *ud,
                     ipr_buf *out);
/* Marks the fields the condition reads: fields[f] = true. */
void ipr_cond_fields(const ipr_prog *p, uint32_t at, bool *fields);

#endif
