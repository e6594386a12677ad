/* SPDX-License-Identifier: MIT
 * pack.c: phrases as chains of word hashes in one open-addressing table. */
#include "pack.h"

#include <string.h>

#define FIRST_SLOTS 4096
#define VARIANTS ((size_t)1 << 16) /* characters that may have another form */

ipr_status ipr_pack_init(ipr_pack *p, ipr_env *env)
{
    memset(p, 0, sizeof *p);
    p->env = env;
    ipr_buf_init(&p->text, env);
    p->slots = ipr_calloc(env, FIRST_SLOTS, sizeof *p->slots);
    p->entries = ipr_grow(env, NULL, &p->entry_cap, 256, sizeof *p->entries);
    p->follow = ipr_grow(env, NULL, &p->follow_cap, 256, sizeof *p->follow);
    if (!p->slots || !p->entries || !p->follow) {
        if (p->slots)
            p->slot_cap = FIRST_SLOTS;
        ipr_pack_fini(p);
        return IPR_ENOMEM;
    }
    p->slot_cap = FIRST_SLOTS;
    p->follow[0] = 0; /* of no state */
    memset(&p->entries[0], 0, sizeof p->entries[0]);
    p->entry_n = 1;
    return IPR_OK;
}

/* The room of n buckets, wherever it begins. */
static size_t bucket_bytes(size_t n)
{
    return (n + 1) * sizeof(ipr_bucket);
}

void ipr_pack_fini(ipr_pack *p)
{
    if (!p->env)
        return;
    ipr_free(p->env, p->slots, p->slot_cap * sizeof *p->slots);
    ipr_free(p->env, p->entries, p->entry_cap * sizeof *p->entries);
    ipr_free(p->env, p->rows, p->row_cap * sizeof *p->rows);
    ipr_free(p->env, p->index, p->index_n * sizeof *p->index);
    ipr_free(p->env, p->bucket_room, bucket_bytes(p->bucket_n));
    ipr_free(p->env, p->follow, p->follow_cap * sizeof *p->follow);
    ipr_free(p->env, p->hot, p->entry_n * sizeof *p->hot);
    ipr_free(p->env, p->variant, VARIANTS * sizeof *p->variant);
    ipr_buf_fini(&p->text);
    memset(p, 0, sizeof *p);
}

/* The slot of key, or the free one where it belongs. */
static ipr_slot *slot_of(ipr_slot *slots, size_t cap, uint64_t key)
{
    size_t i = (size_t)key;
    while (slots[i & (cap - 1)].key && slots[i & (cap - 1)].key != key)
        i++;
    return &slots[i & (cap - 1)];
}

static bool slots_double(ipr_pack *p)
{
    size_t cap = p->slot_cap * 2;
    ipr_slot *slots = ipr_calloc(p->env, cap, sizeof *slots);
    if (!slots)
        return false;
    for (size_t i = 0; i < p->slot_cap; i++)
        if (p->slots[i].key)
            *slot_of(slots, cap, p->slots[i].key) = p->slots[i];
    ipr_free(p->env, p->slots, p->slot_cap * sizeof *slots);
    p->slots = slots;
    p->slot_cap = cap;
    return true;
}

static ipr_slot *step_or_make(ipr_pack *p, uint32_t state, uint64_t word)
{
    uint64_t key = ipr_pack_key(state, word);
    key += !key; /* 0 is a free slot */
    ipr_slot *s = slot_of(p->slots, p->slot_cap, key);
    if (s->key)
        return s;
    if (p->slot_n * 4 >= p->slot_cap * 3) {
        if (!slots_double(p))
            return NULL;
        s = slot_of(p->slots, p->slot_cap, key);
    }
    s->key = key;
    p->slot_n++;
    if (state)
        p->follow[state] |= (uint64_t)1 << (word >> 58);
    return s;
}

