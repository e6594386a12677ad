/* SPDX-License-Identifier: MIT
 * verdict.c: lines of JSON and CSV, and the words of an explanation. */
#include "verdict.h"

#include <string.h>

static const char *const outcomes[] = {"not fired", "fired",    "unknown",
                                       "unless",    "excepted", "failed"};

const char *ipr_outcome_name(ipr_outcome o)
{
    return outcomes[o];
}

ipr_str ipr_verdict_action(const ipr_rules *r, uint32_t action)
{
    return action ? ipr_rules_action_at(r, action - 1)->name : IPR_STR("pass");
}

ipr_str ipr_verdict_name(void *ud, ipr_op kind, uint32_t number)
{
    const ipr_verdict *o = ud;
    if (kind == IPR_OP_FIRED)
        return ipr_rules_at(o->rules, number)->name;
    if (kind == IPR_OP_GROUP)
        return ipr_rules_group_name(o->rules, number);
    return ipr_columns_name(o->columns, number - IPR_FIELD_COUNT + IPR_COL_COUNT);
}

static bool is_numeral(ipr_str s)
{
    return ipr_decimal_parse(s, &(double){0}, NULL) == IPR_OK;
}

void ipr_verdict_cell(ipr_buf *b, ipr_str s)
{
    bool run = s.n && memchr("=+-@\t\r", s.p[0], 6) && !is_numeral(s);
    bool quote = s.n && (s.p[0] == ' ' || s.p[s.n - 1] == ' ' || s.p[0] == '\t');
    for (size_t i = 0; i < s.n && !quote; i++)
        quote = s.p[i] == ',' || s.p[i] == '"' || s.p[i] == '\n' || s.p[i] == '\r';
    if (quote)
        ipr_buf_addc(b, '"');
    if (run)
        ipr_buf_addc(b, '\'');
    size_t from = 0;
    for (size_t i = 0; quote && i < s.n; i++) {
        if (s.p[i] == '"') {
            ipr_buf_add(b, s.p + from, i + 1 - from);
            from = i;
        }
    }
    ipr_buf_add(b, s.p + from, s.n - from);
    if (quote)
        ipr_buf_addc(b, '"');
}

/* A cell whose invalid UTF-8 is replaced: error rows may hold some. */
static void clean_cell(ipr_buf *b, ipr_str s)
{
    if (ipr_utf8_check(s) == s.n) {
        ipr_verdict_cell(b, s);
        return;
    }
    ipr_buf clean;
    ipr_buf_init(&clean, b->env);
    ipr_utf8_clean(&clean, s);
    ipr_verdict_cell(b, ipr_buf_str(&clean));
    b->failed = b->failed || clean.failed;
    ipr_buf_fini(&clean);
}

void ipr_verdict_header(const ipr_verdict *o, ipr_buf *b)
{
    ipr_buf_adds(b, "id,score,action,symbols,error");
    for (size_t i = 0; i < o->withs; i++) {
        ipr_buf_addc(b, ',');
        ipr_verdict_cell(b, ipr_columns_name(o->columns, (size_t)o->with[i]));
    }
    ipr_buf_adds(b, o->stamp.n ? ",rules\n" : "\n");
}

static void put_or_null(ipr_buf *b, ipr_str s)
{
    if (s.p)
        ipr_json_put(b, s);
    else
        ipr_buf_adds(b, "null");
}

static void put_id(ipr_buf *b, const ipr_listing *l)
{
    if (l->id_is_number)
        ipr_buf_addstr(b, l->slot[IPR_COL_ID]);
    else
        put_or_null(b, l->slot[IPR_COL_ID]);
}

static void put_offset(ipr_buf *b, const char *key, uint32_t at)
{
    ipr_buf_adds(b, key);
    if (at == UINT32_MAX)
        ipr_buf_adds(b, "null");
    else
        ipr_buf_addint(b, at);
}

