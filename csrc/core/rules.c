/* SPDX-License-Identifier: MIT
 * rules.c: building and sealing a rule set. */
#include "rules_in.h"

#include <stdlib.h>
#include <string.h>

#define WEIGHT_MAX 1000000000 /* a million, in thousandths */

ipr_rules *ipr_rules_new(ipr_env *env)
{
    ipr_rules *r = ipr_calloc(env, 1, sizeof *r);
    if (!r)
        return NULL;
    r->env = env;
    ipr_arena_init(&r->arena, env);
    r->prog = ipr_prog_new(env);
    if (!r->prog) {
        ipr_rules_free(r);
        return NULL;
    }
    return r;
}

void ipr_rules_free(ipr_rules *r)
{
    if (!r)
        return;
    ipr_env *env = r->env;
    ipr_prog_free(r->prog);
    ipr_arena_fini(&r->arena);
    ipr_free(env, r->rule, r->cap * sizeof *r->rule);
    ipr_free(env, r->group, r->group_cap * sizeof *r->group);
    ipr_free(env, r->action, r->action_cap * sizeof *r->action);
    ipr_free(env, r->one_of, r->one_of_cap * sizeof *r->one_of);
    ipr_free(env, r->exception, r->exception_cap * sizeof *r->exception);
    ipr_free(env, r->step, r->step_cap * sizeof *r->step);
    ipr_free(r->env, r->rank, r->rank_cap * sizeof *r->rank);
    ipr_free(env, r, sizeof *r);
}

ipr_prog *ipr_rules_prog(ipr_rules *r)
{
    return r->prog;
}

/* A copy of s in the arena; ok becomes false if memory is short. */
static ipr_str own(ipr_rules *r, ipr_str s, bool *ok)
{
    char *p = s.n ? ipr_arena_dup(&r->arena, s.p, s.n) : NULL;
    if (s.n && !p)
        *ok = false;
    return (ipr_str){p, p ? s.n : 0};
}

static ipr_status nomem(ipr_err *err)
{
    return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
}

/* "WHAT \"name\" REST" as an error. */
static ipr_status named(ipr_rules *r, ipr_err *err, ipr_status code, const char *what, ipr_str name,
                        const char *rest)
{
    ipr_buf b;
    ipr_buf_init(&b, r->env);
    ipr_buf_adds(&b, what);
    ipr_buf_adds(&b, " \"");
    ipr_buf_addstr(&b, name);
    ipr_buf_adds(&b, "\" ");
    ipr_buf_adds(&b, rest);
    ipr_buf_addc(&b, '\0');
    ipr_fail(err, code, 0, b.failed ? rest : b.p);
    ipr_buf_fini(&b);
    return code;
}

/* The same of a rule, with the line on which it stands. */
static ipr_status wrong(ipr_rules *r, ipr_err *err, size_t i, const char *what, const char *says)
{
    ipr_status s = named(r, err, IPR_ERULE, what, r->rule[i].name, says);
    if (err)
        err->line = r->rule[i].line;
    return s;
}

uint32_t ipr_rules_group(ipr_rules *r, ipr_str name)
{
    bool ok = true;
    for (uint32_t g = 0; g < r->groups; g++) {
        if (ipr_str_eq(r->group[g].name, name))
            return g;
    }
    ipr_group *group = ipr_grow(r->env, r->group, &r->group_cap, r->groups + 1, sizeof *group);
    if (!group)
        return IPR_NONE;
    r->group = group;
    group[r->groups] = (ipr_group){own(r, name, &ok), INT64_MAX};
    return ok ? (uint32_t)r->groups++ : IPR_NONE;
}

void ipr_rules_cap(ipr_rules *r, uint32_t group, int64_t max)
{
    r->group[group].max = max;
}

uint32_t ipr_rules_find(const ipr_rules *r, ipr_str name)
{
    for (uint32_t i = 0; i < r->n; i++) {
        if (ipr_str_eq(r->rule[i].name, name))
            return i;
    }
    return IPR_NONE;
}

ipr_status ipr_rules_add(ipr_rules *r, const ipr_rule *rule, ipr_err *err)
{
    bool ok = true;
    if (r->n >= r->env->limits.max_rules)
        return ipr_fail(err, IPR_ELIMIT, 0, "more rules than max_rules");
    if (ipr_rules_find(r, rule->name) != IPR_NONE)
        return named(r, err, IPR_ERULE, "rule", rule->name, "is there twice; names are unique");
    if (rule->weight > WEIGHT_MAX || rule->weight < -WEIGHT_MAX)
        return named(r, err, IPR_EVALUE, "rule", rule->name, "has a weight beyond a million");
    ipr_rule *list = ipr_grow(r->env, r->rule, &r->cap, r->n + 1, sizeof *list);
    if (!list)
        return nomem(err);
    r->rule = list;
    list += r->n;
    *list = *rule;
    list->name = own(r, rule->name, &ok);
    list->description = own(r, rule->description, &ok);
    list->open = own(r, rule->open, &ok);
    list->force_name = own(r, rule->force_name, &ok);
    if (!ok)
        return nomem(err);
    r->n++;
    return IPR_OK;
}

