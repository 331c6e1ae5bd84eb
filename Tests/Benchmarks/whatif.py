# SPDX-License-Identifier: GPL-3.0-or-later
"""A room is lost for a day: whether a search that starts from the known draft is, in a tenth of the time, where a cold start ends.

The what-if sets the price of moves to nothing, so that both searches have the same objective and the
baseline is a start and no more.
"""

import csv
import json
import os
import shutil

import measure
from instances import STORE, Instance

NAME = "room-lost"


def changed(instance):
    """A copy of the scenario with the what-if: its last room is closed on the second day."""
    folder = os.path.join(STORE, "what-ifs", f"{instance.name}-{instance.seed}")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(instance.scenario, folder)
    with open(os.path.join(folder, "meeting.json"), encoding="utf-8") as file:
        dates = [day["date"] for day in json.load(file)["days"]]
    with open(os.path.join(folder, "rooms.csv"), newline="", encoding="utf-8") as file:
        room = list(csv.DictReader(file))[-1]["id"]
    os.makedirs(os.path.join(folder, "what-if"), exist_ok=True)
    with open(os.path.join(folder, "what-if", NAME + ".json"), "w", encoding="utf-8") as file:
        json.dump({"question": f"What if we lose {room} on day 2?", "changes": [
            {"table": "rooms", "id": room, "set": {"available": ";".join(dates[:1] + dates[2:])}},
            {"meeting": {"weights": {"moved": 0}}}]}, file, indent=1)
    copy = Instance(instance.name, instance.seed)
    copy.scenario = folder
    return copy


def run(name, seed, seconds):
    """The record: what a cold start costs at the end, and what one from the known draft costs in a tenth of the time."""
    instance = Instance(name, seed)
    # The draft of the run of that time, where it stands.
    known = os.path.join(STORE, "runs", f"{name}-{seed}", f"ours-{seed}-{seconds:g}", "draft", "schedule.csv")
    if not os.path.exists(known):
        measure.run(instance, "ours", seed, seconds)
    copy, options = changed(instance), ("--what-if", NAME)
    cold = measure.run(copy, "ours", seed, seconds, options, options, label="-cold")
    warm = measure.run(copy, "ours", seed, seconds / 10, (*options, "--baseline", known), options, label="-warm")
    return {"instance": name, "seed": seed, "seconds": seconds, "cold": cold["objective"], "warm": warm["objective"],
            "coldIncumbents": cold["incumbents"], "warmIncumbents": warm["incumbents"]}


def times(record):
    """When the cold start reached its last objective, and when the warm one was as good; None if never."""
    cold = next(at for at, value in record["coldIncumbents"] if value <= record["cold"])
    warm = next((at for at, value in record["warmIncumbents"] if value <= record["cold"]), None)
    return cold, warm
