/* SPDX-License-Identifier: MIT
 * test_json.c: the pull reader's tokens, refusals with their offsets, strings. */
#include "../core/json.h"
#include "test.h"

static ipr_env env;

/* Writes one letter a token: o { c } a [ e ] k key s string n number t f 0; or '!'
 * and the offset for an error. */
static const char *walk(const char *text)
{
    static char out[256];
    static const char letters[] = ".0tfnskocae";
    ipr_json j;
    ipr_json_token tok;
    ipr_err err;
    size_t n = 0;
    ipr_json_init(&j, &env, (ipr_str){text, strlen(text)});
    for (;;) {
        if (ipr_json_next(&j, &tok, &err)) {
            snprintf(out + n, sizeof out - n, "!%zu", err.offset);
            return out;
        }
        out[n++] = letters[tok.kind];
        out[n] = '\0';
        if (tok.kind == IPR_JSON_END)
            return out;
    }
}

static void reads_values(void)
{
    static const char *const cases[][2] = {
        {"{}", "oc."},
        {" [ ] ", "ae."},
        {"null", "0."},
        {"\"x\"", "s."},
        {"-1.5e+3", "n."},
        {"{\"a\":[1,true,{\"b\":null}],\"c\":false}", "okantok0ceokfc."},
        {"[[[]],[]]", "aaaeeaee."},
        {"[1 , 2]", "anne."}};
    CHECK(strcmp(walk(cases[5][0]), "okantok0cekfc.") == 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (i != 5)
            CHECK(strcmp(walk(cases[i][0]), cases[i][1]) == 0);
}

static void refuses_with_offset(void)
{
    static const char *const cases[][2] = {{"", "!0"},
                                           {"{", "o!1"},
                                           {"[1,]", "an!3"},
                                           {"{\"a\"}", "o!4"},
                                           {"{a:1}", "o!1"},
                                           {"01", "!0"},
                                           {"1.", "!2"},
                                           {"\"\\x\"", "!2"},
                                           {"\"\\u12g4\"", "!2"},
                                           {"[1 2]", "an!3"},
                                           {"1 1", "n!2"},
                                           {"tru", "!0"},
                                           {"\"a", "!2"},
                                           {"\"a\nb\"", "!2"},
                                           {"[}", "a!1"},
                                           {"{\"a\":1,}", "okn!7"},
                                           {"+1", "!0"},
                                           {"]", "!0"},
                                           {"'a'", "!0"},
                                           {"[1}", "an!2"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CHECK(strcmp(walk(cases[i][0]), cases[i][1]) == 0);
        if (strcmp(walk(cases[i][0]), cases[i][1]) != 0)
            printf("    %s gave %s\n", cases[i][0], walk(cases[i][0]));
    }
}

static void depth_is_limited(void)
{
    char deep[400];
    memset(deep, '[', 200);
    deep[200] = '\0';
    const char *got = walk(deep);
    CHECK(strlen(got) == 128 + 4 && strcmp(got + 128, "!128") == 0);
}

static void check_text(const char *json, const char *want)
{
    ipr_json j;
    ipr_json_token tok;
    ipr_buf b;
    ipr_buf_init(&b, &env);
    ipr_json_init(&j, &env, (ipr_str){json, strlen(json)});
    CHECK(ipr_json_next(&j, &tok, NULL) == IPR_OK);
    ipr_json_text(&b, &tok);
    CHECK_STR(ipr_buf_str(&b), want);
    ipr_buf_fini(&b);
}

static void unescapes(void)
{
    check_text("\"a\\n\\t\\\"\\\\\\/\\u00e9\"", "a\n\t\"\\/\xC3\xA9");
    check_text("\"\\ud83d\\ude00\"", "\xF0\x9F\x98\x80");
    check_text("\"\\ud83dx\"", "\xEF\xBF\xBDx");
    check_text("\"\\ud83d\\u0041\"", "\xEF\xBF\xBD"
                                     "A");
    check_text("\"\\ude00\"", "\xEF\xBF\xBD");
    check_text("\"plain\"", "plain");
}

static void check_put(ipr_str s, const char *want)
{
    ipr_buf b;
    ipr_buf_init(&b, &env);
    ipr_json_put(&b, s);
    CHECK_STR(ipr_buf_str(&b), want);
    ipr_buf_fini(&b);
}

static void escapes(void)
{
    check_put(IPR_STR("a\"b\\c\n\x01\x7F"), "\"a\\\"b\\\\c\\n\\u0001\\u007f\"");
    check_put(IPR_STR("\xC3\xA9\xFF"), "\"\xC3\xA9\xEF\xBF\xBD\"");
    check_put(IPR_STR("a\0b"), "\"a\\u0000b\"");
    check_put((ipr_str){NULL, 0}, "\"\"");
}

/* A byte that is written otherwise, or read otherwise, at each place of texts of each length. */
static void finds_a_byte_at_any_place(void)
{
    static const char *const special[] = {"\"", "\\", "\n", "\x1F", "\x7F", "\xFF", "~", " "};
    static const char *const written[] = {"\\\"",    "\\\\",         "\\n", "\\u001f",
                                          "\\u007f", "\xEF\xBF\xBD", "~",   " "};
    static const char as[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    char text[128], want[128];
    for (int n = 0; n < 40; n++)
        for (int i = 0; i <= n; i++)
            for (size_t k = 0; k < sizeof special / sizeof *special; k++) {
                snprintf(text, sizeof text, "%.*s%s%.*s", i, as, special[k], n - i, as);
                snprintf(want, sizeof want, "\"%.*s%s%.*s\"", i, as, written[k], n - i, as);
                check_put((ipr_str){text, (size_t)n + 1}, want);
                if (special[k][0] != '\xFF')
                    check_text(want, text);
            }
}

static void skips_whole_values(void)
{
    ipr_json j;
    ipr_json_token tok;
    ipr_json_init(&j, &env, IPR_STR("{\"a\":[1,{\"b\":[]}],\"c\":2}"));
    ipr_json_next(&j, &tok, NULL);
    ipr_json_next(&j, &tok, NULL);
    ipr_json_next(&j, &tok, NULL);
    CHECK(tok.kind == IPR_JSON_OPEN_ARRAY && ipr_json_skip(&j, &tok, NULL) == IPR_OK);
    CHECK(ipr_json_next(&j, &tok, NULL) == IPR_OK && tok.kind == IPR_JSON_KEY);
    CHECK_STR(tok.raw, "c");
}

/* Passes over the first value of a text; token by token where `slow`. Gives where the reader then
 * stands, how deep, and the error. */
static size_t pass_first(ipr_str text, bool slow, size_t *depth, ipr_err *err)
{
    ipr_json j;
    ipr_json_token tok;
    *err = (ipr_err){0};
    ipr_json_init(&j, &env, text);
    if (ipr_json_next(&j, &tok, err) == IPR_OK) {
        size_t before = j.depth;
        if (!slow)
            ipr_json_skip(&j, &tok, err);
        while (slow && j.depth && j.depth >= before && ipr_json_next(&j, &tok, err) == IPR_OK)
            ;
    }
    if (err->code == IPR_OK)
        ipr_json_next(&j, &tok, err); /* the end, or what follows */
    *depth = j.depth;
    return (size_t)(j.p - j.begin);
}

static bool skip_agrees(ipr_str text)
{
    ipr_err a, b;
    size_t depth_a, depth_b, at_a = pass_first(text, false, &depth_a, &a),
                             at_b = pass_first(text, true, &depth_b, &b);
    return at_a == at_b && depth_a == depth_b && a.code == b.code &&
           (a.code == IPR_OK || (a.offset == b.offset && !strcmp(a.message, b.message)));
}

/* Every text of one wrong byte, and every text cut short. */
static void skips_what_it_would_read(void)
{
    static const char good[] =
        "[ {\"a\\u00e9\" : [1,-2.5e+3 , {}] ,\"\\n\":{\"b\":null}},[ ],true,false]";
    static const char others[] = "[]{},:\"\\ 0-.eunx\n\xC3";
    char text[sizeof good];
    size_t n = sizeof good - 1, bad = 0;
    CHECK(skip_agrees((ipr_str){good, n}));
    for (size_t i = 0; i < n; i++) {
        bad += !skip_agrees((ipr_str){good, i});
        for (size_t k = 0; k < sizeof others; k++) {
            memcpy(text, good, sizeof good);
            text[i] = others[k];
            bad += !skip_agrees((ipr_str){text, n});
        }
    }
    CHECK(bad == 0);
}

static void skips_as_deep_as_it_reads(void)
{
    char deep[402];
    for (size_t n = 1; n <= 200; n++) {
        memset(deep, '[', n);
        memset(deep + n, ']', n);
        CHECK(skip_agrees((ipr_str){deep, 2 * n}));
    }
}

static const test_case tests[] = {
    {"reads values token by token", reads_values},
    {"refuses what is not JSON, with the offset", refuses_with_offset},
    {"nesting is limited", depth_is_limited},
    {"unescapes strings", unescapes},
    {"escapes strings, cleans UTF-8", escapes},
    {"finds what is written otherwise at any place", finds_a_byte_at_any_place},
    {"skips whole values", skips_whole_values},
    {"skips what it would read, and nothing else", skips_what_it_would_read},
    {"skips as deep as it reads", skips_as_deep_as_it_reads},
};

int main(void)
{
    ipr_env_init(&env);
    return test_main(tests, sizeof tests / sizeof *tests);
}
