/* SPDX-License-Identifier: MIT
 * test_decimal.c: reading and writing of doubles, against the C library (in the
 * C locale) as the independent reference. */
#include "../core/decimal.h"
#include "test.h"

#include <math.h>
#include <stdlib.h>

static ipr_env env;

static uint64_t state = 88172645463325252u;

static uint64_t next_random(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    return state ^= state << 17;
}

static double from_bits(uint64_t bits)
{
    double v;
    memcpy(&v, &bits, sizeof v);
    return v;
}

static bool parses_like_libc(const char *text)
{
    double got = 0, want = strtod(text, NULL);
    ipr_err err;
    if (ipr_decimal_parse((ipr_str){text, strlen(text)}, &got, &err) != IPR_OK)
        return false;
    return memcmp(&got, &want, sizeof got) == 0;
}

static void reads_hard_numbers(void)
{
    static const char *const cases[] = {
        "0",
        "-0",
        "1045",
        "0.1",
        "1e22",
        "1e23",
        "9007199254740993",
        "9007199254740992.5",
        "2.2250738585072011e-308",
        "2.2250738585072012e-308",
        "4.9406564584124654e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "1.7976931348623157e308",
        "1.7976931348623159e308",
        "1e400",
        "1e-400",
        "123456789012345678901234567890",
        "0.000000000000000000000000000000000000000123456789012345678901234567890",
        "8.5E+3",
        "3.0e-5",
        "6929495644600919.5",
        "3.2378839133029012895883524125015321748630e-19",
        "1.00000000000000011102230246251565404236316680908203125",
        "1.00000000000000011102230246251565404236316680908203124",
        "1.00000000000000011102230246251565404236316680908203126"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CHECK(parses_like_libc(cases[i]));
        if (!parses_like_libc(cases[i]))
            printf("    %s\n", cases[i]);
    }
}

static void reads_long_digit_strings(void)
{
    char text[3100];
    memset(text, '7', 3000);
    strcpy(text + 3000, "e-2900");
    CHECK(parses_like_libc(text));
    memset(text, '0', 3000);
    text[0] = '1', text[1] = '.', text[2999] = '1';
    strcpy(text + 3000, "e10");
    CHECK(parses_like_libc(text));
    strcpy(text, "0.");
    memset(text + 2, '0', 2000);
    strcpy(text + 2002, "5e2000");
    CHECK(parses_like_libc(text));
}

