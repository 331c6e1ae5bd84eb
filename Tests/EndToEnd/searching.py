# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends signals at various instants of runs and measures how long they take to end.

The limit is generous for a busy machine; what is printed is what was seen.
"""
import os
import signal
import subprocess
import sys
import time

programme, root = sys.argv[1:]
tables = os.path.join(root, "large")
subprocess.run([sys.executable, "Tests/Benchmarks/generate.py", "300", "1", "loose",
                tables], check=True, stdout=subprocess.DEVNULL)
over = os.path.join(root, "over")
subprocess.run([sys.executable, "Tests/Benchmarks/generate.py", "150", "1", "over", over],
               check=True, stdout=subprocess.DEVNULL)
base = os.path.join(root, "base.csv")
subprocess.run([programme, "draft", tables, "--work", "1500", "--out", os.path.join(root, "before")],
               check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
os.rename(os.path.join(root, "before", "schedule.csv"), base)
worst = 0.0


def end(words, number, wait):
    """How long a run takes to end after a signal; 0 where it had ended before."""
    run = subprocess.Popen([programme, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                           text=True)
    time.sleep(wait)
    run.send_signal(number)
    asked = time.monotonic()
    said, _ = run.communicate(timeout=60)
    took = time.monotonic() - asked
    print(f"{' '.join(os.path.basename(word) for word in words[:4])}, {signal.Signals(number).name}"
          f" after {wait} s: ended after {took:.2f} s")
    return took, said


others = [["draft", over, "--allow-unplaced", "--out", os.path.join(root, "part")],
          ["draft", tables, "--baseline", base, "--fewest-moves", "--out", os.path.join(root, "few")],
          ["explain", tables, base, "--fragile"], ["explain", tables, base, "--prices"],
          ["explain", over], ["compare", tables, base, base], ["review", tables, base]]
for turn, words in enumerate(others):
    took, _ = end(words, (signal.SIGINT, signal.SIGTERM)[turn % 2], 0.8)
    worst = max(worst, took)

for words in (["draft", tables], ["what-if", tables, "--change", "meeting turnoverMinutes=5"]):
    for number in (signal.SIGINT, signal.SIGTERM):
        for wait in (0.4, 1.5):
            took, said = end([*words, "--out", os.path.join(root, "now"), "--force"], number, wait)
            worst = max(worst, took)
            if words[0] == "draft" and wait > 1:
                assert "Stopped by you" in said, said
print(f"the slowest end: {worst:.2f} s")
assert worst < 5
