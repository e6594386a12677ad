/* SPDX-License-Identifier: MIT
 * event.c: the vocabulary's tables and the reading of one record, see event.h. */
#include "event.h"

#include <string.h>

static const ipr_kind_row kinds[] = {
#define X(name, entity, step, rank, uses, text)                                                    \
    {#name, IPR_ENTITY_##entity, step, rank, uses, text},
    IPR_KIND_LIST(X)
#undef X
};

#define X(name, text) {#name, text},
static const char *const entities[][2] = {IPR_ENTITY_LIST(X)};
static const char *const columns[][2] = {IPR_EVENT_COLUMN_LIST(X)};
static const char *const troubles[][2] = {IPR_TROUBLE_LIST(X)};
#undef X

typedef struct code_row {
    ipr_event_column column;
    unsigned shift, bits;
    const char *values;
} code_row;

static const code_row codes[] = {
#define X(column, shift, bits, values) {IPR_COLUMN_##column, shift, bits, values},
    IPR_CODE_LIST(X)
#undef X
};
#define CODES (sizeof codes / sizeof *codes)

const ipr_kind_row *ipr_kind_info(ipr_kind k)
{
    return &kinds[k];
}

const char *ipr_entity_name(ipr_entity e)
{
    return entities[e][0];
}

const char *ipr_entity_text(ipr_entity e)
{
    return entities[e][1];
}

const char *ipr_event_column_name(size_t column)
{
    return columns[column][0];
}

const char *ipr_event_column_text(size_t column)
{
    return columns[column][1];
}

const char *ipr_trouble_name(ipr_trouble t)
{
    return troubles[t][0];
}

const char *ipr_trouble_text(ipr_trouble t)
{
    return troubles[t][1];
}

ipr_kind ipr_kind_find(ipr_str name)
{
    int k = 0;
    while (k < IPR_KIND_COUNT && !ipr_str_is(name, kinds[k].name))
        k++;
    return (ipr_kind)k;
}

/* The next word of a list of words; false at its end. */
static bool next_word(const char **p, ipr_str *word)
{
    while (**p == ' ')
        ++*p;
    word->p = *p;
    while (**p && **p != ' ')
        ++*p;
    word->n = (size_t)(*p - word->p);
    return word->n > 0;
}

static uint32_t code_in(const code_row *row, ipr_str value)
{
    const char *p = row->values;
    ipr_str word;
    uint32_t code = 1;
    if (!value.n)
        return 0;
    for (; next_word(&p, &word); code++)
        if (ipr_str_eq(word, value))
            return code;
    return (1u << row->bits) - 1;
}

static const code_row *row_of(ipr_str column)
{
    for (size_t i = 0; i < CODES; i++)
        if (ipr_str_is(column, columns[codes[i].column][0]))
            return &codes[i];
    return NULL;
}

bool ipr_code_of(ipr_str column, ipr_str value, uint32_t *mask, uint32_t *code)
{
    const code_row *row = row_of(column);
    if (!row)
        return false;
    *mask = ((1u << row->bits) - 1) << row->shift;
    *code = code_in(row, value) << row->shift;
    return true;
}

bool ipr_code_name(ipr_str column, uint32_t packed, ipr_str *value)
{
    const code_row *row = row_of(column);
    if (!row)
        return false;
    uint32_t want = packed >> row->shift & ((1u << row->bits) - 1);
    const char *p = row->values;
    *value = want ? IPR_STR("other") : IPR_STR("");
    ipr_str word;
    for (uint32_t code = 1; next_word(&p, &word); code++)
        if (code == want)
            *value = word;
    return true;
}

/* Kind names differ in length, first, middle and last letters nearly always. */
static unsigned kind_hash(ipr_str s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    return ((unsigned)s.n * 29u + p[0] * 7u + p[s.n / 2] * 13u + p[s.n - 1] * 31u) & 127u;
}

static void hash_kinds(ipr_event_form *f)
{
    memset(f->kinds, 0, sizeof f->kinds);
    for (unsigned k = 0; k < IPR_KIND_COUNT; k++) {
        unsigned i = kind_hash((ipr_str){kinds[k].name, strlen(kinds[k].name)});
        while (f->kinds[i])
            i = (i + 1) & 127u;
        f->kinds[i] = (unsigned char)(k + 1);
    }
}

static ipr_kind kind_of(const ipr_event_form *f, ipr_str s)
{
    if (s.n) {
        for (unsigned i = kind_hash(s); f->kinds[i]; i = (i + 1) & 127u)
            if (ipr_str_is(s, kinds[f->kinds[i] - 1].name))
                return (ipr_kind)(f->kinds[i] - 1);
    }
    return IPR_KIND_COUNT;
}

ipr_status ipr_event_form_init(ipr_event_form *f, const ipr_str *names, size_t n, bool *known,
                               ipr_err *err)
{
    memset(f->at, 0xFF, sizeof f->at);
    f->fields = n;
    for (size_t i = 0; i < n; i++) {
        size_t c = 0;
        while (c < IPR_COLUMN_COUNT && !ipr_str_is(ipr_str_trim(names[i]), columns[c][0]))
            c++;
        if (known)
            known[i] = c < IPR_COLUMN_COUNT;
        if (c < IPR_COLUMN_COUNT && f->at[c] < 0 && i < INT16_MAX)
            f->at[c] = (int16_t)i;
    }
    if (f->at[IPR_COLUMN_time] < 0 || f->at[IPR_COLUMN_event] < 0)
        return ipr_fail(err, IPR_EHEADER, 0, "an event file's header has at least time and event");
    hash_kinds(f);
    return IPR_OK;
}

static ipr_str field(const ipr_event_form *f, const ipr_str *fields, size_t n, unsigned column)
{
    int at = f->at[column];
    return at < 0 || (size_t)at >= n ? (ipr_str){"", 0} : fields[at];
}

/* A plain decimal of at most three places, in thousandths; a larger one than fits is none. */
static bool read_amount(ipr_str s, int64_t *out)
{
    int64_t v = 0;
    int places = -1;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '.' && places < 0) {
            places = 0;
            continue;
        }
        unsigned d = (unsigned)(unsigned char)s.p[i] - '0';
        if (d > 9 || places == 3 || __builtin_mul_overflow(v, 10, &v) ||
            __builtin_add_overflow(v, d, &v))
            return false;
        places += places >= 0;
    }
    for (int k = places < 0 ? 0 : places; k < 3; k++)
        if (__builtin_mul_overflow(v, 10, &v))
            return false;
    *out = v;
    return s.n && places != 0 && v < IPR_SUM_FULL;
}

