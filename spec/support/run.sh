#!/bin/sh
# Runs the C tests in $1/test and busted under $2, and adds their counts up:
# the last line is "N passed, N failed". Fails if anything failed or nothing ran.
build=$1 lua=$2
out=$(mktemp) || exit 2
trap 'rm -f "$out"' EXIT
count() { # name, command…: its complaints, and its count as a line of ours
  name=$1
  shift
  "$@" >"$out.c" 2>&1
  tail -n 1 "$out.c" | grep -qE '^[0-9]+ passed, [0-9]+ failed$' || echo "died; 0 passed, 1 failed" >>"$out.c"
  grep -vE '^[0-9]+ passed| refused$' "$out.c"
  printf '%s: %s\n' "$name" "$(tail -n 1 "$out.c")" | tee -a "$out"
  rm -f "$out.c"
}
for t in "$build"/test/test_*; do
  case ${t##*/} in *.*) continue ;; esac
  count "${t##*/}" "$t"
done
# Memory runs out under the module's verbs; `make faults` tries every allocation.
count faults "$build/faults" lua spec/support/fault_stories.lua 997
# The module as a guest: many states, coroutines, collections, loaded again and again.
count embed "$build/embed" lua spec/support/fault_stories.lua 97
preload=
case $build in
*-san) preload="$(gcc -print-file-name=libasan.so) $(gcc -print-file-name=libubsan.so)" ;;
esac
LD_PRELOAD=$preload ASAN_OPTIONS=detect_leaks=${LEAKS:-1} IPR_BUILD=$build IPR_LUA=$lua \
  "$lua" "$(command -v busted)" --shuffle -o spec/support/report.lua \
  --cpath="$build/?.so" ${BUSTED_ARGS:-} 2>&1 | tee -a "$out"
grep -q '^busted: ' "$out" || echo "busted died: 0 passed, 1 failed" | tee -a "$out"
# A leak is reported after busted has counted: it is a failure all the same.
grep -aqE 'ERROR: [A-Za-z]+Sanitizer|runtime error: ' "$out" &&
  echo "sanitizers: 0 passed, 1 failed" | tee -a "$out"
awk '/[0-9]+ passed, [0-9]+ failed$/ { for (i = 1; i <= NF; i++) { if ($i ~ /^passed/) p += $(i-1);
       if ($i ~ /^failed/) f += $(i-1) } n++ }
     END { printf "\n%d passed, %d failed\n", p, f; exit !(p > 0 && f == 0) }' "$out"
