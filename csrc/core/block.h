/* SPDX-License-Identifier: MIT
 * block.h: a stream of bytes as blocks of whole records, for one worker or many.
 *
 * The host reads bytes through a function it gives; ipr_blocks_take fills a worker's own
 * block, finds the records in it and keeps the rest for the next call. Workers then read
 * the records alone (ipr_block_row) and results are written in the order of block.number.
 * As soon as the bytes read hold one whole record they are handed out: a slow pipe is
 * answered line by line. A record longer than a block
 * has the bytes read doubled until it ends or breaks limits.max_record, so that looking for its
 * end takes time in proportion. Memory: the block size plus twice limits.max_record. Calls of
 * ipr_blocks_take must not overlap: workers hold the host's lock.
 */
#ifndef IPR_BLOCK_H
#define IPR_BLOCK_H

#include "csv.h"

/* Reads up to n bytes to p; 0 at the end, negative on failure (the host keeps errno). */
typedef ptrdiff_t (*ipr_read_fn)(void *ud, char *p, size_t n);

typedef struct ipr_block {
    ipr_buf bytes;       /* whole records from 0 to n; what lies behind is not this block's */
    size_t n;            /* 0 only when the input is at its end */
    ipr_special special; /* the marks of all bytes; none for lines */
    ipr_record *records; /* error records included, blank lines left out */
    size_t count, cap;
    uint64_t number; /* 0, 1, 2, … in the input's order */
} ipr_block;

void ipr_block_init(ipr_block *b, ipr_env *env);
void ipr_block_fini(ipr_block *b);

typedef struct ipr_blocks ipr_blocks;

/* csv says how records are found; NULL: a record is a line (JSON Lines). `size` is the
 * bytes wanted in one block (0: 64 KB). csv must outlive the object. */
ipr_blocks *ipr_blocks_new(ipr_env *env, const ipr_csv *csv, size_t size, ipr_read_fn read,
                           void *ud);
void ipr_blocks_free(ipr_blocks *b);

/* Fills `out` (initialised; its memory is reused) with the next block. IPR_OK; IPR_EIO
 * when the read failed, IPR_EUTF16 when the input is UTF-16, IPR_ENOMEM. At the end of the
 * input: n == 0, again and again. */
ipr_status ipr_blocks_take(ipr_blocks *b, ipr_block *out, ipr_err *err);

/* Record k of a block. csv NULL: the line without blanks at its ends is the one field,
 * *scratch holds it. IPR_ENOMEM or IPR_OK; trouble with the record is row->code. */
ipr_status ipr_block_row(ipr_csv *csv, const ipr_block *block, size_t k, bool allow_broken,
                         ipr_str *scratch, ipr_row *row);

#endif