/* A new state that no phrase goes on from yet; 0 if memory is short. */
static uint32_t new_state(ipr_pack *p)
{
    uint64_t *follow =
        ipr_grow(p->env, p->follow, &p->follow_cap, p->states + (size_t)2, sizeof *follow);
    if (!follow)
        return 0;
    p->follow = follow;
    follow[++p->states] = 0;
    return p->states;
}

/* "*ing": notes what words may end with, longer endings first. Too many, or one too long, are
 * reported when the pack is sealed. */
static void note_ending(ipr_pack *p, ipr_str phrase)
{
    size_t k = p->endings;
    if (k >= IPR_ENDING_MAX || phrase.n > sizeof p->ending[0].text) {
        p->endings = IPR_ENDING_MAX + 1;
        return;
    }
    p->endings++;
    for (; k > 0 && p->ending[k - 1].n < phrase.n; k--)
        p->ending[k] = p->ending[k - 1];
    memcpy(p->ending[k].text, phrase.p, phrase.n);
    p->ending[k].n = (uint8_t)phrase.n;
}

ipr_entry *ipr_pack_entry(ipr_pack *p, ipr_str phrase)
{
    ipr_atom a;
    ipr_slot *s = NULL;
    for (ipr_atoms r = ipr_atoms_at(phrase, 0); ipr_atom_next(&r, &a);) {
        if (s && !s->state && !(s->state = new_state(p)))
            return NULL;
        s = step_or_make(p, s ? s->state : 0, a.hash);
        if (!s)
            return NULL;
    }
    if (!s)
        return NULL;
    if (!s->entry) {
        ipr_entry *e = ipr_grow(p->env, p->entries, &p->entry_cap, p->entry_n + 1, sizeof *e);
        if (!e)
            return NULL;
        p->entries = e;
        memset(&e[p->entry_n], 0, sizeof *e);
        s->entry = (uint32_t)p->entry_n++;
        if (phrase.n > 1 && phrase.p[0] == '*')
            note_ending(p, phrase);
    }
    return &p->entries[s->entry];
}

ipr_status ipr_pack_variants(ipr_pack *p, ipr_str pairs)
{
    const char *end = pairs.p + pairs.n;
    uint32_t from, to;
    p->varies = pairs.n > 0;
    if (!p->varies)
        return IPR_OK;
    if (!p->variant)
        p->variant = ipr_alloc(p->env, VARIANTS * sizeof *p->variant);
    if (!p->variant)
        return IPR_ENOMEM;
    memset(p->variant, 0, VARIANTS * sizeof *p->variant);
    for (const char *s = pairs.p; s < end;) {
        s += ipr_utf8_next(s, end, &from);
        if (s == end)
            return IPR_EVALUE;
        s += ipr_utf8_next(s, end, &to);
        if (from >= VARIANTS || to >= VARIANTS)
            return IPR_EVALUE;
        p->variant[from] = (uint16_t)to;
    }
    return IPR_OK;
}

bool ipr_pack_other(const ipr_pack *p, ipr_str phrase, ipr_buf *out)
{
    bool any = false;
    out->n = 0;
    for (const char *s = phrase.p, *end = s + phrase.n; p->varies && s < end;) {
        uint32_t cp;
        s += ipr_utf8_next(s, end, &cp);
        uint32_t other = cp < VARIANTS ? p->variant[cp] : 0;
        any = any || other;
        ipr_utf8_put(out, other ? other : cp);
    }
    return any && !out->failed;
}

ipr_key_row *ipr_pack_row(ipr_pack *p, ipr_str name)
{
    ipr_key_row *r = ipr_grow(p->env, p->rows, &p->row_cap, p->row_n + 1, sizeof *r);
    if (!r)
        return NULL;
    p->rows = r;
    r += p->row_n;
    memset(r, 0, sizeof *r);
    r->name = (uint32_t)p->text.n;
    r->name_n = (uint32_t)name.n;
    ipr_buf_addstr(&p->text, name);
    if (p->text.failed)
        return NULL;
    p->row_n++;
    return r;
}

