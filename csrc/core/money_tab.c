/* SPDX-License-Identifier: MIT
 * money_tab.c: the currencies of ISO 4217 (list one, active codes, and HRK) with
 * their minor units, in code order; then the signs of money_marks.h. `small` is ours: a unit so small that prices
 * of ten thousand are everyday. */
#include "money.h"
#include "money_marks.h"

static const ipr_currency currencies[] = {
    {"AED", 2, false}, {"AFN", 2, true}, {"ALL", 2, true}, {"AMD", 2, true}, {"ANG", 2, false},
    {"AOA", 2, true}, {"ARS", 2, true}, {"AUD", 2, false}, {"AWG", 2, false}, {"AZN", 2, false},
    {"BAM", 2, false}, {"BBD", 2, false}, {"BDT", 2, true}, {"BGN", 2, false}, {"BHD", 3, false},
    {"BIF", 0, true}, {"BMD", 2, false}, {"BND", 2, false}, {"BOB", 2, false}, {"BRL", 2, false},
    {"BSD", 2, false}, {"BTN", 2, false}, {"BWP", 2, false}, {"BYN", 2, false}, {"BZD", 2, false},
    {"CAD", 2, false}, {"CDF", 2, false}, {"CHE", 2, false}, {"CHF", 2, false}, {"CHW", 2, false},
    {"CLF", 4, false}, {"CLP", 0, true}, {"CNY", 2, false}, {"COP", 2, true}, {"COU", 2, false},
    {"CRC", 2, true}, {"CUP", 2, true}, {"CVE", 2, true}, {"CZK", 2, true}, {"DJF", 0, true},
    {"DKK", 2, false}, {"DOP", 2, true}, {"DZD", 2, true}, {"EGP", 2, true}, {"ERN", 2, false},
    {"ETB", 2, true}, {"EUR", 2, false}, {"FJD", 2, false}, {"FKP", 2, false}, {"GBP", 2, false},
    {"GEL", 2, false}, {"GHS", 2, false}, {"GIP", 2, false}, {"GMD", 2, false}, {"GNF", 0, true},
    {"GTQ", 2, false}, {"GYD", 2, false}, {"HKD", 2, false}, {"HNL", 2, false}, {"HRK", 2, false},
    {"HTG", 2, true}, {"HUF", 2, true}, {"IDR", 2, true}, {"ILS", 2, false}, {"INR", 2, true},
    {"IQD", 3, true}, {"IRR", 2, true}, {"ISK", 0, true}, {"JMD", 2, true}, {"JOD", 3, false},
    {"JPY", 0, true}, {"KES", 2, true}, {"KGS", 2, true}, {"KHR", 2, true}, {"KMF", 0, true},
    {"KPW", 2, true}, {"KRW", 0, true}, {"KWD", 3, false}, {"KYD", 2, false}, {"KZT", 2, true},
    {"LAK", 2, true}, {"LBP", 2, true}, {"LKR", 2, true}, {"LRD", 2, true}, {"LSL", 2, false},
    {"LYD", 3, false}, {"MAD", 2, false}, {"MDL", 2, false}, {"MGA", 2, true}, {"MKD", 2, true},
    {"MMK", 2, true}, {"MNT", 2, true}, {"MOP", 2, false}, {"MRU", 2, true}, {"MUR", 2, true},
    {"MVR", 2, false}, {"MWK", 2, true}, {"MXN", 2, true}, {"MXV", 2, false}, {"MYR", 2, false},
    {"MZN", 2, true}, {"NAD", 2, false}, {"NGN", 2, true}, {"NIO", 2, false}, {"NOK", 2, false},
    {"NPR", 2, true}, {"NZD", 2, false}, {"OMR", 3, false}, {"PAB", 2, false}, {"PEN", 2, false},
    {"PGK", 2, false}, {"PHP", 2, true}, {"PKR", 2, true}, {"PLN", 2, false}, {"PYG", 0, true},
    {"QAR", 2, false}, {"RON", 2, false}, {"RSD", 2, true}, {"RUB", 2, true}, {"RWF", 0, true},
    {"SAR", 2, false}, {"SBD", 2, false}, {"SCR", 2, false}, {"SDG", 2, true}, {"SEK", 2, false},
    {"SGD", 2, false}, {"SHP", 2, false}, {"SLE", 2, true}, {"SOS", 2, true}, {"SRD", 2, false},
    {"SSP", 2, true}, {"STN", 2, false}, {"SVC", 2, false}, {"SYP", 2, true}, {"SZL", 2, false},
    {"THB", 2, true}, {"TJS", 2, false}, {"TMT", 2, false}, {"TND", 3, false}, {"TOP", 2, false},
    {"TRY", 2, true}, {"TTD", 2, false}, {"TWD", 2, true}, {"TZS", 2, true}, {"UAH", 2, true},
    {"UGX", 0, true}, {"USD", 2, false}, {"USN", 2, false}, {"UYI", 0, false}, {"UYU", 2, true},
    {"UYW", 4, false}, {"UZS", 2, true}, {"VED", 2, false}, {"VES", 2, true}, {"VND", 0, true},
    {"VUV", 0, true}, {"WST", 2, false}, {"XAF", 0, true}, {"XCD", 2, false}, {"XOF", 0, true},
    {"XPF", 0, true}, {"YER", 2, true}, {"ZAR", 2, false}, {"ZMW", 2, false}, {"ZWG", 2, true},
};

