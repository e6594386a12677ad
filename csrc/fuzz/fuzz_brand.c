/* SPDX-License-Identifier: MIT
 * fuzz_brand.c: a lexicon of any bytes, and any listing against it. The input is TSV rows, a zero
 * byte, then title, description and brand column parted by zero bytes. Spans lie inside their
 * fields; asking twice gives the same. */
#include "fuzz.h"
#include "../core/brand.h"

static ipr_lexicon *make(ipr_env *env, ipr_str rows)
{
    static const char head[] = "brand\tcategory\taliases\tzh\tcodewords\thigh_risk\n"
                               "Nike\tshoes\tAF1|Air Max\t耐克\tLYU\t1\nDolce & Gabbana\tx\tD&G\n"
                               "Polo Ralph Lauren\nHermes\tx\tHermès\tЭрмес\n";
    ipr_lexicon *lex = ipr_lexicon_new(env);
    ipr_buf b;
    ipr_buf_init(&b, env);
    ipr_buf_adds(&b, head);
    ipr_lexicon_read_words(lex, IPR_STR("polo\nair\nmax\nRalph\n"));
    check(ipr_lexicon_read(lex, ipr_buf_str(&b), NULL) == IPR_OK);
    b.n = 0;
    ipr_buf_adds(&b, "brand\tcategory\taliases\tzh\tcodewords\thigh_risk\n");
    ipr_buf_addstr(&b, rows);
    ipr_lexicon_read(lex, ipr_buf_str(&b), NULL);
    check(ipr_lexicon_seal(lex) == IPR_OK);
    ipr_buf_fini(&b);
    return lex;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    ipr_env env;
    ipr_env_init(&env);
    if (n > 4096)
        return 0;
    ipr_str rest = {(const char *)data, n};
    ipr_lexicon *lex = make(&env, cut(&rest, '\0'));
    ipr_brand_scratch *s = ipr_brand_scratch_new(&env);
    ipr_str f[3];
    for (int i = 0; i < 3; i++)
        f[i] = cut(&rest, '\0');
    ipr_brand_found one, two;
    check(ipr_brand_find(lex, s, f[0], f[1], f[2], &one) == IPR_OK);
    for (size_t i = 0; i < one.n; i++) {
        const ipr_brand_hit *h = &one.hits[i];
        check(h->brand < ipr_lexicon_count(lex) && h->field < 3 && h->trick < IPR_TRICK_COUNT);
        check(h->start < h->end && h->end <= f[h->field].n);
    }
    check(ipr_brand_find(lex, s, f[0], f[1], f[2], &two) == IPR_OK);
    check(one.n == two.n && (one.n == 0 || one.hits[0].start == two.hits[0].start));
    uint32_t brand;
    check(ipr_lexicon_lookup(lex, s, f[2], &brand) == IPR_OK);
    check(brand == UINT32_MAX || brand < ipr_lexicon_count(lex));
    ipr_brand_scratch_free(s);
    ipr_lexicon_free(lex);
    return 0;
}
