/* SPDX-License-Identifier: MIT
 * scorer.c (bind): core.scorer: rule files loaded, scorers made, single listings scored and
 * explained, files read listing by listing. */
#include "scorer.h"

#include <stddef.h>
#include <string.h>

#define FEED_CLASS "iprcore.feed"

/* The lists of ipr_lists by name; each is given as a userdata that begins with the pointer. */
static const struct {
    const char *name;
    size_t at;
} lists[] = {
#define X(field, type) {#field, offsetof(ipr_lists, field)},
    IPR_LIST_POINTERS(X)
#undef X
        {NULL, 0}};

ipr_status ipr_judge_init(ipr_judge *j, const ipr_scorer *s, lua_State *S, int set, int steps)
{
    memset(j, 0, sizeof *j);
    ipr_env_init(&j->env);
    j->env.limits = s->env->limits;
    j->env.seed = s->env->seed;
    ipr_eval_init(&j->eval, &j->env, &s->lists);
    ipr_status st = ipr_result_init(&j->result, s->rules, &j->env);
    if (st == IPR_OK && S)
        st = ipr_caller_init(&j->caller, S, set, s->columns, steps);
    j->ready = st == IPR_OK;
    if (st != IPR_OK)
        ipr_judge_fini(j);
    return st;
}

void ipr_judge_fini(ipr_judge *j)
{
    ipr_caller_fini(&j->caller);
    ipr_result_fini(&j->result, &j->env);
    ipr_eval_fini(&j->eval);
    j->ready = false;
}

void ipr_judge_run(ipr_judge *j, const ipr_listing *l, bool evidence)
{
    j->eval.evidence_wanted = evidence;
    ipr_eval_set(&j->eval, l);
    ipr_score_begin(&j->result);
    ipr_caller_run(&j->caller, &j->eval, &j->result);
    ipr_score_end(&j->result, &j->eval);
}

static int l_sandbox_fini(lua_State *L)
{
    ipr_sandbox_close(luaL_checkudata(L, 1, IPR_SANDBOX_CLASS));
    return 0;
}

/* scorer.load(job) -> sandbox; raises bad_rule with path and line. */
static int l_load(lua_State *L)
{
    char where[512];
    ipr_err err = {0};
    luaL_checktype(L, 1, LUA_TTABLE);
    ipr_sandbox *sb = ipr_bind_new(L, sizeof *sb, IPR_SANDBOX_CLASS);
    if (ipr_sandbox_open(sb, L, 1, where, sizeof where, &err) != IPR_OK) {
        ipr_sandbox_close(sb);
        return ipr_bind_raise(L, &err, where[0] ? where : NULL);
    }
    ipr_bind_debt(L, sb->used);
    return 1;
}

/* Whether the value at the top of S is a list of terms (under the key below it): lists may be
 * long, and nobody asks for them outside the state that holds them. */
static bool is_list(lua_State *S)
{
    return lua_type(S, -2) == LUA_TSTRING && lua_istable(S, -1) &&
           strcmp(lua_tostring(S, -2), "list") == 0;
}

/* Copies plain data (texts, numbers, booleans, tables) from S to L. Each table is copied once
 * (memo, a table of L, says where to), so that one that holds itself ends; depth is limited. */
static void copy_plain(lua_State *S, int idx, lua_State *L, int memo, int depth)
{
    size_t n;
    const char *p;
    luaL_checkstack(L, 6, "too deep");
    switch (depth < 200 && lua_checkstack(S, 6) ? lua_type(S, idx) : LUA_TNIL) {
    case LUA_TSTRING:
        p = lua_tolstring(S, idx, &n);
        lua_pushlstring(L, p, n);
        return;
    case LUA_TNUMBER:
        if (lua_isinteger(S, idx))
            lua_pushinteger(L, lua_tointeger(S, idx));
        else
            lua_pushnumber(L, lua_tonumber(S, idx));
        return;
    case LUA_TBOOLEAN:
        lua_pushboolean(L, lua_toboolean(S, idx));
        return;
    case LUA_TTABLE:
        break;
    default:
        lua_pushnil(L);
        return;
    }
    if (lua_rawgetp(L, memo, lua_topointer(S, idx)) == LUA_TTABLE)
        return;
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, memo, lua_topointer(S, idx));
    idx = lua_absindex(S, idx);
    lua_pushnil(S);
    while (lua_next(S, idx)) {
        int key = lua_type(S, -2);
        if ((key == LUA_TSTRING || key == LUA_TNUMBER) && lua_type(S, -1) != LUA_TFUNCTION &&
            !is_list(S)) {
            copy_plain(S, lua_absindex(S, -2), L, memo, 0);
            copy_plain(S, lua_absindex(S, -1), L, memo, depth + 1);
            lua_rawset(L, -3);
        }
        lua_pop(S, 1);
    }
}

