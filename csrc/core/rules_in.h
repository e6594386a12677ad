/* SPDX-License-Identifier: MIT
 * rules_in.h: the inside of ipr_rules, for rules.c (which builds it) and score.c
 * (which reads it) only. */
#ifndef IPR_RULES_IN_H
#define IPR_RULES_IN_H

#include "score.h"

typedef struct ipr_group {
    ipr_str name;
    int64_t max; /* thousandths; INT64_MAX: none */
} ipr_group;

/* What is needed of a rule to judge it. */
typedef struct ipr_step {
    uint32_t rule, when, unless, group;
    uint32_t call; /* the function that `when` is and nothing else; IPR_NONE */
    bool counts;   /* it speaks for counterfeit, and not only of other rules */
} ipr_step;

struct ipr_rules {
    ipr_env *env;
    ipr_prog *prog;
    ipr_arena arena; /* all texts */
    ipr_rule *rule;
    size_t n, cap;
    ipr_group *group;
    size_t groups, group_cap;
    ipr_action *action; /* ascending by threshold once sealed */
    size_t actions, action_cap;
    uint32_t *one_of; /* group indexes of all actions */
    size_t one_ofs, one_of_cap;
    ipr_exception *exception;
    size_t exceptions, exception_cap;
    ipr_step *step; /* rules in the order in which they are judged */
    size_t step_cap;
    uint32_t *rank; /* of each rule's name among all names */
    size_t rank_cap;
    ipr_str on_error_name;
    uint32_t on_error; /* action index + 1 */
    uint32_t calls;
    int64_t max_score; /* 0: none */
};

#endif
