/* SPDX-License-Identifier: MIT
 * brand_guard.c: does a name mean the brand where it stands? Words of the language, names of
 * people, accessories, denials; and how sure a mention is. All thresholds of the matcher that
 * trade finds against false alarms are here. */
#include "brand_priv.h"

#include <string.h>

typedef struct place {
    const ipr_lexicon *lex;
    const ipr_brand_scratch *s;
    const ipr_mention *m;
    const ipr_form *form;
    const ipr_brand *brand;
    const ipr_letters *l;
    const uint32_t *roles;
    uint32_t start, end; /* source bytes */
    bool first;          /* the title begins with it, or a new part of it does */
    bool by;             /* "by" stands before it */
    bool column;         /* the brand column names the brand */
    bool goods;          /* the listing names goods of the brand's kind */
} place;

static bool is_known(const place *p, uint32_t t)
{
    return p->roles[t] & IPR_ROLE_KNOWN;
}

/* Are all tokens of the mention words of the language or single letters? */
static bool all_known(const place *p)
{
    for (uint32_t t = p->m->t0; t < p->m->t1; t++)
        if (!is_known(p, t) && p->l->tok[t].end - p->l->tok[t].first > 1)
            return false;
    return true;
}

/* ---- context ---- */

static bool column_names(const place *p)
{
    for (size_t i = 0; i < p->s->n; i++) {
        const ipr_brand_hit *h = &p->s->hits[i];
        if (h->field == IPR_BRAND_IN_COLUMN && h->brand == p->form->brand)
            return true;
    }
    return false;
}

/* Ends the source, before `start`, with one of these? */
static bool follows(const place *p, const char *const *words)
{
    const char *at = p->l->src.p + p->start;
    size_t have = p->start;
    while (have && at[-1] == ' ')
        at--, have--;
    for (; *words; words++) {
        size_t n = strlen(*words);
        if (n <= have && memcmp(at - n, *words, n) == 0)
            return true;
    }
    return false;
}

/* Is token t, by itself, a name of the same brand? "for Apple iPhone" */
static bool is_own_name(const place *p, uint32_t t)
{
    ipr_keystate k = {p->lex->env->seed, 0};
    for (uint32_t i = p->l->tok[t].first; i < p->l->tok[t].end; i++)
        ipr_key_step(&k, p->l->v[i].key);
    const ipr_map_slot *s = ipr_map_find(&p->lex->keys, ipr_key_of(&k));
    for (uint32_t f = s ? s->value : IPR_NONE; f != IPR_NONE; f = p->lex->forms[f].next)
        if (p->lex->forms[f].brand == p->form->brand)
            return true;
    return false;
}

static bool is_accessory(const place *p)
{
    static const char *const solid[] = {"适用于", "适用", "兼容", "通用", "适配",
                                        "专用于", "対応", "호환", NULL};
    if (p->m->field == IPR_BRAND_IN_COLUMN)
        return false;
    if (follows(p, solid))
        return true;
    uint32_t t = p->m->t0;
    for (int skipped = 0; t > 0 && skipped < 3; skipped++) {
        uint32_t r = p->roles[t - 1];
        if (r & (IPR_ROLE(FOR) | IPR_ROLE(FITS)))
            return true;
        if ((r & IPR_ROLE(WITH)) && t > 1 && (p->roles[t - 2] & IPR_ROLE(FITS)))
            return true;
        if (!(r & IPR_ROLE(FILLER)) && !is_own_name(p, t - 1))
            break;
        t--;
    }
    for (size_t i = 0; i < p->s->n; i++) { /* "for iPad 2, iPad 3, Samsung": the list goes on */
        const ipr_brand_hit *h = &p->s->hits[i];
        if (!h->accessory || h->field != p->m->field || h->end >= p->start)
            continue;
        if (h->brand == p->form->brand || (p->start - h->end <= 3 && p->l->src.p[h->end] != ' '))
            return true;
    }
    return false;
}

