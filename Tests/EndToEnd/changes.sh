# SPDX-License-Identifier: GPL-3.0-or-later
# A programme goes out three times while people, rooms, ids and sessions change: everybody is told what
# happened, and every identity goes on. Calendars are read by programs that are not ours.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
read_back() { "$PYTHON" Tests/Calendars/check_publication.py "$@"; }
# refused STATUS COMMAND …: what it says goes to $work/said.
refused() {
  local wanted=$1 status=0
  shift
  "$@" >"$work/said" 2>&1 || status=$?
  [ "$status" = "$wanted" ] || { echo "status $status, not $wanted: $*" && cat "$work/said" && exit 1; }
}
tables=$work/tables out=$work/out
cp -r Scenarios/small "$tables"
publish() { "$PROGRAMME" publish "$tables" "$out/schedule.csv" --out "$out" "$@"; }
"$PROGRAMME" draft "$tables" --out "$out" >/dev/null 2>&1
publish --now 2025-05-01T12:00:00Z >/dev/null
address=$(grep '^ben,' "$out/team/people-addresses.csv")

# A speaker follows another, a room is called otherwise, a person and a session get other ids.
sed -i 's/^ben,youth-1,speaker/zoe,youth-1,speaker/' "$tables/roles.csv"
printf 'zoe,Zoe Example,,,,no,no,onsite,,\n' >>"$tables/people.csv"
sed -i 's/^fell,Room Fell,/fell,Salle Fell,/' "$tables/rooms.csv"
sed -i 's/^access-1,/WS-01,/' "$tables/sessions.csv"
for table in roles links wishes; do sed -i 's/\baccess-1\b/WS-01/g' "$tables/$table.csv"; done
sed -i 's/^access-1,/WS-01,/' "$out/schedule.csv"

# Before anything is written it is asked, what can be typed is shown, and nothing is taken silently.
refused 1 publish --preview
head -1 "$work/said" | grep -q '^access-1 .* is gone, and WS-01 .* is new with the same .*: was access-1 renamed WS-01?$'
grep -q -- '--renamed access-1=WS-01: ' "$work/said"
grep -q -- '--not-renamed access-1: ' "$work/said"
refused 1 publish --json
"$PYTHON" - "$work/said" <<'PY'
import json, sys
(question,) = json.load(open(sys.argv[1]))["questions"]
assert (question["from"], question["to"], question["sort"]) == ("access-1", "WS-01", "session"), question
PY
[ ! -e "$out/team/publication-2" ]
refused 2 publish --renamed access-1=nothing
grep -q "the tables have no session 'nothing'" "$work/said"
refused 2 publish --renamed access-1
grep -q "is not OLD=NEW" "$work/said"

# A cancellation is a row; the referee misses nothing, and the same draft goes on.
refused 2 "$PROGRAMME" cancel "$tables" cables-1
refused 2 "$PROGRAMME" cancel "$tables" cables-2 --reason x
grep -q "did you mean 'cables-1'?" "$work/said"
"$PROGRAMME" cancel "$tables" cables-1 --reason 'The speaker is ill, "alas"' >"$work/said"
grep -q 'cancellations.csv, line 2: cables-1,"The speaker is ill, ""alas""",,' "$work/said"
refused 1 "$PROGRAMME" cancel "$tables" cables-1 --reason again
"$PROGRAMME" check "$tables" --json >"$work/check" || true
grep -q '"cancelled"' "$work/check"
"$PROGRAMME" review "$tables" "$out/schedule.csv" --out "$work/review" >"$work/said"
grep -q "Every hard rule holds" "$work/said"
grep -q "1 is cancelled: cables-1" "$work/review/review.md"
"$PROGRAMME" what-if "$tables" --base "$out/schedule.csv" --change 'cancellations where session=cables-1 remove' \
  --out "$work/what-if" >"$work/said" 2>&1 || true
grep -q "cables-1" "$work/said"

publish --renamed access-1=WS-01 --now 2025-05-02T12:00:00Z >"$work/said"
grep -q "2 sessions changed: 1 cancelled, 1 with other people; 1 room renamed" "$work/said"
grep -q "11 sessions take place, 1 is cancelled" "$work/said"
read_back "$out/public"
for file in public/changes.html public/changes.atom team/publication-2/public.txt; do
  grep -q "Zoe Example in place of Ben" "$out/$file"
  grep -q "Room Fell is now called Salle Fell" "$out/$file"
  grep -q "The speaker is ill" "$out/$file"
  ! grep -q "WS-01" "$out/$file"
