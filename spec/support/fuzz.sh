#!/bin/sh
# Runs every fuzz target in $1/fuzz for $2 seconds, with the seed corpus and the
# dictionary beside its source and the regression inputs found so far. Fails at
# the first crash.
build=$1 secs=$2 bad=0
for f in "$build"/fuzz/fuzz_*; do
  name=${f##*/}
  seeds=csrc/fuzz/corpus/$name
  work=$build/fuzz-corpus/$name
  mkdir -p "$work"
  dict=csrc/fuzz/$name.dict
  printf '%s: ' "$name"
  # shellcheck disable=SC2046
  "$f" -max_total_time="$secs" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="$build/fuzz-" $([ -f "$dict" ] && echo "-dict=$dict") \
    "$work" $([ -d "$seeds" ] && echo "$seeds") >"$build/fuzz.log" 2>&1 || bad=1
  grep -E 'number_of_executed_units|ERROR|SUMMARY' "$build/fuzz.log" | tr '\n' ' '
  echo
done
exit $bad
