/* SPDX-License-Identifier: MIT
 * brand_hidden.c: names with letters hidden behind signs (G*cci, L_uis Vu_tton), without vowels
 * in every word (Lr Pn), or cut short in their last word (Michael Ko). The first two keep the
 * name's bones, its consonants in their order: names are filed under them, found by them, and
 * verified letter by letter. */
#include "brand_priv.h"

#include <string.h>

enum { MAX_CHUNKS = 5, MAX_ITEMS = 48, MIN_BONES = 2, MAX_CHAIN = 64, MASK = 0 };

static bool is_vowel(uint32_t look)
{
    return look == 'a' || look == 'e' || look == 'i' || look == 'o' || look == 'u';
}

static void add_bone(uint64_t *h, size_t *n, uint32_t look)
{
    if (is_vowel(look))
        return;
    *h = ipr_letters_step(*h, look);
    ++*n;
}

static uint64_t key_of_bones(uint64_t h)
{
    return (h ^ h >> 29) | 1;
}

ipr_status ipr_brand_file_bones(ipr_lexicon *lex, uint32_t number)
{
    ipr_form *f = &lex->forms[number];
    uint64_t h = lex->env->seed;
    size_t n = 0;
    f->bones = IPR_NONE;
    if (f->n < 4 || f->n > MAX_ITEMS || f->kind > IPR_FORM_ALIAS || f->amb == IPR_AMB_WEAK ||
        lex->letters[f->first].cp >= 0x250)
        return IPR_OK;
    for (uint32_t i = 0; i < f->n; i++)
        add_bone(&h, &n, ipr_fold_seen(lex->letters[f->first + i].cp, NULL));
    if (n < MIN_BONES)
        return IPR_OK;
    ipr_map_slot *s = ipr_map_want(&lex->bones, key_of_bones(h));
    if (!s)
        return IPR_ENOMEM;
    f->bones = s->value;
    s->value = number;
    return IPR_OK;
}

/* ---- a stretch of text as letters and hidden letters ---- */

typedef struct stretch {
    uint32_t item[MAX_ITEMS]; /* what a letter looks like, or MASK */
    size_t n, masks;
    uint32_t tail; /* source bytes of masks behind the last letter */
} stretch;

/* Bytes of the sign at s[0, n) that hides a letter, or 0. */
static size_t mask_at(const char *s, size_t n)
{
    if (n && strchr("*#_", *s) && *s)
        return 1;
    return n >= 3 && memcmp(s, "\xE2\x80\xA2", 3) == 0 ? 3 : 0; /* • */
}

/* Adds the masks of source bytes [at, end); false if something else than masks, hyphens,
 * apostrophes or, where `blank` allows it, blanks stands there, or there is no room. */
static bool add_masks(stretch *x, ipr_str src, uint32_t at, uint32_t end, bool blank)
{
    while (at < end) {
        size_t k = mask_at(src.p + at, end - at);
        if (k) {
            if (x->n == MAX_ITEMS)
                return false;
            x->item[x->n++] = MASK;
            x->masks++;
        } else if (!strchr(blank ? " -'" : "-'", src.p[at])) {
            return false;
        }
        at += k ? (uint32_t)k : 1;
    }
    return true;
}

/* Reads tokens [t0, t1) into x. */
static bool read_stretch(const ipr_letters *l, size_t t0, size_t t1, stretch *x)
{
    uint32_t behind = l->v[l->tok[t0].first].at;
    memset(x, 0, sizeof *x);
    for (size_t t = t0; t < t1; t++)
        for (uint32_t i = l->tok[t].first; i < l->tok[t].end; i++) {
            bool blank = i == l->tok[t].first && l->tok[t].gap == IPR_GAP_BLANK;
            if (!add_masks(x, l->src, behind, l->v[i].at, blank) || x->n == MAX_ITEMS)
                return false;
            x->item[x->n++] = l->v[i].look;
            behind = (uint32_t)ipr_fold_char_end(l->src, l->v[i].at);
        }
    for (size_t k; (k = mask_at(l->src.p + behind + x->tail, l->src.n - behind - x->tail));)
        x->tail += (uint32_t)k;
    return add_masks(x, l->src, behind, behind + x->tail, false);
}

