#!/bin/sh
# Runs the C tests in $1/test and the programs that strain the module beside busted under $2, and
# adds their counts up: the last line is "N passed, N failed". Fails if anything failed or nothing
# ran. Without $2 the C tests alone; RUN is a command that runs them, e.g. qemu-i386.
build=$1 lua=$2
out=$(mktemp) || exit 2
trap 'rm -f "$out" "$out".*' EXIT
count() { # name, command…: its complaints, then its count
  name=$1
  shift
  "$@" >"$out.one" 2>&1
  tail -n 1 "$out.one" | grep -qE '^[0-9]+ passed, [0-9]+ failed$' ||
    echo "died; 0 passed, 1 failed" >>"$out.one"
  grep -vE '^[0-9]+ passed| refused$' "$out.one"
  printf '%s: %s\n' "$name" "$(tail -n 1 "$out.one")"
}
programs() {
  for t in "$build"/test/test_*; do
    case ${t##*/} in *.*) continue ;; esac
    count "${t##*/}" $RUN "$t"
  done
  for t in "$build"/replay/fuzz_*; do
    case ${t##*/} in *.*) continue ;; esac
    count "replay ${t##*/}" $RUN "$t" csrc/fuzz/corpus/"${t##*/}"/*
  done
  [ -n "$lua" ] || return
  # Memory runs out under the module's verbs; `make faults` tries every allocation.
  count faults "$build/faults" lua spec/support/fault_stories.lua 997
  # The module as a guest: many states, coroutines, collections, loaded again and again.
  count embed "$build/embed" lua spec/support/fault_stories.lua 97
}
# The sanitizers of gcc up to 13 take a thread's storage by chance for that of an older libc, and the
# search for leaks dies of it; ours holds nothing that was allocated.
ASAN_OPTIONS=detect_leaks=${LEAKS:-1}:intercept_tls_get_addr=0
export ASAN_OPTIONS
programs >"$out.c" & # beside busted
if [ -n "$lua" ]; then
  preload=
  case $build in
  *-san) preload="$(gcc -print-file-name=libasan.so) $(gcc -print-file-name=libubsan.so)" ;;
  esac
  LD_PRELOAD=$preload IPR_BUILD=$build IPR_LUA=$lua "$lua" "$(command -v busted)" \
    --shuffle -o spec/support/report.lua --cpath="$build/?.so" ${BUSTED_ARGS:-} 2>&1 | tee -a "$out"
  grep -q '^busted: ' "$out" || echo "busted died: 0 passed, 1 failed" | tee -a "$out"
fi
wait
tee -a "$out" <"$out.c"
# A leak is reported after busted has counted: it is a failure all the same.
grep -aqE 'ERROR: [A-Za-z]+Sanitizer|runtime error: ' "$out" &&
  echo "sanitizers: 0 passed, 1 failed" | tee -a "$out"
awk '/[0-9]+ passed, [0-9]+ failed$/ { for (i = 1; i <= NF; i++) { if ($i ~ /^passed/) p += $(i-1);
       if ($i ~ /^failed/) f += $(i-1) } n++ }
     END { printf "\n%d passed, %d failed\n", p, f; exit !(p > 0 && f == 0) }' "$out"
