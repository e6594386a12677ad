/* SPDX-License-Identifier: MIT
 * pump.c (bind): scorer:run: a whole file scored by workers, written in the order of the
 * input.
 *
 * Each worker takes a block under the lock, scores it alone and waits for its turn to write;
 * so memory is bounded by the workers, a slow reader of the output stops the reading of the
 * input, and the bytes written do not depend on the number of workers. A block is written
 * before the next is waited for: what was read is answered. */
#include "scorer.h"
#include "sink.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct pump {
    const ipr_scorer *scorer;
    ipr_verdict verdict;
    ipr_feed feed;
    ipr_env env;
    pthread_mutex_t intake; /* held while a block is read; waiting for input holds no other */
    pthread_mutex_t lock;   /* of everything below */
    pthread_cond_t turn;
    uint64_t next;      /* number of the block that may be written now */
    int fd;             /* where lines go */
    int64_t max_errors; /* error rows allowed; -1: any number */
    bool watch;         /* signals may be used to end endless functions */
    bool stop;          /* no more blocks are taken */
    bool too_many;      /* max_errors was passed */
    bool closed;        /* the reader of our output has gone */
    bool mute;          /* nothing more is written; blocks read before a failed read still are */
    ipr_status status;  /* why the run failed */
    ipr_err err;
    uint64_t errors;
} pump;

typedef struct worker {
    pump *p;
    ipr_judge judge;
    ipr_feed_reader reader;
    ipr_block block;
    ipr_buf out;
    size_t *error_ends; /* out.n behind each error row of the block */
    size_t error_n, error_cap;
    uint64_t rows, incomplete;
    uint64_t *actions;         /* by action index, 0: pass */
    uint64_t *fired, *unknown; /* by rule */
    ipr_sandbox sandbox;       /* its own, where functions need one */
    ipr_watched watched;
    pthread_t thread;
    bool started;
} worker;

static void fail(pump *p, ipr_status s, const char *message)
{
    if (p->status == IPR_OK) {
        p->status = s;
        if (message)
            ipr_fail(&p->err, s, 0, message);
    }
    p->stop = true;
}

static void count(worker *w)
{
    const ipr_result *r = &w->judge.result;
    size_t n = ipr_rules_count(r->rules);
    w->actions[r->action]++;
    w->incomplete += !r->complete;
    for (size_t k = 0; k < r->fired; k++)
        w->fired[r->order[k]]++;
    for (size_t i = 0; r->unknown && i < n; i++)
        w->unknown[i] += r->hit[i].outcome == IPR_UNKNOWN;
}

static bool add_error(worker *w)
{
    size_t *list = ipr_grow(&w->p->env, w->error_ends, &w->error_cap, w->error_n + 1, sizeof *list);
    if (!list)
        return false;
    w->error_ends = list;
    list[w->error_n++] = w->out.n;
    return true;
}

/* Scores the worker's block into its buffer. */
static ipr_status score_block(worker *w, size_t from)
{
    pump *p = w->p;
    const ipr_listing *l;
    bool evidence = p->verdict.form == IPR_FORM_JSONL;
    w->out.n = 0;
    w->error_n = 0;
    for (size_t k = from; k < w->block.count; k++) {
        if (ipr_feed_listing(&p->feed, &w->reader, &w->block, k, &l) != IPR_OK)
            return IPR_ENOMEM;
        w->rows++;
        if (l->code != IPR_OK) {
            ipr_verdict_error(&p->verdict, l, &w->out);
            if (!add_error(w))
                return IPR_ENOMEM;
            continue;
        }
        ipr_judge_run(&w->judge, l, evidence);
        ipr_verdict_put(&p->verdict, &w->judge.result, &w->judge.eval, &w->out);
        count(w);
    }
    return w->out.failed ? IPR_ENOMEM : IPR_OK;
}

/* Waits for the block's turn and writes it; the lock is held on entry and exit. */
static void write_block(worker *w, ipr_status scored)
{
    pump *p = w->p;
    while (p->next != w->block.number)
        pthread_cond_wait(&p->turn, &p->lock);
    size_t n = w->out.n;
    if (scored != IPR_OK) {
        fail(p, scored, "out of memory");
        p->mute = true;
    }
    if (p->mute) {
        n = 0;
    } else if (p->max_errors >= 0 && p->errors + w->error_n > (uint64_t)p->max_errors) {
        n = w->error_ends[(uint64_t)p->max_errors - p->errors];
        p->too_many = p->stop = p->mute = true;
    }
    p->errors += w->error_n;
    if (n) {
        pthread_mutex_unlock(&p->lock);
        bool ok = ipr_write_all(p->fd, w->out.p, n);
        int why = errno;
        pthread_mutex_lock(&p->lock);
        if (!ok && why == EPIPE) {
            p->closed = p->stop = p->mute = true;
        } else if (!ok) {
            p->mute = true;
            errno = why;
            fail(p, IPR_EIO, NULL);
            ipr_write_failed(&p->err);
        }
    }
    p->next++;
    pthread_cond_broadcast(&p->turn);
}

