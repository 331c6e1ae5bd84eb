# SPDX-License-Identifier: GPL-3.0-or-later
# A draft goes out as workbook and CSV, is edited in openpyxl and LibreOffice, and comes back as the
# schedule it should be; what only pretends to be a workbook is refused.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kyoto=Scenarios/igf-2023-kyoto
import() { "$PROGRAMME" import "$@" --scenario "$kyoto" >"$work/text" 2>"$work/err"; }
office() { soffice -env:UserInstallation="file://$work/profile" --headless "$@" >/dev/null 2>&1; }

"$PROGRAMME" draft "$kyoto" --out "$work/draft" >/dev/null 2>&1
for run in one two; do
  "$PROGRAMME" export "$kyoto" "$work/draft/schedule.csv" --baseline "$kyoto/published.csv" \
    --out "$work/$run" >/dev/null
done
diff -r "$work/one" "$work/two"
grep -q "since the schedule before" "$work/one/index.html"

# Both lists come back as exactly the schedule that was drafted.
for name in programme.xlsx schedule-excel.csv; do
  import "$work/one/$name" --out "$work/$name.csv"
  cmp "$work/draft/schedule.csv" "$work/$name.csv"
done

# openpyxl reads it all, and what it edits comes back.
"$PYTHON" Tests/Spreadsheets/check_workbook.py "$work/one/programme.xlsx" "$work/draft/schedule.csv" \
  "$work/edited.xlsx" NS64 2023-10-12 08:30 "Room B-1"
status=0
import "$work/edited.xlsx" --out "$work/edited.csv" || status=$?
[ "$status" -le 1 ]
diff "$work/draft/schedule.csv" "$work/edited.csv" >"$work/moved" || true
[ "$(grep -c '^>' "$work/moved")" = 1 ]
grep -q '^> NS64,.*,2023-10-12,08:30,09:30,b-1,placed,' "$work/moved"

# A cell moved on a day sheet comes back as the move that it is, also out of LibreOffice's own format;
# the same session moved elsewhere in the list is told, with both cells.
read -r day time < <("$PYTHON" Tests/Spreadsheets/move_in_grid.py "$work/one/programme.xlsx" \
  "$work/grid.xlsx" NS64 | awk '{print $1 "_" $2 "_" $3, $4}')
import "$work/grid.xlsx" --out "$work/grid.csv" || true
grep -q "was edited here" "$work/err"
diff "$work/draft/schedule.csv" "$work/grid.csv" >"$work/moved" || true
[ "$(grep -c '^>' "$work/moved")" = 1 ]
grep -q "^> NS64,.*,$time," "$work/moved"
mkdir "$work/ods"
office --convert-to ods --outdir "$work/ods" "$work/grid.xlsx"
import "$work/ods/grid.ods" --out "$work/ods.csv" || true
cmp "$work/grid.csv" "$work/ods.csv"
"$PYTHON" Tests/Spreadsheets/move_in_grid.py "$work/edited.xlsx" "$work/both.xlsx" NS64 >/dev/null
status=0
import "$work/both.xlsx" --out "$work/both.csv" || status=$?
[ "$status" = 2 ] && [ ! -e "$work/both.csv" ]
grep -q "The sheets disagree about" "$work/err"
grep -q "List!D" "$work/err" && grep -q "${day//_/ }!" "$work/err"

# LibreOffice opens it, works the ends out again, and saves it in its own way; its CSV has
# semicolons, and dates as people read them.
mkdir "$work/office"
office --convert-to xlsx --outdir "$work/office" "$work/edited.xlsx"
import "$work/office/edited.xlsx" --out "$work/office.csv" || true
cmp "$work/edited.csv" "$work/office.csv"
office --convert-to 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1' \
  --outdir "$work/office" "$work/edited.xlsx"
import "$work/office/edited-List.csv" --out "$work/list.csv" || true
cmp "$work/edited.csv" "$work/list.csv"

# Hostile titles: text in every cell, one line each.
cp -r Scenarios/small "$work/hostile"
"$PYTHON" Tests/Spreadsheets/hostile_files.py "$work/hostile"
"$PROGRAMME" draft "$work/hostile" --out "$work/hostile-draft" >/dev/null 2>&1
"$PROGRAMME" export "$work/hostile" "$work/hostile-draft/schedule.csv" --out "$work/hostile-out" >/dev/null
"$PYTHON" Tests/Spreadsheets/check_workbook.py "$work/hostile-out/programme.xlsx" \
  "$work/hostile-draft/schedule.csv"
office --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' \
  --outdir "$work/office" "$work/hostile-out/programme.xlsx"
grep -q "=cmd|" "$work/office/programme-List.csv"
for name in programme.xlsx schedule-excel.csv; do
  "$PROGRAMME" import "$work/hostile-out/$name" --scenario "$work/hostile" --out "$work/h-$name.csv" \
    >/dev/null 2>"$work/err"
  cmp "$work/hostile-draft/schedule.csv" "$work/h-$name.csv"
  ! grep -v "Written to" "$work/err"
done

# What pretends to be a workbook: a finding, nothing written, no crash, no flood of memory.
mkdir "$work/bad"
"$PYTHON" Tests/Spreadsheets/hostile_files.py "$work/one/programme.xlsx" "$work/bad"
for file in "$work"/bad/*.xlsx; do
  status=0
  (ulimit -v 4000000; import "$file" --out "$work/never.csv") || status=$?
  [ "$status" = 2 ] || { echo "$file: status $status"; cat "$work/err"; exit 1; }
  [ ! -e "$work/never.csv" ] && [ -s "$work/err" ]
done

# A schedule that breaks hard rules is exported only with a reason; nothing is written over unasked.
status=0
"$PROGRAMME" export "$kyoto" "$kyoto/published.csv" --out "$work/broken" >/dev/null 2>"$work/err" || status=$?
[ "$status" = 1 ] && [ ! -e "$work/broken" ]
grep -q "with-violations" "$work/err"
"$PROGRAMME" export "$kyoto" "$kyoto/published.csv" --out "$work/broken" \
  --with-violations "as it was held" >/dev/null
grep -q "as it was held" "$work/broken/index.html"
echo "by hand" >>"$work/edited.csv"
status=0
import "$work/one/programme.xlsx" --out "$work/edited.csv" || status=$?
[ "$status" = 2 ]
grep -q "edited.csv in .* was edited since" "$work/err"
import "$work/one/programme.xlsx" --out "$work/edited.csv" --force
