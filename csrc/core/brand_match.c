/* SPDX-License-Identifier: MIT
 * brand_match.c: finding the names of a lexicon in a listing.
 *
 * Exact names, however disguised, share one loose key (look-alikes, leet, repeats and
 * separators read away), so one pass of windows over the tokens finds the candidates;
 * brand_read.c then says what was done to the name. Names with a wrong letter come from the
 * delete index, chunk by chunk, behind gates; Cyrillic ones from their sound. */
#include "brand_priv.h"

#include <string.h>

enum { MAX_LETTERS = 60, MAX_TOKENS = 40, MAX_CHUNKS = 5, MAX_NEAR = 12 };

ipr_brand_scratch *ipr_brand_scratch_new(ipr_env *env)
{
    ipr_brand_scratch *s = ipr_calloc(env, 1, sizeof *s);
    if (!s)
        return NULL;
    s->env = env;
    for (int i = 0; i < 3; i++)
        ipr_letters_init(&s->letters[i], env);
    ipr_text_init(&s->fold, env);
    ipr_words_init(&s->words, env);
    return s;
}

void ipr_brand_scratch_free(ipr_brand_scratch *s)
{
    if (!s)
        return;
    for (int i = 0; i < 3; i++) {
        ipr_letters_fini(&s->letters[i]);
        ipr_free(s->env, s->roles[i], s->cap_roles[i] * sizeof *s->roles[i]);
    }
    ipr_text_fini(&s->fold);
    ipr_words_fini(&s->words);
    ipr_free(s->env, s, sizeof *s);
}

typedef struct finder {
    const ipr_lexicon *lex;
    ipr_brand_scratch *s;
    const ipr_letters *l;
    uint8_t field;
} finder;

static bool is_better(const ipr_brand_hit *a, const ipr_brand_hit *b)
{
    if (a->score != b->score)
        return a->score > b->score;
    return a->field != b->field ? a->field < b->field : a->start < b->start;
}

/* Keeps the hit; when there is no room, in place of the worst if it is better. */
static void keep(ipr_brand_scratch *s, const ipr_brand_hit *h)
{
    size_t room = sizeof s->hits / sizeof *s->hits, worst = 0;
    if (s->n < room) {
        s->hits[s->n++] = *h;
        return;
    }
    for (size_t i = 1; i < room; i++)
        if (is_better(&s->hits[worst], &s->hits[i]))
            worst = i;
    if (is_better(h, &s->hits[worst]))
        s->hits[worst] = *h;
}

static void mention(finder *f, ipr_mention *m)
{
    ipr_brand_hit h;
    m->field = f->field;
    if (ipr_brand_judge(f->lex, f->s, m, &h))
        keep(f->s, &h);
}

/* ---- exact names, however disguised ---------------------------------------------------------- */

static bool is_single(const ipr_letters *l, size_t t)
{
    return l->tok[t].end - l->tok[t].first == 1;
}

/* May a window that begins at t0 take in token t? */
static bool goes_on(const ipr_letters *l, size_t t0, size_t t, bool prefix)
{
    if (prefix || l->tok[t].gap >= IPR_GAP_SOFT || t == t0 + 1)
        return true;
    return is_single(l, t) || is_single(l, t - 1);
}

static void try_forms(finder *f, uint32_t form, size_t t0, size_t t1)
{
    const ipr_letters *l = f->l;
    uint32_t a = l->tok[t0].first, b = l->tok[t1].end;
    for (; form != IPR_NONE; form = f->lex->forms[form].next) {
        const ipr_form *m = &f->lex->forms[form];
        ipr_reading r;
        if (!ipr_brand_read(f->lex, l, a, b, m->first, m->first + m->n, &r))
            continue;
        ipr_mention x = {.form = form, .a = a, .b = b, .t0 = (uint32_t)t0, .t1 = (uint32_t)t1 + 1};
        x.trick = ipr_brand_trick(&r, m->kind, &x.cls);
        x.reading = r;
        mention(f, &x);
    }
}

