/* SPDX-License-Identifier: MIT
 * call.c (bind): calling the functions of a rule set for one listing.
 *
 * One table is reused from listing to listing and holds only the fields that some function has
 * read in an earlier one; a field read for the first time is fetched by __index. It is read-only:
 * new keys are refused, and after the calls what was set is held against what stands there. One
 * protected call runs all functions; only when something threw, each is called again alone, to
 * find which. calls.lua makes the code that sets the fields and calls the functions: from Lua
 * either costs a fraction of what it does from C. */
#include "rules.h"

#include <string.h>

static const char limit_text[] = "the rule took too many steps";

/* Between true and false what S gets is ours: a long description is no work of the rule's. */
static void given(ipr_caller *k, bool begin)
{
    if (k->sandbox)
        k->sandbox->trusted = begin;
}

/* Pushes a text. Lua looks each text up among all of its own; short ones that come again and again
 * (a currency, a category) are had back for less from the table at `texts`, if not 0. */
static void push_text(lua_State *S, ipr_caller *k, int texts, ipr_str s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    if (!texts || s.n == 0 || s.n > IPR_KEPT_MAX) {
        ipr_bind_pushstr(S, s);
        return;
    }
    uint64_t first = s.n < 8 ? ipr_load_rest(p, s.n) : ipr_load8(p);
    uint64_t last = s.n < 8 ? 0 : ipr_load8(p + s.n - 8);
    unsigned place = ipr_hash_mix(first + s.n, last) % IPR_KEPT_ROOM;
    ipr_kept *kept = &k->kept[place];
    bool again = kept->first == first && kept->last == last && kept->n == s.n;
    if (again && kept->there) {
        lua_rawgeti(S, texts, (int)place + 1);
        return;
    }
    ipr_bind_pushstr(S, s);
    if (again) {
        lua_pushvalue(S, -1);
        lua_rawseti(S, texts, (int)place + 1);
    }
    *kept = (ipr_kept){first, last, (uint8_t)s.n, again};
}

/* Pushes the value of a field, nil if missing; says which of the three it is. */
static uint8_t push_value(lua_State *S, ipr_caller *k, int texts, unsigned field)
{
    const ipr_value *value = ipr_eval_get(k->v, field);
    ipr_type type = ipr_field_type(field);
    if (!value->known) {
        lua_pushnil(S);
        return IPR_SET_NIL;
    }
    if (type == IPR_TYPE_BOOL)
        lua_pushboolean(S, value->number > 0);
    else if (type == IPR_TYPE_TEXT || type == IPR_TYPE_SET || type == IPR_TYPE_HASH)
        push_text(S, k, texts, value->text);
    else if (value->number > -1e15 && value->number < 1e15 &&
             value->number == (double)(lua_Integer)value->number)
        lua_pushinteger(S, (lua_Integer)value->number); /* 3 days, not 3.0 */
    else
        lua_pushnumber(S, value->number);
    return type == IPR_TYPE_BOOL && value->number <= 0 ? IPR_SET_FALSE : IPR_SET_TRUE;
}

/* Whether the name at idx is one of those that are set. Lua has a short text once only. */
static bool is_set(lua_State *S, int idx, const ipr_caller *k)
{
    const char *name = lua_tostring(S, idx);
    for (size_t i = 0; name && i < k->set_n; i++)
        if (k->name[i] == name)
            return true;
    return false;
}

/* l.name for a name that the table does not hold: missing, not read before, or no field.
 * Upvalues: where the caller is found as long as it lives, and fields by name. */
static int l_index(lua_State *S)
{
    ipr_caller *k = *(ipr_caller **)lua_touserdata(S, lua_upvalueindex(1));
    if (!k || !k->v)
        return luaL_error(S, "the listing is gone; copy what you need while it is there");
    if (is_set(S, 2, k))
        return 0; /* set to nothing, for it is missing */
    lua_pushvalue(S, 2);
    if (lua_rawget(S, lua_upvalueindex(2)) != LUA_TNUMBER)
        return luaL_error(S, "a listing has no field \"%s\"", luaL_tolstring(S, 2, NULL));
    unsigned field = (unsigned)lua_tointeger(S, -1);
    if (!k->used[field]) {
        k->used[field] = true;
        k->used_list[k->used_n++] = (uint16_t)field;
    }
    given(k, true);
    push_value(S, k, 0, field);
    given(k, false);
    return 1;
}

static int l_newindex(lua_State *S)
{
    return luaL_error(S, "a listing is read-only");
}

static int l_pairs(lua_State *S)
{
    return luaL_error(S, "a listing cannot be gone through; name its fields");
}

int ipr_caller_stop(lua_State *S)
{
    lua_pushlightuserdata(S, (void *)(uintptr_t)limit_text);
    return lua_error(S);
}

