/* SPDX-License-Identifier: MIT
 * rules.h (bind): what the files of the rule engine's binding share: rule files'
 * own states, the compiling of checked rule tables, the calling of functions.
 */
#ifndef IPR_BIND_RULES_H
#define IPR_BIND_RULES_H

#include "bind.h"
#include "../core/verdict.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <time.h>

#define IPR_SANDBOX_CLASS "iprcore.sandbox"
/* X(NAME, value, unit, "of what", "past it"): the bounds of a rule file. Work is what C does for
 * it and no instruction counts: steps of pattern matching, items moved or compared, 16 bytes of
 * memory had. */
#define IPR_RULE_LIMIT_LIST(X)                                                                     \
    X(IPR_LOAD_STEPS, 100000000, "instructions", "loading a rule file", "an error at loading")     \
    X(IPR_LOAD_WORK, 100000000, "steps in C", "loading a rule file", "an error at loading")        \
    X(IPR_STEPS, 10000000, "instructions", "a rule's function on one listing",                     \
      "the rule has failed, the listing is incomplete")                                            \
    X(IPR_WORK, 20000000, "steps in C", "a rule's functions on one listing",                       \
      "the rule has failed, the listing is incomplete")                                            \
    X(IPR_MEMORY, 67108864, "bytes", "memory of a rule file on one thread (option `memory`)",      \
      "the rule has failed, the listing is incomplete")                                            \
    X(IPR_TEXT_MAX, 262144, "bytes", "a text that a rule file makes",                              \
      "the rule has failed, the listing is incomplete")                                            \
    X(IPR_SAYS_MAX, 400, "bytes", "what a rule's function says", "the rest is not shown")

enum {
#define X(name, value, unit, text, past) name = value,
    IPR_RULE_LIMIT_LIST(X)
#undef X
};

#define IPR_POOL_MAX 256 /* bytes of the largest block that a pool keeps itself */
#define IPR_POOL_STEP 16 /* bytes from class to class */

/* Memory of one lua_State: Lua makes and drops small blocks by the thousand. Zeroed: empty. */
typedef struct ipr_pool {
    /* by class: blocks given back, each holding the next; none of class 0 */
    void *waiting[IPR_POOL_MAX / IPR_POOL_STEP + 1];
    void *chunks; /* had for small blocks, each holding the next */
    char *at;     /* of the newest: what is left of it */
    size_t left;
    size_t strays; /* large blocks that shrank to a small one's size where they were */
} ipr_pool;

static inline size_t ipr_pool_class(size_t n)
{
    return (n + IPR_POOL_STEP - 1) / IPR_POOL_STEP;
}

/* For ipr_pool_take, where no block waits. */
void *ipr_pool_make(ipr_pool *p, size_t n);
/* For ipr_pool_give, of a block that may be malloc's: true if it was and is freed. */
bool ipr_pool_freed(ipr_pool *p, void *block, size_t n);

/* A block of n bytes, NULL if memory is short. */
static inline void *ipr_pool_take(ipr_pool *p, size_t n)
{
    void **waiting = &p->waiting[n <= IPR_POOL_MAX ? ipr_pool_class(n) : 0], **block = *waiting;
    if (!block)
        return ipr_pool_make(p, n);
    *waiting = *block;
    return block;
}

/* Gives a block back; n is its size as last asked for. */
static inline void ipr_pool_give(ipr_pool *p, void *block, size_t n)
{
    if ((n > IPR_POOL_MAX || p->strays) && ipr_pool_freed(p, block, n))
        return;
    *(void **)block = p->waiting[ipr_pool_class(n)];
    p->waiting[ipr_pool_class(n)] = block;
}

/* Resizes a block to n bytes, as realloc; old is its size as last asked for. NULL if memory is
 * short: then the block is what it was. To shrink never fails. */
void *ipr_pool_resize(ipr_pool *p, void *block, size_t old, size_t n);
/* Frees all small blocks; the larger must have been given back. */
void ipr_pool_fini(ipr_pool *p);

/* One lua_State that iprcore made, with a rule file loaded in it. One thread at a time. */
typedef struct ipr_sandbox {
    lua_State *S;
    ipr_pool pool;
    size_t used, limit; /* bytes of its memory */
    char **roots;       /* real paths below which its loaders may read, NULL-ended */
    uint64_t work;      /* that may still be done for this listing, see IPR_WORK */
    bool trusted;       /* memory is asked for by us, not by the file: counts as no work */
} ipr_sandbox;

/* Loads the job at idx of L (see sandbox.lua) into a new state. IPR_ERULE with err.message,
 * err.line and *path (in `where`, cut to its size) when the file is wrong; on success the
 * checked rule set lies at index 1 of sb->S. */
ipr_status ipr_sandbox_open(ipr_sandbox *sb, lua_State *L, int idx, char *where, size_t n,
                            ipr_err *err);
