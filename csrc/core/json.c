/* SPDX-License-Identifier: MIT
 * json.c: the pull reader (one small state, one bit of stack a level) and the
 * writing of strings. */
#include "json.h"
#include "utf8.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum {
    S_VALUE,       /* a value must come */
    S_FIRST_VALUE, /* after '[': a value or ']' */
    S_FIRST_KEY,   /* after '{': a key or '}' */
    S_KEY,         /* after ',' in an object: a key */
    S_AFTER,       /* after a value inside something: ',' or the closing bracket */
    S_DONE         /* the one value is complete: only blanks may follow */
};

void ipr_json_init(ipr_json *j, ipr_env *env, ipr_str s)
{
    memset(j, 0, sizeof *j);
    j->begin = j->p = s.p;
    j->end = s.n ? s.p + s.n : s.p;
    j->max_depth =
        env->limits.max_depth < IPR_JSON_MAX_DEPTH ? env->limits.max_depth : IPR_JSON_MAX_DEPTH;
    j->state = S_VALUE;
}

static ipr_status fail(const ipr_json *j, ipr_err *err, const char *message)
{
    return ipr_fail(err, IPR_EJSON, (size_t)(j->p - j->begin), message);
}

static bool is_blank(char c)
{
    return (unsigned char)c <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t');
}

static inline const char *past_blanks(const char *p, const char *end)
{
    while (p < end && is_blank(*p))
        p++;
    return p;
}

static void skip_blanks(ipr_json *j)
{
    j->p = past_blanks(j->p, j->end);
}

static bool in_object(const ipr_json *j)
{
    size_t top = j->depth - 1;
    return j->stack[top / 8] >> (top % 8) & 1;
}

static void value_done(ipr_json *j)
{
    j->state = j->depth ? S_AFTER : S_DONE;
}

static ipr_status open_level(ipr_json *j, ipr_json_token *tok, bool object, ipr_err *err)
{
    if (j->depth >= j->max_depth)
        return ipr_fail(err, IPR_EDEPTH, (size_t)(j->p - j->begin), "nested deeper than max_depth");
    uint8_t bit = (uint8_t)(1u << (j->depth % 8));
    if (object)
        j->stack[j->depth / 8] |= bit;
    else
        j->stack[j->depth / 8] &= (uint8_t)~bit;
    j->depth++;
    j->p++;
    tok->kind = object ? IPR_JSON_OPEN_OBJECT : IPR_JSON_OPEN_ARRAY;
    j->state = object ? S_FIRST_KEY : S_FIRST_VALUE;
    return IPR_OK;
}

static ipr_status close_level(ipr_json *j, ipr_json_token *tok)
{
    tok->kind = in_object(j) ? IPR_JSON_CLOSE_OBJECT : IPR_JSON_CLOSE_ARRAY;
    j->depth--;
    j->p++;
    value_done(j);
    return IPR_OK;
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* The pass_… functions move *p behind what stands there and return NULL; or they leave it where
 * something is wrong and say what. */

/* At a backslash. */
static const char *pass_escape(const char **p, const char *end)
{
    const char *q = *p = *p + 1;
    if (q >= end || !strchr("\"\\/bfnrtu", *q) || *q == '\0')
        return "expected one of \" \\ / b f n r t u after a backslash";
    if (*q == 'u')
        for (int i = 0; i < 4; i++)
            if (end - ++q <= 0 || !is_hex(*q))
                return "expected four hex digits after \\u";
    *p = q + 1;
    return NULL;
}

#ifdef __SSE2__
/* A bit for each of 16 bytes that plain_end stops at. */
static inline unsigned stops16(const char *p, bool ascii)
{
    __m128i x = _mm_loadu_si128((const __m128i *)(const void *)p);
    __m128i found =
        _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8('"')), _mm_cmpeq_epi8(x, _mm_set1_epi8('\\')));
    found = _mm_or_si128(found, _mm_cmpeq_epi8(x, _mm_min_epu8(x, _mm_set1_epi8(0x1F))));
    if (ascii)
        found = _mm_or_si128(found, _mm_or_si128(x, _mm_cmpeq_epi8(x, _mm_set1_epi8(0x7F))));
    return (unsigned)_mm_movemask_epi8(found);
}
#endif

