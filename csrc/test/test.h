/* SPDX-License-Identifier: MIT
 * test.h: the smallest harness for C tests of the core without Lua.
 *
 * A test file has static functions without arguments, a table TESTS of
 * { "what holds", function }, and `TEST_MAIN(TESTS)`. Each prints one line; the
 * last line of the program is "N passed, N failed".
 */
#ifndef IPR_TEST_H
#define IPR_TEST_H

#include <stdio.h>
#include <string.h>

typedef struct test_case {
    const char *name;
    void (*run)(void);
} test_case;

static int test_failed; /* checks failed in the running test */

#define CHECK(cond)                                                                                \
    do {                                                                                           \
        if (!(cond)) {                                                                             \
            test_failed++;                                                                         \
            printf("  %s:%d: not so: %s\n", __FILE__, __LINE__, #cond);                            \
        }                                                                                          \
    } while (0)

#define CHECK_STR(got, want)                                                                       \
    do {                                                                                           \
        ipr_str g_ = (got);                                                                        \
        const char *w_ = (want);                                                                   \
        if (g_.n != strlen(w_) || (g_.n && memcmp(g_.p, w_, g_.n) != 0)) {                         \
            test_failed++;                                                                         \
            printf("  %s:%d: got \"%.*s\", want \"%s\"\n", __FILE__, __LINE__, (int)g_.n,          \
                   g_.p ? g_.p : "", w_);                                                          \
        }                                                                                          \
    } while (0)

static inline int test_main(const test_case *tests, size_t n)
{
    int passed = 0, failed = 0;
    for (size_t i = 0; i < n; i++) {
        test_failed = 0;
        tests[i].run();
        if (test_failed)
            printf("FAILED %s\n", tests[i].name);
        test_failed ? failed++ : passed++;
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}

#define TEST_MAIN(tests)                                                                           \
    int main(void)                                                                                 \
    {                                                                                              \
        return test_main(tests, sizeof(tests) / sizeof *(tests));                                  \
    }

#endif
