/* SPDX-License-Identifier: MIT
 * test_fold_ref.c: the plain view against utf8proc, code point by code point.
 *
 * utf8proc is looked for at run time (Debian: libutf8proc2); without it the test says so and
 * passes. Where we differ on purpose: vowel signs and voicing marks stay, all format characters
 * go (utf8proc drops only the default-ignorable ones), and U+037A keeps the iota that NFKC_Casefold
 * gives it. */
#include "../core/fold.h"
#include "test.h"

#include <dlfcn.h>
#include <stdlib.h>

enum {
    STABLE = 1 << 1,
    COMPAT = 1 << 2,
    COMPOSE = 1 << 3,
    IGNORE = 1 << 5,
    CASEFOLD = 1 << 10,
    STRIPMARK = 1 << 13
};

typedef ptrdiff_t (*map_fn)(const uint8_t *, ptrdiff_t, uint8_t **, int);
typedef int (*category_fn)(int32_t);

static map_fn map;
static category_fn category;

static bool find_utf8proc(void)
{
    void *lib = dlopen("libutf8proc.so.2", RTLD_NOW);
    if (!lib)
        return false;
    *(void **)&map = dlsym(lib, "utf8proc_map");
    *(void **)&category = dlsym(lib, "utf8proc_category");
    return map && category;
}

enum { CATEGORY_MN = 6, CATEGORY_MC = 7, CATEGORY_ME = 8, CATEGORY_CF = 27 };

/* Does our table keep a mark of this text that utf8proc would strip? */
static bool keeps_marks(ipr_str s)
{
    uint32_t cp;
    for (const char *p = s.p, *end = s.p + s.n; p < end;) {
        p += ipr_utf8_next(p, end, &cp);
        int c = category((int32_t)cp);
        if (c >= CATEGORY_MN && c <= CATEGORY_ME && !(ipr_fold_of(cp)->flags & IPR_CH_MARK))
            return true;
    }
    return false;
}

static void compare(ipr_text *t, ipr_buf *b, uint32_t cp, int *compared)
{
    uint8_t *decomposed = NULL, *want = NULL;
    b->n = 0;
    ipr_utf8_put(b, cp);
    ptrdiff_t n = map((const uint8_t *)b->p, (ptrdiff_t)b->n, &decomposed,
                      STABLE | COMPAT | IGNORE | CASEFOLD | 1 << 4);
    bool skip = n < 0 || keeps_marks((ipr_str){(const char *)decomposed, (size_t)n});
    n = map((const uint8_t *)b->p, (ptrdiff_t)b->n, &want,
            STABLE | COMPAT | COMPOSE | IGNORE | CASEFOLD | STRIPMARK);
    if (!skip && n >= 0) {
        ++*compared;
        ipr_text_fold(t, ipr_buf_str(b), IPR_VIEW_PLAIN);
        bool same = t->n == (size_t)n && (n == 0 || memcmp(t->p, want, (size_t)n) == 0);
        if (!same)
            printf("  U+%04X: ours \"%.*s\", utf8proc \"%.*s\"\n", (unsigned)cp, (int)t->n, t->p,
                   (int)n, (const char *)want);
        CHECK(same);
    }
    free(decomposed);
    free(want);
}

static void as_utf8proc(void)
{
    ipr_env env;
    ipr_env_init(&env);
    ipr_text t;
    ipr_buf b;
    int compared = 0;
    if (!find_utf8proc()) {
        printf("  skipped: libutf8proc.so.2 is not installed\n");
        return;
    }
    ipr_text_init(&t, &env);
    ipr_buf_init(&b, &env);
    for (uint32_t cp = 1; cp < 0x30000; cp++)
        if (cp != 0x37A && (cp < 0xD800 || cp > 0xDFFF) && category((int32_t)cp) > 0 &&
            category((int32_t)cp) != CATEGORY_CF)
            compare(&t, &b, cp, &compared);
    CHECK(compared > 100000);
    ipr_buf_fini(&b);
    ipr_text_fini(&t);
}

static const test_case TESTS[] = {{"the plain view is utf8proc's", as_utf8proc}};

TEST_MAIN(TESTS)