static void find_exact(finder *f)
{
    const ipr_letters *l = f->l;
    for (size_t t0 = 0; t0 < l->ntok; t0++) {
        ipr_keystate k = {f->lex->env->seed, 0};
        bool prefix = false;
        for (size_t t = t0; t < l->ntok && t < t0 + MAX_TOKENS; t++) {
            if (t > t0 && !goes_on(l, t0, t, prefix))
                break;
            if (l->tok[t].end - l->tok[t0].first > MAX_LETTERS)
                break;
            for (uint32_t i = l->tok[t].first; i < l->tok[t].end; i++)
                ipr_key_step(&k, l->v[i].key);
            const ipr_map_slot *s = ipr_map_find(&f->lex->keys, ipr_key_of(&k));
            prefix = s && s->flags;
            if (s)
                try_forms(f, s->value, t0, t);
        }
    }
}

/* ---- names with a slip ----------------------------------------------------------------------- */

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
    ipr_relation relation;
} slip;

static bool is_clean(const ipr_reading *r)
{
    return !(r->homoglyph || r->styled || r->wide || r->zero || r->leet || r->longer ||
             r->shorter || r->in_blank || r->in_sign);
}

/* Form letters [*i, …): the chunk that begins there. */
static uint32_t form_chunk(const ipr_lexicon *lex, const ipr_form *m, uint32_t i)
{
    uint32_t j = i + 1;
    while (j < m->first + m->n && lex->letters[j].gap > IPR_GAP_HARD)
        j++;
    return j;
}

/* Does the form stand at p, its other chunks written right? */
static bool fits(const finder *f, const ipr_form *m, const slip *p)
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
          is_clean(&r)))
        return false;
    uint32_t a = l->tok[p->c1 - 1].end, b = l->tok[p->t1 - 1].end;
    return a == b ? stop + p->n == end
                  : stop + p->n < end && ipr_brand_read(f->lex, l, a, b, stop + p->n, end, &r) &&
                        is_clean(&r);
}

static void try_slip(finder *f, uint32_t form, const slip *p)
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
                         .trick = trick_of(p->relation),
                         .near = true,
                         .changed = l->tok[p->c1 - 1].end - l->tok[p->c0].first};
        x.cls = x.trick == IPR_TRICK_VOWEL_DROP ? IPR_CLASS_EVASION : IPR_CLASS_SLIP;
        mention(f, &x);
    }
}

/* Names in which the right chunk `p->word` stands for the text's chunk, from p->t0 on. */
static void try_around(finder *f, slip *p)
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

/* Is the chunk a word that a reader knows, or no word at all? Then it is no slip. */
static bool is_settled(const finder *f, size_t c0, size_t c1)
{
    const ipr_letters *l = f->l;
    uint32_t n = l->tok[c1 - 1].end - l->tok[c0].first, digits = 0;
    if (n < 3 || n > IPR_FUZZY_MAX)
        return true;
    for (uint32_t i = l->tok[c0].first; i < l->tok[c1 - 1].end; i++) {
        if (l->v[i].kind & IPR_CH_SOLID)
            return true;
        digits += l->v[i].cp >= '0' && l->v[i].cp <= '9';
    }
    return digits * 3 > n;
}

static void find_slips(finder *f)
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
        size_t found = ipr_fuzzy_find(f->lex->near, word, n, near, MAX_NEAR);
        for (size_t i = 0; i < found; i++) {
            const uint32_t *at = &f->lex->chunk_at[2 * near[i].number];
            slip p = {c0, c0, c1, c1, f->lex->letters + at[0], at[1], near[i].relation};
            for (int back = 0; back < MAX_CHUNKS; back++) {
                try_around(f, &p);
                if (p.t0 == 0)
                    break;
                p.t0 = chunk_begin(l, p.t0 - 1);
            }
        }
    }
}

/* ---- names in Cyrillic, by sound --------------------------------------------------------------
 */

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

static void try_sound(finder *f, size_t t0, size_t t1, int scripts)
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
    mention(f, &x);
}

static void find_sounds(finder *f)
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

/* ---- native names in scripts without blanks
 * ------------------------------------------------------ */

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

