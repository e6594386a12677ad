/*
 * seed.c: the same hash seeds in each process it is loaded into before all else
 * (LD_PRELOAD), so that two counts of instructions can be compared: a word that
 * fills an input is looked up in more or fewer steps by the seeds. iprcore draws
 * its seed with getentropy, Lua makes its own of the time and of addresses,
 * which valgrind keeps. For `make linear` alone.
 */
#include <stddef.h>
#include <string.h>
#include <time.h>

#define SEEN __attribute__((visibility("default")))

SEEN int getentropy(void *p, size_t n);

SEEN int getentropy(void *p, size_t n)
{
    memset(p, 0xA7, n);
    return 0;
}

SEEN time_t time(time_t *t)
{
    if (t)
        *t = 1;
    return 1;
}
