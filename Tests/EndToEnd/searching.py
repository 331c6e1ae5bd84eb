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
worst = 0.0
for words in (["draft", tables], ["what-if", tables, "--change", "meeting turnoverMinutes=5"]):
    for number in (signal.SIGINT, signal.SIGTERM):
        for wait in (0.4, 1.5, 4.0):
            run = subprocess.Popen([programme, *words, "--out", os.path.join(root, "now"), "--force"],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            time.sleep(wait)
            run.send_signal(number)
            asked = time.monotonic()
            said, _ = run.communicate(timeout=60)
            took = time.monotonic() - asked
            worst = max(worst, took)
            print(f"{words[0]}, {signal.Signals(number).name} after {wait} s: ended after {took:.2f} s")
            if words[0] == "draft" and wait > 1:
                assert "Stopped by you" in said, said
print(f"the slowest end: {worst:.2f} s")
assert worst < 5
