# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios by name: `kyoto`, or sessions and sort as in `300-tight` or `66-rich`, with the seed that draws it."""

import os
import re
import subprocess
import sys

from generate import SORTS

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PROGRAMME = os.path.join(ROOT, ".build/release/programme")
STORE = os.path.join(ROOT, ".build/benchmarks")
FIXED = {"kyoto": os.path.join(ROOT, "Scenarios/igf-2023-kyoto")}
GENERATED = re.compile(rf"(\d+)-({'|'.join(SORTS)})")


class Instance:
    made = set()

    def __init__(self, name, seed):
        self.name, self.seed = name, seed
        if name in FIXED:
            self.scenario = FIXED[name]
        elif match := GENERATED.fullmatch(name):
            self.scenario = os.path.join(STORE, "scenarios", f"{name}-{seed}")
            subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), match[1], str(seed), match[2], self.scenario], check=True)
        else:
            sys.exit(f"'{name}' is no instance: {', '.join(FIXED)}, or sessions and {', '.join(SORTS)}, as in 300-tight")
        self.folder = os.path.join(STORE, "models", name if name in FIXED else f"{name}-{seed}")

    @property
    def planted(self):
        """The schedule that the scenario was made around, where it was."""
        path = os.path.join(self.scenario, "planted.csv")
        return path if os.path.exists(path) else None

    @property
    def problem(self):
        return self.file("problem.json")

    def file(self, name):
        """problem.json, or model.mps with it, written by the program once a run."""
        path = os.path.join(self.folder, name)
        if path not in Instance.made:
            # A large model.mps is hundreds of MB. Written alone, either would replace the other.
            only = ["--only", name] if name == "problem.json" else []
            subprocess.run([PROGRAMME, "model", self.scenario, "--out", self.folder, *only, "--force"],
                           check=True, stdout=subprocess.DEVNULL)
            Instance.made |= {path, os.path.join(self.folder, "problem.json")}
        return path
