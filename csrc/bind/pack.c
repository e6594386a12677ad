/* SPDX-License-Identifier: MIT
 * pack.c (bind): packs of the metric parser, built from Lua.
 *
 * builder:begin(pairs), :add(list, role, value, forms), :currency(list, code, forms),
 * :home(list, code, forms), :unit(list, unit, subunit, forms), :concept(list, id, group, forms),
 * :row(table), :seal() -> pack. A list is phrases joined by "|"; forms makes phrases of one with
 * a star or a tilde.
 */
#include "metric_bind.h"

#include <string.h>

typedef void (*apply_fn)(ipr_entry *e, const void *ud);

static bool add_phrase(ipr_pack *pack, ipr_str phrase, apply_fn apply, const void *ud)
{
    ipr_entry *e = ipr_pack_entry(pack, phrase);
    if (e)
        apply(e, ud);
    return e != NULL;
}

/* What is done to the entries of a list, and the argument that holds the pack's function of
 * forms, if it has one. */
typedef struct each {
    apply_fn apply;
    const void *ud;
    int forms;
    ipr_buf *other; /* scratch */
} each;

/* Where the star or tilde stands in a phrase, behind its first byte; 0 if there is none. */
static size_t mark_in(ipr_str phrase)
{
    for (size_t i = 1; i < phrase.n; i++)
        if (phrase.p[i] == '*' || phrase.p[i] == '~')
            return i;
    return 0;
}

/* Pushes the list that the function makes of the phrase up to its mark, each with the rest
 * of the phrase: "act~ on" is "act on|acts on|acted on|acting on". */
static ipr_str push_forms(lua_State *L, int function, ipr_str phrase, size_t mark)
{
    lua_pushvalue(L, function);
    lua_pushlstring(L, phrase.p, mark + 1);
    lua_call(L, 1, 1);
    if (mark + 1 < phrase.n) {
        const char *list = luaL_checkstring(L, -1);
        lua_pushlstring(L, phrase.p + mark + 1, phrase.n - mark - 1);
        lua_pushfstring(L, "%s|", lua_tostring(L, -1));
        luaL_gsub(L, list, "|", lua_tostring(L, -1));
        lua_replace(L, -4);
        lua_pop(L, 1);
        lua_concat(L, 2);
    }
    return ipr_bind_checkstr(L, -1);
}

/* Adds the phrases of a "|" list. With forms, a phrase with a star or a tilde stands for those
 * that the function makes of it. Phrases are also added in their other characters. */
static int add_list(lua_State *L, const each *e, ipr_str list, bool forms)
{
    pack_box *box = check_pack(L);
    for (size_t i = 0; i <= list.n;) {
        const char *bar = i < list.n ? memchr(list.p + i, '|', list.n - i) : NULL;
        size_t end = bar ? (size_t)(bar - list.p) : list.n;
        ipr_str phrase = ipr_str_trim((ipr_str){list.p + i, end - i});
        i = end + 1;
        if (!phrase.n)
            continue;
        size_t mark = forms ? mark_in(phrase) : 0;
        if (mark) {
            int failed = add_list(L, e, push_forms(L, e->forms, phrase, mark), false);
            if (failed)
                return failed;
            lua_pop(L, 1);
            continue;
        }
        if (!add_phrase(&box->pack, phrase, e->apply, e->ud))
            return ipr_bind_nomem(L);
        if (ipr_pack_other(&box->pack, phrase, e->other) &&
            !add_phrase(&box->pack, ipr_buf_str(e->other), e->apply, e->ud))
            return ipr_bind_nomem(L);
    }
    return 0;
}

/* Adds the list at argument 2. */
static int each_phrase(lua_State *L, int forms, apply_fn apply, const void *ud)
{
    each e = {apply, ud, forms, ipr_bind_buf(L)};
    ipr_str list = ipr_bind_checkstr(L, 2);
    luaL_argcheck(L, !check_pack(L)->pack.sealed, 1, "a sealed pack cannot change");
    bool has = !lua_isnoneornil(L, forms);
    if (has)
        luaL_checktype(L, forms, LUA_TFUNCTION);
    return add_list(L, &e, list, has);
}

