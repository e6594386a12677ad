/* SPDX-License-Identifier: MIT
 * embed.c: the module as a guest: many states in one process, closed in any order, verbs in
 * coroutines, a full collection at every new object, a thousand times loaded and unloaded.
 *
 * usage: embed LUA_FOLDER STORIES.lua [STRIDE]; see state.h for the stories. With STRIDE n a
 * collection comes at every n-th new object. The last line is "N passed, N failed".
 */
#include "state.h"
#include "../test/faults.h"

#include <fcntl.h>
#include <unistd.h>

static int passed, failed;

static void report(const char *what, bool ok)
{
    if (!ok)
        printf("FAILED %s\n", what);
    ok ? passed++ : failed++;
}

/* Refuses a new Lua object's memory the first time it is asked for, so that Lua collects all it
 * can and asks again. */
typedef struct strained {
    faults f;
    size_t stride, objects;
    bool again; /* the request is Lua's second */
} strained;

static void *strained_alloc(void *ud, void *p, size_t osize, size_t nsize)
{
    strained *s = ud;
    bool object = !p && osize != 0 && nsize != 0; /* osize is then the kind of object */
    if (object) { /* what the collection in between frees is no request */
        s->again = !s->again && s->stride && ++s->objects % s->stride == 0;
        if (s->again)
            return NULL;
    }
    return faults_alloc(&s->f, p, osize, nsize);
}

/* Calls what is at the top; its answer, or NULL with a message printed. */
static const char *answer(lua_State *L, const char *name)
{
    if (lua_pcall(L, 0, 1, 0) || !lua_isstring(L, -1)) {
        printf("  %s: %s\n", name, luaL_tolstring(L, -1, NULL));
        return NULL;
    }
    return lua_tostring(L, -1);
}

/* function(f) return coroutine.wrap(f)() end: each verb in a coroutine of its own. */
static void push_wrapped(lua_State *L)
{
    if (luaL_dostring(L, "local f = ... return function(g) return function() "
                         "return coroutine.wrap(g)() end end"))
        lua_error(L);
    lua_insert(L, -2);
    lua_call(L, 1, 1);
}

/* One story: made and called plainly, then with a collection at new objects, then in a
 * coroutine that ends; always the same answer, and nothing left when the state closes. */
static bool run_story(lua_Integer i, size_t stride)
{
    strained s = {.stride = 0};
    lua_State *L = new_state(strained_alloc, &s);
    push_story(L, i);
    char *name = strdup(lua_tostring(L, -2));
    bool ok = lua_pcall(L, 0, 1, 0) == LUA_OK; /* the verb */
    lua_pushvalue(L, -1);
    const char *plain = ok ? answer(L, name) : NULL;
    lua_pushvalue(L, -2);
    s.stride = stride;
    const char *collected = plain ? answer(L, name) : NULL;
    s.stride = 0;
    if (plain)
        lua_pushvalue(L, -3), push_wrapped(L);
    const char *wrapped = plain ? answer(L, name) : NULL;
    ok = wrapped && collected && !strcmp(plain, collected) && !strcmp(plain, wrapped);
    lua_close(L);
    ok = ok && !s.f.blocks && !s.f.wrong;
    if (!ok)
        printf("FAILED %s: %zu blocks left\n", name, s.f.blocks);
    free(name);
    return ok;
}

#define STATES 4

/* Stories in several states, a turn each, and the states closed in the order they were not
 * made in. */
static bool several_states(lua_Integer n)
{
    static const int order[STATES] = {2, 0, 3, 1};
    faults f[STATES];
    lua_State *L[STATES];
    bool ok = true;
    memset(f, 0, sizeof f);
    for (int k = 0; k < STATES; k++)
        L[k] = new_state(faults_alloc, &f[k]);
    for (lua_Integer i = 1; ok && i <= n; i++) {
        for (int k = 0; ok && k < STATES; k++) {
            push_story(L[k], i);
            ok = lua_pcall(L[k], 0, 1, 0) == LUA_OK;
        }
        for (int k = STATES; ok && k-- > 0;)
            ok = answer(L[k], "several states") && strcmp(lua_tostring(L[k], -1), "") >= 0;
    }
    for (int k = 0; k < STATES; k++) {
        lua_close(L[order[k]]);
        ok = ok && f[order[k]].blocks == 0 && f[order[k]].wrong == 0;
    }
    return ok;
}

#ifdef __SANITIZE_ADDRESS__
/* The sanitizer holds freed blocks back, 256 MB of them, which looks like growth. */
const char *__asan_default_options(void);
__attribute__((visibility("default"))) const char *__asan_default_options(void)
{
    return "quarantine_size_mb=8";
}
#endif

/* Loaded and unloaded in one process: it holds no more after the last time than half way. */
static bool thousand_loads(int times)
{
    bool ok = true;
    long first = 0, pages = 0;
    for (int i = 0; ok && i < times; i++) {
        faults f = {0};
        lua_State *L = new_state(faults_alloc, &f);
        push_story(L, 1 + i % 2);
        ok = lua_pcall(L, 0, 1, 0) == LUA_OK && answer(L, "load") != NULL;
        lua_close(L);
        ok = ok && !f.blocks && !f.wrong;
        FILE *statm = fopen("/proc/self/statm", "r");
        if (statm && fscanf(statm, "%*s %ld", &pages) == 1 && i == times / 2)
            first = pages;
        if (statm)
            fclose(statm);
    }
    if (pages > first + 64)
        printf("  grew from %ld to %ld pages\n", first, pages);
    return ok && (!first || pages <= first + 64);
}

#define MOST_HELD ((size_t)16 << 20) /* without being told, Lua lets 30 MB gather */

/* Objects that are dropped unclosed are collected though Lua sees little of their memory. */
static bool dropped_objects(lua_Integer n)
{
    faults f = {0};
    size_t most = 0;
    bool ok = true;
    lua_State *L = new_state(faults_alloc, &f);
    for (lua_Integer i = 1; ok && i <= n; i++) {
        lua_settop(L, 0);
        push_story(L, i);
        ok = lua_pcall(L, 0, 1, 0) == LUA_OK;
        for (int k = 0; ok && k < 60; k++) {
            lua_pushvalue(L, -1);
            ok = answer(L, "dropped objects") != NULL;
            lua_pop(L, 1);
            most = f.bytes > most ? f.bytes : most;
        }
    }
    lua_close(L);
    if (most > MOST_HELD)
        printf("  held %zu bytes\n", most);
    return ok && most <= MOST_HELD && !f.blocks;
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: embed LUA_FOLDER STORIES.lua [STRIDE]\n");
        return 2;
    }
    folder = argv[1];
    script = argv[2];
    size_t stride = argc > 3 && atoi(argv[3]) > 0 ? (size_t)atoi(argv[3]) : 1;
    dup2(open("/dev/null", O_WRONLY), 9); /* where stories write to */
    faults f = {0};
    lua_State *L = new_state(faults_alloc, &f);
    lua_Integer n = luaL_len(L, 1);
    lua_close(L);
    for (lua_Integer i = 1; i <= n; i++)
        run_story(i, stride) ? passed++ : failed++;
    report("several states", several_states(n));
    report("loaded and unloaded", thousand_loads(stride > 1 ? 200 : 1000));
    report("dropped objects", dropped_objects(n));
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
