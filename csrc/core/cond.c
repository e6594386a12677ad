/* SPDX-License-Identifier: MIT
 * cond.c: testing condition programs. */
#define _GNU_SOURCE /* memmem */
#include "cond_in.h"

#include <string.h>

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

/* The number of the node's own field; false if it is missing. */
static bool own_number(const ipr_prog *p, const ipr_node *node, ipr_eval *v, double *out)
{
    const ipr_value *value = ipr_eval_get(v, node->field);
    if (!value->known)
        return false;
    switch ((ipr_part)node->part) {
    case IPR_PART_WORDS: {
        const ipr_text *t;
        const ipr_words *w = ipr_texts_words(v, node->field, IPR_VIEW_PLAIN, &t);
        *out = w ? (double)w->n : 0;
        return true;
    }
    case IPR_PART_LENGTH:
        *out = (double)code_points(value->text);
        return true;
    case IPR_PART_COUNT:
        *out = ipr_field_type(node->field) == IPR_TYPE_SET
                   ? (double)members(value->text)
                   : (double)ipr_finds_count(ipr_cond_found(p, node->arg, v));
        return true;
    case IPR_PART_MOST:
        return ipr_finds_most(&p->terms[p->probe[node->arg].terms], ipr_cond_found(p, node->arg, v),
                              out);
    case IPR_PART_VALUE:
    case IPR_PART_RAW:
    case IPR_PART_LEET:
    case IPR_PART_SKELETON:
    case IPR_PART_JOINED:
        break;
    }
    *out = value->number;
    return true;
}

/* The number a leaf compares, divided by what it is taken per; false if one is missing. */
static bool number_of(const ipr_prog *p, const ipr_node *node, ipr_eval *v, double *out)
{
    double by;
    if (!own_number(p, node, v, out))
        return false;
    if (node->next == (uint32_t)(node - p->node) + 1)
        return true;
    if (!own_number(p, node + 1, v, &by) || by == 0)
        return false;
    *out /= by;
    return true;
}

