/* SPDX-License-Identifier: MIT
 * csv_check.h: the CSV reader against stock libcsv, and against itself in other block
 * sizes. Used by the C test (random small inputs) and by the fuzz target. */
#ifndef IPR_CSV_CHECK_H
#define IPR_CSV_CHECK_H

#include "../core/block.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Rows written down as text: fields end with \x1F, rows with \x1E. */
static inline void note_field(void *p, size_t n, void *ud)
{
    ipr_buf_add(ud, p, n);
    ipr_buf_addc(ud, '\x1F');
}

static inline void note_end(int c, void *ud)
{
    (void)c;
    ipr_buf_addc(ud, '\x1E');
}

static inline void stock_rows(const char *p, size_t n, char delimiter, ipr_buf *out)
{
    struct csv_parser parser;
    csv_init(&parser, 0);
    csv_set_delim(&parser, (unsigned char)delimiter);
    if (n >= 3 && !memcmp(p, "\xEF\xBB\xBF", 3))
        p += 3, n -= 3;
    csv_parse(&parser, p, n, note_field, note_end, out);
    csv_fini(&parser, note_field, note_end, out);
    csv_free(&parser);
}

typedef void (*note_fn)(ipr_buf *out, const ipr_row *row);

static inline void note_row(ipr_buf *ud, const ipr_row *row)
{
    for (size_t i = 0; i < row->n; i++)
        note_field((void *)(uintptr_t)row->fields[i].p, row->fields[i].n, ud);
    note_end(0, ud);
}

/* As note_row, with number, line, offset and code. */
static inline void note_all(ipr_buf *ud, const ipr_row *row)
{
    ipr_buf_addint(ud, (int64_t)row->row);
    ipr_buf_addc(ud, ':');
    ipr_buf_addint(ud, (int64_t)row->line);
    ipr_buf_addc(ud, ':');
    ipr_buf_addint(ud, (int64_t)row->offset);
    ipr_buf_addc(ud, ':');
    ipr_buf_adds(ud, ipr_status_code(row->code));
    if (row->code)
        note_end(0, ud);
    else
        note_row(ud, row);
}

typedef struct text_source {
    const char *p;
    size_t n, chunk;
} text_source;

static inline ptrdiff_t read_text(void *ud, char *p, size_t n)
{
    text_source *s = ud;
    size_t k = s->n < n ? s->n : n;
    if (k > s->chunk)
        k = s->chunk;
    if (k)
        memcpy(p, s->p, k);
    s->p += k;
    s->n -= k;
    return (ptrdiff_t)k;
}

#define TOGETHER 5 /* records that are taken apart at once, at most */

/* Reads n bytes, `chunk` at a time, and takes `together` of their records apart at once. csv
 * options NULL: lines, one by one. */
static inline void block_rows(ipr_env *env, const ipr_csv_options *opt, const char *p, size_t n,
                              size_t chunk, size_t together, note_fn note, ipr_buf *out)
{
    text_source source = {p, n, chunk};
    ipr_csv *csv = opt ? ipr_csv_new(env, opt) : NULL;
    ipr_blocks *blocks = ipr_blocks_new(env, csv, 64, read_text, &source);
    ipr_block block;
    ipr_row row[TOGETHER];
    ipr_str line;
    ipr_block_init(&block, env);
    while (ipr_blocks_take(blocks, &block, NULL) == IPR_OK && block.n)
        for (size_t k = 0; k < block.count; k += together) {
            size_t left = block.count - k, some = left < together ? left : together;
            ipr_status s = csv ? ipr_csv_parse(csv, &block.special, block.records + k, some, row)
                               : ipr_block_row(NULL, &block, k, false, &line, row);
            for (size_t i = 0; s == IPR_OK && i < some; i++)
                note(out, &row[i]);
        }
    ipr_block_fini(&block);
    ipr_blocks_free(blocks);
    ipr_csv_free(csv);
}

/* True if all ways of reading agree; prints the first that does not. */
static inline bool csv_agrees(const char *p, size_t n, size_t chunk, char delimiter)
{
    ipr_env env;
    bool ok = true;
    ipr_env_init(&env);
    ipr_buf want, got;
    ipr_buf_init(&want, &env);
    ipr_buf_init(&got, &env);
    bool utf16 = n >= 2 && (!memcmp(p, "\xFF\xFE", 2) || !memcmp(p, "\xFE\xFF", 2) ||
                            memchr(p, 0, n < 4 ? n : 4));
    ipr_csv_options opt = {.delimiter = delimiter, .allow_broken = true};
    if (!utf16) { /* refused as a whole */
        env.limits.max_lines = SIZE_MAX;
        stock_rows(p, n, delimiter, &want);
        block_rows(&env, &opt, p, n, chunk, 1 + chunk % TOGETHER, note_row, &got);
        ok = ipr_str_eq(ipr_buf_str(&want), ipr_buf_str(&got));
    }
    for (int way = 0; ok && !utf16 && way < 2; way++) { /* bulk append, other CPU levels */
        got.n = 0;
        env.csv_fast = ipr_csv_probe();
        env.cpu = way ? IPR_CPU_SCALAR : IPR_CPU_SSE2;
        block_rows(&env, &opt, p, n, chunk, 1 + chunk % TOGETHER, note_row, &got);
        ok = ipr_str_eq(ipr_buf_str(&want), ipr_buf_str(&got));
    }
    for (int strict = 0; ok && !utf16 && strict < 2; strict++) {
        opt.strict = strict;
        env.limits.max_record = 24;
        env.limits.max_lines = 4;
        env.limits.max_fields = 6;
        want.n = got.n = 0;
        block_rows(&env, &opt, p, n, n + 1, 1, note_all, &want);
        block_rows(&env, &opt, p, n, chunk, 1 + chunk % TOGETHER, note_all, &got);
        ok = ipr_str_eq(ipr_buf_str(&want), ipr_buf_str(&got));
        if (!ok)
            printf("  strict %d chunk %zu\n", strict, chunk);
    }
    if (!ok)
        printf("  want %.*s\n  got  %.*s\n", (int)want.n, want.p ? want.p : "", (int)got.n,
               got.p ? got.p : "");
    ipr_buf_fini(&want);
    ipr_buf_fini(&got);
    return ok;
}

#endif
