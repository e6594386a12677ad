/* SPDX-License-Identifier: MIT
 * money.c: one price text: blanks and widths folded to a short line of code
 * points, the number found, what stands around it read as signs and small words. */
#include "money.h"
#include "money_marks.h"
#include "utf8.h"

#include <string.h>

#define MAX_CP 120 /* a longer text is no price */

/* The folded text: lower-case ASCII, full-width and Arabic forms as ASCII. */
typedef struct line {
    uint32_t cp[MAX_CP];
    size_t n;
} line;

typedef struct span {
    size_t first, end; /* code points of the line, half open */
} span;

static uint32_t fold(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    if (c >= 'A' && c <= 'Z')
        return c + 32;
    if (c >= 0x0410 && c <= 0x042F)
        return c + 32;
    if (c >= 0x0660 && c <= 0x0669)
        return '0' + (c - 0x0660);
    if (c >= 0x06F0 && c <= 0x06F9)
        return '0' + (c - 0x06F0);
    switch (c) {
    case 0x066B:
        return '.';
    case 0x066C:
        return ',';
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x00B4:
        return '\'';
    case 0xA0:
    case 0x2009:
    case 0x200A:
    case 0x202F:
    case 0x3000:
    case '\t':
    case '\r':
    case '\n':
        return ' ';
    case 0xFFE5:
        return 0xA5;
    case 0xFFE1:
        return 0xA3;
    case 0xFFE6:
        return 0x20A9;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return '-';
    case 0x301C:
    case 0x223C:
        return '~';
    default:
        return c;
    }
}