uint32_t ipr_row_admits(const ipr_key_row *r)
{
    return r->units | (r->share || r->level ? 0 : 1u << IPR_ASK_CHANGE);
}

static uint64_t entry_hash(const ipr_entry *e)
{
    uint64_t w, h = 0;
    for (size_t i = 0; i + sizeof w <= sizeof *e; i += sizeof w) {
        memcpy(&w, (const char *)e + i, sizeof w);
        h = (h ^ w) * 0xD6E8FEB86659FD93u;
        h ^= h >> 32;
    }
    return h;
}

/* The entry equal to the one at i: one of the n kept before, or i itself, kept as the
 * n-th. place holds kept entries by their hash, 0 where none is. */
static uint32_t share_entry(ipr_entry *entries, size_t i, size_t n, uint32_t *place, size_t cap)
{
    size_t k = (size_t)entry_hash(&entries[i]) & (cap - 1);
    for (; place[k]; k = (k + 1) & (cap - 1))
        if (memcmp(&entries[place[k]], &entries[i], sizeof *entries) == 0)
            return place[k];
    entries[n] = entries[i];
    return place[k] = (uint32_t)n;
}

/* Phrases that mean the same share one entry: a few hundred stay in the cache where
 * thousands do not. Entry 0 stays what it is: no phrase. */
static bool share_entries(ipr_pack *p)
{
    size_t cap = 1, n = 1, had = p->entry_n;
    while (cap < had * 2)
        cap *= 2;
    uint32_t *to = ipr_calloc(p->env, had, sizeof *to);
    uint32_t *place = ipr_calloc(p->env, cap, sizeof *place);
    bool ok = to && place;
    for (size_t i = 1; ok && i < had; i++) {
        to[i] = share_entry(p->entries, i, n, place, cap);
        n += to[i] == n;
    }
    for (size_t i = 0; ok && i < p->slot_cap; i++)
        p->slots[i].entry = to[p->slots[i].entry];
    p->entry_n = ok ? n : had;
    ipr_free(p->env, to, had * sizeof *to);
    ipr_free(p->env, place, cap * sizeof *place);
    return ok;
}

static void put_step(ipr_pack *p, const ipr_slot *s)
{
    size_t i = (size_t)s->key & (p->bucket_n - 1), n = 0;
    while (p->buckets[i].step[1][3]) /* full */
        i = (i + 1) & (p->bucket_n - 1);
    ipr_bucket *b = &p->buckets[i];
    while (b->step[n / 4][n % 4])
        n++;
    b->tag[n / 4][n % 4] = (uint32_t)(s->key >> 32);
    b->step[n / 4][n % 4] = s->state << 16 | s->entry;
}

/* The slots at half their size, four in a bucket or fewer, on lines of the cache. */
static bool make_steps(ipr_pack *p)
{
    const size_t line = sizeof(ipr_bucket);
    size_t n = 1;
    while (n * 4 < p->slot_n)
        n *= 2;
    p->bucket_room = ipr_calloc(p->env, 1, bucket_bytes(n));
    if (!p->bucket_room)
        return false;
    p->bucket_n = n;
    p->buckets = (void *)(((uintptr_t)p->bucket_room + line - 1) / line * line);
    for (size_t i = 0; i < p->slot_cap; i++)
        if (p->slots[i].key)
            put_step(p, &p->slots[i]);
    ipr_free(p->env, p->slots, p->slot_cap * sizeof *p->slots);
    p->slots = NULL;
    p->slot_cap = 0;
    return true;
}

