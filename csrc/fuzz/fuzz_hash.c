/* SPDX-License-Identifier: MIT
 * fuzz_hash.c: lines of any bytes as hashes of a bank: no crash, and a hash that was
 * added is found at distance 0. */
#include "fuzz.h"
#include "../core/hash.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    ipr_env env;
    ipr_env_init(&env);
    ipr_bank *b = ipr_bank_new(&env);
    ipr_imghash h, last = {{0, 0, 0, 0}, 0};
    ipr_bank_hit hit;
    const char *p = (const char *)data, *end = p + n;
    if (!b)
        return 0;
    while (p < end) {
        const char *nl = memchr(p, '\n', (size_t)(end - p));
        const char *stop = nl ? nl : end;
        if (ipr_imghash_parse((ipr_str){p, (size_t)(stop - p)}, &h, NULL) == IPR_OK &&
            ipr_bank_add(b, &h, 1, NULL) == IPR_OK)
            last = h;
        p = stop + 1;
    }
    if (ipr_bank_seal(b, NULL) == IPR_OK && last.bits &&
        (!ipr_bank_nearest(b, &last, 3, &hit) || hit.distance != 0))
        abort();
    ipr_bank_free(b);
    return 0;
}
