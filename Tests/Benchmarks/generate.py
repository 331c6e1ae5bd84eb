#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a scenario in the contract's format, the same for the same arguments.

usage: generate.py SESSIONS SEED SORT DIR

SORT is one of:
  loose, tight, over   IGF-like; sessions take 60, 92 or 110 % of the room time
  twins                equal rooms, equal sessions: symmetry
  rich                 as a real IGF: people with several roles, links of every kind, wishes, limits,
                       slots on some days and free starts on others
  tracks               as FOSDEM: every track keeps one room and one day
  cosp                 as in CoSPLib: tracks that keep a room, few starts, no people

rich, tracks and cosp are made around a schedule that keeps every hard rule; it is written too, as
planted.csv. generators/ has a file for each sort, which tells more.
"""

import sys

from generators import cosp, filled, tracks
from generators.rich import meeting as rich

SORTS = dict.fromkeys(filled.SORTS, filled.write) | {"rich": rich.write, "tracks": tracks.write, "cosp": cosp.write}


if __name__ == "__main__":
    if len(sys.argv) != 5 or sys.argv[3] not in SORTS:
        sys.exit(__doc__)
    SORTS[sys.argv[3]](int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4])
