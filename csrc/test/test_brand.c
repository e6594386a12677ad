/* SPDX-License-Identifier: MIT
 * test_brand.c: every trick by name and class, the guards, several brands, odd input. */
#include "../core/brand.h"
#include "test.h"

#include <stdlib.h>

static ipr_env env;
static ipr_lexicon *lex;
static ipr_brand_scratch *scratch;

static const char BRANDS[] = "brand\tcategory\thigh_risk\taliases\tzh\tru\tcodewords\n"
                             "Nike\tsportswear\t1\tAir Max|AF1\t耐克\tНайк\t\n"
                             "Gucci\tluxury\t1\tGG\t古驰\tГуччи\tdouble g bag\n"
                             "Louis Vuitton\tluxury\t1\tLV|Vuitton\t路易威登\t\tLYU\n"
                             "Polo Ralph Lauren\tfashion\t1\tRalph Lauren\t\t\t\n"
                             "Birkenstock\tfootwear\t1\t\t勃肯\t\t\n"
                             "Apple\telectronics\t1\tiPhone\t苹果\t\t\n"
                             "Coach\tfashion\t1\t\t蔻驰\t\t\n"
                             "Hugo Boss\tfashion\t1\tBOSS\t\t\t\n"
                             "Samsung\telectronics\t1\t\t三星\t\t\n"
                             "Montblanc\tluxury\t1\t\t\t\t\n"
                             "Pink\tfashion\t0\t\t\t\t\n"
                             "Waama Jewels\tjewellery\t0\t\t\t\t\n";
static const char WORDS[] = "apple\ncoach\nboss\npink\ntour\nday\nticket\njuice\nshirt\nblue\nbag\n"
                            "Hugo\nRalph\npolo\nair\nmax\ncase\nnew\nshoes\nHugo\nVictor\n";
static const char GOODS[] =
    "for\tfor\ncompatible\tfits\nwith\twith\nnot\tnot\nby\tby\nyour\tfiller\n"
    "bag\tbag\nshirt\twear\ncharger\ttech\n=fashion\twear bag\n"
    "=luxury\tbag\n=electronics\ttech\n";

static ipr_str str(const char *s)
{
    return (ipr_str){s, s ? strlen(s) : 0};
}

/* "brand/trick/class/surface" of the listing's brand, or "-" and the others after ";". */
static const char *found(const char *title, const char *description, const char *brand)
{
    static char out[600];
    ipr_brand_found f;
    const ipr_str fields[3] = {str(title), str(description), str(brand)};
    CHECK(ipr_brand_find(lex, scratch, fields[0], fields[1], fields[2], &f) == IPR_OK);
    int at = f.named ? 0 : snprintf(out, sizeof out, "-");
    for (size_t i = 0; i < f.n; i++) {
        const ipr_brand_hit *h = &f.hits[i];
        ipr_str name = ipr_lexicon_brand(lex, h->brand).name;
        at += snprintf(out + at, sizeof out - (size_t)at, "%s%.*s/%s/%s/%.*s", at ? ";" : "",
                       (int)name.n, name.p, ipr_trick_name(h->trick), ipr_trick_class_name(h->cls),
                       (int)(h->end - h->start), fields[h->field].p + h->start);
    }
    out[at] = 0;
    return out;
}

#define FOUND(title, want) CHECK_STR(str(found(title, NULL, NULL)), want)

static void ordinary_writing(void)
{
    FOUND("Nike shoes", "Nike/plain/ordinary/Nike");
    FOUND("NIKE shoes", "Nike/case/ordinary/NIKE");
    FOUND("AF1 low", "Nike/alias/ordinary/AF1");
    FOUND("耐克跑鞋", "Nike/transliteration/ordinary/耐克");
    FOUND("Кроссовки Найк", "Nike/transliteration/ordinary/Найк");
    FOUND("Ваама джевелс", "Waama Jewels/transliteration/ordinary/Ваама джевелс");
    FOUND("Mont Blanc pen", "Montblanc/spacing/ordinary/Mont Blanc");
    FOUND("LouisVuitton bag", "Louis Vuitton/spacing/ordinary/LouisVuitton");
    FOUND("Louis-Vuitton bag", "Louis Vuitton/punctuation/ordinary/Louis-Vuitton");
    FOUND("正品 Ｎｉｋｅ 鞋", "Nike/full_width/ordinary/Ｎｉｋｅ");
}

