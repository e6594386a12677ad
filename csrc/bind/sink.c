/* SPDX-License-Identifier: MIT
 * sink.c: core.sink.open(path) -> sink; sink:write(…), flush, close, abandon;
 * core.sink.quoted(text).
 *
 * Output leaves in whole lines. A file is written beside its place, under a name that nothing
 * had before, and gets its own only when it is closed; whatever ends the program in between by
 * an error takes it away again. A device or a pipe is written as it is. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "sink.h"

#include "../core/csv.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SINK_CLASS "iprcore.sink"
#define SINK_ROOM 65536 /* bytes kept until they are written */

/* ---- signals: of the process, so they are the one thing here that is static ---- */

static volatile sig_atomic_t caught; /* the signal that asked to end */
static volatile sig_atomic_t asked;  /* handlers are there */
static lua_State *volatile ended;    /* the state that is to end */

static void stop(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    lua_sethook(L, NULL, 0, 0);
    luaL_error(L, "interrupted!");
}

/* As in lua.c: the hook ends the Lua code at its next step; the same signal again ends the
 * process at once. */
static void on_signal(int number)
{
    caught = number;
    lua_sethook(ended, stop, LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE | LUA_MASKCOUNT, 1);
}

/* signals(): from now on INT, TERM and HUP end the program as errors do, and a file that may
 * not grow is an error too. */
static int l_signals(lua_State *L)
{
    static const int ends[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction a = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND};
    lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_MAINTHREAD);
    ended = lua_tothread(L, -1);
    asked = 1;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct sigaction old;
        if (sigaction(ends[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(ends[i], &a, NULL);
    }
    signal(SIGXFSZ, SIG_IGN);
    return 0;
}

/* caught(): the number of the signal that asked to end, or nil. */
static int l_caught(lua_State *L)
{
    if (!caught)
        return 0;
    lua_pushinteger(L, caught);
    return 1;
}

int ipr_signal_caught(void)
{
    return caught;
}

bool ipr_signal_wait(int fd)
{
    struct pollfd p = {.fd = fd, .events = POLLIN};
    while (asked && !caught && poll(&p, 1, 200) == 0)
        ;
    return !caught;
}

/* ---- writing ---- */

static size_t whole_lines(const char *p, size_t n)
{
    while (n && p[n - 1] != '\n')
        n--;
    return n;
}

/* Takes the half line at the end of what was written from a file. */
static void cut_back(int fd, const char *p, size_t written)
{
    struct stat st;
    size_t whole = whole_lines(p, written);
    off_t at = lseek(fd, 0, SEEK_CUR);
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && at >= (off_t)(written - whole))
        if (ftruncate(fd, at - (off_t)(written - whole)) != 0)
            return; /* nothing more can be done */
}

bool ipr_write_all(int fd, const char *p, size_t n)
{
    for (size_t done = 0; done < n;) {
        ssize_t k = write(fd, p + done, n - done);
        if (k < 0 && errno == EINTR && !(caught && whole_lines(p, done) == done))
            continue;
        if (k < 0) {
            int why = errno;
            cut_back(fd, p, done);
            errno = why;
            return false;
        }
        done += (size_t)k;
    }
    return true;
}

ipr_status ipr_write_failed(ipr_err *err)
{
    char message[sizeof err->message];
    snprintf(message, sizeof message, "cannot write: %s", strerror(errno));
    return ipr_fail(err, IPR_EIO, 0, message);
}

typedef struct sink {
    int fd;       /* -1: closed */
    ipr_buf buf;  /* not yet written */
    char *target; /* NULL: no file of ours */
    char *beside; /* where the file is until then */
} sink;

static int l_abandon(lua_State *L)
{
    sink *s = luaL_checkudata(L, 1, SINK_CLASS);
    if (s->beside && s->fd >= 0)
        unlink(s->beside);
    else if (s->fd >= 0) /* lines that are whole were meant to be read */
        ipr_write_all(s->fd, s->buf.p, whole_lines(s->buf.p, s->buf.n));
    if (s->fd > STDERR_FILENO)
        close(s->fd);
    s->fd = -1;
    ipr_buf_fini(&s->buf);
    free(s->target);
    free(s->beside);
    s->target = s->beside = NULL;
    return 0;
}

/* Where a new file may be renamed to: path itself where there is nothing or a file, what a link
 * leads to where that is one; NULL for devices, pipes and all else. */