/* False if the text is too long or not UTF-8. Direction marks and BOMs are dropped. */
static bool fold_line(line *l, ipr_str text)
{
    const char *p = text.p, *end = text.p + text.n;
    l->n = 0;
    while (p < end) {
        uint32_t c;
        p += ipr_utf8_next(p, end, &c);
        if (c == 0x200B || c == 0x200E || c == 0x200F || c == 0xFEFF || c == 0x061C)
            continue;
        if (c == IPR_CP_BAD || l->n == MAX_CP)
            return false;
        l->cp[l->n++] = fold(c);
    }
    while (l->n && l->cp[l->n - 1] == ' ')
        l->n--;
    return true;
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool digit_at(const line *l, size_t i)
{
    return i < l->n && is_digit(l->cp[i]);
}

static size_t digits_from(const line *l, size_t i)
{
    size_t n = 0;
    while (digit_at(l, i + n))
        n++;
    return n;
}

/* The number that begins at first: digits, and separators that digits follow; a
 * blank or apostrophe only before a group of exactly three. */
static span number_at(const line *l, size_t first)
{
    size_t i = first + digits_from(l, first);
    while (i < l->n) {
        uint32_t c = l->cp[i];
        size_t n = digits_from(l, i + 1);
        bool group = (c == ' ' || c == '\'') && n == 3 && i - first <= 11;
        bool point = (c == '.' || c == ',') && n > 0;
        if (c == ' ' && group && digits_from(l, first) > 3)
            group = false;
        if (!group && !point)
            break;
        i += 1 + n;
    }
    return (span){first, i};
}

/* The next number at or behind `from`; empty span at the line's end if none. */
static span next_number(const line *l, size_t from)
{
    for (size_t i = from; i < l->n; i++) {
        if (is_digit(l->cp[i]))
            return number_at(l, i);
        if (l->cp[i] == '.' && digit_at(l, i + 1) && (i == 0 || l->cp[i - 1] == ' '))
            return (span){i, number_at(l, i + 1).end};
    }
    return (span){l->n, l->n};
}

/* ------------------------------------------------------------------ the number */

typedef struct shape {
    size_t dots, commas, others; /* separators by kind */
    size_t last_dot, last_comma; /* where the last of each stands */
    size_t head;                 /* digits before the first separator */
    bool groups;                 /* every group behind a separator but the last can be a
                                    thousands or lakh group */
    size_t tail;                 /* digits behind the last separator */
} shape;

static shape shape_of(const line *l, span s)
{
    shape h = {.groups = true};
    size_t run = 0;
    bool seen = false;
    for (size_t i = s.first; i < s.end; i++) {
        uint32_t c = l->cp[i];
        if (is_digit(c)) {
            run++;
            continue;
        }
        if (!seen)
            h.head = run;
        else if (run != 3 && run != 2)
            h.groups = false;
        seen = true;
        run = 0;
        if (c == '.')
            h.dots++, h.last_dot = i;
        else if (c == ',')
            h.commas++, h.last_comma = i;
        else
            h.others++;
    }
    if (!seen)
        h.head = run;
    else
        h.tail = run;
    if (h.head > 3)
        h.groups = false;
    return h;
}

/* What the one separator of its kind means, with three digits behind it. */
static int lone_separator(const line *l, span s, const shape *h, int minor, ipr_money_style style)
{
    bool dot = h->dots == 1;
    if (h->tail != 3 || h->head == 0 || h->head > 3 || l->cp[s.first] == '0')
        return 'd'; /* decimal */
    if (style != IPR_STYLE_UNKNOWN)
        return (style == IPR_STYLE_DOT) == dot ? 'd' : 'g';
    if (minor == 0)
        return 'g'; /* grouping */
    if (minor == 3)
        return 'a';
    return dot ? 'a' : 'g';
}

/* Index of the decimal separator, s.end if none; sets *state on trouble. */
static size_t decimal_place(const line *l, span s, int minor, ipr_money_style style, ipr_money *m)
{
    shape h = shape_of(l, s);
    bool grouped_ok = h.groups && h.head > 0;
    size_t last = h.last_dot > h.last_comma ? h.last_dot : h.last_comma;
    if (h.dots == 0 && h.commas == 0)
        return s.end;
    if (h.dots && h.commas) {
        bool dot = h.last_dot > h.last_comma;
        if ((dot ? h.dots : h.commas) != 1 || !grouped_ok) {
            m->state = IPR_MONEY_UNREADABLE;
            return s.end;
        }
        m->style = dot ? IPR_STYLE_DOT : IPR_STYLE_COMMA;
        return last;
    }
    if (h.dots + h.commas > 1) {
        if (!grouped_ok || h.tail != 3)
            m->state = IPR_MONEY_UNREADABLE;
        else
            m->style = h.dots ? IPR_STYLE_COMMA : IPR_STYLE_DOT;
        return s.end;
    }
    int sense = h.others ? 'd' : lone_separator(l, s, &h, minor, style);
    if (sense == 'a')
        m->state = IPR_MONEY_AMBIGUOUS;
    if (sense != 'd')
        return s.end;
    /* three digits behind a style's own mark tell nothing new of the column */
    if (h.tail != 3 || h.others || l->cp[s.first] == '0')
        m->style = h.dots ? IPR_STYLE_DOT : IPR_STYLE_COMMA;
    return last;
}

static void read_number(const line *l, span s, int minor, ipr_money_style style, ipr_money *m)
{
    size_t point = decimal_place(l, s, minor, style, m);
    if (m->state != IPR_MONEY_OK)
        return;
    for (size_t i = s.first; i < s.end; i++) {
        if (!is_digit(l->cp[i]))
            continue;
        if (i > point && m->scale == 9)
            break;
        if (m->digits > INT64_MAX / 10 - 10) {
            m->state = IPR_MONEY_UNREADABLE;
            return;
        }
        m->digits = m->digits * 10 + (int64_t)(l->cp[i] - '0');
        m->scale = (uint8_t)(m->scale + (i > point));
    }
}

/* ------------------------------------------------------ what stands around it */

static const char *const no_price_words[] = {
    "request", "tbd",  "tba",        "n/a",        "ask",       "call", "contact",
    "dm",      "pm",   "inbox",      "anfrage",    "consultar", "面议", "面議",
    "询价",    "詢價", "договорная", "по запросу", "応相談",    "문의"};

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7) ||
           (c >= 0x400 && c < 0x530);
}

