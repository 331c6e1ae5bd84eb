# SPDX-License-Identifier: GPL-3.0-or-later
"""A lower bound by counting, for a search that has none of its own: counting.py PROBLEM.json SECONDS

Sessions that every two of which pay w when they overlap are a group. With n of a group running at a
moment, n(n-1)/2 pairs do, convex in n. A pair shares at most the moments of its longer session, so
that among the sessions of up to l moments each pair of a moment is worth at least w/l; the lengths
are told apart by 1/max(a, b) = 1/L + sum over l < L of (1/l - 1/(l+1)) [both are of at most l]. The
linear program spreads types of like sessions over starts and classes of rooms; its optimum, less a
hair, is a bound on every schedule. A group's price is taken from the pairs so that none pays twice.
"""

import sys
import time

import highspy
import numpy as np

from problem import Problem

MOST_COLUMNS = 250_000


def groups_of(problem):
    """Pairs (members, price) that never charge a pair more than it costs.

    Themes and kinds are the candidates; largest first, a group takes what is left of its cheapest pair.
    """
    left = problem.overlap_cost.copy()
    left[problem.gap >= 0] = 0
    by_name = {}
    for p in range(problem.count):
        for name in problem.themes[p]:
            by_name.setdefault(("theme", name), []).append(p)
        kinds = [k for k in problem.kinds[p] if k in ("DC", "BPF", "NRI", "PN")]
        for name in kinds:
            by_name.setdefault(("kind", name), []).append(p)
        if kinds:
            by_name.setdefault(("intersessional", ""), []).append(p)
    groups = []
    for name, members in sorted(by_name.items(), key=lambda item: (item[0][0] != "intersessional", -len(item[1]), item[0])):
        # Drop members until every pair left has something to give.
        members = list(members)
        while len(members) > 1:
            square = left[np.ix_(members, members)]
            lacking = ((square <= 0).sum(axis=1) - 1)
            if lacking.max() <= 0:
                break
            members.pop(int(lacking.argmax()))
        if len(members) > 2:
            grid = np.ix_(members, members)
            off = ~np.eye(len(members), dtype=bool)
            price = int(left[grid][off].min())
            left[grid] -= price * off
            groups.append((members, price))
    return groups


class Counting:
    def __init__(self, problem):
        self.problem = problem
        self.groups = groups_of(problem)
        self.moments = problem.moments
        # Length in moments that a session covers at most, at any of its starts.
        self.spans = [self._span(p) for p in range(problem.count)]
        self._gather()
        self.highs = highspy.Highs()
        self.highs.setOptionValue("output_flag", False)
        self.highs.setOptionValue("threads", 1)
        self.columns, self.rows = [], []  # (cost, lower, upper), (lower, upper, {column: factor})

    def _span(self, p):
        starts = self.problem.starts[p]
        lo = np.searchsorted(self.moments, starts)
        return int((np.searchsorted(self.moments, starts + self.problem.lengths[p]) - lo).max())

    def _gather(self):
        """Types: sessions with the same starts, classes, prices, length and groups."""
        problem, types = self.problem, {}
        in_groups = [tuple(g for g, (members, _) in enumerate(self.groups) if p in set(members)) for p in range(problem.count)]
        for p in range(problem.count):
            key = (int(problem.lengths[p]), in_groups[p], problem.unplaced[p], tuple(problem.classes[p]),
                   problem.starts[p].tobytes(), problem.prices[p].tobytes())
            types.setdefault(key, []).append(p)
        self.types = [(own[0], len(own), in_groups[own[0]], problem.unplaced[own[0]]) for own in types.values()]

    def _column(self, cost, upper):
        self.columns.append((cost, 0.0, upper))
        return len(self.columns) - 1

    def build(self):
        problem, infinity = self.problem, highspy.kHighsInf
        running = {}   # (type, moment) -> columns
        in_class = {}  # (class, moment) -> columns
        for t, (p, count, _, unplaced) in enumerate(self.types):
            row = {}
            for s, start in enumerate(problem.starts[p]):
                for k, c in enumerate(problem.classes[p]):
                    if problem.prices[p][s, k] < 0:
                        continue
                    x = self._column(int(problem.prices[p][s, k]), count)
                    row[x] = 1.0
                    lo = int(np.searchsorted(self.moments, start))
                    for m in range(lo, int(np.searchsorted(self.moments, start + problem.lengths[p]))):
                        running.setdefault((t, m), []).append(x)
                    for m in range(lo, int(np.searchsorted(self.moments, start + problem.lengths[p] + problem.turnover[c]))):
                        in_class.setdefault((c, m), []).append(x)
            if unplaced is not None:
                row[self._column(unplaced, count)] = 1.0
            self.rows.append((count, count, row))
        for (c, _), columns in in_class.items():
            self.rows.append((-infinity, problem.capacity(c), dict.fromkeys(columns, 1.0)))
        for g, (members, price) in enumerate(self.groups):
            self._add_group(g, members, price, running)
        return self

    def _add_group(self, g, members, price, running):
        infinity = highspy.kHighsInf
        spans = sorted({self.spans[p] for p in members})
        for index, span in enumerate(spans):
            worth = price * (1 / span - (1 / spans[index + 1] if index + 1 < len(spans) else 0))
            types = [t for t, (p, _, own, _) in enumerate(self.types) if g in own and self.spans[p] <= span]
            total = sum(self.types[t][1] for t in types)
            if total < 2:
                continue
            for m in range(len(self.moments)):
                columns = [x for t in types for x in running.get((t, m), ())]
                if len(columns) < 2:
                    continue
                pairs = self._column(worth, infinity)
                number = self._column(0, infinity)
                self.rows.append((0, 0, dict.fromkeys(columns, 1.0) | {number: -1.0}))
                for k in range(1, min(total, sum(map(len, self.problem.room_classes)))):
                    # On the line through (k, k(k-1)/2) and (k+1, k(k+1)/2), or above it.
                    self.rows.append((-k * (k + 1) / 2, infinity, {pairs: 1.0, number: -float(k)}))

    def bound(self, seconds):
        if len(self.columns) > MOST_COLUMNS:
            return None
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.columns), len(self.rows)
        cost, lower, upper = map(np.array, zip(*self.columns))
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = cost.astype(float), lower.astype(float), upper.astype(float)
        lp.row_lower_ = np.array([float(row[0]) for row in self.rows])
        lp.row_upper_ = np.array([float(row[1]) for row in self.rows])
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.cumsum([0] + [len(row[2]) for row in self.rows])
        lp.a_matrix_.index_ = np.array([x for row in self.rows for x in row[2]])
        lp.a_matrix_.value_ = np.array([v for row in self.rows for v in row[2].values()])
        self.highs.passModel(lp)
        self.highs.setOptionValue("time_limit", float(seconds))
        self.highs.run()
        if self.highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return self.highs.getInfo().objective_function_value


if __name__ == "__main__":
    began = time.time()
    counting = Counting(Problem(sys.argv[1])).build()
    value = counting.bound(float(sys.argv[2]) - (time.time() - began))
    print("none" if value is None else value)