/* sandbox:rules() -> the checked rules as plain data. */
static int l_sandbox_rules(lua_State *L)
{
    ipr_sandbox *sb = luaL_checkudata(L, 1, IPR_SANDBOX_CLASS);
    if (!sb->S)
        return 0;
    lua_settop(sb->S, 1);
    lua_settop(L, 1);
    lua_newtable(L);
    copy_plain(sb->S, 1, L, 2, 0);
    return 1;
}

static int l_scorer_fini(lua_State *L)
{
    ipr_scorer *s = luaL_checkudata(L, 1, IPR_SCORER_CLASS);
    if (s->judge.ready) {
        if (s->judge.caller.S) /* a rule file's state may be closed already */
            s->judge.caller.S = s->sandbox ? s->sandbox->S : L;
        ipr_judge_fini(&s->judge);
    }
    ipr_rules_free(s->rules);
    ipr_columns_free(s->columns);
    s->rules = NULL;
    s->columns = NULL;
    return 0;
}

ipr_scorer *ipr_scorer_check(lua_State *L, int arg)
{
    ipr_scorer *s = luaL_checkudata(L, arg, IPR_SCORER_CLASS);
    if (!s->rules)
        luaL_error(L, "the scorer is closed");
    if (s->judge.caller.v)
        luaL_error(L, "the scorer is at work on a listing; its own functions cannot use it");
    if (s->judge.caller.S && !s->sandbox)
        s->judge.caller.S = L; /* functions of a script run where the script runs */
    return s;
}

typedef struct building {
    ipr_scorer *s;
    ipr_err *err;
} building;

/* Protected, in the state that holds the rule set (index 2). */
static int build(lua_State *S)
{
    building *b = lua_touserdata(S, 1);
    lua_settop(S, 2);
    if (ipr_rules_build(S, 2, b->s->rules, b->s->columns, b->err) == IPR_OK)
        b->err->code = IPR_OK;
    return 0;
}

static void build_rules(lua_State *L, ipr_scorer *s, lua_State *S, int set, const char *path)
{
    ipr_err err = {0};
    building b = {s, &err};
    lua_checkstack(S, 8);
    set = lua_absindex(S, set);
    lua_pushcfunction(S, build);
    lua_pushlightuserdata(S, &b);
    lua_pushvalue(S, set);
    if (lua_pcall(S, 2, 0, 0) != LUA_OK) {
        if (S != L)
            lua_settop(S, 1);
        ipr_fail(&err, IPR_ERULE, 0, "the rules need more memory or nesting than they may have");
    }
    if (err.code != IPR_OK)
        ipr_bind_raise(L, &err, path);
}

static ipr_str view_option(lua_State *L, int idx, const char *key)
{
    ipr_str s = {NULL, 0};
    if (lua_getfield(L, idx, key) == LUA_TSTRING)
        s.p = lua_tolstring(L, -1, &s.n); /* the options table lives as long as the scorer */
    lua_pop(L, 1);
    return s;
}

/* lists = { name = userdata … } of the options at idx. */
static void take_lists(lua_State *L, int idx, ipr_scorer *s)
{
    s->lists.currency = view_option(L, idx, "currency");
    s->lists.date = view_option(L, idx, "date");
    if (lua_getfield(L, idx, "lists") == LUA_TTABLE) {
        for (int i = 0; lists[i].name; i++) {
            if (lua_getfield(L, -1, lists[i].name) == LUA_TUSERDATA)
                memcpy((char *)&s->lists + lists[i].at, lua_touserdata(L, -1), sizeof(void *));
            lua_pop(L, 1);
        }
    }
    lua_pop(L, 1);
}