ipr_status ipr_rules_weight(ipr_rules *r, ipr_str name, int64_t weight, ipr_err *err)
{
    uint32_t i = ipr_rules_find(r, name);
    if (i == IPR_NONE)
        return named(r, err, IPR_ENAME, "weights: rule", name, "does not exist");
    if (weight > WEIGHT_MAX || weight < -WEIGHT_MAX)
        return named(r, err, IPR_EVALUE, "weights: rule", name, "has a weight beyond a million");
    r->rule[i].weight = weight;
    return IPR_OK;
}

ipr_status ipr_rules_action(ipr_rules *r, const ipr_action *action, const ipr_str *one_of, size_t n,
                            ipr_err *err)
{
    bool ok = true;
    if (ipr_str_is(action->name, "pass"))
        return ipr_fail(err, IPR_EVALUE, 0, "\"pass\" is what is below every action");
    for (size_t i = 0; i < r->actions; i++) {
        if (ipr_str_eq(r->action[i].name, action->name))
            return named(r, err, IPR_EVALUE, "action", action->name, "is there twice");
        if (r->action[i].at == action->at)
            return named(r, err, IPR_EVALUE, "action", action->name,
                         "has the same threshold as another");
    }
    ipr_action *list = ipr_grow(r->env, r->action, &r->action_cap, r->actions + 1, sizeof *list);
    if (list)
        r->action = list;
    uint32_t *groups = ipr_grow(r->env, r->one_of, &r->one_of_cap, r->one_ofs + n, sizeof *groups);
    if (groups)
        r->one_of = groups;
    if (!list || (n && !groups))
        return nomem(err);
    list += r->actions;
    *list = *action;
    list->name = own(r, action->name, &ok);
    list->first = (uint32_t)r->one_ofs;
    list->n = (uint32_t)n;
    for (size_t i = 0; i < n; i++) {
        groups[r->one_ofs] = ipr_rules_group(r, one_of[i]);
        ok = ok && groups[r->one_ofs++] != IPR_NONE;
    }
    if (!ok)
        return nomem(err);
    r->actions++;
    return IPR_OK;
}

ipr_status ipr_rules_except(ipr_rules *r, const ipr_exception *e, ipr_err *err)
{
    bool ok = true;
    if (r->exceptions >= r->env->limits.max_list)
        return ipr_fail(err, IPR_ELIMIT, 0, "more exceptions than max_list");
    ipr_exception *list =
        ipr_grow(r->env, r->exception, &r->exception_cap, r->exceptions + 1, sizeof *list);
    if (!list)
        return nomem(err);
    r->exception = list;
    list += r->exceptions;
    *list = *e;
    list->value = own(r, e->value, &ok);
    list->until = own(r, e->until, &ok);
    list->reason = own(r, e->reason, &ok);
    list->by = own(r, e->by, &ok);
    if (!ok)
        return nomem(err);
    r->exceptions++;
    return IPR_OK;
}

void ipr_rules_no_actions(ipr_rules *r)
{
    r->actions = r->one_ofs = 0;
}

void ipr_rules_functions(ipr_rules *r, uint32_t calls)
{
    r->calls = calls;
}

void ipr_rules_ceiling(ipr_rules *r, int64_t max_score)
{
    r->max_score = max_score;
}

bool ipr_rules_on_error(ipr_rules *r, ipr_str action)
{
    bool ok = true;
    r->on_error_name = own(r, action, &ok);
    return ok;
}

static void sort_actions(ipr_rules *r)
{
    for (size_t i = 1; i < r->actions; i++) {
        ipr_action a = r->action[i];
        size_t k = i;
        for (; k > 0 && r->action[k - 1].at > a.at; k--)
            r->action[k] = r->action[k - 1];
        r->action[k] = a;
    }
}

/* Index + 1 of the action called name; 0 for "pass"; IPR_NONE if there is none. */
static uint32_t action_of(const ipr_rules *r, ipr_str name)
{
    for (uint32_t i = 0; i < r->actions; i++) {
        if (ipr_str_eq(r->action[i].name, name))
            return i + 1;
    }
    return ipr_str_is(name, "pass") ? 0 : IPR_NONE;
}

/* Whether every rule that rule i asks for is among those done. */
static bool ready(const ipr_rules *r, uint32_t i, const bool *done)
{
    size_t n;
    const ipr_node *nodes = ipr_prog_nodes(r->prog, &n);
    const uint32_t roots[] = {r->rule[i].when, r->rule[i].unless};
    for (size_t k = 0; k < 2; k++) {
        for (uint32_t at = roots[k]; roots[k] != IPR_NONE && at < nodes[roots[k]].next; at++) {
            if (nodes[at].op == IPR_OP_FIRED && !done[nodes[at].arg])
                return false;
        }
    }
    return true;
}

