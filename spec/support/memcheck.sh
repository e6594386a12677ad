#!/bin/sh
# valgrind's memcheck over the C tests of the core, the module's verbs as a guest (embed), and
# the command line. Leaks, reads of what was never written, and touches out of bounds fail.
# $1: build folder, $2: Lua. The last line is "N passed, N failed".
build=$1 lua=$2 passed=0 failed=0
log=$(mktemp) || exit 2
trap 'rm -f "$log"' EXIT
check() { # name, command…
  name=$1
  shift
  if valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite,indirect \
    --log-file="$log" "$@" >/dev/null 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED $name"
    head -n 30 "$log"
  fi
}
for t in "$build"/test/test_*; do
  case ${t##*/} in *.* | test_csv | test_fold_ref) continue ;; esac # slow: 200,000 inputs each
  check "${t##*/}" "$t"
done
check embed "$build/embed" lua spec/support/fault_stories.lua 100000
cd=spec/data/demo
for words in "parse spec/data/report-2019.en.txt" "brands $cd/listings.csv" \
  "tally $cd/events.csv" "rows $cd/listings.csv" \
  "report $cd/events.csv --year 2019 --format html"; do
  # shellcheck disable=SC2086
  IPR_BUILD=$build check "iprcore ${words%% *}" "$lua" lua/bin/iprcore $words
done
head -n 300 $cd/listings.csv >"$log.csv"
IPR_BUILD=$build check "iprcore score" "$lua" lua/bin/iprcore score --threads 2 "$log.csv"
rm -f "$log.csv"
echo "$passed passed, $failed failed"
[ $failed = 0 ]