/* The same of 8 bytes, in their highest bits; only the first is sure. */
static inline uint64_t stops8(const char *p, bool ascii)
{
    const uint64_t one = 0x0101010101010101u;
    uint64_t w = ipr_load8((const unsigned char *)p), quote = w ^ one * '"', slash = w ^ one * '\\',
             found = (w - one * 0x20) & ~w;
    found |= ((quote - one) & ~quote) | ((slash - one) & ~slash) | (ascii ? w | (w + one) : 0);
    return found & one * 0x80;
}

/* The first byte from p on, before end, that no string holds as it is: a control, a quote or a
 * backslash; with `ascii` also DEL and whatever is not ASCII. */
static inline const char *plain_end(const char *p, const char *end, bool ascii)
{
#ifdef __SSE2__
    for (; end - p >= 16; p += 16) {
        unsigned found = stops16(p, ascii);
        if (found)
            return p + __builtin_ctz(found);
    }
#endif
    for (; end - p >= 8; p += 8) {
        uint64_t found = stops8(p, ascii);
        if (found)
            return p + __builtin_ctzll(found) / 8;
    }
    while (p < end && (unsigned char)*p >= 0x20 && *p != '"' && *p != '\\' &&
           !(ascii && (unsigned char)*p >= 0x7F))
        p++;
    return p;
}

/* Behind the opening quote; passes the closing one. */
static const char *pass_string(const char **p, const char *end, bool *escaped)
{
    *escaped = false;
    while ((*p = plain_end(*p, end, false)) < end && **p != '"') {
        if (**p != '\\')
            return "a control character in a string; write it as an escape";
        *escaped = true;
        const char *wrong = pass_escape(p, end);
        if (wrong)
            return wrong;
    }
    if (*p >= end)
        return "a string is not closed";
    ++*p;
    return NULL;
}

/* At the opening quote. */
static ipr_status read_string(ipr_json *j, ipr_json_token *tok, ipr_err *err)
{
    const char *from = ++j->p, *wrong = pass_string(&j->p, j->end, &tok->escaped);
    if (wrong)
        return fail(j, err, wrong);
    tok->raw = (ipr_str){from, (size_t)(j->p - 1 - from)};
    return IPR_OK;
}

