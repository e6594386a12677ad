/* SPDX-License-Identifier: MIT
 * feed.h (bind): a file of listings as blocks of records, its header read.
 *
 * Used by scorer:each and by the workers. The feed's env is malloc's, so that any
 * thread may take blocks (one at a time: callers hold a lock). A price that can be read in
 * two ways makes a feed that is a file look once through its whole price column.
 */
#ifndef IPR_BIND_FEED_H
#define IPR_BIND_FEED_H

#include "file.h"
#include <pthread.h>
#include "../core/listing.h"

typedef struct ipr_feed_options {
    bool jsonl;
    bool strict;
    char delimiter;
    size_t block; /* bytes; 0: the default */
} ipr_feed_options;

typedef struct ipr_feed {
    ipr_env *env;
    ipr_feed_options options;
    int fd;
    ipr_csv *csv; /* for cutting only; NULL for JSONL */
    ipr_columns *columns;
    ipr_blocks *blocks;
    ipr_block first; /* the block that held the header, until taken */
    bool has_first;
    char *path; /* of a regular file, which can be read again; else NULL */
    ipr_price_column prices;
    pthread_mutex_t lock; /* of the two below */
    bool asked;
    ipr_money_style style; /* of the price column, once asked */
} ipr_feed;

/* Opens path and reads the header. columns: maps and wanted names, copied. On failure err is
 * filled (EIO, EEMPTY, EHEADER, EUTF16 …) and the feed is closed. */
ipr_status ipr_feed_open(ipr_feed *f, ipr_env *env, const ipr_columns *columns, const char *path,
                         const ipr_feed_options *options, ipr_err *err);
void ipr_feed_close(ipr_feed *f);
/* The next block into out; *from is its first record that is a listing. n == 0 at the end. */
ipr_status ipr_feed_take(ipr_feed *f, ipr_block *out, size_t *from, ipr_err *err);

/* What one thread needs to read records. CSV is read some listings ahead within its block: reading
 * and judging each keep the processor's caches and predictions to themselves for a while. */
#define IPR_FEED_AHEAD 32          /* listings */
#define IPR_FEED_AHEAD_BYTES 16384 /* of them, but for the last */
typedef struct ipr_feed_reader {
    ipr_csv *csv;
    ipr_buf text;
    ipr_listing *ahead;    /* IPR_FEED_AHEAD of them, once one was asked for */
    uint64_t number;       /* of the block they are from */
    size_t first, ahead_n; /* which of its records they are */
} ipr_feed_reader;
ipr_status ipr_feed_reader_init(ipr_feed_reader *r, const ipr_feed *f, ipr_env *env);
void ipr_feed_reader_fini(ipr_feed_reader *r);
/* Record k of the block as a listing, which lives until the next one is asked for. */
ipr_status ipr_feed_listing(const ipr_feed *f, ipr_feed_reader *r, const ipr_block *block, size_t k,
                            const ipr_listing **l);

#endif
