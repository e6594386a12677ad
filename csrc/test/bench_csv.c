/* SPDX-License-Identifier: MIT
 * bench_csv.c: reading a CSV file, as a ratio to stock libcsv that copies the fields out,
 * in one run, by processor time. usage: bench_csv FILE.csv [ROUNDS]. Prints the medians; no test.
 * A short file is read many times in a row, so that what making a reader takes does not count. */
#include "../core/block.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ENOUGH ((size_t)4 << 20)

static char *text;
static size_t text_n;
static uint64_t sum; /* keeps the work alive and shows that all ways agree */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static char arena[1 << 21];
static size_t arena_n;

static void copy_field(void *data, size_t n, void *ud)
{
    (void)ud;
    memcpy(arena + arena_n, data, n);
    arena_n += n;
    sum += n + 1;
}

static void end_row(int c, void *ud)
{
    (void)c, (void)ud;
    arena_n = 0;
}

static void stock(void)
{
    struct csv_parser p;
    csv_init(&p, 0);
    csv_set_blk_size(&p, 4096);
    for (size_t i = 0; i < text_n; i += 1 << 18)
        csv_parse(&p, text + i, text_n - i < 1 << 18 ? text_n - i : 1 << 18, copy_field, end_row,
                  0);
    csv_fini(&p, copy_field, end_row, 0);
    csv_free(&p);
}

typedef struct source {
    size_t i;
} source;

static ptrdiff_t read_text(void *ud, char *to, size_t n)
{
    source *s = ud;
    if (n > text_n - s->i)
        n = text_n - s->i;
    memcpy(to, text + s->i, n);
    s->i += n;
    return (ptrdiff_t)n;
}

static void ours(bool parse, bool fast)
{
    ipr_env env;
    ipr_env_init(&env);
    env.csv_fast = fast && ipr_csv_probe();
    ipr_csv_options opt = {.allow_broken = true};
    ipr_csv *csv = ipr_csv_new(&env, &opt);
    source s = {0};
    ipr_blocks *blocks = ipr_blocks_new(&env, csv, 0, read_text, &s);
    ipr_block block;
    ipr_row row;
    ipr_str scratch;
    ipr_block_init(&block, &env);
    while (ipr_blocks_take(blocks, &block, NULL) == IPR_OK && block.n)
        for (size_t k = 0; parse && k < block.count; k++) {
            ipr_block_row(csv, &block, k, true, &scratch, &row);
            for (size_t f = 0; f < row.n; f++)
                sum += row.fields[f].n + 1;
        }
    ipr_block_fini(&block);
    ipr_blocks_free(blocks);
    ipr_csv_free(csv);
}

static void find_only(void)
{
    ours(false, true);
}

static void plain(void)
{
    ours(true, false);
}

static void fast(void)
{
    ours(true, true);
}

/* Reads the file, without a byte order mark, which libcsv would take for text. */
static bool load(const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return false;
    fseek(f, 0, SEEK_END);
    size_t n = (size_t)ftell(f), times = n && n < ENOUGH ? ENOUGH / n + 1 : 1;
    rewind(f);
    text = malloc(times * (n + 1) + 1);
    bool ok = text && fread(text, 1, n, f) == n;
    fclose(f);
    if (!ok)
        return false;
    if (n >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3))
        memmove(text, text + 3, n -= 3);
    if (n && text[n - 1] != '\n')
        text[n++] = '\n';
    for (size_t i = 1; i < times; i++)
        memcpy(text + i * n, text, n);
    text_n = times * n;
    return true;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(void);
    } ways[] = {{"libcsv, fields copied", stock},
                {"records found only", find_only},
                {"records found, libcsv", plain},
                {"records found, libcsv with bulk append", fast}};
    enum { WAYS = 4, MAX_ROUNDS = 21 };
    double t[WAYS][MAX_ROUNDS];
    int rounds = argc > 2 ? atoi(argv[2]) : 5;
    if (argc < 2 || rounds < 1 || rounds > MAX_ROUNDS)
        return fprintf(stderr, "usage: bench_csv FILE.csv [ROUNDS up to 21]\n"), 1;
    if (!load(argv[1]))
        return fprintf(stderr, "cannot read %s\n", argv[1]), 1;
    uint64_t bytes[WAYS];
    for (int r = 0; r < rounds; r++)
        for (int w = 0; w < WAYS; w++) {
            sum = 0;
            double from = now();
            ways[w].run();
            t[w][r] = now() - from;
            bytes[w] = sum;
        }
    if (bytes[2] != bytes[0] || bytes[3] != bytes[0])
        return fprintf(stderr, "the ways do not see the same fields\n"), 1;
    for (int w = 0; w < WAYS; w++)
        qsort(t[w], (size_t)rounds, sizeof(double), by_value);
    for (int w = 0; w < WAYS; w++)
        printf("%-42s %7.0f MB/s  x %.2f\n", ways[w].name, (double)text_n / 1e6 / t[w][rounds / 2],
               t[0][rounds / 2] / t[w][rounds / 2]);
    free(text);
    return 0;
}
