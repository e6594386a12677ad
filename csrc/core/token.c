/* SPDX-License-Identifier: MIT
 * token.c: segments of text, their tokens, and which line breaks mean nothing. */
#include "token.h"

#include <string.h>

/* Bytes a line must have before its break is taken for page layout. */
#define FULL_LINE 60
/* Bytes of a line looked at for its column gaps. */
#define ROW_SEEN 160
/* Bytes looked at for one mail or web address. */
#define ADDRESS_MAX 2048

/* ---- where a segment ends ---- */

/* A list mark at p: a bullet sign, a dash, or "1." "1)" "a)" before a blank. */
static size_t list_mark(const char *p, const char *end)
{
    const char *q = p;
    if (p < end && (*p == '-' || *p == '*' || *p == '+'))
        return p + 1 < end && p[1] == ' ' ? 1 : 0;
    if (p < end && *p == '(')
        q++;
    const char *first = q;
    while (q < end && q - first < 3 && *q >= '0' && *q <= '9')
        q++;
    if (q == first && q < end && ((*q >= 'a' && *q <= 'z') || (*q >= 'A' && *q <= 'Z')) &&
        q + 1 < end && q[1] == ')')
        q++;
    if (q == first || q >= end)
        return 0;
    if (*q == ')' || (*q == '/' && q + 1 < end && q[1] == ' '))
        return (size_t)(q + 1 - p);
    if (end - q >= 3 && (memcmp(q, "\xE3\x80\x81", 3) == 0 || memcmp(q, "\xEF\xBC\x8E", 3) == 0))
        return (size_t)(q + 3 - p);
    if (*q == '.' && q + 1 < end && !(q[1] >= '0' && q[1] <= '9'))
        return (size_t)(q + 1 - p);
    return 0;
}

static bool starts_item(ipr_str text, const ipr_atom *a)
{
    return (a->kind == IPR_T_PUNCT && a->ch == 'b') ||
           list_mark(text.p + a->start, text.p + text.n) > 0;
}

/* A row "| … |" or a heading "# …". */
static bool starts_row(const ipr_atom *a)
{
    return a->kind == IPR_T_PUNCT && (a->ch == '|' || a->ch == '#');
}

static bool ends_sentence(const ipr_atom *a)
{
    return a->kind == IPR_T_PUNCT && strchr(".!?:;", a->ch);
}

/* Roles after which a line cannot end. */
#define OPEN_ROLES                                                                                 \
    (IPR_ROLE(OF) | IPR_ROLE(IN) | IPR_ROLE(PREP) | IPR_ROLE(DET) | IPR_ROLE(AND) | IPR_ROLE(TO) | \
     IPR_ROLE(BY) | IPR_ROLE(FROM) | IPR_ROLE(GT) | IPR_ROLE(GE) | IPR_ROLE(LT) | IPR_ROLE(LE) |   \
     IPR_ROLE(AUX) | IPR_ROLE(ABOUT) | IPR_ROLE(OUTOF) | IPR_ROLE(EVERY) | IPR_ROLE(BETWEEN) |     \
     IPR_ROLE(OR))

/* The line that begins at p has two column gaps or more, or dots that lead to a cell: a row. */
static bool is_row(const char *p, const char *end)
{
    int gaps = 0;
    end = end - p > ROW_SEEN ? p + ROW_SEEN : end;
    for (; p + 4 < end && *p != '\n' && gaps < 2; p++) {
        gaps += (*p == ' ' || *p == '\t') && (*p == '\t' || p[1] == ' ') && p[-1] != ' ' &&
                p[-1] != '.';
        gaps += memcmp(p, "....", 4) == 0 ? 2 : 0;
    }
    return gaps > 1;
}

/* May the line break before atom b (after a, on a line of `length` bytes with so many column
 * gaps) be layout? */