/* columns = { title = "Benennung" }, wanted = { "Colour" } of the options at idx. */
static void take_columns(lua_State *L, int idx, ipr_scorer *s)
{
    ipr_err err = {0};
    if (lua_getfield(L, idx, "columns") == LUA_TTABLE) {
        lua_pushnil(L);
        while (lua_next(L, -2)) {
            ipr_str column = {lua_tostring(L, -2), lua_rawlen(L, -2)};
            ipr_str name = {lua_tostring(L, -1), lua_rawlen(L, -1)};
            if (ipr_columns_map(s->columns, column, name, &err) != IPR_OK)
                ipr_bind_raise(L, &err, NULL);
            lua_pop(L, 1);
        }
    }
    lua_pop(L, 1);
    if (lua_getfield(L, idx, "wanted") == LUA_TTABLE) {
        for (size_t i = 1; i <= lua_rawlen(L, -1); i++) {
            lua_rawgeti(L, -1, (lua_Integer)i);
            ipr_str name = {lua_tostring(L, -1), lua_rawlen(L, -1)};
            if (ipr_columns_want(s->columns, name) < 0)
                luaL_error(L, "more other columns than can be kept; no room for %s", name.p);
            lua_pop(L, 1);
        }
    }
    lua_pop(L, 1);
}

static ipr_str member(lua_State *L, const char *key)
{
    return view_option(L, lua_gettop(L), key);
}

