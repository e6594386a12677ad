/* SPDX-License-Identifier: MIT
 * brand_priv.h: the insides of a lexicon, shared by brand_lex.c (building), brand_read.c (how a
 * name is written), brand_match.c (finding) and brand_guard.c (context). Nobody else includes it.
 */
#ifndef IPR_BRAND_PRIV_H
#define IPR_BRAND_PRIV_H

#include "brand.h"
#include "fuzzy.h"
#include "letters.h"
#include "map.h"
#include "sound.h"

#define IPR_NONE UINT32_MAX

/* Roles of vocabulary words; the names are those of goods.tsv. X(bit, "role") */
#define IPR_ROLE_LIST(X)                                                                           \
    X(COMMON, "common")   /* a word of the language, written small */                              \
    X(NAME, "name")       /* a word written with a capital */                                      \
    X(FOR, "for")         /* what follows is what the thing is for */                              \
    X(FITS, "fits")       /* the same, behind or before "with": compatible */                      \
    X(WITH, "with")       /* completes "compatible with" */                                        \
    X(BY, "by")           /* what follows is the maker */                                          \
    X(NOT, "not")         /* what follows is denied */                                             \
    X(PEOPLE, "people")   /* men, women, kids: end a "for" */                                      \
    X(FILLER, "filler")   /* the, your, all: stand between "for" and the name */                   \
    X(PART, "part")       /* set at sealing: of a much-copied name of several words */             \
    X(PHRASED, "phrased") /* set while reading phrases: a word of one */                           \
    X(PLAINLY, "plainly") /* colours, sizes, materials, qualities: words that begin titles */      \
    X(WEAR, "wear")                                                                                \
    X(SHOE, "shoe")                                                                                \
    X(BAG, "bag")                                                                                  \
    X(JEWEL, "jewel")                                                                              \
    X(BEAUTY, "beauty")                                                                            \
    X(TECH, "tech")                                                                                \
    X(TOOL, "tool")                                                                                \
    X(AUTO, "auto")                                                                                \
    X(TOY, "toy")                                                                                  \
    X(HOME, "home")                                                                                \
    X(SPORT, "sport")                                                                              \
    X(FOOD, "food")                                                                                \
    X(PHARMA, "pharma")                                                                            \
    X(EYE, "eye")

enum {
#define X(bit, name) IPR_ROLEBIT_##bit,
    IPR_ROLE_LIST(X)
#undef X
        IPR_ROLE_COUNT
};
#define IPR_ROLE(bit) (1u << IPR_ROLEBIT_##bit)
#define IPR_ROLE_GOODS (~(IPR_ROLE(WEAR) - 1u) & ((1u << IPR_ROLE_COUNT) - 1u))
#define IPR_ROLE_KNOWN (IPR_ROLE(COMMON) | IPR_ROLE(NAME))

enum {
    IPR_FORM_NAME,
    IPR_FORM_ALIAS,
    IPR_FORM_NATIVE,
    IPR_FORM_CODEWORD,
    IPR_FORM_INITIALS /* of a name of three or four words: CDG */
};

/* How much a name says by itself. */
enum {
    IPR_AMB_CLEAR, /* it means the brand */
    IPR_AMB_NAMEY, /* also a person's or a place's name */
    IPR_AMB_SEMI,  /* several words, each of the language: Off White */
    IPR_AMB_WORD,  /* a word of the language, of a much-copied brand: Coach */
    IPR_AMB_SHORT, /* an abbreviation of two or three letters: LV */
    IPR_AMB_WEAK   /* a word of the language, or only digits, of any other brand: Pink */
};

typedef struct ipr_form_letter {
    uint32_t cp; /* plain letter */
    uint8_t gap; /* ipr_gap before it; IPR_GAP_CAMEL for none */
    uint8_t how; /* IPR_LT_UPPER, IPR_LT_ACCENT */
} ipr_form_letter;

typedef struct ipr_form {
    uint32_t brand;
    uint32_t first, n;  /* letters */
    uint32_t next;      /* another form with the same key, or IPR_NONE */
    uint32_t bones;     /* another form with the same consonants, or IPR_NONE */
    uint8_t kind;       /* IPR_FORM_… */
    uint8_t amb;        /* IPR_AMB_… */
    uint8_t chunks;     /* parts between blanks */
    bool signs;         /* short, with a sign that must stand: D&G */
    bool letters_solid; /* in a script without blanks */
} ipr_form;

typedef struct ipr_brand {
    uint32_t name, nname, category, ncategory, price, nprice, currency, ncurrency; /* in text */
    uint32_t goods; /* IPR_ROLE_… of its category */
    bool high_risk, ambiguous;
} ipr_brand;

struct ipr_lexicon {
    ipr_env *env;
    ipr_buf text; /* names and categories */
    ipr_brand *brands;
    size_t n, cap;
    ipr_form *forms;
    size_t nforms, cap_forms;
    ipr_form_letter *letters;
    size_t nletters, cap_letters;
    ipr_map names;   /* hash of a brand's name -> brand */
    ipr_map keys;    /* key so far -> first form, flags 1 if longer forms go on */
    ipr_map sounds;  /* hash of a form's sound -> form */
    ipr_map bones;   /* hash of a form's consonants -> form, chained by .bones */
    ipr_map cuts;    /* key of a name of several words without its last letters -> form */
    ipr_map vocab;   /* ipr_letters_hash of a word -> flags are roles */
    ipr_map chunks;  /* hash of a form's chunk -> filed in near */
    ipr_dict *solid; /* native names in scripts without blanks; id is the form */
    ipr_dict *phrases;
    ipr_fuzzy *near;    /* chunks of forms; number is their place in chunk_at */
    uint32_t *chunk_at; /* pairs: first letter, count */
    size_t nchunks, cap_chunks;
    ipr_letters scratch; /* while building */
    uint64_t stamp;      /* of the names, so that a scratch may serve several lexicons */
    bool sealed;
};

