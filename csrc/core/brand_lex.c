/* SPDX-License-Identifier: MIT
 * brand_lex.c: building a lexicon: brands, their forms, the vocabulary behind the guards. */
#include "brand_priv.h"

#include <string.h>

ipr_lexicon *ipr_lexicon_new(ipr_env *env)
{
    ipr_lexicon *lex = ipr_calloc(env, 1, sizeof *lex);
    if (!lex)
        return NULL;
    lex->env = env;
    lex->stamp = env->seed;
    ipr_buf_init(&lex->text, env);
    ipr_map_init(&lex->names, env);
    ipr_map_init(&lex->keys, env);
    ipr_map_init(&lex->sounds, env);
    ipr_map_init(&lex->bones, env);
    ipr_map_init(&lex->cuts, env);
    ipr_map_init(&lex->vocab, env);
    ipr_map_init(&lex->chunks, env);
    ipr_letters_init(&lex->scratch, env);
    lex->solid = ipr_dict_new(env);
    lex->phrases = ipr_dict_new(env);
    lex->near = ipr_fuzzy_new(env);
    if (lex->solid && lex->phrases && lex->near)
        return lex;
    ipr_lexicon_free(lex);
    return NULL;
}

void ipr_lexicon_free(ipr_lexicon *lex)
{
    if (!lex)
        return;
    ipr_env *env = lex->env;
    ipr_buf_fini(&lex->text);
    ipr_map_fini(&lex->names);
    ipr_map_fini(&lex->keys);
    ipr_map_fini(&lex->sounds);
    ipr_map_fini(&lex->bones);
    ipr_map_fini(&lex->cuts);
    ipr_map_fini(&lex->vocab);
    ipr_map_fini(&lex->chunks);
    ipr_letters_fini(&lex->scratch);
    ipr_dict_free(lex->solid);
    ipr_dict_free(lex->phrases);
    ipr_fuzzy_free(lex->near);
    ipr_free(env, lex->brands, lex->cap * sizeof *lex->brands);
    ipr_free(env, lex->forms, lex->cap_forms * sizeof *lex->forms);
    ipr_free(env, lex->letters, lex->cap_letters * sizeof *lex->letters);
    ipr_free(env, lex->chunk_at, lex->cap_chunks * sizeof *lex->chunk_at);
    ipr_free(env, lex, sizeof *lex);
}

size_t ipr_lexicon_count(const ipr_lexicon *lex)
{
    return lex->n;
}

ipr_brand_info ipr_lexicon_brand(const ipr_lexicon *lex, uint32_t brand)
{
    const ipr_brand *b = &lex->brands[brand];
    const char *p = lex->text.p;
    return (ipr_brand_info){{p + b->name, b->nname},
                            {p + b->category, b->ncategory},
                            {p + b->price, b->nprice},
                            {p + b->currency, b->ncurrency},
                            b->high_risk,
                            b->ambiguous};
}

/* ---- forms ---- */

/* The letters of lex->scratch as a new form; hangs it under its key. */
static ipr_status keep_letters(ipr_lexicon *lex, ipr_form *form)
{
    const ipr_letters *l = &lex->scratch;
    ipr_form_letter *v =
        ipr_grow(lex->env, lex->letters, &lex->cap_letters, lex->nletters + l->n, sizeof *v);
    if (!v)
        return IPR_ENOMEM;
    lex->letters = v;
    form->first = (uint32_t)lex->nletters;
    form->n = (uint32_t)l->n;
    for (size_t t = 0; t < l->ntok; t++)
        for (uint32_t i = l->tok[t].first; i < l->tok[t].end; i++) {
            uint8_t gap = i == l->tok[t].first ? l->tok[t].gap : (uint8_t)IPR_GAP_CAMEL;
            v[lex->nletters++] = (ipr_form_letter){l->v[i].cp, gap, l->v[i].how};
            if (gap <= IPR_GAP_HARD && form->chunks < 255)
                form->chunks++;
        }
    return IPR_OK;
}

/* "H&M", "D&G": so short that the sign belongs to it. */
static bool needs_signs(const ipr_letters *l)
{
    if (l->n > 3)
        return false;
    for (size_t i = 0; i < l->src.n; i++)
        if (l->src.p[i] == '&' || l->src.p[i] == '+')
            return true;
    return false;
}

