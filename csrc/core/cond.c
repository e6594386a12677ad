/* SPDX-License-Identifier: MIT
 * cond.c: building, testing and explaining condition programs. */
#define _GNU_SOURCE /* memmem */
#include "cond.h"

#include <string.h>

struct ipr_prog {
    ipr_env *env;
    ipr_node *node;
    size_t n, cap;
    ipr_str *text; /* folded as the part they are compared with */
    size_t texts, text_cap;
    ipr_dict **dict;
    size_t dicts, dict_cap;
    ipr_bank **bank;
    size_t banks, bank_cap;
    size_t depth;
    ipr_arena arena; /* bytes of the texts */
};

static const char *const verbs[] = {
#define X(NAME, verb, text) verb,
    IPR_OP_LIST(X)
#undef X
};

ipr_prog *ipr_prog_new(ipr_env *env)
{
    ipr_prog *p = ipr_calloc(env, 1, sizeof *p);
    if (p) {
        p->env = env;
        ipr_arena_init(&p->arena, env);
    }
    return p;
}

void ipr_prog_free(ipr_prog *p)
{
    if (!p)
        return;
    ipr_arena_fini(&p->arena);
    for (size_t i = 0; i < p->dicts; i++)
        ipr_dict_free(p->dict[i]);
    for (size_t i = 0; i < p->banks; i++)
        ipr_bank_free(p->bank[i]);
    ipr_free(p->env, p->dict, p->dict_cap * sizeof *p->dict);
    ipr_free(p->env, p->bank, p->bank_cap * sizeof *p->bank);
    ipr_free(p->env, p->node, p->cap * sizeof *p->node);
    ipr_free(p->env, p->text, p->text_cap * sizeof *p->text);
    ipr_free(p->env, p, sizeof *p);
}

const ipr_node *ipr_prog_nodes(const ipr_prog *p, size_t *n)
{
    *n = p->n;
    return p->node;
}

ipr_str ipr_prog_text(const ipr_prog *p, uint32_t arg)
{
    return p->text[arg];
}

static uint32_t nomem(ipr_err *err)
{
    ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    return UINT32_MAX;
}

uint32_t ipr_prog_terms(ipr_prog *p, const ipr_str *terms, size_t n, ipr_err *err)
{
    ipr_dict **list = ipr_grow(p->env, p->dict, &p->dict_cap, p->dicts + 1, sizeof *list);
    if (!list)
        return nomem(err);
    p->dict = list;
    ipr_dict *d = list[p->dicts] = ipr_dict_new(p->env);
    if (!d)
        return nomem(err);
    p->dicts++;
    for (size_t i = 0; i < n; i++) {
        ipr_status s = ipr_dict_add(d, terms[i], 0, (uint32_t)i);
        if (s == IPR_ENOMEM)
            return nomem(err);
        if (s != IPR_OK) {
            ipr_fail(err, IPR_ELIST, i, "a term has no letter or digit, or is too long");
            return UINT32_MAX;
        }
    }
    return ipr_dict_seal(d) == IPR_OK ? (uint32_t)p->dicts - 1 : nomem(err);
}

uint32_t ipr_prog_hashes(ipr_prog *p, const ipr_str *hashes, size_t n, ipr_err *err)
{
    ipr_bank **list = ipr_grow(p->env, p->bank, &p->bank_cap, p->banks + 1, sizeof *list);
    if (!list)
        return nomem(err);
    p->bank = list;
    ipr_bank *b = list[p->banks] = ipr_bank_new(p->env);
    if (!b)
        return nomem(err);
    p->banks++;
    for (size_t i = 0; i < n; i++) {
        ipr_imghash h;
        ipr_status s = ipr_imghash_parse(hashes[i], &h, err);
        if (s == IPR_OK)
            s = ipr_bank_add(b, &h, (uint32_t)i, err);
        if (s != IPR_OK) {
            if (err)
                err->offset = i;
            return UINT32_MAX;
        }
    }
    return ipr_bank_seal(b, err) == IPR_OK ? (uint32_t)p->banks - 1 : UINT32_MAX;
}