static bool is_masked_form(const ipr_lexicon *lex, const ipr_form *f, const stretch *x)
{
    if (x->n != f->n)
        return false;
    for (uint32_t i = 0; i < f->n; i++)
        if (x->item[i] != MASK && x->item[i] != ipr_fold_seen(lex->letters[f->first + i].cp, NULL))
            return false;
    return true;
}

static void try_masked(ipr_finder *f, uint32_t form, size_t t0, size_t t1)
{
    stretch x;
    if (!read_stretch(f->l, t0, t1, &x) || !x.masks || x.masks * 2 > x.n || x.item[0] == MASK)
        return;
    for (int left = MAX_CHAIN; form != IPR_NONE && left-- > 0; form = f->lex->forms[form].bones) {
        if (!is_masked_form(f->lex, &f->lex->forms[form], &x))
            continue;
        ipr_mention m = {.form = form,
                         .a = f->l->tok[t0].first,
                         .b = f->l->tok[t1 - 1].end,
                         .t0 = (uint32_t)t0,
                         .t1 = (uint32_t)t1,
                         .trick = IPR_TRICK_LEET,
                         .cls = IPR_CLASS_EVASION,
                         .tail = x.tail};
        m.reading.leet = (int)x.masks;
        m.reading.latin = (int)(x.n - x.masks);
        ipr_brand_mention(f, &m);
    }
}

/* ---- without vowels in every word ---- */

/* Is the token, letter by letter, the form's letters [*i, …) without vowels, up to a blank of the
 * form? A vowel at the front may stay. Advances *i; counts the vowels left out. */
static bool is_bare_chunk(const ipr_lexicon *lex, const ipr_form *f, const ipr_letters *l, size_t t,
                          uint32_t *i, size_t *dropped)
{
    uint32_t j = l->tok[t].first, end = f->first + f->n, begin = *i;
    for (; *i < end && (*i == begin || lex->letters[*i].gap > IPR_GAP_HARD); ++*i) {
        uint32_t look = ipr_fold_seen(lex->letters[*i].cp, NULL);
        if (j < l->tok[t].end && l->v[j].look == look && (*i == begin || !is_vowel(look)))
            j++;
        else if (is_vowel(look))
            ++*dropped;
        else
            return false;
    }
    return j == l->tok[t].end;
}

static void try_bare(ipr_finder *f, uint32_t form, size_t t0, size_t t1)
{
    const ipr_letters *l = f->l;
    for (int left = MAX_CHAIN; form != IPR_NONE && left-- > 0; form = f->lex->forms[form].bones) {
        const ipr_form *m = &f->lex->forms[form];
        uint32_t i = m->first;
        size_t t = t0, dropped = 0;
        while (t < t1 && i < m->first + m->n && is_bare_chunk(f->lex, m, l, t, &i, &dropped))
            t++;
        bool few = t1 - t0 == 1 && l->tok[t0].end - l->tok[t0].first > 3;
        if (t < t1 || i < m->first + m->n || dropped < (few ? 1u : 2u))
            continue;
        ipr_mention x = {.form = form,
                         .a = l->tok[t0].first,
                         .b = l->tok[t1 - 1].end,
                         .t0 = (uint32_t)t0,
                         .t1 = (uint32_t)t1,
                         .trick = IPR_TRICK_VOWEL_DROP,
                         .cls = IPR_CLASS_EVASION,
                         .near = true,
                         .changed = l->tok[t1 - 1].end - l->tok[t0].first};
        ipr_brand_mention(f, &x);
    }
}

/* Two letters or more, none of them a vowel but perhaps the first. */
static bool is_bare(const ipr_letters *l, size_t t)
{
    for (uint32_t i = l->tok[t].first; i < l->tok[t].end; i++)
        if (l->v[i].cp < 'a' || l->v[i].cp > 'z' || (i > l->tok[t].first && is_vowel(l->v[i].cp)))
            return false;
    return l->tok[t].end - l->tok[t].first > 1;
}