static ipr_status hang_form(ipr_lexicon *lex, uint32_t number)
{
    const ipr_letters *l = &lex->scratch;
    ipr_keystate k = {lex->env->seed, 0};
    for (size_t t = 0; t < l->ntok; t++) {
        for (uint32_t i = l->tok[t].first; i < l->tok[t].end; i++)
            ipr_key_step(&k, l->v[i].key);
        ipr_map_slot *s = ipr_map_want(&lex->keys, ipr_key_of(&k));
        if (!s)
            return IPR_ENOMEM;
        if (t + 1 < l->ntok) {
            s->flags = 1;
        } else {
            lex->forms[number].next = s->value;
            s->value = number;
        }
    }
    return IPR_OK;
}

static bool has_form(const ipr_lexicon *lex, uint32_t brand, const ipr_letters *l)
{
    for (size_t f = lex->nforms; f-- > 0 && lex->forms[f].brand == brand;) {
        const ipr_form *m = &lex->forms[f];
        bool same = m->n == l->n;
        for (size_t i = 0; same && i < l->n; i++)
            same = lex->letters[m->first + i].cp == l->v[i].cp;
        if (same)
            return true;
    }
    return false;
}

static ipr_status add_form(ipr_lexicon *lex, uint32_t brand, ipr_str text, uint8_t kind)
{
    text = ipr_str_trim(text);
    ipr_status st = ipr_letters_read(&lex->scratch, text);
    if (st != IPR_OK)
        return st;
    if (lex->scratch.n == 0 || lex->scratch.n > 60 || lex->scratch.ntok > 24)
        return IPR_EEMPTY;
    if (has_form(lex, brand, &lex->scratch))
        return IPR_OK;
    ipr_form *f = ipr_grow(lex->env, lex->forms, &lex->cap_forms, lex->nforms + 1, sizeof *f);
    if (!f)
        return IPR_ENOMEM;
    lex->forms = f;
    f += lex->nforms;
    *f = (ipr_form){.brand = brand, .next = IPR_NONE, .kind = kind};
    f->signs = needs_signs(&lex->scratch);
    f->letters_solid = lex->scratch.solid;
    st = keep_letters(lex, f);
    if (st == IPR_OK && lex->scratch.solid)
        st = ipr_dict_add(lex->solid, text, 0, (uint32_t)lex->nforms);
    else if (st == IPR_OK)
        st = hang_form(lex, (uint32_t)lex->nforms);
    lex->nforms++;
    return st;
}

static ipr_status add_list(ipr_lexicon *lex, uint32_t brand, ipr_str list, uint8_t kind)
{
    while (list.n) {
        const char *bar = memchr(list.p, '|', list.n);
        size_t n = bar ? (size_t)(bar - list.p) : list.n;
        if (ipr_str_trim((ipr_str){list.p, n}).n) {
            ipr_status st = add_form(lex, brand, (ipr_str){list.p, n}, kind);
            if (st == IPR_ENOMEM)
                return st;
        }
        list.p += bar ? n + 1 : n;
        list.n -= bar ? n + 1 : n;
    }
    return IPR_OK;
}

/* "Dolce & Gabbana" is also written "Dolce and Gabbana". */
static ipr_status add_with_and(ipr_lexicon *lex, uint32_t brand, ipr_str name)
{
    char text[128];
    const char *at = name.n > 6 && name.n < 100 ? memchr(name.p, '&', name.n) : NULL;
    if (!at)
        return IPR_OK;
    size_t n = (size_t)(at - name.p);
    memcpy(text, name.p, n);
    memcpy(text + n, " and ", 5);
    memcpy(text + n + 5, at + 1, name.n - n - 1);
    return add_form(lex, brand, (ipr_str){text, name.n + 4}, IPR_FORM_ALIAS);
}

/* The first letters of a name of three or four words, as a name of its own. */
static ipr_status add_initials(ipr_lexicon *lex, uint32_t brand, ipr_str name)
{
    char text[4];
    size_t n = 0;
    const ipr_letters *l = &lex->scratch;
    ipr_status st = ipr_letters_read(&lex->scratch, name);
    if (st || l->solid)
        return st;
    for (size_t t = 0; t < l->ntok; t++) {
        uint32_t c = l->v[l->tok[t].first].cp;
        if (n == 4 || l->tok[t].gap > IPR_GAP_HARD || c < 'a' || c > 'z')
            return IPR_OK;
        text[n++] = (char)(c - 32);
    }
    return n < 3 ? IPR_OK : add_form(lex, brand, (ipr_str){text, n}, IPR_FORM_INITIALS);
}

/* ---- brands ---- */

