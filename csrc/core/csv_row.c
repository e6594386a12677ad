/* SPDX-License-Identifier: MIT
 * csv_row.c: lets libcsv take found records apart. */
#include "csv_in.h"

#include <stdlib.h>
#include <string.h>

ipr_csv *ipr_csv_new(ipr_env *env, const ipr_csv_options *options)
{
    ipr_csv *c = ipr_calloc(env, 1, sizeof *c);
    if (!c)
        return NULL;
    c->env = env;
    c->max_fields = env->limits.max_fields;
    c->opt = *options;
    if (!c->opt.delimiter)
        c->opt.delimiter = ',';
    c->class[' '] = c->class['\t'] = C_BLANK;
    c->class['\r'] = c->class['\n'] = C_TERM;
    c->class['"'] = C_QUOTE;
    c->class[(unsigned char)c->opt.delimiter] = C_DELIM;
    csv_init(&c->parser, 0);
    csv_set_delim(&c->parser, (unsigned char)c->opt.delimiter);
    csv_set_blk_size(&c->parser, 4096);
    return c;
}

void ipr_csv_free(ipr_csv *c)
{
    if (!c)
        return;
    csv_free(&c->parser);
    ipr_free(c->env, c->data, c->data_cap);
    ipr_free(c->env, c->fields, c->fields_cap * sizeof *c->fields);
    ipr_free(c->env, c, sizeof *c);
}

/* memcpy of what is mostly shorter than a call is worth. */
static inline void copy_short(char *to, const char *from, size_t n)
{
    if (n > 16) {
        memcpy(to, from, n);
    } else if (n >= 8) { /* two halves that may overlap */
        memcpy(to, from, 8);
        memcpy(to + n - 8, from + n - 8, 8);
    } else if (n >= 4) {
        memcpy(to, from, 4);
        memcpy(to + n - 4, from + n - 4, 4);
    } else if (n > 0) { /* the first, one in the middle, the last: three at most */
        to[0] = from[0];
        to[n / 2] = from[n / 2];
        to[n - 1] = from[n - 1];
    }
}

#define SHORT 16 /* bytes of a field that are copied in one go, whatever is behind it */

/* Room for the record's fields and bytes was made before. libcsv's own buffer is never shorter
 * than SHORT, for it grows by 4096. */
static void on_field(void *data, size_t n, void *ud)
{
    ipr_csv *c = ud;
    const char *from = c->source ? c->source : data;
    bool readable = !c->source || c->end - from >= SHORT;
    char *to = c->data + c->data_n;
    c->source = NULL;
    if (c->row_n == c->max_fields) {
        c->too_many = true;
        return;
    }
    c->row[c->row_n++] = (ipr_str){to, n};
    c->data_n += n + 1;
    if (n > SHORT || !readable) {
        to[n] = '\0';
        memcpy(to, from, n); /* the last thing done, so that a short field costs no frame */
        return;
    }
    memcpy(to, from, SHORT);
    to[n] = '\0';
}

static void on_row(int term, void *ud)
{
    ipr_csv *c = ud;
    (void)term;
    c->ended = true;
}

/* libcsv 3's private states; ipr_csv_probe makes sure. */
enum { ROW_NOT_BEGUN, FIELD_NOT_BEGUN, FIELD_BEGUN, FIELD_MIGHT_HAVE_ENDED };

static size_t trailing_blanks(const char *p, size_t n)
{
    size_t k = 0;
    while (k < n && (p[n - 1 - k] == ' ' || p[n - 1 - k] == '\t'))
        k++;
    return k;
}

static bool grow_entry(struct csv_parser *l, size_t n)
{
    size_t size = l->entry_pos + n + 4096;
    void *grown = l->realloc_func(l->entry_buf, size);
    if (!grown)
        return false;
    l->entry_buf = grown;
    l->entry_size = size;
    return true;
}

/* The first bytes of a field, n of them and no blank before them where it has no quotes: as if
 * csv_parse had got them one by one, but that libcsv's buffer has only room for them. on_field
 * takes them from where they are, unless write_down copies them because more follow. */
static inline bool first_run(ipr_csv *c, const char *p, size_t n)
{
    struct csv_parser *l = &c->parser;
    if (l->entry_size <= n && !grow_entry(l, n))
        return false;
    l->pstate = FIELD_BEGUN;
    l->entry_pos = n;
    l->spaces = l->quoted ? 0 : trailing_blanks(p, n);
    c->source = p;
    return true;
}