static void read_codes(const ipr_event_form *f, const ipr_str *fields, size_t n, ipr_event *e)
{
    for (size_t i = 0; i < CODES; i++) {
        ipr_str value = field(f, fields, n, codes[i].column);
        if (!value.n)
            continue;
        uint32_t code = code_in(&codes[i], value);
        e->odd_values += code == (1u << codes[i].bits) - 1;
        e->codes |= code << codes[i].shift;
    }
}

static ipr_trouble read_coverage(const ipr_event_form *f, const ipr_str *fields, size_t n,
                                 ipr_event *e)
{
    bool date_only;
    e->covers = ipr_str_is(e->id, "*") ? IPR_KIND_COUNT : (int)kind_of(f, e->id);
    if (e->covers == IPR_KIND_COUNT && !ipr_str_is(e->id, "*"))
        return IPR_TROUBLE_bad_coverage;
    if (ipr_moment_parse(ipr_str_trim(field(f, fields, n, IPR_COLUMN_until)), &e->until, &date_only,
                         NULL))
        return IPR_TROUBLE_bad_until;
    e->until += date_only ? IPR_DAY_SECONDS : 1;
    return e->until > e->time && e->until < UINT32_MAX ? IPR_TROUBLE_none : IPR_TROUBLE_bad_until;
}

static ipr_trouble read_amounts(const ipr_event_form *f, const ipr_str *fields, size_t n,
                                unsigned uses, ipr_event *e)
{
    ipr_str count = field(f, fields, n, IPR_COLUMN_count);
    if (count.n && (!ipr_str_uint(count, &e->count) || e->count < 1 || e->count > UINT32_MAX))
        return IPR_TROUBLE_bad_count;
    if (uses & IPR_USES_REGION)
        e->place = field(f, fields, n, IPR_COLUMN_region);
    if (uses & IPR_USES_CURRENCY)
        e->place = field(f, fields, n, IPR_COLUMN_currency);
    if (uses & IPR_USES_AMOUNT &&
        (!read_amount(field(f, fields, n, IPR_COLUMN_amount), &e->amount) || !e->place.n))
        return IPR_TROUBLE_bad_amount;
    return IPR_TROUBLE_none;
}

/* Outcomes of a lead may come without an id; such a row is always its own. */
static bool may_lack_id(ipr_entity e)
{
    return e == IPR_ENTITY_arrest || e == IPR_ENTITY_facility || e == IPR_ENTITY_convicted ||
           e == IPR_ENTITY_valued || e == IPR_ENTITY_brand;
}

static ipr_trouble read_rest(const ipr_event_form *f, const ipr_str *fields, size_t n, ipr_event *e)
{
    const ipr_kind_row *row = &kinds[e->kind];
    e->parent = field(f, fields, n, IPR_COLUMN_parent);
    if (row->entity == IPR_ENTITY_coverage)
        return read_coverage(f, fields, n, e);
    if (!e->id.n && !may_lack_id(row->entity))
        return IPR_TROUBLE_no_id;
    if (e->kind == IPR_KIND_listing_relisted && !e->parent.n)
        return IPR_TROUBLE_no_id;
    if (row->uses & IPR_USES_PARTY)
        e->party = field(f, fields, n, IPR_COLUMN_party);
    if (row->uses & IPR_USES_CODES)
        read_codes(f, fields, n, e);
    return read_amounts(f, fields, n, row->uses, e);
}

ipr_trouble ipr_event_read(const ipr_event_form *f, const ipr_str *fields, size_t n, ipr_event *e)
{
    bool date_only;
    ipr_str time = field(f, fields, n, IPR_COLUMN_time);
    ipr_str event = field(f, fields, n, IPR_COLUMN_event);
    memset(e, 0, sizeof *e);
    e->count = 1;
    e->id = event;
    if (n > f->fields)
        return IPR_TROUBLE_extra_fields;
    e->kind = kind_of(f, event);
    if (e->kind == IPR_KIND_COUNT)
        return IPR_TROUBLE_unknown_kind;
    e->id = time;
    if (ipr_moment_parse(ipr_str_trim(time), &e->time, &date_only, NULL) || e->time < 0 ||
        e->time >= UINT32_MAX - IPR_DAY_SECONDS)
        return IPR_TROUBLE_bad_time;
    e->id = field(f, fields, n, IPR_COLUMN_id);
    return read_rest(f, fields, n, e);
}
