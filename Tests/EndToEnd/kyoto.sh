# SPDX-License-Identifier: GPL-3.0-or-later
# The whole Kyoto meeting is drafted to a proven optimum; the schedule as it was published is found
# to use its hall twice at once.
set -euo pipefail
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
"$PROGRAMME" draft Scenarios/igf-2023-kyoto --out "$out" >"$out/text" 2>/dev/null
grep -q '"status" : "optimal"' "$out/draft.json"
grep -q "Optimal, proven: no schedule that keeps the hard rules costs less than" "$out/text"
grep -q "^  1 theme clash; this one has 1\.$" "$out/text"
"$PROGRAMME" review Scenarios/igf-2023-kyoto "$out/schedule.csv" --json >/dev/null
"$PYTHON" Tests/Calendars/check_ics.py "$out/programme.ics" "$out/schedule.csv"
for question in lose-a-room-for-a-day merge-two-coalitions fourth-policy-network; do
  "$PROGRAMME" draft Scenarios/igf-2023-kyoto --what-if "$question" --out "$out/$question" \
    --baseline "$out/schedule.csv" >/dev/null 2>&1
  "$PROGRAMME" review Scenarios/igf-2023-kyoto "$out/$question/schedule.csv" \
    --what-if "$question" --baseline "$out/schedule.csv" --json >/dev/null
done
status=0
"$PROGRAMME" review Scenarios/igf-2023-kyoto Scenarios/igf-2023-kyoto/published.csv \
  --out "$out/published" >"$out/review" 2>/dev/null || status=$?
[ "$status" = 1 ]
# Lines are broken between words.
tr -s '\n ' ' ' <"$out/review" |
  grep -q "two sessions in one room (room-free): PNIF .* and MAIN-GDC .* are in the same room for 30 minutes"
"$PYTHON" Tests/Browser/check_page.py "$CHROMIUM" "$out/published/review.html"
