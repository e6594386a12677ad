/* SPDX-License-Identifier: MIT
 * score.h: rules over conditions, and what they make of a listing: symbols,
 * score, action, with every reason kept.
 *
 * An ipr_rules is built once (rules, groups, actions, exceptions), sealed, then
 * read-only and shared by workers. Scores are integer thousandths; nothing
 * depends on the order of rules. Function rules are answered by the caller (the
 * binding) between ipr_score_begin and ipr_score_end.
 */
#ifndef IPR_SCORE_H
#define IPR_SCORE_H

#include "cond.h"

typedef enum ipr_suspects {
    IPR_COUNTERFEIT, /* the only kind that counts towards score and action */
    IPR_GREY_MARKET,
    IPR_OTHER_INFRINGEMENT,
    IPR_COPIED_CONTENT,
    IPR_SUSPECTS_COUNT
} ipr_suspects;

#define IPR_NONE UINT32_MAX

typedef struct ipr_rule {
    ipr_str name, description, open; /* open: the sentence a seller may see */
    int64_t weight;                  /* thousandths */
    uint32_t when, unless;           /* conditions; unless may be IPR_NONE */
    uint32_t group;                  /* index; every rule has one (its own name if not given) */
    ipr_str force_name;              /* the action it forces when it fires; empty: none */
    uint32_t force;                  /* that action's index + 1; set by ipr_rules_seal */
    bool allow;                      /* when it fires, nothing is proposed */
    bool composite;                  /* its conditions ask what other rules said */
    ipr_suspects suspects;
    size_t line; /* where it is written, for messages; 0: not known */
} ipr_rule;

typedef struct ipr_action {
    ipr_str name;
    int64_t at;        /* thousandths */
    uint32_t groups;   /* distinct groups needed, 0 or 1: any */
    uint32_t first, n; /* one_of: at least one of these groups (indexes in ipr_rules) */
} ipr_action;

typedef enum ipr_exception_key { IPR_BY_SELLER, IPR_BY_BRAND, IPR_BY_ID } ipr_exception_key;

typedef struct ipr_exception {
    uint32_t rule; /* IPR_NONE: all */
    ipr_exception_key key;
    ipr_str value, until, reason, by; /* brand values are compared without case */
} ipr_exception;

typedef struct ipr_rules ipr_rules;

/* NULL if memory is short. */
ipr_rules *ipr_rules_new(ipr_env *env);
void ipr_rules_free(ipr_rules *r);
ipr_prog *ipr_rules_prog(ipr_rules *r);
/* The group's index, made where it is new; IPR_NONE if memory is short. */
uint32_t ipr_rules_group(ipr_rules *r, ipr_str name);
void ipr_rules_cap(ipr_rules *r, uint32_t group, int64_t max);
/* Adds a rule (texts are copied). IPR_ELIMIT over limits.max_rules, IPR_ENAME for a second
 * rule of that name, IPR_EVALUE for a weight out of range. */
ipr_status ipr_rules_add(ipr_rules *r, const ipr_rule *rule, ipr_err *err);
ipr_status ipr_rules_weight(ipr_rules *r, ipr_str name, int64_t weight, ipr_err *err);
/* Adds an action; `pass` is always there, below all. one_of: groups. Equal thresholds and
 * names are IPR_EVALUE. */
ipr_status ipr_rules_action(ipr_rules *r, const ipr_action *action, const ipr_str *one_of, size_t n,
                            ipr_err *err);
ipr_status ipr_rules_except(ipr_rules *r, const ipr_exception *e, ipr_err *err);
/* Forgets all actions, before others are laid over. */
void ipr_rules_no_actions(ipr_rules *r);
/* Number of functions that CALL nodes refer to. */
void ipr_rules_functions(ipr_rules *r, uint32_t calls);
/* The score's ceiling in thousandths; 0: none. */
void ipr_rules_ceiling(ipr_rules *r, int64_t max_score);
/* The action that a failed rule asks for at least (default: "review", else the lowest).
 * False if memory is short. */
