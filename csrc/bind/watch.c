/* SPDX-License-Identifier: MIT
 * watch.c (bind): functions that do not come to an end, without counting instructions.
 *
 * Time only decides when instructions are counted, never an answer: whatever took longer than
 * SLOW is run again from its beginning with the count, and no machine gets through IPR_STEPS in
 * SLOW. The signal makes an endless loop end, on the thread that runs it, as lua.c does it. */
#include "rules.h"

#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#define SLOW 2000000 /* nanoseconds */
#define LOOK 5       /* milliseconds between looks */

static atomic_flag busy = ATOMIC_FLAG_INIT;       /* there is a watch: signals have one handler */
static _Thread_local lua_State *volatile running; /* whose functions this thread runs */

static struct {
    pthread_t thread;
    int stop[2]; /* a pipe: closed at its end, the thread ends */
    ipr_watched *const *workers;
    size_t n;
    struct sigaction before;
} watch;

static void on_signal(int number)
{
    (void)number;
    if (running)
        ipr_caller_watch(running, 1);
}

static void look(void)
{
    for (size_t i = 0; i < watch.n; i++) {
        ipr_watched *w = watch.workers[i];
        unsigned long turn = atomic_load(&w->turn);
        if (turn % 2 && turn == w->seen)
            pthread_kill(w->thread, IPR_WATCH_SIGNAL);
        w->seen = turn;
    }
}

/* Waits by a clock that nobody sets: what the wall clock does makes no loop endless. */
static void *keep_looking(void *unused)
{
    struct pollfd stop = {.fd = watch.stop[0], .events = POLLIN};
    for (int n; (n = poll(&stop, 1, LOOK)) <= 0;) {
        if (n == 0)
            look();
    }
    return unused;
}

static void end_watch(void)
{
    sigaction(IPR_WATCH_SIGNAL, &watch.before, NULL);
    close(watch.stop[0]);
    atomic_flag_clear(&busy);
}

static bool make_pipe(void)
{
    if (pipe(watch.stop) != 0)
        return false;
    for (int i = 0; i < 2; i++)
        fcntl(watch.stop[i], F_SETFD, FD_CLOEXEC);
    return true;
}

bool ipr_watch_start(ipr_watched *const *workers, size_t n)
{
    struct sigaction action;
    if (atomic_flag_test_and_set(&busy))
        return false;
    if (!make_pipe()) {
        atomic_flag_clear(&busy);
        return false;
    }
    memset(&action, 0, sizeof action);
    action.sa_handler = on_signal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    watch.workers = workers;
    watch.n = n;
    sigaction(IPR_WATCH_SIGNAL, &action, &watch.before);
    if (pthread_create(&watch.thread, NULL, keep_looking, NULL) == 0)
        return true;
    close(watch.stop[1]);
    end_watch();
    return false;
}

void ipr_watch_stop(void)
{
    close(watch.stop[1]);
    pthread_join(watch.thread, NULL);
    end_watch();
}

/* No other thread writes it. */
static void next_turn(ipr_watched *w)
{
    unsigned long turn = atomic_load_explicit(&w->turn, memory_order_relaxed);
    atomic_store_explicit(&w->turn, turn + 1, memory_order_release);
}

void ipr_watch_enter(ipr_watched *w, lua_State *S)
{
    running = S; /* first: the signal's handler must not be the first to touch it on its thread */
    next_turn(w);
}

bool ipr_watch_leave(ipr_watched *w, lua_State *S)
{
    struct timespec from = w->end;
    running = NULL;
    next_turn(w);
    if (lua_gethook(S))
        ipr_caller_watch(S, 0);
    clock_gettime(CLOCK_MONOTONIC, &w->end);
    return (w->end.tv_sec - from.tv_sec) * 1000000000LL + w->end.tv_nsec - from.tv_nsec > SLOW;
}