static ipr_node *push(ipr_prog *p, ipr_op op)
{
    ipr_node *node = ipr_grow(p->env, p->node, &p->cap, p->n + 1, sizeof *node);
    if (!node)
        return NULL;
    p->node = node;
    node += p->n++;
    *node = (ipr_node){.op = (uint8_t)op, .next = (uint32_t)p->n};
    return node;
}

uint32_t ipr_cond_open(ipr_prog *p, ipr_op op, ipr_err *err)
{
    if (p->depth >= p->env->limits.max_depth) {
        ipr_fail(err, IPR_EDEPTH, 0, "conditions are nested deeper than max_depth");
        return UINT32_MAX;
    }
    if (!push(p, op))
        return nomem(err);
    p->depth++;
    return (uint32_t)p->n - 1;
}

ipr_status ipr_cond_close(ipr_prog *p, uint32_t at, ipr_err *err)
{
    ipr_node *node = &p->node[at];
    if (p->depth)
        p->depth--;
    node->next = (uint32_t)p->n;
    if (node->op == IPR_OP_NOT && (p->n == at + 1 || p->node[at + 1].next != node->next))
        return ipr_fail(err, IPR_EVALUE, 0, "~ takes one condition");
    return IPR_OK;
}

static bool is_number(const ipr_leaf *l, ipr_type t)
{
    return t == IPR_TYPE_NUMBER || t == IPR_TYPE_MONEY || t == IPR_TYPE_BOOL ||
           l->part == IPR_PART_WORDS || l->part == IPR_PART_LENGTH || l->part == IPR_PART_COUNT;
}

/* What is wrong with this leaf, or NULL. */
static const char *misfit(const ipr_leaf *l)
{
    ipr_type t = ipr_field_type(l->field);
    switch (l->op) {
    case IPR_OP_BELOW:
    case IPR_OP_AT_MOST:
    case IPR_OP_AT_LEAST:
    case IPR_OP_ABOVE:
    case IPR_OP_BETWEEN:
    case IPR_OP_EQUALS:
    case IPR_OP_RAMP:
        if (!is_number(l, t))
            return "compares numbers; the field is none";
        if (l->a != l->a || l->b != l->b)
            return "needs numbers";
        if (l->op == IPR_OP_RAMP && l->a == l->b)
            return "needs two different numbers";
        return l->op == IPR_OP_BETWEEN && l->a > l->b ? "needs the smaller number first" : NULL;
    case IPR_OP_IS:
    case IPR_OP_IS_ANY:
    case IPR_OP_CONTAINS:
    case IPR_OP_STARTS:
    case IPR_OP_ENDS:
        if (t != IPR_TYPE_TEXT && t != IPR_TYPE_HASH)
            return "compares text; the field is none";
        return l->n == 0 ? "needs a text" : NULL;
    case IPR_OP_HAS:
        if (t != IPR_TYPE_TEXT && t != IPR_TYPE_SET)
            return "looks into text or a set; the field is neither";
        return NULL;
    case IPR_OP_BEFORE:
    case IPR_OP_AFTER:
        return t != IPR_TYPE_DATE ? "compares dates; the field is none" : NULL;
    case IPR_OP_NEAR:
        return t != IPR_TYPE_HASH ? "compares hashes; the field is none" : NULL;
    case IPR_OP_TRUTH:
        return t != IPR_TYPE_BOOL ? "the field is not true or false; say what about it" : NULL;
    case IPR_OP_PRESENT:
    case IPR_OP_MISSING:
    case IPR_OP_FIRED:
    case IPR_OP_GROUP:
    case IPR_OP_CALL:
        return NULL;
    case IPR_OP_ALL:
    case IPR_OP_ANY:
    case IPR_OP_NOT:
    case IPR_OP_COUNT:
        break;
    }
    return "is no comparison";
}

