# SPDX-License-Identifier: GPL-3.0-or-later
# A meeting whose tracks each keep one room and one day: a schedule is found, keeps every rule and is proven the best.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 Tests/Benchmarks/generate.py 36 2 tracks "$work/tracks"
grep -q ",same-room,must," "$work/tracks/links.csv"
grep -q ",same-day,must," "$work/tracks/links.csv"
"$PROGRAMME" review "$work/tracks" "$work/tracks/planted.csv" >/dev/null 2>&1
"$PROGRAMME" draft "$work/tracks" --out "$work/draft" >/dev/null 2>&1
"$PYTHON" - "$work/draft/draft.json" <<'PYTHON'
import json, sys
draft = json.load(open(sys.argv[1], encoding="utf-8"))
assert draft["status"] == "optimal" and draft["objective"] == draft["bound"], draft["status"]
PYTHON
"$PROGRAMME" review "$work/tracks" "$work/draft/schedule.csv" --json >"$work/review.json"
"$PYTHON" - "$work" <<'PYTHON'
# Read from the files alone: every track in one room, on one day.
import csv, json, sys
work = sys.argv[1]
assert json.load(open(f"{work}/review.json", encoding="utf-8"))["violations"] == []
track = {row["id"]: row["activity"] for row in csv.DictReader(open(f"{work}/tracks/sessions.csv", encoding="utf-8"))}
stays = {}
for row in csv.DictReader(open(f"{work}/draft/schedule.csv", encoding="utf-8")):
    assert row["status"] == "placed", row
    stays.setdefault(track[row["session"]], set()).add((row["date"], row["room"]))
assert len(stays) > 2 and all(len(own) == 1 for own in stays.values()), stays
PYTHON