static void stop(lua_State *S, lua_Debug *ar)
{
    (void)ar;
    ipr_caller_stop(S);
}

void ipr_caller_watch(lua_State *S, int steps)
{
    lua_sethook(S, steps ? stop : NULL, steps ? LUA_MASKCOUNT : 0, steps);
}

bool ipr_caller_is_limit(lua_State *S, int idx)
{
    return lua_touserdata(S, idx) == (void *)(uintptr_t)limit_text;
}

int ipr_caller_pcall(lua_State *L)
{
    luaL_checkany(L, 1);
    int status = lua_pcall(L, lua_gettop(L) - 1, LUA_MULTRET, 0);
    if (status != LUA_OK && (status == LUA_ERRMEM || ipr_caller_is_limit(L, -1)))
        return lua_error(L);
    lua_pushboolean(L, status == LUA_OK);
    lua_insert(L, 1);
    return lua_gettop(L);
}

static ipr_str keep_says(ipr_caller *k, const char *p, size_t n)
{
    if (n > IPR_SAYS_MAX) {
        n = IPR_SAYS_MAX;
        while (n && ((unsigned char)p[n] & 0xC0) == 0x80)
            n--;
    }
    char *copy = ipr_arena_dup(&k->v->arena, p, n);
    if (!copy)
        k->v->failed = true;
    return (ipr_str){copy, copy ? n : 0};
}

/* The words at idx, if there are any. */
static ipr_str words_at(lua_State *S, int idx, ipr_caller *k)
{
    size_t n;
    const char *p = lua_type(S, idx) == LUA_TSTRING ? lua_tolstring(S, idx, &n) : NULL;
    return p ? keep_says(k, p, n) : (ipr_str){NULL, 0};
}

/* What function `call` answered: the value at idx. */
static void take_answer(lua_State *S, int idx, uint32_t call, ipr_caller *k, ipr_str says)
{
    static const char text[] = "a function answers true, false, nil or a strength in 0 to 1";
    ipr_truth truth = IPR_UNSURE;
    bool bad = false;
    switch (lua_type(S, idx)) {
    case LUA_TBOOLEAN:
        truth = lua_toboolean(S, idx) ? IPR_TRUE : IPR_FALSE;
        break;
    case LUA_TNUMBER:
        truth = ipr_truth_of(lua_tonumber(S, idx), &bad);
        break;
    default:
        bad = !lua_isnil(S, idx);
    }
    if (bad)
        says = (ipr_str){text, sizeof text - 1};
    ipr_score_call(k->r, call, truth, bad, says);
}

/* Upvalues of call_some: what makes pieces (calls.lua), the functions, names of fields by number,
 * the listing, texts that came before, and the pieces made. */
enum { MAKE = 1, FUNCTIONS, NAMES, LISTING, TEXTS, ALL, ALL_WORDS, ONE };

/* Makes the pieces that set the fields read so far and call functions. */
static void make_pieces(lua_State *S, ipr_caller *k)
{
    lua_pushvalue(S, lua_upvalueindex(MAKE));
    lua_createtable(S, (int)k->used_n, 0); /* names of the fields */
    lua_createtable(S, (int)k->used_n, 0); /* whether they are true or false */
    for (size_t i = 0; i < k->used_n; i++) {
        lua_rawgeti(S, lua_upvalueindex(NAMES), k->used_list[i]);
        k->name[i] = lua_tostring(S, -1);
        lua_rawseti(S, -3, (int)i + 1);
        lua_pushboolean(S, ipr_field_type(k->used_list[i]) == IPR_TYPE_BOOL);
        lua_rawseti(S, -2, (int)i + 1);
    }
    lua_call(S, 2, 3);
    for (int i = ONE; i >= ALL; i--)
        lua_replace(S, lua_upvalueindex(i));
    k->set_n = k->used_n;
    k->stale = true;
}

/* Pushes the values of the fields that are set. What is there now and was not in the last listing
 * is set here, for to Lua it would be a new field; so is what the code from calls.lua does not
 * set. */
static int push_values(lua_State *S, ipr_caller *k)
{
    given(k, true);
    for (size_t i = 0; i < k->set_n; i++) {
        uint8_t now = push_value(S, k, lua_upvalueindex(TEXTS), k->used_list[i]);
        if (now != k->there[i] || k->stale) {
            lua_rawgeti(S, lua_upvalueindex(NAMES), k->used_list[i]);
            lua_pushvalue(S, -2);
            lua_rawset(S, lua_upvalueindex(LISTING));
        }
        k->there[i] = now;
    }
    k->stale = false;
    given(k, false);
    return (int)k->set_n;
}

