/* SPDX-License-Identifier: MIT
 * test_metric.c: atoms, packs, periods and the driver without Lua. */
#include "../core/metric.h"
#include "test.h"

static ipr_env env;

static ipr_atom first_atom(const char *text)
{
    ipr_atom a;
    ipr_atoms r = ipr_atoms_at((ipr_str){text, strlen(text)}, 0);
    if (!ipr_atom_next(&r, &a))
        memset(&a, 0, sizeof a);
    return a;
}

static void numbers_keep_their_value(void)
{
    ipr_atom a = first_atom("1,045 leads");
    CHECK(a.kind == IPR_T_NUM && a.mant == 1045 && a.exp == 0 && a.end == 5);
    a = first_atom("16\xC2\xA0"
                   "470 accounts");
    CHECK(a.mant == 16470 && a.end == 7);
    a = first_atom("97,4%");
    CHECK(a.mant == 974 && a.exp == -1);
    a = first_atom("1.234.567");
    CHECK(a.mant == 1234567 && a.exp == 0);
    a = first_atom("1,23"); /* shorter than an Indian group */
    CHECK(a.mant == 123 && a.exp == -2);
    a = first_atom("12,34,567");
    CHECK(a.mant == 1234567 && a.exp == 0);
    a = first_atom("1.9");
    CHECK(a.mant == 19 && a.exp == -1);
    a = first_atom("2019, 20");
    CHECK(a.mant == 2019 && a.end == 4);
}

static void words_fold_case_and_join_lines(void)
{
    CHECK(first_atom("Articles").hash == first_atom("articles").hash);
    CHECK(first_atom("arti-\ncles").hash == first_atom("articles").hash);
    CHECK(first_atom("Group\xE2\x80\x99s").hash == first_atom("group").hash);
    CHECK(first_atom("MSRP").flags & IPR_F_UPPER);
}

static bool same_atom(const ipr_atom *a, const ipr_atom *b)
{
    return a->start == b->start && a->end == b->end && a->flags == b->flags && a->kind == b->kind &&
           a->ch == b->ch && a->exp == b->exp && a->mant == b->mant && a->hash == b->hash;
}

/* Whatever is usual and whatever is not, read alone and among others. */
static void runs_read_what_single_atoms_are(void)
{
    static const char *const pieces[] = {
        "Sellers took down 1,234 listings",
        "A",
        "USA",
        "counterfeit goods",
        "arti-\ncles",
        "year-on-year",
        "seller's",
        "sellers' goods",
        "Group\xE2\x80\x99s",
        "12",
        "1234567",
        "12345678",
        "97.4%",
        "1.234",
        "1.234.567",
        "12,34,567",
        "97,4",
        "1 234",
        "1'234",
        "1,234.5",
        "2019-20",
        "3.",
        ".5",
        "(.5)",
        "-5",
        "5-",
        "a-1",
        "\xC3\xA9t\xC3\xA9-a",
        "a-\xC3\xA9",
        "\xE4\xBB\xB6",
        "12\xE4\xBB\xB6",
        "\xEF\xBC\x91\xEF\xBC\x92",
        "12\xEF\xBC\x8C"
        "3",
        "a\xE4\xBB\xB6"
        "b",
        "\xE4\xBB",
        "\xE9\x41\xBF",
        "\xC2\xA0"
        "9",
        "9\xC2\xA0"
        "999",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\f",
        "\v1",
        "  ",
        "\xFF",
        "\x7F",
        "@",
        "_",
        ":",
        "..",
        ".\xE3\x80\x82",
    };
    enum { PIECES = sizeof pieces / sizeof *pieces };
    ipr_buf b;
    ipr_buf_init(&b, &env);
    for (size_t i = 0; i < PIECES * PIECES * 2; i++) {
        ipr_atom one, many[2];
        b.n = 0;
        ipr_buf_adds(&b, "x");
        ipr_buf_adds(&b, pieces[i / 2 / PIECES]);
        ipr_buf_adds(&b, i & 1 ? " " : "");
        ipr_buf_adds(&b, pieces[i / 2 % PIECES]);
        ipr_buf_adds(&b, "                                y");
        ipr_atoms alone = ipr_atoms_at(ipr_buf_str(&b), 0), run = alone;
        bool same = true;
        for (size_t n = 1; same && n;) {
            n = ipr_atom_run(&run, many, 2);
            for (size_t k = 0; k < n; k++)
                same = same && ipr_atom_next(&alone, &one) && same_atom(&one, &many[k]);
        }
        CHECK(same && !ipr_atom_next(&alone, &one));
        CHECK(run.signs == alone.signs);
    }
    ipr_buf_fini(&b);
}

