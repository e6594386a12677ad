/* SPDX-License-Identifier: MIT
 * sink.h: writing whole lines to a descriptor, and signals that ask to end.
 *
 * Used by core.sink (every command's output), by the workers of scorer:run and by readers that
 * wait. Only the command line asks for signals (core.sink.signals); in a host program none is
 * touched.
 */
#ifndef IPR_BIND_SINK_H
#define IPR_BIND_SINK_H

#include "bind.h"

/* Writes all of p[0..n); false with errno set. What a failure cut in a file is cut back to the
 * end of its last whole line; what a signal interrupts is written to the end of its line. */
bool ipr_write_all(int fd, const char *p, size_t n);
/* Fills err with what errno says of a failed write. */
ipr_status ipr_write_failed(ipr_err *err);

/* The signal that asked to end, 0 if none did. */
int ipr_signal_caught(void);
/* Waits until fd can be read; false if a signal asks to end meanwhile. */
bool ipr_signal_wait(int fd);

#endif
