# SPDX-License-Identifier: GPL-3.0-or-later
"""Meetings in FOSDEM's manner: talks in tracks, each of which keeps one room and one day.

Two days of nine and a half hours, starts every five minutes, talks of 10 to 50 minutes, five minutes
between two. A track has half a day or a day; in one of four two talks stand back to back, in one of
eight one comes before another. A speaker in twelve gives two talks, mostly in one track. The schedule
that all this is made around fills about three quarters of the time of its rooms.
"""

import random

from generators.folder import Folder
from generators.plan import Day, Place, Plan, Room

OPENS, CLOSES, GRID, GAP = 570, 1140, 5, 5
MINUTES = [10, 15, 20, 20, 25, 25, 25, 25, 25, 30, 30, 50]
CAPACITIES = [50, 60, 80, 80, 80, 100, 150, 200, 300, 400, 600, 1400]
# Talks to a room and day, as planted.
A_DAY = 14


class Tracks:
    def __init__(self, count, seed):
        self.rng = random.Random(f"tracks/{count}/{seed}")
        self.count = count
        days = [Day(date, f"Day {d}", [(OPENS, CLOSES)]) for d, date in enumerate(["2026-01-31", "2026-02-01"], 1)]
        rooms = max(2, -(-count // (A_DAY * len(days))))
        sizes = sorted(self.rng.choice(CAPACITIES) for _ in range(rooms))
        self.plan = Plan(days, [Room(f"r{r:02}", f"Room {r}", size, GAP) for r, size in enumerate(sizes)], GRID)
        self.tracks, self.sessions, self.links, self.roles = [], [], [], []
        self.people = 0
        self._lay()
        for track, own in enumerate(self.tracks):
            self._tie(f"t{track:02}", own)
        self._speak()

    def _lay(self):
        """Tracks one after the other into rooms and days, talk after talk."""
        stretches = [(d, r) for d in range(len(self.plan.days)) for r in range(len(self.plan.rooms))]
        left = self.count
        for index, (day, room) in enumerate(stretches):
            share = left / (len(stretches) - index)
            talks = left if index + 1 == len(stretches) else min(left, round(share * self.rng.uniform(0.8, 1.2)))
            left -= self._fill(day, room, talks)
        while left:
            # What a day could not take goes where there is time left.
            day, room = min(stretches, key=lambda s: self._end(*s))
            taken = self._fill(day, room, left)
            if not taken:
                raise SystemExit(f"{self.count} talks have no room")
            left -= taken

    def _end(self, day, room):
        return max((p.end + GAP for p in self.plan.taken.get((day, room), ())), default=OPENS)

    def _fill(self, day, room, talks):
        rng, minute, laid = self.rng, self._end(day, room), 0
        sizes = [talks] if talks < 8 or rng.random() < 0.4 else [talks // 2, talks - talks // 2]
        for size in sizes:
            own = []
            minute += rng.choice([0, 0, 30])
            for _ in range(size):
                minutes = rng.choice(MINUTES)
                if minute + minutes > CLOSES:
                    break
                session = f"s{len(self.sessions):03}"
                audience = round(self.plan.rooms[room].capacity * rng.choice([0.4, 0.6, 0.6, 0.8, 1.0]))
                self.sessions.append([session, f"t{len(self.tracks):02}", f"Talk {session[1:]}", minutes, audience])
                self.plan.put(session, Place(day, minute, minute + minutes, room))
                own.append(session)
                minute += minutes + GAP + rng.choice([0, 0, 0, 0, 10])
            if own:
                self.tracks.append(own)
            laid += len(own)
        return laid

    def _tie(self, track, own):
        rng, at = self.rng, self.plan.places
        self.links.append([track, track, "same-room", "must", "", "a track keeps its room"])
        self.links.append([track, track, "same-day", "must", "", "a track keeps its day"])
        beside = [(s, t) for s, t in zip(own, own[1:]) if at[s].gap(at[t]) <= 30]
        if beside and rng.random() < 0.25:
            self.links.append([*rng.choice(beside), "back-to-back", "must", "", "two parts of one talk"])
        if len(own) > 2 and rng.random() < 0.125:
            self.links.append([own[0], own[-1], "before", "must", "", "the welcome comes first"])

    def _speak(self):
        rng, at = self.rng, self.plan.places
        for own in self.tracks:
            for session in own:
                for _ in range(rng.choice([1, 1, 1, 2])):
                    person = f"p{self.people:04}"
                    self.people += 1
                    self.roles.append([person, session, "speaker", "required"])
                    other = rng.choice(own if rng.random() < 0.7 else list(at))
                    if rng.random() < 1 / 12 and other != session and not at[session].overlaps(at[other]):
                        self.roles.append([person, other, "speaker", "required"])

    def write(self, name, path):
        folder = Folder(path)
        folder.write_meeting({
            "id": name, "name": f"{self.count} talks in tracks", "timeZone": "Europe/Brussels",
            "days": [day.as_json() for day in self.plan.days], "gridMinutes": GRID, "turnoverMinutes": GAP,
            "transferMinutes": 0, "calendar": {"domain": "bench.example"}})
        folder.write("rooms", "id,name,capacity", [[r.id, r.name, r.capacity] for r in self.plan.rooms])
        folder.write("programme-elements", "id,name,themes,kind", [
            [f"t{t:02}", f"Track {t}", f"track-{t}", "DEVROOM"] for t in range(len(self.tracks))])
        folder.write("sessions", "id,activity,title,minutes,audience", self.sessions)
        folder.write("people", "id,name", [[f"p{p:04}", f"Person {p}"] for p in range(self.people)])
        folder.write("roles", "person,subject,role,attendance", self.roles)
        folder.write("links", "from,to,kind,strength,max_gap,reason", self.links)
        self.plan.write(folder, [row[0] for row in self.sessions])


def write(count, seed, sort, path):
    Tracks(count, seed).write(f"bench-{count}-{sort}-{seed}", path)