static bool is_negated(const place *p)
{
    static const char *const solid[] = {"不是", "并非", "非", NULL};
    uint32_t t = p->m->t0;
    if (t > 1 && (p->roles[t - 1] & IPR_ROLE(FILLER)))
        t--;
    return (t > 0 && (p->roles[t - 1] & IPR_ROLE(NOT))) || follows(p, solid);
}

/* A new part begins at token t: the text, or behind a separating sign. */
static bool begins_part(const place *p, uint32_t t)
{
    const ipr_letters *l = p->l;
    if (t == 0)
        return true;
    const char *s = l->src.p + l->v[l->tok[t].first].at;
    size_t back = 0;
    while (back < 4 && s - back > l->src.p && s[-1 - (long)back] == ' ')
        back++;
    if (s - back == l->src.p)
        return true;
    return back > 0 && strchr("-|/:([]~*", s[-1 - (long)back]) != NULL;
}

/* ---- names that are words ---- */

static bool next_is_small_word(const place *p)
{
    uint32_t t = p->m->t1;
    return t < p->l->ntok && !p->l->tok[t].capital && (p->roles[t] & IPR_ROLE(COMMON)) &&
           !(p->roles[t] & p->brand->goods);
}

/* What follows looks like a model: not a word, or with digits. */
static bool next_is_model(const place *p)
{
    const ipr_letters *l = p->l;
    uint32_t t = p->m->t1;
    if (t >= l->ntok)
        return false;
    if (l->tok[t].digits || !is_known(p, t))
        return true;
    return t + 1 < l->ntok && l->tok[t + 1].gap == IPR_GAP_CAMEL;
}

/* "Converse Chuck 70": all words have capitals and one follows. */
static bool next_is_title_case(const place *p)
{
    uint32_t t = p->m->t1;
    return p->first && !p->s->small[p->m->field] && !p->s->shouts[p->m->field] && t < p->l->ntok &&
           p->l->tok[t].capital;
}

static bool is_registered(const place *p)
{
    const char *e = p->l->src.p + p->end;
    size_t left = p->l->src.n - p->end;
    return left >= 2 && memcmp(e, "\xC2\xAE", 2) == 0;
}

/* "#gucci": the name is marked as one. */
static bool is_tagged(const place *p)
{
    return p->start > 0 && p->l->src.p[p->start - 1] == '#';
}

/* "dIeSeL": nobody writes a word like that. */
static bool is_zigzag(const place *p)
{
    uint32_t t = p->m->t0 + 1;
    while (t < p->m->t1 && p->l->tok[t].gap == IPR_GAP_CAMEL)
        t++;
    return t == p->m->t1 && t - p->m->t0 >= 3 && p->form->chunks == 1 && p->form->n >= 4;
}

/* "Tommy Lee": a first name that also stands for a brand, and a surname. */
static bool before_surname(const place *p)
{
    uint32_t t = p->m->t1;
    return p->form->kind == IPR_FORM_ALIAS && p->form->chunks == 1 && t < p->l->ntok &&
           p->l->tok[t].gap == IPR_GAP_BLANK && p->l->tok[t].capital &&
           (p->roles[t] & IPR_ROLE(NAME)) && !(p->roles[t] & IPR_ROLE(COMMON));
}

/* The word before is a person's first name or an initial. */
static bool after_first_name(const place *p)
{
    uint32_t t = p->m->t0;
    if (t == 0 || p->l->tok[t].gap > IPR_GAP_BLANK)
        return false;
    const ipr_token *k = &p->l->tok[t - 1];
    return k->capital && !k->digits && (p->roles[t - 1] & IPR_ROLE(NAME)) && !next_is_model(p);
}

/* One of the next three words says goods that the brand makes. */
static bool near_its_goods(const place *p)
{
    uint32_t t = p->m->t1, roles = 0;
    for (uint32_t k = t; k < p->l->ntok && k < t + 3; k++)
        roles |= p->roles[k];
    return roles & p->brand->goods;
}

