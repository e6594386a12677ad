/* SPDX-License-Identifier: MIT
 * build.c (bind): checked rule tables (ruleset.lua) to core rules. Reads plain tables of any
 * lua_State; must run protected, since reading may run out of memory. */
#include "rules.h"

#include <string.h>

typedef struct builder {
    lua_State *L;
    ipr_rules *r;
    ipr_prog *prog;
    ipr_columns *c;
    ipr_err *err;
    int names;      /* stack: rule name -> index */
    int lists;      /* stack: list table -> number of its terms or hashes */
    int groups;     /* stack: group name -> true */
    int leaves;     /* stack: table of a leaf -> its index */
    bool composite; /* the rule being built is one */
} builder;

static ipr_str str_field(lua_State *L, int idx, const char *key)
{
    ipr_str s = {NULL, 0};
    if (lua_getfield(L, idx, key) == LUA_TSTRING)
        s.p = lua_tolstring(L, -1, &s.n); /* anchored by the table it came from */
    lua_pop(L, 1);
    return s;
}

static lua_Number num_field(lua_State *L, int idx, const char *key)
{
    lua_getfield(L, idx, key);
    lua_Number x = lua_tonumber(L, -1);
    lua_pop(L, 1);
    return x;
}

static bool bool_field(lua_State *L, int idx, const char *key)
{
    lua_getfield(L, idx, key);
    bool b = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return b;
}

#define LONGEST                                                                                    \
    ((size_t)1 << 23) /* items of an array; Lua's length of one with holes can be any              \
                       */

/* The length of the array at the top; raises where it is too long. */
static size_t length(lua_State *L)
{
    size_t n = lua_rawlen(L, -1);
    if (n > LONGEST)
        luaL_error(L, "an array of a rule set is too long");
    return n;
}

/* The texts of the array at the top, as views; the array keeps them. */
static ipr_str *texts_at_top(lua_State *L, size_t *n)
{
    *n = length(L);
    ipr_str *t = lua_newuserdata(L, (*n + 1) * sizeof *t);
    for (size_t i = 0; i < *n; i++) {
        lua_rawgeti(L, -2, (lua_Integer)i + 1);
        t[i].p = lua_tolstring(L, -1, &t[i].n);
        lua_pop(L, 1);
    }
    return t; /* leaves the userdata on the stack */
}

static ipr_status say(builder *b, ipr_status code, const char *what, ipr_str name)
{
    const char *m = lua_pushfstring(b->L, "%s \"%s\"", what, name.p ? name.p : "");
    ipr_fail(b->err, code, 0, m);
    lua_pop(b->L, 1);
    return code;
}

/* The values of the list at the top but one, if it has any. */
static bool build_values(builder *b, uint32_t terms)
{
    lua_State *L = b->L;
    bool ok = true;
    if (lua_getfield(L, -3, "values") == LUA_TTABLE) {
        size_t n = length(L);
        double *value = lua_newuserdata(L, (n + 1) * sizeof *value);
        for (size_t i = 0; i < n; i++) {
            lua_rawgeti(L, -2, (lua_Integer)i + 1);
            value[i] = lua_tonumber(L, -1);
            lua_pop(L, 1);
        }
        ok = ipr_prog_values(b->prog, terms, value, n) == IPR_OK;
        lua_pop(L, 1);
        if (!ok)
            ipr_fail(b->err, IPR_ENOMEM, 0, "out of memory");
    }
    lua_pop(L, 1);
    return ok;
}

/* The number of the list in field "list" of the table at idx, compiled at first use. */
static uint32_t list_number(builder *b, int idx, bool hashes)
{
    lua_State *L = b->L;
    lua_getfield(L, idx, "list");
    lua_pushvalue(L, -1);
    if (lua_rawget(L, b->lists) == LUA_TNUMBER) {
        uint32_t k = (uint32_t)lua_tointeger(L, -1);
        lua_pop(L, 2);
        return k;
    }
    lua_pop(L, 1);
    size_t n;
    lua_getfield(L, -1, "terms");
    ipr_str *terms = texts_at_top(L, &n);
    uint32_t k = hashes ? ipr_prog_hashes(b->prog, terms, n, b->err)
                        : ipr_prog_terms(b->prog, terms, n, b->err);
    if (k != UINT32_MAX && !hashes && !build_values(b, k))
        k = UINT32_MAX;
    if (k == UINT32_MAX && b->err->code == IPR_ELIST && b->err->offset < n)
        say(b, IPR_ELIST,
            "a list holds a term without letters or digits, or too long:", terms[b->err->offset]);
    lua_pop(L, 2);
    lua_pushinteger(L, (lua_Integer)k);
    lua_rawset(L, b->lists);
    return k;
}

