/* SPDX-License-Identifier: MIT
 * brand_match.c: finding the names of a lexicon in a listing.
 *
 * Exact names, however disguised, share one loose key (look-alikes, leet, repeats and
 * separators read away), so one pass of windows over the tokens finds the candidates;
 * brand_read.c then says what was done to the name. Names with a wrong letter come from the
 * delete index, chunk by chunk, behind gates; Cyrillic ones from their sound. */
#include "brand_priv.h"

#include <string.h>

enum { MAX_LETTERS = 60, MAX_TOKENS = 40 };

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
    s->memo = ipr_calloc(env, IPR_BRAND_MEMO, sizeof *s->memo);
    if (s->memo)
        return s;
    ipr_brand_scratch_free(s);
    return NULL;
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
    ipr_free(s->env, s->memo, s->memo ? IPR_BRAND_MEMO * sizeof *s->memo : 0);
    ipr_free(s->env, s, sizeof *s);
}

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

/* The phrases of the field, found when the first name hangs on them. */
static void find_phrases(ipr_finder *f)
{
    ipr_brand_scratch *s = f->s;
    if (f->phrases)
        return;
    f->phrases = true;
    s->nphrases = 0;
    if (ipr_text_fold(&s->fold, f->l->src, IPR_VIEW_PLAIN) != IPR_OK ||
        ipr_words_split(&s->words, &s->fold) == IPR_ENOMEM)
        f->failed = true;
    else
        s->nphrases = ipr_dict_find(f->lex->phrases, &s->fold, &s->words, s->phrases,
                                    sizeof s->phrases / sizeof *s->phrases);
}

/* Is the hit inside a longer phrase in which it is only a word? */
static bool in_phrase(ipr_finder *f, const ipr_brand_hit *hit)
{
    find_phrases(f);
    for (size_t i = 0; i < f->s->nphrases; i++) {
        const ipr_dict_hit *h = &f->s->phrases[i];
        if (h->start <= hit->start && h->end >= hit->end &&
            h->end - h->start > hit->end - hit->start)
            return true;
    }
    return false;
}

void ipr_brand_mention(ipr_finder *f, ipr_mention *m)
{
    ipr_brand_hit h;
    m->field = f->field;
    if (!ipr_brand_judge(f->lex, f->s, m, &h))
        return;
    bool phrased = f->s->roles[f->field][m->t0] & IPR_ROLE(PHRASED);
    if (h.cls == IPR_CLASS_EVASION || !phrased || !in_phrase(f, &h))
        keep(f->s, &h);
}

/* ---- exact names, however disguised ---- */

static bool is_single(const ipr_letters *l, size_t t)
{
    return l->tok[t].end - l->tok[t].first == 1;
}

/* May a window that begins at t0 take in token t? Two words of the language are no name cut in
 * two, so they are not joined. */
static bool goes_on(const ipr_finder *f, size_t t0, size_t t, bool prefix)
{
    const ipr_letters *l = f->l;
    const uint32_t *roles = f->s->roles[f->field];
    if (prefix || l->tok[t].gap >= IPR_GAP_SOFT || is_single(l, t) || is_single(l, t - 1))
        return true;
    return t == t0 + 1 && !((roles[t0] & IPR_ROLE_KNOWN) && (roles[t] & IPR_ROLE_KNOWN));
}

static void try_forms(ipr_finder *f, uint32_t form, size_t t0, size_t t1)
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
        ipr_brand_mention(f, &x);
    }
}

static void find_exact(ipr_finder *f)
{
    const ipr_letters *l = f->l;
    for (size_t t0 = 0; t0 < l->ntok; t0++) {
        ipr_keystate k = {f->lex->env->seed, 0};
        bool prefix = false;
        for (size_t t = t0; t < l->ntok && t < t0 + MAX_TOKENS; t++) {
            if (t > t0 && !goes_on(f, t0, t, prefix))
                break;
            if (l->tok[t].end - l->tok[t0].first > MAX_LETTERS)
                break;
            for (uint32_t i = l->tok[t].first; i < l->tok[t].end; i++)
                ipr_key_step(&k, l->v[i].key);
            const ipr_map_slot *s = ipr_map_find(&f->lex->keys, ipr_key_of(&k));
            if (prefix && !(f->s->roles[f->field][t] & IPR_ROLE_KNOWN))
                ipr_brand_try_cut(f, ipr_key_of(&k), t0, t + 1);
            prefix = s && s->flags;
            if (s)
                try_forms(f, s->value, t0, t);
        }
    }
}

/* ---- a listing ---- */

static ipr_status look_up_roles(ipr_finder *f)
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
    s->shouts[f->field] = s->whispers[f->field] = true;
    size_t common = 0, other = 0;
    for (size_t t = 0; t < l->ntok; t++) {
        r[t] = ipr_roles(f->lex, l->tok[t].hash);
        s->goods[f->field] |= r[t] & IPR_ROLE_GOODS;
        bool letters = l->v[l->tok[t].first].kind & IPR_CH_SCRIPT;
        bool small = letters && !l->tok[t].capital && l->tok[t].end - l->tok[t].first > 3;
        if ((r[t] & IPR_ROLE(COMMON)) && small)
            s->small[f->field] = true;
        common += (r[t] & IPR_ROLE(COMMON)) && letters && l->tok[t].end - l->tok[t].first > 3;
        other += small && !(r[t] & IPR_ROLE_KNOWN);
        if (letters && !l->tok[t].capitals && l->tok[t].end - l->tok[t].first > 1)
            s->shouts[f->field] = false;
        if (l->tok[t].capital)
            s->whispers[f->field] = false;
    }
    s->foreign[f->field] = other > 0 && common <= 1 && common <= other;
    return IPR_OK;
}

