/* SPDX-License-Identifier: MIT
 * letters.c: one pass over the source; ASCII by switch, the rest by the folding tables. */
#include "letters.h"

#include <string.h>

void ipr_letters_init(ipr_letters *l, ipr_env *env)
{
    *l = (ipr_letters){.env = env};
}

void ipr_letters_fini(ipr_letters *l)
{
    ipr_free(l->env, l->v, l->cap * sizeof *l->v);
    ipr_free(l->env, l->tok, l->cap_tok * sizeof *l->tok);
    ipr_letters_init(l, l->env);
}

uint32_t ipr_letters_key(uint32_t look)
{
    if (look >= 'a' && look <= 'z')
        return look == 'l' ? 'i' : look;
    uint32_t k = look;
    if (look < 0x80 && !(look >= 'a' && look <= 'z') && ipr_fold_leet(look))
        k = (unsigned char)ipr_fold_leet(look);
    return k == 'l' ? 'i' : k;
}

typedef struct reader {
    ipr_letters *l;
    size_t i;       /* next source byte */
    uint8_t gap;    /* what stood since the last letter; IPR_GAP_CAMEL for nothing */
    bool zero;      /* a zero-width character since the last letter */
    bool small;     /* the last letter was a small one */
    bool upper;     /* the last letter was a capital */
    uint8_t script; /* SOLID and script bits of the last letter */
} reader;

static bool open_token(reader *r)
{
    ipr_letters *l = r->l;
    ipr_token *tok = ipr_grow(l->env, l->tok, &l->cap_tok, l->ntok + 1, sizeof *tok);
    if (!tok)
        return false;
    l->tok = tok;
    tok[l->ntok++] = (ipr_token){.first = (uint32_t)l->n, .end = (uint32_t)l->n, .gap = r->gap};
    return true;
}

static bool begins_token(const reader *r, const ipr_letter *c)
{
    if (r->gap != IPR_GAP_CAMEL || r->l->ntok == 0)
        return true;
    if ((c->kind ^ r->script) & IPR_CH_SOLID)
        return true;
    return (c->how & IPR_LT_UPPER) && r->small;
}

static bool put(reader *r, uint32_t plain, uint32_t look, uint8_t how, uint8_t kind)
{
    ipr_letters *l = r->l;
    ipr_letter *v = l->n < l->cap ? l->v : ipr_grow(l->env, l->v, &l->cap, l->n + 1, sizeof *v);
    if (!v)
        return false;
    l->v = v;
    ipr_letter c = {plain, look, ipr_letters_key(look), (uint32_t)r->i, how, kind};
    if (r->gap == IPR_GAP_CAMEL)
        c.how |=
            (uint8_t)((r->small ? IPR_LT_AFTER_SMALL : 0) | (r->upper ? IPR_LT_AFTER_UPPER : 0));
    if (begins_token(r, &c)) {
        if (!open_token(r))
            return false;
    } else if (r->zero) {
        c.how |= IPR_LT_ZERO;
    }
    v[l->n++] = c;
    l->solid |= (kind & IPR_CH_SOLID) != 0;
    l->cyrillic |= (kind & IPR_CH_SCRIPT) == IPR_CH_CYRILLIC;
    r->gap = IPR_GAP_CAMEL;
    r->zero = false;
    r->small = (kind & IPR_CH_SCRIPT) && !(how & IPR_LT_UPPER);
    r->upper = (kind & IPR_CH_SCRIPT) && (how & IPR_LT_UPPER);
    r->script = kind;
    return true;
}

