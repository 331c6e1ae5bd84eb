# SPDX-License-Identifier: GPL-3.0-or-later
# What is impossible in itself is reported at once, by check and by draft, with the next step; and
# a schedule is judged by its ends and by what is known of it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# ends STATUS WORDS…: the command ends with a status; what it says is in $work/said.
ends() {
  local expected=$1 status=0
  shift
  "$PROGRAMME" "$@" >"$work/said" 2>"$work/err" || status=$?
  if [ "$status" != "$expected" ]; then
    echo "programme $*: status $status, not $expected" >&2
    cat "$work/said" "$work/err" >&2
    exit 1
  fi
}
says() {
  grep -qF -- "$1" "$work/said" || {
    echo "not said: $1" >&2
    cat "$work/said" >&2
    exit 1
  }
}
is_silent_about() {
  if grep -qF -- "$1" "$work/said"; then
    echo "said: $1" >&2
    exit 1
  fi
}

# scenario NAME SESSIONS LINKS: three hours of one room.
scenario() {
  mkdir -p "$work/$1"
  cat >"$work/$1/meeting.json" <<'JSON'
{ id: "tiny", name: "Tiny", timeZone: "Europe/Zurich", gridMinutes: 15,
  days: [ { date: "2025-06-23", open: ["09:00-12:00"] } ] }
JSON
  printf 'id,name,capacity\nfjord,Room Fjord,80\nfell,Room Fell,20\n' >"$work/$1/rooms.csv"
  printf 'id,kind\nws,WS\n' >"$work/$1/programme-elements.csv"
  { echo "id,activity,minutes,audience,day,start"; printf '%b' "$2"; } >"$work/$1/sessions.csv"
  { echo "from,to,kind,strength"; printf '%b' "$3"; } >"$work/$1/links.csv"
}
four='a,ws,60,60,,\nb,ws,60,60,,\nc,ws,60,60,,\nd,ws,60,60,,\n'
three='a,ws,30,60,,\nb,ws,30,60,,\nc,ws,30,60,,\n'

# impossible NAME SENTENCE: check and draft say it, in seconds and not by a search.
impossible() {
  ends 1 check "$work/$1"
  says "$2"
  local began=$SECONDS
  ends 1 draft "$work/$1" --out "$work/out-$1"
  [ $((SECONDS - began)) -lt 5 ]
  says "Infeasible, proven: no schedule keeps all hard rules, since"
  says "$2"
  says "'programme explain $work/$1' says which requests contradict each other"
  says "--allow-unplaced gives the best partial draft"
  grep -q '"status" : "infeasible"' "$work/out-$1/"*.json
  [ ! -e "$work/out-$1/schedule.csv" ]
  ends 1 explain "$work/$1"
}
scenario full "$four" ''
impossible full "240 minutes must be placed and the room fjord has 180: a, b, c, d."
scenario ring "$three" 'a,b,before,must\nb,c,before,must\nc,a,before,must\n'
impossible ring "a before b before c before a (links.csv 2, 3, 4): a ring."
scenario pair "$three" 'a,b,same-day,must\nb,a,other-day,must\n'
impossible pair "a and b cannot both be placed"
scenario pinned 'a,ws,30,60,,09:00\nb,ws,30,60,,09:15\n' ''
impossible pinned "both need the space of room fjord"

# A partial draft of it is still possible.
ends 1 draft "$work/full" --allow-unplaced --out "$work/part"
says "A partial draft: 1 session that must be placed is left out"
is_silent_about "--allow-unplaced gives"

# Where only a search can tell, its end names the next step too.
ends 1 draft Scenarios/small --what-if lose-fjord-on-day-2 --baseline Output/small/schedule.csv \
  --max-moves 0 --out "$work/none"
says "'programme explain Scenarios/small --what-if lose-fjord-on-day-2'"
says "without --max-moves"

# A pin that the clocks pass over is an error of its cell.
scenario clock 'a,ws,30,60,2025-03-30,02:30\n' ''
sed -i 's/2025-06-23/2025-03-30/; s/09:00-12:00/00:00-24:00/' "$work/clock/meeting.json"
ends 1 check "$work/clock"
says "line 2, column start: 02:30 does not exist on 2025-03-30 in Europe/Zurich"
ends 2 draft "$work/clock" --out "$work/no"

