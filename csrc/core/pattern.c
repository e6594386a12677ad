/* SPDX-License-Identifier: MIT
 * pattern.c: matching by trying, one step counted for each try of an item. */
#include "pattern.h"

#include <string.h>

#define DEPTH_MAX 200 /* nested tries, as in Lua */

typedef struct item {
    const char *p, *end; /* a class, set or literal of the pattern */
} item;

static const char *try(ipr_match *m, const char *s, const char *p, const char *end);

void ipr_match_init(ipr_match *m, ipr_str subject, uint64_t *steps)
{
    memset(m, 0, sizeof *m);
    m->begin = subject.p;
    m->end = subject.p + subject.n;
    m->steps = steps;
}

static const char *wrong(ipr_match *m, const char *why)
{
    if (!m->error)
        m->error = why;
    return NULL;
}

static bool step(ipr_match *m)
{
    if (*m->steps == 0) {
        m->spent = true;
        return false;
    }
    --*m->steps;
    return !m->error;
}

/* Behind the single-character item at p; NULL and an error where it does not end. */
static const char *item_end(ipr_match *m, const char *p, const char *end)
{
    char c = *p++;
    if (c == '%')
        return p < end ? p + 1 : wrong(m, "malformed pattern (ends with '%')");
    if (c != '[')
        return p;
    if (p < end && *p == '^')
        p++;
    do { /* the first ] stands for itself */
        if (p >= end)
            return wrong(m, "malformed pattern (missing ']')");
        if (*p++ == '%') {
            if (p >= end)
                return wrong(m, "malformed pattern (missing ']')");
            p++;
        }
    } while (p >= end || *p != ']');
    return p + 1;
}