static bool soft_break(const ipr_pack *pack, ipr_str text, const ipr_atom *a, const ipr_atom *b,
                       size_t length, int gaps)
{
    bool cell = a->kind == IPR_T_NUM && (a->flags & IPR_F_WIDE); /* of a table or a page's head */
    if ((b->flags & IPR_F_PARA) || ends_sentence(a) || starts_item(text, b) || starts_row(b) ||
        cell || gaps > 1)
        return false;
    if (b->kind == IPR_T_WORD && !(b->flags & (IPR_F_CAP | IPR_F_HAN)))
        return true;
    if (length >= FULL_LINE)
        return !is_row(text.p + b->start, text.p + text.n);
    return a->kind == IPR_T_WORD && !(a->flags & IPR_F_HAN) &&
           (pack->hot[ipr_pack_step(pack, 0, a->hash).entry].roles & OPEN_ROLES);
}

/* Reads atoms into seg->tok until the segment's end, and what their signs tell; how many. */
static size_t read_atoms(const ipr_pack *pack, ipr_str text, size_t *pos, ipr_segment *seg,
                         unsigned *signs)
{
    ipr_atoms r = ipr_atoms_at(text, *pos);
    const ipr_atom *line = seg->tok; /* its first atom */
    size_t n = 0;
    int gaps = 0;
    for (size_t more; (more = ipr_atom_run(&r, &seg->tok[n], IPR_SEGMENT_MAX - n)); n += more) {
        const ipr_atom *a = &seg->tok[n + more - 1];
        if (n + more == 1)
            continue;
        if ((a->flags & IPR_F_LINE) &&
            !soft_break(pack, text, a - 1, a, (a - 1)->end - line->start, gaps)) {
            n += more - 1;
            r.p = text.p + (a - 1)->end;
            break;
        }
        if (a->flags & IPR_F_LINE)
            line = a, gaps = 0;
        else if (a->flags & IPR_F_WIDE && !ends_sentence(a - 1))
            gaps++;
    }
    *pos = (size_t)(r.p - text.p);
    *signs = r.signs;
    return n;
}

/* ---- addresses: bytes that look like words and numbers but are none ---- */

static bool host_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
}

/* The end of a mail or web address that begins at p, or p. */
static const char *address_end(const char *p, const char *end)
{
    const char *q = p, *dot = NULL;
    bool at = false, slashes = false;
    if (end - p > ADDRESS_MAX)
        end = p + ADDRESS_MAX;
    while (q < end) {
        if (host_byte(*q)) {
            q++;
        } else if (*q == '.' && q + 1 < end && host_byte(q[1])) {
            dot = q++;
        } else if (*q == '@' && q > p && q + 1 < end && host_byte(q[1])) {
            at = true;
            q++;
        } else if (end - q > 3 && memcmp(q, "://", 3) == 0) {
            slashes = true;
            q += 3;
        } else {
            break;
        }
    }
    bool word = dot && q - dot >= 3;
    for (const char *t = dot ? dot + 1 : q; t < q; t++)
        word = word && *t >= 'a' && *t <= 'z';
    if (!at && !slashes && !word)
        return p;
    if (q < end && (*q == '/' || *q == '?'))
        while (q < end && (uint8_t)*q > ' ' && *q != ')' && *q != '>' && *q != '"')
            q++;
    while (q > p && (q[-1] == '.' || q[-1] == ','))
        q--;
    return q;
}

/* Does the dot, at sign, colon or dash of an address stand right behind the atom? Behind the last
 * atom of a segment stands one without flags. */
static inline bool may_be_address(ipr_str text, const ipr_atom *a)
{
    static const uint8_t signs[256] = {['.'] = 1, ['@'] = 1, [':'] = 1, ['-'] = 1, ['_'] = 1};
    if (a->end + 1 >= text.n || !signs[(uint8_t)text.p[a->end]] || a[1].flags & IPR_F_GAP ||
        a->kind == IPR_T_PUNCT || a->flags & IPR_F_HAN)
        return false;
    char c = text.p[a->end], d = text.p[a->end + 1];
    return (c == '.' && ((d >= 'a' && d <= 'z') || (d >= '0' && d <= '9'))) || c == '@' ||
           (c == ':' && d == '/') || (c == '-' && host_byte(d)) || c == '_';
}

