/* SPDX-License-Identifier: MIT
 * brand_load.c: lexicons and vocabulary from text: TSV of brands, words, goods, phrases. */
#include "brand_priv.h"

#include <string.h>

/* The next line of *rest without its end; false at the end of the text. */
static bool next_line(ipr_str *rest, ipr_str *line)
{
    if (rest->n == 0)
        return false;
    const char *nl = memchr(rest->p, '\n', rest->n);
    size_t n = nl ? (size_t)(nl - rest->p) : rest->n;
    *line = (ipr_str){rest->p, n};
    if (n && line->p[n - 1] == '\r')
        line->n--;
    rest->p += nl ? n + 1 : n;
    rest->n -= nl ? n + 1 : n;
    return true;
}

/* The next tab-separated cell of *line; empty behind the last. */
static ipr_str next_cell(ipr_str *line)
{
    const char *tab = line->n ? memchr(line->p, '\t', line->n) : NULL;
    ipr_str cell = {line->p, tab ? (size_t)(tab - line->p) : line->n};
    line->p += tab ? cell.n + 1 : cell.n;
    line->n -= tab ? cell.n + 1 : cell.n;
    return ipr_str_trim(cell);
}

/* ---- brands ---- */

enum { MAX_COLUMNS = 64 };
typedef enum column {
    C_OTHER,
    C_BRAND,
    C_KEY,
    C_CATEGORY,
    C_RISK,
    C_AMBIGUOUS,
    C_ALIASES,
    C_NATIVE,
    C_CODEWORDS,
    C_PRICE,
    C_CURRENCY
} column;

static const struct {
    const char *name;
    column c;
} known[] = {{"brand", C_BRAND},
             {"key", C_KEY},
             {"category", C_CATEGORY},
             {"high_risk", C_RISK},
             {"ambiguous_word", C_AMBIGUOUS},
             {"aliases", C_ALIASES},
             {"zh", C_NATIVE},
             {"ru", C_NATIVE},
             {"ja", C_NATIVE},
             {"ko", C_NATIVE},
             {"ar", C_NATIVE},
             {"codewords", C_CODEWORDS},
             {"price", C_PRICE},
             {"currency", C_CURRENCY}};

const char *ipr_lexicon_column(size_t i)
{
    return i < sizeof known / sizeof *known ? known[i].name : NULL;
}

static column column_of(ipr_str name)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (ipr_str_is(name, known[i].name))
            return known[i].c;
    return C_OTHER;
}

static bool is_yes(ipr_str s)
{
    return ipr_str_is(s, "1") || ipr_str_is(s, "true") || ipr_str_is(s, "yes");
}

static void set_cell(ipr_brand_row *row, column c, ipr_str cell)
{
    switch (c) {
    case C_BRAND:
        row->brand = cell;
        break;
    case C_KEY:
        row->key = cell;
        break;
    case C_CATEGORY:
        row->category = cell;
        break;
    case C_RISK:
        row->high_risk = is_yes(cell);
        break;
    case C_AMBIGUOUS:
        row->ambiguous = is_yes(cell);
        break;
    case C_ALIASES:
        row->aliases = cell;
        break;
    case C_CODEWORDS:
        row->codewords = cell;
        break;
    case C_PRICE:
        row->price = cell;
        break;
    case C_CURRENCY:
        row->currency = cell;
        break;
    case C_NATIVE: /* added cell by cell */
    case C_OTHER:
        break;
    }
}

typedef struct header {
    column c[MAX_COLUMNS];
    size_t n;
    bool risk;   /* has a high_risk column */
    bool native; /* has columns of names in other scripts: a list of brands known everywhere */
} header;

static bool read_header(ipr_str line, header *h)
{
    bool brand = false;
    h->n = 0;
    h->risk = h->native = false;
    if (line.n >= 3 && memcmp(line.p, "\xEF\xBB\xBF", 3) == 0)
        line.p += 3, line.n -= 3;
    while (line.n && h->n < MAX_COLUMNS) {
        column c = column_of(next_cell(&line));
        brand |= c == C_BRAND;
        h->risk |= c == C_RISK;
        h->native |= c == C_NATIVE;
        h->c[h->n++] = c;
    }
    return brand;
}

static ipr_status add_line(ipr_lexicon *lex, const header *h, ipr_str line, bool fill)
{
    ipr_brand_row row = {.high_risk = h->native && !h->risk};
    ipr_str cells = line;
    for (size_t i = 0; i < h->n; i++)
        set_cell(&row, h->c[i], next_cell(&cells));
    if (fill)
        return ipr_lexicon_fill_row(lex, &row);
    ipr_status st = ipr_lexicon_add(lex, &row);
    cells = line;
    for (size_t i = 0; i < h->n && st == IPR_OK; i++) {
        ipr_str cell = next_cell(&cells);
        if (h->c[i] != C_NATIVE || cell.n == 0)
            continue;
        ipr_brand_row more = {.brand = row.brand, .native = cell};
        st = ipr_lexicon_add(lex, &more);
    }
    return st;
}

