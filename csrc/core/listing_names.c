/* SPDX-License-Identifier: MIT
 * listing_names.c: what feeds call the canonical columns, and how they write a condition. */
#include "listing.h"

#include <string.h>

/* Other names of the canonical columns, in the form squash() leaves: lower-case letters and
 * digits only. Earlier rows of a column beat later ones. Sources: Google Merchant product
 * data specification; Shopify product CSV, both header sets; eBay File Exchange and Seller Hub
 * reports; Amazon flat files and listing reports; schema.org property names. */
static const struct {
    ipr_column column;
    const char *name;
} aliases[] = {
    {IPR_COL_ID, "listingid"},
    {IPR_COL_ID, "itemid"},
    {IPR_COL_ID, "offerid"},
    {IPR_COL_ID, "itemnumber"},
    {IPR_COL_ID, "productid"},
    {IPR_COL_ID, "uniqid"},
    {IPR_COL_ID, "handle"},
    {IPR_COL_ID, "urlhandle"},
    {IPR_COL_ID, "asin"},
    {IPR_COL_ID, "asin1"},
    {IPR_COL_ID, "sku"},
    {IPR_COL_ID, "itemsku"},
    {IPR_COL_ID, "sellersku"},
    {IPR_COL_ID, "customlabel"},
    {IPR_COL_ID, "customlabelsku"},
    {IPR_COL_ID, "variantsku"},
    {IPR_COL_TITLE, "itemname"},
    {IPR_COL_TITLE, "itemtitle"},
    {IPR_COL_TITLE, "producttitle"},
    {IPR_COL_TITLE, "productname"},
    {IPR_COL_TITLE, "listingtitle"},
    {IPR_COL_TITLE, "name"},
    {IPR_COL_DESCRIPTION, "productdescription"},
    {IPR_COL_DESCRIPTION, "itemdescription"},
    {IPR_COL_DESCRIPTION, "bodyhtml"},
    {IPR_COL_DESCRIPTION, "body"},
    {IPR_COL_BRAND, "brandname"},
    {IPR_COL_BRAND, "cbrand"},
    {IPR_COL_BRAND, "vendor"},
    {IPR_COL_BRAND, "manufacturer"},
    {IPR_COL_PRICE, "startprice"},
    {IPR_COL_PRICE, "buyitnowprice"},
    {IPR_COL_PRICE, "currentprice"},
    {IPR_COL_PRICE, "standardprice"},
    {IPR_COL_PRICE, "yourprice"},
    {IPR_COL_PRICE, "itemprice"},
    {IPR_COL_PRICE, "variantprice"},
    {IPR_COL_PRICE, "pricewithcurrency"},
    {IPR_COL_CURRENCY, "pricecurrency"},
    {IPR_COL_CURRENCY, "currencycode"},
    {IPR_COL_CATEGORY, "producttype"},
    {IPR_COL_CATEGORY, "productcategory"},
    {IPR_COL_CATEGORY, "googleproductcategory"},
    {IPR_COL_CATEGORY, "googleshoppinggoogleproductcategory"},
    {IPR_COL_CATEGORY, "categoryname"},
    {IPR_COL_CATEGORY, "ebaycategory1name"},
    {IPR_COL_CATEGORY, "feedproducttype"},
    {IPR_COL_CATEGORY, "itemtype"},
    {IPR_COL_CATEGORY, "type"},
    {IPR_COL_SELLER_ID, "externalsellerid"},
    {IPR_COL_SELLER_ID, "sellerid"},
    {IPR_COL_SELLER_ID, "merchantid"},
    {IPR_COL_SELLER_ID, "shopid"},
    {IPR_COL_SELLER_NAME, "seller"},
    {IPR_COL_SELLER_NAME, "merchantname"},
    {IPR_COL_SELLER_NAME, "shopname"},
    {IPR_COL_SELLER_NAME, "storename"},
    {IPR_COL_SELLER_AGE_DAYS, "selleraccountagedays"},
    {IPR_COL_SELLER_STRIKES, "strikes"},
    {IPR_COL_QUANTITY, "availablequantity"},
    {IPR_COL_QUANTITY, "inventoryquantity"},
    {IPR_COL_QUANTITY, "variantinventoryqty"},
    {IPR_COL_QUANTITY, "inventoryqty"},
    {IPR_COL_QUANTITY, "qty"},
    {IPR_COL_QUANTITY, "stock"},
    {IPR_COL_CONDITION, "itemcondition"},
    {IPR_COL_CONDITION, "conditiontype"},
    {IPR_COL_CONDITION, "conditionid"},
    {IPR_COL_CONDITION, "googleshoppingcondition"},
    {IPR_COL_GTIN, "ean"},
    {IPR_COL_GTIN, "upc"},
    {IPR_COL_GTIN, "isbn"},
    {IPR_COL_GTIN, "barcode"},
    {IPR_COL_GTIN, "variantbarcode"},
    {IPR_COL_GTIN, "gtin13"},
    {IPR_COL_GTIN, "gtin14"},
    {IPR_COL_GTIN, "gtin12"},
    {IPR_COL_GTIN, "gtin8"},
    {IPR_COL_GTIN, "producupc"},
    {IPR_COL_GTIN, "externalproductid"},
    {IPR_COL_MPN, "manufacturerpartnumber"},
    {IPR_COL_MPN, "partnumber"},
    {IPR_COL_MPN, "mfrpartnumber"},
    {IPR_COL_MPN, "cmpn"},
    {IPR_COL_MPN, "googleshoppingmpn"},
    {IPR_COL_IMAGE_HASH, "phash"},
    {IPR_COL_IMAGE_HASH, "pdqhash"},
    {IPR_COL_IMAGE_HASH, "imagephash"},
    {IPR_COL_URL, "link"},
    {IPR_COL_URL, "itemurl"},
    {IPR_COL_URL, "producturl"},
    {IPR_COL_URL, "listingurl"},
    {IPR_COL_URL, "viewitemurl"},
    {IPR_COL_SHIP_FROM, "shipsfrom"},
    {IPR_COL_SHIP_FROM, "shippingorigin"},
    {IPR_COL_SHIP_FROM, "itemlocation"},
    {IPR_COL_SHIP_FROM, "location"},
    {IPR_COL_CREATED_AT, "createddate"},
    {IPR_COL_CREATED_AT, "listingdate"},
    {IPR_COL_CREATED_AT, "opendate"},
    {IPR_COL_CREATED_AT, "startdate"},
    {IPR_COL_CREATED_AT, "dateposted"},
};

