# SPDX-License-Identifier: GPL-3.0-or-later
"""Rich meetings: what a real IGF's tables hold, in the proportions of real ones, around a planted schedule.

Rooms are full to about 55 % of their minutes at 66 sessions and to about 77 % at 300, of which a
fifth is optional. Slots and free starts mix, so that an hour and a half takes two slots of 75 minutes.
The four intersessional kinds, main sessions, joint sessions and coordination come first, in the numbers
that real meetings have; workshops, lightning talks, town halls and open forums fill what is left.
"""

import random
import sys

from generators.folder import Folder
from generators.rich import house, programme
from generators.rich.people import People
from generators.rich.requests import Requests

TRIES = 60
SMALLEST = 62


def write(count, seed, sort, path):
    if count < SMALLEST:
        sys.exit(f"a rich meeting has {SMALLEST} sessions at least: its core alone takes most of them")
    for attempt in range(TRIES):
        rng = random.Random(f"{sort}/{count}/{seed}/{attempt}")
        plan = house.build(rng, count)
        sessions = programme.Programme(rng, count)
        if programme.plant(rng, sessions, plan):
            break
    else:
        sys.exit(f"{count} sessions found no places in {TRIES} tries")
    for session in sessions.sessions:
        programme.expect(rng, session, plan)
    transfer = rng.choice([10, 15])
    people = People(rng, sessions, plan, transfer)
    requests = Requests(rng, sessions, plan, people)
    folder = Folder(path)
    folder.write_meeting({
        "id": f"bench-{count}-{sort}-{seed}", "name": f"{count} sessions, {sort}", "timeZone": "Europe/Lisbon",
        "days": [day.as_json() for day in plan.days], "gridMinutes": house.GRID, "turnoverMinutes": house.TURNOVER,
        "transferMinutes": transfer, "localHours": "07:00-22:00", "eligibility": "hold", "weights": {"theme-clash": 4, "moved": 5},
        "calendar": {"domain": "bench.example", "organizer": "mailto:programme@bench.example", "url": "https://bench.example/2026"}})
    house.write(plan, folder)
    people.write(folder)
    requests.write(folder)
    folder.write("sessions", "id,activity,title,minutes,audience,themes,needs,placement,priority,day,start,room,allowed,exclusive", [
        [s.id, ";".join(a.id for a in s.activities), s.title, s.minutes, s.audience, ";".join(s.themes), ";".join(s.needs), s.placement,
         s.priority, s.day, s.start, s.room, s.allowed, s.exclusive] for s in sessions.sessions])
    plan.write(folder, [s.id for s in sessions.sessions], {s.id for s in sessions.sessions if s.is_held})