done
grep -q "You are no longer speaker of it" "$out/team/publication-2/speakers.txt"
grep -q "You are now speaker of it" "$out/team/publication-2/speakers.txt"
! grep -qi "rules of the programme" "$out/public/index.html" "$out/public/changes.html"
grep -q "The speaker is ill" "$out/public/index.html"
[ "$address" = "$(grep '^ben,' "$out/team/people-addresses.csv")" ]
"$PYTHON" - "$out/public" <<'PY'
import csv, sys
from pathlib import Path
import icalendar, vobject
public = Path(sys.argv[1])
text = (public / "programme.ics").read_text()
events = {str(e["UID"]).split("@")[0]: e for e in icalendar.Calendar.from_ical(text).walk("VEVENT")}
assert len(list(vobject.readOne(text).vevent_list)) == len(events) == 12
# The session under another id is the same event as it was; so is one whose room has another name.
renamed = events["access-1"]
assert renamed["SEQUENCE"] == 0 and renamed["STATUS"] == "TENTATIVE" and "WS-01" not in events
assert str(renamed["DTSTAMP"].dt) == "2025-05-01 12:00:00+00:00", renamed["DTSTAMP"].dt
fell = [e for e in events.values() if str(e["LOCATION"]).startswith("Salle Fell") and e["STATUS"] == "TENTATIVE"]
assert fell and all(e["SEQUENCE"] == 0 and e["DTSTAMP"].dt.day == 2 for e in fell), fell
gone = events["cables-1"]
assert gone["STATUS"] == "CANCELLED" and gone["SEQUENCE"] == 1 and "The speaker is ill" in gone["DESCRIPTION"]
rows = list(csv.DictReader((public / "changes.csv").open(encoding="utf-8-sig")))
assert {r["what"] for r in rows} == {"people", "cancelled", "room-renamed"}, rows
assert not any(r["what"] == "room" and r["room"] == r["before_room"] for r in rows)
PY

# Nothing more to say: the same again is nothing new, also without the answer.
publish --now 2025-05-03T12:00:00Z >"$work/said"
grep -q "Nothing has changed since publication 2" "$work/said"

# A late session is placed around what is out, or refused with reasons; then nothing is written.
cp "$tables/sessions.csv" "$work/before.csv"
refused 1 "$PROGRAMME" add "$tables" id=late-2 activity=dc.iot minutes=60 audience=250 day=2025-06-23 start=09:00 --out "$out" --force
grep -q "late-2 gets no place while everything else stays" "$work/said"
cmp "$tables/sessions.csv" "$work/before.csv"
refused 2 "$PROGRAMME" add "$tables" id=late-2 activity=nothing minutes=60 --out "$out"
# The draft was edited above: without --force neither it nor a table is touched.
refused 2 "$PROGRAMME" add "$tables" id=late-2 activity=dc.iot minutes=60 audience=40 --out "$out"
grep -q "edited since" "$work/said"
cmp "$tables/sessions.csv" "$work/before.csv"
refused 2 "$PROGRAMME" add "$tables" id=late-2 minutes --out "$out"
"$PROGRAMME" add "$tables" id=late-2 activity=dc.iot minutes=60 audience=40 'title=A late one; more' --role zoe=speaker \
  --out "$out" --force >"$work/said" 2>&1
grep -q "sessions.csv, line .*late-2,dc.iot,A late one; more,60,40" "$work/said"
grep -q "roles.csv, line .*zoe,late-2,speaker" "$work/said"
grep -q "^Placed on 2025-06-2" "$work/said"
"$PYTHON" - "$out" <<'PY'
import csv, sys
from pathlib import Path
def places(path):
    return {r["session"]: (r["date"], r["start"], r["room"]) for r in csv.DictReader(open(path)) if r["status"] == "placed"}
out = Path(sys.argv[1])
before, after = places(out / "public/schedule.csv"), places(out / "schedule.csv")
assert after.pop("late-2") and before == after, (before, after)
PY
publish --status final --now 2025-05-04T12:00:00Z >"$work/said"
grep -q "1 session changed: 1 new; 12 sessions take place, 1 is cancelled" "$work/said"
read_back "$out/public"
! grep -qi "rules of the programme" "$out/public/index.html"

# A number goes with its noun in everything that people read.
if grep -rnoE '(^|[^0-9.,#-])1 (sessions|people|rooms|days|changes|events|files|calendars)\b' "$out/public" "$out/team" \
  "$work/review" "$work/what-if" --include='*.html' --include='*.txt' --include='*.atom' --include='*.md'; then
  exit 1
fi
echo "changes: told as they are"
