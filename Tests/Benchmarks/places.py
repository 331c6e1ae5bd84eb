# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a session may go while others stay where they are, and what each place adds to the cost."""

import numpy as np


class Standing:
    """The sessions that stay, as arrays."""

    def __init__(self, problem, places, free):
        self.problem = problem
        self.places = [None if p in free else place for p, place in enumerate(places)]
        self.placed, self.starts, self.ends = np.empty((3, 0), dtype=np.int64)
        self.in_use = np.zeros((len(problem.room_classes), len(problem.moments)), dtype=np.int64)
        self.class_stays = [[] for _ in problem.room_classes]
        for p, place in enumerate(self.places):
            if place is not None:
                self.add(p, place)
        self.relations = {}
        for r in problem.relations:
            self.relations.setdefault(r["a"], []).append(r)
            self.relations.setdefault(r["b"], []).append(r)
        self.same_rooms = {}
        for pair in problem.same_rooms:
            self.same_rooms.setdefault(pair["a"], []).append((pair["b"], pair.get("price")))
            self.same_rooms.setdefault(pair["b"], []).append((pair["a"], pair.get("price")))
        self.hard_limits = {}
        for limit in problem.limits:
            if limit.get("price") is None:
                for p in limit["members"]:
                    self.hard_limits.setdefault(p, []).append(limit)

    def add(self, p, place):
        problem = self.problem
        self.places[p] = place
        start, _, c = problem.where(p, self.places)
        end = start + int(problem.lengths[p])
        self.placed = np.append(self.placed, p)
        self.starts = np.append(self.starts, start)
        self.ends = np.append(self.ends, end)
        lo, hi = np.searchsorted(problem.moments, [start, end + problem.turnover[c]])
        self.in_use[c, lo:hi] += 1
        self.class_stays[c].append((start, end))

    def remove(self, p):
        problem = self.problem
        start, _, c = problem.where(p, self.places)
        self.places[p] = None
        end = start + int(problem.lengths[p])
        index = int(np.flatnonzero(self.placed == p)[0])
        self.placed, self.starts, self.ends = (np.delete(x, index) for x in (self.placed, self.starts, self.ends))
        lo, hi = np.searchsorted(problem.moments, [start, end + problem.turnover[c]])
        self.in_use[c, lo:hi] -= 1
        self.class_stays[c].remove((start, end))

    def options(self, p):
        """Starts by classes: which are allowed, and what they cost with those that stay."""
        problem = self.problem
        starts, length = problem.starts[p], problem.lengths[p]
        cost = problem.prices[p].copy()
        allowed = cost >= 0
        if len(self.placed):
            begin, end = starts[:, None], starts[:, None] + length
            meets = (begin < self.ends) & (self.starts < end)
            cost += (meets @ problem.overlap_cost[p, self.placed])[:, None]
            gap = problem.gap[p, self.placed]
            near = (begin < self.ends + gap) & (self.starts < end + gap) & (gap >= 0)
            allowed &= ~near.any(axis=1)[:, None]
        self._rooms(p, allowed)
        self._ties(p, allowed, cost)
        for limit in self.hard_limits.get(p, ()):
            self._limit(limit, p, allowed)
        return allowed, cost

    def _limit(self, limit, p, allowed):
        """Strikes out what would pass a limit that must hold."""
        problem = self.problem
        others = [problem.where(q, self.places) for q in limit["members"] if self.places[q] is not None]
        ends = [int(problem.lengths[q]) for q in limit["members"] if self.places[q] is not None]
        there = [(start, start + length, day) for (start, day, c), length in zip(others, ends) if problem.counts_for(limit, c)]
        starts, end = problem.starts[p], problem.starts[p] + int(problem.lengths[p])
        if limit["scope"] == "moment":
            number = np.zeros(len(starts), dtype=np.int64)
            # The most are running when one of them begins, or p does.
            for m in [starts, *(start for start, _, _ in there)]:
                running = sum(((a <= m) & (m < b) for a, b, _ in there), np.zeros(len(starts), dtype=np.int64))
                number = np.maximum(number, np.where((starts <= m) & (m < end), running, 0))
        elif limit["scope"] == "day":
            number = sum((problem.days[p] == day for _, _, day in there), np.zeros(len(starts), dtype=np.int64))
        else:
            number = np.full(len(starts), len(there))
        counted = np.array([problem.counts_for(limit, c) for c in problem.classes[p]])
        allowed &= ~((number >= limit["atMost"])[:, None] & counted[None, :])

    def _rooms(self, p, allowed):
        problem = self.problem
        starts, length = problem.starts[p], int(problem.lengths[p])
        for k, c in enumerate(problem.classes[p]):
            full = np.concatenate([[0], np.cumsum(self.in_use[c] >= problem.capacity(c))])
            lo = np.searchsorted(problem.moments, starts)
            hi = np.searchsorted(problem.moments, starts + length + problem.turnover[c])
            allowed[:, k] &= full[hi] == full[lo]
            for a, b, gap in problem.joined:
                if c in (a, b):
                    for start, end in self.class_stays[b if c == a else a]:
                        allowed[:, k] &= ~((starts < end + gap) & (start < starts + length + gap))

    def _ties(self, p, allowed, cost):
        problem = self.problem
        for r in self.relations.get(p, ()):
            other = r["b"] if r["a"] == p else r["a"]
            if self.places[other] is None:
                continue
            start, day, _ = problem.where(other, self.places)
            if r["a"] == p:
                holds = problem.holds(r, problem.starts[p], problem.days[p], start, day)
            else:
                holds = problem.holds(r, start, day, problem.starts[p], problem.days[p])
            self._charge(allowed, cost, (~holds)[:, None] & np.ones_like(allowed), r.get("price"))
        for other, price in self.same_rooms.get(p, ()):
            if self.places[other] is not None:
                room = problem.where(other, self.places)[2]
                broken = np.array([c != room for c in problem.classes[p]])
                self._charge(allowed, cost, broken[None, :] & np.ones_like(allowed), price)

    @staticmethod
    def _charge(allowed, cost, broken, price):
        if price is None:
            allowed &= ~broken
        else:
            cost += broken * price
