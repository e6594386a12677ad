/* SPDX-License-Identifier: MIT
 * pack.c: phrases as chains of word hashes in one open-addressing table. */
#include "pack.h"

#include <string.h>

#define FIRST_SLOTS 4096

ipr_status ipr_pack_init(ipr_pack *p, ipr_env *env)
{
    memset(p, 0, sizeof *p);
    p->env = env;
    ipr_buf_init(&p->text, env);
    p->slots = ipr_calloc(env, FIRST_SLOTS, sizeof *p->slots);
    p->entries = ipr_grow(env, NULL, &p->entry_cap, 256, sizeof *p->entries);
    if (!p->slots || !p->entries) {
        if (p->slots)
            p->slot_cap = FIRST_SLOTS;
        ipr_pack_fini(p);
        return IPR_ENOMEM;
    }
    p->slot_cap = FIRST_SLOTS;
    memset(&p->entries[0], 0, sizeof p->entries[0]);
    p->entry_n = 1;
    p->states = 1;
    return IPR_OK;
}

void ipr_pack_fini(ipr_pack *p)
{
    if (!p->env)
        return;
    ipr_free(p->env, p->slots, p->slot_cap * sizeof *p->slots);
    ipr_free(p->env, p->entries, p->entry_cap * sizeof *p->entries);
    ipr_free(p->env, p->rows, p->row_cap * sizeof *p->rows);
    ipr_free(p->env, p->index, p->index_n * sizeof *p->index);
    ipr_buf_fini(&p->text);
    memset(p, 0, sizeof *p);
}

static ipr_slot *slot_free(ipr_slot *slots, size_t cap, uint64_t key)
{
    size_t i = (size_t)(key >> 1);
    while (slots[i & (cap - 1)].key)
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
            *slot_free(slots, cap, p->slots[i].key) = p->slots[i];
    ipr_free(p->env, p->slots, p->slot_cap * sizeof *slots);
    p->slots = slots;
    p->slot_cap = cap;
    return true;
}

static ipr_slot *step_or_make(ipr_pack *p, uint32_t state, uint64_t word)
{
    ipr_slot *s = (ipr_slot *)ipr_pack_step(p, state, word);
    if (s)
        return s;
    if (p->slot_n * 2 >= p->slot_cap && !slots_double(p))
        return NULL;
    uint64_t key = (word ^ ((uint64_t)state * 0x9E3779B97F4A7C15u)) * 0xD6E8FEB86659FD93u;
    key ^= key >> 32;
    key |= 1;
    s = slot_free(p->slots, p->slot_cap, key);
    s->key = key;
    s->state = p->states++;
    s->entry = 0;
    p->slot_n++;
    return s;
}

ipr_entry *ipr_pack_entry(ipr_pack *p, ipr_str phrase)
{
    ipr_atom a;
    ipr_slot *s = NULL;
    uint32_t state = 0;
    for (size_t pos = 0; ipr_atom_next(phrase, &pos, &a);) {
        s = step_or_make(p, state, a.hash);
        if (!s)
            return NULL;
        state = s->state;
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
    }
    return &p->entries[s->entry];
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

static bool has(const ipr_set *s, unsigned i)
{
    return (s->w[i / 64] >> (i % 64)) & 1;
}

ipr_status ipr_pack_seal(ipr_pack *p)
{
    size_t n = 0;
    for (size_t r = 0; r < p->row_n; r++)
        for (unsigned c = 0; c < IPR_CONCEPT_MAX; c++)
            n += has(&p->rows[r].heads, c);
    p->index = n ? ipr_calloc(p->env, n, sizeof *p->index) : NULL;
    if (n && !p->index)
        return IPR_ENOMEM;
    p->index_n = n;
    uint32_t k = 0;
    for (unsigned c = 0; c < IPR_CONCEPT_MAX; c++) {
        p->first[c] = k;
        for (size_t r = 0; r < p->row_n; r++)
            if (has(&p->rows[r].heads, c))
                p->index[k++] = (uint32_t)r;
    }
    p->first[IPR_CONCEPT_MAX] = k;
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
