/* SPDX-License-Identifier: MIT
 * file.c: open, read, close, and their failures in words. */
#include "file.h"
#include "sink.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

ipr_status ipr_file_failed(ipr_err *err)
{
    char text[120];
    snprintf(text, sizeof text, "cannot read: %s", strerror(errno));
    return ipr_fail(err, IPR_EIO, 0, text);
}

int ipr_file_open(const char *path, ipr_err *err)
{
    struct stat st;
    if (strcmp(path, "-") == 0)
        return STDIN_FILENO;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd >= 0 && fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) {
        close(fd);
        fd = -1;
        errno = EISDIR;
    }
    if (fd < 0)
        ipr_file_failed(err);
    return fd;
}

void ipr_file_close(int fd)
{
    if (fd > STDIN_FILENO)
        close(fd);
}

ptrdiff_t ipr_file_read(void *ud, char *p, size_t n)
{
    ptrdiff_t got;
    if (!ipr_signal_wait(*(int *)ud)) {
        errno = EINTR;
        return -1;
    }
    do
        got = read(*(int *)ud, p, n);
    while (got < 0 && errno == EINTR);
    return got;
}