/* How many of the n atoms are the address that begins at the first; 0 if none does. */
static size_t address(ipr_str text, const ipr_atom *atom, size_t n)
{
    const char *p = text.p + atom->start;
    const char *q = address_end(p, text.p + text.n);
    size_t k = 0;
    while (k < n && text.p + atom[k].start < q)
        k++;
    return q == p ? 0 : k;
}

/* ---- phrases ---- */

#define SOON 8  /* atoms ahead whose words are asked for in memory */
#define ENDED 5 /* letters, at least, of a word told by its ending */

/* What an unknown word means by its ending; 0 nothing. All endings are asked without a branch:
 * which of them it is cannot be foretold; those that the pack does not use are the end of no word.
 */
static uint16_t by_ending(const ipr_pack *pack, ipr_str text, const ipr_atom *a)
{
    uint64_t tail = ipr_tail(text, a->end);
    unsigned ends = 0;
#pragma GCC unroll 8
    for (size_t i = 0; i < IPR_ENDING_MAX; i++)
        ends |= (unsigned)ipr_ends(&pack->ending[i], tail) << i;
    ends &= -(unsigned)(a->end - a->start >= ENDED);
    return ends ? pack->ending[__builtin_ctz(ends)].entry : 0;
}

/* Looks all atoms up: what each is by itself or by its ending, and the state if a phrase may go on
 * over the atom behind it. No branch waits for memory here; what the longer phrases need is asked
 * for. */
static void look_up(const ipr_pack *pack, ipr_str text, ipr_segment *seg, size_t atoms)
{
    const unsigned foreign = IPR_F_CAP | IPR_F_HAN;
    const ipr_atom *a = seg->tok;
    uint16_t unknown[IPR_SEGMENT_MAX + 1]; /* words in small letters */
    size_t n = 0;
    for (size_t i = 0; i < atoms; i++) {
        ipr_pack_expect(pack, 0, a[i + SOON < atoms ? i + SOON : i].hash);
        ipr_step s = ipr_pack_step(pack, 0, a[i].hash);
        unsigned goes = (i + 1 < atoms) & ipr_pack_follows(pack, s.state, a[i + 1].hash);
        s.state = (uint16_t)(s.state & -goes);
        ipr_pack_expect(pack, s.state, a[i + goes].hash);
        seg->step[i] = s;
        unknown[n] = (uint16_t)i;
        n += !(s.entry | (a[i].kind ^ IPR_T_WORD) | (a[i].flags & foreign));
    }
    for (size_t i = 0; i < n; i++)
        seg->step[unknown[i]].entry = by_ending(pack, text, &a[unknown[i]]);
}

/* The longest phrase at an atom that leads to s; returns how many atoms it takes, 1 if none. */
static inline size_t longest(const ipr_pack *pack, const ipr_atom *atom, size_t n, ipr_step s,
                             uint16_t *entry)
{
    size_t best = 1;
    bool goes = s.state != 0;
    *entry = s.entry;
    for (size_t k = 1; goes; goes = ++k < n && ipr_pack_follows(pack, s.state, atom[k].hash)) {
        s = ipr_pack_step(pack, s.state, atom[k].hash);
        if (s.entry) {
            *entry = s.entry;
            best = k + 1;
        }
    }
    return best;
}

/* "R500 million", "P1,200": a letter is a currency only as a capital that touches a number
 * too long for a name. */
static bool letter_currency(const ipr_pack *pack, const ipr_atom *a, size_t n)
{
    const ipr_atom *next = a + 1;
    bool scaled =
        n > 2 && pack->hot[ipr_pack_step(pack, 0, a[2].hash).entry].roles & IPR_ROLE(SCALE);
    return n > 1 && (a->flags & IPR_F_CAP) && next->kind == IPR_T_NUM && next->start == a->end &&
           (scaled || next->flags & (IPR_F_GROUPED | IPR_F_POINT));
}

