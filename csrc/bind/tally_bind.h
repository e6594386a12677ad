/* SPDX-License-Identifier: MIT
 * tally_bind.h: what tally.c and tally_run.c (bind) share: the tally's class and the functions
 * that turn KPI plans from Lua tables into plans of the core. */
#ifndef IPR_TALLY_BIND_H
#define IPR_TALLY_BIND_H

#include "bind.h"
#include "../core/tally_run.h"

#define TALLY_CLASS "iprcore.tally"

typedef struct tally_box {
    ipr_tally *t;
} tally_box;

ipr_tally *ipr_bind_tally(lua_State *L, int arg);
int ipr_tally_l_run(lua_State *L);
int ipr_tally_l_covered(lua_State *L);
int ipr_tally_l_calendar(lua_State *L);
void ipr_tally_open_calendar(lua_State *L);

#endif
