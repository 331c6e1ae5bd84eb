# SPDX-License-Identifier: GPL-3.0-or-later
"""Meetings that are filled to a part of their room time: loose, tight, over, twins.

loose fills 60 % of the room time, tight 92 %, over 110 % (a quarter of the sessions is
optional then). Room time is every minute that the rooms are open; a session takes its minutes and
the turnover after them, and the last of a morning or an afternoon may leave its turnover to the
closed hours. Sessions start every 45 minutes and last 30, 75, 120 or 165, so that they can be
packed without loss. In twins all rooms are alike and all sessions of a theme too: 75 minutes, in slots,
without people, with fewer themes than rooms, so that some of a theme must meet.
"""

import random
import sys
from datetime import date, timedelta

from generators.folder import Folder

THEMES = ["ai", "fragmentation", "cybersecurity", "data", "inclusion", "governance", "rights", "environment"]
FILL = {"loose": 0.60, "tight": 0.92, "over": 1.10}
SORTS = (*FILL, "twins")
# Sessions: rooms, days.
SIZES = {60: (4, 3), 100: (5, 4), 150: (6, 5), 300: (12, 5), 600: (22, 5), 1000: (30, 6)}
UNIT, TURNOVER = 45, 15
OPEN = ["09:00-13:15", "14:15-18:30"]
STARTS = ["09:00", "09:45", "10:30", "11:15", "12:00", "12:45", "14:15", "15:00", "15:45", "16:30", "17:15", "18:00"]
SLOTS = STARTS[::2]
UNITS_A_DAY = len(STARTS)
LONGEST = 4
KINDS = {"DC": 12, "BPF": 3, "NRI": 5, "PN": 3, "MAIN": 4, "WS": 45, "OF": 18, "TH": 10}
INTERSESSIONAL = {"DC": "dynamic-coalitions", "BPF": "best-practice-forums", "NRI": "nris", "PN": "policy-networks"}
ZONES = ["", "", "America/New_York", "Asia/Kolkata", "Asia/Tokyo", "Africa/Lagos", "America/Bogota"]
LINKS = ["apart", "before", "other-day", "same-day", "back-to-back"]


def meeting(scenario, name, dates, starts=STARTS):
    days = [{"date": day, "label": f"Day {number}", "open": OPEN, "starts": starts}
            for number, day in enumerate(dates, 1)]
    return {"id": scenario, "name": name, "timeZone": "Europe/Oslo", "days": days,
            "turnoverMinutes": TURNOVER, "transferMinutes": TURNOVER,
            "calendar": {"domain": "bench.example"}}


def size(count):
    """Rooms and days for a number of sessions, five or six sessions to a room and day."""
    if count in SIZES:
        return SIZES[count]
    days = 6 if count > 600 else 5 if count > 100 else 3
    return max(3, round(count / days / 5.3)), days


