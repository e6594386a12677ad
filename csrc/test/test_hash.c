/* SPDX-License-Identifier: MIT
 * test_hash.c: hashes from hex, and banks whose answers equal a plain scan. */
#include "../core/hash.h"
#include "test.h"

static ipr_env env;

static uint64_t next_random(uint64_t *state)
{
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

static ipr_imghash random_hash(uint64_t *state, uint16_t bits)
{
    ipr_imghash h = {{0, 0, 0, 0}, bits};
    for (size_t i = 0; i < bits / 64u; i++)
        h.w[i] = next_random(state);
    return h;
}

static void hex(void)
{
    ipr_imghash h;
    ipr_err err = {0};
    CHECK(ipr_imghash_parse(IPR_STR(" 0xFFFFfffF00000001 "), &h, &err) == IPR_OK);
    CHECK(h.bits == 64 && h.w[0] == 0xFFFFFFFF00000001u);
    CHECK(ipr_imghash_parse(
              IPR_STR("98736629670cc19fc9f23862f66cce1f599e32c78e236c78619d202e9e66c157"), &h,
              &err) == IPR_OK);
    CHECK(h.bits == 256 && h.w[3] == 0x619d202e9e66c157u);
    for (int i = 0; i < 256 * 16; i++) { /* each byte in each place */
        char text[] = "0123456789abCDEF";
        text[i / 256] = (char)i;
        uint64_t want = 0;
        bool good = text[i / 256] && strspn(text, "0123456789abcdefABCDEF") == 16;
        for (int k = 0; good && k < 16; k++)
            want =
                want << 4 | (uint64_t)(text[k] <= '9' ? text[k] - '0' : (text[k] | 32) - 'a' + 10);
        ipr_status st = ipr_imghash_parse((ipr_str){text, 16}, &h, &err);
        CHECK(good ? st == IPR_OK && h.bits == 64 && h.w[0] == want : st == IPR_EVALUE);
    }
    CHECK(ipr_imghash_parse(IPR_STR("abc"), &h, &err) == IPR_EVALUE);
    CHECK(ipr_imghash_parse(IPR_STR("ffffffffgfffffff"), &h, &err) == IPR_EVALUE);
    CHECK(err.offset == 8);
    CHECK(ipr_imghash_parse(IPR_STR(""), &h, NULL) == IPR_EVALUE);
}

/* Queries made by flipping `flips` bits of a held hash, against ipr_bank_all. */
static void bank_equals_scan(uint16_t bits, size_t n, unsigned within)
{
    uint64_t state = bits + n;
    ipr_bank *b = ipr_bank_new(&env);
    ipr_bank_hit hit, want[4];
    for (size_t i = 0; i < n; i++) {
        ipr_imghash h = random_hash(&state, bits);
        CHECK(ipr_bank_add(b, &h, (uint32_t)i, NULL) == IPR_OK);
    }
    uint64_t again = bits + n;
    CHECK(ipr_bank_seal(b, NULL) == IPR_OK && ipr_bank_count(b) == n);
    for (unsigned k = 0; k < 60; k++) {
        ipr_imghash q = random_hash(&again, bits);
        for (unsigned f = 0; f < k; f++) {
            unsigned bit = (unsigned)(next_random(&state) % bits);
            q.w[bit / 64] ^= (uint64_t)1 << bit % 64;
        }
        size_t all = ipr_bank_all(b, &q, within, want, 4);
        bool found = ipr_bank_nearest(b, &q, within, &hit);
        CHECK(found == (all > 0));
        CHECK(!found || (hit.distance == want[0].distance && hit.tag == want[0].tag));
    }
    ipr_bank_free(b);
}

static void banks(void)
{
    ipr_env_init(&env);
    for (unsigned r = 0; r <= 40; r += 5) {
        bank_equals_scan(256, 3000, r);
        bank_equals_scan(64, 3000, r / 4);
    }
    bank_equals_scan(64, 1000, 7);
    bank_equals_scan(256, 100, 31);
    bank_equals_scan(64, 5000, 20);
}

static void equal_hashes_are_kept_once(void)
{
    ipr_env_init(&env);
    ipr_bank *b = ipr_bank_new(&env);
    ipr_imghash h = {{7, 0, 0, 0}, 64};
    ipr_bank_hit hit;
    for (uint32_t i = 0; i < 5000; i++)
        ipr_bank_add(b, &h, 5000 - i, NULL);
    CHECK(ipr_bank_seal(b, NULL) == IPR_OK && ipr_bank_count(b) == 1);
    CHECK(ipr_bank_nearest(b, &h, 0, &hit) && hit.tag == 1 && hit.distance == 0);
    ipr_imghash other = {{7, 0, 0, 0}, 256};
    CHECK(!ipr_bank_nearest(b, &other, 256, &hit));
    ipr_bank_free(b);
}

static const test_case tests[] = {
    {"hashes are read from hex of 16 or 64 digits", hex},
    {"a bank's nearest equals a scan's at every radius", banks},
    {"equal hashes are kept once, lengths apart", equal_hashes_are_kept_once},
};
TEST_MAIN(tests)
