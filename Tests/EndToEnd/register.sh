# SPDX-License-Identifier: GPL-3.0-or-later
# A register, and a history of drafts, that cannot be used is told at once in a sentence; nothing is half
# published, and what is out stays as it is.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
publish() { "$PROGRAMME" publish Scenarios/small "$@"; }
draft=Output/small

publish $draft --out "$work/o" --now 2025-05-01T12:00:00Z >/dev/null
cp -a "$work/o" "$work/kept"

# Puts a spoilt register in place, publishes, and sees that it is told and that nothing changed.
refused() { # sentence, further options…
  local sentence=$1 status=0
  shift
  cp -a "$work/o" "$work/before"
  timeout 30 "$PROGRAMME" publish Scenarios/small $draft --status final --out "$work/o" "$@" \
    >"$work/text" 2>"$work/err" || status=$?
  [ "$status" = 2 ] || { cat "$work/err"; return 1; }
  grep -q "$sentence" "$work/err" || { cat "$work/err"; return 1; }
  [ ! -s "$work/text" ]
  # SQLite's own files beside it hold nothing.
  diff -r --no-dereference --exclude='publications.sqlite-*' "$work/before" "$work/o"
  rm -rf "$work/before"
}
again() {
  rm -rf "$work/o"
  cp -a "$work/kept" "$work/o"
}

for kind in publishing --preview; do
  options=()
  [ "$kind" = --preview ] && options=(--preview)
  again
  truncate -s -4096 "$work/o/publications.sqlite"
  refused "is damaged or cut short; put a whole copy in its place; nothing is published" "${options[@]}"
  again
  echo "this is no database, whatever its name says; it is a text of more than a hundred signs, as every header is" \
    >"$work/o/publications.sqlite"
  refused "is no database; it was left as it is: put a whole copy in its place; nothing is published" "${options[@]}"
  again
  : >"$work/o/publications.sqlite"
  refused "publication 1 is out, and the register .* knows of none" "${options[@]}"
  for version in 2 0; do
    again
    python3 - "$work/o/publications.sqlite" "$version" <<'PY'
import sqlite3, sys
base = sqlite3.connect(sys.argv[1])
base.execute("PRAGMA journal_mode = DELETE")
base.execute(f"PRAGMA user_version = {sys.argv[2]}")
PY
    refused "written by a\(n older\| later\) version of this program" "${options[@]}"
  done
done

# Held by another program: told after a moment, refused after some seconds, and all is well afterwards.
again
python3 - "$work/o/publications.sqlite" "$work/held" <<'PY' &
import pathlib, sqlite3, sys, time
base = sqlite3.connect(sys.argv[1], isolation_level=None)
base.execute("BEGIN IMMEDIATE")
pathlib.Path(sys.argv[2]).touch()
time.sleep(60)
PY
holder=$!
until [ -e "$work/held" ]; do sleep 0.1; done
status=0
timeout 40 "$PROGRAMME" publish Scenarios/small $draft --status final --out "$work/o" \
  >"$work/text" 2>"$work/err" || status=$?
[ "$status" = 2 ]
grep -q "waiting for it" "$work/err"
grep -q "another program holds it open; try again; nothing is published" "$work/err"
diff -r --no-dereference "$work/kept/releases" "$work/o/releases"
kill "$holder"
wait "$holder" 2>/dev/null || true
publish $draft --status final --out "$work/o" >/dev/null
grep -q "STATUS:CONFIRMED" "$work/o/public/programme.ics"

# A disk that may only be read: told; looking at what would be published needs no more than reading.
mkdir "$work/disk"
if ! mount -t tmpfs -o size=8m tmpfs "$work/disk" 2>"$work/why"; then
  echo "NOT TRIED: a file system that may only be read cannot be mounted here ($(cat "$work/why"))"
else
  trap 'umount "$work/disk"; rm -rf "$work"' EXIT
  publish $draft --out "$work/disk/o" >/dev/null
  "$PROGRAMME" draft Scenarios/small --out "$work/disk/d" >/dev/null 2>&1
  mount -o remount,ro "$work/disk"
  status=0
  publish $draft --status final --out "$work/disk/o" >"$work/text" 2>"$work/err" || status=$?
  [ "$status" = 2 ] && [ ! -s "$work/text" ]
  grep -q "cannot be written: it, its folder or its disk is read-only; nothing is published" "$work/err"
  publish $draft --status final --out "$work/disk/o" --preview >"$work/text"
  grep -q "Would be publication 2 (final)" "$work/text"
  "$PROGRAMME" drafts Scenarios/small --out "$work/disk/d" >"$work/text"
  grep -q "cost 9, bound 9, proven" "$work/text"
  # Full: the publication before stays out.
  mount -o remount,rw "$work/disk"
  cp -a "$work/disk/o" "$work/full"
  dd if=/dev/zero of="$work/disk/filler" bs=4k 2>/dev/null || true
  status=0
  publish $draft --status final --out "$work/disk/o" >"$work/text" 2>"$work/err" || status=$?
  [ "$status" = 2 ]
  grep -q "nothing is published" "$work/err"
  diff -r "$work/full/public/" "$work/disk/o/public/"
  rm "$work/disk/filler"
  publish $draft --status final --out "$work/disk/o" >"$work/text"
  grep -q "^Publication 2 (final)" "$work/text"
fi

# The history of drafts says the same.
"$PROGRAMME" draft Scenarios/small --out "$work/d" >/dev/null 2>&1
cp -a "$work/d" "$work/drafted"
for spoil in "truncate -s -4096" "sh -c 'head -c 4096 /dev/urandom >\$0'"; do
  rm -rf "$work/d"
  cp -a "$work/drafted" "$work/d"
  eval "$spoil \"$work/d/drafts.sqlite\""
  for words in "drafts Scenarios/small" "restore Scenarios/small 1" "draft Scenarios/small --seed 2"; do
    status=0
    # shellcheck disable=SC2086
    "$PROGRAMME" $words --out "$work/d" >/dev/null 2>"$work/err" || status=$?
    [ "$status" = 2 ] || { echo "$words"; cat "$work/err"; exit 1; }
    grep -q "is damaged or cut short\|is no database" "$work/err" || { echo "$words"; cat "$work/err"; exit 1; }
    cmp "$work/drafted/schedule.csv" "$work/d/schedule.csv"
  done
done
