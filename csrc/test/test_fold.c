/* SPDX-License-Identifier: MIT
 * test_fold.c: the views, their offsets, and the ASCII paths against each other. */
#include "../core/fold.h"
#include "test.h"

static ipr_env env;

static ipr_str view(ipr_text *t, const char *s, ipr_view v)
{
    CHECK(ipr_text_fold(t, (ipr_str){s, strlen(s)}, v) == IPR_OK);
    return (ipr_str){t->p, t->n};
}

static void views_of_one_text(void)
{
    static const struct {
        const char *src, *plain, *skeleton, *leet, *joined;
    } cases[] = {
        {"Nike Air", "nike air", "nike air", "nike air", "nike air"},
        {"Ｇｕｃｃｉ", "gucci", "gucci", "gucci", "gucci"},
        {"N\u200bi\u00adke", "nike", "nike", "nike", "nike"},
        {"Нermès", "нermes", "hermes", "hermes", "hermes"},
        {"\u039d\u0456\u043a\u0435", "\u03bd\u0456\u043a\u0435", "nike", "nike", "nike"},
        {"STRASSE straße", "strasse strasse", "strasse strasse", "strasse strasse",
         "strasse strasse"},
        {"N1ke @didas 100 ml", "n1ke @didas 100 ml", "n1ke @didas 100 ml", "nike adidas 100 ml",
         "nike adidas 100 ml"},
        {"Ｇ-u.C c i", "g-u.c c i", "g-u.c c i", "g-u.c c i", "gucci"},
        {"耐克 ﾊﾞｯｸﾞ", "耐克 バッグ", "耐克 バッグ", "耐克 バッグ", "耐克 バッグ"},
        {"กระเป๋า", "กระเป๋า", "กระเป๋า", "กระเป๋า", "กระเป๋า"},
        {"a\xff"
         "b",
         "a\uFFFD"
         "b",
         "a\uFFFD"
         "b",
         "a\uFFFD"
         "b",
         "a\uFFFD"
         "b"},
        {"size A B, n 1 k e: n.I,k e x yz", "size a b, n 1 k e: n.i,k e x yz",
         "size a b, n 1 k e: n.i,k e x yz", "size a b, n 1 k e: n.i,k e x yz",
         "size abn 1 kenikex yz"},
    };
    ipr_text t;
    ipr_text_init(&t, &env);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CHECK_STR(view(&t, cases[i].src, IPR_VIEW_PLAIN), cases[i].plain);
        CHECK_STR(view(&t, cases[i].src, IPR_VIEW_SKELETON), cases[i].skeleton);
        CHECK_STR(view(&t, cases[i].src, IPR_VIEW_LEET), cases[i].leet);
        CHECK_STR(view(&t, cases[i].src, IPR_VIEW_JOINED), cases[i].joined);
    }
    ipr_text_fini(&t);
}

static void spans_lead_back(void)
{
    static const char src[] = "x N\u200bi\u0301k\u00ade\u0301! y";
    ipr_text t;
    ipr_text_init(&t, &env);
    ipr_str v = view(&t, src, IPR_VIEW_PLAIN);
    CHECK_STR(v, "x nike! y");
    uint32_t a, b;
    ipr_text_span(&t, 2, 6, &a, &b);
    CHECK_STR(((ipr_str){src + a, b - a}), "N\u200bi\u0301k\u00ade\u0301");
    view(&t, "Nike", IPR_VIEW_PLAIN);
    CHECK(t.direct);
    ipr_text_span(&t, 1, 3, &a, &b);
    CHECK(a == 1 && b == 3);
    ipr_text_fini(&t);
}

/* Every byte value at every place of shifted blocks: the paths give the same. */
static void ascii_paths_agree(void)
{
    ipr_env full;
    ipr_env_init(&full);
    char src[200], one[200], two[200];
    uint32_t seed = 7;
    for (int round = 0; round < 20000; round++) {
        size_t shift = (size_t)round % 64, n = (seed >> 8) % 130;
        for (size_t i = 0; i < n; i++) {
            seed = seed * 1103515245u + 12345u;
            src[shift + i] = (char)(seed >> 16 & (round % 5 ? 0x7F : 0xFF));
        }
        memset(one, 1, sizeof one);
        memset(two, 1, sizeof two);
        size_t a = ipr_fold_ascii(IPR_CPU_SCALAR, one, src + shift, n);
        size_t b = ipr_fold_ascii(full.cpu, two, src + shift, n);
        CHECK(a == b && memcmp(one, two, a) == 0);
    }
}

static void marks_are_linear(void)
{
    static char text[40001];
    ipr_text t;
    ipr_text_init(&t, &env);
    text[0] = 'n';
    for (int i = 0; i < 10000; i++)
        memcpy(text + 1 + 2 * i, "\u0301", 2);
    memcpy(text + 20001, "ike", 4);
    CHECK_STR(view(&t, text, IPR_VIEW_JOINED), "nike");
    uint32_t a, b;
    ipr_text_span(&t, 0, 1, &a, &b);
    CHECK(a == 0 && b == 20001);
    ipr_text_fini(&t);
}

/* What may read otherwise as leet: every path says the same of texts of every length, and where
 * it says no, the joined view is the skeleton. */
static void leet_is_seen_on_every_path(void)
{
    static const char letters[] = "aaabz   3!.-";
    ipr_cpu best = env.cpu;
    ipr_text t, joined;
    uint32_t seed = 5;
    int no = 0;
    ipr_text_init(&t, &env);
    ipr_text_init(&joined, &env);
    for (int i = 0; i < 40000; i++) {
        char text[64];
        size_t n = (size_t)i % sizeof text;
        uint32_t most = i % 3 ? 12 : 8; /* the last are signs */
        for (size_t k = 0; k < n; k++) {
            seed = seed * 1664525u + 1013904223u;
            text[k] = letters[(seed >> 16) % most];
        }
        CHECK(ipr_text_fold(&t, (ipr_str){text, n}, IPR_VIEW_SKELETON) == IPR_OK);
        CHECK(ipr_text_fold(&joined, (ipr_str){text, n}, IPR_VIEW_JOINED) == IPR_OK);
        env.cpu = IPR_CPU_SCALAR;
        bool has = ipr_text_has_leet(&t);
        env.cpu = best;
        CHECK(ipr_text_has_leet(&t) == has);
        CHECK(has || ipr_str_eq((ipr_str){t.p, t.n}, (ipr_str){joined.p, joined.n}));
        no += !has;
    }
    CHECK(no > 1000 && no < 39000); /* both answers were given */
    ipr_text_fini(&t);
    ipr_text_fini(&joined);
}

static void memory_can_fail(void)
{
    ipr_env tight;
    ipr_env_init(&tight);
    tight.alloc = NULL;
    ipr_text t;
    ipr_text_init(&t, &tight);
    CHECK(ipr_text_fold(&t, (ipr_str){"", 0}, IPR_VIEW_PLAIN) == IPR_OK);
    CHECK(t.n == 0);
}

static const test_case TESTS[] = {
    {"views of one text", views_of_one_text},
    {"spans lead back to the source", spans_lead_back},
    {"ASCII paths agree", ascii_paths_agree},
    {"leet is seen on every path", leet_is_seen_on_every_path},
    {"10,000 marks are linear", marks_are_linear},
    {"empty text needs no memory", memory_can_fail},
};

int main(void)
{
    ipr_env_init(&env);
    return test_main(TESTS, sizeof TESTS / sizeof *TESTS);
}