/* "guess jeans": the head of a title that is all in small letters, before its own goods. */
static bool heads_its_goods(const place *p)
{
    return p->first && p->s->whispers[p->m->field] && near_its_goods(p);
}

static int word_points(const place *p)
{
    const ipr_token *k = &p->l->tok[p->m->t0];
    bool shouts = p->s->shouts[p->m->field];
    int points = 0;
    points += p->column || p->by || is_registered(p) || is_tagged(p) ? 3 : 0;
    points += p->goods || (p->s->foreign[p->m->field] && k->capital) ? 2 : 0;
    points += k->capitals && !shouts ? 1 : 0;
    points += p->first && k->capital ? 1 : 0;
    points += next_is_model(p) || next_is_title_case(p) ? 1 : 0;
    points -= next_is_small_word(p) ? 2 : 0;
    points -= !k->capital && p->m->field != IPR_BRAND_IN_COLUMN && !heads_its_goods(p) ? 2 : 0;
    points -=
        !p->first && !p->by && k->capital && !k->capitals && !p->s->small[p->m->field] ? 1 : 0;
    return points;
}

static bool short_name_stands(const place *p)
{
    if (p->column || p->by || is_registered(p))
        return true;
    if (p->m->reading.caps && !(p->form->kind == IPR_FORM_NAME && p->goods))
        return false;
    if (p->form->kind == IPR_FORM_NAME)
        return p->goods || (p->first && next_is_model(p));
    return (p->first && (p->goods || p->l->ntok <= 4)) || near_its_goods(p);
}

/* Initials stand for a name at the head of a title, before goods: "CDG Backpack". */
static bool initials_stand(const place *p)
{
    uint32_t t = p->m->t1, goods = 0;
    if (p->m->t0 > 0 || p->m->field != IPR_BRAND_IN_TITLE || p->roles[0] || p->m->reading.caps)
        return false;
    for (; t < p->l->ntok && t < p->m->t1 + 2; t++)
        goods |= p->roles[t] & IPR_ROLE_GOODS;
    return goods && (!p->brand->goods || (goods & p->brand->goods)) && !p->s->shouts[0];
}

static bool semi_name_stands(const place *p)
{
    const ipr_letters *l = p->l;
    bool capital = true;
    for (uint32_t t = p->m->t0; t < p->m->t1; t++)
        capital &= l->tok[t].capital || l->tok[t].digits || l->tok[t].gap > IPR_GAP_HARD ||
                   l->tok[t].end - l->tok[t].first < 3;
    if (p->column || p->by || (p->goods && (capital || p->first)))
        return true;
    if (is_tagged(p))
        return p->brand->high_risk || p->m->reading.joined;
    uint32_t next = p->m->t1 < l->ntok ? p->roles[p->m->t1] : 0;
    if (capital && p->first && p->brand->high_risk && (next & IPR_ROLE_GOODS))
        return true; /* "The North Face watch": goods that it is not known for */
    if (!capital || next_is_small_word(p))
        return false;
    return p->brand->high_risk || p->first;
}

/* "TOMS Alpargata": the name is a name in capitals, and it alone is set so. */
static bool heads_in_capitals(const place *p)
{
    const ipr_letters *l = p->l;
    uint32_t next = p->m->t1;
    return p->m->field == IPR_BRAND_IN_TITLE && p->form->n >= 3 && !p->m->reading.caps &&
           l->tok[p->m->t0].capitals && next < l->ntok && !l->tok[next].capitals &&
           !p->s->shouts[0] && p->form->kind == IPR_FORM_NAME;
}

/* A word of the language as the name of a brand few people know: it must head the title as a
 * maker's name does, and not be a word that titles begin with. */
static bool weak_name_stands(const place *p)
{
    uint32_t t = p->m->t0;
    const ipr_token *k = &p->l->tok[t];
    if (p->column || ((p->by || is_registered(p)) && k->capital))
        return true;
    bool plainly = p->roles[t] & (IPR_ROLE(PLAINLY) | IPR_ROLE_GOODS | IPR_ROLE(PEOPLE));
    if (!plainly && t == 0 && heads_in_capitals(p))
        return true;
    return p->form->kind == IPR_FORM_NAME && p->form->n >= 4 && t == 0 && k->capital && !plainly &&
           p->m->field == IPR_BRAND_IN_TITLE && p->l->ntok > 1 && !next_is_small_word(p) &&
           !p->s->small[0] && !p->s->shouts[0] &&
           (p->goods || (!p->brand->goods && p->s->goods[0]));
}