static bool said_leaf(builder *b, int idx, ipr_leaf *leaf)
{
    lua_State *L = b->L;
    ipr_str name = str_field(L, idx, "name");
    bool fired = leaf->op == IPR_OP_FIRED;
    if (!b->composite) {
        say(b, IPR_ERULE, "only a composite can ask what others said: L.fired or L.group", name);
        return false;
    }
    lua_getfield(L, idx, "name");
    lua_rawget(L, fired ? b->names : b->groups);
    bool known = !lua_isnil(L, -1);
    leaf->arg = fired ? (uint32_t)lua_tointeger(L, -1) : ipr_rules_group(b->r, name);
    lua_pop(L, 1);
    if (!known)
        say(b, IPR_ENAME, fired ? "there is no rule" : "there is no group", name);
    return known && leaf->arg != IPR_NONE;
}

static ipr_op op_of(ipr_str name)
{
    static const struct {
        const char *name;
        ipr_op op;
    } ops[] = {
        {"truth", IPR_OP_TRUTH},       {"present", IPR_OP_PRESENT}, {"missing", IPR_OP_MISSING},
        {"below", IPR_OP_BELOW},       {"at_most", IPR_OP_AT_MOST}, {"at_least", IPR_OP_AT_LEAST},
        {"above", IPR_OP_ABOVE},       {"between", IPR_OP_BETWEEN}, {"equals", IPR_OP_EQUALS},
        {"ramp", IPR_OP_RAMP},         {"is", IPR_OP_IS},           {"is_any", IPR_OP_IS_ANY},
        {"contains", IPR_OP_CONTAINS}, {"has", IPR_OP_HAS},         {"starts", IPR_OP_STARTS},
        {"ends", IPR_OP_ENDS},         {"before", IPR_OP_BEFORE},   {"after", IPR_OP_AFTER},
        {"near", IPR_OP_NEAR},         {"reveals", IPR_OP_REVEALS}, {"names", IPR_OP_NAMES},
        {"has_char", IPR_OP_HAS_CHAR}, {"fired", IPR_OP_FIRED},     {"group", IPR_OP_GROUP},
        {"call", IPR_OP_CALL},         {"all", IPR_OP_ALL},         {"any", IPR_OP_ANY},
        {"none", IPR_OP_NOT}};
    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++) {
        if (ipr_str_is(name, ops[i].name))
            return ops[i].op;
    }
    return IPR_OP_COUNT;
}

static ipr_part part_of(ipr_str name)
{
    static const char *const parts[] = {"value", "raw",    "leet",  "skeleton", "joined",
                                        "words", "length", "count", "most"};
    for (int i = 0; i < 9; i++) {
        if (ipr_str_is(name, parts[i]))
            return (ipr_part)i;
    }
    return IPR_PART_VALUE;
}

/* The field of another column. */
static bool find_column(builder *b, ipr_str name, unsigned *field)
{
    int slot = ipr_columns_want(b->c, name);
    if (slot < 0)
        say(b, IPR_ELIMIT, "more other columns than can be kept; no room for", name);
    else
        *field = ipr_field_column((size_t)slot);
    return slot >= 0;
}

/* Fills leaf from the table at idx; what it refers to stays on the stack. */
static bool read_leaf(builder *b, int idx, ipr_op op, ipr_leaf *leaf)
{
    lua_State *L = b->L;
    *leaf = (ipr_leaf){.op = op,
                       .part = part_of(str_field(L, idx, "part")),
                       .of = part_of(str_field(L, idx, "of")),
                       .field = (unsigned)num_field(L, idx, "field"),
                       .a = num_field(L, idx, "a"),
                       .b = num_field(L, idx, "b"),
                       .arg = (uint32_t)num_field(L, idx, "arg")};
    ipr_str column = str_field(L, idx, "column"), other = str_field(L, idx, "other_column");
    if ((op == IPR_OP_FIRED || op == IPR_OP_GROUP) && !said_leaf(b, idx, leaf))
        return false;
    if ((column.p && !find_column(b, column, &leaf->field)) ||
        (other.p && !find_column(b, other, &leaf->arg)))
        return false;
    bool listed = lua_getfield(L, idx, "list") == LUA_TTABLE;
    bool whole = op == IPR_OP_IS_ANY || op == IPR_OP_CONTAINS || op == IPR_OP_STARTS ||
                 op == IPR_OP_ENDS; /* compare with the list's terms as texts */
    if (listed && !whole) {
        leaf->arg = list_number(b, idx, bool_field(L, idx, "hashes"));
        if (leaf->arg == UINT32_MAX)
            return false;
    }
    if (listed && whole)
        lua_getfield(L, -1, "terms");
    else
        lua_getfield(L, idx, "texts");
    if (lua_istable(L, -1))
        leaf->texts = texts_at_top(L, &leaf->n);
    return true;
}

