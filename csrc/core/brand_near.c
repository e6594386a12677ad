/* SPDX-License-Identifier: MIT
 * brand_near.c: names with a wrong letter, names by their sound, native names. Slips are looked
 * for chunk by chunk in the delete index; the chunk found is put in the text's place and the
 * names around it are looked up as if it had been written right. */
#include "brand_priv.h"

enum { MAX_CHUNKS = 5, MAX_NEAR = 12 };

/* ---- names with a slip ---- */

/* The first token of the chunk that holds token t, and the one behind its last. */
static size_t chunk_begin(const ipr_letters *l, size_t t)
{
    while (t > 0 && l->tok[t].gap > IPR_GAP_HARD)
        t--;
    return t;
}

static size_t chunk_end(const ipr_letters *l, size_t t)
{
    for (t++; t < l->ntok && l->tok[t].gap > IPR_GAP_HARD;)
        t++;
    return t;
}

static ipr_trick trick_of(ipr_relation r)
{
    switch (r) {
    case IPR_REL_DELETION:
        return IPR_TRICK_DELETION;
    case IPR_REL_TRANSPOSITION:
        return IPR_TRICK_TRANSPOSITION;
    case IPR_REL_INSERTION:
        return IPR_TRICK_INSERTION;
    case IPR_REL_SUBSTITUTION:
        return IPR_TRICK_SUBSTITUTION;
    case IPR_REL_TRUNCATION:
        return IPR_TRICK_TRUNCATION;
    case IPR_REL_VOWEL_DROP:
        return IPR_TRICK_VOWEL_DROP;
    case IPR_REL_NONE:
        break;
    }
    return IPR_TRICK_PLAIN;
}

typedef struct slip {
    size_t t0, c0, c1, t1; /* the name is tokens [t0, t1), its changed chunk [c0, c1) */
    const ipr_form_letter *word;
    uint32_t n; /* letters of the right chunk */
    ipr_trick trick;
} slip;

/* Form letters [*i, …): the chunk that begins there. */
static uint32_t form_chunk(const ipr_lexicon *lex, const ipr_form *m, uint32_t i)
{
    uint32_t j = i + 1;
    while (j < m->first + m->n && lex->letters[j].gap > IPR_GAP_HARD)
        j++;
    return j;
}

/* Does the form stand at p, its other chunks written right? */
static bool fits(const ipr_finder *f, const ipr_form *m, const slip *p)
{
    const ipr_letters *l = f->l;
    uint32_t i = m->first, end = m->first + m->n,
             before = l->tok[p->c0].first - l->tok[p->t0].first;
    uint32_t stop = i;
    ipr_reading r;
    while (stop < end && stop - i < before)
        stop = form_chunk(f->lex, m, stop);
    if (stop - i != before || stop >= end || form_chunk(f->lex, m, stop) - stop != p->n)
        return false;
    for (uint32_t k = 0; k < p->n; k++)
        if (f->lex->letters[stop + k].cp != p->word[k].cp)
            return false;
    if (before &&
        !(ipr_brand_read(f->lex, l, l->tok[p->t0].first, l->tok[p->c0].first, i, stop, &r) &&
          ipr_reading_is_clean(&r)))
        return false;
    uint32_t a = l->tok[p->c1 - 1].end, b = l->tok[p->t1 - 1].end;
    return a == b ? stop + p->n == end
                  : stop + p->n < end && ipr_brand_read(f->lex, l, a, b, stop + p->n, end, &r) &&
                        ipr_reading_is_clean(&r);
}

static void try_slip(ipr_finder *f, uint32_t form, const slip *p)
{
    for (; form != IPR_NONE; form = f->lex->forms[form].next) {
        if (!fits(f, &f->lex->forms[form], p))
            continue;
        const ipr_letters *l = f->l;
        ipr_mention x = {.form = form,
                         .a = l->tok[p->t0].first,
                         .b = l->tok[p->t1 - 1].end,
                         .t0 = (uint32_t)p->t0,
                         .t1 = (uint32_t)p->t1,
                         .trick = p->trick,
                         .near = true,
                         .changed = l->tok[p->c1 - 1].end - l->tok[p->c0].first};
        x.cls = x.trick >= IPR_TRICK_VOWEL_DROP ? IPR_CLASS_EVASION : IPR_CLASS_SLIP;
        ipr_brand_mention(f, &x);
    }
}

