/* SPDX-License-Identifier: MIT
 * fuzz_vocab.c: any bytes as a listing's text: no crash, spans inside it and in order. */
#include "fuzz.h"
#include "../core/vocab.h"

static ipr_env env;
static ipr_vocab *vocab;
static ipr_vocab_scratch scratch;

static void setup(void)
{
    static const struct {
        const char *text;
        ipr_term_kind kind;
    } terms[] = {{"replica", IPR_TERM_COPY},
                 {"1:1", IPR_TERM_GRADE},
                 {"AAA", IPR_TERM_GRADE},
                 {"AAA battery", IPR_TERM_EXCEPTION},
                 {"not", IPR_TERM_NEGATION},
                 {"高仿", IPR_TERM_COPY},
                 {"仿真", IPR_TERM_EXCEPTION},
                 {"スーパーコピー", IPR_TERM_COPY},
                 {"ではない", IPR_TERM_NEGATION_AFTER},
                 {"هاي كوبي", IPR_TERM_COPY},
                 {"used", IPR_TERM_USED},
                 {"shoes", IPR_TERM_GOODS}};
    ipr_env_init(&env);
    vocab = ipr_vocab_new(&env);
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        ipr_term t = {
            .text = {terms[i].text, strlen(terms[i].text)}, .kind = terms[i].kind, .strength = 800};
        if (ipr_vocab_add(vocab, &t, NULL))
            abort();
    }
    if (ipr_vocab_seal(vocab, NULL))
        abort();
    ipr_vocab_scratch_init(&scratch, &env);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    ipr_vocab_hit hits[64];
    if (!vocab)
        setup();
    size_t found;
    ipr_status st =
        ipr_vocab_scan(vocab, &scratch, (ipr_str){(const char *)data, n}, true, hits, 64, &found);
    if ((st && st != IPR_ELIMIT) || found > 64)
        abort();
    for (size_t i = 0; i < found; i++)
        if (hits[i].start >= hits[i].end || hits[i].end > n)
            abort();
    return 0;
}
