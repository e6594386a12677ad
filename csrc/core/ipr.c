/* SPDX-License-Identifier: MIT
 * ipr.c: names and sentences of the status codes, and the filling of ipr_err. */
#include "ipr.h"

#include <string.h>

static const struct {
    const char *code, *text;
} statuses[] = {
#define X(name, code, text) {code, text},
    IPR_STATUS_LIST(X)
#undef X
};

const char *ipr_status_code(ipr_status s)
{
    return (unsigned)s < IPR_STATUS_COUNT ? statuses[s].code : "unknown";
}

const char *ipr_status_text(ipr_status s)
{
    return (unsigned)s < IPR_STATUS_COUNT ? statuses[s].text : "unknown status";
}

ipr_status ipr_fail(ipr_err *err, ipr_status code, size_t offset, const char *message)
{
    if (err) {
        size_t n = strlen(message);
        if (n >= sizeof err->message)
            n = sizeof err->message - 1;
        err->code = code;
        err->offset = offset;
        err->line = 0;
        memcpy(err->message, message, n);
        err->message[n] = '\0';
    }
    return code;
}
