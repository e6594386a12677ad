/* SPDX-License-Identifier: MIT
 * fuzz_decimal.c: reading any text; what reads is written and reads back the same. */
#include "fuzz.h"
#include "../core/decimal.h"

#include <math.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    ipr_env env;
    ipr_env_init(&env);
    double v, back;
    if (ipr_decimal_parse((ipr_str){(const char *)data, n}, &v, NULL))
        return 0;
    char *text = calloc(1, n + 1);
    memcpy(text, data, n);
    double libc = strtod(text, NULL);
    free(text);
    if (memcmp(&libc, &v, sizeof v) != 0)
        abort();
    if (isinf(v))
        return 0;
    ipr_buf b;
    ipr_buf_init(&b, &env);
    ipr_decimal_put(&b, v);
    if (ipr_decimal_parse(ipr_buf_str(&b), &back, NULL) || back != v)
        abort();
    ipr_decimal_fixed(&b, v, (int)(n % 7));
    ipr_buf_fini(&b);
    return 0;
}
