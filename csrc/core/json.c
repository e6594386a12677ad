/* SPDX-License-Identifier: MIT
 * json.c: the pull reader (one small state, one bit of stack a level) and the
 * writing of strings. */
#include "json.h"
#include "utf8.h"

#include <string.h>

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

static void skip_blanks(ipr_json *j)
{
    while (j->p < j->end && (*j->p == ' ' || *j->p == '\n' || *j->p == '\r' || *j->p == '\t'))
        j->p++;
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

static ipr_status check_escape(ipr_json *j, ipr_err *err)
{
    j->p++;
    if (j->p >= j->end || !strchr("\"\\/bfnrtu", *j->p) || *j->p == '\0')
        return fail(j, err, "expected one of \" \\ / b f n r t u after a backslash");
    if (*j->p == 'u') {
        for (int i = 1; i <= 4; i++)
            if (j->end - j->p <= i || !is_hex(j->p[i]))
                return fail(j, err, "expected four hex digits after \\u");
        j->p += 4;
    }
    j->p++;
    return IPR_OK;
}

/* The first byte from p on, before end, that no string holds as it is: a control, a quote or a
 * backslash; with `ascii` also DEL and whatever is not ASCII. Eight at a time. */
static inline const char *plain_end(const char *p, const char *end, bool ascii)
{
    const uint64_t one = 0x0101010101010101u;
    for (; end - p >= 8; p += 8) {
        uint64_t w = ipr_load8((const unsigned char *)p), quote = w ^ one * '"',
                 slash = w ^ one * '\\', found = (w - one * 0x20) & ~w;
        found |= ((quote - one) & ~quote) | ((slash - one) & ~slash) | (ascii ? w | (w + one) : 0);
        if (found & one * 0x80)
            return p + __builtin_ctzll(found & one * 0x80) / 8;
    }
    while (p < end && (unsigned char)*p >= 0x20 && *p != '"' && *p != '\\' &&
           !(ascii && (unsigned char)*p >= 0x7F))
        p++;
    return p;
}

/* At the opening quote; leaves p behind the closing one. */
static ipr_status read_string(ipr_json *j, ipr_json_token *tok, ipr_err *err)
{
    const char *from = ++j->p;
    tok->escaped = false;
    while ((j->p = plain_end(j->p, j->end, false)) < j->end && *j->p != '"') {
        if (*j->p != '\\')
            return fail(j, err, "a control character in a string; write it as an escape");
        tok->escaped = true;
        ipr_status st = check_escape(j, err);
        if (st)
            return st;
    }
    if (j->p >= j->end)
        return fail(j, err, "a string is not closed");
    tok->raw = (ipr_str){from, (size_t)(j->p - from)};
    j->p++;
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

static size_t digits(const char *p, const char *end)
{
    size_t n = 0;
    while (p + n < end && p[n] >= '0' && p[n] <= '9')
        n++;
    return n;
}

static ipr_status read_number(ipr_json *j, ipr_json_token *tok, ipr_err *err)
{
    const char *from = j->p;
    if (*j->p == '-')
        j->p++;
    size_t n = digits(j->p, j->end);
    if (n == 0)
        return fail(j, err, "expected a value");
    if (n > 1 && *j->p == '0')
        return fail(j, err, "a number may not begin with 0");
    j->p += n;
    if (j->p < j->end && *j->p == '.') {
        n = digits(++j->p, j->end);
        if (n == 0)
            return fail(j, err, "expected digits after the decimal point");
        j->p += n;
    }
    if (j->p < j->end && (*j->p == 'e' || *j->p == 'E')) {
        j->p++;
        if (j->p < j->end && (*j->p == '+' || *j->p == '-'))
            j->p++;
        n = digits(j->p, j->end);
        if (n == 0)
            return fail(j, err, "expected digits in the exponent");
        j->p += n;
    }
    tok->kind = IPR_JSON_NUMBER;
    tok->raw = (ipr_str){from, (size_t)(j->p - from)};
    value_done(j);
    return IPR_OK;
}

static ipr_status read_word(ipr_json *j, ipr_json_token *tok, ipr_err *err)
{
    static const struct {
        const char *text;
        size_t n;
        ipr_json_kind kind;
    } words[] = {
        {"null", 4, IPR_JSON_NULL}, {"true", 4, IPR_JSON_TRUE}, {"false", 5, IPR_JSON_FALSE}};
    for (size_t i = 0; i < 3; i++) {
        if ((size_t)(j->end - j->p) >= words[i].n && !memcmp(j->p, words[i].text, words[i].n)) {
            tok->kind = words[i].kind;
            tok->raw = (ipr_str){j->p, words[i].n};
            j->p += words[i].n;
            value_done(j);
            return IPR_OK;
        }
    }
    return fail(j, err, "expected a value");
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

ipr_status ipr_json_skip(ipr_json *j, const ipr_json_token *first, ipr_err *err)
{
    if (first->kind != IPR_JSON_OPEN_OBJECT && first->kind != IPR_JSON_OPEN_ARRAY)
        return IPR_OK;
    size_t depth = j->depth;
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

void ipr_json_put(ipr_buf *b, ipr_str s)
{
    const char *p = s.p, *end = s.n ? s.p + s.n : s.p;
    ipr_buf_addc(b, '"');
    while (p < end) {
        const char *q = plain_end(p, end, true);
        ipr_buf_add(b, p, (size_t)(q - p));
        p = q;
        if (p == end)
            break;
        uint32_t cp;
        size_t n = ipr_utf8_next(p, end, &cp);
        if (cp < 0x20 || cp == '"' || cp == '\\' || cp == 0x7F)
            put_control(b, (unsigned char)cp);
        else if (cp == IPR_CP_BAD)
            ipr_utf8_put(b, 0xFFFD);
        else
            ipr_buf_add(b, p, n);
        p += n;
    }
    ipr_buf_addc(b, '"');
}
