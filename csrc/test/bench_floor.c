/* SPDX-License-Identifier: MIT
 * bench_floor.c: what reading costs at least: stock libcsv over a file, each field copied into
 * a row's memory, nothing else. usage: bench_floor FILE.csv. Prints rows and bytes; no test. */
#include <csv.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char row[1 << 22];
static size_t used;
static unsigned long long rows, bytes;

static void copy_field(void *data, size_t n, void *ud)
{
    (void)ud;
    if (n > sizeof row - used)
        used = 0; /* no row of the bench is as long */
    memcpy(row + used, data, n);
    used += n;
}

static void end_row(int c, void *ud)
{
    (void)c, (void)ud;
    rows++;
    bytes += used;
    used = 0;
}

int main(int argc, char **argv)
{
    static char block[1 << 18];
    struct csv_parser p;
    int fd = argc > 1 ? open(argv[1], O_RDONLY) : -1;
    ssize_t n;
    if (fd < 0 || csv_init(&p, 0) != 0)
        return fprintf(stderr, "usage: bench_floor FILE.csv\n"), 1;
    csv_set_blk_size(&p, 4096);
    while ((n = read(fd, block, sizeof block)) > 0)
        csv_parse(&p, block, (size_t)n, copy_field, end_row, NULL);
    csv_fini(&p, copy_field, end_row, NULL);
    csv_free(&p);
    printf("%llu rows, %llu bytes\n", rows, bytes);
    return close(fd) != 0 || n < 0;
}