static const char *const names[] = {
#define X(NAME, name, TYPE, text) #name,
    IPR_COLUMN_LIST(X)
#undef X
};

#define NAME_MAX_BYTES 64 /* of a squashed name; longer ones are compared as they are */

/* Lower-case ASCII letters and digits of s and all its non-ASCII bytes, into out[n]; 0 if
 * nothing is left or it does not fit. "g:" in front is Google's namespace. */
static size_t squash(ipr_str s, char *out, size_t n)
{
    size_t len = 0;
    if (s.n >= 3 && memcmp(s.p, "\xEF\xBB\xBF", 3) == 0)
        s = (ipr_str){s.p + 3, s.n - 3};
    if (s.n > 2 && s.p[0] == 'g' && s.p[1] == ':')
        s = (ipr_str){s.p + 2, s.n - 2};
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c + 32);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80)) {
            if (len == n)
                return 0;
            out[len++] = c;
        }
    }
    return len;
}

/* Equal but for case, blanks and punctuation; names of punctuation only by bytes. */
bool ipr_same_name(ipr_str a, ipr_str b)
{
    char sa[NAME_MAX_BYTES], sb[NAME_MAX_BYTES];
    size_t na = squash(a, sa, sizeof sa), nb = squash(b, sb, sizeof sb);
    if (!na || !nb)
        return ipr_str_eq(a, b);
    return na == nb && memcmp(sa, sb, na) == 0;
}

