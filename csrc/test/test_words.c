/* SPDX-License-Identifier: MIT
 * test_words.c: splitting against one character at a time, on every path. */
#include "../core/words.h"
#include "test.h"

static ipr_env env;
static uint32_t seed = 3;

static uint32_t dice(uint32_t n)
{
    seed = seed * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)seed * n) >> 32);
}

/* Letters, separators and marks of one to four bytes; letters mostly. */
static size_t make(char *to, size_t n)
{
    static const char *const some[] = {"a", "z", "7", "ß", "я", "中", "ק", "𝼀", "ي",
                                       " ", "-", "_", "—", "🔥", "。", "·", "\x01"};
    size_t len = 0, letters = 1 + dice(40);
    for (size_t i = 0; i < n; i++) {
        const char *s = dice((uint32_t)letters) ? some[dice(9)] : some[dice(17)];
        if (i > n / 2 && letters > 20)
            s = some[dice(3)]; /* long runs of ASCII too */
        memcpy(to + len, s, strlen(s));
        len += strlen(s);
    }
    return len;
}

/* The words of t one character at a time; returns how many there are. */
static size_t plain(const ipr_text *t, ipr_word *out)
{
    size_t n = 0, step;
    bool inside = false;
    for (size_t i = 0; i <= t->n; i += step) {
        uint32_t cp = ' ';
        step = i < t->n ? ipr_utf8_next(t->p + i, t->p + t->n, &cp) : 1;
        bool word = (cp >= 'a' && cp <= 'z') || (cp >= '0' && cp <= '9') ||
                    (cp >= 0x80 && (ipr_fold_of(cp)->flags & IPR_CH_WORD));
        if (word && !inside)
            out[n].start = (uint32_t)i;
        if (!word && inside)
            out[n++].end = (uint32_t)i;
        inside = word;
    }
    return n;
}

static void check_split(const ipr_text *t, ipr_cpu cpu, size_t max)
{
    static ipr_word want[2000];
    ipr_env e = env;
    e.cpu = cpu;
    e.limits.max_tokens = max;
    ipr_words w;
    ipr_words_init(&w, &e);
    size_t n = plain(t, want);
    CHECK(ipr_words_split(&w, t) == (n > max ? IPR_ELIMIT : IPR_OK));
    CHECK(w.n == (n > max ? max : n));
    for (size_t i = 0; i < w.n; i++) {
        char other[600];
        size_t len = want[i].end - want[i].start;
        memset(other, (int)i, sizeof other); /* what stands behind a word is no part of it */
        memcpy(other, t->p + want[i].start, len);
        CHECK(w.v[i].start == want[i].start && w.v[i].end == want[i].end);
        CHECK(w.v[i].hash == ipr_hash_padded(e.seed, other, len));
    }
    ipr_words_fini(&w);
}

static void paths_agree(void)
{
    static const size_t max[] = {20000, 20000, 1, 7, 31, 33};
    char src[600];
    ipr_text t;
    ipr_text_init(&t, &env);
    for (int round = 0; round < 4000; round++) {
        size_t n = make(src, dice(140));
        CHECK(ipr_text_fold(&t, (ipr_str){src, n}, IPR_VIEW_PLAIN) == IPR_OK);
        for (size_t k = 0; k < sizeof max / sizeof *max; k++) {
            check_split(&t, IPR_CPU_SCALAR, max[k]);
            check_split(&t, env.cpu, max[k]);
        }
    }
    ipr_text_fini(&t);
}

static void hashes_differ(void)
{
    char a[20] = "aaaaaaaaaaaaaaaaaaa", b[20] = "aaaaaaaaaaaaaaaaaaa";
    for (size_t n = 1; n < sizeof a; n++) {
        CHECK(ipr_hash_padded(1, a, n) != ipr_hash_padded(1, a, n - 1));
        CHECK(ipr_hash_padded(1, a, n) != ipr_hash_padded(2, a, n));
        b[n - 1] = 'b';
        CHECK(ipr_hash_padded(1, a, n) != ipr_hash_padded(1, b, n));
        b[n - 1] = 'a';
    }
}

static const test_case TESTS[] = {
    {"every path splits as one character at a time does", paths_agree},
    {"each byte and the length count in a hash", hashes_differ},
};

int main(void)
{
    ipr_env_init(&env);
    return test_main(TESTS, sizeof TESTS / sizeof *TESTS);
}
