/* SPDX-License-Identifier: MIT
 * fuzz_event.c: rows of an event file, fields parted by commas and line ends; what is read is
 * within bounds and goes through a tally and back. */
#include "fuzz.h"
#include "../core/tally.h"

static void check_event(const ipr_event *e)
{
    if (e->time < 0 || e->time >= UINT32_MAX || e->count < 1 || (int)e->kind >= IPR_KIND_COUNT)
        abort();
    if (e->kind == IPR_KIND_coverage && (e->until <= e->time || e->covers > IPR_KIND_COUNT))
        abort();
}

static size_t split(const char **p, const char *end, ipr_str *fields, size_t most)
{
    size_t n = 0;
    const char *from = *p;
    for (; *p < end && **p != '\n'; ++*p) {
        if (**p == ',' && n + 1 < most) {
            fields[n++] = (ipr_str){from, (size_t)(*p - from)};
            from = *p + 1;
        }
    }
    fields[n++] = (ipr_str){from, (size_t)(*p - from)};
    *p += *p < end;
    return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ipr_env env;
    ipr_event_form form;
    ipr_str fields[20];
    const char *p = (const char *)data, *end = p + size;
    ipr_env_init(&env);
    size_t n = split(&p, end, fields, 20);
    if (ipr_event_form_init(&form, fields, n, NULL, NULL))
        return 0;
    ipr_tally *t = ipr_tally_new(&env, NULL), *back = NULL;
    while (p < end) {
        ipr_event e;
        n = split(&p, end, fields, 20);
        ipr_trouble trouble = ipr_event_read(&form, fields, n, &e);
        if (!trouble)
            check_event(&e);
        if (trouble ? ipr_tally_trouble(t, trouble, e.id) : ipr_tally_add(t, &e, NULL))
            abort();
    }
    ipr_buf a, b;
    ipr_buf_init(&a, &env);
    ipr_buf_init(&b, &env);
    if (ipr_tally_pack(t, &a, NULL) || ipr_tally_unpack(&env, ipr_buf_str(&a), &back, NULL) ||
        ipr_tally_pack(back, &b, NULL) || !ipr_str_eq(ipr_buf_str(&a), ipr_buf_str(&b)))
        abort();
    ipr_buf_fini(&a);
    ipr_buf_fini(&b);
    ipr_tally_free(t);
    ipr_tally_free(back);
    return 0;
}