static bool is_alpha(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static bool is_hex(unsigned char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool in_class(unsigned char c, unsigned char cls)
{
    bool in;
    switch (cls | 32) {
    case 'a':
        in = is_alpha(c);
        break;
    case 'c':
        in = c < 32 || c == 127;
        break;
    case 'd':
        in = is_digit(c);
        break;
    case 'g':
        in = c > 32 && c < 127;
        break;
    case 'l':
        in = c >= 'a' && c <= 'z';
        break;
    case 'p':
        in = c > 32 && c < 127 && !is_alpha(c) && !is_digit(c);
        break;
    case 's':
        in = c == ' ' || (c >= 9 && c <= 13);
        break;
    case 'u':
        in = c >= 'A' && c <= 'Z';
        break;
    case 'w':
        in = is_alpha(c) || is_digit(c);
        break;
    case 'x':
        in = is_hex(c);
        break;
    default:
        return c == cls;
    }
    return is_alpha(cls) && !(cls & 32) ? !in : in; /* a capital means all others */
}

/* Whether c is in the set whose '[' is at it.p. */
static bool in_set(unsigned char c, item it)
{
    const char *p = it.p + 1, *last = it.end - 1;
    bool in = true;
    if (*p == '^') {
        in = false;
        p++;
    }
    while (p < last) {
        if (*p == '%' && p + 1 < last) {
            if (in_class(c, (unsigned char)p[1]))
                return in;
            p += 2;
        } else if (p + 2 < last && p[1] == '-') {
            if ((unsigned char)p[0] <= c && c <= (unsigned char)p[2])
                return in;
            p += 3;
        } else if ((unsigned char)*p++ == c) {
            return in;
        }
    }
    return !in;
}

static bool fits(const ipr_match *m, const char *s, item it)
{
    if (s >= m->end)
        return false;
    unsigned char c = (unsigned char)*s;
    switch (*it.p) {
    case '.':
        return true;
    case '%':
        return in_class(c, (unsigned char)it.p[1]);
    case '[':
        return in_set(c, it);
    default:
        return (unsigned char)*it.p == c;
    }
}

/* As many as there are, then fewer, until the rest fits. */
static const char *greedy(ipr_match *m, const char *s, item it, const char *end)
{
    const char *t = s;
    while (fits(m, t, it)) {
        if (!step(m))
            return NULL;
        t++;
    }
    for (;; t--) {
        const char *e = try(m, t, it.end + 1, end);
        if (e || t == s || m->error || m->spent)
            return e;
    }
}

/* As few as will do. */
static const char *lazy(ipr_match *m, const char *s, item it, const char *end)
{
    for (;;) {
        const char *e = try(m, s, it.end + 1, end);
        if (e || m->error || m->spent)
            return e;
        if (!fits(m, s, it) || !step(m))
            return NULL;
        s++;
    }
}

static const char *open_capture(ipr_match *m, const char *s, const char *p, const char *end,
                                size_t n)
{
    if (m->captures >= IPR_PATTERN_CAPTURES)
        return wrong(m, "too many captures");
    m->capture[m->captures].p = s;
    m->capture[m->captures].n = n;
    m->captures++;
    const char *e = try(m, s, p, end);
    if (!e)
        m->captures--;
    return e;
}

static const char *close_capture(ipr_match *m, const char *s, const char *p, const char *end)
{
    size_t k = m->captures;
    while (k > 0 && m->capture[k - 1].n != IPR_PATTERN_OPEN)
        k--;
    if (k == 0)
        return wrong(m, "invalid pattern capture");
    m->capture[k - 1].n = (size_t)(s - m->capture[k - 1].p);
    const char *e = try(m, s, p, end);
    if (!e)
        m->capture[k - 1].n = IPR_PATTERN_OPEN;
    return e;
}

/* %bxy at p (behind "%b"): the end of the balanced text, or NULL. */
static const char *balanced(ipr_match *m, const char *s, const char *p, const char *end)
{
    if (end - p < 2)
        return wrong(m, "malformed pattern (missing arguments to '%b')");
    if (s >= m->end || *s != p[0])
        return NULL;
    for (size_t open = 1; ++s < m->end;) {
        if (!step(m))
            return NULL;
        if (*s == p[1]) {
            if (--open == 0)
                return s + 1;
        } else if (*s == p[0]) {
            open++;
        }
    }
    return NULL;
}

/* %f[set] at p (behind "%f"): whether s is such a border; *next is behind the set. */
static bool frontier(ipr_match *m, const char *s, const char *p, const char *end, const char **next)
{
    if (p >= end || *p != '[') {
        wrong(m, "missing '[' after '%f' in pattern");
        return false;
    }
    *next = item_end(m, p, end);
    if (!*next)
        return false;
    item set = {p, *next};
    unsigned char before = s == m->begin ? 0 : (unsigned char)s[-1];
    unsigned char here = s < m->end ? (unsigned char)*s : 0;
    return !in_set(before, set) && in_set(here, set);
}

/* %1 … %9: the same text as that capture; its end or NULL. */
static const char *again(ipr_match *m, const char *s, char digit)
{
    size_t k = (size_t)(digit - '1');
    if (digit == '0' || k >= m->captures || m->capture[k].n == IPR_PATTERN_OPEN ||
        m->capture[k].n == IPR_PATTERN_POSITION)
        return wrong(m, "invalid capture index in pattern");
    size_t n = m->capture[k].n;
    if ((size_t)(m->end - s) < n || memcmp(s, m->capture[k].p, n) != 0)
        return NULL;
    *m->steps -= *m->steps < n ? *m->steps : n;
    return s + n;
}

/* A single-character item with what follows it. */
static const char *single(ipr_match *m, const char *s, const char *p, const char *end)
{
    item it = {p, item_end(m, p, end)};
    if (!it.end)
        return NULL;
    char suffix = it.end < end ? *it.end : '\0';
    if (suffix == '*')
        return greedy(m, s, it, end);
    if (suffix == '-')
        return lazy(m, s, it, end);
    if (suffix == '+')
        return fits(m, s, it) ? greedy(m, s + 1, it, end) : NULL;
    if (suffix == '?') {
        const char *e = fits(m, s, it) ? try(m, s + 1, it.end + 1, end) : NULL;
        return e || m->error || m->spent ? e : try(m, s, it.end + 1, end);
    }
    return fits(m, s, it) ? try(m, s + 1, it.end, end) : NULL;
}

static const char *escape(ipr_match *m, const char *s, const char *p, const char *end)
{
    const char *next;
    if (p[1] == 'b') {
        s = balanced(m, s, p + 2, end);
        return s ? try(m, s, p + 4, end) : NULL;
    }
    if (p[1] == 'f')
        return frontier(m, s, p + 2, end, &next) ? try(m, s, next, end) : NULL;
    if (is_digit((unsigned char)p[1])) {
        s = again(m, s, p[1]);
        return s ? try(m, s, p + 2, end) : NULL;
    }
    return single(m, s, p, end);
}

/* Plain items without a suffix are taken in this loop; all else tries what follows. */
static const char *try_rest(ipr_match *m, const char *s, const char *p, const char *end)
{
    while (p < end) {
        if (!step(m))
            return NULL;
        if (*p == '(')
            return p + 1 < end && p[1] == ')' ? open_capture(m, s, p + 2, end, IPR_PATTERN_POSITION)
                                              : open_capture(m, s, p + 1, end, IPR_PATTERN_OPEN);
        if (*p == ')')
            return close_capture(m, s, p + 1, end);
        if (*p == '$' && p + 1 == end)
            return s == m->end ? s : NULL;
        if (*p == '%' && p + 1 < end &&
            (p[1] == 'b' || p[1] == 'f' || is_digit((unsigned char)p[1])))
            return escape(m, s, p, end);
        item it = {p, item_end(m, p, end)};
        if (!it.end)
            return NULL;
        if (it.end < end && strchr("*+-?", *it.end) && *it.end)
            return single(m, s, p, end);
        if (!fits(m, s, it))
            return NULL;
        s++;
        p = it.end;
    }
    return s;
}

static const char *try(ipr_match *m, const char *s, const char *p, const char *end)
{
    if (m->depth >= DEPTH_MAX)
        return wrong(m, "pattern too complex");
    m->depth++;
    const char *e = try_rest(m, s, p, end);
    m->depth--;
    return e;
}

const char *ipr_match_at(ipr_match *m, const char *s, ipr_str pattern)
{
    m->captures = 0;
    m->depth = 0;
    return try(m, s, pattern.p, pattern.p + pattern.n);
}
