#!/bin/sh
# What `make lint` checks: warnings as errors, layering of the core, luacheck, and (where
# installed) clang-format and cppcheck. $1: compiler, $2: Lua's include folder.
cc=$1 lua_inc=$2 bad=0
say() { printf '%s\n' "$*"; bad=1; }

# The rooms of csrc/core stand in spec/support/core_order.txt, a line each from the ground up.
order=spec/support/core_order.txt
rank() { # the line of a room, or 0
  awk -v room="$1" '!/^#/ { n++; for (i = 1; i <= NF; i++) if ($i == room) found = n }
    END { print found + 0 }' $order
}
for f in csrc/core/*.h csrc/core/*.c; do
  own=$(basename "$f" | sed 's/\.[ch]$//')
  me=$(rank "$own")
  [ "$me" = 0 ] && say "$f: not in $order"
  for h in $(sed -n 's/^#include "\(.*\)\.h"/\1/p' "$f"); do
    [ "$(rank "$h")" -le "$me" ] || say "$f includes $h.h, which stands below it in $order"
  done
done
grep -nE '#include *[<"](lua|lauxlib|lualib|stdio|locale|time)\.h' csrc/core/* && say "core includes what it must not know"
grep -nE '#include *<csv\.h>' csrc/bind/* && say "bind includes csv.h; only core/csv.c may"

build=build/lint
make --no-print-directory -s BUILD=$build CFLAGS="-O2 -Werror" all check-c || bad=1
allowed='^(ipr_.*|csv_.*|mem(cpy|set|cmp|move|chr|mem)|str(len|chr|rchr|cmp|ncmp|spn|cspn|str)|malloc|realloc|free|qsort|bsearch
|ldexp|frexp|ceil|floor|fabs|log|exp|sqrt|pow|round|fmod|__popcountdi2|__stack_chk_fail|__cpu_model|__cpu_indicator_init|_GLOBAL_OFFSET_TABLE_)$'
allowed=$(printf '%s' "$allowed" | tr -d '\n')
for o in $build/core/*.o; do
  nm -u "$o" | awk '{ print $2 }' | grep -vE "$allowed" | sed "s#^#$o uses #" | grep . && bad=1
done
if command -v luacheck >/dev/null; then luacheck -q lua spec || bad=1; else echo "luacheck is not installed"; fi
if command -v clang-format >/dev/null; then
  clang-format --dry-run -Werror $(git ls-files 'csrc/*.[ch]' | grep -v '_tab\.') || bad=1
else echo "clang-format is not installed"; fi
if command -v cppcheck >/dev/null; then
  cppcheck -q --force --error-exitcode=1 --enable=warning,portability --inline-suppr --std=c11 \
    --suppress=missingIncludeSystem -I "$lua_inc" $(git ls-files 'csrc/core/*.c' 'csrc/bind/*.c' | grep -v '_tab\.') || bad=1
else echo "cppcheck is not installed"; fi
[ $bad = 0 ] && echo "lint: clean"
exit $bad