typedef struct evidence_list {
    ipr_buf *b;
    size_t n, max;
    size_t end; /* bytes of b at which no more is shown */
} evidence_list;

static void put_evidence(void *ud, const ipr_evidence *e)
{
    evidence_list *list = ud;
    ipr_buf *b = list->b;
    if (list->n == list->max || b->n + e->text.n > list->end)
        return;
    ipr_buf_adds(b, list->n++ ? ",{\"field\":" : "{\"field\":");
    put_or_null(b, (ipr_str){e->field, e->field ? strlen(e->field) : 0});
    put_offset(b, ",\"start\":", e->start);
    put_offset(b, ",\"end\":", e->end);
    ipr_buf_adds(b, ",\"text\":");
    put_or_null(b, e->text);
    ipr_buf_adds(b, ",\"says\":");
    put_or_null(b, e->says);
    ipr_buf_addc(b, '}');
}

void ipr_verdict_evidence(const ipr_verdict *o, const ipr_result *r, ipr_eval *v, uint32_t rule,
                          ipr_evidence_fn fn, void *ud)
{
    size_t n;
    ipr_said said = ipr_result_said(r);
    const ipr_prog *prog = ipr_rules_prog_of(o->rules);
    const ipr_node *nodes = ipr_prog_nodes(prog, &n);
    uint32_t when = ipr_rules_at(o->rules, rule)->when;
    ipr_cond_evidence(prog, when, v, &said, ipr_verdict_name, (void *)(uintptr_t)o, fn, ud);
    for (uint32_t i = when; i < nodes[when].next; i++) {
        if (nodes[i].op != IPR_OP_CALL || !r->call[nodes[i].arg].says.p)
            continue;
        ipr_evidence e = {NULL, UINT32_MAX, UINT32_MAX, {NULL, 0}, r->call[nodes[i].arg].says};
        fn(ud, &e);
    }
}

static void put_symbol(const ipr_verdict *o, const ipr_result *r, ipr_eval *v, uint32_t rule,
                       size_t end, ipr_buf *b)
{
    const ipr_rule *it = ipr_rules_at(o->rules, rule);
    ipr_buf_adds(b, "{\"name\":");
    ipr_json_put(b, it->name);
    if (it->suspects != IPR_COUNTERFEIT) {
        ipr_buf_adds(b, ",\"suspects\":\"");
        ipr_buf_adds(b, ipr_suspects_name(it->suspects));
        ipr_buf_addc(b, '"');
    }
    ipr_buf_adds(b, ",\"score\":");
    ipr_decimal_milli(b, r->hit[rule].score);
    ipr_buf_adds(b, ",\"strength\":");
    ipr_decimal_milli(b, r->hit[rule].strength);
    ipr_buf_adds(b, ",\"evidence\":[");
    evidence_list list = {b, 0, v->env->limits.max_hits, end};
    ipr_verdict_evidence(o, r, v, rule, put_evidence, &list);
    ipr_buf_adds(b, "]}");
}

/* The symbols that count (also: those that suspect something else); returns how many. */
static size_t put_symbols(const ipr_verdict *o, const ipr_result *r, ipr_eval *v, bool also,
                          size_t end, ipr_buf *b)
{
    size_t n = 0;
    for (size_t k = 0; k < r->fired; k++) {
        bool other = ipr_rules_at(o->rules, r->order[k])->suspects != IPR_COUNTERFEIT;
        if (other != also)
            continue;
        if (n++)
            ipr_buf_addc(b, ',');
        else if (also)
            ipr_buf_adds(b, ",\"also\":[");
        put_symbol(o, r, v, r->order[k], end, b);
    }
    return n;
}