/* Names in which the right chunk `p->word` stands for the text's chunk, from p->t0 on. */
static void try_around(ipr_finder *f, slip *p)
{
    const ipr_letters *l = f->l;
    ipr_keystate k = {f->lex->env->seed, 0};
    for (uint32_t i = l->tok[p->t0].first; i < l->tok[p->c0].first; i++)
        ipr_key_step(&k, l->v[i].key);
    for (uint32_t i = 0; i < p->n; i++)
        ipr_key_step(&k, ipr_letters_key(ipr_fold_seen(p->word[i].cp, NULL)));
    p->t1 = p->c1;
    for (int chunks = 0; chunks < MAX_CHUNKS; chunks++) {
        const ipr_map_slot *s = ipr_map_find(&f->lex->keys, ipr_key_of(&k));
        if (s)
            try_slip(f, s->value, p);
        if (!s || !s->flags || p->t1 >= l->ntok)
            return;
        size_t t = chunk_end(l, p->t1);
        for (uint32_t i = l->tok[p->t1].first; i < l->tok[t - 1].end; i++)
            ipr_key_step(&k, l->v[i].key);
        p->t1 = t;
    }
}

static bool is_part(const ipr_finder *f, size_t t)
{
    return t < f->l->ntok && (f->s->roles[f->field][t] & IPR_ROLE(PART));
}

/* Is the chunk a word that a reader knows, or no word at all? Then it is no slip; but beside a
 * part of a much-copied name of several words even a known word may be one: Under Amour. */
static bool is_settled(const ipr_finder *f, size_t c0, size_t c1)
{
    const ipr_letters *l = f->l;
    uint32_t n = l->tok[c1 - 1].end - l->tok[c0].first, digits = 0;
    if (n < 3 || n > IPR_FUZZY_MAX)
        return true;
    if (c1 == c0 + 1 && (f->s->roles[f->field][c0] & IPR_ROLE_KNOWN) &&
        !(c0 > 0 && is_part(f, c0 - 1)) && !is_part(f, c1))
        return true;
    for (uint32_t i = l->tok[c0].first; i < l->tok[c1 - 1].end; i++) {
        if (l->v[i].kind & IPR_CH_SOLID)
            return true;
        digits += l->v[i].cp >= '0' && l->v[i].cp <= '9';
    }
    return digits * 3 > n;
}

/* Words near to w; words that have none are remembered, since titles repeat themselves. */
static size_t find_near(ipr_finder *f, const uint32_t *w, size_t n, ipr_near *out)
{
    uint64_t h = f->lex->stamp;
    for (size_t i = 0; i < n; i++)
        h = ipr_letters_step(h, w[i]);
    uint64_t *slot = &f->s->memo[h % IPR_BRAND_MEMO];
    if (*slot == h)
        return 0;
    size_t found = ipr_fuzzy_find(f->lex->near, w, n, out, MAX_NEAR);
    if (found == 0)
        *slot = h;
    return found;
}

/* Names around chunk [c0, c1) with the chunk of that number in its place. */
static void try_word(ipr_finder *f, size_t c0, size_t c1, uint32_t number, ipr_trick trick)
{
    const uint32_t *at = &f->lex->chunk_at[2 * number];
    slip p = {c0, c0, c1, c1, f->lex->letters + at[0], at[1], trick};
    for (int back = 0; back < MAX_CHUNKS; back++) {
        try_around(f, &p);
        if (p.t0 == 0)
            break;
        p.t0 = chunk_begin(f->l, p.t0 - 1);
    }
}

