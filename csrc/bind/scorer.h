/* SPDX-License-Identifier: MIT
 * scorer.h (bind): the scorer object, and the workers that run it over a file.
 */
#ifndef IPR_BIND_SCORER_H
#define IPR_BIND_SCORER_H

#include "feed.h"
#include "rules.h"

#define IPR_SCORER_CLASS "iprcore.scorer"

/* What one thread needs to score listings. */
typedef struct ipr_judge {
    ipr_env env; /* malloc's: a host's allocator may not be used from other threads */
    ipr_eval eval;
    ipr_result result;
    ipr_caller caller;
    bool ready;
} ipr_judge;

typedef struct ipr_scorer {
    ipr_env *env;
    ipr_rules *rules;
    ipr_columns *columns;
    ipr_lists lists;
    bool has_functions;
    ipr_sandbox *sandbox; /* functions live in its state (the options hold it); NULL: the host's */
    ipr_judge judge;      /* for score, explain and each */
} ipr_scorer;

/* Ready to score with r's rules; S holds the functions (NULL: none). */
ipr_status ipr_judge_init(ipr_judge *j, const ipr_scorer *s, lua_State *S, int set, int steps);
void ipr_judge_fini(ipr_judge *j);
/* Scores the listing. */
void ipr_judge_run(ipr_judge *j, const ipr_listing *l, bool evidence);

/* scorer:run(options) in pump.c: scores a whole file. Pushes a table of counts. */
int ipr_scorer_run(lua_State *L);
/* scorer:explain and scorer:actions in explain.c. */
int ipr_scorer_explain(lua_State *L);
int ipr_scorer_actions(lua_State *L);
/* Fills l from the table at idx; texts made of numbers stay on the stack. Raises. */
void ipr_scorer_listing(lua_State *L, int idx, const ipr_scorer *s, ipr_listing *l);
/* Pushes the last verdict as JSON text. */
void ipr_scorer_push_line(lua_State *L, ipr_scorer *s);
ipr_scorer *ipr_scorer_check(lua_State *L, int arg);
/* Reads the options of the table at idx that reading a feed needs. */
ipr_feed_options ipr_feed_options_at(lua_State *L, int idx);
/* Fills o from options form, with, stamp of the table at idx. Raises where a column is unknown. */
void ipr_verdict_options(lua_State *L, int idx, ipr_scorer *s, ipr_verdict *o);

#endif