# What-ifs are looked at before they are asked.
scenario asked "$three" ''
ends 0 check "$work/asked"
mkdir "$work/asked/what-if"
echo '{ changes: [ ' >"$work/asked/what-if/broken.json"
echo '{ changes: [ { table: "rooms", id: "fjrd", remove: true } ] }' >"$work/asked/what-if/near.json"
ends 1 check "$work/asked"
says "what-if/broken.json"
says "Change 1: rooms.csv has no row 'fjrd'."
ends 0 draft "$work/asked" --out "$work/asked-out"

# Of what is typed, the number of what is wrong; no depth and no date ends the program.
ends 2 what-if "$work/asked" --change 'sessions a remove' --change 'rooms foo capacity=10'
grep -qF "Change 2: rooms.csv has no row 'foo'." "$work/err"
ends 2 what-if "$work/asked" --change "meeting $("$PYTHON" -c "print('a.' * 10000 + 'b=1')")"
grep -qF "the path is nested too deeply" "$work/err"
for date in 0001-01-01 1969-12-31 2201-01-01 6100-06-24 9999-12-31; do
  cp -r "$work/asked" "$work/far"
  rm -r "$work/far/what-if"
  sed -i "s/2025-06-23/$date/" "$work/far/meeting.json"
  ends 1 check "$work/far"
  says "The day $date is out of range."
  ends 2 draft "$work/far" --out "$work/no"
  rm -r "$work/far"
done
for date in 1970-01-01 2200-12-31; do
  sed "s/2025-06-23/$date/" "$work/asked/meeting.json" >"$work/meeting.json"
  cp "$work/meeting.json" "$work/asked/meeting.json"
  ends 0 draft "$work/asked" --out "$work/far-$date"
  sed -i "s/$date/2025-06-23/" "$work/asked/meeting.json"
done

# review SENTENCE…: what a published programme gives is what is judged.
printf 'session,date,start,end,room,status\n' >"$work/ends.csv"
printf 'a,2025-06-23,09:00,09:15,fjord,placed\nb,2025-06-23,09:15,,fjord,placed\n' >>"$work/ends.csv"
printf 'c,2025-06-23,,,fjord,placed\n' >>"$work/ends.csv"
ends 1 review "$work/asked" "$work/ends.csv" --out "$work/review"
says "has 15 minutes"
says "than the 30 it asks for"
says "c “ws” is not fully placed: no hour."
is_silent_about "room-free"
grep -q "On this day, without an hour: ws (c)." "$work/review/review.md"
ends 2 publish "$work/asked" "$work/ends.csv" --out "$work/published"
grep -qF "'programme review' judges what is known" "$work/err"
[ ! -e "$work/published" ]

# Tables with errors that can be read are used to judge by, and the errors are listed above.
echo 'nobody,a,before,must' >>"$work/asked/links.csv"
printf 'session,date,start,room,status\na,2025-06-23,09:00,fjord,placed\n' >"$work/one.csv"
printf 'b,2025-06-23,09:30,fjord,placed\nc,2025-06-23,10:00,fjord,placed\n' >>"$work/one.csv"
ends 1 review "$work/asked" "$work/one.csv" --out "$work/with-errors"
says "There is no session or activity 'nobody'."
says "Every hard rule holds."
grep -q "Errors in the tables" "$work/with-errors/review.md"
ends 1 review "$work/asked" "$work/one.csv" --json
"$PYTHON" - "$work/said" <<'P'
import json, sys
review = json.load(open(sys.argv[1]))
assert [f["rule"] for f in review["findings"]] == ["unknown-id"], review
assert review["violations"] == []
P

# A rule of weight 0 is not read out.
sed -i '$d' "$work/asked/links.csv"
sed -i 's/gridMinutes: 15,/gridMinutes: 15, weights: { "room-change": 0 },/' "$work/asked/meeting.json"
printf 'session,date,start,room,status\na,2025-06-23,09:00,fjord,placed\n' >"$work/one.csv"
printf 'b,2025-06-23,09:30,fell,placed\nc,2025-06-23,10:00,fjord,placed\n' >>"$work/one.csv"
sed -i 's/,60,/,10,/' "$work/asked/sessions.csv"
ends 0 review "$work/asked" "$work/one.csv" --out "$work/off"
says "switched off"
is_silent_about "uses Room Fell"

# A second at 300 sessions.
python3 Tests/Benchmarks/generate.py 300 1 tight "$work/large"
"$PYTHON" - "$PROGRAMME" check "$work/large" <<'P'
import subprocess, sys, time
began = time.monotonic()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
took = time.monotonic() - began
assert took < 3, f"{took:.1f} s"
print(f"300 sessions checked in {took:.2f} s")
P