/* Does an ordinarily written name mean the brand? */
static bool name_stands(const place *p)
{
    if (p->m->field == IPR_BRAND_IN_COLUMN)
        return (p->m->t0 == 0 && p->m->t1 == p->l->ntok) || p->form->amb <= IPR_AMB_NAMEY;
    if (p->form->kind == IPR_FORM_INITIALS)
        return initials_stand(p);
    if (is_zigzag(p))
        return p->form->amb != IPR_AMB_WEAK;
    switch (p->form->amb) {
    case IPR_AMB_CLEAR:
        return true;
    case IPR_AMB_NAMEY:
        if (before_surname(p) && !p->goods)
            return p->column;
        return p->column || p->by || p->goods ||
               !(after_first_name(p) ||
                 (p->first && next_is_small_word(p) && !p->brand->high_risk));
    case IPR_AMB_SEMI:
        return semi_name_stands(p);
    case IPR_AMB_WORD:
        return word_points(p) >= 2;
    case IPR_AMB_SHORT:
        return short_name_stands(p);
    default:
        return weak_name_stands(p);
    }
}

/* ---- names that were changed ---- */

static bool is_cyrillic(const place *p, uint32_t t)
{
    return ipr_sound_is_cyrillic(p->l->v[p->l->tok[t].first].cp);
}

static bool has_other_cyrillic(const place *p)
{
    for (uint32_t t = 0; t < p->l->ntok && t < 200; t++)
        if ((t < p->m->t0 || t >= p->m->t1) && is_cyrillic(p, t))
            return true;
    return false;
}

static bool none_known(const place *p)
{
    for (uint32_t t = p->m->t0; t < p->m->t1; t++)
        if (is_known(p, t))
            return false;
    return true;
}

/* Signs other than hyphens and apostrophes stand between the letters. */
static bool has_odd_sign(const place *p)
{
    for (uint32_t i = p->start; i < p->end; i++)
        if (strchr("._*~^=#/|", p->l->src.p[i]))
            return true;
    return false;
}

static bool parted_name_stands(const place *p)
{
    const ipr_reading *r = &p->m->reading;
    int n = (int)p->form->n;
    if (n < 4)
        return n >= 2 && !r->longer && r->in_blank == n - 1 && !r->caps &&
               p->form->amb == IPR_AMB_SHORT && p->first;
    if (r->singles >= 3) /* letter by letter */
        return true;
    if (r->longer || r->shorter)
        return false;
    if (p->form->amb == IPR_AMB_WEAK)
        return r->in_blank == 0 && !r->leet && n >= 5 && has_odd_sign(p) && !all_known(p);
    if (r->leet)
        return false;
    if (r->in_blank == 0 &&
        (has_odd_sign(p) ||
         (p->brand->high_risk && (p->form->amb <= IPR_AMB_NAMEY || n >= 6 || p->column))))
        return true;
    if (all_known(p))
        return false;
    if (r->in_blank && r->parts == 2)
        return (n >= 6 && r->shortest >= 2) || (p->brand->high_risk && none_known(p));
    return r->in_blank == 0 || r->parts * 2 >= n;
}