def lengths(rng, count, total):
    """Units of each session, in all exactly `total`: mostly two, an eighth at least one for a start."""
    if not count <= total <= LONGEST * count:
        sys.exit(f"{count} sessions cannot fill {total} units of time")
    units = [1] * count
    for i in rng.sample(range(count), min(count * 7 // 8, total - count)):
        units[i] = 2
    while (rest := total - sum(units)) > 0:
        i = rng.randrange(count)
        units[i] += min(rest, rng.choice([1, 1, 2]), LONGEST - units[i])
    return units


def minutes(units):
    return units * UNIT - TURNOVER


def fill_of(fill, count, rooms, days):
    return round(FILL[fill] * rooms * days * UNITS_A_DAY)


def write(count, seed, fill, path):
    rng = random.Random(f"{count}/{seed}/{fill}")
    rooms, days = size(count)
    dates = [(date(2026, 12, 7) + timedelta(days=day)).isoformat() for day in range(days)]
    folder = Folder(path)
    names = (f"bench-{count}-{fill}-{seed}", f"{count} sessions, {fill}", dates)
    if fill == "twins":
        if count > rooms * days * len(SLOTS):
            sys.exit(f"{count} sessions have no room in {rooms * days * len(SLOTS)} slots")
        folder.write_meeting(meeting(*names, SLOTS))
        write_twins(folder, rng, count, rooms)
    else:
        folder.write_meeting(meeting(*names))
        write_rooms(folder, rooms)
        units = lengths(rng, count, fill_of(fill, count, rooms, days))
        write_sessions(folder, rng, fill, units, dates)


def write_rooms(folder, rooms):
    seats = [600, 300] + [150] * (rooms // 3) + [80] * rooms
    folder.write("rooms", "id,name,capacity,features", [
        [f"room{r}", f"Room {r}", seats[r], "stage;interpretation;hybrid" if r < 2 else
         "hybrid;roundtable" if r % 3 == 0 else "hybrid"] for r in range(rooms)])


def write_people(folder, rng, count):
    people = [f"p{i:04}" for i in range(max(20, count))]
    folder.write("people", "id,name,time_zone,presence,max_per_day", [
        [p, f"Person {p[1:]}", rng.choice(ZONES), "online" if rng.random() < 0.1 else "",
         3 if rng.random() < 0.3 else ""] for p in people])
    return people


def audience_of(rng, kind, i):
    is_large = kind in ("MAIN", "PN", "BPF") and i % 3 == 0
    return rng.choice([200, 280]) if is_large else rng.choice([40, 60, 75])


def write_sessions(folder, rng, fill, units, dates):
    people = write_people(folder, rng, len(units))
    kinds = rng.choices(list(KINDS), list(KINDS.values()), k=len(units))
    tables = {kind: [] for kind in INTERSESSIONAL} | {"": []}
    sessions, roles, links, wishes = [], [], [], []
    for i, kind in enumerate(kinds):
        session, activity = f"s{i:04}", f"a{i:04}"
        row = [activity, f"{kind} {i}", ";".join(rng.sample(THEMES, rng.choice([1, 1, 2])))]
        if kind in INTERSESSIONAL:
            tables[kind].append(row)
        else:
            tables[""].append(row + [kind])
        is_optional = rng.random() < (0.25 if fill == "over" else 0) and kind not in ("MAIN", "PN")
        sessions.append([session, activity, f"Session {i}", minutes(units[i]), audience_of(rng, kind, i),
                         "optional" if is_optional else "must", rng.randint(1, 4) if is_optional else ""])
        for person in rng.sample(people, rng.choice([1, 2, 3])):
            roles.append([person, session, "speaker", "required" if rng.random() < 0.8 else "preferred"])
        if i and rng.random() < 0.15:
            links.append([f"s{rng.randrange(i):04}", session, rng.choice(LINKS), rng.choice([5, 10, 20]), "generated"])
        if rng.random() < 0.1:
            wishes.append([session, rng.choice(["yes", "no"]), rng.choice(dates), rng.randint(2, 9), "generated"])
    for kind, name in INTERSESSIONAL.items():
        folder.write(name, "id,name,themes", tables[kind])
    folder.write("programme-elements", "id,name,themes,kind", tables[""])
    folder.write("sessions", "id,activity,title,minutes,audience,placement,priority", sessions)
    folder.write("roles", "person,subject,role,attendance", roles)
    folder.write("links", "from,to,kind,strength,reason", links)
    folder.write("wishes", "subject,want,window,strength,reason", wishes)
    folder.write("limits", "id,kinds,at_most,per,strength,reason", [["one-main", "MAIN", 1, "moment", 15, "generated"]])


def write_twins(folder, rng, count, rooms):
    """Rooms of one sort, sessions of as many sorts as there are themes: one fewer than rooms."""
    folder.write("rooms", "id,name,capacity,features", [[f"room{r}", f"Room {r}", 80, "hybrid"] for r in range(rooms)])
    themes = THEMES[:min(len(THEMES), rooms - 1)]
    folder.write("programme-elements", "id,name,themes,kind", [
        [f"a{i:04}", f"Workshop {i}", rng.choice(themes), "WS"] for i in range(count)])
    folder.write("sessions", "id,activity,title,minutes,audience", [
        [f"s{i:04}", f"a{i:04}", f"Session {i}", minutes(2), 60] for i in range(count)])