/* Windows of words that begin at token t0; `masks`: the field has signs that may hide letters;
 * single: a word alone counts (else ipr_brand_find_slips finds it). */
static void find_from(ipr_finder *f, size_t t0, bool masks, bool single)
{
    const ipr_letters *l = f->l;
    uint64_t h = f->lex->env->seed;
    size_t n = 0, chunks = 1;
    bool bare = true;
    for (size_t t = t0; t < l->ntok && l->tok[t].end - l->tok[t0].first <= MAX_ITEMS; t++) {
        bool begins = t > t0 && l->tok[t].gap <= IPR_GAP_HARD;
        chunks += begins;
        bare = bare && (t == t0 || begins) && is_bare(l, t);
        if (chunks > MAX_CHUNKS || (!bare && !masks))
            return;
        for (uint32_t i = l->tok[t].first; i < l->tok[t].end; i++)
            add_bone(&h, &n, l->v[i].look);
        if (t + 1 < l->ntok && l->tok[t + 1].gap > IPR_GAP_HARD)
            continue; /* inside a word */
        const ipr_map_slot *s = ipr_map_find(&f->lex->bones, key_of_bones(h));
        if (s && masks)
            try_masked(f, s->value, t0, t + 1);
        if (s && bare && (chunks > 1 || (single && n > 2)))
            try_bare(f, s->value, t0, t + 1);
    }
}

void ipr_brand_find_bones(ipr_finder *f, bool named)
{
    const ipr_letters *l = f->l;
    for (size_t t = 0; t < l->ntok; t++)
        if (l->tok[t].gap <= IPR_GAP_HARD && (l->masks || is_bare(l, t)))
            find_from(f, t, l->masks, named);
}

/* ---- cut short in the last word ---- */

/* The letters that the last word of a name of several words has, or 0. */
static uint32_t last_word(const ipr_lexicon *lex, const ipr_form *f)
{
    uint32_t n = 1;
    while (n < f->n && lex->letters[f->first + f->n - n].gap > IPR_GAP_HARD)
        n++;
    return n + 4 <= f->n ? n : 0;
}

ipr_status ipr_brand_file_cuts(ipr_lexicon *lex, uint32_t number)
{
    const ipr_form *f = &lex->forms[number];
    uint32_t word = f->kind <= IPR_FORM_ALIAS && f->amb != IPR_AMB_WEAK ? last_word(lex, f) : 0;
    ipr_keystate k = {lex->env->seed, 0};
    for (uint32_t i = 0; word && i + 1 < f->n; i++) {
        ipr_key_step(&k, ipr_letters_key(ipr_fold_seen(lex->letters[f->first + i].cp, NULL)));
        uint32_t kept = i + 1 + word > f->n ? i + 1 + word - f->n : 0;
        if (kept < 2 || kept > 3 || kept + 2 < word) /* longer ones are in the delete index */
            continue;
        ipr_map_slot *s = ipr_map_want(&lex->cuts, ipr_key_of(&k));
        if (!s)
            return IPR_ENOMEM;
        s->value = s->value == IPR_NONE ? number : s->value;
    }
    return IPR_OK;
}

void ipr_brand_try_cut(ipr_finder *f, uint64_t key, size_t t0, size_t t1)
{
    const ipr_letters *l = f->l;
    const ipr_map_slot *s = ipr_map_find(&f->lex->cuts, key);
    ipr_mention m = {.form = s ? s->value : IPR_NONE,
                     .a = l->tok[t0].first,
                     .b = l->tok[t1 - 1].end,
                     .t0 = (uint32_t)t0,
                     .t1 = (uint32_t)t1,
                     .trick = IPR_TRICK_TRUNCATION,
                     .cls = IPR_CLASS_SLIP,
                     .near = true};
    ipr_reading r;
    if (!s)
        return;
    const ipr_form *form = &f->lex->forms[s->value];
    m.changed = m.b - m.a;
    if (m.changed < form->n &&
        ipr_brand_read(f->lex, l, m.a, m.b, form->first, form->first + m.changed, &r) &&
        ipr_reading_is_clean(&r) && !r.joined)
        ipr_brand_mention(f, &m);
}
