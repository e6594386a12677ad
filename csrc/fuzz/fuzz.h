/* SPDX-License-Identifier: MIT
 * fuzz.h: what the fuzz targets share: the entry that libFuzzer (or replay.c) calls, a check that
 * stays in every build, and the cutting of any bytes into fields. */
#ifndef IPR_FUZZ_H
#define IPR_FUZZ_H

#include "../core/str.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static inline void check(bool ok)
{
    if (!ok)
        abort();
}

/* Cuts the text before the next `stop` off *rest. */
static inline ipr_str cut(ipr_str *rest, char stop)
{
    const char *at = rest->n ? memchr(rest->p, stop, rest->n) : NULL;
    ipr_str s = {rest->p, at ? (size_t)(at - rest->p) : rest->n};
    rest->p += at ? s.n + 1 : s.n;
    rest->n -= at ? s.n + 1 : s.n;
    return s;
}

#endif
