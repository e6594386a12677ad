/* SPDX-License-Identifier: MIT
 * csv.h: records out of CSV bytes, by libcsv's rules, within limits.
 *
 * Two steps: ipr_csv_next finds where a record ends by libcsv's own rule (a quote opens
 * only at field start after blanks; parity would be wrong), so that blocks can be cut for
 * workers and a broken quote cannot swallow the file; ipr_csv_parse lets libcsv take
 * records apart. A record over limits.max_record bytes or limits.max_lines lines is one
 * error record, and reading goes on after the line on which it began; so is a quote that is
 * still open where the input ends, unless what is broken is let through. libcsv trims blanks
 * around unquoted fields and skips empty lines; rows and lines are both counted. A UTF-8
 * byte order mark at the start is dropped.
 * Who uses it: the block loop (block.h), and through it every command.
 */
#ifndef IPR_CSV_H
#define IPR_CSV_H

#include "special.h"
#include "utf8.h"

/* Whether the installed libcsv keeps its state as the bulk-append path of ipr_csv_parse
 * expects: probed through libcsv's own functions and public struct. Whoever fills an env
 * sets env->csv_fast to it, or to false to keep to stock libcsv. */
bool ipr_csv_probe(void);

typedef struct ipr_csv_options {
    char delimiter;    /* ',' if 0 */
    bool strict;       /* report what lenient mode mends, resume at the next line */
    bool allow_broken; /* invalid UTF-8, or a quote open at the end, makes no error row */
} ipr_csv_options;

typedef struct ipr_csv ipr_csv;

/* NULL if memory is short. One object serves one thread (ipr_csv_next any number). */
ipr_csv *ipr_csv_new(ipr_env *env, const ipr_csv_options *options);
void ipr_csv_free(ipr_csv *c);

/* Where reading stands in the input. */
typedef struct ipr_place {
    uint64_t row;    /* number of the next record, 1-based, error records included */
    uint64_t line;   /* line of the next byte, 1-based */
    uint64_t offset; /* of the next byte in the input, 0-based */
    uint32_t broken; /* records over a limit in a row: each halves max_lines, so that a
                        file of open quotes is read in linear time */
    bool skip;       /* the next bytes, up to a line's end, were already reported */
} ipr_place;

#define IPR_PLACE_START ((ipr_place){.row = 1, .line = 1})

/* One record found in a buffer. */
typedef struct ipr_record {
    size_t begin, end; /* its bytes; end is behind its line end */
    size_t at;         /* where code applies, from begin */
    uint64_t line;     /* on which it begins */
    uint64_t offset;   /* of begin in the input */
    uint64_t row;      /* its number */
    ipr_status code;   /* IPR_OK, ERECORD (over a limit) or EQUOTE (open at the end, or strict) */
} ipr_record;

typedef enum ipr_found {
    IPR_FOUND,     /* *out is the next record */
    IPR_NEED_MORE, /* it goes on behind the buffer */
    IPR_NOTHING    /* only blank lines are left */
} ipr_found;

/* The next record of the marked bytes from *i on, which begins where *place stands; *i and
 * *place move on (over blank lines only, if it is not IPR_FOUND). `last`: nothing follows. At most
 * limits.max_record bytes are ever left over. Needs no memory; linear in the bytes. */
ipr_found ipr_csv_next(const ipr_csv *c, const ipr_special *s, size_t *i, bool last,
                       ipr_place *place, ipr_record *out);
/* What s must have been marked with. */
char ipr_csv_delimiter(const ipr_csv *c);

/* One record's fields. Views live until the next parse; fields are NUL-ended too. */
typedef struct ipr_row {
    const ipr_str *fields; /* unquoted, unescaped */
    size_t n;
    uint64_t row, line, offset; /* of the record, see ipr_record */
    ipr_status code; /* IPR_OK, or why this is an error row: ERECORD EQUOTE EFIELDS EUTF8 */
    size_t at;       /* error rows: byte offset within the record, or within .field for EUTF8 */
    size_t field;    /* EUTF8: 0-based index of the field that has it; all fields are there */
} ipr_row;

/* Fills rows[0 .. n) from the records r[0 .. n) of the marked bytes. Returns IPR_ENOMEM or
 * IPR_OK; trouble with a record is its row's code. */
ipr_status ipr_csv_parse(ipr_csv *c, const ipr_special *s, const ipr_record *r, size_t n,
                         ipr_row *rows);

/* Line ends in p: LF, CR and CRLF each count one. */
uint64_t ipr_count_lines(const char *p, size_t n);

/* Does a field stand in a line as it is, without quotes? */
bool ipr_csv_plain(ipr_str field, char delimiter);
/* Appends one field, quoted where it must be, with its quotes doubled. */
void ipr_csv_put(ipr_buf *b, ipr_str field, char delimiter);

#endif