static void refuses_what_is_no_number(void)
{
    static const struct {
        const char *text;
        size_t offset;
    } cases[] = {{"", 0},   {"-", 1},     {".5", 2},   {"5.", 2},  {"1e", 2},  {"1e+", 3},
                 {"1x", 1}, {"1.2.3", 3}, {"0x10", 1}, {"inf", 0}, {"1,5", 1}, {" 1", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double v = 42;
        ipr_err err = {0};
        ipr_str s = {cases[i].text, strlen(cases[i].text)};
        CHECK(ipr_decimal_parse(s, &v, &err) == IPR_ENUMBER && v == 42);
        CHECK(err.offset == cases[i].offset);
    }
}

static bool round_trips(double v)
{
    ipr_buf b;
    char text[64];
    ipr_buf_init(&b, &env);
    ipr_decimal_put(&b, v);
    memcpy(text, b.p, b.n);
    text[b.n] = '\0';
    double back = strtod(text, NULL);
    size_t digits = 0, best = 17;
    for (size_t i = 0; i < b.n && text[i] != 'e'; i++)
        digits += text[i] >= '0' && text[i] <= '9' && (text[i] != '0' || digits);
    for (int p = 1; p <= 17; p++) {
        char libc[64];
        snprintf(libc, sizeof libc, "%.*e", p - 1, v);
        if (strtod(libc, NULL) == v) {
            best = (size_t)p;
            break;
        }
    }
    while (digits > best && text[strcspn(text, "e") - 1] == '0' && !strchr(text, '.'))
        digits--, text[strcspn(text, "e") - 1] = 'e';
    ipr_buf_fini(&b);
    return back == v && digits <= best;
}

static void writes_shortest_that_reads_back(void)
{
    static const double cases[] = {0.1,
                                   0.96,
                                   1045,
                                   5e-324,
                                   2.2250738585072014e-308,
                                   1.7976931348623157e308,
                                   9007199254740993.0,
                                   1e21,
                                   1e23,
                                   123456.789,
                                   0.000001,
                                   1e-7,
                                   4.35,
                                   0.3,
                                   2.0 / 3,
                                   1e17,
                                   1e16,
                                   9.5367431640625e-7,
                                   4503599627370496.5,
                                   9.999999999999999e22};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK(round_trips(cases[i]));
    int bad = 0;
    for (int i = 0; i < 100000; i++) {
        double v = fabs(from_bits(next_random()));
        if (!isnan(v) && !isinf(v) && v != 0)
            bad += !round_trips(v);
        bad += !round_trips((double)(next_random() % 100000000) / 1000 + 0.001);
    }
    CHECK(bad == 0);
}

static void reads_random_decimals_like_libc(void)
{
    int bad = 0;
    for (int i = 0; i < 100000; i++) {
        char text[80];
        snprintf(text, sizeof text, "%llu%llu.%llue%d", (unsigned long long)(next_random() % 1000),
                 (unsigned long long)next_random(), (unsigned long long)next_random(),
                 (int)(next_random() % 640) - 340);
        bad += !parses_like_libc(text);
    }
    CHECK(bad == 0);
}

static void check_put(double v, const char *want)
{
    ipr_buf b;
    ipr_buf_init(&b, &env);
    ipr_decimal_put(&b, v);
    CHECK_STR(ipr_buf_str(&b), want);
    ipr_buf_fini(&b);
}

static void writes_plain_forms(void)
{
    check_put(0.96, "0.96");
    check_put(-1045, "-1045");
    check_put(0, "0");
    check_put(-0.0, "0");
    check_put(1e300, "1e+300");
    check_put(2.5e-7, "2.5e-7");
    check_put(12345678901234567.0, "12345678901234568");
    check_put(NAN, "null");
    check_put(HUGE_VAL, "null");
    check_put(0.000149, "0.000149");
}

static void check_fixed(double v, int places, const char *want)
{
    ipr_buf b;
    ipr_buf_init(&b, &env);
    ipr_decimal_fixed(&b, v, places);
    CHECK_STR(ipr_buf_str(&b), want);
    ipr_buf_fini(&b);
}

static void rounds_half_away_from_zero(void)
{
    check_fixed(2.5, 0, "3");
    check_fixed(-2.5, 0, "-3");
    check_fixed(1.005, 2, "1.01");
    check_fixed(0.049, 1, "0.0");
    check_fixed(0.05, 1, "0.1");
    check_fixed(9.999, 2, "10.00");
    check_fixed(0.5, 0, "1");
    check_fixed(0.4, 0, "0");
    check_fixed(-0.4, 0, "0");
    check_fixed(1045, 2, "1045.00");
    check_fixed(0, 2, "0.00");
    check_fixed(0.001, 2, "0.00");
    check_fixed(1e20, 0, "100000000000000000000");
    check_fixed(0.95, 1, "1.0");
    check_fixed(0.005, 2, "0.01");
}

static void writes_thousandths(void)
{
    static const struct {
        int64_t v;
        const char *want;
    } cases[] = {{2500, "2.5"}, {-1000, "-1"},  {0, "0"},
                 {1, "0.001"},  {-50, "-0.05"}, {12340, "12.34"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ipr_buf b;
        ipr_buf_init(&b, &env);
        ipr_decimal_milli(&b, cases[i].v);
        CHECK_STR(ipr_buf_str(&b), cases[i].want);
        ipr_buf_fini(&b);
    }
}

static const test_case tests[] = {
    {"reads hard numbers as the C library does", reads_hard_numbers},
    {"reads thousands of digits", reads_long_digit_strings},
    {"reads 100,000 random decimals as the C library does", reads_random_decimals_like_libc},
    {"refuses what is no number, with the offset", refuses_what_is_no_number},
    {"writes the shortest decimal that reads back", writes_shortest_that_reads_back},
    {"writes plain and exponent forms", writes_plain_forms},
    {"rounds half away from zero", rounds_half_away_from_zero},
    {"writes thousandths", writes_thousandths},
};

int main(void)
{
    ipr_env_init(&env);
    return test_main(tests, sizeof tests / sizeof *tests);
}