static bool is_alnum(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool is_alpha(unsigned char c)
{
    return is_alnum(c) && c > '9';
}

static bool is_leet_sign(unsigned char c)
{
    return c == '@' || c == '$' || c == '!';
}

static unsigned char byte_at(const reader *r, size_t i)
{
    return i < r->l->src.n ? (unsigned char)r->l->src.p[i] : 0;
}

/* Whether the source has a lone letter at i: no letter or digit right before or behind it. */
static bool is_lone(const reader *r, size_t i)
{
    return is_alpha(byte_at(r, i)) && !is_alnum(byte_at(r, i + 1)) && !is_alnum(byte_at(r, i - 1));
}

/* The next letter or digit at i or a few signs behind it. */
static size_t next_alnum(const reader *r, size_t i)
{
    size_t end = i + 12;
    while (i < end && byte_at(r, i) && !is_alnum(byte_at(r, i)))
        i++;
    return i;
}

/* The token `back` tokens before the end is one letter. */
static bool was_lone(const reader *r, size_t back)
{
    const ipr_letters *l = r->l;
    if (l->ntok < back)
        return false;
    size_t end = back > 1 ? l->tok[l->ntok - back + 1].first : l->n;
    return end - l->tok[l->ntok - back].first == 1 && (l->v[end - 1].kind & IPR_CH_SCRIPT);
}

/* A sign alone in a row of lone letters: F e n d !, S.w.@.t.c.h, with any separators. */
static bool is_in_row(const reader *r)
{
    if (is_alnum(byte_at(r, r->i + 1)) || r->gap == IPR_GAP_CAMEL)
        return false;
    size_t next = next_alnum(r, r->i + 1);
    bool behind = is_lone(r, next);
    return was_lone(r, 1) ? behind || was_lone(r, 2)
                          : behind && is_lone(r, next_alnum(r, next + 1));
}

/* A sign that reads as a letter: @ and $ beside a letter or another sign, ! inside a word, all
 * of them in a row of lone letters. */
static bool is_sign_letter(const reader *r, unsigned char c)
{
    unsigned char next = byte_at(r, r->i + 1), last = r->i ? byte_at(r, r->i - 1) : 0;
    if (is_leet_sign(c) && is_in_row(r))
        return true;
    bool before = is_alnum(last) || is_leet_sign(last);
    bool after = is_alnum(next) || is_leet_sign(next);
    if (c == '@' || c == '$')
        return is_alpha(next) || (is_leet_sign(next) && c != next) || (before && last != c);
    if (c == '!')
        return before && after && next != '!' && !(next >= 'A' && next <= 'Z' && last >= 'a');
    return c == '+' && last >= 'a' && last <= 'z' && next >= 'a' && next <= 'z' &&
           !was_lone(r, 1) && is_alnum(byte_at(r, r->i + 2));
}

static void part(reader *r, ipr_gap gap)
{
    if (r->gap == IPR_GAP_CAMEL || gap < r->gap)
        r->gap = (uint8_t)gap;
    r->zero = false;
}

static ipr_gap gap_of(uint32_t cp)
{
    switch (cp) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case '\v':
    case '\f':
    case 0xA0:
    case 0x3000:
        return IPR_GAP_BLANK;
    case '-':
    case '\'':
    case '.':
    case '_':
    case '*':
    case '~':
    case '^':
    case '=':
    case '#':
    case '`':
    case 0xB4:
    case 0xB7:
    case 0x2010:
    case 0x2011:
    case 0x2018:
    case 0x2019:
    case 0x2022:
    case 0x30FB:
        return IPR_GAP_SOFT;
    default:
        return cp >= 0x2000 && cp <= 0x200A ? IPR_GAP_BLANK : IPR_GAP_HARD;
    }
}

/* Small ASCII letters right behind an ASCII letter: they begin no token and have nothing odd.
 * Most of most texts goes through here. */
static void read_small_run(reader *r)
{
    ipr_letters *l = r->l;
    const char *p = l->src.p;
    const uint8_t kind = IPR_CH_WORD | IPR_CH_LATIN;
    if (r->gap != IPR_GAP_CAMEL || r->zero || r->script != kind || !(r->small || r->upper))
        return;
    uint8_t how = r->small ? IPR_LT_AFTER_SMALL : IPR_LT_AFTER_UPPER;
    size_t i = r->i, n = l->n;
    for (; i < l->src.n && n < l->cap && p[i] >= 'a' && p[i] <= 'z'; i++, n++) {
        uint32_t c = (unsigned char)p[i];
        l->v[n] = (ipr_letter){c, c, c == 'l' ? 'i' : c, (uint32_t)i, how, kind};
        how = IPR_LT_AFTER_SMALL;
    }
    if (n > l->n) {
        r->small = true;
        r->upper = false;
    }
    l->n = n;
    r->i = i;
}

static bool read_ascii(reader *r, unsigned char c)
{
    if (is_alnum(c)) {
        uint8_t how = c >= 'A' && c <= 'Z' ? IPR_LT_UPPER : 0;
        uint32_t small = how ? c + 32u : c;
        uint8_t kind = c > '9' ? IPR_CH_WORD | IPR_CH_LATIN : IPR_CH_WORD;
        return put(r, small, small, how, kind);
    }
    if (is_sign_letter(r, c))
        return put(r, c, c, IPR_LT_SIGN, IPR_CH_WORD);
    r->l->masks |= c == '*' || c == '#' || c == '_';
    part(r, gap_of(c));
    return true;
}

static uint8_t how_of(uint32_t cp, const ipr_fold_record *f)
{
    uint8_t how = 0;
    if (f->flags & IPR_CH_WIDE)
        how = cp >= 0xFF21 && cp <= 0xFF3A ? IPR_LT_WIDE | IPR_LT_UPPER : IPR_LT_WIDE;
    else if (f->flags & IPR_CH_STYLED)
        how = IPR_LT_STYLED;
    else if (f->nplain == 1 && (f->flags & IPR_CH_SCRIPT))
        how = ipr_fold_pool[f->plain] < 0x80 ? IPR_LT_ACCENT : IPR_LT_UPPER;
    return how;
}