/* Code points that `text` takes at i, or 0 if it does not stand there before `end`. */
static size_t stands_at(const line *l, size_t i, size_t end, const char *text)
{
    const char *p = text, *stop = text + strlen(text);
    size_t k = i;
    uint32_t c = 0;
    while (p < stop) {
        p += ipr_utf8_next(p, stop, &c);
        if (k == end || l->cp[k] != fold(c))
            return 0;
        k++;
    }
    if (is_letter(c) && k < end && is_letter(l->cp[k]))
        return 0;
    return k - i;
}

static void set_currency(ipr_money *m, const char *code)
{
    if (m->currency[0] && memcmp(m->currency, code, 3) != 0)
        m->state = IPR_MONEY_CONFLICT;
    memcpy(m->currency, code, 3);
    m->currency[3] = '\0';
}

typedef struct around {
    const char *family; /* codes an ambiguous sign may stand for, or NULL */
    bool from;          /* "from", "+" … */
} around;

static size_t code_at(const line *l, size_t i, size_t end, ipr_money *m)
{
    char code[3];
    if (end - i < 3 || (end - i > 3 && is_letter(l->cp[i + 3])))
        return 0;
    for (size_t k = 0; k < 3; k++) {
        if (l->cp[i + k] < 'a' || l->cp[i + k] > 'z')
            return 0;
        code[k] = (char)l->cp[i + k];
    }
    const ipr_currency *c = ipr_currency_find((ipr_str){code, 3});
    if (!c)
        return 0;
    set_currency(m, c->code);
    return 3;
}

static size_t mark_at(const line *l, size_t i, size_t end, ipr_money *m, around *a)
{
    for (size_t k = 0; k < ipr_money_mark_count; k++) {
        size_t n = stands_at(l, i, end, ipr_money_marks[k].text);
        if (!n)
            continue;
        if (ipr_money_marks[k].kind == IPR_MARK_CURRENCY)
            set_currency(m, ipr_money_marks[k].code);
        else if (ipr_money_marks[k].kind == IPR_MARK_FAMILY)
            a->family = ipr_money_marks[k].code;
        else if (ipr_money_marks[k].kind == IPR_MARK_FROM)
            a->from = true;
        return n;
    }
    return 0;
}

/* Reads the line between first and end as marks; false on anything else. */
static bool read_marks(const line *l, size_t first, size_t end, ipr_money *m, around *a)
{
    size_t i = first;
    while (i < end) {
        if (l->cp[i] == ' ') {
            i++;
            continue;
        }
        size_t n = code_at(l, i, end, m);
        if (!n)
            n = mark_at(l, i, end, m, a);
        if (!n)
            return false;
        i += n;
    }
    return true;
}

static bool has_text(const line *l, const char *text)
{
    for (size_t i = 0; i < l->n; i++)
        if ((i == 0 || !is_letter(l->cp[i - 1])) && stands_at(l, i, l->n, text))
            return true;
    return false;
}

static ipr_money_state without_number(const line *l)
{
    bool blank = true;
    for (size_t i = 0; i < l->n; i++)
        blank = blank && l->cp[i] == ' ';
    if (blank)
        return IPR_MONEY_EMPTY;
    for (size_t i = 0; i < sizeof no_price_words / sizeof *no_price_words; i++)
        if (has_text(l, no_price_words[i]))
            return IPR_MONEY_PLACEHOLDER;
    return IPR_MONEY_UNREADABLE;
}

