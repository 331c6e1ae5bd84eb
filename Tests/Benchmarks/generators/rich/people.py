# SPDX-License-Identifier: GPL-3.0-or-later
"""People of a rich meeting, their parts in it, and the tables of the activities, which name some of them.

Whoever is required can be at all of it in the planted schedule: each part is drawn until somebody is
found who has the time.
"""

from generators.plan import clock
from generators.rich.house import SHORT_AFTERNOON
from generators.rich.programme import COLLECTIVE_NRIS, HELD

GROUPS = ["Government", "Civil Society", "Private Sector", "Technical Community"]
ZONES = {
    "Africa": ["Africa/Nairobi", "Africa/Dakar", "Africa/Accra", "Africa/Casablanca", "Africa/Johannesburg", "Africa/Cairo", "Africa/Lagos"],
    "Asia-Pacific": ["Asia/Yangon", "Asia/Manila", "Asia/Dhaka", "Pacific/Apia", "Pacific/Auckland", "Asia/Tehran", "Asia/Kolkata",
                     "Australia/Adelaide", "Asia/Kathmandu", "Asia/Singapore", "Asia/Tokyo"],
    "Eastern Europe": ["Europe/Bucharest", "Asia/Tbilisi", "Europe/Warsaw", "Europe/Sarajevo", "Europe/Prague"],
    "GRULAC": ["America/Caracas", "America/Bogota", "America/Argentina/Buenos_Aires", "America/Sao_Paulo", "America/Mexico_City", "America/Jamaica"],
    "WEOG": ["Europe/Paris", "Pacific/Honolulu", "America/St_Johns", "Europe/London", "America/New_York", "Europe/Helsinki",
             "Europe/Zurich", "America/Toronto", "America/Los_Angeles"],
}
MAG, SECRETARIAT = 40, 9