/* The next block for a worker; false at the end, after a failure, or once all shall stop. */
static bool take_block(worker *w, size_t *from)
{
    pump *p = w->p;
    ipr_err err = {0};
    pthread_mutex_lock(&p->lock);
    bool stop = p->stop || ipr_signal_caught();
    pthread_mutex_unlock(&p->lock);
    if (stop)
        return false;
    pthread_mutex_lock(&p->intake);
    ipr_status s = ipr_feed_take(&p->feed, &w->block, from, &err);
    pthread_mutex_unlock(&p->intake);
    if (s == IPR_OK)
        return w->block.n > 0;
    pthread_mutex_lock(&p->lock);
    fail(p, s, err.message);
    pthread_mutex_unlock(&p->lock);
    return false;
}

static void *work(void *arg)
{
    worker *w = arg;
    size_t from;
    w->watched.thread = pthread_self();
    while (take_block(w, &from)) {
        ipr_status s = score_block(w, from);
        pthread_mutex_lock(&w->p->lock);
        write_block(w, s);
        pthread_mutex_unlock(&w->p->lock);
    }
    return NULL;
}

#define PUMP_CLASS "iprcore.pump"

/* All of one run, so that any error frees it. */
typedef struct run {
    pump p;
    worker *w;
    size_t n; /* workers */
    bool made;
    ipr_watched **watched;
} run;

static void fini_worker(worker *w, const ipr_rules *r, ipr_env *env)
{
    size_t rules = ipr_rules_count(r);
    ipr_judge_fini(&w->judge);
    ipr_sandbox_close(&w->sandbox);
    ipr_feed_reader_fini(&w->reader);
    ipr_block_fini(&w->block);
    ipr_buf_fini(&w->out);
    ipr_free(env, w->error_ends, w->error_cap * sizeof *w->error_ends);
    ipr_free(env, w->actions, (ipr_rules_actions(r) + 1) * sizeof *w->actions);
    ipr_free(env, w->fired, (rules + 1) * sizeof *w->fired);
    ipr_free(env, w->unknown, (rules + 1) * sizeof *w->unknown);
}

static int l_run_fini(lua_State *L)
{
    run *r = luaL_checkudata(L, 1, PUMP_CLASS);
    if (!r->made)
        return 0;
    for (size_t i = 0; i < r->n; i++)
        fini_worker(&r->w[i], r->p.scorer->rules, &r->p.env);
    ipr_free(&r->p.env, r->w, r->n * sizeof *r->w);
    ipr_free(&r->p.env, r->watched, r->n * sizeof *r->watched);
    ipr_feed_close(&r->p.feed);
    pthread_mutex_destroy(&r->p.intake);
    pthread_mutex_destroy(&r->p.lock);
    pthread_cond_destroy(&r->p.turn);
    r->made = false;
    return 0;
}

/* A worker's own state, rules' functions and buffers. */
static ipr_status init_worker(worker *w, run *r, lua_State *L, int job, ipr_err *err)
{
    const ipr_scorer *s = r->p.scorer;
    ipr_env *env = &r->p.env;
    lua_State *S = NULL;
    char where[512];
    int set = 1;
    w->p = &r->p;
    ipr_block_init(&w->block, env);
    ipr_buf_init(&w->out, env);
    w->actions = ipr_calloc(env, ipr_rules_actions(s->rules) + 1, sizeof *w->actions);
    w->fired = ipr_calloc(env, ipr_rules_count(s->rules) + 1, sizeof *w->fired);
    w->unknown = ipr_calloc(env, ipr_rules_count(s->rules) + 1, sizeof *w->unknown);
    if (!w->actions || !w->fired || !w->unknown ||
        ipr_feed_reader_init(&w->reader, &r->p.feed, env) != IPR_OK)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    if (s->has_functions && s->sandbox) {
        if (ipr_sandbox_open(&w->sandbox, L, job, where, sizeof where, err) != IPR_OK)
            return err->code;
        S = w->sandbox.S;
    } else if (s->has_functions) {
        S = L;
        set = job; /* for inline rules: the checked table itself */
    }
    if (ipr_judge_init(&w->judge, s, S, set, s->sandbox ? IPR_STEPS : 0) != IPR_OK)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    return IPR_OK;
}

