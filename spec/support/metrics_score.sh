#!/bin/sh
# Scores `iprcore parse` on the shared dev set: the six levels and traps, by language and
# style, and on two halves told apart by a checksum of the document's id (one half was
# developed on, the other only measured). Then the core's speed on the same texts.
data=../shared/data/metrics
[ -f $data/dev.jsonl ] || { echo "skipped: $data is not beside the project"; exit 0; }
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
./lua/bin/iprcore parse --format jsonl $data/dev.jsonl >"$tmp/pred.jsonl" || exit 2
score() { python3 $data/score_metrics.py "$@"; }
score $data/dev.jsonl "$tmp/pred.jsonl" --by style
echo "== what is missed, most frequent first, with the sentence around one of each"
score $data/dev.jsonl "$tmp/pred.jsonl" --errors | awk '
  $1 == "SLOT" { kind = "wrong " $3 } $1 == "MISS" { kind = "no value" } $1 == "EXTRA" { kind = "value that is none" }
  $1 == "TRAP" { kind = "trap " $3 } !/^(SLOT|MISS|EXTRA|TRAP) / { next }
  { n[kind]++; line = $0; sub(/^[A-Z]+ +/, "", line); if (!(kind in one) || length(line) > length(one[kind])) one[kind] = line }
  END { for (k in n) printf "%4d  %-20s %s\n", n[k], k, one[k] }' | sort -rn
for l in en zh; do echo "== $l"; score $data/dev.jsonl "$tmp/pred.jsonl" --lang $l | grep -E '^[1-6] |^trap'; done
python3 - $data/dev.jsonl "$tmp" <<'P'
import hashlib, json, sys
for src, name in ((sys.argv[1], "gold"), (sys.argv[2] + "/pred.jsonl", "pred")):
    out = [open("%s/%s%d.jsonl" % (sys.argv[2], name, h), "w") for h in (0, 1)]
    for line in open(src):
        h = hashlib.md5(json.loads(line)["id"].encode()).digest()[0] & 1
        out[h].write(line)
P
for h in 0 1; do
  [ $h = 0 ] && echo "== half developed on" || echo "== half held out"
  score "$tmp/gold$h.jsonl" "$tmp/pred$h.jsonl" | grep -E '^[1-6] |^trap'
done
"${1:-lua5.4}" spec/bench/metrics_speed.lua "${2:-build/5.4}" $data/dev.jsonl