static void the_longest_phrase_is_found(void)
{
    ipr_pack p;
    CHECK(!ipr_pack_init(&p, &env));
    ipr_pack_entry(&p, IPR_STR("year"))->number = 1;
    ipr_pack_entry(&p, IPR_STR("year on year"))->number = 3;
    CHECK(ipr_pack_entry(&p, IPR_STR("Year-on-year"))->number == 3);
    CHECK(ipr_pack_entry(&p, IPR_STR("year\xE2\x80\x90on\xE2\x80\x90year"))->number == 3);
    CHECK(ipr_pack_entry(&p, IPR_STR("")) == NULL);
    CHECK(!ipr_pack_seal(&p));
    ipr_pack_fini(&p);
}

static ipr_str text_of(const char *z)
{
    return (ipr_str){z, strlen(z)};
}

/* The step over the words of a phrase, by those of them that the pack knows. */
static ipr_step steps_over(const ipr_pack *p, const char *phrase)
{
    ipr_step s = {0, 0};
    ipr_atom a;
    for (ipr_atoms r = ipr_atoms_at(text_of(phrase), 0); ipr_atom_next(&r, &a);)
        s = ipr_pack_step(p, s.state, a.hash);
    return s;
}

/* So many phrases that some buckets of the sealed pack are full. */
static void every_phrase_is_found_and_no_other(void)
{
    enum { MANY = 6000 };
    ipr_pack p;
    char phrase[32];
    size_t full = 0;
    CHECK(!ipr_pack_init(&p, &env));
    for (int i = 0; i < MANY; i++) {
        snprintf(phrase, sizeof phrase, i % 2 ? "w%dx" : "of w%dx", i);
        ipr_pack_entry(&p, text_of(phrase))->number = i + 1;
    }
    CHECK(!ipr_pack_seal(&p));
    for (int i = 0; i < MANY; i++) {
        snprintf(phrase, sizeof phrase, i % 2 ? "w%dx" : "of w%dx", i);
        CHECK(p.entries[steps_over(&p, phrase).entry].number == i + 1);
        snprintf(phrase, sizeof phrase, i % 2 ? "of w%dx" : "w%dx", i);
        CHECK(steps_over(&p, phrase).entry == 0);
    }
    for (size_t i = 0; i < p.bucket_n; i++)
        full += p.buckets[i].step[1][3] != 0;
    CHECK(full > 1 && full < p.bucket_n / 2);
    ipr_pack_fini(&p);
}

static void put(const ipr_period *p, const char *want)
{
    ipr_buf b;
    ipr_buf_init(&b, &env);
    ipr_period_put(&b, p);
    CHECK_STR(ipr_buf_str(&b), want);
    ipr_buf_fini(&b);
}

static ipr_segment segment;

/* The first segment of a text, in a pack that knows one word. */
static const ipr_segment *segment_of(const char *text)
{
    ipr_pack p;
    size_t pos = 0;
    CHECK(!ipr_pack_init(&p, &env));
    CHECK(ipr_pack_entry(&p, IPR_STR("year")) != NULL);
    CHECK(!ipr_pack_seal(&p));
    CHECK(ipr_segment_next(&p, text_of(text), &pos, &segment));
    ipr_pack_fini(&p);
    return &segment;
}

