# SPDX-License-Identifier: GPL-3.0-or-later
"""A quick first schedule for the searches of the peers: hardest session first, each at its cheapest place."""

import time

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


def descend(problem, places, rng, seconds):
    """Moves one session after the other to its cheapest place while that helps: a better start.

    Limits, caps of days and changes of room are not looked at: the whole is taken only if it costs less.
    """
    until = time.monotonic() + seconds
    standing = Standing(problem, places, set())
    order = [p for p in range(problem.count) if places[p] is not None]
    has_moved = True
    while has_moved:
        has_moved = False
        rng.shuffle(order)
        for p in order:
            if time.monotonic() > until:
                break
            place = standing.places[p]
            standing.remove(p)
            allowed, cost = standing.options(p)
            cost = np.where(allowed, cost, np.iinfo(np.int64).max)
            s, k = np.unravel_index(int(cost.argmin()), cost.shape)
            if cost[s, k] < cost[place]:
                place, has_moved = (int(s), int(k)), True
            standing.add(p, place)
    (before, faults), (after, others) = problem.cost(places), problem.cost(standing.places)
    return standing.places if after < before and len(others) <= len(faults) else places