/* A code as a number that orders as codes do. */
static uint32_t rank_of(const char *code)
{
    return __builtin_bswap32((uint32_t)ipr_load4((const unsigned char *)code));
}

const ipr_currency *ipr_currency_find(ipr_str code)
{
    const ipr_currency *c = currencies;
    char key[4] = "";
    if (code.n != 3)
        return NULL;
    for (size_t i = 0; i < 3; i++)
        key[i] = (char)(code.p[i] >= 'a' && code.p[i] <= 'z' ? code.p[i] - 32 : code.p[i]);
    uint32_t rank = rank_of(key);
    for (size_t n = sizeof currencies / sizeof *currencies; n > 1; n -= n / 2)
        c += rank_of(c[n / 2].code) <= rank ? n / 2 : 0;
    return rank_of(c->code) == rank ? c : NULL;
}

/* Longer texts before their own beginnings; letters end where letters end. */
const ipr_money_mark ipr_money_marks[] = {
    {"us$", IPR_MARK_CURRENCY, "USD"}, {"us $", IPR_MARK_CURRENCY, "USD"},
    {"u$s", IPR_MARK_CURRENCY, "USD"}, {"usd$", IPR_MARK_CURRENCY, "USD"},
    {"ca$", IPR_MARK_CURRENCY, "CAD"}, {"c$", IPR_MARK_CURRENCY, "CAD"},
    {"c $", IPR_MARK_CURRENCY, "CAD"}, {"cad$", IPR_MARK_CURRENCY, "CAD"},
    {"au$", IPR_MARK_CURRENCY, "AUD"}, {"au $", IPR_MARK_CURRENCY, "AUD"},
    {"a$", IPR_MARK_CURRENCY, "AUD"}, {"aud$", IPR_MARK_CURRENCY, "AUD"},
    {"nz$", IPR_MARK_CURRENCY, "NZD"}, {"hk$", IPR_MARK_CURRENCY, "HKD"},
    {"s$", IPR_MARK_CURRENCY, "SGD"}, {"sg$", IPR_MARK_CURRENCY, "SGD"},
    {"nt$", IPR_MARK_CURRENCY, "TWD"}, {"mx$", IPR_MARK_CURRENCY, "MXN"},
    {"r$", IPR_MARK_CURRENCY, "BRL"}, {"ar$", IPR_MARK_CURRENCY, "ARS"},
    {"cn¥", IPR_MARK_CURRENCY, "CNY"}, {"rmb¥", IPR_MARK_CURRENCY, "CNY"},
    {"jp¥", IPR_MARK_CURRENCY, "JPY"}, {"rmb", IPR_MARK_CURRENCY, "CNY"},
    {"人民币", IPR_MARK_CURRENCY, "CNY"}, {"人民幣", IPR_MARK_CURRENCY, "CNY"},
    {"港元", IPR_MARK_CURRENCY, "HKD"}, {"港币", IPR_MARK_CURRENCY, "HKD"},
    {"美元", IPR_MARK_CURRENCY, "USD"}, {"新台币", IPR_MARK_CURRENCY, "TWD"},
    {"台币", IPR_MARK_CURRENCY, "TWD"}, {"円", IPR_MARK_CURRENCY, "JPY"},
    {"日元", IPR_MARK_CURRENCY, "JPY"}, {"원", IPR_MARK_CURRENCY, "KRW"},
    {"₩", IPR_MARK_CURRENCY, "KRW"}, {"€", IPR_MARK_CURRENCY, "EUR"},
    {"euros", IPR_MARK_CURRENCY, "EUR"}, {"euro", IPR_MARK_CURRENCY, "EUR"},
    {"£", IPR_MARK_CURRENCY, "GBP"}, {"₹", IPR_MARK_CURRENCY, "INR"},
    {"₽", IPR_MARK_CURRENCY, "RUB"}, {"руб.", IPR_MARK_CURRENCY, "RUB"},
    {"руб", IPR_MARK_CURRENCY, "RUB"}, {"рублей", IPR_MARK_CURRENCY, "RUB"},
    {"р.", IPR_MARK_CURRENCY, "RUB"}, {"грн.", IPR_MARK_CURRENCY, "UAH"},
    {"грн", IPR_MARK_CURRENCY, "UAH"}, {"₴", IPR_MARK_CURRENCY, "UAH"},
    {"₺", IPR_MARK_CURRENCY, "TRY"}, {"tl", IPR_MARK_CURRENCY, "TRY"},
    {"₫", IPR_MARK_CURRENCY, "VND"}, {"đ", IPR_MARK_CURRENCY, "VND"},
    {"฿", IPR_MARK_CURRENCY, "THB"}, {"บาท", IPR_MARK_CURRENCY, "THB"},
    {"₪", IPR_MARK_CURRENCY, "ILS"}, {"₱", IPR_MARK_CURRENCY, "PHP"},
    {"₦", IPR_MARK_CURRENCY, "NGN"}, {"₸", IPR_MARK_CURRENCY, "KZT"},
    {"₾", IPR_MARK_CURRENCY, "GEL"}, {"৳", IPR_MARK_CURRENCY, "BDT"},
    {"zł", IPR_MARK_CURRENCY, "PLN"}, {"zl", IPR_MARK_CURRENCY, "PLN"},
    {"kč", IPR_MARK_CURRENCY, "CZK"}, {"ft", IPR_MARK_CURRENCY, "HUF"},
    {"rp.", IPR_MARK_CURRENCY, "IDR"}, {"rp", IPR_MARK_CURRENCY, "IDR"},
    {"rm", IPR_MARK_CURRENCY, "MYR"}, {"sfr.", IPR_MARK_CURRENCY, "CHF"},
    {"sfr", IPR_MARK_CURRENCY, "CHF"}, {"lei", IPR_MARK_CURRENCY, "RON"},
    {"د.إ", IPR_MARK_CURRENCY, "AED"}, {"dhs", IPR_MARK_CURRENCY, "AED"},
    {"ر.س", IPR_MARK_CURRENCY, "SAR"}, {"元", IPR_MARK_FAMILY, "CNY TWD HKD"},
    {"¥", IPR_MARK_FAMILY, "JPY CNY"}, {"rs.", IPR_MARK_FAMILY, "INR PKR LKR NPR MUR SCR"},
    {"rs", IPR_MARK_FAMILY, "INR PKR LKR NPR MUR SCR"},
    {"₨", IPR_MARK_FAMILY, "PKR INR LKR NPR MUR SCR"}, {"kr.", IPR_MARK_FAMILY, "SEK NOK DKK ISK"},
    {"kr", IPR_MARK_FAMILY, "SEK NOK DKK ISK"},
    {"$", IPR_MARK_FAMILY,
     "USD CAD AUD NZD HKD SGD TWD MXN ARS CLP COP UYU DOP CUP BMD BSD BBD BZD BND FJD GYD JMD KYD "
     "LRD NAD SBD SRD TTD XCD ZWG"},
    {"/each", IPR_MARK_NOISE, ""}, {"/ea", IPR_MARK_NOISE, ""}, {"/pcs", IPR_MARK_NOISE, ""},
    {"/pc", IPR_MARK_NOISE, ""}, {"/piece", IPR_MARK_NOISE, ""}, {"/pair", IPR_MARK_NOISE, ""},
    {"/unit", IPR_MARK_NOISE, ""}, {"/set", IPR_MARK_NOISE, ""}, {"/-", IPR_MARK_NOISE, ""},
    {"/item", IPR_MARK_NOISE, ""}, {"each", IPR_MARK_NOISE, ""}, {"ea.", IPR_MARK_NOISE, ""},
    {"ea", IPR_MARK_NOISE, ""}, {"per piece", IPR_MARK_NOISE, ""},
    {"per pair", IPR_MARK_NOISE, ""}, {"per item", IPR_MARK_NOISE, ""},
    {"per unit", IPR_MARK_NOISE, ""}, {"only", IPR_MARK_NOISE, ""}, {"price", IPR_MARK_NOISE, ""},
    {"sale", IPR_MARK_NOISE, ""}, {"now", IPR_MARK_NOISE, ""}, {"mrp", IPR_MARK_NOISE, ""},
    {"preis", IPR_MARK_NOISE, ""}, {"prix", IPR_MARK_NOISE, ""}, {"precio", IPR_MARK_NOISE, ""},
    {"preço", IPR_MARK_NOISE, ""}, {"prezzo", IPR_MARK_NOISE, ""}, {"цена", IPR_MARK_NOISE, ""},
    {"价格", IPR_MARK_NOISE, ""}, {"价", IPR_MARK_NOISE, ""}, {"税込", IPR_MARK_NOISE, ""},
    {"incl. vat", IPR_MARK_NOISE, ""}, {"inc. vat", IPR_MARK_NOISE, ""},
    {"incl vat", IPR_MARK_NOISE, ""}, {"inc vat", IPR_MARK_NOISE, ""}, {"ttc", IPR_MARK_NOISE, ""},
    {"inkl. mwst.", IPR_MARK_NOISE, ""}, {"inkl. mwst", IPR_MARK_NOISE, ""},
    {"obo", IPR_MARK_NOISE, ""}, {"ono", IPR_MARK_NOISE, ""}, {"vb", IPR_MARK_NOISE, ""},
    {"fixed", IPR_MARK_NOISE, ""}, {",--", IPR_MARK_NOISE, ""}, {",-", IPR_MARK_NOISE, ""},
    {".--", IPR_MARK_NOISE, ""}, {".-", IPR_MARK_NOISE, ""}, {":", IPR_MARK_NOISE, ""},
    {"=", IPR_MARK_NOISE, ""}, {".", IPR_MARK_NOISE, ""}, {",", IPR_MARK_NOISE, ""},
    {"!", IPR_MARK_NOISE, ""}, {"*", IPR_MARK_NOISE, ""}, {"\"", IPR_MARK_NOISE, ""},
    {"from", IPR_MARK_FROM, ""}, {"starting at", IPR_MARK_FROM, ""}, {"up to", IPR_MARK_FROM, ""},
    {"ab", IPR_MARK_FROM, ""}, {"desde", IPR_MARK_FROM, ""}, {"a partir de", IPR_MARK_FROM, ""},
    {"à partir de", IPR_MARK_FROM, ""}, {"от", IPR_MARK_FROM, ""}, {"до", IPR_MARK_FROM, ""},
    {"起", IPR_MARK_FROM, ""}, {"+", IPR_MARK_FROM, ""}, {"<", IPR_MARK_FROM, ""},
    {">", IPR_MARK_FROM, ""}, {"~", IPR_MARK_FROM, ""},
};

const size_t ipr_money_mark_count = sizeof ipr_money_marks / sizeof *ipr_money_marks;