/* Whatever period.c, trap.c and quantity.c may begin at. */
#define OPENERS                                                                                    \
    (IPR_ROLE(NUMBER) | IPR_ROLE(SCALE) | IPR_ROLE(FRACTION) | IPR_ROLE(MULTIPLE) |                \
     IPR_ROLE(EVERY) | IPR_ROLE(OUTOF) | IPR_ROLE(MONTH) | IPR_ROLE(FISCAL) | IPR_ROLE(HALF) |     \
     IPR_ROLE(QUARTER) | IPR_ROLE(MONTHS) | IPR_ROLE(RELATIVE) | IPR_ROLE(PRIOR) |                 \
     IPR_ROLE(TODATE))
#define CLAUSE_VERBS (IPR_ROLE(AUX) | IPR_ROLE(REL) | IPR_ROLE(CONJ))
#define PARTS (IPR_ROLE(CONJ) | IPR_ROLE(PREP))
#define MOVES (IPR_ROLE(UP) | IPR_ROLE(DOWN))

static uint8_t notes_of(const ipr_entry *e)
{
    int time = e->roles & IPR_ROLE(TIMEMARK) ? e->time : 0;
    bool times = time == IPR_TIME_NOW || time == IPR_TIME_ANY;
    bool opens = e->roles & OPENERS || time == IPR_TIME_SAME || time == IPR_TIME_LASTMONTH ||
                 (time >= IPR_TIME_WEEKDAY && time < IPR_TIME_NOW) || time > IPR_TIME_SPANTO;
    return (uint8_t)((opens ? IPR_NOTE(OPENS) : 0) |
                     (e->roles & IPR_ROLE(CONJ) ? IPR_NOTE(BREAKS) : 0) |
                     (e->roles & CLAUSE_VERBS ? IPR_NOTE(VERBS) : 0) |
                     (ipr_set_empty(&e->concepts) ? 0 : IPR_NOTE(SPEAKS)) |
                     ((e->roles & PARTS) == PARTS ? IPR_NOTE(PARTS) : 0) |
                     (e->roles & MOVES ? IPR_NOTE(MOVES) : 0) | (times ? IPR_NOTE(TIMES) : 0));
}

static bool make_hot(ipr_pack *p)
{
    p->hot = ipr_alloc(p->env, p->entry_n * sizeof *p->hot);
    for (size_t i = 0; p->hot && i < p->entry_n; i++) {
        const ipr_entry *e = &p->entries[i];
        p->hot[i].roles = e->roles;
        p->hot[i].flags = (uint16_t)((ipr_set_empty(&e->concepts) ? 0 : IPR_F_CONCEPT) |
                                     (e->also & IPR_ALSO_DEFINES ? IPR_F_DEFINES : 0) |
                                     (e->also & IPR_ALSO_HOME ? IPR_F_HOME : 0));
        p->hot[i].notes = notes_of(e);
    }
    return p->hot != NULL;
}

static uint8_t sets_of(const ipr_key_row *r)
{
    const ipr_set *sets[] = {&r->heads, &r->deed,  &r->verbs, &r->with,
                             &r->near,  &r->topic, &r->facet};
    uint8_t has = r->place ? IPR_HAS_PLACE : 0;
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
        has |= (uint8_t)(!ipr_set_empty(sets[i]) << i);
    return has;
}

static uint64_t fold(const ipr_set *a)
{
    return ipr_set_empty(a) ? UINT64_MAX : ipr_set_fold(a);
}

static ipr_filed filed(const ipr_key_row *r, uint32_t row)
{
    return (ipr_filed){fold(&r->verbs), fold(&r->with), fold(&r->near), r->has, row};
}

/* Counts a row under each concept that it is found through: its heads, else its deeds, else (the
 * last) anything; at[c] goes on by one. With an index, puts it at that place as well. */
