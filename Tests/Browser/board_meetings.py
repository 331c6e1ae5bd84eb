# SPDX-License-Identifier: GPL-3.0-or-later
"""Meetings for the board's page, as the board's answers describe them: drawn, or read from tables."""

import csv
import json
import pathlib
import random

KINDS = [("CEREMONY", "Ceremony"), ("MAIN", "Main session"), ("HL", "High-level session"),
         ("DC", "Dynamic coalition"), ("BPF", "Best practice forum"), ("PN", "Policy network"),
         ("NRI", "National and regional initiative"), ("WS", "Workshop"), ("OF", "Open forum"),
         ("TH", "Town hall"), ("LT", "Lightning talk")]
THEMES = ["Artificial intelligence", "Cybersecurity", "Data governance", "Digital inclusion",
          "Human rights", "Sustainability", "Fragmentation", "Media"]
SUBJECTS = ["Trust", "Access for all", "Meaningful connectivity", "Encryption", "Children online",
            "Undersea cables", "Open standards", "Community networks", "Labels for things",
            "Platform rules", "Elections", "Gender", "Multilingual names", "Digital identity",
            "The Global Digital Compact", "Water and power of data centres", "Disinformation"]
FORMS = ["What works for", "Who decides on", "After the summit:", "Ten years of", "Rethinking",
         "Practice and policy of", "A dialogue on", "The cost of", "Young voices on"]
DATES = ["2026-12-07", "2026-12-08", "2026-12-09", "2026-12-10", "2026-12-11"]
STARTS = ["09:00", "10:45", "13:30", "15:15", "17:00"]
OPEN = [["09:00", "12:30"], ["13:30", "18:30"]]


def drawn(sessions=300, rooms=25, seed=1, hostile=False, starts=STARTS):
    """A meeting with most sessions placed, each in a slot of its own; a few unplaced, two held."""
    rng = random.Random(seed)
    room_list = [{"id": f"r{n}", "name": ("Main Hall" if n == 0 else f"Room {chr(64 + n)}"),
                  "seats": 900 if n == 0 else rng.choice([60, 80, 120, 200]), "facilities": []}
                 for n in range(rooms)]
    people = [{"id": f"p{n}", "name": f"Person {n}"} for n in range(sessions)]
    slots = [(f"{date}T{start}", room["id"]) for date in DATES for start in STARTS for room in room_list]
    rng.shuffle(slots)
    held, waiting = 2, 4
    list_, places, activities = [], {}, []
    for n in range(sessions):
        kind = rng.choices([k for k, _ in KINDS], [1, 4, 3, 12, 3, 3, 6, 40, 16, 10, 4])[0]
        title = f"{rng.choice(FORMS)} {rng.choice(SUBJECTS)}"
        if hostile and n % 3 == 0:
            title = "<img src=x onerror=alert(1)> \u202e\"'&</script>" + "W" * 120
        id_ = f"{kind}-{n}"
        activity = f"{kind.lower()}.{n // 2}" if kind in ("DC", "NRI") else f"{kind.lower()}.{n}"
        activities.append({"id": activity, "name": f"{dict(KINDS)[kind]} {n // 2}", "kind": kind,
                           "contacts": [f"contact{n}@example.org"]})
        list_.append({"id": id_, "title": title, "kind": kind, "minutes": rng.choice([45, 60, 60, 90, 90]),
                      "themes": rng.sample([f"t{t}" for t in range(len(THEMES))], rng.choice([0, 1, 1, 2])),
                      "activities": [activity], "people": [
                          {"id": f"p{rng.randrange(sessions)}", "role": "speaker"} for _ in range(2)],
                      "pinned_by_table": False, "optional": rng.random() < .1,
                      "held_reason": "not eligible" if n < held else None, "links": []})
        if n >= held + waiting and slots:
            start, room = slots.pop()
            places[id_] = {"start": start, "room": room}
        else:
            places[id_] = None
    for _ in range(max(1, sessions // 12)):
        one, other = rng.sample(list_, 2)
        one["links"].append(other["id"])
        other["links"].append(one["id"])
    return {"id": "drawn", "title": "IGF 2026", "zone": "Europe/Oslo", "grid_minutes": 15,
            "days": [{"date": d, "open": OPEN, "starts": starts} for d in DATES], "rooms": room_list,
            "kinds": [{"id": k, "name": v} for k, v in KINDS],
            "themes": [{"id": f"t{n}", "name": t} for n, t in enumerate(THEMES)], "people": people,
            "activities": list({a["id"]: a for a in activities}.values()), "sessions": list_}, places


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read(scenario, schedule):
    """The tables of a scenario and a schedule of it, simply: no check is made."""
    folder = pathlib.Path(scenario)
    text = "\n".join(line for line in (folder / "meeting.json").read_text(encoding="utf-8").split("\n")
                     if not line.strip().startswith("//"))
    text = __import__("re").sub(r"(?m)([{,]\s*)([A-Za-z]+)\s*:", r'\1"\2":', text)
    meeting = json.loads(__import__("re").sub(r",(\s*[}\]])", r"\1", text))
    placed = {row["session"]: row for row in rows(schedule)}
    kinds = {row["kind"] for row in placed.values()}
    activities = {}
    for table in folder.glob("*.csv"):
        for row in rows(table):
            if "name" in row and table.stem not in ("rooms", "people"):
                activities[row["id"]] = {"id": row["id"], "name": row["name"], "contacts": []}
    roles = {}
    for row in rows(folder / "roles.csv"):
        roles.setdefault(row.get("session") or row.get("activity"), []).append(
            {"id": row["person"], "role": row.get("role", "")})
    sessions, places = [], {}
    for row in rows(folder / "sessions.csv"):
        at = placed.get(row["id"], {})
        places[row["id"]] = ({"start": f"{at['date']}T{at['start']}", "room": at["room"]}
                             if at.get("status") == "placed" else None)
        themes = [theme for theme in (at.get("themes") or row["themes"]).split(";") if theme]
        acts = [act.strip() for act in row["activity"].split(";")]
        sessions.append({"id": row["id"], "title": row["title"], "kind": (at.get("kind") or "WS").split(";")[0],
                         "minutes": int(row["minutes"]), "themes": themes, "activities": acts,
                         "people": roles.get(row["id"], []) + [p for a in acts for p in roles.get(a, [])],
                         "pinned_by_table": bool(row.get("start")), "optional": row["placement"] == "optional",
                         "held_reason": "not eligible" if at.get("status") == "held" else None, "links": []})
    names = {k: v for k, v in KINDS}
    themes = sorted({theme for session in sessions for theme in session["themes"]})
    return {"id": meeting["id"], "title": meeting["name"], "zone": meeting["timeZone"],
            "grid_minutes": meeting.get("gridMinutes", 15),
            "days": [{"date": day["date"], "starts": day.get("starts"),
                      "open": [window.split("-") for window in day["open"]]} for day in meeting["days"]],
            "rooms": [{"id": row["id"], "name": row["name"], "seats": int(row["capacity"] or 0)}
                      for row in rows(folder / "rooms.csv")],
            "kinds": [{"id": kind, "name": names.get(kind, kind)} for kind in sorted({s["kind"] for s in sessions})],
            "themes": [{"id": theme, "name": theme} for theme in themes],
            "people": [{"id": row["id"], "name": row["name"]} for row in rows(folder / "people.csv")],
            "activities": list(activities.values()), "sessions": sessions}, places
