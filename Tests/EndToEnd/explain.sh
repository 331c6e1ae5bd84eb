# SPDX-License-Identifier: GPL-3.0-or-later
# Why not, what it would take, few moves and partial drafts, as a user types them. The answers stand
# in Tests/EndToEnd/explain; RECORD=1 writes them again.
set -euo pipefail
golden=Tests/EndToEnd/explain
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cp -r Scenarios/small "$out/small"
cat >"$out/small/what-if/half-the-hall.json" <<'JSON'
{
  question: "What if the hall is ours on the first morning only?",
  changes: [ { table: "rooms", id: "hall", set: { available: "2025-06-23 09:00-12:30" } } ],
}
JSON
cat >"$out/small/what-if/two-quarrels.json" <<'JSON'
{
  question: "What if two pairs of pins meet?",
  changes: [
    { table: "sessions", id: "iot-1", set: { day: "2025-06-23", start: "10:45", room: "fjord" } },
    { table: "sessions", id: "cyber-1", set: { day: "2025-06-23", start: "10:45", room: "fjord" } },
    { table: "sessions", id: "youth-1", set: { day: "2025-06-24" } },
  ],
}
JSON

# says STATUS NAME WORDS…: the command ends with a status and says what is written down.
says() {
  local expected=$1 name=$2 status=0
  shift 2
  "$PROGRAMME" "$@" >"$out/$name" 2>"$out/err" || status=$?
  if [ "$status" != "$expected" ]; then
    echo "programme $*: status $status, not $expected" >&2
    cat "$out/err" >&2
    exit 1
  fi
  if [ -n "${RECORD:-}" ]; then cp "$out/$name" "$golden/$name"; fi
  diff -u "$golden/$name" "$out/$name"
}

# refuses WORDS… -- SENTENCE: status 2 and the sentence.
refuses() {
  local words=() status=0
  while [ "$1" != -- ]; do
    words+=("$1")
    shift
  done
  "$PROGRAMME" "${words[@]}" >/dev/null 2>"$out/err" || status=$?
  [ "$status" = 2 ]
  grep -qF -- "$2" "$out/err" || {
    cat "$out/err" >&2
    exit 1
  }
}

"$PROGRAMME" draft Scenarios/small --out "$out/draft" >/dev/null 2>&1
says 0 possible.txt explain Scenarios/small
says 1 contradiction.txt explain "$out/small" --what-if half-the-hall --out "$out/page"
says 1 two-contradictions.txt explain "$out/small" --what-if two-quarrels
"$PYTHON" Tests/Browser/check_page.py "$CHROMIUM" "$out/page/explain.html"
echo mine >>"$out/page/explain.md"
refuses explain Scenarios/small --out "$out/page" -- "was edited since"
tail -1 "$out/page/explain.md" | grep -qx mine
says 0 session.txt explain Scenarios/small "$out/draft" --session iot-1
says 0 place.txt explain Scenarios/small "$out/draft/schedule.csv" --session access-1 \
  --at '2025-06-23 13:30' --room hall
# A meeting that has no rooms yet.
cp -r Scenarios/small "$out/bare"
head -1 Scenarios/small/rooms.csv >"$out/bare/rooms.csv"
rm -rf "$out/bare/what-if" "$out/bare/limits.csv" "$out/bare/wishes.csv"
"$PYTHON" - "$out/bare/sessions.csv" <<'PY'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], newline="")))
with open(sys.argv[1], "w", newline="") as file:
    table = csv.DictWriter(file, rows[0].keys())
    table.writeheader()
    table.writerows({**row, "room": "", "audience": ""} for row in rows)
PY
echo "session,date,start,room,status" >"$out/bare.csv"
status=0
"$PROGRAMME" explain "$out/bare" "$out/bare.csv" --session iot-1 --at '2025-06-23 10:00' \
  >"$out/text" 2>/dev/null || status=$?