/* exceptions = array of { rule, seller_id | brand | id, until, reason, by }. */
static void take_exceptions(lua_State *L, int idx, ipr_scorer *s)
{
    static const char *const keys[] = {"seller_id", "brand", "id"};
    ipr_err err = {0};
    if (lua_getfield(L, idx, "exceptions") != LUA_TTABLE) {
        lua_pop(L, 1);
        return;
    }
    for (size_t i = 1; i <= lua_rawlen(L, -1); i++) {
        lua_rawgeti(L, -1, (lua_Integer)i);
        ipr_exception e = {.rule = IPR_NONE,
                           .until = member(L, "until"),
                           .reason = member(L, "reason"),
                           .by = member(L, "by")};
        ipr_str rule = member(L, "rule");
        if (!ipr_str_is(rule, "*"))
            e.rule = ipr_rules_find(s->rules, rule);
        for (int k = 0; k < 3 && !e.value.p; k++) {
            e.value = member(L, keys[k]);
            e.key = (ipr_exception_key)k;
        }
        if (e.rule == IPR_NONE && !ipr_str_is(rule, "*"))
            ipr_fail(&err, IPR_ENAME, 0, lua_pushfstring(L, "exceptions: no rule \"%s\"", rule.p));
        if (err.code || ipr_rules_except(s->rules, &e, &err) != IPR_OK)
            ipr_bind_raise(L, &err, NULL);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

/* scorer.new { set = sandbox or checked table, settings =, path =, lists =, columns =, wanted =,
 * exceptions =, currency =, date = } */
static int l_new(lua_State *L)
{
    ipr_err err = {0};
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    ipr_env *env = ipr_bind_env(L);
    ipr_scorer *s = ipr_bind_new(L, sizeof *s, IPR_SCORER_CLASS);
    lua_pushvalue(L, 1);
    lua_setuservalue(L, -2);
    s->env = env;
    s->rules = ipr_rules_new(env);
    s->columns = ipr_columns_new(env);
    if (!s->rules || !s->columns)
        return ipr_bind_nomem(L);
    take_lists(L, 1, s);
    take_columns(L, 1, s);
    lua_getfield(L, 1, "set"); /* index 3 */
    ipr_sandbox *sb = luaL_testudata(L, 3, IPR_SANDBOX_CLASS);
    lua_getfield(L, 1, "path");
    const char *path = lua_tostring(L, -1);
    s->sandbox = sb;
    if (sb)
        lua_settop(sb->S, 1);
    lua_State *S = sb ? sb->S : L;
    build_rules(L, s, S, sb ? 1 : 3, path);
    lua_getfield(L, 1, "settings");
    if (lua_istable(L, -1) && ipr_rules_settle(L, lua_gettop(L), s->rules, &err) != IPR_OK)
        return ipr_bind_raise(L, &err, path);
    take_exceptions(L, 1, s);
    if (ipr_rules_seal(s->rules, &err) != IPR_OK)
        return ipr_bind_raise(L, &err, path);
    s->has_functions = ipr_rules_calls(s->rules) > 0;
    if (ipr_judge_init(&s->judge, s, s->has_functions ? S : NULL, sb ? 1 : 3, sb ? IPR_STEPS : 0) !=
        IPR_OK)
        return ipr_bind_nomem(L);
    lua_settop(L, 2);
    return 1;
}

/* Fills l from the table at idx; texts made of numbers are kept on the stack. */
void ipr_scorer_listing(lua_State *L, int idx, const ipr_scorer *s, ipr_listing *l)
{
    ipr_ranks ranks = {{0}};
    ipr_err err = {0};
    ipr_listing_begin(l, s->columns);
    lua_pushnil(L);
    while (lua_next(L, idx)) {
        luaL_checkstack(L, 6, "too many keys");
        if (lua_type(L, -2) != LUA_TSTRING)
            luaL_error(L, "a listing's keys are texts");
        if (lua_type(L, -1) == LUA_TBOOLEAN) {
            lua_pushstring(L, lua_toboolean(L, -1) ? "true" : "false");
            lua_replace(L, -2);
        }
        ipr_str name = {lua_tostring(L, -2), lua_rawlen(L, -2)}, value;
        bool number = lua_type(L, -1) == LUA_TNUMBER;
        value.p = lua_tolstring(L, -1, &value.n);
        if (!value.p)
            luaL_error(L, "%s is a %s; a listing holds texts, numbers and booleans", name.p,
                       luaL_typename(L, -1));
        size_t good = ipr_utf8_check(value);
        if (good < value.n) {
            lua_pushfstring(L, "%s is not UTF-8", name.p);
            ipr_fail(&err, IPR_EUTF8, good, lua_tostring(L, -1));
            ipr_bind_raise(L, &err, NULL);
        }
        ipr_listing_add(l, s->columns, &ranks, name, value);
        l->price_is_number |= number && l->slot[IPR_COL_PRICE].p == value.p;
        lua_insert(L, -2); /* the value stays, below the key */
    }
    ipr_listing_end(l);
}

void ipr_scorer_push_line(lua_State *L, ipr_scorer *s)
{
    ipr_verdict o = {.form = IPR_FORM_JSONL, .rules = s->rules, .columns = s->columns};
    ipr_buf *b = ipr_bind_buf(L);
    ipr_verdict_put(&o, &s->judge.result, &s->judge.eval, b);
    ipr_bind_pushbuf(L, b);
    lua_remove(L, -2);
}

/* scorer:score(table) -> the verdict as JSON text. */
static int l_score(lua_State *L)
{
    ipr_scorer *s = ipr_scorer_check(L, 1);
    ipr_listing l;
    luaL_checktype(L, 2, LUA_TTABLE);
    lua_settop(L, 2);
    ipr_scorer_listing(L, 2, s, &l);
    ipr_judge_run(&s->judge, &l, true);
    ipr_scorer_push_line(L, s);
    return 1;
}

/* scorer:reads(name): whether a listing's column of that name is looked at. */
static int l_reads(lua_State *L)
{
    ipr_scorer *s = ipr_scorer_check(L, 1);
    lua_pushboolean(L, ipr_columns_reads(s->columns, ipr_bind_checkstr(L, 2)));
    return 1;
}

ipr_feed_options ipr_feed_options_at(lua_State *L, int idx)
{
    ipr_feed_options o = {0};
    ipr_str input = view_option(L, idx, "input");
    o.jsonl = ipr_str_is(input, "jsonl");
    ipr_str delimiter = view_option(L, idx, "delimiter");
    if (delimiter.p && (delimiter.n != 1 || strchr("\"\r\n", *delimiter.p)))
        luaL_error(L, "delimiter is one byte, not a quote or a line end");
    o.delimiter = delimiter.p ? *delimiter.p : ipr_str_is(input, "tsv") ? '\t' : ',';
    lua_getfield(L, idx, "strict");
    o.strict = lua_toboolean(L, -1);
    lua_getfield(L, idx, "block");
    o.block = lua_isnumber(L, -1) ? (size_t)lua_tonumber(L, -1) : 0;
    lua_pop(L, 2);
    return o;
}

typedef struct feed {
    ipr_feed feed;
    ipr_env env;
    ipr_feed_reader reader;
    ipr_block block;
    size_t k;
    bool open;
} feed;

static int l_feed_fini(lua_State *L)
{
    feed *f = luaL_checkudata(L, 1, FEED_CLASS);
    if (f->open) {
        ipr_feed_reader_fini(&f->reader);
        ipr_block_fini(&f->block);
        ipr_feed_close(&f->feed);
        f->open = false;
    }
    return 0;
}

/* scorer:open(path, { input =, strict = }) -> feed; raises. */
static int l_open(lua_State *L)
{
    ipr_err err = {0};
    ipr_scorer *s = ipr_scorer_check(L, 1);
    const char *path = luaL_checkstring(L, 2);
    luaL_checktype(L, 3, LUA_TTABLE);
    lua_settop(L, 3);
    ipr_feed_options o = ipr_feed_options_at(L, 3);
    feed *f = ipr_bind_new(L, sizeof *f, FEED_CLASS);
    lua_pushvalue(L, 1);
    lua_setuservalue(L, -2);
    ipr_env_init(&f->env);
    f->env.limits = s->env->limits;
    if (ipr_feed_open(&f->feed, &f->env, s->columns, path, &o, &err) != IPR_OK)
        return ipr_bind_raise(L, &err, path);
    f->open = true;
    ipr_block_init(&f->block, &f->env);
    if (ipr_feed_reader_init(&f->reader, &f->feed, &f->env) != IPR_OK)
        return ipr_bind_nomem(L);
    return 1;
}

static void push_listing(lua_State *L, const ipr_scorer *s, const ipr_listing *l)
{
    lua_newtable(L);
    for (size_t i = 0; i < l->n; i++) {
        if (!l->slot[i].p)
            continue;
        ipr_bind_pushstr(L, ipr_columns_name(s->columns, i));
        ipr_bind_pushstr(L, l->slot[i]);
        lua_rawset(L, -3);
    }
}

/* feed:next() -> columns (table of texts), verdict (JSON text), line, style in which an ambiguous
 * price is read; nothing at the end. */
static int l_feed_next(lua_State *L)
{
    feed *f = luaL_checkudata(L, 1, FEED_CLASS);
    ipr_err err = {0};
    const ipr_listing *l;
    lua_settop(L, 1);
    if (!f->open)
        return 0;
    lua_getuservalue(L, 1);
    ipr_scorer *s = ipr_scorer_check(L, 2);
    while (f->k >= f->block.count) {
        size_t from;
        if (ipr_feed_take(&f->feed, &f->block, &from, &err) != IPR_OK)
            return ipr_bind_raise(L, &err, NULL);
        if (f->block.n == 0)
            return 0;
        f->k = from;
    }
    if (ipr_feed_listing(&f->feed, &f->reader, &f->block, f->k++, &l) != IPR_OK)
        return ipr_bind_nomem(L);
    push_listing(L, s, l);
    if (l->code == IPR_OK) {
        ipr_judge_run(&s->judge, l, true);
        ipr_scorer_push_line(L, s);
    } else {
        ipr_verdict o = {.form = IPR_FORM_JSONL, .rules = s->rules, .columns = s->columns};
        ipr_buf *b = ipr_bind_buf(L);
        ipr_verdict_error(&o, l, b);
        ipr_bind_pushbuf(L, b);
        lua_remove(L, -2);
    }
    lua_pushinteger(L, (lua_Integer)l->line);
    lua_pushinteger(L, l->price_is_number ? IPR_STYLE_DOT : f->feed.style);
    return 4;
}

static const luaL_Reg feed_methods[] = {
    {"next", l_feed_next}, {"close", l_feed_fini}, {NULL, NULL}};
static const luaL_Reg sandbox_methods[] = {{"rules", l_sandbox_rules}, {NULL, NULL}};
static const luaL_Reg scorer_methods[] = {
    {"score", l_score}, {"explain", ipr_scorer_explain}, {"actions", ipr_scorer_actions},
    {"open", l_open},   {"run", ipr_scorer_run},         {"reads", l_reads},
    {NULL, NULL}};
static const luaL_Reg functions[] = {{"load", l_load}, {"new", l_new}, {NULL, NULL}};

int ipr_open_scorer(lua_State *L)
{
    ipr_bind_class(L, FEED_CLASS, feed_methods, l_feed_fini);
    ipr_bind_class(L, IPR_SANDBOX_CLASS, sandbox_methods, l_sandbox_fini);
    ipr_bind_class(L, IPR_SCORER_CLASS, scorer_methods, l_scorer_fini);
    luaL_newlib(L, functions);
    return 1;
}

int ipr_open_rules(lua_State *L)
{
    lua_newtable(L);
    ipr_rule_primitives(L);
    return 1;
}
