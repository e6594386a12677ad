/* SPDX-License-Identifier: MIT
 * test_csv.c: records, limits, resumption, blocks; random inputs against stock libcsv. */
#include "csv_check.h"
#include "test.h"

static void same_as_stock_on_random_input(void)
{
    static const char letters[] = "ab\"\"\",,;\t \n\n\r\r\xC3\xA9";
    uint64_t seed = 42;
    char text[64];
    int bad = 0;
    for (int i = 0; i < 200000 && !bad; i++) {
        size_t n = 0;
        for (size_t want = ipr_hash(seed, &i, sizeof i) % sizeof text; n < want; n++) {
            seed = ipr_hash(seed, &n, sizeof n);
            text[n] = letters[seed % (sizeof letters - 1)];
        }
        bad = !csv_agrees(text, n, 1 + (size_t)(seed % 9), i % 3 ? ',' : i % 2 ? ';' : '\t');
        if (bad) {
            for (size_t k = 0; k < n; k++)
                printf("%02x ", (unsigned char)text[k]);
            printf("\n");
        }
    }
    CHECK(bad == 0);
}

static void check_rows(const char *text, size_t max_record, bool strict, const char *want)
{
    ipr_env env;
    ipr_env_init(&env);
    env.limits.max_record = max_record;
    env.limits.max_lines = 3;
    ipr_buf out;
    ipr_buf_init(&out, &env);
    ipr_csv_options opt = {.strict = strict};
    for (size_t together = 1; together <= TOGETHER; together++) {
        out.n = 0;
        block_rows(&env, &opt, text, strlen(text), 50, together, note_all, &out);
        for (size_t i = 0; i < out.n; i++)
            out.p[i] = out.p[i] == '\x1F' ? '|' : out.p[i] == '\x1E' ? '/' : out.p[i];
        CHECK_STR(ipr_buf_str(&out), want);
    }
    ipr_buf_fini(&out);
}

static void counts_rows_and_lines(void)
{
    check_rows("a,b\n\n\n1,\"x\ny\"\n2, z \r\n", 1000, false,
               "1:1:0:oka|b|/2:4:6:ok1|x\ny|/3:6:14:ok2|z|/");
    check_rows("a\rb\r\rc", 1000, false, "1:1:0:oka|/2:2:2:okb|/3:4:5:okc|/");
}

static void a_broken_quote_costs_one_row(void)
{
    check_rows("a,\"b\n1,2\n3,4\n5,6\n7,8\n", 1000, false,
               "1:1:0:record_too_long/2:2:5:ok1|2|/3:3:9:ok3|4|/4:4:13:ok5|6|/5:5:17:ok7|8|/");
}

static void a_quote_open_at_the_end_costs_one_row(void)
{
    check_rows("a,b\n1,\"x\n2,y\n", 1000, false, "1:1:0:oka|b|/2:2:4:bad_quote/3:3:9:ok2|y|/");
}

static void a_long_line_costs_one_row(void)
{
    check_rows("a,b\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\nc,d\n", 10, false,
               "1:1:0:oka|b|/2:2:4:record_too_long/3:3:51:okc|d|/");
}

static void strict_reports_and_resumes(void)
{
    check_rows("a,b\n5\" x,2\nc,d\n\"x\"y,2\ne,f\n\"open,2\ng,h\n", 1000, true,
               "1:1:0:oka|b|/2:2:4:bad_quote/3:3:11:okc|d|/4:4:15:bad_quote/5:5:22:oke|f|/"
               "6:6:26:bad_quote/7:7:34:okg|h|/");
}

static void broken_utf8_names_the_field(void)
{
    check_rows("a,b\n1,x\xC3\n\xA9,2\n", 1000, false,
               "1:1:0:oka|b|/2:2:4:bad_utf8/3:3:9:bad_utf8/");
}

static void too_many_fields_is_an_error_row(void)
{
    ipr_env env;
    ipr_env_init(&env);
    env.limits.max_fields = 2;
    ipr_buf out;
    ipr_buf_init(&out, &env);
    ipr_csv_options opt = {0};
    block_rows(&env, &opt, "a,b,c\nd,e\n", 10, 100, 2, note_all, &out);
    CHECK_STR(ipr_buf_str(&out), "1:1:0:too_many_fields\x1E"
                                 "2:2:6:okd\x1F"
                                 "e\x1F\x1E");
    ipr_buf_fini(&out);
}

