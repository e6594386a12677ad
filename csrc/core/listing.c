/* SPDX-License-Identifier: MIT
 * listing.c: headers by name and alias, listings from CSV rows and JSON objects. */
#include "listing.h"

#include <string.h>

struct ipr_columns {
    ipr_env *env;
    ipr_str name[IPR_MAX_SLOTS];  /* what each slot is called; owned from IPR_COL_COUNT on */
    ipr_str given[IPR_COL_COUNT]; /* explicit map: the input's name; owned; p NULL if none */
    bool found[IPR_MAX_SLOTS];    /* the header has it */
    size_t slots;
    int16_t *field; /* by input field: slot or -1 */
    size_t fields, field_cap;
};

ipr_columns *ipr_columns_new(ipr_env *env)
{
    ipr_columns *c = ipr_calloc(env, 1, sizeof *c);
    if (!c)
        return NULL;
    c->env = env;
    c->slots = IPR_COL_COUNT;
    for (int i = 0; i < IPR_COL_COUNT; i++)
        c->name[i] =
            (ipr_str){ipr_column_name((ipr_column)i), strlen(ipr_column_name((ipr_column)i))};
    return c;
}

static void free_str(ipr_env *env, ipr_str s)
{
    ipr_free(env, (void *)(uintptr_t)s.p, s.n + 1);
}

static ipr_str dup_str(ipr_env *env, ipr_str s)
{
    char *p = ipr_alloc(env, s.n + 1);
    if (!p)
        return (ipr_str){NULL, 0};
    if (s.n)
        memcpy(p, s.p, s.n);
    p[s.n] = '\0';
    return (ipr_str){p, s.n};
}

void ipr_columns_free(ipr_columns *c)
{
    if (!c)
        return;
    for (size_t i = IPR_COL_COUNT; i < c->slots; i++)
        free_str(c->env, c->name[i]);
    for (size_t i = 0; i < IPR_COL_COUNT; i++) {
        if (c->given[i].p)
            free_str(c->env, c->given[i]);
    }
    ipr_free(c->env, c->field, c->field_cap * sizeof *c->field);
    ipr_free(c->env, c, sizeof *c);
}

ipr_columns *ipr_columns_copy(ipr_env *env, const ipr_columns *c)
{
    ipr_columns *copy = ipr_columns_new(env);
    bool ok = copy != NULL;
    for (size_t i = IPR_COL_COUNT; ok && i < c->slots; i++)
        ok = ipr_columns_want(copy, c->name[i]) == (int)i;
    for (size_t i = 0; ok && i < IPR_COL_COUNT; i++) {
        if (c->given[i].p)
            ok = ipr_columns_map(copy, c->name[i], c->given[i], NULL) == IPR_OK;
    }
    if (ok)
        return copy;
    ipr_columns_free(copy);
    return NULL;
}

ipr_status ipr_columns_map(ipr_columns *c, ipr_str column, ipr_str name, ipr_err *err)
{
    int slot = -1;
    for (int i = 0; i < IPR_COL_COUNT; i++) {
        if (ipr_str_is(column, ipr_column_name((ipr_column)i)))
            slot = i;
    }
    if (slot < 0)
        return ipr_fail(err, IPR_ENAME, 0, "columns maps to a name that is no canonical column");
    ipr_str own = dup_str(c->env, name);
    if (!own.p)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    if (c->given[slot].p)
        free_str(c->env, c->given[slot]);
    c->given[slot] = own;
    return IPR_OK;
}

int ipr_columns_want(ipr_columns *c, ipr_str name)
{
    for (size_t i = 0; i < c->slots; i++) {
        if (i < IPR_COL_COUNT ? ipr_str_eq(c->name[i], name) : ipr_same_name(c->name[i], name))
            return (int)i;
    }
    if (c->slots == IPR_MAX_SLOTS)
        return -1;
    ipr_str own = dup_str(c->env, name);
    if (!own.p)
        return -1;
    c->name[c->slots] = own;
    return (int)c->slots++;
}

size_t ipr_columns_slots(const ipr_columns *c)
{
    return c->slots;
}

ipr_str ipr_columns_name(const ipr_columns *c, size_t slot)
{
    return c->name[slot];
}

bool ipr_columns_has(const ipr_columns *c, size_t slot)
{
    return c->found[slot];
}

/* The wanted (not canonical) slot called name, or -1. */
static int wanted_slot(const ipr_columns *c, ipr_str name)
{
    for (size_t i = IPR_COL_COUNT; i < c->slots; i++) {
        if (ipr_same_name(c->name[i], name))
            return (int)i;
    }
    return -1;
}