static void add_step(ipr_rules *r, size_t *n, uint32_t i, bool *done)
{
    const ipr_rule *rule = &r->rule[i];
    size_t nodes;
    const ipr_node *when = &ipr_prog_nodes(r->prog, &nodes)[rule->when];
    r->step[(*n)++] = (ipr_step){i,
                                 rule->when,
                                 rule->unless,
                                 rule->group,
                                 when->op == IPR_OP_CALL ? when->arg : IPR_NONE,
                                 rule->suspects == IPR_COUNTERFEIT && !rule->composite};
    done[i] = true;
}

/* Plain rules in their order, then composites as they become ready. */
static ipr_status put_in_sequence(ipr_rules *r, ipr_err *err)
{
    bool *done = ipr_calloc(r->env, r->n + 1, sizeof *done);
    ipr_step *step = ipr_grow(r->env, r->step, &r->step_cap, r->n + 1, sizeof *step);
    if (step)
        r->step = step;
    ipr_status s = done && step ? IPR_OK : nomem(err);
    size_t n = 0, before = SIZE_MAX;
    for (uint32_t i = 0; s == IPR_OK && i < r->n; i++)
        if (!r->rule[i].composite)
            add_step(r, &n, i, done);
    while (s == IPR_OK && n < r->n && n != before) {
        before = n;
        for (uint32_t i = 0; i < r->n; i++)
            if (!done[i] && ready(r, i, done))
                add_step(r, &n, i, done);
    }
    for (uint32_t i = 0; s == IPR_OK && i < r->n; i++) {
        if (!done[i])
            s = wrong(r, err, i, "composite", "asks for itself in a circle");
    }
    ipr_free(r->env, done, (r->n + 1) * sizeof *done);
    return s;
}

static int by_name(const void *a, const void *b)
{
    const ipr_rule *const *x = a, *const *y = b;
    return ipr_str_cmp((*x)->name, (*y)->name);
}

static ipr_status rank_names(ipr_rules *r, ipr_err *err)
{
    const ipr_rule **list = ipr_alloc(r->env, (r->n + 1) * sizeof *list);
    uint32_t *rank = ipr_grow(r->env, r->rank, &r->rank_cap, r->n + 1, sizeof *rank);
    if (rank)
        r->rank = rank;
    if (list && rank) {
        for (size_t i = 0; i < r->n; i++)
            list[i] = &r->rule[i];
        qsort(list, r->n, sizeof *list, by_name);
        for (uint32_t k = 0; k < r->n; k++)
            rank[list[k] - r->rule] = k;
    }
    ipr_free(r->env, list, (r->n + 1) * sizeof *list);
    return list && rank ? IPR_OK : nomem(err);
}

ipr_status ipr_rules_seal(ipr_rules *r, ipr_err *err)
{
    sort_actions(r);
    for (size_t i = 0; i < r->n; i++) {
        ipr_rule *rule = &r->rule[i];
        uint32_t a = rule->force_name.n ? action_of(r, rule->force_name) : 0;
        if (a == IPR_NONE)
            return wrong(r, err, i, "rule", "forces an action that is not there");
        rule->force = a;
    }
    r->on_error = r->actions ? 1 : 0;
    uint32_t review = action_of(r, IPR_STR("review"));
    if (review != IPR_NONE)
        r->on_error = review;
    if (r->on_error_name.n)
        r->on_error = action_of(r, r->on_error_name);
    if (r->on_error == IPR_NONE)
        return named(r, err, IPR_ERULE, "on_error", r->on_error_name, "is no action");
    ipr_status s = rank_names(r, err);
    return s == IPR_OK ? put_in_sequence(r, err) : s;
}

size_t ipr_rules_count(const ipr_rules *r)
{
    return r->n;
}

const ipr_rule *ipr_rules_at(const ipr_rules *r, size_t i)
{
    return &r->rule[i];
}

size_t ipr_rules_actions(const ipr_rules *r)
{
    return r->actions;
}

const ipr_action *ipr_rules_action_at(const ipr_rules *r, size_t i)
{
    return &r->action[i];
}

size_t ipr_rules_groups(const ipr_rules *r)
{
    return r->groups;
}

ipr_str ipr_rules_group_name(const ipr_rules *r, uint32_t group)
{
    return r->group[group].name;
}

int64_t ipr_rules_cap_of(const ipr_rules *r, uint32_t group)
{
    return r->group[group].max;
}

uint32_t ipr_rules_calls(const ipr_rules *r)
{
    return r->calls;
}

const ipr_prog *ipr_rules_prog_of(const ipr_rules *r)
{
    return r->prog;
}

const ipr_exception *ipr_rules_exception_at(const ipr_rules *r, uint32_t i)
{
    return &r->exception[i];
}
