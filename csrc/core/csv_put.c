/* SPDX-License-Identifier: MIT
 * csv_put.c: writing a field. */
#include "csv.h"

bool ipr_csv_plain(ipr_str field, char delimiter)
{
    bool quote = field.n && (field.p[0] == ' ' || field.p[0] == '\t' ||
                             field.p[field.n - 1] == ' ' || field.p[field.n - 1] == '\t');
    for (size_t i = 0; i < field.n && !quote; i++)
        quote = field.p[i] == delimiter || field.p[i] == '"' || field.p[i] == '\n' ||
                field.p[i] == '\r';
    return !quote;
}

void ipr_csv_put(ipr_buf *b, ipr_str field, char delimiter)
{
    if (ipr_csv_plain(field, delimiter)) {
        ipr_buf_addstr(b, field);
        return;
    }
    ipr_buf_addc(b, '"');
    for (size_t i = 0; i < field.n; i++) {
        if (field.p[i] == '"')
            ipr_buf_addc(b, '"');
        ipr_buf_addc(b, field.p[i]);
    }
    ipr_buf_addc(b, '"');
}
