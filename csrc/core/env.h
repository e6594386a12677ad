/* SPDX-License-Identifier: MIT
 * env.h: what the surroundings give to the core: memory, a hash seed, the CPU
 * level, the limits, and whether libcsv's insides are as we know them.
 *
 * Every core object is made from an ipr_env and keeps a pointer to it; the
 * binding fills one per lua_State, tests fill it otherwise (a failing
 * allocator, a forced CPU level, tiny limits). The env outlives its objects.
 * The core has no other global state.
 */
#ifndef IPR_ENV_H
#define IPR_ENV_H

#include "ipr.h"

#include <string.h>

/* X(field, default, unit, "of what", "past it"): every limit has a name, a default and a
 * consequence: an error that names it, or a listing that is said to be incomplete. */
#define IPR_LIMIT_LIST(X)                                                                          \
    X(max_record, 1048576, "bytes", "one CSV or JSON record, so any field of it", "an error row")  \
    X(max_lines, 1000, "lines", "one CSV record with quoted line breaks", "an error row")          \
    X(max_fields, 10000, "fields", "one CSV row", "an error row")                                  \
    X(max_depth, 128, "levels", "nested JSON values; nested conditions", "an error")               \
    X(max_tokens, 20000, "words", "words read of one text field", "the listing is incomplete")     \
    X(max_hits, 64, "hits", "evidence shown of one rule", "the rest is not shown")                 \
    X(max_explain, 1048576, "bytes", "evidence shown of one listing", "the rest is not shown")     \
    X(max_rules, 2000, "rules", "one rule set", "an error at loading")                             \
    X(max_list, 5000000, "rows", "one list: brands, prices, sellers …", "an error at loading")     \
    X(max_cases, 50000000, "ids", "cases that one tally follows", "an error")                      \
    X(max_words, 50000000, "texts", "parties, parents and regions of one tally", "an error")       \
    X(max_cells, 20000000, "counts", "days, kinds and attributes of one tally", "an error")        \
    X(max_spans, 100000, "spans", "coverage of one kind, with gaps between", "an error")           \
    X(max_unknown, 1000, "names", "unknown kinds of event, unknown columns of event files",        \
      "those first by name are told, rows of the rest together")

typedef struct ipr_limits {
#define X(field, value, unit, text, past) size_t field;
    IPR_LIMIT_LIST(X)
#undef X
} ipr_limits;

typedef enum ipr_cpu {
    IPR_CPU_SCALAR, /* portable C only */
    IPR_CPU_SSE2,   /* any x86-64 */
    IPR_CPU_AVX2    /* x86-64 with AVX2 */
} ipr_cpu;

typedef struct ipr_env {
    /* The shape of lua_Alloc: nsize 0 frees and returns NULL; otherwise returns
     * a block of nsize bytes that keeps the old contents, or NULL with the old
     * block untouched. ptr NULL asks for a new block (osize is then 0). */
    void *(*alloc)(void *ud, void *ptr, size_t osize, size_t nsize);
    void *ud;
    uint64_t seed;     /* for hashes over hostile text; any value */
    ipr_cpu cpu;       /* the best code path allowed */
    ipr_limits limits; /* see IPR_LIMIT_LIST */
    bool csv_fast;     /* the bulk-append reader passed its self-test */
} ipr_env;

/* Fills env with malloc, seed 0, the CPU found at run time and default limits. */
void ipr_env_init(ipr_env *env);

/* Memory. ipr_alloc returns NULL on failure or for n == 0. ipr_free takes the
 * size the block was asked with; NULL is allowed. */
void *ipr_alloc(ipr_env *env, size_t n);
void *ipr_calloc(ipr_env *env, size_t count, size_t size);
void ipr_free(ipr_env *env, void *p, size_t n);

/* Clears n bytes. Sizes that gcc knows, from 128 bytes on, it clears by `rep stos`, whose start
 * alone takes 15 ns; the library's memset takes 2. So the size is kept from it: for hot places. */
static inline void ipr_clear(void *p, size_t n)
{
    __asm__("" : "+r"(n));
    memset(p, 0, n);
}

/* Grows an array of items of `size` bytes so that at least `need` fit: doubles
 * *cap, returns the new block, or NULL with *cap and the old block unchanged. */
void *ipr_grow(ipr_env *env, void *p, size_t *cap, size_t need, size_t size);

/* A bump allocator: many small pieces, freed or reset all at once. Pieces are
 * aligned to 8 bytes and never move. Zero-init is a valid empty arena but for
 * its env. */
typedef struct ipr_chunk ipr_chunk;
typedef struct ipr_arena {
    ipr_env *env;
    ipr_chunk *head; /* the chunk being filled, newest first */
    size_t used;     /* bytes used in head */
} ipr_arena;

void ipr_arena_init(ipr_arena *a, ipr_env *env);
void ipr_arena_fini(ipr_arena *a);
/* Forgets all pieces, keeps one chunk for reuse. */
void ipr_arena_reset(ipr_arena *a);
void *ipr_arena_alloc(ipr_arena *a, size_t n);
/* Copies n bytes and adds a NUL; NULL if memory is short. */
char *ipr_arena_dup(ipr_arena *a, const char *p, size_t n);

#endif
