/* SPDX-License-Identifier: MIT
 * cond_build.c: building condition programs. */
#include "cond_in.h"

#include <limits.h>
#include <string.h>

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
    for (size_t i = 0; i < p->nterms; i++) {
        ipr_dict_free(p->terms[i].dict);
        ipr_spell_free(p->terms[i].spell);
        ipr_free(p->env, p->terms[i].value, p->terms[i].n * sizeof *p->terms[i].value);
    }
    for (size_t i = 0; i < p->banks; i++)
        ipr_bank_free(p->bank[i]);
    for (size_t i = 0; i < p->sets; i++)
        ipr_set_fini(p->env, &p->set[i]);
    ipr_free(p->env, p->set, p->set_cap * sizeof *p->set);
    ipr_free(p->env, p->terms, p->terms_cap * sizeof *p->terms);
    ipr_free(p->env, p->probe, p->probe_cap * sizeof *p->probe);
    ipr_free(p->env, p->range, p->range_cap * sizeof *p->range);
    ipr_free(p->env, p->class, p->class_cap * sizeof *p->class);
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
    ipr_terms *list = ipr_grow(p->env, p->terms, &p->terms_cap, p->nterms + 1, sizeof *list);
    if (!list)
        return nomem(err);
    p->terms = list;
    ipr_dict *d = ipr_dict_new(p->env);
    if (!d)
        return nomem(err);
    list[p->nterms++] = (ipr_terms){.dict = d};
    for (size_t i = 0; i < n; i++) {
        ipr_status s = ipr_dict_add(d, terms[i], 0, (uint32_t)i);
        if (s == IPR_ENOMEM)
            return nomem(err);
        if (s != IPR_OK) {
            ipr_fail(err, IPR_ELIST, i, "a term has no letter or digit, or is too long");
            return UINT32_MAX;
        }
    }
    return ipr_dict_seal(d) == IPR_OK ? (uint32_t)p->nterms - 1 : nomem(err);
}

ipr_status ipr_prog_values(ipr_prog *p, uint32_t terms, const double *value, size_t n)
{
    ipr_terms *t = &p->terms[terms];
    if (n > ipr_dict_count(t->dict) || t->value)
        return IPR_EVALUE;
    t->value = ipr_alloc(p->env, n * sizeof *t->value);
    if (!t->value)
        return n ? IPR_ENOMEM : IPR_OK;
    memcpy(t->value, value, n * sizeof *t->value);
    t->n = n;
    return IPR_OK;
}

/* Makes the index of words that are near to the list's. */
static ipr_status spell_terms(ipr_prog *p, uint32_t terms)
{
    ipr_terms *t = &p->terms[terms];
    if (t->spell)
        return IPR_OK;
    t->spell = ipr_spell_new(p->env);
    ipr_status s = t->spell ? IPR_OK : IPR_ENOMEM;
    for (size_t i = 0; s == IPR_OK && i < ipr_dict_count(t->dict); i++)
        s = ipr_spell_add(t->spell, ipr_dict_text(t->dict, i));
    return s == IPR_OK ? ipr_spell_seal(t->spell) : s;
}

/* The number of this probe, made if it is new; UINT32_MAX if memory is short. */
static uint32_t probe_of(ipr_prog *p, uint32_t terms, unsigned field, ipr_view view)
{
    for (size_t i = 0; i < p->probes; i++)
        if (p->probe[i].terms == terms && p->probe[i].field == field && p->probe[i].view == view)
            return (uint32_t)i;
    ipr_probe *list = ipr_grow(p->env, p->probe, &p->probe_cap, p->probes + 1, sizeof *list);
    if (!list)
        return UINT32_MAX;
    p->probe = list;
    list[p->probes] = (ipr_probe){terms, UINT32_MAX, (uint16_t)field, (uint8_t)view};
    return (uint32_t)p->probes++;
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
        ipr_fail(err, IPR_EDEPTH, 0,
                 "conditions are nested deeper than max_depth; join many with ipr.all or ipr.any");
        return UINT32_MAX;
    }
    if (!push(p, op))
        return nomem(err);
    p->depth++;
    return (uint32_t)p->n - 1;
}

void ipr_cond_chain(ipr_prog *p, uint32_t at)
{
    p->node[at].n = 1;
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
    if (l->part == IPR_PART_COUNT || l->part == IPR_PART_MOST) /* of a list's terms, of members */
        return t == IPR_TYPE_TEXT || (t == IPR_TYPE_SET && l->part == IPR_PART_COUNT);
    return t == IPR_TYPE_NUMBER || t == IPR_TYPE_MONEY || t == IPR_TYPE_BOOL ||
           l->part >= IPR_PART_WORDS;
}

