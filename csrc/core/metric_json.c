/* SPDX-License-Identifier: MIT
 * metric_json.c: names of the slots' values, and a metric as JSON. */
#include "metric.h"

#include <string.h>

#include "decimal.h"
#include "json.h"

#define N(literal)                                                                                 \
    {                                                                                              \
        literal, sizeof(literal) - 1                                                               \
    }

static const ipr_str units[] = {N("count"), N("percent"),  N("percentage_points"),
                                N("ratio"), N("currency"), N("duration"),
                                N("mass"),  N("volume")};
static const ipr_str subunits[] = {N(""),      N("second"),   N("minute"), N("hour"),
                                   N("day"),   N("week"),     N("month"),  N("year"),
                                   N("tonne"), N("kilogram"), N("litre")};
static const ipr_str comparators[] = {N("="), N("~"), N(">"), N(">="), N("<"), N("<="), N("range")};
static const ipr_str kinds[] = {N("level"), N("change"), N("claim")};
static const ipr_str directions[] = {N(""), N("increase"), N("decrease")};
static const ipr_str bases[] = {N(""), N("yoy"), N("hoh"), N("qoq"), N("period")};
static const ipr_str period_types[] = {N("duration"), N("instant")};

ipr_str ipr_unit_name(unsigned unit)
{
    return units[unit];
}

ipr_str ipr_subunit_name(const ipr_metric *m, char *code)
{
    if (m->unit != IPR_U_CURRENCY)
        return subunits[m->sub];
    for (int i = 0; i < 3; i++)
        code[i] = (char)(m->currency >> (16 - 8 * i));
    return (ipr_str){code, m->currency ? 3 : 0};
}

ipr_str ipr_kind_name(unsigned kind)
{
    return kinds[kind];
}

ipr_str ipr_comparator_name(unsigned c)
{
    return comparators[c];
}

ipr_str ipr_direction_name(unsigned d)
{
    return directions[d];
}

ipr_str ipr_basis_name(unsigned b)
{
    return bases[b];
}

ipr_str ipr_period_type(const ipr_period *p)
{
    return p->from.grain ? period_types[p->instant] : (ipr_str){"", 0};
}

int ipr_unit_find(ipr_str name)
{
    for (int i = 0; i < IPR_UNIT_COUNT; i++)
        if (ipr_str_eq(name, units[i]))
            return i;
    return -1;
}

int ipr_subunit_find(ipr_str name)
{
    for (int i = 1; i < IPR_SUBUNIT_COUNT; i++)
        if (ipr_str_eq(name, subunits[i]))
            return i;
    return -1;
}

/* ---- spans ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
}

/* Takes the bytes up to a blank that is not one space between words, then all blanks there. */
static ipr_str next_run(ipr_str *rest)
{
    const char *p = rest->p, *end = p + rest->n;
    while (p < end && (!is_blank(*p) || (*p == ' ' && end - p > 1 && !is_blank(p[1]))))
        p++;
    ipr_str run = {rest->p, (size_t)(p - rest->p)};
    while (p < end && is_blank(*p))
        p++;
    *rest = (ipr_str){p, (size_t)(end - p)};
    return run;
}

typedef void (*put_fn)(ipr_buf *b, ipr_str s);

/* Puts a span's text with line breaks and runs of blanks as one blank. */
static inline void put_runs(ipr_buf *b, ipr_str text, ipr_span s, put_fn put)
{
    ipr_str rest = {text.p + s.start, s.end - s.start};
    while (rest.n) {
        put(b, next_run(&rest));
        if (rest.n)
            ipr_buf_addc(b, ' ');
    }
}

void ipr_span_text(ipr_buf *b, ipr_str text, ipr_span s)
{
    put_runs(b, text, s, ipr_buf_addstr);
}

static inline void put_key(ipr_buf *b, const ipr_pack *pack, ipr_str text, const ipr_metric *m,
                           put_fn put)
{
    const ipr_key_row *r = &pack->rows[m->row - 1];
    put(b, (ipr_str){pack->text.p + r->name, r->name_n});
    if (m->facet.end > m->facet.start) {
        ipr_buf_addc(b, '[');
        put_runs(b, text, m->facet, put);
        ipr_buf_addc(b, ']');
    }
}