#define NUMERAL (IPR_ROLE(NUMBER) | IPR_ROLE(SCALE) | IPR_ROLE(POST_GT))

/* Does a number end before token t, the segment's first or a later one? */
static bool behind_number(const ipr_segment *seg, const ipr_token *t)
{
    return t > seg->tok && (t[-1].kind == IPR_T_NUM || t[-1].roles & NUMERAL);
}

/* The roles of an entry that hold for a token of the first k of n atoms. */
static uint64_t roles_here(const ipr_pack *pack, const ipr_segment *seg, const ipr_token *t,
                           const ipr_atom *a, size_t k, size_t n, ipr_hot hot)
{
    if ((hot.roles & IPR_ROLE(CURRENCY)) && a->kind == IPR_T_WORD && a->end - a->start == 1 &&
        k == 1)
        hot.roles &= letter_currency(pack, a, n) ? IPR_ROLE(CURRENCY) : ~IPR_ROLE(CURRENCY);
    /* a measure word that also names a thing measures only behind a number */
    if ((hot.roles & IPR_ROLE(COUNTER)) && (hot.flags & IPR_F_CONCEPT) && !behind_number(seg, t))
        hot.roles &= ~IPR_ROLE(COUNTER);
    return hot.roles;
}

/* "a $5 million fine": a letter apart from the sign behind it is a word, no part of a currency. */
static bool letter_apart(const ipr_atom *a, size_t k, uint64_t roles)
{
    return k == 2 && a->end - a->start == 1 && a[1].flags & IPR_F_GAP && roles & IPR_ROLE(CURRENCY);
}

/* Makes a token, at or before its atoms, of the first of n that lead to s; of how many. */
static inline size_t make_token(const ipr_pack *pack, const ipr_segment *seg, ipr_token *t,
                                const ipr_atom *a, size_t n, ipr_step s)
{
    uint16_t entry;
    size_t k = longest(pack, a, n, s, &entry);
    ipr_hot hot = pack->hot[entry];
    if (hot.roles & (IPR_ROLE(CURRENCY) | IPR_ROLE(COUNTER))) {
        if (letter_apart(a, k, hot.roles)) {
            k = 1;
            entry = s.entry;
            hot = pack->hot[entry];
        }
        hot.roles = roles_here(pack, seg, t, a, k, n, hot);
    }
    const ipr_atom *last = &a[k - 1];
    uint32_t end = last->end;
    unsigned flags = a->flags | hot.flags | (last->flags & (IPR_F_POSS | IPR_F_HAN));
    unsigned same = -(unsigned)(k == 1); /* no branch: a word is kind 0 */
    *t = *a;
    t->end = end;
    t->kind = (uint8_t)(t->kind & same);
    t->ch = k == 1 ? t->ch : 0;
    t->entry = entry;
    t->roles = hot.roles;
    t->flags = (uint16_t)flags;
    return k;
}

/* Makes one of the n atoms that are an address. */
static void skip_address(ipr_token *t, const ipr_atom *a, size_t n)
{
    uint32_t end = a[n - 1].end;
    *t = *a;
    t->kind = IPR_T_SKIP;
    t->end = end;
    t->entry = 0;
    t->roles = 0;
}

static bool is_dot(const ipr_atom *a)
{
    return a->kind == IPR_T_PUNCT && a->ch == '.';
}

/* "Tobacco ........ 85%": takes out the dots that lead to a cell, four or more; how many atoms are
 * left. */