/* The letter that two look like together, or 0. */
static uint32_t joined(uint32_t a, uint32_t b)
{
    switch (a) {
    case 'r':
        return b == 'n' ? 'm' : 0;
    case 'v':
        return b == 'v' ? 'w' : 0;
    case 'c':
        return b == 'l' ? 'd' : 0;
    default:
        return 0;
    }
}

/* Joins letters that look like one; the letters left, or 0 if there are none. */
static uint32_t join_pairs(uint32_t *w, uint32_t n)
{
    uint32_t k = 0;
    for (uint32_t i = 0; i < n; i++, k++) {
        uint32_t one = i + 1 < n ? joined(w[i], w[i + 1]) : 0;
        w[k] = one ? one : w[i];
        i += one != 0;
    }
    return k < n ? k : 0;
}

/* A name glued to the word for its goods: guccibelt. */
static void try_glued(ipr_finder *f, size_t c0, size_t c1)
{
    const ipr_letters *l = f->l;
    const ipr_lexicon *lex = f->lex;
    ipr_keystate k = {lex->env->seed, 0};
    ipr_mention x = {.a = l->tok[c0].first, .t0 = (uint32_t)c0, .t1 = (uint32_t)c1};
    for (x.b = x.a + 1; x.b + 2 < l->tok[c1 - 1].end; x.b++) {
        ipr_key_step(&k, l->v[x.b - 1].key);
        const ipr_map_slot *s = x.b - x.a > 3 ? ipr_map_find(&lex->keys, ipr_key_of(&k)) : NULL;
        if (!s || s->value == IPR_NONE ||
            !(ipr_roles(lex, ipr_letters_hash(l, x.b, l->tok[c1 - 1].end)) & IPR_ROLE_GOODS))
            continue;
        const ipr_form *m = &lex->forms[s->value];
        x.form = s->value;
        if (m->amb <= IPR_AMB_NAMEY && (m->n > 4 || lex->brands[m->brand].high_risk) &&
            ipr_brand_read(lex, l, x.a, x.b, m->first, m->first + m->n, &x.reading) &&
            ipr_reading_is_clean(&x.reading)) {
            x.trick = ipr_brand_trick(&x.reading, m->kind, &x.cls);
            ipr_brand_mention(f, &x);
        }
    }
}

void ipr_brand_find_slips(ipr_finder *f)
{
    const ipr_letters *l = f->l;
    uint32_t word[IPR_FUZZY_MAX];
    ipr_near near[MAX_NEAR];
    for (size_t c0 = 0, c1; c0 < l->ntok; c0 = c1) {
        c1 = chunk_end(l, c0);
        if (is_settled(f, c0, c1))
            continue;
        uint32_t first = l->tok[c0].first, n = l->tok[c1 - 1].end - first;
        for (uint32_t i = 0; i < n; i++)
            word[i] = l->v[first + i].look;
        size_t found = find_near(f, word, n, near);
        for (size_t i = 0; i < found; i++)
            try_word(f, c0, c1, near[i].number, trick_of(near[i].relation));
        if (!found)
            try_glued(f, c0, c1);
        n = found ? 0 : join_pairs(word, n);
        uint32_t same = n ? ipr_fuzzy_word(f->lex->near, word, n) : IPR_NONE;
        if (same != IPR_NONE)
            try_word(f, c0, c1, same, IPR_TRICK_HOMOGLYPH);
    }
}

/* ---- names in Cyrillic, by sound ---- */

/* Cyrillic and Latin letters of tokens [t0, t1): bits 1 and 2. 4 for anything else. */
static int scripts_of(const ipr_letters *l, size_t t0, size_t t1)
{
    int found = 0;
    for (uint32_t i = l->tok[t0].first; i < l->tok[t1 - 1].end; i++)
        found |= ipr_sound_is_cyrillic(l->v[i].cp)        ? 1
                 : l->v[i].cp >= 'a' && l->v[i].cp <= 'z' ? 2
                                                          : 4;
    return found;
}

