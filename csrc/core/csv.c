/* SPDX-License-Identifier: MIT
 * csv.c: finds records by libcsv's rules, lets libcsv parse them one by one. */
#include "csv.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

enum { C_OTHER, C_BLANK, C_QUOTE, C_DELIM, C_TERM };

struct ipr_csv {
    ipr_env *env;
    ipr_csv_options opt;
    uint8_t class[256]; /* of each byte: C_… */
    struct csv_parser parser;
    char *data; /* the fields of the record being read, each NUL-ended */
    size_t data_n, data_cap;
    ipr_str *fields;
    size_t fields_n, fields_cap, max_fields;
    bool too_many;      /* the record has more than max_fields */
    bool ended;         /* libcsv reported the record's end */
    const char *source; /* the open field's bytes where libcsv's buffer has only room for them */
    const char *end;    /* of the bytes that source is in */
};

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

/* ---- lines ---- */

uint64_t ipr_count_lines(const char *p, size_t n)
{
    uint64_t lines = 0;
    for (size_t i = 0; i < n; i++)
        lines += (p[i] == '\n') | ((p[i] == '\r') & (i + 1 == n || p[i + 1] != '\n'));
    return lines;
}

/* Offset behind the first line end at or after `from`; 0 if there is none (a CR as the
 * very last byte counts only with `last`: its LF may follow). */
static size_t line_end(const char *p, size_t from, size_t n, bool last)
{
    if (from >= n)
        return 0;
    const char *lf = memchr(p + from, '\n', n - from);
    size_t to = lf ? (size_t)(lf - p) : n;
    const char *cr = memchr(p + from, '\r', to - from);
    if (!cr)
        return lf ? to + 1 : 0;
    size_t i = (size_t)(cr - p) + 1;
    if (i == n)
        return last ? n : 0;
    return p[i] == '\n' ? i + 1 : i;
}

/* ---- finding one record ---- */

typedef enum stop {
    STOP_END,   /* on the delimiter or line end behind the field */
    STOP_EDGE,  /* the bytes end; the field could end there too */
    STOP_OPEN,  /* the bytes end inside quotes */
    STOP_LINES, /* more lines than allowed */
    STOP_BAD    /* strict mode: a stray quote, or text after a closing one */
} stop;

static uint8_t class_at(const ipr_csv *c, const ipr_special *s, size_t i)
{
    return c->class[(unsigned char)s->p[i]];
}

/* On a quote inside a quoted field: moves *i behind it and what belongs to it. STOP_END or
 * STOP_EDGE if the field is over, STOP_OPEN if it goes on. Follows libcsv's state
 * FIELD_MIGHT_HAVE_ENDED. */
static stop pass_quote(const ipr_csv *c, const ipr_special *s, size_t *i, size_t n)
{
    bool blanks = false;
    for ((*i)++; *i < n; (*i)++) {
        uint8_t k = class_at(c, s, *i);
        if (k == C_DELIM || k == C_TERM)
            return STOP_END;
        if (k == C_BLANK) {
            blanks = true;
            continue;
        }
        if (k == C_QUOTE && !blanks) {
            (*i)++; /* two quotes in a row: one quote, still inside */
            return STOP_OPEN;
        }
        if (c->opt.strict)
            return STOP_BAD;
        if (k != C_QUOTE)
            return STOP_OPEN; /* text reopens the field */
        blanks = false;
    }
    return STOP_EDGE;
}

/* The next break of the walk that stands at or behind `from`. */
static inline size_t next_break(ipr_walk *walk, size_t from)
{
    size_t at = ipr_walk_next(walk);
    while (at < from)
        at = ipr_walk_next(walk);
    return at;
}

/* Inside a quoted field, behind its opening quote: moves *i onto the delimiter or line end
 * behind the field. */