/* What the verb says of a number. */
static ipr_truth compare(const ipr_node *node, double x)
{
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

static ipr_truth test_number(const ipr_prog *p, const ipr_node *node, ipr_eval *v)
{
    double x;
    if (node->plain) { /* most are */
        const ipr_value *value = ipr_eval_get(v, node->field);
        return value->known ? compare(node, value->number) : IPR_UNSURE;
    }
    if (!number_of(p, node, v, &x))
        return IPR_UNSURE;
    if (node->n && node->part == IPR_PART_VALUE) { /* money in a currency */
        ipr_str currency = ipr_eval_get(v, node->field)->text;
        if (!currency.n || !ipr_str_ieq(currency, p->text[node->arg]))
            return IPR_UNSURE;
    }
    return compare(node, x);
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
    return t.n == 0 || (s.p[from] == *t.p && memcmp(s.p + from, t.p, t.n) == 0) ? from : SIZE_MAX;
}

/* Where one of the node's texts stands in s, and its bytes; or SIZE_MAX. */
static size_t find_any(const ipr_prog *p, const ipr_node *node, ipr_str s, size_t *n)
{
    *n = s.n;
    if (node->set)
        return ipr_set_has(p, node->set, s) ? 0 : SIZE_MAX;
    for (uint32_t i = 0; i < node->n; i++) {
        ipr_str text = p->text[node->arg + i];
        size_t at = place_of((ipr_op)node->op, s, text);
        *n = text.n;
        if (at != SIZE_MAX)
            return at;
    }
    return SIZE_MAX;
}

/* Do the words of `name` stand in the text one behind the other? At which word, or SIZE_MAX. */
static size_t find_words(const ipr_text *t, const ipr_words *w, const ipr_text *name,
                         const ipr_words *words)
{
    for (size_t i = 0; words->n && i + words->n <= w->n; i++) {
        size_t k = 0;
        for (; k < words->n && w->v[i + k].hash == words->v[k].hash; k++) {
            const ipr_word *a = &w->v[i + k], *b = &words->v[k];
            if (a->end - a->start != b->end - b->start ||
                memcmp(t->p + a->start, name->p + b->start, a->end - a->start) != 0)
                break;
        }
        if (k == words->n)
            return i;
    }
    return SIZE_MAX;
}

static bool find_name(const ipr_node *node, ipr_eval *v, uint32_t *start, uint32_t *end)
{
    ipr_view view = ipr_part_view(node->part);
    const ipr_text *t, *name;
    const ipr_words *w = ipr_texts_words(v, node->field, view, &t);
    const ipr_words *words = ipr_texts_words(v, node->arg, view, &name);
    size_t at = w && words ? find_words(t, w, name, words) : SIZE_MAX;
    if (at != SIZE_MAX)
        ipr_text_span(t, w->v[at].start, w->v[at + words->n - 1].end, start, end);
    return at != SIZE_MAX;
}

static bool find_hit(const ipr_dict_hit *hit, uint32_t *start, uint32_t *end)
{
    if (!hit)
        return false;
    *start = hit->start;
    *end = hit->end;
    return true;
}

static bool find_near(const ipr_prog *p, const ipr_node *node, ipr_eval *v, uint32_t *start,
                      uint32_t *end)
{
    const ipr_word *w = ipr_cond_near(p, node->arg, v);
    const ipr_text *t = ipr_texts_view(v, node->field, ipr_part_view(node->view));
    if (w)
        ipr_text_span(t, w->start, w->end, start, end);
    return w != NULL;
}

enum { SHORT_TEXT = 64 };

/* Whether s is short, all ASCII, and compared whole as it is folded: then it is folded into out,
 * which costs less than a view. */
static bool fold_short(const ipr_node *node, const ipr_eval *v, ipr_str s, char *out)
{
    bool whole = node->op == IPR_OP_IS || node->op == IPR_OP_IS_ANY;
    return whole && (node->part == IPR_PART_VALUE || node->part == IPR_PART_SKELETON) &&
           s.n <= SHORT_TEXT && ipr_fold_ascii(v->env->cpu, out, s.p, s.n) == s.n;
}

/* Compares with the node's texts. */
static bool find_own_text(const ipr_prog *p, const ipr_node *node, ipr_eval *v, uint32_t *start,
                          uint32_t *end)
{
    ipr_str s = ipr_eval_get(v, node->field)->text;
    const ipr_text *t = NULL;
    char folded[SHORT_TEXT];
    if (ipr_field_type(node->field) == IPR_TYPE_TEXT && fold_short(node, v, s, folded)) {
        s.p = folded;
    } else if (node->part != IPR_PART_RAW && ipr_field_type(node->field) == IPR_TYPE_TEXT) {
        t = ipr_texts_view(v, node->field, ipr_part_view(node->part));
        if (!t)
            return false;
        s = (ipr_str){t->p, t->n};
    }
    size_t n, at = find_any(p, node, s, &n);
    if (at == SIZE_MAX)
        return false;
    *start = (uint32_t)at;
    *end = (uint32_t)(at + n);
    if (t && n)
        ipr_text_span(t, at, at + n, start, end);
    return true;
}

/* Whether the leaf's text verb holds, and the source bytes of its first match. */
static bool find_text(const ipr_prog *p, const ipr_node *node, ipr_eval *v, uint32_t *start,
                      uint32_t *end)
{
    const ipr_finds *f;
    switch ((ipr_op)node->op) {
    case IPR_OP_HAS:
        f = ipr_cond_found(p, node->arg, v);
        return find_hit(f && f->n ? f->hits : NULL, start, end);
    case IPR_OP_REVEALS:
        return find_hit(ipr_cond_revealed(p, node->arg, v), start, end);
    case IPR_OP_NEAR:
        return find_near(p, node, v, start, end);
    case IPR_OP_NAMES:
        return find_name(node, v, start, end);
    case IPR_OP_HAS_CHAR:
        return ipr_class_find(p, node->arg, ipr_eval_get(v, node->field)->text, start, end);
    default:
        return find_own_text(p, node, v, start, end);
    }
}

static ipr_truth test_text(const ipr_prog *p, const ipr_node *node, ipr_eval *v)
{
    uint32_t start, end;
    if (!ipr_eval_get(v, node->field)->known ||
        (node->op == IPR_OP_NAMES && !ipr_eval_get(v, node->arg)->known))
        return IPR_UNSURE;
    return truth(find_text(p, node, v, &start, &end));
}

/* The same of a leaf that several conditions ask for, once a listing. */
static ipr_truth test_shared(const ipr_prog *p, const ipr_node *node, ipr_eval *v)
{
    bool there;
    ipr_truth *answer = ipr_cond_answer(p, node->shared, v, &there);
    if (!answer)
        return test_text(p, node, v);
    if (!there)
        *answer = test_text(p, node, v);
    return *answer;
}

/* A set has one of the node's texts, or a text one of a list's terms. */
static ipr_truth test_has(const ipr_prog *p, const ipr_node *node, ipr_eval *v)
{
    const ipr_value *value = ipr_eval_get(v, node->field);
    if (!value->known)
        return IPR_UNSURE;
    if (node->n == 0) {
        const ipr_finds *f = ipr_cond_found(p, node->arg, v);
        return truth(f && f->n);
    }
    for (uint32_t i = 0; i < node->n; i++)
        if (set_has(value->text, p->text[node->arg + i]))
            return IPR_TRUE;
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

static ipr_truth test_parts(const ipr_prog *p, uint32_t at, ipr_eval *v, const ipr_said *said)
{
    const ipr_node *node = &p->node[at];
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

static ipr_truth test_not(const ipr_prog *p, uint32_t at, ipr_eval *v, const ipr_said *said)
{
    ipr_truth t = ipr_cond_test(p, at + 1, v, said);
    return (ipr_truth){(int16_t)(1000 - t.hi), (int16_t)(1000 - t.lo)};
}

ipr_truth ipr_cond_test(const ipr_prog *p, uint32_t at, ipr_eval *v, const ipr_said *said)
{
    const ipr_node *node = &p->node[at];
    switch ((ipr_op)node->op) {
    case IPR_OP_ALL:
    case IPR_OP_ANY:
        return test_parts(p, at, v, said);
    case IPR_OP_NOT:
        return test_not(p, at, v, said);
    case IPR_OP_PRESENT:
        return truth(ipr_eval_get(v, node->field)->known);
    case IPR_OP_MISSING:
        return truth(!ipr_eval_get(v, node->field)->known);
    case IPR_OP_HAS:
        return test_has(p, node, v);
    case IPR_OP_IS:
    case IPR_OP_IS_ANY:
    case IPR_OP_CONTAINS:
    case IPR_OP_STARTS:
    case IPR_OP_ENDS:
    case IPR_OP_REVEALS:
    case IPR_OP_NAMES:
    case IPR_OP_HAS_CHAR:
        return node->shared ? test_shared(p, node, v) : test_text(p, node, v);
    case IPR_OP_NEAR:
        return ipr_field_type(node->field) == IPR_TYPE_HASH ? test_near(p, node, v)
                                                            : test_text(p, node, v);
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

void ipr_cond_match(const ipr_prog *p, uint32_t at, ipr_eval *v, uint32_t *start, uint32_t *end)
{
    const ipr_node *node = &p->node[at];
    bool text = (node->op >= IPR_OP_IS && node->op <= IPR_OP_ENDS) ||
                (node->op >= IPR_OP_NEAR && node->op <= IPR_OP_HAS_CHAR);
    uint32_t from, to;
    if (ipr_field_type(node->field) != IPR_TYPE_TEXT)
        return;
    if (text && find_text(p, node, v, &from, &to)) {
        *start = from;
        *end = to;
    } else if (node->part >= IPR_PART_COUNT) {
        const ipr_finds *f = ipr_cond_found(p, node->arg, v);
        find_hit(f && f->n ? f->hits : NULL, start, end);
    }
}
