# SPDX-License-Identifier: GPL-3.0-or-later
# Letters to people: each is read by Python's own mail reader; addresses for mail stand in nothing but
# letters and register, and are gone from both once the table has none; every language is written.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
publish() { "$PROGRAMME" publish "$@" --out "$work/out"; }
letters() {
  local number=$1
  shift
  "$PYTHON" Tests/Letters/check_letters.py "$work/out/team/publication-$number" "$@"
}

cp -r Scenarios/small "$work/meeting"
people=$work/meeting/people.csv
awk -F, -v OFS=, 'NR == 1 { print $0, "email", "language"; next }
  $1 == "ada" { $5 = "America/Lima"; print $0, "ada@planted.example", ""; next }
  $1 == "ben" { print $0, "ben@planted.example", "ar"; next }
  $1 == "mia" { print $0, "mia@planted.example", "zh"; next }
  { print $0, "", "ru" }' Scenarios/small/people.csv >"$people"
sed -i 's/domain: "small.programme.example"/&, organizer: "mailto:office@planted.example"/' "$work/meeting/meeting.json"
everybody=$(($(wc -l <"$people") - 1))

# A wrong address is an error with its place.
sed 's/ada@planted.example/Ada <ada@planted.example>/' "$people" >"$work/wrong"
cp -r "$work/meeting" "$work/bad"
cp "$work/wrong" "$work/bad/people.csv"
status=0
"$PROGRAMME" check "$work/bad" >"$work/text" 2>&1 || status=$?
[ "$status" = 1 ]
grep -q "line 2, column email: More than an address stands there." "$work/text"
grep -q "the address alone, ada@planted.example" "$work/text"

publish "$work/meeting" Output/small --now 2025-05-01T12:00:00Z >"$work/text"
grep -q "letters to people" "$work/text"
letters 1 --to ada@planted.example --language ar=1 --language zh-Hans=1
first=$(ls "$work/out/team/publication-1/letters" | wc -l)
[ "$first" -le "$everybody" ] && [ "$first" -ge 4 ]

# Nothing that is public, exported or drafted holds an address; the folder's listing neither.
"$PROGRAMME" export "$work/meeting" Output/small --out "$work/export" >/dev/null
"$PROGRAMME" review "$work/meeting" Output/small --out "$work/review" >/dev/null
for folder in "$work/out/public/" "$work/export" "$work/review"; do
  [ "$(find "$folder" -type f | wc -l)" -ge 3 ]
  ! grep -rqi "@planted.example" --exclude='*.ics' --exclude='*.json' --exclude='*.xml' "$folder"
  ! grep -rqiE "(ada|ben|mia)@planted.example" "$folder"
  ! find "$folder" -name '*.xlsx' -exec unzip -p {} \; | grep -aqE "(ada|ben|mia)@planted.example"
done
# The organizer's stands in calendars, as it always did.
grep -rq "office@planted.example" "$work/out/public/programme.ics"

# Another address: other letters, the same publication, not a public byte otherwise.
cp -r "$work/out/public/" "$work/public"
sed -i 's/ada@planted.example/lovelace@planted.example/' "$people"
publish "$work/meeting" Output/small --now 2025-05-02T12:00:00Z >"$work/text"
grep -q "Nothing has changed since publication 1" "$work/text"
grep -q "letters were written anew" "$work/text"
letters 1 --to lovelace@planted.example
diff -r "$work/public" "$work/out/public/"
sed -i 's/lovelace@planted.example//' "$people"
publish "$work/meeting" Output/small --now 2025-05-02T12:00:00Z >/dev/null
letters 1
! grep -raqE "(ada|lovelace)@planted.example" "$work/out/team/" "$work/out/publications.sqlite"

# A release that is lost comes again from the register, byte for byte.
cp -r "$work/out/team/" "$work/team"
rm -rf "$work/out/releases"
publish "$work/meeting" Output/small --now 2025-05-02T12:00:00Z >/dev/null
diff -r "$work/team" "$work/out/team/"

# Final: everybody learns of it. Then each language once.
publish "$work/meeting" Output/small --status final --now 2025-05-03T12:00:00Z >/dev/null
letters 2 --count "$first"
letters 1 --count "$first"
grep -q "^Subject: A small meeting: the programme is final" "$work/out/team/publication-2/letters/ada.eml"
day=4
for language in fr es ar zh ru en; do
  publish "$work/meeting" Output/small --language "$language" --now "2025-05-0${day}T12:00:00Z" >/dev/null
  tag=$language side=ltr
  [ "$language" != zh ] || tag=zh-Hans
  [ "$language" != ar ] || side=rtl
  grep -q "<html lang=\"$tag\" dir=\"$side\">" "$work/out/public/index.html"
  "$PROGRAMME" export "$work/meeting" Output/small --language "$language" --out "$work/in-$language" >/dev/null
  grep -q "<html lang=\"$tag\" dir=\"$side\">" "$work/in-$language/index.html"
  day=$((day + 1))
done
