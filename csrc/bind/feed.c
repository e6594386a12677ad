/* SPDX-License-Identifier: MIT
 * feed.c (bind): opening a feed, its header, its listings. */
#include "feed.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static ipr_csv *new_csv(const ipr_feed_options *o, ipr_env *env)
{
    return ipr_csv_new(env, &(ipr_csv_options){.delimiter = o->delimiter, .strict = o->strict});
}

/* Takes the first block and reads the header in it. */
static ipr_status read_header(ipr_feed *f, ipr_err *err)
{
    ipr_row row;
    ipr_str line;
    ipr_status s = ipr_blocks_take(f->blocks, &f->first, err);
    if (s == IPR_EIO)
        return ipr_file_failed(err);
    if (s != IPR_OK)
        return s;
    f->has_first = true;
    if (f->options.jsonl)
        return IPR_OK;
    if (f->first.count == 0)
        return ipr_fail(err, IPR_EEMPTY, 0, "the input is empty; a header line is needed");
    ipr_csv *csv = new_csv(&f->options, f->env);
    s = csv ? ipr_block_row(csv, &f->first, 0, false, &line, &row) : IPR_ENOMEM;
    if (s != IPR_OK)
        ipr_fail(err, s, 0, "out of memory");
    else if (row.code != IPR_OK)
        s = ipr_fail(err, row.code, row.at, ipr_status_text(row.code));
    else
        s = ipr_columns_header(f->columns, row.fields, row.n, err);
    if (s != IPR_OK)
        err->line = 1;
    ipr_csv_free(csv);
    return s;
}

/* Adds the prices of all records; what cannot be read ends it. False if memory ran out. */
static bool vote(ipr_feed *f, ipr_money_votes *votes)
{
    ipr_feed_reader r = {0};
    ipr_block b;
    const ipr_listing *l;
    ipr_err err;
    size_t k;
    ipr_status s = ipr_feed_reader_init(&r, f, f->env);
    ipr_block_init(&b, f->env);
    while (s == IPR_OK && (s = ipr_feed_take(f, &b, &k, &err)) == IPR_OK && b.n > 0)
        for (; s == IPR_OK && k < b.count; k++) {
            s = ipr_feed_listing(f, &r, &b, k, &l);
            if (s == IPR_OK && l->code == IPR_OK && l->slot[IPR_COL_PRICE].p)
                ipr_money_vote(votes, l->slot[IPR_COL_PRICE]);
        }
    ipr_feed_reader_fini(&r);
    ipr_block_fini(&b);
    return s != IPR_ENOMEM;
}

/* Looks through the price column once; true where there is nothing to look through. */
static bool ask(ipr_feed *f)
{
    ipr_feed other;
    ipr_money_votes votes = {0};
    ipr_err err;
    if (f->asked || !f->path)
        return true;
    ipr_status s = ipr_feed_open(&other, f->env, f->columns, f->path, &f->options, &err);
    if (s != IPR_OK)
        return s != IPR_ENOMEM;
    f->asked = vote(&other, &votes);
    ipr_feed_close(&other);
    if (f->asked)
        f->style = ipr_money_decide(&votes);
    return f->asked;
}

static bool price_style(void *feed, ipr_money_style *out)
{
    ipr_feed *f = feed;
    pthread_mutex_lock(&f->lock);
    bool ok = ask(f);
    *out = f->style;
    pthread_mutex_unlock(&f->lock);
    return ok;
}

static bool is_regular(int fd)
{
    struct stat st;
    return fd > 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
}

ipr_status ipr_feed_open(ipr_feed *f, ipr_env *env, const ipr_columns *columns, const char *path,
                         const ipr_feed_options *options, ipr_err *err)
{
    memset(f, 0, sizeof *f);
    f->env = env;
    f->options = *options;
    f->prices = (ipr_price_column){price_style, f};
    pthread_mutex_init(&f->lock, NULL);
    ipr_block_init(&f->first, env);
    f->fd = ipr_file_open(path, err);
    if (f->fd < 0) {
        ipr_feed_close(f);
        return err->code;
    }
    bool again = is_regular(f->fd);
    f->path = again ? strdup(path) : NULL;
    if (!options->jsonl)
        f->csv = new_csv(options, env);
    f->columns = ipr_columns_copy(env, columns);
    if (f->columns && (options->jsonl || f->csv) && (f->path || !again))
        f->blocks = ipr_blocks_new(env, f->csv, options->block, ipr_file_read, &f->fd);
    ipr_status s = f->blocks ? read_header(f, err) : ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    if (s != IPR_OK)
        ipr_feed_close(f);
    return s;
}