/* Does a field that says more name a brand rightly? Then nobody looks for slips here: the title
 * after the brand column, the description after both. */
static bool is_named(const ipr_finder *f)
{
    const ipr_brand_scratch *s = f->s;
    for (size_t i = 0; i < s->n; i++)
        if (s->hits[i].field != f->field && s->hits[i].cls != IPR_CLASS_SLIP &&
            !s->hits[i].accessory && !s->hits[i].negated)
            return true;
    return false;
}

static ipr_status find_in(ipr_finder *f, ipr_str text)
{
    ipr_brand_scratch *s = f->s;
    f->l = &s->letters[f->field];
    ipr_status st = ipr_letters_read(&s->letters[f->field], text);
    if (st == IPR_ENOMEM || f->l->ntok == 0)
        return st;
    if (look_up_roles(f) != IPR_OK)
        return IPR_ENOMEM;
    if (f->l->solid)
        ipr_brand_find_solid(f);
    find_exact(f);
    bool named = is_named(f);
    ipr_brand_find_bones(f, named);
    if (!named)
        ipr_brand_find_slips(f);
    if (f->l->cyrillic)
        ipr_brand_find_sounds(f);
    return f->failed ? IPR_ENOMEM : st;
}

static bool overlaps(const ipr_brand_hit *a, const ipr_brand_hit *b)
{
    return a->field == b->field && a->start < b->end && b->start < a->end;
}

/* Is hit x put out of play by hit y? A longer name beats the names inside it, a right name beats
 * a slip in the same place, and a slip is none where the right name stands. Without its vowels
 * a name is one only in view of readers: beside the brand column or a line's name it still is. */
static bool beats(const ipr_brand_hit *y, const ipr_brand_hit *x)
{
    bool slips = x->cls == IPR_CLASS_SLIP || x->trick == IPR_TRICK_VOWEL_DROP;
    bool right = y->cls == IPR_CLASS_ORDINARY;
    if (x->trick == IPR_TRICK_VOWEL_DROP && x->brand == y->brand && !overlaps(x, y))
        return right && y->trick != IPR_TRICK_ALIAS && y->field != IPR_BRAND_IN_COLUMN;
    if (slips && right && x->brand == y->brand)
        return true;
    if (!overlaps(x, y))
        return false;
    uint32_t nx = x->end - x->start, ny = y->end - y->start;
    if (slips && right && y->brand != x->brand)
        return ny * 2 >= nx;
    if (x->brand == y->brand && nx == ny && (right || x->cls == IPR_CLASS_ORDINARY))
        return x->cls != IPR_CLASS_ORDINARY || (right && is_better(y, x)); /* ordinary wins */
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
    ipr_status whole = IPR_OK; /* all of the texts was read */
    out->n = 0;
    out->named = false;
    s->n = 0;
    if (!lex->sealed)
        return IPR_OK;
    for (int i = 0; i < 3; i++) {
        ipr_finder f = {lex, s, NULL, order[i], false, false};
        ipr_status st = find_in(&f, fields[order[i]]);
        if (st == IPR_ENOMEM)
            return st;
        whole = whole ? whole : st;
    }
    settle(s);
    choose(s, out);
    out->named = out->n && !out->hits[0].accessory && !out->hits[0].negated;
    return whole;
}

/* The brand of a native name that is all of text. */
static ipr_status look_up_solid(const ipr_lexicon *lex, ipr_brand_scratch *s, ipr_str text,
                                uint32_t *out)
{
    ipr_status st = ipr_text_fold(&s->fold, text, IPR_VIEW_PLAIN);
    if (!st)
        st = ipr_words_split(&s->words, &s->fold);
    if (st)
        return st;
    size_t room = sizeof s->solid / sizeof *s->solid;
    size_t n = ipr_dict_find(lex->solid, &s->fold, &s->words, s->solid, room);
    for (size_t i = 0; i < n && *out == IPR_NONE; i++)
        if (s->solid[i].start == 0 && s->solid[i].end == text.n)
            *out = lex->forms[s->solid[i].id].brand;
    return IPR_OK;
}

/* The brand of a name in letters that is all of l. */
static uint32_t look_up_letters(const ipr_lexicon *lex, const ipr_letters *l)
{
    ipr_keystate k = {lex->env->seed, 0};
    for (size_t i = 0; i < l->n; i++)
        ipr_key_step(&k, l->v[i].key);
    const ipr_map_slot *slot = ipr_map_find(&lex->keys, ipr_key_of(&k));
    for (uint32_t form = slot ? slot->value : IPR_NONE; form != IPR_NONE;
         form = lex->forms[form].next) {
        const ipr_form *m = &lex->forms[form];
        ipr_reading r;
        if (ipr_brand_read(lex, l, 0, l->n, m->first, m->first + m->n, &r) &&
            ipr_reading_is_clean(&r))
            return m->brand;
    }
    return IPR_NONE;
}

ipr_status ipr_lexicon_lookup(const ipr_lexicon *lex, ipr_brand_scratch *s, ipr_str text,
                              uint32_t *out)
{
    ipr_letters *l = &s->letters[IPR_BRAND_IN_COLUMN];
    ipr_status st = ipr_letters_read(l, text);
    *out = IPR_NONE;
    if (st || !lex->sealed || l->n == 0)
        return st;
    if (l->solid)
        return look_up_solid(lex, s, ipr_str_trim(text), out);
    *out = look_up_letters(lex, l);
    return IPR_OK;
}
