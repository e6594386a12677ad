# iprcore: one description of the build, used by people, by LuaRocks and by CI.
# `make help` lists the targets.
# With LUA_INCDIR given (as LuaRocks does) the version is the one that lua.h there states.
ifdef LUA_INCDIR
LUA_VERSION := $(shell awk '/define LUA_VERSION_M(AJOR|INOR)/ { gsub(/"/, "", $$3); v = v s $$3; \
  s = "." } END { print v }' $(LUA_INCDIR)/lua.h)
else
LUA_VERSION ?= 5.4
LUA_INCDIR  = /usr/include/lua$(LUA_VERSION)
endif
LUA         ?= lua$(LUA_VERSION)
CSV_INCDIR  ?=
CSV_LIBDIR  ?=
CC          ?= gcc
CFLAGS      ?= -O2 -g
LIBFLAG     ?= -shared
FUZZ_CC     ?= clang
SECS        ?= 20
# V=1 shows the compiler's command lines.
Q = $(if $(V),,@)
# TSAN=1 builds for ThreadSanitizer.
# SAN=1 builds with address and undefined-behaviour sanitizers, COV=1 with coverage.
SAN         ?=
SAN_FLAGS   = -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined
TSAN        ?=
COV         ?=
# Conditions are joined by & and | where all of them are cheaper than a branch: clang need not say so.
override CFLAGS += -std=c11 -fPIC -fvisibility=hidden -D_POSIX_C_SOURCE=200809L -Wall -Wextra \
  -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla \
  -Wno-bitwise-instead-of-logical \
  $(if $(CSV_INCDIR),-I$(CSV_INCDIR)) \
  $(if $(SAN),$(SAN_FLAGS)) $(if $(TSAN),-fsanitize=thread) \
  $(if $(COV),--coverage -O0 -fprofile-update=atomic)
LDLIBS = $(if $(CSV_LIBDIR),-L$(CSV_LIBDIR)) -lcsv -lpthread -lm

