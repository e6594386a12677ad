/* SPDX-License-Identifier: MIT
 * folder.c: core.folder.make(path), for commands that write several files: Lua itself can
 * write a file but not make the folder it belongs in. */
#include "bind.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* True if path is a folder, or could be made one (its parent is there). */
static bool make_one(const char *path)
{
    struct stat st;
    if (mkdir(path, 0777) == 0)
        return true;
    if (errno != EEXIST)
        return false;
    if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        return true;
    errno = ENOTDIR;
    return false;
}

/* Makes every folder on the way to path[0..n) and path itself; path is cut and mended
 * in place. */
static bool make_all(char *path, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        if (path[i] != '/' || path[i - 1] == '/')
            continue;
        path[i] = '\0';
        bool ok = make_one(path);
        path[i] = '/';
        if (!ok)
            return false;
    }
    return make_one(path);
}

/* make(path): the folder and those above it exist afterwards. Raises io. */
static int l_make(lua_State *L)
{
    ipr_str s = ipr_bind_checkstr(L, 1);
    luaL_argcheck(L, s.n > 0 && !memchr(s.p, '\0', s.n), 1, "a folder's path expected");
    char *copy = lua_newuserdata(L, s.n + 1);
    memcpy(copy, s.p, s.n + 1);
    if (make_all(copy, s.n))
        return 0;
    ipr_err err = {0};
    char text[120];
    snprintf(text, sizeof text, "cannot make the folder: %s", strerror(errno));
    ipr_fail(&err, IPR_EIO, 0, text);
    return ipr_bind_raise(L, &err, lua_tostring(L, 1));
}

static const luaL_Reg functions[] = {{"make", l_make}, {NULL, NULL}};

int ipr_open_folder(lua_State *L)
{
    luaL_newlib(L, functions);
    return 1;
}
