/* SPDX-License-Identifier: MIT
 * score.c: from conditions to symbols, capped groups, score and action. */
#include "score.h"

#include "rules_in.h"

#include <string.h>

static const char *const suspects[] = {"counterfeit", "grey_market", "other_infringement",
                                       "copied_content"};

const char *ipr_suspects_name(ipr_suspects s)
{
    return suspects[s];
}

ipr_suspects ipr_suspects_find(ipr_str name)
{
    int i = 0;
    while (i < IPR_SUSPECTS_COUNT && !ipr_str_is(name, suspects[i]))
        i++;
    return (ipr_suspects)i;
}

ipr_truth ipr_truth_of(double strength, bool *bad)
{
    if (!(strength >= 0 && strength <= 1)) {
        *bad = true;
        return IPR_FALSE;
    }
    int16_t milli = (int16_t)(strength * 1000 + 0.5);
    if (strength > 0 && milli == 0)
        milli = 1;
    return (ipr_truth){milli, milli};
}

ipr_status ipr_result_init(ipr_result *out, const ipr_rules *r, ipr_env *env)
{
    size_t truths = r->n + r->groups + r->calls;
    memset(out, 0, sizeof *out);
    out->rules = r;
    out->hit = ipr_calloc(env, r->n + 1, sizeof *out->hit);
    out->call = ipr_calloc(env, r->calls + 1, sizeof *out->call);
    out->said = ipr_calloc(env, truths + 1, sizeof *out->said);
    out->sum = ipr_calloc(env, r->groups + 1, sizeof *out->sum);
    out->order = ipr_calloc(env, r->n + 1, sizeof *out->order);
    if (out->hit && out->call && out->said && out->sum && out->order)
        return IPR_OK;
    ipr_result_fini(out, env);
    return IPR_ENOMEM;
}

void ipr_result_fini(ipr_result *out, ipr_env *env)
{
    const ipr_rules *r = out->rules;
    if (!r)
        return;
    ipr_free(env, out->hit, (r->n + 1) * sizeof *out->hit);
    ipr_free(env, out->call, (r->calls + 1) * sizeof *out->call);
    ipr_free(env, out->said, (r->n + r->groups + r->calls + 1) * sizeof *out->said);
    ipr_free(env, out->sum, (r->groups + 1) * sizeof *out->sum);
    ipr_free(env, out->order, (r->n + 1) * sizeof *out->order);
    memset(out, 0, sizeof *out);
}

ipr_said ipr_result_said(const ipr_result *out)
{
    const ipr_rules *r = out->rules;
    return (ipr_said){out->said, out->said + r->n, out->said + r->n + r->groups};
}

void ipr_score_begin(ipr_result *out)
{
    const ipr_rules *r = out->rules;
    memset(out->said + r->n + r->groups, 0, r->calls * sizeof *out->said); /* IPR_FALSE */
    if (out->spoken)
        memset(out->call, 0, r->calls * sizeof *out->call);
    out->spoken = false;
    out->broken = false;
}

void ipr_score_call(ipr_result *out, uint32_t call, ipr_truth truth, bool failed, ipr_str says)
{
    const ipr_rules *r = out->rules;
    out->said[r->n + r->groups + call] = failed ? IPR_UNSURE : truth;
    if (failed || says.n) {
        out->call[call] = (ipr_call){failed, says}; /* ipr_score_begin has put nothing there */
        out->spoken = true;
    }
    out->broken |= failed;
}

/* Whether the condition is a function that failed. */
static bool broken(const ipr_result *out, uint32_t at)
{
    size_t n;
    if (at == IPR_NONE)
        return false;
    const ipr_node *nodes = ipr_prog_nodes(out->rules->prog, &n);
    for (uint32_t i = at; i < nodes[at].next; i++) {
        if (nodes[i].op == IPR_OP_CALL && out->call[nodes[i].arg].failed)
            return true;
    }
    return false;
}

static bool value_matches(const ipr_exception *e, const ipr_eval *v)
{
    switch (e->key) {
    case IPR_BY_SELLER:
        return ipr_str_eq(e->value, v->listing->slot[IPR_COL_SELLER_ID]);
    case IPR_BY_BRAND:
        return ipr_str_ieq(e->value, v->listing->slot[IPR_COL_BRAND]);
    case IPR_BY_ID:
        return ipr_str_eq(e->value, v->listing->slot[IPR_COL_ID]);
    }
    return false;
}

/* An exception that covers this rule for this listing today, or IPR_NONE. `until` is the last
 * day on which it holds; a dated one needs a date from the caller. */
static uint32_t exception_for(const ipr_rules *r, uint32_t rule, const ipr_eval *v)
{
    for (uint32_t i = 0; i < r->exceptions; i++) {
        const ipr_exception *e = &r->exception[i];
        if (e->rule != IPR_NONE && e->rule != rule)
            continue;
        if (e->until.n && (!v->lists->date.n || ipr_str_cmp(v->lists->date, e->until) > 0))
            continue;
        if (value_matches(e, v))
            return i;
    }
    return IPR_NONE;
}

/* Half away from zero. */
static int64_t times(int64_t weight, int16_t strength)
{
    int64_t x = weight * strength;
    return strength == 1000 ? weight : (x + (x < 0 ? -500 : 500)) / 1000;
}