/* Has the workers' functions looked after, so that they need not be counted. */
static bool start_watch(run *r)
{
    const ipr_scorer *s = r->p.scorer;
    if (!r->p.watch || !s->has_functions || !s->sandbox)
        return false;
    r->watched = ipr_calloc(&r->p.env, r->n, sizeof *r->watched);
    for (size_t i = 0; r->watched && i < r->n; i++)
        r->watched[i] = &r->w[i].watched;
    if (!r->watched || !ipr_watch_start(r->watched, r->n))
        return false;
    for (size_t i = 0; i < r->n; i++)
        r->w[i].judge.caller.watched = &r->w[i].watched;
    return true;
}

static void start(run *r)
{
    bool watched = start_watch(r);
    sigset_t all, before; /* signals are for the thread that runs Lua, but for the watch's */
    sigfillset(&all);
    sigdelset(&all, IPR_WATCH_SIGNAL);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    for (size_t i = 1; i < r->n; i++)
        r->w[i].started = pthread_create(&r->w[i].thread, NULL, work, &r->w[i]) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    work(&r->w[0]); /* this thread works too; if none could be made, alone */
    for (size_t i = 1; i < r->n; i++) {
        if (r->w[i].started)
            pthread_join(r->w[i].thread, NULL);
    }
    if (watched)
        ipr_watch_stop();
}

static void push_sum(lua_State *L, const run *r, size_t offset, size_t n)
{
    lua_createtable(L, (int)n, 0);
    for (size_t k = 0; k < n; k++) {
        uint64_t sum = 0;
        for (size_t i = 0; i < r->n; i++)
            sum += (*(uint64_t *const *)(const void *)((const char *)&r->w[i] + offset))[k];
        lua_pushinteger(L, (lua_Integer)sum);
        lua_rawseti(L, -2, (int)k + 1);
    }
}

static void push_counts(lua_State *L, const run *r)
{
    const ipr_rules *rules = r->p.scorer->rules;
    uint64_t rows = 0, incomplete = 0;
    for (size_t i = 0; i < r->n; i++) {
        rows += r->w[i].rows;
        incomplete += r->w[i].incomplete;
    }
    lua_createtable(L, 0, 8);
    lua_pushinteger(L, (lua_Integer)rows);
    lua_setfield(L, -2, "rows");
    lua_pushinteger(L, (lua_Integer)r->p.errors);
    lua_setfield(L, -2, "errors");
    lua_pushinteger(L, (lua_Integer)incomplete);
    lua_setfield(L, -2, "incomplete");
    lua_pushboolean(L, r->p.too_many);
    lua_setfield(L, -2, "too_many");
    lua_pushboolean(L, r->p.closed);
    lua_setfield(L, -2, "closed");
    push_sum(L, r, offsetof(worker, actions), ipr_rules_actions(rules) + 1);
    lua_setfield(L, -2, "actions");
    push_sum(L, r, offsetof(worker, fired), ipr_rules_count(rules));
    lua_setfield(L, -2, "fired");
    push_sum(L, r, offsetof(worker, unknown), ipr_rules_count(rules));
    lua_setfield(L, -2, "unknown");
}

void ipr_verdict_options(lua_State *L, int idx, ipr_scorer *s, ipr_verdict *o)
{
    memset(o, 0, sizeof *o);
    o->rules = s->rules;
    o->columns = s->columns;
    lua_getfield(L, idx, "format");
    const char *format = lua_tostring(L, -1);
    o->form = format && strcmp(format, "csv") == 0 ? IPR_FORM_CSV : IPR_FORM_JSONL;
    lua_pop(L, 1);
    if (lua_getfield(L, idx, "with") == LUA_TTABLE) {
        for (size_t i = 1; i <= lua_rawlen(L, -1) && i <= IPR_MAX_SLOTS; i++) {
            lua_rawgeti(L, -1, (lua_Integer)i);
            ipr_str name = {lua_tostring(L, -1), lua_rawlen(L, -1)};
            int slot = ipr_columns_want(s->columns, name);
            if (slot < 0)
                luaL_error(L, "more other columns than can be kept; no room for %s", name.p);
            o->with[o->withs++] = slot;
            lua_pop(L, 1);
        }
    }
    lua_pop(L, 1);
    if (lua_getfield(L, idx, "stamp") == LUA_TSTRING)
        o->stamp.p = lua_tolstring(L, -1, &o->stamp.n); /* the options outlive the run */
    lua_pop(L, 1);
}

