/* SPDX-License-Identifier: MIT
 * verdict.h: a scored listing as a line of JSON or CSV, and as an explanation
 * rule by rule.
 *
 * Used by the workers (one line a listing, on the hot path) and by explain.
 * Formats are those of DESIGN.md section 12. Allocates only by growing the buffer.
 */
#ifndef IPR_VERDICT_H
#define IPR_VERDICT_H

#include "score.h"

typedef enum ipr_form { IPR_FORM_JSONL, IPR_FORM_CSV } ipr_form;

typedef struct ipr_verdict {
    ipr_form form;
    const ipr_rules *rules;
    const ipr_columns *columns;
    int with[IPR_MAX_SLOTS]; /* slots of input columns carried along */
    size_t withs;
    ipr_str stamp; /* JSON text of "rules", empty: no stamp */
} ipr_verdict;

/* The header line of CSV output. */
void ipr_verdict_header(const ipr_verdict *o, ipr_buf *b);
/* The line of a scored listing; for JSONL the eval must want evidence. */
void ipr_verdict_put(const ipr_verdict *o, const ipr_result *r, ipr_eval *v, ipr_buf *b);
/* The line of a listing that could not be scored. */
void ipr_verdict_error(const ipr_verdict *o, const ipr_listing *l, ipr_buf *b);

/* A text as a CSV cell that no spreadsheet runs: quoted where needed, ' before = + - @ unless
 * it is a number. */
void ipr_verdict_cell(ipr_buf *b, ipr_str s);

/* An ipr_name_fn for ipr_cond_print and its like; ud is a const ipr_verdict *. */
ipr_str ipr_verdict_name(void *ud, ipr_op kind, uint32_t number);
/* What is said of a rule: "fired", "not fired", "unknown", "unless", "excepted", "failed". */
const char *ipr_outcome_name(ipr_outcome o);
/* Appends why: the values compared, the field that is missing, the exception, the message. */
void ipr_verdict_because(const ipr_verdict *o, const ipr_result *r, ipr_eval *v, uint32_t rule,
                         ipr_buf *b);
/* Calls fn for the evidence of rule (functions' words too). */
void ipr_verdict_evidence(const ipr_verdict *o, const ipr_result *r, ipr_eval *v, uint32_t rule,
                          ipr_evidence_fn fn, void *ud);
/* The action's name, "pass" for 0. */
ipr_str ipr_verdict_action(const ipr_rules *r, uint32_t action);

#endif