/* Names beside the roles; "plain" only keeps a phrase's words from being read one by one. */
static const struct {
    const char *name;
    int role;
    uint16_t also;
} others[] = {{"plain", -1, 0},
              {"era", -1, 0},
              {"measure", -1, IPR_ALSO_MEASURE},
              {"defines", -1, IPR_ALSO_DEFINES},
              {"kind", -1, IPR_ALSO_KIND},
              {"tells", -1, IPR_ALSO_TELLS},
              {"asks", -1, IPR_ALSO_ASKS},
              {"local", -1, IPR_ALSO_LOCAL},
              {"adverb", IPR_R_DET, IPR_ALSO_ADVERB},
              {"plural", -1, IPR_ALSO_PLURAL},
              {"person", -1, IPR_ALSO_PERSON},
              {"bounds", -1, IPR_ALSO_BOUNDS},
              {"further", IPR_R_DET, IPR_ALSO_FURTHER},
              {"relative_month", IPR_R_RELATIVE, IPR_ALSO_MONTH},
              {"relative_day", IPR_R_RELATIVE, IPR_ALSO_DAY}};

typedef struct role_value {
    int role; /* -1: only `also` */
    uint16_t also;
    double value;
} role_value;

static void apply_role(ipr_entry *e, const void *ud)
{
    const role_value *v = ud;
    e->also |= v->also;
    if (v->role >= 0)
        e->roles |= (uint64_t)1 << v->role;
    switch (v->role) {
    case IPR_R_SCALE:
        e->scale = (int8_t)v->value;
        break;
    case IPR_R_MONTH:
    case IPR_R_TIMEMARK:
    case IPR_R_HALF:
    case IPR_R_QUARTER:
    case IPR_R_MONTHS:
    case IPR_R_RELATIVE:
        e->time = (int8_t)v->value;
        break;
    default:
        if (v->value != 0)
            e->number = v->value;
    }
}

/* builder:begin(pairs): begins a pack. Phrases added from now on are also written with these
 * pairs of characters changed, and nouns are those of this pack. */
static int l_begin(lua_State *L)
{
    pack_box *box = check_pack(L);
    luaL_argcheck(L, !box->pack.sealed, 1, "a sealed pack cannot change");
    ipr_status st = ipr_pack_variants(&box->pack, ipr_bind_checkstr(L, 2));
    if (st == IPR_ENOMEM)
        return ipr_bind_nomem(L);
    luaL_argcheck(L, st == IPR_OK, 2, "variants are pairs of characters");
    for (size_t i = 0; i < box->pack.entry_n; i++)
        box->pack.entries[i].also &= (uint16_t)~IPR_ALSO_NOUN;
    return 0;
}

/* builder:add(list, role, value, forms) */
static int l_add(lua_State *L)
{
    ipr_str name = ipr_bind_checkstr(L, 3);
    role_value v = {ipr_role_find(name), 0, luaL_optnumber(L, 4, 0)};
    bool known = v.role >= 0;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (ipr_str_is(name, others[i].name)) {
            v.role = others[i].role;
            v.also = others[i].also;
            known = true;
        }
    if (!known)
        return luaL_error(L, "no role \"%s\"", name.p);
    return each_phrase(L, 5, apply_role, &v);
}

static void apply_currency(ipr_entry *e, const void *ud)
{
    e->roles |= IPR_ROLE(CURRENCY);
    e->currency = *(const uint32_t *)ud;
}

static void apply_home(ipr_entry *e, const void *ud)
{
    e->also |= IPR_ALSO_HOME;
    e->currency = *(const uint32_t *)ud;
}

static int add_currency(lua_State *L, apply_fn apply)
{
    ipr_str code = ipr_bind_checkstr(L, 3);
    luaL_argcheck(L, code.n == 3, 3, "a currency code has three letters");
    uint32_t packed =
        (uint32_t)(uint8_t)code.p[0] << 16 | (uint32_t)(uint8_t)code.p[1] << 8 | (uint8_t)code.p[2];
    return each_phrase(L, 4, apply, &packed);
}

static int l_currency(lua_State *L)
{
    return add_currency(L, apply_currency);
}

/* builder:home(list, code, forms): a text with these phrases means this currency where it
 * names one that is local. */
static int l_home(lua_State *L)
{
    return add_currency(L, apply_home);
}

static void apply_unit(ipr_entry *e, const void *ud)
{
    const int *u = ud;
    e->roles |= IPR_ROLE(UNIT);
    e->unit = (uint8_t)u[0];
    e->sub = (uint8_t)u[1];
}

static int l_unit(lua_State *L)
{
    int u[2] = {ipr_unit_find(ipr_bind_checkstr(L, 3)), ipr_subunit_find(ipr_bind_checkstr(L, 4))};
    luaL_argcheck(L, u[0] >= 0, 3, "no such unit");
    luaL_argcheck(L, u[1] >= 0, 4, "no such subunit");
    return each_phrase(L, 5, apply_unit, u);
}

