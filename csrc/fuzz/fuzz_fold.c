/* SPDX-License-Identifier: MIT
 * fuzz_fold.c: any bytes fold to valid UTF-8 in every view, with offsets that lie on the source's
 * characters and never go back; scalar and vector paths give the same; words lie inside. */
#include "fuzz.h"
#include "../core/words.h"

static void check_view(const ipr_text *t, const ipr_words *w)
{
    check(ipr_utf8_check((ipr_str){t->p, t->n}) == t->n);
    for (size_t i = 0; i < t->n; i++) {
        uint32_t a, b;
        ipr_text_span(t, i, i + 1, &a, &b);
        check(a < b && b <= t->src.n);
        check(t->direct || i == 0 || t->at[i] >= t->at[i - 1]);
    }
    for (size_t i = 0; i < w->n; i++)
        check(w->v[i].start < w->v[i].end && w->v[i].end <= t->n);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    ipr_env fast, slow;
    ipr_env_init(&fast);
    slow = fast;
    slow.cpu = IPR_CPU_SCALAR;
    if (n == 0 || n > 4096)
        return 0;
    char *copy = malloc(n + 1);
    memcpy(copy, data, n);
    ipr_str src = {copy, n};
    for (int view = 0; view < IPR_VIEW_COUNT; view++) {
        ipr_text a, b;
        ipr_words w;
        ipr_text_init(&a, &fast);
        ipr_text_init(&b, &slow);
        ipr_words_init(&w, &fast);
        check(ipr_text_fold(&a, src, (ipr_view)view) == IPR_OK);
        check(ipr_text_fold(&b, src, (ipr_view)view) == IPR_OK);
        check(a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0));
        check(ipr_words_split(&w, &a) == IPR_OK);
        check_view(&a, &w);
        ipr_words_fini(&w);
        ipr_text_fini(&a);
        ipr_text_fini(&b);
    }
    free(copy);
    return 0;
}