/* Takes the answers that stand from idx to last; those behind a plain false need no look. */
static void take_answers(lua_State *S, int idx, int last, uint32_t first, ipr_caller *k)
{
    for (int i = idx; i <= last; i++) {
        if (lua_toboolean(S, i) || lua_type(S, i) != LUA_TBOOLEAN)
            take_answer(S, i, first + (uint32_t)(i - idx), k, (ipr_str){NULL, 0});
    }
}

/* The same of answers each with its words. */
static void take_worded(lua_State *S, int idx, int last, uint32_t first, ipr_caller *k)
{
    for (int i = idx; i <= last; i += 2)
        take_answer(S, i, first++, k, words_at(S, i + 1, k));
}

/* Calls piece i of `pieces`, whose functions are those from `first` on; gives how many these are.
 */
static uint32_t call_piece(lua_State *S, ipr_caller *k, int pieces, int i, uint32_t first)
{
    int top = lua_gettop(S);
    lua_rawgeti(S, lua_upvalueindex(pieces), i);
    lua_pushvalue(S, lua_upvalueindex(LISTING));
    lua_call(S, 1 + push_values(S, k), LUA_MULTRET);
    int last = lua_gettop(S) - 1;
    if (lua_toboolean(S, last + 1))
        l_newindex(S);
    (pieces == ALL ? take_answers : take_worded)(S, top + 1, last, first, k);
    lua_settop(S, top);
    return (uint32_t)(last - top) / (pieces == ALL ? 1 : 2);
}

enum { EACH = -1, NONE = -2 }; /* instead of a function's number */

/* Protected: calls all functions, or the one that is wanted, or makes what calls them. */
static int call_some(lua_State *S)
{
    ipr_caller *k = lua_touserdata(S, 1);
    luaL_checkstack(S, IPR_FIELD_MAX + 8, NULL);
    if (k->only == NONE) {
        given(k, true);
        make_pieces(S, k);
        return 0;
    }
    if (k->only != EACH) {
        lua_rawgeti(S, lua_upvalueindex(FUNCTIONS), k->only + 1);
        lua_rawseti(S, lua_upvalueindex(FUNCTIONS), 0);
        call_piece(S, k, ONE, 1, (uint32_t)k->only);
        return 0;
    }
    int pieces = k->v->evidence_wanted ? ALL_WORDS : ALL;
    uint32_t done = 0;
    for (int i = 1; done < k->calls; i++)
        done += call_piece(S, k, pieces, i, done);
    return 0;
}

/* Of an error object, as the module's own verbs raise, the message; anything else as it is. */
static int l_message(lua_State *S)
{
    if (lua_type(S, 1) == LUA_TTABLE) {
        lua_pushliteral(S, "message");
        if (lua_rawget(S, 1) == LUA_TSTRING)
            return 1;
    }
    lua_settop(S, 1);
    return 1;
}

/* Calls all functions, or the one that is wanted. */
static int protect(ipr_caller *k, int only)
{
    lua_State *S = k->S;
    int words = only == EACH ? 0 : lua_gettop(S) + 1; /* whose message is read */
    k->only = only;
    if (words)
        lua_pushcfunction(S, l_message);
    lua_rawgeti(S, LUA_REGISTRYINDEX, k->call);
    lua_pushlightuserdata(S, k);
    if (k->sandbox) {
        k->sandbox->work = IPR_WORK;
        k->sandbox->trusted = false; /* memory may have run out in between */
    }
    int status = lua_pcall(S, 1, 0, words);
    k->stale |= status != LUA_OK;
    return status;
}

/* The same, its instructions counted. */
static int protect_counted(ipr_caller *k, int only)
{
    if (k->limit)
        ipr_caller_watch(k->S, k->limit);
    int status = protect(k, only);
    if (k->limit)
        ipr_caller_watch(k->S, 0);
    return status;
}

/* All functions at once; false if one threw, or if they must be counted one by one. */
static bool call_all(ipr_caller *k)
{
    if (!k->watched)
        return protect_counted(k, EACH) == LUA_OK;
    ipr_watch_enter(k->watched, k->S);
    int status = protect(k, EACH);
    return !ipr_watch_leave(k->watched, k->S) && status == LUA_OK;
}

/* The function that failed: its message without a traceback. */
static void take_failure(ipr_caller *k, uint32_t call)
{
    lua_State *S = k->S;
    ipr_str says = {limit_text, sizeof limit_text - 1};
    if (lua_type(S, -1) == LUA_TSTRING) {
        size_t n;
        const char *p = lua_tolstring(S, -1, &n);
        says = keep_says(k, p, n);
    } else if (!ipr_caller_is_limit(S, -1)) {
        says = IPR_STR("the rule raised a value that is no text");
    }
    ipr_score_call(k->r, call, IPR_UNSURE, true, says);
}

