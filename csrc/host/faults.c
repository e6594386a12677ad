/* SPDX-License-Identifier: MIT
 * faults.c: the module's verbs in a lua_State whose memory runs out, at every allocation.
 *
 * usage: faults LUA_FOLDER STORIES.lua [STRIDE]; see state.h for the stories. The first 40
 * allocations and then every STRIDE-th that the verb asks Lua or malloc for are refused (the
 * program is linked with
 * --wrap=malloc …): alone in one run, with all after it in the next. The verb must then succeed, or
 * raise or answer out of memory; its answer, a text, is always the same; called again it must
 * succeed; closing the state must free all. The last line is "N passed, N failed".
 */
#include "state.h"

#include <fcntl.h>
#include <unistd.h>

/* What the module's own calls of malloc become. */
void *__real_malloc(size_t n);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *p, size_t n);
void *__wrap_malloc(size_t n);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *p, size_t n);

#define FAULTS_REALLOC __real_realloc
#include "../test/faults.h"

static faults f; /* of Lua's allocator and of malloc alike */

void *__wrap_malloc(size_t n)
{
    return faults_deny(&f) ? NULL : __real_malloc(n);
}

void *__wrap_calloc(size_t n, size_t size)
{
    return faults_deny(&f) ? NULL : __real_calloc(n, size);
}

void *__wrap_realloc(void *p, size_t n)
{
    return faults_deny(&f) ? NULL : __real_realloc(p, n);
}

static size_t stride = 1;
static const char *only; /* the story to run; NULL: all */

/* Whether the value at idx says that memory ran out. */
static bool says_nomem(lua_State *L, int idx)
{
    if (lua_istable(L, idx)) {
        lua_getfield(L, idx, "code");
        bool yes = lua_isstring(L, -1) && !strcmp(lua_tostring(L, -1), "out_of_memory");
        lua_pop(L, 1);
        return yes;
    }
    const char *s = lua_tostring(L, idx);
    return s && (strstr(s, "not enough memory") || strstr(s, "out of memory"));
}

/* Calls the verb at index 2 with the n-th allocation from now refused. 0: done, with the answer
 * at index 3; 1: said that memory ran out; 2: something else, its message left at the top. The
 * first answer had goes to index 1, and all others must be the same. */
static int call(lua_State *L, size_t n, bool lasting)
{
    lua_settop(L, 2);
    f.denied = 0;
    f.at = n ? f.asked + n : 0;
    f.lasting = lasting;
    lua_pushvalue(L, 2);
    int status = lua_pcall(L, 0, 3, 0);
    f.at = 0;
    if (status != LUA_OK) {
        bool nomem = says_nomem(L, -1);
        luaL_tolstring(L, -1, NULL);
        return nomem ? 1 : 2;
    }
    if (lua_isstring(L, 3)) {
        if (lua_istable(L, 1)) {
            lua_pushvalue(L, 3);
            lua_replace(L, 1);
        }
        if (lua_rawequal(L, 1, 3))
            return 0;
        lua_pushfstring(L, "answered %s", lua_tostring(L, 3));
        return 2;
    }
    lua_pushliteral(L, "no answer");
    if (!lua_isnil(L, 3) || lua_isnil(L, 5))
        return 2;
    bool nomem = !strcmp(luaL_tolstring(L, 5, NULL), "out_of_memory");
    lua_pushvalue(L, 4);
    return nomem ? 1 : 2;
}

/* One verb through all its allocations; how many were refused. */
static size_t run_story(lua_State *L, const char *name, int *bad)
{
    size_t tried = 0;
    bool reached = true;
    for (size_t n = 1; reached; n += n < 40 ? 1 : stride) {
        reached = false;
        for (int lasting = 0; lasting < 2; lasting++, tried++) {
            int got = call(L, n, lasting);
            reached = reached || f.denied;
            bool ok = got == 0 || (got == 1 && f.denied);
            if (!ok)
                printf("  %s, allocation %zu: %s\n", name, n, lua_tostring(L, -1));
            if (f.denied && call(L, 0, false)) {
                printf("  %s, after allocation %zu: %s\n", name, n, lua_tostring(L, -1));
                ok = false;
            }
            *bad += !ok;
        }
        if (*bad > 5)
            break;
    }
    return tried - 2;
}

/* The verb number i in a state of its own. */
static size_t run_number(lua_Integer i, int *passed, int *failed)
{
    int bad = 0;
    size_t tried = 0;
    f = (faults){0};
    lua_State *L = new_state(faults_alloc, &f);
    push_story(L, i);
    char name[80];
    snprintf(name, sizeof name, "%s", lua_tostring(L, -2));
    if (only && strcmp(only, name)) {
        lua_close(L);
        return 0;
    }
    if (lua_pcall(L, 0, 1, 0)) {
        printf("  %s: %s\n", name, luaL_tolstring(L, -1, NULL));
        bad++;
    } else {
        lua_replace(L, 2);
        int plain = call(L, 0, false); /* loads what is loaded at first use */
        if (plain && ++bad)
            printf("  %s: %s\n", name, lua_tostring(L, -1));
        else
            tried = run_story(L, name, &bad);
    }
    lua_close(L);
    if (f.blocks || f.wrong) {
        printf("  %s: %zu blocks left, %zu wrong sizes\n", name, f.blocks, f.wrong);
        bad++;
    }
    printf("%s%s: %zu allocations refused\n", bad ? "FAILED " : "", name, tried);
    bad ? ++*failed : ++*passed;
    return tried;
}

int main(int argc, char **argv)
{
    int passed = 0, failed = 0;
    size_t tried = 0;
    if (argc < 3) {
        fprintf(stderr, "usage: faults LUA_FOLDER STORIES.lua [STRIDE [NAME]]\n");
        return 2;
    }
    folder = argv[1];
    script = argv[2];
    stride = argc > 3 && atoi(argv[3]) > 0 ? (size_t)atoi(argv[3]) : 1;
    only = argc > 4 ? argv[4] : NULL;
    dup2(open("/dev/null", O_WRONLY), 9); /* where stories write to */
    setvbuf(stdout, NULL, _IONBF, 0);
    f = (faults){0};
    lua_State *L = new_state(faults_alloc, &f);
    lua_Integer n = luaL_len(L, 1);
    lua_close(L);
    for (lua_Integer i = 1; i <= n; i++)
        tried += run_number(i, &passed, &failed);
    printf("%zu allocations refused\n%d passed, %d failed\n", tried, passed, failed);
    return failed != 0 || passed == 0; /* no story is called NAME */
}