void ipr_sandbox_close(ipr_sandbox *sb);
/* The sandbox of a state that iprcore made. */
ipr_sandbox *ipr_sandbox_self(lua_State *S);
/* Puts find, match, gmatch, gsub, bounded in steps, into the table at the top of S. */
void ipr_pattern_functions(lua_State *S);
/* Puts fields(), where(), date(), patterns into the table at the top of L. */
void ipr_rule_primitives(lua_State *L);

/* Compiles the rule set at idx of L (as ruleset.normalise gives it) into r and c (columns it
 * names). IPR_OK, or err with a message that names the rule. */
ipr_status ipr_rules_build(lua_State *L, int idx, ipr_rules *r, ipr_columns *c, ipr_err *err);
/* Lays settings (ruleset.settings) over r. Raises nothing; err as above. */
ipr_status ipr_rules_settle(lua_State *L, int idx, ipr_rules *r, ipr_err *err);

/* What lets functions run without counting their instructions, which would cost more than they
 * do: somebody looks from time to time whether a listing's have come to their end. */
typedef struct ipr_watched {
    pthread_t thread;
    atomic_ulong turn;   /* odd while functions run */
    unsigned long seen;  /* by who looks: the turn at the last look */
    struct timespec end; /* when the last listing's functions ended */
} ipr_watched;

/* A short text lately given to the functions: its length with its first and last eight bytes,
 * which are all of it. Which place it has goes by these. */
#define IPR_KEPT_MAX 16 /* bytes */
#define IPR_KEPT_ROOM 256
typedef struct ipr_kept {
    uint64_t first, last;
    uint8_t n;
    bool there; /* it was given twice: Lua's text of it is kept at this place */
} ipr_kept;

enum { IPR_SET_NIL, IPR_SET_FALSE, IPR_SET_TRUE }; /* what a field is to Lua: TRUE is all else */

/* The functions of one rule set in one state, and the reused table they are given. */
typedef struct ipr_caller {
    lua_State *S; /* NULL: no functions */
    uint32_t calls;
    int call;                /* registry reference in S: what calls them */
    struct ipr_caller **box; /* in S: where the listing finds this; NULL once it is gone */
    const ipr_columns *columns;
    ipr_eval *v;                       /* the listing being judged */
    ipr_result *r;                     /* what becomes of it */
    int only;                          /* the function to call; -1: all */
    bool used[IPR_FIELD_MAX];          /* fields some function has read so far */
    uint16_t used_list[IPR_FIELD_MAX]; /* the same as a list */
    size_t used_n;                     /* how many */
    const char *name[IPR_FIELD_MAX];   /* of those that are set: what Lua has as their names */
    size_t set_n, tried_n;        /* how many of these are set; how many were to be set at last */
    uint8_t there[IPR_FIELD_MAX]; /* by place in used_list: what it was last time, IPR_SET_… */
    bool stale;                   /* what the table holds is not known */
    ipr_kept kept[IPR_KEPT_ROOM];
    int limit;            /* instructions a listing and a rule may take; 0: none */
    ipr_sandbox *sandbox; /* whose work is filled anew for each listing; NULL: the host's S */
    ipr_watched *watched; /* NULL: instructions are always counted, where there is a limit */
} ipr_caller;

/* Finds the functions in the rule set at index `set` of S and keeps them in its registry. */
ipr_status ipr_caller_init(ipr_caller *k, lua_State *S, int set, const ipr_columns *c, int limit);
void ipr_caller_fini(ipr_caller *k);
/* Answers every function for the eval's listing. */
void ipr_caller_run(ipr_caller *k, ipr_eval *v, ipr_result *r);
/* Ends the running rule: raises what ipr_caller_pcall passes on. */
int ipr_caller_stop(lua_State *S);
/* Whether the value at idx is what that raised. */
bool ipr_caller_is_limit(lua_State *S, int idx);
/* Stops S after so many instructions from now; 0: no more. */
void ipr_caller_watch(lua_State *S, int steps);
#define IPR_WATCH_SIGNAL SIGURG /* ignored by default, so that a late one does nothing */

/* Begins to look after these workers' functions until ipr_watch_stop: every few milliseconds, with
 * a signal to a thread whose functions have not ended since. False if that cannot be had: then no
 * caller may be given an ipr_watched. One watch at a time. */
bool ipr_watch_start(ipr_watched *const *workers, size_t n);
void ipr_watch_stop(void);
/* Around the protected call of this thread's functions in S, by the caller. */
void ipr_watch_enter(ipr_watched *w, lua_State *S);
/* True if they took so long that they must be run again with their instructions counted. */
bool ipr_watch_leave(ipr_watched *w, lua_State *S);
/* pcall for rule files: passes on what a limit raised. */
int ipr_caller_pcall(lua_State *L);

#endif
