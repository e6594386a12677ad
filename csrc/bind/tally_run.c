/* SPDX-License-Identifier: MIT
 * tally_run.c (bind): tally:run(plans, period, as_of) and calendars. A plan arrives as a table
 * whose steps are kind names; see lua/iprcore/kpis.lua, which checks what people write. */
#include "tally_bind.h"

#include <string.h>

#define CALENDAR_CLASS "iprcore.tally.calendar"
#define PLANS_CLASS "iprcore.tally.plans"

static const char *const measures[] = {"count",    "events",   "stock", "outcome",
                                       "within",   "before",   "after", "where",
                                       "quantile", "distinct", NULL};
static const char *const periods[] = {"year", "quarter", "month", NULL};

typedef struct calendar_box {
    ipr_calendar *c;
} calendar_box;

typedef struct plans_box {
    ipr_env *env;
    ipr_plan *plans;
    ipr_results *results;
    size_t n;
    bool ran;
} plans_box;

static int l_calendar_fini(lua_State *L)
{
    calendar_box *box = lua_touserdata(L, 1);
    ipr_calendar_free(box->c);
    box->c = NULL;
    return 0;
}

static int l_plans_fini(lua_State *L)
{
    plans_box *box = lua_touserdata(L, 1);
    for (size_t i = 0; box->ran && i < box->n; i++)
        ipr_results_fini(box->env, &box->results[i]);
    if (box->env) {
        ipr_free(box->env, box->plans, box->n * sizeof *box->plans);
        ipr_free(box->env, box->results, box->n * sizeof *box->results);
    }
    memset(box, 0, sizeof *box);
    return 0;
}

/* core.tally.calendar(workdays bits, open, close, offset, days off array of days) */
int ipr_tally_l_calendar(lua_State *L)
{
    lua_Integer bits = luaL_checkinteger(L, 1), open = luaL_checkinteger(L, 2);
    lua_Integer close = luaL_checkinteger(L, 3), offset = luaL_checkinteger(L, 4);
    luaL_checktype(L, 5, LUA_TTABLE);
    luaL_argcheck(L, bits > 0 && bits < 128, 1, "at least one working day a week");
    luaL_argcheck(L, open >= 0 && open < close && close <= IPR_DAY_SECONDS, 2, "working hours");
    luaL_argcheck(L, offset > -IPR_DAY_SECONDS && offset < IPR_DAY_SECONDS, 4, "an offset");
    ipr_env *env = ipr_bind_env(L);
    calendar_box *box = ipr_bind_new(L, sizeof *box, CALENDAR_CLASS);
    box->c =
        ipr_calendar_new(env, (unsigned)bits, (uint32_t)open, (uint32_t)close, (int32_t)offset);
    if (!box->c)
        return ipr_bind_nomem(L);
    for (lua_Integer i = 1; lua_rawgeti(L, 5, i) != LUA_TNIL; i++) {
        ipr_calendar_day(box->c, luaL_checkinteger(L, -1), false);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return 1;
}

void ipr_tally_open_calendar(lua_State *L)
{
    ipr_bind_class(L, CALENDAR_CLASS, NULL, l_calendar_fini);
    ipr_bind_class(L, PLANS_CLASS, NULL, l_plans_fini);
}

static int option_of(lua_State *L, const char *const *list, const char *name)
{
    int i = 0;
    while (list[i] && strcmp(list[i], name) != 0)
        i++;
    return list[i] ? i : luaL_error(L, "a plan has no %s", name);
}

static ipr_kind check_kind(lua_State *L, const char *name)
{
    ipr_kind k = ipr_kind_find((ipr_str){name, strlen(name)});
    if (k == IPR_KIND_COUNT)
        luaL_error(L, "no kind of event %s", name);
    return k;
}

/* Field `name` of the plan on top: a list of kinds of one entity, as a mask of steps. */
static unsigned steps_of(lua_State *L, const char *name, ipr_kind *first)
{
    unsigned mask = 0;
    lua_getfield(L, -1, name);
    lua_Integer n = lua_istable(L, -1) ? (lua_Integer)lua_rawlen(L, -1) : 0;
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, -1, i);
        ipr_kind k = check_kind(L, luaL_checkstring(L, -1));
        if (i == 1 && first)
            *first = k;
        mask |= 1u << ipr_kind_info(k)->step;
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return mask;
}

