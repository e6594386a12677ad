/* SPDX-License-Identifier: MIT
 * decimal.c: exact conversion between decimal text and doubles.
 *
 * Fast ways: a mantissa below 2^53 with a power of ten up to 10^22 is exact in
 * one multiplication or division (Clinger 1990); a double that is an integer
 * below 10^15 over 10^k is found by multiplying back. Everything else goes
 * through plain big integers: reading divides bit by bit, writing is Steele &
 * White / dragon4. Slow (microseconds) but right, and rare.
 */
#include "decimal.h"

#include <math.h>
#include <string.h>

/* ---- big unsigned integers, little-endian 32-bit limbs ---- */

#define LIMBS 192 /* 6144 bits: 800 digits × 2^1130 fit */

typedef struct big {
    size_t n; /* limbs used; the top one is not 0 */
    uint32_t w[LIMBS];
} big;

static void big_set(big *a, uint64_t v)
{
    a->n = 0;
    for (; v; v >>= 32)
        a->w[a->n++] = (uint32_t)v;
}

static void big_muladd(big *a, uint32_t m, uint32_t c)
{
    uint64_t carry = c;
    for (size_t i = 0; i < a->n; i++) {
        carry += (uint64_t)a->w[i] * m;
        a->w[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry && a->n < LIMBS)
        a->w[a->n++] = (uint32_t)carry;
}

static void big_pow10(big *a, size_t e)
{
    for (; e >= 9; e -= 9)
        big_muladd(a, 1000000000u, 0);
    for (; e; e--)
        big_muladd(a, 10, 0);
}

static void big_shl(big *a, size_t bits)
{
    size_t limbs = bits / 32, rest = bits % 32;
    if (a->n == 0)
        return;
    if (a->n + limbs >= LIMBS) /* cannot happen for the exponents of doubles */
        return;
    for (size_t i = a->n; i-- > 0;)
        a->w[i + limbs] = a->w[i];
    memset(a->w, 0, limbs * sizeof *a->w);
    a->n += limbs;
    if (rest) {
        uint32_t carry = 0;
        for (size_t i = limbs; i < a->n; i++) {
            uint32_t w = a->w[i];
            a->w[i] = w << rest | carry;
            carry = w >> (32 - rest);
        }
        if (carry)
            a->w[a->n++] = carry;
    }
}

static int big_cmp(const big *a, const big *b)
{
    if (a->n != b->n)
        return a->n < b->n ? -1 : 1;
    for (size_t i = a->n; i-- > 0;)
        if (a->w[i] != b->w[i])
            return a->w[i] < b->w[i] ? -1 : 1;
    return 0;
}

/* a -= b, where a >= b */
static void big_sub(big *a, const big *b)
{
    int64_t borrow = 0;
    for (size_t i = 0; i < a->n; i++) {
        int64_t d = (int64_t)a->w[i] - (i < b->n ? b->w[i] : 0) + borrow;
        a->w[i] = (uint32_t)d;
        borrow = d < 0 ? -1 : 0;
    }
    while (a->n && a->w[a->n - 1] == 0)
        a->n--;
}

static void big_add(big *sum, const big *a, const big *b)
{
    uint64_t carry = 0;
    size_t n = a->n > b->n ? a->n : b->n;
    for (size_t i = 0; i < n; i++) {
        carry += (uint64_t)(i < a->n ? a->w[i] : 0) + (i < b->n ? b->w[i] : 0);
        sum->w[i] = (uint32_t)carry;
        carry >>= 32;
    }
    sum->n = n;
    if (carry && n < LIMBS)
        sum->w[sum->n++] = (uint32_t)carry;
}

static int64_t big_bits(const big *a)
{
    int64_t n = (int64_t)a->n * 32;
    for (uint32_t top = a->n ? a->w[a->n - 1] : 0; top && !(top & 0x80000000u); top <<= 1)
        n--;
    return n;
}

/* ---- reading ---- */

static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

#define MAX_DIGITS 800 /* beyond the 767 that can matter; more are one sticky digit */

/* num / den rounded half to even: a quotient of 53 bits (fewer for subnormals)
 * found bit by bit. */
static double divide(big *num, big *den)
{
    int64_t e = big_bits(num) - big_bits(den); /* 2^(e-1) < num/den < 2^(e+1) */
    if (e > 1025)
        return HUGE_VAL;
    if (e < -1080)
        return 0;
    if (e >= 0)
        big_shl(den, (size_t)e);
    else
        big_shl(num, (size_t)-e);
    if (big_cmp(num, den) < 0) {
        e--;
        big_shl(num, 1);
    } /* now 2^e <= value < 2^(e+1), num/den in [1, 2) */
    int bits = e < -1022 ? (int)(53 - (-1022 - e)) : 53;
    uint64_t q = 0;
    for (int i = 0; i < bits; i++) {
        q <<= 1;
        if (big_cmp(num, den) >= 0) {
            big_sub(num, den);
            q |= 1;
        }
        big_shl(num, 1);
    }
    int half = bits < 0 ? -1 : big_cmp(num, den); /* num is twice the remainder */
    if (half > 0 || (half == 0 && (q & 1)))
        q++;
    return ldexp((double)q, (int)(e - (bits - 1)));
}

/* m * 10^exp10 where one multiplication or division is exact. */
static bool make_exact(uint64_t m, int64_t exp10, double *out)
{
    if (m >= (uint64_t)1 << 53 || exp10 > 22 || exp10 < -22)
        return false;
    *out = exp10 < 0 ? (double)m / powers[-exp10] : (double)m * powers[exp10];
    return true;
}

double ipr_decimal_of(uint64_t digits, int64_t exp10)
{
    double v;
    char text[20];
    size_t n = 0;
    if (make_exact(digits, exp10, &v))
        return v;
    for (; digits; digits /= 10)
        text[sizeof text - 1 - n++] = (char)('0' + digits % 10);
    return ipr_decimal_make(text + sizeof text - n, n, exp10);
}

double ipr_decimal_make(const char *digits, size_t n, int64_t exp10)
{
    double exact;
    while (n && *digits == '0')
        digits++, n--;
    while (n && digits[n - 1] == '0')
        n--, exp10++;
    if (n == 0)
        return 0;
    if ((int64_t)n + exp10 > 310)
        return HUGE_VAL;
    if ((int64_t)n + exp10 < -330)
        return 0;
    if (n <= 15) {
        uint64_t m = 0;
        for (size_t i = 0; i < n; i++)
            m = m * 10 + (uint64_t)(digits[i] - '0');
        if (make_exact(m, exp10, &exact))
            return exact;
    }
    big num, den;
    size_t use = n < MAX_DIGITS ? n : MAX_DIGITS;
    big_set(&num, 0);
    for (size_t i = 0; i < use; i++) {
        if (num.n == 0)
            big_set(&num, (uint64_t)(digits[i] - '0'));
        else
            big_muladd(&num, 10, (uint32_t)(digits[i] - '0'));
    }
    exp10 += (int64_t)(n - use);
    if (use < n) { /* what was cut is not zero: one more digit says so */
        big_muladd(&num, 10, 1);
        exp10--;
    }
    big_set(&den, 1);
    if (exp10 >= 0)
        big_pow10(&num, (size_t)exp10);
    else
        big_pow10(&den, (size_t)-exp10);
    return divide(&num, &den);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Reads [eE][-+]digits at s[i…]; moves i; false if it is malformed. */
static bool read_exponent(ipr_str s, size_t *i, int64_t *exp10)
{
    bool minus = false;
    int64_t e = 0;
    (*i)++;
    if (*i < s.n && (s.p[*i] == '-' || s.p[*i] == '+'))
        minus = s.p[(*i)++] == '-';
    if (*i >= s.n || !is_digit(s.p[*i]))
        return false;
    for (; *i < s.n && is_digit(s.p[*i]); (*i)++)
        if (e < 100000000)
            e = e * 10 + (s.p[*i] - '0');
    *exp10 += minus ? -e : e;
    return true;
}

/* Collects the significant digits of [digits][.digits] at s[*i…] into d (at most
 * cap; a non-zero digit beyond makes the last one odd-sticky). Returns how many
 * digits were seen. */
static size_t read_mantissa(ipr_str s, size_t *i, char *d, size_t cap, size_t *n, int64_t *exp10)
{
    size_t seen = 0;
    bool point = false;
    for (; *i < s.n; (*i)++) {
        char c = s.p[*i];
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (!is_digit(c))
            break;
        seen++;
        if (point)
            (*exp10)--;
        if (*n == 0 && c == '0')
            continue;
        if (*n < cap) {
            d[(*n)++] = c;
        } else {
            (*exp10)++;
            if (c != '0')
                d[cap - 1] = '1';
        }
    }
    return seen;
}

ipr_status ipr_decimal_parse(ipr_str s, double *out, ipr_err *err)
{
    char d[MAX_DIGITS + 2];
    uint64_t whole;
    if (s.n <= 15 && ipr_str_uint(s, &whole)) { /* most are */
        *out = (double)whole;
        return IPR_OK;
    }
    size_t i = 0, n = 0;
    int64_t exp10 = 0;
    bool minus = s.n && s.p[0] == '-';
    if (s.n && (s.p[0] == '-' || s.p[0] == '+'))
        i++;
    size_t from = i;
    size_t seen = read_mantissa(s, &i, d, sizeof d, &n, &exp10);
    if (seen == 0 || s.p[from] == '.' || s.p[i - 1] == '.')
        return ipr_fail(err, IPR_ENUMBER, i, "expected digits");
    if (i < s.n && (s.p[i] == 'e' || s.p[i] == 'E') && !read_exponent(s, &i, &exp10))
        return ipr_fail(err, IPR_ENUMBER, i, "expected digits after the exponent sign");
    if (i != s.n)
        return ipr_fail(err, IPR_ENUMBER, i, "a number ends before this byte");
    double v = ipr_decimal_make(d, n, exp10);
    *out = minus ? -v : v;
    return IPR_OK;
}

/* ---- writing ---- */

/* v as the shortest digits d[0…n) with value 0.d × 10^point. */
typedef struct shortest {
    char d[24];
    int n, point;
} shortest;

static void put_digits(shortest *s, uint64_t m, int k)
{
    char t[20] = {0};
    int n = 0;
    while (m && m % 10 == 0)
        m /= 10, k--;
    for (; m; m /= 10)
        t[n++] = (char)('0' + m % 10);
    for (int i = 0; i < n; i++)
        s->d[i] = t[n - 1 - i];
    s->n = n;
    s->point = n - k;
}

/* Finds k such that v × 10^k is an integer below 10^15 that divides back to v. */
static bool shortest_fast(double v, shortest *s)
{
    for (int k = 0; k <= 12; k++) {
        double scaled = v * powers[k];
        if (scaled >= 1e15)
            return false;
        uint64_t m = (uint64_t)(scaled + 0.5);
        if ((double)m / powers[k] == v) {
            put_digits(s, m, k);
            return true;
        }
    }
    return false;
}

/* Steele & White with big integers: r/s is the value, low and high the halves of
 * the gaps to its neighbours, all over the same denominator. */
static void shortest_exact(double v, shortest *out)
{
    int e;
    uint64_t m = (uint64_t)ldexp(frexp(v, &e), 53);
    e -= 53;
    if (e < -1074) { /* subnormal: fewer bits */
        m >>= -1074 - e;
        e = -1074;
    }
    bool even = (m & 1) == 0, lower_gap = m == (uint64_t)1 << 52 && e > -1074;
    big r, s, low, high, sum;
    big_set(&r, m);
    big_set(&s, 1);
    big_set(&low, 1);
    big_shl(&r, 1 + (size_t)lower_gap);
    big_shl(&s, 1 + (size_t)lower_gap);
    big_set(&high, lower_gap ? 2 : 1);
    if (e >= 0) {
        big_shl(&r, (size_t)e);
        big_shl(&low, (size_t)e);
        big_shl(&high, (size_t)e);
    } else {
        big_shl(&s, (size_t)-e);
    }
    int k = (int)ceil((e + 52) * 0.30102999566398120 - 1e-10);
    if (k >= 0) {
        big_pow10(&s, (size_t)k);
    } else {
        big_pow10(&r, (size_t)-k);
        big_pow10(&low, (size_t)-k);
        big_pow10(&high, (size_t)-k);
    }
    for (;;) { /* the estimate may be one too low */
        big_add(&sum, &r, &high);
        int c = big_cmp(&sum, &s);
        if (!(c > 0 || (c == 0 && even)))
            break;
        big_muladd(&s, 10, 0);
        k++;
    }
    out->point = k;
    out->n = 0;
    for (;;) {
        big_muladd(&r, 10, 0);
        big_muladd(&low, 10, 0);
        big_muladd(&high, 10, 0);
        char digit = '0';
        while (big_cmp(&r, &s) >= 0) {
            big_sub(&r, &s);
            digit++;
        }
        int lo = big_cmp(&r, &low);
        big_add(&sum, &r, &high);
        int hi = big_cmp(&sum, &s);
        bool done_low = lo < 0 || (lo == 0 && even), done_high = hi > 0 || (hi == 0 && even);
        if (!done_low && !done_high) {
            out->d[out->n++] = digit;
            continue;
        }
        if (done_high && done_low) {
            big_shl(&r, 1);
            done_high = big_cmp(&r, &s) >= 0;
        }
        out->d[out->n++] = (char)(digit + done_high);
        return;
    }
}

static void find_shortest(double v, shortest *s)
{
    if (v < 1e-6 || !shortest_fast(v, s))
        shortest_exact(v, s);
    for (int i = s->n - 1; i > 0 && s->d[i] > '9'; i--) { /* a digit 9 + 1 */
        s->d[i] = '0';
        s->d[i - 1]++;
    }
    if (s->d[0] > '9') {
        memmove(s->d + 1, s->d, (size_t)s->n);
        s->d[0] = '1';
        s->d[1] = '0';
        s->n++;
        s->point++;
    }
    while (s->n > 1 && s->d[s->n - 1] == '0')
        s->n--;
}

static void put_zeros(ipr_buf *b, int n)
{
    while (n-- > 0)
        ipr_buf_addc(b, '0');
}

static void put_plain(ipr_buf *b, const shortest *s)
{
    if (s->point <= 0) {
        ipr_buf_adds(b, "0.");
        put_zeros(b, -s->point);
        ipr_buf_add(b, s->d, (size_t)s->n);
    } else if (s->point >= s->n) {
        ipr_buf_add(b, s->d, (size_t)s->n);
        put_zeros(b, s->point - s->n);
    } else {
        ipr_buf_add(b, s->d, (size_t)s->point);
        ipr_buf_addc(b, '.');
        ipr_buf_add(b, s->d + s->point, (size_t)(s->n - s->point));
    }
}

void ipr_decimal_put(ipr_buf *b, double v)
{
    shortest s;
    if (isnan(v) || isinf(v)) {
        ipr_buf_adds(b, "null");
        return;
    }
    if (v == 0) {
        ipr_buf_addc(b, '0');
        return;
    }
    if (v < 0)
        ipr_buf_addc(b, '-');
    find_shortest(fabs(v), &s);
    if (s.point > -6 && s.point <= 17) {
        put_plain(b, &s);
        return;
    }
    ipr_buf_addc(b, s.d[0]);
    if (s.n > 1) {
        ipr_buf_addc(b, '.');
        ipr_buf_add(b, s.d + 1, (size_t)s.n - 1);
    }
    ipr_buf_adds(b, s.point > 0 ? "e+" : "e");
    ipr_buf_addint(b, s.point - 1);
}

/* Cuts s to `places` decimals, half away from zero. */
static void round_places(shortest *s, int places)
{
    int keep = s->point + places; /* digits that stay */
    if (keep >= s->n)
        return;
    bool up = keep >= 0 && s->d[keep] >= '5';
    s->n = keep > 0 ? keep : 0;
    if (!up)
        return;
    int i = s->n - 1;
    while (i >= 0 && s->d[i] == '9')
        s->d[i--] = '0';
    if (i >= 0) {
        s->d[i]++;
        return;
    }
    memmove(s->d + 1, s->d, (size_t)s->n);
    s->d[0] = '1';
    s->n++;
    s->point++;
}

void ipr_decimal_fixed(ipr_buf *b, double v, int places)
{
    shortest s = {.n = 0, .point = 0};
    if (isnan(v) || isinf(v)) {
        ipr_buf_adds(b, "null");
        return;
    }
    if (v != 0) {
        find_shortest(fabs(v), &s);
        round_places(&s, places);
    }
    if (v < 0 && s.n > 0)
        ipr_buf_addc(b, '-');
    for (int i = 0; i < s.point; i++)
        ipr_buf_addc(b, i < s.n ? s.d[i] : '0');
    if (s.point <= 0 || s.n == 0)
        ipr_buf_addc(b, '0');
    if (places > 0)
        ipr_buf_addc(b, '.');
    for (int i = s.n ? s.point : 0, end = i + places; i < end; i++)
        ipr_buf_addc(b, i >= 0 && i < s.n ? s.d[i] : '0');
}

void ipr_decimal_milli(ipr_buf *b, int64_t v)
{
    uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
    uint64_t rest = u % 1000;
    if (v < 0)
        ipr_buf_addc(b, '-');
    ipr_buf_addint(b, (int64_t)(u / 1000));
    if (!rest)
        return;
    char t[4] = {'.', (char)('0' + rest / 100), (char)('0' + rest / 10 % 10),
                 (char)('0' + rest % 10)};
    size_t n = 4;
    while (t[n - 1] == '0')
        n--;
    ipr_buf_add(b, t, n);
}
