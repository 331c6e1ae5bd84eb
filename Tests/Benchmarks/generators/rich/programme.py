# SPDX-License-Identifier: GPL-3.0-or-later
"""Activities and sessions of a rich meeting, and where the planted schedule has them.

A core that every meeting has (ceremonies, main sessions, coordination, the intersessional activities),
and workshops, lightning talks, town halls and open forums in the shares of a real programme.
"""

from dataclasses import dataclass, field

from generators.plan import Place
from generators.rich import house

# By how often activities name them.
THEMES = {"cybersecurity": 9, "ai": 8, "human-rights": 8, "access": 7, "data-governance": 6, "digital-divide": 6, "youth": 5,
          "capacity": 5, "standards": 4, "environment": 4, "economy": 4, "gender": 3, "media": 3, "child-safety": 3,
          "fragmentation": 2, "health": 2}
DCS = ("iot accessibility blockchain children community core data-trust health dns economy environment gender jobs rights is3c "
       "indicators measuring neutrality platforms libraries publicness schools sids journalism youth").split()
BPFS = ["cyber", "local", "securing"]
PNS = ["ai", "meaningful", "fragmentation", "climate"]
COLLECTIVE_NRIS = ["col-access", "col-ai", "col-main"]
NRIS = [*COLLECTIVE_NRIS, "eurodig", "africa", "aprigf", "lac", "west-africa", "seedig", "youth-igf", "nepal", "brazil"]
INTERSESSIONAL = ("DC", "BPF", "NRI", "PN")
# One of each misses a requirement, so that its sessions are held.
HELD = ("dc-publicness", "nri-brazil")
REST = {"WS": 99, "LT": 57, "TN": 39, "OF": 34}
# Where there are few others, they are open forums and lightning talks.
FEW, FEW_REST = 20, {"OF": 5, "LT": 3}
LENGTHS = {"MAIN": {60: 1, 90: 1}, "DC": {60: 17, 90: 5, 75: 3, 45: 1}, "BPF": {60: 1, 75: 1, 90: 1}, "NRI": {60: 4, 90: 1},
           "PN": {60: 3, 75: 1, 90: 1}, "COORD": {60: 2, 75: 1}, "LT": {30: 1}, "OF": {60: 10, 90: 10, 75: 1, 45: 1},
           "WS": {60: 12, 90: 5, 45: 2, 75: 1}, "TN": {60: 13, 90: 4, 75: 1, 45: 1}}
THEMES_EACH = {"DC": {1: 1, 2: 1}, "WS": {1: 28, 2: 44, 3: 27}, "OF": {1: 2, 2: 2, 3: 1}, "TN": {1: 14, 2: 15, 3: 10},
               "LT": {1: 25, 2: 24, 3: 8}, "COORD": {0: 2, 1: 1}}
# Part of the seats that are expected to be taken.
ATTENDED = [0.2, 0.3, 0.3, 0.4, 0.55, 0.7, 0.85, 1.0]
MOST_AT_A_TIME = {"MAIN": 1, "interpretation": 2, "DC": 3}


@dataclass
class Activity:
    id: str
    kind: str
    name: str
    themes: list


@dataclass
class Session:
    id: str
    activities: list
    minutes: int
    title: str
    themes: list = field(default_factory=list)
    needs: list = field(default_factory=list)
    placement: str = ""
    priority: object = ""
    audience: int = 0
    day: str = ""
    start: str = ""
    room: str = ""
    allowed: str = ""
    exclusive: str = ""

    @property
    def kinds(self):
        return [a.kind for a in self.activities]

    @property
    def kind(self):
        return self.activities[0].kind

    @property
    def is_held(self):
        return any(a.id in HELD for a in self.activities)

    def counts(self):
        """What limits at a time count it under."""
        return [k for k in MOST_AT_A_TIME if k in self.kinds or k in self.needs]

    def owners(self):
        """Activities whose people are wanted at all of their sessions."""
        return [a.id for a in self.activities if a.kind in INTERSESSIONAL]


def drawn(rng, weights):
    return rng.choices(list(weights), list(weights.values()))[0]