static stop pass_quoted(const ipr_csv *c, ipr_walk *walk, size_t *i, size_t n, uint64_t *lines_left)
{
    const ipr_special *s = walk->s;
    for (;;) {
        *i = next_break(walk, *i);
        if (*i >= n)
            return *i = n, STOP_OPEN;
        char byte = s->p[*i];
        if (byte == '"') {
            stop r = pass_quote(c, s, i, n);
            if (r != STOP_OPEN)
                return r;
            continue;
        }
        bool line = byte == '\n' || *i + 1 == s->n || s->p[*i + 1] != '\n';
        if (line && (*lines_left)-- == 0)
            return STOP_LINES;
        (*i)++;
    }
}

/* Does the quote at q open a field? Fields begin at `from` and behind delimiters. */
static bool opens(const ipr_csv *c, const ipr_special *s, size_t from, size_t q)
{
    while (q > from && class_at(c, s, q - 1) == C_BLANK)
        q--;
    return q == from || class_at(c, s, q - 1) == C_DELIM;
}

/* At the start of a field: moves *i onto the end of the record's line, or onto a delimiter
 * behind a quoted field. */
static stop pass_fields(const ipr_csv *c, ipr_walk *walk, size_t *i, size_t n, uint64_t *lines_left)
{
    const ipr_special *s = walk->s;
    for (size_t from = *i;; (*i)++) {
        *i = next_break(walk, *i);
        if (*i >= n)
            return *i = n, STOP_EDGE;
        if (s->p[*i] != '"')
            return STOP_END;
        if (opens(c, s, from, *i)) {
            (*i)++;
            return pass_quoted(c, walk, i, n, lines_left);
        }
        if (c->opt.strict)
            return STOP_BAD;
    }
}

/* An error record ends with a line: the one on which `from` lies. */
static ipr_found end_bad(ipr_record *f, ipr_status code, size_t at, size_t from, const char *p,
                         size_t n, bool last, size_t max)
{
    f->code = code;
    f->at = at - f->begin;
    f->end = line_end(p, from, n, last);
    if (f->end)
        return IPR_FOUND;
    f->end = n; /* a line that does not end here: pass_head skips its rest */
    if (last)
        return IPR_FOUND;
    if (p[n - 1] == '\r')
        f->end--; /* its LF may follow */
    return n - f->begin > max ? IPR_FOUND : IPR_NEED_MORE;
}

static size_t max_lines(const ipr_csv *c, const ipr_place *place)
{
    size_t max = place->broken < 32 ? c->env->limits.max_lines >> place->broken : 0;
    return max ? max : 1;
}

/* Finds the record that begins at or behind p[i], past blank lines. */
static ipr_found find_record(const ipr_csv *c, const ipr_special *s, size_t i, bool last,
                             const ipr_place *place, ipr_record *f, uint64_t *lines)
{
    const char *p = s->p;
    size_t n = s->n;
    while (i < n &&
           (c->class[(unsigned char)p[i]] == C_BLANK || c->class[(unsigned char)p[i]] == C_TERM))
        i++;
    *f = (ipr_record){.begin = i, .end = i};
    if (i >= n)
        return IPR_NOTHING;
    size_t max = c->env->limits.max_record;
    size_t edge = n - i > max ? i + max + 1 : n;
    uint64_t allowed = max_lines(c, place) - 1, left = allowed;
    ipr_walk walk = ipr_special_walk(s, true, i);
    for (;; i++) {
        stop r = pass_fields(c, &walk, &i, edge, &left);
        if (r == STOP_BAD)
            return end_bad(f, IPR_EQUOTE, i, i, p, n, last, max);
        bool at_edge = r == STOP_EDGE || r == STOP_OPEN;
        if (r == STOP_LINES || (at_edge && edge < n))
            return end_bad(f, IPR_ERECORD, f->begin, f->begin, p, n, last, max);
        if (at_edge && !last)
            return IPR_NEED_MORE;
        if (r == STOP_OPEN && (c->opt.strict || !c->opt.allow_broken))
            return end_bad(f, IPR_EQUOTE, i, f->begin, p, n, last, max);
        *lines = allowed - left;
        if (at_edge) {
            f->end = n;
            return IPR_FOUND;
        }
        if (c->class[(unsigned char)p[i]] == C_TERM)
            break;
    }
    if (p[i] == '\r' && i + 1 == n && !last)
        return IPR_NEED_MORE;
    f->end = p[i] == '\r' && i + 1 < n && p[i + 1] == '\n' ? i + 2 : i + 1;
    ++*lines;
    return IPR_FOUND;
}

