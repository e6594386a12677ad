/* SPDX-License-Identifier: MIT
 * json.h: a pull reader and the writing of values, RFC 8259.
 *
 * The reader walks a text token by token, keeps no tree and allocates nothing
 * but what unescaping a string needs; the binding and the listing reader build
 * what they want from it. Texts end at the span given, NUL bytes are errors.
 * Writing: strings are escaped, invalid UTF-8 becomes U+FFFD.
 */
#ifndef IPR_JSON_H
#define IPR_JSON_H

#include "str.h"

typedef enum ipr_json_kind {
    IPR_JSON_END,    /* the text is at its end */
    IPR_JSON_NULL,   /* null */
    IPR_JSON_TRUE,   /* true */
    IPR_JSON_FALSE,  /* false */
    IPR_JSON_NUMBER, /* .raw is the number's text, valid for ipr_decimal_parse */
    IPR_JSON_STRING, /* .raw is what stands between the quotes; see ipr_json_text */
    IPR_JSON_KEY,    /* as STRING; its value follows */
    IPR_JSON_OPEN_OBJECT,
    IPR_JSON_CLOSE_OBJECT,
    IPR_JSON_OPEN_ARRAY,
    IPR_JSON_CLOSE_ARRAY
} ipr_json_kind;

typedef struct ipr_json_token {
    ipr_json_kind kind;
    ipr_str raw;  /* slice of the input */
    bool escaped; /* raw has a backslash */
} ipr_json_token;

#define IPR_JSON_MAX_DEPTH 1024 /* hard ceiling over limits.max_depth */

typedef struct ipr_json {
    const char *begin, *p, *end;
    size_t depth, max_depth;
    uint8_t state;                         /* what may come next; private */
    uint8_t stack[IPR_JSON_MAX_DEPTH / 8]; /* one bit a level: object or array */
} ipr_json;

/* Starts on one JSON text; s stays valid while reading. */
void ipr_json_init(ipr_json *j, ipr_env *env, ipr_str s);
/* The next token. After IPR_JSON_END it keeps returning that. Bytes after the
 * first value are an error. */
ipr_status ipr_json_next(ipr_json *j, ipr_json_token *tok, ipr_err *err);
/* Passes over the value whose first token was just read (objects and arrays whole). */
ipr_status ipr_json_skip(ipr_json *j, const ipr_json_token *first, ipr_err *err);
/* Appends the unescaped text of a STRING or KEY (lone surrogates become U+FFFD). */
void ipr_json_text(ipr_buf *b, const ipr_json_token *tok);

/* Appends s as a JSON string with its quotes. */
void ipr_json_put(ipr_buf *b, ipr_str s);
/* The same without quotes, for a string put together from parts; none ends within a character. */
void ipr_json_put_part(ipr_buf *b, ipr_str s);

#endif
