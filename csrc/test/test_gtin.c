/* SPDX-License-Identifier: MIT
 * test_gtin.c: check digits, prefixes and damaged numbers. */
#include "../core/gtin.h"
#include "test.h"

static void states(void)
{
    static const struct {
        const char *text;
        ipr_gtin_state state;
        bool check_ok;
        const char *key;
    } cases[] = {
        {"4006381333931", IPR_GTIN_OK, true, "04006381333931"},
        {" 400-6381 333931 ", IPR_GTIN_OK, true, "04006381333931"},
        {"036000291452", IPR_GTIN_OK, true, "00036000291452"},
        {"73513537", IPR_GTIN_OK, true, "00000073513537"},
        {"10614141000415", IPR_GTIN_OK, true, "10614141000415"},
        {"04252614", IPR_GTIN_OK, true, "00042100005264"},
        {"01234565", IPR_GTIN_RESTRICTED, true, "00000001234565"},
        {"4006381333932", IPR_GTIN_CHECK, false, ""},
        {"7351353", IPR_GTIN_LENGTH, false, ""},
        {"978020137962", IPR_GTIN_LENGTH, false, ""},
        {"000123456789050", IPR_GTIN_LENGTH, false, ""},
        {"does not apply", IPR_GTIN_EMPTY, false, ""},
        {"", IPR_GTIN_EMPTY, false, ""},
        {"4.00638E+12", IPR_GTIN_DAMAGED, false, ""},
        {"'4006381333931", IPR_GTIN_DAMAGED, false, ""},
        {"4006381333931.0", IPR_GTIN_DAMAGED, false, ""},
        {"B00ABCDEFG", IPR_GTIN_TEXT, false, ""},
        {"4O06381333931", IPR_GTIN_TEXT, false, ""},
        {"-4006381333931", IPR_GTIN_TEXT, false, ""},
        {"0000000000000", IPR_GTIN_ZERO, true, "00000000000000"},
        {"2000000000015", IPR_GTIN_RESTRICTED, true, "02000000000015"},
        {"0200000000011", IPR_GTIN_RESTRICTED, true, "00200000000011"},
        {"200000000011", IPR_GTIN_RESTRICTED, true, "00200000000011"},
        {"9990000000012", IPR_GTIN_COUPON, true, "09990000000012"},
        {"9500000000013", IPR_GTIN_OK, true, "09500000000013"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ipr_gtin g = ipr_gtin_check((ipr_str){cases[i].text, strlen(cases[i].text)});
        if (g.state != cases[i].state || strcmp(g.key, cases[i].key))
            printf("  %s: %s %s\n", cases[i].text, ipr_gtin_state_name(g.state), g.key);
        CHECK(g.state == cases[i].state && g.check_ok == cases[i].check_ok);
        CHECK(strcmp(g.key, cases[i].key) == 0);
    }
}

static void one_wrong_digit_is_seen(void)
{
    char good[] = "4006381333931";
    for (size_t i = 0; i < 13; i++) {
        char was = good[i];
        for (char c = '0'; c <= '9'; c++) {
            good[i] = c;
            CHECK(ipr_gtin_check((ipr_str){good, 13}).check_ok == (c == was));
        }
        good[i] = was;
    }
}

static const test_case tests[] = {
    {"numbers, fillers, damage and prefixes are told apart", states},
    {"one wrong digit is always seen", one_wrong_digit_is_seen},
};
TEST_MAIN(tests)