static int64_t int_option(lua_State *L, int idx, const char *key, int64_t value)
{
    if (lua_getfield(L, idx, key) == LUA_TNUMBER)
        value = (int64_t)lua_tonumber(L, -1);
    lua_pop(L, 1);
    return value;
}

/* Raises usage where a column to carry along is neither canonical nor in the header. */
static void check_with(lua_State *L, const pump *p)
{
    const ipr_columns *c = p->feed.columns;
    ipr_err err = {0};
    for (size_t i = 0; i < p->verdict.withs && !p->feed.options.jsonl; i++) {
        size_t slot = (size_t)p->verdict.with[i];
        if (slot < IPR_COL_COUNT || ipr_columns_has(c, slot))
            continue;
        ipr_bind_pushstr(L, ipr_columns_name(c, slot));
        ipr_fail(&err, IPR_EUSAGE, 0,
                 lua_pushfstring(L, "with: the header has no column %s", lua_tostring(L, -1)));
        ipr_bind_raise(L, &err, NULL);
    }
}

static void prepare(run *r, lua_State *L, ipr_scorer *s, const char *path)
{
    pump *p = &r->p;
    ipr_err err = {0};
    p->scorer = s;
    ipr_env_init(&p->env);
    p->env.limits = s->env->limits;
    p->env.csv_fast = s->env->csv_fast;
    p->max_errors = int_option(L, 3, "max_errors", -1);
    lua_getfield(L, 3, "watch");
    p->watch = lua_toboolean(L, -1);
    lua_pop(L, 1);
    p->fd = (int)int_option(L, 3, "fd", STDOUT_FILENO);
    ipr_feed_options o = ipr_feed_options_at(L, 3);
    size_t n = (size_t)int_option(L, 3, "threads", 1);
    ipr_verdict_options(L, 3, s, &p->verdict);
    if (ipr_feed_open(&p->feed, &p->env, s->columns, path, &o, &err) != IPR_OK)
        ipr_bind_raise(L, &err, path);
    r->made = true;
    check_with(L, p);
    pthread_mutex_init(&p->intake, NULL);
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->turn, NULL);
    r->w = ipr_calloc(&p->env, n, sizeof *r->w);
    if (!r->w)
        ipr_bind_nomem(L);
    lua_getfield(L, 3, "job"); /* index 5: what functions are loaded from */
    for (; r->n < n; r->n++) {
        ipr_status st = init_worker(&r->w[r->n], r, L, 5, &err);
        if (st != IPR_OK) {
            r->n++;
            ipr_bind_raise(L, &err, NULL);
        }
    }
}

/* scorer:run(path, { format, input, threads, with, stamp, header, strict, block, max_errors, fd,
 * job }) -> counts. Raises what cannot be read or written; what was read before is written. */
int ipr_scorer_run(lua_State *L)
{
    ipr_scorer *s = ipr_scorer_check(L, 1);
    const char *path = luaL_checkstring(L, 2);
    luaL_checktype(L, 3, LUA_TTABLE);
    lua_settop(L, 3);
    ipr_bind_class(L, PUMP_CLASS, NULL, l_run_fini);
    run *r = ipr_bind_new(L, sizeof *r, PUMP_CLASS);
    prepare(r, L, s, path);
    lua_getfield(L, 3, "header");
    if (lua_toboolean(L, -1)) {
        ipr_verdict_header(&r->p.verdict, &r->w[0].out);
        if (!ipr_write_all(r->p.fd, r->w[0].out.p, r->w[0].out.n)) {
            r->p.closed = errno == EPIPE;
            if (!r->p.closed)
                ipr_write_failed(&r->p.err);
            r->p.status = r->p.closed ? IPR_OK : IPR_EIO;
            r->p.mute = true;
            r->p.stop = true;
        }
    }
    start(r);
    if (r->p.status != IPR_OK)
        return ipr_bind_raise(L, &r->p.err, r->p.mute ? "stdout" : path);
    push_counts(L, r);
    lua_pushvalue(L, 4);
    lua_pushcfunction(L, l_run_fini);
    lua_insert(L, -2);
    lua_call(L, 1, 0);
    return 1;
}