static void keep(ipr_lexicon *lex, ipr_str s, uint32_t *at, uint32_t *n)
{
    if (*n || !s.n)
        return;
    *at = (uint32_t)lex->text.n;
    *n = (uint32_t)s.n;
    ipr_buf_addstr(&lex->text, s);
}

static ipr_brand *want_brand(ipr_lexicon *lex, ipr_str name, uint32_t *number)
{
    ipr_map_slot *s =
        ipr_map_want(&lex->names, ipr_letters_hash(&lex->scratch, 0, lex->scratch.n) | 1);
    if (!s)
        return NULL;
    if (s->value == IPR_NONE) {
        ipr_brand *b = ipr_grow(lex->env, lex->brands, &lex->cap, lex->n + 1, sizeof *b);
        if (!b)
            return NULL;
        lex->brands = b;
        b[lex->n] = (ipr_brand){0};
        s->value = (uint32_t)lex->n++;
        keep(lex, name, &b[s->value].name, &b[s->value].nname);
    }
    *number = s->value;
    return &lex->brands[s->value];
}

ipr_status ipr_lexicon_add(ipr_lexicon *lex, const ipr_brand_row *row)
{
    uint32_t number = 0;
    ipr_str name = ipr_str_trim(row->brand);
    ipr_status st = ipr_letters_read(&lex->scratch, name);
    if (st != IPR_OK || lex->scratch.n == 0)
        return st != IPR_OK ? st : IPR_EEMPTY;
    if (lex->sealed || lex->n >= lex->env->limits.max_list)
        return IPR_ELIMIT;
    ipr_brand *b = want_brand(lex, name, &number);
    if (!b)
        return IPR_ENOMEM;
    b->high_risk |= row->high_risk;
    b->ambiguous |= row->ambiguous;
    keep(lex, row->category, &b->category, &b->ncategory);
    keep(lex, row->price, &b->price, &b->nprice);
    keep(lex, row->currency, &b->currency, &b->ncurrency);
    st = add_form(lex, number, name, IPR_FORM_NAME);
    if (st == IPR_OK)
        st = add_with_and(lex, number, name);
    if (st == IPR_OK)
        st = add_initials(lex, number, name);
    if (st == IPR_OK)
        st = add_list(lex, number, row->aliases, IPR_FORM_ALIAS);
    if (st == IPR_OK)
        st = add_list(lex, number, row->native, IPR_FORM_NATIVE);
    if (st == IPR_OK)
        st = add_list(lex, number, row->codewords, IPR_FORM_CODEWORD);
    return lex->text.failed ? IPR_ENOMEM : st;
}

ipr_status ipr_lexicon_fill_row(ipr_lexicon *lex, const ipr_brand_row *row)
{
    ipr_status st = ipr_letters_read(&lex->scratch, ipr_str_trim(row->brand));
    if (st != IPR_OK || lex->scratch.n == 0 || lex->sealed)
        return st;
    uint64_t hash = ipr_letters_hash(&lex->scratch, 0, lex->scratch.n) | 1;
    const ipr_map_slot *s = ipr_map_find(&lex->names, hash);
    if (!s || lex->brands[s->value].ncategory)
        return IPR_OK;
    ipr_brand *b = &lex->brands[s->value];
    b->high_risk |= row->high_risk;
    keep(lex, row->category, &b->category, &b->ncategory);
    return lex->text.failed ? IPR_ENOMEM : IPR_OK;
}

/* ---- sealing: what needs the vocabulary ---- */

static uint64_t chunk_hash(const ipr_lexicon *lex, uint32_t a, uint32_t b)
{
    uint64_t h = lex->env->seed;
    for (uint32_t i = a; i < b; i++)
        h = ipr_letters_step(h, lex->letters[i].cp);
    return h;
}

/* The end of the chunk of form f that begins at letter a. */
static uint32_t chunk_end(const ipr_lexicon *lex, const ipr_form *f, uint32_t a)
{
    uint32_t b = a + 1;
    while (b < f->first + f->n && lex->letters[b].gap > IPR_GAP_HARD)
        b++;
    return b;
}