/* Two numbers: a range if a range mark stands between them, else unreadable. */
static ipr_money_state two_numbers(const line *l, span a, span b)
{
    static const char *const words[] = {"to", "bis", "a", "à", "até", "hasta", "до", "至", "から"};
    for (size_t i = a.end; i < b.first; i++) {
        uint32_t c = l->cp[i];
        if (c == '-' || c == '~' || c == 0x2026)
            return IPR_MONEY_RANGE;
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            if (!is_letter(l->cp[i - 1]) && stands_at(l, i, b.first, words[k]))
                return IPR_MONEY_RANGE;
    }
    return IPR_MONEY_UNREADABLE;
}

static bool is_run(const char *text, size_t n, int step)
{
    for (size_t i = 1; i < n; i++)
        if (text[i] != text[i - 1] + step)
            return false;
    return true;
}

/* 0, 0.01, 12345…, 99999…, 111111; 1234 and 9999 where nothing says that they are
 * meant (a small unit, a separator written). */
static bool is_placeholder(const ipr_money *m, const ipr_currency *c, bool separated)
{
    bool meant = separated || (c && c->small);
    char text[20];
    size_t n = 0;
    int64_t v = m->digits;
    uint8_t scale = m->scale;
    if (v == 0 || (v == 1 && scale > 1))
        return true;
    while (scale && v % 10 == 0)
        v /= 10, scale--;
    if (scale)
        return false;
    for (; v && n < sizeof text; v /= 10)
        text[sizeof text - 1 - n++] = (char)('0' + v % 10);
    const char *first = text + sizeof text - n;
    if (n >= (meant ? 5u : 4u) && *first == '1' && is_run(first, n, 1))
        return true;
    if (!is_run(first, n, 0))
        return false;
    return *first == '9' ? n >= (c && c->small ? 6u : 4u) : n >= 6;
}

static bool in_family(const char *family, const char *code)
{
    const char *at = strstr(family, code);
    return at && (at - family) % 4 == 0;
}

/* The row's currency where the text gives none; conflicts with a shared sign. */
static void settle_currency(ipr_money *m, const around *a, const ipr_currency *column)
{
    if (m->state == IPR_MONEY_CONFLICT)
        return;
    if (m->currency[0]) {
        if (a->family && !in_family(a->family, m->currency))
            m->state = IPR_MONEY_CONFLICT;
        return;
    }
    if (!column)
        return;
    if (a->family && !in_family(a->family, column->code))
        m->state = IPR_MONEY_CONFLICT;
    else
        memcpy(m->currency, column->code, 4);
}

static ipr_money no_amount(ipr_money m, ipr_money_state state)
{
    m.state = state;
    m.digits = 0;
    m.scale = 0;
    return m;
}

/* "1.499,-" shows its style in the dash. */
static ipr_money_style dash_style(const line *l, size_t at, ipr_money_style style)
{
    if (at + 1 >= l->n || l->cp[at + 1] != '-' || (l->cp[at] != ',' && l->cp[at] != '.'))
        return style;
    return l->cp[at] == ',' ? IPR_STYLE_COMMA : IPR_STYLE_DOT;
}

/* A price as most feeds write it: digits, and one or two behind a point. Says what the general way
 * says of it; *whole gets the digits before the point. False for all else. */
static bool read_plain(ipr_str s, ipr_money *m, size_t *whole)
{
    size_t i = 0;
    int64_t v = 0;
    if (s.n > 15)
        return false;
    for (; i < s.n && is_digit((unsigned char)s.p[i]); i++)
        v = v * 10 + (s.p[i] - '0');
    *whole = i;
    if (i < s.n && s.p[i] == '.')
        for (i++; i < s.n && is_digit((unsigned char)s.p[i]); i++)
            v = v * 10 + (s.p[i] - '0');
    size_t behind = s.n - *whole;
    if (*whole == 0 || i < s.n || behind == 1 || behind > 3)
        return false;
    m->digits = v;
    m->scale = (uint8_t)(behind ? behind - 1 : 0);
    m->style = behind ? IPR_STYLE_DOT : IPR_STYLE_UNKNOWN;
    return true;
}