static void move_place(ipr_place *place, const char *p, size_t from, size_t to)
{
    place->line += ipr_count_lines(p + from, to - from);
    place->offset += to - from;
}

/* Handles what stands before a record: the byte order mark and the rest of a line
 * already reported. Moves *i; false if the buffer ends inside that line. */
static bool pass_head(const char *p, size_t *i, size_t n, bool last, ipr_place *place)
{
    if (place->offset == 0 && n - *i >= 3 && memcmp(p + *i, "\xEF\xBB\xBF", 3) == 0) {
        *i += 3;
        place->offset += 3;
    }
    if (place->skip) {
        size_t end = line_end(p, *i, n, last);
        size_t to = end ? end : n;
        if (!end && n > *i && p[n - 1] == '\r' && !last)
            to = n - 1; /* its LF may follow */
        move_place(place, p, *i, to);
        *i = to;
        place->skip = end == 0;
    }
    return !place->skip;
}

ipr_found ipr_csv_next(const ipr_csv *c, const ipr_special *s, size_t *i, bool last,
                       ipr_place *place, ipr_record *out)
{
    const char *p = s->p;
    uint64_t lines = 0;
    if (!pass_head(p, i, s->n, last, place))
        return IPR_NEED_MORE;
    ipr_found r = find_record(c, s, *i, last, place, out, &lines);
    if (r == IPR_NEED_MORE)
        return r;
    if (r == IPR_NOTHING && out->end > *i && p[out->end - 1] == '\r' && !last)
        out->begin = --out->end; /* keep CR and LF together */
    move_place(place, p, *i, out->begin);
    *i = out->end;
    if (r == IPR_NOTHING)
        return r;
    out->line = place->line;
    out->offset = place->offset;
    out->row = place->row++;
    place->line += out->code ? ipr_count_lines(p + out->begin, out->end - out->begin) : lines;
    place->offset += out->end - out->begin;
    char tail = p[out->end - 1];
    place->skip = out->code && tail != '\n' && (tail != '\r' || out->end == s->n) && !last;
    place->broken = out->code == IPR_ERECORD ? place->broken + 1 : 0;
    return r;
}

/* ---- parsing one record ---- */

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
    if (c->fields_n == c->max_fields) {
        c->too_many = true;
        return;
    }
    c->fields[c->fields_n++] = (ipr_str){to, n};
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

/* Room for a record of n bytes: it has at most n + 1 fields, each with a NUL behind it. */
static bool make_room(ipr_csv *c, size_t n)
{
    size_t want = (n < c->max_fields ? n : c->max_fields) + 1;
    char *data = ipr_grow(c->env, c->data, &c->data_cap, 2 * n + 2 + SHORT, 1);
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
    c->fields_n = c->data_n = 0;
    c->too_many = c->ended = false;
    c->source = NULL;
    c->end = s->p + s->n;
    if (!make_room(c, n))
        return IPR_ENOMEM;
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

static void check_utf8(ipr_csv *c, ipr_row *row)
{
    if (c->opt.allow_broken || ipr_utf8_check((ipr_str){c->data, c->data_n}) == c->data_n)
        return;
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

char ipr_csv_delimiter(const ipr_csv *c)
{
    return c->opt.delimiter;
}

ipr_status ipr_csv_parse(ipr_csv *c, const ipr_special *s, const ipr_record *r, ipr_row *row)
{
    *row = (ipr_row){
        .row = r->row, .line = r->line, .offset = r->offset, .code = r->code, .at = r->at};
    if (r->code)
        return IPR_OK;
    row->code = parse_record(c, s, r->begin, r->end);
    if (row->code == IPR_ENOMEM)
        return IPR_ENOMEM;
    row->fields = c->fields;
    row->n = c->fields_n;
    if (!row->code)
        check_utf8(c, row);
    return IPR_OK;
}
