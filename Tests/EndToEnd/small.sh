# SPDX-License-Identifier: GPL-3.0-or-later
# The reference draft of Scenarios/small comes out byte for byte; only the seconds it took may differ.
set -euo pipefail
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
"$PROGRAMME" draft Scenarios/small --out "$out" >/dev/null 2>&1
cmp Output/small/schedule.csv "$out/schedule.csv"
cmp Output/small/programme.ics "$out/programme.ics"
for name in review.html review.md review.json; do cmp "Output/small/$name" "$out/$name"; done
diff <(grep -v '"seconds"' Output/small/draft.json) <(grep -v '"seconds"' "$out/draft.json")
"$PROGRAMME" review Scenarios/small "$out/schedule.csv" --out "$out/review" >/dev/null 2>&1
"$PYTHON" Tests/Browser/check_page.py "$CHROMIUM" "$out/review.html"
"$PYTHON" Tests/Calendars/check_ics.py "$out/programme.ics" "$out/schedule.csv"

# A file edited since its draft is not overwritten, unless asked for.
echo "mine" >>"$out/schedule.csv"
status=0
"$PROGRAMME" draft Scenarios/small --out "$out" >/dev/null 2>"$out/err" || status=$?
[ "$status" = 2 ]
grep -q "was edited since" "$out/err"
tail -1 "$out/schedule.csv" | grep -qx "mine"
"$PROGRAMME" draft Scenarios/small --out "$out" --force >/dev/null 2>&1
cmp Output/small/schedule.csv "$out/schedule.csv"