static const char *text_of(lua_State *L, const char *name, const char *otherwise)
{
    lua_getfield(L, -1, name);
    const char *s = luaL_optstring(L, -1, otherwise);
    lua_pop(L, 1);
    return s; /* the plan's table keeps it */
}

static lua_Integer number_of(lua_State *L, const char *name)
{
    lua_getfield(L, -1, name);
    lua_Integer v = luaL_optinteger(L, -1, 0);
    lua_pop(L, 1);
    return v;
}

static void code_place(uint32_t mask, unsigned *shift)
{
    *shift = 0;
    while (!(mask >> *shift & 1))
        ++*shift;
}

/* Index of a coded attribute in IPR_CODE_LIST, -1 if there is none. */
static int code_index(const char *column)
{
    static const char *const names[] = {
#define X(name, shift, bits, values) #name,
        IPR_CODE_LIST(X)
#undef X
            NULL};
    for (int i = 0; names[i]; i++)
        if (!strcmp(names[i], column))
            return i;
    return -1;
}

/* Field `name`: { { column, value, value … } … } as bits of codes. */
static void allow_of(lua_State *L, const char *name, uint16_t *allow)
{
    lua_getfield(L, -1, name);
    lua_Integer n = lua_istable(L, -1) ? (lua_Integer)lua_rawlen(L, -1) : 0;
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, -1, i);
        lua_rawgeti(L, -1, 1);
        const char *column = luaL_checkstring(L, -1);
        int at = code_index(column);
        if (at < 0)
            luaL_error(L, "no coded attribute %s", column);
        lua_Integer values = (lua_Integer)lua_rawlen(L, -2);
        for (lua_Integer k = 2; k <= values; k++) {
            uint32_t mask, code;
            unsigned shift;
            lua_rawgeti(L, -2, k);
            ipr_code_of((ipr_str){column, strlen(column)}, ipr_bind_checkstr(L, -1), &mask, &code);
            code_place(mask, &shift);
            allow[at] = (uint16_t)(allow[at] | 1u << (code >> shift));
            lua_pop(L, 1);
        }
        lua_pop(L, 2);
    }
    lua_pop(L, 1);
}

static unsigned facet_of(lua_State *L)
{
    static const char *const names[] = {"", "place", "party", "parent_place", "parent_party", NULL};
    const char *name = text_of(L, "facet", "");
    int code = code_index(name);
    return code >= 0 ? IPR_FACET_CODES + (unsigned)code : (unsigned)option_of(L, names, name);
}

static ipr_entity parent_of(ipr_entity e)
{
    return e == IPR_ENTITY_counter_notice ? IPR_ENTITY_request
           : e == IPR_ENTITY_brand        ? IPR_ENTITY_member
                                          : IPR_ENTITY_lead;
}

/* The plan in the table on top. */
static void read_plan(lua_State *L, ipr_plan *p)
{
    static const char *const sums[] = {"cases", "count", "amount", NULL};
    ipr_kind first = IPR_KIND_COUNT, other = IPR_KIND_COUNT;
    memset(p, 0, sizeof *p);
    p->measure = (ipr_measure)option_of(L, measures, text_of(L, "measure", "count"));
    p->anchor = steps_of(L, "of", &first);
    if (first == IPR_KIND_COUNT)
        luaL_error(L, "a plan needs the kinds it is of");
    p->entity = ipr_kind_info(first)->entity;
    p->kind = first;
    p->needs = steps_of(L, "needs", NULL);
    p->done = steps_of(L, "done", NULL);
    p->hit = steps_of(L, "hit", &other);
    p->drop = steps_of(L, "drop", NULL);
    p->pause = steps_of(L, "pause", NULL);
    p->resume = steps_of(L, "resume", NULL);
    if (p->measure == IPR_MEASURE_BEFORE || p->measure == IPR_MEASURE_AFTER)
        p->kind = other;
    p->sum = (ipr_sum)option_of(L, sums, text_of(L, "sum", "cases"));
    p->facet = facet_of(L);
    p->parent = parent_of(p->entity);
    p->with_parent = p->entity == IPR_ENTITY_brand;
    p->limit = number_of(L, "limit");
    lua_getfield(L, -1, "sketch");
    p->sketch = lua_toboolean(L, -1);
    lua_pop(L, 1);
    p->permille = (unsigned)number_of(L, "permille");
    allow_of(L, "where", p->allow);
    allow_of(L, "hit_where", p->allow_hit);
    lua_getfield(L, -1, "calendar");
    if (!lua_isnil(L, -1))
        p->calendar = ((calendar_box *)luaL_checkudata(L, -1, CALENDAR_CLASS))->c;
    lua_pop(L, 1);
}

