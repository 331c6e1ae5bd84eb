# SPDX-License-Identifier: GPL-3.0-or-later
# However a search ends, the best draft so far is written, reviewed, with an honest bound.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 Tests/Benchmarks/generate.py 300 1 tight "$work/large"

"$PROGRAMME" draft "$work/large" --time 3 --out "$work/time" >"$work/text" 2>/dev/null
grep -q '"status" : "feasible"' "$work/time/draft.json"
grep -q "Not proven the best: this draft costs" "$work/text"
"$PROGRAMME" review "$work/large" "$work/time/schedule.csv" --json >/dev/null

for signal in INT TERM HUP; do
  "$PYTHON" - "$signal" "$PROGRAMME" draft "$work/large" --out "$work/$signal" <<'P'
import signal, subprocess, sys, time
process = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                           preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
process.stderr.readline()
time.sleep(0.5)
process.send_signal(getattr(signal, "SIG" + sys.argv[1]))
process.stderr.read()
sys.exit(process.wait())
P
  "$PROGRAMME" review "$work/large" "$work/$signal/schedule.csv" --json >/dev/null
done

# Two runs give the same bytes.
for run in 1 2; do
  "$PROGRAMME" draft Scenarios/igf-2023-kyoto --out "$work/run$run" >/dev/null 2>&1
done
cmp "$work/run1/schedule.csv" "$work/run2/schedule.csv"
cmp "$work/run1/programme.ics" "$work/run2/programme.ics"

# A gap that is good enough ends the search, and progress can be read by programs.
"$PROGRAMME" draft "$work/large" --gap 90 --progress json --out "$work/gap" >/dev/null 2>"$work/progress"
"$PYTHON" - "$work/progress" "$work/gap/draft.json" <<'P'
import json, sys
steps = [json.loads(line) for line in open(sys.argv[1])]
assert steps and all(set(step) == {"phase", "incumbent", "bound", "gap", "seconds"} for step in steps)
draft = json.load(open(sys.argv[2]))
assert draft["status"] == "feasible" and draft["gap"] <= 0.9, draft["gap"]
P

# A reader of the progress who goes away ends the search like Ctrl-C, and the draft is written.
"$PYTHON" - "$PROGRAMME" draft "$work/large" --time 900 --out "$work/pipe" <<'P'
import subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
while b"best" not in process.stderr.readline():
    pass
process.stderr.close()
sys.exit(process.wait(timeout=120))
P
"$PROGRAMME" review "$work/large" "$work/pipe/schedule.csv" --json >/dev/null

# So much work gives the same draft on one core and on two, with the same trace but for its seconds.
"$PROGRAMME" draft "$work/large" --work 1500 --seed 3 --out "$work/two" >/dev/null 2>&1
taskset -c 0 "$PROGRAMME" draft "$work/large" --work 1500 --seed 3 --out "$work/one" >/dev/null 2>&1
cmp "$work/one/schedule.csv" "$work/two/schedule.csv"
diff <(grep -v '"seconds"' "$work/one/draft.json") <(grep -v '"seconds"' "$work/two/draft.json")
"$PYTHON" - "$work/two/draft.json" <<'P'
import json, sys
draft = json.load(open(sys.argv[1]))
trace = draft["trace"]
assert trace[-1]["incumbent"] == draft["objective"] and trace[-1]["bound"] == draft["bound"]
for before, after in zip(trace, trace[1:]):
    assert after["work"] >= before["work"] and after["bound"] >= before["bound"]
    assert before["incumbent"] is None or after["incumbent"] <= before["incumbent"]
P

# A meeting with more to place than there is room for ends with a proof or with the best partial draft.
python3 Tests/Benchmarks/generate.py 60 1 over "$work/over"
status=0
"$PROGRAMME" draft "$work/over" --time 5 --out "$work/over-draft" >"$work/text" 2>/dev/null || status=$?
[ "$status" = 0 ] || [ "$status" = 1 ]
grep -qE "Left out: |Infeasible, proven" "$work/text"
