/* SPDX-License-Identifier: MIT
 * ipr.h: the version, the status codes and the error record.
 *
 * Provides the two things every other file of the core speaks in: what a
 * fallible function returns (ipr_status) and what it fills in on failure
 * (ipr_err). Included by all; includes nothing of ours. All error codes live
 * in IPR_STATUS_LIST, which also feeds the README's table.
 */
#ifndef IPR_H
#define IPR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define IPR_VERSION "0.1.0"

/* X(NAME, "code", "what it means and what to do") */
#define IPR_STATUS_LIST(X)                                                                         \
    X(OK, "ok", "no error")                                                                        \
    X(ENOMEM, "out_of_memory", "memory could not be had; nothing was changed")                     \
    X(EUTF8, "bad_utf8", "the bytes are not UTF-8; convert the file, e.g. with iconv")             \
    X(EUTF16, "utf16", "the file is UTF-16; convert it with iconv -f UTF-16 -t UTF-8")             \
    X(ENUMBER, "bad_number", "the text is not a number")                                           \
    X(EJSON, "bad_json", "the text is not JSON; the offset says where it breaks")                  \
    X(EDEPTH, "too_deep", "nesting passes the limit")                                              \
    X(EQUOTE, "bad_quote", "a quote is not closed; in strict mode also one out of place")          \
    X(ERECORD, "record_too_long", "a record passes max_record or max_lines; a quote is unclosed")  \
    X(EFIELDS, "too_many_fields", "a row has more fields than the header, or than max_fields")     \
    X(ENOID, "no_id", "the row has no id")                                                         \
    X(EHEADER, "bad_header", "the header lacks a column that is needed")                           \
    X(EUSAGE, "usage", "the command line or an argument is wrong")                                 \
    X(EIO, "io", "a file could not be read or written")                                            \
    X(EEMPTY, "empty", "the input is empty where something is needed")                             \
    X(EVALUE, "bad_value", "a value lies outside what its place allows")                           \
    X(ENAME, "unknown_name", "a name is not known; the message gives the nearest")                 \
    X(ELIMIT, "limit", "a named limit was passed")                                                 \
    X(EVERSION, "bad_version", "packed data of another version, or damaged")                       \
    X(EPACK, "bad_pack", "a language pack breaks its own rules; table and row are named")          \
    X(ERULE, "bad_rule", "a rule file or a rule in it is wrong; file, line and rule are named")    \
    X(ELIST, "bad_list", "a list file (brands, prices, sellers …) is wrong; the line is named")    \
    X(EEVENT, "bad_event", "an event breaks the event table's rules")                              \
    X(ECLOSED, "closed", "the object was closed")

typedef enum ipr_status {
#define X(name, code, text) IPR_##name,
    IPR_STATUS_LIST(X)
#undef X
        IPR_STATUS_COUNT
} ipr_status;

/* Why something failed. Callers zero it; the failing function fills it. */
typedef struct ipr_err {
    ipr_status code;   /* which row of IPR_STATUS_LIST */
    size_t offset;     /* byte in the input where it broke, 0-based */
    size_t line;       /* line in the input, 1-based; 0 where lines mean nothing */
    char message[160]; /* short, NUL-ended; says what was expected and what was found */
} ipr_err;

/* The stable lower-case code of a status, e.g. "bad_json". Never NULL. */
const char *ipr_status_code(ipr_status s);
/* One sentence for people. Never NULL. */
const char *ipr_status_text(ipr_status s);

/* Fills err (which may be NULL) with code, offset and a copy of message (cut to
 * fit), and returns code, so that `return ipr_fail(err, …)` is one line. */
ipr_status ipr_fail(ipr_err *err, ipr_status code, size_t offset, const char *message);

#endif
