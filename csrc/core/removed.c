/* SPDX-License-Identifier: MIT
 * removed.c: word sets, an index from words to listings, similarity. */
#include "removed.h"

#include <stdlib.h>
#include <string.h>

#define MAX_WORDS 400 /* words kept of one listing */
#define MAX_POSTS 512 /* listings looked at through one word */
#define LOOK_WORDS 24 /* rarest words asked */
#define LONG_TEXT 12
#define PICTURE_BITS 31

typedef struct entry {
    ipr_str id, seller;
    double price;
    uint32_t first, n; /* words[first .. first + n), ascending */
    ipr_imghash image; /* bits 0: none */
} entry;

typedef struct post {
    uint64_t word;
    uint32_t entry;
} post;

struct ipr_removed_scratch {
    ipr_env *env;
    ipr_text text;
    ipr_words words;
    uint64_t set[MAX_WORDS];
    size_t n;
};

struct ipr_removed {
    ipr_env *env;
    ipr_arena arena;
    ipr_removed_scratch *scratch; /* while filling */
    entry *entries;
    size_t n, cap;
    uint64_t *words;
    size_t word_n, word_cap;
    post *posts; /* by word, then entry */
    size_t post_n;
    ipr_bank *images; /* tag: entry */
    bool sealed;
};

ipr_removed_scratch *ipr_removed_scratch_new(ipr_env *env)
{
    ipr_removed_scratch *s = ipr_calloc(env, 1, sizeof *s);
    if (s) {
        s->env = env;
        ipr_text_init(&s->text, env);
        ipr_words_init(&s->words, env);
    }
    return s;
}

void ipr_removed_scratch_free(ipr_removed_scratch *s)
{
    if (!s)
        return;
    ipr_words_fini(&s->words);
    ipr_text_fini(&s->text);
    ipr_free(s->env, s, sizeof *s);
}

ipr_removed *ipr_removed_new(ipr_env *env)
{
    ipr_removed *r = ipr_calloc(env, 1, sizeof *r);
    if (!r)
        return NULL;
    r->env = env;
    ipr_arena_init(&r->arena, env);
    r->scratch = ipr_removed_scratch_new(env);
    r->images = ipr_bank_new(env);
    if (r->scratch && r->images)
        return r;
    ipr_removed_free(r);
    return NULL;
}

void ipr_removed_free(ipr_removed *r)
{
    if (!r)
        return;
    ipr_removed_scratch_free(r->scratch);
    ipr_bank_free(r->images);
    ipr_free(r->env, r->entries, r->cap * sizeof *r->entries);
    ipr_free(r->env, r->words, r->word_cap * sizeof *r->words);
    ipr_free(r->env, r->posts, r->post_n * sizeof *r->posts);
    ipr_arena_fini(&r->arena);
    ipr_free(r->env, r, sizeof *r);
}