static size_t drop_leaders(ipr_atom *a, size_t atoms)
{
    size_t n = 0;
    for (size_t i = 0, k; i < atoms; i = k) {
        for (k = i; k < atoms && is_dot(&a[k]);)
            k++;
        if (k > i + 3 && k < atoms) {
            a[k].flags |= IPR_F_GAP | IPR_F_WIDE;
        } else {
            k += k == i;
            memmove(&a[n], &a[i], (k - i) * sizeof *a);
            n += k - i;
        }
    }
    return n;
}

/* What signs tell: their notes, and what only some of them tell of. */
enum { BAR = 1 << 8, QUOTE = 1 << 9, DASH = 1 << 10, HYPHEN = 1 << 11, COLON = 1 << 12 };
#define STOP IPR_NOTE(STOPS)
#define BREAK IPR_NOTE(BREAKS)
static const uint16_t SIGNS[128] = {['.'] = STOP,          ['!'] = STOP,
                                    ['?'] = STOP,          [';'] = STOP | BREAK | IPR_NOTE(VERBS),
                                    ['|'] = BREAK | BAR,   [','] = BREAK,
                                    [':'] = BREAK | COLON, ['('] = BREAK,
                                    [')'] = BREAK,         ['/'] = BREAK,
                                    ['d'] = DASH,          ['-'] = DASH | HYPHEN,
                                    ['q'] = QUOTE};

/* What the tokens tell of their segment. */
typedef struct notes {
    uint64_t roles;
    unsigned flags, signs, noted;
} notes;

/* Notes what token i tells, before one with such flags. A dash behind a blank, or a hyphen between
 * two, may end a clause. */
static inline void note_token(const ipr_pack *pack, ipr_segment *seg, size_t i, unsigned next,
                              notes *all)
{
    const ipr_token *t = &seg->tok[i];
    unsigned sign = SIGNS[t->ch & 127], gap = t->flags & IPR_F_GAP;
    bool parts = ((sign & DASH) != 0) & gap & (((sign & HYPHEN) == 0) | (next & IPR_F_GAP));
    seg->sign[i] = t->ch;
    all->roles |= seg->role[i] = t->roles;
    all->flags |= t->flags;
    all->signs |= sign;
    sign |= pack->hot[t->entry].notes | (unsigned)(t->kind == IPR_T_NUM) << IPR_N_OPENS;
    all->noted |= seg->notes[i] = (uint8_t)(sign | (BREAK & -(unsigned)parts));
}

/* Makes tokens of the atoms, whose signs tell this. */
static notes match_phrases(const ipr_pack *pack, ipr_str text, ipr_segment *seg, size_t atoms,
                           unsigned signs)
{
    const char *tried = text.p; /* addresses before this byte were looked for */
    const char *end = text.p + seg->tok[atoms - 1].end;
    notes all = {0};
    size_t n = 0;
    if (signs & IPR_A_DOTS)
        atoms = drop_leaders(seg->tok, atoms);
    seg->tok[atoms] = (ipr_atom){0};
    look_up(pack, text, seg, atoms);
    for (size_t i = 0, k; i < atoms; i += k, n++) {
        const ipr_atom *a = &seg->tok[i];
        k = 0;
        if (signs & IPR_A_JOINS && may_be_address(text, a) && text.p + a->start >= tried) {
            k = address(text, a, atoms - i);
            if (!k)
                for (tried = text.p + a->start; tried < end && host_byte(*tried);)
                    tried++;
        }
        if (k)
            skip_address(&seg->tok[n], a, k);
        else
            k = make_token(pack, seg, &seg->tok[n], a, atoms - i, seg->step[i]);
        note_token(pack, seg, n, a[k].flags, &all);
    }
    seg->n = n;
    return all;
}

/* ---- Han numerals of dates ---- */

