/* SPDX-License-Identifier: MIT
 * test_trap.c: numbers that are no values, one way a text: each sign and each word beside a number
 * that lets a question be asked (trap_ask.c) has a text that fails without it. */
#include "../core/quantity.h"
#include "test.h"

static ipr_env env;
static ipr_pack pack;
static ipr_segment segment;

static void add(const char *word, uint64_t roles, uint16_t also)
{
    ipr_entry *e = ipr_pack_entry(&pack, (ipr_str){word, strlen(word)});
    CHECK(e != NULL);
    if (!e)
        return;
    e->roles = roles;
    e->also = also;
}

static void make_pack(void)
{
    ipr_env_init(&env);
    CHECK(!ipr_pack_init(&pack, &env));
    add("art", IPR_ROLE(REF), 0);
    add("and", IPR_ROLE(AND), 0);
    add("or", IPR_ROLE(OR), 0);
    add("to", IPR_ROLE(TO), 0);
    add("of", IPR_ROLE(OF), 0);
    add("is", IPR_ROLE(AUX), 0);
    add("between", IPR_ROLE(BETWEEN), 0);
    add("dec", IPR_ROLE(MONTH), 0);
    add("old", IPR_ROLE(NOISE), 0);
    add("\xE5\x8F\xB7", IPR_ROLE(NOISE), 0); /* 号 */
    add("areas", IPR_ROLE(NAME), 0);
    add("\xE5\x9F\x9F", IPR_ROLE(NAME), 0); /* 域 */
    add("thousand", IPR_ROLE(SCALE), 0);
    add("pcs", IPR_ROLE(COUNTER), 0);
    add("%", IPR_ROLE(PERCENT), 0);
    add("\xC3\x97", IPR_ROLE(TIMES), 0); /* × */
    add("under", IPR_ROLE(LT), 0);
    add("most", IPR_ROLE(LE), 0);
    add("staff", 0, IPR_ALSO_BOUNDS);
    add("means", 0, IPR_ALSO_DEFINES);
    add("owner", 0, IPR_ALSO_PERSON);
    CHECK(!ipr_pack_seal(&pack));
}

/* The numbers of a text that are left as values, with a blank behind each. */
static const char *left(const char *text, size_t n)
{
    static char out[256];
    size_t pos = 0, at = 0;
    CHECK(ipr_segment_next(&pack, (ipr_str){text, n}, &pos, &segment));
    ipr_trap_mark(&pack, (ipr_str){text, n}, &segment);
    for (size_t i = 0; i < segment.n; i++) {
        const ipr_token *t = &segment.tok[i];
        if (t->kind != IPR_T_NUM || t->flags & IPR_F_TRAP)
            continue;
        memcpy(out + at, text + t->start, t->end - t->start);
        at += t->end - t->start;
        out[at++] = ' ';
    }
    out[at] = 0;
    return out;
}

#define LONG "the work that was done with all those who came along so far "
#define LDQUO "\xE2\x80\x9C"
#define RDQUO "\xE2\x80\x9D"
#define DASH "\xE2\x80\x93"

