# SPDX-License-Identifier: GPL-3.0-or-later
"""Links, wishes, limits, pins and windows of a rich meeting.

What must hold is taken from the planted schedule; what is only wished for is drawn as it comes.
"""

from generators.plan import clock
from generators.rich.programme import INTERSESSIONAL

STRENGTHS = [5, 5, 10, 15, 20, 20, 40]
# Links that the MAG proposes, by how often: small meetings have hardly any that only keep apart.
SOFT = {"apart": 17, "same-day": 8, "other-day": 7, "same-room": 7, "before": 5, "back-to-back": 5}
SOFT_FEW = {"before": 6, "other-day": 3, "same-day": 2, "same-room": 1, "back-to-back": 1}
COMMUNITY = {"apart": 9, "other-day": 2, "same-day": 2}


class Requests:
    def __init__(self, rng, programme, plan, people):
        self.rng, self.programme, self.plan, self.people = rng, programme, plan, people
        self.placed = [s for s in programme.sessions if s.id in plan.places and s.kind != "CEREMONY"]
        self.links, self.wishes, self.limits = [], [], []
        self.is_small = programme.count < 100
        self._feeding()
        self._musts()
        self._proposals()
        self._wish()
        self._limit()
        self._pin()

    def _asked_by(self):
        return self.rng.choice(self.people.mag)

    def _link(self, a, b, kind, strength, reason, least="", most=""):
        self.links.append([a, b, kind, strength, least, most, reason, self._asked_by()])

    # What must hold.

    def _feeding(self):
        """Intersessional sessions whose findings feed a main session."""
        rng, at = self.rng, self.plan.places
        pairs = [(s, m) for m in self.placed if m.kind == "MAIN" for s in self.placed
                 if s.kind in INTERSESSIONAL and at[s.id].minutes_to(at[m.id]) >= 30]
        chosen = {}
        for s, m in rng.sample(pairs, min(len(pairs), 30)):
            chosen.setdefault(s.id, m)
        for s, m in list(chosen.items())[:8 if self.is_small else 9]:
            most = 4320 if rng.random() < 0.2 and at[s].minutes_to(at[m.id]) <= 4320 else ""
            self._link(s, m.id, "before", "must", "Its findings feed the main session", 30 if rng.random() < 0.6 else "", most)

    def _pairs(self, holds):
        """Pairs of placed sessions, those of intersessional activities first, for which something holds."""
        own = list(self.placed)
        self.rng.shuffle(own)
        own.sort(key=lambda s: (s.kind not in INTERSESSIONAL) and self.rng.random() < 0.5)
        used = set()
        for i, a in enumerate(own):
            for b in own[i + 1:]:
                if a.id not in used and b.id not in used and a.activities != b.activities and holds(self.plan.places[a.id], self.plan.places[b.id]):
                    used |= {a.id, b.id}
                    yield a.id, b.id

    def _take(self, number, holds):
        pairs = self._pairs(holds)
        return [pair for pair, _ in zip(pairs, range(number))]

    def _musts(self):
        rng = self.rng
        tests = {"apart": lambda a, b: not a.overlaps(b), "other-day": lambda a, b: a.day != b.day, "same-day": lambda a, b: a.day == b.day,
                 "same-room": lambda a, b: a.room == b.room, "back-to-back": lambda a, b: a.gap(b) is not None and 0 <= a.gap(b) <= 30}
        for kind in ([*COMMUNITY] if self.is_small else rng.choices(list(COMMUNITY), list(COMMUNITY.values()), k=4 + self.programme.count // 40)):
            for pair in self._take(1, tests[kind]):
                self._link(*pair, kind, "must", "Same community")
        for pair in self._take(2, tests["back-to-back"]):
            self._link(*pair, "back-to-back", "must", "One discussion in two parts", "", 30 if rng.random() < 0.3 else "")
        for pair in self._take(2, tests["same-room"]):
            self._link(*pair, "same-room", "must", "Shared exhibition in the room")

    # What is only wished for.

    def _proposals(self):
        rng, number = self.rng, 13 if self.is_small else self.programme.count // 6
        kinds = SOFT_FEW if self.is_small else SOFT
        owners = [a for a in self.programme.activities if a.kind in (*INTERSESSIONAL, "MAIN")]
        for _ in range(number):
            kind = rng.choices(list(kinds), list(kinds.values()))[0]
            if rng.random() < 0.75:
                a, b = rng.sample(owners, 2)
                a, b = (b, a) if a.kind == "MAIN" else (a, b)
            else:
                a, b = rng.sample(self.programme.sessions[2:], 2)
            least = 30 if kind == "before" and rng.random() < 0.5 else ""
            most = rng.choice([1440, ""]) if kind == "before" else 45 if kind == "back-to-back" and rng.random() < 0.5 else ""
            self._link(a.id, b.id, kind, rng.choice(STRENGTHS), "Linkage proposed by the MAG", least, most)
        main = rng.choice([a for a in self.programme.activities if a.kind == "MAIN"])
        self._link("coord-dc", main.id, "before", 25, "The group reports to the main session")

    def _half(self):
        day = self.rng.choice(self.plan.days)
        a, b = self.rng.choice(day.open)
        return f"{day.date} {clock(a)}-{clock(b)}"

    def _wish(self):
        rng = self.rng
        owners = [a for a in self.programme.activities if a.kind not in ("CEREMONY", "LT")]
        for _ in range(round(11 + 0.088 * self.programme.count) - 1):
            shape = rng.choices(["day", "half", "hours", "room", "room and day"], [13, 8, 6, 8, 5])[0]
            window = rng.choice(self.plan.days).date if shape in ("day", "room and day") else self._half() if shape == "half" else ""
            if shape == "hours":
                window = rng.choice(["09:00-13:00", "14:00-18:30"])
            room = rng.choice(self.plan.rooms).id if "room" in shape else ""
            wants = rng.choices(["yes", "no"], [2, 12] if self.is_small else [22, 16])[0]
            self.wishes.append([rng.choice(owners).id, wants, window, room, rng.choice([3, 5, 10, 20]), "Advice of the MAG on the overall programme",
                                self._asked_by()])
        self.wishes.append(["lightning", "no", "09:00-10:30", "", 2, "Mornings are for long sessions", self._asked_by()])

    def _limit(self):
        large = 2 if self.is_small else 3 if self.programme.count < 250 else 4
        self.limits = [
            ["one-main", "MAIN", "", "", "", 1, "moment", "must", "Main sessions never compete"],
            ["interpreters", "", "", "interpretation", "", 2, "moment", "must", "Two teams of interpreters"],
            ["dc-parallel", "DC", "", "", "", 3, "moment", "must", "MAG advice on DCs"],
            ["nri-parallel", "NRI", "", "", "", 1, "moment", 30, "MAG advice on NRIs"],
            ["ai-parallel", "", "ai", "", "", large, "moment", 15, "Everyone wants to hear about AI"],
            ["hall-day", "", "", "", "hall", 4, "day", 10, "The hall's crew needs breaks"],
            ["pn-day", "PN;BPF", "", "", "", 3, "day", 10, "Spread over the week"],
            ["coord-main", "COORD;MAIN", "capacity", "", "", 2, "meeting", 5, "Capacity is a working theme"]]

    # Pins and windows, as planted.

    def _pin(self):
        rng, plan = self.rng, self.plan
        for session in self.programme.sessions[:2]:
            place = plan.places[session.id]
            session.day, session.start, session.room = plan.days[place.day].date, clock(place.start), "hall"
        pins = 6 if self.is_small else 9
        for session in rng.sample(self.placed, pins):
            place, shape = plan.places[session.id], rng.choice(["day", "day", "day and start", "start", "room"])
            if "day" in shape:
                session.day = plan.days[place.day].date
            if "start" in shape:
                session.start = clock(place.start)
            if shape == "room":
                session.room = plan.rooms[place.room].id
        for session in rng.sample(self.placed, 5 + self.programme.count // 25):
            place, day = plan.places[session.id], plan.days[plan.places[session.id].day]
            hours = next("-".join(map(clock, part)) for part in day.open if part[0] <= place.start < part[1])
            other = rng.choice(plan.days).date
            shape = rng.choice(["hours", "half", "half or day", "days"])
            half = f"{day.date} {hours}"
            session.allowed = {"hours": hours, "half": half, "half or day": f"{half};{other}", "days": f"{day.date};{other}"}[shape]
            if other == day.date and "or" in shape:
                session.allowed = day.date
            if shape == "days" and other == day.date:
                session.allowed = day.date

    def write(self, folder):
        folder.write("links", "from,to,kind,strength,min_gap,max_gap,reason,asked_by", self.links)
        folder.write("wishes", "subject,want,window,room,strength,reason,asked_by", self.wishes)
        folder.write("limits", "id,kinds,themes,needs,rooms,at_most,per,strength,reason", self.limits)