static bool read_other(reader *r, uint32_t cp)
{
    uint32_t plain[18], second = 0;
    const ipr_fold_record *f = ipr_fold_of(cp);
    if (cp == IPR_CP_BAD || cp > 0x10FFFF || cp == 0x2120 || cp == 0x2122) { /* ℠ ™ */
        part(r, IPR_GAP_HARD);
        return true;
    }
    if (f->flags & IPR_CH_MARK) {
        if (r->l->n)
            r->l->v[r->l->n - 1].how |= IPR_LT_ACCENT;
        return true;
    }
    if (f->flags & IPR_CH_IGNORED) {
        r->zero = true;
        return true;
    }
    size_t n = ipr_fold_plain(cp, plain);
    uint32_t look = ipr_fold_seen(cp, &second);
    bool word = f->flags & IPR_CH_WORD;
    if (n == 3 && plain[0] == '(' && plain[2] == ')') /* a letter in brackets that is one sign */
        return put(r, plain[1], plain[1], IPR_LT_STYLED, f->flags | IPR_CH_WORD);
    if (f->nseen && !word)
        word = true; /* a squared or flag letter, a currency sign */
    uint8_t how = how_of(cp, f);
    if (f->nseen && !(f->flags & IPR_CH_WORD))
        how |= IPR_LT_STYLED;
    for (size_t i = 0; i < n; i++) {
        bool is_word = word || (ipr_fold_of(plain[i])->flags & IPR_CH_WORD);
        r->l->masks |= cp == 0x2022;
        if (!is_word)
            part(r, gap_of(plain[i]));
        else if (!put(r, plain[i], n == 1 ? look : plain[i], how, f->flags | IPR_CH_WORD))
            return false;
    }
    return !(n == 1 && second && word) || put(r, second, second, how, f->flags | IPR_CH_WORD);
}

uint64_t ipr_letters_hash(const ipr_letters *l, size_t a, size_t b)
{
    uint64_t h = l->env->seed;
    for (size_t i = a; i < b; i++)
        h = ipr_letters_step(h, l->v[i].cp);
    return h;
}

static void finish(ipr_letters *l)
{
    for (size_t i = 0; i < l->ntok; i++) {
        ipr_token *t = &l->tok[i];
        t->end = i + 1 < l->ntok ? l->tok[i + 1].first : (uint32_t)l->n;
        t->hash = ipr_letters_hash(l, t->first, t->end);
        t->capital = l->v[t->first].how & IPR_LT_UPPER;
        t->capitals = t->end - t->first > 1;
        for (uint32_t k = t->first; k < t->end; k++) {
            t->digits |= l->v[k].cp >= '0' && l->v[k].cp <= '9';
            t->capitals &= (l->v[k].how & IPR_LT_UPPER) || !(l->v[k].kind & IPR_CH_SCRIPT);
        }
        t->capitals &= t->capital;
    }
}

ipr_status ipr_letters_read(ipr_letters *l, ipr_str src)
{
    reader r = {.l = l, .gap = IPR_GAP_EDGE};
    l->src = src;
    l->n = l->ntok = 0;
    l->solid = l->cyrillic = l->masks = false;
    if (src.n >= UINT32_MAX)
        return IPR_ELIMIT;
    size_t room = src.n < 1 << 16 ? src.n : 1 << 16;
    ipr_letter *v = ipr_grow(l->env, l->v, &l->cap, room + 1, sizeof *v);
    if (!v)
        return IPR_ENOMEM;
    l->v = v;
    bool ok = true;
    while (ok && r.i < src.n && l->ntok <= l->env->limits.max_tokens) {
        unsigned char c = (unsigned char)src.p[r.i];
        uint32_t cp;
        size_t n = 1;
        if (c < 0x80) {
            ok = read_ascii(&r, c);
        } else {
            n = ipr_utf8_next(src.p + r.i, src.p + src.n, &cp);
            ok = read_other(&r, cp);
        }
        r.i += n;
        read_small_run(&r);
    }
    if (!ok) {
        l->n = l->ntok = 0;
        return IPR_ENOMEM;
    }
    finish(l);
    return l->ntok > l->env->limits.max_tokens ? IPR_ELIMIT : IPR_OK;
}

void ipr_letters_span(const ipr_letters *l, size_t a, size_t b, uint32_t *start, uint32_t *end)
{
    *start = l->v[a].at;
    *end = (uint32_t)ipr_fold_char_end(l->src, l->v[b - 1].at);
}