static void evasions(void)
{
    FOUND("N1ke shoes", "Nike/leet/evasion/N1ke");
    FOUND("Nіkе shoes", "Nike/homoglyph/evasion/Nіkе");
    FOUND("Ν і к е shoes", "Nike/homoglyph/evasion/Ν і к е");
    FOUND("N\u200bi\u00adke", "Nike/zero_width/evasion/N\u200bi\u00adke");
    FOUND("Ｎiｋe", "Nike/full_width/evasion/Ｎiｋe");
    FOUND("N i k e shoes", "Nike/spacing/evasion/N i k e");
    FOUND("Polo Ralph L a u r e n", "Polo Ralph Lauren/spacing/evasion/Polo Ralph L a u r e n");
    FOUND("N.i.k.e shoes", "Nike/punctuation/evasion/N.i.k.e");
    FOUND("Brknstck clogs", "Birkenstock/vowel_drop/evasion/Brknstck");
    FOUND("LYU bag", "Louis Vuitton/codeword/evasion/LYU");
    FOUND("🅽🅸🅺🅴 🔥", "Nike/homoglyph/evasion/🅽🅸🅺🅴");
    FOUND("L V bag", "Louis Vuitton/spacing/evasion/L V");
}

static void slips(void)
{
    FOUND("Guccci bag", "Gucci/repeat/slip/Guccci");
    FOUND("Birkenstok clogs", "Birkenstock/deletion/slip/Birkenstok");
    FOUND("Birkentsock", "Birkenstock/transposition/slip/Birkentsock");
    FOUND("Birkensto", "Birkenstock/truncation/slip/Birkensto");
    FOUND("Birkenstrock", "Birkenstock/insertion/slip/Birkenstrock");
    FOUND("Birkenstack", "Birkenstock/substitution/slip/Birkenstack");
    FOUND("Polo Ralp Lauren", "Polo Ralph Lauren/truncation/slip/Polo Ralp Lauren");
    CHECK_STR(str(found("Birkenstok clogs", "by Birkenstock", NULL)),
              "Birkenstock/plain/ordinary/Birkenstock");
    CHECK_STR(str(found("Birkenstok clogs", NULL, "Birkenstock")),
              "Birkenstock/plain/ordinary/Birkenstock");
}

static void guards(void)
{
    FOUND("Coach tour day ticket", "-");
    FOUND("Coach leather bag", "Coach/plain/ordinary/Coach");
    FOUND("apple juice", "-");
    FOUND("Apple charger", "Apple/plain/ordinary/Apple");
    FOUND("Pink shirt", "-");
    CHECK_STR(str(found("Pink shirt", NULL, "Pink")), "Pink/plain/ordinary/Pink");
    FOUND("Case for iPhone", "-;Apple/alias/ordinary/iPhone");
    FOUND("Case compatible with Samsung", "-;Samsung/plain/ordinary/Samsung");
    FOUND("适用于三星 手机壳", "-;Samsung/transliteration/ordinary/三星");
    FOUND("not Gucci", "-;Gucci/plain/ordinary/Gucci");
    FOUND("LV", "Louis Vuitton/alias/ordinary/LV");
    FOUND("lv 3 pvc pipe", "-");
    FOUND("snicker bars", "-");
}

static void several_brands(void)
{
    FOUND("Gucci Nike bag", "Gucci/plain/ordinary/Gucci;Nike/plain/ordinary/Nike");
    FOUND("Hugo Boss shirt", "Hugo Boss/plain/ordinary/Hugo Boss");
    FOUND("Nike case for Samsung", "Nike/plain/ordinary/Nike;Samsung/plain/ordinary/Samsung");
}