static ipr_status read_list(ipr_lexicon *lex, ipr_str tsv, bool fill, ipr_err *err)
{
    header h;
    ipr_str rest = tsv, line;
    size_t number = 1;
    if (!next_line(&rest, &line) || !read_header(line, &h)) {
        ipr_status st =
            ipr_fail(err, IPR_EHEADER, 0, "the first line must name a column \"brand\"");
        if (err)
            err->line = 1;
        return st;
    }
    while (next_line(&rest, &line)) {
        number++;
        if (ipr_str_trim(line).n == 0)
            continue;
        ipr_status st = add_line(lex, &h, line, fill);
        if (st == IPR_OK)
            continue;
        const char *why = st == IPR_EEMPTY ? "the brand's name has no letter or digit, or over 60"
                          : lex->n >= lex->env->limits.max_list ? "more brands than max_list"
                                                                : ipr_status_text(st);
        ipr_fail(err, st == IPR_EEMPTY ? IPR_ELIST : st, (size_t)(line.p - tsv.p), why);
        if (err)
            err->line = number;
        return st == IPR_EEMPTY ? IPR_ELIST : st;
    }
    return IPR_OK;
}

ipr_status ipr_lexicon_read(ipr_lexicon *lex, ipr_str tsv, ipr_err *err)
{
    return read_list(lex, tsv, false, err);
}

ipr_status ipr_lexicon_fill(ipr_lexicon *lex, ipr_str tsv, ipr_err *err)
{
    if (ipr_map_seal(&lex->names) != IPR_OK)
        return IPR_ENOMEM;
    return read_list(lex, tsv, true, err);
}

/* ---- vocabulary ---- */

static ipr_status add_role(ipr_lexicon *lex, ipr_str word, uint32_t roles, bool category)
{
    ipr_letters *l = &lex->scratch;
    ipr_status st = ipr_letters_read(l, word);
    if (st != IPR_OK || l->n == 0)
        return st;
    uint64_t hash = ipr_letters_hash(l, 0, l->n);
    ipr_map_slot *s = ipr_map_want(&lex->vocab, (category ? ~hash : hash) | 1);
    if (!s)
        return IPR_ENOMEM;
    s->flags |= roles;
    return IPR_OK;
}

ipr_status ipr_lexicon_read_words(ipr_lexicon *lex, ipr_str text)
{
    ipr_str line;
    ipr_status st = IPR_OK;
    while (st == IPR_OK && next_line(&text, &line)) {
        bool name = false; /* Nike, iPhone */
        for (size_t i = 0; i < line.n; i++)
            name |= line.p[i] >= 'A' && line.p[i] <= 'Z';
        st = add_role(lex, line, name ? IPR_ROLE(NAME) : IPR_ROLE(COMMON), false);
    }
    return st;
}

static uint32_t roles_of(ipr_str text)
{
    static const char *const names[] = {
#define X(bit, name) name,
        IPR_ROLE_LIST(X)
#undef X
    };
    uint32_t roles = 0;
    while (text.n) {
        const char *blank = memchr(text.p, ' ', text.n);
        ipr_str one = {text.p, blank ? (size_t)(blank - text.p) : text.n};
        uint32_t bit = 0;
        for (size_t i = 0; i < IPR_ROLE_COUNT; i++)
            if (ipr_str_is(one, names[i]))
                bit = 1u << i;
        if (!bit)
            return 0;
        roles |= bit;
        text.p += blank ? one.n + 1 : one.n;
        text.n -= blank ? one.n + 1 : one.n;
    }
    return roles;
}

ipr_status ipr_lexicon_read_goods(ipr_lexicon *lex, ipr_str text, ipr_err *err)
{
    ipr_str line, all = text;
    ipr_status st = IPR_OK;
    for (size_t number = 1; st == IPR_OK && next_line(&text, &line); number++) {
        size_t at = (size_t)(line.p - all.p);
        ipr_str word = next_cell(&line);
        if (word.n == 0 || word.p[0] == '#')
            continue;
        uint32_t roles = roles_of(next_cell(&line));
        bool category = word.p[0] == '=';
        st = roles ? add_role(lex, word, roles, category)
                   : ipr_fail(err, IPR_ELIST, at, "a role is not known");
        if (st != IPR_OK && err)
            err->line = number;
    }
    return st;
}

ipr_status ipr_lexicon_read_phrases(ipr_lexicon *lex, ipr_str text)
{
    ipr_str line;
    ipr_status st = IPR_OK;
    while (st == IPR_OK && next_line(&text, &line)) {
        if (line.n == 0 || line.p[0] == '#')
            continue;
        st = ipr_dict_add(lex->phrases, line, 0, 0);
        while (st == IPR_OK && line.n) { /* so that only names with such a word are looked at */
            const char *blank = memchr(line.p, ' ', line.n);
            size_t n = blank ? (size_t)(blank - line.p) : line.n;
            st = add_role(lex, (ipr_str){line.p, n}, IPR_ROLE(PHRASED), false);
            line.p += blank ? n + 1 : n;
            line.n -= blank ? n + 1 : n;
        }
    }
    return st;
}