void ipr_feed_close(ipr_feed *f)
{
    if (!f->env)
        return;
    ipr_blocks_free(f->blocks);
    ipr_csv_free(f->csv);
    ipr_columns_free(f->columns);
    ipr_block_fini(&f->first);
    ipr_file_close(f->fd);
    free(f->path);
    pthread_mutex_destroy(&f->lock);
    memset(f, 0, sizeof *f);
    f->fd = -1;
}

ipr_status ipr_feed_take(ipr_feed *f, ipr_block *out, size_t *from, ipr_err *err)
{
    *from = 0;
    if (f->has_first) {
        ipr_block keep = *out; /* swapped, so that both are freed where they are */
        *out = f->first;
        f->first = keep;
        f->has_first = false;
        *from = !f->options.jsonl && out->count > 0;
        return IPR_OK;
    }
    ipr_status s = ipr_blocks_take(f->blocks, out, err);
    return s == IPR_EIO ? ipr_file_failed(err) : s;
}

ipr_status ipr_feed_reader_init(ipr_feed_reader *r, const ipr_feed *f, ipr_env *env)
{
    memset(r, 0, sizeof *r);
    r->csv = f->options.jsonl ? NULL : new_csv(&f->options, env);
    ipr_buf_init(&r->text, env);
    return r->csv || f->options.jsonl ? IPR_OK : IPR_ENOMEM;
}

void ipr_feed_reader_fini(ipr_feed_reader *r)
{
    ipr_csv_free(r->csv);
    r->csv = NULL;
    if (!r->text.env)
        return;
    ipr_free(r->text.env, r->ahead, IPR_FEED_AHEAD * sizeof *r->ahead);
    r->ahead = NULL;
    ipr_buf_fini(&r->text);
}

static ipr_status read_json(const ipr_feed *f, ipr_feed_reader *r, const ipr_block *block, size_t k)
{
    ipr_row row;
    ipr_str line;
    ipr_listing *l = r->ahead;
    ipr_status s = ipr_block_row(NULL, block, k, false, &line, &row);
    if (s != IPR_OK)
        return s;
    ipr_listing_json(l, f->columns, row.n ? row.fields[0] : (ipr_str){"", 0}, &r->text);
    if (l->code == IPR_ENOMEM)
        return IPR_ENOMEM;
    l->row = row.row;
    l->line = row.line;
    if (row.code != IPR_OK) {
        l->code = row.code;
        ipr_err e;
        ipr_fail(&e, row.code, 0, ipr_status_text(row.code));
        memcpy(l->message, e.message, sizeof l->message);
    }
    r->ahead_n = 1; /* the next will have its text where this one's is */
    return IPR_OK;
}

/* How many records from k on are read at once: a long one is the last of them. */
static size_t how_many(const ipr_block *block, size_t k)
{
    size_t n = 1, from = block->records[k].begin;
    while (n < IPR_FEED_AHEAD && k + n < block->count &&
           block->records[k + n - 1].end - from < IPR_FEED_AHEAD_BYTES)
        n++;
    return n;
}

static ipr_status read_csv(const ipr_feed *f, ipr_feed_reader *r, const ipr_block *block, size_t k)
{
    ipr_row rows[IPR_FEED_AHEAD];
    size_t n = how_many(block, k);
    if (ipr_csv_parse(r->csv, &block->special, block->records + k, n, rows) != IPR_OK)
        return IPR_ENOMEM;
    for (size_t i = 0; i < n; i++)
        ipr_listing_csv(&r->ahead[i], f->columns, &rows[i]);
    r->ahead_n = n;
    return IPR_OK;
}

static ipr_status read_ahead(const ipr_feed *f, ipr_feed_reader *r, const ipr_block *block,
                             size_t k)
{
    if (!r->ahead && !(r->ahead = ipr_alloc(r->text.env, IPR_FEED_AHEAD * sizeof *r->ahead)))
        return IPR_ENOMEM;
    r->ahead_n = 0;
    ipr_status s = (f->options.jsonl ? read_json : read_csv)(f, r, block, k);
    for (size_t i = 0; i < r->ahead_n; i++)
        r->ahead[i].prices = &f->prices;
    r->number = block->number;
    r->first = k;
    return s;
}

ipr_status ipr_feed_listing(const ipr_feed *f, ipr_feed_reader *r, const ipr_block *block, size_t k,
                            const ipr_listing **l)
{
    ipr_status s = IPR_OK;
    if (block->number != r->number || k < r->first || k - r->first >= r->ahead_n)
        s = read_ahead(f, r, block, k);
    if (s == IPR_OK)
        *l = &r->ahead[k - r->first];
    return s;
}