/* Copies one text, folded as the leaf's part of a field is. */
static ipr_status keep_text(ipr_prog *p, ipr_part part, ipr_str text, ipr_str *out)
{
    static const ipr_view views[] = {[IPR_PART_VALUE] = IPR_VIEW_PLAIN,
                                     [IPR_PART_LEET] = IPR_VIEW_LEET,
                                     [IPR_PART_SKELETON] = IPR_VIEW_SKELETON};
    ipr_text folded;
    ipr_text_init(&folded, p->env);
    ipr_status s = IPR_OK;
    if (part == IPR_PART_VALUE || part == IPR_PART_LEET || part == IPR_PART_SKELETON) {
        s = ipr_text_fold(&folded, text, views[part]);
        text = (ipr_str){folded.p, folded.n};
    }
    char *bytes = s == IPR_OK ? ipr_arena_dup(&p->arena, text.p, text.n) : NULL;
    *out = (ipr_str){bytes, text.n};
    ipr_text_fini(&folded);
    return bytes ? IPR_OK : s == IPR_OK ? IPR_ENOMEM : s;
}

static ipr_status keep_texts(ipr_prog *p, const ipr_leaf *l)
{
    bool raw = ipr_field_type(l->field) != IPR_TYPE_TEXT;
    for (size_t i = 0; i < l->n; i++) {
        ipr_str *text = ipr_grow(p->env, p->text, &p->text_cap, p->texts + 1, sizeof *text);
        if (!text)
            return IPR_ENOMEM;
        p->text = text;
        ipr_status s = keep_text(p, raw ? IPR_PART_RAW : l->part, l->texts[i], text + p->texts);
        if (s != IPR_OK)
            return s;
        p->texts++;
    }
    return IPR_OK;
}

uint32_t ipr_cond_leaf(ipr_prog *p, const ipr_leaf *l, ipr_err *err)
{
    const char *why = misfit(l);
    if (why) {
        char message[160];
        size_t n = strlen(verbs[l->op]);
        memcpy(message, verbs[l->op], n);
        message[n] = ' ';
        memcpy(message + n + 1, why, strlen(why) + 1);
        ipr_fail(err, IPR_EVALUE, 0, message);
        return UINT32_MAX;
    }
    uint32_t arg = l->n ? (uint32_t)p->texts : l->arg;
    if (keep_texts(p, l) != IPR_OK)
        return nomem(err);
    ipr_node *node = push(p, l->op);
    if (!node)
        return nomem(err);
    node->part = (uint8_t)l->part;
    node->view = l->part == IPR_PART_COUNT ? (uint8_t)l->of : (uint8_t)l->part;
    node->field = (uint16_t)l->field;
    node->arg = arg;
    node->n = (uint32_t)l->n;
    node->a = l->a;
    node->b = l->b;
    return (uint32_t)p->n - 1;
}

static ipr_truth truth(bool b)
{
    return b ? IPR_TRUE : IPR_FALSE;
}

/* A strength of 0..1 in thousandths; what is more than nothing stays so. */
static ipr_truth graded(double x)
{
    int16_t milli = x <= 0 ? 0 : x >= 1 ? 1000 : (int16_t)(x * 1000 + 0.5);
    if (x > 0 && milli == 0)
        milli = 1;
    return (ipr_truth){milli, milli};
}

/* Which folded view a part of a text is compared in. */
static ipr_view view_of(uint8_t part)
{
    return part == IPR_PART_LEET       ? IPR_VIEW_LEET
           : part == IPR_PART_SKELETON ? IPR_VIEW_SKELETON
                                       : IPR_VIEW_PLAIN;
}

/* Hits of the leaf's term list in its field; 0 if memory is short (v->failed is set). */
static size_t find_terms(const ipr_prog *p, const ipr_node *node, ipr_eval *v, ipr_dict_hit *hits,
                         size_t max)
{
    const ipr_text *t = ipr_texts_view(v, node->field, view_of(node->view));
    const ipr_words *w = t ? ipr_texts_words(v, node->field, view_of(node->view)) : NULL;
    return w ? ipr_dict_find(p->dict[node->arg], t, w, hits, max) : 0;
}

/* Distinct ids among n hits. */
static size_t distinct(const ipr_dict_hit *hits, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        size_t k = 0;
        while (k < i && hits[k].id != hits[i].id)
            k++;
        count += k == i;
    }
    return count;
}

static size_t members(ipr_str set)
{
    size_t n = set.n > 0;
    for (size_t i = 0; i < set.n; i++)
        n += set.p[i] == '\n';
    return n;
}