static void file_row(const ipr_key_row *r, uint32_t row, uint32_t *at, ipr_filed *index)
{
    const ipr_set *by = r->has & IPR_HAS_HEADS ? &r->heads : &r->deed;
    if (!(r->has & (IPR_HAS_HEADS | IPR_HAS_DEED))) {
        if (index)
            index[at[IPR_CONCEPT_MAX]] = filed(r, row);
        at[IPR_CONCEPT_MAX]++;
    }
    for (unsigned word = 0; word < IPR_CONCEPT_MAX / 64; word++)
        for (uint64_t bits = by->w[word]; bits; bits &= bits - 1) {
            uint32_t *k = &at[word * 64 + (unsigned)__builtin_ctzll(bits)];
            if (index)
                index[*k] = filed(r, row);
            ++*k;
        }
}

static void file_rows(ipr_pack *p, unsigned ask, uint32_t *at, ipr_filed *index)
{
    for (uint32_t i = 0; i < p->row_n; i++) {
        const ipr_key_row *r = &p->rows[i];
        if (!(ipr_row_admits(r) >> ask & 1))
            continue;
        file_row(r, i, at, index);
        bool heads = r->has & IPR_HAS_HEADS;
        ipr_set_join(heads ? &p->heads[ask] : &p->deeds[ask], heads ? &r->heads : &r->deed);
    }
}

/* Rows by concept: counts first, then each at its place, in the order of the rows. */
static bool index_rows(ipr_pack *p)
{
    uint32_t n = 0;
    for (uint32_t r = 0; r < p->row_n; r++) {
        p->rows[r].has = sets_of(&p->rows[r]);
        if (p->rows[r].share)
            ipr_set_join(&p->facets, &p->rows[r].facet);
    }
    for (unsigned ask = 0; ask < IPR_ASKS; ask++) {
        uint32_t *first = p->first[ask], at[IPR_CONCEPT_MAX + 1] = {0};
        file_rows(p, ask, at, NULL);
        for (unsigned c = 0; c <= IPR_CONCEPT_MAX; n += at[c++])
            first[c] = n;
        first[IPR_CONCEPT_MAX + 1] = n;
    }
    p->index = n ? ipr_alloc(p->env, n * sizeof *p->index) : NULL;
    if (n && !p->index)
        return false;
    p->index_n = n;
    for (unsigned ask = 0; n && ask < IPR_ASKS; ask++) {
        uint32_t at[IPR_CONCEPT_MAX + 1];
        memcpy(at, p->first[ask], sizeof at);
        file_rows(p, ask, at, p->index);
    }
    return true;
}

static void find_endings(ipr_pack *p)
{
    for (size_t i = 0; i < p->endings; i++) {
        ipr_ending *e = &p->ending[i];
        ipr_step step = {0, 0};
        ipr_atom a;
        for (ipr_atoms r = ipr_atoms_at((ipr_str){e->text, e->n}, 0); ipr_atom_next(&r, &a);)
            step = ipr_pack_step(p, step.state, a.hash);
        e->entry = step.entry;
        e->shift = (uint8_t)(64 - 8 * (e->n - 1));
        for (size_t k = 1; k < e->n; k++)
            e->tail = e->tail >> 8 | (uint64_t)(uint8_t)e->text[k] << 56;
    }
}

ipr_status ipr_pack_seal(ipr_pack *p)
{
    ipr_free(p->env, p->variant, VARIANTS * sizeof *p->variant);
    p->variant = NULL;
    if (!share_entries(p))
        return IPR_ENOMEM;
    if (p->states > UINT16_MAX || p->entry_n > UINT16_MAX || p->endings > IPR_ENDING_MAX)
        return IPR_ELIMIT;
    if (!make_steps(p) || !make_hot(p))
        return IPR_ENOMEM;
    if (!index_rows(p))
        return IPR_ENOMEM;
    find_endings(p);
    p->sealed = true;
    return IPR_OK;
}

int ipr_role_find(ipr_str name)
{
    static const char *const names[] = {
#define X(id, text, says) text,
        IPR_ROLE_LIST(X)
#undef X
    };
    for (int i = 0; i < IPR_ROLE_COUNT; i++)
        if (ipr_str_is(name, names[i]))
            return i;
    return -1;
}
