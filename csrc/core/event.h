/* SPDX-License-Identifier: MIT
 * event.h: the closed vocabulary of a protection programme's events, and reading one event
 * from a record by its header's names.
 *
 * One table names every kind, the entity whose cases it belongs to, its step in such a case
 * and the attributes that count there; another the columns; a third the values of coded
 * attributes. Who uses it: tallies, the binding (documentation, maps, simulate).
 */
#ifndef IPR_EVENT_H
#define IPR_EVENT_H

#include "moment.h"

/* X(entity, "what one case of it is") */
#define IPR_ENTITY_LIST(X)                                                                         \
    X(listing, "an offer on the marketplace")                                                      \
    X(request, "a rights holder's takedown request")                                               \
    X(counter_notice, "a seller's objection to a request")                                         \
    X(report, "a consumer's report of a suspected counterfeit")                                    \
    X(lead, "a lead handed to law enforcement")                                                    \
    X(arrest, "an arrest operation")                                                               \
    X(facility, "a closure of facilities")                                                         \
    X(convicted, "a judgment")                                                                     \
    X(valued, "a criminal case with a stated value")                                               \
    X(member, "a rights holder in the alliance")                                                   \
    X(brand, "brands a member adds or gives up")                                                   \
    X(account, "a user of the rights holders' portal")                                             \
    X(coverage, "a span of time in which a kind was recorded completely")

typedef enum ipr_entity {
#define X(name, text) IPR_ENTITY_##name,
    IPR_ENTITY_LIST(X)
#undef X
        IPR_ENTITY_COUNT
} ipr_entity;

/* Which columns speak in an event; the others are not read. */
enum {
    IPR_USES_PARTY = 1,
    IPR_USES_PARENT = 2, /* kept with the case; other parents are evidence only */
    IPR_USES_REGION = 4,
    IPR_USES_CURRENCY = 8,
    IPR_USES_CODES = 16, /* source … ip_right */
    IPR_USES_AMOUNT = 32
};

#define IPR_STEPS 8 /* kinds an entity can have */

/* X(kind, entity, step, rank, uses, "what happened")
 * step: 0 … IPR_STEPS-1 within the entity. rank: of the events of a case the one with the
 * highest rank gives the case its attributes, among equals the first; 0 gives none. */
#define IPR_KIND_LIST(X)                                                                           \
    X(listing_created, listing, 0, 1, 1, "a listing appeared; party is its seller")                \
    X(listing_blocked, listing, 1, 2, 17, "a listing was stopped before it appeared")              \
    X(listing_sold, listing, 2, 0, 0, "units of a listing were sold; count says how many")         \
    X(listing_removed, listing, 3, 3, 21, "a listing was removed; source says why it was seen")    \
    X(listing_restored, listing, 4, 0, 0, "a removed listing was put back")                        \
    X(listing_relisted, listing, 5, 0, 0, "id is a new listing like the removed one in parent")    \
    X(request_received, request, 0, 2, 21, "a takedown request came in; party is the notifier")    \
    X(request_accepted, request, 1, 0, 0, "the request was accepted in full")                      \
    X(request_partly_accepted, request, 2, 0, 0, "the request was accepted in part")               \
    X(request_rejected, request, 3, 0, 0, "the request was rejected")                              \
    X(request_withdrawn, request, 4, 0, 0, "the notifier took the request back")                   \
    X(request_paused, request, 5, 0, 0, "the clock stopped: something was asked back")             \
    X(request_resumed, request, 6, 0, 0, "the clock went on")                                      \
    X(counter_notice_received, counter_notice, 0, 2, 3, "a seller objected to the parent request") \
    X(counter_notice_accepted, counter_notice, 1, 0, 0, "the objection was upheld")                \
    X(counter_notice_rejected, counter_notice, 2, 0, 0, "the objection was rejected")              \
    X(report_received, report, 0, 2, 5, "a consumer reported the parent listing")                  \
    X(report_accepted, report, 1, 0, 0, "the report led to removal")                               \
    X(report_rejected, report, 2, 0, 0, "the report led to nothing")                               \
    X(lead_referred, lead, 0, 2, 5, "a lead was handed to law enforcement")                        \
    X(arrest, arrest, 0, 2, 6, "people were arrested; count says how many, parent is the lead")    \
    X(facility_closed, facility, 0, 2, 6, "facilities were closed; count says how many")           \
    X(conviction, convicted, 0, 2, 6, "people were convicted; count says how many")                \
    X(case_value, valued, 0, 2, 42, "the value of a criminal case: amount and currency")           \
    X(member_joined, member, 0, 2, 5, "a member joined; count is the brands it stands for")        \
    X(member_left, member, 1, 1, 5, "a member left and took its brands along")                     \
    X(brand_added, brand, 0, 2, 2, "the parent member stands for count more brands")               \
    X(brand_removed, brand, 1, 1, 2, "the parent member stands for count fewer brands")            \
    X(account_registered, account, 0, 2, 5, "a user registered with the portal")                   \
    X(account_closed, account, 1, 0, 0, "the user's account was closed")                           \
    X(coverage, coverage, 0, 0, 0, "id is a kind or *: complete from time to until, last day in")

typedef enum ipr_kind {
#define X(name, entity, step, rank, uses, text) IPR_KIND_##name,
    IPR_KIND_LIST(X)
#undef X
        IPR_KIND_COUNT
} ipr_kind;

typedef struct ipr_kind_row {
    const char *name;
    ipr_entity entity;
    unsigned char step, rank, uses;
    const char *text;
} ipr_kind_row;