/* Also where no other address is near, and far from the end of the text. */
static void addresses_are_no_words(void)
{
    static const struct {
        const char *text;
        size_t tokens, skipped;
    } cases[] = {
        {"see www.shop-24.com and go on from there for a while", 10, 1},
        {"see http://localhost/12 and go on from there for a while", 10, 1},
        {"ask fakes@host12 and go on from there for a while more", 11, 1},
        {"ask a_b-c@host12", 2, 1},
        {"see shop-24.com", 2, 1},
        {"a_b and c-d are none, nor are e: f. And so it goes on", 20, 0},
        {"5.com", 1, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const ipr_segment *s = segment_of(cases[i].text);
        size_t skipped = 0;
        for (size_t k = 0; k < s->n; k++)
            skipped += s->tok[k].kind == IPR_T_SKIP;
        CHECK(s->n == cases[i].tokens && skipped == cases[i].skipped);
    }
}

/* Four dots or more, of Latin or of Han; three are left. */
static void rows_of_dots_lead_to_cells(void)
{
    CHECK(segment_of("Tobacco ........ 85 and more of the same further on")->n == 9);
    CHECK(segment.table && segment.tok[1].flags & IPR_F_WIDE);
    CHECK(segment_of("Tobacco .\xE3\x80\x82.\xE3\x80\x82 85")->n == 2);
    CHECK(segment_of("Tobacco \xE3\x80\x82\xE3\x80\x82\xE3\x80\x82\xE3\x80\x82 85")->n == 2);
    CHECK(segment_of("Tobacco \xEF\xBC\x8E\xEF\xBC\x8E\xEF\xBC\x8E\xEF\xBC\x8E 85")->n == 2);
    CHECK(segment_of("Tobacco ... 85 and more of the same further on")->n == 12);
    CHECK(segment_of("Tobacco ....")->n == 5);
}

/* ipr_next and ipr_behind, over words of the set and at its ends, as plain loops tell. */
static void sets_answer_as_loops_do(void)
{
    enum { N = 200 };
    uint32_t seed = 7;
    memset(&segment, 0, sizeof segment);
    for (size_t k = 0; k < N; k++) {
        seed = seed * 1103515245u + 12345u;
        bool in = (seed >> 16 & (k < 70 ? 1 : 31)) == 0;
        segment.bits[IPR_N_STOPS][k / 8] |= (uint8_t)((unsigned)in << k % 8);
    }
    for (size_t lo = 0; lo <= N; lo++)
        for (size_t hi = 0; hi <= N; hi++) {
            size_t next = lo < hi ? lo : hi, behind = lo < hi ? hi : lo;
            while (next < hi && !(segment.bits[IPR_N_STOPS][next / 8] >> next % 8 & 1))
                next++;
            while (behind > lo &&
                   !(segment.bits[IPR_N_STOPS][(behind - 1) / 8] >> (behind - 1) % 8 & 1))
                behind--;
            CHECK(ipr_next(&segment, IPR_N_STOPS, lo, hi) == next);
            CHECK(ipr_behind(&segment, IPR_N_STOPS, lo, hi) == behind);
        }
}

static void periods_are_written_as_iso_text(void)
{
    ipr_period p = {.from = {2019, IPR_G_YEAR, 0, 0}};
    put(&p, "2019");
    p.open = true;
    put(&p, "2019/..");
    p = (ipr_period){.from = {2020, IPR_G_HALF, 2, 0}};
    put(&p, "2020-H2");
    p = (ipr_period){
        .from = {2020, IPR_G_MONTH, 3, 0}, .to = {2020, IPR_G_MONTH, 9, 0}, .interval = true};
    put(&p, "2020-03/2020-09");
    p = ipr_period_shift(p, -1);
    put(&p, "2019-03/2019-09");
}

/* Scans with an empty pack: numbers are counts, and nothing else is known. */
static size_t scan(const char *text, size_t n, ipr_status want, size_t *skipped)
{
    ipr_pack p;
    ipr_metrics out;
    ipr_metric_options o = {.claims = true};
    ipr_scan *s = ipr_scan_new(&env);
    ipr_metrics_init(&out, &env);
    CHECK(!ipr_pack_init(&p, &env) && !ipr_pack_seal(&p));
    CHECK(ipr_metric_scan(s, &p, (ipr_str){text, n}, &o, &out, NULL) == want);
    size_t count = out.n;
    *skipped = out.skipped;
    ipr_metrics_fini(&out);
    ipr_pack_fini(&p);
    ipr_scan_free(s);
    return count;
}

static void bad_input_is_no_number(void)
{
    size_t skipped;
    char big[1200];
    CHECK(scan("", 0, IPR_OK, &skipped) == 0);
    CHECK(scan("seized 35 items", 15, IPR_OK, &skipped) == 1 && skipped == 0);
    CHECK(scan("a\0 1\0 2\0 b", 9, IPR_OK, &skipped) == 0 || skipped == 0);
    CHECK(scan("\xFF\xFE"
               "1\0",
               4, IPR_EUTF16, &skipped) == 0);
    memset(big, '7', sizeof big);
    CHECK(scan(big, sizeof big, IPR_OK, &skipped) == 0);
}

static const test_case TESTS[] = {
    {"numbers keep their value through groups and decimals", numbers_keep_their_value},
    {"words fold case, lose possessives, join over line ends", words_fold_case_and_join_lines},
    {"atoms are the same one by one and many at a time", runs_read_what_single_atoms_are},
    {"a phrase is one entry however it is written", the_longest_phrase_is_found},
    {"every phrase of a large pack is found, and no other", every_phrase_is_found_and_no_other},
    {"addresses are no words", addresses_are_no_words},
    {"rows of dots lead to cells", rows_of_dots_lead_to_cells},
    {"sets of tokens answer as loops do", sets_answer_as_loops_do},
    {"periods are written as ISO text", periods_are_written_as_iso_text},
    {"bad input gives no number", bad_input_is_no_number},
};

static int run_all(void)
{
    ipr_env_init(&env);
    return test_main(TESTS, sizeof TESTS / sizeof *TESTS);
}

int main(void)
{
    return run_all();
}
