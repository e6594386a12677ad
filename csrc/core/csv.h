/* SPDX-License-Identifier: MIT
 * csv.h: records out of CSV bytes, by libcsv's rules, within limits.
 *
 * Two steps, so that blocks can be cut for workers and a broken quote cannot
 * swallow the file: ipr_csv_cut finds where complete records end, by libcsv's
 * own rule (a quote opens only at field start after blanks; parity would be
 * wrong), and ipr_csv_read hands each record's fields to a function. A record
 * over limits.max_record bytes or limits.max_lines lines is one error row, and
 * reading goes on after the line on which it began. libcsv trims blanks around
 * unquoted fields and skips empty lines; rows and lines are both counted.
 * Who uses it: the block loop (block.h) and through it every command.
 */
#ifndef IPR_CSV_H
#define IPR_CSV_H

#include "utf8.h"

typedef struct ipr_csv_options {
    char delimiter;  /* ',' if 0 */
    bool strict;     /* report what lenient mode mends, resume at the next line */
    bool check_utf8; /* an invalid sequence makes the row an error row */
    bool stock;      /* never use the bulk-append path */
} ipr_csv_options;

/* One record. Views live until the callback returns. */
typedef struct ipr_csv_row {
    const ipr_str *fields; /* unquoted, unescaped */
    size_t n;
    uint64_t row;    /* 1-based count of records, error rows included */
    uint64_t line;   /* 1-based line on which the record begins */
    uint64_t offset; /* byte of the input at which the record begins */
    ipr_status code; /* IPR_OK, or why this is an error row (fields then empty or partial) */
    size_t at;       /* for error rows: byte offset within the record */
} ipr_csv_row;

/* Returns false to stop reading. Must not throw or jump. */
typedef bool (*ipr_csv_fn)(void *ud, const ipr_csv_row *row);

typedef struct ipr_csv ipr_csv;

/* NULL if memory is short. */
ipr_csv *ipr_csv_new(ipr_env *env, const ipr_csv_options *options);
void ipr_csv_free(ipr_csv *c);

/* How many of the n bytes at p are whole records (or, with `last`, all of them
 * up to the first record that is over its limit …). p begins at a record. The
 * result is the offset after the last complete record; 0 means that more bytes
 * are needed. Records over a limit count as ended where reading resumes. */
size_t ipr_csv_cut(const ipr_csv *c, const char *p, size_t n, bool last);

/* Reads bytes that ipr_csv_cut ended (with `last`: anything), calling fn for
 * every record. `row`, `line` and `offset` are where p stands and are moved on.
 * Returns IPR_ENOMEM, or IPR_OK (also when fn stopped). */
typedef struct ipr_csv_place {
    uint64_t row, line, offset; /* start with 1, 1, 0 */
} ipr_csv_place;
ipr_status ipr_csv_read(ipr_csv *c, const char *p, size_t n, bool last, ipr_csv_place *place,
                        ipr_csv_fn fn, void *ud);

#endif
