# SPDX-License-Identifier: GPL-3.0-or-later
# What-ifs side by side: the same bytes whatever runs beside what, every schedule passes the review,
# an infeasible one and one that fails check are told in their rows, one that is killed fails alone,
# Ctrl-C keeps what is there, and for wrong words the nearest right ones are named.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kyoto=Scenarios/igf-2023-kyoto

# Kyoto's three questions and an impossible one: status 1, and each answer in its row.
status=0
"$PROGRAMME" what-if $kyoto fourth-policy-network lose-a-room-for-a-day merge-two-coalitions \
  --change 'rooms main-hall remove' --jobs 4 --fresh-base --out "$work/kyoto" >"$work/text" 2>"$work/err" || status=$?
[ "$status" = 1 ]
grep -q "^base: [a-z]* 407.*(1 of 5)" "$work/err"
grep -q "What if we lose Room I on Day 2?" "$work/text"
grep -q "change: What if room main-hall (Main Hall) is removed?" "$work/text"
"$PYTHON" - "$work/kyoto/what-if.json" <<'P'
import json, sys
study = json.load(open(sys.argv[1]))
states = {row["name"]: row["state"] for row in study["what_ifs"]}
assert states.pop("change") == "infeasible", states
assert set(states.values()) <= {"optimal", "feasible"} and len(states) == 3, states
marks = [row["mark"] for row in study["what_ifs"]]
assert marks.count("worst") == 1 and "best" in marks, marks
for row in study["what_ifs"]:
    if row["feasible"]:
        assert row["cost"] == sum(c["cost"] for c in row["costs"].values())
        assert (row["bound"] == row["cost"]) == (row["state"] == "optimal")
        assert row["against_base"] == row["cost"] - study["base"]["cost"]
P
"$PROGRAMME" review $kyoto "$work/kyoto/schedules/base.csv" --json >/dev/null
for name in fourth-policy-network lose-a-room-for-a-day merge-two-coalitions; do
  "$PROGRAMME" review $kyoto "$work/kyoto/schedules/$name.csv" --what-if $name \
    --baseline "$work/kyoto/schedules/base.csv" --json >"$work/review"
  "$PYTHON" - "$work/review" "$work/kyoto/what-if.json" $name <<'P'
import json, sys
review, study = (json.load(open(path)) for path in sys.argv[1:3])
row = next(row for row in study["what_ifs"] if row["name"] == sys.argv[3])
assert not review["violations"] and review["objective"] == row["cost"], row["cost"]
P
done
"$PYTHON" Tests/Browser/check_page.py "$CHROMIUM" "$work/kyoto/what-if.html"
# The answer from nothing is the answer from the base, and one at a time is all at once.
"$PROGRAMME" what-if $kyoto --fresh-base --jobs 1 --out "$work/one" >/dev/null 2>&1
"$PROGRAMME" what-if $kyoto --fresh-base --jobs 3 --out "$work/three" >/dev/null 2>&1
diff -r "$work/one" "$work/three"
"$PROGRAMME" what-if $kyoto --base "$work/one/schedules/base.csv" --cold --json --out "$work/cold" \
  >"$work/cold.json" 2>/dev/null
"$PYTHON" - "$work/cold.json" "$work/one/what-if.json" <<'P'
import json, sys
cold, warm = (json.load(open(path)) for path in sys.argv[1:])
both = list(zip(cold["what_ifs"], warm["what_ifs"]))
assert len(both) == 3
for a, b in both:
    if a["state"] == b["state"] == "optimal":
        assert a["cost"] == b["cost"], a["name"]
    assert a["bound"] <= b["cost"] and b["bound"] <= a["cost"], a["name"]
P

# A what-if that fails check is told in its row; the others are answered.
cp -r Scenarios/small "$work/small"
echo '{ question: "What if it is wrong?", changes: [ { table: "rooms", id: "fjrd", remove: true } ] }' \
  >"$work/small/what-if/wrong.json"
status=0
"$PROGRAMME" what-if "$work/small" --out "$work/wrong" >"$work/text" 2>/dev/null || status=$?
[ "$status" = 1 ]
grep -q "rooms.csv has no row 'fjrd'. (did you mean 'fjord'?)" "$work/text"
grep -q '^wrong,What if it is wrong?,refused,' "$work/wrong/what-if.csv"
grep -q '^lose-fjord-on-day-2,.*,optimal,yes,' "$work/wrong/what-if.csv"

# What somebody edited is not written over; what is typed wrongly is said before anything runs.
echo >>"$work/wrong/what-if.csv"
expect() {
  status=0
  "$PROGRAMME" "${@:2}" >"$work/text" 2>&1 || status=$?
  [ "$status" = 2 ] || { echo "${*:2}: status $status"; cat "$work/text"; exit 1; }
  grep -q -- "$1" "$work/text" || { echo "${*:2}:"; cat "$work/text"; exit 1; }
  [ ! -e "$work/none" ] || { echo "${*:2}: something was written"; exit 1; }
}
expect "what-if.csv in .* was edited since" what-if "$work/small" --out "$work/wrong"
mkdir -p "$work/theirs/schedules"
echo mine >"$work/theirs/schedules/base.csv"
expect "base.csv in .* is not from this command" what-if "$work/small" --out "$work/theirs"
expect "did you mean 'lose-fjord-on-day-2'" what-if Scenarios/small lose-fjord-on-day-3 --out "$work/none"
expect "is named twice" what-if $kyoto fourth-policy-network fourth-policy-network --out "$work/none"
expect "did you mean 'rooms'" what-if Scenarios/small --change 'romms fjord remove' --out "$work/none"
expect "did you mean 'fjord'" what-if Scenarios/small --change 'rooms fjrod remove' --out "$work/none"
expect "did you mean 'available'" what-if Scenarios/small --change 'rooms fjord availble=2025-06-23' --out "$work/none"
expect "did you mean 'dc.iot'" what-if Scenarios/small --change 'links add from=dc.iott to=nri-1 kind=apart strength=5' --out "$work/none"
expect "COLUMN=VALUE is expected" what-if Scenarios/small --change 'rooms fjord available' --out "$work/none"
expect "is not a whole number" what-if Scenarios/small --jobs 0 --out "$work/none"
expect "for the program itself" what-if-worker </dev/null