bool ipr_rules_on_error(ipr_rules *r, ipr_str action);
/* Sorts actions, resolves force and on_error, orders composites. IPR_ERULE with a message
 * naming the rule for a cycle of composites or an unknown action. */
ipr_status ipr_rules_seal(ipr_rules *r, ipr_err *err);

const ipr_prog *ipr_rules_prog_of(const ipr_rules *r);
const ipr_exception *ipr_rules_exception_at(const ipr_rules *r, uint32_t i);
size_t ipr_rules_count(const ipr_rules *r);
const ipr_rule *ipr_rules_at(const ipr_rules *r, size_t i);
/* The rule called name, or IPR_NONE. */
uint32_t ipr_rules_find(const ipr_rules *r, ipr_str name);
size_t ipr_rules_actions(const ipr_rules *r);
const ipr_action *ipr_rules_action_at(const ipr_rules *r, size_t i);
size_t ipr_rules_groups(const ipr_rules *r);
ipr_str ipr_rules_group_name(const ipr_rules *r, uint32_t group);
uint32_t ipr_rules_calls(const ipr_rules *r);
int64_t ipr_rules_cap_of(const ipr_rules *r, uint32_t group); /* INT64_MAX if none */

typedef enum ipr_outcome {
    IPR_QUIET,    /* when is false */
    IPR_HIT,      /* fired */
    IPR_UNKNOWN,  /* when is unknown */
    IPR_BARRED,   /* when is true, and so is unless */
    IPR_EXCEPTED, /* would have fired; an exception says no */
    IPR_BROKEN    /* its function threw, passed a limit or answered nonsense */
} ipr_outcome;

typedef struct ipr_hit {
    ipr_outcome outcome;
    int16_t strength;   /* thousandths, where it fired */
    bool unless_open;   /* fired though `unless` could not be checked */
    int64_t score;      /* weight × strength */
    uint32_t exception; /* which, where EXCEPTED */
} ipr_hit;

typedef struct ipr_call {
    bool failed;
    ipr_str says; /* evidence or the error's message; in the eval's arena */
} ipr_call;

typedef struct ipr_result {
    const ipr_rules *rules;
    ipr_hit *hit;    /* one a rule */
    ipr_call *call;  /* one a function */
    ipr_truth *said; /* truths of rules, then of groups, then of calls */
    int64_t *sum;    /* by group, before the cap */
    uint32_t *order; /* rules that fired: largest score first, then by name */
    size_t fired, unknown;
    bool broken; /* some function failed */
    bool spoken; /* some function failed or said words */
    bool complete;
    int64_t score;
    uint32_t action;  /* 0: pass, else action index + 1 */
    uint32_t held;    /* an action whose threshold was reached but not its groups, + 1 */
    uint32_t forced;  /* rule + 1 that forced, 0: none */
    uint32_t allowed; /* rule + 1 that allowed */
    bool by_error;    /* raised to on_error */
} ipr_result;

/* Room for one listing's result; reused from listing to listing. IPR_ENOMEM. */
ipr_status ipr_result_init(ipr_result *out, const ipr_rules *r, ipr_env *env);
void ipr_result_fini(ipr_result *out, ipr_env *env);
ipr_said ipr_result_said(const ipr_result *out);

/* Starts on the eval's listing: every function says no. Then the caller tells with ipr_score_call
 * which say something else, then ends. No allocation but the eval's arena. */
void ipr_score_begin(ipr_result *out);
void ipr_score_call(ipr_result *out, uint32_t call, ipr_truth truth, bool failed, ipr_str says);
void ipr_score_end(ipr_result *out, ipr_eval *v);

/* A strength 0..1 as a truth (NaN and what lies outside: false and *bad set). */
ipr_truth ipr_truth_of(double strength, bool *bad);
const char *ipr_suspects_name(ipr_suspects s);
/* Which kind name says; IPR_SUSPECTS_COUNT if none. */
ipr_suspects ipr_suspects_find(ipr_str name);

#endif
