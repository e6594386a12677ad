/* SPDX-License-Identifier: MIT
 * csv.c: finds records by libcsv's rules, without taking them apart. */
#include "csv_in.h"

#include <string.h>

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

char ipr_csv_delimiter(const ipr_csv *c)
{
    return c->opt.delimiter;
}
