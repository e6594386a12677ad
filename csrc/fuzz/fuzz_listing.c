/* SPDX-License-Identifier: MIT
 * fuzz_listing.c: any bytes as a header and rows, or as JSON objects: a listing's slots are views
 * into what was read, and every field of every type can be asked for. The first byte says which
 * of the two it is; fields end with a tab, rows with a line feed. */
#include "fuzz.h"
#include "../core/field.h"
#include "../core/listing.h"

enum { FIELDS = 40 };

static size_t split(ipr_str row, ipr_str *f)
{
    size_t n = 0;
    do
        f[n++] = cut(&row, '\t');
    while (row.n && n < FIELDS);
    return n;
}

/* What stands for a text that is not in the input as such. */
static bool is_word(ipr_str s)
{
    return ipr_str_is(s, "true") || ipr_str_is(s, "false") || ipr_condition_of(s).n == s.n;
}

static bool inside(ipr_str s, ipr_str of)
{
    return of.p && s.p >= of.p && s.p + s.n <= of.p + of.n;
}

static void look(const ipr_listing *l, ipr_str all, ipr_str text)
{
    int64_t sum = 0;
    for (size_t i = 0; i < l->n; i++) {
        ipr_str s = l->slot[i];
        if (!s.p || !s.n)
            continue;
        for (size_t k = 0; k < s.n; k++)
            sum += s.p[k];
        check(inside(s, all) || inside(s, text) || is_word(s));
    }
    check(l->code || l->slot[IPR_COL_ID].p);
    check(memchr(l->message, 0, sizeof l->message) != NULL && sum > INT64_MIN);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    ipr_env env;
    ipr_listing l;
    ipr_buf text;
    ipr_str f[FIELDS];
    if (n < 2)
        return 0;
    bool json = data[0] & 1;
    ipr_str all = {(const char *)data + 1, n - 1}, rest = all;
    ipr_env_init(&env);
    ipr_buf_init(&text, &env);
    ipr_columns *c = ipr_columns_new(&env);
    check(ipr_columns_want(c, IPR_STR("Colour")) >= IPR_COL_COUNT);
    if (!json && ipr_columns_header(c, f, split(cut(&rest, '\n'), f), NULL))
        rest.n = 0;
    for (uint64_t k = 1; rest.n; k++) {
        ipr_str line = cut(&rest, '\n');
        ipr_row row = {.fields = f, .row = k, .line = k + 1};
        row.n = split(line, f);
        if (json)
            ipr_listing_json(&l, c, line, &text);
        else
            ipr_listing_csv(&l, c, &row);
        look(&l, all, ipr_buf_str(&text));
    }
    ipr_buf_fini(&text);
    ipr_columns_free(c);
    return 0;
}