/* Has fields set that were read for the first time. Without memory for that they are answered one
 * by one as before. */
static void set_more(ipr_caller *k)
{
    int top = lua_gettop(k->S);
    if (k->tried_n == k->used_n)
        return;
    k->tried_n = k->used_n;
    protect(k, NONE);
    lua_settop(k->S, top);
}

void ipr_caller_run(ipr_caller *k, ipr_eval *v, ipr_result *r)
{
    if (!k->S || !k->calls)
        return;
    int top = lua_gettop(k->S);
    k->v = v;
    k->r = r;
    set_more(k);
    if (!call_all(k)) {
        lua_settop(k->S, top);
        ipr_score_begin(r);
        for (uint32_t i = 0; i < k->calls; i++) {
            if (protect_counted(k, (int)i) != LUA_OK)
                take_failure(k, i);
            lua_settop(k->S, top);
        }
    }
    k->v = NULL;
    k->r = NULL;
}

static void number_field(lua_State *S, int fields, unsigned field, ipr_str name)
{
    ipr_bind_pushstr(S, name);
    lua_pushvalue(S, -1);
    lua_rawseti(S, -3, (int)field);
    lua_pushinteger(S, (lua_Integer)field);
    lua_rawset(S, fields);
}

/* Puts the names of all fields by number into the table at the top, and their numbers by name into
 * the one at `fields`. */
static void number_fields(lua_State *S, const ipr_columns *c, int fields)
{
    for (size_t slot = IPR_COL_COUNT; slot < ipr_columns_slots(c); slot++)
        number_field(S, fields, ipr_field_column(slot), ipr_columns_name(c, slot));
    for (unsigned f = 0; f < IPR_FIELD_COUNT; f++)
        number_field(S, fields, f, (ipr_str){ipr_field_name(f), strlen(ipr_field_name(f))});
}

/* Pushes the listing: fields that are not set are answered by l_index. */
static void make_listing(lua_State *S, int box, int fields)
{
    lua_newtable(S);
    lua_createtable(S, 0, 4);
    lua_pushvalue(S, box);
    lua_pushvalue(S, fields);
    lua_pushcclosure(S, l_index, 2);
    lua_setfield(S, -2, "__index");
    lua_pushcfunction(S, l_newindex);
    lua_setfield(S, -2, "__newindex");
    lua_pushcfunction(S, l_pairs);
    lua_setfield(S, -2, "__pairs");
    lua_pushliteral(S, "listing");
    lua_setfield(S, -2, "__metatable");
    lua_setmetatable(S, -2);
}

/* Protected: keeps what calls the functions, with the listing they are given, in the registry. */
static int prepare(lua_State *S)
{
    enum { K = 1, SET, BOX, FIELDS };
    ipr_caller *k = lua_touserdata(S, K);
    k->box = lua_newuserdata(S, sizeof *k->box);
    *k->box = k;
    lua_createtable(S, 0, IPR_FIELD_COUNT);
    lua_getfield(S, SET, "caller");
    lua_getfield(S, SET, "functions");
    k->calls = (uint32_t)lua_rawlen(S, -1);
    lua_createtable(S, IPR_FIELD_COUNT, 0);
    number_fields(S, k->columns, FIELDS);
    make_listing(S, BOX, FIELDS);
    lua_createtable(S, IPR_KEPT_ROOM, 0);
    lua_pushvalue(S, FIELDS + MAKE);
    lua_newtable(S); /* no field is read yet */
    lua_call(S, 1, 3);
    lua_pushcclosure(S, call_some, ONE);
    k->call = luaL_ref(S, LUA_REGISTRYINDEX);
    return 0;
}

void ipr_caller_fini(ipr_caller *k)
{
    if (k->S) {
        *k->box = NULL; /* a listing that a function kept is gone now */
        luaL_unref(k->S, LUA_REGISTRYINDEX, k->call);
    }
    k->S = NULL;
}

ipr_status ipr_caller_init(ipr_caller *k, lua_State *S, int set, const ipr_columns *c, int limit)
{
    int top = lua_gettop(S);
    memset(k, 0, sizeof *k);
    k->columns = c;
    set = lua_absindex(S, set);
    lua_pushcfunction(S, prepare);
    lua_pushlightuserdata(S, k);
    lua_pushvalue(S, set);
    if (lua_pcall(S, 2, 0, 0) != LUA_OK || !lua_checkstack(S, 20)) {
        lua_settop(S, top);
        return IPR_ENOMEM;
    }
    k->S = S;
    k->limit = limit;
    k->sandbox = limit ? ipr_sandbox_self(S) : NULL; /* a limit: a state of ours */
    return IPR_OK;
}
