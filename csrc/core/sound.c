/* SPDX-License-Identifier: MIT
 * sound.c: practical transcription between English and Russian, many to one. */
#include "sound.h"

static const char *cyrillic_sound(uint32_t c)
{
    static const char *const small[] = {"a",  "b", "v", "g", "d", "e", "Z", "z", "i",  "i", "k",
                                        "l",  "m", "n", "o", "p", "r", "s", "t", "u",  "f", "h",
                                        "ts", "C", "S", "S", "",  "i", "",  "e", "iu", "ia"};
    if (c >= 0x430 && c <= 0x44F)
        return small[c - 0x430];
    return c == 0x451 ? "e" : c == 0x456 || c == 0x457 ? "i" : NULL;
}

typedef struct digraph {
    const char *from, *to;
} digraph;

/* Longest first; "" ends. */
static const digraph DIGRAPHS[] = {{"sch", "S"}, {"sh", "S"}, {"ch", "C"}, {"zh", "Z"},
                                   {"kh", "h"},  {"ph", "f"}, {"th", "t"}, {"ck", "k"},
                                   {"ee", "i"},  {"oo", "u"}, {"qu", "ku"}};

static size_t latin_sound(const uint32_t *w, size_t n, bool soft, const char **to)
{
    static const char one[26][2] = {"a", "b", "",  "d", "e", "f", "g", "h", "i",
                                    "",  "k", "l", "m", "n", "o", "p", "k", "r",
                                    "s", "t", "u", "v", "v", "",  "i", "z"};
    for (size_t d = 0; d < sizeof DIGRAPHS / sizeof *DIGRAPHS; d++) {
        size_t k = 0;
        while (k < n && DIGRAPHS[d].from[k] && w[k] == (unsigned char)DIGRAPHS[d].from[k])
            k++;
        if (!DIGRAPHS[d].from[k]) {
            *to = DIGRAPHS[d].to;
            return k;
        }
    }
    *to = NULL;
    if (w[0] == 'x')
        *to = "ks";
    else if (w[0] == 'j')
        *to = "dZ";
    else if (w[0] == 'c')
        *to = soft && n > 1 && (w[1] == 'e' || w[1] == 'i' || w[1] == 'y') ? "s" : "k";
    else if (w[0] >= 'a' && w[0] <= 'z')
        *to = one[w[0] - 'a'];
    return 1;
}

bool ipr_sound_is_cyrillic(uint32_t c)
{
    return cyrillic_sound(c) != NULL;
}

size_t ipr_sound_of(const uint32_t *w, size_t n, bool soft, char *out)
{
    size_t len = 0;
    for (size_t i = 0; i < n;) {
        const char *to = cyrillic_sound(w[i]);
        size_t step = 1;
        if (!to)
            step = latin_sound(w + i, n - i, soft, &to);
        if (!to)
            return 0;
        for (; *to; to++)
            if (len == 0 || out[len - 1] != *to)
                out[len++] = *to;
        i += step;
    }
    return len;
}
