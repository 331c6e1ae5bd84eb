# SPDX-License-Identifier: GPL-3.0-or-later
# Tables as a spreadsheet of another country saves them give the very draft that the plain ones give, and
# check says once for each column how they were read.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r Scenarios/small "$work/small"
"$PYTHON" - "$work/small" <<'END'
import csv, pathlib, re, sys

folder = pathlib.Path(sys.argv[1])
answers = {"yes": "WAHR", "no": "FALSCH"}

def written(cell, column):
    if column in ("url", "title", "name", "reason", "action_plan", "proposal"):
        return cell
    cell = re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\3.\2.\1", cell)
    cell = re.sub(r"\b0(\d:\d\d)", r"\1", cell)
    if column in ("available", "allowed", "window"):
        cell = cell.replace("-", " – ")
    if column in ("capacity", "minutes", "audience") and cell:
        cell += ",0"
    return answers.get(cell, cell)

for path in folder.glob("*.csv"):
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    header = rows[0]
    with path.open("w", newline="", encoding="utf-16") as file:
        file.write("sep=;\r\n")
        writer = csv.writer(file, delimiter=";")
        writer.writerow([name.upper().replace("_", " ") for name in header])
        for row in rows[1:]:
            writer.writerow([written(cell, column) for cell, column in zip(row, header)])
END
"$PROGRAMME" check "$work/small" >"$work/text"
grep -q "0 errors, " "$work/text"
grep -q "note, line 3, column capacity: 3 cells are read as the contract writes them: '300,0' as 300" "$work/text"
"$PROGRAMME" check "$work/small" --json >"$work/json"
"$PYTHON" - "$work/json" <<'END'
import collections, json, sys

findings = json.load(open(sys.argv[1]))["findings"]
read = [f for f in findings if f["rule"] == "spelling"]
assert read and all(f["severity"] == "note" for f in read)
columns = collections.Counter((f["file"], f["column"]) for f in read)
assert max(columns.values()) == 1, columns
assert all(c["read_as"] != c["value"] for f in read for c in f["cells"])
END
"$PROGRAMME" draft Scenarios/small --out "$work/plain" >/dev/null 2>&1
"$PROGRAMME" draft "$work/small" --out "$work/spelt" >/dev/null 2>&1
cmp "$work/plain/schedule.csv" "$work/spelt/schedule.csv"
cmp "$work/plain/programme.ics" "$work/spelt/programme.ics"

# A file under another name is said by draft as well, and nothing else of it is silent.
mv "$work/small/links.csv" "$work/small/Annual meeting - Links.CSV"
"$PROGRAMME" draft "$work/small" --out "$work/lost" >/dev/null 2>"$work/err"
grep -q "is 'links.csv' meant?" "$work/err"