static void try_sound(ipr_finder *f, size_t t0, size_t t1, int scripts)
{
    const ipr_letters *l = f->l;
    uint32_t w[IPR_SOUND_MAX], a = l->tok[t0].first, n = l->tok[t1 - 1].end - a;
    char out[2 * IPR_SOUND_MAX];
    for (uint32_t i = 0; i < n; i++)
        w[i] = l->v[a + i].cp;
    size_t m = ipr_sound_of(w, n, false, out);
    const ipr_map_slot *s = ipr_map_find(&f->lex->sounds, ipr_hash(f->lex->env->seed, out, m) | 1);
    if (m < 4 || !s)
        return;
    ipr_mention x = {.form = s->value, .a = a, .b = a + n, .t0 = (uint32_t)t0, .t1 = (uint32_t)t1};
    x.trick = scripts == 1 ? IPR_TRICK_TRANSLITERATION : IPR_TRICK_MIXED_SCRIPT;
    x.cls = scripts == 1 ? IPR_CLASS_ORDINARY : IPR_CLASS_EVASION;
    ipr_brand_mention(f, &x);
}

void ipr_brand_find_sounds(ipr_finder *f)
{
    const ipr_letters *l = f->l;
    for (size_t c0 = 0, next; c0 < l->ntok; c0 = next) {
        next = chunk_end(l, c0);
        int scripts = scripts_of(l, c0, next);
        if (!(scripts & 1) || scripts & 4)
            continue;
        size_t t1 = next;
        for (int chunks = 0; chunks < MAX_CHUNKS; chunks++) {
            if (l->tok[t1 - 1].end - l->tok[c0].first > IPR_SOUND_MAX)
                break;
            try_sound(f, c0, t1, scripts);
            if (t1 >= l->ntok)
                break;
            size_t t = chunk_end(l, t1);
            if (scripts != 1 || scripts_of(l, t1, t) != 1)
                break;
            t1 = t;
        }
    }
}

/* ---- native names in scripts without blanks ---- */

/* The letter of l that begins at or behind source byte `at`. */
static uint32_t letter_at(const ipr_letters *l, uint32_t at)
{
    size_t lo = 0, hi = l->n;
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        if (l->v[mid].at < at)
            lo = mid + 1;
        else
            hi = mid;
    }
    return (uint32_t)lo;
}

static uint32_t token_of(const ipr_letters *l, uint32_t letter)
{
    size_t lo = 0, hi = l->ntok;
    while (hi - lo > 1) {
        size_t mid = (lo + hi) / 2;
        if (l->tok[mid].first <= letter)
            lo = mid;
        else
            hi = mid;
    }
    return (uint32_t)lo;
}

void ipr_brand_find_solid(ipr_finder *f)
{
    ipr_brand_scratch *s = f->s;
    const ipr_dict_hit *hits = s->solid;
    if (ipr_text_fold(&s->fold, f->l->src, IPR_VIEW_PLAIN) != IPR_OK ||
        ipr_words_split(&s->words, &s->fold) == IPR_ENOMEM) {
        f->failed = true;
        return;
    }
    size_t n = ipr_dict_find(f->lex->solid, &s->fold, &s->words, s->solid,
                             sizeof s->solid / sizeof *s->solid);
    uint32_t behind = 0;
    for (size_t i = 0; i < n; i++) {
        if (hits[i].end <= behind)
            continue; /* inside a longer name */
        behind = hits[i].end;
        ipr_mention x = {.form = hits[i].id, .trick = IPR_TRICK_TRANSLITERATION};
        x.a = letter_at(f->l, hits[i].start);
        x.b = letter_at(f->l, hits[i].end);
        if (x.a >= x.b)
            continue;
        x.t0 = token_of(f->l, x.a);
        x.t1 = token_of(f->l, x.b - 1) + 1;
        if (f->lex->forms[hits[i].id].kind == IPR_FORM_CODEWORD)
            x.trick = IPR_TRICK_CODEWORD, x.cls = IPR_CLASS_EVASION;
        ipr_brand_mention(f, &x);
    }
}
