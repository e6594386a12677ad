/* SPDX-License-Identifier: MIT
 * bench_run.c: runs a command with its output in a file and prints what it took: seconds on the
 * clock, seconds of processors, peak memory in KB, exit code. With "one" it stays on the first
 * processor that it may run on (where the system can do that: Linux), for processors of one
 * machine differ. usage: bench_run one|all OUT COMMAND … */
#define _GNU_SOURCE /* getrusage's ru_maxrss, sched_setaffinity */
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static void stay_on_one(void)
{
#ifdef __linux__
    cpu_set_t may, one;
    if (sched_getaffinity(0, sizeof may, &may) != 0)
        return;
    CPU_ZERO(&one);
    for (size_t i = 0; i < CPU_SETSIZE && !CPU_COUNT(&one); i++) {
        if (CPU_ISSET(i, &may))
            CPU_SET(i, &one);
    }
    sched_setaffinity(0, sizeof one, &one);
#endif
}

int main(int argc, char **argv)
{
    int out = argc > 3 ? open(argv[2], O_WRONLY | O_CREAT | O_TRUNC, 0644) : -1, status;
    struct rusage used;
    if (out < 0)
        return fprintf(stderr, "usage: bench_run one|all OUT COMMAND ...\n"), 1;
    double from = now();
    pid_t child = fork();
    if (child == 0) {
        if (strcmp(argv[1], "one") == 0)
            stay_on_one();
        dup2(out, STDOUT_FILENO);
        execvp(argv[3], argv + 3);
        _exit(127);
    }
    if (child < 0 || waitpid(child, &status, 0) != child || getrusage(RUSAGE_CHILDREN, &used) != 0)
        return 1;
    printf("%.6f %.6f %ld %d\n", now() - from, seconds(used.ru_utime) + seconds(used.ru_stime),
           used.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128);
    return 0;
}
