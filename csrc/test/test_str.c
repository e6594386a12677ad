/* SPDX-License-Identifier: MIT
 * test_str.c: views, buffers, the arena, UTF-8. */
#include "../core/utf8.h"
#include "test.h"

static void buffers_grow(void)
{
    ipr_env env;
    ipr_env_init(&env);
    ipr_buf b;
    ipr_buf_init(&b, &env);
    for (int i = 0; i < 1000; i++)
        ipr_buf_addint(&b, i - 500);
    CHECK(b.n > 2000 && !b.failed);
    CHECK(memcmp(b.p, "-500-499", 8) == 0);
    ipr_buf_fini(&b);
    ipr_buf_addint(&b, INT64_MIN);
    CHECK_STR(ipr_buf_str(&b), "-9223372036854775808");
    ipr_buf_fini(&b);
}

static void *no_memory(void *ud, void *p, size_t o, size_t n)
{
    (void)ud, (void)p, (void)o, (void)n;
    return NULL;
}

static void failure_is_sticky(void)
{
    ipr_env env;
    ipr_env_init(&env);
    env.alloc = no_memory;
    ipr_buf b;
    ipr_buf_init(&b, &env);
    ipr_buf_adds(&b, "x");
    CHECK(b.failed && b.n == 0);
    ipr_arena a;
    ipr_arena_init(&a, &env);
    CHECK(ipr_arena_dup(&a, "x", 1) == NULL);
    ipr_arena_fini(&a);
}

static void arena_pieces_stay(void)
{
    ipr_env env;
    ipr_env_init(&env);
    ipr_arena a;
    ipr_arena_init(&a, &env);
    char *first = ipr_arena_dup(&a, "first", 5);
    for (int i = 0; i < 5000; i++)
        memset(ipr_arena_alloc(&a, 37), i, 37);
    CHECK(strcmp(first, "first") == 0);
    CHECK(ipr_arena_alloc(&a, 3 << 20) != NULL);
    ipr_arena_reset(&a);
    CHECK(ipr_arena_alloc(&a, 8) != NULL);
    ipr_arena_fini(&a);
}

static void utf8_by_the_table(void)
{
    static const struct {
        const char *text;
        size_t good;
    } cases[] = {
        {"plain", 5},        {"\xC3\xA9", 2},         {"\xC0\x80", 0},         {"a\xE0\x80\x80", 1},
        {"\xED\xA0\x80", 0}, {"\xF0\x9F\x98\x80", 4}, {"\xF4\x90\x80\x80", 0}, {"ab\xE4\xB8", 2},
        {"12345678\xFF", 8}, {"\xEF\xBF\xBF", 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK(ipr_utf8_check((ipr_str){cases[i].text, strlen(cases[i].text)}) == cases[i].good);
}

static void utf8_cleans_by_maximal_prefix(void)
{
    ipr_env env;
    ipr_env_init(&env);
    ipr_buf b;
    ipr_buf_init(&b, &env);
    ipr_utf8_clean(&b, IPR_STR("a\xE4\xB8z\xF0\x80\x80x\xC3"));
    CHECK_STR(ipr_buf_str(&b), "a\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDx\xEF\xBF\xBD");
    ipr_buf_fini(&b);
    uint32_t cp;
    const char *s = "x\xE4\xB8\xAD";
    CHECK(ipr_utf8_prev(s, s + 4, &cp) == 3 && cp == 0x4E2D);
    CHECK(ipr_utf8_prev(s, s + 3, &cp) == 2 && cp == IPR_CP_BAD);
}

static void counts_what_is_no_text(void)
{
    static const struct {
        ipr_str text;
        size_t bad;
    } cases[] = {{{NULL, 0}, 0},
                 {IPR_STR("caf\xC3\xA9 \xF0\x9F\x98\x80"), 0},
                 {IPR_STR("caf\xE9: \0 \xFF\xFE"), 4},
                 {IPR_STR("\x80\x80\xE9\x80\xE9\x80\x80\xBF\xE9\x80"), 4},
                 {IPR_STR("\0\0"), 2},
                 {IPR_STR("\xED\xA0\x80\xC0\xAF\xF5\x80\x80\x80"), 3}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK(ipr_utf8_bad(cases[i].text) == cases[i].bad);
}

static void hashes_use_seed_and_length(void)
{
    CHECK(ipr_hash(1, "abc", 3) != ipr_hash(2, "abc", 3));
    CHECK(ipr_hash(1, "abc\0", 4) != ipr_hash(1, "abc", 3));
    CHECK(ipr_hash(1, "12345678", 8) != ipr_hash(1, "12345679", 8));
}

static const test_case tests[] = {
    {"buffers grow and write integers", buffers_grow},
    {"running out of memory is sticky", failure_is_sticky},
    {"arena pieces stay where they are", arena_pieces_stay},
    {"UTF-8 is checked by table 3-7", utf8_by_the_table},
    {"UTF-8 is cleaned by maximal prefixes", utf8_cleans_by_maximal_prefix},
    {"counts what is no text", counts_what_is_no_text},
    {"hashes depend on seed and length", hashes_use_seed_and_length},
};
TEST_MAIN(tests)
