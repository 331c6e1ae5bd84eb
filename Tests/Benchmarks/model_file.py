# SPDX-License-Identifier: GPL-3.0-or-later
"""From the columns of model.mps back to places, as problem.json tells."""


def places_of(problem, value):
    """Places by a function from a column's number to its value."""
    places = []
    for p, starts in enumerate(problem.data["model"]["places"]):
        found = None
        for s, options in enumerate(starts):
            for room_class, column in options:
                if value(column) > 0.5:
                    found = (s, problem.classes[p].index(room_class))
        places.append(found)
    return places