static int by_word(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void insert(ipr_removed_scratch *s, uint64_t word)
{
    if (s->n < MAX_WORDS)
        s->set[s->n++] = word;
}

/* A script without blanks is one long word: its pairs of characters stand for words. One seed
 * everywhere: among words that are equally rare, those with the least hash are looked under. */
static void add_word(ipr_removed_scratch *s, const ipr_word *w)
{
    const char *p = s->text.p + w->start, *end = s->text.p + w->end, *before = NULL;
    bool solid = s->text.solid && (unsigned char)*p >= 0xE0;
    if (!solid) {
        insert(s, ipr_hash(0, p, w->end - w->start));
        return;
    }
    while (p < end) {
        uint32_t cp;
        size_t n = ipr_utf8_next(p, end, &cp);
        if (before)
            insert(s, ipr_hash(0, before, (size_t)(p + n - before)));
        before = p;
        p += n;
    }
}

static ipr_status add_field(ipr_removed_scratch *s, ipr_str field)
{
    ipr_status st = field.n ? ipr_text_fold(&s->text, field, IPR_VIEW_PLAIN) : IPR_OK;
    if (!st && field.n && ipr_words_split(&s->words, &s->text) == IPR_ENOMEM)
        st = IPR_ENOMEM;
    if (st || !field.n)
        return st;
    for (size_t i = 0; i < s->words.n; i++)
        add_word(s, &s->words.v[i]);
    return IPR_OK;
}

/* The set of words of title and description, ascending, in s->set. */
static ipr_status word_set(ipr_removed_scratch *s, const ipr_removed_row *row)
{
    size_t kept = 0;
    s->n = 0;
    ipr_status st = add_field(s, row->title);
    if (!st)
        st = add_field(s, row->description);
    if (s->n)
        qsort(s->set, s->n, sizeof *s->set, by_word);
    for (size_t i = 0; i < s->n; i++)
        if (kept == 0 || s->set[kept - 1] != s->set[i])
            s->set[kept++] = s->set[i];
    s->n = kept;
    return st;
}

static bool copy(ipr_removed *r, ipr_str *to, ipr_str from)
{
    *to = (ipr_str){ipr_arena_dup(&r->arena, from.n ? from.p : "", from.n), from.n};
    return to->p != NULL;
}

ipr_status ipr_removed_add(ipr_removed *r, const ipr_removed_row *row, ipr_err *err)
{
    entry e = {.price = row->price, .first = (uint32_t)r->word_n};
    if (word_set(r->scratch, row))
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    e.n = (uint32_t)r->scratch->n;
    if (row->image_hash.n && ipr_imghash_parse(row->image_hash, &e.image, err))
        return IPR_EVALUE;
    if (e.n == 0 && e.image.bits == 0)
        return ipr_fail(err, IPR_EEMPTY, 0, "a removed listing needs a title or a picture");
    if (r->n >= r->env->limits.max_list)
        return ipr_fail(err, IPR_ELIMIT, 0, "more removed listings than max_list");
    entry *entries = ipr_grow(r->env, r->entries, &r->cap, r->n + 1, sizeof *entries);
    if (entries)
        r->entries = entries;
    uint64_t *words = ipr_grow(r->env, r->words, &r->word_cap, r->word_n + e.n, sizeof *words);
    if (words || e.n == 0)
        r->words = words;
    if (!entries || (e.n && !words) || !copy(r, &e.id, row->id) ||
        !copy(r, &e.seller, row->seller_id) ||
        (e.image.bits && ipr_bank_add(r->images, &e.image, (uint32_t)r->n, NULL)))
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    if (e.n)
        memcpy(words + r->word_n, r->scratch->set, e.n * sizeof *words);
    r->word_n += e.n;
    entries[r->n++] = e;
    return IPR_OK;
}

static int by_post(const void *a, const void *b)
{
    const post *x = a, *y = b;
    if (x->word != y->word)
        return x->word < y->word ? -1 : 1;
    return (x->entry > y->entry) - (x->entry < y->entry);
}

ipr_status ipr_removed_seal(ipr_removed *r, ipr_err *err)
{
    size_t at = 0;
    if (r->sealed)
        return IPR_OK;
    r->posts = ipr_alloc(r->env, r->word_n * sizeof *r->posts);
    if ((r->word_n && !r->posts) || ipr_bank_seal(r->images, NULL))
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    r->post_n = r->word_n;
    for (size_t i = 0; i < r->n; i++)
        for (uint32_t k = 0; k < r->entries[i].n; k++)
            r->posts[at++] = (post){r->words[r->entries[i].first + k], (uint32_t)i};
    if (at)
        qsort(r->posts, at, sizeof *r->posts, by_post);
    r->sealed = true;
    return IPR_OK;
}

size_t ipr_removed_count(const ipr_removed *r)
{
    return r->n;
}

/* ------------------------------------------------------------------------ look */

static uint32_t shared_words(const uint64_t *a, size_t n, const uint64_t *b, size_t m)
{
    uint32_t both = 0;
    for (size_t i = 0, k = 0; i < n && k < m;) {
        both += a[i] == b[k];
        uint64_t x = a[i], y = b[k];
        i += x <= y;
        k += y <= x;
    }
    return both;
}

static bool same_price(double a, double b)
{
    double d = a > b ? a - b : b - a;
    return a > 0 && b > 0 && d <= (a > b ? a : b) / 50;
}

static void compare(const ipr_removed *r, const ipr_removed_scratch *s, size_t i,
                    const ipr_removed_row *row, const ipr_imghash *image, ipr_removed_match *out)
{
    const entry *e = &r->entries[i];
    ipr_removed_match m = {.id = e->id, .image_bits = 256};
    m.shared = e->n ? shared_words(s->set, s->n, r->words + e->first, e->n) : 0;
    size_t all = s->n + e->n - m.shared;
    m.similarity = all ? (double)m.shared / (double)all : 0;
    if (image->bits && image->bits == e->image.bits)
        m.image_bits = ipr_imghash_distance(image, &e->image) * 256u / image->bits;
    m.same_seller = row->seller_id.n && ipr_str_eq(row->seller_id, e->seller);
    m.same_price = same_price(row->price, e->price);
    bool picture = m.image_bits <= PICTURE_BITS;
    if (m.similarity * 3 < 1 && !picture)
        return;
    m.score = m.similarity * (m.shared < LONG_TEXT ? 0.5 : 1) +
              0.25 * (m.same_seller + m.same_price + picture);
    if (m.score > 1)
        m.score = 1;
    if (m.score > out->score)
        *out = m;
}

static size_t first_post(const ipr_removed *r, uint64_t word)
{
    size_t lo = 0, hi = r->post_n;
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        if (r->posts[mid].word < word)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

typedef struct rare {
    size_t first, n; /* its posts */
} rare;

/* The LOOK_WORDS words with the fewest posts, fewest first. */
static size_t rarest(const ipr_removed *r, const ipr_removed_scratch *s, rare *out)
{
    size_t n = 0;
    for (size_t i = 0; i < s->n; i++) {
        rare x = {first_post(r, s->set[i]), 0};
        while (x.first + x.n < r->post_n && r->posts[x.first + x.n].word == s->set[i] &&
               x.n <= MAX_POSTS)
            x.n++;
        if (x.n == 0 || (n == LOOK_WORDS && x.n >= out[n - 1].n))
            continue;
        size_t at = n < LOOK_WORDS ? n++ : n - 1;
        for (; at > 0 && out[at - 1].n > x.n; at--)
            out[at] = out[at - 1];
        out[at] = x;
    }
    return n;
}

ipr_status ipr_removed_look(const ipr_removed *r, ipr_removed_scratch *s,
                            const ipr_removed_row *row, ipr_removed_match *out)
{
    rare words[LOOK_WORDS];
    ipr_imghash image = {{0, 0, 0, 0}, 0};
    ipr_bank_hit hit;
    memset(out, 0, sizeof *out);
    ipr_status st = word_set(s, row);
    if (st)
        return st;
    if (row->image_hash.n && ipr_imghash_parse(row->image_hash, &image, NULL) == IPR_OK &&
        ipr_bank_nearest(r->images, &image, (unsigned)(PICTURE_BITS * image.bits / 256), &hit))
        compare(r, s, hit.tag, row, &image, out);
    size_t n = rarest(r, s, words);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < words[i].n && k < MAX_POSTS; k++)
            compare(r, s, r->posts[words[i].first + k].entry, row, &image, out);
    return IPR_OK;
}
