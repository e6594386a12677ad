/* SPDX-License-Identifier: MIT
 * fuzz_pattern.c: any pattern on any subject ends within its steps, its captures lie inside. */
#include "fuzz.h"
#include "../core/pattern.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    size_t cut = n ? data[0] % (n < 64 ? n : 64) : 0;
    uint64_t steps = 20000;
    ipr_match m;
    if (n < 2)
        return 0;
    /* exact copies, so that a read past either end is seen */
    char *p = malloc(cut + 1), *s = malloc(n - 1 - cut + 1);
    memcpy(p, data + 1, cut);
    memcpy(s, data + 1 + cut, n - 1 - cut);
    p = realloc(p, cut ? cut : 1);
    s = realloc(s, n - 1 - cut ? n - 1 - cut : 1);
    ipr_match_init(&m, (ipr_str){s, n - 1 - cut}, &steps);
    for (size_t i = 0; i <= n - 1 - cut && steps; i++) {
        const char *e = ipr_match_at(&m, s + i, (ipr_str){p, cut});
        if (m.error || m.spent)
            break;
        if (e && (e < s + i || e > m.end))
            abort();
        for (size_t k = 0; e && k < m.captures; k++) {
            if (m.capture[k].p < s || m.capture[k].p > m.end)
                abort();
            if (m.capture[k].n < IPR_PATTERN_POSITION && m.capture[k].p + m.capture[k].n > m.end)
                abort();
        }
    }
    free(p);
    free(s);
    return 0;
}
