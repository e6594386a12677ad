/* SPDX-License-Identifier: MIT
 * test_spell.c: the partition search against the distance to every word. */
#include "../core/spell.h"
#include "test.h"

#include <stdlib.h>

static ipr_env env;
static ipr_cpu best;

static size_t distance(const char *a, size_t n, const char *b, size_t m)
{
    size_t row[40];
    for (size_t j = 0; j <= m; j++)
        row[j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t d = corner + (a[i - 1] != b[j - 1]);
            corner = row[j];
            d = row[j] + 1 < d ? row[j] + 1 : d;
            row[j] = row[j - 1] + 1 < d ? row[j - 1] + 1 : d;
        }
    }
    return row[m];
}

static uint32_t dice(uint32_t n)
{
    static uint32_t seed = 7;
    seed = seed * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)seed * n) >> 32);
}

/* 2 is counted with a where a word has either twice (bag_of in spell.c). */
static const char LETTERS[] = "ab27";

static size_t make(char *w, size_t least, size_t most)
{
    size_t n = least + dice((uint32_t)(most - least + 1));
    for (size_t i = 0; i < n; i++)
        w[i] = LETTERS[dice(4)];
    return n;
}

/* A few letters of w changed, put in or left out. */
static size_t spoil(char *w, size_t n)
{
    for (uint32_t k = dice(4); k > 0; k--) {
        size_t i = dice((uint32_t)n);
        switch (dice(3)) {
        case 0:
            w[i] = LETTERS[dice(4)];
            break;
        case 1:
            memmove(w + i + 1, w + i, n - i);
            n++;
            break;
        default:
            memmove(w + i, w + i + 1, n - i - 1);
            n--;
        }
    }
    return n;
}

static void compare_on(ipr_cpu cpu)
{
    enum { WORDS = 400, QUERIES = 4000 };
    static char word[WORDS][32], q[40];
    static size_t len[WORDS];
    size_t found = 0;
    env.cpu = cpu;
    ipr_spell *s = ipr_spell_new(&env);
    for (size_t i = 0; i < WORDS; i++) {
        len[i] = make(word[i], 5, i % 2 ? 10 : 26);
        CHECK(ipr_spell_add(s, (ipr_str){word[i], len[i]}) == IPR_OK);
    }
    CHECK(ipr_spell_seal(s) == IPR_OK);
    for (size_t i = 0; i < QUERIES; i++) {
        size_t n;
        if (i % 2) {
            size_t k = dice(WORDS);
            memcpy(q, word[k], len[k]);
            n = spoil(q, len[k]);
        } else {
            n = make(q, 5, 24);
        }
        bool want = false;
        for (size_t k = 0; k < WORDS && n >= 5 && n <= 24; k++)
            want = want || distance(q, n, word[k], len[k]) <= (n < 8 ? 1u : 2u);
        CHECK(ipr_spell_near(s, (ipr_str){q, n}) == want);
        found += want;
    }
    CHECK(found > QUERIES / 10 && found < QUERIES * 9 / 10); /* both answers were tried */
    ipr_spell_free(s);
}

static void finds_what_comparing_all_finds(void)
{
    for (int cpu = (int)best; cpu >= 0; cpu--)
        compare_on((ipr_cpu)cpu);
    env.cpu = best;
}

static void takes_words_only(void)
{
    ipr_spell *s = ipr_spell_new(&env);
    CHECK(ipr_spell_add(s, IPR_STR("nike")) == IPR_OK); /* too short to be filed */
    CHECK(ipr_spell_add(s, IPR_STR("caf\xC3\xA9s")) == IPR_OK);
    CHECK(ipr_spell_add(s, IPR_STR("rolex")) == IPR_OK);
    CHECK(!ipr_spell_near(s, IPR_STR("rolax"))); /* not sealed */
    CHECK(ipr_spell_seal(s) == IPR_OK);
    CHECK(ipr_spell_near(s, IPR_STR("rolex")));
    CHECK(ipr_spell_near(s, IPR_STR("rollex")));
    CHECK(!ipr_spell_near(s, IPR_STR("rol")));
    CHECK(!ipr_spell_near(s, IPR_STR("nikes")));
    CHECK(!ipr_spell_near(s, IPR_STR("cafes")));
    CHECK(!ipr_spell_near(s, IPR_STR("r\xC3\xB6lex")));
    ipr_spell_free(s);
}

static void an_empty_list_has_nothing_near(void)
{
    ipr_spell *s = ipr_spell_new(&env);
    CHECK(ipr_spell_seal(s) == IPR_OK);
    CHECK(!ipr_spell_near(s, IPR_STR("rolex")));
    ipr_spell_free(s);
}

static const test_case TESTS[] = {
    {"finds what comparing with every word finds", finds_what_comparing_all_finds},
    {"takes words of letters and digits only", takes_words_only},
    {"an empty list has nothing near", an_empty_list_has_nothing_near},
};

int main(void)
{
    ipr_env_init(&env);
    env.seed = 99;
    best = env.cpu;
    return test_main(TESTS, sizeof TESTS / sizeof *TESTS);
}