static ipr_status file_chunk(ipr_lexicon *lex, uint32_t a, uint32_t b)
{
    uint32_t word[IPR_FUZZY_MAX];
    if (b - a < IPR_FUZZY_MIN || b - a > IPR_FUZZY_MAX || lex->letters[a].cp >= 0x250)
        return IPR_OK;
    ipr_map_slot *s = ipr_map_want(&lex->chunks, chunk_hash(lex, a, b) | 1);
    if (!s || s->value != IPR_NONE)
        return s ? IPR_OK : IPR_ENOMEM;
    uint32_t *at =
        ipr_grow(lex->env, lex->chunk_at, &lex->cap_chunks, 2 * lex->nchunks + 2, sizeof *at);
    if (!at)
        return IPR_ENOMEM;
    lex->chunk_at = at;
    at[2 * lex->nchunks] = a;
    at[2 * lex->nchunks + 1] = b - a;
    s->value = (uint32_t)lex->nchunks++;
    for (uint32_t i = a; i < b; i++)
        word[i - a] = ipr_fold_seen(lex->letters[i].cp, NULL);
    return ipr_fuzzy_add(lex->near, word, b - a, s->value);
}

static bool is_digits(const ipr_lexicon *lex, uint32_t a, uint32_t b)
{
    for (; a < b; a++)
        if (lex->letters[a].cp < '0' || lex->letters[a].cp > '9')
            return false;
    return true;
}

/* The end of the part of form f that begins at letter a: up to a blank or any sign. */
static uint32_t part_end(const ipr_lexicon *lex, const ipr_form *f, uint32_t a)
{
    uint32_t b = a + 1;
    while (b < f->first + f->n && lex->letters[b].gap == IPR_GAP_CAMEL)
        b++;
    return b;
}

/* Is every part a word of the language, a number, or a single letter? *namey: one is a name. */
static bool all_words(const ipr_lexicon *lex, const ipr_form *f, bool *namey)
{
    uint32_t end = f->first + f->n;
    *namey = false;
    for (uint32_t a = f->first, b; a < end; a = b) {
        b = part_end(lex, f, a);
        uint32_t roles = ipr_roles(lex, chunk_hash(lex, a, b));
        if (!(roles & IPR_ROLE_KNOWN) && !is_digits(lex, a, b) && b - a > 1)
            return false;
        *namey |= !(roles & IPR_ROLE(COMMON)) && (roles & IPR_ROLE(NAME));
    }
    return true;
}

static bool has_vowel(const ipr_lexicon *lex, const ipr_form *f)
{
    static const char vowels[] = "aeiouy";
    for (uint32_t i = f->first; i < f->first + f->n; i++) {
        uint32_t c = lex->letters[i].cp;
        if (c < 0x80 && strchr(vowels, (int)c))
            return true;
    }
    return false;
}

static uint8_t ambiguity(const ipr_lexicon *lex, const ipr_form *f)
{
    const ipr_brand *b = &lex->brands[f->brand];
    bool namey, words = all_words(lex, f, &namey);
    if (lex->letters[f->first].cp >= 0x250)
        return IPR_AMB_CLEAR;
    if (f->signs)
        return IPR_AMB_SEMI;
    if (is_digits(lex, f->first, f->first + f->n) || f->n == 1 || f->kind == IPR_FORM_INITIALS)
        return IPR_AMB_WEAK;
    uint32_t whole = ipr_roles(lex, chunk_hash(lex, f->first, f->first + f->n));
    if (f->n <= 3 && (whole & IPR_ROLE(COMMON)) && has_vowel(lex, f))
        return IPR_AMB_WEAK;
    if (f->n <= 3)
        return b->high_risk ? IPR_AMB_SHORT : IPR_AMB_WEAK;
    if (part_end(lex, f, f->first) < f->first + f->n)
        return words && !namey ? IPR_AMB_SEMI : IPR_AMB_CLEAR;
    if (words && !namey)
        return b->high_risk ? IPR_AMB_WORD : IPR_AMB_WEAK;
    return words ? IPR_AMB_NAMEY : IPR_AMB_CLEAR;
}

/* Sets the goods that the brand's category names. */
static ipr_status category_goods(ipr_lexicon *lex, ipr_brand *b)
{
    uint32_t goods = 0;
    ipr_letters *l = &lex->scratch;
    ipr_status st = ipr_letters_read(l, (ipr_str){lex->text.p + b->category, b->ncategory});
    for (size_t t = 0; t < l->ntok; t++)
        goods |= ipr_roles(lex, ~l->tok[t].hash); /* categories are filed under the complement */
    b->goods = goods & IPR_ROLE_GOODS;
    return st;
}

