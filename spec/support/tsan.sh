#!/bin/sh
# Runs the commands that use threads under ThreadSanitizer, on the shipped feed and on a broken
# one, and compares what they print with one thread's. $1: build folder, $2: Lua. The last line
# is "N passed, N failed". The endless loop calls what ThreadSanitizer sees: it delivers signals only there.
build=$1 lua=$2 passed=0 failed=0
dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
feed=spec/data/demo/listings.csv
{ head -n 200 $feed; printf '9,"open\n'; tail -n 200 $feed; } >"$dir/broken.csv"
cat >"$dir/functions.lua" <<'EOF'
local ipr = require "iprcore"
return {
  ipr.rule "words" { weight = 2, when = function(l)
    return l.title ~= nil and l.title:find("a") ~= nil, l.title
  end },
  ipr.rule "loops" { weight = 1, when = function(l)
    while l.quantity == 3 do local _ = ("b"):find("a", 1, true) end
  end },
}
EOF
run() { # name, threads, words…
  name=$1 threads=$2
  shift 2
  LD_PRELOAD=$(gcc -print-file-name=libtsan.so) TSAN_OPTIONS="halt_on_error=0 exitcode=66" \
    IPR_BUILD=$build "$lua" lua/bin/iprcore score --threads "$threads" "$@" \
    <$feed >"$dir/$name.$threads" 2>"$dir/err"
  code=$?
  if [ $code != 0 ] || grep -q ThreadSanitizer "$dir/err"; then
    echo "FAILED $name on $threads threads (exit code $code)"
    head -n 40 "$dir/err"
    return 1
  fi
}
check() { # name, words…
  name=$1
  shift
  if run "$name" 1 "$@" && run "$name" 4 "$@" && cmp "$dir/$name.1" "$dir/$name.4"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
  fi
}
check packs $feed
check csv --format csv $feed
check broken "$dir/broken.csv"
check functions --rules "$dir/functions.lua" $feed
check stdin -
echo "$passed passed, $failed failed"
[ $failed = 0 ]