static bool changed_name_stands(const place *p)
{
    const ipr_reading *r = &p->m->reading;
    int n = (int)p->form->n;
    bool weak = p->form->amb == IPR_AMB_WEAK;
    if (p->form->kind == IPR_FORM_INITIALS)
        return false;
    if (r->homoglyph && r->other_script && is_cyrillic(p, p->m->t0) && has_other_cyrillic(p))
        return false;
    if (r->small_l && (r->longer || all_known(p)))
        return false;
    if (r->shorter > 1 || (r->shorter && (n < 5 || r->homoglyph || r->leet || r->styled)))
        return false;
    if (r->homoglyph || r->wide || r->zero || r->styled || r->accent > 1)
        return n >= 3 || (n == 2 && p->form->amb == IPR_AMB_SHORT && !r->caps);
    if (r->leet && (r->in_blank || r->in_sign))
        return n >= 4 && r->latin >= 2 && r->singles >= 3;
    if (r->leet)
        return n >= 4 && r->latin >= 2 && r->leet * 3 <= n * 2 && !(weak && n < 5);
    if (r->in_blank || r->in_sign)
        return parted_name_stands(p);
    if (r->longer || r->shorter)
        return n >= 3 && r->longer <= 5 && !all_known(p) && !weak;
    return true;
}

static bool same_first_letter(const place *p)
{
    return p->l->v[p->m->a].look == ipr_fold_seen(p->lex->letters[p->form->first].cp, NULL);
}

/* Without its vowels a short name is any abbreviation: only at the head of a title. */
static bool vowel_drop_stands(const place *p, bool sure)
{
    uint32_t n = p->m->changed;
    bool risk = p->brand->high_risk;
    if (n == 3)
        return p->form->chunks > 1 || (risk && p->first && p->form->n >= 5 && p->form->n <= 6);
    return n >= 4 && (sure || risk || n >= 5);
}

static bool slip_stands(const place *p)
{
    uint32_t n = p->m->changed;
    bool risk = p->brand->high_risk, many = p->form->chunks > 1;
    bool sure = p->first || p->by || p->column || many;
    if (all_known(p))
        return many && risk && n >= 4 && p->m->trick != IPR_TRICK_VOWEL_DROP;
    if (p->m->trick == IPR_TRICK_VOWEL_DROP)
        return vowel_drop_stands(p, sure);
    if (p->m->trick == IPR_TRICK_HOMOGLYPH)
        return n >= 5;
    bool other = p->m->trick == IPR_TRICK_SUBSTITUTION || p->m->trick == IPR_TRICK_INSERTION;
    if (n < 4 || (n < (other ? 8 : 6) && !same_first_letter(p)))
        return false;
    if (p->m->trick == IPR_TRICK_TRUNCATION && p->form->n >= n + 2 && n < 5 &&
        !(many || (risk && p->first)))
        return false;
    if (other)
        return n >= 6 ? sure || risk || n >= 8
                      : (n == 5 && risk && sure) || (many && p->form->n >= 8);
    return sure || (risk && n >= 5) || n >= 7;
}

/* A name glued to other letters, or to them by a sign. */
static bool edges_hold(const place *p)
{
    const ipr_letters *l = p->l;
    uint8_t before = l->tok[p->m->t0].gap;
    uint8_t after = p->m->t1 < l->ntok ? l->tok[p->m->t1].gap : (uint8_t)IPR_GAP_EDGE;
    if (p->m->field != IPR_BRAND_IN_COLUMN && p->form->signs &&
        p->m->reading.usual + p->m->reading.joined)
        return false;
    if (p->form->letters_solid)
        return true;
    if (before == IPR_GAP_CAMEL && l->tok[p->m->t0 - 1].end - l->tok[p->m->t0 - 1].first < 2)
        return false;
    if (before == IPR_GAP_CAMEL || after == IPR_GAP_CAMEL)
        return p->form->amb <= IPR_AMB_NAMEY && p->form->n >= 4 && !p->m->near &&
               p->m->cls == IPR_CLASS_ORDINARY;
    bool possessive = after == IPR_GAP_SOFT && l->tok[p->m->t1].end - l->tok[p->m->t1].first == 1;
    if (before == IPR_GAP_SOFT || (after == IPR_GAP_SOFT && !possessive))
        return p->form->amb <= IPR_AMB_SEMI;
    return true;
}

/* ---- how sure ---- */