/* The canonical slot for an input name: the explicit map first, then name and aliases. */
static int canonical_slot(const ipr_columns *c, ipr_str name, unsigned *rank)
{
    for (int i = 0; i < IPR_COL_COUNT; i++) {
        if (c->given[i].p && ipr_same_name(c->given[i], name)) {
            *rank = 0;
            return i;
        }
    }
    int slot = ipr_column_find(name, rank);
    return slot >= 0 && c->given[slot].p ? -1 : slot;
}

bool ipr_columns_reads(const ipr_columns *c, ipr_str name)
{
    unsigned rank;
    return canonical_slot(c, name, &rank) >= 0 || wanted_slot(c, name) >= 0;
}

/* One input field goes to one slot; a wanted column that is also canonical is read by
 * ipr_listing_csv through the canonical slot (ipr_columns_want returned that one) unless it
 * was wanted by an alias: then the wanted slot shares the field. */
ipr_status ipr_columns_header(ipr_columns *c, const ipr_str *fields, size_t n, ipr_err *err)
{
    unsigned best[IPR_COL_COUNT];
    int at[IPR_COL_COUNT];
    if (n > c->env->limits.max_fields)
        return ipr_fail(err, IPR_EFIELDS, 0, "the header has more fields than max_fields");
    int16_t *map = ipr_grow(c->env, c->field, &c->field_cap, n * 2 + 1, sizeof *map);
    if (!map)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    c->field = map;
    c->fields = n;
    memset(at, -1, sizeof at);
    for (size_t i = 0; i < n; i++) {
        unsigned rank = 0;
        int slot = canonical_slot(c, fields[i], &rank);
        map[2 * i] = -1;
        map[2 * i + 1] = (int16_t)wanted_slot(c, fields[i]);
        if (map[2 * i + 1] >= 0)
            c->found[map[2 * i + 1]] = true;
        if (slot < 0 || (at[slot] >= 0 && best[slot] <= rank))
            continue;
        if (at[slot] >= 0)
            map[2 * at[slot]] = -1;
        at[slot] = (int)i;
        best[slot] = rank;
        map[2 * i] = (int16_t)slot;
        c->found[slot] = true;
    }
    for (int i = 0; i < IPR_COL_COUNT; i++) {
        if (c->given[i].p && at[i] < 0)
            return ipr_fail(err, IPR_EHEADER, 0, "columns maps to a name that the header has not");
    }
    if (at[IPR_COL_ID] < 0)
        return ipr_fail(err, IPR_EHEADER, 0,
                        "no column is an id; name one \"id\", or map one with columns: id=NAME");
    return IPR_OK;
}

static bool is_blank(ipr_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != ' ' && s.p[i] != '\t' && s.p[i] != '\r' && s.p[i] != '\n')
            return false;
    return true;
}

static void fail(ipr_listing *l, ipr_status code, const char *message)
{
    size_t n = strlen(message);
    l->code = code;
    if (n >= sizeof l->message)
        n = sizeof l->message - 1;
    memcpy(l->message, message, n);
    l->message[n] = '\0';
}

void ipr_listing_begin(ipr_listing *l, const ipr_columns *c)
{
    memset(l->slot, 0, c->slots * sizeof *l->slot);
    l->n = c->slots;
    l->row = l->line = 0;
    l->id_is_number = l->price_is_number = false;
    l->prices = NULL;
    l->code = IPR_OK;
    l->message[0] = '\0';
}

static void finish(ipr_listing *l)
{
    ipr_listing_end(l);
    if (l->code == IPR_OK && !l->slot[IPR_COL_ID].p)
        fail(l, IPR_ENOID, "the row has no id");
}

void ipr_listing_csv(ipr_listing *l, const ipr_columns *c, const ipr_row *row)
{
    ipr_listing_begin(l, c);
    l->row = row->row;
    l->line = row->line;
    size_t n = row->n < c->fields ? row->n : c->fields;
    for (size_t i = 0; i < n; i++) {
        int a = c->field[2 * i], b = c->field[2 * i + 1];
        if ((a < 0 && b < 0) || is_blank(row->fields[i]))
            continue;
        if (a >= 0)
            l->slot[a] = row->fields[i];
        if (b >= 0)
            l->slot[b] = row->fields[i];
    }
    if (row->code != IPR_OK)
        fail(l, row->code, ipr_status_text(row->code));
    else if (row->n > c->fields)
        fail(l, IPR_EFIELDS, "the row has more fields than the header");
    finish(l);
}

