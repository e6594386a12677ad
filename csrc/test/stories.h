/* SPDX-License-Identifier: MIT
 * stories.h: every allocation of a room fails once: alone, and with all after it.
 *
 * A room's story builds what the room offers and asks it something. It answers out_of_memory
 * or, where the refused request could be done without, what it answers otherwise; it leaves no
 * block behind, and frees each under the size it asked for. Used by the test_faults_*.c.
 */
#ifndef IPR_STORIES_H
#define IPR_STORIES_H

#include "../core/str.h"
#include "faults.h"
#include "test.h"

#define S(x) IPR_STR(x)

/* Goes on while nothing failed; a status the story does not expect ends it as well. */
#define TRY(st, call) ((st) = (st) ? (st) : (call))

static inline ipr_status have(const void *p)
{
    return p ? IPR_OK : IPR_ENOMEM;
}

static inline ipr_status full(const ipr_buf *b)
{
    return b->failed ? IPR_ENOMEM : IPR_OK;
}

/* From here on memory is to be had again. */
static inline void mend(ipr_env *env)
{
    ((faults *)env->ud)->at = 0;
}

typedef struct story {
    const char *name;
    ipr_status (*run)(ipr_env *env);
} story;

/* One run with the n-th request refused; returns the requests it made. */
static inline size_t run_once(const story *s, size_t n, bool lasting)
{
    faults f = {.at = n, .lasting = lasting};
    ipr_env env;
    ipr_env_init(&env);
    env.alloc = faults_alloc;
    env.ud = &f;
    ipr_status st = s->run(&env);
    bool well = f.denied ? st == IPR_OK || st == IPR_ENOMEM : st == IPR_OK;
    if (!well || f.blocks || f.wrong)
        printf("  %s, request %zu: %s, %zu blocks left, %zu wrong sizes\n", s->name, n,
               ipr_status_code(st), f.blocks, f.wrong);
    CHECK(well && !f.blocks && !f.wrong);
    return f.asked;
}

/* Refuses every request of every story in turn. With any argument it says how many. */
static inline int run_stories(const story *stories, size_t n, int argc)
{
    size_t tried = 0;
    int failed = 0;
    for (size_t i = 0; i < n; i++) {
        test_failed = 0;
        size_t total = run_once(&stories[i], 0, false);
        for (size_t at = 1; at <= total; at++, tried += 2) {
            run_once(&stories[i], at, false);
            run_once(&stories[i], at, true);
        }
        if (test_failed)
            printf("FAILED %s\n", stories[i].name);
        failed += test_failed != 0;
    }
    if (argc > 1)
        printf("%zu allocations refused\n", tried);
    printf("%d passed, %d failed\n", (int)n - failed, failed);
    return failed != 0;
}

#endif