enum { IPR_BRAND_MEMO = 32768 };

struct ipr_brand_scratch {
    ipr_env *env;
    ipr_letters letters[3]; /* by field */
    uint32_t *roles[3];     /* of each token */
    size_t cap_roles[3];
    uint32_t goods[3]; /* goods named in the field, IPR_ROLE_… */
    bool small[3];     /* some known word of the field is written small: capitals mean something */
    bool shouts[3];    /* every token is in capitals */
    bool whispers[3];  /* no token has a capital: small letters mean nothing */
    bool foreign[3];   /* words written small, and none of them of the vocabulary's language */
    ipr_text fold;
    ipr_words words;
    ipr_dict_hit solid[64];   /* native names of the field */
    ipr_dict_hit phrases[64]; /* and its phrases, found while those are gone through */
    size_t nphrases;
    uint64_t *memo; /* hashes of words that are near to no name */
    ipr_brand_hit hits[96];
    size_t n;
};

/* The state of a key: consecutive letters with the same key count once. */
typedef struct ipr_keystate {
    uint64_t h;
    uint32_t last;
} ipr_keystate;

static inline void ipr_key_step(ipr_keystate *k, uint32_t key)
{
    if (key != k->last)
        k->h = ipr_letters_step(k->h, key);
    k->last = key;
}

static inline uint64_t ipr_key_of(const ipr_keystate *k)
{
    uint64_t h = k->h * 0x9E3779B97F4A7C15u;
    return (h ^ h >> 29) | 1;
}

/* How one name was written: what differs between the text and the form. */
typedef struct ipr_reading {
    int homoglyph, styled, wide, zero, leet, sound; /* letters */
    int small_l;           /* of the homoglyphs: l for I and the other way round */
    int accent, caps;      /* letters */
    int longer, shorter;   /* letters of runs */
    int in_blank, in_sign; /* blanks or signs where the form has none */
    int joined, usual;     /* gaps of the form that are missing, or written otherwise */
    int latin, parts;      /* Latin letters of the text; pieces it is cut into */
    int shortest;          /* letters of the shortest piece */
    int singles;           /* pieces of one letter */
    bool other_script;     /* the text is wholly in another script than Latin */
} ipr_reading;

/* Reads text letters [a, b) against form letters [i, j): false if they are not the same name. */
bool ipr_brand_read(const ipr_lexicon *lex, const ipr_letters *l, size_t a, size_t b, size_t i,
                    size_t j, ipr_reading *out);
/* The trick a reading shows, for a form of this kind; *cls gets its class. */
ipr_trick ipr_brand_trick(const ipr_reading *r, uint8_t form_kind, ipr_trick_class *cls);

/* Roles of a word by the hash of its plain letters; 0 if unknown. */
static inline uint32_t ipr_roles(const ipr_lexicon *lex, uint64_t hash)
{
    const ipr_map_slot *s = ipr_map_find(&lex->vocab, hash | 1);
    return s ? s->flags : 0;
}

/* A candidate before the guards. */
typedef struct ipr_mention {
    uint32_t form;
    uint32_t a, b;   /* letters of the field */
    uint32_t t0, t1; /* tokens [t0, t1) */
    uint8_t field;
    ipr_trick trick;
    ipr_trick_class cls;
    bool near;           /* found by ipr_fuzzy */
    uint32_t changed;    /* then: letters of the changed chunk */
    uint32_t tail;       /* source bytes behind it that stand for letters */
    ipr_reading reading; /* else: how the name is written */
} ipr_mention;

/* Judges a mention in its context: false if it is no brand there, else fills hit. */
bool ipr_brand_judge(const ipr_lexicon *lex, const ipr_brand_scratch *s, const ipr_mention *m,
                     ipr_brand_hit *hit);

/* The search in one field. */
typedef struct ipr_finder {
    const ipr_lexicon *lex;
    ipr_brand_scratch *s;
    const ipr_letters *l;
    uint8_t field;
    bool phrases; /* the field's phrases are found */
    bool failed;  /* memory ran out on the way */
} ipr_finder;

/* Judges a mention and keeps what stands. */
void ipr_brand_mention(ipr_finder *f, ipr_mention *m);
void ipr_brand_find_slips(ipr_finder *f);
void ipr_brand_find_sounds(ipr_finder *f);
/* named: another field names a brand, so that nobody looks for slips in this one. */
void ipr_brand_find_bones(ipr_finder *f, bool named);
/* Whether tokens [t0, t1), of this key, are a name of several words without its last letters. */
void ipr_brand_try_cut(ipr_finder *f, uint64_t key, size_t t0, size_t t1);
/* File a form for these; after its ambiguity is known. */
ipr_status ipr_brand_file_bones(ipr_lexicon *lex, uint32_t form);
ipr_status ipr_brand_file_cuts(ipr_lexicon *lex, uint32_t form);
void ipr_brand_find_solid(ipr_finder *f);

/* Nothing was done to the name but case and usual separators. */
static inline bool ipr_reading_is_clean(const ipr_reading *r)
{
    return !(r->homoglyph || r->styled || r->wide || r->zero || r->leet || r->longer ||
             r->shorter || r->in_blank || r->in_sign);
}

#endif