/* What becomes of a rule whose condition holds. */
static void judge_true(ipr_result *out, const ipr_step *step, ipr_eval *v, const ipr_said *said,
                       ipr_truth when)
{
    const ipr_rules *r = out->rules;
    ipr_hit *hit = &out->hit[step->rule];
    ipr_truth *group = &out->said[r->n + step->group];
    ipr_truth unless =
        step->unless == IPR_NONE ? IPR_FALSE : ipr_cond_test(r->prog, step->unless, v, said);
    if (ipr_is_true(unless)) {
        hit->outcome = IPR_BARRED;
        return;
    }
    hit->exception = r->exceptions ? exception_for(r, step->rule, v) : IPR_NONE;
    if (hit->exception != IPR_NONE) {
        hit->outcome = IPR_EXCEPTED;
        return;
    }
    hit->outcome = IPR_HIT;
    hit->strength = when.lo;
    hit->unless_open = ipr_is_unknown(unless);
    hit->score = times(r->rule[step->rule].weight, when.lo);
    out->said[step->rule] = when;
    if (step->counts && when.lo > group->lo)
        group->lo = when.lo;
    if (step->counts && when.hi > group->hi)
        group->hi = when.hi;
}

static void judge(ipr_result *out, const ipr_step *step, ipr_eval *v, const ipr_said *said)
{
    const ipr_rules *r = out->rules;
    ipr_hit *hit = &out->hit[step->rule];
    ipr_truth when = ipr_cond_test(r->prog, step->when, v, said);
    if (when.hi == 0 && !out->broken)
        return; /* most are quiet, as ipr_score_end has put it */
    if (out->broken &&
        (broken(out, step->when) || (ipr_is_true(when) && broken(out, step->unless)))) {
        hit->outcome = IPR_BROKEN;
        out->said[step->rule] = IPR_UNSURE;
        return;
    }
    if (ipr_is_true(when)) {
        judge_true(out, step, v, said, when);
        return;
    }
    ipr_truth *group = &out->said[r->n + step->group];
    hit->outcome = ipr_is_unknown(when) ? IPR_UNKNOWN : IPR_QUIET;
    out->said[step->rule] = when;
    if (step->counts && when.hi > group->hi)
        group->hi = when.hi;
}

/* Largest score first, then by name. */
static bool before(const ipr_result *out, uint32_t a, uint32_t b)
{
    if (out->hit[a].score != out->hit[b].score)
        return out->hit[a].score > out->hit[b].score;
    return out->rules->rank[a] < out->rules->rank[b];
}

static void insert(ipr_result *out, uint32_t rule)
{
    size_t k = out->fired++;
    for (; k > 0 && before(out, rule, out->order[k - 1]); k--)
        out->order[k] = out->order[k - 1];
    out->order[k] = rule;
}

static int64_t capped(int64_t sum, int64_t max)
{
    return sum > max ? max : sum;
}

static void add_up(ipr_result *out)
{
    const ipr_rules *r = out->rules;
    memset(out->sum, 0, r->groups * sizeof *out->sum);
    out->score = 0;
    for (size_t k = 0; k < out->fired; k++) {
        const ipr_rule *rule = &r->rule[out->order[k]];
        int64_t *sum = &out->sum[rule->group], max = r->group[rule->group].max;
        if (rule->suspects != IPR_COUNTERFEIT)
            continue;
        out->score -= capped(*sum, max);
        *sum += out->hit[out->order[k]].score;
        out->score += capped(*sum, max);
    }
    if (r->max_score && out->score > r->max_score)
        out->score = r->max_score;
}

/* Groups in which something speaks for counterfeit; *listed: one of the action's own. */
static uint32_t corroboration(const ipr_result *out, const ipr_action *a, bool *listed)
{
    uint32_t n = 0;
    *listed = a->n == 0;
    for (uint32_t g = 0; g < out->rules->groups; g++) {
        if (out->sum[g] <= 0 || out->said[out->rules->n + g].lo == 0)
            continue; /* nothing for it, or only composites */
        n++;
        for (uint32_t k = 0; k < a->n && !*listed; k++)
            *listed = out->rules->one_of[a->first + k] == g;
    }
    return n;
}

static void decide(ipr_result *out)
{
    const ipr_rules *r = out->rules;
    out->action = out->held = out->forced = out->allowed = 0;
    out->by_error = false;
    for (uint32_t a = 0; a < r->actions && out->score >= r->action[a].at; a++) {
        bool listed;
        if (corroboration(out, &r->action[a], &listed) >= r->action[a].groups && listed)
            out->action = a + 1;
        else
            out->held = a + 1;
    }
    if (out->held < out->action)
        out->held = 0;
    for (size_t k = 0; k < out->fired; k++) {
        const ipr_rule *rule = &r->rule[out->order[k]];
        if (rule->force > out->action) {
            out->action = rule->force;
            out->forced = out->order[k] + 1;
        }
        if (rule->allow && !out->allowed)
            out->allowed = out->order[k] + 1;
    }
    if (out->allowed)
        out->action = 0;
    if (!out->complete && out->action < r->on_error) {
        out->action = r->on_error;
        out->by_error = true;
    }
}

void ipr_score_end(ipr_result *out, ipr_eval *v)
{
    const ipr_rules *r = out->rules;
    ipr_said said = ipr_result_said(out);
    out->fired = out->unknown = 0;
    out->complete = !out->broken;
    memset(out->hit, 0, r->n * sizeof *out->hit);                 /* IPR_QUIET */
    memset(out->said, 0, (r->n + r->groups) * sizeof *out->said); /* IPR_FALSE */
    /* Composites come last, in an order in which each sees its own. */
    for (const ipr_step *step = r->step, *end = step + r->n; step < end; step++) {
        if (step->call != IPR_NONE && said.calls[step->call].hi == 0 && !out->broken)
            continue; /* a function that said no */
        judge(out, step, v, &said);
        ipr_outcome outcome = out->hit[step->rule].outcome;
        out->unknown += outcome == IPR_UNKNOWN;
        if (outcome == IPR_HIT)
            insert(out, step->rule);
    }
    if (v->failed)
        out->complete = false;
    add_up(out);
    decide(out);
}
