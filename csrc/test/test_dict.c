/* SPDX-License-Identifier: MIT
 * test_dict.c: words and terms, whole words and scripts without blanks. */
#include "../core/dict.h"
#include "test.h"

static ipr_env env;

static ipr_str str(const char *s)
{
    return (ipr_str){s, strlen(s)};
}

/* The hits of all terms in text, as "id:surface|…". */
static const char *hits(const char *const *terms, const char *text)
{
    static char out[1000];
    ipr_dict *d = ipr_dict_new(&env);
    for (uint32_t i = 0; terms[i]; i++)
        CHECK(ipr_dict_add(d, str(terms[i]), 7, i) == IPR_OK);
    CHECK(ipr_dict_seal(d) == IPR_OK);
    ipr_text t;
    ipr_words w;
    ipr_text_init(&t, &env);
    ipr_words_init(&w, &env);
    CHECK(ipr_text_fold(&t, str(text), IPR_VIEW_PLAIN) == IPR_OK);
    CHECK(ipr_words_split(&w, &t) == IPR_OK);
    ipr_dict_hit h[32];
    size_t n = ipr_dict_find(d, &t, &w, h, 32), at = 0;
    for (size_t i = 0; i < n; i++)
        at += (size_t)snprintf(out + at, sizeof out - at, "%s%u:%.*s", i ? "|" : "", h[i].id,
                               (int)(h[i].end - h[i].start), text + h[i].start);
    out[at] = 0;
    ipr_words_fini(&w);
    ipr_text_fini(&t);
    ipr_dict_free(d);
    return out;
}

#define HITS(text, want, ...)                                                                      \
    CHECK_STR(str(hits((const char *const[]){__VA_ARGS__, NULL}, text)), want)

static void whole_words(void)
{
    HITS("A super clone, superb", "1:super clone|0:super", "super", "super clone");
    HITS("SUPER-CLONE", "0:SUPER-CLONE", "super clone");
    HITS("superclone", "", "super clone");
    HITS("Réplica exacta", "0:Réplica", "replica");
    HITS("aaa aaa", "0:aaa|0:aaa", "aaa");
}

static void signs_count(void)
{
    HITS("quality 1:1 watch", "0:1:1", "1:1");
    HITS("quality 1：1 watch", "0:1：1", "1:1");
    HITS("sizes 1 1 2", "", "1:1");
    HITS("grade A+ only, grade A", "0:A+|1:A|1:A", "A+", "a");
    HITS("#rep", "0:#rep", "#rep");
    HITS("rep", "", "#rep");
}

static void scripts_without_blanks(void)
{
    HITS("高仿耐克鞋", "0:高仿|1:耐克", "高仿", "耐克");
    HITS("全新A货包", "0:A货", "A货");
    HITS("全新AA货包", "", "A货");
    HITS("スーパーコピー品", "0:スーパーコピー|1:コピー", "スーパーコピー", "コピー");
    HITS("명품레플리카 가방", "0:레플리카", "레플리카");
    HITS("ساعة والتقليد", "0:تقليد", "تقليد");
    HITS("ของก๊อปเกรดเอ", "0:ก๊อปเกรดเอ", "ก๊อปเกรดเอ");
    HITS("路易·威登包", "0:路易·威登", "路易威登");
    HITS("ルイ・ヴィトン", "0:ルイ・ヴィトン", "ルイ・ヴィトン");
    HITS("홍콩  명품", "0:홍콩  명품", "홍콩 명품");
}

static void refuses_what_it_cannot_hold(void)
{
    ipr_dict *d = ipr_dict_new(&env);
    CHECK(ipr_dict_add(d, str("  "), 0, 0) == IPR_EEMPTY);
    CHECK(ipr_dict_add(d, str("!?"), 0, 0) == IPR_EEMPTY);
    CHECK(ipr_dict_add(d, str("a b c d e f g h i j k l m n o p q"), 0, 0) == IPR_ELIMIT);
    CHECK(ipr_dict_count(d) == 0);
    ipr_dict_free(d);
}

static void many_terms(void)
{
    ipr_dict *d = ipr_dict_new(&env);
    char term[40];
    for (uint32_t i = 0; i < 20000; i++) {
        snprintf(term, sizeof term, "w%u x%u", i % 200, i);
        CHECK(ipr_dict_add(d, str(term), 0, i) == IPR_OK);
    }
    CHECK(ipr_dict_seal(d) == IPR_OK && ipr_dict_count(d) == 20000);
    ipr_text t;
    ipr_words w;
    ipr_text_init(&t, &env);
    ipr_words_init(&w, &env);
    ipr_text_fold(&t, str("w7 x4207 w7 x4208"), IPR_VIEW_PLAIN);
    ipr_words_split(&w, &t);
    ipr_dict_hit h[4];
    CHECK(ipr_dict_find(d, &t, &w, h, 4) == 1 && h[0].id == 4207);
    ipr_words_fini(&w);
    ipr_text_fini(&t);
    ipr_dict_free(d);
}

static const test_case TESTS[] = {
    {"whole words", whole_words},
    {"signs count", signs_count},
    {"scripts without blanks", scripts_without_blanks},
    {"refuses what it cannot hold", refuses_what_it_cannot_hold},
    {"many terms", many_terms},
};

int main(void)
{
    ipr_env_init(&env);
    return test_main(TESTS, sizeof TESTS / sizeof *TESTS);
}