/* The text of a scalar; arrays give their first scalar, objects and null nothing. */
static ipr_status scalar(ipr_json *j, ipr_json_token *t, ipr_buf *text, ipr_str *out, ipr_err *err)
{
    *out = (ipr_str){NULL, 0};
    if (t->kind == IPR_JSON_STRING && t->escaped) {
        size_t from = text->n;
        ipr_json_text(text, t);
        *out = (ipr_str){text->p + from, text->n - from};
    } else if (t->kind == IPR_JSON_STRING || t->kind == IPR_JSON_NUMBER) {
        *out = t->raw;
    } else if (t->kind == IPR_JSON_TRUE) {
        *out = IPR_STR("true");
    } else if (t->kind == IPR_JSON_FALSE) {
        *out = IPR_STR("false");
    } else {
        return ipr_json_skip(j, t, err);
    }
    return IPR_OK;
}

bool ipr_listing_add(ipr_listing *l, const ipr_columns *c, ipr_ranks *ranks, ipr_str name,
                     ipr_str value)
{
    unsigned rank = 0;
    int slot = canonical_slot(c, name, &rank), other = wanted_slot(c, name);
    if (!value.p || is_blank(value))
        return slot >= 0 || other >= 0;
    if (other >= 0)
        l->slot[other] = value;
    if (slot >= 0 && (!l->slot[slot].p || rank <= ranks->rank[slot])) {
        l->slot[slot] = value;
        ranks->rank[slot] = rank;
    }
    return slot >= 0 || other >= 0;
}

void ipr_listing_end(ipr_listing *l)
{
    l->slot[IPR_COL_CONDITION] = ipr_condition_of(l->slot[IPR_COL_CONDITION]);
}

static ipr_status member(ipr_json *j, ipr_listing *l, const ipr_columns *c, ipr_json_token *key,
                         ipr_buf *text, ipr_ranks *ranks, ipr_err *err)
{
    ipr_json_token t;
    ipr_str name = key->raw, value;
    if (key->escaped) {
        size_t from = text->n;
        ipr_json_text(text, key);
        name = (ipr_str){text->p + from, text->n - from};
    }
    ipr_status s = ipr_json_next(j, &t, err);
    if (s == IPR_OK)
        s = scalar(j, &t, text, &value, err);
    if (s == IPR_OK)
        ipr_listing_add(l, c, ranks, name, value);
    return s;
}

/* Whether value is a number as it stands in the object: a view into it, without quotes. */
static bool is_bare(ipr_str value, ipr_str object)
{
    uintptr_t at = (uintptr_t)value.p, from = (uintptr_t)object.p;
    return value.p && at > from && at < from + object.n && value.p[-1] != '"';
}

void ipr_listing_json(ipr_listing *l, const ipr_columns *c, ipr_str object, ipr_buf *text)
{
    ipr_ranks ranks = {{0}};
    ipr_json j;
    ipr_json_token t;
    ipr_err err;
    ipr_listing_begin(l, c);
    text->n = 0;
    if (!ipr_buf_room(text, object.n + 1)) { /* so that the views below never move */
        fail(l, IPR_ENOMEM, "out of memory");
        return;
    }
    if (ipr_utf8_check(object) < object.n)
        fail(l, IPR_EUTF8, ipr_status_text(IPR_EUTF8));
    ipr_json_init(&j, c->env, object);
    ipr_status s = ipr_json_next(&j, &t, &err);
    if (s == IPR_OK && t.kind != IPR_JSON_OPEN_OBJECT)
        s = ipr_fail(&err, IPR_EJSON, 0, "a line is one JSON object");
    while (s == IPR_OK && t.kind != IPR_JSON_END) {
        s = ipr_json_next(&j, &t, &err);
        if (s == IPR_OK && t.kind == IPR_JSON_KEY)
            s = member(&j, l, c, &t, text, &ranks, &err);
    }
    if (s != IPR_OK && l->code == IPR_OK)
        fail(l, s, err.message);
    l->id_is_number = is_bare(l->slot[IPR_COL_ID], object);
    l->price_is_number = is_bare(l->slot[IPR_COL_PRICE], object);
    finish(l);
}

bool ipr_listing_own(ipr_listing *l, ipr_arena *arena)
{
    size_t total = 0;
    for (size_t i = 0; i < l->n; i++)
        total += l->slot[i].n;
    char *p = ipr_arena_alloc(arena, total + 1);
    if (!p)
        return false;
    for (size_t i = 0; i < l->n; i++) {
        if (!l->slot[i].p)
            continue;
        memcpy(p, l->slot[i].p, l->slot[i].n);
        l->slot[i].p = p;
        p += l->slot[i].n;
    }
    return true;
}