static void find_solid(finder *f, const ipr_dict_hit *hits, size_t n)
{
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
        mention(f, &x);
    }
}

/* ---- a listing
 * --------------------------------------------------------------------------------------- */

static ipr_status look_up_roles(finder *f)
{
    ipr_brand_scratch *s = f->s;
    const ipr_letters *l = f->l;
    uint32_t *r =
        ipr_grow(s->env, s->roles[f->field], &s->cap_roles[f->field], l->ntok + 1, sizeof *r);
    if (!r)
        return IPR_ENOMEM;
    s->roles[f->field] = r;
    s->goods[f->field] = 0;
    s->small[f->field] = false;
    s->shouts[f->field] = true;
    for (size_t t = 0; t < l->ntok; t++) {
        r[t] = ipr_roles(f->lex, l->tok[t].hash);
        s->goods[f->field] |= r[t] & IPR_ROLE_GOODS;
        bool letters = l->v[l->tok[t].first].kind & IPR_CH_SCRIPT;
        if ((r[t] & IPR_ROLE(COMMON)) && letters && !l->tok[t].capital &&
            l->tok[t].end - l->tok[t].first > 3)
            s->small[f->field] = true;
        if (letters && !l->tok[t].capitals && l->tok[t].end - l->tok[t].first > 1)
            s->shouts[f->field] = false;
    }
    return IPR_OK;
}

static ipr_status find_in(finder *f, ipr_str text)
{
    ipr_brand_scratch *s = f->s;
    f->l = &s->letters[f->field];
    ipr_status st = ipr_letters_read(&s->letters[f->field], text);
    if (st != IPR_OK || f->l->ntok == 0)
        return st;
    if (look_up_roles(f) != IPR_OK || ipr_text_fold(&s->fold, text, IPR_VIEW_PLAIN) != IPR_OK ||
        ipr_words_split(&s->words, &s->fold) != IPR_OK)
        return IPR_ENOMEM;
    const size_t room = sizeof s->dict_hits / sizeof *s->dict_hits;
    if (f->l->solid)
        find_solid(f, s->dict_hits,
                   ipr_dict_find(f->lex->solid, &s->fold, &s->words, s->dict_hits, room));
    s->nphrases = ipr_dict_find(f->lex->phrases, &s->fold, &s->words, s->dict_hits, room);
    find_exact(f);
    find_slips(f);
    find_sounds(f);
    return IPR_OK;
}

static bool overlaps(const ipr_brand_hit *a, const ipr_brand_hit *b)
{
    return a->field == b->field && a->start < b->end && b->start < a->end;
}

/* Is hit x put out of play by hit y? A longer name beats the names inside it, a right name beats
 * a slip in the same place, and a slip is none where the right name stands. */
static bool beats(const ipr_brand_hit *y, const ipr_brand_hit *x)
{
    bool slips = x->cls == IPR_CLASS_SLIP || x->trick == IPR_TRICK_VOWEL_DROP;
    bool right = y->cls == IPR_CLASS_ORDINARY;
    if (slips && right && x->brand == y->brand)
        return true;
    if (!overlaps(x, y))
        return false;
    uint32_t nx = x->end - x->start, ny = y->end - y->start;
    if (slips && right && y->brand != x->brand)
        return ny * 2 >= nx;
    if (nx != ny)
        return nx < ny && !(y->cls == IPR_CLASS_SLIP && x->cls != IPR_CLASS_SLIP);
    return is_better(y, x);
}

static void settle(ipr_brand_scratch *s)
{
    bool out[sizeof s->hits / sizeof *s->hits] = {false};
    size_t n = 0;
    for (size_t i = 0; i < s->n; i++)
        for (size_t j = 0; j < s->n && !out[i]; j++)
            out[i] = i != j && !out[j] && beats(&s->hits[j], &s->hits[i]);
    for (size_t i = 0; i < s->n; i++)
        if (!out[i])
            s->hits[n++] = s->hits[i];
    s->n = n;
}