static uint32_t new_leaf(builder *b, int idx, ipr_op op)
{
    lua_State *L = b->L;
    ipr_leaf leaf, per;
    int top = lua_gettop(L);
    if (!read_leaf(b, idx, op, &leaf))
        return UINT32_MAX;
    if (lua_getfield(L, idx, "per") == LUA_TTABLE) {
        if (!read_leaf(b, lua_gettop(L), IPR_OP_PER, &per))
            return UINT32_MAX;
        leaf.per = &per;
    }
    uint32_t at = ipr_cond_leaf(b->prog, &leaf, b->err);
    lua_settop(L, top);
    return at;
}

/* The leaf at idx, which may stand in other conditions too. What others said is asked anew. */
static uint32_t build_leaf(builder *b, int idx, ipr_op op)
{
    lua_State *L = b->L;
    if (op == IPR_OP_FIRED || op == IPR_OP_GROUP)
        return new_leaf(b, idx, op);
    lua_pushvalue(L, idx);
    if (lua_rawget(L, b->leaves) == LUA_TNUMBER) {
        uint32_t at = (uint32_t)lua_tointeger(L, -1);
        lua_pop(L, 1);
        return ipr_cond_again(b->prog, at, b->err);
    }
    lua_pop(L, 1);
    uint32_t at = new_leaf(b, idx, op);
    lua_pushvalue(L, idx);
    lua_pushinteger(L, (lua_Integer)at);
    lua_rawset(L, b->leaves);
    return at;
}

/* The condition tree at idx; its index, or UINT32_MAX with err filled. */
static uint32_t build_tree(builder *b, int idx)
{
    lua_State *L = b->L;
    ipr_op op = op_of(str_field(L, idx, "op"));
    luaL_checkstack(L, 16, "conditions are nested too deep");
    if (op != IPR_OP_ALL && op != IPR_OP_ANY && op != IPR_OP_NOT)
        return build_leaf(b, idx, op);
    uint32_t at = ipr_cond_open(b->prog, op, b->err);
    if (at != UINT32_MAX && bool_field(L, idx, "chain"))
        ipr_cond_chain(b->prog, at);
    lua_getfield(L, idx, "parts");
    size_t n = length(L);
    for (size_t i = 1; at != UINT32_MAX && i <= n; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i);
        if (build_tree(b, lua_gettop(L)) == UINT32_MAX)
            at = UINT32_MAX;
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    if (at != UINT32_MAX && ipr_cond_close(b->prog, at, b->err) != IPR_OK)
        return UINT32_MAX;
    return at;
}

static ipr_status build_rule(builder *b, int idx)
{
    lua_State *L = b->L;
    ipr_rule rule = {.name = str_field(L, idx, "name"),
                     .description = str_field(L, idx, "description"),
                     .open = str_field(L, idx, "public"),
                     .force_name = str_field(L, idx, "force"),
                     .weight = (int64_t)num_field(L, idx, "weight"),
                     .line = (size_t)num_field(L, idx, "line"),
                     .allow = bool_field(L, idx, "allow"),
                     .composite = bool_field(L, idx, "composite"),
                     .suspects = ipr_suspects_find(str_field(L, idx, "suspects")),
                     .unless = IPR_NONE};
    b->composite = rule.composite;
    rule.group = ipr_rules_group(b->r, str_field(L, idx, "group"));
    if (rule.group == IPR_NONE)
        return ipr_fail(b->err, IPR_ENOMEM, 0, "out of memory");
    b->err->code = IPR_OK;
    lua_getfield(L, idx, "when");
    rule.when = build_tree(b, lua_gettop(L));
    lua_pop(L, 1);
    bool failed = rule.when == UINT32_MAX;
    if (!failed && lua_getfield(L, idx, "unless") == LUA_TTABLE) {
        rule.unless = build_tree(b, lua_gettop(L));
        failed = rule.unless == UINT32_MAX;
    }
    lua_settop(L, idx);
    if (failed) {
        const char *m = lua_pushfstring(L, "rule \"%s\": %s", rule.name.p, b->err->message);
        ipr_fail(b->err, b->err->code, 0, m);
        lua_pop(L, 1);
        return b->err->code;
    }
    return ipr_rules_add(b->r, &rule, b->err);
}

