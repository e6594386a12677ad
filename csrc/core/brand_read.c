/* SPDX-License-Identifier: MIT
 * brand_read.c: laying a text beside a name: are they the same, and what was done to it. */
#include "brand_priv.h"

/* What a sign or digit may stand for beside ipr_fold_leet. */
static bool is_leet(uint32_t sign, uint32_t letter)
{
    if (ipr_fold_leet(sign) && (uint32_t)ipr_fold_leet(sign) == letter)
        return true;
    return (sign == '1' && letter == 'l') || (sign == '!' && letter == 'l') ||
           (sign == '|' && letter == 'l') || (sign == '9' && letter == 'q');
}

/* A capital I behind a small letter stands for l; a small l behind a capital stands for I. */
static bool is_small_l(const ipr_letter *t, const ipr_form_letter *f)
{
    if (t->cp == 'i' && f->cp == 'l')
        return (t->how & IPR_LT_UPPER) && (t->how & IPR_LT_AFTER_SMALL);
    return t->cp == 'l' && f->cp == 'i' && !(t->how & IPR_LT_UPPER) &&
           (t->how & IPR_LT_AFTER_UPPER);
}

/* One text letter against one form letter. Counts what differs if `r`. */
static bool same_letter(const ipr_letter *t, const ipr_form_letter *f, ipr_reading *r)
{
    ipr_reading none = {0};
    if (!r)
        r = &none;
    if (t->cp == f->cp) {
        r->wide += (t->how & IPR_LT_WIDE) != 0;
        r->styled += (t->how & IPR_LT_STYLED) != 0;
        r->accent += ((t->how ^ f->how) & IPR_LT_ACCENT) != 0;
        r->caps += ((t->how ^ f->how) & IPR_LT_UPPER) != 0;
        return true;
    }
    uint32_t look = ipr_fold_seen(f->cp, NULL);
    if (t->cp >= 0x80 && (t->look == look || (t->look == 'l' && look == 'i'))) {
        r->homoglyph++;
        return true;
    }
    bool latin = (ipr_fold_of(f->cp)->flags & IPR_CH_SCRIPT) == IPR_CH_LATIN;
    if (t->cp < 0x80 && latin && t->look == look) { /* o for ø: an accent left out */
        r->accent++;
        return true;
    }
    if (t->cp < 0x80 && f->cp > '9' && (t->cp <= '9' || (t->how & IPR_LT_SIGN)) &&
        is_leet(t->cp, f->cp)) {
        r->leet++;
        return true;
    }
    if (is_small_l(t, f)) {
        r->homoglyph++;
        r->small_l++;
        return true;
    }
    return false;
}

typedef struct side {
    const ipr_lexicon *lex;
    const ipr_letters *l;
    ipr_reading *r;
    size_t token; /* index of the text token that holds the current letter */
    int piece;    /* letters since the last gap of the text */
} side;

static uint8_t gap_at(side *s, size_t letter)
{
    const ipr_letters *l = s->l;
    while (s->token + 1 < l->ntok && l->tok[s->token + 1].first <= letter)
        s->token++;
    return l->tok[s->token].first == letter ? l->tok[s->token].gap : (uint8_t)IPR_GAP_CAMEL;
}

static void end_piece(side *s)
{
    if (!s->r->parts || s->piece < s->r->shortest)
        s->r->shortest = s->piece;
    s->r->parts++;
    s->r->singles += s->piece == 1;
    s->piece = 0;
}

/* Compares what stands before text letter j and before form letter i (both inside). */
static void compare_gaps(side *s, size_t j, uint8_t want)
{
    uint8_t got = gap_at(s, j);
    ipr_reading *r = s->r;
    if (got != IPR_GAP_CAMEL)
        end_piece(s);
    if (got == want)
        return;
    if (want != IPR_GAP_CAMEL)
        got == IPR_GAP_CAMEL ? r->joined++ : r->usual++;
    else if (got == IPR_GAP_BLANK)
        r->in_blank++;
    else
        r->in_sign++;
}

static void look_at(side *s, size_t j)
{
    const ipr_letter *c = &s->l->v[j];
    s->r->zero += (c->how & IPR_LT_ZERO) != 0;
    s->r->latin += c->cp >= 'a' && c->cp <= 'z';
    s->piece++;
}