/* Every line opens a quote that nothing closes: the work must stay linear. Counted in
 * records, each of which may look at max_lines lines at most: without the halving of
 * ipr_place.broken the second figure would be 1,000 times the first. */
static void open_quotes_stay_linear(void)
{
    ipr_env env;
    ipr_env_init(&env);
    ipr_csv_options opt = {0};
    ipr_csv *csv = ipr_csv_new(&env, &opt);
    size_t n = 300000;
    char *text = malloc(n);
    for (size_t i = 0; i < n; i += 3)
        memcpy(text + i, "\"a\n", 3);
    ipr_place place = IPR_PLACE_START;
    ipr_record r;
    ipr_special s = {0};
    size_t i = 0, seen = 0;
    CHECK(ipr_special_mark(&s, &env, text, n, ',') == IPR_OK);
    while (ipr_csv_next(csv, &s, &i, true, &place, &r) == IPR_FOUND)
        seen++;
    CHECK(i == n && place.line == 1 + n / 3);
    CHECK(seen > 1000 && place.broken > 1000);
    ipr_special_fini(&s, &env);
    free(text);
    ipr_csv_free(csv);
}

static void lines_are_records_too(void)
{
    ipr_env env;
    ipr_env_init(&env);
    env.limits.max_record = 8;
    const char *text = "{\"a\":1}\n\n 2 \r\n0123456789abcdef0123456789\n3";
    for (size_t chunk = 1; chunk < 60; chunk++) {
        ipr_buf out;
        ipr_buf_init(&out, &env);
        block_rows(&env, NULL, text, strlen(text), chunk, 1, note_all, &out);
        CHECK_STR(ipr_buf_str(&out), "1:1:0:ok{\"a\":1}\x1F\x1E"
                                     "2:3:9:ok2\x1F\x1E"
                                     "3:4:14:record_too_long\x1E"
                                     "4:5:41:ok3\x1F\x1E");
        ipr_buf_fini(&out);
    }
}

static void utf16_is_refused(void)
{
    ipr_env env;
    ipr_env_init(&env);
    static const char text[] = "\xFF\xFE"
                               "a\0,\0";
    text_source source = {text, sizeof text - 1, 100};
    ipr_blocks *blocks = ipr_blocks_new(&env, NULL, 16, read_text, &source);
    ipr_block block;
    ipr_err err;
    ipr_block_init(&block, &env);
    CHECK(ipr_blocks_take(blocks, &block, &err) == IPR_EUTF16);
    CHECK(strstr(err.message, "iconv") != NULL);
    ipr_block_fini(&block);
    ipr_blocks_free(blocks);
}

static void fields_are_written_back(void)
{
    ipr_env env;
    ipr_env_init(&env);
    ipr_buf b;
    ipr_buf_init(&b, &env);
    ipr_csv_put(&b, IPR_STR("plain"), ',');
    ipr_csv_put(&b, IPR_STR("a,\"b\""), ',');
    ipr_csv_put(&b, IPR_STR(" x"), ',');
    ipr_csv_put(&b, (ipr_str){NULL, 0}, ',');
    CHECK_STR(ipr_buf_str(&b), "plain\"a,\"\"b\"\"\"\" x\"");
    ipr_buf_fini(&b);
}

static const test_case tests[] = {
    {"200,000 random inputs read as stock libcsv reads them, in any blocks",
     same_as_stock_on_random_input},
    {"rows and lines are both counted", counts_rows_and_lines},
    {"a broken quote costs one row", a_broken_quote_costs_one_row},
    {"an over-long line costs one row", a_long_line_costs_one_row},
    {"strict mode reports and resumes at the next line", strict_reports_and_resumes},
    {"invalid UTF-8 makes an error row", broken_utf8_names_the_field},
    {"too many fields make an error row", too_many_fields_is_an_error_row},
    {"a quote open at the end costs one row", a_quote_open_at_the_end_costs_one_row},
    {"a file of open quotes is read in linear time", open_quotes_stay_linear},
    {"lines are records in any blocks", lines_are_records_too},
    {"UTF-16 is refused with what to do", utf16_is_refused},
    {"fields are written back quoted where needed", fields_are_written_back},
};
TEST_MAIN(tests)