/* Fills the tables of names and groups of all rules. */
static void index_names(builder *b, int rules, size_t n)
{
    lua_State *L = b->L;
    for (size_t i = 0; i < n; i++) {
        lua_rawgeti(L, rules, (lua_Integer)i + 1);
        lua_getfield(L, -1, "name");
        lua_pushinteger(L, (lua_Integer)i);
        lua_rawset(L, b->names);
        lua_getfield(L, -1, "group");
        lua_pushboolean(L, 1);
        lua_rawset(L, b->groups);
        lua_pop(L, 1);
    }
}

ipr_status ipr_rules_build(lua_State *L, int idx, ipr_rules *r, ipr_columns *c, ipr_err *err)
{
    ipr_status s = IPR_OK;
    luaL_checkstack(L, 24, "too deep");
    int top = lua_gettop(L);
    for (int i = 0; i < 4; i++)
        lua_newtable(L);
    builder b = {.L = L,
                 .r = r,
                 .prog = ipr_rules_prog(r),
                 .c = c,
                 .err = err,
                 .names = top + 1,
                 .lists = top + 2,
                 .groups = top + 3,
                 .leaves = top + 4};
    lua_getfield(L, idx, "rules");
    int rules = lua_gettop(L);
    size_t n = lua_rawlen(L, rules);
    index_names(&b, rules, n);
    for (size_t i = 1; s == IPR_OK && i <= n; i++) {
        lua_rawgeti(L, rules, (lua_Integer)i);
        s = build_rule(&b, lua_gettop(L));
        if (s != IPR_OK && lua_istable(L, rules + 1))
            err->line = (size_t)num_field(L, rules + 1, "line");
        lua_settop(L, rules);
    }
    if (s == IPR_OK)
        s = ipr_rules_settle(L, idx, r, err);
    lua_getfield(L, idx, "functions");
    ipr_rules_functions(r, (uint32_t)lua_rawlen(L, -1));
    lua_settop(L, top);
    return s;
}

static ipr_status settle_actions(lua_State *L, ipr_rules *r, ipr_err *err)
{
    ipr_status s = IPR_OK;
    size_t n = lua_rawlen(L, -1), groups;
    ipr_rules_no_actions(r);
    for (size_t i = 1; s == IPR_OK && i <= n; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i);
        int at = lua_gettop(L);
        ipr_action a = {.name = str_field(L, at, "name"),
                        .at = (int64_t)num_field(L, at, "at"),
                        .groups = (uint32_t)num_field(L, at, "groups")};
        lua_getfield(L, at, "one_of");
        ipr_str *one_of = texts_at_top(L, &groups);
        s = ipr_rules_action(r, &a, one_of, groups, err);
        lua_settop(L, at - 1);
    }
    return s;
}

/* Calls `each` for the tables of the array in field key. */
static ipr_status settle_each(lua_State *L, int idx, const char *key, ipr_rules *r, ipr_err *err,
                              ipr_status (*each)(lua_State *, int, ipr_rules *, ipr_err *))
{
    ipr_status s = IPR_OK;
    lua_getfield(L, idx, key);
    size_t n = lua_istable(L, -1) ? lua_rawlen(L, -1) : 0;
    for (size_t i = 1; s == IPR_OK && i <= n; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i);
        s = each(L, lua_gettop(L), r, err);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return s;
}

static ipr_status settle_group(lua_State *L, int at, ipr_rules *r, ipr_err *err)
{
    uint32_t g = ipr_rules_group(r, str_field(L, at, "name"));
    if (g == IPR_NONE)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    if (lua_getfield(L, at, "max") == LUA_TNUMBER)
        ipr_rules_cap(r, g, (int64_t)lua_tonumber(L, -1));
    lua_pop(L, 1);
    return IPR_OK;
}

static ipr_status settle_weight(lua_State *L, int at, ipr_rules *r, ipr_err *err)
{
    return ipr_rules_weight(r, str_field(L, at, "name"), (int64_t)num_field(L, at, "weight"), err);
}

ipr_status ipr_rules_settle(lua_State *L, int idx, ipr_rules *r, ipr_err *err)
{
    ipr_status s = IPR_OK;
    if (lua_getfield(L, idx, "actions") == LUA_TTABLE)
        s = settle_actions(L, r, err);
    lua_pop(L, 1);
    if (s == IPR_OK)
        s = settle_each(L, idx, "groups", r, err, settle_group);
    if (s == IPR_OK)
        s = settle_each(L, idx, "weights", r, err, settle_weight);
    if (lua_getfield(L, idx, "max_score") == LUA_TNUMBER)
        ipr_rules_ceiling(r, (int64_t)lua_tonumber(L, -1));
    lua_pop(L, 1);
    ipr_str on_error = str_field(L, idx, "on_error");
    if (on_error.p && s == IPR_OK && !ipr_rules_on_error(r, on_error))
        s = ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    return s;
}
