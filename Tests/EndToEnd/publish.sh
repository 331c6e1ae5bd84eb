# SPDX-License-Identifier: GPL-3.0-or-later
# Publications follow each other: each is read by programs that are not ours, a preview writes
# nothing, broken rules need a reason, a kill at any instant leaves a whole publication.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
publish() { "$PROGRAMME" publish "$@"; }
read_back() { "$PYTHON" Tests/Calendars/check_publication.py "$@"; }

publish Scenarios/small Output/small --preview --out "$work/small" >"$work/text"
grep -q "Would be publication 1 (draft): 12 sessions" "$work/text"
[ ! -e "$work/small" ]
publish Scenarios/small Output/small --out "$work/small" --now 2025-05-01T12:00:00Z >/dev/null
read_back "$work/small/public" Output/small/schedule.csv
diff <(grep ',placed,' Output/small/schedule.csv) <(tail -n +2 "$work/small/public/schedule.csv")
cp -r "$work/small/public/" "$work/first"
publish Scenarios/small Output/small --out "$work/small" --now 2025-05-02T12:00:00Z >"$work/text"
grep -q "Nothing has changed since publication 1" "$work/text"
diff -r "$work/first" "$work/small/public/"

# A session that moves breaks nothing here; the hall's two on the second day change places.
sed -e 's/^main-sec,\(.*\),10:45,12:15,/main-sec,\1,09:00,10:30,/' \
  -e 's/^cyber-1,\(.*\),09:00,10:30,hall,/cyber-1,\1,10:45,12:15,hall,/' \
  Output/small/schedule.csv >"$work/second.csv"
status=0
publish Scenarios/small "$work/second.csv" --preview --out "$work/small" >"$work/text" 2>&1 || status=$?
[ "$status" = 0 ] || [ "$status" = 1 ]
publish Scenarios/small "$work/second.csv" --out "$work/small" --status final \
  --with-violations "the hall was asked for" --note "Two sessions changed places." \
  --now 2025-05-03T12:00:00Z >"$work/text"
grep -q "Publication 2 (final): 2 sessions changed: 2 moved; 12 sessions take place; 12 events have news" "$work/text"
read_back "$work/small/public"
grep -q "Two sessions changed places." "$work/small/public/index.html"
grep -q "SEQUENCE:1" "$work/small/public/programme.ics"
grep -q "Security: who does what" "$work/small/team/publication-2/interpreters.txt"
[ "$(ls "$work/small/releases" | wc -l)" = 2 ]

# A schedule that breaks the rules is not published without a reason.
sed 's/^access-1,\(.*\),09:00,10:30,fjord,/access-1,\1,09:00,10:30,hall,/' Output/small/schedule.csv >"$work/broken.csv"
status=0
publish Scenarios/small "$work/broken.csv" --out "$work/no" >/dev/null 2>"$work/text" || status=$?
[ "$status" = 1 ] && [ ! -e "$work/no" ]
grep -q "room-free" "$work/text"
publish Scenarios/small "$work/broken.csv" --with-violations "the committee saw it" --out "$work/yes" >/dev/null
grep -q "the committee saw it" "$work/yes/public/index.html"

# The whole of Kyoto as it was published in 2023, then as it is drafted best.
publish Scenarios/igf-2023-kyoto Scenarios/igf-2023-kyoto/published.csv --out "$work/kyoto" \
  --with-violations "as it was in 2023" >/dev/null
"$PROGRAMME" draft Scenarios/igf-2023-kyoto --out "$work/draft" >/dev/null 2>&1
publish Scenarios/igf-2023-kyoto "$work/draft" --out "$work/kyoto" --cancelled visible --status final \
  --people listed >/dev/null
read_back "$work/kyoto/public" "$work/draft/schedule.csv"
"$PYTHON" Tests/Calendars/frab_demands.py "$work/kyoto/public"

for seed in 1 2; do
  "$PYTHON" Tests/Calendars/crash_publisher.py "$PROGRAMME" Scenarios/small \
    Output/small/schedule.csv 32 "$seed"
done
