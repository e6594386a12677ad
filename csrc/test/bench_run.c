/* SPDX-License-Identifier: MIT
 * bench_run.c: runs a command with its output in a file and prints what it took: seconds on the
 * clock, seconds of processors, peak memory in KB, exit code. usage: bench_run OUT COMMAND … */
#define _DEFAULT_SOURCE /* getrusage's ru_maxrss */
#include <fcntl.h>
#include <stdio.h>
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

int main(int argc, char **argv)
{
    int out = argc > 2 ? open(argv[1], O_WRONLY | O_CREAT | O_TRUNC, 0644) : -1, status;
    struct rusage used;
    if (out < 0)
        return fprintf(stderr, "usage: bench_run OUT COMMAND ...\n"), 1;
    double from = now();
    pid_t child = fork();
    if (child == 0) {
        dup2(out, STDOUT_FILENO);
        execvp(argv[2], argv + 2);
        _exit(127);
    }
    if (child < 0 || waitpid(child, &status, 0) != child || getrusage(RUSAGE_CHILDREN, &used) != 0)
        return 1;
    printf("%.6f %.6f %ld %d\n", now() - from, seconds(used.ru_utime) + seconds(used.ru_stime),
           used.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128);
    return 0;
}
