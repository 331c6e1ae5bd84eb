# SPDX-License-Identifier: GPL-3.0-or-later
# A folder of results holds the old set or the new one, whole, whatever happens to the run that
# writes: killed at any system call that changes files, or the disk full from there on. The set is
# looked at as it is, before any other run could tidy up.
set -euo pipefail
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
scenario=Scenarios/small
command -v strace >/dev/null

# Calls by which files change. Each is counted in one run, then the run is repeated with a fault at
# the first, second, third … call.
calls=openat,write,pwrite64,fsync,fdatasync,rename,link,symlink,unlink,mkdir,rmdir,ftruncate

"$PYTHON" Tests/EndToEnd/never_lost.py "$PROGRAMME" "$scenario" "$calls" "$out"

# A file system that is full: the good draft stays, what was found goes to the next best place.
small="$out/full"
mkdir "$small"
if ! mount -t tmpfs -o size=1m tmpfs "$small" 2>"$out/why"; then
  echo "NOT TRIED: a small file system cannot be mounted here ($(cat "$out/why"))"
else
  trap 'umount "$small"; rm -rf "$out"' EXIT
  "$PROGRAMME" draft "$scenario" --out "$small/draft" >/dev/null 2>&1
  cp -r "$small/draft" "$out/before"
  dd if=/dev/zero of="$small/filler" bs=4k 2>/dev/null || true
  # Full before the search: reported at once, and no search begins.
  status=0
  (cd "$out" && TMPDIR="$out" "$PROGRAMME" draft "$OLDPWD/$scenario" --out "$small/draft" --seed 2 \
    >"$out/text" 2>"$out/err") || status=$?
  [ "$status" = 2 ] && [ ! -s "$out/text" ]
  grep -q "No space left on device" "$out/err"
  # Full when the search ends: the draft is where there is space.
  rm "$small/filler"
  python3 Tests/Benchmarks/generate.py 300 1 tight "$out/large"
  (sleep 1.5; dd if=/dev/zero of="$small/filler" bs=4k 2>/dev/null || true) &
  status=0
  (cd "$out" && TMPDIR="$out" "$PROGRAMME" draft "$out/large" --time 3 --out "$small/draft" \
    >"$out/text" 2>"$out/err") || status=$?
  wait
  [ "$status" = 2 ]
  place=$(sed -n 's/^The draft is not lost: it is in //p' "$out/err")
  [ "$(wc -l <"$out/$place/schedule.csv")" -gt 300 ]
  for file in schedule.csv programme.ics review.html review.md review.json draft.json; do
    cmp "$out/before/$file" "$small/draft/$file"
  done
  rm "$small/filler"
  "$PROGRAMME" draft "$scenario" --out "$small/draft" --seed 2 >/dev/null 2>&1
  "$PROGRAMME" drafts "$scenario" --out "$small/draft" >/dev/null
fi

# A folder that cannot be written is noticed before the search.
touch "$out/file"
status=0
"$PROGRAMME" draft "$scenario" --out "$out/file/deep" >"$out/text" 2>"$out/err" || status=$?
[ "$status" = 2 ]
[ ! -s "$out/text" ]
grep -qx "programme: cannot make the folder $out/file/deep: Not a directory" "$out/err"

# Every command says when its answer did not arrive.
for words in "check $scenario" "draft $scenario --out $out/o --json" "rules" "--help" "--version" \
  "review $scenario Output/small/schedule.csv --json"; do
  status=0
  # shellcheck disable=SC2086
  "$PROGRAMME" $words >/dev/full 2>"$out/err" || status=$?
  [ "$status" = 2 ]
  grep -q "cannot write to standard output: No space left on device" "$out/err"
done

# The evening: draft, edit, fail, plan again, restore, compare.
evening="$out/evening"
mkdir "$evening"
cp -r "$scenario" "$evening/tables"
"$PROGRAMME" draft "$evening/tables" --out "$evening/o" >/dev/null 2>&1
cp "$evening/o/schedule.csv" "$evening/first.csv"
cp "$evening/tables/links.csv" "$evening/links.csv"
printf 'opening-1,nri-1,same-day,must,,,,\nopening-1,nri-1,other-day,must,,,,\n' \
  >>"$evening/tables/links.csv"
status=0
"$PROGRAMME" draft "$evening/tables" --out "$evening/o" --baseline "$evening/o/schedule.csv" \
  >"$out/text" 2>/dev/null || status=$?
[ "$status" = 1 ]
grep -q "The last good draft stays in" "$out/text"
cmp "$evening/first.csv" "$evening/o/schedule.csv"
grep -q '"status" : "infeasible"' "$evening/o/no-draft.json"
grep -q '"status" : "optimal"' "$evening/o/draft.json"
cp "$evening/links.csv" "$evening/tables/links.csv"
"$PROGRAMME" draft "$evening/tables" --out "$evening/o" --baseline "$evening/o/schedule.csv" \
  --seed 3 --json >"$out/json" 2>/dev/null
[ ! -e "$evening/o/no-draft.json" ]
"$PYTHON" - "$out/json" <<'P'
import json, os, sys
written = json.load(open(sys.argv[1]))["written"]
assert len(written) == 6 and all(os.path.exists(f) for f in written), written
P
"$PROGRAMME" drafts "$evening/tables" --out "$evening/o" | grep -q "^\* 2 "
"$PROGRAMME" restore "$evening/tables" 1 --out "$evening/o" >/dev/null
cmp "$evening/first.csv" "$evening/o/schedule.csv"
"$PROGRAMME" compare 1 2 --scenario "$evening/tables" --drafts "$evening/o" --out "$evening/c" \
  >/dev/null 2>&1
echo mine >>"$evening/o/review.md"
status=0
"$PROGRAMME" draft "$evening/tables" --out "$evening/o" >/dev/null 2>"$out/err" || status=$?
[ "$status" = 2 ]
grep -q "review.md in .* was edited since" "$out/err"
"$PROGRAMME" draft "$evening/tables" --out "$evening/o" --force >/dev/null 2>&1
"$PROGRAMME" drafts "$evening/tables" --out "$evening/o" --json >"$out/json"
"$PYTHON" - "$out/json" <<'P'
import json, sys
drafts = json.load(open(sys.argv[1]))["drafts"]
assert [d["origin"] for d in drafts] == ["drafted", "drafted", "edited", "drafted"], drafts
P
echo "the evening: nothing lost"