static int score_of(const place *p)
{
    static const int kinds[] = {100, 78, 96, 96, 50};
    uint32_t n = p->form->n < 12 ? p->form->n : 12;
    int score = p->m->near ? 70 : kinds[p->form->kind];
    score += 2 * (int)n;
    score += p->first ? 25 : 0;
    score += p->by ? 40 : 0;
    score += p->column ? 60 : 0;
    score += p->goods ? 10 : 0;
    score += p->m->cls == IPR_CLASS_EVASION ? 15 : 0;
    bool aside = !p->first && !p->by && !p->column && !p->brand->high_risk;
    score -= aside && p->m->cls == IPR_CLASS_ORDINARY ? 30 : 0; /* a maker's name heads a title */
    score += p->m->near && p->first && p->brand->high_risk ? 15 : 0;
    score -= p->form->amb >= IPR_AMB_SEMI ? 15 : 0;
    score -= p->form->amb == IPR_AMB_WEAK ? 20 : 0;
    score -= p->m->field == IPR_BRAND_IN_DESCRIPTION ? 60 : 0;
    return score;
}

static void look_around(place *p)
{
    uint32_t t = p->m->t0;
    uint8_t field = p->m->field;
    uint32_t goods = p->s->goods[field];
    if (field == IPR_BRAND_IN_DESCRIPTION) /* the title was read before */
        goods = p->s->letters[IPR_BRAND_IN_TITLE].ntok ? p->s->goods[IPR_BRAND_IN_TITLE] : goods;
    uint32_t own = 0;
    for (uint32_t k = p->m->t0; k < p->m->t1; k++)
        own |= p->roles[k] & IPR_ROLE_GOODS;
    p->goods = (goods & p->brand->goods & ~own) != 0;
    p->first = field == IPR_BRAND_IN_TITLE && begins_part(p, t);
    p->by = t > 0 && (p->roles[t - 1] & IPR_ROLE(BY));
    if (t > 0 && (p->roles[t - 1] & IPR_ROLE(FILLER)) && t > 1 && (p->roles[t - 2] & IPR_ROLE(BY)))
        p->by = true;
    p->column = field != IPR_BRAND_IN_COLUMN && column_names(p);
}

bool ipr_brand_judge(const ipr_lexicon *lex, const ipr_brand_scratch *s, const ipr_mention *m,
                     ipr_brand_hit *hit)
{
    const ipr_form *form = &lex->forms[m->form];
    place p = {.lex = lex, .s = s, .m = m, .form = form, .brand = &lex->brands[form->brand]};
    p.l = &s->letters[m->field];
    p.roles = s->roles[m->field];
    ipr_letters_span(p.l, m->a, m->b, &p.start, &p.end);
    p.end += m->tail;
    look_around(&p);
    ipr_trick_class cls = m->cls;
    if (m->trick == IPR_TRICK_FULL_WIDTH && p.l->solid && m->reading.latin == m->reading.wide)
        cls = IPR_CLASS_ORDINARY; /* how Chinese and Japanese texts set Latin names */
    if (m->trick == IPR_TRICK_PUNCTUATION && m->reading.in_sign == 1 && p.end > 2 &&
        p.l->src.p[p.end - 2] == '\'')
        cls = IPR_CLASS_ORDINARY; /* an apostrophe before the last s */
    bool changed = !ipr_reading_is_clean(&m->reading) || m->reading.accent > 1 ||
                   m->trick == IPR_TRICK_MIXED_SCRIPT;
    if (!edges_hold(&p))
        return false;
    if (m->near ? !slip_stands(&p) : changed ? !changed_name_stands(&p) : !name_stands(&p))
        return false;
    *hit = (ipr_brand_hit){.brand = form->brand, .start = p.start, .end = p.end, .field = m->field};
    hit->trick = (uint8_t)m->trick;
    hit->cls = (uint8_t)cls;
    hit->accessory = is_accessory(&p);
    hit->negated = is_negated(&p);
    int score = score_of(&p) - (hit->accessory || hit->negated ? 200 : 0);
    hit->score = (int16_t)score;
    return true;
}