/* One hit a brand, best first: among equals an evasion tells more than the plain name. */
static void choose(const ipr_brand_scratch *s, ipr_brand_found *out)
{
    for (size_t i = 0; i < s->n; i++) {
        const ipr_brand_hit *h = &s->hits[i];
        size_t k = 0;
        while (k < out->n && out->hits[k].brand != h->brand)
            k++;
        if (k < out->n) {
            ipr_brand_hit *o = &out->hits[k];
            bool more = h->cls == IPR_CLASS_EVASION && o->cls != IPR_CLASS_EVASION;
            bool less = o->cls == IPR_CLASS_EVASION && h->cls != IPR_CLASS_EVASION;
            int16_t score = is_better(h, o) ? h->score : o->score;
            if (more || (!less && is_better(h, o)))
                *o = *h;
            o->score = score;
        } else if (out->n < IPR_BRAND_HITS) {
            out->hits[out->n++] = *h;
        } else if (is_better(h, &out->hits[out->n - 1])) {
            out->hits[out->n - 1] = *h;
        }
        for (size_t j = k < out->n ? k : out->n - 1; j > 0; j--) {
            if (!is_better(&out->hits[j], &out->hits[j - 1]))
                break;
            ipr_brand_hit swap = out->hits[j];
            out->hits[j] = out->hits[j - 1];
            out->hits[j - 1] = swap;
        }
    }
}

ipr_status ipr_brand_find(const ipr_lexicon *lex, ipr_brand_scratch *s, ipr_str title,
                          ipr_str description, ipr_str brand_column, ipr_brand_found *out)
{
    const ipr_str fields[3] = {title, description, brand_column};
    static const uint8_t order[3] = {IPR_BRAND_IN_COLUMN, IPR_BRAND_IN_TITLE,
                                     IPR_BRAND_IN_DESCRIPTION};
    out->n = 0;
    out->named = false;
    s->n = 0;
    if (!lex->sealed)
        return IPR_OK;
    for (int i = 0; i < 3; i++) {
        finder f = {lex, s, NULL, order[i]};
        ipr_status st = find_in(&f, fields[order[i]]);
        if (st == IPR_ENOMEM)
            return st;
    }
    settle(s);
    choose(s, out);
    out->named = out->n && !out->hits[0].accessory && !out->hits[0].negated;
    return IPR_OK;
}

/* The brand of a native name that is all of text, or IPR_NONE. */
static uint32_t look_up_solid(const ipr_lexicon *lex, ipr_brand_scratch *s, ipr_str text)
{
    if (ipr_text_fold(&s->fold, text, IPR_VIEW_PLAIN) != IPR_OK ||
        ipr_words_split(&s->words, &s->fold) != IPR_OK)
        return IPR_NONE;
    size_t room = sizeof s->dict_hits / sizeof *s->dict_hits;
    size_t n = ipr_dict_find(lex->solid, &s->fold, &s->words, s->dict_hits, room);
    for (size_t i = 0; i < n; i++)
        if (s->dict_hits[i].start == 0 && s->dict_hits[i].end == text.n)
            return lex->forms[s->dict_hits[i].id].brand;
    return IPR_NONE;
}

uint32_t ipr_lexicon_lookup(const ipr_lexicon *lex, ipr_brand_scratch *s, ipr_str text)
{
    ipr_letters *l = &s->letters[IPR_BRAND_IN_COLUMN];
    ipr_keystate k = {lex->env->seed, 0};
    if (!lex->sealed || ipr_letters_read(l, text) != IPR_OK || l->n == 0)
        return IPR_NONE;
    if (l->solid)
        return look_up_solid(lex, s, ipr_str_trim(text));
    for (size_t i = 0; i < l->n; i++)
        ipr_key_step(&k, l->v[i].key);
    const ipr_map_slot *slot = ipr_map_find(&lex->keys, ipr_key_of(&k));
    for (uint32_t form = slot ? slot->value : IPR_NONE; form != IPR_NONE;
         form = lex->forms[form].next) {
        const ipr_form *m = &lex->forms[form];
        ipr_reading r;
        if (ipr_brand_read(lex, l, 0, l->n, m->first, m->first + m->n, &r) && is_clean(&r))
            return m->brand;
    }
    return IPR_NONE;
}
