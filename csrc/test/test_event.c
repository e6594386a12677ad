/* SPDX-License-Identifier: MIT
 * test_event.c: times, calendars, headers and rows of events. */
#include "../core/event.h"
#include "../core/tally_run.h"
#include "test.h"

static ipr_str str(const char *s)
{
    return (ipr_str){s, strlen(s)};
}

static void days_go_round(void)
{
    for (int64_t day = -800000; day < 800000; day += 37) {
        int64_t y;
        unsigned m, d;
        ipr_day_civil(day, &y, &m, &d);
        CHECK(m >= 1 && m <= 12 && d >= 1 && d <= 31);
        CHECK(ipr_day_of(y, m, d) == day);
    }
    CHECK(ipr_day_of(1970, 1, 1) == 0);
    CHECK(ipr_day_of(2000, 2, 29) == 11016);
    CHECK(ipr_day_of(2019, 12, 31) == 18261);
}

static void times_are_read(void)
{
    static const struct {
        const char *text;
        int64_t at; /* -1: refused */
    } cases[] = {
        {"1970-01-01", 0},
        {"1970-01-01T00:00:01Z", 1},
        {"2019-03-01T14:30:00Z", 1551450600},
        {"2019-03-01 14:30", 1551450600},
        {"2019-03-01T14:30:00.999Z", 1551450600},
        {"2019-03-01T22:30:00+08:00", 1551450600},
        {"2019-03-01T22:30:00+0800", 1551450600},
        {"2019-03-01T22:30:00+08", 1551450600},
        {"2019-03-01T09:30:00-05:00", 1551450600},
        {"2018-12-31T24:00:00Z", 1546300800},
        {"2016-12-31T23:59:60Z", 1483228800},
        {"2020-02-29", 1582934400},
        {"2019-02-29", -1},
        {"2100-02-29", -1},
        {"2019-13-01", -1},
        {"2019-00-10", -1},
        {"2019-1-1", -1},
        {"20190101", -1},
        {"2019-01-01T", -1},
        {"2019-01-01T25:00", -1},
        {"2019-01-01T24:00:01", -1},
        {"2019-01-01T12:60", -1},
        {"2019-01-01T12:00:00.", -1},
        {"2019-01-01T12:00:00+8", -1},
        {"2019-01-01T12:00:00ZZ", -1},
        {"2019-01-01x", -1},
        {"yesterday", -1},
        {"", -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t at = -1;
        bool date_only;
        ipr_err err = {0};
        ipr_status st = ipr_moment_parse(str(cases[i].text), &at, &date_only, &err);
        if (at != cases[i].at)
            printf("  %s: %lld\n", cases[i].text, (long long)at);
        CHECK(at == cases[i].at && (st == IPR_OK) == (at >= 0));
        CHECK(!st || (err.offset <= strlen(cases[i].text) && err.message[0]));
    }
}

static void moments_are_written(void)
{
    ipr_env env;
    ipr_buf b;
    ipr_env_init(&env);
    ipr_buf_init(&b, &env);
    ipr_moment_put(&b, 1551450600);
    CHECK_STR(ipr_buf_str(&b), "2019-03-01T14:30:00Z");
    ipr_buf_fini(&b);
}

static void calendars_count_working_time(void)
{
    ipr_env env;
    ipr_env_init(&env);
    ipr_calendar *c = ipr_calendar_new(&env, 31, 9 * 3600, 17 * 3600, 0);
    int64_t friday = ipr_day_of(2019, 3, 1) * IPR_DAY_SECONDS;
    int64_t monday = friday + 3 * IPR_DAY_SECONDS;
    CHECK(ipr_calendar_between(c, friday + 16 * 3600, monday + 10 * 3600) == 2 * 3600);
    CHECK(ipr_calendar_between(c, friday, monday) == 8 * 3600);
    CHECK(ipr_calendar_between(c, monday, friday) == 0);
    CHECK(ipr_calendar_between(NULL, friday, monday) == 3 * IPR_DAY_SECONDS);
    ipr_calendar_day(c, friday / IPR_DAY_SECONDS, false);
    CHECK(ipr_calendar_between(c, friday, monday) == 0);
    ipr_calendar_free(c);
}

static ipr_event_form form_of(const char *const *names, size_t n, ipr_status *st)
{
    ipr_str header[20];
    ipr_event_form f;
    for (size_t i = 0; i < n; i++)
        header[i] = str(names[i]);
    *st = ipr_event_form_init(&f, header, n, NULL, NULL);
    return f;
}

static void rows_are_read_by_name(void)
{
    static const char *const names[] = {"event", "color", "id", "time", "source", "count"};
    ipr_str row[] = {str("listing_removed"), str("red"), str("L1"), str("2019-03-01"),
                     str("own_initiative"),  str("3")};
    ipr_event e;
    ipr_status st;
    ipr_event_form f = form_of(names, 6, &st);
    ipr_str value;
    CHECK(st == IPR_OK);
    CHECK(ipr_event_read(&f, row, 6, &e) == IPR_TROUBLE_none);
    CHECK(e.kind == IPR_KIND_listing_removed && e.count == 3 && e.time == 1551398400);
    CHECK_STR(e.id, "L1");
    CHECK(ipr_code_name(str("source"), e.codes, &value));
    CHECK_STR(value, "own_initiative");
    CHECK(ipr_event_read(&f, row, 4, &e) == IPR_TROUBLE_none && e.codes == 0);
    row[4] = str("cosmic_rays");
    CHECK(ipr_event_read(&f, row, 6, &e) == IPR_TROUBLE_none && e.odd_values == 1);
    row[5] = str("0");
    CHECK(ipr_event_read(&f, row, 6, &e) == IPR_TROUBLE_bad_count);
    row[5] = str("");
    row[2] = str("");
    CHECK(ipr_event_read(&f, row, 6, &e) == IPR_TROUBLE_no_id);
    row[3] = str("1969-12-31");
    CHECK(ipr_event_read(&f, row, 6, &e) == IPR_TROUBLE_bad_time);
    row[0] = str("listing_remove");
    CHECK(ipr_event_read(&f, row, 6, &e) == IPR_TROUBLE_unknown_kind);
    CHECK_STR(e.id, "listing_remove");
    form_of(names + 1, 5, &st);
    CHECK(st == IPR_EHEADER);
}

static void amounts_are_read(void)
{
    static const char *const names[] = {"time", "event", "amount", "currency"};
    static const struct {
        const char *text;
        int64_t is; /* thousandths; -1: refused */
    } cases[] = {
        {"0", 0},
        {"1000.5", 1000500},
        {".25", 250},
        {"9223372036854775.806", IPR_SUM_FULL - 1},
        {"9223372036854775.807", -1},
        {"9999999999999999", -1},
        {"99999999999999999999", -1},
        {"-5", -1},
        {"-0", -1},
        {"+5", -1},
        {"1.", -1},
        {"1.2345", -1},
        {"1,000", -1},
        {"1e3", -1},
        {"", -1},
    };
    ipr_status st;
    ipr_event_form f = form_of(names, 4, &st);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ipr_str row[] = {str("2019-03-01"), str("case_value"), str(cases[i].text), str("EUR")};
        ipr_event e;
        ipr_trouble trouble = ipr_event_read(&f, row, 4, &e);
        if (trouble != (cases[i].is < 0 ? IPR_TROUBLE_bad_amount : IPR_TROUBLE_none))
            printf("  %s\n", cases[i].text);
        CHECK(trouble == (cases[i].is < 0 ? IPR_TROUBLE_bad_amount : IPR_TROUBLE_none));
        CHECK(trouble || e.amount == cases[i].is);
    }
}

