/* SPDX-License-Identifier: MIT
 * gtin.c: digits out of a text, the check digit, prefixes, UPC-E. */
#include "gtin.h"

#include <string.h>

char ipr_gtin_digit(const char *digits, size_t n)
{
    unsigned sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += (unsigned)(digits[n - 1 - i] - '0') * (i % 2 ? 1u : 3u);
    return (char)('0' + (10 - sum % 10) % 10);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_filler(ipr_str s)
{
    static const char *const words[] = {"n/a",
                                        "na",
                                        "none",
                                        "null",
                                        "nil",
                                        "-",
                                        "--",
                                        "does not apply",
                                        "not applicable",
                                        "not available",
                                        "unknown",
                                        "no",
                                        "nicht zutreffend",
                                        "no aplica",
                                        "non applicabile",
                                        "ne s'applique pas",
                                        "exempt",
                                        "unbranded"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ipr_str_ieq(s, (ipr_str){words[i], strlen(words[i])}))
            return true;
    return s.n == 0;
}

/* Digits with an exponent, an apostrophe in front or ".0" behind. */
static bool is_damaged(ipr_str s)
{
    size_t digits = 0, others = 0;
    bool exponent = false;
    if (s.n && *s.p == '\'')
        s.p++, s.n--;
    else if (s.n > 2 && s.p[s.n - 2] == '.' && s.p[s.n - 1] == '0')
        s.n -= 2;
    else
        exponent = true;
    for (size_t i = 0; i < s.n; i++) {
        if (is_digit(s.p[i]))
            digits++;
        else if (exponent && (s.p[i] == 'e' || s.p[i] == 'E') && digits && i + 2 < s.n &&
                 (s.p[i + 1] == '+' || is_digit(s.p[i + 1])))
            exponent = false, i++;
        else if (s.p[i] != '.' && s.p[i] != ',')
            others++;
    }
    return digits >= 3 && others == 0 && !exponent;
}

/* The digits of s without blanks and hyphens between them; 0 if anything else is
 * there or more than `cap` digits are. */
static size_t take_digits(ipr_str s, char *out, size_t cap)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        bool inside = i > 0 && i + 1 < s.n;
        if ((s.p[i] == ' ' || s.p[i] == '-') && inside)
            continue;
        if (!is_digit(s.p[i]) || n == cap)
            return 0;
        out[n++] = s.p[i];
    }
    return n;
}

/* The UPC-A digits (12) of a UPC-E of eight, number system 0 or 1. */
static bool expand_upce(const char *e, char *out)
{
    if (e[0] != '0' && e[0] != '1')
        return false;
    char last = e[6];
    memset(out, '0', 12);
    out[0] = e[0];
    memcpy(out + 1, e + 1, 2);
    if (last <= '2') {
        out[3] = last;
        memcpy(out + 8, e + 3, 3);
    } else if (last == '3') {
        out[3] = e[3];
        memcpy(out + 9, e + 4, 2);
    } else if (last == '4') {
        memcpy(out + 3, e + 3, 2);
        out[10] = e[5];
    } else {
        memcpy(out + 3, e + 3, 3);
        out[10] = last;
    }
    out[11] = e[7];
    return ipr_gtin_digit(out, 11) == out[11];
}

/* Who may use a number, by the prefix of its thirteen-digit form (an eight-digit
 * one has prefixes of its own: 0 and 2 are for use inside a company). */
static ipr_gtin_state by_prefix(const char *digits, size_t n, const char *key)
{
    const char *p = key + 1;
    if (n == 8)
        return digits[0] == '0' || digits[0] == '2' ? IPR_GTIN_RESTRICTED : IPR_GTIN_OK;
    if (p[0] == '2' || (p[0] == '0' && (p[1] == '2' || p[1] == '4')))
        return IPR_GTIN_RESTRICTED;
    if ((p[0] == '0' && p[1] == '5') || (p[0] == '9' && p[1] >= '8'))
        return IPR_GTIN_COUPON;
    return IPR_GTIN_OK;
}

static void set_key(ipr_gtin *g, const char *digits, size_t n)
{
    memset(g->key, '0', 14);
    memcpy(g->key + 14 - n, digits, n);
    g->key[14] = '\0';
}

/* Twelve digits that begin as a book's thirteen do have lost the last one: one in
 * ten would pass as a UPC-A by chance, and no company has UPC-A prefix 978 or 979. */
static bool is_cut_isbn(const char *digits, size_t n)
{
    return n == 12 && (memcmp(digits, "978", 3) == 0 || memcmp(digits, "979", 3) == 0);
}

ipr_gtin ipr_gtin_check(ipr_str text)
{
    ipr_gtin g = {.state = IPR_GTIN_TEXT};
    char digits[40], upca[12];
    ipr_str s = ipr_str_trim(text);
    size_t n = take_digits(s, digits, sizeof digits);
    if (n == 0) { /* no filler and nothing damaged has digits alone */
        g.state = is_filler(s) ? IPR_GTIN_EMPTY : is_damaged(s) ? IPR_GTIN_DAMAGED : IPR_GTIN_TEXT;
        return g;
    }
    g.state = IPR_GTIN_LENGTH;
    if ((n != 8 && n != 12 && n != 13 && n != 14) || is_cut_isbn(digits, n))
        return g;
    g.length = (uint8_t)n;
    g.check_ok = ipr_gtin_digit(digits, n - 1) == digits[n - 1];
    if (!g.check_ok && n == 8 && expand_upce(digits, upca)) {
        g.upce = g.check_ok = true;
        memcpy(digits, upca, n = 12);
        g.length = 12;
    }
    g.state = IPR_GTIN_CHECK;
    if (!g.check_ok)
        return g;
    set_key(&g, digits, n);
    g.state = strspn(g.key, "0") == 14 ? IPR_GTIN_ZERO : by_prefix(digits, n, g.key);
    return g;
}

const char *ipr_gtin_state_name(ipr_gtin_state s)
{
    static const char *const names[] = {"ok",      "empty", "check",      "length", "text",
                                        "damaged", "zero",  "restricted", "coupon"};
    return names[s];
}

const char *ipr_gtin_state_text(ipr_gtin_state s)
{
    static const char *const texts[] = {
        "a number with a right check digit",
        "no number is given",
        "the check digit is wrong",
        "a GTIN has 8, 12, 13 or 14 digits",
        "not a number",
        "damaged by a spreadsheet; export the column as text",
        "all zeros, a number nobody has",
        "a prefix for use inside a shop or a company (02, 04, 2), not on goods for sale",
        "a prefix for coupons and refunds (05, 98, 99), not for goods"};
    return texts[s];
}