/* A run of one letter in the form against as much of the text; returns text letters taken. */
static size_t read_run(side *s, size_t j, size_t b, size_t i, size_t run, bool first)
{
    const ipr_form_letter *f = s->lex->letters + i;
    size_t k = 0;
    while (k < run && j + k < b && same_letter(&s->l->v[j + k], &f[k], s->r)) {
        if (!first || k > 0)
            compare_gaps(s, j + k, f[k].gap);
        look_at(s, j + k);
        k++;
    }
    if (k == 0)
        return 0;
    s->r->shorter += (int)(run - k);
    if (k < run)
        return k;
    for (; j + k < b && s->l->v[j + k].cp == s->l->v[j + k - 1].cp; k++) {
        compare_gaps(s, j + k, IPR_GAP_CAMEL); /* more of the letter than the name has */
        look_at(s, j + k);
        s->r->longer++;
    }
    return k;
}

bool ipr_brand_read(const ipr_lexicon *lex, const ipr_letters *l, size_t a, size_t b, size_t i,
                    size_t j, ipr_reading *out)
{
    *out = (ipr_reading){0};
    side s = {lex, l, out, 0, 0};
    size_t lo = 0, hi = l->ntok;
    while (hi - lo > 1) {
        size_t mid = (lo + hi) / 2;
        if (l->tok[mid].first <= a)
            lo = mid;
        else
            hi = mid;
    }
    s.token = lo;
    const size_t start = i;
    while (i < j && a < b) {
        size_t run = 1;
        while (i + run < j && lex->letters[i + run].cp == lex->letters[i].cp)
            run++;
        size_t took = read_run(&s, a, b, i, run, i == start);
        if (took == 0)
            return false;
        a += took;
        i += run;
    }
    end_piece(&s);
    out->other_script = out->latin == 0;
    return i == j && a == b;
}

/* A blank or one hyphen between two whole halves is how people write, not evasion. */
static bool is_usual_break(const ipr_reading *r)
{
    return r->in_blank + r->in_sign == 1 && r->parts == 2 && r->shortest >= 3;
}

ipr_trick ipr_brand_trick(const ipr_reading *r, uint8_t form_kind, ipr_trick_class *cls)
{
    static const uint8_t classes[] = {
#define X(name, text, c, about) IPR_CLASS_##c,
        IPR_TRICK_LIST(X)
#undef X
    };
    ipr_trick t = IPR_TRICK_PLAIN;
    bool ordinary = false;
    if (r->homoglyph || r->styled || r->accent > 1)
        t = IPR_TRICK_HOMOGLYPH;
    else if (r->wide)
        t = IPR_TRICK_FULL_WIDTH;
    else if (r->zero)
        t = IPR_TRICK_ZERO_WIDTH;
    else if (r->leet)
        t = IPR_TRICK_LEET;
    else if (r->in_blank > 0 && r->in_blank >= r->in_sign)
        t = IPR_TRICK_SPACING, ordinary = is_usual_break(r);
    else if (r->in_sign)
        t = IPR_TRICK_PUNCTUATION, ordinary = is_usual_break(r);
    else if (r->longer)
        t = IPR_TRICK_REPEAT;
    else if (r->shorter)
        t = IPR_TRICK_DELETION;
    else if (form_kind == IPR_FORM_CODEWORD)
        t = IPR_TRICK_CODEWORD;
    else if (form_kind == IPR_FORM_NATIVE)
        t = IPR_TRICK_TRANSLITERATION;
    else if (form_kind == IPR_FORM_ALIAS || form_kind == IPR_FORM_INITIALS)
        t = IPR_TRICK_ALIAS;
    else if (r->joined)
        t = IPR_TRICK_SPACING, ordinary = true;
    else if (r->usual)
        t = IPR_TRICK_PUNCTUATION, ordinary = true;
    else if (r->caps || r->accent)
        t = IPR_TRICK_CASE;
    *cls = ordinary ? IPR_CLASS_ORDINARY : (ipr_trick_class)classes[t];
    return t;
}

const char *ipr_trick_name(ipr_trick t)
{
    static const char *const names[] = {
#define X(name, text, c, about) text,
        IPR_TRICK_LIST(X)
#undef X
    };
    return t < IPR_TRICK_COUNT ? names[t] : "plain";
}

const char *ipr_trick_about(ipr_trick t)
{
    static const char *const about_of[] = {
#define X(name, text, c, about) about,
        IPR_TRICK_LIST(X)
#undef X
    };
    return t < IPR_TRICK_COUNT ? about_of[t] : "";
}

const char *ipr_trick_class_name(ipr_trick_class c)
{
    static const char *const names[] = {"ordinary", "slip", "evasion"};
    return c <= IPR_CLASS_EVASION ? names[c] : "ordinary";
}
