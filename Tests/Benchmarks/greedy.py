# SPDX-License-Identifier: GPL-3.0-or-later
"""A quick first schedule for the searches of the peers: hardest session first, each at its cheapest place."""

import numpy as np

from places import Standing


def greedy(problem, rng):
    """Places, some perhaps missing: a session that finds no room left is left to the search."""
    def hardness(p):
        return (-int((problem.prices[p] >= 0).any(axis=0).sum() <= 2), -int(problem.lengths[p]),
                int((problem.prices[p] >= 0).sum()), rng.random())
    standing = Standing(problem, [None] * problem.count, set())
    for p in sorted(range(problem.count), key=hardness):
        allowed, cost = standing.options(p)
        if allowed.any():
            cost = np.where(allowed, cost, np.iinfo(np.int64).max)
            s, k = np.unravel_index(int(cost.argmin()), cost.shape)
            standing.add(p, (int(s), int(k)))
    return standing.places
