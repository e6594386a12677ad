/* SPDX-License-Identifier: MIT
 * metric_json.c: names of the slots' values, and a metric as JSON. */
#include "metric.h"

#include <string.h>

#include "decimal.h"
#include "json.h"

static const char *const units[] = {
    "count", "percent", "percentage_points", "ratio", "currency", "duration", "mass", "volume"};
static const char *const subunits[] = {NULL,    "second", "minute", "hour",     "day",  "week",
                                       "month", "year",   "tonne",  "kilogram", "litre"};

const char *ipr_unit_name(unsigned unit)
{
    return units[unit];
}

const char *ipr_subunit_name(unsigned sub)
{
    return subunits[sub];
}

const char *ipr_comparator_name(unsigned c)
{
    static const char *const names[] = {"=", "~", ">", ">=", "<", "<=", "range"};
    return names[c];
}

const char *ipr_direction_name(unsigned d)
{
    return d == IPR_D_UP ? "increase" : d == IPR_D_DOWN ? "decrease" : NULL;
}

const char *ipr_basis_name(unsigned b)
{
    static const char *const names[] = {NULL, "yoy", "hoh", "qoq", "period"};
    return names[b];
}

int ipr_unit_find(ipr_str name)
{
    for (int i = 0; i < IPR_UNIT_COUNT; i++)
        if (ipr_str_is(name, units[i]))
            return i;
    return -1;
}

int ipr_subunit_find(ipr_str name)
{
    for (int i = 1; i < IPR_SUBUNIT_COUNT; i++)
        if (ipr_str_is(name, subunits[i]))
            return i;
    return -1;
}

void ipr_span_text(ipr_buf *b, ipr_str text, ipr_span s)
{
    bool blank = false;
    for (uint32_t i = s.start; i < s.end; i++) {
        char c = text.p[i];
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f') {
            blank = true;
            continue;
        }
        if (blank)
            ipr_buf_addc(b, ' ');
        blank = false;
        ipr_buf_addc(b, c);
    }
}

void ipr_metric_key(ipr_buf *b, const ipr_pack *pack, ipr_str text, const ipr_metric *m)
{
    if (!m->row)
        return;
    const ipr_key_row *r = &pack->rows[m->row - 1];
    ipr_buf_add(b, pack->text.p + r->name, r->name_n);
    if (m->facet.end > m->facet.start) {
        ipr_buf_addc(b, '[');
        ipr_span_text(b, text, m->facet);
        ipr_buf_addc(b, ']');
    }
}

/* ---- JSON ---- */

static void put_name(ipr_buf *b, const char *key, const char *name)
{
    ipr_buf_adds(b, key);
    if (!name) {
        ipr_buf_adds(b, "null");
        return;
    }
    ipr_buf_addc(b, '"');
    ipr_buf_adds(b, name);
    ipr_buf_addc(b, '"');
}

static void put_number(ipr_buf *b, double v)
{
    if (v >= 0 && v < 9007199254740992.0 && v == (double)(int64_t)v)
        ipr_buf_addint(b, (int64_t)v);
    else
        ipr_decimal_put(b, v);
}

/* A string of the text, blanks joined, invalid bytes mended; null if absent. */
static void put_span(ipr_buf *b, ipr_str text, ipr_span s)
{
    if (s.end <= s.start) {
        ipr_buf_adds(b, "null");
        return;
    }
    char small[256];
    ipr_buf tmp;
    if (s.end - s.start <= sizeof small) { /* the usual case needs no memory of its own */
        size_t n = 0;
        bool blank = false;
        for (uint32_t i = s.start; i < s.end; i++) {
            char c = text.p[i];
            bool is = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
            if (is && blank)
                continue;
            blank = is;
            small[n++] = is ? ' ' : c;
        }
        ipr_json_put(b, (ipr_str){small, n});
        return;
    }
    ipr_buf_init(&tmp, b->env);
    ipr_span_text(&tmp, text, s);
    b->failed = b->failed || tmp.failed;
    ipr_json_put(b, ipr_buf_str(&tmp));
    ipr_buf_fini(&tmp);
}

static void put_period(ipr_buf *b, const char *key, const ipr_period *p)
{
    ipr_buf_adds(b, key);
    if (!p->from.grain) {
        ipr_buf_adds(b, "null");
        return;
    }
    ipr_buf_addc(b, '"');
    ipr_period_put(b, p);
    ipr_buf_addc(b, '"');
}

static void put_key(ipr_buf *b, const ipr_pack *pack, ipr_str text, const ipr_metric *m)
{
    ipr_buf_adds(b, ",\"key\":");
    if (!m->row || !pack->rows[m->row - 1].name_n) {
        ipr_buf_adds(b, "null");
        return;
    }
    ipr_buf tmp;
    ipr_buf_init(&tmp, b->env);
    ipr_metric_key(&tmp, pack, text, m);
    b->failed = b->failed || tmp.failed;
    ipr_json_put(b, ipr_buf_str(&tmp));
    ipr_buf_fini(&tmp);
}

static void put_currency(ipr_buf *b, uint32_t code)
{
    char name[4] = {(char)(code >> 16), (char)(code >> 8), (char)code, 0};
    put_name(b, ",\"subunit\":", code ? name : NULL);
}

void ipr_metric_json(ipr_buf *b, const ipr_pack *pack, ipr_str text, const ipr_metric *m)
{
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
    put_name(b, ",\"unit\":", units[m->unit]);
    if (m->unit == IPR_U_CURRENCY)
        put_currency(b, m->currency);
    else
        put_name(b, ",\"subunit\":", subunits[m->sub]);
    put_name(b, ",\"comparator\":", ipr_comparator_name(m->comparator));
    put_name(b, ",\"kind\":", m->kind == IPR_LEVEL ? "level" : "change");
    put_name(b, ",\"direction\":", ipr_direction_name(m->direction));
    put_name(b, ",\"basis\":", ipr_basis_name(m->basis));
    put_period(b, ",\"versus\":", &m->versus);
    put_period(b, ",\"period\":", &m->period);
    put_name(b, ",\"period_type\":",
             !m->period.from.grain ? NULL
             : m->period.instant   ? "instant"
                                   : "duration");
    put_key(b, pack, text, m);
    ipr_buf_adds(b, ",\"subject\":");
    put_span(b, text, m->subject);
    ipr_buf_adds(b, ",\"head\":");
    put_span(b, text, m->head);
    ipr_buf_adds(b, ",\"qualifier\":");
    put_span(b, text, m->qualifier);
    ipr_buf_addc(b, '}');
}
