/* SPDX-License-Identifier: MIT
 * file.h: reading files and stdin with read(2), for the readers of this folder.
 *
 * A path "-" is stdin. Failures carry the system's words and what was tried.
 */
#ifndef IPR_BIND_FILE_H
#define IPR_BIND_FILE_H

#include "bind.h"
#include "../core/block.h"

/* Opens path for reading; the descriptor, or -1 with err filled (a directory too). */
int ipr_file_open(const char *path, ipr_err *err);
/* Closes what ipr_file_open gave (stdin stays open); -1 is allowed. */
void ipr_file_close(int fd);
/* An ipr_read_fn; ud is an int * with the descriptor. Retries when interrupted. */
ptrdiff_t ipr_file_read(void *ud, char *p, size_t n);
/* After ipr_file_read failed: fills err from errno. */
ipr_status ipr_file_failed(ipr_err *err);

#endif