static void write_down(ipr_csv *c)
{
    if (c->source)
        memcpy(c->parser.entry_buf, c->source, c->parser.entry_pos);
    c->source = NULL;
}

/* Appends n plain bytes to a field that has some. */
static bool append_run(ipr_csv *c, const char *p, size_t n)
{
    struct csv_parser *l = &c->parser;
    if (l->entry_size - l->entry_pos <= n && !grow_entry(l, n))
        return false;
    copy_short((char *)l->entry_buf + l->entry_pos, p, n);
    l->entry_pos += n;
    size_t blanks = l->quoted ? 0 : trailing_blanks(p, n);
    l->spaces = blanks == n ? l->spaces + n : blanks;
    return true;
}

/* Whether a quoted field may go on behind the quote at p[i], of n. */
static bool goes_on(const ipr_csv *c, const char *p, size_t i, size_t n)
{
    return i + 1 < n && c->class[(unsigned char)p[i + 1]] < C_DELIM;
}

/* Feeds the plain bytes from i to *run, where a special byte stands or the record ends; inside
 * quotes, all up to the next quote, and moves *run there. Returns up to where, or SIZE_MAX. */
static inline size_t feed_run(ipr_csv *c, ipr_walk *walk, size_t i, size_t *run, size_t n)
{
    struct csv_parser *l = &c->parser;
    const char *p = walk->s->p;
    if (l->pstate <= FIELD_NOT_BEGUN) {
        while (i < *run && (p[i] == ' ' || p[i] == '\t'))
            i++;
        if (i == *run)
            return i;
        if (!first_run(c, p + i, *run - i))
            return SIZE_MAX;
        if (*run < n && p[*run] == '"')
            write_down(c);
        return *run;
    }
    if (l->pstate != FIELD_BEGUN)
        return i;
    while (l->quoted && *run < n && p[*run] != '"')
        *run = ipr_walk_next(walk);
    if (*run > n)
        *run = n;
    if (!(l->entry_pos ? append_run(c, p + i, *run - i) : first_run(c, p + i, *run - i)))
        return SIZE_MAX;
    if (goes_on(c, p, *run, n))
        write_down(c);
    return *run;
}

/* Feeds bytes i to n of s->p to libcsv: runs without special bytes at once, what is between them
 * through csv_parse, which takes every decision. */
static bool feed_fast(ipr_csv *c, const ipr_special *s, size_t i, size_t n)
{
    struct csv_parser *l = &c->parser;
    const char *p = s->p;
    size_t fed = i;
    ipr_walk walk = ipr_special_walk(s, false, i);
    while (i < n) {
        size_t run = ipr_walk_next(&walk);
        if (run > n)
            run = n;
        if (run > i) {
            if (fed < i && csv_parse(l, p + fed, i - fed, on_field, on_row, c) < i - fed)
                return false;
            fed = feed_run(c, &walk, i, &run, n);
            if (fed == SIZE_MAX)
                return false;
        }
        i = run + 1;
    }
    return csv_parse(l, p + fed, n - fed, on_field, on_row, c) == n - fed;
}

/* Room for count records: one of n bytes has at most n + 1 fields, each with a NUL behind it. */
static bool make_room(ipr_csv *c, const ipr_record *r, size_t count)
{
    size_t bytes = SHORT, want = 0;
    for (size_t i = 0; i < count; i++) {
        size_t n = r[i].end - r[i].begin;
        bytes += 2 * n + 2;
        want += (n < c->max_fields ? n : c->max_fields) + 1;
    }
    char *data = ipr_grow(c->env, c->data, &c->data_cap, bytes, 1);
    if (!data)
        return false;
    c->data = data;
    ipr_str *fields = ipr_grow(c->env, c->fields, &c->fields_cap, want, sizeof *c->fields);
    if (!fields)
        return false;
    c->fields = fields;
    return true;
}

