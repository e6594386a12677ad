/* SPDX-License-Identifier: MIT
 * skeleton.c: asks ICU (Debian: libicu-dev) for the UTS #39 skeleton of every code
 * point and prints those that differ from the code point itself as
 * "CP<TAB>CP CP …" in hexadecimal. First line: "# ICU x, Unicode y".
 *
 * Part of `make tables`; users of iprcore need neither ICU nor this program. */
#include <stdio.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>
#include <unicode/uchar.h>

static void print_skeleton(USpoofChecker *sc, UChar32 cp)
{
    UChar in[2], out[64];
    int32_t n = 0;
    UErrorCode err = U_ZERO_ERROR;
    U16_APPEND_UNSAFE(in, n, cp);
    int32_t m = uspoof_getSkeleton(sc, 0, in, n, out, 64, &err);
    if (U_FAILURE(err) || (m == n && u_memcmp(in, out, n) == 0))
        return;
    printf("%04X\t", (unsigned)cp);
    for (int32_t i = 0; i < m;) {
        UChar32 c;
        U16_NEXT(out, i, m, c);
        printf("%04X%s", (unsigned)c, i < m ? " " : "");
    }
    printf("\n");
}

int main(void)
{
    UErrorCode err = U_ZERO_ERROR;
    USpoofChecker *sc = uspoof_open(&err);
    if (U_FAILURE(err))
        return 1;
    printf("# ICU %s, Unicode %s\n", U_ICU_VERSION, U_UNICODE_VERSION);
    for (UChar32 cp = 0x80; cp < 0x110000; cp++)
        if (cp < 0xD800 || cp > 0xDFFF)
            print_skeleton(sc, cp);
    uspoof_close(sc);
    return 0;
}
