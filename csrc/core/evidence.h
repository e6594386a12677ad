/* SPDX-License-Identifier: MIT
 * evidence.h: what is told around a value, by how near it stands.
 *
 * Private to evidence.c, which gathers it, and key.c, which weighs the rows by it.
 */
#ifndef IPR_EVIDENCE_H
#define IPR_EVIDENCE_H

#include "scan.h"

/* How near a concept stands; larger is nearer. */
enum { ABSENT, HEADING, SENTENCE, ZONE, CLAUSE, WHOLE, CORE, HEAD, COUNTED, LEVELS };

typedef struct ipr_evidence {
    ipr_set at[LEVELS];       /* concepts named at a nearness */
    ipr_set within[CORE + 1]; /* so near or nearer */
    unsigned lacks;           /* IPR_HAS_…: a row that has one of these does not fit */
    ipr_set own;              /* named in the value's own clause */
    ipr_set beside;           /* of subject, clause and zone */
    ipr_set topic;            /* what the text is about; empty in the first round */
    ipr_set deed;             /* the verb at the value: "seized 20,812", "12 were closed" */
    unsigned asks;            /* what a row must admit */
    bool named;               /* the thing counted is named behind a value */
    bool counted;             /* and so is what it counts: no other noun is asked */
    bool parted;              /* its label names a part of what the heading counts */
    bool other;               /* its column counts something unknown */
    bool borrowed;            /* it counts what another value does, and has a deed of its own */
    bool whole;               /* only its own noun speaks: parts of it follow */
    bool place;               /* a preposition of place leads to the value */
} ipr_evidence;

void ipr_evidence_find(ipr_scan *s, const ipr_work *w, ipr_evidence *f);
/* Adds what earlier sentences of the paragraph spoke of; asked only where the value's own
 * sentence and its heading give no key. */
void ipr_evidence_earlier(ipr_scan *s, const ipr_work *w, ipr_evidence *f);
/* The verb right before the value, or behind its noun. */
ipr_set ipr_deed_of(const ipr_scan *s, const ipr_work *w);
/* What the value asks of a row; IPR_ASKS if no row can fit. */
unsigned ipr_work_asks(const ipr_work *w);
/* The cell of a table whose heads speak; IPR_CELL_MAX if none. */
size_t ipr_work_cell(const ipr_scan *s, const ipr_work *w);
/* The first level of its unit in the sentence before w's, or NULL. */
const ipr_work *ipr_work_first_before(const ipr_scan *s, const ipr_work *w);
/* "300 件，其中民事 200 件、刑事 100 件": the total that value w is a part of, or NULL. */
const ipr_work *ipr_work_total(const ipr_scan *s, const ipr_work *w);

#endif