#define OF(type) (1u << IPR_TYPE_##type)
#define ANY_TYPE UINT_MAX

/* The types of field that a verb looks at, by bit, and what to say of another. Verbs of numbers are
 * not here. */
static const struct {
    unsigned types;
    const char *why;
} looks_at[IPR_OP_COUNT] = {
    [IPR_OP_IS] = {OF(TEXT) | OF(HASH), "compares text; the field is none"},
    [IPR_OP_IS_ANY] = {OF(TEXT) | OF(HASH), "compares text; the field is none"},
    [IPR_OP_CONTAINS] = {OF(TEXT) | OF(HASH), "compares text; the field is none"},
    [IPR_OP_STARTS] = {OF(TEXT) | OF(HASH), "compares text; the field is none"},
    [IPR_OP_ENDS] = {OF(TEXT) | OF(HASH), "compares text; the field is none"},
    [IPR_OP_HAS] = {OF(TEXT) | OF(SET), "looks into text or a set; the field is neither"},
    [IPR_OP_BEFORE] = {OF(DATE), "compares dates; the field is none"},
    [IPR_OP_AFTER] = {OF(DATE), "compares dates; the field is none"},
    [IPR_OP_NEAR] = {OF(TEXT) | OF(HASH), "looks at a hash or a text"},
    [IPR_OP_REVEALS] = {OF(TEXT), "compares a .skeleton, .leet or .joined view with a plainer one"},
    [IPR_OP_NAMES] = {OF(TEXT), "looks for a text in a text; a field is none"},
    [IPR_OP_HAS_CHAR] = {OF(TEXT), "looks into text; the field is none"},
    [IPR_OP_TRUTH] = {OF(BOOL), "the field is not true or false; say what about it"},
    [IPR_OP_PRESENT] = {ANY_TYPE, NULL},
    [IPR_OP_MISSING] = {ANY_TYPE, NULL},
    [IPR_OP_FIRED] = {ANY_TYPE, NULL},
    [IPR_OP_GROUP] = {ANY_TYPE, NULL},
    [IPR_OP_CALL] = {ANY_TYPE, NULL},
};

/* What is wrong with a leaf that compares a number, or NULL. */
static const char *number_misfit(const ipr_leaf *l)
{
    if (!is_number(l, ipr_field_type(l->field)))
        return l->op == IPR_OP_PER ? "divides by a number; the field is none"
                                   : "compares numbers; the field is none";
    if (l->a != l->a || l->b != l->b)
        return "needs numbers";
    if (l->op == IPR_OP_RAMP && l->a == l->b)
        return "needs two different numbers";
    return l->op == IPR_OP_BETWEEN && l->a > l->b ? "needs the smaller number first" : NULL;
}

/* What is wrong with this leaf, or NULL. */
static const char *misfit(const ipr_leaf *l)
{
    if ((l->op >= IPR_OP_BELOW && l->op <= IPR_OP_RAMP) || l->op == IPR_OP_PER)
        return number_misfit(l);
    if (!looks_at[l->op].types)
        return "is no comparison";
    bool fits = looks_at[l->op].types >> ipr_field_type(l->field) & 1;
    if (l->op == IPR_OP_REVEALS)
        fits = fits && ipr_part_view(l->part) != IPR_VIEW_PLAIN;
    if (l->op == IPR_OP_NAMES)
        fits = fits && ipr_field_type(l->arg) == IPR_TYPE_TEXT;
    if (!fits)
        return looks_at[l->op].why;
    if (l->op >= IPR_OP_IS && l->op <= IPR_OP_ENDS && l->op != IPR_OP_HAS && l->n == 0)
        return "needs a text";
    return l->op == IPR_OP_HAS_CHAR && l->n == 0 ? "needs characters" : NULL;
}

ipr_view ipr_part_view(unsigned part)
{
    static const ipr_view views[] = {[IPR_PART_LEET] = IPR_VIEW_LEET,
                                     [IPR_PART_SKELETON] = IPR_VIEW_SKELETON,
                                     [IPR_PART_JOINED] = IPR_VIEW_JOINED};
    return part <= IPR_PART_JOINED ? views[part] : IPR_VIEW_PLAIN;
}

/* Copies one text, folded as the leaf's part of a field is. */
static ipr_status keep_text(ipr_prog *p, ipr_part part, ipr_str text, ipr_str *out)
{
    ipr_text folded;
    ipr_text_init(&folded, p->env);
    ipr_status s = IPR_OK;
    if (part != IPR_PART_RAW && part <= IPR_PART_JOINED) {
        s = ipr_text_fold(&folded, text, ipr_part_view(part));
        text = (ipr_str){folded.p, folded.n};
    }
    char *bytes = s == IPR_OK ? ipr_arena_dup(&p->arena, text.p, text.n) : NULL;
    *out = (ipr_str){bytes, text.n};
    ipr_text_fini(&folded);
    return bytes ? IPR_OK : s == IPR_OK ? IPR_ENOMEM : s;
}