static void what_stands_beside_a_number_takes_it(void)
{
    static const struct {
        const char *text, *left;
    } cases[] = {
        {"they sold 40 fakes", "40 "},
        /* a raised mark */
        {"they sold fakes.5 who is 40", "40 "},
        {"they sold fakes,5 who is 40", "40 "},
        {"they sold fakes;5 who is 40", "40 "},
        {"they sold fakes!5 who is 40", "40 "},
        {"they sold fakes?5 who is 40", "40 "},
        {"they sold fakes'5 who is 40", "40 "},
        {"they sold fakes\"5 who is 40", "40 "},
        {"they sold fakes" RDQUO "5 who is 40", "40 "},
        {"they (sold fakes)5 who is 40", "40 "},
        {"they [sold fakes]5 who is 40", "40 "},
        /* chains */
        {"see 3.1.2 who is 40", "40 "},
        {"from 9:30 who is 40", "40 "},
        {"line 608/2013 who is 40", "40 "},
        {"ring 1-800-555% who is 40", "40 "},
        {"ring 1" DASH "800" DASH "555 who is 40", "40 "},
        {"ring 555 0142 2880 who is 40", "40 "},
        {"ring 555-0142 who is 40", "40 "},
        {"ring (5) 5551 who is 40", "40 "},
        {"ring (415) 555-0142 who is 40", "40 "},
        /* references */
        {"in art 500 who is 40", "40 "},
        {"in art. 500 who is 40", "40 "},
        {"in art: 500 who is 40", "40 "},
        {"in art (500 who is 40", "40 "},
        {"in art +500 who is 40", "40 "},
        {"in art between 500 who is 40", "40 "},
        {"item #500 who is 40", "40 "},
        {"item #(500 who is 40", "40 "},
        {"in art 5, 6 is 40", "40 "},
        {"in art 5\xE3\x80\x81 6 is 40", "40 "},
        {"in art 5 and 6 is 40", "40 "},
        {"in art 5 or 6 is 40", "40 "},
        {"in art 5 to 6 is 40", "40 "},
        {"in art 5 of 6 is 40", "40 "},
        {"in art 5 / 6 is 40", "40 "},
        {"in art 5 - 6 is 40", "40 "},
        {"in art 5 " DASH " 6 is 40", "40 "},
        {"in art 29(4) and 6 is 40", "40 "},
        /* parts of names */
        {"a web3 who is 40", "40 "},
        {"a 5g who is 40", "40 "},
        {"a web-3 who is 40", "40 "},
        {"a 5\xE5\x8F\xB7-36 who is 40", "40 "},
        {"a 1+3 who is 40", "40 "},
        {"the ab-5/6 who is 40", "40 "},
        {"on 3\xC2\xB7"
         "15 who is 40",
         "40 "},
        {"so: 1. Apples who is 40", "40 "},
        {"a 007 who is 40", "40 "},
        {"a 123456789 is 40", "40 "},
        {"by Boeing 737 is 40", "40 "},
        {"the " LDQUO "plan 9" RDQUO " who is 40", "40 "},
        {"fakes means 5 of it. They sold 40 more", "40 "},
        {"1688 shops, 11.11, who is 40 of them", "1688 40 "},
        /* lists, footnotes, pages */
        {"so (5) who is 40", "40 "},
        {"so [500] who is 40", "40 "},
        {"it is so \xE2\x80\xA2 2 And who is 40", "40 "},
        {"it is so. 2 And who is 40", "40 "},
        {"2 See what the 40 did.", "40 "},
        {"3.2 Working with 40", "40 "},
        {LONG "113 / 122", ""},
        {LONG "  - 14 -", ""},
        {LONG "  " DASH " 14 " DASH, ""},
        {"THE ANNUAL REPORT OF THE OFFICE FOR ALL WHO CAME TO SEE IT        21", ""},
        {"7", ""},
        {"7 / 20", ""},
        {"5% / 7%", "5 7 "},
        /* ages, years, times, signs of the web */
        {"the owner, 43, is 40", "40 "},
        {"buyers (18 to 34) is 40", "40 "},
        {"they is between 18 and 34, is 40", "40 "},
        {"in dec '20 who is 40", "40 "},
        {"in dec " LDQUO "20 who is 40", "40 "},
        {"in dec " RDQUO "20 who is 40", "40 "},
        {"from 08:45; 9.30 coffee is 40", "40 "},
        {"18 - 34 old who is 40", "40 "},
        {"\xE2\x99\xA5 87 \xE2\x86\xBB is 40", "40 "},
        /* factors, bounds, names of parts */
        {"boxes 3 \xC3\x97"
         "20 who is 40",
         "40 "},
        {"that staff under 10 who is 40", "40 "},
        {"that staff staff 10 most who is 40", "40 "},
        {"a 5 old who is 40", "40 "},
        {"a 5 thousand old who is 40", "40 "},
        {"a 5 big areas who is 40", "40 "},
        {"a 5 pcs so so so \xE5\x9F\x9F who is 40", "40 "},
        {"a 5\xE5\x8F\xB7"
         "6 who is 40",
         "40 "},
    };
    make_pack();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got = left(cases[i].text, strlen(cases[i].text));
        bool same = strcmp(got, cases[i].left) == 0;
        CHECK(same);
        if (!same)
            printf("  \"%s\" leaves \"%s\"\n", cases[i].text, got);
    }
    ipr_pack_fini(&pack);
}

static void bytes_that_are_no_text_take_a_number(void)
{
    static const char text[] = "they sold \0007 and 8\0 who is 40";
    make_pack();
    CHECK(strcmp(left(text, sizeof text - 1), "40 ") == 0);
    ipr_pack_fini(&pack);
}

static const test_case TESTS[] = {
    {"what stands beside a number takes it", what_stands_beside_a_number_takes_it},
    {"bytes that are no text take a number", bytes_that_are_no_text_take_a_number},
};

TEST_MAIN(TESTS)
