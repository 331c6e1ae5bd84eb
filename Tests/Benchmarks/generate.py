#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes an IGF-like scenario in the contract's format, the same for the same arguments.

usage: generate.py SESSIONS SEED loose|tight|over DIR

loose fills about 60 % of the room time, tight 92 %, over 110 % (a fifth of the sessions is optional then).
"""

import csv
import json
import os
import random
import sys
from datetime import date, timedelta

THEMES = ["ai", "fragmentation", "cybersecurity", "data", "inclusion", "governance", "rights", "environment"]
FILL = {"loose": 0.60, "tight": 0.92, "over": 1.10}


def main(count, seed, fill, folder):
    rng = random.Random(f"{count}/{seed}/{fill}")
    days = 6 if count >= 1000 else 5 if count >= 150 else 4 if count >= 100 else 3
    slots = ["09:00", "10:45", "14:00", "15:45", "17:15"]
    rooms = max(3, round(count / (days * len(slots) * FILL[fill])))
    os.makedirs(folder, exist_ok=True)

    def write(name, header, rows):
        with open(os.path.join(folder, name), "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header.split(","))
            writer.writerows(rows)

    first = date(2026, 12, 7)
    dates = [(first + timedelta(days=d)).isoformat() for d in range(days)]
    with open(os.path.join(folder, "meeting.json"), "w", encoding="utf-8") as file:
        json.dump({
            "id": f"bench-{count}-{fill}-{seed}", "name": f"{count} sessions, {fill}", "timeZone": "Europe/Oslo",
            "days": [{"date": d, "label": f"Day {i + 1}", "open": ["09:00-13:00", "14:00-19:00"],
                      "starts": slots} for i, d in enumerate(dates)],
            "turnoverMinutes": 10, "transferMinutes": 10,
            "calendar": {"domain": "bench.example"}}, file, indent=1)
    seats = [600, 300] + [150] * (rooms // 3) + [80] * rooms
    write("rooms.csv", "id,name,capacity,features", [
        [f"room{r}", f"Room {r}", seats[r], "stage;interpretation;hybrid" if r < 2 else
         "hybrid;roundtable" if r % 3 == 0 else "hybrid"] for r in range(rooms)])
    people = [f"p{i:04}" for i in range(max(20, count))]
    zones = ["", "", "America/New_York", "Asia/Kolkata", "Asia/Tokyo", "Africa/Lagos", "America/Bogota"]
    write("people.csv", "id,name,time_zone,presence,max_per_day", [
        [p, f"Person {p[1:]}", rng.choice(zones), "online" if rng.random() < 0.1 else "",
         3 if rng.random() < 0.3 else ""] for p in people])
    kinds = rng.choices(["DC", "BPF", "NRI", "PN", "MAIN", "WS", "OF", "TH"], [12, 3, 5, 3, 4, 45, 18, 10], k=count)
    tables = {"DC": [], "BPF": [], "NRI": [], "PN": [], "": []}
    sessions, roles, links, wishes = [], [], [], []
    optional = 0.2 if fill == "over" else 0.0
    for i, kind in enumerate(kinds):
        theme = ";".join(rng.sample(THEMES, rng.choice([1, 1, 2])))
        activity = f"a{i:04}"
        if kind in ("DC", "BPF", "NRI", "PN"):
            tables[kind].append([activity, f"{kind} {i}", theme])
        else:
            tables[""].append([activity, f"{kind} {i}", theme, kind])
        audience = rng.choice([200, 280]) if kind in ("MAIN", "PN", "BPF") and i % 3 == 0 else rng.choice([40, 60, 75])
        is_optional = rng.random() < optional and kind not in ("MAIN", "PN")
        sessions.append([f"s{i:04}", activity, f"Session {i}", rng.choice([60, 60, 75, 90]), audience,
                         "optional" if is_optional else "must", rng.randint(1, 4) if is_optional else ""])
        for person in rng.sample(people, rng.choice([1, 2, 3])):
            roles.append([person, f"s{i:04}", "speaker", "required" if rng.random() < 0.8 else "preferred"])
        if i and rng.random() < 0.15:
            links.append([f"s{rng.randrange(i):04}", f"s{i:04}", rng.choice(
                ["apart", "before", "other-day", "same-day", "back-to-back"]), rng.choice([5, 10, 20]), "generated"])
        if rng.random() < 0.1:
            wishes.append([f"s{i:04}", rng.choice(["yes", "no"]), rng.choice(dates), rng.randint(2, 9), "generated"])
    for kind, name in (("DC", "dynamic-coalitions"), ("BPF", "best-practice-forums"), ("NRI", "nris"), ("PN", "policy-networks")):
        write(f"{name}.csv", "id,name,themes", tables[kind])
    write("programme-elements.csv", "id,name,themes,kind", tables[""])
    write("sessions.csv", "id,activity,title,minutes,audience,placement,priority", sessions)
    write("roles.csv", "person,subject,role,attendance", roles)
    write("links.csv", "from,to,kind,strength,reason", links)
    write("wishes.csv", "subject,want,window,strength,reason", wishes)
    write("limits.csv", "id,kinds,at_most,per,strength,reason", [["one-main", "MAIN", 1, "moment", 15, "generated"]])


if __name__ == "__main__":
    if len(sys.argv) != 5 or sys.argv[3] not in FILL:
        sys.exit(__doc__)
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4])
