# SPDX-License-Identifier: GPL-3.0-or-later
# A scenario as one workbook: whoever saved it, it says what the folder says, and findings name its cells.
set -euo pipefail
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office() { soffice -env:UserInstallation="file://$work/profile" --headless "$@" >/dev/null 2>&1; }
same() { for file in schedule.csv programme.ics review.html; do cmp "$work/$1/$file" "$work/$2/$file"; done; }
draft() { "$PROGRAMME" draft "$1" --out "$work/$2" >/dev/null 2>&1; }
digest() { grep input_sha256 "$work/$1/draft.json"; }

# By openpyxl: typed cells, titles above a header, sheets with capital letters and blanks.
"$PYTHON" "$here/workbook.py" Scenarios/small "$work/foreign.xlsx"
draft Scenarios/small folder
draft "$work/foreign.xlsx" foreign
same folder foreign
"$PROGRAMME" what-if "$work/foreign.xlsx" --out "$work/what-if" >"$work/text" 2>/dev/null
grep -q "1 is possible" "$work/text"

# By ours, and what LibreOffice saves of it: the same draft, of tables with the same digest.
"$PROGRAMME" new --workbook "$work/plan.xlsx" >/dev/null
"$PROGRAMME" new "$work/mine" >/dev/null
office --convert-to ods --outdir "$work" "$work/plan.xlsx"
mkdir "$work/again"
office --convert-to xlsx --outdir "$work/again" "$work/plan.ods"
draft "$work/mine" mine
for book in plan.xlsx plan.ods again/plan.xlsx; do
  "$PROGRAMME" check "$work/$book" >"$work/text"
  grep -qx "Nothing to mend: all tables are in order." "$work/text"
  draft "$work/$book" "of-$book"
  same mine "of-$book"
  [ "$(digest "of-$book")" = "$(digest of-plan.xlsx)" ]
done

# A cell that is wrong is named by sheet and cell, in what LibreOffice saved too.
"$PYTHON" - "$work" <<'PYTHON'
import sys
import openpyxl
book = openpyxl.load_workbook(sys.argv[1] + "/again/plan.xlsx")
book["rooms"]["C3"] = "many"
book["sessions"]["E2"] = "=1+1"
book["people"].sheet_state = "hidden"
book.save(sys.argv[1] + "/wrong.xlsx")
PYTHON
office --convert-to ods --outdir "$work" "$work/wrong.xlsx"
status=0
"$PROGRAMME" check "$work/wrong.xlsx" >"$work/text" || status=$?
[ "$status" = 1 ]
grep -q "rooms!C3, column capacity: 'many' is not a number" "$work/text"
grep -q "sessions!E2, column audience: The cell has a formula whose value is not in the file." "$work/text"
grep -q "The sheet is hidden; it is read all the same." "$work/text"
status=0
"$PROGRAMME" check "$work/wrong.ods" >"$work/text" || status=$?
grep -q "rooms!C3, column capacity: 'many' is not a number" "$work/text"
grep -q "The sheet is hidden; it is read all the same." "$work/text"