static plans_box *read_plans(lua_State *L, ipr_env *env)
{
    plans_box *box = ipr_bind_new(L, sizeof *box, PLANS_CLASS);
    box->env = env;
    size_t n = lua_rawlen(L, 2);
    box->plans = n ? ipr_calloc(env, n, sizeof *box->plans) : NULL;
    box->results = n ? ipr_calloc(env, n, sizeof *box->results) : NULL;
    box->n = n;
    if (n && (!box->plans || !box->results))
        ipr_bind_nomem(L);
    for (size_t i = 0; i < n; i++) {
        lua_rawgeti(L, 2, (lua_Integer)i + 1);
        luaL_checktype(L, -1, LUA_TTABLE);
        read_plan(L, &box->plans[i]);
        lua_pop(L, 1);
    }
    return box;
}

static void set_number(lua_State *L, const char *name, int64_t v)
{
    lua_pushinteger(L, v);
    lua_setfield(L, -2, name);
}

static void push_results(lua_State *L, const ipr_tally *t, const ipr_plan *plan,
                         const ipr_results *r)
{
    lua_createtable(L, (int)r->n, 2);
    set_number(L, "cases", (int64_t)r->cases);
    set_number(L, "rows", (int64_t)r->rows);
    lua_pushboolean(L, r->covered);
    lua_setfield(L, -2, "covered");
    for (size_t i = 0; i < r->n; i++) {
        lua_createtable(L, 0, 6);
        set_number(L, "period", r->v[i].period);
        ipr_bind_pushstr(L, ipr_tally_facet(t, plan, r->v[i].facet));
        lua_setfield(L, -2, "facet");
        set_number(L, "num", r->v[i].num);
        set_number(L, "den", r->v[i].den);
        set_number(L, "open", r->v[i].open);
        set_number(L, "unknown", r->v[i].unknown);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

/* tally:run(plans, "year"|"quarter"|"month", as_of) -> results by plan, first, last period */
int ipr_tally_l_run(lua_State *L)
{
    const ipr_tally *t = ipr_bind_tally(L, 1);
    luaL_checktype(L, 2, LUA_TTABLE);
    ipr_period period = (ipr_period)luaL_checkoption(L, 3, "year", periods);
    lua_Integer as_of = luaL_checkinteger(L, 4);
    lua_settop(L, 4);
    luaL_checkstack(L, 16, NULL);
    plans_box *box = read_plans(L, ipr_bind_env(L));
    if (ipr_tally_run(t, box->plans, box->n, period, as_of, box->results))
        return ipr_bind_nomem(L);
    box->ran = true;
    lua_createtable(L, (int)box->n, 0);
    for (size_t i = 0; i < box->n; i++) {
        push_results(L, t, &box->plans[i], &box->results[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_pushinteger(L, ipr_tally_period(t, period, as_of));
    return 2;
}

/* tally:covered(kind, period) -> the first and last period with coverage of a kind, or nil */
int ipr_tally_l_covered(lua_State *L)
{
    const ipr_tally *t = ipr_bind_tally(L, 1);
    ipr_kind k = check_kind(L, luaL_checkstring(L, 2));
    ipr_period period = (ipr_period)luaL_checkoption(L, 3, "year", periods);
    int64_t from, until;
    if (!ipr_tally_covered(t, k, &from, &until))
        return 0;
    lua_pushinteger(L, ipr_tally_period(t, period, from));
    lua_pushinteger(L, ipr_tally_period(t, period, until - 1));
    return 2;
}