BUILD = build/$(LUA_VERSION)$(if $(SAN),-san)$(if $(TSAN),-tsan)$(if $(COV),-cov)
MODULE = $(BUILD)/iprcore/core.so
CORE = $(patsubst csrc/core/%.c,$(BUILD)/core/%.o,$(wildcard csrc/core/*.c))
BIND = $(patsubst csrc/bind/%.c,$(BUILD)/bind/%.o,$(wildcard csrc/bind/*.c))
CTESTS = $(patsubst csrc/test/%.c,$(BUILD)/test/%,$(wildcard csrc/test/test_*.c))
FUZZERS = $(patsubst csrc/fuzz/%.c,$(BUILD)/fuzz/%,$(wildcard csrc/fuzz/fuzz_*.c))
REPLAYS = $(patsubst csrc/fuzz/%.c,$(BUILD)/replay/%,$(wildcard csrc/fuzz/fuzz_*.c))

.PHONY: all metrics-score host faults embed bench-csv bench-tally tables bench-accuracy test check-c demo lint san check-32 check-big tsan memcheck linear cov fuzz fuzz-build readme install \
  install-check clean help hooks
.SECONDARY:

all: $(MODULE) ## build the module into build/$(LUA_VERSION)

$(MODULE): $(CORE) $(BIND)
	@mkdir -p $(@D)
	@echo cc $@
	$(Q)$(CC) $(LIBFLAG) $(CFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/core/%.o: csrc/core/%.c
	@mkdir -p $(@D)
	@echo cc $@
	$(Q)$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/bind/%.o: csrc/bind/%.c
	@mkdir -p $(@D)
	@echo cc $@
	$(Q)$(CC) $(CFLAGS) -I$(LUA_INCDIR) -MMD -MP -c -o $@ $<

$(BUILD)/test/%: csrc/test/%.c $(CORE)
	@mkdir -p $(@D)
	@echo cc $@
	$(Q)$(CC) $(CFLAGS) -MMD -MP -MF $@.d -o $@ $< $(CORE) $(LDLIBS)

# The fuzz targets without libFuzzer, for their seeds and what once made one fail.
$(BUILD)/replay/%: csrc/fuzz/%.c csrc/fuzz/replay.c $(CORE)
	@mkdir -p $(@D)
	@echo cc $@
	$(Q)$(CC) $(CFLAGS) -MMD -MP -MF $@.d -o $@ $< csrc/fuzz/replay.c $(CORE) $(LDLIBS)

-include $(CORE:.o=.d) $(BIND:.o=.d) $(CTESTS:=.d) $(REPLAYS:=.d)

LUA_LIB ?= -llua$(LUA_VERSION)
$(BUILD)/host: csrc/host/host.c $(CORE) $(BIND)
	@echo cc $@
	$(Q)$(CC) $(CFLAGS) -I$(LUA_INCDIR) -o $@ $^ $(LUA_LIB) $(LDLIBS)

host: $(BUILD)/host ## a C program with Lua and iprcore inside (csrc/host)

WRAP = -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc
$(BUILD)/faults: csrc/host/faults.c csrc/host/state.h csrc/test/faults.h $(CORE) $(BIND)
	@echo cc $@
	$(Q)$(CC) $(CFLAGS) -I$(LUA_INCDIR) $(WRAP) -o $@ $(filter-out %.h,$^) $(LUA_LIB) $(LDLIBS)

$(BUILD)/embed: csrc/host/embed.c csrc/host/state.h csrc/test/faults.h $(CORE) $(BIND)
	@echo cc $@
	$(Q)$(CC) $(CFLAGS) -I$(LUA_INCDIR) -o $@ $(filter-out %.h,$^) $(LUA_LIB) $(LDLIBS)

$(BUILD)/seed.so: csrc/host/seed.c
	@echo cc $@
	$(Q)$(CC) $(LIBFLAG) $(CFLAGS) -o $@ $<

bench-csv: $(BUILD)/test/bench_csv ## reading CSV against stock libcsv; FILE=… (a feed)
	@$(BUILD)/test/bench_csv $(FILE) 9

check-c: $(CTESTS) $(REPLAYS) ## build the C tests of the core

test: all check-c $(BUILD)/faults $(BUILD)/embed ## run all tests; the last line is "N passed, N failed"
	@sh spec/support/run.sh $(BUILD) $(LUA)

demo: all ## the main job on the shipped inputs, results in build/demo
	@./lua/bin/iprcore demo

faults: $(CTESTS) $(BUILD)/faults ## every allocation of the core's rooms and of the module's verbs fails
	@for room in score metric tally; do $(BUILD)/test/test_faults_$$room all || exit 1; done
	@$(BUILD)/faults lua spec/support/fault_stories.lua 1

embed: $(BUILD)/embed ## many states, coroutines, a collection at every new object, 1,000 loads
	@$(BUILD)/embed lua spec/support/fault_stories.lua 1

metrics-score: all ## accuracy and speed of the metric parser on ../shared/data/metrics
	@sh spec/support/metrics_score.sh $(LUA) $(BUILD)

san: ## the tests under address and undefined-behaviour sanitizers
	@$(MAKE) --no-print-directory SAN=1 test

# Doubles as on 64 bits need SSE2. Debian: gcc-multilib and, after dpkg --add-architecture i386, libcsv-dev:i386. Where the kernel
# runs no 32-bit programs: RUN=qemu-i386.
RUN ?=
check-32: ## the C tests of the core as a 32-bit program
	@$(MAKE) --no-print-directory BUILD=build/32 CC="$(CC) -m32 -msse2 -mfpmath=sse" check-c
	@RUN="$(RUN)" sh spec/support/run.sh build/32

# Debian: gcc-s390x-linux-gnu libc6-dev-s390x-cross qemu-user and, after dpkg --add-architecture s390x, libcsv-dev:s390x.
check-big: ## the C tests of the core on a big-endian machine (s390x under qemu)
	@$(MAKE) --no-print-directory BUILD=build/big CC=s390x-linux-gnu-gcc check-c
	@RUN=qemu-s390x sh spec/support/run.sh build/big

tsan: ## the commands that use threads under ThreadSanitizer
	@$(MAKE) --no-print-directory TSAN=1 all
	@sh spec/support/tsan.sh build/$(LUA_VERSION)-tsan $(LUA)

memcheck: all check-c $(BUILD)/embed ## valgrind over the C tests, the module as a guest, and commands
	@sh spec/support/memcheck.sh $(BUILD) $(LUA)

# CASE=parse for some of them, SIZE=4 for larger inputs.
CASE ?=
SIZE ?= 1
linear: all $(BUILD)/seed.so ## instructions grow as the input does, on inputs made to be slow (valgrind)
	@$(LUA) spec/support/linear.lua $(BUILD) $(LUA) "$(CASE)" $(SIZE)

cov: ## line coverage of csrc/core by the tests, by file (gcovr)
	@$(MAKE) --no-print-directory COV=1 test
	@gcovr -r . --object-directory build/$(LUA_VERSION)-cov -f csrc/core/ --print-summary

lint: ## warnings as errors, luacheck, layering
	@sh spec/support/lint.sh $(CC) $(LUA_INCDIR)

# Fuzz targets: clang and its libFuzzer runtime (Debian: clang libclang-rt-14-dev).
FUZZ_FLAGS = -std=c11 -g -O1 -D_POSIX_C_SOURCE=200809L -fsanitize=address,undefined \
  -fno-sanitize-recover=undefined
FUZZ_CORE = $(patsubst $(BUILD)/core/%,$(BUILD)/fuzz/core/%,$(CORE))
$(BUILD)/fuzz/core/%.o: csrc/core/%.c
	@mkdir -p $(@D)
	@echo cc $@
	$(Q)$(FUZZ_CC) $(FUZZ_FLAGS) -fsanitize=fuzzer-no-link -MMD -MP -c -o $@ $<

$(BUILD)/fuzz/%: csrc/fuzz/%.c $(FUZZ_CORE)
	@echo cc $@
	$(Q)$(FUZZ_CC) $(FUZZ_FLAGS) -fsanitize=fuzzer -o $@ $< $(FUZZ_CORE) $(LDLIBS)

-include $(FUZZ_CORE:.o=.d)

fuzz-build: $(FUZZERS) ## build the fuzz targets

fuzz: $(FUZZERS) ## run every fuzz target for SECS seconds
	@sh spec/support/fuzz.sh $(BUILD) $(SECS)

INST_LUADIR ?= /usr/local/share/lua/$(LUA_VERSION)
INST_LIBDIR ?= /usr/local/lib/lua/$(LUA_VERSION)
install: all ## what LuaRocks calls: the module into INST_LUADIR and INST_LIBDIR
	mkdir -p $(INST_LIBDIR)/iprcore $(INST_LUADIR)
	cp $(MODULE) $(INST_LIBDIR)/iprcore/core.so
	cp -R lua/iprcore $(INST_LUADIR)/

install-check: ## pack the rock, install it offline into an empty tree, use it from there
	@sh spec/install/install_check.sh

ROWS ?= 250000
RUNS ?= 5
BIG ?= 2500000
bench: all $(BUILD)/test/bench_floor $(BUILD)/test/bench_run $(BUILD)/test/bench_csv ## all speeds in one table, beside libcsv and the peers of ../shared/peers; ROWS=… RUNS=… BIG=… rows
	@LUA_PATH="lua/?.lua;lua/?/init.lua;spec/?.lua;;" LUA_CPATH="$(BUILD)/?.so" \
	  $(LUA) spec/bench/bench.lua $(BUILD) $(ROWS) $(RUNS) $(BIG)

N ?= 5000000
bench-tally: all ## events a second beside mawk and plain Lua; N=… events (5 million: 320 MB)
	@LUA_PATH="lua/?.lua;lua/?/init.lua;spec/?.lua" LUA_CPATH="$(BUILD)/?.so" $(LUA) spec/bench/tally.lua $(N) build

bench-accuracy: all ## accuracy on the data beside the project; SECTION=… for a part
	@IPR_BUILD=$(BUILD) $(LUA) spec/bench/accuracy.lua $(SECTION)

# Needs ICU and the Unicode data files (Debian: libicu-dev unicode-data); users need neither.
UNICODE_DIR ?= /usr/share/unicode
GEN = spec/support/gen
tables: ## regenerate csrc/core/fold_tab.c
	@mkdir -p build/gen
	@echo cc $@
	$(Q)$(CC) -O1 -o build/gen/skeleton $(GEN)/skeleton.c -licui18n -licuuc
	build/gen/skeleton > build/gen/skeletons.txt
	$(LUA) $(GEN)/fold_tab.lua build/gen/skeletons.txt $(UNICODE_DIR) > build/gen/fold_tab.c
	cp build/gen/fold_tab.c csrc/core/fold_tab.c

readme: all ## write the README's tables anew from the code
	@LUA_PATH="lua/?.lua;lua/?/init.lua;spec/?.lua" LUA_CPATH="$(BUILD)/?.so" \
	  $(LUA) -e 'require("support.readme").write()'

hooks: ## a local pre-commit hook that runs test and lint
	@printf '#!/bin/sh\nmake test && make lint\n' > .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit

clean: ## remove build/
	rm -rf build

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16
