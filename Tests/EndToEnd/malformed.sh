# SPDX-License-Identifier: GPL-3.0-or-later
# Whatever is in the tables: findings, exit status 2, nothing written, never a crash.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Drafts a copy of Scenarios/small after a change made by a command in its folder.
refused() {
  rm -rf "$work/scenario" "$work/out"
  cp -r Scenarios/small "$work/scenario"
  (cd "$work/scenario" && eval "$2")
  status=0
  "$PROGRAMME" draft "$work/scenario" --out "$work/out" >"$work/text" 2>"$work/err" || status=$?
  [ "$status" = 2 ] || { echo "$1: status $status"; cat "$work/err"; exit 1; }
  [ ! -e "$work/out" ] || { echo "$1: something was written"; exit 1; }
  [ -s "$work/err" ] || { echo "$1: nothing was said"; exit 1; }
  status=0
  "$PROGRAMME" check "$work/scenario" --json >"$work/json" || status=$?
  [ "$status" = "$3" ] || { echo "$1: check ended with $status"; exit 1; }
  "$PYTHON" -c 'import json, sys; assert json.load(open(sys.argv[1]))["findings"]' "$work/json"
}

refused "truncated inside a quote" 'printf "id,activity,minutes\ns1,\"dc" >sessions.csv' 2
refused "binary" 'head -c 4096 /dev/urandom >rooms.csv' 2
refused "a line of 100 MB" 'head -c 100000000 /dev/zero | tr "\0" a >>people.csv' 2
refused "duplicated header" 'sed -i "1s/,name,/,id,/" rooms.csv' 2
refused "half of UTF-16" 'iconv -f UTF-8 -t UTF-16 people.csv | head -c 101 >p && mv p people.csv' 2
refused "Latin-1" 'printf "id,name\nx,\345se\n" >people.csv' 2
refused "no JSON" 'echo "{" >meeting.json' 2
refused "no rooms" 'rm rooms.csv' 2
refused "a folder for a table" 'rm rooms.csv && mkdir rooms.csv' 2
refused "an unknown id" 'echo "nobody,iot-1,speaker," >>roles.csv' 1
refused "a huge number" 'sed -i "s/^hall,Main Hall,300/hall,Main Hall,99999999999999999999/" rooms.csv' 1

# What cannot be typed is said, with the nearest right word.
expect() {
  status=0
  "$PROGRAMME" "${@:2}" >"$work/text" 2>&1 || status=$?
  [ "$status" = 2 ] || { echo "${*:2}: status $status"; exit 1; }
  grep -q -- "$1" "$work/text" || { echo "${*:2}:"; cat "$work/text"; exit 1; }
}
expect "did you mean 'draft'" darft Scenarios/small
expect "did you mean --seed" draft Scenarios/small --sed 3
expect "is not a whole number" draft Scenarios/small --seed x
expect "missing SCHEDULE.csv" review Scenarios/small
expect "needs --baseline" draft Scenarios/small --max-moves 3
expect "There is no such folder" draft Scenarios/smal
expect "did you mean 'lose-fjord-on-day-2'" draft Scenarios/small --what-if lose-fjord-on-day-3

# A scenario that nothing can keep is answered no, not refused.
rm -rf "$work/scenario"
cp -r Scenarios/small "$work/scenario"
echo "iot-1,iot-2,before,must,,,," >>"$work/scenario/links.csv"
echo "iot-2,iot-1,before,must,,,," >>"$work/scenario/links.csv"
status=0
"$PROGRAMME" draft "$work/scenario" --out "$work/no" >"$work/text" 2>/dev/null || status=$?
[ "$status" = 1 ]
grep -q "Infeasible, proven" "$work/text"
grep -q '"status" : "infeasible"' "$work/no/draft.json"
[ ! -e "$work/no/schedule.csv" ]
