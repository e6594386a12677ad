/* SPDX-License-Identifier: MIT
 * block.c: filling, finding records, carrying the rest over. */
#include "block.h"

#include <string.h>

/* A block and its marks leave room in a second-level cache. */
#define BLOCK_SIZE ((size_t)1 << 16)

struct ipr_blocks {
    ipr_env *env;
    const ipr_csv *csv;
    size_t size;
    ipr_read_fn read;
    void *ud;
    ipr_buf carry; /* bytes read behind the last whole record */
    ipr_place place;
    uint64_t number;
    bool sniffed, ended;
};

void ipr_block_init(ipr_block *b, ipr_env *env)
{
    memset(b, 0, sizeof *b);
    ipr_buf_init(&b->bytes, env);
}

void ipr_block_fini(ipr_block *b)
{
    if (!b->bytes.env)
        return;
    ipr_free(b->bytes.env, b->records, b->cap * sizeof *b->records);
    ipr_special_fini(&b->special, b->bytes.env);
    b->records = NULL;
    b->count = b->cap = b->n = 0;
    ipr_buf_fini(&b->bytes);
}

ipr_blocks *ipr_blocks_new(ipr_env *env, const ipr_csv *csv, size_t size, ipr_read_fn read,
                           void *ud)
{
    ipr_blocks *b = ipr_calloc(env, 1, sizeof *b);
    if (!b)
        return NULL;
    *b = (ipr_blocks){.env = env,
                      .csv = csv,
                      .size = size ? size : BLOCK_SIZE,
                      .read = read,
                      .ud = ud,
                      .place = IPR_PLACE_START};
    ipr_buf_init(&b->carry, env);
    return b;
}

void ipr_blocks_free(ipr_blocks *b)
{
    if (!b)
        return;
    ipr_buf_fini(&b->carry);
    ipr_free(b->env, b, sizeof *b);
}

static bool is_blank_line(const char *p, size_t n)
{
    return ipr_str_trim((ipr_str){p, n}).n == 0;
}

/* As ipr_csv_next, where a record is a line that ends with LF. */
static ipr_found next_line(const ipr_env *env, const char *p, size_t *i, size_t n, bool last,
                           ipr_place *place, ipr_record *out)
{
    if (place->offset == 0 && n - *i >= 3 && !memcmp(p + *i, "\xEF\xBB\xBF", 3)) {
        *i += 3;
        place->offset += 3;
    }
    while (*i < n) {
        const char *lf = memchr(p + *i, '\n', n - *i);
        size_t end = lf ? (size_t)(lf - p) + 1 : n, len = end - *i;
        bool over = len > env->limits.max_record + 1, skipped = place->skip;
        if (!lf && !last && !over && !skipped)
            return IPR_NEED_MORE;
        *out = (ipr_record){.begin = *i,
                            .end = end,
                            .line = place->line,
                            .offset = place->offset,
                            .row = place->row,
                            .code = over ? IPR_ERECORD : IPR_OK};
        place->skip = !lf && !last;
        place->line += lf != NULL;
        place->offset += len;
        *i = end;
        if (!skipped && !is_blank_line(p + out->begin, len)) {
            place->row++;
            return IPR_FOUND;
        }
    }
    return IPR_NOTHING;
}

static ipr_status add_record(ipr_blocks *b, ipr_block *out, const ipr_record *r)
{
    ipr_record *to =
        ipr_grow(b->env, out->records, &out->cap, out->count + 1, sizeof *out->records);
    if (!to)
        return IPR_ENOMEM;
    out->records = to;
    out->records[out->count++] = *r;
    return IPR_OK;
}

/* Finds all whole records of out->bytes; out->n is then behind the last one. */
static ipr_status find_records(ipr_blocks *b, ipr_block *out)
{
    const ipr_buf *in = &out->bytes;
    ipr_record r;
    if (b->csv && ipr_special_mark(&out->special, b->env, in->p, in->n, ipr_csv_delimiter(b->csv)))
        return IPR_ENOMEM;
    for (;;) {
        ipr_found f = b->csv ? ipr_csv_next(b->csv, &out->special, &out->n, b->ended, &b->place, &r)
                             : next_line(b->env, in->p, &out->n, in->n, b->ended, &b->place, &r);
        if (f != IPR_FOUND)
            return IPR_OK;
        if (add_record(b, out, &r))
            return IPR_ENOMEM;
    }
}

/* UTF-16 is refused by its byte order mark, or by NULs at every other place of the first
 * characters. */
static ipr_status sniff(ipr_blocks *b, const char *p, size_t n, ipr_err *err)
{
    if (b->sniffed || n < 2 || b->number > 0) /* p must be the input's first bytes */
        return IPR_OK;
    b->sniffed = n >= 4;
    bool mark = !memcmp(p, "\xFF\xFE", 2) || !memcmp(p, "\xFE\xFF", 2);
    bool nuls = n >= 4 && ((!p[0] && p[1] && !p[2] && p[3]) || (p[0] && !p[1] && p[2] && !p[3]));
    if (mark || nuls)
        return ipr_fail(err, IPR_EUTF16, 0,
                        "the file is UTF-16; convert it: iconv -f UTF-16 -t UTF-8 FILE");
    return IPR_OK;
}

ipr_status ipr_blocks_take(ipr_blocks *b, ipr_block *out, ipr_err *err)
{
    ipr_buf *in = &out->bytes;
    out->n = out->count = out->special.n = 0;
    out->number = b->number;
    in->n = 0;
    ipr_buf_addstr(in, ipr_buf_str(&b->carry));
    while (!b->ended && out->n == 0) {
        size_t more = in->n > b->size ? in->n : b->size; /* twice as much each time it is marked */
        char *to = ipr_buf_room(in, more);
        if (!to)
            return ipr_fail(err, IPR_ENOMEM, 0, "out of memory while reading");
        ptrdiff_t got = b->read(b->ud, to, more);
        if (got < 0)
            return ipr_fail(err, IPR_EIO, (size_t)b->place.offset + in->n, "reading failed");
        in->n += (size_t)got;
        b->ended = got == 0;
        ipr_status st = sniff(b, in->p, in->n, err);
        if (st)
            return st;
        if (in->n && find_records(b, out))
            return ipr_fail(err, IPR_ENOMEM, 0, "out of memory while reading");
    }
    b->carry.n = 0;
    ipr_buf_add(&b->carry, in->p + out->n, in->n - out->n);
    if (in->failed || b->carry.failed)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory while reading");
    b->number += out->n > 0;
    return IPR_OK;
}

ipr_status ipr_block_row(ipr_csv *csv, const ipr_block *block, size_t k, bool allow_broken,
                         ipr_str *scratch, ipr_row *row)
{
    const ipr_record *r = &block->records[k];
    if (csv)
        return ipr_csv_parse(csv, &block->special, r, 1, row);
    *row = (ipr_row){.row = r->row, .line = r->line, .offset = r->offset, .code = r->code};
    if (r->code)
        return IPR_OK;
    *scratch = ipr_str_trim((ipr_str){block->bytes.p + r->begin, r->end - r->begin});
    row->fields = scratch;
    row->n = 1;
    size_t good = allow_broken ? scratch->n : ipr_utf8_check(*scratch);
    if (good < scratch->n) {
        row->code = IPR_EUTF8;
        row->at = good;
    }
    return IPR_OK;
}
