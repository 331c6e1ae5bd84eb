# SPDX-License-Identifier: GPL-3.0-or-later
"""Meetings in the manner of CoSPLib (Bulhões et al., conference scheduling): no people, few starts.

Three days of five slots; a track's sessions share a theme and are to keep one room (a cost, as in
that library) and their order where they have one (a must). Some pairs of tracks have a theme in
common and should not meet. A room in ten stands free in the schedule that this is made around.
"""

import random

from generators.folder import Folder
from generators.plan import Day, Place, Plan, Room

STARTS, MINUTES, GAP = [540, 640, 780, 880, 980], 90, 10
DATES = ["2026-09-08", "2026-09-09", "2026-09-10"]
FULL = 0.9


class Conference:
    def __init__(self, count, seed):
        self.rng = random.Random(f"cosp/{count}/{seed}")
        days = [Day(date, f"Day {d}", [(STARTS[0], STARTS[-1] + MINUTES)], STARTS) for d, date in enumerate(DATES, 1)]
        rooms = max(2, round(count / len(days) / len(STARTS) / FULL + 0.5))
        self.plan = Plan(days, [Room(f"r{r:02}", f"Room {r}", self.rng.choice([40, 60, 60, 100, 150, 300]), GAP)
                                for r in range(rooms)], 10)
        self.tracks, self.sessions, self.links, self.wishes = [], [], [], []
        self._lay(count)
        self._tie()

    def _lay(self, count):
        """Tracks of two to nine sessions, each in one room, slot after slot."""
        rng = self.rng
        slots = [(r, d, start) for r in range(len(self.plan.rooms)) for d in range(len(DATES)) for start in STARTS]
        free = set(rng.sample(range(len(slots)), len(slots) - count))
        slots = [slot for i, slot in enumerate(slots) if i not in free]
        while len(self.sessions) < count:
            own, first = [], len(self.sessions)
            room = slots[first][0]
            for r, day, start in slots[first:first + rng.choice([2, 3, 3, 4, 4, 5, 6, 9])]:
                if r != room:
                    break
                session = f"s{len(self.sessions):03}"
                audience = round(self.plan.rooms[room].capacity * rng.choice([0.3, 0.5, 0.7, 1.0]))
                self.sessions.append([session, f"t{len(self.tracks):02}", f"Session {session[1:]}", MINUTES, audience])
                self.plan.put(session, Place(day, start, start + MINUTES, r))
                own.append(session)
            self.tracks.append(own)

    def _tie(self):
        rng = self.rng
        for track, own in enumerate(self.tracks):
            self.links.append([f"t{track:02}", f"t{track:02}", "same-room", rng.choice([3, 5, 10]), "a track keeps its room"])
            if rng.random() < 0.5:
                self.links += [[a, b, "before", "must", "parts in their order"] for a, b in zip(own, own[1:])]
            if rng.random() < 0.3:
                self.wishes.append([f"t{track:02}", "no", rng.choice(DATES), rng.choice([1, 2, 5]), "away"])

    def themes(self):
        """Each track's own, and for some one that another has too."""
        own = [[f"track-{t}"] for t in range(len(self.tracks))]
        for number in range(len(own) // 3):
            for t in self.rng.sample(range(len(own)), 2):
                own[t].append(f"field-{number}")
        return own

    def write(self, name, path):
        folder = Folder(path)
        folder.write_meeting({
            "id": name, "name": f"{len(self.sessions)} sessions in tracks", "timeZone": "Europe/London",
            "days": [day.as_json() for day in self.plan.days], "gridMinutes": 10, "turnoverMinutes": GAP,
            "transferMinutes": 0, "weights": {"room-change": 1}, "calendar": {"domain": "bench.example"}})
        folder.write("rooms", "id,name,capacity", [[r.id, r.name, r.capacity] for r in self.plan.rooms])
        folder.write("programme-elements", "id,name,themes,kind", [
            [f"t{t:02}", f"Track {t}", ";".join(themes), "TRACK"] for t, themes in enumerate(self.themes())])
        folder.write("sessions", "id,activity,title,minutes,audience", self.sessions)
        folder.write("links", "from,to,kind,strength,reason", self.links)
        folder.write("wishes", "subject,want,window,strength,reason", self.wishes)
        self.plan.write(folder, [row[0] for row in self.sessions])


def write(count, seed, sort, path):
    Conference(count, seed).write(f"bench-{count}-{sort}-{seed}", path)
