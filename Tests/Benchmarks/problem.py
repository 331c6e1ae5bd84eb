# SPDX-License-Identifier: GPL-3.0-or-later
"""A planning problem as `programme model` wrote it (problem.json), and what a set of places costs.

A place of session p is a pair (s, k): its s-th start and its k-th class of rooms that nothing tells
apart. `places` is a list of such pairs by session, None for a session that is left out. The cost is
worked out here so that a search can go on; what is reported is the referee's.
"""

import csv
import json
import os
from datetime import date, timedelta

import numpy as np

EPOCH = date(1970, 1, 1)


class Problem:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        self.data = data
        sessions = data["sessions"]
        self.count = len(sessions)
        self.ids = [s["id"] for s in sessions]
        self.lengths = np.array([s["minutes"] for s in sessions], dtype=np.int64)
        self.unplaced = [s.get("unplacedCost") for s in sessions]
        self.themes = [s["themes"] for s in sessions]
        self.kinds = [s["kinds"] for s in sessions]
        self.starts = [np.array(s["starts"], dtype=np.int64) for s in sessions]
        self.days = [np.array(s["days"], dtype=np.int64) for s in sessions]
        self.day_count = len(data["dates"])
        self.moments = np.array(sorted({int(m) for s in self.starts for m in s}), dtype=np.int64)
        self._read_rooms(sessions)
        self.overlap_cost = self._square(data["overlapCost"], 0)
        self.gap = self._square(data["requiredGap"], -1)
        self.relations = data["relations"]
        self.same_rooms = data["sameRooms"]
        self.limits = data["limits"]
        self.day_caps = data["dayCaps"]
        self.room_groups = data["roomGroups"]
        self.people = data["people"]
        self.transfer = data["transferMinutes"]

    def _square(self, triples, default):
        square = np.full((self.count, self.count), default, dtype=np.int64)
        for a, b, value in triples:
            square[a, b] = square[b, a] = value
        return square

    def _read_rooms(self, sessions):
        """Classes of rooms instead of rooms; those that share space with another are alone in theirs."""
        self.rooms = [room["id"] for room in self.data["rooms"]]
        self.room_classes = self.data["model"]["roomClasses"]
        class_of = {room: c for c, rooms in enumerate(self.room_classes) for room in rooms}
        self.turnover, self.joined = [0] * len(self.room_classes), []
        for a, b, minutes in self.data["roomGap"]:
            if a == b:
                self.turnover[class_of[a]] = minutes
            else:
                self.joined.append((class_of[a], class_of[b], minutes))
        self.classes, self.prices = [], []
        for session, starts in zip(sessions, self.starts):
            table = np.array(session["prices"], dtype=np.int64).reshape(len(starts), len(session["rooms"]))
            classes = sorted({class_of[room] for room in session["rooms"]})
            columns = [session["rooms"].index(next(r for r in self.room_classes[c] if r in session["rooms"]))
                       for c in classes]
            self.classes.append(classes)
            self.prices.append(table[:, columns])

    def capacity(self, room_class):
        return len(self.room_classes[room_class])

    # What places cost.

    def times(self, places):
        """The placed sessions, their starts and their ends."""
        placed = np.array([p for p in range(self.count) if places[p] is not None], dtype=np.int64)
        starts = np.array([self.starts[p][places[p][0]] for p in placed], dtype=np.int64)
        return placed, starts, starts + self.lengths[placed]

    def cost(self, places):
        """The objective of the contract, and the names of the hard rules that are broken."""
        placed, starts, ends = self.times(places)
        cost, broken = 0, []
        for p, place in enumerate(places):
            if place is not None:
                price = int(self.prices[p][place[0], place[1]])
                cost += price
                if price < 0:
                    broken.append("place")
            elif self.unplaced[p] is not None:
                cost += self.unplaced[p]
            else:
                broken.append("placed-once")
        if len(placed):
            meets = (starts[:, None] < ends[None, :]) & (starts[None, :] < ends[:, None])
            grid = np.ix_(placed, placed)
            cost += int((self.overlap_cost[grid] * meets).sum()) // 2
            gap = self.gap[grid]
            near = (starts[:, None] < ends[None, :] + gap) & (starts[None, :] < ends[:, None] + gap) & (gap >= 0)
            np.fill_diagonal(near, False)
            if near.any():
                broken.append("gap")
        broken += self._room_faults(places)
        for price, units in self._soft_units(places):
            if price is not None:
                cost += price * units
            elif units:
                broken.append("relation")
        return cost, broken

    def where(self, p, places):
        """Start, day and room class of a placed session."""
        s, k = places[p]
        return int(self.starts[p][s]), int(self.days[p][s]), self.classes[p][k]

    def _room_faults(self, places):
        stays = [[] for _ in self.room_classes]
        for p, place in enumerate(places):
            if place is not None:
                start = self.starts[p][place[0]]
                stays[self.classes[p][place[1]]].append((start, start + self.lengths[p]))
        stays = [np.array(own, dtype=np.int64).reshape(-1, 2).T for own in stays]
        faults = []
        for c, (starts, ends) in enumerate(stays):
            running = (starts[:, None] <= starts) & (starts < ends[:, None] + self.turnover[c])
            if len(starts) and running.sum(axis=0).max() > self.capacity(c):
                faults.append("room-free")
        for c, d, gap in self.joined:
            (a, b), (x, y) = stays[c], stays[d]
            if ((a[:, None] < y + gap) & (x < b[:, None] + gap)).any():
                faults.append("room-free, joined")
        return faults

    def holds(self, relation, a_start, a_day, b_start, b_day):
        """Whether a relation holds; starts and days of b may be arrays."""
        a_end = a_start + self.lengths[relation["a"]]
        b_end = b_start + self.lengths[relation["b"]]
        kind = relation["kind"]
        if kind == "same-day":
            return a_day == b_day
        if kind == "other-day":
            return a_day != b_day
        if kind == "before":
            return (b_start - a_end >= relation["min"]) & (b_start - a_end <= relation.get("max", 10**9))
        gap = np.where(a_start < b_start, b_start - a_end, a_start - b_end)
        return (a_day == b_day) & (gap >= 0) & (gap <= relation["max"])

    def _soft_units(self, places):
        for r in self.relations:
            if places[r["a"]] is not None and places[r["b"]] is not None:
                a, b = self.where(r["a"], places), self.where(r["b"], places)
                yield r.get("price"), int(not self.holds(r, a[0], a[1], np.int64(b[0]), b[1]))
        for pair in self.same_rooms:
            if places[pair["a"]] is not None and places[pair["b"]] is not None:
                yield pair.get("price"), int(self.where(pair["a"], places)[2] != self.where(pair["b"], places)[2])
        for limit in self.limits:
            yield limit.get("price"), self.excess(limit, places)
        for cap in self.day_caps:
            days = [self.where(p, places)[1] for p in cap["members"] if places[p] is not None]
            yield cap["price"], sum(max(0, days.count(d) - cap["atMost"]) for d in range(self.day_count))
        for group in self.room_groups:
            rooms = {self.where(p, places)[2] for p in group["members"] if places[p] is not None}
            yield group["price"], max(0, len(rooms) - 1)

    def counts_for(self, limit, room_class):
        return limit.get("rooms") is None or self.room_classes[room_class][0] in limit["rooms"]

    def excess(self, limit, places):
        own = [(self.where(p, places), p) for p in limit["members"] if places[p] is not None]
        own = [(start, day, start + int(self.lengths[p])) for (start, day, c), p in own if self.counts_for(limit, c)]
        if limit["scope"] == "moment":
            return max([0] + [sum(a <= m < b for a, _, b in own) - limit["atMost"] for m, _, _ in own])
        if limit["scope"] == "day":
            return sum(max(0, sum(d == day for _, d, _ in own) - limit["atMost"]) for day in range(self.day_count))
        return max(0, len(own) - limit["atMost"])

    # What leaves the search.

    def rows(self, places):
        """The rows of schedule.csv, rooms of a class handed out in the order of the starts."""
        stays = [[] for _ in self.room_classes]
        rows = {}
        for p, place in enumerate(places):
            if place is None:
                rows[self.ids[p]] = ["", "", "", "unplaced"]
            else:
                start, _, c = self.where(p, places)
                stays[c].append((start, p))
        for c, own in enumerate(stays):
            free_from = {room: -1 for room in self.room_classes[c]}
            for start, p in sorted(own):
                room = min(free_from, key=lambda r: (free_from[r] > start, r))
                free_from[room] = start + int(self.lengths[p]) + self.turnover[c]
                day = EPOCH + timedelta(days=start // 1440)
                rows[self.ids[p]] = [day.isoformat(), f"{start % 1440 // 60:02}:{start % 60:02}", self.rooms[room], "placed"]
        return rows

    def write_schedule(self, places, path, scenario):
        """schedule.csv of the places; sessions of the scenario that take no part are held."""
        rows = self.rows(places)
        with open(os.path.join(scenario, "sessions.csv"), newline="", encoding="utf-8-sig") as file:
            text = file.read()
        delimiter = max(",;\t", key=text.split("\n", 1)[0].count)
        ids = [row["id"] for row in csv.DictReader(text.splitlines(), delimiter=delimiter)]
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["session", "date", "start", "room", "status"])
            for session in ids:
                writer.writerow([session] + rows.get(session, ["", "", "", "held"]))

    def read_schedule(self, path):
        """Places from a schedule; a session whose place is not to be had is left out."""
        places = [None] * self.count
        index = {session: p for p, session in enumerate(self.ids)}
        class_of = {self.rooms[r]: c for c, rooms in enumerate(self.room_classes) for r in rooms}
        with open(path, newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                p = index.get(row["session"])
                if p is None or row["status"] != "placed":
                    continue
                minute = (date.fromisoformat(row["date"]) - EPOCH).days * 1440 + int(row["start"][:2]) * 60 + int(row["start"][3:5])
                starts = np.flatnonzero(self.starts[p] == minute)
                c = class_of.get(row["room"])
                if len(starts) and c in self.classes[p]:
                    k = self.classes[p].index(c)
                    if self.prices[p][starts[0], k] >= 0:
                        places[p] = (int(starts[0]), k)
        return places