static char *target_of(const char *path, mode_t *mode)
{
    struct stat st;
    *mode = 0;
    if (lstat(path, &st) != 0)
        return strdup(path);
    if (S_ISLNK(st.st_mode) && (stat(path, &st) != 0 || !S_ISREG(st.st_mode)))
        return NULL;
    if (!S_ISREG(st.st_mode))
        return NULL;
    *mode = st.st_mode & 07777;
    return realpath(path, NULL);
}

/* Opens a file that was not there before beside the target. */
static int open_beside(sink *s, mode_t mode)
{
    size_t n = strlen(s->target) + 16;
    s->beside = malloc(n);
    for (int i = 0; s->beside && i < 100; i++) {
        snprintf(s->beside, n, i ? "%s.part%d" : "%s.part", s->target, i);
        int fd = open(s->beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0 && mode)
            fchmod(fd, mode);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

/* open(path): nil or "-" is stdout. Raises io. */
static int l_open(lua_State *L)
{
    const char *path = luaL_optstring(L, 1, "-");
    ipr_env *env = ipr_bind_env(L);
    mode_t mode;
    sink *s = ipr_bind_new(L, sizeof *s, SINK_CLASS);
    s->fd = -1;
    ipr_buf_init(&s->buf, env);
    if (strcmp(path, "-") == 0) {
        fflush(stdout);
        s->fd = STDOUT_FILENO;
        return 1;
    }
    s->target = target_of(path, &mode);
    s->fd = s->target ? open_beside(s, mode)
                      : open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (s->fd < 0) {
        ipr_err err = {0};
        ipr_write_failed(&err);
        return ipr_bind_raise(L, &err, path);
    }
    return 1;
}

/* true; or nil, why, and whether the reader has gone. */
static int outcome(lua_State *L, bool ok)
{
    int why = errno;
    lua_pushboolean(L, ok);
    if (ok)
        return 1;
    lua_pushnil(L);
    lua_pushstring(L, strerror(why));
    lua_pushboolean(L, why == EPIPE);
    return 3;
}

/* Writes the first n bytes of what is kept; what cannot be written is dropped. */
static bool emit(sink *s, size_t n)
{
    bool ok = ipr_write_all(s->fd, s->buf.p, n);
    if (n < s->buf.n)
        memmove(s->buf.p, s->buf.p + n, s->buf.n - n);
    s->buf.n = ok ? s->buf.n - n : 0;
    return ok;
}

static sink *check_open(lua_State *L)
{
    sink *s = luaL_checkudata(L, 1, SINK_CLASS);
    luaL_argcheck(L, s->fd >= 0, 1, "closed");
    return s;
}

static int l_write(lua_State *L)
{
    sink *s = check_open(L);
    for (int i = 2; i <= lua_gettop(L); i++)
        ipr_buf_addstr(&s->buf, ipr_bind_checkstr(L, i));
    if (s->buf.failed)
        return ipr_bind_nomem(L);
    return outcome(L, s->buf.n < SINK_ROOM || emit(s, whole_lines(s->buf.p, s->buf.n)));
}

static int l_flush(lua_State *L)
{
    sink *s = check_open(L);
    return outcome(L, emit(s, s->buf.n));
}

/* Writes what is left and gives a file its name. */
static int l_close(lua_State *L)
{
    sink *s = check_open(L);
    bool ok = emit(s, s->buf.n);
    int why = errno;
    if (ok && s->beside) {
        ok = close(s->fd) == 0 && rename(s->beside, s->target) == 0;
        why = errno;
        if (!ok)
            unlink(s->beside);
        s->fd = -1;
    }
    l_abandon(L);
    errno = why;
    return outcome(L, ok);
}

/* quoted(text) -> the text as a field of CSV: in quotes where it must be. */
static int l_quoted(lua_State *L)
{
    ipr_str s = ipr_bind_checkstr(L, 1);
    lua_settop(L, 1);
    if (ipr_csv_plain(s, ','))
        return 1;
    ipr_buf *b = ipr_bind_buf(L);
    ipr_csv_put(b, s, ',');
    ipr_bind_pushbuf(L, b);
    return 1;
}

static const luaL_Reg methods[] = {{"write", l_write},
                                   {"flush", l_flush},
                                   {"close", l_close},
                                   {"abandon", l_abandon},
                                   {NULL, NULL}};
static const luaL_Reg functions[] = {{"open", l_open},
                                     {"quoted", l_quoted},
                                     {"signals", l_signals},
                                     {"caught", l_caught},
                                     {NULL, NULL}};

int ipr_open_sink(lua_State *L)
{
    ipr_bind_class(L, SINK_CLASS, methods, l_abandon);
    luaL_newlib(L, functions);
    return 1;
}
