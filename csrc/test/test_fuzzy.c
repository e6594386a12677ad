/* SPDX-License-Identifier: MIT
 * test_fuzzy.c: the delete index against every pair of words, relations by name, sounds. */
#include "../core/fuzzy.h"
#include "../core/letters.h"
#include "../core/sound.h"
#include "test.h"

static ipr_env env;

static size_t cps(const char *s, uint32_t *out)
{
    size_t n = 0;
    for (const char *end = s + strlen(s); s < end; n++)
        s += ipr_utf8_next(s, end, &out[n]);
    return n;
}

static ipr_relation relation(const char *text, const char *word)
{
    uint32_t t[40], w[40];
    size_t n = cps(text, t);
    return ipr_fuzzy_relation(t, n, w, cps(word, w));
}

static void relations(void)
{
    CHECK(relation("guci", "gucci") == IPR_REL_DELETION);
    CHECK(relation("gucic", "gucci") == IPR_REL_TRANSPOSITION);
    CHECK(relation("gucxci", "gucci") == IPR_REL_INSERTION);
    CHECK(relation("gocci", "gucci") == IPR_REL_SUBSTITUTION);
    CHECK(relation("burberr", "burberry") == IPR_REL_TRUNCATION);
    CHECK(relation("birkensto", "birkenstock") == IPR_REL_TRUNCATION);
    CHECK(relation("brbrry", "burberry") == IPR_REL_VOWEL_DROP);
    CHECK(relation("prd", "prada") == IPR_REL_VOWEL_DROP);
    CHECK(relation("gucci", "gucci") == IPR_REL_NONE);
    CHECK(relation("gicco", "gucci") == IPR_REL_NONE);
    CHECK(relation("bur", "burberry") == IPR_REL_NONE);
}

/* Random words over few letters: the index finds exactly what comparing all pairs finds. */
static void finds_what_brute_force_finds(void)
{
    enum { WORDS = 300 };
    static uint32_t words[WORDS][10];
    static size_t len[WORDS];
    uint32_t seed = 5;
    ipr_fuzzy *f = ipr_fuzzy_new(&env);
    for (uint32_t i = 0; i < WORDS; i++) {
        len[i] = 4 + i % 6;
        for (size_t k = 0; k < len[i]; k++) {
            seed = seed * 1664525u + 1013904223u;
            words[i][k] = 'a' + (seed >> 24) % 5;
        }
        CHECK(ipr_fuzzy_add(f, words[i], len[i], i) == IPR_OK);
    }
    CHECK(ipr_fuzzy_seal(f) == IPR_OK);
    for (uint32_t i = 0; i < WORDS; i++) {
        ipr_near near[WORDS];
        size_t n = ipr_fuzzy_find(f, words[i], len[i], near, WORDS), want = 0;
        for (uint32_t k = 0; k < WORDS; k++)
            want += ipr_fuzzy_relation(words[i], len[i], words[k], len[k]) != IPR_REL_NONE;
        CHECK(n == want);
    }
    ipr_fuzzy_free(f);
}

static bool sounds_alike(const char *a, const char *b)
{
    uint32_t x[40], y[40];
    char p[80], q[80];
    size_t n = ipr_sound_of(x, cps(a, x), false, p);
    for (int soft = 0; soft < 2; soft++)
        if (ipr_sound_of(y, cps(b, y), soft, q) == n && memcmp(p, q, n) == 0)
            return n > 0;
    return false;
}

static void sounds(void)
{
    CHECK(sounds_alike("латтафа", "lattafa"));
    CHECK(sounds_alike("ваамаджевелс", "waamajewels"));
    CHECK(sounds_alike("биркеншток", "birkenshtock"));
    CHECK(sounds_alike("филипс", "philips"));
    CHECK(sounds_alike("сиско", "cisco"));
    CHECK(!sounds_alike("прада", "puma"));
}

static void letters_and_tokens(void)
{
    ipr_letters l;
    ipr_letters_init(&l, &env);
    static const char text[] = "  ByVERSACE Нike\u200bЯ 1-2 鞋LV™";
    CHECK(ipr_letters_read(&l, (ipr_str){text, sizeof text - 1}) == IPR_OK);
    static const struct {
        uint32_t n;
        uint8_t gap;
    } want[] = {{2, IPR_GAP_EDGE},  {7, IPR_GAP_CAMEL}, {4, IPR_GAP_BLANK}, {1, IPR_GAP_CAMEL},
                {1, IPR_GAP_BLANK}, {1, IPR_GAP_SOFT},  {1, IPR_GAP_BLANK}, {2, IPR_GAP_CAMEL}};
    CHECK(l.ntok == sizeof want / sizeof *want);
    for (size_t i = 0; i < l.ntok && i < sizeof want / sizeof *want; i++) {
        CHECK(l.tok[i].end - l.tok[i].first == want[i].n);
        CHECK(l.tok[i].gap == want[i].gap);
    }
    CHECK(l.solid && l.cyrillic && l.tok[1].capitals && !l.tok[0].capitals);
    uint32_t a, b;
    ipr_letters_span(&l, l.tok[2].first, l.tok[2].end, &a, &b);
    CHECK_STR(((ipr_str){text + a, b - a}), "Нike");
    CHECK(l.v[l.tok[2].first].look == 'h' && l.v[l.tok[2].first].cp == 0x43D);
    ipr_letters_fini(&l);
}

static const test_case TESTS[] = {
    {"relations", relations},
    {"the index finds what brute force finds", finds_what_brute_force_finds},
    {"sounds", sounds},
    {"letters and tokens", letters_and_tokens},
};

int main(void)
{
    ipr_env_init(&env);
    return test_main(TESTS, sizeof TESTS / sizeof *TESTS);
}
