/* SPDX-License-Identifier: MIT
 * fuzz_gtin.c: any bytes as a GTIN: a key is 14 digits whose check digit is right. */
#include "fuzz.h"
#include "../core/gtin.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    ipr_gtin g = ipr_gtin_check((ipr_str){(const char *)data, n});
    if (g.check_ok != (strlen(g.key) == 14))
        abort();
    if (g.check_ok && ipr_gtin_digit(g.key, 13) != g.key[13])
        abort();
    return 0;
}
