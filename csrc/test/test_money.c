/* SPDX-License-Identifier: MIT
 * test_money.c: prices as feeds write them. */
#include "../core/money.h"
#include "test.h"

static ipr_money parse(const char *text, const char *currency, ipr_money_style style)
{
    return ipr_money_parse((ipr_str){text, strlen(text)}, (ipr_str){currency, strlen(currency)},
                           style);
}

static void amounts(void)
{
    static const struct {
        const char *text, *column, *currency;
        double value;
    } cases[] = {
        {"15.00 USD", "", "USD", 15},
        {"US $84.99/ea", "", "USD", 84.99},
        {"1.234,56 €", "", "EUR", 1234.56},
        {"￥1,280", "JPY", "JPY", 1280},
        {"￥1,280", "", "", 1280},
        {"Rs. 999", "INR", "INR", 999},
        {"Rs. 999", "", "", 999},
        {"$19.99", "CAD", "CAD", 19.99},
        {"$19.99", "", "", 19.99},
        {"19.99", "GBP", "GBP", 19.99},
        {"₹1,23,456.50", "", "INR", 123456.5},
        {"R$ 1.299,90", "", "BRL", 1299.9},
        {"CHF 1'234.50", "", "CHF", 1234.5},
        {"1 234,50 zł", "", "PLN", 1234.5},
        {"1\xC2\xA0"
         "234 руб.",
         "", "RUB", 1234},
        {"15,-", "NOK", "NOK", 15},
        {"kr 1.499,-", "SEK", "SEK", 1499},
        {"￥１２８０", "CNY", "CNY", 1280},
        {"12.500 KWD", "", "", 0},
        {"1.234 JPY", "", "JPY", 1234},
        {"  89,90€ ", "", "EUR", 89.9},
        {".99", "USD", "USD", 0.99},
        {"USD 1,234,567.89", "", "USD", 1234567.89},
        {"price: £5.50", "", "GBP", 5.5},
        {"19.9900001", "USD", "USD", 19.9900001},
        {"١٢٫٥ د.إ", "", "AED", 12.5},
        {"Rp 150.000", "IDR", "IDR", 0},
        {"0.125", "USD", "USD", 0.125},
        {"Rs.1,499/-", "INR", "INR", 1499},
        {"9999", "INR", "INR", 9999},
        {"5 元", "CNY", "CNY", 5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ipr_money m = parse(cases[i].text, cases[i].column, IPR_STYLE_UNKNOWN);
        double v = ipr_money_value(&m);
        if (v != cases[i].value || (v != 0 && strcmp(m.currency, cases[i].currency) != 0))
            printf("  \"%s\": %s %.9f %s\n", cases[i].text, ipr_money_state_name(m.state), v,
                   m.currency);
        CHECK(v == cases[i].value);
        CHECK(v == 0 || strcmp(m.currency, cases[i].currency) == 0);
    }
}

static void no_amounts(void)
{
    static const struct {
        const char *text, *column;
        ipr_money_state state;
    } cases[] = {
        {"", "USD", IPR_MONEY_EMPTY},
        {"  ", "", IPR_MONEY_EMPTY},
        {"10.00 - 20.00 USD", "", IPR_MONEY_RANGE},
        {"US $10.99 to $20.99", "", IPR_MONEY_RANGE},
        {"from $5", "USD", IPR_MONEY_RANGE},
        {"100元起", "CNY", IPR_MONEY_RANGE},
        {"$10-20", "USD", IPR_MONEY_RANGE},
        {"0", "USD", IPR_MONEY_PLACEHOLDER},
        {"0.00", "", IPR_MONEY_PLACEHOLDER},
        {"0.01", "USD", IPR_MONEY_PLACEHOLDER},
        {"12345", "USD", IPR_MONEY_PLACEHOLDER},
        {"1234.00", "USD", IPR_MONEY_PLACEHOLDER},
        {"1234", "", IPR_MONEY_PLACEHOLDER},
        {"9999", "USD", IPR_MONEY_PLACEHOLDER},
        {"99,999.00", "EUR", IPR_MONEY_PLACEHOLDER},
        {"999999", "INR", IPR_MONEY_PLACEHOLDER},
        {"price on request", "", IPR_MONEY_PLACEHOLDER},
        {"面议", "", IPR_MONEY_PLACEHOLDER},
        {"1.234", "", IPR_MONEY_AMBIGUOUS},
        {"$1.234", "USD", IPR_MONEY_AMBIGUOUS},
        {"1,234", "KWD", IPR_MONEY_AMBIGUOUS},
        {"$5", "EUR", IPR_MONEY_CONFLICT},
        {"5 EUR USD", "", IPR_MONEY_CONFLICT},
        {"-5.00", "USD", IPR_MONEY_UNREADABLE},
        {"$-5", "USD", IPR_MONEY_UNREADABLE},
        {"1.2.3", "USD", IPR_MONEY_UNREADABLE},
        {"2 for 5", "USD", IPR_MONEY_UNREADABLE},
        {"5 apples", "USD", IPR_MONEY_UNREADABLE},
        {"1e5", "USD", IPR_MONEY_UNREADABLE},
        {"99999999999999999999999", "USD", IPR_MONEY_UNREADABLE},
        {"12\xFF", "USD", IPR_MONEY_UNREADABLE},
        {"nan", "USD", IPR_MONEY_UNREADABLE},
        {"1,23,4", "USD", IPR_MONEY_UNREADABLE},
        {"1234,567.00", "USD", IPR_MONEY_UNREADABLE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ipr_money m = parse(cases[i].text, cases[i].column, IPR_STYLE_UNKNOWN);
        if (m.state != cases[i].state)
            printf("  \"%s\": %s\n", cases[i].text, ipr_money_state_name(m.state));
        CHECK(m.state == cases[i].state);
        CHECK(m.digits == 0 && ipr_money_value(&m) == 0);
    }
}

static void columns_decide(void)
{
    ipr_money m = parse("1.234", "EUR", IPR_STYLE_COMMA);
    CHECK(ipr_money_value(&m) == 1234);
    m = parse("1.234", "EUR", IPR_STYLE_DOT);
    CHECK(ipr_money_value(&m) == 1.234);
    m = parse("1,234", "EUR", IPR_STYLE_COMMA);
    CHECK(ipr_money_value(&m) == 1.234);
    ipr_money_votes v = {0, 0};
    ipr_money_vote(&v, IPR_STR("1.234"));
    CHECK(ipr_money_decide(&v) == IPR_STYLE_UNKNOWN);
    ipr_money_vote(&v, IPR_STR("12,50"));
    CHECK(ipr_money_decide(&v) == IPR_STYLE_COMMA);
    ipr_money_vote(&v, IPR_STR("12.50"));
    CHECK(ipr_money_decide(&v) == IPR_STYLE_UNKNOWN);
}

static void minor_units(void)
{
    int64_t n = 0;
    ipr_money m = parse("84.995 USD", "", IPR_STYLE_DOT);
    CHECK(ipr_money_minor(&m, &n) && n == 8500);
    m = parse("1280", "JPY", IPR_STYLE_UNKNOWN);
    CHECK(ipr_money_minor(&m, &n) && n == 1280);
    m = parse("1.5 KWD", "", IPR_STYLE_UNKNOWN);
    CHECK(ipr_money_minor(&m, &n) && n == 1500);
    m = parse("0.1249999 USD", "", IPR_STYLE_UNKNOWN);
    CHECK(ipr_money_minor(&m, &n) && n == 12);
    m = parse("from 5", "USD", IPR_STYLE_UNKNOWN);
    CHECK(!ipr_money_minor(&m, &n));
}

static void currencies_are_sorted(void)
{
    static const char *const codes[] = {"AED", "CLF", "CNY", "EUR", "usd", "UYW", "ZWG"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        CHECK(ipr_currency_find((ipr_str){codes[i], 3}) != NULL);
    CHECK(ipr_currency_find(IPR_STR("XXQ")) == NULL);
    CHECK(ipr_currency_find(IPR_STR("CLF"))->minor == 4);
    CHECK(ipr_currency_find(IPR_STR("ISK"))->minor == 0);
}

/* What is read in short is read as the general way does, which a blank in front asks for. */
static void short_way_agrees(void)
{
    static const char *const currencies[] = {"", "USD", "jpy", "KWD", "INR", "??"};
    uint32_t seed = 11;
    for (int round = 0; round < 60000; round++) {
        char text[24] = " ";
        size_t n = 1, len = 1 + (seed >> 20) % 17;
        for (; n <= len; n++) {
            seed = seed * 1664525u + 1013904223u;
            uint32_t k = (seed >> 16) % (round % 3 ? 12 : 24);
            text[n] = k < 10 ? (char)('0' + k) : k < 23 ? "19"[k % 2] : ',';
            if (k == 11 && !memchr(text, '.', n))
                text[n] = '.';
        }
        const char *currency = currencies[round % 6];
        for (ipr_money_style style = IPR_STYLE_UNKNOWN; style <= IPR_STYLE_COMMA; style++) {
            ipr_money a = parse(text + 1, currency, style), b = parse(text, currency, style);
            CHECK(a.state == b.state && a.style == b.style && a.digits == b.digits);
            CHECK(a.scale == b.scale && strcmp(a.currency, b.currency) == 0);
        }
    }
}

static const test_case tests[] = {
    {"amounts in all written forms", amounts},
    {"ranges, placeholders and other texts have no amount", no_amounts},
    {"a column's style decides 1.234", columns_decide},
    {"minor units follow the currency", minor_units},
    {"currencies are found by code", currencies_are_sorted},
    {"the short way says what the general one says", short_way_agrees},
};
TEST_MAIN(tests)
