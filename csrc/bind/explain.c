/* SPDX-License-Identifier: MIT
 * explain.c (bind): scorer:explain and scorer:actions: every rule's row, with what was compared
 * and seen, and what decided the action. */
#include "scorer.h"

static void push_because(lua_State *L, const ipr_verdict *o, ipr_scorer *s, uint32_t rule)
{
    ipr_buf *b = ipr_bind_buf(L);
    ipr_verdict_because(o, &s->judge.result, &s->judge.eval, rule, b);
    ipr_bind_pushbuf(L, b);
    lua_remove(L, -2);
}

static void push_condition(lua_State *L, const ipr_verdict *o, const ipr_scorer *s, uint32_t at)
{
    ipr_buf *b = ipr_bind_buf(L);
    ipr_cond_print(ipr_rules_prog_of(s->rules), at, ipr_verdict_name, (void *)(uintptr_t)o, b);
    ipr_bind_pushbuf(L, b);
    lua_remove(L, -2);
}

typedef struct evidence_out {
    lua_State *L;
    const ipr_limits *limits;
    size_t n;    /* of this rule */
    size_t left; /* bytes that may still be shown of this listing */
} evidence_out;

static void add_evidence(void *ud, const ipr_evidence *e)
{
    evidence_out *out = ud;
    lua_State *L = out->L;
    if (out->n == out->limits->max_hits || e->text.n > out->left)
        return;
    out->left -= e->text.n;
    lua_createtable(L, 0, 5);
    if (e->field) {
        lua_pushstring(L, e->field);
        lua_setfield(L, -2, "field");
    }
    if (e->start != UINT32_MAX) {
        lua_pushinteger(L, (lua_Integer)e->start + 1);
        lua_setfield(L, -2, "first");
        lua_pushinteger(L, (lua_Integer)e->end);
        lua_setfield(L, -2, "last");
        ipr_bind_pushstr(L, e->text);
        lua_setfield(L, -2, "text");
    }
    ipr_bind_pushstr(L, e->says);
    lua_setfield(L, -2, "says");
    lua_rawseti(L, -2, (int)++out->n);
}

static void set_text(lua_State *L, const char *key, ipr_str s)
{
    ipr_bind_pushstr(L, s);
    lua_setfield(L, -2, key);
}

static void set_milli(lua_State *L, const char *key, int64_t milli)
{
    lua_pushnumber(L, (lua_Number)milli / 1000);
    lua_setfield(L, -2, key);
}

/* One rule's row of an explanation. */
static void push_explained(lua_State *L, const ipr_verdict *o, ipr_scorer *s, uint32_t i,
                           evidence_out *out)
{
    const ipr_rule *rule = ipr_rules_at(s->rules, i);
    const ipr_hit *hit = &s->judge.result.hit[i];
    lua_createtable(L, 0, 10);
    set_text(L, "rule", rule->name);
    set_text(L, "description", rule->description);
    set_text(L, "public", rule->open);
    set_text(L, "group", ipr_rules_group_name(s->rules, rule->group));
    lua_pushstring(L, ipr_suspects_name(rule->suspects));
    lua_setfield(L, -2, "suspects");
    lua_pushstring(L, ipr_outcome_name(hit->outcome));
    lua_setfield(L, -2, "outcome");
    set_milli(L, "weight", rule->weight);
    set_milli(L, "score", hit->score);
    set_milli(L, "strength", hit->strength);
    push_because(L, o, s, i);
    lua_setfield(L, -2, "because");
    push_condition(L, o, s, rule->when);
    lua_setfield(L, -2, "when");
    if (rule->unless != IPR_NONE) {
        push_condition(L, o, s, rule->unless);
        lua_setfield(L, -2, "unless");
    }
    out->n = 0;
    lua_newtable(L);
    if (hit->outcome == IPR_HIT)
        ipr_verdict_evidence(o, &s->judge.result, &s->judge.eval, i, add_evidence, out);
    lua_setfield(L, -2, "evidence");
}

/* What decided the action besides the score. */
static void push_decision(lua_State *L, const ipr_scorer *s)
{
    const ipr_result *r = &s->judge.result;
    lua_createtable(L, 0, 8);
    set_text(L, "action", ipr_verdict_action(s->rules, r->action));
    set_milli(L, "score", r->score);
    lua_pushboolean(L, r->complete);
    lua_setfield(L, -2, "complete");
    lua_pushboolean(L, r->by_error);
    lua_setfield(L, -2, "by_error");
    if (r->held)
        set_text(L, "held", ipr_verdict_action(s->rules, r->held));
    if (r->forced)
        set_text(L, "forced_by", ipr_rules_at(s->rules, r->forced - 1)->name);
    if (r->allowed)
        set_text(L, "allowed_by", ipr_rules_at(s->rules, r->allowed - 1)->name);
    lua_newtable(L);
    for (uint32_t g = 0, n = 0; g < ipr_rules_groups(s->rules); g++) {
        if (r->sum[g] <= ipr_rules_cap_of(s->rules, g))
            continue;
        lua_createtable(L, 0, 3);
        set_text(L, "group", ipr_rules_group_name(s->rules, g));
        set_milli(L, "sum", r->sum[g]);
        set_milli(L, "max", ipr_rules_cap_of(s->rules, g));
        lua_rawseti(L, -2, (int)++n);
    }
    lua_setfield(L, -2, "capped");
}

static bool known_style(void *style, ipr_money_style *out)
{
    *out = *(const ipr_money_style *)style;
    return true;
}

/* scorer:explain(table, style?) -> rows of all rules, decision, JSON text of the verdict. style:
 * as feed:next gave it, where the listing is from a feed. */
int ipr_scorer_explain(lua_State *L)
{
    ipr_scorer *s = ipr_scorer_check(L, 1);
    ipr_verdict o = {.rules = s->rules, .columns = s->columns};
    ipr_listing l;
    luaL_checktype(L, 2, LUA_TTABLE);
    ipr_money_style style = (ipr_money_style)luaL_optinteger(L, 3, IPR_STYLE_UNKNOWN);
    ipr_price_column prices = {known_style, &style};
    lua_settop(L, 2);
    ipr_scorer_listing(L, 2, s, &l);
    l.prices = &prices;
    ipr_judge_run(&s->judge, &l, true);
    const ipr_limits *limits = &s->judge.env.limits;
    evidence_out out = {L, limits, 0, limits->max_explain};
    lua_newtable(L);
    for (uint32_t i = 0; i < ipr_rules_count(s->rules); i++) {
        push_explained(L, &o, s, i, &out);
        lua_rawseti(L, -2, (int)i + 1);
    }
    push_decision(L, s);
    ipr_scorer_push_line(L, s);
    return s->judge.eval.failed ? ipr_bind_nomem(L) : 3; /* some of it could not be said */
}

/* scorer:actions() -> array of { name, at, groups, one_of }, lowest first. */
int ipr_scorer_actions(lua_State *L)
{
    ipr_scorer *s = ipr_scorer_check(L, 1);
    lua_newtable(L);
    for (size_t i = 0; i < ipr_rules_actions(s->rules); i++) {
        const ipr_action *a = ipr_rules_action_at(s->rules, i);
        lua_createtable(L, 0, 3);
        set_text(L, "name", a->name);
        set_milli(L, "at", a->at);
        lua_pushinteger(L, (lua_Integer)a->groups);
        lua_setfield(L, -2, "groups");
        lua_rawseti(L, -2, (int)i + 1);
    }
    return 1;
}
