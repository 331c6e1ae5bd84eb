# SPDX-License-Identifier: GPL-3.0-or-later
# What `programme new` writes is in order, can be drafted to a proven optimum, and is never written over.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$PROGRAMME" new "$work/mine" >/dev/null
"$PROGRAMME" check "$work/mine" >/dev/null
"$PROGRAMME" draft "$work/mine" --out "$work/out" >"$work/text" 2>/dev/null
grep -q "Optimal, proven: " "$work/text"
"$PROGRAMME" draft "$work/mine" --what-if lose-the-hall --out "$work/lost" >"$work/text" 2>/dev/null
grep -q "Optimal, proven: " "$work/text"

echo "mine" >>"$work/mine/rooms.csv"
status=0
"$PROGRAMME" new "$work/mine" >/dev/null 2>"$work/err" || status=$?
[ "$status" = 2 ]
grep -q "is not empty; name a new folder" "$work/err"
tail -1 "$work/mine/rooms.csv" | grep -qx "mine"

# The same as one workbook, which is not written over either.
"$PROGRAMME" new --workbook "$work/plan.xlsx" >/dev/null
status=0
"$PROGRAMME" new --workbook "$work/plan.xlsx" 2>"$work/err" || status=$?
[ "$status" = 2 ]
grep -q "is there already; name a new file" "$work/err"