/* The number and what stands around it; *whole gets the digits it begins with. */
static void read_text(ipr_str text, const ipr_currency *column, ipr_money_style style, ipr_money *m,
                      size_t *whole)
{
    around a = {.family = NULL};
    line l;
    if (!fold_line(&l, text)) {
        m->state = IPR_MONEY_UNREADABLE;
        return;
    }
    span num = next_number(&l, 0), other = next_number(&l, num.end);
    if (num.first == l.n)
        m->state = without_number(&l);
    else if (other.first < l.n)
        m->state = two_numbers(&l, num, other);
    else if (!read_marks(&l, 0, num.first, m, &a) || !read_marks(&l, num.end, l.n, m, &a))
        m->state = IPR_MONEY_UNREADABLE;
    else
        settle_currency(m, &a, column);
    if (a.from && m->state != IPR_MONEY_UNREADABLE)
        m->state = IPR_MONEY_RANGE;
    if (m->state != IPR_MONEY_OK)
        return;
    const ipr_currency *c = ipr_currency_find((ipr_str){m->currency, strlen(m->currency)});
    read_number(&l, num, c ? c->minor : 2, dash_style(&l, num.end, style), m);
    *whole = digits_from(&l, num.first);
}
ipr_money ipr_money_parse(ipr_str text, ipr_str currency, ipr_money_style style)
{
    ipr_money m = {.state = IPR_MONEY_OK};
    const ipr_currency *c = ipr_currency_find(currency);
    size_t whole = 0;
    if (read_plain(text, &m, &whole)) {
        if (c)
            memcpy(m.currency, c->code, 4);
    } else {
        read_text(text, c, style, &m, &whole);
        c = ipr_currency_find((ipr_str){m.currency, strlen(m.currency)});
    }
    bool separated = whole < 4 && m.digits >= 1000;
    if (m.state == IPR_MONEY_OK && is_placeholder(&m, c, separated))
        m.state = IPR_MONEY_PLACEHOLDER;
    return m.state == IPR_MONEY_OK ? m : no_amount(m, m.state);
}

/* ------------------------------------------------------------------- questions */

double ipr_money_value(const ipr_money *m)
{
    return m->state == IPR_MONEY_OK ? ipr_decimal_of((uint64_t)m->digits, -(int64_t)m->scale) : 0;
}

bool ipr_money_minor(const ipr_money *m, int64_t *out)
{
    const ipr_currency *c = ipr_currency_find((ipr_str){m->currency, strlen(m->currency)});
    int want = c ? c->minor : 2, have = m->scale;
    int64_t v = m->digits;
    if (m->state != IPR_MONEY_OK)
        return false;
    for (; have > want + 1; have--)
        v /= 10;
    if (have > want) {
        v = v / 10 + (v % 10 >= 5);
        have--;
    }
    for (; have < want; have++) {
        if (v > INT64_MAX / 10)
            return false;
        v *= 10;
    }
    *out = v;
    return true;
}

const char *ipr_money_state_name(ipr_money_state s)
{
    static const char *const names[] = {"ok",        "empty",    "range",     "placeholder",
                                        "ambiguous", "conflict", "unreadable"};
    return names[s];
}

void ipr_money_vote(ipr_money_votes *v, ipr_str text)
{
    ipr_money m = ipr_money_parse(text, (ipr_str){"", 0}, IPR_STYLE_UNKNOWN);
    v->dot += m.style == IPR_STYLE_DOT;
    v->comma += m.style == IPR_STYLE_COMMA;
}

ipr_money_style ipr_money_decide(const ipr_money_votes *v)
{
    if (v->dot > v->comma * 19)
        return IPR_STYLE_DOT;
    if (v->comma > v->dot * 19)
        return IPR_STYLE_COMMA;
    return IPR_STYLE_UNKNOWN;
}
