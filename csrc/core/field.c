/* SPDX-License-Identifier: MIT
 * field.c: the table of fields, values on demand, evidence, and the raw columns. */
#include "field.h"

#include <string.h>

typedef void (*feature_fn)(ipr_eval *v, ipr_value *out);

static const struct {
    const char *name;
    ipr_type type;
    unsigned cost;
    const char *needs, *about;
    feature_fn fn; /* NULL: a raw column */
} table[] = {
#define X(NAME, name, TYPE, text) {#name, IPR_TYPE_##TYPE, 1, #name, text, NULL},
    IPR_COLUMN_LIST(X)
#undef X
#define X(name, TYPE, cost, needs, text)                                                           \
    {#name, IPR_TYPE_##TYPE, cost, needs, text, ipr_feature_##name},
        IPR_FEATURE_LIST(X)
#undef X
};

const char *ipr_field_name(unsigned field)
{
    return field < IPR_FIELD_COUNT ? table[field].name : "column";
}

ipr_type ipr_field_type(unsigned field)
{
    return field < IPR_FIELD_COUNT ? table[field].type : IPR_TYPE_TEXT;
}

unsigned ipr_field_cost(unsigned field)
{
    return field < IPR_FIELD_COUNT ? table[field].cost : 1;
}

const char *ipr_field_needs(unsigned field)
{
    return field < IPR_FIELD_COUNT ? table[field].needs : "column";
}

const char *ipr_field_about(unsigned field)
{
    return field < IPR_FIELD_COUNT ? table[field].about : "another column of the input";
}

int ipr_field_find(ipr_str name)
{
    for (int i = 0; i < IPR_FIELD_COUNT; i++) {
        if (ipr_str_is(name, table[i].name))
            return i;
    }
    return -1;
}

void ipr_eval_init(ipr_eval *v, ipr_env *env, const ipr_lists *lists)
{
    memset(v, 0, sizeof *v);
    v->env = env;
    v->lists = lists;
    ipr_arena_init(&v->arena, env);
}

void ipr_eval_fini(ipr_eval *v)
{
    if (!v->env)
        return;
    for (int i = 0; i < IPR_SCRATCH_COUNT; i++) {
        if (v->scratch[i].p && v->scratch[i].fini)
            v->scratch[i].fini(v->scratch[i].p);
        v->scratch[i].p = NULL;
    }
    ipr_arena_fini(&v->arena);
    ipr_free(v->env, v->evidence, v->evidence_cap * sizeof *v->evidence);
    v->evidence = NULL;
    v->evidence_cap = 0;
    v->env = NULL;
}

void ipr_eval_set(ipr_eval *v, const ipr_listing *listing)
{
    v->listing = listing;
    v->evidence_n = 0;
    v->failed = false;
    ipr_arena_reset(&v->arena);
    if (++v->epoch == 0) {
        memset(v->stamp, 0, sizeof v->stamp);
        v->epoch = 1;
    }
}

ipr_str ipr_eval_text(const ipr_eval *v, ipr_column c)
{
    return v->listing->slot[c];
}

void ipr_value_number(ipr_value *out, double number)
{
    out->known = true;
    out->number = number;
}

void ipr_value_text(ipr_value *out, ipr_str text)
{
    out->known = true;
    out->text = text;
}

static ipr_str keep(ipr_eval *v, const char *s)
{
    size_t n = s ? strlen(s) : 0;
    char *p = n ? ipr_arena_dup(&v->arena, s, n) : NULL;
    if (n && !p)
        v->failed = true;
    return (ipr_str){p, p ? n : 0};
}

static ipr_evidence *add_evidence(ipr_eval *v, ipr_value *out)
{
    if (!v->evidence_wanted || out->count >= v->env->limits.max_hits)
        return NULL;
    ipr_evidence *e = ipr_grow(v->env, v->evidence, &v->evidence_cap, v->evidence_n + 1, sizeof *e);
    if (!e) {
        v->failed = true;
        return NULL;
    }
    v->evidence = e;
    if (out->count == 0)
        out->first = (uint32_t)v->evidence_n;
    else if (out->first + out->count != v->evidence_n)
        return NULL; /* another feature was asked in between: its evidence stands there now */
    out->count++;
    return &v->evidence[v->evidence_n++];
}

void ipr_value_at(ipr_eval *v, ipr_value *out, ipr_column c, size_t start, size_t end,
                  const char *says)
{
    ipr_str s = v->listing->slot[c];
    if (start > end || end > s.n || end > UINT32_MAX - 1)
        return;
    ipr_evidence *e = add_evidence(v, out);
    if (!e)
        return;
    *e = (ipr_evidence){
        ipr_column_name(c), (uint32_t)start, (uint32_t)end, {s.p + start, end - start}, {NULL, 0}};
    e->says = keep(v, says);
}

void ipr_value_says(ipr_eval *v, ipr_value *out, const char *field, const char *says)
{
    ipr_evidence *e = add_evidence(v, out);
    if (!e)
        return;
    *e = (ipr_evidence){field, UINT32_MAX, UINT32_MAX, {NULL, 0}, {NULL, 0}};
    e->says = keep(v, says);
}

/* Digits p[0..n) as a number; -1 if one is none. */
static int digits(const char *p, size_t n)
{
    int v = 0;
    for (size_t i = 0; i < n; i++) {
        if (p[i] < '0' || p[i] > '9')
            return -1;
        v = v * 10 + (p[i] - '0');
    }
    return v;
}

/* Days from 1970-01-01 of a date of the proleptic Gregorian calendar. */
static int64_t days_of(int64_t y, int m, int d)
{
    y -= m <= 2;
    int64_t era = (y >= 0 ? y : y - 399) / 400, yoe = y - era * 400;
    int64_t doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static int month_days(int y, int m)
{
    static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
    return m == 2 && leap ? 29 : days[m - 1];
}

/* Z, +HH:MM, -HHMM or nothing: seconds east of UTC. */
static bool zone(ipr_str s, int64_t *east)
{
    *east = 0;
    if (s.n == 0 || (s.n == 1 && s.p[0] == 'Z'))
        return true;
    if (s.n < 5 || (s.p[0] != '+' && s.p[0] != '-'))
        return false;
    size_t colon = s.p[3] == ':';
    int h = digits(s.p + 1, 2), m = s.n == 5 + colon ? digits(s.p + 3 + colon, 2) : -1;
    if (h < 0 || h > 14 || m < 0 || m > 59)
        return false;
    *east = (h * 3600 + m * 60) * (s.p[0] == '-' ? -1 : 1);
    return true;
}

/* HH:MM[:SS[.f]] and a zone. */
static bool clock_of(ipr_str s, int64_t *seconds)
{
    int64_t east;
    size_t i = 5;
    int h = s.n >= 5 ? digits(s.p, 2) : -1, m = s.n >= 5 ? digits(s.p + 3, 2) : -1, sec = 0;
    if (h < 0 || h > 24 || m < 0 || m > 59 || s.p[2] != ':')
        return false;
    if (s.n >= 8 && s.p[5] == ':') {
        sec = digits(s.p + 6, 2);
        i = 8;
        if (i < s.n && s.p[i] == '.')
            for (i++; i < s.n && s.p[i] >= '0' && s.p[i] <= '9';)
                i++;
    }
    if (sec < 0 || sec > 60 || !zone((ipr_str){s.p + i, s.n - i}, &east))
        return false;
    *seconds = h * 3600 + m * 60 + sec - east;
    return true;
}

bool ipr_date_parse(ipr_str text, int64_t *seconds)
{
    ipr_str s = ipr_str_trim(text);
    int64_t clock = 0;
    if (s.n < 10 || s.p[4] != '-' || s.p[7] != '-')
        return false;
    int y = digits(s.p, 4), m = digits(s.p + 5, 2), d = digits(s.p + 8, 2);
    if (y < 1 || m < 1 || m > 12 || d < 1 || d > month_days(y, m))
        return false;
    if (s.n > 10 &&
        ((s.p[10] != 'T' && s.p[10] != ' ') || !clock_of((ipr_str){s.p + 11, s.n - 11}, &clock)))
        return false;
    *seconds = days_of(y, m, d) * 86400 + clock;
    return true;
}

static void put_padded(ipr_buf *out, int64_t v, int width)
{
    for (int64_t tens = 10; width > 1; width--, tens *= 10) {
        if (v < tens) {
            for (int i = 1; i < width; i++)
                ipr_buf_addc(out, '0');
            break;
        }
    }
    ipr_buf_addint(out, v);
}

void ipr_date_put(ipr_buf *out, int64_t seconds)
{
    int64_t day = seconds / 86400 - (seconds % 86400 < 0), rest = seconds - day * 86400;
    int64_t z = day + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t doe = z - era * 146097;
    int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    int64_t month = mp < 10 ? mp + 3 : mp - 9;
    put_padded(out, yoe + era * 400 + (month <= 2), 4);
    ipr_buf_addc(out, '-');
    put_padded(out, month, 2);
    ipr_buf_addc(out, '-');
    put_padded(out, doy - (153 * mp + 2) / 5 + 1, 2);
    if (rest == 0)
        return;
    ipr_buf_addc(out, 'T');
    put_padded(out, rest / 3600, 2);
    ipr_buf_addc(out, ':');
    put_padded(out, rest / 60 % 60, 2);
    ipr_buf_addc(out, ':');
    put_padded(out, rest % 60, 2);
    ipr_buf_addc(out, 'Z');
}

/* The price; one that can be read in two ways as its whole column shows, or not at all. */
static ipr_money read_price(ipr_eval *v, ipr_str s, ipr_str currency)
{
    const ipr_listing *l = v->listing;
    ipr_money_style style = l->price_is_number ? IPR_STYLE_DOT : IPR_STYLE_UNKNOWN;
    ipr_money m = ipr_money_parse(s, currency, style);
    if (m.state != IPR_MONEY_AMBIGUOUS || !l->prices)
        return m;
    if (!l->prices->style(l->prices->feed, &style))
        v->failed = true;
    return ipr_money_parse(s, currency, style);
}

static void money_value(ipr_eval *v, ipr_str s, ipr_value *out)
{
    ipr_str column = v->listing->slot[IPR_COL_CURRENCY];
    if (!column.p)
        column = v->lists->currency;
    ipr_money m = read_price(v, s, column);
    if (m.state != IPR_MONEY_OK)
        return;
    ipr_value_number(out, ipr_money_value(&m));
    if (column.n == 3 && memcmp(column.p, m.currency, 3) == 0) {
        out->text = column; /* mostly */
        return;
    }
    size_t n = strlen(m.currency);
    const ipr_currency *c = n ? ipr_currency_find((ipr_str){m.currency, n}) : NULL;
    if (c)
        out->text = (ipr_str){c->code, 3};
}

/* A raw column by its type; what cannot be read as its type is missing. */
static void column_value(ipr_eval *v, unsigned slot, ipr_type type, ipr_value *out)
{
    ipr_str s = v->listing->slot[slot];
    int64_t seconds;
    if (!s.p)
        return;
    switch (type) {
    case IPR_TYPE_NUMBER:
    case IPR_TYPE_BOOL:
        out->known = ipr_decimal_parse(ipr_str_trim(s), &out->number, NULL) == IPR_OK;
        break;
    case IPR_TYPE_MONEY:
        money_value(v, s, out);
        break;
    case IPR_TYPE_DATE:
        out->known = ipr_date_parse(s, &seconds);
        out->number = out->known ? (double)seconds : 0;
        break;
    case IPR_TYPE_TEXT:
    case IPR_TYPE_SET:
    case IPR_TYPE_HASH:
        ipr_value_text(out, s);
        break;
    }
}

const ipr_value *ipr_eval_make(ipr_eval *v, unsigned field)
{
    ipr_value *out = &v->value[field];
    v->stamp[field] = v->epoch; /* first, so that a feature asking for itself sees missing */
    memset(out, 0, sizeof *out);
    if (field >= IPR_FIELD_COUNT)
        column_value(v, field - IPR_FIELD_COUNT + IPR_COL_COUNT, IPR_TYPE_TEXT, out);
    else if (!table[field].fn)
        column_value(v, field, table[field].type, out);
    else
        table[field].fn(v, out);
    return out;
}

static void length_of(ipr_str s, ipr_value *out)
{
    size_t n = 0;
    if (!s.p)
        return;
    for (size_t i = 0; i < s.n; i++)
        n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    ipr_value_number(out, (double)n);
}

void ipr_feature_title_length(ipr_eval *v, ipr_value *out)
{
    length_of(ipr_eval_text(v, IPR_COL_TITLE), out);
}

void ipr_feature_description_length(ipr_eval *v, ipr_value *out)
{
    length_of(ipr_eval_text(v, IPR_COL_DESCRIPTION), out);
}
