/* SPDX-License-Identifier: MIT
 * metric_bind.h: the userdata that pack.c builds and metric.c parses with.
 */
#ifndef IPR_METRIC_BIND_H
#define IPR_METRIC_BIND_H

#include "bind.h"

#include "../core/metric.h"

#define PACK_CLASS "iprcore.metric.pack"

typedef struct pack_box {
    ipr_pack pack;
    ipr_scan *scan;      /* working memory, made at first use */
    ipr_metrics metrics; /* reused between texts */
    ipr_buf text;        /* reused: what is written */
} pack_box;

static inline pack_box *check_pack(lua_State *L)
{
    return luaL_checkudata(L, 1, PACK_CLASS);
}

/* The methods of a builder, NULL-ended; each takes it at argument 1. */
extern const luaL_Reg ipr_pack_methods[];

#endif