void ipr_metric_key(ipr_buf *b, const ipr_pack *pack, ipr_str text, const ipr_metric *m)
{
    if (m->row)
        put_key(b, pack, text, m, ipr_buf_addstr);
}

/* ---- JSON ---- */

/* A name, which needs no escape; null if it is empty. */
static void put_name(ipr_buf *b, ipr_str name)
{
    char *to = name.n ? ipr_buf_room(b, name.n + 2) : NULL;
    if (to) {
        to[0] = to[name.n + 1] = '"';
        memcpy(to + 1, name.p, name.n);
        b->n += name.n + 2;
    } else {
        ipr_buf_adds(b, "null");
    }
}

static void put_number(ipr_buf *b, double v)
{
    if (v >= 0 && v < 9007199254740992.0 && v == (double)(int64_t)v)
        ipr_buf_addint(b, (int64_t)v);
    else
        ipr_decimal_put(b, v);
}

static void put_span(ipr_buf *b, ipr_str text, ipr_span s)
{
    if (s.end <= s.start) {
        ipr_buf_adds(b, "null");
        return;
    }
    ipr_buf_addc(b, '"');
    put_runs(b, text, s, ipr_json_put_part);
    ipr_buf_addc(b, '"');
}

static void put_period(ipr_buf *b, const ipr_period *p)
{
    if (!p->from.grain) {
        ipr_buf_adds(b, "null");
        return;
    }
    ipr_buf_addc(b, '"');
    ipr_period_put(b, p);
    ipr_buf_addc(b, '"');
}

static void put_key_text(ipr_buf *b, const ipr_pack *pack, ipr_str text, const ipr_metric *m)
{
    if (!m->row || !pack->rows[m->row - 1].name_n) {
        ipr_buf_adds(b, "null");
        return;
    }
    ipr_buf_addc(b, '"');
    put_key(b, pack, text, m, ipr_json_put_part);
    ipr_buf_addc(b, '"');
}

void ipr_metric_json(ipr_buf *b, const ipr_pack *pack, ipr_str text, const ipr_metric *m)
{
    char code[3];
    ipr_buf_adds(b, "{\"start\":");
    ipr_buf_addint(b, m->span.start);
    ipr_buf_adds(b, ",\"end\":");
    ipr_buf_addint(b, m->span.end);
    ipr_buf_adds(b, ",\"surface\":");
    ipr_json_put(b, (ipr_str){text.p + m->span.start, m->span.end - m->span.start});
    ipr_buf_adds(b, ",\"value\":");
    put_number(b, m->value);
    ipr_buf_adds(b, ",\"value_high\":");
    if (m->flags & IPR_X_HIGH)
        put_number(b, m->high);
    else
        ipr_buf_adds(b, "null");
    ipr_buf_adds(b, ",\"unit\":");
    put_name(b, units[m->unit]);
    ipr_buf_adds(b, ",\"subunit\":");
    put_name(b, ipr_subunit_name(m, code));
    ipr_buf_adds(b, ",\"comparator\":");
    put_name(b, comparators[m->comparator]);
    ipr_buf_adds(b, ",\"kind\":");
    put_name(b, kinds[m->kind]);
    ipr_buf_adds(b, ",\"direction\":");
    put_name(b, directions[m->direction]);
    ipr_buf_adds(b, ",\"basis\":");
    put_name(b, bases[m->basis]);
    ipr_buf_adds(b, ",\"versus\":");
    put_period(b, &m->versus);
    ipr_buf_adds(b, ",\"period\":");
    put_period(b, &m->period);
    ipr_buf_adds(b, ",\"period_type\":");
    put_name(b, ipr_period_type(&m->period));
    ipr_buf_adds(b, ",\"key\":");
    put_key_text(b, pack, text, m);
    ipr_buf_adds(b, ",\"subject\":");
    put_span(b, text, m->subject);
    ipr_buf_adds(b, ",\"head\":");
    put_span(b, text, m->head);
    ipr_buf_adds(b, ",\"qualifier\":");
    put_span(b, text, m->qualifier);
    ipr_buf_addc(b, '}');
}
