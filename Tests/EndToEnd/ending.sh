# SPDX-License-Identifier: GPL-3.0-or-later
# However a search ends, the best draft so far is written, reviewed, with an honest bound.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 Tests/Benchmarks/generate.py 300 1 tight "$work/large"

"$PROGRAMME" draft "$work/large" --time 4 --out "$work/time" >"$work/text" 2>/dev/null
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