/* The Han numeral at token i below 100; *k: the token behind it. 0 if there is none. */
static uint64_t numeral(const ipr_pack *pack, const ipr_segment *seg, size_t i, size_t *k)
{
    uint64_t tens = 0, ones = 0;
    bool ten = false;
    for (*k = i; *k < seg->n && *k < i + 3; ++*k) {
        const ipr_token *t = &seg->tok[*k];
        const ipr_entry *e = &pack->entries[t->entry];
        if (!(t->flags & IPR_F_HAN))
            break;
        if ((t->roles & IPR_ROLE(SCALE)) && e->scale == 1 && !ten) {
            ten = true;
            tens = ones ? ones : 1;
            ones = 0;
        } else if ((t->roles & IPR_ROLE(NUMBER)) && !ones) {
            ones = (uint64_t)e->number;
        } else {
            break;
        }
    }
    return tens * 10 + ones;
}

/* The year that four Han digits at token i write; 0 if there are not four. */
static uint64_t year_digits(const ipr_pack *pack, const ipr_segment *seg, size_t i)
{
    uint64_t year = 0;
    for (size_t k = i; k < i + 4; k++) {
        if (k >= seg->n || !(seg->tok[k].roles & IPR_ROLE(NUMBER)))
            return 0;
        year = year * 10 + (uint64_t)pack->entries[seg->tok[k].entry].number;
    }
    return year;
}

static bool marks(const ipr_pack *pack, const ipr_segment *seg, size_t i, int which)
{
    return i < seg->n && (seg->tok[i].roles & IPR_ROLE(TIMEMARK)) &&
           pack->entries[seg->tok[i].entry].time == which;
}

/* Numerals before the marks of a year, a month and the month's day become numbers: a date
 * is read alike in numerals and in digits. */
static void number_dates(const ipr_pack *pack, ipr_segment *seg)
{
    size_t n = 0;
    for (size_t i = 0; i < seg->n; n++) {
        ipr_token *t = &seg->tok[n];
        size_t k = i + 4;
        bool han = (seg->tok[i].flags & IPR_F_HAN) &&
                   (seg->tok[i].roles & (IPR_ROLE(NUMBER) | IPR_ROLE(SCALE)));
        uint64_t v = han && marks(pack, seg, k, IPR_TIME_YEAR) ? year_digits(pack, seg, i) : 0;
        if (han && !v) {
            v = numeral(pack, seg, i, &k);
            bool day = v <= 31 && n > 1 && marks(pack, seg, n - 1, IPR_TIME_MONTH) &&
                       marks(pack, seg, k, IPR_TIME_DAY);
            if (!day && !(v <= 12 && marks(pack, seg, k, IPR_TIME_MONTH)))
                v = 0;
        }
        *t = seg->tok[i++];
        if (!v)
            continue;
        t->end = seg->tok[k - 1].end;
        t->kind = IPR_T_NUM;
        t->mant = v;
        t->exp = 0;
        t->roles = 0;
        t->entry = 0;
        t->flags &= (uint16_t) ~(IPR_F_HAN | IPR_F_CONCEPT | IPR_F_DEFINES | IPR_F_HOME);
        i = k;
    }
    seg->n = n;
}

/* Does a later token than the first stand behind a column gap, or part cells? */
static bool has_cells(const ipr_segment *seg)
{
    for (size_t i = 1; i < seg->n; i++) {
        const ipr_token *t = &seg->tok[i];
        if (t->ch == '|' || ((t->flags & IPR_F_WIDE) && !ipr_tok_ch(seg, i - 1, '.')))
            return true;
    }
    return false;
}

/* The sets of bits of the notes, up to the end of their last word. */
static void gather_notes(ipr_segment *seg)
{
    size_t last = (seg->n - 1) / 64 * 8;
#pragma GCC unroll 8
    for (unsigned note = 0; note < IPR_NOTES; note++)
        memset(&seg->bits[note][last], 0, 8);
    memset(&seg->notes[seg->n], 0, 8);
    for (size_t k = 0; k * 8 < seg->n; k++) {
        uint64_t turned = ipr_turn_bits(ipr_load8(&seg->notes[k * 8]));
#pragma GCC unroll 8
        for (unsigned note = 0; note < IPR_NOTES; note++)
            seg->bits[note][k] = (uint8_t)(turned >> 8 * note);
    }
}