# One run that is killed fails alone; Ctrl-C ends all and keeps what is there; nobody is left behind.
python3 Tests/Benchmarks/generate.py 300 1 tight "$work/large"
"$PROGRAMME" draft "$work/large" --work 1500 --out "$work/draft" >/dev/null 2>&1
# Large ones, too, have the same answer and the same bound whatever runs beside them.
for jobs in 1 2; do
  "$PROGRAMME" what-if "$work/large" --base "$work/draft/schedule.csv" --work 3000 --jobs $jobs \
    --change 'meeting weights.theme-clash=5' --change 'meeting turnoverMinutes=5' \
    --out "$work/beside-$jobs" >/dev/null 2>&1
done
diff -r "$work/beside-1" "$work/beside-2"
"$PYTHON" - "$work/beside-2/what-if.json" <<'P'
import json, sys
row = json.load(open(sys.argv[1]))["what_ifs"][1]
assert row["bound"] > 0.7 * row["cost"], (row["name"], row["bound"], row["cost"])
P
"$PYTHON" - "$PROGRAMME" "$work" <<'P'
import csv, os, pty, re, signal, subprocess, sys, time
programme, work = sys.argv[1:]
def start(out, *more, stderr=subprocess.PIPE):
    command = [programme, "what-if", f"{work}/large", "--base", f"{work}/draft/schedule.csv",
               "--change", "meeting weights.theme-clash=5", "--change", "meeting weights.theme-clash=6",
               "--jobs", "2", "--out", out, *more]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=stderr, text=True,
                            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
def workers(process):
    return open(f"/proc/{process.pid}/task/{process.pid}/children").read().split()
def both(process):
    begun = 0
    while begun < 2:
        begun += process.stderr.readline().endswith(": begins\n")
    time.sleep(1)
    children = workers(process)
    assert len(children) == 2, children
    return children
def rows(out):
    return {row["name"]: row for row in csv.DictReader(open(f"{out}/what-if.csv"))}

process = start(f"{work}/killed", "--time", "4")
os.kill(int(both(process)[0]), signal.SIGKILL)
process.communicate()
states = {name: row["state"] for name, row in rows(f"{work}/killed").items()}
assert process.returncode == 1 and sorted(states.values()) == ["failed", "feasible", "given"], states
assert any("signal 9" in row["notes"] for row in rows(f"{work}/killed").values())

process = start(f"{work}/interrupted")
children = both(process)
process.send_signal(signal.SIGINT)
_, said = process.communicate()
for name in ("change-1", "change-2"):
    assert f"{name}: stopped by you, ending: " in said or f"{name}: feasible" in said, said
    assert any(line.startswith(f"{name}: feasible") and ", stopped by you, " in line
               for line in said.splitlines()), said
states = {name: row["state"] for name, row in rows(f"{work}/interrupted").items()}
assert states == {"base": "given", "change-1": "feasible", "change-2": "feasible"}, states
stopped = {name: row["stopped"] for name, row in rows(f"{work}/interrupted").items()}
assert stopped == {"base": "no", "change-1": "yes", "change-2": "yes"}, stopped
assert "stopped by you" in open(f"{work}/interrupted/what-if.html").read()
assert not any(os.path.exists(f"/proc/{child}") for child in children)

# On a terminal every run has its line, which ticks each second even when nothing is new. How long
# a second's work takes is the machine's affair: it is watched until each line has ticked three
# times.
mine, theirs = pty.openpty()
process = start(f"{work}/live", stderr=theirs)
os.close(theirs)
shown = b""
def ticks(name):
    pattern = rf"{name}: (?:placing|improving|proving): [^\r\n]*?, (\d+) s"
    return set(re.findall(pattern, shown.decode(errors="replace")))
asked = False
signal.alarm(180)
while True:
    try:
        part = os.read(mine, 4096)
    except OSError:
        break
    if not part:
        break
    shown += part
    if not asked and all(len(ticks(name)) >= 3 for name in ("change-1", "change-2")):
        process.send_signal(signal.SIGINT)
        asked = True
signal.alarm(0)
process.wait()
for name in ("change-1", "change-2"):
    assert len(ticks(name)) >= 3, (name, ticks(name))
    assert re.search(rf"{name}: improving: best \d+, bound \d+, gap [\d.]+ %, \d+ s", shown.decode()), shown

process = start(f"{work}/orphans")
children = both(process)
process.kill()
process.communicate()
for _ in range(100):
    if not any(os.path.exists(f"/proc/{child}/exe") for child in children):
        break
    time.sleep(0.1)
else:
    sys.exit("workers outlive the one who waits for them")
assert not os.path.exists(f"{work}/orphans")
P

# Where the system has no process for any run, that is one sentence; where it has none for a while, the
# run waits for its turn.
status=0
timeout 60 strace -f -o "$work/trace" -e trace=clone,clone3 -e inject=clone,clone3:error=EAGAIN \
  "$PROGRAMME" what-if Scenarios/small --fresh-base --out "$work/none" >"$work/text" 2>"$work/err" \
  || status=$?
[ "$status" = 2 ] && [ ! -s "$work/text" ] && [ ! -e "$work/none" ]
grep -q "^programme: no worker could be started: Resource temporarily unavailable; nothing is" "$work/err"