static bool squashed_is(const char *p, size_t n, const char *name, bool plain)
{
    if (!plain)
        return strlen(name) == n && memcmp(p, name, n) == 0;
    size_t i = 0; /* compare with a canonical name, whose underscores squash() dropped */
    for (; *name; name++) {
        if (*name == '_')
            continue;
        if (i == n || p[i++] != *name)
            return false;
    }
    return i == n;
}

int ipr_column_find(ipr_str name, unsigned *rank)
{
    char s[NAME_MAX_BYTES];
    size_t n = squash(name, s, sizeof s);
    if (!n)
        return -1;
    for (int c = 0; c < IPR_COL_COUNT; c++) {
        if (squashed_is(s, n, names[c], true)) {
            if (rank)
                *rank = 0;
            return c;
        }
    }
    for (unsigned i = 0; i < sizeof aliases / sizeof *aliases; i++) {
        if (squashed_is(s, n, aliases[i].name, false)) {
            if (rank)
                *rank = i + 1;
            return (int)aliases[i].column;
        }
    }
    return -1;
}

const char *ipr_column_name(ipr_column c)
{
    return names[c];
}

/* How marketplaces write a condition, squashed; what is not here is missing. */
static const struct {
    const char *text, *is;
} conditions[] = {
    {"new", "new"},
    {"newcondition", "new"},
    {"brandnew", "new"},
    {"newwithtags", "new"},
    {"newwithouttags", "new"},
    {"newwithbox", "new"},
    {"newother", "new"},
    {"newopenbox", "new"},
    {"1000", "new"},
    {"1500", "new"},
    {"11", "new"},
    {"neuf", "new"},
    {"neu", "new"},
    {"nuevo", "new"},
    {"nuovo", "new"},
    {"novo", "new"},
    {"нове", "new"},
    {"новый", "new"},
    {"новое", "new"},
    {"全新", "new"},
    {"新品", "new"},
    {"새상품", "new"},
    {"used", "used"},
    {"usedcondition", "used"},
    {"usedlikenew", "used"},
    {"usedverygood", "used"},
    {"usedgood", "used"},
    {"usedacceptable", "used"},
    {"likenew", "used"},
    {"preowned", "used"},
    {"preloved", "used"},
    {"secondhand", "used"},
    {"vintage", "used"},
    {"damagedcondition", "used"},
    {"forpartsornotworking", "used"},
    {"3000", "used"},
    {"occasion", "used"},
    {"gebraucht", "used"},
    {"usado", "used"},
    {"usato", "used"},
    {"seminovo", "used"},
    {"б/у", "used"},
    {"бу", "used"},
    {"二手", "used"},
    {"中古", "used"},
    {"중고", "used"},
    {"refurbished", "refurbished"},
    {"refurbishedcondition", "refurbished"},
    {"certifiedrefurbished", "refurbished"},
    {"sellerrefurbished", "refurbished"},
    {"manufacturerrefurbished", "refurbished"},
    {"renewed", "refurbished"},
    {"2000", "refurbished"},
    {"2500", "refurbished"},
    {"reconditionné", "refurbished"},
    {"generalüberholt", "refurbished"},
    {"reacondicionado", "refurbished"},
    {"recondicionado", "refurbished"},
    {"ricondizionato", "refurbished"},
    {"翻新", "refurbished"},
    {"整備済み品", "refurbished"},
};

ipr_str ipr_condition_of(ipr_str text)
{
    char s[NAME_MAX_BYTES];
    for (size_t i = text.n; i > 0; i--) { /* https://schema.org/NewCondition */
        if (text.p[i - 1] == '/' && i < text.n && text.n > 8 && memcmp(text.p, "http", 4) == 0) {
            text = (ipr_str){text.p + i, text.n - i};
            break;
        }
    }
    size_t n = squash(text, s, sizeof s);
    for (size_t i = 0; n && i < sizeof conditions / sizeof *conditions; i++) {
        if (squashed_is(s, n, conditions[i].text, false))
            return (ipr_str){conditions[i].is, strlen(conditions[i].is)};
    }
    return (ipr_str){NULL, 0};
}
