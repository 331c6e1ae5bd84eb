# SPDX-License-Identifier: GPL-3.0-or-later
# However explain is interrupted, it ends within a second with what it has, says what it did not get
# to, and exits as interrupted: 130 for Ctrl-C, 143 for SIGTERM.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 Tests/Benchmarks/generate.py 300 1 tight "$work/large"
"$PROGRAMME" draft "$work/large" --work 300 --out "$work/draft" >/dev/null 2>&1 || true
session=$(sed -n '2s/,.*//p' "$work/draft/schedule.csv")

# A meeting that is too full and takes a while to say why: nothing is optional.
python3 Tests/Benchmarks/generate.py 150 1 over "$work/over"
sed -i 's/,optional,/,must,/' "$work/over/sessions.csv"

"$PYTHON" - "$PROGRAMME" "$work" "$session" <<'P'
import json, signal, subprocess, sys, time
programme, work, session = sys.argv[1:]
modes = {
    "why": [f"{work}/over"],
    "prices": [f"{work}/large", f"{work}/draft", "--prices"],
    "fragile": [f"{work}/large", f"{work}/draft", "--fragile"],
    "session": [f"{work}/large", f"{work}/draft", "--session", session],
}
tried = interrupted = 0
slowest = 0.0
for mode, words in modes.items():
    for after, number, status in ((0.4, signal.SIGINT, 130), (0.9, signal.SIGTERM, 143), (1.8, signal.SIGINT, 130)):
        process = subprocess.Popen(
            [programme, "explain", *words, "--json"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        tried += 1
        try:
            process.communicate(timeout=after)
            continue
        except subprocess.TimeoutExpired:
            pass
        process.send_signal(number)
        begun = time.monotonic()
        text, _ = process.communicate()
        took = time.monotonic() - begun
        slowest = max(slowest, took)
        assert took < 1, (mode, after, took)
        answer = json.loads(text)
        if process.returncode in (0, 1):
            # It had the whole answer when the signal came.
            assert not answer["not_reached"], (mode, after, answer["not_reached"])
            continue
        assert process.returncode == status, (mode, after, process.returncode)
        assert answer["not_reached"], (mode, after)
        words_said = json.dumps(answer["sections"])
        assert "Stopped by you. Not reached: " in words_said, (mode, after)
        assert all(clause in words_said for clause in answer["not_reached"]), (mode, after)
        interrupted += 1
print(f"tried {tried}, interrupted {interrupted}, slowest end {slowest:.2f} s")
assert interrupted >= 11, interrupted
P