class People:
    def __init__(self, rng, programme, plan, transfer):
        self.rng, self.programme, self.plan, self.transfer = rng, programme, plan, transfer
        self.ids = [f"p{i:03}" for i in range(round(100 + 0.85 * programme.count))]
        self.mag, self.secretariat = self.ids[:MAG], self.ids[MAG:MAG + SECRETARIAT]
        self.others = self.ids[MAG + SECRETARIAT:]
        self.required = {p: set() for p in self.ids}
        self.roles, self.tables = [], {}
        self.sessions_of = {a.id: [s for s in programme.sessions if a in s.activities] for a in programme.activities}
        # Some of the others are never asked.
        self.active = self.mag + self.rng.sample(self.others, round(0.8 * len(self.others)))
        self._tables()
        self._roles()

    # Who has the time.

    def can(self, person, sessions):
        own = [self.plan.places[s] for s in self.required[person] | set(sessions) if s in self.plan.places]
        return all(gap is None or gap >= self.transfer for i, a in enumerate(own) for gap in map(a.gap, own[i + 1:]))

    def ask(self, pool, sessions, number=1):
        """Some people of a pool who can attend all of the sessions, and from now on must."""
        found = []
        pool = list(pool)
        self.rng.shuffle(pool)
        for person in pool:
            if len(found) < number and self.can(person, [s.id for s in sessions]):
                self.required[person] |= {s.id for s in sessions}
                found.append(person)
        if len(found) < number:
            raise SystemExit(f"nobody has the time for {sessions[0].id}")
        return found

    # Activities.

    def _tables(self):
        meeting_year = int(self.plan.days[0].date[:4])
        rng = self.rng
        rows = {"DC": [], "BPF": [], "NRI": [], "PN": [], "": []}
        for number, a in enumerate(self.programme.activities):
            own, themes = self.sessions_of[a.id], ";".join(a.themes)
            day = f"{meeting_year}-{rng.randint(3, 8):02}-{rng.randint(1, 28):02}"
            page = f"https://bench.example/{a.kind.lower()}/{a.id}"
            if a.kind == "DC":
                rows["DC"].append([
                    a.id, a.name, themes, "yes", f"{page}/plan" if rng.random() < 0.95 else "", f"{a.id}@bench.example", self.ask(self.others, own)[0],
                    "yes", "yes", "no" if a.id in HELD else "yes", ";".join(rng.sample(GROUPS, rng.choice([3, 4]))),
                    f"{rng.randint(2009, 2019)}-05-{rng.randint(1, 28):02}", day, "yes" if rng.random() < 0.6 else ""])
            elif a.kind == "BPF":
                facilitators = self.ask(self.mag, own, rng.choice([1, 2]))
                rows["BPF"].append([a.id, a.name, themes, rng.choice(self.mag), day, ";".join(facilitators),
                                    ";".join(dict.fromkeys(facilitators + rng.sample(self.ids, 5))), rng.randint(3, 9), "draft report",
                                    self.ask(self.secretariat, own)[0], day, f"{a.id}@bench.example", page])
            elif a.kind == "NRI":
                is_collective = a.id[4:] in COLLECTIVE_NRIS
                asked = [""] * 8 if is_collective else ["yes"] * 6 + ["no" if a.id in HELD else "yes", "2016-03-17"]
                rows["NRI"].append([a.id, a.name, themes, "collective" if is_collective else rng.choice(["national", "regional", "sub-regional"]),
                                    "Global" if is_collective else rng.choice(list(ZONES)), *asked, self.ask(self.others, own)[0]])
                if is_collective:
                    self.roles.append([self.ask(self.secretariat, own)[0], a.id, "support", "required"])
            elif a.kind == "PN":
                rows["PN"].append([a.id, a.name, themes, f"Priority {number} of the year", f"{page}/proposal", self.ask(self.mag, own)[0],
                                   self.ask(self.others, own)[0], ";".join(rng.sample(GROUPS, rng.choice([2, 3]))), self.ask(self.secretariat, own)[0]])
            else:
                rows[""].append([a.id, a.name, themes, a.kind])
        self.tables = {
            "dynamic-coalitions": ("id,name,themes,statement_of_need,action_plan,mailing_list,contact,open_membership,open_mailing_list,open_archives,"
                                   "stakeholder_groups,recognised,annual_report,coordination_group", rows["DC"]),
            "best-practice-forums": ("id,name,themes,proposed_by,selected_by_mag,mag_facilitators,coordinating_team,open_meetings,output,penholder,"
                                     "last_mag_update,mailing_list,web_page", rows["BPF"]),
            "nris": ("id,name,themes,scope,region,written_statement,open,transparent,inclusive,bottom_up,multistakeholder,non_commercial,recognised,contact",
                     rows["NRI"]),
            "policy-networks": ("id,name,themes,priority,proposal,mag_liaisons,consultant,expert_groups,secretariat_focal_point", rows["PN"]),
            "programme-elements": ("id,name,themes,kind", rows[""])}

    # Parts in sessions.

    def _roles(self):
        rng = self.rng
        for session in self.programme.sessions:
            if session.kind == "CEREMONY":
                self._give(self.others, session, "host", "required", 1)
                self._give(self.secretariat, session, "host", "required", 1)
                continue
            if session.kind == "COORD":
                self._give(self.mag, session, "dc-liaison", "required", 1)
            if rng.random() < 0.93:
                self._give(self.active, session, "moderator", "required" if rng.random() < 0.7 else "", 1)
            speakers = rng.randint(2, 4) if session.kind == "MAIN" else rng.choice([0, 0, 1, 1, 2]) if session.kind != "LT" else 0
            for _ in range(speakers):
                self._give(self.active, session, "speaker", "required" if rng.random() < 0.7 else "", 1)
            for person in rng.sample(self.active, rng.choice([0, 1, 1, 2])):
                self.roles.append([person, session.id, "participant", "preferred"])
        for activity in self.programme.activities:
            if activity.kind in ("DC", "NRI"):
                for person in rng.sample(self.mag, rng.choice([1, 2, 2, 3, 4])):
                    self.roles.append([person, activity.id, "member in a personal capacity", "preferred"])

    def _give(self, pool, session, role, attendance, number):
        # An activity with one session is sometimes named instead of it.
        activity = session.activities[0]
        by_activity = len(session.activities) == 1 and len(self.sessions_of[activity.id]) == 1 and self.rng.random() < 0.12
        for person in self.ask(pool, [session], number):
            self.roles.append([person, activity.id if by_activity else session.id, role, attendance])

    # The table of people.

    def _available(self, person):
        """Mostly empty; else days or hours that hold all that the person must attend."""
        rng, days = self.rng, self.plan.days
        if rng.random() > 0.14:
            return ""
        own = [self.plan.places[s] for s in self.required[person] if s in self.plan.places]
        needed = {p.day for p in own}
        if rng.random() < 0.1 and all(p.start >= SHORT_AFTERNOON[0] and p.end <= days[p.day].open[-1][1] for p in own):
            return f"{clock(SHORT_AFTERNOON[0])}-18:30"
        chosen = [d for d in range(len(days)) if d in needed or rng.random() < 0.4] or [rng.randrange(len(days))]
        cells = [days[d].date for d in chosen]
        if rng.random() < 0.5:
            cells[-1] += " 08:00-19:00"
        return ";".join(cells)

    def write(self, folder):
        rng, rows = self.rng, []
        for number, person in enumerate(self.ids):
            region = rng.choice(list(ZONES))
            is_secretariat = person in self.secretariat
            is_listed = number < MAG + SECRETARIAT
            rows.append([
                person, f"Person {number}", "Secretariat" if is_secretariat else rng.choice(GROUPS), region,
                "Europe/Zurich" if is_secretariat else rng.choice(ZONES[region]),
                ("no" if is_secretariat else "yes") if is_listed else "", ("yes" if is_secretariat else "no") if is_listed else "",
                rng.choices(["", "onsite", "online"], [40, 31, 29])[0], self._available(person), rng.choices(["", 2, 3, 4, 5, 6], [48, 21, 22, 3, 5, 1])[0]])
        folder.write("people", "id,name,stakeholder_group,region,time_zone,mag_member,secretariat,presence,available,max_per_day", rows)
        folder.write("roles", "person,subject,role,attendance", self.roles)
        for name, (header, own) in self.tables.items():
            folder.write(name, header, own)
