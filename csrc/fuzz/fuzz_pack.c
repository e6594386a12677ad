/* SPDX-License-Identifier: MIT
 * fuzz_pack.c: lines as phrases of a pack, then looked up again: each must be found, and
 * its entry must be the one it got. */
#include "../core/pack.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ipr_env env;
    ipr_pack pack;
    const char *p = (const char *)data;
    ipr_env_init(&env);
    if (ipr_pack_init(&pack, &env))
        abort();
    for (size_t i = 0; i < size;) {
        const char *end = memchr(p + i, '\n', size - i);
        ipr_str line = {p + i, end ? (size_t)(end - p) - i : size - i};
        ipr_entry *e = ipr_pack_entry(&pack, line);
        if (e) {
            e->number = 1;
            ipr_entry *again = ipr_pack_entry(&pack, line);
            if (!again || again->number != 1)
                abort();
        }
        i += line.n + 1;
    }
    if (ipr_pack_seal(&pack))
        abort();
    ipr_pack_fini(&pack);
    return 0;
}
