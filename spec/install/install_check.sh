#!/bin/sh
# Packs the rock from a clean export of HEAD, serves it from a local folder, installs it
# into an empty tree without any other server, and uses it from there: require, the C
# module's only exported symbol, the command line, the shipped data.
set -eu
v=${LUA_VERSION:-5.4}
root=$(git rev-parse --show-toplevel)
version=$(sed -n 's/^#define IPR_VERSION "\(.*\)"/\1/p' "$root/csrc/core/ipr.h")
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
passed=0
ok() { passed=$((passed + 1)); echo "ok: $1"; }

git -C "$root" archive --prefix="iprcore-$version/" -o "$T/iprcore-$version.tar.gz" HEAD
sed -e "s/\"scm-1\"/\"$version-1\"/" \
  -e "s#url = \"[^\"]*\"#url = \"file://$T/iprcore-$version.tar.gz\"#" \
  "$root/rockspec/iprcore-scm-1.rockspec" >"$T/iprcore-$version-1.rockspec"
luarocks lint --lua-version "$v" "$root/rockspec/iprcore-scm-1.rockspec"
luarocks lint --lua-version "$v" "$T/iprcore-$version-1.rockspec"
ok "luarocks lint"
mkdir "$T/server"
cd "$T/server"
luarocks pack "$T/iprcore-$version-1.rockspec" --lua-version "$v" >"$T/log" 2>&1 || { cat "$T/log"; exit 1; }
luarocks-admin make-manifest --lua-version "$v" . >"$T/log" 2>&1 || { cat "$T/log"; exit 1; }
ok "packed and served from a folder"
luarocks install iprcore --lua-version "$v" --only-server="$T/server" --tree "$T/tree" \
  >"$T/log" 2>&1 || { tail -30 "$T/log"; exit 1; }
ok "installed into an empty tree, from that folder alone"
cd /
export LUA_PATH="$T/tree/share/lua/$v/?.lua;$T/tree/share/lua/$v/?/init.lua"
export LUA_CPATH="$T/tree/lib/lua/$v/?.so"
[ "$("lua$v" -e 'print(require("iprcore")._VERSION)')" = "$version" ]
ok 'require "iprcore" from the tree'
symbols=$(nm -D --defined-only "$T/tree/lib/lua/$v/iprcore/core.so" | awk '$2 == "T" { print $3 }')
[ "$symbols" = luaopen_iprcore_core ]
ok "the module exports luaopen_iprcore_core alone"
unset LUA_PATH LUA_CPATH
bin="$T/tree/bin/iprcore"
[ "$("$bin" --version)" = "$version" ]
printf 'a,b\n1,2\n' >"$T/x.csv"
[ "$("$bin" rows "$T/x.csv" | tail -1)" = '["1","2"]' ]
printf 'In 2019, 96%% of takedown requests were processed within 24 hours.\n' >"$T/r.txt"
"$bin" parse --format jsonl "$T/r.txt" | grep -q takedown_processed_within_24h
printf 'id,title,brand,price,currency\n1,Submariner 1:1 super clone Rolex,,80,USD\n' >"$T/l.csv"
"$bin" score --format csv "$T/l.csv" | grep -q '^1,[0-9]'
"$bin" simulate --seed 1 --years 2018-2019 --listings 50 --out "$T/sim"
"$bin" tally --format jsonl "$T/sim/events.csv" | grep -q arrests
"$bin" report --year 2019 --format md "$T/sim/events.csv" | grep -q '^# '
ok "the iprcore command works from the tree, with its shipped lists"
echo "install check: $passed passed, 0 failed"
