# SPDX-License-Identifier: GPL-3.0-or-later
"""The file of results: a record a line, one for each (instance, solver, seed, seconds), and the machine."""

import json
import os
import platform
import re
import subprocess
import sys
from importlib.metadata import version

from instances import ROOT


class Book:
    def __init__(self, path):
        self.path = path
        self.machine, self.records, self.what_ifs = {}, [], []
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                data = json.load(file)
            self.machine, self.records, self.what_ifs = data["machine"], data["records"], data["whatIfs"]

    @staticmethod
    def key(record):
        return record["instance"], record["solver"], record["seed"], float(record["seconds"])

    def has(self, *key):
        return any(self.key(record) == (*key[:3], float(key[3])) for record in self.records)

    def put(self, record):
        self.records = [r for r in self.records if self.key(r) != self.key(record)] + [record]
        self._write(record)

    @staticmethod
    def what_if_key(record):
        return record["instance"], record["seed"], float(record["seconds"])

    def has_what_if(self, *key):
        return any(self.what_if_key(record) == (*key[:2], float(key[2])) for record in self.what_ifs)

    def put_what_if(self, record):
        self.what_ifs = [r for r in self.what_ifs if self.what_if_key(r) != self.what_if_key(record)] + [record]
        self._write(record)

    def _write(self, record):
        """Writes the whole file again, so that a run can be interrupted at any time."""
        self.machine = machine()
        record["commit"] = self.machine["commit"]

        def lines(records):
            return "[\n" + ",\n".join(json.dumps(r) for r in records) + "\n]"
        with open(self.path + ".new", "w", encoding="utf-8") as file:
            file.write(f'{{"machine": {json.dumps(self.machine)},\n"records": {lines(self.records)},\n'
                       f'"whatIfs": {lines(self.what_ifs)}}}\n')
        os.replace(self.path + ".new", self.path)


def machine():
    def first(command, pattern=r"(.*)"):
        text = subprocess.run(command, capture_output=True, text=True, cwd=ROOT).stdout
        found = re.search(pattern, text)
        return found[1].strip() if found else "unknown"
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        cpu = re.search(r"model name\s*: (.*)", file.read())
    return {
        "processor": cpu[1] if cpu else platform.machine(), "cores": len(os.sched_getaffinity(0)),
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "system": first(["sh", "-c", ". /etc/os-release; echo $PRETTY_NAME"]),
        "commit": first(["git", "describe", "--always", "--dirty"]),
        "glpsol": first(["glpsol", "--version"], r"GLPSOL.*?(\d+\.\d+)"),
        "cbc": first(["dpkg-query", "-W", "-f", "${Version}", "coinor-cbc"]),
        "highspy": version("highspy"), "ortools": version("ortools"), "python": sys.version.split()[0],
    }