static void put_end(const ipr_verdict *o, const ipr_listing *l, ipr_buf *b)
{
    for (size_t i = 0; i < o->withs; i++) {
        ipr_buf_addc(b, ',');
        ipr_json_put(b, ipr_columns_name(o->columns, (size_t)o->with[i]));
        ipr_buf_addc(b, ':');
        put_or_null(b, l->slot[o->with[i]]);
    }
    if (o->stamp.n) {
        ipr_buf_adds(b, ",\"rules\":");
        ipr_buf_addstr(b, o->stamp);
    }
    ipr_buf_adds(b, "}\n");
}

static void put_json(const ipr_verdict *o, const ipr_result *r, ipr_eval *v, ipr_buf *b)
{
    size_t end = b->n + v->env->limits.max_explain;
    ipr_buf_adds(b, "{\"id\":");
    put_id(b, v->listing);
    ipr_buf_adds(b, ",\"score\":");
    ipr_decimal_milli(b, r->score);
    ipr_buf_adds(b, ",\"action\":");
    ipr_json_put(b, ipr_verdict_action(o->rules, r->action));
    ipr_buf_adds(b, r->complete ? ",\"complete\":true,\"symbols\":["
                                : ",\"complete\":false,\"symbols\":[");
    put_symbols(o, r, v, false, end, b);
    ipr_buf_addc(b, ']');
    if (put_symbols(o, r, v, true, end, b))
        ipr_buf_addc(b, ']');
    ipr_buf_adds(b, ",\"error\":null");
    put_end(o, v->listing, b);
}

static void put_cells(const ipr_verdict *o, const ipr_listing *l, ipr_buf *b)
{
    for (size_t i = 0; i < o->withs; i++) {
        ipr_buf_addc(b, ',');
        clean_cell(b, l->slot[o->with[i]]);
    }
    if (o->stamp.n) {
        ipr_buf_addc(b, ',');
        ipr_verdict_cell(b, o->stamp);
    }
    ipr_buf_addc(b, '\n');
}

static void put_csv(const ipr_verdict *o, const ipr_result *r, ipr_eval *v, ipr_buf *b)
{
    ipr_verdict_cell(b, v->listing->slot[IPR_COL_ID]);
    ipr_buf_addc(b, ',');
    ipr_decimal_milli(b, r->score);
    ipr_buf_addc(b, ',');
    ipr_verdict_cell(b, ipr_verdict_action(o->rules, r->action));
    ipr_buf_addc(b, ',');
    for (size_t k = 0, n = 0; k < r->fired; k++) {
        const ipr_rule *rule = ipr_rules_at(o->rules, r->order[k]);
        if (rule->suspects != IPR_COUNTERFEIT)
            continue;
        if (n++)
            ipr_buf_addc(b, ' ');
        ipr_buf_addstr(b, rule->name);
        ipr_buf_addc(b, '(');
        ipr_decimal_milli(b, r->hit[r->order[k]].score);
        ipr_buf_addc(b, ')');
    }
    ipr_buf_addc(b, ',');
    put_cells(o, v->listing, b);
}

void ipr_verdict_put(const ipr_verdict *o, const ipr_result *r, ipr_eval *v, ipr_buf *b)
{
    bool before = v->failed; /* then the line says that it is incomplete */
    if (o->form == IPR_FORM_CSV)
        put_csv(o, r, v, b);
    else
        put_json(o, r, v, b);
    b->failed = b->failed || (v->failed && !before);
}

void ipr_verdict_error(const ipr_verdict *o, const ipr_listing *l, ipr_buf *b)
{
    const char *code = ipr_status_code(l->code);
    if (o->form == IPR_FORM_CSV) {
        clean_cell(b, l->slot[IPR_COL_ID]);
        ipr_buf_adds(b, ",,,,");
        ipr_buf_adds(b, code);
        put_cells(o, l, b);
        return;
    }
    ipr_buf_adds(b, "{\"id\":");
    put_id(b, l);
    ipr_buf_adds(b, ",\"score\":null,\"action\":null,\"complete\":false,\"symbols\":[],"
                    "\"error\":{\"code\":\"");
    ipr_buf_adds(b, code);
    ipr_buf_adds(b, "\",\"message\":");
    ipr_json_put(b, (ipr_str){l->message, strlen(l->message)});
    ipr_buf_adds(b, ",\"line\":");
    ipr_buf_addint(b, (int64_t)l->line);
    ipr_buf_addc(b, '}');
    put_end(o, l, b);
}

