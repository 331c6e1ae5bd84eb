# SPDX-License-Identifier: GPL-3.0-or-later
"""The venue of a rich meeting and its days: slots on some, free starts on the first, the last and some others."""

from datetime import date, timedelta

from generators.plan import Day, Place, Plan, Room, clock

MORNING, AFTERNOON, SHORT_AFTERNOON = (540, 780), (840, 1110), (840, 1020)
SLOTS = [540, 615, 690, 840, 915, 990]
GRID, TURNOVER = 15, 15
CEREMONIES = {"opening": (0, 600, 90), "closing": (-1, 960, 60)}  # Day, start, minutes.

# Seats of the plain rooms and days, by the number of sessions that they are for.
HOUSES = {
    66: ([1200, 250, 120, 120, 60], 4),
    150: ([1200, 300, 200, 200, 120, 100, 60], 5),
    300: ([1500, 600, 300, 200, 200, 200, 200, 100, 100, 100, 80, 60], 5),
}


def house_for(count):
    """Seats and days; between the sizes that are listed, rooms in proportion."""
    if count in HOUSES:
        return HOUSES[count]
    nearest = min(HOUSES, key=lambda size: abs(size - count))
    seats, days = HOUSES[nearest]
    wanted = max(4, round(len(seats) * count / nearest))
    return sorted((seats * (wanted // len(seats) + 1))[:wanted], reverse=True), days


def build(rng, count):
    """An empty plan: the hall first, the joined room last."""
    seats, days = house_for(count)
    first = date(2026, 11, 30)
    plan = []
    for d in range(days):
        is_edge = d in (0, days - 1)
        # At least one day has slots; most of the inner ones do.
        starts = SLOTS if not is_edge and (d == 1 or rng.random() < 0.6) else None
        plan.append(Day((first + timedelta(days=d)).isoformat(), f"Day {d + 1}",
                        [MORNING, SHORT_AFTERNOON if d == days - 1 else AFTERNOON], starts))
    rooms = [Room("hall", "Plenary Hall", seats[0], 30, ["hybrid", "captioning", "interpretation", "stage"])]
    for number, capacity in enumerate(seats[1:], 1):
        rooms.append(Room(f"ws{number}", f"Workshop Room {number}", capacity, TURNOVER, features(capacity, number)))
    if len(rooms) > 10:
        rooms[-1].turnover = 0
    pair = next(r for r in range(1, len(rooms) - 1) if rooms[r].capacity == rooms[r + 1].capacity)
    rooms.append(Room(f"ws{pair}{pair + 1}", f"Workshop Rooms {pair} and {pair + 1} joined", 2 * rooms[pair].capacity,
                      30 if rng.random() < 0.5 else TURNOVER, list(rooms[pair].features), [pair, pair + 1]))
    for room in rng.sample(range(1, len(rooms) - 1), max(1, len(rooms) // 6)):
        closed = rng.randrange(days)
        rooms[room].closed.append((closed, *rng.choice(plan[closed].open)))
    return Plan(plan, rooms, GRID)


def features(capacity, number):
    if capacity >= 500:
        return ["hybrid", "captioning", "interpretation", "stage"]
    if number == 1 or capacity >= 250:
        return ["hybrid", "captioning", "interpretation"]
    if capacity > 100:
        return ["hybrid", "captioning"]
    return ["hybrid", "roundtable"] if capacity <= 80 else ["hybrid"]


def ceremony(plan, name):
    day, start, minutes = CEREMONIES[name]
    return Place(day % len(plan.days), start, start + minutes, 0)


def windows(plan, room):
    """The cell `available`: empty, or every stretch in which the room is not closed."""
    if not room.closed:
        return ""
    cells = []
    for d, day in enumerate(plan.days):
        shut = [(a, b) for closed, a, b in room.closed if closed == d]
        if not shut:
            cells.append(day.date)
        else:
            cells += [f"{day.date} {clock(a)}-{clock(b)}" for a, b in day.open if (a, b) not in shut]
    return ";".join(cells)


def write(plan, folder):
    folder.write("rooms", "id,name,capacity,features,available,turnover_minutes,location,parts", [
        [r.id, r.name, r.capacity, ";".join(r.features), windows(plan, r), r.turnover if r.turnover != TURNOVER else "",
         "Annex" if r.id == "hall" or r.parts else f"Level {r.capacity % 3}", ";".join(plan.rooms[q].id for q in r.parts)]
        for r in plan.rooms])