static void every_kind_is_found(void)
{
    static const char *const names[] = {"time",  "event",  "id",      "parent",
                                        "until", "amount", "currency"};
    ipr_status st;
    ipr_event_form f = form_of(names, 7, &st);
    unsigned char seen[IPR_ENTITY_COUNT][IPR_STEPS] = {{0}};
    for (int k = 0; k < IPR_KIND_COUNT; k++) {
        const ipr_kind_row *row = ipr_kind_info((ipr_kind)k);
        ipr_str fields[] = {str("2019-03-01"), str(row->name),   str("*"),  str("p"),
                            str("2019-03-01"), str("12345.678"), str("EUR")};
        ipr_event e;
        CHECK(ipr_event_read(&f, fields, 7, &e) == IPR_TROUBLE_none && e.kind == (ipr_kind)k);
        CHECK(ipr_kind_find(str(row->name)) == (ipr_kind)k);
        CHECK(row->step < IPR_STEPS && !seen[row->entity][row->step]);
        seen[row->entity][row->step] = 1;
        CHECK(k != IPR_KIND_case_value || e.amount == 12345678);
        CHECK(k != IPR_KIND_coverage || e.until == e.time + IPR_DAY_SECONDS);
    }
}

static const test_case tests[] = {
    {"days and dates go round", days_go_round},
    {"ISO 8601 times are read, others refused", times_are_read},
    {"moments are written", moments_are_written},
    {"calendars count working time", calendars_count_working_time},
    {"rows are read by the header's names", rows_are_read_by_name},
    {"amounts are plain decimals from 0 on that fit", amounts_are_read},
    {"every kind is found and has its own step", every_kind_is_found},
};
TEST_MAIN(tests)