static notes note_tokens(const ipr_pack *pack, ipr_segment *seg)
{
    notes all = {0};
    for (size_t i = 0; i < seg->n; i++)
        note_token(pack, seg, i, seg->tok[i + 1].flags, &all);
    return all;
}

/* "Arrests: 57", a line below another: a label, its figure and no sentence; not "Period: 2024",
 * "May to July 2024". */
static bool labels(const ipr_segment *seg)
{
    const uint64_t dates = IPR_ROLE(MONTH) | IPR_ROLE(FISCAL) | IPR_ROLE(HALF) | IPR_ROLE(QUARTER) |
                           IPR_ROLE(TIMEMARK);
    const ipr_token *last = &seg->tok[seg->n - 1];
    size_t k = 0;
    while (k < 8 && k < seg->n && seg->tok[k].kind == IPR_T_WORD)
        k++;
    if (k == 0 || !ipr_tok_ch(seg, k, ':') || seg->blank || (seg->flags & IPR_F_HAN) ||
        (last->kind == IPR_T_PUNCT && strchr(".!?;,", last->ch)))
        return false;
    for (size_t end = k + 4; k < end && k < seg->n && !ipr_tok_is(seg, k, dates); k++)
        if (seg->tok[k].kind == IPR_T_NUM)
            return !ipr_tok_is(seg, k + 1, dates) &&
                   (k + 1 < seg->n || seg->tok[k].mant < 1900 || seg->tok[k].mant > 2100);
    return false;
}

static void describe(ipr_segment *seg, const notes *all)
{
    const ipr_token *t = seg->tok, *last = &seg->tok[seg->n - 1];
    seg->role[seg->n] = 0;
    seg->sign[seg->n] = 0;
    gather_notes(seg);
    seg->roles = all->roles;
    seg->noted = all->noted;
    seg->flags = all->flags;
    seg->quotes = all->signs & QUOTE;
    seg->table = ((all->signs & BAR) || (all->flags & IPR_F_WIDE)) && has_cells(seg);
    seg->blank = t->flags & IPR_F_PARA;
    seg->bullet = seg->bullet || (all->signs & COLON && labels(seg));
    seg->lead = last->kind == IPR_T_PUNCT && last->ch == ':';
    seg->heading = !seg->bullet && seg->n <= 24 && last->end - t->start <= 110 &&
                   !(last->kind == IPR_T_PUNCT && strchr(".!?;,", last->ch));
}

/* Takes list marks at the segment's start out of the reckoning. */
static void mark_list_mark(ipr_segment *seg, ipr_str text)
{
    if (!seg->bullet)
        return;
    size_t n = list_mark(text.p + seg->tok[0].start, text.p + text.n);
    for (size_t i = 0; i < seg->n && seg->tok[i].end <= seg->tok[0].start + n; i++)
        seg->tok[i].flags |= IPR_F_TRAP;
}

/* Tokens that are none, behind the last. */
static void end_tokens(ipr_segment *seg)
{
    memset(&seg->tok[seg->n], 0, 2 * sizeof seg->tok[0]);
}

bool ipr_segment_next(const ipr_pack *pack, ipr_str text, size_t *pos, ipr_segment *seg)
{
    unsigned signs;
    size_t atoms = read_atoms(pack, text, pos, seg, &signs);
    if (!atoms)
        return false;
    seg->bullet = starts_item(text, seg->tok);
    notes all = match_phrases(pack, text, seg, atoms, signs);
    end_tokens(seg);
    if ((all.flags & IPR_F_HAN) && (all.roles & (IPR_ROLE(NUMBER) | IPR_ROLE(SCALE)))) {
        number_dates(pack, seg);
        end_tokens(seg);
        all = note_tokens(pack, seg);
    }
    describe(seg, &all);
    mark_list_mark(seg, text);
    return true;
}