static ipr_status read_key(ipr_json *j, ipr_json_token *tok, ipr_err *err)
{
    if (j->p >= j->end || *j->p != '"')
        return fail(j, err, "expected a key in double quotes");
    ipr_status st = read_string(j, tok, err);
    if (st)
        return st;
    tok->kind = IPR_JSON_KEY;
    skip_blanks(j);
    if (j->p >= j->end || *j->p != ':')
        return fail(j, err, "expected ':' after a key");
    j->p++;
    j->state = S_VALUE;
    return IPR_OK;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t digits(const char *p, const char *end)
{
    size_t n = 0;
    while (p + n < end && is_digit(p[n]))
        n++;
    return n;
}

static const char *pass_number(const char **p, const char *end)
{
    if (*p < end && **p == '-')
        ++*p;
    size_t n = digits(*p, end);
    if (n == 0)
        return "expected a value";
    if (n > 1 && **p == '0')
        return "a number may not begin with 0";
    *p += n;
    if (*p < end && **p == '.') {
        n = digits(++*p, end);
        if (n == 0)
            return "expected digits after the decimal point";
        *p += n;
    }
    if (*p < end && (**p == 'e' || **p == 'E')) {
        ++*p;
        if (*p < end && (**p == '+' || **p == '-'))
            ++*p;
        n = digits(*p, end);
        if (n == 0)
            return "expected digits in the exponent";
        *p += n;
    }
    return NULL;
}

static ipr_status read_number(ipr_json *j, ipr_json_token *tok, ipr_err *err)
{
    const char *from = j->p, *wrong = pass_number(&j->p, j->end);
    if (wrong)
        return fail(j, err, wrong);
    tok->kind = IPR_JSON_NUMBER;
    tok->raw = (ipr_str){from, (size_t)(j->p - from)};
    value_done(j);
    return IPR_OK;
}

/* The word at p, or IPR_JSON_END for none. */
static ipr_json_kind word_at(const char *p, const char *end, size_t *n)
{
    size_t have = (size_t)(end - p);
    *n = 4;
    if (have >= 4 && !memcmp(p, "null", 4))
        return IPR_JSON_NULL;
    if (have >= 4 && !memcmp(p, "true", 4))
        return IPR_JSON_TRUE;
    *n = 5;
    return have >= 5 && !memcmp(p, "false", 5) ? IPR_JSON_FALSE : IPR_JSON_END;
}

static ipr_status read_word(ipr_json *j, ipr_json_token *tok, ipr_err *err)
{
    size_t n;
    tok->kind = word_at(j->p, j->end, &n);
    if (tok->kind == IPR_JSON_END)
        return fail(j, err, "expected a value");
    tok->raw = (ipr_str){j->p, n};
    j->p += n;
    value_done(j);
    return IPR_OK;
}

static ipr_status read_value(ipr_json *j, ipr_json_token *tok, ipr_err *err)
{
    if (j->p >= j->end)
        return fail(j, err, "expected a value, found the end");
    ipr_status st;
    switch (*j->p) {
    case '{':
        return open_level(j, tok, true, err);
    case '[':
        return open_level(j, tok, false, err);
    case '"':
        st = read_string(j, tok, err);
        if (st)
            return st;
        tok->kind = IPR_JSON_STRING;
        value_done(j);
        return IPR_OK;
    case 'n':
    case 't':
    case 'f':
        return read_word(j, tok, err);
    default:
        return read_number(j, tok, err);
    }
}

/* After a value inside something: consumes ',' or closes. */
static ipr_status after_value(ipr_json *j, ipr_json_token *tok, bool *closed, ipr_err *err)
{
    bool object = in_object(j);
    *closed = false;
    if (j->p < j->end && *j->p == (object ? '}' : ']')) {
        *closed = true;
        return close_level(j, tok);
    }
    if (j->p >= j->end || *j->p != ',')
        return fail(j, err, object ? "expected ',' or '}'" : "expected ',' or ']'");
    j->p++;
    skip_blanks(j);
    j->state = object ? S_KEY : S_VALUE;
    return IPR_OK;
}

ipr_status ipr_json_next(ipr_json *j, ipr_json_token *tok, ipr_err *err)
{
    bool closed;
    *tok = (ipr_json_token){.kind = IPR_JSON_END};
    skip_blanks(j);
    if (j->state == S_DONE)
        return j->p == j->end ? IPR_OK : fail(j, err, "something follows the value");
    if (j->state == S_AFTER) {
        ipr_status st = after_value(j, tok, &closed, err);
        if (st || closed)
            return st;
    }
    bool here = j->p < j->end;
    if ((j->state == S_FIRST_VALUE && here && *j->p == ']') ||
        (j->state == S_FIRST_KEY && here && *j->p == '}'))
        return close_level(j, tok);
    if (j->state == S_KEY || j->state == S_FIRST_KEY)
        return read_key(j, tok, err);
    return read_value(j, tok, err);
}

/* ---- passing over: the past_… functions return what is behind a well-formed piece at p, or
 * NULL where reading token by token is to say what is wrong ---- */

/* Behind the opening quote. */
static inline const char *past_string(const char *p, const char *end)
{
    bool escaped;
    const char *q = plain_end(p, end, false);
    if (q < end && *q == '"')
        return q + 1;
    return pass_string(&q, end, &escaped) ? NULL : q;
}

static const char *past_scalar(const char *p, const char *end)
{
    size_t n;
    if (p < end && *p == '"')
        return past_string(p + 1, end);
    if (p < end && is_digit(*p))
        return pass_number(&p, end) ? NULL : p;
    if (word_at(p, end, &n))
        return p + n;
    return pass_number(&p, end) ? NULL : p;
}

/* Up to where the key's value begins. */
static const char *past_key(const char *p, const char *end)
{
    if (p == end || *p != '"' || !(p = past_string(p + 1, end)))
        return NULL;
    p = past_blanks(p, end);
    return p < end && *p == ':' ? past_blanks(p + 1, end) : NULL;
}

/* At the bracket that opens an object or array of at most `levels` (<= 64) levels. */
static const char *past_container(const char *p, const char *end, size_t levels)
{
    uint64_t objects = 0; /* a bit a level, the innermost lowest */
    size_t depth = 0;
    do {
        bool opens = p < end && (*p == '{' || *p == '[');
        if (opens) {
            if (depth++ == levels)
                return NULL;
            objects = objects << 1 | (*p++ == '{');
        } else if (!(p = past_scalar(p, end))) {
            return NULL;
        }
        p = past_blanks(p, end);
        for (; depth && p < end && *p == (objects & 1 ? '}' : ']'); opens = false) {
            depth--;
            objects >>= 1;
            p = past_blanks(p + 1, end);
        }
        if (depth && !opens) {
            if (p == end || *p != ',')
                return NULL;
            p = past_blanks(p + 1, end);
        }
        if (depth && objects & 1 && !(p = past_key(p, end)))
            return NULL;
    } while (depth);
    return p;
}

ipr_status ipr_json_skip(ipr_json *j, const ipr_json_token *first, ipr_err *err)
{
    if (first->kind != IPR_JSON_OPEN_OBJECT && first->kind != IPR_JSON_OPEN_ARRAY)
        return IPR_OK;
    size_t depth = j->depth, levels = j->max_depth - depth + 1;
    const char *p = past_container(j->p - 1, j->end, levels < 64 ? levels : 64);
    if (p) {
        j->p = p;
        j->depth--;
        value_done(j);
        return IPR_OK;
    }
    ipr_json_token tok;
    while (j->depth >= depth) {
        ipr_status st = ipr_json_next(j, &tok, err);
        if (st)
            return st;
    }
    return IPR_OK;
}

static uint32_t hex4(const char *p)
{
    uint32_t v = 0;
    for (int i = 0; i < 4; i++) {
        unsigned char c = (unsigned char)p[i];
        v = v << 4 | (c <= '9' ? c - 48u : (c | 0x20u) - 87u); /* '0', 'a' - 10 */
    }
    return v;
}

/* At "uXXXX"; returns the bytes consumed, a surrogate pair's second half too. */
static size_t put_unicode(ipr_buf *b, const char *p, const char *end)
{
    uint32_t cp = hex4(p + 1);
    if (cp >= 0xD800 && cp < 0xDC00 && end - p >= 11 && p[5] == '\\' && p[6] == 'u') {
        uint32_t low = hex4(p + 7);
        if (low >= 0xDC00 && low < 0xE000) {
            ipr_utf8_put(b, 0x10000 + ((cp - 0xD800) << 10) + (low - 0xDC00));
            return 11;
        }
    }
    ipr_utf8_put(b, cp);
    return 5;
}

void ipr_json_text(ipr_buf *b, const ipr_json_token *tok)
{
    const char *p = tok->raw.p, *end = p + tok->raw.n;
    if (!tok->escaped) {
        ipr_buf_addstr(b, tok->raw);
        return;
    }
    while (p < end) {
        const char *q = memchr(p, '\\', (size_t)(end - p));
        if (!q)
            q = end;
        ipr_buf_add(b, p, (size_t)(q - p));
        if (q == end)
            return;
        p = q + 1;
        static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
        const char *at = strchr(from, *p);
        if (*p == 'u')
            p += put_unicode(b, p, end);
        else
            ipr_buf_addc(b, at ? to[at - from] : *p), p++;
    }
}

static void put_control(ipr_buf *b, unsigned char c)
{
    static const char hex[] = "0123456789abcdef";
    switch (c) {
    case '"':
        ipr_buf_adds(b, "\\\"");
        break;
    case '\\':
        ipr_buf_adds(b, "\\\\");
        break;
    case '\n':
        ipr_buf_adds(b, "\\n");
        break;
    case '\r':
        ipr_buf_adds(b, "\\r");
        break;
    case '\t':
        ipr_buf_adds(b, "\\t");
        break;
    default:
        ipr_buf_adds(b, "\\u00");
        ipr_buf_addc(b, hex[c >> 4]);
        ipr_buf_addc(b, hex[c & 15]);
    }
}

/* The first byte from p on that cannot be written as it is. */
static const char *written_end(const char *p, const char *end)
{
    uint32_t cp;
    for (size_t n = 0;; p += n) {
        p = plain_end(p, end, true);
        if (p == end || (unsigned char)*p < 0x80)
            return p;
        n = ipr_utf8_next(p, end, &cp);
        if (cp == IPR_CP_BAD)
            return p;
    }
}

void ipr_json_put_part(ipr_buf *b, ipr_str s)
{
    const char *p = s.p, *end = s.n ? s.p + s.n : s.p;
    for (;;) {
        const char *q = written_end(p, end);
        ipr_buf_add(b, p, (size_t)(q - p));
        p = q;
        if (p == end)
            return;
        if ((unsigned char)*p < 0x80) {
            put_control(b, (unsigned char)*p++);
        } else {
            uint32_t cp;
            p += ipr_utf8_next(p, end, &cp);
            ipr_utf8_put(b, 0xFFFD);
        }
    }
}

void ipr_json_put(ipr_buf *b, ipr_str s)
{
    ipr_buf_addc(b, '"');
    ipr_json_put_part(b, s);
    ipr_buf_addc(b, '"');
}
