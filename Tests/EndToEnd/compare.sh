# SPDX-License-Identifier: GPL-3.0-or-later
# Any two schedules or drafts are compared; their tables are found, even those of a what-if.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kyoto=Scenarios/igf-2023-kyoto

# A schedule beside its scenario against a draft: found by itself.
"$PROGRAMME" draft $kyoto --out "$work/base" >/dev/null 2>&1
"$PROGRAMME" compare $kyoto/published.csv "$work/base" --out "$work/compare" >"$work/text" 2>/dev/null
grep -q "published breaks hard rules in" "$work/text"
grep -q "13 are newly placed" "$work/text"
"$PYTHON" - "$work/compare" <<'P'
import csv, json, sys
folder = sys.argv[1]
data = json.load(open(f"{folder}/compare.json"))
rows = list(csv.DictReader(open(f"{folder}/compare.csv")))
assert len(rows) == len(data["changes"]) == sum(data["counts"].values()) > 40
costs = list(csv.DictReader(open(f"{folder}/compare-costs.csv")))
assert sum(int(row["difference"]) for row in costs) == data["difference"]
assert data["after"]["violations"] == [] and data["before"]["violations"]
people = {row["person"] for row in csv.DictReader(open(f"{folder}/compare-people.csv"))}
assert people == {person["id"] for person in data["people"]}
P
"$PYTHON" Tests/Browser/check_page.py "$CHROMIUM" "$work/compare/compare.html"

# A draft of a what-if: its tables are known by their digest.
"$PROGRAMME" draft $kyoto --what-if merge-two-coalitions --baseline "$work/base/schedule.csv" \
  --out "$work/merged" >/dev/null 2>&1
"$PROGRAMME" compare "$work/base" "$work/merged" --json >"$work/json" 2>/dev/null
"$PYTHON" - "$work/json" <<'P'
import json, sys
data = json.load(open(sys.argv[1]))
change = next(change for change in data["changes"] if change["session"] == "DC-CIV")
assert change["label"] == "removed" and change["after"] is None, change
P

# Two files from nowhere need to be told their tables; others are refused with a reason.
cp "$work/base/schedule.csv" "$work/a.csv"
cp "$work/merged/schedule.csv" "$work/b.csv"
expect() {
  status=0
  "$PROGRAMME" "${@:2}" >"$work/text" 2>&1 || status=$?
  [ "$status" = 2 ] || { echo "${*:2}: status $status"; cat "$work/text"; exit 1; }
  grep -q -- "$1" "$work/text" || { echo "${*:2}:"; cat "$work/text"; exit 1; }
}
expect "name it with --scenario" compare "$work/a.csv" "$work/b.csv"
expect "did you mean 'merge-two-coalitions'" compare "$work/a.csv" "$work/b.csv" \
  --scenario $kyoto --what-if merge-two-coalition
expect "there is no '$work/c.csv'" compare "$work/a.csv" "$work/c.csv" --scenario $kyoto
"$PROGRAMME" compare "$work/a.csv" "$work/b.csv" --scenario $kyoto --what-if merge-two-coalitions \
  --out "$work/told" >/dev/null 2>&1
echo >>"$work/told/compare.csv"
expect "compare.csv in .* was edited since" compare "$work/a.csv" "$work/b.csv" --scenario $kyoto \
  --what-if merge-two-coalitions --out "$work/told"
