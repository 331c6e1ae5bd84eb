# SPDX-License-Identifier: GPL-3.0-or-later
# What was typed as an address goes out right, as words, or nowhere; check, publish and export say what
# became of it; programs that are not ours read the files.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tables="$work/tables"
mkdir "$tables"
cat >"$tables/meeting.json" <<'JSON'
{id:"tiny",name:"Tiny",timeZone:"Europe/Zurich",
 days:[{date:"2025-06-23",label:"Day 1",open:["09:00-17:00"]}],gridMinutes:15,
 calendar:{domain:"https://Tiny.example/2025/",organizer:"The desk <desk@tiny.example>",url:"www.tiny.example"}}
JSON
printf 'id,name,capacity\nhall,Hall,100\n' >"$tables/rooms.csv"
printf 'id,name,kind\nws.a,A,WS\n' >"$tables/programme-elements.csv"
cat >"$tables/sessions.csv" <<'CSV'
id,activity,title,minutes,audience,url,conference
a-1,ws.a,First,60,60,www.meeting.example/a,Zoom 000 0000 0000 (code 00)
a-2,ws.a,Second,60,60,https://meeting.example/session/é,https://video.example/j/1?pwd=a b
a-3,ws.a,Third,60,60,javascript:alert(1),https://video.example/会议
a-4,ws.a,Fourth,60,60,HTTPS://meeting.example/four,https://büro.example/4
a-5,ws.a,Fifth,60,60,data:text/html;alert(1),https://zoom.example/j/5 Passcode: 123
a-6,ws.a,Sixth,60,60,https://meeting.example/6,tel:+41229170000
CSV
cat >"$work/schedule.csv" <<'CSV'
session,date,start,room,status
a-1,2025-06-23,09:00,hall,placed
a-2,2025-06-23,10:00,hall,placed
a-3,2025-06-23,11:00,hall,placed
a-4,2025-06-23,12:00,hall,placed
a-5,2025-06-23,13:00,hall,placed
a-6,2025-06-23,14:00,hall,placed
CSV

"$PROGRAMME" check "$tables" >"$work/check"
"$PROGRAMME" check "$tables" --json >"$work/check.json"
"$PROGRAMME" publish "$tables" "$work/schedule.csv" --out "$work/out" --json \
  >"$work/publish.json" 2>"$work/publish"
"$PROGRAMME" export "$tables" "$work/schedule.csv" --out "$work/export" --json \
  >"$work/export.json" 2>"$work/export.err"
"$PYTHON" Tests/EndToEnd/addresses.py "$work"

# Typed in capital letters it is the same; what is no page is refused before anything is written.
"$PROGRAMME" publish "$tables" "$work/schedule.csv" --out "$work/capital" \
  --address HTTPS://igf.example/2025 >/dev/null 2>&1
grep -q "SOURCE;VALUE=URI:https://igf.example/2025/programme.ics" "$work/capital/public/programme.ics"
for address in 'javascript:alert(1)' 'the web' 'mailto:a@b.example' 'https://igf.example/?a'; do
  status=0
  "$PROGRAMME" publish "$tables" "$work/schedule.csv" --out "$work/none" --address "$address" \
    >"$work/text" 2>&1 || status=$?
  [ "$status" = 2 ] && [ ! -e "$work/none" ]
  grep -q "is not an address such as https://igf.example/2025/" "$work/text"
done

# A domain that is none makes no identities.
sed -i 's|https://Tiny.example/2025/|the IGF|' "$tables/meeting.json"
status=0
"$PROGRAMME" publish "$tables" "$work/schedule.csv" --out "$work/none" >/dev/null 2>"$work/text" || status=$?
[ "$status" = 2 ] && [ ! -e "$work/none" ]
grep -q "calendar.domain 'the IGF' is no domain" "$work/text"
# A register that has them goes on with those it has.
"$PROGRAMME" publish "$tables" "$work/schedule.csv" --out "$work/out" --status final >/dev/null 2>&1
[ "$(grep -c '^UID:a-.@tiny.example' "$work/out/public/programme.ics")" = 6 ]
