/* SPDX-License-Identifier: MIT
 * replay.c: a fuzz target without libFuzzer: the files named as arguments, one after another, each
 * in memory of exactly its size, so that a sanitizer or valgrind sees a step past its end. The
 * last line is "N passed, N failed"; a target that finds a fault aborts before it. */
#include "fuzz.h"

#include <stdio.h>

/* The file's bytes, or NULL; the caller frees. */
static uint8_t *read_file(const char *path, size_t *n)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return NULL;
    fseek(f, 0, SEEK_END);
    long size = ftell(f);
    rewind(f);
    uint8_t *p = size >= 0 ? malloc(size ? (size_t)size : 1) : NULL;
    if (p)
        *n = fread(p, 1, (size_t)size, f);
    fclose(f);
    return p;
}

int main(int argc, char **argv)
{
    int failed = 0;
    for (int i = 1; i < argc; i++) {
        size_t n = 0;
        uint8_t *data = read_file(argv[i], &n);
        if (data)
            LLVMFuzzerTestOneInput(data, n);
        else
            failed++, printf("cannot read %s\n", argv[i]);
        free(data);
    }
    printf("%d passed, %d failed\n", argc - 1 - failed, failed);
    return failed != 0;
}
