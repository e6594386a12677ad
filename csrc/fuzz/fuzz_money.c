/* SPDX-License-Identifier: MIT
 * fuzz_money.c: any bytes as a price: no crash, and no amount without state ok. */
#include "fuzz.h"
#include "../core/money.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static const char *const currencies[] = {"", "USD", "JPY", "KWD", "INR"};
    if (n == 0)
        return 0;
    const char *c = currencies[data[0] % 5];
    ipr_str text = {(const char *)data + 1, n - 1};
    ipr_money m =
        ipr_money_parse(text, (ipr_str){c, *c ? 3u : 0u}, (ipr_money_style)(data[0] / 5 % 3));
    int64_t minor = 0;
    double v = ipr_money_value(&m);
    if (m.digits < 0 || m.scale > 9 || (m.state != IPR_MONEY_OK && v != 0))
        abort();
    if (m.state == IPR_MONEY_OK && (!(v > 0) || (ipr_money_minor(&m, &minor) && minor < 0)))
        abort();
    return 0;
}