[ "$status" -le 1 ]
grep -q "No other place was found for it" "$out/text"
says 1 barred.txt explain Scenarios/small "$out/draft" --session youth-1 --at '2025-06-24 09:00' --room fell
says 0 prices.txt explain Scenarios/small "$out/draft" --prices
says 0 fragile.txt explain Scenarios/small "$out/draft" --fragile

# The draft's own bound holds for its own tables, and for a draft of all their schedules.
"$PROGRAMME" explain Scenarios/small "$out/draft" --prices --what-if lose-fjord-on-day-2 >"$out/text" 2>/dev/null
grep -q "The tables have changed since this draft was made" "$out/text"
"$PROGRAMME" draft Scenarios/small --baseline "$out/draft/schedule.csv" --out "$out/again" >/dev/null 2>&1
grep -q '"bound_for" : "re-plan"' "$out/again/draft.json"
"$PROGRAMME" explain Scenarios/small "$out/again" --prices >"$out/text" 2>/dev/null
grep -q "was proven for a re-plan" "$out/text"

# What is claimed can be asked again: each request given up alone, as the what-if that the data names.
"$PROGRAMME" explain "$out/small" --what-if two-quarrels --json >"$out/json" 2>/dev/null || true
"$PYTHON" - "$PROGRAMME" "$out" <<'PY'
import json, os, subprocess, sys
programme, out = sys.argv[1:]
base = json.loads("""[
  {"table": "sessions", "id": "iot-1", "set": {"day": "2025-06-23", "start": "10:45", "room": "fjord"}},
  {"table": "sessions", "id": "cyber-1", "set": {"day": "2025-06-23", "start": "10:45", "room": "fjord"}},
  {"table": "sessions", "id": "youth-1", "set": {"day": "2025-06-24"}}]""")
answer = json.load(open(f"{out}/json"))
assert answer["verdict"] == "impossible" and answer["not_reached"] == []
claims = [(r["what_if"], r["given_up_alone"] == "possible") for c in answer["contradictions"] for r in c["requests"]]
claims += [(way["what_if"], True) for way in answer["ways"]]
asked = 0
for changes, claimed in claims:
    if changes is None:
        continue
    path = f"{out}/small/what-if/again.json"
    json.dump({"question": "Again?", "changes": base + changes}, open(path, "w"))
    text = subprocess.run([programme, "explain", f"{out}/small", "--what-if", "again", "--json"],
                          capture_output=True, text=True).stdout
    assert (json.loads(text)["verdict"] == "possible") == claimed, (changes, claimed)
    asked += 1
os.remove(path)
print(f"asked again: {asked} of {len(claims)} claims")
assert asked >= 12
PY
"$PROGRAMME" explain "$out/small" --what-if half-the-hall --json >"$out/json" || true
"$PYTHON" -c 'import json, sys; json.load(open(sys.argv[1]))' "$out/json"

# The fewest moves: that many are enough, and one fewer is not.
replan=(draft Scenarios/small --what-if lose-fjord-on-day-2 --baseline "$out/draft/schedule.csv")
"$PROGRAMME" "${replan[@]}" --fewest-moves --out "$out/few" >"$out/text" 2>/dev/null
moves=$(sed -n 's/^\([0-9]*\) moves\{0,1\} \(is\|are\) needed; proven\.$/\1/p' "$out/text")
"$PROGRAMME" review Scenarios/small "$out/few/schedule.csv" --what-if lose-fjord-on-day-2 \
  --baseline "$out/draft/schedule.csv" --max-moves "$moves" --json >/dev/null
status=0
"$PROGRAMME" "${replan[@]}" --max-moves $((moves - 1)) --out "$out/fewer" >"$out/text" 2>/dev/null || status=$?
[ "$status" = 1 ]
grep -q "Infeasible, proven" "$out/text"

# What is kept stays where it was.
"$PROGRAMME" "${replan[@]}" --keep day=2025-06-23 --keep kind=DC --out "$out/kept" >"$out/text" 2>/dev/null || true
if [ -f "$out/kept/schedule.csv" ]; then
  diff <(grep 2025-06-23 "$out/draft/schedule.csv") <(grep 2025-06-23 "$out/kept/schedule.csv")
