# SPDX-License-Identifier: GPL-3.0-or-later
# How a search ends: at the gap that was asked for, at a signal within a second, without threads; and
# what is left out of a meeting that is too full.
set -euo pipefail
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

# A ceremony that has the venue for itself is not left out before two workshops, which would be fewer
# sessions to place.
full="$out/full"
mkdir "$full"
cat >"$full/meeting.json" <<'J'
{ "id": "full", "name": "Too full", "timeZone": "Etc/UTC",
  "days": [{ "date": "2027-06-21", "open": ["09:00-10:00"] }] }
J
printf 'id,name,capacity\nr1,One,50\nr2,Two,50\nr3,Three,50\n' >"$full/rooms.csv"
printf 'id,name,kind\nopen,Opening,CEREMONY\nws,Workshops,WS\n' >"$full/programme-elements.csv"
printf 'id,activity,minutes,exclusive\nopen-1,open,60,yes\nws-1,ws,60,\nws-2,ws,60,\nws-3,ws,60,\n' \
  >"$full/sessions.csv"
status=0
"$PROGRAMME" draft "$full" --allow-unplaced --out "$out/partial" >"$out/text" 2>/dev/null || status=$?
[ "$status" = 1 ]
grep -q "^open-1,.*,placed," "$out/partial/schedule.csv"
[ "$(grep -c ",unplaced," "$out/partial/schedule.csv")" = 3 ]
sed -i 's/minutes,exclusive/minutes,exclusive,priority/; s/yes$/yes,1/' "$full/sessions.csv"
"$PROGRAMME" draft "$full" --allow-unplaced --out "$out/other" >/dev/null 2>&1 || true
[ "$(grep -c ",placed," "$out/other/schedule.csv")" = 3 ]
grep -q "^open-1,.*,unplaced," "$out/other/schedule.csv"

# The number of moves is the draft's own, and a baseline that breaks a hard rule needs one at least.
cp Output/small/schedule.csv "$out/base.csv"
sed -i 's/^youth-1,\(.*\),fell,placed/youth-1,\1,fjord,placed/' "$out/base.csv"
"$PROGRAMME" draft Scenarios/small --baseline "$out/base.csv" --fewest-moves --out "$out/few" \
  >"$out/text" 2>/dev/null
grep -qx "1 move is needed; proven." "$out/text"

# Without a second thread, and without any, the same draft comes out.
for first in 1 2 3; do
  strace -f -qq -o /dev/null -e trace=clone3 -e inject=clone3:error=EAGAIN:when=$first+ \
    "$PROGRAMME" draft Scenarios/small --out "$out/threads-$first" >/dev/null 2>&1
  cmp Output/small/schedule.csv "$out/threads-$first/schedule.csv"
done

# As little room as a small container gives: every search runs on the threads it can have, or says that
# there are none, and none hangs.
for words in "draft Scenarios/small --out $out/tight" \
  "what-if Scenarios/small --base Output/small/schedule.csv --out $out/tight-what-if" \
  "explain Scenarios/small Output/small --session town-1" \
  "explain Scenarios/small Output/small --fragile"; do
  status=0
  # shellcheck disable=SC2086
  prlimit --as=419430400 timeout -k 2 60 "$PROGRAMME" $words >"$out/text" 2>&1 || status=$?
  [ "$status" = 0 ] || { [ "$status" = 2 ] && grep -q "thread could not be made" "$out/text"; }
done
cmp Output/small/schedule.csv "$out/tight/schedule.csv"

# A gap ends the search at the same draft on one core and on two, before it is proven the best.
"$PYTHON" Tests/Benchmarks/generate.py 150 1 tight "$out/tight-150" >/dev/null
"$PROGRAMME" draft "$out/tight-150" --gap 50 --out "$out/two" >"$out/text" 2>/dev/null
grep -q "^Not proven the best" "$out/text"
taskset -c 0 "$PROGRAMME" draft "$out/tight-150" --gap 50 --out "$out/one" >/dev/null 2>&1
cmp "$out/two/schedule.csv" "$out/one/schedule.csv"
"$PYTHON" - "$out/two/draft.json" <<'P'
import json, sys
draft = json.load(open(sys.argv[1]))
assert draft["status"] == "feasible" and draft["gap"] <= 0.5, draft["gap"]
# Without the end at the gap such a meeting is searched for fifty thousand units and more.
assert draft["trace"][-1]["work"] < 10_000, draft["trace"][-1]
P

# A signal is heard even if no thread could be made to watch for it.
status=0
timeout -s INT -k 30 3 strace -f -qq -o /dev/null -e trace=clone3 \
  -e inject=clone3:error=EAGAIN:when=1+ "$PROGRAMME" draft "$out/tight-150" --out "$out/deaf" \
  >"$out/text" 2>/dev/null || status=$?
[ "$status" != 137 ]

# No clock that can be set decides how long a search takes.
if grep -rnE "Date\(\)|Date\.now|timeIntervalSince" Sources/Planning* Sources/Proving Sources/Searching Sources/GLPKSolver Sources/IntegerPrograms Sources/Explaining; then
  echo "a wall clock decides about durations"
  exit 1
fi

# Signals end a search of a rich meeting within a second, with the best draft so far.
"$PYTHON" Tests/EndToEnd/searching.py "$PROGRAMME" "$out"