static bool set_has(ipr_str set, ipr_str member)
{
    for (size_t from = 0; from <= set.n;) {
        size_t to = from;
        while (to < set.n && set.p[to] != '\n')
            to++;
        if (ipr_str_ieq((ipr_str){set.p + from, to - from}, member))
            return true;
        from = to + 1;
    }
    return false;
}

static size_t code_points(ipr_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    return n;
}

/* The number a leaf compares; false if it is missing. */
static bool number_of(const ipr_prog *p, const ipr_node *node, ipr_eval *v, double *out)
{
    const ipr_value *value = ipr_eval_get(v, node->field);
    ipr_dict_hit hits[IPR_COND_HITS];
    if (!value->known)
        return false;
    if (node->part == IPR_PART_WORDS) {
        const ipr_words *w = ipr_texts_words(v, node->field, IPR_VIEW_PLAIN);
        *out = w ? (double)w->n : 0;
    } else if (node->part == IPR_PART_LENGTH) {
        *out = (double)code_points(value->text);
    } else if (node->part == IPR_PART_COUNT) {
        *out = ipr_field_type(node->field) == IPR_TYPE_SET
                   ? (double)members(value->text)
                   : (double)distinct(hits, find_terms(p, node, v, hits, IPR_COND_HITS));
    } else {
        *out = value->number;
    }
    return true;
}

static ipr_truth test_number(const ipr_prog *p, const ipr_node *node, ipr_eval *v)
{
    double x;
    if (!number_of(p, node, v, &x))
        return IPR_UNSURE;
    if (node->n && node->part == IPR_PART_VALUE) { /* money in a currency */
        ipr_str currency = ipr_eval_get(v, node->field)->text;
        if (!currency.n || !ipr_str_ieq(currency, p->text[node->arg]))
            return IPR_UNSURE;
    }
    switch ((ipr_op)node->op) {
    case IPR_OP_BELOW:
    case IPR_OP_BEFORE:
        return truth(x < node->a);
    case IPR_OP_AT_MOST:
        return truth(x <= node->a);
    case IPR_OP_AT_LEAST:
        return truth(x >= node->a);
    case IPR_OP_ABOVE:
    case IPR_OP_AFTER:
        return truth(x > node->a);
    case IPR_OP_BETWEEN:
        return truth(x >= node->a && x <= node->b);
    case IPR_OP_EQUALS:
        return truth(x == node->a);
    case IPR_OP_RAMP:
        return graded((x - node->a) / (node->b - node->a));
    default: /* TRUTH */
        return graded(x);
    }
}

/* Where t stands in s as the verb wants it, or SIZE_MAX. */
static size_t place_of(ipr_op op, ipr_str s, ipr_str t)
{
    if (t.n > s.n || ((op == IPR_OP_IS || op == IPR_OP_IS_ANY) && t.n != s.n))
        return SIZE_MAX;
    if (op == IPR_OP_CONTAINS) {
        const char *at = t.n ? memmem(s.p, s.n, t.p, t.n) : s.p;
        return at ? (size_t)(at - s.p) : SIZE_MAX;
    }
    size_t from = op == IPR_OP_ENDS ? s.n - t.n : 0;
    return t.n == 0 || memcmp(s.p + from, t.p, t.n) == 0 ? from : SIZE_MAX;
}

/* Whether the leaf's text verb holds, and the source bytes of its first match. */
static bool find_text(const ipr_prog *p, const ipr_node *node, ipr_eval *v, uint32_t *start,
                      uint32_t *end)
{
    ipr_str s = ipr_eval_get(v, node->field)->text;
    const ipr_text *t = NULL;
    if (node->op == IPR_OP_HAS) {
        ipr_dict_hit hit;
        bool found = find_terms(p, node, v, &hit, 1) > 0;
        *start = found ? hit.start : 0;
        *end = found ? hit.end : 0;
        return found;
    }
    if (node->part != IPR_PART_RAW && ipr_field_type(node->field) == IPR_TYPE_TEXT) {
        t = ipr_texts_view(v, node->field, view_of(node->part));
        if (!t)
            return false;
        s = (ipr_str){t->p, t->n};
    }
    for (uint32_t i = 0; i < node->n; i++) {
        ipr_str term = p->text[node->arg + i];
        size_t at = place_of((ipr_op)node->op, s, term);
        if (at == SIZE_MAX)
            continue;
        *start = (uint32_t)at;
        *end = (uint32_t)(at + term.n);
        if (t && term.n)
            ipr_text_span(t, at, at + term.n, start, end);
        return true;
    }
    return false;
}