else
  grep -q "is kept and cannot stay: room-available" "$out/text"
fi
"$PROGRAMME" "${replan[@]}" --keep day=2025-06-23 --out "$out/first" >"$out/text" 2>/dev/null || true
grep -q "^[0-9]* sessions are kept where the baseline has them." "$out/text"

# A meeting that is too full still gets its best partial draft.
status=0
"$PROGRAMME" draft "$out/small" --what-if half-the-hall --allow-unplaced --out "$out/part" \
  >"$out/text" 2>/dev/null || status=$?
[ "$status" = 1 ]
grep -q "A partial draft: 1 session that must be placed is left out: [mo]" "$out/text"
grep -q "No schedule leaves out fewer; proven." "$out/text"
grep -q '"status" : "infeasible"' "$out/part/draft.json"
grep -q '"left_out"' "$out/part/draft.json"
"$PROGRAMME" review "$out/small" "$out/part/schedule.csv" --what-if half-the-hall --json \
  >"$out/json" || true
"$PYTHON" - "$out/json" "$out/part/draft.json" <<'PY'
import json, sys
review, draft = (json.load(open(path)) for path in sys.argv[1:])
assert [v["rule"] for v in review["violations"]] == ["placed-once"], review["violations"]
assert [v["sessions"] for v in review["violations"]] == [draft["left_out"]["sessions"]]
assert review["objective"] == draft["objective"]
assert draft["bound"] is None and draft["left_out"]["at_least"] == 1
PY
# With room for all it is a draft as ever: nothing is left out, as cheap, and proven.
"$PROGRAMME" draft Scenarios/small --allow-unplaced --out "$out/all" >/dev/null 2>&1
"$PYTHON" - "$out/draft/draft.json" "$out/all/draft.json" <<'PY'
import json, sys
plain, all_ = (json.load(open(path)) for path in sys.argv[1:])
assert plain["status"] == all_["status"] == "optimal", all_["status"]
assert plain["objective"] == all_["objective"], (plain["objective"], all_["objective"])
assert not (all_.get("left_out") or {}).get("sessions"), all_["left_out"]
PY

# The whole of Kyoto: a hall that is lost on the day of its panels.
cp -r Scenarios/igf-2023-kyoto "$out/kyoto"
cat >"$out/kyoto/what-if/no-hall.json" <<'JSON'
{
  question: "What if the Main Hall is not ours before Day 2?",
  changes: [ { table: "rooms", id: "main-hall", set: { available: "2023-10-10;2023-10-11;2023-10-12" } } ],
}
JSON
says 1 kyoto.txt explain "$out/kyoto" --what-if no-hall

# What is not known names the nearest right thing.
refuses explain Scenarios/small "$out/draft" --session iot-11 -- "did you mean 'iot-1'?"
refuses explain Scenarios/small "$out/draft" --session iot-1 --at 2025-06-23 -- "is not a start"
refuses explain Scenarios/small "$out/draft" --session iot-1 --at '2025-06-25 09:00' -- \
  "its days are 2025-06-23, 2025-06-24"
refuses explain Scenarios/small "$out/draft" --session iot-1 --at '2025-06-24 09:00' --room fjor -- \
  "did you mean 'fjord'?"
refuses explain Scenarios/small --prices -- "--prices is about a draft"
refuses explain Scenarios/small "$out/draft" --prices --fragile -- "ask one at a time"
refuses "${replan[@]}" --keep session=iot-9 -- "did you mean 'iot-1'?"
refuses "${replan[@]}" --keep dya=2025-06-23 -- "did you mean 'day'?"
refuses draft Scenarios/small --keep kind=DC -- "--keep needs --baseline"
refuses draft Scenarios/small --fewest-moves -- "--fewest-moves needs --baseline"