/* X(column, "what it holds") */
#define IPR_EVENT_COLUMN_LIST(X)                                                                   \
    X(time, "ISO 8601 date or date-time with zone; none is UTC")                                   \
    X(event, "the kind of event")                                                                  \
    X(id, "of the entity the kind belongs to")                                                     \
    X(parent, "id this one hangs on: a request's listing, a relisting's removed listing")          \
    X(count, "how many, at least 1; empty is 1")                                                   \
    X(amount, "money, a plain decimal from 0 on with at most three places")                        \
    X(currency, "ISO 4217 code of amount")                                                         \
    X(region, "of a member, a lead, a party")                                                      \
    X(source, "why a removal happened or a request came")                                          \
    X(ground, "of a removal: law or terms")                                                        \
    X(restriction, "what was done: removal, disable, demotion, suspension")                        \
    X(automated_detection, "yes or no")                                                            \
    X(automated_decision, "fully, partially or no")                                                \
    X(ip_right, "the right at stake")                                                              \
    X(party, "the seller, notifier or user")                                                       \
    X(until, "of coverage: its last day")                                                          \
    X(reason, "for people; not counted")

typedef enum ipr_event_column {
#define X(name, text) IPR_COLUMN_##name,
    IPR_EVENT_COLUMN_LIST(X)
#undef X
        IPR_COLUMN_COUNT
} ipr_event_column;

/* Coded attributes: X(column, shift, bits, "values in order of their codes, from 1"). A value
 * that is not listed gets the highest code and is counted under data quality. */
#define IPR_CODE_LIST(X)                                                                           \
    X(source, 0, 3, "own_initiative article_16 trusted_flagger consumer_report authority_order")   \
    X(ground, 3, 2, "law terms")                                                                   \
    X(restriction, 5, 3, "removal disable demotion suspension")                                    \
    X(automated_detection, 8, 2, "yes no")                                                         \
    X(automated_decision, 10, 3, "fully partially no")                                             \
    X(ip_right, 13, 4, "trademark copyright design patent geographic_indication trade_secret")

/* What can be wrong with a row of an event file: X(name, "what people read") */
#define IPR_TROUBLE_LIST(X)                                                                        \
    X(none, "no trouble")                                                                          \
    X(unreadable, "rows that cannot be read as CSV or JSON")                                       \
    X(extra_fields, "rows with more fields than the header")                                       \
    X(bad_time, "rows without a readable time")                                                    \
    X(unknown_kind, "rows of an unknown kind")                                                     \
    X(no_id, "rows without the id their kind needs")                                               \
    X(bad_id, "rows whose id is too long")                                                         \
    X(bad_count, "rows whose count is not a whole number of at least 1")                           \
    X(bad_amount, "rows whose amount or currency cannot be read, or lies below zero")              \
    X(bad_until, "coverage rows whose last day cannot be read or lies before the first")           \
    X(bad_coverage, "coverage rows for an unknown kind")

typedef enum ipr_trouble {
#define X(name, text) IPR_TROUBLE_##name,
    IPR_TROUBLE_LIST(X)
#undef X
        IPR_TROUBLE_COUNT
} ipr_trouble;

#define IPR_SUM_FULL INT64_MAX /* a sum that is too large to be known */

typedef struct ipr_event {
    ipr_kind kind;
    int64_t time;  /* seconds since 1970, never negative, below 2^32 - 1 */
    int64_t until; /* coverage: the first second after it */
    uint64_t count;
    int64_t amount;                   /* thousandths, from 0, below IPR_SUM_FULL */
    ipr_str id, parent, party, place; /* place: the region, or the currency of an amount */
    uint32_t codes;                   /* see IPR_CODE_LIST */
    unsigned odd_values;              /* coded attributes with a value that is not listed */
    int covers;                       /* coverage: the kind, or IPR_KIND_COUNT for all */
} ipr_event;

/* How a file's columns map onto ours. */
typedef struct ipr_event_form {
    int16_t at[IPR_COLUMN_COUNT]; /* field of each column, -1: absent */
    size_t fields;                /* the header's */
    unsigned char kinds[128];     /* kind + 1 by a hash of its name */
} ipr_event_form;

const ipr_kind_row *ipr_kind_info(ipr_kind k);
const char *ipr_entity_name(ipr_entity e);
const char *ipr_entity_text(ipr_entity e);
const char *ipr_event_column_name(size_t column);
const char *ipr_event_column_text(size_t column);
const char *ipr_trouble_name(ipr_trouble t);
const char *ipr_trouble_text(ipr_trouble t);
/* The kind of a name, or IPR_KIND_COUNT. Slow: by comparison. */
ipr_kind ipr_kind_find(ipr_str name);
/* The mask and the code of a coded attribute's value; false if there is no such attribute
 * (value: the highest code if it is not listed, 0 if empty). */
bool ipr_code_of(ipr_str column, ipr_str value, uint32_t *mask, uint32_t *code);
/* Name of the i-th value (from 1) of the coded attribute in column name, or NULL. */
bool ipr_code_name(ipr_str column, uint32_t codes, ipr_str *value);

/* Reads a header. IPR_EHEADER if time or event is missing. Columns that are not ours have
 * known[i] = false (known: room for n, may be NULL). */
ipr_status ipr_event_form_init(ipr_event_form *f, const ipr_str *names, size_t n, bool *known,
                               ipr_err *err);

/* Reads one record. Views in *e live as long as the fields. IPR_TROUBLE_none, or what makes
 * the row unusable (e->id then holds the text at fault). No allocation. */
ipr_trouble ipr_event_read(const ipr_event_form *f, const ipr_str *fields, size_t n, ipr_event *e);

#endif