static ipr_truth test_text(const ipr_prog *p, const ipr_node *node, ipr_eval *v)
{
    const ipr_value *value = ipr_eval_get(v, node->field);
    uint32_t start, end;
    if (!value->known)
        return IPR_UNSURE;
    if (ipr_field_type(node->field) != IPR_TYPE_SET)
        return truth(find_text(p, node, v, &start, &end));
    for (uint32_t i = 0; i < node->n; i++) {
        if (set_has(value->text, p->text[node->arg + i]))
            return IPR_TRUE;
    }
    return IPR_FALSE;
}

static ipr_truth test_near(const ipr_prog *p, const ipr_node *node, ipr_eval *v)
{
    const ipr_value *value = ipr_eval_get(v, node->field);
    ipr_imghash h;
    ipr_bank_hit hit;
    if (!value->known || ipr_imghash_parse(value->text, &h, NULL) != IPR_OK)
        return IPR_UNSURE;
    return truth(ipr_bank_nearest(p->bank[node->arg], &h, (unsigned)node->a, &hit));
}

static ipr_truth test_leaf(const ipr_prog *p, const ipr_node *node, ipr_eval *v,
                           const ipr_said *said)
{
    switch ((ipr_op)node->op) {
    case IPR_OP_PRESENT:
        return truth(ipr_eval_get(v, node->field)->known);
    case IPR_OP_MISSING:
        return truth(!ipr_eval_get(v, node->field)->known);
    case IPR_OP_IS:
    case IPR_OP_IS_ANY:
    case IPR_OP_CONTAINS:
    case IPR_OP_HAS:
    case IPR_OP_STARTS:
    case IPR_OP_ENDS:
        return test_text(p, node, v);
    case IPR_OP_NEAR:
        return test_near(p, node, v);
    case IPR_OP_FIRED:
        return said && said->rules ? said->rules[node->arg] : IPR_UNSURE;
    case IPR_OP_GROUP:
        return said && said->groups ? said->groups[node->arg] : IPR_UNSURE;
    case IPR_OP_CALL:
        return said && said->calls ? said->calls[node->arg] : IPR_UNSURE;
    default:
        return test_number(p, node, v);
    }
}

ipr_truth ipr_cond_test(const ipr_prog *p, uint32_t at, ipr_eval *v, const ipr_said *said)
{
    const ipr_node *node = &p->node[at];
    if (node->op == IPR_OP_NOT) {
        ipr_truth t = ipr_cond_test(p, at + 1, v, said);
        return (ipr_truth){(int16_t)(1000 - t.hi), (int16_t)(1000 - t.lo)};
    }
    if (node->op != IPR_OP_ALL && node->op != IPR_OP_ANY)
        return test_leaf(p, node, v, said);
    bool all = node->op == IPR_OP_ALL;
    ipr_truth sum = truth(all);
    for (uint32_t i = at + 1; i < node->next; i = p->node[i].next) {
        ipr_truth t = ipr_cond_test(p, i, v, said);
        if (all ? t.lo < sum.lo : t.lo > sum.lo)
            sum.lo = t.lo;
        if (all ? t.hi < sum.hi : t.hi > sum.hi)
            sum.hi = t.hi;
        if (all ? sum.hi == 0 : sum.lo == 1000)
            break; /* the rest cannot change it */
    }
    return sum;
}

void ipr_cond_match(const ipr_prog *p, uint32_t at, ipr_eval *v, uint32_t *start, uint32_t *end)
{
    const ipr_node *node = &p->node[at];
    bool text = node->op >= IPR_OP_IS && node->op <= IPR_OP_ENDS;
    uint32_t from, to;
    if (text && ipr_field_type(node->field) == IPR_TYPE_TEXT && find_text(p, node, v, &from, &to)) {
        *start = from;
        *end = to;
    } else if (node->part == IPR_PART_COUNT) {
        ipr_dict_hit hit;
        if (find_terms(p, node, v, &hit, 1)) {
            *start = hit.start;
            *end = hit.end;
        }
    }
}