class Programme:
    def __init__(self, rng, count):
        self.rng, self.count = rng, count
        self.activities, self.sessions = [], []
        self._core()
        self._rest()

    def _themes(self, kind):
        number = drawn(self.rng, THEMES_EACH.get(kind, {1: 1}))
        themes = []
        while len(themes) < number:
            theme = drawn(self.rng, THEMES)
            if theme not in themes:
                themes.append(theme)
        return themes

    def _activity(self, id, kind, name, themes=None):
        self.activities.append(Activity(id, kind, name, self._themes(kind) if themes is None else themes))
        return self.activities[-1]

    def _session(self, id, activities, title, **more):
        rng, kind = self.rng, activities[0].kind
        minutes = more.pop("minutes", None) or drawn(rng, LENGTHS[kind])
        placement = "must" if rng.random() < 0.5 else ""
        self.sessions.append(Session(id, activities, minutes, title, **{"needs": self._needs(kind), "placement": placement} | more))

    def _needs(self, kind):
        rng = self.rng
        if kind == "CEREMONY":
            return ["interpretation", "stage"]
        if kind == "MAIN":
            return ["interpretation", "stage", "captioning"]
        needs = ["hybrid"] if rng.random() < 0.62 else []
        if needs and rng.random() < 0.15:
            needs.append("captioning")
        if rng.random() < 0.04:
            needs.insert(0, "interpretation")
        elif not needs and rng.random() < 0.07:
            needs = ["roundtable"]
        return needs

    def _core(self):
        ceremony = self._activity("ceremony", "CEREMONY", "Ceremonies", [])
        for name, (_, _, minutes) in house.CEREMONIES.items():
            self._session(name, [ceremony], f"{name.capitalize()} Ceremony", minutes=minutes, placement="must", exclusive="yes")
        for theme in self.rng.sample(sorted(THEMES, key=lambda t: -THEMES[t])[:12], 6 if self.count < 100 else 7 if self.count < 250 else 9):
            main = self._activity(f"main-{theme}", "MAIN", f"Main Session: {theme}", [theme])
            self._session(f"{main.id}-1", [main], main.name)
        for name in ("dc", "mag", "nri"):
            group = self._activity(f"coord-{name}", "COORD", f"Coordination: {name}", ["capacity"] if name == "dc" else [])
            self._session(f"{group.id}-1", [group], group.name)
        for kind, names in (("DC", DCS), ("BPF", BPFS), ("NRI", NRIS), ("PN", PNS)):
            for name in names:
                own = self._activity(f"{kind.lower()}-{name}", kind, f"{kind} {name}")
                self._session(f"{own.id}-1", [own], own.name)
        owners = [a for a in self.activities if a.kind in INTERSESSIONAL and a.id not in HELD]
        for number in range(1, 3 if self.count < 100 else 4 if self.count < 250 else 5):
            one = self.rng.choice([a for a in owners if a.kind == "DC"])
            other = self.rng.choice([a for a in owners if a is not one])
            self._session(f"joint-{number}", [one, other], f"Joint Session {number}")
        # Large meetings give some of them a second session.
        for own in self.rng.sample(owners, 0 if self.count < 100 else self.count // 35):
            self._session(f"{own.id}-2", [own], own.name)

    def _rest(self):
        rng, left = self.rng, self.count - len(self.sessions)
        shares = FEW_REST if left < FEW else REST
        kinds = sorted(shares, key=lambda k: -shares[k])
        numbers = {k: left * shares[k] // sum(shares.values()) for k in kinds}
        numbers[kinds[0]] += left - sum(numbers.values())
        lightning = self._activity("lightning", "LT", "Lightning Talks", [])
        wanted = [k for k in kinds for _ in range(numbers[k])]
        rng.shuffle(wanted)
        number = dict.fromkeys(kinds, 0)
        for kind in wanted:
            number[kind] += 1
            id = f"{kind.lower()}-{number[kind]}"
            priority = rng.choices([3, 1, 2, 4, ""], [29, 11, 11, 5, 9])[0]
            if kind == "LT":
                self._session(id, [lightning], f"Lightning Talk {id[3:]}", themes=self._themes("LT"), placement="optional", priority=priority)
            else:
                own = self._activity(id, kind, f"{kind} {number[kind]}")
                more = {"placement": "optional", "priority": priority} if rng.random() < 0.05 else {}
                self._session(f"{id}-1", [own], own.name, **more)


def plant(rng, programme, plan):
    """Gives sessions their places; whether all that must have one do.

    Long ones go first, and to days with free starts; those of an hour fill slots.
    """
    for name in house.CEREMONIES:
        plan.put(name, house.ceremony(plan, name))
    rest = [s for s in programme.sessions if s.kind != "CEREMONY" and not s.is_held]
    rest.sort(key=lambda s: (s.kind != "MAIN", s.placement == "optional", not s.counts(), -s.minutes + 20 * rng.random()))
    counted = {"ceremony": [plan.places[c] for c in house.CEREMONIES]}
    for session in rest:
        place = find(rng, session, plan, counted)
        if place:
            plan.put(session.id, place)
            for name in (*session.counts(), *session.owners()):
                counted.setdefault(name, []).append(place)
        elif session.placement != "optional":
            return False
    return True


def find(rng, session, plan, counted):
    suits = session.minutes in (45, 60)
    rooms = [r for r, room in enumerate(plan.rooms) if set(session.needs) <= set(room.features) and (not room.parts or rng.random() < 0.2)]
    if session.kind == "MAIN":
        rooms = [r for r in rooms if plan.rooms[r].capacity >= 500]
    stretches = [(d, r) for d in range(len(plan.days)) for r in rooms]
    rng.shuffle(stretches)
    stretches.sort(key=lambda s: ((plan.days[s[0]].starts is None) == suits) and rng.random() < 0.8)
    for day, room in stretches:
        starts = plan.starts(day, session.minutes)
        if plan.days[day].starts:
            rng.shuffle(starts)
        for start in starts:
            place = Place(day, start, start + session.minutes, room)
            if plan.is_free(place) and fits(place, session, counted):
                return place
    return None


def fits(place, session, counted):
    if any(place.overlaps(other) for other in counted["ceremony"]):
        return False
    if any((gap := place.gap(other)) is not None and gap < house.TURNOVER for name in session.owners() for other in counted.get(name, ())):
        return False
    for name in session.counts():
        running = [p for p in counted.get(name, ()) if p.overlaps(place)]
        if any(sum(p.start <= m < p.end for p in running) >= MOST_AT_A_TIME[name] for m in [place.start, *(p.start for p in running)]
               if place.start <= m < place.end):
            return False
    return True


def expect(rng, session, plan):
    """Expected attendance: a part of the seats of the room that was planted, or of one that it could have."""
    place = plan.places.get(session.id)
    able = [room for room in plan.rooms if set(session.needs) <= set(room.features)]
    seats = plan.rooms[place.room].capacity if place else rng.choice(able).capacity
    is_large = session.kind in ("MAIN", "CEREMONY")
    part = rng.choice([0.5, 0.7, 0.8, 0.95]) if is_large else rng.choice(ATTENDED) * (0.8 if seats >= 500 else 1)
    session.audience = max(15, int(seats * part) // 5 * 5)