static void odd_input(void)
{
    FOUND("", "-");
    FOUND("\xff\xfe\xc3", "-");
    FOUND("Ni\xffke", "Nike/punctuation/evasion/Ni\xffke");
    static char big[1 << 20];
    static const char *const fills[] = {"a ", "i", "Nike ", "N.",       "\u0301",
                                        "l1", "г", "耐",    "G u c c ", "-"};
    for (size_t k = 0; k < sizeof fills / sizeof *fills; k++) {
        size_t n = strlen(fills[k]);
        for (size_t i = 0; i + n < sizeof big; i += n)
            memcpy(big + i, fills[k], n);
        ipr_brand_found f;
        ipr_str text = {big, (sizeof big - 1) / n * n};
        ipr_status st = ipr_brand_find(lex, scratch, text, text, text, &f);
        CHECK(st == IPR_OK || (st == IPR_ELIMIT && text.n / 2 > env.limits.max_tokens));
    }
}

static void lists_with_faults(void)
{
    ipr_lexicon *l = ipr_lexicon_new(&env);
    ipr_err err = {0};
    CHECK(ipr_lexicon_read(l, str("name\tkey\nNike\tnike\n"), &err) == IPR_EHEADER);
    CHECK(ipr_lexicon_read(l, str("brand\nNike\n\n \t\nNIKE\nNike\n"), &err) == IPR_OK);
    CHECK(ipr_lexicon_count(l) == 1);
    CHECK(ipr_lexicon_read(l, str("brand\tkey\nGucci\tx\n\tempty\n"), &err) == IPR_ELIST);
    CHECK(err.line == 3);
    ipr_lexicon_free(l);
}

static void a_hundred_thousand_brands(void)
{
    ipr_buf b;
    ipr_buf_init(&b, &env);
    ipr_buf_adds(&b, "brand\n");
    uint32_t seed = 1;
    for (int i = 0; i < 100000; i++) {
        for (int k = 0; k < 8; k++) {
            seed = seed * 1664525u + 1013904223u;
            ipr_buf_addc(&b, (char)('a' + (seed >> 24) % 26));
        }
        ipr_buf_addc(&b, '\n');
    }
    ipr_lexicon *l = ipr_lexicon_new(&env);
    CHECK(ipr_lexicon_read(l, ipr_buf_str(&b), NULL) == IPR_OK);
    CHECK(ipr_lexicon_seal(l) == IPR_OK && ipr_lexicon_count(l) == 100000);
    ipr_brand_found f;
    ipr_str name = {b.p + 6 + 9 * 777, 8}, none = {NULL, 0};
    CHECK(ipr_brand_find(l, scratch, name, none, none, &f) == IPR_OK && f.named);
    ipr_lexicon_free(l);
    ipr_buf_fini(&b);
}

static const test_case TESTS[] = {
    {"ordinary writing", ordinary_writing},
    {"evasions", evasions},
    {"slips", slips},
    {"guards", guards},
    {"several brands", several_brands},
    {"odd input", odd_input},
    {"lists with faults", lists_with_faults},
    {"a hundred thousand brands", a_hundred_thousand_brands},
};

int main(void)
{
    ipr_env_init(&env);
    lex = ipr_lexicon_new(&env);
    scratch = ipr_brand_scratch_new(&env);
    CHECK(ipr_lexicon_read_words(lex, str(WORDS)) == IPR_OK);
    CHECK(ipr_lexicon_read_goods(lex, str(GOODS), NULL) == IPR_OK);
    CHECK(ipr_lexicon_read(lex, str(BRANDS), NULL) == IPR_OK);
    CHECK(ipr_lexicon_seal(lex) == IPR_OK);
    int bad = test_main(TESTS, sizeof TESTS / sizeof *TESTS);
    ipr_brand_scratch_free(scratch);
    ipr_lexicon_free(lex);
    return bad;
}
