/* SPDX-License-Identifier: MIT
 * fuzz_csv.c: any bytes, read in any chunks, give what stock libcsv gives; with tiny
 * limits and in strict mode, what reading in one piece gives. The first byte is the
 * chunk size, the second the delimiter. */
#include "fuzz.h"
#include "../test/csv_check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static const char delimiters[] = ",;\t|";
    if (n < 2 || n > 4096)
        return 0;
    if (!csv_agrees((const char *)data + 2, n - 2, 1 + data[0] % 97, delimiters[data[1] % 4]))
        abort();
    return 0;
}