/* Files a name of Latin letters under its sound, with c both soft and hard. */
static ipr_status file_sound(ipr_lexicon *lex, uint32_t number)
{
    const ipr_form *f = &lex->forms[number];
    uint32_t w[IPR_SOUND_MAX];
    char out[2 * IPR_SOUND_MAX];
    if (f->n < 4 || f->n > IPR_SOUND_MAX || f->kind > IPR_FORM_ALIAS)
        return IPR_OK;
    for (uint32_t i = 0; i < f->n; i++)
        w[i] = lex->letters[f->first + i].cp;
    for (int soft = 0; soft < 2; soft++) {
        size_t n = ipr_sound_of(w, f->n, soft, out);
        if (n < 4)
            continue;
        ipr_map_slot *s = ipr_map_want(&lex->sounds, ipr_hash(lex->env->seed, out, n) | 1);
        if (!s)
            return IPR_ENOMEM;
        if (s->value == IPR_NONE)
            s->value = number;
    }
    return IPR_OK;
}

/* Marks the chunks of a much-copied name of several words, but for small words. */
static ipr_status mark_parts(ipr_lexicon *lex, const ipr_form *f)
{
    uint32_t end = f->first + f->n;
    if (f->chunks < 2 || !lex->brands[f->brand].high_risk)
        return IPR_OK;
    for (uint32_t a = f->first, b; a < end; a = b) {
        b = chunk_end(lex, f, a);
        uint64_t hash = chunk_hash(lex, a, b);
        if (b - a < 4 && (ipr_roles(lex, hash) & IPR_ROLE(COMMON)))
            continue;
        ipr_map_slot *s = ipr_map_want(&lex->vocab, hash | 1);
        if (!s)
            return IPR_ENOMEM;
        s->flags |= IPR_ROLE(PART);
    }
    return IPR_OK;
}

static ipr_status seal_forms(ipr_lexicon *lex)
{
    for (size_t i = 0; i < lex->nforms; i++) {
        ipr_form *f = &lex->forms[i];
        f->amb = ambiguity(lex, f);
        if (f->kind == IPR_FORM_CODEWORD)
            f->amb = IPR_AMB_CLEAR;
        uint32_t end = f->first + f->n;
        for (uint32_t a = f->first, b; a < end; a = b) {
            b = chunk_end(lex, f, a);
            if (f->amb == IPR_AMB_WEAK || f->kind >= IPR_FORM_CODEWORD)
                continue;
            if (file_chunk(lex, a, b) != IPR_OK)
                return IPR_ENOMEM;
        }
        if (f->amb != IPR_AMB_WEAK && file_sound(lex, (uint32_t)i) != IPR_OK)
            return IPR_ENOMEM;
        if (ipr_brand_file_bones(lex, (uint32_t)i) || ipr_brand_file_cuts(lex, (uint32_t)i))
            return IPR_ENOMEM;
    }
    for (size_t i = 0; i < lex->nforms; i++) {
        lex->stamp = ipr_letters_step(lex->stamp, lex->forms[i].n);
        for (uint32_t k = 0; k < lex->forms[i].n; k++)
            lex->stamp = ipr_letters_step(lex->stamp, lex->letters[lex->forms[i].first + k].cp);
        if (mark_parts(lex, &lex->forms[i]) != IPR_OK)
            return IPR_ENOMEM;
    }
    ipr_map *maps[] = {&lex->sounds, &lex->bones, &lex->cuts, &lex->vocab};
    ipr_status st = IPR_OK;
    for (size_t i = 0; i < sizeof maps / sizeof *maps && st == IPR_OK; i++)
        st = ipr_map_seal(maps[i]);
    return st;
}

ipr_status ipr_lexicon_seal(ipr_lexicon *lex)
{
    if (lex->sealed)
        return IPR_OK;
    if (ipr_map_seal(&lex->vocab) != IPR_OK || ipr_map_seal(&lex->keys) != IPR_OK)
        return IPR_ENOMEM;
    ipr_status st = IPR_OK;
    for (size_t i = 0; st == IPR_OK && i < lex->n; i++)
        st = category_goods(lex, &lex->brands[i]);
    if (st == IPR_OK)
        st = seal_forms(lex);
    if (st == IPR_OK)
        st = ipr_dict_seal(lex->solid);
    if (st == IPR_OK)
        st = ipr_dict_seal(lex->phrases);
    if (st == IPR_OK)
        st = ipr_fuzzy_seal(lex->near);
    ipr_map_fini(&lex->chunks);
    ipr_letters_fini(&lex->scratch);
    lex->sealed = st == IPR_OK;
    return st;
}
