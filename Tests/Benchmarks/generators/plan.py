# SPDX-License-Identifier: GPL-3.0-or-later
"""A house, its days, and the schedule that a scenario is made around."""

from dataclasses import dataclass, field

from generators.folder import Folder


def clock(minute):
    return f"{minute // 60:02}:{minute % 60:02}"


@dataclass
class Day:
    date: str
    label: str
    open: list  # (from, to), minutes of the day
    starts: list = None  # Where sessions may begin; free where there are none.

    def as_json(self):
        data = {"date": self.date, "label": self.label, "open": [f"{clock(a)}-{clock(b)}" for a, b in self.open]}
        return data | ({"starts": [clock(m) for m in self.starts]} if self.starts else {})

    @property
    def minutes(self):
        return sum(b - a for a, b in self.open)


@dataclass
class Room:
    id: str
    name: str
    capacity: int
    turnover: int
    features: list = field(default_factory=list)
    parts: list = field(default_factory=list)  # Numbers of the rooms that it joins.
    closed: list = field(default_factory=list)  # (day, from, to)


@dataclass(frozen=True)
class Place:
    day: int
    start: int
    end: int
    room: int

    def overlaps(self, other):
        return self.day == other.day and self.start < other.end and other.start < self.end

    def gap(self, other):
        """Minutes from the end of the earlier to the start of the later; None on different days."""
        return max(self.start, other.start) - min(self.end, other.end) if self.day == other.day else None

    def minutes_to(self, other):
        """Minutes from its end to another's start, over midnight too."""
        return (other.day - self.day) * 1440 + other.start - self.end


class Plan:
    """Who is where: places of sessions by id."""

    def __init__(self, days, rooms, grid):
        self.days, self.rooms, self.grid = days, rooms, grid
        self.places = {}
        self.taken = {}  # (day, room) -> places
        # A joined room and its parts take each other's time.
        self.sharing = [[q for q, other in enumerate(rooms) if q == r or q in room.parts or r in other.parts]
                        for r, room in enumerate(rooms)]

    def starts(self, day, minutes):
        own = self.days[day]
        return [m for a, b in own.open for m in own.starts or range(a, b, self.grid) if a <= m and m + minutes <= b]

    def is_free(self, place):
        room = self.rooms[place.room]
        if any(day == place.day and place.start < end and start < place.end for day, start, end in room.closed):
            return False
        for r in self.sharing[place.room]:
            turnover = max(room.turnover, self.rooms[r].turnover)
            for other in self.taken.get((place.day, r), ()):
                if place.start < other.end + turnover and other.start < place.end + turnover:
                    return False
        return True

    def put(self, session, place):
        self.places[session] = place
        self.taken.setdefault((place.day, place.room), []).append(place)

    def at(self, day):
        return [(session, place) for session, place in self.places.items() if place.day == day]

    def write(self, folder: Folder, sessions, held=()):
        """planted.csv: in the form of schedule.csv."""
        rows = []
        for session in sessions:
            place = self.places.get(session)
            if place:
                rows.append([session, self.days[place.day].date, clock(place.start), clock(place.end), self.rooms[place.room].id, "placed"])
            else:
                rows.append([session, "", "", "", "", "held" if session in held else "unplaced"])
        folder.write("planted", "session,date,start,end,room,status", rows)