static void field_name(const ipr_verdict *o, int field, ipr_buf *b)
{
    if (field < IPR_FIELD_COUNT)
        ipr_buf_adds(b, ipr_field_name((unsigned)field));
    else
        ipr_buf_addstr(b, ipr_verdict_name((void *)(uintptr_t)o, IPR_OP_PRESENT, (uint32_t)field));
}

/* The message of the condition's function, if one spoke. */
static bool put_said(const ipr_verdict *o, const ipr_result *r, uint32_t at, ipr_buf *b)
{
    size_t n;
    const ipr_node *nodes = ipr_prog_nodes(ipr_rules_prog_of(o->rules), &n);
    for (uint32_t i = at; at != IPR_NONE && i < nodes[at].next; i++) {
        if (nodes[i].op == IPR_OP_CALL && r->call[nodes[i].arg].says.n) {
            ipr_buf_addstr(b, r->call[nodes[i].arg].says);
            return true;
        }
    }
    return false;
}

static void put_exception(const ipr_exception *e, ipr_buf *b)
{
    static const char *const keys[] = {"seller", "brand", "listing"};
    ipr_buf_adds(b, "exception for ");
    ipr_buf_adds(b, keys[e->key]);
    ipr_buf_addc(b, ' ');
    ipr_buf_addstr(b, e->value);
    if (e->until.n) {
        ipr_buf_adds(b, " until ");
        ipr_buf_addstr(b, e->until);
    }
    if (e->reason.n) {
        ipr_buf_adds(b, ": ");
        ipr_buf_addstr(b, e->reason);
    }
    if (e->by.n) {
        ipr_buf_adds(b, " (by ");
        ipr_buf_addstr(b, e->by);
        ipr_buf_addc(b, ')');
    }
}

static void put_unknown(const ipr_verdict *o, const ipr_result *r, ipr_eval *v, uint32_t at,
                        const char *else_says, ipr_buf *b)
{
    ipr_said said = ipr_result_said(r);
    int field = ipr_cond_unknown(ipr_rules_prog_of(o->rules), at, v, &said);
    if (field < 0) {
        ipr_buf_adds(b, else_says);
        return;
    }
    field_name(o, field, b);
    ipr_buf_adds(b, " is missing");
}

void ipr_verdict_because(const ipr_verdict *o, const ipr_result *r, ipr_eval *v, uint32_t i,
                         ipr_buf *b)
{
    const ipr_rule *rule = ipr_rules_at(o->rules, i);
    const ipr_prog *prog = ipr_rules_prog_of(o->rules);
    void *names = (void *)(uintptr_t)o;
    switch (r->hit[i].outcome) {
    case IPR_EXCEPTED:
        put_exception(ipr_rules_exception_at(o->rules, r->hit[i].exception), b);
        return;
    case IPR_BROKEN:
        if (!put_said(o, r, rule->when, b))
            put_said(o, r, rule->unless, b);
        return;
    case IPR_UNKNOWN:
        put_unknown(o, r, v, rule->when, "the function could not tell", b);
        return;
    case IPR_BARRED:
        ipr_buf_adds(b, "unless ");
        ipr_cond_print(prog, rule->unless, ipr_verdict_name, names, b);
        return;
    case IPR_QUIET:
    case IPR_HIT:
        break;
    }
    if (!put_said(o, r, rule->when, b))
        ipr_cond_values(prog, rule->when, v, ipr_verdict_name, names, b);
    if (r->hit[i].unless_open) {
        ipr_buf_adds(b, "; could not check `unless`: ");
        put_unknown(o, r, v, rule->unless, "its function could not tell", b);
    }
}