static ipr_status keep_texts(ipr_prog *p, const ipr_leaf *l)
{
    bool raw = ipr_field_type(l->field) != IPR_TYPE_TEXT || l->op == IPR_OP_HAS_CHAR;
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

/* Whether the leaf looks for a list's terms in a text. */
static bool looks_for_terms(const ipr_leaf *l)
{
    if (ipr_field_type(l->field) != IPR_TYPE_TEXT)
        return false;
    return l->op == IPR_OP_HAS || l->op == IPR_OP_REVEALS || l->op == IPR_OP_NEAR ||
           l->part == IPR_PART_COUNT || l->part == IPR_PART_MOST;
}

static ipr_status keep_probe(ipr_prog *p, const ipr_leaf *l, ipr_node *node)
{
    uint32_t terms = node->arg;
    ipr_view view = ipr_part_view(node->view);
    node->arg = probe_of(p, terms, node->field, view);
    if (node->arg == UINT32_MAX)
        return IPR_ENOMEM;
    if (l->op == IPR_OP_NEAR)
        return spell_terms(p, terms);
    if (l->op == IPR_OP_REVEALS) {
        ipr_view plainer = view >= IPR_VIEW_LEET ? IPR_VIEW_SKELETON : IPR_VIEW_PLAIN;
        uint32_t plain = probe_of(p, terms, node->field, plainer);
        p->probe[node->arg].plainer = plain;
        return plain == UINT32_MAX ? IPR_ENOMEM : IPR_OK;
    }
    return IPR_OK;
}

static ipr_status keep(ipr_prog *p, const ipr_leaf *l, ipr_node *node)
{
    if (l->op == IPR_OP_HAS_CHAR)
        return ipr_class_add(p, p->text[node->arg], &node->arg);
    if (l->op == IPR_OP_IS_ANY && l->n >= IPR_COND_MANY)
        return ipr_set_add(p, p->text + node->arg, l->n, &node->set);
    return looks_for_terms(l) ? keep_probe(p, l, node) : IPR_OK;
}

static uint32_t refuse(ipr_op op, const char *why, ipr_err *err)
{
    char message[160];
    size_t n = strlen(verbs[op]);
    memcpy(message, verbs[op], n);
    message[n] = ' ';
    memcpy(message + n + 1, why, strlen(why) + 1);
    ipr_fail(err, IPR_EVALUE, 0, message);
    return UINT32_MAX;
}

uint32_t ipr_cond_leaf(ipr_prog *p, const ipr_leaf *l, ipr_err *err)
{
    const char *why = misfit(l);
    if (why)
        return refuse(l->op, why, err);
    uint32_t at = (uint32_t)p->n, arg = l->n ? (uint32_t)p->texts : l->arg;
    if (keep_texts(p, l) != IPR_OK)
        return nomem(err);
    ipr_node *node = push(p, l->op);
    if (!node)
        return nomem(err);
    node->part = (uint8_t)l->part;
    node->view = l->part >= IPR_PART_COUNT ? (uint8_t)l->of : (uint8_t)l->part;
    node->field = (uint16_t)l->field;
    node->arg = arg;
    node->n = (uint32_t)l->n;
    node->a = l->a;
    node->b = l->b;
    ipr_status s = keep(p, l, node);
    if (s == IPR_EVALUE)
        return refuse(l->op, "takes characters and ranges like A-Z, the smaller first", err);
    if (s != IPR_OK)
        return nomem(err);
    node->plain = l->op >= IPR_OP_BELOW && l->op <= IPR_OP_RAMP && l->part == IPR_PART_VALUE &&
                  l->n == 0 && !l->per;
    if (l->per && ipr_cond_leaf(p, l->per, err) == UINT32_MAX)
        return UINT32_MAX;
    p->node[at].next = (uint32_t)p->n;
    return at;
}

uint32_t ipr_cond_again(ipr_prog *p, uint32_t at, ipr_err *err)
{
    uint32_t to = (uint32_t)p->n, n = p->node[at].next - at;
    if (!p->node[at].shared && p->shares < UINT16_MAX)
        p->node[at].shared = ++p->shares;
    for (uint32_t i = 0; i < n; i++) {
        ipr_node *node = push(p, (ipr_op)p->node[at + i].op);
        if (!node)
            return nomem(err);
        *node = p->node[at + i];
        node->next += to - at;
    }
    return to;
}
