# SPDX-License-Identifier: GPL-3.0-or-later
# What-ifs are compared with the draft that is there if it fits the tables, and say which it is: the
# one in the folder, else one of the history, else the one in the folder if it keeps every rule, else
# one that is made first.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r Scenarios/small "$work/tables"
cp -r "$work/tables" "$work/original"
question=lose-fjord-on-day-2

# Draft 1 of the tables.
"$PROGRAMME" draft "$work/tables" --out "$work/o" >/dev/null 2>&1

# ask NAME KIND [KEY=VALUE …]: asks, and compares what is said of the base's origin.
ask() {
  local name=$1
  "$PROGRAMME" what-if "$work/tables" $question --drafts "$work/o" ${MORE:-} --json \
    --out "$work/$name" >"$work/$name.json" 2>"$work/$name.err" || true
  "$PYTHON" - "$work/$name.json" "${@:2}" <<'P'
import json, sys
base = json.load(open(sys.argv[1]))["base"]
found = {**base["from"], **{key: base[key] for key in ("state", "cost", "bound")}}
for word in sys.argv[2:]:
    key, value = word.split("=", 1)
    assert key in found and found[key] == json.loads(value), (word, found)
P
}

ask stands 'kind="draft"' draft=1 of_these_tables=true edited=false 'state="optimal"' cost=9 bound=9
grep -q "^base: draft 1 of .*, cost 9, proven$" "$work/stands.err"
grep -q "Base: draft 1 of .*, cost 9, proven" "$work/stands/what-if.html"
cmp "$work/o/schedule.csv" "$work/stands/schedules/base.csv"
ask again 'kind="draft"'
diff -r "$work/stands" "$work/again"
# The answers are the same as with the same base made again.
MORE=--fresh-base ask fresh 'kind="made"' 'why="asked"' 'state="optimal"' cost=9
"$PYTHON" - "$work/stands.json" "$work/fresh.json" <<'P'
import json, sys
a, b = (json.load(open(path))["what_ifs"][0] for path in sys.argv[1:])
assert (a["state"], a["cost"], a["bound"]) == (b["state"], b["cost"], b["bound"]), (a, b)
P

# Other tables by which it keeps every rule: it serves, and nothing is said to be proven.
sed -i 's/Opening Ceremony/The opening/' "$work/tables/sessions.csv"
ask changed 'kind="draft"' draft=1 of_these_tables=false 'state="feasible"' cost=9 bound=null
grep -q "It was not drafted from the tables as they are now" "$work/changed/what-if.html"
# Draft 2 is of these; the tables as they were have draft 1 in the history.
"$PROGRAMME" draft "$work/tables" --out "$work/o" >/dev/null 2>&1
ask second 'kind="draft"' draft=2 of_these_tables=true bound=9
rm -r "$work/tables" && cp -r "$work/original" "$work/tables"
ask first 'kind="draft"' draft=1 of_these_tables=true bound=9
# A re-plan's bound is not the tables'; that of draft 1 is.
"$PROGRAMME" draft "$work/tables" --out "$work/o" --baseline 2 >/dev/null 2>&1
ask replan 'kind="draft"' draft=3 of_these_tables=true bound=9
"$PROGRAMME" draft "$work/tables" --out "$work/alone" --baseline "$work/o" >/dev/null 2>&1
"$PROGRAMME" what-if "$work/tables" $question --drafts "$work/alone" --out "$work/unknown" \
  >"$work/text" 2>/dev/null
grep -q "It is not known how near the base is to the best" "$work/text"
# A summary that somebody edited proves nothing, and is no longer a draft's; of these tables there
# is draft 3 in the history.
sed -i 's/"objective" : 9/"objective" : 8/' "$work/o/draft.json"
ask edited-summary 'kind="draft"' draft=3 of_these_tables=true bound=9
# A schedule edited by hand serves if it keeps every rule, and otherwise does not.
"$PROGRAMME" restore "$work/tables" 1 --out "$work/o" --force >/dev/null 2>&1
sed -i '/^cyber-1,/s/,placed,/, placed,/' "$work/o/schedule.csv"
ask edited 'kind="draft"' of_these_tables=true edited=true cost=9
sed -i '/^cyber-1,/d' "$work/o/schedule.csv"
ask broken 'kind="draft"' draft=3 edited=false
rm "$work/o/drafts.sqlite"
ask made 'kind="made"' 'why="none-fits"' broken=1 'state="optimal"' cost=9
grep -q "^base: no draft that fits these tables; one is made first$" "$work/made.err"
rm -r "$work/o"
ask none 'kind="made"' 'why="no-draft"'
status=0
"$PROGRAMME" what-if "$work/tables" --base 1 --fresh-base --out "$work/none2" 2>"$work/err" || status=$?
[ "$status" = 2 ] && [ ! -e "$work/none2" ]
