/* SPDX-License-Identifier: MIT
 * fuzz_json.c: walks any text; strings are written and read back unchanged. */
#include "fuzz.h"
#include "../core/json.h"
#include "../core/utf8.h"

static void check_string(ipr_env *env, const ipr_json_token *tok)
{
    ipr_buf text, written, again;
    ipr_json j;
    ipr_json_token back;
    ipr_buf_init(&text, env);
    ipr_buf_init(&written, env);
    ipr_buf_init(&again, env);
    ipr_json_text(&text, tok);
    ipr_json_put(&written, ipr_buf_str(&text));
    ipr_json_init(&j, env, ipr_buf_str(&written));
    if (ipr_json_next(&j, &back, NULL) || back.kind != IPR_JSON_STRING)
        abort();
    ipr_json_text(&again, &back);
    written.n = 0;
    ipr_utf8_clean(&written, ipr_buf_str(&text));
    if (!ipr_str_eq(ipr_buf_str(&again), ipr_buf_str(&written)))
        abort();
    ipr_buf_fini(&text);
    ipr_buf_fini(&written);
    ipr_buf_fini(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    ipr_env env;
    ipr_json j;
    ipr_json_token tok;
    ipr_err err;
    ipr_env_init(&env);
    ipr_json_init(&j, &env, (ipr_str){(const char *)data, n});
    for (;;) {
        if (ipr_json_next(&j, &tok, &err)) {
            if (err.offset > n)
                abort();
            return 0;
        }
        if (tok.kind == IPR_JSON_END)
            return 0;
        if (tok.kind == IPR_JSON_STRING || tok.kind == IPR_JSON_KEY)
            check_string(&env, &tok);
    }
}
