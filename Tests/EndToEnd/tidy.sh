# SPDX-License-Identifier: GPL-3.0-or-later
# Tables as people keep them become plain ones, only with a word of consent, and nothing of them is lost;
# a scenario goes through a workbook and a spreadsheet that saves it, and comes back the same.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office() { soffice -env:UserInstallation="file://$work/profile" --headless "$@" >/dev/null 2>&1; }
fails() { local status=0; "$@" >"$work/out" 2>"$work/err" || status=$?; [ "$status" = "${want:-1}" ]; }

# The difference is shown and nothing written; with consent it is, and the tables as they were are kept.
cp -r Scenarios/small "$work/untidy"
sed -i 's/,/;/g; s/09:00/9.00/g' "$work/untidy/sessions.csv"
mv "$work/untidy/limits.csv" "$work/untidy/Annual meeting - Limits.CSV"
printf 'Rooms of the year\n\n%s\n' "$(sed 's/2025-06-23/23.06.2025/' Scenarios/small/rooms.csv)" >"$work/untidy/rooms.csv"
cp -r "$work/untidy" "$work/as-it-was"
fails "$PROGRAMME" tidy "$work/untidy"
grep -q "separator: ; → ," "$work/out"
grep -q "Annual meeting - Limits.CSV becomes limits.csv" "$work/out"
grep -q "Nothing was written" "$work/out"
diff -r "$work/as-it-was" "$work/untidy"
"$PYTHON" - "$PROGRAMME" "$work" <<'END'
import json, os, pty, subprocess, sys

programme, work = sys.argv[1:]


def asked(answer):
    """The program on a terminal of its own, with an answer typed."""
    child, terminal = pty.fork()
    if child == 0:
        os.execv(programme, [programme, "tidy", work + "/untidy"])
    os.write(terminal, answer.encode())
    shown = b""
    try:
        while part := os.read(terminal, 4096):
            shown += part
    except OSError:
        pass
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown.decode()


status, shown = asked("\n")
assert status == 1 and "Write it? [y/N]" in shown and "Nothing was written" in shown, shown
assert not os.path.exists(work + "/untidy/before-tidy-1")
facts = json.loads(subprocess.run([programme, "tidy", work + "/untidy", "--json"], capture_output=True).stdout)
assert not facts["tidy"] and {f["file"]: f.get("becomes") for f in facts["files"]} == {
    "rooms.csv": None, "sessions.csv": None, "Annual meeting - Limits.CSV": "limits.csv"}, facts
status, shown = asked("ja\n")
assert status == 0 and "before-tidy-1" in shown, shown
END
for table in Scenarios/small/*.csv; do cmp "$table" "$work/untidy/$(basename "$table")"; done
diff "$work/as-it-was/sessions.csv" "$work/untidy/before-tidy-1/sessions.csv"
[ -e "$work/untidy/before-tidy-1/Annual meeting - Limits.CSV" ]
"$PROGRAMME" tidy "$work/untidy" --write >"$work/out"
grep -q "nothing to tidy" "$work/out"

# Through a workbook, saved by a spreadsheet in another form, and back.
for name in small igf-2023-kyoto; do
  "$PROGRAMME" tidy "Scenarios/$name" --to "$work/$name.xlsx" >/dev/null 2>"$work/err"
  grep -q "The comments in it cannot go into a workbook" "$work/err"
done
office --convert-to ods --outdir "$work" "$work/small.xlsx" "$work/igf-2023-kyoto.xlsx"
for name in small igf-2023-kyoto; do
  "$PROGRAMME" tidy "$work/$name.ods" --to "$work/$name" >"$work/out"
  grep -q "nothing to tidy" "$work/out"
  for table in Scenarios/"$name"/*.csv; do
    [ "$(basename "$table")" = published.csv ] || cmp "$table" "$work/$name/$(basename "$table")"
  done
  "$PROGRAMME" check "Scenarios/$name" >"$work/before"
  "$PROGRAMME" check "$work/$name" >"$work/after"
  cmp "$work/before" "$work/after"
done

# A workbook and a folder that are there stay; what a copy would lose is named, and nothing is written.
want=2 fails "$PROGRAMME" tidy Scenarios/small --to "$work/small.xlsx"
grep -q "is there already; --force replaces it" "$work/err"
want=2 fails "$PROGRAMME" tidy "$work/small.ods" --to "$work/small"
want=2 fails "$PROGRAMME" tidy "$work/small.ods" --write
sed -i '2s/$/,more/' "$work/small/links.csv"
want=2 fails "$PROGRAMME" tidy "$work/small" --to "$work/lossy.xlsx"
grep -q "The row has more cells than the header has columns" "$work/err"
[ ! -e "$work/lossy.xlsx" ]
