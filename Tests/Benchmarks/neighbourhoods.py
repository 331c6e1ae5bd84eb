# SPDX-License-Identifier: GPL-3.0-or-later
"""Which sessions CP-SAT may move together: each function takes places and a number, and gives sessions."""

import numpy as np


class Neighbourhoods:
    """All ways of choosing, each with a size that follows how fast its last ones were solved."""

    SMALLEST, LARGEST, FIRST = 5, 160, 10

    def __init__(self, problem, rng):
        self.problem, self.rng = problem, rng
        self.ways = [self.day, self.moments, self.theme, self.kind, self.room_class, self.costly, self.tied, self.random]
        self.size = {way.__name__: float(min(self.FIRST, problem.count)) for way in self.ways}
        self.merit = {way.__name__: 1.0 for way in self.ways}

    def choose(self, places):
        """A way's name and its sessions: by merit, and the missing ones always with them."""
        way = self.rng.choices(self.ways, [0.15 + self.merit[w.__name__] for w in self.ways])[0]
        size = min(round(self.size[way.__name__]), self.problem.count)
        chosen = set(way(places, size))
        for p in self.missing(places)[:size // 3]:
            chosen.add(p)
            chosen.update(self.rivals(p, places, size // 4))
        return way.__name__, chosen

    def learn(self, name, gain, seconds, is_proven, limit):
        if is_proven and seconds < limit / 3:
            self.size[name] = min(self.LARGEST, self.size[name] * 1.12 + 0.5)
        elif not is_proven:
            self.size[name] = max(self.SMALLEST, self.size[name] * 0.8)
        self.merit[name] = 0.9 * self.merit[name] + (0.1 if gain > 0 else 0) * min(3.0, limit / max(0.05, seconds))

    def missing(self, places):
        lost = [p for p in range(self.problem.count) if places[p] is None and self.problem.unplaced[p] is None]
        self.rng.shuffle(lost)
        return lost

    def rivals(self, p, places, size):
        """Sessions in the way of a missing one: those of one day in the rooms that would hold it."""
        day = self.rng.randrange(self.problem.day_count)
        rooms = set(self.problem.classes[p])
        there = [q for q, place in enumerate(places) if place is not None
                 and self.problem.where(q, places)[1] == day and self.problem.where(q, places)[2] in rooms]
        return self.rng.sample(there, min(size, len(there)))

    def _some(self, sessions, size):
        sessions = list(sessions)
        return self.rng.sample(sessions, min(size, len(sessions)))

    def _filled(self, chosen, size):
        """Chosen ones, and others at random up to the size."""
        chosen = self._some(chosen, size)
        rest = self._some(set(range(self.problem.count)) - set(chosen), size - len(chosen))
        return chosen + rest

    def day(self, places, size):
        day = self.rng.randrange(self.problem.day_count)
        return self._some([p for p, x in enumerate(places) if x is not None and self.problem.where(p, places)[1] == day], size)

    def moments(self, places, size):
        """Sessions around two moments of the meeting."""
        placed, starts, _ = self.problem.times(places)
        first, second = self.rng.choices(list(starts), k=2)
        order = np.argsort(np.minimum(abs(starts - first), abs(starts - second)), kind="stable")
        return [int(p) for p in placed[order[:size]]]

    def theme(self, places, size):
        theme = self.rng.choice(sorted({t for own in self.problem.themes for t in own}) or [None])
        return self._filled([p for p, own in enumerate(self.problem.themes) if theme in own], size)

    def kind(self, places, size):
        kind = self.rng.choice(sorted({k for own in self.problem.kinds for k in own}) or [None])
        return self._filled([p for p, own in enumerate(self.problem.kinds) if kind in own], size)

    def room_class(self, places, size):
        c = self.rng.randrange(len(self.problem.room_classes))
        return self._filled([p for p, x in enumerate(places) if x is not None and self.problem.classes[p][x[1]] == c], size)

    def costs(self, places):
        """What each session pays by itself and with those it overlaps."""
        problem = self.problem
        placed, starts, ends = problem.times(places)
        meets = (starts[:, None] < ends) & (starts < ends[:, None])
        own = np.zeros(problem.count)
        own[placed] = (problem.overlap_cost[np.ix_(placed, placed)] * meets).sum(axis=1)
        for p, place in enumerate(places):
            own[p] += problem.prices[p][place] if place is not None else problem.unplaced[p] or 0
        return own

    def costly(self, places, size):
        """Half of those that cost most, with those beside them in time and others."""
        keys = {p: self.rng.random() ** (1 / (cost + 0.1)) for p, cost in enumerate(self.costs(places))}
        worst = sorted(keys, key=keys.get, reverse=True)[:max(1, size // 2)]
        return worst + self._some(set(range(self.problem.count)) - set(worst), size - len(worst))

    def tied(self, places, size):
        """A session and those that it is tied to by price or rule, nearest first."""
        p = self.rng.randrange(self.problem.count)
        bonds = self.problem.overlap_cost[p] + 10 * (self.problem.gap[p] >= 0)
        near = [q for q in np.flatnonzero(bonds) if q != p]
        return [p] + self._filled(set(near) - {p}, size - 1)

    def random(self, places, size):
        return self._some(range(self.problem.count), size)