/* Lets libcsv take bytes from to to of s->p apart. */
static ipr_status parse_record(ipr_csv *c, const ipr_special *s, size_t from, size_t to)
{
    size_t n = to - from;
    c->row_n = 0;
    c->too_many = c->ended = false;
    c->source = NULL;
    c->end = s->p + s->n;
    bool all = c->env->csv_fast ? feed_fast(c, s, from, to)
                                : csv_parse(&c->parser, s->p + from, n, on_field, on_row, c) == n;
    if (!all) { /* lenient libcsv stops for nothing but memory */
        csv_fini(&c->parser, NULL, NULL, NULL);
        return IPR_ENOMEM;
    }
    if (!c->ended)
        csv_fini(&c->parser, on_field, on_row, c);
    return c->too_many ? IPR_EFIELDS : IPR_OK;
}

static bool probe_one(const char *text, int state, int quoted, size_t pos, size_t spaces)
{
    struct csv_parser l;
    size_t n = strlen(text);
    csv_init(&l, 0);
    bool same = csv_parse(&l, text, n, NULL, NULL, NULL) == n && l.pstate == state &&
                l.quoted == quoted && l.entry_pos == pos && l.spaces == spaces &&
                l.entry_size > pos && l.entry_buf && l.is_space == NULL && l.is_term == NULL &&
                l.realloc_func != NULL;
    csv_free(&l);
    return same;
}

static void keep_length(void *data, size_t n, void *ud)
{
    (void)data;
    *(size_t *)ud = n;
}

/* A field begun for libcsv, as first_run does, is submitted with its length but for the blanks. */
static bool probe_begun(void)
{
    struct csv_parser l;
    size_t n = 0;
    csv_init(&l, 0);
    bool same = csv_parse(&l, "abcd,", 5, NULL, NULL, NULL) == 5 && l.entry_size > 3;
    l.pstate = FIELD_BEGUN;
    l.entry_pos = 3;
    l.spaces = 1;
    same = same && csv_parse(&l, ",", 1, keep_length, NULL, &n) == 1 && n == 2 &&
           l.pstate == FIELD_NOT_BEGUN && l.entry_pos == 0 && l.spaces == 0;
    csv_free(&l);
    return same;
}

bool ipr_csv_probe(void)
{
    return CSV_MAJOR == 3 && probe_begun() && probe_one("a\n", ROW_NOT_BEGUN, 0, 0, 0) &&
           probe_one("\"a \", ", FIELD_NOT_BEGUN, 0, 0, 0) &&
           probe_one("ab", FIELD_BEGUN, 0, 2, 0) && probe_one("x, a b  ", FIELD_BEGUN, 0, 5, 2) &&
           probe_one("\"a, b ", FIELD_BEGUN, 1, 5, 0) &&
           probe_one("\"a\"", FIELD_MIGHT_HAVE_ENDED, 1, 2, 0);
}

/* Finds the field of a row that is not UTF-8, if there is one. */
static void check_row(ipr_row *row)
{
    for (size_t i = 0; i < row->n; i++) {
        size_t good = ipr_utf8_check(row->fields[i]);
        if (good < row->fields[i].n) {
            row->code = IPR_EUTF8;
            row->field = i;
            row->at = good;
            return;
        }
    }
}

/* All at once: between two fields stands a NUL, which ends what is UTF-8. */
static void check_utf8(const ipr_csv *c, ipr_row *rows, size_t n)
{
    if (c->opt.allow_broken || ipr_utf8_check((ipr_str){c->data, c->data_n}) == c->data_n)
        return;
    for (size_t i = 0; i < n; i++)
        if (!rows[i].code)
            check_row(&rows[i]);
}

ipr_status ipr_csv_parse(ipr_csv *c, const ipr_special *s, const ipr_record *r, size_t n,
                         ipr_row *rows)
{
    if (!make_room(c, r, n))
        return IPR_ENOMEM;
    c->row = c->fields;
    c->data_n = 0;
    for (size_t i = 0; i < n; i++, r++) {
        rows[i] = (ipr_row){
            .row = r->row, .line = r->line, .offset = r->offset, .code = r->code, .at = r->at};
        if (r->code)
            continue;
        rows[i].code = parse_record(c, s, r->begin, r->end);
        if (rows[i].code == IPR_ENOMEM)
            return IPR_ENOMEM;
        rows[i].fields = c->row;
        rows[i].n = c->row_n;
        c->row += c->row_n;
    }
    check_utf8(c, rows, n);
    return IPR_OK;
}