typedef struct concept {
    unsigned id;
    int group; /* in GROUPS */
}
concept;

static const char *const GROUPS[] = {"nouns", "marks", "verbs", NULL};

/* A phrase of the verbs is a verb, unless it is a noun too. */
static void apply_concept(ipr_entry *e, const void *ud)
{
    const concept *c = ud;
    ipr_set_add(&e->concepts, c->id);
    if (c->group == 0)
        e->also |= IPR_ALSO_NOUN;
    else if (c->group == 2 && !(e->also & IPR_ALSO_NOUN))
        e->roles |= IPR_ROLE(VERB);
}

/* builder:concept(list, id, group, forms) */
static int l_concept(lua_State *L)
{
    lua_Integer id = luaL_checkinteger(L, 3);
    luaL_argcheck(L, id >= 0 && id < IPR_CONCEPT_MAX, 3, "more concepts than a pack holds");
    concept c = {(unsigned)id, luaL_checkoption(L, 4, NULL, GROUPS)};
    return each_phrase(L, 5, apply_concept, &c);
}

static void read_set(lua_State *L, const char *field, ipr_set *set)
{
    if (lua_getfield(L, 2, field) == LUA_TTABLE) {
        lua_Integer n = (lua_Integer)lua_rawlen(L, -1);
        for (lua_Integer i = 1; i <= n; i++) {
            lua_rawgeti(L, -1, i);
            lua_Integer id = lua_tointeger(L, -1);
            if (id >= 0 && id < IPR_CONCEPT_MAX)
                ipr_set_add(set, (unsigned)id);
            lua_pop(L, 1);
        }
    }
    lua_pop(L, 1);
}

static uint32_t read_units(lua_State *L)
{
    uint32_t units = 0;
    lua_getfield(L, 2, "units");
    luaL_checktype(L, -1, LUA_TTABLE);
    lua_Integer n = (lua_Integer)lua_rawlen(L, -1);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, -1, i);
        int u = ipr_unit_find(ipr_bind_checkstr(L, -1));
        if (u < 0)
            return (uint32_t)luaL_error(L, "no unit \"%s\"", lua_tostring(L, -1));
        units |= 1u << u;
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return units;
}

/* builder:row{ key, units, level, place, weight, most, heads, deed, verbs, with, near, topic,
 * without, facet }, the lists of concept ids; key "" is that of figures without a key. */
static int l_row(lua_State *L)
{
    pack_box *box = check_pack(L);
    luaL_checktype(L, 2, LUA_TTABLE);
    luaL_argcheck(L, !box->pack.sealed, 1, "a sealed pack cannot change");
    uint32_t units = read_units(L);
    lua_getfield(L, 2, "key");
    ipr_key_row *r = ipr_pack_row(&box->pack, ipr_bind_checkstr(L, -1));
    if (!r)
        return ipr_bind_nomem(L);
    r->units = units;
    read_set(L, "heads", &r->heads);
    read_set(L, "verbs", &r->verbs);
    read_set(L, "with", &r->with);
    read_set(L, "near", &r->near);
    read_set(L, "topic", &r->topic);
    read_set(L, "deed", &r->deed);
    read_set(L, "without", &r->without);
    read_set(L, "facet", &r->facet);
    r->share = !ipr_set_empty(&r->facet);
    lua_getfield(L, 2, "level");
    r->level = lua_toboolean(L, -1);
    lua_getfield(L, 2, "place");
    r->place = lua_toboolean(L, -1);
    lua_getfield(L, 2, "weight");
    r->weight = (int16_t)luaL_optinteger(L, -1, 0);
    lua_getfield(L, 2, "most");
    r->most = luaL_optnumber(L, -1, 0);
    return 0;
}

static int l_seal(lua_State *L)
{
    pack_box *box = check_pack(L);
    ipr_status st = ipr_pack_seal(&box->pack);
    if (st == IPR_ELIMIT)
        return luaL_error(L, "more than 65,535 openings of phrases, or endings past their limit");
    if (st)
        return ipr_bind_nomem(L);
    lua_settop(L, 1);
    return 1;
}

const luaL_Reg ipr_pack_methods[] = {{"begin", l_begin}, {"add", l_add},   {"currency", l_currency},
                                     {"home", l_home},   {"unit", l_unit}, {"concept", l_concept},
                                     {"row", l_row},     {"seal", l_seal}, {NULL, NULL}};
