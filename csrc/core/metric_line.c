/* SPDX-License-Identifier: MIT
 * metric_line.c: a line of JSON Lines straight to the line that answers it. */
#include "scan.h"

#include "json.h"
#include "utf8.h"

enum { M_ID, M_TEXT, M_DATE, M_FORM, MEMBERS };

static const char *const names[] = {"id", "text", "doc_date", "form"};

static int member(ipr_str name)
{
    for (int k = 0; k < MEMBERS; k++)
        if (ipr_str_is(name, names[k]))
            return k;
    return -1;
}

/* The members of the object that a line is. False where it is none, or one of them is told twice
 * or in another spelling. */
static bool read_members(ipr_json *j, ipr_json_token *m)
{
    ipr_json_token key, value;
    if (ipr_json_next(j, &key, NULL) || key.kind != IPR_JSON_OPEN_OBJECT)
        return false;
    for (;;) {
        if (ipr_json_next(j, &key, NULL))
            return false;
        if (key.kind == IPR_JSON_CLOSE_OBJECT)
            return ipr_json_next(j, &key, NULL) == IPR_OK;
        int k = member(key.raw);
        if (key.escaped || ipr_json_next(j, &value, NULL) || ipr_json_skip(j, &value, NULL))
            return false;
        if (k >= 0 && m[k].kind != IPR_JSON_END)
            return false;
        if (k >= 0)
            m[k] = value;
    }
}

static bool absent(const ipr_json_token *t)
{
    return t->kind == IPR_JSON_END || t->kind == IPR_JSON_NULL;
}

/* Whole numbers of a few digits are written as they were read. */
static bool plain_id(const ipr_json_token *t)
{
    uint64_t whole;
    return t->kind <= IPR_JSON_FALSE || t->kind == IPR_JSON_STRING ||
           (t->kind == IPR_JSON_NUMBER && t->raw.n < 16 && ipr_str_uint(t->raw, &whole));
}

/* Is it a document whose text is read as it stands? */
static bool plain(const ipr_json_token *m, ipr_day *date)
{
    const ipr_json_token *d = &m[M_DATE], *form = &m[M_FORM];
    return plain_id(&m[M_ID]) && m[M_TEXT].kind == IPR_JSON_STRING &&
           (absent(d) || (d->kind == IPR_JSON_STRING && ipr_day_parse(d->raw, date))) &&
           (absent(form) || (form->kind == IPR_JSON_STRING && ipr_str_is(form->raw, "text")));
}

static void put_id(ipr_buf *out, const ipr_json_token *id, ipr_str text)
{
    if (id->kind == IPR_JSON_STRING)
        ipr_json_put(out, text);
    else if (id->kind == IPR_JSON_END)
        ipr_buf_adds(out, "null");
    else
        ipr_buf_addstr(out, id->raw);
}

static void put_count(ipr_buf *out, const char *name, size_t n)
{
    if (n) {
        ipr_buf_adds(out, name);
        ipr_buf_addint(out, (int64_t)n);
    }
}

void ipr_metrics_json(ipr_buf *out, const ipr_pack *pack, ipr_str text, const ipr_metrics *found)
{
    ipr_buf_addc(out, '[');
    for (size_t i = 0; i < found->n; i++) {
        if (i)
            ipr_buf_addc(out, ',');
        ipr_metric_json(out, pack, text, &found->item[i]);
    }
    ipr_buf_addc(out, ']');
}

ipr_status ipr_metric_line(ipr_scan *s, const ipr_pack *pack, ipr_str line,
                           const ipr_metric_options *options, ipr_metrics *found, ipr_buf *out)
{
    ipr_json j;
    ipr_json_token m[MEMBERS] = {{0}};
    ipr_metric_options o = *options;
    ipr_json_init(&j, pack->env, line);
    if (!read_members(&j, m) || !plain(m, &o.doc_date))
        return IPR_OK;
    ipr_buf *b = &s->line;
    ipr_buf_clear(b);
    if (m[M_ID].kind == IPR_JSON_STRING)
        ipr_json_text(b, &m[M_ID]);
    size_t id_n = b->n;
    ipr_json_text(b, &m[M_TEXT]);
    if (b->failed)
        return IPR_ENOMEM;
    ipr_str id = {b->p, id_n}, text = {b->p + id_n, b->n - id_n};
    if (text.n >= 3 && !memcmp(text.p, "\xEF\xBB\xBF", 3))
        return IPR_OK;
    found->n = found->skipped = 0;
    ipr_status st = ipr_metric_scan(s, pack, text, &o, found, NULL);
    if (st)
        return st == IPR_ENOMEM ? st : IPR_OK;
    ipr_buf_adds(out, "{\"id\":");
    put_id(out, &m[M_ID], id);
    ipr_buf_adds(out, ",\"metrics\":");
    ipr_metrics_json(out, pack, text, found);
    put_count(out, ",\"skipped\":", found->skipped);
    put_count(out, ",\"bad_bytes\":", ipr_utf8_bad(text));
    ipr_buf_adds(out, "}\n");
    return out->failed ? IPR_ENOMEM : IPR_OK;
}
