/* SPDX-License-Identifier: MIT
 * csv_in.h: what finding records (csv.c) and taking them apart (csv_row.c) share. */
#ifndef IPR_CSV_IN_H
#define IPR_CSV_IN_H

#include "csv.h"

#include <csv.h>

enum { C_OTHER, C_BLANK, C_QUOTE, C_DELIM, C_TERM };

struct ipr_csv {
    ipr_env *env;
    ipr_csv_options opt;
    uint8_t class[256]; /* of each byte: C_… */
    struct csv_parser parser;
    char *data; /* the fields of the records being read, each NUL-ended */
    size_t data_n, data_cap;
    ipr_str *fields; /* of these records */
    size_t fields_cap;
    ipr_str *row; /* the fields of the newest record */
    size_t row_n, max_fields;
    bool too_many;      /* the record has more than max_fields */
    bool ended;         /* libcsv reported the record's end */
    const char *source; /* the open field's bytes where libcsv's buffer has only room for them */
    const char *end;    /* of the bytes that source is in */
};

#endif
